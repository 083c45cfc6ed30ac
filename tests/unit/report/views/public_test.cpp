// A public page tells nothing that is not public, whatever is written in the file.
#include "catch.hpp"
#include "deploy_plan/answers.hpp"
#include "model/description.hpp"
#include "model/public_part.hpp"
#include "report/views/public/open_data.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::model;

namespace {

/// Writes words in every text of a strategy, and something everywhere else, by its description alone.
class Planter {
public:
  using Words = std::function<std::string(Publicity publicity)>;
  explicit Planter(Words words) : words_(std::move(words)) {}

  Strategy plant() {
    Strategy strategy;
    record(description<Strategy>(), &strategy, Publicity::told);
    return strategy;
  }
  std::size_t texts = 0;

private:
  const Words words_;

  void record(const Record& described, void* at, Publicity around) {
    for (const Field& field : described.fields)
      value(*field.type, field.access(at), is_withheld(around) ? Publicity::withheld : field.publicity);
  }
  void value(const Type& type, void* at, Publicity publicity) {
    switch (type.shape) {
    case Shape::text:
    case Shape::verbatim:
      ++texts;
      *static_cast<std::string*>(at) = words_(publicity);
      break;
    case Shape::flag: *static_cast<bool*>(at) = true; break;
    case Shape::integer: *static_cast<std::int64_t*>(at) = 77; break;
    case Shape::number: *static_cast<double*>(at) = 77; break;
    case Shape::date: *static_cast<Date*>(at) = Date{std::chrono::days{20500}}; break;
    case Shape::month: *static_cast<Month*>(at) = month_of(Date{std::chrono::days{20500}}); break;
    case Shape::choice: type.choose(at, 0); break;
    case Shape::record: record(type.record(), at, publicity); break;
    case Shape::list:
    case Shape::optional: value(*type.item, type.add(at), publicity); break;
    }
  }
};

/// All that is written of a strategy for anyone, in every format and both languages.
std::string published(const Strategy& strategy) {
  const PublicPart part = public_part(strategy);
  const PublicPage page = publish(part.strategy, Date{std::chrono::days{20600}}, {});
  std::string all = json_of(page);
  for (const Language language : {Language::english, Language::french}) {
    for (const DocumentFormat& format : document_formats()) {
      RenderOptions how;
      how.language = language;
      all += format.render(document_of(page), how);
    }
    all += report::public_csv(page, language) + report::public_table_schema(page, language);
  }
  return all;
}
bool has_words(const std::string& all, std::string_view words) {
  return all.find(words) != std::string::npos;
}
} // namespace

TEST_CASE("a field that is not said to be public is not published, whichever it is") {
  Planter planter([](Publicity publicity) {
    return is_withheld(publicity)         ? "planted-secret"
           : publicity == Publicity::told ? "openwords"
                                          : "opencontact";
  });
  const Strategy strategy = planter.plant();
  CHECK(planter.texts > 60);
  const std::string all = published(strategy);
  CHECK_FALSE(has_words(all, "planted"));
  CHECK(has_words(all, "openwords"));
  CHECK(has_words(all, "opencontact"));
}

TEST_CASE("nor what a public field holds that is not for everyone") {
  struct Poison {
    std::string words, telling; ///< the part by which it would be known
  };
  const Poison poisons[] = {{"ask zoe.martin@example.fr", "zoe.martin"},
                            {"see /srv/depot/chiffres", "/srv/depot"},
                            {"from C:\\depot\\chiffres", "depot"},
                            {"kept in zones/liste-secrete.csv", "liste-secrete"},
                            {"select mairie from suivi_interne", "suivi_interne"},
                            {"postgresql://lecteur:motdepasse1@base/x", "motdepasse1"}};
  for (const Poison& poison : poisons) {
    CAPTURE(poison.words);
    const auto in_all = [&](Publicity publicity) {
      return publicity == Publicity::address ? std::string("https://example.org") : poison.words;
    };
    CHECK_FALSE(has_words(published(Planter(in_all).plant()), poison.telling));
  }
  // An address that is meant for everyone stays; what else it may hold does not.
  CHECK(has_words(published(Planter([](Publicity) { return std::string("equipe@example.fr"); }).plant()),
                  "equipe@example.fr"));
  CHECK_FALSE(has_words(
      published(Planter([](Publicity) { return std::string("/srv/depot/equipe"); }).plant()), "depot"));
}

TEST_CASE("nor those who are named in the file, in public fields") {
  Strategy strategy =
      Planter([](Publicity publicity) {
        return std::string(is_withheld(publicity) ? "Zélie Quatremère" : "counted by zelie in May");
      }).plant();
  strategy.actions.front().owner = "Bureau des cas";
  strategy.market.unit = "pupil of the bureau des cas";
  const std::string all = published(strategy);
  CHECK_FALSE(has_words(all, "zelie"));
  CHECK_FALSE(has_words(all, "bureau"));
}

TEST_CASE("the table has the columns that its schema tells, and its rows are told apart") {
  const Strategy strategy = Planter([](Publicity) { return std::string("words"); }).plant();
  const PublicPage page = publish(public_part(strategy).strategy, Date{std::chrono::days{20600}}, {});
  for (const Language language : {Language::english, Language::french}) {
    const auto schema = nlohmann::json::parse(report::public_table_schema(page, language));
    std::string header;
    for (const auto& field : schema["fields"]) {
      header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
      CHECK_FALSE(field["description"].get<std::string>().empty());
    }
    CHECK(report::public_csv(page, language).starts_with(header + "\r\n"));
    CHECK(schema["primaryKey"][0] == schema["fields"][0]["name"]);
  }
}

TEST_CASE("the newest cost for one is told, with what is divided by what, and not that of a launch") {
  PublicPage page;
  page.strategy = page.solution = "Registre";
  page.unit = "commune";
  page.units = "communes";
  page.currency = "EUR";
  for (const auto& [month, covered] : {std::pair{1U, 20.0}, {2U, 118.0}, {3U, 671.0}})
    page.trend.push_back({std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{28},
                          Disclosure::told, covered, 120000 / covered});
  const auto shown = [&](std::string_view name, Language language) {
    RenderOptions how;
    how.language = language;
    for (const DocumentFormat& format : document_formats())
      if (format.name == name)
        return format.render(document_of(page), how);
    return std::string();
  };
  CHECK(has_words(shown("html", Language::english),
                  "€120,000 a year for 671 communes covered on 28 March 2026: €178.84 for each"));
  const std::string french = shown("html", Language::french);
  CHECK(has_words(french, "pour 671 communes au 28 mars 2026"));
  const std::string first_drawn =
      french.substr(french.find("<svg"), french.find("</svg>") - french.find("<svg"));
  CHECK_FALSE(has_words(first_drawn, "6\u202f000")); // the year's cost over the 20 of the launch month
  CHECK(has_words(french, "6\u202f000"));            // is in the table, beside them
  CHECK(has_words(french, "couverts, communes"));
}

TEST_CASE("conformity is never claimed") {
  const std::string all = published(Planter([](Publicity) { return std::string("words"); }).plant());
  for (const std::string_view claim : {"RGAA", "WCAG", "conforme", "compliant"})
    CHECK_FALSE(has_words(all, claim));
}

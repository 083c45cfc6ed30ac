// A figure of a made-up answer is found in all that walks the description.
#include "answers/csv.hpp"
#include "answers/gate.hpp"
#include "answers/json.hpp"
#include "answers/reference.hpp"
#include "catch.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::answers {
namespace {

enum class Weather { fair, foul };
struct Place {
  std::string id;
  std::string name;
  std::optional<double> height;
  Weather weather{};
};
struct Atlas {
  Date as_of{};
  std::string unit = "metre";
  std::vector<Place> places;
  std::optional<Date> printed;
  Map<std::int64_t> words;
};
} // namespace

template <>
const Record& description<Place>();

} // namespace deploy_plan::answers

namespace deploy_plan::model {
template <>
std::span<const Choice> choices<answers::Weather>() {
  static constexpr Choice all[] = {{0, {"fair", "beau"}, {}}, {1, {"foul", "mauvais"}, {}}};
  return all;
}
} // namespace deploy_plan::model

namespace deploy_plan::answers {
namespace {

constexpr Member place_members[] = {
    figure<&Place::id>({{"id", "id"}, {"place", "lieu"}}),
    figure<&Place::height>({{"height", "hauteur"},
                            {"height", "hauteur"},
                            {"above the sea", "au-dessus de la mer"},
                            Kind::measure,
                            Better::more}),
    computed({{"weather", "temps"}, {"weather", "temps"}, {}, Kind::word},
             [](const Place& place) { return place.weather; }),
};
constexpr Member heading_members[] = {figure<&Atlas::unit>({{"unit", "unité"}, {"unit", "unité"}})};
constexpr Record heading{{"heading", "en-tête"}, {}, heading_members};
constexpr Member atlas_members[] = {
    figure<&Atlas::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    group({{"heading", "en-tête"}, {"heading", "en-tête"}}, heading),
    figure<&Atlas::places>({{"places", "lieux"}, {"places", "lieux"}}),
    figure<&Atlas::printed>(
        {{"printed", "imprimé"}, {"day of printing", "jour d'impression"}, {}, Kind::date, Better::less}),
    counting("word", figure<&Atlas::words>({{"words", "mots"}, {"words", "mots"}, {}, Kind::count})),
};
} // namespace

template <>
const Record& description<Place>() {
  static constexpr Record record{{"place", "lieu"}, {}, place_members, {}, 0, title([](const Place& place) {
                                   return named(place.name, place.id);
                                 })};
  return record;
}
template <>
const Record& description<Atlas>() {
  static constexpr Record record{{"atlas", "atlas"},
                                 {},
                                 atlas_members,
                                 "made-up/atlas@1",
                                 -1,
                                 nullptr,
                                 counted_in([](const Atlas& atlas, const Context&) {
                                   return Context{atlas.unit, false, ""};
                                 })};
  return record;
}

namespace {

const Atlas atlas{Date{std::chrono::days{20000}},
                  "metre",
                  {{"a.b", "Hill", 12.5, Weather::fair},
                   {"height", "Well", std::nullopt, Weather::foul},
                   {"a", "Peak", 4000, Weather::foul},
                   {"a", "Peak again", 1, Weather::foul},
                   {"état \"x\"", "Odd", 2, Weather::fair}},
                  std::nullopt,
                  {{"one.two", 3}}};
} // namespace

TEST_CASE("a described answer is written as JSON") {
  const auto json = nlohmann::ordered_json::parse(as_json(atlas));
  CHECK(json["format"] == "made-up/atlas@1");
  CHECK(json["as_of"] == "2024-10-04");
  CHECK(json["heading"]["unit"] == "metre");
  CHECK(json["places"][0]["height"] == 12.5);
  CHECK(json["places"][1]["height"].is_null());
  CHECK(json["places"][2]["weather"] == "foul");
  CHECK(json["printed"].is_null());
  CHECK(json["words"]["one.two"] == 3);
  CHECK(as_json(atlas) == json.dump(2));
  CHECK(as_json(Atlas{}).find("\"places\": []") != std::string::npos);
}

TEST_CASE("its schema holds what it may be, and no more") {
  const Record* const records[] = {&description<Atlas>()};
  const auto schema = nlohmann::json::parse(json_schema({"an atlas", "un atlas"}, records, Language::french));
  CHECK(schema["title"] == "un atlas");
  const auto& whole = schema["$defs"]["atlas"];
  CHECK(whole["additionalProperties"] == false);
  CHECK(whole["required"].size() == 6);
  const auto& place = schema["$defs"]["place"]["properties"];
  CHECK(place["height"]["type"] == nlohmann::json{"number", "null"});
  CHECK(place["height"]["description"] == "au-dessus de la mer");
  CHECK(place["id"]["type"] == "string");
  CHECK(place["weather"]["enum"] == nlohmann::json{"fair", "foul"});
}

TEST_CASE("the manual's table tells every figure, in words") {
  const std::string english = reference_table(description<Atlas>(), Language::english);
  CHECK(english.find("| `places.ID.height` | height | above the sea | in its unit | ↑ |") !=
        std::string::npos);
  CHECK(english.find("| `places.ID.weather` | weather | `fair`, `foul` | word |  |") != std::string::npos);
  const std::string french = reference_table(description<Atlas>(), Language::french);
  CHECK(french.find("| `imprimé` | jour d'impression |  | jour | ↓ |") != std::string::npos);
  CHECK(french.find("`lieux.ID.id`") == std::string::npos); // what something is called is no figure
}

namespace {

/// A figure's row in words, in a language: what it is of, and what it is.
std::string row_in_words(std::string_view path, Language language) {
  std::string row;
  each_figure(atlas, [&](const Figure& figure) {
    if (text_of(figure.path) == path)
      row = figure.subject.in(language) + ": " + std::string(figure.member.name.in(language));
  });
  return row;
}
std::string figure_at(std::string_view path) {
  const Lookup found = look_up(description<Atlas>(), &atlas, path);
  REQUIRE(std::holds_alternative<Located>(found));
  return as_json_number(std::get<double>(std::get<Located>(found).value));
}
} // namespace

TEST_CASE("a figure that is added to an answer is told wherever figures are") {
  // In JSON and its schema.
  CHECK(nlohmann::json::parse(as_json(atlas))["places"][0]["height"] == 12.5);
  const Record* const records[] = {&description<Atlas>()};
  CHECK(nlohmann::json::parse(
            json_schema({"an atlas", "un atlas"}, records, Language::english))["$defs"]["place"]["properties"]
            .contains("height"));
  // By its path in either language, and so in gates.
  CHECK(figure_at("places.a.b.height") == "12.5");
  CHECK(figure_at("lieux.a.b.hauteur") == "12.5");
  CHECK(judge("places.a.b.height > 12", paths_into(atlas), false).holds);
  CHECK(judge("Lieux.a.b.Hauteur == 12,5", paths_into(atlas), false).holds);
  CHECK(judge("places.a.b.heigt > 12", paths_into(atlas), false).failure);
  CHECK(judge("places.height.height > 12", paths_into(atlas), false).failure); // it is not known
  // In rows and columns, with what it is counted in.
  std::vector<std::string> rows;
  each_row(atlas, [&](const FigureRow& row) { rows.push_back(row.path + " " + row.value + " " + row.unit); });
  CHECK(rows == std::vector<std::string>{"places.a.b.height 12.5 metre", "places.a.height 4000 metre",
                                         "places.a#2.height 1 metre", "places.état \"x\".height 2 metre",
                                         "words.one.two 3 word"});
  // In words, and in the manual.
  CHECK(row_in_words("places.a.b.height", Language::english) == "Hill: height");
  CHECK(row_in_words("places.a.b.height", Language::french) == "Hill: hauteur");
  CHECK(reference_table(description<Atlas>(), Language::french).find("| `lieux.ID.hauteur` | hauteur |") !=
        std::string::npos);
}

} // namespace deploy_plan::answers

// Paths: ids are ids whatever they look like, and every figure is found again by its own.
#include "answers/answers.hpp"
#include "answers/path.hpp"
#include "catch.hpp"
#include "text/folding.hpp"
#include <map>

namespace deploy_plan::answers {
namespace {

/// What was asked of the description of the answer below.
std::size_t asked = 0;

struct Spot {
  std::string id;
  double height = 0;
};
struct Land {
  std::vector<Spot> spots;
  std::vector<std::string> notes;
  Map<std::int64_t> words;
};
} // namespace

template <>
const Record& description<Spot>();

namespace {

constexpr Member inner_members[] = {
    figure<&Spot::height>({{"height", "hauteur"}, {}, {}, Kind::measure}),
};
constexpr Record inner{{"inner", "intérieur"}, {}, inner_members};
constexpr Member spot_members[] = {
    computed({{"id", "id"}, {}},
             [](const Spot& spot) {
               ++asked;
               return spot.id;
             }),
    computed({{"height", "hauteur"}, {}, {}, Kind::measure},
             [](const Spot& spot) {
               ++asked;
               return spot.height;
             }),
    group({{"within", "dedans"}, {}}, inner),
};
constexpr Member land_members[] = {
    figure<&Land::spots>({{"spots", "lieux"}, {}}),
    figure<&Land::notes>({{"notes", "notes"}, {}}),
    figure<&Land::words>({{"words", "mots"}, {}, {}, Kind::count}),
};
} // namespace

template <>
const Record& description<Spot>() {
  static constexpr Record record{{"spot", "lieu"}, {}, spot_members, {}, 0};
  return record;
}
template <>
const Record& description<Land>() {
  static constexpr Record record{{"land", "pays"}, {}, land_members};
  return record;
}

namespace {

double height_at(const Land& land, std::string_view path) {
  CAPTURE(path);
  const Lookup found = look_up(description<Land>(), &land, path);
  REQUIRE(std::holds_alternative<Located>(found));
  return std::get<double>(std::get<Located>(found).value);
}

/// Every figure of an answer, by its path in a language.
std::vector<std::string> paths_of(const Land& land, Language language) {
  std::vector<std::string> all;
  each_figure(land, [&](const Figure& figure) { all.push_back(text_of(figure.path, language)); });
  return all;
}
} // namespace

TEST_CASE("an id that looks like a key, a place or a figure is an id") {
  for (const std::string id : {"share-of-schools",
                               "cost_per_visit",
                               "reached",
                               "a.b",
                               "objectifs",
                               "status",
                               "2026-01-01",
                               "#2",
                               "height",
                               "hauteur",
                               "within",
                               "a.height",
                               "a.hauteur.b",
                               "état \"x\"",
                               "\"",
                               "\"a\"",
                               "\"a.height\"",
                               "line\nbreak",
                               "😀",
                               "a == b",
                               " x",
                               "x ",
                               "\u00a0",
                               ".",
                               "..",
                               ".a",
                               "a.",
                               "0",
                               "\\",
                               "a\\\".height",
                               "ids with spaces",
                               "a#2",
                               "日本"}) {
    CAPTURE(id);
    const Land land{{{id, 1.5}, {"a", 2}, {"b", 3}}, {}, {{id, 4}}};
    std::size_t figures = 0;
    for (const Language language : {Language::english, Language::french})
      each_figure(land, [&](const Figure& figure) {
        ++figures;
        const std::string path = text_of(figure.path, language);
        CAPTURE(path);
        const Lookup found = look_up(description<Land>(), &land, path);
        REQUIRE(std::holds_alternative<Located>(found));
        const auto& located = std::get<Located>(found);
        CHECK(located.path == figure.path);
        CHECK(located.value == owned(figure.value));
      });
    CHECK(figures == 2 * (3 * 3 + 1));
    if (id.front() != '"')
      CHECK(height_at(land, "spots." + id + ".height") == 1.5); // as it is, wherever that is all it can be
  }
}

TEST_CASE("an id stands in quotes where it could be a shorter one and a key") {
  const Land land{{{"a", 1}, {"a.within", 2}}, {}, {}};
  CHECK(paths_of(land, Language::english) ==
        std::vector<std::string>{"spots.a.id", "spots.a.height", "spots.a.within.height",
                                 "spots.\"a.within\".id", "spots.\"a.within\".height",
                                 "spots.\"a.within\".within.height"});
  CHECK(paths_of(land, Language::french).back() == "lieux.\"a.within\".dedans.hauteur");
  CHECK(height_at(land, "spots.a.within.height") == 1);
  CHECK(height_at(land, "lieux.\"a.within\".HAUTEUR") == 2);
  CHECK(height_at({{{"a.within", 2}}, {}, {}}, "spots.a.within.height") == 2); // nothing else it could be
}

TEST_CASE("of elements that share a name each has its own, and those without take part in no path") {
  const Land land{{{"a", 1}, {"", 2}, {"a", 3}, {"a#2", 4}, {"a", 5}, {"", 6}}, {"one", "two"}, {}};
  const auto paths = paths_of(land, Language::english);
  CHECK(paths.size() == 3 * 4);
  CHECK(height_at(land, "spots.a.height") == 1);
  CHECK(height_at(land, "spots.a#2.height") == 4);
  CHECK(height_at(land, "spots.a#3.height") == 3);
  CHECK(height_at(land, "spots.a#4.height") == 5);
  CHECK(std::holds_alternative<Astray>(look_up(description<Land>(), &land, "notes.0")));
  CHECK(std::get<Astray>(look_up(description<Land>(), &land, "notes")).several);
}

TEST_CASE("a walk and a look-up ask of each element a fixed number of times") {
  const auto asked_of = [](std::size_t spots, const char* id) {
    Land land;
    for (std::size_t i = 0; i < spots; ++i)
      land.spots.push_back({id + std::to_string(i), 1});
    asked = 0;
    each_figure(land, [](const Figure& figure) { (void)text_of(figure.path); });
    (void)height_at(land, "spots." + land.spots.back().id + ".height");
    (void)look_up(description<Land>(), &land, "spots.none.height");
    return asked;
  };
  for (const char* const id : {"s", "s.height", "s.a.b.c"})
    CHECK(asked_of(10000, id) <= 10 * asked_of(1000, id) + 10);
  Land same;
  same.spots.assign(10000, {"same", 1});
  CHECK(height_at(same, "spots.same#10000.height") == 1);
}

namespace {

/// No key of a record may name two of its members, whatever the language.
void demand_own_keys(const Record& record, std::map<const Record*, bool>& seen) {
  if (std::exchange(seen[&record], true))
    return;
  std::map<std::string, const Member*> keys;
  each_member(record, nullptr, [&](const Member& member, const void*) {
    CAPTURE(record.name.en, member.key.en, member.key.fr);
    for (const std::string_view key : {member.key.en, member.key.fr}) {
      const auto [known, is_new] = keys.emplace(text::fold(key), &member);
      const bool is_same = known->second->key.en == member.key.en && known->second->key.fr == member.key.fr;
      CHECK((is_new || is_same)); // two parts of which one is there at most may share a key
    }
    if (member.group != nullptr)
      return demand_own_keys(*member.group, seen);
    const Type* type = member.type;
    while (type->shape == Shape::list || type->shape == Shape::map)
      type = type->item;
    if (type->shape == Shape::record)
      demand_own_keys(type->record(), seen);
  });
}
} // namespace

TEST_CASE("in every answer a key names one member, whatever the language") {
  std::map<const Record*, bool> seen;
  for (const DescribedAnswer& answer : described_answers())
    for (const Record* const record : answer.records)
      demand_own_keys(*record, seen);
  CHECK(seen.size() > 20);
}

} // namespace deploy_plan::answers

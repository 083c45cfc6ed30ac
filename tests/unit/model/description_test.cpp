// The description of the file: what every walk over it counts on.
#include "catch.hpp"
#include "model/description.hpp"
#include <set>

using namespace deploy_plan;
using namespace deploy_plan::model;

namespace {

/// Every record of the file, once.
void each_record(const Record& record, std::set<const Record*>& seen,
                 const std::function<void(const Record&)>& visit) {
  if (!seen.insert(&record).second)
    return;
  visit(record);
  for (const Field& field : record.fields) {
    const Type* type = &without_optional(*field.type);
    while (type->shape == Shape::list)
      type = &without_optional(*type->item);
    if (type->shape == Shape::record)
      each_record(type->record(), seen, visit);
  }
}
} // namespace

TEST_CASE("every field has a name of its own and a meaning, in both languages") {
  std::set<const Record*> seen;
  std::size_t fields = 0;
  each_record(description<Strategy>(), seen, [&](const Record& record) {
    std::set<std::string_view> names;
    CAPTURE(record.name.en);
    for (const Field& field : record.fields) {
      CAPTURE(field.name.en);
      ++fields;
      CHECK_FALSE(field.meaning.en.empty());
      CHECK(field.meaning.en != field.meaning.fr);
      CHECK(names.insert(field.name.en).second);
      if (field.name.fr != field.name.en)
        CHECK(names.insert(field.name.fr).second);
    }
  });
  CHECK(fields > 100);
}

TEST_CASE("keys and words are found in either language, whatever their accents and case") {
  const Record& strategy = description<Strategy>();
  const Record& market =
      strategy.fields[static_cast<std::size_t>(find_field(strategy, "market"))].type->record();
  const auto found = [&](std::string_view key) {
    const int index = find_field(market, key);
    return index < 0 ? std::string_view() : market.fields[static_cast<std::size_t>(index)].name.en;
  };
  CHECK(found("target") == "target");
  CHECK(found("cible") == "target");
  CHECK(found("ADRESSE") == "addressed");
  CHECK(found("tarjet").empty());
  CHECK(find_choice(choices<Stage>(), "Référencement") == find_choice(choices<Stage>(), "referencement"));
  CHECK(find_choice(choices<Stage>(), "acquisition")->value == static_cast<int>(Stage::acquisition));
  CHECK(find_choice(choices<Stage>(), "acquisitions") == nullptr);
}

TEST_CASE("a walk reaches members without knowing their types") {
  Strategy strategy;
  const Record& record = description<Strategy>();
  const Field& name = record.fields[static_cast<std::size_t>(find_field(record, "name"))];
  *static_cast<std::string*>(name.access(&strategy)) = "Schools";
  CHECK(strategy.name == "Schools");
  const Field& actions = record.fields[static_cast<std::size_t>(find_field(record, "actions"))];
  actions.type->add(actions.access(&strategy));
  CHECK(strategy.actions.size() == 1);
}

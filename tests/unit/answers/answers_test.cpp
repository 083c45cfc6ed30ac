// What every described answer must be, whichever it is.
#include "answers/answers.hpp"
#include "catch.hpp"
#include <set>

namespace deploy_plan::answers {
namespace {

/// Every record of every answer, once.
void each_record(const Record& record, std::set<const Record*>& seen,
                 const std::function<void(const Record&)>& visit) {
  if (!seen.insert(&record).second)
    return;
  visit(record);
  for (const Member& member : record.members) {
    if (member.group != nullptr)
      each_record(*member.group, seen, visit);
    const Type* type = member.type;
    while (type != nullptr && type->item != nullptr)
      type = type->item;
    if (type != nullptr && type->record != nullptr)
      each_record(type->record(), seen, visit);
  }
}
void each_record(const std::function<void(const Record&)>& visit) {
  std::set<const Record*> seen;
  for (const DescribedAnswer& answer : described_answers())
    for (const Record* const record : answer.records)
      each_record(*record, seen, visit);
}
} // namespace

TEST_CASE("every figure has a key and words in both languages") {
  std::size_t figures = 0;
  each_record([&](const Record& record) {
    for (const Member& member : record.members) {
      if (member.spread)
        continue;
      CAPTURE(record.name.en, member.key.en);
      ++figures;
      CHECK_FALSE(member.key.en.empty());
      CHECK_FALSE(member.key.fr.empty());
      CHECK(member.key.en.find_first_of(" .\"") == std::string_view::npos);
      CHECK(member.name.en.empty() == member.name.fr.empty());
      CHECK(member.meaning.en.empty() == member.meaning.fr.empty());
    }
  });
  CHECK(figures > 150);
}

TEST_CASE("a probability lies in [0, 1], and what counts is not below zero") {
  each_record([&](const Record& record) {
    for (const Member& member : record.members)
      if (member.kind == Kind::probability && member.group == nullptr) {
        CAPTURE(record.name.en, member.key.en);
        CHECK(member.bounds.low == 0);
        CHECK(member.bounds.high == 1);
      }
  });
}

TEST_CASE("an answer that stands by itself names its format, with its version") {
  for (const DescribedAnswer& answer : described_answers())
    for (const Record* const record : answer.records) {
      CAPTURE(answer.command);
      CHECK(record->format.starts_with("deploy-plan/"));
      CHECK(record->format.find('@') != std::string_view::npos);
    }
}

} // namespace deploy_plan::answers

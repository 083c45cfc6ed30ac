// The terms of the budget, and the absences of the team.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string term(const std::string& from, const std::string& until, int money = 0) {
  return R"({"from": ")" + from + R"(", "until": ")" + until + R"(", "money": )" + std::to_string(money) +
         "}";
}
CheckedFile with_terms(const std::string& terms) {
  return checked_with(R"({"period": {"start": "2026-01-01", "end": "2026-12-31"}, "budget": {"terms": [)" +
                      terms + "]}}");
}
std::vector<std::string> of_terms(const std::string& terms) {
  std::vector<std::string> found;
  for (const std::string& rule : rules_of(with_terms(terms)))
    if (rule.starts_with("terms-") || rule == "dates-reversed" || rule == "span-outside-period")
      found.push_back(rule);
  return found;
}
using Found = std::vector<std::string>;
} // namespace

TEST_CASE("terms share no day, and leave none of the period out unseen") {
  const std::string spring = term("2026-01-01", "2026-06-30");
  CHECK(of_terms(spring + ", " + term("2026-07-01", "2026-12-31")).empty());
  CHECK(of_terms(term("2026-07-01", "2027-06-30") + ", " + term("2025-07-01", "2026-06-30")).empty());
  CHECK(of_terms(spring + ", " + term("2026-06-30", "2026-12-31")) == Found{"terms-overlap"});
  // One that lies within another overlaps it, and so does the next.
  CHECK(of_terms(term("2026-01-01", "2026-12-31") + ", " + term("2026-02-01", "2026-02-28") + ", " +
                 term("2026-05-01", "2026-05-31")) == Found{"terms-overlap", "terms-overlap"});
  CHECK(of_terms(spring + ", " + term("2026-07-02", "2026-12-31")) == Found{"terms-incomplete"});
  CHECK(of_terms(term("2026-01-02", "2026-12-31")) == Found{"terms-incomplete"});
  CHECK(of_terms(term("2026-01-01", "2026-12-30")) == Found{"terms-incomplete"});
  CHECK(of_terms("").empty());
}

TEST_CASE("terms run forwards, within the period, and add up to no more than the budget") {
  CHECK(of_terms(term("2026-12-31", "2026-01-01")) == Found{"dates-reversed"});
  CHECK(of_terms(term("2026-01-01", "2026-12-31") + ", " + term("2027-01-01", "2027-12-31")) ==
        Found{"span-outside-period"});
  const auto sums = [](int one, int other, const std::string& until) {
    return of_terms(term("2026-01-01", "2026-06-30", one) + ", " + term("2026-07-01", until, other));
  };
  CHECK(sums(10000, 10000, "2026-12-31").empty());
  CHECK(sums(10000, 10001, "2026-12-31") == Found{"terms-beyond-budget"});
  CHECK(sums(10000, 10001, "2027-06-30").empty()); // some of it is spent after the period
}

TEST_CASE("absences run forwards and touch the period") {
  const auto away = [](const std::string& from, const std::string& until) {
    return checked_with(
        R"({"period": {"start": "2026-01-01", "end": "2026-12-31"}, "team": [{"name": "Ana", "axes": ["adoption", "retention"], "absences": [{"from": ")" +
        from + R"(", "until": ")" + until + "\"}]}]}");
  };
  CHECK(rules_of(away("2025-12-20", "2026-01-01")).empty());
  CHECK(raises(away("2026-08-20", "2026-08-01"), "dates-reversed"));
  CHECK(raises(away("2025-12-20", "2025-12-31"), "span-outside-period"));
  CHECK(raises(away("2027-01-01", "2027-01-02"), "span-outside-period"));
}

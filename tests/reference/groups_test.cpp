// Groups compared, against R (field.json: t.test on the groups' rates, and the analysis of variance of each
// arm).
#include "catch.hpp"
#include "deploy_plan/groups.hpp"
#include <fstream>
#include <nlohmann/json.hpp>

using namespace deploy_plan;

namespace {
std::vector<Proportion> groups_of(const nlohmann::json& one, std::size_t arm) {
  std::vector<Proportion> groups;
  for (std::size_t i = 0; i < one["exposed"][arm].size(); ++i)
    groups.push_back(
        {one["exposed"][arm][i].get<std::int64_t>(), one["converted"][arm][i].get<std::int64_t>()});
  return groups;
}
Approx to_nine_figures(const nlohmann::json& value) { return Approx(value.get<double>()).epsilon(1e-9); }
} // namespace

TEST_CASE("groups are compared, and their likeness told, as R does") {
  const auto all = nlohmann::json::parse(std::ifstream("tests/reference/field.json"));
  REQUIRE(all["clusters"].size() == 5);
  for (const auto& one : all["clusters"]) {
    CAPTURE(one.dump());
    const auto test =
        cluster_t_test(cluster_rates(groups_of(one, 0)), cluster_rates(groups_of(one, 1)), 0.95);
    REQUIRE(test);
    CHECK(test->estimate == to_nine_figures(one["difference"]));
    CHECK(test->interval.low == to_nine_figures(one["low"]));
    CHECK(test->interval.high == to_nine_figures(one["high"]));
    CHECK(test->p_value == to_nine_figures(one["p_value"]));
    CHECK(test->degrees == one["df"].get<double>());
    for (std::size_t arm = 0; arm < 2; ++arm) {
      const auto groups = groups_of(one, arm);
      const ClusterCounts alone[] = {groups};
      CHECK(intracluster_correlation(alone, 0.9)->value == to_nine_figures(one["icc_anova"][arm]));
    }
  }
}

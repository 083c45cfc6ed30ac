#include "examples.hpp"
#include "report/exports/openmetrics.hpp"
#include <set>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
std::string told(const std::vector<Gap>& gaps) {
  std::string text;
  const auto writer = report::openmetrics_writer([&](std::string_view piece) { text += piece; });
  for (Gap gap : gaps)
    writer->add(std::move(gap));
  writer->end();
  return text;
}
std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}
} // namespace

TEST_CASE("labels escape quotes and backslashes") {
  Gap gap;
  gap.strategy = "\"a\\b\"\n";
  gap.market.share.target = 0.25;
  const std::string text = told({gap});
  CHECK(text.find("deploy_plan_market_share_target_ratio{strategy=\"\\\"a\\\\b\\\"") != std::string::npos);
  CHECK(text.find("# UNIT deploy_plan_market_share_target_ratio ratio\n") != std::string::npos);
  CHECK(text.ends_with("# EOF\n"));
}

TEST_CASE("samples of a metric stand together, and none is told twice") {
  const Gap one = gap(strategy_of("examples/diagnostic-communes.json"), day);
  const auto lines =
      lines_of(told({one, one, gap(strategy_of("examples/parcours-cybersecurite.json"), day)}));
  std::set<std::string> families, series;
  std::string last;
  for (const std::string& line : lines) {
    if (line.starts_with("# TYPE ")) {
      last = line.substr(7, line.find(' ', 7) - 7);
      CHECK(families.insert(last).second);
    }
    if (line.starts_with('#'))
      continue;
    CHECK(line.starts_with(last + "{"));
    CHECK(series.insert(line.substr(0, line.rfind(' '))).second);
    const std::string value = line.substr(line.rfind(' ') + 1);
    CHECK(value.find_first_not_of("0123456789.eE+-") == std::string::npos); // no NaN, no infinity
  }
  CHECK(families.size() > 20);
  CHECK(series.size() > 100);
}

// What people read of gaps.
#include "deploy_plan/document.hpp"
#include "deploy_plan/plan.hpp"
#include "golden/golden.hpp"
#include "report/views/gap/gap_document.hpp"
#include "report/views/gap/gap_writers.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// With where it is going, and where the best plan would take it.
Gap gap_of(const std::string& path) {
  const Strategy strategy = strategy_of(path);
  PlanOptions planned;
  planned.frontier = 0;
  const auto best = plan({&strategy, 1}, day, planned);
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, {}, best ? &*best : nullptr);
  return told;
}
} // namespace

TEST_CASE("a strategy's gap reads as it must, in each format and language") {
  const Gap one = gap_of("examples/diagnostic-communes.json");
  for (const Language language : languages) {
    RenderOptions options;
    options.language = language;
    for (const DocumentFormat& format : document_formats())
      matches("gap/diagnostic-communes" + suffix(language) + std::string(format.extension),
              format.render(report::gap_document({&one, 1}, day, {}), options));
  }
  RenderOptions narrow;
  narrow.width = 80;
  narrow.unicode = false;
  matches("gap/narrow.txt",
          document_formats().front().render(report::gap_document({&one, 1}, day, {}), narrow));
  matches("gap/diagnostic-communes.json", json_of(one));
  matches("gap/diagnostic-communes.csv", report::gaps_csv({&one, 1}, false));
  matches("gap/diagnostic-communes.fr.csv", report::gaps_csv({&one, 1}, true));
}

TEST_CASE("a portfolio reads as a table, then strategy by strategy") {
  const std::vector<Gap> all{gap_of("examples/nis2-registration.jsonc"),
                             gap_of("examples/parcours-cybersecurite.json")};
  report::GapViewOptions each;
  each.each_strategy = true;
  for (const Language language : languages) {
    RenderOptions options;
    options.language = language;
    matches("gap/portfolio" + suffix(language) + ".txt",
            document_formats().front().render(report::gap_document(all, day, each), options));
  }
}

// What people read of scenarios side by side, of sweeps, and of two versions.
#include "deploy_plan/document.hpp"
#include "deploy_plan/scenario.hpp"
#include "golden/golden.hpp"
#include "report/views/changes/comparison.hpp"
#include "report/views/changes/difference_view.hpp"
#include "report/views/changes/sweep.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

const std::string communes = "examples/diagnostic-communes.json";

StrategyFile::Opened opened(const std::string& name) {
  return StrategyFile::open(std::make_shared<const Source>(name, content(name)), on_that_day());
}

answers::ComparedScenario side(const std::string& id, const std::string& name,
                               std::vector<Difference> changes, const Strategy& strategy) {
  auto answers = std::make_shared<const answers::StrategyAnswers>(
      answers::answers_about(strategy, day, answers::Analyses::all));
  return {id, name, {}, std::move(changes), answers, answers::Figures(*answers)};
}
answers::ComparedScenario compared(const StrategyFile& file, const std::string& id, const std::string& name,
                                   const Changes& changes) {
  Variant variant = file.with({&changes, 1});
  REQUIRE(variant.is_sound());
  return side(id, name, std::move(variant.changes), variant.strategy);
}

answers::ScenarioComparison comparison() {
  const auto base = opened(communes);
  const std::string overlay = "examples/scenarios/wider-target.json";
  answers::ScenarioComparison all{day, base.strategy.name, answers::told_numbers(base.strategy), {}, {}};
  all.scenarios.push_back(side("baseline", "baseline", {}, base.strategy));
  all.scenarios.push_back(compared(*base.file, "renfort", "Une personne de plus", OwnScenario{"renfort"}));
  all.scenarios.push_back(compared(*base.file, "wider-target", "A wider target, with one more person",
                                   Overlay{std::make_shared<const Source>(overlay, content(overlay))}));
  const Changes too_wide = Assignments{"--set", {"market.target.size=+1000%"}};
  all.unsound.push_back({"set",
                         "market.target.size=+1000%",
                         {"with --set", "avec --set"},
                         base.file->with({&too_wide, 1}).checked});
  return all;
}

} // namespace

TEST_CASE("scenarios side by side read as they must") {
  const auto all = comparison();
  const auto rows = answers::differing(all.scenarios);
  matches_in_each_format("compare/scenarios", report::comparison_document(all, rows, {}));
  matches_in_each_format("compare/scenarios.all",
                         report::comparison_document(all, rows, {.all = true, .paths = true}));
  matches("compare/scenarios.json", report::comparison_json(all, rows));
  matches("compare/scenarios.csv", report::comparison_csv(all, rows, false));
  matches("compare/scenarios.fr.csv", report::comparison_csv(all, rows, true));
}

TEST_CASE("a sweep reads as it must") {
  const auto base = opened(communes);
  report::Sweep sweep{{*report::read_axis("market.addressed.size=9000:15000:3000"),
                       *report::read_axis("market.target.size=2000:4000:500")}};
  const auto answers = answers::answers_about(base.strategy, day, answers::Analyses::quick);
  const auto row = [&](std::string_view asked) {
    return answers::row_at(answers, std::get<answers::Located>(answers::look_up(answers, asked)).path);
  };
  const report::SweepHeading heading{
      .as_of = day,
      .strategy = base.strategy.name,
      .axes = {{"addressed tier", "marché adressé"}, {"target tier", "marché cible"}},
      .rows = {row("market.share.target"), row("market.cost_per_addressed")}};
  report::SweepDocument document(sweep, heading);
  std::string csv;
  std::string json;
  const auto csv_writer =
      report::sweep_csv([&](std::string_view piece) { csv += piece; }, sweep, heading, false);
  const auto json_writer = report::sweep_json([&](std::string_view piece) { json += piece; }, sweep, heading);
  for (report::SweepWriter* const writer :
       {static_cast<report::SweepWriter*>(&document), csv_writer.get(), json_writer.get()}) {
    writer->begin();
    for (std::size_t i = 0; i < sweep.size(); ++i) {
      const auto point =
          compared(*base.file, sweep.name(i), "", Assignments{"--sweep", sweep.assignments(i)});
      writer->point(i, i == 3 ? nullptr : &point);
    }
    writer->end();
  }
  matches_in_each_format("compare/sweep", document.document());
  matches("compare/sweep.csv", csv);
  matches("compare/sweep.json", json);
}

TEST_CASE("two versions read as they must") {
  const auto version = [](const std::string& name) {
    const auto one = opened(name);
    const auto told = side(name, "", {}, one.strategy);
    return answers::VersionSide{
        name, one.strategy.name, answers::told_numbers(one.strategy), true, told.answers, told.figures, day};
  };
  const std::string revision = "examples/diagnostic-communes-revision.json";
  const answers::VersionComparison versions{version(communes), version(revision),
                                            opened(communes).file->differences_to(*opened(revision).file)};
  matches_in_each_format("diff/revision", report::difference_document(versions, {}));
  matches_in_each_format("diff/revision.all",
                         report::difference_document(versions, {.all = true, .paths = true}));
  matches("diff/revision.json", report::difference_json(versions));
  matches("diff/revision.csv", report::difference_csv(versions, false));
  matches("diff/revision.fr.csv", report::difference_csv(versions, true));
  const auto everything = opened(communes).file->everything();
  matches("diff/one.fr.txt",
          document_formats().front().render(
              report::version_document("Diagnostic", answers::told_numbers(opened(communes).strategy),
                                       everything),
              {Language::french, false, true, 0, Severity::error}));
}

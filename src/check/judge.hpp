// One strategy, judged by itself.
#pragma once
#include "deploy_plan/check.hpp"
#include "model/collector.hpp"
#include "model/series.hpp"
#include "source/tree.hpp"

namespace deploy_plan::rules {

struct Judged {
  SourceMap sources;
  model::Collector found;
  bool is_json = true;
  Strategy strategy;
};

/// A strategy as a file has it, or as changes leave it: its scenarios are then judged no more, since they are
/// about the file.
enum class Judging { as_written, what_if };

/// Decodes the strategy at the tree's root, fills its series and applies every rule.
void judge(source::Tree& tree, model::SeriesFiles& series, const CheckOptions& options, Judging what,
           Judged& judged);

/// Applies each of the strategy's own scenarios to a copy of its tree and judges what comes of it; what only
/// a scenario makes wrong is said at the scenario. Does nothing where the strategy itself has errors.
void try_scenarios(const source::Tree& tree, model::SeriesFiles& series, const CheckOptions& options,
                   Judged& judged);

/// Adds what was found in one strategy, with the severities that hold for it, to what was found in its file.
void merge(Judged& judged, CheckedFile& file, const CheckOptions& options);

} // namespace deploy_plan::rules

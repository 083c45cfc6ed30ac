#include "cli/own_scenarios.hpp"

namespace deploy_plan::cli {

OwnScenarios own_scenarios(const std::string& file, const AnswerOptions& options, const Common& common) {
  OwnScenarios all;
  const auto source = read_source(file, common.reading);
  if (!source)
    return all;
  const auto opened = StrategyFile::open(*source, check_options(options, common));
  if (!opened.file)
    return all;
  for (const Scenario& one : opened.file->scenarios()) {
    const std::string& name = name_of(one);
    if (all.sound.size() + all.unsound.size() == most_scenarios) {
      all.left_out.push_back(name);
      continue;
    }
    const Changes change = OwnScenario{one.id};
    Variant variant = opened.file->with({&change, 1});
    if (variant.is_sound())
      all.sound.push_back({name, std::move(variant.strategy), std::move(variant.changes)});
    else
      all.unsound.push_back(name);
  }
  return all;
}

} // namespace deploy_plan::cli

#include "cli/own_scenarios.hpp"

namespace deploy_plan::cli {

std::vector<NamedStrategy> own_scenarios(const std::string& file, const AnswerOptions& options,
                                         const Common& common) {
  std::vector<NamedStrategy> all;
  const auto source = read_source(file, common.reading);
  if (!source)
    return all;
  const auto opened = StrategyFile::open(*source, check_options(options, common));
  if (!opened.file)
    return all;
  for (const Scenario& one : opened.file->scenarios()) {
    if (all.size() == most_scenarios)
      break;
    const Changes change = OwnScenario{one.id};
    Variant variant = opened.file->with({&change, 1});
    if (variant.is_sound())
      all.push_back({one.name.empty() ? one.id : one.name, std::move(variant.strategy)});
  }
  return all;
}

} // namespace deploy_plan::cli

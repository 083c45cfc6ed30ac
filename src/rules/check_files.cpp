#include "deploy_plan/check.hpp"
#include "source/in_order.hpp"

namespace deploy_plan {
namespace {

CheckedFile unreadable(const std::shared_ptr<const Source>& source, Text reason) {
  CheckedFile file{SourceMap(source), {}, {}};
  file.readable = false;
  file.findings.push_back(
      {"unreadable",
       Severity::error,
       {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {source->name(), reason}},
       {{"check the path and its permissions", "vérifiez le chemin et ses droits"}},
       {},
       {},
       {}});
  return file;
}

struct Checked {
  CheckedFile file;
  std::vector<Strategy> strategies;
};

Checked check_path(const std::string& path, const CheckOptions& options, bool keep_strategies) {
  auto [source, failure] = read_source(path, options.reading);
  if (failure)
    return {unreadable(source, *failure), {}};
  std::vector<Strategy> strategies;
  const auto keep = [&](Strategy&& strategy) { strategies.push_back(std::move(strategy)); };
  CheckedFile file = check(source, options, keep_strategies ? TakeStrategy(keep) : TakeStrategy());
  if (file.findings.empty()) // nothing to point at: its bytes need not wait for its turn
    file.sources = SourceMap(std::make_shared<const Source>(path, ""));
  return {std::move(file), std::move(strategies)};
}
} // namespace

void check_files(std::span<const std::string> paths, const CheckOptions& options, const TakeFile& take,
                 const TakeStrategy& take_strategy) {
  CheckOptions one_file = options;
  one_file.threads = paths.size() == 1 ? options.threads : 1;
  const bool wanted = static_cast<bool>(take_strategy);
  source::in_order(
      paths.size(), options.threads, [&](std::size_t i) { return check_path(paths[i], one_file, wanted); },
      [&](Checked&& checked) {
        for (Strategy& strategy : checked.strategies)
          take_strategy(std::move(strategy));
        take(std::move(checked.file));
      },
      2 * std::size_t{options.threads});
}

} // namespace deploy_plan

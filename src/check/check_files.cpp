#include "check/check_files.hpp"
#include "rules/file/engine.hpp"
#include "source/found.hpp"
#include "source/in_order.hpp"
#include "text/failure.hpp"

namespace deploy_plan {
namespace {

CheckedFile unread(const std::string& path, Phrase message, Phrase help) {
  CheckedFile file{SourceMap(std::make_shared<const Source>(path, "")), {}, {}};
  file.readable = false;
  file.findings.push_back({std::string(rules::unreadable.name),
                           rules::unreadable.severity,
                           std::move(message),
                           std::move(help),
                           {},
                           {},
                           {}});
  return file;
}

CheckedFile unreadable(const std::string& path, Text reason) {
  return unread(path, {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {path, reason}},
                {{"check the path and its permissions", "vérifiez le chemin et ses droits"}});
}

CheckedFile failed_at(const std::string& path, const Phrase& reason) {
  return unread(
      path, {{"cannot check {0}: {1}", "impossible de vérifier {0} : {1}"}, {path, reason.words()}},
      {{"check it alone, or in smaller parts; the other files are told all the same",
        "vérifiez-le seul, ou en parties plus petites ; les autres fichiers sont dits quand même"}});
}

using rules::CheckedPath;

CheckedPath check_path(const StrategyPath& path, const CheckOptions& options, bool keep_strategies) {
  const auto source = path.folder.empty() ? read_source(path.path, options.reading)
                                          : source::read_found(path.folder, path.path,
                                                               {options.allow_outside, options.reading});
  if (!source)
    return {unreadable(path.path, source.error()), {}};
  std::vector<Strategy> strategies;
  const auto keep = [&](Strategy&& strategy) { strategies.push_back(std::move(strategy)); };
  CheckedFile file = check(*source, options, keep_strategies ? TakeStrategy(keep) : TakeStrategy());
  if (file.findings.empty()) // nothing to point at: its bytes need not wait for its turn
    file.sources = SourceMap(std::make_shared<const Source>(path.path, ""));
  return {std::move(file), std::move(strategies)};
}
} // namespace

CheckedPath rules::check_safely(const std::string& path, const std::function<CheckedPath()>& check_it) {
  std::optional<CheckedPath> checked;
  const auto failure = text::failure_of([&] { checked = check_it(); });
  return failure ? CheckedPath{failed_at(path, *failure), {}} : std::move(*checked);
}

void check_files(std::span<const StrategyPath> paths, const CheckOptions& options, const TakeFile& take,
                 const TakeStrategy& take_strategy) {
  CheckOptions one_file = options;
  one_file.threads = paths.size() == 1 ? options.threads : 1;
  const bool wanted = static_cast<bool>(take_strategy);
  source::in_order(
      paths.size(), options.threads,
      [&](std::size_t i) {
        return rules::check_safely(paths[i].path, [&] { return check_path(paths[i], one_file, wanted); });
      },
      [&](CheckedPath&& checked) {
        for (Strategy& strategy : checked.strategies)
          take_strategy(std::move(strategy));
        take(std::move(checked.file));
      },
      2 * std::size_t{options.threads});
}

void check_files(std::span<const std::string> paths, const CheckOptions& options, const TakeFile& take,
                 const TakeStrategy& take_strategy) {
  std::vector<StrategyPath> named;
  for (const std::string& path : paths)
    named.push_back({path});
  check_files(named, options, take, take_strategy);
}

} // namespace deploy_plan

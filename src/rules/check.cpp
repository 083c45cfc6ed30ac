// Checking a file: each of its strategies is read, filled and judged by itself, then added to what the file
// gave.
#include "deploy_plan/check.hpp"
#include "model/series.hpp"
#include "rules/rule.hpp"
#include "source/documents.hpp"
#include "source/in_order.hpp"
#include "text/folding.hpp"
#include <set>

namespace deploy_plan {
namespace {

using rules::Look;
using rules::Rule;

/// One strategy of a file, read and judged by itself.
struct Checked {
  SourceMap sources;
  model::Collector found;
  bool is_json = true;
  Strategy strategy;
};

class StrategyChecker {
public:
  StrategyChecker(std::shared_ptr<const Source> file, const CheckOptions& chosen)
      : source(std::move(file)), options(chosen), series([&](const std::string& path) {
          return read_neighbour(source->name(), path, options.allow_outside);
        }) {}

  Checked check(Place text, std::string pointer) {
    auto parsed = source::parse(SourceMap(source), text, source::comments_of(*source), std::move(pointer));
    Checked result{SourceMap(source), model::Collector(options.max_findings), !parsed.error, {}};
    if (parsed.error)
      result.found.add(std::move(*parsed.error));
    else
      judge(parsed.tree, result);
    result.sources = std::move(parsed.tree.sources);
    return result;
  }

private:
  std::shared_ptr<const Source> source;
  const CheckOptions& options;
  model::SeriesFiles series;

  void judge(source::Tree& tree, Checked& result) {
    result.strategy = model::decode(tree, 0, result.found);
    if (tree[0].kind != source::Kind::object)
      return;
    model::load_series(result.strategy, tree, series, result.found);
    const Look look(result.strategy, tree, options.as_of, result.found);
    for (const auto step : rules::all_rules())
      for (const Rule& rule : step)
        if (rule.look != nullptr)
          rule.look(look);
    judge_settings(look, result.found);
    std::stable_sort(result.found.kept.begin(), result.found.kept.end(),
                     [](const Finding& a, const Finding& b) { return a.place.begin < b.place.begin; });
  }

  static void judge_settings(const Look& look, const model::Collector& found) {
    // What they are about is what stands now: a setting cannot silence what is said of settings.
    std::set<std::string, std::less<>> raised;
    for (const Finding& finding : found.kept)
      raised.insert(finding.rule);
    for (const auto& [rule, count] : found.beyond)
      raised.insert(rule);
    for (const RuleSetting& setting : look.strategy.rules)
      if (setting.origin.sound)
        judge_setting(look, setting, raised.contains(setting.rule));
  }

  static void judge_setting(const Look& look, const RuleSetting& setting, bool finds) {
    if (find_rule(setting.rule) == nullptr)
      look.report("unknown-reference", look.at(setting.origin),
                  {{"there is no rule {0}", "il n'y a pas de règle {0}"}, {setting.rule}},
                  text::suggestion(nearest_rule(setting.rule), {{"deploy-plan explain lists the rules",
                                                                 "deploy-plan explain liste les règles"}}));
    else if (is_over(setting, look.today))
      look.report("silence-stale", look.at(setting.origin),
                  {{"this setting of {0} ended on {1}", "ce réglage de {0} a pris fin le {1}"},
                   {setting.rule, *setting.until}},
                  {{"mend what it silenced and remove it, or set a new day with a reason",
                    "corrigez ce qu'il taisait et supprimez-le, ou fixez un nouveau jour avec une raison"}});
    else if (!finds && setting.severity == RuleSeverity::off)
      look.report(
          "silence-unused", look.at(setting.origin),
          {{"{0} finds nothing: this silence is not needed", "{0} ne trouve rien : ce silence est inutile"},
           {setting.rule}},
          {{"remove it, so that the rule warns when it is needed",
            "supprimez-le, pour que la règle prévienne le jour venu"}});
  }

public:
  static bool is_over(const RuleSetting& setting, Date today) {
    return setting.until && *setting.until < today;
  }
};

/// How much each rule matters: the options say, else the strategy, else the catalogue.
class Severities {
public:
  Severities(const CheckOptions& chosen, const Strategy& strategy) : options(chosen) {
    for (const RuleSetting& setting : strategy.rules)
      if (setting.origin.sound && !StrategyChecker::is_over(setting, options.as_of))
        own[setting.rule] = static_cast<Severity>(setting.severity);
  }
  [[nodiscard]] Severity of(const std::string& rule) const {
    if (const auto found = options.rules.find(rule); found != options.rules.end())
      return found->second;
    if (const auto found = own.find(rule); found != own.end())
      return found->second;
    return find_rule(rule)->severity;
  }

private:
  const CheckOptions& options;
  std::map<std::string_view, Severity> own;
};

/// Adds what was found in one strategy to what was found in its file.
class Merger {
public:
  Merger(CheckedFile& whole, const CheckOptions& chosen) : file(whole), options(chosen) {}

  void add(Checked& checked) {
    const Severities severities(options, checked.strategy);
    for (Finding& finding : checked.found.kept)
      add(std::move(finding), severities, checked.sources);
    for (const auto& [rule, count] : checked.found.beyond)
      add(rule, severities.of(rule), count);
    file.readable &= checked.is_json;
    ++file.strategies;
  }

private:
  CheckedFile& file;
  const CheckOptions& options;

  void add(Finding&& finding, const Severities& severities, const SourceMap& sources) {
    finding.severity = severities.of(finding.rule);
    if (finding.severity == Severity::off)
      return;
    if (file.findings.size() >= options.max_findings)
      return add(finding.rule, finding.severity, 1);
    finding.place = sources.move_to(file.sources, finding.place);
    for (Related& related : finding.related)
      related.place = sources.move_to(file.sources, related.place);
    file.findings.push_back(std::move(finding));
  }

  void add(const std::string& rule, Severity severity, std::size_t count) {
    if (severity == Severity::off)
      return;
    for (UnkeptFindings& known : file.unkept)
      if (known.rule == rule && known.severity == severity) {
        known.count += count;
        return;
      }
    file.unkept.push_back({rule, severity, count});
  }
};

constexpr std::size_t batch_size =
    16; // strategies that a thread takes at a time: one is too little work to hand over

CheckedFile check_documents(const std::shared_ptr<const Source>& source, const source::Documents& documents,
                            const CheckOptions& options, const TakeStrategy& take) {
  CheckedFile file{SourceMap(source), {}, {}};
  Merger merger(file, options);
  StrategyChecker checker(source, options);
  const std::size_t count = documents.texts.size();
  const auto check_batch = [&](std::size_t batch) {
    std::vector<Checked> all;
    for (std::size_t i = batch * batch_size; i < std::min(count, (batch + 1) * batch_size); ++i)
      all.push_back(checker.check(documents.texts[i], documents.pointer(i)));
    return all;
  };
  const auto take_batch = [&](std::vector<Checked>&& all) {
    for (Checked& checked : all) {
      merger.add(checked);
      if (take && checked.is_json)
        take(std::move(checked.strategy));
    }
  };
  source::in_order((count + batch_size - 1) / batch_size, options.threads, check_batch, take_batch);
  return file;
}
} // namespace

CheckedFile check(const std::shared_ptr<const Source>& source, const CheckOptions& options,
                  const TakeStrategy& take) {
  const auto documents = source::documents(*source);
  CheckedFile file = check_documents(source, documents, options, take);
  if (file.readable || !documents.in_array)
    return file;
  // One element is not JSON, so the file is not: read it as one text, for the one finding that says where it
  // stops being JSON.
  return check_documents(source, {{source::whole(*source)}, false}, options, {});
}

} // namespace deploy_plan

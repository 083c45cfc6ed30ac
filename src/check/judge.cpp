#include "check/judge.hpp"
#include "deploy_plan/silence.hpp"
#include "model/clusters.hpp"
#include "model/hindsight.hpp"
#include "model/query_texts.hpp"
#include "rules/file/engine.hpp"
#include "text/folding.hpp"
#include "text/lists.hpp"
#include <set>

namespace deploy_plan::rules {
namespace {

bool is_over(const RuleSetting& setting, Date today) { return setting.until && *setting.until < today; }

/// A rule to propose; none where nobody will read it.
std::string_view nearest(const Scene& scene, std::string_view rule) {
  return scene.findings.is_full() ? std::string_view() : rule_names().nearest(rule, scene.findings.hints);
}

/// Says what is wrong with a setting, if anything is. `finds` tells whether its rule finds something.
void judge_setting(const Scene& scene, const RuleSetting& setting, bool finds) {
  const auto say = [&](const RuleEntry& rule, Phrase message, Phrase help) {
    const Look look(scene, rule);
    look.report(look.at(setting.origin), std::move(message), std::move(help));
  };
  const RuleEntry* const rule = find_rule(setting.rule);
  if (rule == nullptr)
    say(unknown_reference, {{"there is no rule {0}", "il n'y a pas de règle {0}"}, {setting.rule}},
        text::suggestion(nearest(scene, setting.rule),
                         {{"deploy-plan explain lists the rules", "deploy-plan explain liste les règles"}}));
  else if (is_over(setting, scene.options.as_of))
    say(silence_stale,
        {{"this setting of {0} ended on {1}", "ce réglage de {0} a pris fin le {1}"},
         {setting.rule, *setting.until}},
        {{"mend what it silenced and remove it, or set a new day with a reason",
          "corrigez ce qu'il taisait et supprimez-le, ou fixez un nouveau jour avec une raison"}});
  else if (setting.severity < RuleSeverity::error && !can_be_silenced(*rule))
    say(silence_refused,
        {{"{0} cannot be silenced: what it finds stays an error",
          "{0} ne peut être mise en silence : ce qu'elle trouve reste une erreur"},
         {setting.rule}},
        {{"remove this setting and mend what the rule finds",
          "supprimez ce réglage et corrigez ce que trouve la règle"}});
  else if (!finds && setting.severity == RuleSeverity::off)
    say(silence_unused,
        {{"{0} finds nothing: this silence is not needed", "{0} ne trouve rien : ce silence est inutile"},
         {setting.rule}},
        {{"remove it, so that the rule warns when it is needed",
          "supprimez-le, pour que la règle prévienne le jour venu"}});
}

/// "2 observations, 1 result and 1 event", of those that there are.
Words counted(const model::KnownLater& later) {
  struct Kind {
    std::int64_t count;
    Text words;
  };
  const Kind kinds[] = {
      {later.observations, {"{0} {0#observation|observations}", "{0} {0#relevé|relevés}"}},
      {later.results, {"{0} {0#result|results}", "{0} {0#résultat|résultats}"}},
      {later.readings, {"{0} {0#test reading|test readings}", "{0} {0#comptage|comptages} de test"}},
      {later.events, {"{0} {0#event|events}", "{0} {0#événement|événements}"}}};
  std::vector<Words> all;
  for (const Kind& kind : kinds)
    if (kind.count > 0)
      all.push_back(Phrase{kind.words, {kind.count}}.words());
  return text::enumerated(all);
}

/// One finding counts what is left out of a look back.
void look_back(const Scene& scene, const model::KnownLater& later) {
  const Look look(scene, later_figures);
  const auto say = [&](Phrase message) {
    look.report(look.at(look.strategy.origin), std::move(message),
                {{"nothing to mend: it is what a past day asks for",
                  "rien à corriger : c'est ce que demande un jour passé"}});
  };
  const Words sizes = Phrase{
      {"{0} {0#size of a tier is|sizes of tiers are} kept though known later",
       "{0} {0#taille de niveau connue|tailles de niveaux connues} plus tard "
       "{0#reste|restent}"},
      {later.sizes}}.words();
  if (later.left_out() == 0 && later.sizes > 0)
    return say({{"as of {0}, {1}", "au {0}, {1}"}, {look.today, sizes}});
  if (later.left_out() == 0)
    return;
  const Phrase left_out{{"as of {0}, {1} of {2#a later day is|later days are} left out",
                         "au {0}, {1} {2#d'un jour ultérieur est laissé|de jours ultérieurs sont laissés} de "
                         "côté"},
                        {look.today, counted(later), later.left_out()}};
  say(later.sizes > 0 ? Phrase{{"{0}; {1}", "{0} ; {1}"}, {left_out.words(), sizes}} : left_out);
}

/// Clocks do not agree: what is measured on a day to come is not known yet.
void say_unseen(const Scene& scene, std::int64_t count) {
  const Look look(scene, later_figures);
  if (count > 0)
    look.report(
        look.at(look.strategy.origin),
        {{"{0} {0#observation is|observations are} left out: measured on a day to come, by the column seen",
          "{0} {0#relevé est laissé|relevés sont laissés} de côté : d'après la colonne vu, la mesure est "
          "d'un jour à venir"},
         {count}},
        {{"mend the clock of the machine that measures, or the day in the column",
          "corrigez l'horloge de la machine qui mesure, ou le jour dans la colonne"}});
}

void judge_settings(const Scene& scene) {
  // What they are about is what stands now: a setting cannot silence what is said of settings.
  std::set<std::string, std::less<>> raised;
  for (const Finding& finding : scene.findings.kept)
    raised.insert(finding.rule);
  for (const auto& [rule, count] : scene.findings.beyond)
    raised.insert(rule);
  for (const RuleSetting& setting : scene.strategy.rules)
    if (setting.origin.sound)
      judge_setting(scene, setting, raised.contains(setting.rule));
}

/// How much each rule matters: the options say, else the strategy, else the catalogue, which alone says what
/// cannot be silenced.
class Severities {
public:
  Severities(const CheckOptions& chosen, const Strategy& strategy) : options_(chosen) {
    for (const RuleSetting& setting : strategy.rules)
      if (setting.origin.sound && !is_over(setting, options_.as_of))
        own_[setting.rule] = static_cast<Severity>(setting.severity);
  }
  [[nodiscard]] Severity of(const std::string& rule) const {
    const RuleEntry& entry = *find_rule(rule);
    if (!can_be_silenced(entry))
      return entry.severity;
    if (const auto found = options_.rules.find(rule); found != options_.rules.end())
      return found->second;
    if (const auto found = own_.find(rule); found != own_.end())
      return found->second;
    return entry.severity;
  }

private:
  const CheckOptions& options_;
  std::map<std::string_view, Severity> own_;
};

/// Adds what was found in one strategy to what was found in its file.
class Merger {
public:
  Merger(CheckedFile& whole, const CheckOptions& chosen) : file_(whole), options_(chosen) {}

  void add(Judged& judged) {
    const Severities severities(options_, judged.strategy);
    for (Finding& finding : judged.found.kept)
      add(std::move(finding), severities, judged.sources);
    for (const auto& [rule, count] : judged.found.beyond)
      add(rule, severities.of(rule), count);
    file_.readable &= judged.is_json;
    ++file_.strategies;
  }

private:
  CheckedFile& file_;
  const CheckOptions& options_;

  void add(Finding&& finding, const Severities& severities, const SourceMap& sources) {
    finding.severity = severities.of(finding.rule);
    if (finding.severity == Severity::off)
      return;
    if (file_.findings.size() >= options_.max_findings)
      return add(finding.rule, finding.severity, 1);
    finding.place = sources.move_to(file_.sources, finding.place);
    for (Related& related : finding.related)
      related.place = sources.move_to(file_.sources, related.place);
    file_.findings.push_back(std::move(finding));
  }

  void add(const std::string& rule, Severity severity, std::size_t count) {
    if (severity == Severity::off)
      return;
    for (UnkeptFindings& known : file_.unkept)
      if (known.rule == rule && known.severity == severity) {
        known.count += count;
        return;
      }
    file_.unkept.push_back({rule, severity, count});
  }
};
} // namespace

void judge(source::Tree& tree, model::SeriesFiles& series, const CheckOptions& options, Judging what,
           Judged& judged) {
  judged.strategy = model::decode(tree, 0, judged.found);
  if (tree[0].kind == source::Kind::object) {
    model::load_series(judged.strategy, tree, series, judged.found, options.as_of);
    model::load_queries(judged.strategy, tree, series, judged.found);
    model::load_clusters(judged.strategy, tree, series, judged.found);
    const Scene scene{judged.strategy, tree, options, judged.found};
    if (options.looks_back)
      look_back(scene, model::leave_out_later(judged.strategy, options.as_of));
    else
      say_unseen(scene, model::leave_out_unseen(judged.strategy, options.as_of));
    for (const auto step : all_rules())
      for (const Rule& rule : step)
        if (rule.look != nullptr && !(rule.of_scenarios && what == Judging::what_if))
          rule.look(Look(scene, rule.entry));
    judge_settings(scene);
    std::stable_sort(judged.found.kept.begin(), judged.found.kept.end(),
                     [](const Finding& a, const Finding& b) { return a.place.begin < b.place.begin; });
  }
  judged.sources = tree.sources;
}

void merge(Judged& judged, CheckedFile& file, const CheckOptions& options) {
  Merger(file, options).add(judged);
}

} // namespace deploy_plan::rules

namespace deploy_plan {

bool can_be_silenced(const RuleEntry& rule) {
  const auto loading = rules::loading_rules();
  return rule.severity != Severity::error ||
         std::none_of(loading.begin(), loading.end(),
                      [&](const rules::Rule& one) { return one.entry.name == rule.name; });
}

} // namespace deploy_plan

// Step 2: what makes objectives sound.
#include "rules/rule.hpp"

namespace deploy_plan::rules {
namespace {

constexpr std::chrono::days a_month{31};

template <class Judge>
void each_objective(const Look& look, Judge judge) {
  for (const Objective& objective : look.strategy.objectives)
    if (objective.origin.sound)
      judge(objective);
}

const Observation* newest(const Objective& objective, Date today) {
  const Observation* found = nullptr;
  if (objective.observations)
    for (const Observation& seen : objective.observations->points)
      if (seen.date <= today && (found == nullptr || found->date <= seen.date))
        found = &seen;
  return found;
}

void stages(const Look& look) {
  if (look.strategy.objectives.empty())
    return;
  bool covered[5] = {};
  for (const Objective& objective : look.strategy.objectives) {
    if (!objective.origin.sound)
      return; // its stage may be the one that seems to lack
    covered[static_cast<std::size_t>(objective.stage)] = true;
  }
  for (const auto& stage : model::choices<Stage>())
    if (!covered[stage.value])
      look.report("stage-without-objective", look.at(look.strategy, look.strategy.objectives),
                  {{"no objective for the stage {0}: {1}", "aucun objectif pour l'étape {0} : {1}"},
                   {stage.name, stage.meaning}},
                  {{"add one, or accept that nobody looks at this stage",
                    "ajoutez-en un, ou acceptez que personne ne regarde cette étape"}});
}

void reached(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    const auto* seen = newest(objective, look.today);
    if (seen == nullptr || !objective.baseline || objective.target.value == objective.baseline->value)
      return;
    const bool upward = objective.target.value > objective.baseline->value;
    if (upward ? seen->value >= objective.target.value : seen->value <= objective.target.value)
      look.report("target-already-reached", look.at(objective.target, objective.target.value),
                  {{"this figure is already reached: {0} on {1}", "ce chiffre est déjà atteint : {0} le {1}"},
                   {seen->value, seen->date}},
                  {{"set the next figure to reach", "fixez le prochain chiffre à atteindre"}});
  });
}

void unreachable(const Look& look) {
  const Market& market = look.strategy.market;
  if (!market.origin.sound || !market.addressable || !market.addressable->size)
    return;
  each_objective(look, [&](const Objective& objective) {
    const bool counts = !objective.metric.unit.empty() && objective.metric.unit == market.unit &&
                        objective.metric.scale != Scale::rate;
    const auto most = *market.addressable->size;
    if (counts && objective.target.value > static_cast<double>(most))
      look.report(
          "target-unreachable", look.at(objective.target, objective.target.value),
          {{"{0} is more than the addressable market ({1})", "{0} dépasse le marché adressable ({1})"},
           {objective.target.value, most}},
          {{"set a figure that the market holds", "fixez un chiffre que le marché contient"}});
  });
}

void measurement(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    const bool none = !objective.measurement || objective.measurement->automation == Automation::none ||
                      (objective.measurement->method.empty() && !objective.measurement->automation);
    if (none)
      look.report("no-measurement", look.at(objective, objective.measurement),
                  {{"nothing measures the objective {0}", "rien ne mesure l'objectif {0}"}, {objective.id}},
                  {{"say how it is measured, automatically if possible",
                    "dites comment il est mesuré, automatiquement si possible"}});
    else if (objective.measurement->automation == Automation::manual)
      look.report(
          "manual-measurement", look.at(*objective.measurement, objective.measurement->automation),
          {{"the objective {0} is measured by hand", "l'objectif {0} est mesuré à la main"}, {objective.id}},
          {{"automate it: what takes time stops being measured",
            "automatisez : ce qui prend du temps cesse d'être mesuré"}});
  });
}

void stale(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    const auto* seen = newest(objective, look.today);
    if (seen == nullptr || !objective.measurement || !objective.measurement->every_days)
      return;
    const auto days = (look.today - seen->date).count();
    if (days > 2 * *objective.measurement->every_days)
      look.report("stale-observations", look.at(*seen, seen->date),
                  {{"the newest observation is {0} {0#day|days} old, for one every {1}",
                    "le dernier relevé a {0} {0#jour|jours}, pour un tous les {1}"},
                   {static_cast<std::int64_t>(days), *objective.measurement->every_days}},
                  {{"add an observation, or say how often they are really taken",
                    "ajoutez un relevé, ou dites à quelle fréquence ils sont vraiment faits"}});
  });
}

void series(const Look& look, const std::vector<Observation>& points, bool cumulative) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!points[i].origin.sound)
      return;
    if (points[i].date > look.today)
      look.report("observation-in-future", look.at(points[i], points[i].date),
                  {{"this observation is of {0}, a day to come", "ce relevé est du {0}, un jour à venir"},
                   {points[i].date}},
                  {{"mend the day, or move what you hope for to the target",
                    "corrigez le jour, ou mettez ce que vous espérez dans l'objectif chiffré"}});
    if (i == 0)
      continue;
    if (points[i].date <= points[i - 1].date)
      look.report("observations-out-of-order", look.at(points[i], points[i].date),
                  {{"{0} does not come after {1}", "le {0} ne vient pas après le {1}"},
                   {points[i].date, points[i - 1].date}},
                  {{"put observations in the order of their days, one a day",
                    "rangez les relevés par jour, un seul par jour"}});
    else if (cumulative && points[i].value < points[i - 1].value)
      look.report(
          "observations-decrease", look.at(points[i], points[i].value),
          {{"a cumulative count went down from {0} to {1}", "un nombre cumulé est descendu de {0} à {1}"},
           {points[i - 1].value, points[i].value}},
          {{"mend the figure, or give the metric the scale rate",
            "corrigez le chiffre, ou donnez à la métrique l'échelle taux"}});
  }
}
void observations(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    if (objective.observations)
      series(look, objective.observations->points, objective.metric.scale == Scale::count);
  });
  if (const auto& tier = look.strategy.market.penetrated; tier && tier->observations)
    series(look, tier->observations->points, false);
}

void target_after_baseline(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    if (objective.baseline && objective.target.by <= objective.baseline->date)
      look.report("target-not-after-baseline", look.at(objective.target, objective.target.by),
                  {{"the day to reach it by, {0}, is not after its start, {1}",
                    "l'échéance, le {0}, ne suit pas le départ, le {1}"},
                   {objective.target.by, objective.baseline->date}},
                  {{"set a later day", "fixez un jour plus tardif"}});
  });
}

void north_star(const Look& look) {
  const Strategy& strategy = look.strategy;
  if (!strategy.north_star) {
    if (!strategy.objectives.empty())
      look.report("no-north-star", look.at(strategy, strategy.objectives),
                  {{"no objective is the North Star", "aucun objectif n'est l'étoile polaire"}},
                  {{"name in north_star the one that comes first for the months ahead",
                    "nommez dans étoile_polaire celui qui passe en premier pour les mois à venir"}});
    return;
  }
  const NorthStar& star = *strategy.north_star;
  if (!star.origin.sound)
    return;
  const auto found = std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                                  [&](const Objective& objective) { return objective.id == star.objective; });
  if (found == strategy.objectives.end())
    return look.report("north-star-unknown", look.at(star, star.objective),
                       {{"there is no objective {0}", "il n'y a pas d'objectif {0}"}, {star.objective}},
                       {{"name the id of an objective", "nommez l'id d'un objectif"}});
  if (found->metric.kind == MetricKind::impact)
    look.report(
        "north-star-impact", look.at(star, star.objective),
        {{"the North Star is an impact metric", "l'étoile polaire est une métrique d'impact"}},
        {{"prefer a performance metric: impact answers too slowly to guide a team",
          "préférez une métrique de performance : l'impact répond trop lentement pour guider une équipe"}});
  if (star.from && star.until && *star.until - *star.from > std::chrono::days{366})
    look.report(
        "north-star-too-long", look.at(star, star.until),
        {{"the North Star is set for more than a year", "l'étoile polaire est fixée pour plus d'un an"}},
        {{"set it for six months or so, then choose again",
          "fixez-la pour six mois environ, puis choisissez à nouveau"}});
  if (found->measurement && found->measurement->every_days &&
      *found->measurement->every_days > a_month.count())
    look.report("north-star-measured-seldom", look.at(*found->measurement, found->measurement->every_days),
                {{"the North Star is measured every {0} days, less than monthly",
                  "l'étoile polaire est mesurée tous les {0} jours, moins d'une fois par mois"},
                 {*found->measurement->every_days}},
                {{"measure it at least monthly", "mesurez-la au moins chaque mois"}});
}

void priorities(const Look& look) {
  std::int64_t first = 0;
  each_objective(look, [&](const Objective& objective) {
    if (objective.priority == 1 && ++first == 2)
      look.report("several-top-priorities", look.at(objective, objective.priority),
                  {{"more than one objective has priority 1", "plus d'un objectif a la priorité 1"}},
                  {{"keep one: what comes first can only be one thing",
                    "n'en gardez qu'un : une seule chose peut passer en premier"}});
  });
}
} // namespace

#define OBJECTIVE(text) R"({"objectives": [{"id": "active-schools", )" text R"(}]})"
std::span<const Rule> objective_rules() {
  static constexpr Rule all[] = {
      {{"stage-without-objective",
        Severity::info,
        2,
        {"a stage of the beneficiary's path has no objective", "une étape du parcours n'a pas d'objectif"},
        {"beneficiaries are lost where nobody looks", "on perd les bénéficiaires là où personne ne regarde"},
        R"({"objectives": [{"id": "recommended", "stage": "impact"}]})",
        ""},
       stages},
      {{"target-already-reached",
        Severity::info,
        2,
        {"an objective's figure is already reached", "le chiffre d'un objectif est déjà atteint"},
        {"a reached figure no longer guides", "un chiffre atteint ne guide plus"},
        OBJECTIVE(R"("target": {"value": 60})"),
        ""},
       reached},
      {{"target-unreachable",
        Severity::error,
        2,
        {"an objective asks for more beneficiaries than exist",
         "un objectif demande plus de bénéficiaires qu'il n'en existe"},
        {"a figure that cannot be reached discourages", "un chiffre inatteignable décourage"},
        OBJECTIVE(R"("target": {"value": 20000})"),
        ""},
       unreachable},
      {{"no-measurement",
        Severity::warning,
        2,
        {"an objective has no means of measurement", "un objectif n'a pas de moyen de mesure"},
        {"what is not measured cannot be steered", "on ne pilote pas ce qu'on ne mesure pas"},
        OBJECTIVE(R"("measurement": null)"),
        ""},
       measurement},
      {{"manual-measurement",
        Severity::info,
        2,
        {"an objective is measured by hand", "un objectif est mesuré à la main"},
        {"the booklet asks for automation where possible", "le livret demande d'automatiser si possible"},
        OBJECTIVE(R"("measurement": {"automation": "manual"})"),
        ""},
       nullptr},
      {{"stale-observations",
        Severity::warning,
        2,
        {"the newest observation is too old", "le dernier relevé est trop ancien"},
        {"decisions would rest on yesterday's figures", "les décisions reposeraient sur les chiffres d'hier"},
        OBJECTIVE(R"("observations": [{"date": "2025-06-01", "value": 50}])"),
        ""},
       stale},
      {{"observations-out-of-order",
        Severity::error,
        2,
        {"observations do not follow the calendar", "les relevés ne suivent pas le calendrier"},
        {"paces computed from them would be wrong", "les rythmes calculés seraient faux"},
        OBJECTIVE(
            R"("observations": [{"date": "2026-02-20", "value": 80}, {"date": "2026-02-01", "value": 70}])"),
        ""},
       observations},
      {{"observation-in-future",
        Severity::error,
        2,
        {"an observation is of a day to come", "un relevé est d'un jour à venir"},
        {"a hope is not an observation", "un espoir n'est pas un relevé"},
        OBJECTIVE(
            R"("observations": [{"date": "2026-02-20", "value": 80}, {"date": "2028-02-01", "value": 90}])"),
        ""},
       nullptr},
      {{"observations-decrease",
        Severity::warning,
        2,
        {"a cumulative count goes down", "un nombre cumulé diminue"},
        {"a cumulative count only grows: a figure is wrong, or it is a rate",
         "un cumul ne fait que croître : un chiffre est faux, ou c'est un taux"},
        OBJECTIVE(
            R"("observations": [{"date": "2026-02-01", "value": 80}, {"date": "2026-02-20", "value": 70}])"),
        ""},
       nullptr},
      {{"target-not-after-baseline",
        Severity::error,
        2,
        {"an objective ends before it starts", "un objectif finit avant de commencer"},
        {"no pace can be computed over no time", "aucun rythme ne se calcule sur aucun temps"},
        OBJECTIVE(R"("target": {"by": "2020-01-01"})"),
        ""},
       target_after_baseline},
      {{"no-north-star",
        Severity::warning,
        2,
        {"no objective guides the team first", "aucun objectif ne guide l'équipe en premier"},
        {"a team that follows every figure follows none",
         "une équipe qui suit tous les chiffres n'en suit aucun"},
        R"({"north_star": null})",
        ""},
       north_star},
      {{"north-star-unknown",
        Severity::error,
        2,
        {"the North Star names no objective", "l'étoile polaire ne nomme aucun objectif"},
        {"the team would have nothing to look at", "l'équipe n'aurait rien à regarder"},
        R"({"north_star": {"objective": "visits"}})",
        ""},
       nullptr},
      {{"north-star-impact",
        Severity::info,
        2,
        {"the North Star is an impact metric", "l'étoile polaire est une métrique d'impact"},
        {"the booklet prefers performance: it answers soon enough to guide",
         "le livret préfère la performance : elle répond assez vite pour guider"},
        OBJECTIVE(R"("metric": {"kind": "impact"})"),
        ""},
       nullptr},
      {{"north-star-too-long",
        Severity::warning,
        2,
        {"the North Star is set for more than a year", "l'étoile polaire est fixée pour plus d'un an"},
        {"what comes first changes as deployment goes on",
         "ce qui passe en premier change au fil du déploiement"},
        R"({"north_star": {"until": "2030-01-01"}})",
        ""},
       nullptr},
      {{"north-star-measured-seldom",
        Severity::warning,
        2,
        {"the North Star is measured less than monthly",
         "l'étoile polaire est mesurée moins d'une fois par mois"},
        {"a guide that is looked at seldom guides late", "un guide rarement consulté guide tard"},
        OBJECTIVE(R"("measurement": {"every_days": 90})"),
        ""},
       nullptr},
      {{"several-top-priorities",
        Severity::info,
        2,
        {"more than one objective comes first", "plus d'un objectif passe en premier"},
        {"when everything is first, nothing is", "quand tout est prioritaire, rien ne l'est"},
        R"({"objectives": [{"id": "discovered", "priority": 1}]})",
        ""},
       priorities},
  };
  return all;
}
#undef OBJECTIVE

} // namespace deploy_plan::rules

// Step 2: what makes objectives sound.
#include "deploy_plan/direction.hpp"
#include "deploy_plan/market.hpp"
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
    const auto* seen = newest_observation(objective.observations, look.today);
    if (seen == nullptr || !objective.baseline || objective.target.value == objective.baseline->value)
      return;
    const bool upward = direction_of(objective, look.today) > 0;
    if (upward ? seen->value >= objective.target.value : seen->value <= objective.target.value)
      look.report("target-already-reached", look.at(objective.target, objective.target.value),
                  {{"this figure is already reached: {0} on {1}", "ce chiffre est déjà atteint : {0} le {1}"},
                   {seen->value, seen->date}},
                  {{"set the next figure to reach", "fixez le prochain chiffre à atteindre"}});
  });
}

void unreachable(const Look& look) {
  const Market& market = look.strategy.market;
  const SizesBySegment sizes(market, look.today);
  each_objective(look, [&](const Objective& objective) {
    const TierSizes* const of = sizes.find(objective.segment);
    if (of == nullptr || !counts_beneficiaries(objective, market))
      return;
    // What the team can reach bounds an objective; where that is unknown, what there is does.
    const auto most = of->addressed ? of->addressed : of->addressable;
    if (!most || objective.target.value <= *most)
      return;
    look.report(
        "target-unreachable", look.at(objective.target, objective.target.value),
        {{"{0} is more than {1} ({2})", "{0} dépasse {1} ({2})"},
         {objective.target.value,
          of->addressed ? Text{"the addressed market", "le marché adressé"}
                        : Text{"the addressable market", "le marché adressable"},
          *most}},
        {{"set a figure that the market holds, or give the team the means to reach more",
          "fixez un chiffre que le marché contient, ou donnez à l'équipe les moyens d'atteindre plus"}});
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
    const auto* seen = newest_observation(objective.observations, look.today);
    if (seen == nullptr || !objective.measurement || !objective.measurement->every_days)
      return;
    const auto days = (look.today - seen->date).count();
    if (days > 2 * *objective.measurement->every_days)
      look.report("stale-observations", look.at(*seen, seen->date),
                  {{"the newest observation is {0} {0#day|days} old; one is due every {1}",
                    "le dernier relevé a {0} {0#jour|jours} ; il en faut un tous les {1}"},
                   {static_cast<std::int64_t>(days), *objective.measurement->every_days}},
                  {{"add an observation, or say how often they are really taken",
                    "ajoutez un relevé, ou dites à quelle fréquence ils sont vraiment faits"}});
  });
}

/// Looking back, what is later was left out before, so that only a look from today finds any.
template <class Record, class Day>
void not_in_future(const Look& look, const Record& record, const Day& date, Text message) {
  if (const std::optional<Date> day = date; record.origin.sound && day && *day > look.today)
    look.report("observation-in-future", look.at(record, date), {message, {*day}},
                {{"mend the day, or move what you hope for to the target",
                  "corrigez le jour, ou mettez ce que vous espérez dans l'objectif chiffré"}});
}

void in_future(const Look& look) {
  const auto of_tiers = [&](const auto& tiered) {
    for (const auto* tier : {&tiered.addressable, &tiered.addressed, &tiered.target, &tiered.penetrated})
      if (*tier && !look.looks_back())
        not_in_future(look, **tier, (*tier)->as_of,
                      {"this size is of {0}, a day to come", "cette taille est du {0}, un jour à venir"});
  };
  of_tiers(look.strategy.market);
  for (const Segment& segment : look.strategy.market.segments)
    of_tiers(segment);
  each_action(look, [&](const Action& action) {
    for (const Result& result : action.results)
      not_in_future(look, result, result.date,
                    {"this result is of {0}, a day to come", "ce résultat est du {0}, un jour à venir"});
    if (action.test && action.test->series)
      for (const Observation& count : action.test->series->points)
        not_in_future(look, count, count.date,
                      {"this count is of {0}, a day to come", "ce comptage est du {0}, un jour à venir"});
  });
}

void series(const Look& look, const std::vector<Observation>& points, bool cumulative) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!points[i].origin.sound)
      return;
    not_in_future(look, points[i], points[i].date,
                  {"this observation is of {0}, a day to come", "ce relevé est du {0}, un jour à venir"});
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
/// People are counted from zero on.
void counted(const Look& look, const std::vector<Observation>& points) {
  for (const Observation& point : points)
    if (point.origin.sound && point.value < 0)
      look.report(
          "out-of-range", look.at(point, point.value),
          {{"{0} cannot be {1}", "{0} ne peut pas être {1}"}, {Text{"value", "valeur"}, point.value}},
          {{"write a number of at least {0}", "écrivez un nombre d'au moins {0}"}, {std::int64_t{0}}});
}

void observations(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    if (objective.observations)
      series(look, objective.observations->points, objective.metric.scale == Scale::count);
  });
  const auto of_tier = [&](const std::optional<Tier>& tier) {
    if (!tier || !tier->observations)
      return;
    series(look, tier->observations->points, false);
    counted(look, tier->observations->points);
  };
  of_tier(look.strategy.market.penetrated);
  for (const Segment& segment : look.strategy.market.segments)
    of_tier(segment.penetrated);
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

std::span<const Rule> objective_rules() {
  static constexpr Rule all[] = {
      {{.name = "stage-without-objective",
        .severity = Severity::info,
        .step = 2,
        .summary = {"a stage of the beneficiary's path has no objective",
                    "une étape du parcours n'a pas d'objectif"},
        .why = {"beneficiaries are lost where nobody looks",
                "on perd les bénéficiaires là où personne ne regarde"},
        .bad = R"({"objectives": [{"id": "recommended", "stage": "impact"}]})"},
       stages},
      {{.name = "target-already-reached",
        .severity = Severity::info,
        .step = 2,
        .summary = {"an objective's figure is already reached", "le chiffre d'un objectif est déjà atteint"},
        .why = {"a reached figure no longer guides", "un chiffre atteint ne guide plus"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"value": 60}}]})"},
       reached},
      {{.name = "target-unreachable",
        .severity = Severity::error,
        .step = 2,
        .summary = {"an objective asks for more beneficiaries than can be reached",
                    "un objectif demande plus de bénéficiaires qu'on ne peut en atteindre"},
        .why = {"a figure that cannot be reached discourages", "un chiffre inatteignable décourage"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"value": 20000}}]})"},
       unreachable},
      {{.name = "no-measurement",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"an objective has no means of measurement", "un objectif n'a pas de moyen de mesure"},
        .why = {"what is not measured cannot be steered", "on ne pilote pas ce qu'on ne mesure pas"},
        .bad = R"({"objectives": [{"id": "active-schools", "measurement": null}]})"},
       measurement},
      {{.name = "manual-measurement",
        .severity = Severity::info,
        .step = 2,
        .summary = {"an objective is measured by hand", "un objectif est mesuré à la main"},
        .why = {"the booklet asks for automation where possible",
                "le livret demande d'automatiser si possible"},
        .bad = R"({"objectives": [{"id": "active-schools", "measurement": {"automation": "manual"}}]})"}},
      {{.name = "stale-observations",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"the newest observation is too old", "le dernier relevé est trop ancien"},
        .why = {"decisions would rest on yesterday's figures",
                "les décisions reposeraient sur les chiffres d'hier"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-273", "value": 50}]}]})"},
       stale},
      {{.name = "observations-out-of-order",
        .severity = Severity::error,
        .step = 2,
        .summary = {"observations do not follow the calendar", "les relevés ne suivent pas le calendrier"},
        .why = {"paces computed from them would be wrong", "les rythmes calculés seraient faux"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-9", "value": 80}, {"date": "@-28", "value": 70}]}]})"},
       observations},
      {{.name = "observation-in-future",
        .severity = Severity::error,
        .step = 2,
        .summary = {"an observation, a result or a size is of a day to come",
                    "un relevé, un résultat ou une taille est d'un jour à venir"},
        .why = {"a hope is not an observation; with --as-of a past day, what came later is left out instead",
                "un espoir n'est pas un relevé ; avec --as-of d'un jour passé, la suite est laissée de côté"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-9", "value": 80}, {"date": "@702", "value": 90}]}]})"},
       in_future},
      {{.name = "observations-decrease",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"a cumulative count goes down", "un nombre cumulé diminue"},
        .why = {"a cumulative count only grows: a figure is wrong, or it is a rate",
                "un cumul ne fait que croître : un chiffre est faux, ou c'est un taux"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-28", "value": 80}, {"date": "@-9", "value": 70}]}]})"}},
      {{.name = "target-not-after-baseline",
        .severity = Severity::error,
        .step = 2,
        .summary = {"an objective ends before it starts", "un objectif finit avant de commencer"},
        .why = {"no pace can be computed over no time", "aucun rythme ne se calcule sur aucun temps"},
        .bad = R"({"objectives": [{"id": "active-schools", "target": {"by": "@-2251"}}]})"},
       target_after_baseline},
      {{.name = "no-north-star",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"no objective guides the team first", "aucun objectif ne guide l'équipe en premier"},
        .why = {"a team that follows every figure follows none",
                "une équipe qui suit tous les chiffres n'en suit aucun"},
        .bad = R"({"north_star": null})"},
       north_star},
      {{.name = "north-star-unknown",
        .severity = Severity::error,
        .step = 2,
        .summary = {"the North Star names no objective", "l'étoile polaire ne nomme aucun objectif"},
        .why = {"the team would have nothing to look at", "l'équipe n'aurait rien à regarder"},
        .bad = R"({"north_star": {"objective": "visits"}})"}},
      {{.name = "north-star-impact",
        .severity = Severity::info,
        .step = 2,
        .summary = {"the North Star is an impact metric", "l'étoile polaire est une métrique d'impact"},
        .why = {"the booklet prefers performance: it answers soon enough to guide",
                "le livret préfère la performance : elle répond assez vite pour guider"},
        .bad = R"({"objectives": [{"id": "active-schools", "metric": {"kind": "impact"}}]})"}},
      {{.name = "north-star-too-long",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"the North Star is set for more than a year",
                    "l'étoile polaire est fixée pour plus d'un an"},
        .why = {"what comes first changes as deployment goes on",
                "ce qui passe en premier change au fil du déploiement"},
        .bad = R"({"north_star": {"until": "@1402"}})"}},
      {{.name = "north-star-measured-seldom",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"the North Star is measured less than monthly",
                    "l'étoile polaire est mesurée moins d'une fois par mois"},
        .why = {"a guide that is looked at seldom guides late", "un guide rarement consulté guide tard"},
        .bad = R"({"objectives": [{"id": "active-schools", "measurement": {"every_days": 90}}]})"}},
      {{.name = "several-top-priorities",
        .severity = Severity::info,
        .step = 2,
        .summary = {"more than one objective comes first", "plus d'un objectif passe en premier"},
        .why = {"when everything is first, nothing is", "quand tout est prioritaire, rien ne l'est"},
        .bad = R"({"objectives": [{"id": "discovered", "priority": 1}]})"},
       priorities},
  };
  return all;
}

} // namespace deploy_plan::rules

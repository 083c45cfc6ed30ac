// Steps 3 and 4: what makes levers, actions and their tests sound.
#include "rules/rule.hpp"
#include <cmath>
#include <set>

namespace deploy_plan::rules {
namespace {

template <class Judge>
void each_action(const Look& look, Judge judge) {
  for (const Action& action : look.strategy.actions)
    if (action.origin.sound)
      judge(action);
}
bool is_active(const Action& action) { return action.status != Status::stopped; }
Text family_name(Family family) { return model::choices<Family>()[static_cast<std::size_t>(family)].name; }

void levers(const Look& look) {
  const Strategy& strategy = look.strategy;
  std::set<Family> used;
  for (const Action& action : strategy.actions)
    used.insert(action.lever);
  std::set<Family> aside;
  for (const Lever& lever : strategy.levers)
    if (!lever.why.empty())
      aside.insert(lever.family);
  for (const auto& family : model::choices<Family>())
    if (!used.contains(static_cast<Family>(family.value)) &&
        !aside.contains(static_cast<Family>(family.value)))
      look.report("lever-not-considered", look.at(strategy, strategy.levers),
                  {{"the lever {0} is neither used nor set aside with a reason",
                    "le levier {0} n'est ni utilisé ni écarté avec une raison"},
                   {family.name}},
                  {{"add an action on it, or say in levers why not",
                    "ajoutez une action dessus, ou dites dans leviers pourquoi non"}});
  each_action(look, [&](const Action& action) {
    for (const Lever& lever : strategy.levers)
      if (lever.family == action.lever && lever.available == false && is_active(action))
        look.report("lever-unavailable", look.at(action, action.lever),
                    {{"the lever {0} is said to be unavailable", "le levier {0} est dit indisponible"},
                     {family_name(action.lever)}},
                    {{"stop the action, or say that the lever is available",
                      "arrêtez l'action, ou dites le levier disponible"}});
  });
  if (strategy.actions.size() > 1 && used.size() == 1)
    look.report("single-lever", look.at(strategy, strategy.actions),
                {{"all actions are on one lever: {0}", "toutes les actions portent sur un seul levier : {0}"},
                 {family_name(*used.begin())}},
                {{"try an action on another lever: it may cost less",
                  "essayez une action sur un autre levier : elle peut coûter moins"}});
}

void axes(const Look& look) {
  const Strategy& strategy = look.strategy;
  if (strategy.team.empty())
    return;
  for (const auto& axis : model::choices<Axis>()) {
    const auto covers = [&](const Member& member) {
      return std::find(member.axes.begin(), member.axes.end(), static_cast<Axis>(axis.value)) !=
             member.axes.end();
    };
    if (std::none_of(strategy.team.begin(), strategy.team.end(), covers))
      look.report("axis-not-covered", look.at(strategy, strategy.team),
                  {{"nobody is in charge of this axis: {0}", "personne n'a la charge de cet axe : {0}"},
                   {axis.meaning}},
                  {{"give it to someone in the team", "confiez-le à quelqu'un de l'équipe"}});
  }
}

void measures(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!is_active(action))
      return;
    if (!action.measure || !action.measure->target)
      look.report("action-without-measure", look.at(action, action.measure),
                  {{"the action {0} has no measure with a figure to reach",
                    "l'action {0} n'a pas de mesure avec un chiffre à atteindre"},
                   {action.id}},
                  {{"say how its effect is seen, and how much is wanted",
                    "dites comment son effet se voit, et combien en est attendu"}});
    if (!action.test)
      look.report(
          "action-without-test", look.at(action.origin),
          {{"the action {0} has no test protocol", "l'action {0} n'a pas de protocole de test"}, {action.id}},
          {{"plan a comparison, a pilot or a sequence before spreading it",
            "prévoyez une comparaison, un pilote ou une séquence avant de la généraliser"}});
    if (!action.cost || (!action.cost->money && !action.cost->days))
      look.report("action-without-cost", look.at(action, action.cost),
                  {{"the action {0} has no cost", "l'action {0} n'a pas de coût"}, {action.id}},
                  {{"give the money and the person-days of one run, even roughly",
                    "donnez l'argent et les jours-personne d'un passage, même à peu près"}});
    if (!action.effect || action.effect->value == 0.0)
      look.report("action-without-effect", look.at(action, action.effect),
                  {{"the action {0} has no effect", "l'action {0} n'a pas d'effet"}, {action.id}},
                  {{"say what one run adds, as an interval if need be: { low, high }",
                    "dites ce qu'ajoute un passage, en intervalle au besoin : { bas, haut }"}});
    if (action.status == Status::scaling && action.results.empty() &&
        (!action.test || (action.test->arms.empty() && !action.test->exposed && !action.test->series)))
      look.report("scaling-unproven", look.at(action, action.status),
                  {{"the action {0} is being spread without a test or a result",
                    "l'action {0} est généralisée sans test ni résultat"},
                   {action.id}},
                  {{"test it first on a small perimeter", "testez-la d'abord sur un petit périmètre"}});
  });
}

void references(const Look& look) {
  const Strategy& strategy = look.strategy;
  const auto missing = [&](source::NodeId node, Text what, const std::string& id) {
    look.report("unknown-reference", node,
                {{"there is no {0} {1}", "aucun élément « {0} » n'a pour id {1}"}, {what, id}},
                {{"name an id that the file declares", "nommez un id que le fichier déclare"}});
  };
  const auto known = [](const auto& elements, const std::string& id) {
    return std::any_of(elements.begin(), elements.end(),
                       [&](const auto& element) { return element.id == id; });
  };
  const auto segment = [&](const auto& record) {
    if (!record.segment.empty() && !known(strategy.market.segments, record.segment))
      missing(look.at(record, record.segment), {"segment", "segment"}, record.segment);
  };
  for (const ShareGoal& goal : strategy.market.share_goals)
    segment(goal);
  for (const Objective& objective : strategy.objectives)
    segment(objective);
  for (const Action& action : strategy.actions) {
    segment(action);
    if (!action.objective.empty() && !known(strategy.objectives, action.objective))
      missing(look.at(action, action.objective), {"objective", "objectif"}, action.objective);
    for (const auto* list : {&action.requires_, &action.excludes})
      for (std::size_t i = 0; i < list->size(); ++i)
        if (!known(strategy.actions, (*list)[i]))
          missing(look.child(look.at(action, *list), i), {"action", "action"}, (*list)[i]);
  }
}

const Action* find(const Strategy& strategy, const std::string& id) {
  const auto found = std::find_if(strategy.actions.begin(), strategy.actions.end(),
                                  [&](const Action& action) { return action.id == id; });
  return found == strategy.actions.end() ? nullptr : &*found;
}

/// All that an action needs, directly or through others.
std::set<const Action*> needs(const Strategy& strategy, const Action& action) {
  std::set<const Action*> found;
  std::vector<const Action*> next{&action};
  while (!next.empty()) {
    const Action* from = next.back();
    next.pop_back();
    for (const std::string& id : from->requires_)
      if (const Action* needed = find(strategy, id); needed != nullptr && found.insert(needed).second)
        next.push_back(needed);
  }
  return found;
}

void dependencies(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (action.requires_.empty())
      return;
    const auto needed = needs(look.strategy, action);
    if (needed.contains(&action))
      look.report("requires-cycle", look.at(action, action.requires_),
                  {{"the action {0} requires itself, through others or directly",
                    "l'action {0} se nécessite elle-même, par d'autres ou directement"},
                   {action.id}},
                  {{"remove one of the links", "supprimez l'un des liens"}});
    for (const Action* other : needed)
      for (const Action* against : needed)
        if (std::find(action.excludes.begin(), action.excludes.end(), other->id) != action.excludes.end() &&
            against == other)
          look.report("requires-excluded", look.at(action, action.excludes),
                      {{"the action {0} both requires and excludes {1}",
                        "l'action {0} nécessite et exclut à la fois {1}"},
                       {action.id, other->id}},
                      {{"remove one or the other", "supprimez l'un ou l'autre"}});
  });
}

void runs(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!action.runs || !action.runs->max)
      return;
    for (const auto* few : {&action.runs->min, &action.runs->done})
      if (*few && **few > *action.runs->max)
        look.report("runs-beyond-max", look.at(*action.runs, *few),
                    {{"{0} {0#run|runs}, more than the maximum of {1}",
                      "{0} {0#passage|passages}, plus que le maximum de {1}"},
                     {**few, *action.runs->max}},
                    {{"raise max, or mend this figure", "relevez max, ou corrigez ce chiffre"}});
  });
}

void dates(const Look& look) {
  const Period& period = look.strategy.period;
  if (!period.origin.sound)
    return;
  each_action(look, [&](const Action& action) {
    for (const auto* day : {&action.start, &action.end})
      if (*day && (**day < period.start || **day > period.end))
        look.report("action-outside-period", look.at(action, *day),
                    {{"{0} is outside the period", "le {0} est hors de la période"}, {**day}},
                    {{"choose a day from {0} to {1}, or change the period",
                      "choisissez un jour du {0} au {1}, ou changez la période"},
                     {period.start, period.end}});
  });
}

void tests(const Look& look) {
  each_action(look, [&](const Action& action) {
    if (!action.test)
      return;
    const Test& test = *action.test;
    if (test.protocol == Protocol::ab && test.arms.size() == 1)
      look.report("too-few-arms", look.at(test, test.arms),
                  {{"a comparison needs two arms at least", "une comparaison demande au moins deux bras"}},
                  {{"add the reference: those who do not get the action",
                    "ajoutez la référence : ceux qui ne reçoivent pas l'action"}});
    const auto beyond = [&](source::NodeId node, std::int64_t converted, std::int64_t exposed) {
      look.report(
          "converted-beyond-exposed", node,
          {{"{0} converted out of {1} exposed", "{0} {0#converti|convertis} sur {1} {1#exposé|exposés}"},
           {converted, exposed}},
          {{"count among the exposed only, each once", "ne comptez que parmi les exposés, chacun une fois"}});
    };
    for (const Arm& arm : test.arms)
      if (arm.converted > arm.exposed)
        beyond(look.at(arm, arm.converted), arm.converted, arm.exposed);
    if (test.exposed && test.converted && *test.converted > *test.exposed)
      beyond(look.at(test, test.converted), *test.converted, *test.exposed);
    double sum = 0;
    for (const double share : test.split)
      sum += share;
    if (!test.split.empty() &&
        (std::abs(sum - 1) > 1e-6 || (!test.arms.empty() && test.arms.size() != test.split.size())))
      look.report(
          "split-does-not-sum", look.at(test, test.split),
          {{"the split has {0} {0#share|shares} that add up to {1}",
            "la répartition a {0} {0#part|parts} qui totalisent {1}"},
           {static_cast<std::int64_t>(test.split.size()), std::round(sum * 1e9) / 1e9}},
          {{"give one share for each arm, adding up to 1", "donnez une part par bras, pour un total de 1"}});
    std::set<Date> begun;
    for (const Start& start : test.starts)
      if (start.origin.sound && !begun.insert(start.date).second)
        look.report(
            "starts-overlap", look.at(start, start.date),
            {{"two actions of the sequence start on {0}", "deux actions de la séquence commencent le {0}"},
             {start.date}},
            {{"start them apart, or their effects cannot be told apart",
              "espacez-les, sinon leurs effets ne se distinguent pas"}});
  });
}

void budget(const Look& look) {
  const Strategy& strategy = look.strategy;
  double money = 0;
  double days = 0;
  each_action(look, [&](const Action& action) {
    if (!is_active(action) || !action.runs || !action.cost || action.runs->min.value_or(0) == 0)
      return;
    const auto times = static_cast<double>(*action.runs->min);
    money += times * action.cost->money.value_or(0) + action.cost->setup_money.value_or(0);
    days += times * action.cost->days.value_or(0) + action.cost->setup_days.value_or(0);
  });
  const auto beyond = [&](source::NodeId node, Text what, double committed, double means) {
    look.report(
        "commitment-beyond-budget", node,
        {{"minimum runs commit {1} of {0}, out of {2}", "les passages minimaux engagent {1} ({0}), sur {2}"},
         {what, committed, means}},
        {{"lower the minimum runs, or raise the means",
          "réduisez les passages minimaux, ou augmentez les moyens"}});
  };
  if (strategy.budget && strategy.budget->origin.sound) {
    const Budget& means = *strategy.budget;
    if (means.money && money > *means.money)
      beyond(look.at(means, means.money), {"money", "argent"}, money, *means.money);
    if (means.days && days > *means.days)
      beyond(look.at(means, means.days), {"person-days", "jours-personne"}, days, *means.days);
  }
  double team = 0;
  for (const Member& member : strategy.team) {
    if (!member.days)
      return; // someone's days are not known: the team's total is not either
    team += *member.days;
  }
  if (!strategy.team.empty() && days > team)
    beyond(look.at(strategy, strategy.team), {"the team's days", "jours de l'équipe"}, days, team);
}
} // namespace

#define ACTION(text) R"({"actions": [{"id": "webinars", )" text R"(}]})"
std::span<const Rule> action_rules() {
  static constexpr Rule all[] = {
      {{"lever-not-considered",
        Severity::info,
        3,
        {"a lever is neither used nor set aside with a reason",
         "un levier n'est ni utilisé ni écarté avec une raison"},
        {"the cheapest way may be on a lever that nobody looked at",
         "la voie la moins chère est peut-être sur un levier que nul n'a regardé"},
        R"({"levers": null})",
        ""},
       levers},
      {{"lever-unavailable",
        Severity::error,
        3,
        {"an action uses a lever said to be unavailable", "une action utilise un levier dit indisponible"},
        {"the plan counts on what the team does not have", "le plan compte sur ce que l'équipe n'a pas"},
        R"({"levers": [{"family": "relays", "available": false}]})",
        ""},
       nullptr},
      {{"single-lever",
        Severity::info,
        3,
        {"all actions are on one lever", "toutes les actions sont sur un seul levier"},
        {"levers tire: a second one tells what the first is worth",
         "les leviers s'essoufflent : un second dit ce que vaut le premier"},
        ACTION(R"("lever": "relays")"),
        ""},
       nullptr},
      {{"axis-not-covered",
        Severity::warning,
        3,
        {"nobody is in charge of adoption, or of retention",
         "personne n'a la charge de l'adoption, ou de la rétention"},
        {"beneficiaries who come and do not stay are lost",
         "des bénéficiaires qui viennent et ne restent pas sont perdus"},
        R"({"team": [{"name": "Deployment", "axes": ["adoption"]}]})",
        ""},
       axes},
      {{"action-without-measure",
        Severity::warning,
        4,
        {"an action has no measure or no figure to reach",
         "une action n'a pas de mesure ou de chiffre à atteindre"},
        {"nobody will know whether it worked", "nul ne saura si elle a marché"},
        ACTION(R"("measure": null)"),
        ""},
       measures},
      {{"action-without-test",
        Severity::warning,
        4,
        {"an action has no test protocol", "une action n'a pas de protocole de test"},
        {"untested actions are repeated by habit", "les actions non testées se répètent par habitude"},
        ACTION(R"("test": null)"),
        ""},
       nullptr},
      {{"action-without-cost",
        Severity::warning,
        4,
        {"an action has no cost", "une action n'a pas de coût"},
        {"actions are chosen by what they cost for what they give",
         "on choisit les actions sur ce qu'elles coûtent pour ce qu'elles donnent"},
        ACTION(R"("cost": null)"),
        ""},
       nullptr},
      {{"action-without-effect",
        Severity::warning,
        4,
        {"an action has no effect", "une action n'a pas d'effet"},
        {"an action that adds nothing only costs", "une action qui n'ajoute rien ne fait que coûter"},
        ACTION(R"("effect": 0)"),
        ""},
       nullptr},
      {{"scaling-unproven",
        Severity::warning,
        4,
        {"an action is spread without proof", "une action est généralisée sans preuve"},
        {"a pilot costs less than a mistake at scale",
         "un pilote coûte moins qu'une erreur à grande échelle"},
        ACTION(R"("status": "scaling", "results": null)"),
        ""},
       nullptr},
      {{"unknown-reference",
        Severity::error,
        4,
        {"an id that nothing declares", "un id que rien ne déclare"},
        {"what it pointed at is silently left out", "ce qu'il désignait est omis en silence"},
        ACTION(R"("objective": "visits")"),
        ""},
       references},
      {{"requires-cycle",
        Severity::error,
        4,
        {"actions require one another in a circle", "des actions se nécessitent en cercle"},
        {"none of them could ever begin", "aucune ne pourrait jamais commencer"},
        ACTION(R"("requires": ["webinars"])"),
        ""},
       dependencies},
      {{"requires-excluded",
        Severity::error,
        4,
        {"an action requires what it excludes", "une action nécessite ce qu'elle exclut"},
        {"it could never be planned", "elle ne pourrait jamais être planifiée"},
        ACTION(R"("requires": ["ambassadors"], "excludes": ["ambassadors"])"),
        ""},
       nullptr},
      {{"runs-beyond-max",
        Severity::error,
        4,
        {"more runs than the maximum", "plus de passages que le maximum"},
        {"no plan can keep both", "aucun plan ne peut tenir les deux"},
        ACTION(R"("runs": {"min": 9, "max": 4})"),
        ""},
       runs},
      {{"action-outside-period",
        Severity::warning,
        4,
        {"an action falls outside the period", "une action tombe hors de la période"},
        {"its effect will not count for this target", "son effet ne comptera pas pour cette cible"},
        ACTION(R"("end": "2035-01-01")"),
        ""},
       dates},
      {{"too-few-arms",
        Severity::error,
        4,
        {"a comparison with one arm", "une comparaison à un seul bras"},
        {"without a reference, nothing is compared", "sans référence, rien n'est comparé"},
        ACTION(R"("test": {"protocol": "ab", "arms": [{"name": "letter", "exposed": 100, "converted": 9}]})"),
        ""},
       tests},
      {{"converted-beyond-exposed",
        Severity::error,
        4,
        {"more converted than exposed", "plus de convertis que d'exposés"},
        {"a rate above 100 % is a counting error", "un taux supérieur à 100 % est une erreur de comptage"},
        ACTION(R"("test": {"protocol": "pilot", "exposed": 10, "converted": 12})"),
        ""},
       nullptr},
      {{"split-does-not-sum",
        Severity::error,
        4,
        {"planned shares that are not one for each arm, adding up to 1",
         "des parts prévues qui ne font pas une par bras et 1 au total"},
        {"the samples would not be what was planned", "les échantillons ne seraient pas ceux prévus"},
        ACTION(R"("test": {"protocol": "ab", "split": [0.5, 0.4]})"),
        ""},
       nullptr},
      {{"starts-overlap",
        Severity::error,
        4,
        {"two actions of a sequence start together", "deux actions d'une séquence commencent ensemble"},
        {"a sequence tells effects apart by their days", "une séquence distingue les effets par leurs jours"},
        ACTION(
            R"("test": {"protocol": "sequence", "starts": [{"date": "2026-04-01"}, {"date": "2026-04-01"}]})"),
        ""},
       nullptr},
      {{"commitment-beyond-budget",
        Severity::error,
        4,
        {"committed runs cost more than the means", "les passages promis coûtent plus que les moyens"},
        {"promises beyond the means are broken late", "des promesses au-delà des moyens se rompent tard"},
        R"({"budget": {"money": 10}})",
        ""},
       budget},
  };
  return all;
}
#undef ACTION

} // namespace deploy_plan::rules

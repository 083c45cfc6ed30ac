// Verdicts in words that ask for no statistics.
#include "answers/trial_words.hpp"
#include "answers/trial_clusters.hpp"
#include "deploy_plan/trial_design.hpp"
#include "text/lists.hpp"
#include "text/number.hpp"
#include <cmath>

namespace deploy_plan::answers {
namespace {

/// A difference of rates, in points of percentage.
double points(double difference) { return text::shown(difference * 100); }

/// Of what holds at any time: how far one need not wait, or how often one may look.
Words sure_when(const Trial& trial) {
  if (trial.looks == Looks::early)
    return {"before the planned size", "avant la taille prévue"};
  return {"however often it is read", "quel que soit le nombre de lectures"};
}

Phrase of_ab(const Trial& trial, const AbReading& reading) {
  const ReadArm& reference = reading.arms.front();
  const ReadArm& arm = reading.arms[reading.leading()];
  const std::vector<Argument> rates{text::quoted(arm.name), Share{text::shown(arm.rate() * 1000) / 1000},
                                    text::quoted(reference.name),
                                    Share{text::shown(reference.rate() * 1000) / 1000}, sure_when(trial)};
  switch (trial.reason) {
  case TrialReason::better:
    return {{"{0} does better than {2}: {1} against {3}, more than chance explains",
             "{0} fait mieux que {2} : {1} contre {3}, plus que le hasard ne l'explique"},
            rates};
  case TrialReason::better_early:
    return {{"{0} does so much better than {2} ({1} against {3}) that it is sure {4}",
             "{0} fait tellement mieux que {2} ({1} contre {3}) que c'est sûr {4}"},
            rates};
  case TrialReason::worse:
    return {{"every arm does worse than {2}, the best of them {0}: {1} against {3}",
             "tous les bras font moins bien que {2}, le meilleur étant {0} : {1} contre {3}"},
            rates};
  case TrialReason::too_small:
    return {{"{0} ({1} against {3} for {2}) gains less than what counts, whatever chance did",
             "{0} ({1} contre {3} pour {2}) gagne moins que ce qui compte, quoi qu'ait fait le hasard"},
            rates};
  default:
    return {{"no gain to see at this size: {0} {1}, {2} {3}",
             "aucun gain visible à cette taille : {0} {1}, {2} {3}"},
            rates};
  }
}

Phrase of_pilot(const Trial& trial, const PilotReading& reading) {
  const std::vector<Argument> rates{Share{text::shown(reading.rate() * 1000) / 1000},
                                    Share{reading.threshold.value_or(0)}, sure_when(trial)};
  switch (trial.reason) {
  case TrialReason::above_threshold:
    return {{"{0} converted, above the threshold of {1} by more than chance explains",
             "{0} de convertis, au-dessus du seuil de {1} plus que le hasard ne l'explique"},
            rates};
  case TrialReason::better_early:
    return {{"{0} converted: so far above the threshold of {1} that it is sure {2}",
             "{0} de convertis : si loin au-dessus du seuil de {1} que c'est sûr {2}"},
            rates};
  case TrialReason::below_threshold:
    return {{"{0} converted, below the threshold of {1} by more than chance explains",
             "{0} de convertis, sous le seuil de {1} plus que le hasard ne l'explique"},
            rates};
  case TrialReason::too_small:
    return {
        {"{0} converted: whatever it gains above the threshold of {1} is less than what counts, {3}",
         "{0} de convertis : quoi qu'elle gagne au-dessus du seuil de {1}, c'est moins que ce qui compte, "
         "{3}"},
        {rates[0], rates[1], rates[2], Share{trial.min_effect.value_or(0)}}};
  default:
    return {{"at this size, {0} converted does not show the threshold of {1} passed",
             "à cette taille, {0} de convertis ne montrent pas que le seuil de {1} est passé"},
            rates};
  }
}

Phrase change_of_counts(const Trial& trial, const SequenceReading& reading) {
  const ReadStart& own = reading.starts[reading.own];
  const std::vector<Argument> change{Share{text::shown(std::abs(own.ratio - 1) * 1000) / 1000}, own.date,
                                     sure_when(trial)};
  switch (trial.reason) {
  case TrialReason::better:
    return {{"the counts are {0} higher from {1} on, the trend apart, more than chance explains",
             "les comptages sont {0} plus hauts à partir du {1}, tendance mise à part, plus que le hasard ne "
             "l'explique"},
            change};
  case TrialReason::better_early:
    return {{"the counts are {0} higher from {1} on, so much that it is sure {2}",
             "les comptages sont {0} plus hauts à partir du {1}, au point que c'est sûr {2}"},
            change};
  case TrialReason::worse:
    return {{"the counts are {0} lower from {1} on, the trend apart, more than chance explains",
             "les comptages sont {0} plus bas à partir du {1}, tendance mise à part, plus que le hasard ne "
             "l'explique"},
            change};
  case TrialReason::too_small:
    return {{"whatever the action adds from {1} on is less than what counts",
             "quoi que l'action ajoute à partir du {1}, c'est moins que ce qui compte"},
            change};
  default:
    return {{"no rise to see from {1} on, the trend apart",
             "aucune hausse visible à partir du {1}, tendance mise à part"},
            change};
  }
}

/// What a season does cannot be told from what an action does before it has come twice.
Phrase of_sequence(const Trial& trial, const SequenceReading& reading) {
  const Phrase change = change_of_counts(trial, reading);
  if (reading.harmonics > 0 || trial.reason == TrialReason::too_small || trial.reason == TrialReason::no_gain)
    return change;
  return {{"{0}; over less than two years, a yearly season may look so",
           "{0} ; sur moins de deux ans, une saison annuelle peut en avoir l'air"},
          {change.words()}};
}

Phrase unit_of(const Trial& trial, double size) {
  if (!(size <= most_beneficiaries))
    return {{"more than {0} beneficiaries", "plus de {0} bénéficiaires"}, {most_beneficiaries}};
  if (trial.protocol == Protocol::sequence)
    return {{"{0} {0#step|steps}", "{0} pas"}, {static_cast<std::int64_t>(size)}};
  return {{"{0} {0#beneficiary|beneficiaries}", "{0} {0#bénéficiaire|bénéficiaires}"},
          {static_cast<std::int64_t>(size)}};
}

Phrase go_on_words(const Trial& trial) {
  const Words until = unit_of(trial, trial.go_on_until.value_or(0)).words();
  Phrase why;
  if (trial.reason == TrialReason::size_not_reached)
    why = {{"until {0} in all, as planned: {1} so far", "jusqu'à {0} en tout, comme prévu : {1} "
                                                        "à ce jour"},
           {until, static_cast<std::int64_t>(trial.size.value_or(0))}};
  else if (trial.clusters() != nullptr)
    why = {{"until {0} in all, by how much the groups seen differ: {1} are too few to tell",
            "jusqu'à {0} en tout, d'après ce dont diffèrent les groupes observés : {1} ne suffisent pas pour "
            "conclure"},
           {until, static_cast<std::int64_t>(trial.size.value_or(0))}};
  else
    why = {{"until {0} in all: {1} are too few to tell",
            "jusqu'à {0} en tout : {1} ne suffisent pas pour conclure"},
           {until, static_cast<std::int64_t>(trial.size.value_or(0))}};
  if (!trial.weeks_left)
    return why;
  const auto weeks = static_cast<std::int64_t>(std::min(std::ceil(*trial.weeks_left), 1e15));
  if (trial.outlasts)
    return {
        {"{0}; about {1} more {1#week|weeks} at the present pace, and the period ends before that, on {2}",
         "{0} ; encore {1} {1#semaine|semaines} environ au rythme actuel, et la période s'achève avant, le "
         "{2}"},
        {why.words(), weeks, *trial.outlasts}};
  return {{"{0}; about {1} more {1#week|weeks} at the present pace",
           "{0} ; encore {1} {1#semaine|semaines} environ au rythme actuel"},
          {why.words(), weeks}};
}

Phrase unreadable(const Trial& trial) {
  switch (trial.reason) {
  case TrialReason::impossible:
    return Phrase{{"its counts cannot be: more converted than exposed, or below 0",
                   "ses comptages sont impossibles : plus de convertis que d'exposés, ou moins que 0"}};
  case TrialReason::too_few_arms:
    return Phrase{{"a single arm: add those who do not get the action",
                   "un seul bras : ajoutez ceux qui ne reçoivent pas l'action"}};
  case TrialReason::empty_arm:
    return Phrase{{"an arm has nobody in it yet: nothing to compare with",
                   "un bras n'a encore personne : rien à comparer"}};
  case TrialReason::uneven_split:
    return Phrase{{"the arms do not have the sizes that were planned: how people came into them must be "
                   "mended first, the rates are not to be trusted",
                   "les bras n'ont pas les tailles prévues : il faut d'abord corriger la façon dont on y "
                   "entre, les taux ne sont pas fiables"}};
  case TrialReason::unclear:
    return Phrase{
        {"what is seen may be chance: say which effect would count (min_effect) to know how long to "
         "go on",
         "ce qu'on voit peut être du hasard : dites quel effet compterait (effet_minimal) pour "
         "savoir combien de temps poursuivre"}};
  case TrialReason::unplanned:
    return Phrase{
        {"no size was planned: only the stricter rule that lets a test be read at any time holds, and it "
         "does not decide; plan the size (planned_size) at which it is read once",
         "aucune taille n'était prévue : seule vaut la règle, plus exigeante, qui permet de lire un test à "
         "tout moment, et elle ne permet pas de conclure ; prévoyez la taille (taille_prévue) où il se lit "
         "une fois"}};
  case TrialReason::past:
    return {
        {"more were counted than the {0} planned: only the stricter rule that lets a test be read at any "
         "time still holds, and it does not decide; plan a larger size, or another test",
         "on a compté au-delà des {0} prévus : seule vaut alors la règle, plus exigeante, qui permet de lire "
         "un test à tout moment, et elle ne permet pas de conclure ; prévoyez une taille plus grande, ou un "
         "autre test"},
        {static_cast<std::int64_t>(trial.planned.value_or(0))}};
  case TrialReason::beyond_market:
    return trial.market_detectable
               ? Phrase{{"it would take {0}, and the market that can be reached holds {1}: all of it would "
                         "show a "
                         "rise of {2} points at the least",
                         "il en faudrait {0}, et le marché atteignable en compte {1} : tout entier, il "
                         "montrerait "
                         "au mieux une hausse de {2} {2#point|points}"},
                        {unit_of(trial, trial.go_on_until.value_or(0)).words(), *trial.market,
                         points(*trial.market_detectable)}}
               : Phrase{{"it would take {0}, and the market that can be reached holds {1}",
                         "il en faudrait {0}, et le marché atteignable en compte {1}"},
                        {unit_of(trial, trial.go_on_until.value_or(0)).words(), trial.market.value_or(0)}};
  case TrialReason::no_threshold:
    return Phrase{{"no threshold: say which rate makes it worth spreading",
                   "pas de seuil : dites quel taux justifie de généraliser"}};
  case TrialReason::no_start:
    return Phrase{{"no start that the counts show: give the day on which the action began, within the series",
                   "aucun début que les comptages montrent : donnez le jour où l'action a commencé, dans la "
                   "série"}};
  case TrialReason::too_few_steps:
    return Phrase{{"too few counts: there must be more than its starts and two",
                   "trop peu de comptages : il en faut plus que de débuts et deux"}};
  case TrialReason::uneven_steps:
    return Phrase{{"the counts are not at equal steps: fill the gaps, or add them up by month",
                   "les comptages ne sont pas à pas égaux : comblez les trous, ou additionnez-les par mois"}};
  case TrialReason::steps_too_near:
    return Phrase{
        {"the effects cannot be told apart: counts are needed before, between and after the starts",
         "les effets ne se distinguent pas : il faut des comptages avant, entre et après les débuts"}};
  case TrialReason::too_few_clusters:
    return Phrase{
        {"groups were drawn, and there are too few of them in an arm, or they do not differ: two an "
         "arm at the very least",
         "des groupes ont été tirés, et un bras en a trop peu, ou ils ne diffèrent pas : deux par "
         "bras au strict minimum"}};
  case TrialReason::clusters_not_given:
    return Phrase{{"groups were drawn, so people of one group are alike: give the counts of each (clusters)",
                   "des groupes ont été tirés, et les membres d'un groupe se ressemblent : donnez les "
                   "comptages de chacun (grappes)"}};
  case TrialReason::no_segment:
    return Phrase{{"it takes a segment that got the action and one that did not",
                   "il faut un segment qui a reçu l'action et un qui ne l'a pas reçue"}};
  case TrialReason::no_figures:
    return Phrase{{"its segments share no days before and after the action began",
                   "ses segments n'ont pas de jours communs avant et après le début de l'action"}};
  case TrialReason::trends_apart:
    return Phrase{{"the segments went different ways before the action began already: they are not to be "
                   "compared",
                   "les segments évoluaient déjà différemment avant le début de l'action : ils ne sont pas "
                   "comparables"}};
  case TrialReason::too_alike: {
    const auto* const counts = std::get_if<SequenceReading>(&trial.reading);
    return {
        {"{0} of {1} other days, on which nothing began, show a change as strong: these counts move so by "
         "themselves",
         "{0} des {1} autres jours, où rien n'a commencé, montrent un changement aussi net : ces comptages "
         "bougent ainsi d'eux-mêmes"},
        {counts != nullptr ? counts->placebos_as_strong : 0, counts != nullptr ? counts->placebos : 0}};
  }
  case TrialReason::only_zeros:
    return Phrase{{"nothing was counted before a start, after it or between two: no ratio can be told",
                   "rien n'a été compté avant un début, après lui ou entre deux : aucun rapport ne peut être "
                   "calculé"}};
  default: return Phrase{{"nothing to read", "rien à lire"}};
  }
}

Phrase not_begun_words(const Trial& trial) {
  if (trial.size.value_or(0) > 0)
    return Phrase{{"its start is still to come", "son début est encore à venir"}};
  if (!trial.planned)
    return Phrase{
        {"no figures yet, and no size is planned", "pas encore de chiffres, et aucune taille n'est prévue"}};
  return {{"{0} planned: none so far", "{0} en prévision : aucun à ce jour"},
          {unit_of(trial, *trial.planned).words()}};
}

Phrase decided_words(const Trial& trial) {
  if (const auto* ab = std::get_if<AbReading>(&trial.reading))
    return of_ab(trial, *ab);
  if (const auto* pilot = std::get_if<PilotReading>(&trial.reading))
    return of_pilot(trial, *pilot);
  return of_sequence(trial, std::get<SequenceReading>(trial.reading));
}
} // namespace

Phrase verdict_reason(const Trial& trial) {
  if (trial.protocol == Protocol::comparison)
    return comparison_reason(trial);
  if (trial.verdict == Verdict::go_on)
    return go_on_words(trial);
  if (trial.verdict == Verdict::not_begun)
    return not_begun_words(trial);
  if (trial.verdict == Verdict::cannot_tell)
    return unreadable(trial);
  const ClusterReading* const clusters = trial.clusters();
  const Phrase reason = decided_words(trial);
  return clusters != nullptr ? by_groups(reason, *clusters) : reason;
}

Words reserve_words(const std::optional<TrialReserve>& reserve, bool says_adopt) {
  if (!reserve)
    return {};
  if (*reserve == TrialReserve::no_comparison)
    return {"it compares with no segment left untouched, and what it reached may have come by itself",
            "il ne compare à aucun segment resté intact, et ce qu'il atteint serait peut-être venu seul"};
  return says_adopt
             ? Words{"it counts one by one people who come in groups, and may show a gain that is not "
                     "there",
                     "il compte une à une des personnes venues par groupes, et peut montrer un gain qui "
                     "n'existe pas"}
             : Words{"it counts one by one people who come in groups, and may be less sure than it says",
                     "il compte une à une des personnes venues par groupes, et peut être moins sûr qu'il "
                     "ne le dit"};
}

} // namespace deploy_plan::answers

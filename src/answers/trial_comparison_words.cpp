// Verdicts on segments compared, in words that ask for no statistics.
#include "answers/trial_words.hpp"
#include "text/number.hpp"
#include <cmath>

namespace deploy_plan::answers {

Words effect_words(const ComparedReading& reading, double effect) {
  const double size = std::abs(reading.relative ? std::expm1(effect) : effect);
  const auto told = [&](Argument figure) { return Phrase{{"{0}", "{0}"}, {std::move(figure)}}.words(); };
  return reading.relative && std::isfinite(size) ? told(Share{text::shown(size * 1000) / 1000})
                                                 : told(text::shown(size));
}

namespace {

std::int64_t whole_number(double value) { return static_cast<std::int64_t>(std::min(value, 9e15)); }

/// How segments with the action stand beside the others.
Phrase told_effect(const ComparedReading& reading, bool is_gain) {
  const std::vector<Argument> figures{effect_words(reading, reading.effect),
                                      static_cast<std::int64_t>(reading.treated),
                                      static_cast<std::int64_t>(reading.segments.size() - reading.treated)};
  if (reading.untouched == 0)
    return is_gain
               ? Phrase{{"segments gain {0} more once they have it than those that wait",
                         "les segments gagnent {0} de plus une fois l'action reçue que ceux qui attendent"},
                        figures}
               : Phrase{
                     {"segments do worse by {0} once they have it than those that wait",
                      "les segments font moins bien de {0} une fois l'action reçue que ceux qui attendent"},
                     figures};
  return is_gain
             ? Phrase{{"the {1} {1#segment|segments} that got it did better than the {2} without it, by {0} "
                       "on average",
                       "{1} {1#segment qui l'a reçue fait|segments qui l'ont reçue font} mieux que les {2} "
                       "sans "
                       "elle, de {0} en moyenne"},
                      figures}
             : Phrase{{"the {1} {1#segment|segments} that got it did worse than the {2} without it, by {0} "
                       "on average",
                       "{1} {1#segment qui l'a reçue fait|segments qui l'ont reçue font} moins bien que les "
                       "{2} sans elle, "
                       "de {0} en moyenne"},
                      figures};
}

Phrase decided(const Trial& trial, const ComparedReading& reading) {
  const Words effect = told_effect(reading, trial.reason != TrialReason::worse).words();
  switch (trial.reason) {
  case TrialReason::better_early:
    return {{"{0}: so much that it is sure at whatever date one looks",
             "{0} : au point que c'est sûr à quelque date qu'on regarde"},
            {effect}};
  case TrialReason::too_small:
    return {
        {"whatever it adds is less than what counts: at most {0}",
         "quoi qu'elle ajoute, c'est moins que ce qui compte : au plus {0}"},
        {effect_words(reading, std::max(0.0, reading.interval ? reading.interval->high : reading.effect))}};
  default: return {{"{0}, more than chance explains", "{0}, plus que le hasard ne l'explique"}, {effect}};
  }
}

Phrase too_few(const Trial& trial, const ComparedReading* reading) {
  const auto needed = reading != nullptr ? reading->segments_needed : std::nullopt;
  if (!needed)
    return Phrase{{"too few segments to tell anything from chance",
                   "trop peu de segments pour distinguer quoi que ce soit du hasard"}};
  const std::vector<Argument> counts{static_cast<std::int64_t>(reading->segments.size()),
                                     static_cast<std::int64_t>(*needed), Share{trial.alpha}};
  if (reading->p_value > trial.alpha && reading->interval)
    return {{"{0} segments are too few to see the smallest effect that counts: it would take about {1}",
             "{0} segments ne suffisent pas pour voir le plus petit effet qui compte : il en faudrait "
             "environ {1}"},
            counts};
  return {
      {"with {0} {0#segment|segments}, chance alone could always have it so more than {2} of the time: it "
       "takes {1} at least, untouched ones added",
       "avec {0} {0#segment|segments}, le hasard seul pourrait toujours le faire plus de {2} du temps : il "
       "en "
       "faut au moins {1}, en en ajoutant d'intacts"},
      counts};
}

Phrase cannot_tell_words(const Trial& trial, const ComparedReading* reading) {
  switch (trial.reason) {
  case TrialReason::no_segment:
    return Phrase{
        {"it takes segments that got the action and segments that have not yet: say which (segments), "
         "and since when (from)",
         "il faut des segments qui ont reçu l'action et d'autres qui ne l'ont pas encore : dites lesquels "
         "(segments), et depuis quand (depuis)"}};
  case TrialReason::no_figures:
    return Phrase{
        {"its segments share no dates before and after the action began: give each its figures on the "
         "same days",
         "ses segments n'ont pas de dates communes avant et après le début de l'action : donnez à chacun "
         "ses chiffres aux mêmes jours"}};
  case TrialReason::impossible:
    return Phrase{
        {"ratios need figures above 0, and some are not: compare differences (relative: false)",
         "des rapports demandent des chiffres au-dessus de 0, et certains ne le sont pas : comparez des "
         "différences (relatif : false)"}};
  case TrialReason::trends_apart:
    return Phrase{
        {"the segments went different ways before the action began already, so what came after cannot be "
         "laid to it: compare segments that moved alike, or ratios if they differ in size (relative)",
         "les segments évoluaient déjà différemment avant le début de l'action, la suite ne peut donc lui "
         "être attribuée : comparez des segments qui évoluaient de même, ou des rapports s'ils diffèrent "
         "en taille (relatif)"}};
  case TrialReason::too_few_segments: return too_few(trial, reading);
  case TrialReason::unplanned:
    return Phrase{
        {"the p value holds for one reading only, and no date was planned for it: write how many dates to "
         "read at (planned_size)",
         "la valeur p ne tient que pour une lecture, et aucune date n'était prévue pour elle : écrivez à "
         "combien de dates lire (taille_prévue)"}};
  default:
    return Phrase{
        {"what is seen may be chance: say which effect would count (min_effect) to know how many "
         "segments it takes",
         "ce qu'on voit peut être du hasard : dites quel effet compterait (effet_minimal) pour savoir "
         "combien de segments il faut"}};
  }
}
} // namespace

namespace {
Phrase wait_words(const Trial& trial, std::int64_t planned, std::int64_t so_far) {
  const Phrase until{
      {"until {0} {0#date|dates} in all, as planned: {1} so far; a p value before that would not hold",
       "jusqu'à {0} {0#date|dates} en tout, comme prévu : {1} à ce jour ; une valeur p d'ici là ne tiendrait "
       "pas"},
      {planned, so_far}};
  if (!trial.outlasts)
    return until;
  return {{"{0}; the period ends before that, on {1}", "{0} ; la période s'achève avant, le {1}"},
          {until.words(), *trial.outlasts}};
}
} // namespace

Phrase comparison_reason(const Trial& trial) {
  const auto* const reading = std::get_if<ComparedReading>(&trial.reading);
  const std::int64_t so_far = whole_number(trial.size.value_or(0));
  const std::int64_t planned = whole_number(trial.planned.value_or(0));
  switch (trial.verdict) {
  case Verdict::adopt:
  case Verdict::drop: return decided(trial, *reading);
  case Verdict::cannot_tell: return cannot_tell_words(trial, reading);
  case Verdict::go_on: return wait_words(trial, planned, so_far);
  case Verdict::not_begun: break;
  }
  if (so_far > 0)
    return Phrase{{"its first start is still to come", "son premier début est encore à venir"}};
  return trial.planned ? Phrase{{"{0} {0#date|dates} planned: no figures so far",
                                 "{0} {0#date prévue|dates prévues} : aucun chiffre à ce jour"},
                                {planned}}
                       : Phrase{{"no figures of segments yet", "pas encore de chiffres par segment"}};
}

} // namespace deploy_plan::answers

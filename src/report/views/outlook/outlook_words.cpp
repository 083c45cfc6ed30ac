#include "report/views/outlook/outlook_words.hpp"
#include "deploy_plan/brief.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

bool is_probable(const Outlook& outlook) { return outlook.probability.has_value(); }

/// How a goal stands against its path, as far as one may be surprised by its outlook.
enum class Surprise { none, late_but_likely, on_path_but_unlikely };
Surprise surprise_of(const ToldGoal& goal) {
  const OutlookClass rating = goal.outlooks.as_committed.rating;
  const GoalStatus status = goal.progress.status;
  if (rating == OutlookClass::likely && is_behind_path(status))
    return Surprise::late_but_likely;
  if (rating == OutlookClass::unlikely && status == GoalStatus::on_track)
    return Surprise::on_path_but_unlikely;
  return Surprise::none;
}

/// The promised runs make the difference where without them another class would be told.
bool runs_decide(const Outlooks& outlooks) {
  return outlooks.nothing_more.rating != outlooks.as_committed.rating && is_probable(outlooks.nothing_more);
}

/// A pace that differs by less explains nothing.
constexpr double worth_telling = 0.1;

/// By what is assumed to come, then by the runs that are promised, then by the pace of the last months
/// against the one that is needed; where none of these explains it, that is said.
Phrase late_but_likely(const ToldGoal& goal) {
  const Progress& way = goal.progress;
  if (!goal.outlooks.assumed_events.empty())
    return words(Text{"It is late, yet likely: an event to come is counted on.",
                      "Il est en retard, mais probable : un événement à venir est compté."});
  if (runs_decide(goal.outlooks))
    return words(Text{"It is late, yet likely: the runs that are promised bring what its pace lacks.",
                      "Il est en retard, mais probable : les passages promis apportent ce qui manque à son "
                      "rythme."});
  if (way.recent_per_month && way.needed_per_month &&
      *way.recent_per_month >= *way.needed_per_month * (1 + worth_telling))
    return {
        {"It is late, yet likely: of late it moves by {0} a month, and {1} are enough.",
         "Il est en retard, mais probable : il avance ces derniers temps de {0} par mois, et {1} suffisent."},
        {figure_of(*way.recent_per_month, goal.is_rate), figure_of(*way.needed_per_month, goal.is_rate)}};
  return words(Text{"It is late, yet likely: the futures of its trend make up for it.",
                    "Il est en retard, mais probable : les futurs de sa tendance rattrapent ce retard."});
}
Phrase on_path_but_unlikely(const ToldGoal& goal) {
  const Progress& way = goal.progress;
  if (!goal.outlooks.assumed_events.empty())
    return words(Text{"It is on its path, yet unlikely: an event to come is counted on.",
                      "Il suit sa trajectoire, mais reste peu probable : un événement à venir est compté."});
  if (way.recent_per_month && way.needed_per_month &&
      *way.recent_per_month <= *way.needed_per_month * (1 - worth_telling))
    return {
        {"It is on its path, yet unlikely: of late it moves by {0} a month, and {1} are needed.",
         "Il suit sa trajectoire, mais reste peu probable : il avance ces derniers temps de {0} par mois, et "
         "il en faut {1}."},
        {figure_of(*way.recent_per_month, goal.is_rate), figure_of(*way.needed_per_month, goal.is_rate)}};
  return words(
      Text{"It is on its path, yet unlikely: the futures of its trend fall short.",
           "Il suit sa trajectoire, mais reste peu probable : les futurs de sa tendance n'y suffisent "
           "pas."});
}

std::optional<Phrase> why_surprising(const ToldGoal& goal) {
  switch (surprise_of(goal)) {
  case Surprise::late_but_likely: return late_but_likely(goal);
  case Surprise::on_path_but_unlikely: return on_path_but_unlikely(goal);
  case Surprise::none: break;
  }
  return std::nullopt;
}

std::optional<Phrase> how_few(const ToldGoal& goal) {
  const auto count = static_cast<std::int64_t>(goal.outlooks.observations);
  if (!is_probable(goal.outlooks.as_committed) || goal.outlooks.observations >= few_observations)
    return std::nullopt;
  const auto [first, last] =
      std::minmax_element(goal.observed.begin(), goal.observed.end(),
                          [](const Observation& a, const Observation& b) { return a.date < b.date; });
  const auto days = goal.observed.empty() ? 0 : (last->date - first->date).count();
  const std::int64_t months = std::lround(static_cast<double>(days) / days_a_month);
  if (months < 1)
    return Phrase{{"{0} observations are few: expect these figures to move.",
                   "{0} relevés, c'est peu : ces chiffres bougeront."},
                  {count}};
  return Phrase{{"{0} observations over {1#a month|{1} months} are few: expect these figures to move.",
                 "{0} relevés sur {1#un|{1}} mois, c'est peu : ces chiffres bougeront."},
                {count, months}};
}

/// Where it falls short today, and what was seen by its day lay on the other side of the goal.
bool was_beyond_goal(const Progress& way) {
  return (way.goal - *way.on_its_day->seen) * (way.goal - way.current.value_or(way.goal)) <= 0;
}
/// What was seen by its day is told where the newest observation, which is told anyway, is another, and where
/// it says by itself whether the goal was met.
bool is_told_with_its_day(const Progress& way) {
  if (!way.on_its_day || !way.on_its_day->seen || way.on_its_day->seen == way.current)
    return false;
  if (way.status == GoalStatus::overdue)
    return way.on_its_day->status == DueStatus::missed || was_beyond_goal(way);
  return way.is_late_reached();
}
Text told_status(const Progress& way) {
  switch (way.status) {
  case GoalStatus::on_track: return {"on its path", "sur sa trajectoire"};
  case GoalStatus::at_risk: return {"a little behind its path", "un peu en retard sur sa trajectoire"};
  case GoalStatus::behind: return {"behind its path", "en retard sur sa trajectoire"};
  case GoalStatus::overdue:
    if (!is_told_with_its_day(way))
      return {"its day is past", "l'échéance est passée"};
    if (way.on_its_day->status == DueStatus::missed)
      return {"missed on its day", "manqué à l'échéance"};
    return {"met on its day, and lost since", "tenu à l'échéance, et perdu depuis"};
  case GoalStatus::reached:
  case GoalStatus::unmeasured: break;
  }
  return status_words(way);
}

Phrase followed_by(const Phrase& first, const Phrase& next) {
  return {{"{0} {1}", "{0} {1}"}, {first.words(), next.words()}};
}
} // namespace

Text status_words(const Progress& way) {
  return way.is_late_reached() ? Text{"reached after its day", "atteint après l'échéance"}
                               : shown_name(way.status);
}
Tone status_tone(const Progress& way) { return way.is_late_reached() ? Tone::warning : tone_of(way.status); }

Words standing_words(const Progress& way, bool is_rate) {
  const Text told = told_status(way);
  if (!is_told_with_its_day(way))
    return words(told).words();
  const DueFigure& then = *way.on_its_day;
  return Phrase{{"{0} ({1} on {2})", "{0} ({1} au {2})"},
                {told, figure_of(*then.seen, is_rate), *then.seen_on}}
      .words();
}

Words missed_milestone_words(const Progress& way, bool is_rate) {
  const DueFigure* const last = last_due(way.milestones);
  if (last == nullptr || last->status != DueStatus::missed || way.on_its_day)
    return {};
  const auto figure = [&](double value) { return figure_of(value, is_rate); };
  const Phrase missed{
      {"; milestone of {0} missed ({1} instead of {2})", " ; jalon du {0} manqué ({1} au lieu de {2})"},
      {last->by, figure(*last->seen), figure(last->value)}};
  const DueFigure* const next = next_due(way.milestones);
  if (next == nullptr)
    return missed.words();
  return Phrase{{"{0}, next: {1} by {2}", "{0}, prochain : {1} au {2}"},
                {missed.words(), figure(next->value), next->by}}
      .words();
}

Words outlook_words(const Outlook& outlook) {
  const Text rating = shown_name(outlook.rating);
  if (!outlook.probability)
    return {typeset(rating.en, Language::english), typeset(rating.fr, Language::french)};
  return Phrase{{"{0}, {1}", "{0}, {1}"}, {rating, chance_words(*outlook.probability)}}.words();
}

Tone outlook_tone(const Outlook& outlook) { return tone_of(outlook.rating); }

Words outlook_value(const Outlook& outlook, bool is_rate) {
  if (!outlook.median || !outlook.low || !outlook.high)
    return {};
  return Phrase{{"{0} ({1} to {2})", "{0} ({1} à {2})"},
                {figure_of(*outlook.median, is_rate), figure_of(*outlook.low, is_rate),
                 figure_of(*outlook.high, is_rate)}}
      .words();
}

Words outlook_day(const Outlook& outlook) {
  if (!outlook.probability)
    return {};
  if (!outlook.reached)
    return Phrase{{"not within the years looked at", "pas dans les années examinées"}}.words();
  if (!outlook.earliest || !outlook.latest)
    return Phrase{{"{0}, or much later", "{0}, ou bien plus tard"}, {*outlook.reached}}.words();
  if (*outlook.earliest == *outlook.latest)
    return Phrase{{"{0}", "{0}"}, {*outlook.reached}}.words();
  return Phrase{{"{0} (80% sure: {1} to {2})", "{0} (sûr à 80 % : du {1} au {2})"},
                {*outlook.reached, *outlook.earliest, *outlook.latest}}
      .words();
}

Phrase no_trend_words(NoTrend why, std::size_t observations) {
  if (why == NoTrend::few_observations)
    return {{"Too early to tell where it goes: {0} {0#observation|observations}, and {1} are needed.",
             "Trop tôt pour dire où il va : {0} {0#relevé|relevés}, et il en faut {1}."},
            {static_cast<std::int64_t>(observations), static_cast<std::int64_t>(least_observations)}};
  return {{"Where it goes cannot be told: {0}.", "Impossible de dire où il va : {0}."}, {shown_name(why)}};
}

Phrase futures_line(const Outlook& as_committed, const std::optional<Outlook>& with_plan) {
  if (!with_plan)
    return {{"As committed: {0}.", "Engagements tenus : {0}."}, {outlook_words(as_committed)}};
  return {{"As committed: {0}; with the plan: {1}.", "Engagements tenus : {0} ; avec le plan : {1}."},
          {outlook_words(as_committed), outlook_words(*with_plan)}};
}

Phrase futures_line(const Outlooks& outlooks) {
  return outlooks.no_trend ? no_trend_words(*outlooks.no_trend, outlooks.observations)
                           : futures_line(outlooks.as_committed, outlooks.with_plan);
}

std::optional<Phrase> assumed_events_words(std::span<const std::string> events) {
  if (events.empty())
    return std::nullopt;
  return Phrase{
      {"This counts on {0}, whose effect is assumed.", "Cela compte avec {0}, dont l'effet est supposé."},
      {quoted_list(events)}};
}

std::optional<Paragraph> outlook_paragraph(const ToldGoal& goal) {
  const Outlooks& outlooks = goal.outlooks;
  const bool is_settled =
      goal.progress.status == GoalStatus::overdue ||
      (goal.progress.status == GoalStatus::reached && outlooks.as_committed.rating == OutlookClass::likely);
  if (is_settled || (!outlooks.no_trend && !is_probable(outlooks.as_committed)))
    return std::nullopt;
  Phrase said = futures_line(outlooks);
  for (const auto& more :
       {why_surprising(goal), assumed_events_words(outlooks.assumed_events), how_few(goal)})
    if (more)
      said = followed_by(said, *more);
  return Paragraph{std::move(said), outlook_tone(outlooks.as_committed)};
}

Paragraph unwritten_results_words() {
  return {
      words(Text{"Runs were done whose results are not written: what they brought counts as growth that "
                 "goes on by itself. Write their results.",
                 "Des passages ont été faits sans que leurs résultats soient écrits : ce qu'ils ont "
                 "apporté compte comme une croissance qui continue d'elle-même. Écrivez leurs résultats."}),
      Tone::warning};
}

} // namespace deploy_plan::report

#include "report/views/brief/brief_words.hpp"
#include "report/document/cells.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include <cmath>

namespace deploy_plan::report {
namespace {

Words against_path(const ObjectiveGap& star) {
  const Progress& way = star.progress;
  const Phrase due = way.path_now && is_on_the_way(way.status)
                         ? Phrase{{" ({0} by now)", " ({0} à ce jour)"}, {star_figure(star, *way.path_now)}}
                         : Phrase{{"", ""}};
  return Phrase{{"{0}{1}{2}", "{0}{1}{2}"},
                {standing_words(way, !star.counted), due.words(), missed_milestone_words(way, !star.counted)}}
      .words();
}

/// How much likelier the plan makes it, where that is not told by the class, which stays; the least that is
/// worth a word.
constexpr double least_rise = 0.1;
Words stays_with_plan(const Outlook& committed, const Outlook& planned) {
  if (std::round((*planned.probability - *committed.probability) * 1000) < least_rise * 1000)
    return Phrase{{" Reaching it is {0}, as committed and with the proposed plan alike.",
                   " L'atteindre est {0}, engagements tenus comme avec le plan proposé."},
                  {shown_name(committed.rating)}}
        .words();
  return Phrase{
      {" The chances of reaching it, {0} as committed, would rise to {1} with the proposed plan: it "
       "stays {2}.",
       " Les chances de l'atteindre, {0} engagements tenus, monteraient à {1} avec le plan proposé : "
       "cela reste {2}."},
      {chance_words(*committed.probability), chance_words(*planned.probability), shown_name(planned.rating)}}
      .words();
}

/// What follows of where it is going.
Words where_to(const ObjectiveGap& star) {
  const Progress& way = star.progress;
  if (!star.outlook || way.status == GoalStatus::overdue || way.status == GoalStatus::reached)
    return {"", ""};
  const Outlooks& all = *star.outlook;
  if (all.no_trend || !all.as_committed.probability)
    return Phrase{{" Where that leads cannot be told yet.", " Où cela mène ne peut pas encore se dire."}}
        .words();
  if (!all.with_plan || !all.with_plan->probability)
    return Phrase{{" As committed, reaching it is {0}.", " Engagements tenus, l'atteindre est {0}."},
                  {shown_name(all.as_committed.rating)}}
        .words();
  if (all.with_plan->rating == all.as_committed.rating)
    return stays_with_plan(all.as_committed, *all.with_plan);
  return Phrase{{" As committed, reaching it is {0}; with the proposed plan, {1}.",
                 " Engagements tenus, l'atteindre est {0} ; avec le plan proposé, {1}."},
                {shown_name(all.as_committed.rating), shown_name(all.with_plan->rating)}}
      .words();
}

Phrase reason_to_doubt(const Brief& brief) {
  const ObjectiveGap* const star = brief.north_star ? &*brief.north_star : nullptr;
  const auto count =
      static_cast<std::int64_t>(star != nullptr && star->outlook ? star->outlook->observations : 0);
  const bool is_few = count > 0 && static_cast<std::size_t>(count) < few_observations;
  const Words few =
      is_few ? Phrase{{" Besides, {0} observations are few.", " De plus, {0} relevés, c'est peu."}, {count}}
                   .words()
             : Words{"", ""};
  switch (brief.doubt) {
  case BriefRisk::assumed_effect:
    return {
        {"This may turn out otherwise: with the plan most depends on {0}, whose effect is assumed, not "
         "measured.{1}",
         "Ce qui peut démentir cela : avec le plan, l'issue dépend surtout de {0}, dont l'effet est supposé, "
         "non mesuré.{1}"},
        {quoted(brief.because_of), few}};
  case BriefRisk::varying_effect:
    return {
        {"This may turn out otherwise: with the plan most depends on {0}, whose effect varies from one run "
         "to "
         "the next.{1}",
         "Ce qui peut démentir cela : avec le plan, l'issue dépend surtout de {0}, dont l'effet varie d'un "
         "passage à l'autre.{1}"},
        {quoted(brief.because_of), few}};
  case BriefRisk::few_figures:
    return {
        {"This may turn out otherwise: {0} observations are few, and these probabilities move with the next.",
         "Ce qui peut démentir cela : {0} relevés, c'est peu, et ces probabilités bougeront avec les "
         "prochains."},
        {count}};
  case BriefRisk::none_known:
    return words(Text{"This may turn out otherwise if what made the past does not go on.",
                      "Cela peut être démenti si ce qui a fait le passé ne continue pas."});
  case BriefRisk::no_trend: break;
  }
  if (star != nullptr && star->outlook && star->outlook->no_trend)
    return no_trend_words(*star->outlook->no_trend, star->outlook->observations);
  return words(Text{"Nothing can be said of what is to come: too little was observed.",
                    "Rien ne peut être dit de la suite : trop peu a été relevé."});
}

double whole_from_ten(double value) {
  constexpr double least_rounded = 10; // beneath, a part of one may matter
  return std::abs(value) >= least_rounded ? std::round(value) : value;
}
} // namespace

Argument whole_figure(double value, bool is_rate) {
  return figure_of(is_rate ? value : whole_from_ten(value), is_rate);
}
Argument star_figure(const ObjectiveGap& star, double value) { return whole_figure(value, !star.counted); }
Words difference_words(double size, bool is_rate) {
  return Phrase{{"{0}", "{0}"}, {difference_of(is_rate ? size : whole_from_ten(size), is_rate)}}.words();
}
std::optional<Phrase> stale_sentence(const Brief& brief) {
  if (!brief.north_star || !brief.observed_on)
    return std::nullopt;
  const Date day = brief.north_star->progress.by;
  if (brief.as_of > day && day - *brief.observed_on > long_ago) // an old reading is no result
    return Phrase{
        {"The newest observation is of {0}: how it stood on the day of the goal, {1}, is not known.",
         "Le dernier relevé date du {0} : où l'on en était à l'échéance, le {1}, n'est pas connu."},
        {*brief.observed_on, day}};
  const auto& then = brief.north_star->progress.on_its_day;
  if (then && then->status == DueStatus::unknown)
    return Phrase{
        {"Nothing was observed in the two months before the day of the goal, {0}: how it stood then is "
         "not known.",
         "Rien n'a été relevé dans les deux mois d'avant l'échéance, le {0} : où l'on en était alors "
         "n'est pas connu."},
        {day}};
  if (brief.choice == BriefChoice::over ||
      !(brief.north_star->progress.stale || brief.as_of - *brief.observed_on > long_ago))
    return std::nullopt;
  return Phrase{{"The newest observation is of {0}: how it stands today is not known.",
                 "Le dernier relevé date du {0} : où l'on en est aujourd'hui n'est pas connu."},
                {*brief.observed_on}};
}
Phrase standing_sentence(const Brief& brief) {
  if (!brief.north_star)
    return words(Text{"No North Star is chosen: nothing says yet what success would be.",
                      "Aucune étoile polaire n'est choisie : rien ne dit encore ce que serait la réussite."});
  const ObjectiveGap& star = *brief.north_star;
  const Progress& way = star.progress;
  if (!way.current)
    return {
        {"{0}: the goal is {1} by {2}, not measured yet.", "{0} : objectif {1} au {2}, pas encore mesuré."},
        {star.name, star_figure(star, way.goal), way.by}};
  return {brief.is_less_better ? Text{"{0}: {1}, to be brought down to {2} by {3}; {4}.{5}",
                                      "{0} : {1}, à ramener à {2} au {3} ; {4}.{5}"}
                               : Text{"{0}: {1}, for a goal of {2} by {3}; {4}.{5}",
                                      "{0} : {1}, pour un objectif de {2} au {3} ; {4}.{5}"},
          {star.name, star_figure(star, *way.current), star_figure(star, way.goal), way.by,
           against_path(star), where_to(star)}};
}

std::optional<Phrase> doubt_sentence(const Brief& brief) {
  if (brief.choice == BriefChoice::no_north_star || brief.choice == BriefChoice::over ||
      brief.choice == BriefChoice::reached || brief.choice == BriefChoice::overdue)
    return std::nullopt; // nothing is foretold
  return reason_to_doubt(brief);
}

Phrase course_title(const Brief& brief) {
  const ObjectiveGap& star = *brief.north_star;
  const BriefCourse& course = brief.course;
  if (course.rejoined_with_plan)
    return {{"With the plan, the path would be joined again in {0}",
             "Avec le plan, la trajectoire serait rejointe en {0}"},
            {month_of(*course.rejoined_with_plan)}};
  const bool planned = !course.with_plan.empty();
  const std::vector<ForecastPoint>& points = planned ? course.with_plan : course.as_committed;
  if (!points.empty() && points.back().date >= brief.as_of)
    return {
        planned ? Text{"With the plan, expect about {0} on {1}, for a goal of {2}",
                       "Avec le plan, comptez sur {0} environ au {1}, pour un objectif de {2}"}
                : Text{"As committed, expect about {0} on {1}, for a goal of {2}",
                       "Engagements tenus, comptez sur {0} environ au {1}, pour un objectif de {2}"},
        {star_figure(star, points.back().value), points.back().date, star_figure(star, star.progress.goal)}};
  const Progress& way = star.progress;
  if (way.current && way.path_now)
    return {
        {"{0} on {1}; the path asks for {2} today", "{0} au {1} ; la trajectoire demande {2} aujourd'hui"},
        {star_figure(star, *way.current), brief.observed_on.value_or(brief.as_of),
         star_figure(star, *way.path_now)}};
  return {{"The way to {0} by {1}", "Le chemin vers {0} au {1}"}, {star_figure(star, way.goal), way.by}};
}

Phrase risk_words(const BriefOption& option) {
  switch (option.risk) {
  case BriefRisk::assumed_effect:
    return {{"the effect of {0} is assumed, not measured", "l'effet de {0} est supposé, non mesuré"},
            {quoted(option.because_of)}};
  case BriefRisk::varying_effect:
    return {
        {"the effect of {0} varies from one run to the next", "l'effet de {0} varie d'un passage à l'autre"},
        {quoted(option.because_of)}};
  case BriefRisk::few_figures:
    return words(Text{"the trend rests on few observations", "la tendance repose sur peu de relevés"});
  case BriefRisk::no_trend:
    return words(Text{"where it leads cannot be told yet", "où cela mène ne peut pas encore se dire"});
  case BriefRisk::none_known: break;
  }
  return words(Text{"that the past does not go on", "que le passé ne continue pas"});
}

std::optional<Words> change_since(const std::optional<double>& before, const std::optional<double>& now,
                                  Date since, bool is_rate) {
  if (!before || !now)
    return std::nullopt;
  const double change = *now - *before;
  if (std::abs(change) < (is_rate ? 5e-4 : 1e-9))
    return Phrase{{"unchanged since {0}", "inchangé depuis le {0}"}, {since}}.words();
  const Text sign = change > 0 ? Text{"+", "+"} : Text{"−", "−"};
  const double size = std::abs(change);
  return Phrase{{"{0}{1} since {2}", "{0}{1} depuis le {2}"}, {sign, difference_words(size, is_rate), since}}
      .words();
}

} // namespace deploy_plan::report

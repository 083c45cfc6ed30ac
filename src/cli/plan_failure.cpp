#include "cli/plan_failure.hpp"
#include "text/folding.hpp"

namespace deploy_plan::cli {
namespace {

struct FailureWords {
  Phrase operator()(const UnknownToPlan& failure) const {
    const bool action = failure.what == UnknownToPlan::What::action;
    return {{"there is no {0} {1}: {2}", "il n'y a pas d'{0} {1} : {2}"},
            {action ? Text{"action", "action"} : Text{"objective", "objectif"}, failure.id,
             text::suggestion(failure.nearest,
                              {{"name an id that the file declares", "nommez un id que le fichier déclare"}})
                 .words()}};
  }
  Phrase operator()(const WithoutNorthStar& failure) const {
    return {
        {"{0} has no North Star: name what to plan for with --maximise OBJECTIVE or --reach",
         "{0} n'a pas d'étoile polaire : nommez ce qu'il faut planifier avec --maximise OBJECTIF ou --reach"},
        {failure.strategy}};
  }
  Phrase operator()(const NothingToPlan& failure) const {
    if (failure.objective.empty())
      return {{"no objective is left to plan for: none has anything still to do",
               "aucun objectif à planifier : rien ne reste à faire"}};
    return {{"no objective is left to plan for: the day of {0}, {1}, has come",
             "aucun objectif à planifier : l'échéance de {0}, le {1}, est arrivée"},
            {failure.objective, failure.by}};
  }
  Phrase operator()(const FixedBeyondMost& failure) const {
    return {{"--fix {0}={1}: this action may have {2} {2#run|runs} at most, of which {3} {3#is|are} done",
             "--fix {0}={1} : cette action peut avoir {2} {2#passage|passages} au plus, dont "
             "{3} {3#fait|faits}"},
            {failure.action, failure.runs, failure.most, failure.done}};
  }
  Phrase operator()(const FixedLeftOut& failure) const {
    return {{"--fix {0}: this action is stopped, has no cost, or cannot run any more",
             "--fix {0} : cette action est arrêtée, n'a pas de coût, ou ne peut plus passer"},
            {failure.action}};
  }
  Phrase operator()(const UnlimitedRuns& failure) const {
    return {{"nothing limits the runs of {0}: give it a runs.max, or a budget of what it costs",
             "rien ne limite les passages de {0} : donnez-lui un passages.max, ou un budget de ce "
             "qu'elle coûte"},
            {failure.action}};
  }
  Phrase operator()(const TooManyRuns&) const {
    return {{"too many runs are possible for a plan: give actions a runs.max, or plan by months",
             "trop de passages sont possibles pour un plan : donnez aux actions un passages.max, ou "
             "planifiez par "
             "mois"}};
  }
  Phrase operator()(const NoTime&) const {
    return {{"the time limit is to be above 0 seconds", "la limite de temps doit dépasser 0 seconde"}};
  }
  Phrase operator()(const NoPlanInTime& failure) const {
    return {
        {"the search that {0} {0#second allows|seconds allow} found no plan, nor that there is none: give "
         "--time-limit more",
         "la recherche que {0} {0#seconde permet|secondes permettent} n'a trouvé ni plan ni qu'il n'y en a "
         "pas : donnez plus à --time-limit"},
        {failure.seconds}};
  }
  Phrase operator()(const LimitsConflict&) const {
    return {{"these limits cannot hold together: plan without --confidence says which",
             "ces limites ne tiennent pas ensemble : plan sans --confidence dit lesquelles"}};
  }
  Phrase operator()(const NoSchedule&) const {
    return {{"--keep: no action has a schedule to keep; plan --write FILE writes one",
             "--keep : aucune action n'a de calendrier à garder ; plan --write FICHIER en écrit un"}};
  }
  Phrase operator()(const UnknownSegment& failure) const {
    return {{"--floor: there is no segment {0}: {1}", "--floor : il n'y a pas de segment {0} : {1}"},
            {failure.id, text::suggestion(failure.nearest, {{"name an id that the file declares",
                                                             "nommez un id que le fichier déclare"}})
                             .words()}};
  }
  Phrase operator()(const PeriodOver& failure) const {
    return {{"the period ended on {0}: nothing is left to plan; give the strategy its next period",
             "la période s'est terminée le {0} : il ne reste rien à planifier ; donnez à la stratégie sa "
             "prochaine période"},
            {failure.end}};
  }
  Phrase operator()(const SolverFailed& failure) const { return {failure.why}; }
};
} // namespace

Phrase said(const PlanFailure& failure) { return std::visit(FailureWords(), failure); }

Phrase without_plan(const std::string& strategy, const Phrase& why) {
  return {{"{0}: no plan: {1}", "{0} : aucun plan : {1}"}, {strategy, why.words()}};
}

} // namespace deploy_plan::cli

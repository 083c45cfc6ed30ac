#include "answers/answers.hpp"
#include "answers/check.hpp"
#include "answers/comparison.hpp"
#include "answers/gap.hpp"
#include "answers/measure.hpp"
#include "answers/versions.hpp"
#include "deploy_plan/assignment.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/publication.hpp"
#include "deploy_plan/roll_out.hpp"
#include "deploy_plan/test_value.hpp"
#include "deploy_plan/week.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<CheckReport>();
template <>
const Record& description<CheckSummary>();
template <>
const Record& description<Ranking>();
template <>
const Record& description<Forecast>();
template <>
const Record& description<StrategyTrials>();
template <>
const Record& description<DesignedTrial>();
template <>
const Record& description<Assignment>();
template <>
const Record& description<RollOut>();
template <>
const Record& description<NextTest>();
template <>
const Record& description<Plan>();
template <>
const Record& description<Week>();
template <>
const Record& description<PublicPage>();

std::span<const DescribedAnswer> described_answers() {
  static const Record* const check[] = {&description<CheckReport>()};
  static const Record* const gap[] = {&description<Gap>(), &description<GapPortfolio>()};
  static const Record* const rank[] = {&description<Ranking>()};
  static const Record* const forecast[] = {&description<Forecast>()};
  static const Record* const test[] = {&description<StrategyTrials>()};
  static const Record* const design[] = {&description<DesignedTrial>()};
  static const Record* const assignment[] = {&description<Assignment>()};
  static const Record* const roll_out[] = {&description<RollOut>()};
  static const Record* const next_test[] = {&description<NextTest>()};
  static const Record* const plan[] = {&description<Plan>()};
  static const Record* const week[] = {&description<Week>()};
  static const Record* const report_public[] = {&description<PublicPage>()};
  static const Record* const measure[] = {&description<Measured>(), &description<MeasuredPortfolio>()};
  static const Record* const compare[] = {&description<ToldScenarios>()};
  static const Record* const diff[] = {&description<ToldVersions>()};
  static const DescribedAnswer all[] = {
      {"check",
       {"What check writes as JSON", "Ce que check écrit en JSON"},
       check,
       &description<CheckSummary>()},
      {"gap", {"What gap writes as JSON", "Ce que gap écrit en JSON"}, gap},
      {"rank", {"What rank writes as JSON", "Ce que rank écrit en JSON"}, rank},
      {"forecast", {"What forecast writes as JSON", "Ce que forecast écrit en JSON"}, forecast},
      {"test", {"What test writes as JSON", "Ce que test écrit en JSON"}, test},
      {"test-design",
       {"What the design of a test writes as JSON", "Ce que la conception d'un test écrit en JSON"},
       design},
      {"test-assignment",
       {"What a draw of arms writes as JSON", "Ce qu'un tirage de bras écrit en JSON"},
       assignment},
      {"test-roll-out",
       {"What a draw of waves writes as JSON", "Ce qu'un tirage de vagues écrit en JSON"},
       roll_out},
      {"test-next",
       {"What the choice of the next test writes as JSON", "Ce que le choix du prochain test écrit en JSON"},
       next_test},
      {"plan", {"What plan writes as JSON", "Ce que plan écrit en JSON"}, plan},
      {"week", {"What week writes as JSON", "Ce que week écrit en JSON"}, week},
      {"report-public",
       {"What a public page writes as JSON", "Ce qu'une page publique écrit en JSON"},
       report_public},
      {"measure", {"What measure writes as JSON", "Ce que measure écrit en JSON"}, measure},
      {"compare",
       {"What compare writes as JSON", "Ce que compare écrit en JSON"},
       compare,
       nullptr,
       {"Figures of `gap`, `plan` and `forecast`: `scenarios.ID.PATH`, ID being a scenario's (`baseline` is "
        "the strategy "
        "itself), PATH beginning with `gap` (or without it), `plan` or `forecast`. After the path, `.change` "
        "and "
        "`.relative_change` are against the first scenario, `.from` and `.to` the two figures.",
        "Les chiffres de `gap`, `plan` et `forecast` : `scénarios.ID.CHEMIN`, où ID est celui d'un scénario "
        "(`baseline` est la "
        "stratégie elle-même) et où CHEMIN commence par `écart` (ou s'en passe), `plan` ou `prévision`. "
        "Après le chemin, "
        "`.changement` et `.changement_relatif` se comptent depuis le premier scénario, `.de` et `.à` sont "
        "les deux chiffres."}},
      {"diff",
       {"What diff writes as JSON", "Ce que diff écrit en JSON"},
       diff,
       nullptr,
       {"`changes`, how many there are, and figures of `gap`, `plan` and `forecast`: `PATH.change`, "
        "`PATH.relative_change`, "
        "`PATH.from` and `PATH.to`, PATH beginning with `gap` (or without it), `plan` or `forecast`.",
        "`changements`, leur nombre, et les chiffres de `gap`, `plan` et `forecast` : `CHEMIN.changement`, "
        "`CHEMIN.changement_relatif`, `CHEMIN.de` et `CHEMIN.à`, où CHEMIN commence par `écart` (ou s'en "
        "passe), `plan` ou "
        "`prévision`."}},
  };
  return all;
}

} // namespace deploy_plan::answers

#include "report/answer_paths.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

/// The keys of answers, in both languages; those that are the same word are not listed.
constexpr Text key_names[] = {
    {"strategy", "stratégie"},
    {"strategies", "stratégies"},
    {"market", "marché"},
    {"unit", "unité"},
    {"addressable", "adressable"},
    {"addressed", "adressé"},
    {"target", "cible"},
    {"target", "objectif_chiffré"},
    {"penetrated", "pénétré"},
    {"share", "part"},
    {"gap", "écart"},
    {"goals", "objectifs_de_part"},
    {"of", "de"},
    {"current", "actuel"},
    {"gap_beneficiaries", "écart_bénéficiaires"},
    {"by", "échéance"},
    {"status", "statut"},
    {"stale", "périmé"},
    {"needed_per_month", "requis_par_mois"},
    {"observed_per_month", "observé_par_mois"},
    {"eta", "atteinte_prévue"},
    {"path_now", "trajectoire"},
    {"ahead", "avance"},
    {"scale", "échelle"},
    {"objectives", "objectifs"},
    {"stage", "étape"},
    {"north_star", "étoile_polaire"},
    {"baseline", "départ"},
    {"progress", "avancement"},
    {"elapsed", "temps_écoulé"},
    {"funnel", "entonnoir"},
    {"value", "valeur"},
    {"bottleneck", "goulot"},
    {"levers", "leviers"},
    {"family", "famille"},
    {"available", "disponible"},
    {"relevant", "pertinent"},
    {"full_cost", "coût_complet"},
    {"costs", "coûts"},
    {"effect", "effet"},
    {"per_unit", "par_unité"},
    {"cost_per_addressed", "coût_par_adressé"},
    {"cost_per_penetrated", "coût_par_pénétré"},
    {"viable", "viable"},
    {"out_of_reach", "hors_de_portée"},
    {"in_reserve", "en_réserve"},
    {"impact_per_money", "impact_par_argent"},
    {"runs", "passages"},
    {"done", "faits"},
    {"money", "argent"},
    {"days", "jours"},
    {"limit", "limite"},
    {"left", "reste"},
    {"used", "employé"},
    {"spent_before", "dépensé_avant"},
    {"gain", "gain"},
    {"needed", "requis"},
    {"ceiling", "plafond"},
    {"reason", "raison"},
    {"next_value", "apport_suivant"},
    {"next_full_cost", "coût_suivant"},
    {"marginal", "marginal"},
    {"frontier", "frontière"},
    {"goal", "but"},
    {"conflicts", "conflits"},
    {"unfinished", "inachevé"},
    {"verdicts", "verdicts"},
    {"probability", "probabilité"},
    {"peak", "pic"},
    {"forecast", "prévision"},
    {"reached", "atteint"},
    {"series", "séries"},
    {"simulated", "simulé"},
    {"median", "médiane"},
    {"low", "bas"},
    {"high", "haut"},
    {"model", "modèle"},
    {"adopt", "adopter"},
    {"drop", "abandonner"},
    {"go_on", "poursuivre"},
    {"cannot_tell", "sans_conclusion"},
    {"not_begun", "pas_commencé"},
    {"arms", "bras"},
    {"rate", "taux"},
    {"comparisons", "comparaisons"},
    {"difference", "différence"},
    {"weeks_left", "semaines_restantes"},
};

std::string_view first_part(std::string_view path) { return path.substr(0, path.find('.')); }
std::string_view after_first(std::string_view path) {
  const auto dot = path.find('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}
} // namespace

bool names_key(std::string_view part, const std::string& key) {
  const std::string folded = text::fold(part);
  if (folded == key)
    return true;
  return std::any_of(std::begin(key_names), std::end(key_names),
                     [&](Text name) { return name.en == key && folded == text::fold(name.fr); });
}

std::string_view naming_value(const Json& element) {
  if (!element.is_object())
    return {};
  for (const std::string_view key : {"id", "stage", "family", "action", "arm", "name"})
    if (const auto found = element.find(key); found != element.end() && found->is_string())
      return found->get_ref<const std::string&>();
  return {};
}

std::string localized_path(std::string_view path, Language language) {
  std::string result;
  for (; !path.empty(); path = after_first(path)) {
    const std::string_view part = first_part(path);
    const auto known =
        std::find_if(std::begin(key_names), std::end(key_names), [&](Text name) { return name.en == part; });
    result += result.empty() ? "" : ".";
    result += language == Language::english || known == std::end(key_names) ? part : known->fr;
  }
  return result;
}

Words path_words(std::string_view path) {
  return {localized_path(path, Language::english), localized_path(path, Language::french)};
}

bool is_same_path(std::string_view asked, std::string_view path) {
  for (; !asked.empty() && !path.empty(); asked = after_first(asked), path = after_first(path))
    if (first_part(asked) != first_part(path) && !names_key(first_part(asked), std::string(first_part(path))))
      return false;
  return asked.empty() && path.empty();
}

void each_value(const Json& answer, const std::string& path, const VisitValue& visit) {
  const auto beneath = [&](const std::string& part) { return path.empty() ? part : path + "." + part; };
  if (answer.is_object()) {
    for (const auto& [name, member] : answer.items())
      each_value(member, beneath(name), visit);
  } else if (answer.is_array()) {
    for (std::size_t i = 0; i < answer.size(); ++i) {
      const std::string_view name = naming_value(answer[i]);
      each_value(answer[i], beneath(name.empty() ? std::to_string(i) : std::string(name)), visit);
    }
  } else
    visit(path, answer);
}

FigureKind kind_of_figure(std::string_view path) {
  const auto ends = [&](std::string_view end) { return path.ends_with(end); };
  const bool of_goal = path.find("market.goals") != std::string_view::npos;
  if (path.find(".share") != std::string_view::npos || ends(".progress") || ends(".elapsed") ||
      ends(".conversion") || path.find(".closing.") != std::string_view::npos || ends(".probability") ||
      (of_goal && (ends(".current") || ends(".gap") || ends(".path_now") || ends(".ahead"))))
    return FigureKind::share;
  const bool plan_money =
      path.starts_with("plan.") && (ends(".money") || path.find("budget.money.") != std::string_view::npos);
  if (plan_money || ends("full_cost") || ends("per_unit") || path.find("cost_per") != std::string_view::npos)
    return FigureKind::money;
  return FigureKind::number;
}

} // namespace deploy_plan::report

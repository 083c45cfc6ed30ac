#include "answers/comparison.hpp"
#include "answers/versions.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace deploy_plan::answers {
namespace {

const Value* value_in(const ComparedScenario& scenario, const Row& row) {
  return scenario.figures.find(row.path);
}

/// Beyond which one of twenty differences of what is the same would lie.
constexpr double normal_95 = 1.96;

bool is_noise(const Row& row, double from, double to) {
  if (row.member->kind != Kind::probability || row.context.draws == 0)
    return false;
  const auto variance = [&](double share) {
    return share * (1 - share) / static_cast<double>(row.context.draws);
  };
  return std::abs(to - from) <= normal_95 * std::sqrt(std::max(0.0, variance(from) + variance(to)));
}

double extent(const Row& row, const Value* from, const Value* to) {
  if (from == nullptr || to == nullptr)
    return from == to ? 0 : 1;
  const auto before = number_of(*from);
  const auto after = number_of(*to);
  if (!before || !after)
    return *from == *to ? 0 : 1;
  const double amount = std::abs(*after - *before);
  constexpr double a_class_apart = 3; // from uncertain to likely is a third of what there is
  if (row.member->kind == Kind::probability)
    return std::min(1.0, a_class_apart * amount);
  constexpr double days_a_year = 365.25;
  const double whole =
      row.member->kind == Kind::date ? days_a_year : std::max(std::abs(*before), std::abs(*after));
  return whole > 0 ? std::min(1.0, amount / whole) : 0;
}
} // namespace

Change change_of(const Value* from, const Value* to) {
  if (from == nullptr || to == nullptr)
    return {};
  const auto before = number_of(*from);
  const auto after = number_of(*to);
  if (!before || !after)
    return {};
  const double amount = *after - *before;
  const double share = amount / std::abs(*before);
  const bool has_share = *before != 0 && std::isfinite(share) && !std::holds_alternative<Date>(*from);
  return {std::isfinite(amount) ? std::optional(amount) : std::nullopt,
          has_share ? std::optional(share) : std::nullopt};
}

bool is_noise(const Row& row, const Value* from, const Value* to) {
  const auto before = from == nullptr ? std::nullopt : number_of(*from);
  const auto after = to == nullptr ? std::nullopt : number_of(*to);
  return before && after && is_noise(row, *before, *after);
}

double extent_of(const Row& row, std::span<const ComparedScenario> scenarios) {
  const Value* const first = value_in(scenarios.front(), row);
  double most = 0;
  for (const ComparedScenario& one : scenarios.subspan(1))
    most = std::max(most, extent(row, first, value_in(one, row)));
  return most;
}

std::vector<bool> best_of(const Row& row, std::span<const ComparedScenario> scenarios) {
  std::vector<std::optional<double>> numbers;
  std::optional<double> best;
  const double direction = row.member->better == Better::more ? 1 : -1;
  for (const ComparedScenario& one : scenarios) {
    const Value* const value = value_in(one, row);
    numbers.push_back(value == nullptr ? std::nullopt : number_of(*value));
    if (const auto& number = numbers.back(); number && (!best || (*number - *best) * direction > 0))
      best = number;
  }
  std::vector<bool> marks(scenarios.size());
  if (!best || row.member->better == Better::neither)
    return marks;
  const auto is_as_good = [&](const std::optional<double>& number) {
    return number && (*number == *best || is_noise(row, *number, *best));
  };
  if (std::all_of(numbers.begin(), numbers.end(), [&](const auto& one) { return !one || is_as_good(one); }))
    return marks;
  std::transform(numbers.begin(), numbers.end(), marks.begin(), is_as_good);
  return marks;
}

std::vector<Row> all_rows(std::span<const ComparedScenario> scenarios) {
  const auto before = [](const Path* a, const Path* b) { return *a < *b; };
  std::set<const Path*, decltype(before)> known(before);
  std::vector<Row> rows;
  for (const ComparedScenario& one : scenarios)
    for (const KnownFigure& figure : one.figures)
      if (known.insert(&figure.row.path).second)
        rows.push_back(figure.row);
  return rows;
}

std::vector<Row> differing(std::span<const ComparedScenario> scenarios) {
  std::vector<Row> rows = all_rows(scenarios);
  std::erase_if(rows, [&](const Row& row) {
    const Value* const first = value_in(scenarios.front(), row);
    return std::all_of(scenarios.begin(), scenarios.end(), [&](const ComparedScenario& one) {
      const Value* const other = value_in(one, row);
      return first == nullptr || other == nullptr ? first == other : *first == *other;
    });
  });
  return rows;
}

std::vector<Row> telling(std::vector<Row> rows, std::span<const ComparedScenario> scenarios) {
  std::erase_if(rows, [&](const Row& row) {
    if (row.member->compared == Compared::given)
      return true;
    const Value* const first = value_in(scenarios.front(), row);
    return std::all_of(scenarios.begin() + 1, scenarios.end(), [&](const ComparedScenario& one) {
      const Value* const other = value_in(one, row);
      return first == other || (first != nullptr && other != nullptr && *first == *other) ||
             is_noise(row, first, other);
    });
  });
  return rows;
}

ToldScenario told(const ComparedScenario& scenario, const RowSet& rows) {
  ToldScenario result{scenario.id, scenario.name, {}, {}, {}, {}};
  for (const Difference& change : scenario.changes)
    result.changes.push_back({change.path.en, {change.from.json}, {change.to.json}});
  for (const KnownFigure& figure : scenario.figures) {
    if (!rows.contains(figure.row.path))
      continue;
    std::string path = text_of(figure.row.path);
    if (const auto* const day = std::get_if<Date>(&figure.value))
      result.dates.emplace_back(std::move(path), *day);
    else if (const auto* const word = std::get_if<const Choice*>(&figure.value))
      result.words.emplace_back(std::move(path), (*word)->name.en);
    else if (const auto number = number_of(figure.value))
      result.values.emplace_back(std::move(path), *number);
  }
  return result;
}

namespace {
ToldUnsound told(const UnsoundScenario& scenario) {
  ToldUnsound result{scenario.id, scenario.name, {}};
  for (const Finding& finding : scenario.checked.findings) {
    if (finding.severity != Severity::error)
      continue;
    const auto located = scenario.checked.sources.locate(finding.place);
    result.findings.push_back({finding.rule, finding.message.in(Language::english), located.source->name(),
                               located.begin().line, located.begin().column});
  }
  return result;
}
} // namespace

ToldScenarios told(const ScenarioComparison& comparison, std::span<const Row> rows) {
  ToldScenarios result{comparison.as_of, comparison.strategy, {}, {}, {}, {}};
  const RowSet wanted(rows);
  for (const ComparedScenario& one : comparison.scenarios)
    result.scenarios.push_back(told(one, wanted));
  for (const Row& row : differing(comparison.scenarios))
    result.differs.push_back(text_of(row.path));
  for (const UnsoundScenario& one : comparison.unsound)
    result.unsound.push_back(told(one));
  return result;
}

namespace {
/// What a path goes on with after words, in either language; nothing where it does not begin with them.
std::optional<std::string_view> after(std::string_view path, Text words) {
  const auto dot = path.find('.');
  const std::string begin = text::fold(path.substr(0, dot));
  if (begin != words.en && begin != text::fold(words.fr))
    return std::nullopt;
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

/// The scenario that a path begins with: ids may hold dots, and the longest is meant.
const ComparedScenario* named_by(std::string_view path, std::span<const ComparedScenario> scenarios) {
  const ComparedScenario* longest = nullptr;
  for (const ComparedScenario& one : scenarios)
    if (path.starts_with(one.id + ".") && (longest == nullptr || one.id.size() > longest->id.size()))
      longest = &one;
  return longest;
}

/// A figure that was meant of the strategy as it stands.
Astray not_of_a_scenario(const ScenarioComparison& comparison, std::string_view path,
                         std::string_view scenarios) {
  const ComparedScenario& first = comparison.scenarios.front();
  const bool is_figure = std::holds_alternative<Located>(look_up(*first.answers, path));
  return {std::string(path.substr(0, path.find('.'))),
          is_figure ? std::string(scenarios) + "." + first.id + "." + std::string(path) : "", false};
}

Astray no_scenario(std::string_view path, std::string_view rest,
                   std::span<const ComparedScenario> scenarios) {
  std::vector<std::string_view> ids;
  for (const ComparedScenario& one : scenarios)
    ids.push_back(one.id);
  const std::string_view part = rest.substr(0, rest.find('.'));
  const std::string_view near = text::nearest(part, ids);
  if (near.empty())
    return {std::string(part.empty() ? path : part), "", part.empty()};
  const std::string_view begin = path.substr(0, path.size() - rest.size());
  return {std::string(part), std::string(begin) + std::string(near) + std::string(rest.substr(part.size())),
          false};
}
} // namespace

Lookup look_up(const ScenarioComparison& comparison, std::string_view path) {
  constexpr Text scenarios{"scenarios", "scénarios"};
  const auto rest = after(path, scenarios);
  if (!rest)
    return not_of_a_scenario(comparison, path, scenarios.en);
  const ComparedScenario* const one = named_by(*rest, comparison.scenarios);
  if (one == nullptr)
    return no_scenario(path, *rest, comparison.scenarios);
  const std::string_view figure = rest->substr(one->id.size() + 1);
  Lookup found = look_up(*one->answers, figure);
  if (std::holds_alternative<Located>(found))
    return found;
  Lookup change = look_up_change(*comparison.scenarios.front().answers, *one->answers, figure);
  if (std::holds_alternative<Located>(change))
    return change;
  auto& astray = std::get<Astray>(found);
  if (!astray.nearest.empty())
    astray.nearest.insert(0, path.substr(0, path.size() - figure.size()));
  return found;
}

// ---- described
template <>
const Record& description<ToldAssignment>();
template <>
const Record& description<ToldFault>();
template <>
const Record& description<ToldUnsound>();

namespace {

constexpr Member told_assignment_members[] = {
    figure<&ToldAssignment::path>(
        {{"path", "chemin"}, {"path", "chemin"}, {"into the strategy file", "dans le fichier de stratégie"}}),
    figure<&ToldAssignment::from>({{"from", "de"},
                                   {"before", "avant"},
                                   {"as the file writes it; null where there was none",
                                    "comme le fichier l'écrit ; null quand il n'y avait rien"}}),
    figure<&ToldAssignment::to>({{"to", "à"},
                                 {"after", "après"},
                                 {"as the file writes it; null where it is removed",
                                  "comme le fichier l'écrit ; null s'il est retiré"}}),
};
constexpr Member scenario_members[] = {
    figure<&ToldScenario::id>({{"id", "id"}, {"scenario", "scénario"}}),
    figure<&ToldScenario::name>(
        {{"name", "nom"}, {"name", "nom"}, {"for people; may be empty", "pour les gens ; peut être vide"}}),
    figure<&ToldScenario::changes>({{"changes", "changements"}, {"what it changes", "ce qu'il change"}}),
    figure<&ToldScenario::values>({{"values", "valeurs"},
                                   {"figures that are numbers", "chiffres qui sont des nombres"},
                                   {"by their paths", "par leurs chemins"},
                                   Kind::number}),
    figure<&ToldScenario::dates>({{"dates", "dates"},
                                  {"figures that are days", "chiffres qui sont des jours"},
                                  {"by their paths", "par leurs chemins"},
                                  Kind::date}),
    figure<&ToldScenario::words>({{"words", "mots"},
                                  {"figures that are words", "chiffres qui sont des mots"},
                                  {"by their paths", "par leurs chemins"}}),
};
constexpr Member fault_members[] = {
    figure<&ToldFault::rule>({{"rule", "règle"}, {"rule", "règle"}}),
    figure<&ToldFault::message>(
        {{"message", "message"}, {"message", "message"}, {"in English", "en anglais"}}),
    figure<&ToldFault::source>(
        {{"source", "source"},
         {"file, or option of the command line", "fichier, ou option de la ligne de commande"}}),
    figure<&ToldFault::line>(
        {{"line", "ligne"}, {"line", "ligne"}, {}, Kind::count, Better::neither, model::at_least(1)}),
    figure<&ToldFault::column>(
        {{"column", "colonne"}, {"column", "colonne"}, {}, Kind::count, Better::neither, model::at_least(1)}),
};
constexpr Member unsound_members[] = {
    figure<&ToldUnsound::id>({{"id", "id"}, {"scenario", "scénario"}}),
    figure<&ToldUnsound::name>({{"name", "nom"}, {"name", "nom"}}),
    figure<&ToldUnsound::findings>(
        {{"findings", "constats"},
         {"errors", "erreurs"},
         {"empty for the points of a sweep", "vide pour les points d'un balayage"}}),
};
constexpr Member sweep_members[] = {
    figure<&ToldScenarios::not_computed>(
        {{"not_computed", "non_calculés"},
         {"left out", "laissés de côté"},
         {"of a sweep: analyses that take long and were left out, whose figures may differ too",
          "d'un balayage : analyses longues laissées de côté, dont les chiffres peuvent aussi différer"}}),
};
constexpr Record sweep_record{{"sweep", "balayage"}, {}, sweep_members};
constexpr Member told_comparison_members[] = {
    figure<&ToldScenarios::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    figure<&ToldScenarios::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    figure<&ToldScenarios::scenarios>(
        {{"scenarios", "scénarios"},
         {"scenarios", "scénarios"},
         {"the first is what the others are compared with; of a sweep, a point each",
          "le premier est celui auquel les autres sont comparés ; d'un balayage, un par point"}}),
    figure<&ToldScenarios::differs>(
        {{"differs", "diffèrent"},
         {"what differs", "ce qui diffère"},
         {"paths of which two scenarios differ", "chemins dont deux scénarios diffèrent"}}),
    spread_where(sweep_record,
                 [](const ToldScenarios& told) { return told.not_computed.empty() ? nullptr : &told; }),
    figure<&ToldScenarios::unsound>(
        {{"unsound", "incohérents"},
         {"left out", "laissés de côté"},
         {"scenarios that leave no figure to trust", "scénarios qui ne laissent aucun chiffre fiable"}}),
};
} // namespace

template <>
const Record& description<ToldAssignment>() {
  static constexpr Record record{{"assignment", "changement"}, {}, told_assignment_members};
  return record;
}
template <>
const Record& description<ToldScenario>() {
  static constexpr Record record{{"scenario", "scénario"}, {}, scenario_members, {}, 0};
  return record;
}
template <>
const Record& description<ToldFault>() {
  static constexpr Record record{{"fault", "faute"}, {}, fault_members};
  return record;
}
template <>
const Record& description<ToldUnsound>() {
  static constexpr Record record{{"unsound scenario", "scénario incohérent"}, {}, unsound_members, {}, 0};
  return record;
}
template <>
const Record& description<ToldScenarios>() {
  static constexpr Record record{
      {"comparison", "comparaison"}, {}, told_comparison_members, "deploy-plan/compare@1"};
  return record;
}

} // namespace deploy_plan::answers

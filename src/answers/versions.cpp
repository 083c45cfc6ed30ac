#include "answers/versions.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::answers {

template <>
const Record& description<ToldVersion>();
template <>
const Record& description<ToldChange>();
template <>
const Record& description<ToldFigureChange>();

namespace {

constexpr Member version_members[] = {
    figure<&ToldVersion::file>({{"file", "fichier"}, {"file", "fichier"}}),
    figure<&ToldVersion::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    figure<&ToldVersion::as_of>(
        {{"as_of", "au"}, {"as of", "au"}, {"the day of its figures", "le jour de ses chiffres"}}),
    figure<&ToldVersion::sound>(
        {{"sound", "cohérent"},
         {"without errors", "sans erreur"},
         {"else it has no figures to trust", "sinon elle n'a pas de chiffres fiables"},
         Kind::flag}),
};
constexpr Member change_members[] = {
    figure<&ToldChange::path>(
        {{"path", "chemin"}, {"path", "chemin"}, {"into the strategy file", "dans le fichier de stratégie"}}),
    figure<&ToldChange::from>(
        {{"from", "de"}, {"before", "avant"}, {"null where there was none", "null s'il n'y avait rien"}}),
    figure<&ToldChange::to>(
        {{"to", "à"}, {"after", "après"}, {"null where it is removed", "null s'il est retiré"}}),
    figure<&ToldChange::step>({{"step", "étape"},
                               {"step", "étape"},
                               {"of the booklet; 0 for the rest", "du livret ; 0 pour le reste"},
                               Kind::count,
                               Better::neither,
                               model::between(0, 4)}),
    figure<&ToldChange::words>({{"words", "mots"},
                                {"in words", "en mots"},
                                {"the change, in English", "le changement, en anglais"}}),
};
constexpr Member figure_members[] = {
    figure<&ToldFigureChange::from>({{"from", "de"}, {"before", "avant"}}),
    figure<&ToldFigureChange::to>({{"to", "à"}, {"after", "après"}}),
    figure<&ToldFigureChange::change>(
        {{"change", "changement"},
         {"change", "changement"},
         {"in the figure's own unit; days for a day", "dans l'unité du chiffre ; en jours pour un jour"},
         Kind::number}),
    figure<&ToldFigureChange::relative_change>({{"relative_change", "changement_relatif"},
                                                {"relative change", "changement relatif"},
                                                {"a fraction of what was", "en fraction de ce qui était"},
                                                Kind::share}),
};
constexpr Member versions_members[] = {
    figure<&ToldVersions::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    figure<&ToldVersions::from>({{"from", "de"}, {"the older version", "l'ancienne version"}}),
    figure<&ToldVersions::to>({{"to", "à"}, {"the newer version", "la nouvelle version"}}),
    figure<&ToldVersions::changes>({{"changes", "changements"}, {"what changed", "ce qui a changé"}}),
    figure<&ToldVersions::figures>({{"figures", "chiffres"},
                                    {"figures that differ", "chiffres qui diffèrent"},
                                    {"by their paths; none where a version is unsound",
                                     "par leurs chemins ; aucun quand une version est incohérente"}}),
};

ToldFigureChange told(const Value* from, const Value* to) {
  const Change change = change_of(from, to);
  return {from == nullptr ? Value() : *from, to == nullptr ? Value() : *to, change.amount, change.share};
}
Value valued(const std::optional<double>& number) { return number ? Value(*number) : Value(); }

/// A path without its last part, and the member that this names.
struct OfChange {
  std::string_view figure;
  const Member* member = nullptr;
};
OfChange of_change(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos)
    return {path};
  const std::string last = text::fold(path.substr(dot + 1));
  for (const Member& member : figure_members)
    if (last == member.key.en || last == text::fold(member.key.fr))
      return {path.substr(0, dot), &member};
  return {path};
}

constexpr const Member& from_member = figure_members[0];
constexpr const Member& to_member = figure_members[1];
constexpr const Member& change_member = figure_members[2];

/// What a figure is in one of two answers: the one, or else the other, tells what it is.
Lookup changed(const Lookup& from, const Lookup& to, const Member& member) {
  const auto* const before = std::get_if<Located>(&from);
  const auto* const after = std::get_if<Located>(&to);
  Located found = after == nullptr ? *before : *after;
  const auto value_of = [](const Located* side) { return side == nullptr ? Value() : side->value; };
  const ToldFigureChange change =
      told(before == nullptr ? nullptr : &before->value, after == nullptr ? nullptr : &after->value);
  if (&member == &from_member)
    found.value = value_of(before);
  else if (&member == &to_member)
    found.value = value_of(after);
  else
    found = {found.path, &member, member.type,
             valued(&member == &change_member ? change.change : change.relative_change), found.context};
  found.path.push_back({&member, {}});
  return found;
}

bool leads_to_a_figure(const StrategyAnswers& from, const StrategyAnswers& to, std::string_view path) {
  return std::holds_alternative<Located>(look_up(from, path)) ||
         std::holds_alternative<Located>(look_up(to, path));
}

/// What was asked of a figure that there is; the word that was meant, or the change itself.
Astray misspelt_change(std::string_view figure, std::string_view asked) {
  std::vector<std::string_view> known;
  for (const Member& member : figure_members)
    known.insert(known.end(), {member.key.en, member.key.fr});
  const std::string_view near = text::nearest(asked, known);
  return {std::string(asked),
          std::string(figure) + "." + std::string(near.empty() ? change_member.key.en : near), false};
}
} // namespace

std::array<ComparedScenario, 2> sides_of(const VersionComparison& versions) {
  return {ComparedScenario{.id = versions.from.file, .figures = versions.from.figures},
          ComparedScenario{.id = versions.to.file, .figures = versions.to.figures}};
}

std::vector<FigureDifference> figure_differences(const VersionComparison& versions) {
  std::vector<FigureDifference> all;
  if (!versions.from.sound || !versions.to.sound)
    return all;
  const auto sides = sides_of(versions);
  for (Row& row : differing(sides)) {
    const Value* const from = versions.from.figures.find(row.path);
    const Value* const to = versions.to.figures.find(row.path);
    all.push_back({std::move(row), from, to});
  }
  return all;
}

Lookup look_up_change(const StrategyAnswers& from, const StrategyAnswers& to, std::string_view path) {
  const OfChange asked = of_change(path);
  const Lookup before = look_up(from, asked.figure);
  Lookup after = look_up(to, asked.figure);
  const bool leads = std::holds_alternative<Located>(before) || std::holds_alternative<Located>(after);
  if (leads && asked.member != nullptr)
    return changed(before, after, *asked.member);
  const std::string end = "." + std::string((asked.member == nullptr ? change_member : *asked.member).key.en);
  if (leads)
    return Astray{std::string(path), std::string(path) + end, false};
  if (const auto dot = path.rfind('.'); asked.member == nullptr && dot != std::string_view::npos)
    if (leads_to_a_figure(from, to, path.substr(0, dot)))
      return misspelt_change(path.substr(0, dot), path.substr(dot + 1));
  auto& astray = std::get<Astray>(after);
  if (!astray.nearest.empty())
    astray.nearest += end;
  return after;
}

Lookup look_up(const VersionComparison& versions, std::string_view path) {
  const Member& changes = versions_members[3];
  const std::string folded = text::fold(path);
  if (folded == changes.key.en || folded == text::fold(changes.key.fr))
    return Located{{{&changes, {}}},
                   &changes,
                   &TypeOf<std::int64_t>::value,
                   static_cast<std::int64_t>(versions.differences.size()),
                   {}};
  return look_up_change(*versions.from.answers, *versions.to.answers, path);
}

ToldVersions told(const VersionComparison& versions) {
  const auto side = [](const VersionSide& one) {
    return ToldVersion{one.file, one.strategy, one.as_of, one.sound};
  };
  ToldVersions result{versions.to.as_of, side(versions.from), side(versions.to), {}, {}};
  for (const Difference& one : versions.differences)
    result.changes.push_back({one.path.en,
                              {one.from.json},
                              {one.to.json},
                              step_of(one),
                              change_words(one, versions.to.numbers).in(Language::english)});
  for (const FigureDifference& one : figure_differences(versions))
    result.figures.emplace_back(text_of(one.row.path), told(one.from, one.to));
  return result;
}

template <>
const Record& description<ToldVersion>() {
  static constexpr Record record{{"version", "version"}, {}, version_members};
  return record;
}
template <>
const Record& description<ToldChange>() {
  static constexpr Record record{{"change", "changement"}, {}, change_members};
  return record;
}
template <>
const Record& description<ToldFigureChange>() {
  static constexpr Record record{{"change of a figure", "changement d'un chiffre"}, {}, figure_members};
  return record;
}
template <>
const Record& description<ToldVersions>() {
  static constexpr Record record{{"versions", "versions"}, {}, versions_members, "deploy-plan/diff@1"};
  return record;
}

} // namespace deploy_plan::answers

#include "answers/change_words.hpp"
#include "model/decode.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace deploy_plan::answers {
namespace {

using Json = nlohmann::ordered_json;

/// What the elements of a list are called, and a tier by its own name; other fields are called as the file
/// does.
struct Noun {
  std::string_view field;
  Text noun;
};
constexpr Noun element_nouns[] = {
    {"segments", {"segment", "segment"}},
    {"share_goals", {"share goal of the", "objectif de part, marché"}},
    {"milestones", {"milestone of", "jalon du"}},
    {"objectives", {"objective", "objectif"}},
    {"levers", {"lever", "levier"}},
    {"actions", {"action", "action"}},
    {"events", {"event", "événement"}},
    {"schedule", {"planned in", "prévu en"}},
    {"team", {"team member", "membre de l'équipe"}},
    {"absences", {"absence from", "absence du"}},
    {"terms", {"budget term from", "exercice du"}},
    {"scenarios", {"scenario", "scénario"}},
    {"results", {"result of", "résultat du"}},
    {"observations", {"observation of", "relevé du"}},
    {"series", {"count of", "compte du"}},
    {"arms", {"arm", "bras"}},
    {"starts", {"start of", "début du"}},
    {"rules", {"rule", "règle"}},
    {"set", {"change of", "changement de"}},
};
constexpr Noun tier_nouns[] = {{"addressable", {"addressable tier", "marché adressable"}},
                               {"addressed", {"addressed tier", "marché adressé"}},
                               {"target", {"target tier", "marché cible"}},
                               {"penetrated", {"penetrated tier", "marché pénétré"}}};
/// Keys that say little by themselves, of an action's runs.
constexpr Noun runs_nouns[] = {{"min", {"number promised", "nombre promis"}},
                               {"max", {"largest number", "nombre maximal"}},
                               {"done", {"number done", "nombre fait"}}};
constexpr std::string_view money_fields[] = {"money", "setup_money", "day_rate", "annual_cost",
                                             "max_cost_per_beneficiary"};

template <std::size_t Count>
const Text* noun_of(const Noun (&nouns)[Count], std::string_view field) {
  const auto found =
      std::find_if(std::begin(nouns), std::end(nouns), [&](const Noun& noun) { return noun.field == field; });
  return found == std::end(nouns) ? nullptr : &found->noun;
}

Words spaced(Text key) { return {text::spaced(key.en), text::spaced(key.fr)}; }

/// An element's name for people: a day as a day, a word of a list in its language, an id as it is.
Words element_words(const PathPart& part) {
  if (const auto day = model::read_date(part.element))
    return {say(*day, Language::english), say(*day, Language::french)};
  if (const auto month = model::read_month(part.element))
    return {say(*month, Language::english), say(*month, Language::french)};
  return part.words.value_or(Words{part.element, part.element});
}

/// What a path is about, from the widest to the narrowest: "action webinars, cost, money".
class Subject {
public:
  explicit Subject(const Difference& difference) {
    const auto& parts = difference.parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const PathPart& part = parts[i];
      const std::string_view field = part.field.en;
      const bool next_is_element = i + 1 < parts.size() && !parts[i + 1].element.empty();
      if (!part.element.empty())
        add_element(part);
      else if (is_left_out(i, field, parts) || next_is_element)
        continue;
      else if (const Text* tier = is_tier(i, parts) ? noun_of(tier_nouns, field) : nullptr; tier != nullptr)
        add({std::string(tier->en), std::string(tier->fr)});
      else if (const Text* noun =
                   i > 0 && parts[i - 1].field.en == "runs" ? noun_of(runs_nouns, field) : nullptr;
               noun != nullptr)
        add({std::string(noun->en), std::string(noun->fr)});
      else
        add(spaced(part.field));
    }
  }
  Words words;

private:
  void add(const Words& more) { text::add_to_list(words, more); }
  void add_element(const PathPart& part) {
    const Text* const noun = noun_of(element_nouns, part.field.en);
    const Words name = element_words(part);
    add(noun == nullptr
            ? name
            : Words{fmt::format("{} {}", noun->en, name.en), fmt::format("{} {}", noun->fr, name.fr)});
  }
  static bool is_tier(std::size_t at, const std::vector<PathPart>& parts) {
    return at > 0 && (parts[at - 1].field.en == "market" || parts[at - 1].field.en == "segments");
  }
  /// Parts that say nothing more than the section does, or than their owner.
  static bool is_left_out(std::size_t at, std::string_view field, const std::vector<PathPart>& parts) {
    if (at == 0)
      return field == "market" && parts.size() > 1;
    const bool of_tier = field == "size" && at > 1 && is_tier(at - 1, parts);
    const bool of_goal =
        field == "value" && (parts[at - 1].field.en == "target" || parts[at - 1].field.en == "milestones");
    return of_tier || of_goal;
  }
};

constexpr std::size_t short_words = 60; // bytes of a text that a sentence can quote

Words quoted(const Json& value);

bool is_list_of_records(const Json& value) {
  return value.is_array() &&
         std::any_of(value.begin(), value.end(), [](const Json& one) { return one.is_structured(); });
}

/// An uncertain number as people say it.
std::optional<Words> uncertain(const Json& value) {
  const auto said = [&](const char* key, Language language) {
    return say(value[key].get<double>(), language);
  };
  const auto has = [&](const char* key) { return value.contains(key) && value[key].is_number(); };
  const auto in_both = [&](auto write) { return Words{write(Language::english), write(Language::french)}; };
  if (has("low") && has("high"))
    return in_both([&](Language in) { return said("low", in) + " – " + said("high", in); });
  if (has("min") && has("mode") && has("max"))
    return in_both(
        [&](Language in) { return said("min", in) + " – " + said("mode", in) + " – " + said("max", in); });
  if (has("mean") && has("sd"))
    return in_both([&](Language in) { return said("mean", in) + " ± " + said("sd", in); });
  return std::nullopt;
}

Words listed(const Json& values) {
  Words all;
  for (const Json& value : values)
    text::add_to_list(all, quoted(value));
  return all;
}

Words quoted(const Json& value) {
  if (value.is_number())
    return {say(value.get<double>(), Language::english), say(value.get<double>(), Language::french)};
  if (value.is_string())
    return {value.get<std::string>(), value.get<std::string>()};
  if (value.is_boolean())
    return value.get<bool>() ? Words{"yes", "oui"} : Words{"no", "non"};
  if (value.is_array() && !is_list_of_records(value))
    return value.empty() ? Words{"nothing", "rien"} : listed(value);
  if (auto number = value.is_object() ? uncertain(value) : std::nullopt)
    return *number;
  if (value.is_object() && value.size() == 1)
    return quoted(value.front()); // a short form: its one field stands for it
  const std::string raw = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return {raw, raw};
}

/// What a number is, beside a number.
struct NumberKind {
  bool is_rate = false;
  std::optional<std::string> currency = {}; ///< of money
};

Words said(const VersionValue& value, const NumberKind& kind) {
  if (kind.is_rate && value.number)
    return Phrase{{"{0}", "{0}"}, {Share{*value.number}}}.words();
  if (kind.currency && value.number)
    return Phrase{{"{0}", "{0}"}, {Money{*value.number, *kind.currency}}}.words();
  if (value.date)
    return {say(*value.date, Language::english), say(*value.date, Language::french)};
  if (value.word)
    return spaced(*value.word);
  return quoted(Json::parse(value.json));
}

/// Several fields that are no number together.
bool is_whole_record(const Json& value) { return value.is_object() && value.size() > 1 && !uncertain(value); }

/// What a sentence does not say: a long text, a record, or a list of records.
bool is_long(const VersionValue& value) {
  if (!value.number && !value.date && !value.word) {
    const Json whole = Json::parse(value.json);
    if (is_list_of_records(whole) || is_whole_record(whole))
      return true;
  }
  const Words words = said(value, {});
  return std::max(words.en.size(), words.fr.size()) > short_words;
}

/// A figure of an objective that is a rate, or of a share goal.
bool is_of_rate(const Difference& change, const ToldNumbers& numbers) {
  const auto& parts = change.parts;
  if (parts.size() > 3 && parts[1].field.en == "share_goals")
    return parts.back().field.en == "share" || parts.back().field.en == "value";
  return parts.size() > 2 && parts[0].field.en == "objectives" && parts.back().field.en == "value" &&
         std::any_of(parts.begin(), parts.end(),
                     [&](const PathPart& one) { return numbers.rates.contains(one.element); });
}

NumberKind kind_of(const Difference& change, const ToldNumbers& numbers) {
  const bool is_money = numbers.currency && !change.parts.empty() &&
                        std::find(std::begin(money_fields), std::end(money_fields),
                                  change.parts.back().field.en) != std::end(money_fields);
  return {is_of_rate(change, numbers), is_money ? numbers.currency : std::nullopt};
}

Phrase number_change(const Words& subject, const Difference& change, const NumberKind& kind) {
  const double from = *change.from.number;
  const double to = *change.to.number;
  if (from == to)
    return {{"{0} unchanged, {1}", "{0} : inchangé, {1}"}, {subject, said(change.to, kind)}};
  const bool more = to > from;
  const double share = (to - from) / std::abs(from);
  if (from == 0 || !std::isfinite(share))
    return {more ? Text{"{0} raised from {1} to {2}", "{0} : passe de {1} à {2}"}
                 : Text{"{0} lowered from {1} to {2}", "{0} : passe de {1} à {2}"},
            {subject, said(change.from, kind), said(change.to, kind)}};
  return {more ? Text{"{0} raised from {1} to {2} (+{3})", "{0} : passe de {1} à {2} (+{3})"}
               : Text{"{0} lowered from {1} to {2} (\u2212{3})", "{0} : passe de {1} à {2} (\u2212{3})"},
          {subject, said(change.from, kind), said(change.to, kind), Share{std::abs(share)}}};
}

/// Whole months where both days are the same of their months, else days.
Phrase date_change(const Words& subject, const Difference& change) {
  using namespace std::chrono;
  const year_month_day from{*change.from.date};
  const year_month_day to{*change.to.date};
  const bool later = *change.to.date > *change.from.date;
  const bool ends = from == year_month_day(from.year() / from.month() / last) &&
                    to == year_month_day(to.year() / to.month() / last);
  const auto months = (to.year() / to.month() - from.year() / from.month()).count();
  const bool whole = months != 0 && (from.day() == to.day() || ends);
  const auto count = static_cast<std::int64_t>(
      std::abs(whole ? static_cast<double>(months)
                     : static_cast<double>((*change.to.date - *change.from.date).count())));
  const Text months_text =
      later ? Text{"{0} moved {1} {1#month|months} later, to {2}", "{0} : {1} mois plus tard, le {2}"}
            : Text{"{0} moved {1} {1#month|months} earlier, to {2}", "{0} : {1} mois plus tôt, le {2}"};
  const Text days_text =
      later ? Text{"{0} moved {1} {1#day|days} later, to {2}", "{0} : {1} {1#jour|jours} plus tard, le {2}"}
            : Text{"{0} moved {1} {1#day|days} earlier, to {2}", "{0} : {1} {1#jour|jours} plus tôt, le {2}"};
  return {whole ? months_text : days_text, {subject, count, *change.to.date}};
}

bool is_element(const Difference& change) {
  return !change.parts.empty() && !change.parts.back().element.empty();
}

/// The field that a last part names, or the list of an element.
bool is_field(const Difference& change, std::string_view field) {
  return !change.parts.empty() && change.parts.back().element.empty() &&
         change.parts.back().field.en == field;
}
} // namespace

ToldNumbers told_numbers(const Strategy& strategy) {
  ToldNumbers numbers;
  for (const Objective& objective : strategy.objectives)
    if (objective.metric.scale == Scale::rate)
      numbers.rates.insert(objective.id);
  numbers.currency = strategy.budget ? strategy.budget->currency : "";
  return numbers;
}

ToldNumbers told_numbers(const Gap& gap) {
  ToldNumbers numbers;
  for (const ObjectiveGap& objective : gap.objectives)
    if (!objective.counted)
      numbers.rates.insert(objective.id);
  numbers.currency = gap.currency;
  return numbers;
}

Phrase change_words(const Difference& change, const ToldNumbers& numbers) {
  const NumberKind kind = kind_of(change, numbers);
  const Words subject = Subject(change).words;
  if (!change.from.is_there())
    return is_element(change) || is_long(change.to)
               ? Phrase{{"{0} added", "ajout : {0}"}, {subject}}
               : Phrase{{"{0} set to {1}", "{0} : {1}, rien avant"}, {subject, said(change.to, kind)}};
  if (!change.to.is_there())
    return is_element(change) || is_long(change.from)
               ? Phrase{{"{0} removed", "retrait : {0}"}, {subject}}
               : Phrase{{"{0} removed (it was {1})", "retrait : {0} ({1} avant)"},
                        {subject, said(change.from, kind)}};
  if (is_field(change, "status") && change.to.word && change.to.word->en == "stopped") {
    Difference action = change;
    action.parts.pop_back();
    return {{"{0} stopped", "arrêt : {0}"}, {Subject(action).words}};
  }
  if (change.kind == ValueKind::number && change.from.number && change.to.number)
    return number_change(subject, change, kind);
  if (change.kind == ValueKind::date && change.from.date && change.to.date)
    return date_change(subject, change);
  if (is_long(change.from) || is_long(change.to))
    return {{"{0} rewritten", "{0} : réécriture"}, {subject}};
  return {{"{0} changed from {1} to {2}", "{0} : {1} devient {2}"},
          {subject, said(change.from, kind), said(change.to, kind)}};
}

Words subject_words(const Difference& change) { return Subject(change).words; }

Phrase value_words(const Difference& change, const ToldNumbers& numbers) {
  const NumberKind kind = kind_of(change, numbers);
  return {{"{0}: {1}", "{0} : {1}"}, {Subject(change).words, said(change.to, kind)}};
}

int step_of(const Difference& difference) {
  const std::string_view first =
      difference.parts.empty() ? std::string_view() : difference.parts.front().field.en;
  return first == "market"                                ? 1
         : first == "objectives" || first == "north_star" ? 2
         : first == "levers"                              ? 3
         : first == "actions"                             ? 4
                                                          : 0;
}

} // namespace deploy_plan::answers

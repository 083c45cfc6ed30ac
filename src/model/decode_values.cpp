#include "model/decode_values.hpp"
#include "model/days.hpp"
#include "model/written.hpp"
#include "text/folding.hpp"
#include "text/spaces.hpp"
#include <charconv>
#include <cmath>

namespace deploy_plan::model {
namespace {

using source::Kind;
using source::Node;
using source::NodeId;
using source::RuleName;

bool takes(const Type& type, Kind kind) {
  switch (without_optional(type).shape) {
  case Shape::text:
  case Shape::date:
  case Shape::month:
  case Shape::choice: return kind == Kind::string;
  case Shape::flag: return kind == Kind::boolean;
  case Shape::integer:
  case Shape::number: return kind == Kind::integer || kind == Kind::number;
  case Shape::list: return kind == Kind::array;
  case Shape::record: return kind == Kind::object;
  case Shape::verbatim: return true;
  case Shape::optional: return false;
  }
  return false;
}

bool within(const Bounds& bounds, double value) {
  return (bounds.open_low ? value > bounds.low : value >= bounds.low) &&
         (bounds.open_high ? value < bounds.high : value <= bounds.high);
}
} // namespace

Text expected(const Type& type) {
  switch (type.shape) {
  case Shape::text: return {"a string in double quotes", "une chaîne entre guillemets doubles"};
  case Shape::flag: return {"true or false", "true ou false"};
  case Shape::integer: return {"a whole number", "un nombre entier"};
  case Shape::number: return {"a number", "un nombre"};
  case Shape::date: return {"a date like \"2026-03-01\"", "une date comme \"2026-03-01\""};
  case Shape::month: return {"a month like \"2026-03\"", "un mois comme \"2026-03\""};
  case Shape::choice:
    return {"one of the words of the list, in double quotes",
            "un des mots de la liste, entre guillemets doubles"};
  case Shape::verbatim: return {"a value", "une valeur"};
  case Shape::list: return {"an array: [ … ]", "un tableau : [ … ]"};
  case Shape::record: return {"an object: { … }", "un objet : { … }"};
  case Shape::optional: return expected(*type.item);
  }
  return {};
}

bool ValueDecoder::accepts(const Type& type, const Field& field, NodeId id) const {
  return takes(type, tree_[id].kind) || (field.percent && number_of(tree_, id));
}
Text ValueDecoder::expected(const Type& type, const Field& field) {
  return field.percent ? Text{"a number, or a percentage such as \"60 %\"",
                              "un nombre, ou un pourcentage comme \"60 %\""}
                       : model::expected(type);
}

bool ValueDecoder::is_blank(NodeId id) const {
  return tree_[id].kind == Kind::string && text::trimmed(tree_.text(id)).empty();
}

void ValueDecoder::report(RuleName name, NodeId id, Place place, Phrase message, Phrase help,
                          std::vector<Related> related) {
  if (findings_.is_full())
    return findings_.count(name.word);
  findings_.add({std::string(name.word), Severity::error, std::move(message), std::move(help), place,
                 tree_.pointer(id), std::move(related)});
}

bool ValueDecoder::wrong_type(NodeId id, Text wanted, bool or_object) {
  const bool null = tree_[id].kind == Kind::null;
  const Phrase help = null ? Phrase{{"leave the field out when its value is unknown",
                                     "omettez le champ quand sa valeur est inconnue"}}
                           : Phrase{{"write {0}", "écrivez {0}"}, {wanted}};
  report(rule::wrong_type, id, shown(tree_[id]),
         {or_object ? Text{"{0}, or an object, is expected here", "on attend ici {0}, ou un objet"}
                    : Text{"{0} is expected here", "on attend ici {0}"},
          {wanted}},
         help);
  return false;
}

Place ValueDecoder::shown(const Node& node) {
  const bool container = node.kind == Kind::object || node.kind == Kind::array;
  return container ? Place{node.value.begin, node.value.begin + 1} : node.value;
}

bool ValueDecoder::decode_single(const Type& type, const Field& field, NodeId id, void* into) {
  if (!accepts(type, field, id))
    return wrong_type(id, expected(type, field));
  switch (type.shape) {
  case Shape::text: return decode_text(field, id, *static_cast<std::string*>(into));
  case Shape::flag: *static_cast<bool*>(into) = tree_.raw(tree_[id].value) == "true"; return true;
  case Shape::date: return decode_date(id, *static_cast<Date*>(into));
  case Shape::month: return decode_month(id, *static_cast<Month*>(into));
  case Shape::choice: return decode_choice(type, id, into);
  case Shape::integer: return decode_integer(field, id, *static_cast<std::int64_t*>(into));
  default: return decode_number(field, id, *static_cast<double*>(into));
  }
}

bool ValueDecoder::decode_text(const Field& field, NodeId id, std::string& into) {
  if (field.worded && is_blank(id)) {
    report(rule::missing_field, id, tree_[id].value, {{"{0} is blank", "{0} est vide"}, {field.name}},
           {{"write {0}: {1}", "écrivez {0} : {1}"}, {field.name, field.meaning}});
    return false;
  }
  into = std::string(tree_.text(id));
  return true;
}

bool ValueDecoder::decode_date(NodeId id, Date& into) {
  const auto date = read_date(tree_.text(id));
  if (date && (*date < earliest_day || *date > latest_day)) {
    report(
        rule::out_of_range, id, tree_[id].value,
        {{"{0} is not a day that is reckoned with", "le {0} n'est pas un jour pris en compte"}, {*date}},
        {{"write a day from {0} to {1}; is it the year?", "écrivez un jour du {0} au {1} ; est-ce l'année ?"},
         {earliest_day, latest_day}});
    return false;
  }
  if (date)
    into = *date;
  else
    report(rule::unparsable_value, id, tree_[id].value,
           {{"{0} is not a day of the calendar", "{0} n'est pas un jour du calendrier"},
            {std::string(tree_.text(id))}},
           {{"write a date as year-month-day: \"2026-03-01\"",
             "écrivez une date en année-mois-jour : \"2026-03-01\""}});
  return date.has_value();
}

bool ValueDecoder::decode_month(NodeId id, Month& into) {
  const std::string_view written = tree_.text(id);
  const auto month = read_month(written);
  if (!month) {
    const auto meant = likely_month(written);
    report(rule::unparsable_value, id, tree_[id].value,
           {{"{0} is not a month of the calendar", "{0} n'est pas un mois du calendrier"},
            {std::string(written)}},
           text::suggestion(meant ? iso(*meant) : "", {{"write a month as year-month: \"2026-03\"",
                                                        "écrivez un mois en année-mois : \"2026-03\""}}));
    return false;
  }
  if (month->first < earliest_day || month->first > latest_day) {
    report(rule::out_of_range, id, tree_[id].value,
           {{"{0} is not a month that is reckoned with", "{0} n'est pas un mois pris en compte"}, {*month}},
           {{"write a month from {0} to {1}; is it the year?",
             "écrivez un mois de {0} à {1} ; est-ce l'année ?"},
            {month_of(earliest_day), month_of(latest_day)}});
    return false;
  }
  into = *month;
  return true;
}

bool ValueDecoder::decode_choice(const Type& type, NodeId id, void* into) {
  const auto all = type.choices();
  if (const Choice* choice = find_choice(all, tree_.text(id))) {
    type.choose(into, choice->value);
    return true;
  }
  if (findings_.is_full()) {
    findings_.count(rule::unparsable_value.word);
    return false;
  }
  std::vector<std::string_view> words;
  std::vector<Text> names;
  for (const Choice& choice : all) {
    names.push_back(choice.name);
    words.push_back(choice.name.en);
    words.push_back(choice.name.fr);
  }
  const Phrase help = text::suggestion(text::Names(words).nearest(tree_.text(id), findings_.hints),
                                       {{"one of: {0}", "au choix : {0}"}, {names}});
  report(rule::unparsable_value, id, tree_[id].value,
         {{"{0} is not one of the words allowed here", "{0} n'est pas un des mots admis ici"},
          {std::string(tree_.text(id))}},
         help);
  return false;
}

bool ValueDecoder::decode_number(const Field& field, NodeId id, double& into) {
  const double value = number_of(tree_, id).value_or(0);
  if (value != 0 && std::abs(value) < least_size)
    return too_small(field, id);
  if (!within(field.bounds, value))
    return out_of_range(field, id);
  into = value;
  return true;
}

bool ValueDecoder::decode_integer(const Field& field, NodeId id, std::int64_t& into) {
  const auto raw = tree_.number(id);
  double value = 0;
  std::from_chars(raw.data(), raw.data() + raw.size(), value);
  if (value != std::floor(value))
    return wrong_type(id, {"a whole number", "un nombre entier"});
  if (!within(field.bounds, value) || std::abs(value) > largest_exact)
    return out_of_range(field, id);
  into = static_cast<std::int64_t>(value);
  return true;
}

bool ValueDecoder::too_small(const Field& field, NodeId id) {
  report(rule::out_of_range, id, tree_[id].value,
         {{"{0} cannot be {1}: nothing is that small", "{0} ne peut pas être {1} : rien n'est aussi petit"},
          {field.name, std::string(tree_[id].kind == Kind::string ? tree_.text(id) : tree_.number(id))}},
         {{"write 0, or a number of at least {0}", "écrivez 0, ou un nombre d'au moins {0}"}, {least_size}});
  return false;
}

bool ValueDecoder::out_of_range(const Field& field, NodeId id) {
  const Bounds& bounds = field.bounds;
  const bool unlimited = bounds.high >= largest_exact;
  Text help = bounds.open_low ? Text{"write a number above {0} and at most {1}",
                                     "écrivez un nombre supérieur à {0} et d'au plus {1}"}
                              : Text{"write a number from {0} to {1}", "écrivez un nombre de {0} à {1}"};
  if (unlimited && bounds.low <= -largest_exact)
    help = {"write a number below 2^53", "écrivez un nombre inférieur à 2^53"};
  else if (unlimited)
    help = bounds.open_low ? Text{"write a number above {0}", "écrivez un nombre supérieur à {0}"}
                           : Text{"write a number of at least {0}, below 2^53",
                                  "écrivez un nombre d'au moins {0}, inférieur à 2^53"};
  else if (bounds.open_high)
    help = {"write a number strictly between {0} and {1}",
            "écrivez un nombre strictement compris entre {0} et {1}"};
  report(rule::out_of_range, id, tree_[id].value,
         {{"{0} cannot be {1}", "{0} ne peut pas être {1}"},
          {field.name, std::string(tree_[id].kind == Kind::string ? tree_.text(id) : tree_.number(id))}},
         {help, {bounds.low, bounds.high}});
  return false;
}

} // namespace deploy_plan::model

// What analyses tell, described as data. JSON and its schema, paths, gates, CSV, the names of rows and the
// tables of the manual all walk these records: a figure is one member of its struct, and one line in its
// record.
#pragma once
#include "model/description.hpp"
#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <variant>

namespace deploy_plan::answers {

using model::Choice;
using model::choice_of;
using model::choices;

/// What a figure counts, and so how it is said.
enum class Kind {
  name,        ///< what something is called or classed by: no figure
  word,        ///< of an enumeration
  flag,        ///< true or false
  date,        ///< a day
  measure,     ///< in the unit of what is spoken of: beneficiaries, or an objective's metric
  count,       ///< of things that have a name of their own: actions, runs, draws
  number,      ///< without a unit
  share,       ///< of one; may be below 0 or above 1
  probability, ///< in [0, 1]
  money,       ///< in the currency of what is spoken of
  person_days,
  per_month,     ///< a measure by month
  money_by_unit, ///< money for one of what is measured
  weeks
};

/// Which way a figure is better.
enum class Better { neither, more, less };

/// How much of a figure's own there is where strategies are compared.
enum class Compared {
  always,
  given, ///< it repeats what the file gives or another figure does, or is a part of a model: left to those
         ///< who want all
  never  ///< a detail that follows from the rest
};

/// What the figures of a record are counted in; handed down to the records within.
struct Context {
  std::string unit;      ///< of measures
  bool is_rate = false;  ///< measures are rates: shares of one
  std::string currency;  ///< an ISO 4217 code; empty for euros
  std::size_t draws = 0; ///< that its probabilities are counted among; 0 where none are drawn
};

/// A value as the walks see it; views and choices live as long as the answer, or the call that hands them on.
using Scalar =
    std::variant<std::monostate, bool, std::int64_t, double, Date, std::string_view, const Choice*>;

/// Takes what a member gives while it is there: it may have been made for the occasion.
class Take {
public:
  template <class Function>
  Take(const Function& function) // NOLINT(google-explicit-constructor): a lambda stands where one is taken
      : function_(&function),
        call_([](const void* target, const void* value) { (*static_cast<const Function*>(target))(value); }) {
  }
  void operator()(const void* value) const { call_(function_, value); }

private:
  const void* function_;
  void (*call_)(const void* target, const void* value);
};

struct Record;
enum class Shape { scalar, record, list, map };
/// What scalars are, for schemas.
enum class Scalars {
  flag,
  whole,
  number,
  date,
  text,
  word,
  any,     ///< one of those above
  verbatim ///< JSON as it stands, of any shape
};

/// A C++ type as the walks see it.
struct Type {
  Shape shape = Shape::scalar;
  Scalars scalars = Scalars::text;
  bool nullable = false; ///< may be unknown
  std::span<const Choice> (*choices)() = nullptr;
  const Record& (*record)() = nullptr;
  bool lone_bare = false;                        ///< a list that holds one element is written as that element
  const Type* item = nullptr;                    ///< of a list or a map
  Scalar (*scalar)(const void* value) = nullptr; ///< monostate where it is unknown
  const void* (*known)(const void* value) = nullptr; ///< a record; nullptr where it is unknown
  std::size_t (*size)(const void* value) = nullptr;  ///< of a list or a map
  const void* (*element)(const void*, std::size_t) = nullptr;
  std::string_view (*key)(const void*, std::size_t) = nullptr; ///< of a map's element
};

/// A figure, or a group of them, as it is called everywhere.
struct Member {
  Text key;     ///< in JSON and in paths, in both languages
  Text name;    ///< in words, as a row of a table says it
  Text meaning; ///< what it is and how it comes about, for schemas and the manual
  Kind kind = Kind::name;
  Better better = Better::neither;
  const Type* type = nullptr;
  void (*give)(const void* owner, Take take) = nullptr;
  const Record* group =
      nullptr;               ///< members of the same owner, or of what `give` gives, gathered under the key
  bool spread = false;       ///< the group's members stand here, without a key of their own
  bool maybe = false;        ///< a spread group that may not be there
  model::Bounds bounds = {}; ///< of numbers
  std::string_view counted = {}; ///< one of what a count counts: "action"
  Compared compared = Compared::always;
  bool is_difference = false; ///< of two figures: what lies between two shares is told in points
  int step =
      0; ///< of the booklet that it and all beneath belong to, from 1; 0 where that is another's to say
};

struct Record {
  Text name;
  Text meaning;
  std::span<const Member> members;
  std::string_view format = {};                 ///< "deploy-plan/gap@1": of answers that stand by themselves
  std::optional<std::size_t> named_by = {};     ///< the member that tells an element from its like
  Words (*title)(const void* record) = nullptr; ///< what people call it; its id where there is none
  Context (*context)(const void* record, const Context& around) = nullptr; ///< of its figures
};

/// Every answer's record, in src/answers/<answer>.cpp.
template <class T>
const Record& description();

template <class T>
struct TypeOf {
  static constexpr Type value{
      .shape = Shape::record, .record = &description<T>, .known = [](const void* at) { return at; }};
};
template <class T, Scalars what, class As>
struct ScalarType {
  static constexpr Type value{
      .shape = Shape::scalar, .scalars = what, .scalar = [](const void* at) -> Scalar {
        return As(*static_cast<const T*>(at));
      }};
};
template <>
struct TypeOf<bool> : ScalarType<bool, Scalars::flag, bool> {};
template <class T>
requires std::is_integral_v<T>
struct TypeOf<T> : ScalarType<T, Scalars::whole, std::int64_t> {
};
template <>
struct TypeOf<double> : ScalarType<double, Scalars::number, double> {};
template <>
struct TypeOf<Date> : ScalarType<Date, Scalars::date, Date> {};
template <>
struct TypeOf<std::string> : ScalarType<std::string, Scalars::text, std::string_view> {};
template <>
struct TypeOf<std::string_view> : ScalarType<std::string_view, Scalars::text, std::string_view> {};
/// JSON that comes from elsewhere.
struct Verbatim {
  std::string json = "null";
};
template <>
struct TypeOf<Verbatim> {
  static constexpr Type value{
      .shape = Shape::scalar, .scalars = Scalars::verbatim, .scalar = [](const void* at) -> Scalar {
        return std::string_view(static_cast<const Verbatim*>(at)->json);
      }};
};
template <model::Chosen E>
struct TypeOf<E> {
  static constexpr Type value{
      .shape = Shape::scalar,
      .scalars = Scalars::word,
      .choices = &choices<E>,
      .scalar = [](const void* at) -> Scalar { return &choice_of(*static_cast<const E*>(at)); }};
};
/// Of lists: anything that knows its size and gives its elements by place.
template <class List>
struct ListType {
  using Item = std::remove_cvref_t<decltype(std::declval<const List&>()[0])>;
  static constexpr Type value{.shape = Shape::list,
                              .item = &TypeOf<Item>::value,
                              .size = [](const void* at) { return static_cast<const List*>(at)->size(); },
                              .element = [](const void* at, std::size_t place) -> const void* {
                                return &(*static_cast<const List*>(at))[place];
                              }};
};
template <class T>
struct TypeOf<std::vector<T>> : ListType<std::vector<T>> {};
template <class T>
struct TypeOf<std::span<T>> : ListType<std::span<T>> {};
template <class T, std::size_t size>
struct TypeOf<std::array<T, size>> : ListType<std::array<T, size>> {};
/// A list that is written as its element where it holds one.
template <class T>
struct OneOrMore {
  std::vector<T> all;
};
template <class T>
struct TypeOf<OneOrMore<T>> : ListType<std::vector<T>> {
  static constexpr Type bare() {
    Type type = ListType<std::vector<T>>::value; // the list is all that it holds
    type.lone_bare = true;
    return type;
  }
  static constexpr Type value = bare();
};
/// Of elements that are told by a key each.
template <class T>
using Map = std::vector<std::pair<std::string, T>>;
template <class T>
struct TypeOf<Map<T>> {
  static constexpr Type value{.shape = Shape::map,
                              .item = &TypeOf<T>::value,
                              .size = [](const void* at) { return static_cast<const Map<T>*>(at)->size(); },
                              .element = [](const void* at, std::size_t place) -> const void* {
                                return &(*static_cast<const Map<T>*>(at))[place].second;
                              },
                              .key = [](const void* at, std::size_t place) -> std::string_view {
                                return (*static_cast<const Map<T>*>(at))[place].first;
                              }};
};
template <class T>
struct TypeOf<std::optional<T>> {
  static constexpr Type nullable() {
    Type type = TypeOf<T>::value;
    type.nullable = true;
    if (type.shape == Shape::scalar)
      type.scalar = [](const void* at) -> Scalar {
        const auto& value = *static_cast<const std::optional<T>*>(at);
        return value ? TypeOf<T>::value.scalar(&*value) : Scalar();
      };
    else
      type.known = [](const void* at) -> const void* {
        const auto& value = *static_cast<const std::optional<T>*>(at);
        return value ? &*value : nullptr;
      };
    return type;
  }
  static constexpr Type value = nullable();
};

template <class Function>
struct GetterOf; // of a lambda: what it is asked of, and what it gives
template <class Lambda, class Owner_, class Result_>
struct GetterOf<Result_ (Lambda::*)(const Owner_&) const> {
  using Owner = Owner_;
  using Result = std::remove_cvref_t<Result_>;
};
template <class Lambda, class Owner_, class Result_>
struct GetterOf<Result_ (Lambda::*)(const Owner_&, const Context&) const> {
  using Owner = Owner_;
  using Result = std::remove_cvref_t<Result_>;
};

/// How a line of a description is written: a key, what it is in words, its meaning, its kind, then where it
/// is found: a member, or a function of the owner.
struct Line {
  Text key;
  Text name;
  Text meaning = {};
  Kind kind = Kind::name;
  Better better = Better::neither;
  model::Bounds bounds = {};
};

constexpr Member member_of(const Line& line, const Type& type, void (*give)(const void* owner, Take take)) {
  Member member;
  member.key = line.key;
  member.name = line.name;
  member.meaning = line.meaning;
  member.kind = line.kind;
  member.better = line.better;
  member.bounds = line.kind == Kind::probability ? model::between(0, 1) : line.bounds;
  member.type = &type;
  member.give = give;
  return member;
}

/// A member of the struct that a record describes.
template <auto At>
constexpr Member figure(const Line& line) {
  using Owner = decltype(model::owner_type(At));
  return member_of(line, TypeOf<decltype(model::member_type(At))>::value,
                   [](const void* owner, Take take) { take(&(static_cast<const Owner*>(owner)->*At)); });
}
/// A function of it, without captures.
template <class Function>
constexpr Member computed(const Line& line, Function) {
  using Getter = GetterOf<decltype(&Function::operator())>;
  return member_of(line, TypeOf<typename Getter::Result>::value, [](const void* owner, Take take) {
    const auto& value = Function{}(*static_cast<const typename Getter::Owner*>(owner));
    take(&value);
  });
}
/// The same member, to be compared in another way.
constexpr Member given(Member member) {
  member.compared = Compared::given;
  return member;
}
constexpr Member detail(Member member) {
  member.compared = Compared::never;
  return member;
}
/// The same member, how far one figure is from another.
constexpr Member difference(Member member) {
  member.is_difference = true;
  return member;
}
/// The same member, a count, with one of what it counts.
constexpr Member counting(std::string_view what, Member member) {
  member.counted = what;
  return member;
}
/// The same member, of a step of the booklet.
constexpr Member of_step(int step, Member member) {
  member.step = step;
  return member;
}

/// Members of the same owner under one key.
constexpr Member group(const Line& line, const Record& members) {
  Member member;
  member.key = line.key;
  member.name = line.name;
  member.meaning = line.meaning;
  member.group = &members;
  return member;
}
/// The members of a part of the owner, as if they were the owner's.
template <class Function>
constexpr Member spread(const Record& members, Function) {
  using Getter = GetterOf<decltype(&Function::operator())>;
  Member member;
  member.group = &members;
  member.spread = true;
  member.give = [](const void* owner, Take take) {
    const auto& part = Function{}(*static_cast<const typename Getter::Owner*>(owner));
    take(&part);
  };
  return member;
}

/// The same of a part that may not be there: its members then are left out.
template <class Function>
constexpr Member spread_where(const Record& members, Function) {
  using Getter = GetterOf<decltype(&Function::operator())>;
  Member member;
  member.group = &members;
  member.spread = true;
  member.maybe = true;
  member.give = [](const void* owner, Take take) {
    if (const auto* const part = Function{}(*static_cast<const typename Getter::Owner*>(owner));
        part != nullptr)
      take(part);
  };
  return member;
}

/// Calls `visit(member, owner)` with each member of a record that has a key.
template <class Visit>
void each_member(const Record& record, const void* owner, const Visit& visit) {
  for (const Member& member : record.members)
    if (!member.spread)
      visit(member, owner);
    else if (owner == nullptr) // the description alone is walked
      each_member(*member.group, nullptr, visit);
    else
      member.give(owner, [&](const void* part) { each_member(*member.group, part, visit); });
}

/// What tells an element of a list from its like; empty where nothing does.
[[nodiscard]] std::string element_id(const Record& record, const void* element);

/// A record's title, by a function of it without captures.
template <class Function>
constexpr auto title(Function) -> Words (*)(const void*) {
  using Getter = GetterOf<decltype(&Function::operator())>;
  return [](const void* at) { return Function{}(*static_cast<const typename Getter::Owner*>(at)); };
}
/// What a record's figures are counted in, likewise.
template <class Function>
constexpr auto counted_in(Function) -> Context (*)(const void*, const Context&) {
  using Getter = GetterOf<decltype(&Function::operator())>;
  return [](const void* at, const Context& around) {
    return Function{}(*static_cast<const typename Getter::Owner*>(at), around);
  };
}
/// A name that is one in every language, or the id where there is none.
[[nodiscard]] inline Words named(const std::string& name, const std::string& id = {}) {
  return name.empty() ? Words{id, id} : Words{name, name};
}
/// A word as people read it.
template <model::Chosen E>
Words shown(E word) {
  const Text words = choice_of(word).words();
  return {std::string(words.en), std::string(words.fr)};
}

/// A text that may be missing.
[[nodiscard]] inline std::optional<std::string_view> unless_empty(const std::string& words) {
  return words.empty() ? std::nullopt : std::optional<std::string_view>(words);
}

/// A figure's kind as people read it.
[[nodiscard]] Text name_of(Kind kind);

} // namespace deploy_plan::answers

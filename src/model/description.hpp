// The strategy file, described as data. Loading, the schema, the field reference, hints and translation all
// walk this one table. Adding a field is one member in strategy.hpp and one line in a description_*.cpp.
#pragma once
#include "deploy_plan/strategy.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <concepts>
#include <functional>
#include <limits>
#include <span>
#include <type_traits>

namespace deploy_plan::model {

struct Record;
struct Type;

/// One of the words that a field of the file, or a figure of an answer, may hold.
struct Choice {
  int value;
  Text name; ///< as files, scripts and paths write it
  Text meaning;
  Text shown = {};         ///< as people read it, where that is not the name
  Tone tone = Tone::plain; ///< how to take it
  int order = 0;           ///< among its like: the most urgent is the lowest
  [[nodiscard]] constexpr Text words() const { return shown.en.empty() ? name : shown; }
};

enum class Shape { text, flag, integer, number, date, month, choice, verbatim, record, list, optional };

/// A C++ type as the walks see it: what JSON it takes, and how to reach its parts without knowing it.
struct Type {
  Shape shape;
  const Type* item = nullptr;                     ///< of a list or an optional
  const Record& (*record)() = nullptr;            ///< of a record
  std::span<const Choice> (*choices)() = nullptr; ///< of a choice
  void* (*add)(void*) = nullptr;                  ///< a list's new element; an optional, engaged
  void (*choose)(void*, int) = nullptr;           ///< a choice, assigned
  void (*each)(void* at,
               const std::function<void(void*)>& visit) = nullptr; ///< what a list or an optional holds
};

inline constexpr double largest_exact =
    9007199254740991.0; // 2^53 - 1: beyond it JSON numbers lose their units
inline constexpr double least_size =
    1e-15; // of a number that is not 0: ratios of any two figures stay finite

/// Inclusive limits of a number, unless said open.
struct Bounds {
  double low = -largest_exact;
  double high = largest_exact;
  bool open_low = false;
  bool open_high = false;
};

enum class Need { optional, required };

/// Whether a field may be told to anyone, by itself or in sums.
enum class Publicity {
  withheld,
  unnamed, ///< withheld, and not worth a word to who publishes: it only holds the file together
  told,    ///< unless its words hold what is not: an address, a path, a query, someone's name
  address  ///< told, and an address is what it is for
};
constexpr bool is_withheld(Publicity publicity) {
  return publicity == Publicity::withheld || publicity == Publicity::unnamed;
}

struct Field {
  Text name;
  Need need;
  Text meaning;
  Bounds bounds;
  const Type* type;
  void* (*access)(void* owner);
  bool keyed = false;           ///< a list written as an object: each key names an element's first field
  bool percent = false;         ///< a number that may be a rate: "60 %" is read as 0.6
  std::string_view unless = {}; ///< the field beside which one that is required may be left out
  std::string_view beside = {}; ///< the field that this one says nothing without
  bool worded = false;          ///< a text that blanks alone do not give
  Publicity publicity = Publicity::withheld;
  bool (*clear)(void* owner) =
      nullptr; ///< back to what it is where nothing is given; whether that changed it
};

struct Record {
  Text name;
  Text meaning;
  std::span<const Field> fields;
  Origin* (*origin)(void* record);
  int shorthand = -1;          ///< the field that a bare value stands for: a tier may be written as its size
  bool shorthand_only = false; ///< that field has no key of its own
  std::span<const std::span<const std::string_view>> forms =
      {}; ///< the sets of fields of which exactly one is given
  /// Of an element of a list whose first field, its id, may be left out: the fields, joined by hyphens, that
  /// make one then. The first of them names it too, where it is alone to have that word.
  std::span<const std::string_view> id_made_of = {};
};

/// Every record of the file, in src/model/description_*.cpp. Those that other files name are declared here.
template <class T>
const Record& description();
template <>
const Record& description<Arm>();
template <>
const Record& description<Cluster>();
template <>
const Record& description<Clusters>();
template <>
const Record& description<Measurement>();
template <>
const Record& description<Milestone>();
template <>
const Record& description<Publication>();
template <>
const Record& description<Query>();
template <>
const Record& description<Series>();
template <>
const Record& description<Strategy>();
template <>
const Record& description<Test>();
template <class E>
std::span<const Choice> choices();

template <class T>
concept Described = requires(T value) {
  value.origin;
};
template <class T>
concept Chosen = std::is_enum_v<T>;

template <class T>
struct TypeOf;
template <>
struct TypeOf<std::string> {
  static constexpr Type value{Shape::text};
};
template <>
struct TypeOf<bool> {
  static constexpr Type value{Shape::flag};
};
template <>
struct TypeOf<std::int64_t> {
  static constexpr Type value{Shape::integer};
};
template <>
struct TypeOf<double> {
  static constexpr Type value{Shape::number};
};
template <>
struct TypeOf<Date> {
  static constexpr Type value{Shape::date};
};
template <>
struct TypeOf<Month> {
  static constexpr Type value{Shape::month};
};
template <Chosen E>
struct TypeOf<E> {
  static constexpr Type value{
      Shape::choice, nullptr, nullptr,
      &choices<E>,   nullptr, [](void* at, int chosen) { *static_cast<E*>(at) = static_cast<E>(chosen); }};
};
template <Described T>
struct TypeOf<T> {
  static constexpr Type value{Shape::record, nullptr, &description<T>};
};
template <class T>
struct TypeOf<std::vector<T>> {
  static constexpr Type value{
      Shape::list,
      &TypeOf<T>::value,
      nullptr,
      nullptr,
      [](void* at) -> void* { return &static_cast<std::vector<T>*>(at)->emplace_back(); },
      nullptr,
      [](void* at, const std::function<void(void*)>& visit) {
        if constexpr (!std::is_same_v<T, bool>)
          for (T& element : *static_cast<std::vector<T>*>(at))
            visit(&element);
      }};
};
template <class T>
struct TypeOf<std::optional<T>> {
  static constexpr Type value{
      Shape::optional,
      &TypeOf<T>::value,
      nullptr,
      nullptr,
      [](void* at) -> void* { return &static_cast<std::optional<T>*>(at)->emplace(); },
      nullptr,
      [](void* at, const std::function<void(void*)>& visit) {
        if (auto& held = *static_cast<std::optional<T>*>(at); held)
          visit(&*held);
      }};
};
/// What there is to say of a word.
template <Chosen E>
[[nodiscard]] const Choice& choice_of(E word) {
  const auto all = choices<E>();
  return *std::find_if(all.begin(), all.end(),
                       [&](const Choice& choice) { return choice.value == static_cast<int>(word); });
}

inline constexpr Type verbatim_type{Shape::verbatim};

template <class Owner, class Member>
Member member_type(Member Owner::*);
template <class Owner, class Member>
Owner owner_type(Member Owner::*);

/// Sets a member back to what it is where nothing is given; gives whether it was anything else.
template <auto Member>
bool clear_member(void* owner) {
  auto& value = static_cast<decltype(owner_type(Member))*>(owner)->*Member;
  using Value = std::remove_reference_t<decltype(value)>;
  bool held = true;
  if constexpr (requires { value.empty(); })
    held = !value.empty();
  else if constexpr (requires { value.has_value(); })
    held = value.has_value();
  else if constexpr (std::equality_comparable<Value>)
    held = value != Value{};
  value = Value{};
  return held;
}

template <auto Member>
constexpr Field field(Text name, Need need, Text meaning, Bounds bounds = {}) {
  using Owner = decltype(owner_type(Member));
  Field result{
      name, need, meaning, bounds, &TypeOf<decltype(member_type(Member))>::value, [](void* owner) -> void* {
        return &(static_cast<Owner*>(owner)->*Member);
      }};
  result.clear = &clear_member<Member>;
  return result;
}
/// A field that may be told to anyone.
constexpr Field told(Field field, Publicity publicity = Publicity::told) {
  field.publicity = publicity;
  return field;
}
/// One that may not, as of course.
constexpr Field unnamed(Field field) { return told(field, Publicity::unnamed); }
/// A number that may be a rate, and then may be written as a percentage.
template <auto Member>
constexpr Field rate(Text name, Need need, Text meaning, Bounds bounds = {}) {
  Field result = field<Member>(name, need, meaning, bounds);
  result.percent = true;
  return result;
}
/// A field that is required, unless another is given.
constexpr Field unless(std::string_view other, Field field) {
  field.unless = other;
  return field;
}
/// A field that says nothing without another.
constexpr Field beside(std::string_view other, Field field) {
  field.beside = other;
  return field;
}
/// A text that is left out where nothing but blanks is written.
constexpr Field worded(Field field) {
  field.worded = true;
  return field;
}
/// A list written as an object whose keys are the elements' first field.
template <auto Member>
constexpr Field keyed(Text name, Need need, Text meaning) {
  Field result = field<Member>(name, need, meaning);
  result.keyed = true;
  return result;
}
/// A text that takes any JSON value as it is written.
template <auto Member>
constexpr Field verbatim(Text name, Need need, Text meaning) {
  Field result = field<Member>(name, need, meaning);
  result.type = &verbatim_type;
  return result;
}
template <class T>
Origin* origin_of(void* record) {
  return &static_cast<T*>(record)->origin;
}

constexpr Bounds at_least(double low) { return {low, largest_exact, false, false}; }
constexpr Bounds count_from(double low) { return {low, largest_exact, false, false}; }
/// Days between one thing and another: beyond ten years nothing is planned.
constexpr Bounds days_between() { return {0, 3650, false, false}; }
constexpr Bounds more_than(double low) { return {low, largest_exact, true, false}; }
constexpr Bounds between(double low, double high) { return {low, high, false, false}; }
constexpr Bounds inside(double low, double high) { return {low, high, true, true}; }
constexpr Bounds above_to(double low, double high) { return {low, high, true, false}; }

/// The index of the field that a key names in either language, or -1.
[[nodiscard]] int find_field(const Record& record, std::string_view key);
/// The names in both languages of the fields that have a key, for hints.
[[nodiscard]] std::vector<std::string_view> field_names(const Record& record);
/// The same, made ready for hints, once for each record.
[[nodiscard]] const text::Names& names_to_propose(const Record& record);
/// The choice that a word names in either language, or nullptr.
[[nodiscard]] const Choice* find_choice(std::span<const Choice> choices, std::string_view word);
[[nodiscard]] const Type& without_optional(const Type& type);

} // namespace deploy_plan::model

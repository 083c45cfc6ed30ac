// Ways into answers. Keys and ids of elements are different things from the moment they are read: an id may
// hold dots, be a key's very name, or look like a figure, and nothing is ever told from how it is written.
// Where a path that is written could be read in two ways, the id stands in double quotes, as JSON has it.
#pragma once
#include "answers/description.hpp"

namespace deploy_plan::answers {

/// One step down: to a member, or to an element of a list or a map.
struct Step {
  const Member* member = nullptr; ///< nullptr for an element
  std::string id = {};            ///< of an element
  bool quoted = false;            ///< an id that, as it is, could be read as another one and a key
  friend bool operator==(const Step&, const Step&) = default;
  friend auto operator<=>(const Step&, const Step&) = default;
};
using Path = std::vector<Step>;

/// As scripts write it, joined with dots: keys in a language, and ids as they are wherever they can be.
/// `look_up` finds the same figure by it.
[[nodiscard]] std::string text_of(const Path& path, Language language = Language::english);

/// A value that outlives its answer.
using Value = std::variant<std::monostate, bool, std::int64_t, double, Date, std::string, const Choice*>;
[[nodiscard]] Value owned(const Scalar& scalar);
[[nodiscard]] Scalar scalar_of(const Value& value);
template <>
struct TypeOf<Value> {
  static constexpr Type value{
      .shape = Shape::scalar, .scalars = Scalars::any, .nullable = true, .scalar = [](const void* at) {
        return scalar_of(*static_cast<const Value*>(at));
      }};
};

/// A figure, as a walk meets it: all it refers to is there during the call alone.
struct Figure {
  const Path& path;
  const Member& member;
  const Type& type;
  Scalar value; ///< monostate where it is not known
  const Context& context;
  const Words& subject; ///< what the elements that it is of are called by people; empty outside lists
};
using VisitFigure = std::function<void(const Figure& figure)>;
/// Every scalar of an answer that a path leads to, in the order of its description. Elements of lists without
/// a name take part in no path; of those that share one, the second is "name#2".
void each_figure(const Record& record, const void* answer, const VisitFigure& visit);
template <class Answer>
void each_figure(const Answer& answer, const VisitFigure& visit) {
  each_figure(description<Answer>(), &answer, visit);
}

/// Where a path leads.
struct Located {
  Path path;
  const Member* member = nullptr;
  const Type* type = nullptr; ///< of the value
  Value value;
  Context context;
};
/// Why a path leads to no figure.
struct Astray {
  std::string part;      ///< that is not known, or that needs more beneath it
  std::string nearest;   ///< the whole path, mended; empty where nothing is near
  bool several = false;  ///< it stops at a group of figures
  std::size_t known = 0; ///< bytes of the path that lead somewhere
};
using Lookup = std::variant<Located, Astray>;
/// Keys in either language, with or without accents; ids to the letter, in double quotes or not; elements
/// that a word names, by any of its names. What stands beneath a part of the answer that is not known is not
/// known either.
[[nodiscard]] Lookup look_up(const Record& record, const void* answer, std::string_view path);

/// Whether a word is one of a choice's names: its key or what people read, in either language, whatever its
/// case, its accents and what stands between its parts.
[[nodiscard]] bool names_choice(std::string_view word, const Choice& choice);

} // namespace deploy_plan::answers

// Paths into a strategy: field names and the names of elements joined with dots, in either language.
#pragma once
#include "model/description.hpp"
#include "source/tree.hpp"
#include "text/folding.hpp"
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace deploy_plan::model {

/// What one part of a path leads to.
struct Step {
  std::string name;                      ///< the field in English, or the element as a path names it
  const Field* field = nullptr;          ///< nullptr for an element of a list
  const Type* type = nullptr;            ///< of what stands there, without optional
  bool keyed = false;                    ///< a list written as an object
  source::NodeId node = source::no_node; ///< where the file leaves it out: no_node
};

/// Where a path led: its parts and, if not all of them are known, the first unknown one and what it was
/// looked for in.
struct Followed {
  bool leads = true;
  std::vector<Step> steps; ///< up to what is known
  std::string unknown;
  std::size_t unknown_at = 0;       ///< where it begins in the path, in bytes
  const Type* unknown_in = nullptr; ///< a record or a list; nullptr where nothing is beneath

  [[nodiscard]] Phrase message(const std::string& path) const; ///< what is wrong with it
};
/// How to mend a path, where `nearest` may be what was meant.
[[nodiscard]] Phrase path_help(std::string_view nearest);

/// Follows paths from one strategy, whose lists it indexes as it meets them: who changes the tree between two
/// paths tells of the elements.
class PathFollower {
public:
  PathFollower(const source::Tree& tree, source::NodeId strategy) : tree_(tree), strategy_(strategy) {}
  /// The last part may name a new element of a list when `may_add`. Of elements with one name, the second is
  /// `name#2`.
  [[nodiscard]] Followed follow(std::string_view path, bool may_add);
  /// The steps along fields and elements of these very names, whatever dots they hold; none where one is
  /// unknown.
  [[nodiscard]] std::vector<Step> follow(std::span<const std::string> parts);
  /// A path near one that leads nowhere: as far as its unknown parts have near ones; empty where the first
  /// has none.
  [[nodiscard]] std::string nearest(const std::string& path, Followed lost, text::HintBudget& budget);

  /// An element is about to leave its list, or to change its name.
  void forget(source::NodeId element);
  /// An element has come into its list, or has another name.
  void learn(source::NodeId element);

private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using NodesByName = std::unordered_map<std::string, std::vector<source::NodeId>, Hash, std::equal_to<>>;
  /// A list's elements by what names them: their first field, an id, a family or a day, else an id that is
  /// made.
  struct Elements {
    const Type* list = nullptr;
    bool keyed = false;
    NodesByName by_name;                   ///< in the order of the list
    NodesByName by_word;                   ///< those whose id may be made, by the first field that makes it
    std::optional<text::Names> names;      ///< to propose, once a hint was asked for
    std::unordered_set<std::size_t> sizes; ///< of their names, in bytes, or of those before
    std::size_t longest = 0;
  };
  [[nodiscard]] Step root() const { return {"", nullptr, &TypeOf<Strategy>::value, false, strategy_}; }
  /// Goes on from a record to one of its fields; false where it has none of that name.
  bool enter_field(const Record& record, std::string_view name, Step& at) const;
  void add(Elements& all, source::NodeId element) const;
  void add(NodesByName& named, std::string name, source::NodeId element) const;
  [[nodiscard]] std::string called(const Type& list, const Elements& all, std::string_view part,
                                   source::NodeId found) const;
  [[nodiscard]] text::Names names_of(const Elements& all, text::HintBudget& budget) const;
  std::string_view nearest_part(const Followed& lost, text::HintBudget& budget);
  Elements& elements(const Type& list, bool keyed, source::NodeId node);
  /// Of the parts that the path begins with, the longest that names an element: ids may hold dots.
  std::size_t element_size(const Type& list, const Elements& all, std::string_view path,
                           source::NodeId& found);

  const source::Tree& tree_;
  source::NodeId strategy_;
  std::unordered_map<source::NodeId, Elements> lists_;
};

/// What names an element in a path: the text of its first field, a choice in English, or its key, else an id
/// made of some of its fields; empty where it has none.
[[nodiscard]] std::string element_name(const source::Tree& tree, const Type& list, bool keyed,
                                       source::NodeId element);
/// What people call an element: the words that name it, or that would make its id; nothing where what names
/// it is no word of a list.
[[nodiscard]] std::optional<Words> element_words(const source::Tree& tree, const Type& list,
                                                 source::NodeId element);
/// The list that a series written in place stands for; any other type as it is.
[[nodiscard]] const Type& in_place(const source::Tree& tree, const Type& type, source::NodeId node);

} // namespace deploy_plan::model

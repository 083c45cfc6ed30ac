// The located tree: a JSON text in which every key and every value knows its place.
#pragma once
#include "deploy_plan/diagnostic.hpp"
#include "deploy_plan/source.hpp"
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace deploy_plan::source {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;
/// What stands for a decoded text's number: the file holds the text as it is, within quotes, or without them
/// (in CSV).
inline constexpr std::uint32_t in_quotes = 0xFFFFFFFF;
inline constexpr std::uint32_t bare = 0xFFFFFFFE;

enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

/// One value. Children follow their parent and are linked by `next`.
struct Node {
  Place value;
  Place key; ///< with its quotes; empty for an element of an array and for the root
  NodeId parent = no_node;
  NodeId first_child = no_node;
  NodeId next = no_node;
  std::uint32_t index = 0;        ///< among its parent's children
  std::uint32_t text = in_quotes; ///< a string's place among the decoded ones, when it has escapes
  std::uint32_t key_text = in_quotes;
  Kind kind = Kind::null;
  bool from_table = false; ///< a row of a CSV file, or a cell of one
};

class Tree {
public:
  Tree(SourceMap read, std::string pointer_of_root)
      : sources(std::move(read)), root_pointer(std::move(pointer_of_root)) {}

  [[nodiscard]] const Node& operator[](NodeId id) const { return nodes[id]; }
  [[nodiscard]] std::string_view raw(Place place) const { return sources.bytes(place); }
  /// A string value without its quotes, escapes decoded; a number as JSON writes it.
  [[nodiscard]] std::string_view text(NodeId id) const { return decoded(nodes[id].value, nodes[id].text); }
  [[nodiscard]] std::string_view number(NodeId id) const {
    return nodes[id].text == in_quotes ? raw(nodes[id].value) : text(id);
  }
  [[nodiscard]] std::string_view key(NodeId id) const { return decoded(nodes[id].key, nodes[id].key_text); }
  /// RFC 6901, from the root of the file.
  [[nodiscard]] std::string pointer(NodeId id) const;

  /// A copy of a value and all beneath it, in nobody's place yet. It keeps the places and the pointer of what
  /// it copies.
  NodeId copy(NodeId id);
  /// A new value, in nobody's place yet.
  NodeId add(Kind kind, Place place, std::string text = {});
  /// Puts a value where another stands, under the same key.
  void replace(NodeId old, NodeId with);
  /// Adds a value to an object under a key that stands at `key_place`, or to an array.
  void append(NodeId parent, NodeId child, Place key_place = {}, std::string key = {});
  void remove(NodeId id);

  SourceMap sources;
  std::string
      root_pointer; ///< where this tree's root stands in the file: "/3" for the fourth strategy of an array
  std::vector<Node> nodes;
  std::deque<std::string> strings;

private:
  std::unordered_map<NodeId, NodeId> copied_from_;

  /// What links to a node: its parent's first child, or the sibling before it.
  NodeId& link_to(NodeId id);
  [[nodiscard]] std::string_view decoded(Place place, std::uint32_t text) const {
    if (text == in_quotes)
      return raw({place.begin + 1, place.end - 1});
    return text == bare ? raw(place) : std::string_view(strings[text]);
  }
};

enum class Comments { refused, allowed };

/// A tree of a text, or the one finding ("syntax") that says where it stops being JSON.
struct Parsed {
  Tree tree;
  std::optional<Finding> error;
};
/// Reads the text at `range` of the first source.
[[nodiscard]] Parsed parse(SourceMap sources, Place range, Comments comments, std::string root_pointer);
/// Reads the text at `range` of a further source into a tree, beside what that holds; gives the root of what
/// was read, or `no_node`, with the tree as it was, where the text is not JSON.
[[nodiscard]] NodeId parse_into(Tree& tree, const std::shared_ptr<const Source>& source, Place range,
                                Comments comments);
/// Reads a whole source.
[[nodiscard]] Parsed parse(const std::shared_ptr<const Source>& source, Comments comments);
/// All of a source but its byte order mark.
[[nodiscard]] Place whole(const Source& source);

} // namespace deploy_plan::source

// The located tree: a JSON text in which every key and every value knows its place.
#pragma once
#include "deploy_plan/diagnostic.hpp"
#include "deploy_plan/source.hpp"
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace deploy_plan::source {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;

enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

/// One value. Children follow their parent and are linked by `next`.
struct Node {
  Place value;
  Place key; ///< with its quotes; empty for an element of an array and for the root
  NodeId parent = no_node;
  NodeId first_child = no_node;
  NodeId next = no_node;
  std::uint32_t text = no_node; ///< a string's place among the decoded ones, when it has escapes
  std::uint32_t key_text = no_node;
  Kind kind = Kind::null;
};

class Tree {
public:
  [[nodiscard]] const Node& operator[](NodeId id) const { return nodes[id]; }
  [[nodiscard]] std::string_view raw(Place place) const {
    return source->bytes().substr(place.begin, place.end - place.begin);
  }
  /// A string value without its quotes, escapes decoded.
  [[nodiscard]] std::string_view text(NodeId id) const { return decoded(nodes[id].value, nodes[id].text); }
  [[nodiscard]] std::string_view key(NodeId id) const { return decoded(nodes[id].key, nodes[id].key_text); }
  /// RFC 6901.
  [[nodiscard]] std::string pointer(NodeId id) const;

  const Source* source = nullptr;
  std::vector<Node> nodes;
  std::deque<std::string> strings;

private:
  [[nodiscard]] std::string_view decoded(Place place, std::uint32_t text) const {
    return text == no_node ? raw({place.begin + 1, place.end - 1}) : std::string_view(strings[text]);
  }
};

enum class Comments { refused, allowed };

/// A tree of the whole source, or the one finding ("syntax") that says where it stops being JSON.
struct Parsed {
  Tree tree;
  std::optional<Finding> error;
};
[[nodiscard]] Parsed parse(const Source& source, Comments comments);

} // namespace deploy_plan::source

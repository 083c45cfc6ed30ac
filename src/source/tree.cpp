#include "source/tree.hpp"
#include "source/syntax.hpp"
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

namespace deploy_plan::source {
namespace {

constexpr std::size_t deepest = 200;         // a strategy is nine deep: anything near this is no strategy
constexpr std::size_t most_nodes = 60000000; // 3 GiB of nodes, the most that one file may claim

/// An input iterator that publishes how far the lexer has read: nlohmann 3.11.2 has no other way to tell a
/// token's place.
struct CountingIterator {
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  const char* at;
  const char** published;
  bool* ended;
  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    *published = ++at;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const {
    if (at != other.at)
      return true;
    *ended = true;
    return false;
  }
};

class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
  explicit Builder(Tree& built) : tree(built) {}

  bool null() override { return add(Kind::null, token_end(false)) != no_node; }
  bool boolean(bool) override { return add(Kind::boolean, token_end(false)) != no_node; }
  bool number_integer(number_integer_t) override { return add(Kind::integer, token_end(true)) != no_node; }
  bool number_unsigned(number_unsigned_t) override { return add(Kind::integer, token_end(true)) != no_node; }
  bool number_float(number_float_t, const string_t&) override {
    return add(Kind::number, token_end(true)) != no_node;
  }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& value) override {
    const auto id = add(Kind::string, token_end(false));
    if (id == no_node)
      return false;
    tree.nodes[id].text = keep(value, tree.nodes[id].value);
    return true;
  }
  bool start_object(std::size_t) override { return open(Kind::object); }
  bool start_array(std::size_t) override { return open(Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    pending_key = token(token_end(false));
    pending_key_text = keep(value, pending_key);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }

  Tree& tree;
  const char* read = nullptr;
  bool ended = false;
  Place last;                     ///< the last token that was understood
  std::optional<Finding> refusal; ///< set when the builder itself stops the parse
  std::vector<NodeId> open_nodes;
  std::vector<NodeId> last_children;

private:
  std::uint32_t token_end(bool number) const {
    const auto offset = static_cast<std::uint32_t>(read - tree.source->bytes().data());
    return number && !ended ? offset - 1 : offset; // the lexer looks one character beyond a number
  }
  Place token(std::uint32_t end) {
    last = {static_cast<std::uint32_t>(next_token(*tree.source, last.end)), end};
    return last;
  }
  std::uint32_t keep(const std::string& value, Place place) {
    if (value.size() + 2 == place.end - place.begin)
      return no_node; // no escapes: the source itself holds the text
    tree.strings.push_back(value);
    return static_cast<std::uint32_t>(tree.strings.size() - 1);
  }
  NodeId add(Kind kind, std::uint32_t end) {
    const auto place = token(end);
    if (tree.nodes.size() >= most_nodes || open_nodes.size() >= deepest) {
      refusal = too_much(place, open_nodes.size() >= deepest);
      return no_node;
    }
    const auto id = static_cast<NodeId>(tree.nodes.size());
    Node node;
    node.value = place;
    node.kind = kind;
    node.key = std::exchange(pending_key, Place{});
    node.key_text = std::exchange(pending_key_text, no_node);
    if (!open_nodes.empty()) {
      node.parent = open_nodes.back();
      NodeId& previous = last_children.back();
      (previous == no_node ? tree.nodes[node.parent].first_child : tree.nodes[previous].next) = id;
      previous = id;
    }
    tree.nodes.push_back(node);
    return id;
  }
  bool open(Kind kind) {
    const auto id = add(kind, token_end(false));
    if (id == no_node)
      return false;
    open_nodes.push_back(id);
    last_children.push_back(no_node);
    return true;
  }
  bool close() {
    tree.nodes[open_nodes.back()].value.end = token(token_end(false)).end;
    open_nodes.pop_back();
    last_children.pop_back();
    return true;
  }

  Place pending_key;
  std::uint32_t pending_key_text = no_node;
};
} // namespace

Parsed parse(const Source& source, Comments comments) {
  Parsed parsed;
  parsed.tree.source = &source;
  Builder builder(parsed.tree);
  const char* const begin = source.bytes().data() + source.text_begin();
  const char* const end = source.bytes().data() + source.bytes().size();
  builder.read = begin;
  builder.last = {0, static_cast<std::uint32_t>(source.text_begin())};
  const bool sound =
      nlohmann::json::sax_parse(CountingIterator{begin, &builder.read, &builder.ended},
                                CountingIterator{end, &builder.read, &builder.ended}, &builder,
                                nlohmann::json::input_format_t::json, true, comments == Comments::allowed);
  if (!sound)
    parsed.error = builder.refusal
                       ? std::move(builder.refusal)
                       : std::optional(syntax_error(source, builder.last.end, comments == Comments::allowed,
                                                    parsed.tree, builder.open_nodes));
  return parsed;
}

std::string Tree::pointer(NodeId id) const {
  if (id >= nodes.size() || nodes[id].parent == no_node)
    return {};
  const Node& parent = nodes[nodes[id].parent];
  std::string step;
  if (parent.kind == Kind::array) {
    std::size_t index = 0;
    for (NodeId child = parent.first_child; child != id; child = nodes[child].next)
      ++index;
    step = std::to_string(index);
  } else {
    for (const char c : key(id))
      step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return pointer(nodes[id].parent) + "/" + step;
}

} // namespace deploy_plan::source

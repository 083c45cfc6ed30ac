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
  /// `base` is where the source of the text begins among the tree's sources.
  Builder(Tree& built, std::string_view text, std::uint32_t base_of_text)
      : tree(built), bytes(text), base(base_of_text) {}

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
    pending_key_ = token(token_end(false));
    pending_key_text_ = keep(value, pending_key_);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }

  Tree& tree;
  const std::string_view bytes; ///< of the file, from its begin to the end of the text that is read
  const std::uint32_t base;
  const char* read = nullptr;
  bool ended = false;
  Place last;                     ///< the last token that was understood, in its own source
  std::optional<Finding> refusal; ///< set when the builder itself stops the parse
  std::vector<NodeId> open_nodes;
  std::vector<NodeId> last_children;

private:
  std::uint32_t token_end(bool number) const {
    const auto offset = static_cast<std::uint32_t>(read - bytes.data());
    return number && !ended ? offset - 1 : offset; // the lexer looks one character beyond a number
  }
  Place token(std::uint32_t end) {
    last = {static_cast<std::uint32_t>(next_token(bytes, last.end)), end};
    return {last.begin + base, last.end + base};
  }
  std::uint32_t keep(const std::string& value, Place place) {
    if (value.size() + 2 == place.end - place.begin)
      return in_quotes; // no escapes: the source itself holds the text
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
    node.key = std::exchange(pending_key_, Place{});
    node.key_text = std::exchange(pending_key_text_, in_quotes);
    if (!open_nodes.empty()) {
      node.parent = open_nodes.back();
      NodeId& previous = last_children.back();
      node.index = previous == no_node ? 0 : tree.nodes[previous].index + 1;
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

  Place pending_key_;
  std::uint32_t pending_key_text_ = in_quotes;
};
} // namespace

namespace {

bool read_text(Builder& builder, Place range, Comments comments) {
  const char* const begin = builder.bytes.data() + range.begin;
  const char* const end = builder.bytes.data() + builder.bytes.size();
  builder.read = begin;
  builder.last = {range.begin, range.begin};
  return nlohmann::json::sax_parse(CountingIterator{begin, &builder.read, &builder.ended},
                                   CountingIterator{end, &builder.read, &builder.ended}, &builder,
                                   nlohmann::json::input_format_t::json, true,
                                   comments == Comments::allowed) &&
         // The lexer takes a NUL byte for the end of the text.
         next_token(builder.bytes, builder.last.end) >= builder.bytes.size();
}
} // namespace

Parsed parse(SourceMap sources, Place range, Comments comments, std::string root_pointer) {
  Parsed parsed{Tree(std::move(sources), std::move(root_pointer)), std::nullopt};
  Builder builder(parsed.tree, parsed.tree.sources.first().bytes().substr(0, range.end), 0);
  if (!read_text(builder, range, comments))
    parsed.error =
        builder.refusal
            ? std::move(builder.refusal)
            : std::optional(syntax_error(builder.bytes, builder.last.end, comments == Comments::allowed,
                                         parsed.tree, builder.open_nodes));
  return parsed;
}

NodeId parse_into(Tree& tree, const std::shared_ptr<const Source>& source, Place range, Comments comments) {
  const auto base = tree.sources.add(source);
  const auto root = static_cast<NodeId>(tree.nodes.size());
  if (!base)
    return no_node;
  Builder builder(tree, source->bytes().substr(0, range.end), *base);
  if (read_text(builder, range, comments))
    return root;
  tree.nodes.resize(root);
  return no_node;
}

Parsed parse(const std::shared_ptr<const Source>& source, Comments comments) {
  return parse(SourceMap(source), whole(*source), comments, {});
}

std::string Tree::pointer(NodeId id) const {
  if (id >= nodes.size())
    return root_pointer;
  const Node& node = nodes[id];
  if (const auto original = copied_from_.find(id); original != copied_from_.end())
    return pointer(original->second);
  if (node.parent == no_node)
    return sources.is_in_first(node.value) ? root_pointer : "";
  if (node.from_table)
    return pointer(node.parent); // to what named that file
  std::string step;
  if (nodes[node.parent].kind == Kind::array)
    step = std::to_string(node.index);
  else
    for (const char c : key(id))
      step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return pointer(node.parent) + "/" + step;
}

NodeId Tree::add(Kind kind, Place place, std::string text) {
  const auto id = static_cast<NodeId>(nodes.size());
  Node node;
  node.kind = kind;
  node.value = place;
  if (kind != Kind::object && kind != Kind::array) {
    node.text = static_cast<std::uint32_t>(strings.size());
    strings.push_back(std::move(text));
  }
  nodes.push_back(node);
  return id;
}

NodeId Tree::copy(NodeId id) {
  const auto copied = static_cast<NodeId>(nodes.size());
  nodes.push_back(nodes[id]);
  nodes[copied].parent = nodes[copied].next = nodes[copied].first_child = no_node;
  NodeId previous = no_node;
  for (NodeId child = nodes[id].first_child; child != no_node; child = nodes[child].next) {
    const NodeId one = copy(child);
    nodes[one].parent = copied;
    (previous == no_node ? nodes[copied].first_child : nodes[previous].next) = one;
    previous = one;
  }
  copied_from_.emplace(copied, id);
  return copied;
}

NodeId& Tree::link_to(NodeId id) {
  NodeId* link = &nodes[nodes[id].parent].first_child;
  while (*link != id)
    link = &nodes[*link].next;
  return *link;
}

void Tree::replace(NodeId old, NodeId with) {
  link_to(old) = with;
  nodes[with].parent = nodes[old].parent;
  nodes[with].next = nodes[old].next;
  nodes[with].index = nodes[old].index;
  nodes[with].key = nodes[old].key;
  nodes[with].key_text = nodes[old].key_text;
}

void Tree::append(NodeId parent, NodeId child, Place key_place, std::string key) {
  nodes[child].parent = parent;
  nodes[child].next = no_node;
  nodes[child].index = 0;
  nodes[child].key = key_place;
  if (nodes[parent].kind == Kind::object) {
    nodes[child].key_text = static_cast<std::uint32_t>(strings.size());
    strings.push_back(std::move(key));
  }
  NodeId* link = &nodes[parent].first_child;
  for (; *link != no_node; link = &nodes[*link].next)
    nodes[child].index = nodes[*link].index + 1;
  *link = child;
}

void Tree::remove(NodeId id) { link_to(id) = nodes[id].next; }

Place whole(const Source& source) {
  return {static_cast<std::uint32_t>(source.text_begin()), static_cast<std::uint32_t>(source.bytes().size())};
}

} // namespace deploy_plan::source

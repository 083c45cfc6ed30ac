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
  Builder(Tree& built, std::string_view text) : tree(built), bytes(text) {}

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
  const std::string_view bytes; ///< of the file, from its begin to the end of the text that is read
  const char* read = nullptr;
  bool ended = false;
  Place last;                     ///< the last token that was understood
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
    return last;
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
    node.key = std::exchange(pending_key, Place{});
    node.key_text = std::exchange(pending_key_text, in_quotes);
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

  Place pending_key;
  std::uint32_t pending_key_text = in_quotes;
};
} // namespace

Parsed parse(SourceMap sources, Place range, Comments comments, std::string root_pointer) {
  Parsed parsed{Tree(std::move(sources), std::move(root_pointer)), std::nullopt};
  const std::string_view bytes = parsed.tree.sources.first().bytes().substr(0, range.end);
  Builder builder(parsed.tree, bytes);
  const char* const begin = bytes.data() + range.begin;
  const char* const end = bytes.data() + bytes.size();
  builder.read = begin;
  builder.last = {range.begin, range.begin};
  const bool sound =
      nlohmann::json::sax_parse(CountingIterator{begin, &builder.read, &builder.ended},
                                CountingIterator{end, &builder.read, &builder.ended}, &builder,
                                nlohmann::json::input_format_t::json, true, comments == Comments::allowed);
  if (!sound)
    parsed.error = builder.refusal
                       ? std::move(builder.refusal)
                       : std::optional(syntax_error(bytes, builder.last.end, comments == Comments::allowed,
                                                    parsed.tree, builder.open_nodes));
  return parsed;
}

Parsed parse(const std::shared_ptr<const Source>& source, Comments comments) {
  return parse(SourceMap(source), whole(*source), comments, {});
}

std::string Tree::pointer(NodeId id) const {
  if (id >= nodes.size() || nodes[id].parent == no_node)
    return root_pointer;
  const Node& node = nodes[id];
  if (!sources.is_in_first(node.value))
    return pointer(node.parent); // a row of a CSV file: the pointer leads to what named that file
  std::string step;
  if (nodes[node.parent].kind == Kind::array)
    step = std::to_string(node.index);
  else
    for (const char c : key(id))
      step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return pointer(node.parent) + "/" + step;
}

Place whole(const Source& source) {
  return {static_cast<std::uint32_t>(source.text_begin()), static_cast<std::uint32_t>(source.bytes().size())};
}

} // namespace deploy_plan::source

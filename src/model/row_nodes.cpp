#include "model/row_nodes.hpp"
#include "model/named_files.hpp"

namespace deploy_plan::model {
namespace {

using source::Kind;
using source::Node;
using source::NodeId;

constexpr std::size_t date_field = 0, seen_field = 2; // of row_record

class RowWriter {
public:
  RowWriter(source::Tree& into, const RowNode& what) : tree_(into), one_(what) {}

  NodeId append(NodeId parent) {
    const auto id = static_cast<NodeId>(tree_.nodes.size());
    Node whole{moved(one_.row.whole), {}, parent, id + 1};
    whole.kind = Kind::object;
    whole.from_table = true;
    tree_.nodes.push_back(whole);
    const bool has_seen = one_.row.seen.begin != one_.row.seen.end;
    append_day(id, 0, one_.row.date, one_.table.date_header, one_.row.day).next = id + 2;
    Node& value = append_cell(id, 1, one_.row.value, one_.table.value_header);
    value.kind = one_.is_number ? Kind::number : Kind::string;
    if (one_.digits)
      value.text = keep(*one_.digits);
    else if (one_.is_number && one_.row.plain_value != source::bare)
      value.text = keep(one_.table.numbers[one_.row.plain_value]);
    if (has_seen) {
      value.next = id + 3;
      append_day(id, 2, one_.row.seen, one_.table.seen_header, one_.row.seen_on);
    }
    return id;
  }

private:
  source::Tree& tree_;
  const RowNode& one_;

  [[nodiscard]] Place moved(Place place) const { return NamedFiles::moved(place, one_.base); }
  std::uint32_t keep(std::string words) {
    tree_.strings.push_back(std::move(words));
    return static_cast<std::uint32_t>(tree_.strings.size() - 1);
  }
  Node& append_cell(NodeId parent, std::uint32_t index, Place cell, Place header) {
    Node node{moved(cell), moved(header), parent};
    node.index = index;
    node.from_table = true;
    node.text = node.key_text = source::bare;
    return tree_.nodes.emplace_back(node);
  }
  Node& append_day(NodeId parent, std::uint32_t index, Place cell, Place header, std::optional<Date> day) {
    Node& node = append_cell(parent, index, cell, header);
    node.kind = Kind::string;
    const std::size_t field = index == 0 ? date_field : seen_field;
    if (find_field(row_record(), tree_.raw(node.key)) != static_cast<int>(field)) // spelt as others do
      node.key_text = keep(std::string(row_record().fields[field].name.en));
    if (day && tree_.raw(node.value) != iso(*day))
      node.text = keep(iso(*day));
    return node;
  }
};
} // namespace

const Record& row_record() {
  static constexpr Field fields[] = {
      field<&Observation::date>({"date", "date"}, Need::required, {}),
      rate<&Observation::value>({"value", "valeur"}, Need::required, {}),
      field<&Observation::seen>({"seen", "vu"}, Need::optional, {}),
  };
  static constexpr Record record{{"row", "ligne"}, {}, fields, &origin_of<Observation>};
  return record;
}

NodeId append_row(source::Tree& tree, NodeId parent, const RowNode& what) {
  return RowWriter(tree, what).append(parent);
}

} // namespace deploy_plan::model

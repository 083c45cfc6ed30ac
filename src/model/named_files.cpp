#include "model/named_files.hpp"

namespace deploy_plan::model {

source::NodeId NamedFiles::at(const Record& record, const Origin& origin, int field) const {
  const source::NodeId node = node_of(tree_, record, origin, field);
  return node == source::no_node ? origin.node : node;
}

bool NamedFiles::report(source::RuleName name, source::NodeId node, Phrase message, Phrase help,
                        Severity severity) {
  findings_.add({std::string(name.word),
                 severity,
                 std::move(message),
                 std::move(help),
                 place_of(tree_, Origin{node, true}),
                 tree_.pointer(node),
                 {}});
  return false;
}

std::nullopt_t NamedFiles::refuse(source::NodeId node, Phrase message, Phrase help) {
  report(rule::series_unreadable, node, std::move(message), std::move(help));
  return std::nullopt;
}

void NamedFiles::say_faults(const NamedTable& table, std::uint32_t base, source::NodeId node) {
  if (table.faults.empty() || !is_first(&table))
    return;
  for (Finding fault : table.faults) {
    fault.place = moved(fault.place, base);
    for (Related& related : fault.related)
      related.place = moved(related.place, base);
    fault.pointer = tree_.pointer(node);
    findings_.add(std::move(fault));
  }
}

} // namespace deploy_plan::model

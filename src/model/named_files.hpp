// CSV files that values of a strategy name: opened, and what is wrong with them said where they are named.
#pragma once
#include "model/collector.hpp"
#include "model/decode.hpp"
#include "model/rows.hpp"
#include "model/rule_names.hpp"
#include "source/tree.hpp"
#include <set>

namespace deploy_plan::model {

class NamedFiles {
public:
  NamedFiles(source::Tree& read, Collector& found) : tree_(read), findings_(found) {}

  /// Whether what stands there names a file; else its rows stand in the strategy.
  [[nodiscard]] bool names_file(const Origin& origin) const {
    return origin.node != source::no_node && tree_.nodes[origin.node].kind == source::Kind::object;
  }
  /// A field of what names a file, else all of it.
  [[nodiscard]] source::NodeId at(const Record& record, const Origin& origin, int field) const;
  /// Always false: what is reported is not sound.
  bool report(source::RuleName name, source::NodeId node, Phrase message, Phrase help,
              Severity severity = Severity::error);

  /// The table that a file holds, and where its text begins among the tree's. Nothing where it cannot be
  /// read, which is said.
  template <class Table>
  struct Opened {
    std::shared_ptr<const Table> table;
    std::uint32_t base = 0;
  };
  template <class Table, class Read>
  std::optional<Opened<Table>> open(const std::string& file, source::NodeId node, const Phrase& smaller,
                                    const Read& read) {
    const Phrase name_one{
        {"name a CSV file beside the strategy", "nommez un fichier CSV voisin de la stratégie"}};
    if (file.empty())
      return refuse(node, {{"the name of the file is empty", "le nom du fichier est vide"}}, name_one);
    const auto table = read(file);
    if (!table)
      return refuse(node, {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {file, table.error()}},
                    name_one);
    const auto base = tree_.sources.add((*table)->source);
    if (!base)
      return refuse(node,
                    {{"the files read together exceed 4 GiB", "les fichiers lus ensemble dépassent 4 Gio"}},
                    smaller);
    say_faults(**table, *base, node);
    return Opened<Table>{*table, *base};
  }

  static Place moved(Place place, std::uint32_t base) { return {place.begin + base, place.end + base}; }
  /// Whether something is met for the first time: what is wrong with it is said once, however many values
  /// take it.
  bool is_first(const void* met) { return met_.insert(met).second; }

private:
  source::Tree& tree_;
  Collector& findings_;
  std::set<const void*> met_;

  std::nullopt_t refuse(source::NodeId node, Phrase message, Phrase help);
  void say_faults(const NamedTable& table, std::uint32_t base, source::NodeId node);
};

} // namespace deploy_plan::model

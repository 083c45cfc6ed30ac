#include "model/clusters.hpp"
#include "model/named_files.hpp"
#include "model/rule_names.hpp"
#include "model/series.hpp"
#include "text/folding.hpp"

namespace deploy_plan::model {
namespace {

constexpr std::size_t most_clusters = 1000000; // in one strategy

class ClusterLoader {
public:
  ClusterLoader(source::Tree& read, SeriesFiles& neighbours, Collector& found)
      : tree_(read), files_(neighbours), findings_(found), named_(read, found) {}

  void load(Test& test) {
    for (Arm& arm : test.arms)
      if (arm.clusters &&
          !(take(*arm.clusters, arm.name) && sum(arm, *arm.clusters, arm.exposed, arm.converted)))
        arm.origin.sound = test.origin.sound = false;
    if (test.clusters &&
        !(take(*test.clusters, "") && sum(test, *test.clusters, test.exposed, test.converted)))
      test.origin.sound = false;
  }

private:
  source::Tree& tree_;
  SeriesFiles& files_;
  Collector& findings_;
  NamedFiles named_;
  std::size_t loaded_ = 0;
  std::optional<std::uint32_t> name_key_; ///< among the tree's strings

  /// At a field of what names a file, 0 the file and 1 the arm.
  bool report(source::RuleName name, const Clusters& clusters, int field, Phrase message, Phrase help) {
    return named_.report(name, named_.at(description<Clusters>(), clusters.origin, field), std::move(message),
                         std::move(help));
  }

  /// Whether the clusters stand there, once read; else their file is not what it should be.
  bool take(Clusters& clusters, const std::string& of_arm) {
    if (!clusters.origin.sound)
      return false;
    return !named_.names_file(clusters.origin) || (clusters.origin.sound = take_file(clusters, of_arm));
  }

  bool take_file(Clusters& clusters, const std::string& of_arm) {
    const auto opened = named_.open<ClusterTable>(
        clusters.file, named_.at(description<Clusters>(), clusters.origin, 0),
        {{"cut the table into smaller files", "découpez le tableau en fichiers plus petits"}},
        [&](const std::string& file) { return files_.clusters(file); });
    if (!opened || !opened->table->faults.empty())
      return false;
    const ClusterTable::Rows* const rows = find_rows(*opened->table, clusters, of_arm);
    return rows != nullptr && append(clusters, *opened->table, *rows, opened->base);
  }

  /// The rows of the arm that is named, here or above; of a file of one arm, all of them.
  const ClusterTable::Rows* find_rows(const ClusterTable& table, const Clusters& clusters,
                                      const std::string& of_arm) {
    const std::string& wanted = clusters.arm.empty() ? of_arm : clusters.arm;
    if (const auto found = table.arms.find(wanted); found != table.arms.end())
      return &found->second;
    if (clusters.arm.empty() && table.arms.size() == 1)
      return &table.arms.begin()->second;
    say_no_rows(table, clusters, wanted);
    return nullptr;
  }

  void say_no_rows(const ClusterTable& table, const Clusters& clusters, const std::string& wanted) {
    if (table.arms.empty())
      report(rule::series_empty, clusters, 0, {{"{0} has no row", "{0} n'a aucune ligne"}, {clusters.file}},
             {{"add a row by cluster, or leave the clusters out",
               "ajoutez une ligne par grappe, ou omettez les grappes"}});
    else if (wanted.empty())
      report(
          rule::series_empty, clusters, 0,
          {{"{0} holds several arms, and none is named", "{0} contient plusieurs bras, et aucun n'est nommé"},
           {clusters.file}},
          {{"say which: \"arm\": \"{0}\"", "dites lequel : \"bras\": \"{0}\""}, {table.arms.begin()->first}});
    else {
      std::vector<std::string_view> names;
      for (const auto& [name, rows] : table.arms)
        names.push_back(name);
      report(rule::series_empty, clusters, clusters.arm.empty() ? 0 : 1,
             {{"{0} has no row for the arm {1}", "{0} n'a aucune ligne pour le bras {1}"},
              {clusters.file, wanted}},
             text::suggestion(text::nearest(wanted, names),
                              {{"name an arm of its column arm", "nommez un bras de sa colonne bras"}}));
    }
  }

  bool append(Clusters& clusters, const ClusterTable& table, const ClusterTable::Rows& rows,
              std::uint32_t base) {
    loaded_ += rows.size();
    if (loaded_ > most_clusters)
      return report(rule::series_unreadable, clusters, 0,
                    {{"this strategy's tests hold more than {0} clusters",
                      "les tests de cette stratégie contiennent plus de {0} grappes"},
                     {static_cast<std::int64_t>(most_clusters)}},
                    {{"is it a row by person? Give one by cluster",
                      "est-ce une ligne par personne ? Donnez-en une par grappe"}});
    clusters.counted.reserve(rows.size());
    bool sound = true;
    for (const ClusterTable::Row& row : rows)
      sound &= decode(tree_, append_row(clusters.origin.node, table, row, base), description<Cluster>(),
                      &clusters.counted.emplace_back(), findings_);
    return sound;
  }

  source::NodeId append_row(source::NodeId parent, const ClusterTable& table, const ClusterTable::Row& row,
                            std::uint32_t base) {
    const auto id = static_cast<source::NodeId>(tree_.nodes.size());
    source::Node whole{NamedFiles::moved(row.whole, base), {}, parent, id + 1};
    whole.kind = source::Kind::object;
    whole.from_table = true;
    std::vector<source::Node> cells{number_node(table, row.exposed, table.exposed_header, base),
                                    number_node(table, row.converted, table.converted_header, base)};
    if (row.name.end > row.name.begin) {
      source::Node name{NamedFiles::moved(row.name, base), NamedFiles::moved(table.name_header, base)};
      name.kind = source::Kind::string;
      name.text = source::bare;
      name.key_text = name_key(); // the column is called otherwise than the field
      cells.push_back(name);
    }
    tree_.nodes.push_back(whole);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i].parent = id;
      cells[i].index = static_cast<std::uint32_t>(i);
      cells[i].from_table = true;
      cells[i].next = i + 1 < cells.size() ? id + 2 + static_cast<source::NodeId>(i) : source::no_node;
      tree_.nodes.push_back(cells[i]);
    }
    return id;
  }

  std::uint32_t name_key() {
    if (!name_key_) {
      tree_.strings.emplace_back("name");
      name_key_ = static_cast<std::uint32_t>(tree_.strings.size() - 1);
    }
    return *name_key_;
  }

  source::Node number_node(const ClusterTable& table, const ClusterTable::Figure& figure, Place header,
                           std::uint32_t base) {
    source::Node node{NamedFiles::moved(figure.place, base), NamedFiles::moved(header, base)};
    node.kind = figure.is_number ? source::Kind::number : source::Kind::string;
    node.text = node.key_text = source::bare;
    if (figure.is_number && figure.plain != source::bare) {
      tree_.strings.push_back(table.numbers[figure.plain]);
      node.text = static_cast<std::uint32_t>(tree_.strings.size() - 1);
    }
    return node;
  }

  /// What the owner counts is what its clusters do.
  template <class Owner, class Count>
  bool sum(const Owner& owner, const Clusters& clusters, Count& exposed, Count& converted) {
    double all_exposed = 0;
    double all_converted = 0;
    for (const Cluster& one : clusters.counted) {
      all_exposed += static_cast<double>(one.exposed);
      all_converted += static_cast<double>(one.converted);
    }
    if (!(all_exposed <= largest_exact && all_converted <= largest_exact))
      return named_.report(rule::out_of_range, clusters.origin.node,
                           {{"the clusters hold more than can be counted",
                             "les grappes en contiennent plus qu'on ne peut en compter"}},
                           {{"write numbers below 2^53", "écrivez des nombres inférieurs à 2^53"}});
    fill(owner, exposed, static_cast<std::int64_t>(all_exposed));
    fill(owner, converted, static_cast<std::int64_t>(all_converted));
    return true;
  }

  static std::int64_t value_of(std::int64_t count) { return count; }
  static std::int64_t value_of(const std::optional<std::int64_t>& count) { return count.value_or(0); }

  template <class Owner, class Count>
  void fill(const Owner& owner, Count& count, std::int64_t all) {
    const Record& record = description<Owner>();
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      if (record.fields[i].access(const_cast<Owner*>(&owner)) != static_cast<const void*>(&count))
        continue;
      const source::NodeId node = node_of(tree_, record, owner.origin, static_cast<int>(i));
      if (node != source::no_node && value_of(count) != all)
        named_.report(
            rule::clusters_do_not_sum, node,
            {{"{0} here, and the clusters hold {1}", "{0} ici, et les grappes en comptent {1}"},
             {value_of(count), all}},
            {{"leave {0} out: it is their sum", "omettez {0} : c'est leur somme"}, {record.fields[i].name}},
            Severity::warning);
    }
    count = all;
  }
};
} // namespace

void load_clusters(Strategy& strategy, source::Tree& tree, SeriesFiles& files, Collector& findings) {
  ClusterLoader loader(tree, files, findings);
  for (Action& action : strategy.actions)
    if (action.test)
      loader.load(*action.test);
}

} // namespace deploy_plan::model

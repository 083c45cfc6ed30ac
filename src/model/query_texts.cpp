#include "model/query_texts.hpp"
#include "model/decode.hpp"
#include "model/rule_names.hpp"
#include "model/tiers.hpp"
#include "source/encoding.hpp"

namespace deploy_plan::model {
namespace {

/// A statement that computes one figure is short: what is longer is not one.
constexpr std::size_t most_bytes_of_sql = 1U << 20U;

class QueryLoader {
public:
  QueryLoader(const source::Tree& read, SeriesFiles& neighbours, Collector& found)
      : tree_(read), files_(neighbours), findings_(found) {}

  void load(Query& query) {
    if (!query.origin.sound)
      return;
    if (!names_sql_file(query.sql)) {
      query.text = query.sql;
      return;
    }
    const auto read = files_.text(query.sql);
    if (!read)
      return refuse(query, read.error());
    const auto [text, fault] = source::as_utf8(*read);
    if (fault)
      return refuse(query, {"it is no text in UTF-8", "ce n'est pas du texte en UTF-8"});
    if (text->bytes().size() > most_bytes_of_sql)
      return refuse(query, {"it is larger than a megabyte: name the file of one query",
                            "il dépasse un mégaoctet : nommez le fichier d'une seule requête"});
    query.text = text->bytes().substr(text->text_begin());
  }

private:
  const source::Tree& tree_;
  SeriesFiles& files_;
  Collector& findings_;

  void refuse(Query& query, Text why) {
    const source::NodeId node = node_of(tree_, description<Query>(), query.origin, 1);
    query.origin.sound = false;
    findings_.add({std::string(rule::query_unreadable.word),
                   Severity::error,
                   {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {query.sql, why}},
                   {{"name a .sql file beside the strategy, or write the query itself",
                     "nommez un fichier .sql voisin de la stratégie, ou écrivez la requête même"}},
                   place_of(tree_, Origin{node, true}),
                   tree_.pointer(node),
                   {}});
  }
};
} // namespace

bool names_sql_file(std::string_view sql) {
  return sql.ends_with(".sql") && sql.find_first_of(" \t\r\n") == std::string_view::npos;
}

void load_queries(Strategy& strategy, const source::Tree& tree, SeriesFiles& files, Collector& findings) {
  QueryLoader loader(tree, files, findings);
  const auto of_measurement = [&](std::optional<Measurement>& measurement) {
    if (measurement && measurement->query)
      loader.load(*measurement->query);
  };
  each_tier_of_all(strategy.market,
                   [&](Tier& tier, Text, const Segment*) { of_measurement(tier.measurement); });
  for (Objective& objective : strategy.objectives)
    of_measurement(objective.measurement);
  for (Action& action : strategy.actions)
    if (action.measure && action.measure->query)
      loader.load(*action.measure->query);
}

} // namespace deploy_plan::model

// A strategy names the databases that its figures come from, and holds no password to any of them.
#include "model/source_names.hpp"
#include "rules/objectives/objectives.hpp"
#include "text/passwords.hpp"

namespace deploy_plan::rules {
namespace {

template <class Judge>
void each_query(const Look& look, Judge judge) {
  const auto of = [&](const auto& how) {
    if (how && how->query && how->query->origin.sound)
      judge(*how->query);
  };
  each_tier(look.strategy, [&](const Tier& tier) { of(tier.measurement); });
  each_objective(look, [&](const Objective& objective) { of(objective.measurement); });
  each_action(look, [&](const Action& action) { of(action.measure); });
}

/// At the key: the value is not to be read aloud.
void report_at_key(const Look& look, source::NodeId node, Phrase message, Phrase help) {
  look.report_at(look.key_place(node), node, std::move(message), std::move(help));
}

void named(const Look& look) {
  each_query(look, [&](const Query& query) {
    if (!query.source.empty() && !model::is_source_name(query.source))
      report_at_key(
          look, look.at(query, query.source),
          {{"what is given here is no name of a source", "ce qui est donné ici n'est pas un nom de source"}},
          {{"give a name of letters, digits, - and _, and say where it leads on the machine that measures: "
            "in "
            "its environment, or in its sources.json",
            "donnez un nom fait de lettres, de chiffres, de - et de _, et dites où il mène sur la machine "
            "qui "
            "mesure : dans son environnement, ou dans son sources.json"}});
  });
}

/// Whether a text within the statement holds one: a column may well be called "password".
bool holds_password(std::string_view sql) {
  for (std::size_t at = sql.find_first_of("'\""); at < sql.size(); at = sql.find_first_of("'\"", at)) {
    const char quote = sql[at];
    std::string literal;
    for (++at; at < sql.size() && (sql[at] != quote || sql.substr(at + 1, 1) == std::string_view(&quote, 1));
         ++at) {
      literal += sql[at];
      at += sql[at] == quote ? 1 : 0;
    }
    if (!text::passwords_in(literal).empty())
      return true;
    at = std::min(at + 1, sql.size());
  }
  return false;
}

void without_password(const Look& look) {
  each_query(look, [&](const Query& query) {
    const bool in_source = !text::passwords_in(query.source).empty();
    if (in_source || holds_password(query.text) || holds_password(query.sql))
      report_at_key(
          look, in_source ? look.at(query, query.source) : look.at(query, query.sql),
          {{"a password, or another secret, stands in the strategy",
            "un mot de passe, ou un autre secret, figure dans la stratégie"}},
          {{"take it out and change it, since whoever had the file may have read it; let the source on the "
            "machine that measures bring it: ${env:NAME} or ${file:PATH}",
            "retirez-le et changez-le, car quiconque a eu le fichier a pu le lire ; laissez la source, sur "
            "la "
            "machine qui mesure, l'apporter : ${env:NOM} ou ${file:CHEMIN}"}});
  });
}
} // namespace

std::span<const Rule> secret_rules() {
  static constexpr Rule all[] = {
      {{.name = "source-not-a-name",
        .severity = Severity::error,
        .step = 2,
        .summary = {"a query says where a database is, instead of naming it",
                    "une requête dit où est une base, au lieu de la nommer"},
        .why = {"a strategy is read by many and asked from several machines: where its figures live, and who "
                "may "
                "read them, is each machine's to say",
                "une stratégie est lue par beaucoup et mesurée depuis plusieurs machines : où vivent ses "
                "chiffres, et "
                "qui peut les lire, c'est à chaque machine de le dire"},
        .bad =
            R"({"objectives": [{"id": "returning", "measurement": {"query": {"source": "postgresql://reader@db.example/product", "sql": "select day, share from returning"}}, "observations": {"file": "returning.csv"}}]})",
        .good =
            R"({"objectives": [{"id": "returning", "measurement": {"query": {"source": "product", "sql": "select day, share from returning"}}, "observations": {"file": "returning.csv"}}]})"},
       named},
      {{.name = "password-in-strategy",
        .severity = Severity::error,
        .step = 2,
        .summary = {"a query holds a password", "une requête contient un mot de passe"},
        .why = {"a strategy is versioned, sent and published: a password in it is one that everybody has",
                "une stratégie est versionnée, envoyée et publiée : un mot de passe qui y figure est à tout "
                "le monde"},
        .bad =
            R"({"objectives": [{"id": "returning", "measurement": {"query": {"source": "product", "sql": "select day, share from dblink('host=db.example password=not-a-secret', 'select day, share from returning') as t(day date, share float) order by day"}}, "observations": {"file": "returning.csv"}}]})",
        .good =
            R"({"objectives": [{"id": "returning", "measurement": {"query": {"source": "product", "sql": "select day, share from returning"}}, "observations": {"file": "returning.csv"}}]})"},
       without_password},
  };
  return all;
}

} // namespace deploy_plan::rules

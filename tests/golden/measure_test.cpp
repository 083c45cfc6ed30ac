// What was measured, as people read it.
#include "deploy_plan/answers.hpp"
#include "golden.hpp"

using namespace deploy_plan;

namespace {

using namespace std::chrono_literals;

MeasuredQuery known_query() {
  MeasuredQuery query;
  query.path = "objectives.accounts";
  query.name = {"Accounts", "Comptes"};
  query.source = "product";
  query.engine = "PostgreSQL 15.18";
  query.transport = Transport::encrypted;
  query.encryption = "TLSv1.3, TLS_AES_256_GCM_SHA384";
  query.ledger = "measures.csv";
  query.metric = "accounts";
  query.sql = "SELECT last, n\n  FROM counts WHERE last >= $1 AND last < $2";
  query.from = 2025y / 12 / 1;
  query.until = 2026y / 3 / 1;
  query.period = MeasuringPeriod::month;
  query.outcome = QueryOutcome::changed;
  query.added = 1;
  query.revised = 1;
  query.unchanged = 1;
  query.figures = {{2026y / 1 / 31, "", 1234.5, 1230, FigureChange::revised},
                   {2026y / 2 / 28, "", 1400, {}, FigureChange::added}};
  return query;
}

/// Everything that there is to say, once.
Measured everything() {
  Measured told;
  told.as_of = 2026y / 3 / 1;
  told.strategy = "Harbour register";
  told.queries.push_back(known_query());
  MeasuredQuery by_segment = known_query();
  by_segment.name = {"penetrated market", "marché pénétré"};
  by_segment.path = "market.penetrated";
  by_segment.source = "register";
  by_segment.engine = "MariaDB 10.11.14 by ODBC";
  by_segment.transport = Transport::plain;
  by_segment.encryption.clear();
  by_segment.metric = "penetrated";
  by_segment.added = by_segment.revised = 0;
  by_segment.withdrawn = 1;
  by_segment.unfinished = 2;
  by_segment.is_dated_early = by_segment.may_write = by_segment.is_read_only_unproven = true;
  by_segment.periods_without_row = {{2025y / 12 / 1, "ports"}, {2026y / 1 / 1, "ports"}};
  by_segment.looks_monthly = true;
  by_segment.unknown_segments = {"Ports", "ferries"};
  by_segment.figures = {{2026y / 1 / 1, "ports", 12, {}, FigureChange::withdrawn}};
  by_segment.outcome = QueryOutcome::unchanged;
  told.queries.push_back(std::move(by_segment));
  MeasuredQuery failed = known_query();
  failed.name = {"Returns", "Retours"};
  failed.path = "objectives.returns";
  failed.engine.clear();
  failed.source = "archive";
  failed.added = failed.revised = failed.unchanged = 0;
  failed.figures.clear();
  failed.outcome = QueryOutcome::failed;
  failed.failure = Phrase{{"nobody answers", "personne ne répond"}};
  failed.help = Phrase{{"see whether it runs", "voyez si elle tourne"}};
  told.queries.push_back(std::move(failed));
  told.ledgers = {{"measures.csv", 2, {}}};
  told.added = told.revised = told.withdrawn = told.failed = 1;
  told.unchanged = 2;
  return told;
}
} // namespace

TEST_CASE("what was measured is told in every format and both languages") {
  test::matches_in_each_format("measure/everything", document_of(everything()));
  test::matches("measure/everything.json", json_of(everything()));
}

TEST_CASE("a dry run shows what was asked, and a strategy without a query says so") {
  Measured dry = everything();
  dry.is_dry_run = true;
  dry.queries.resize(1);
  dry.failed = dry.withdrawn = 0;
  dry.unchanged = 1;
  Measured none;
  none.as_of = dry.as_of;
  none.strategy = "By hand";
  const Measured both[] = {dry, none};
  test::matches_in_each_format("measure/dry", document_of(both, dry.as_of));
  test::matches("measure/dry.json", json_of(both, dry.as_of));
}

TEST_CASE("what could be measured is held back for what could not") {
  Measured held = everything();
  held.ledgers = {{"measures.csv", 0, {}}};
  test::matches_in_each_format("measure/held", document_of(held));
  held.ledgers = {{"measures.csv", 0, Phrase{{"the disk is full", "le disque est plein"}}}};
  held.failed = 0;
  held.queries.resize(2);
  test::matches_in_each_format("measure/unwritten", document_of(held));
}

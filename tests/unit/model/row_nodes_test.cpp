#include "catch.hpp"
#include "model/decode.hpp"
#include "model/row_nodes.hpp"

using namespace deploy_plan;

TEST_CASE("a row becomes an observation that says when it was seen, placed in its file") {
  model::CsvTable table;
  const auto source = std::make_shared<const Source>(
      "m.csv", "date;valeur;vu\n31/01/2026;1 234,5;02/02/2026\n31/01/2026;12 %;\n");
  table.source = source;
  model::read_table(table);
  const auto& rows = table.metrics.at("").at("");
  REQUIRE(rows.size() == 2);
  auto parsed = source::parse(std::make_shared<const Source>("s.json", "{}"), source::Comments::refused);
  source::Tree& tree = parsed.tree;
  const std::uint32_t base = tree.sources.add(source).value();
  model::Collector found(10);
  const auto decoded = [&](const model::RowNode& what) {
    Observation one;
    const source::NodeId node = model::append_row(tree, 0, what);
    CHECK(model::decode(tree, node, model::row_record(), &one, found));
    CHECK(tree.sources.bytes(tree[tree[node].first_child].value) == "31/01/2026");
    return one;
  };
  const Observation first = decoded({table, base, rows[0], true});
  CHECK(iso(first.date) == "2026-01-31");
  CHECK(first.value == 1234.5);
  REQUIRE(first.seen);
  CHECK(iso(*first.seen) == "2026-02-02");
  const Observation second = decoded({table, base, rows[1], true, "0.25"});
  CHECK(second.value == 0.25);
  CHECK_FALSE(second.seen);
  CHECK(known_on(second) == second.date);
  CHECK(found.kept.empty());
}

TEST_CASE("columns that others spell in their own way are the same fields") {
  model::CsvTable table;
  const auto source =
      std::make_shared<const Source>("m.csv", "date_valeur;valeur;vu_le\n2026-01-31;40;2026-02-02\n");
  table.source = source;
  model::read_table(table);
  REQUIRE(table.faults.empty());
  auto parsed = source::parse(std::make_shared<const Source>("s.json", "{}"), source::Comments::refused);
  source::Tree& tree = parsed.tree;
  const std::uint32_t base = tree.sources.add(source).value();
  model::Collector found(10);
  Observation one;
  const auto node = model::append_row(tree, 0, {table, base, table.metrics.at("").at("")[0], true});
  CHECK(model::decode(tree, node, model::row_record(), &one, found));
  CHECK(iso(one.date) == "2026-01-31");
  CHECK(iso(one.seen.value()) == "2026-02-02");
  CHECK(found.kept.empty());
}

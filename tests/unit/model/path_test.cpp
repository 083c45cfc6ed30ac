#include "catch.hpp"
#include "model/path.hpp"

using namespace deploy_plan;
using namespace deploy_plan::model;

namespace {

constexpr const char* strategy_text = R"({"market": {"target": 12}, "actions": [
  {"id": "v1", "cost": {"money": 1}}, {"id": "v1.2", "cost": {"money": 2}}, {"id": "v1", "cost": {"money": 3}},
  {"id": "cost", "cost": {"money": 4}}, {"id": "élan"}]})";

struct Paths {
  source::Parsed parsed =
      source::parse(std::make_shared<const Source>("s.json", strategy_text), source::Comments::refused);
  PathFollower follower{parsed.tree, 0};
  /// The value that a path leads to, as the file writes it.
  std::string at(const std::string& path) {
    const Followed followed = follower.follow(path, false);
    if (!followed.leads)
      return "nowhere from " + followed.unknown;
    const source::NodeId node = followed.steps.back().node;
    return node == source::no_node ? "left out" : std::string(parsed.tree.raw(parsed.tree[node].value));
  }
};
} // namespace

TEST_CASE("a path leads through fields in either language and through ids, whatever these hold") {
  Paths paths;
  CHECK(paths.at("market.target") == "12");
  CHECK(paths.at("marché.cible") == "12");
  CHECK(paths.at("actions.v1.cost.money") == "1");
  CHECK(paths.at("actions.v1.2.cost.money") == "2");
  CHECK(paths.at("actions.v1#2.cost.money") == "3");
  CHECK(paths.at("actions.cost.coût.argent") == "4");
  CHECK(paths.at("actions.élan.cost.money") == "left out");
}

TEST_CASE("a path that leads nowhere says from where, and what may be meant") {
  Paths paths;
  CHECK(paths.at("market.tarjet") == "nowhere from tarjet");
  CHECK(paths.at("actions.v3.cost") == "nowhere from v3");
  CHECK(paths.at("actions.v1#3.cost") == "nowhere from v1#3");
  CHECK(paths.at("market.target.size.more") == "nowhere from more");
  CHECK(paths.at("") == "nowhere from ");
  text::HintBudget budget;
  const auto nearest = [&](const std::string& path) {
    return paths.follower.nearest(path, paths.follower.follow(path, false), budget);
  };
  CHECK(nearest("markt.targte") == "market.target");
  CHECK(nearest("actions.elan.cost") == "actions.élan.cost");
  CHECK(nearest("zebra.target").empty());
}

TEST_CASE("a new element may be named where one may be added") {
  Paths paths;
  CHECK_FALSE(paths.follower.follow("actions.new", false).leads);
  CHECK(paths.follower.follow("actions.new", true).leads);
  CHECK_FALSE(paths.follower.follow("actions.new.cost", true).leads);
}

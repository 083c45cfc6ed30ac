// A rule and what it sees.
#pragma once
#include "deploy_plan/check.hpp"
#include "model/decode.hpp"
#include "model/path.hpp"
#include <algorithm>

namespace deploy_plan::rules {

/// One strategy, the places of its parts, and where to say what is wrong with it.
class Look {
public:
  Look(const Strategy& judged, const source::Tree& read, Date day, std::vector<Finding>& found)
      : strategy(judged), today(day), tree(read), findings(found) {}

  const Strategy& strategy;
  const Date today;

  /// The place of a member of a record: `at(market, market.target)`.
  template <model::Described T, class Member>
  [[nodiscard]] source::NodeId at(const T& record, const Member& member) const {
    const model::Record& described = model::description<T>();
    for (std::size_t i = 0; i < described.fields.size(); ++i)
      if (described.fields[i].access(const_cast<T*>(&record)) ==
          static_cast<const void*>(&member)) // read only
        if (const auto node = model::node_of(tree, described, record.origin, static_cast<int>(i));
            node != source::no_node)
          return node;
    return record.origin.node;
  }
  /// A tier's figure, however it is written.
  [[nodiscard]] source::NodeId at(const Tier& tier) const { return at(tier, tier.size); }
  [[nodiscard]] source::NodeId at(const Origin& origin) const { return origin.node; }

  [[nodiscard]] Place place(source::NodeId node) const { return model::place_of(tree, Origin{node, true}); }
  [[nodiscard]] std::string_view key(source::NodeId node) const { return tree.key(node); }
  [[nodiscard]] source::NodeId child(source::NodeId node, std::size_t index) const {
    auto id = tree[node].first_child;
    while (index-- > 0 && id != source::no_node)
      id = tree[id].next;
    return id == source::no_node ? node : id;
  }

  /// Where a path into this strategy leads; a new element may end it when `may_add`.
  [[nodiscard]] model::Followed follow(std::string_view path, bool may_add) const {
    return model::follow(tree, strategy.origin.node, path, may_add);
  }

  void report(std::string_view rule, source::NodeId node, Phrase message, Phrase help,
              std::vector<Related> related = {}) const {
    findings.push_back({std::string(rule), find_rule(rule)->severity, std::move(message), std::move(help),
                        place(node), tree.pointer(node), std::move(related)});
  }

private:
  const source::Tree& tree;
  std::vector<Finding>& findings;
};

/// A catalogue entry and the function that looks; the loader's own rules have none.
struct Rule {
  RuleEntry entry;
  void (*look)(const Look&);
};

[[nodiscard]] std::span<const Rule> loading_rules();
[[nodiscard]] std::span<const Rule> market_rules();
[[nodiscard]] std::span<const Rule> objective_rules();
[[nodiscard]] std::span<const Rule> action_rules();
[[nodiscard]] std::span<const Rule> scenario_rules();

} // namespace deploy_plan::rules

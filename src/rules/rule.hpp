// A rule and what it sees.
#pragma once
#include "deploy_plan/check.hpp"
#include "model/decode.hpp"
#include "model/path.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::rules {

/// One strategy, the places of its parts, and where to say what is wrong with it.
class Look {
public:
  Look(const Strategy& judged, const source::Tree& read, const CheckOptions& options, model::Collector& found)
      : strategy(judged), today(options.as_of), looks_back_(options.looks_back), tree(read), findings(found) {
  }

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
  /// The day was asked for: what came later is no mistake.
  [[nodiscard]] bool looks_back() const { return looks_back_; }

  [[nodiscard]] Place place(source::NodeId node) const { return model::place_of(tree, Origin{node, true}); }
  [[nodiscard]] std::string_view key(source::NodeId node) const { return tree.key(node); }
  /// Whether a figure is written in quotes, as percentages are.
  [[nodiscard]] bool is_text(source::NodeId node) const {
    return node != source::no_node && tree[node].kind == source::Kind::string;
  }
  [[nodiscard]] source::NodeId first_child(source::NodeId node) const { return tree[node].first_child; }
  [[nodiscard]] source::NodeId next(source::NodeId node) const { return tree[node].next; }

  /// Ask before looking for a hint: nobody will read what is only counted.
  [[nodiscard]] bool is_full() const { return findings.is_full(); }
  [[nodiscard]] text::HintBudget& hints() const { return findings.hints; }

  [[nodiscard]] model::PathFollower paths() const { return {tree, strategy.origin.node}; }

  void report(std::string_view rule, source::NodeId node, Phrase message, Phrase help,
              std::vector<Related> related = {}) const {
    report_at(place(node), rule, node, std::move(message), std::move(help), std::move(related));
  }
  /// At a place of its own: a key, say, instead of the value that stands under it.
  void report_at(Place shown, std::string_view rule, source::NodeId node, Phrase message, Phrase help,
                 std::vector<Related> related = {}) const {
    if (is_full())
      return findings.count(rule);
    findings.add({std::string(rule), find_rule(rule)->severity, std::move(message), std::move(help), shown,
                  tree.pointer(node), std::move(related)});
  }
  [[nodiscard]] Place key_place(source::NodeId node) const { return tree[node].key; }

private:
  const bool looks_back_;
  const source::Tree& tree;
  model::Collector& findings;
};

template <class Judge>
void each_action(const Look& look, Judge judge) {
  for (const Action& action : look.strategy.actions)
    if (action.origin.sound)
      judge(action);
}
template <class Judge>
void each_active_action(const Look& look, Judge judge) {
  each_action(look, [&](const Action& action) {
    if (action.status != Status::stopped)
      judge(action);
  });
}

/// A catalogue entry and the function that looks; the loader's own rules have none.
struct Rule {
  RuleEntry entry;
  void (*look)(const Look&) = nullptr;
  bool of_scenarios = false; ///< about what the file's scenarios say, and not what comes of them
};

[[nodiscard]] std::span<const Rule> loading_rules();
[[nodiscard]] std::span<const Rule> market_rules();
[[nodiscard]] std::span<const Rule> objective_rules();
[[nodiscard]] std::span<const Rule> rate_rules();
[[nodiscard]] std::span<const Rule> lever_rules();
[[nodiscard]] std::span<const Rule> action_rules();
[[nodiscard]] std::span<const Rule> trial_rules();
[[nodiscard]] std::span<const Rule> reference_rules();
[[nodiscard]] std::span<const Rule> calendar_rules();
/// To propose one.
[[nodiscard]] const text::Names& rule_names();
/// All of them, step by step.
[[nodiscard]] std::span<const std::span<const Rule>> all_rules();

} // namespace deploy_plan::rules

// A rule and what it sees.
#pragma once
#include "deploy_plan/check.hpp"
#include "deploy_plan/trial.hpp"
#include "model/decode.hpp"
#include "model/path.hpp"
#include "model/tiers.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::rules {

/// One strategy as it is judged: read from a tree, on a day, with a place for what is found. The engine makes
/// it.
struct Scene {
  const Strategy& strategy;
  const source::Tree& tree;
  const CheckOptions& options;
  model::Collector& findings;
  mutable std::optional<TrialsByAction> trials = {}; ///< read when a rule first asks for them
};

/// What a rule sees of a strategy, the places of its parts, and where it says what is wrong: under its own
/// name and no other.
class Look {
public:
  Look(const Scene& scene, const RuleEntry& rule)
      : strategy(scene.strategy), today(scene.options.as_of), scene_(scene), rule_(rule) {}

  const Strategy& strategy;
  const Date today;

  /// The place of a member of a record: `at(market, market.target)`.
  template <model::Described T, class Member>
  [[nodiscard]] source::NodeId at(const T& record, const Member& member) const {
    const model::Record& described = model::description<T>();
    for (std::size_t i = 0; i < described.fields.size(); ++i)
      if (described.fields[i].access(const_cast<T*>(&record)) ==
          static_cast<const void*>(&member)) // read only
        if (const auto node = model::node_of(scene_.tree, described, record.origin, static_cast<int>(i));
            node != source::no_node)
          return node;
    return record.origin.node;
  }
  /// A tier's figure, however it is written.
  [[nodiscard]] source::NodeId at(const Tier& tier) const { return at(tier, tier.size); }
  [[nodiscard]] source::NodeId at(const Origin& origin) const { return origin.node; }
  /// The day was asked for: what came later is no mistake.
  [[nodiscard]] bool looks_back() const { return scene_.options.looks_back; }

  [[nodiscard]] Place place(source::NodeId node) const {
    return model::place_of(scene_.tree, Origin{node, true});
  }
  [[nodiscard]] std::string_view key(source::NodeId node) const { return scene_.tree.key(node); }
  /// Whether a figure is written in quotes, as percentages are.
  [[nodiscard]] bool is_text(source::NodeId node) const {
    return node != source::no_node && scene_.tree[node].kind == source::Kind::string;
  }
  [[nodiscard]] source::NodeId first_child(source::NodeId node) const {
    return scene_.tree[node].first_child;
  }
  [[nodiscard]] source::NodeId next(source::NodeId node) const { return scene_.tree[node].next; }

  /// Ask before looking for a hint: nobody will read what is only counted.
  [[nodiscard]] bool is_full() const { return scene_.findings.is_full(); }
  [[nodiscard]] text::HintBudget& hints() const { return scene_.findings.hints; }

  [[nodiscard]] model::PathFollower paths() const { return {scene_.tree, strategy.origin.node}; }
  /// What the tests of its actions say, read once for all rules.
  [[nodiscard]] const TrialsByAction& trials() const {
    return scene_.trials ? *scene_.trials : scene_.trials.emplace(strategy, today);
  }

  void report(source::NodeId node, Phrase message, Phrase help, std::vector<Related> related = {}) const {
    report_at(place(node), node, std::move(message), std::move(help), std::move(related));
  }
  /// At a place of its own: a key, say, instead of the value that stands under it.
  void report_at(Place shown, source::NodeId node, Phrase message, Phrase help,
                 std::vector<Related> related = {}) const {
    if (is_full())
      return scene_.findings.count(rule_.name);
    scene_.findings.add({std::string(rule_.name), rule_.severity, std::move(message), std::move(help), shown,
                         scene_.tree.pointer(node), std::move(related)});
  }
  [[nodiscard]] Place key_place(source::NodeId node) const { return scene_.tree[node].key; }

private:
  const Scene& scene_;
  const RuleEntry& rule_;
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

/// Calls `judge` with each tier of the market as a whole, then of its segments, soundly read or not.
template <class Judge>
void each_tier(const Strategy& strategy, Judge judge) {
  model::each_tier_of_all(strategy.market, [&](const Tier& tier, Text, const Segment*) { judge(tier); });
}

/// A catalogue entry and the function that looks; what the loader and the engine raise by themselves has
/// none.
struct Rule {
  RuleEntry entry;
  void (*look)(const Look&) = nullptr;
  bool of_scenarios = false; ///< about what the file's scenarios say, and not what comes of them
};

// The families, each in a file of its name.
[[nodiscard]] std::span<const Rule> loading_rules();
[[nodiscard]] std::span<const Rule> reference_rules();
[[nodiscard]] std::span<const Rule> calendar_rules();
[[nodiscard]] std::span<const Rule> term_rules();
[[nodiscard]] std::span<const Rule> tier_rules();
[[nodiscard]] std::span<const Rule> source_rules();
[[nodiscard]] std::span<const Rule> goal_rules();
[[nodiscard]] std::span<const Rule> target_rules();
[[nodiscard]] std::span<const Rule> milestone_rules();
[[nodiscard]] std::span<const Rule> measurement_rules();
[[nodiscard]] std::span<const Rule> query_rules();
[[nodiscard]] std::span<const Rule> secret_rules();
[[nodiscard]] std::span<const Rule> observation_rules();
[[nodiscard]] std::span<const Rule> event_rules();
[[nodiscard]] std::span<const Rule> north_star_rules();
[[nodiscard]] std::span<const Rule> rate_rules();
[[nodiscard]] std::span<const Rule> lever_rules();
[[nodiscard]] std::span<const Rule> completeness_rules();
[[nodiscard]] std::span<const Rule> dependency_rules();
[[nodiscard]] std::span<const Rule> run_rules();
[[nodiscard]] std::span<const Rule> schedule_rules();
[[nodiscard]] std::span<const Rule> action_segment_rules();
[[nodiscard]] std::span<const Rule> owner_rules();
[[nodiscard]] std::span<const Rule> trial_data_rules();
[[nodiscard]] std::span<const Rule> trial_verdict_rules();

/// All of them, family by family.
[[nodiscard]] std::span<const std::span<const Rule>> all_rules();
/// To propose one.
[[nodiscard]] const text::Names& rule_names();

} // namespace deploy_plan::rules

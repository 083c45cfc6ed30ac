// What a test's data leave in doubt, whatever its figures say.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan {

enum class Verdict;

/// Why a test may say more than it shows.
enum class TrialReserve {
  people_for_groups, ///< it counts people one by one who come in groups, whose members are alike
  no_comparison      ///< a pilot in segments, with none that stays untouched beside it: what it reached may
                     ///< have come by itself
};

/// People who come in groups, and are counted one by one.
struct PeopleForGroups {
  bool by_relays = false;   ///< else segments are what is drawn
  const Arm* arm = nullptr; ///< the first that counts so, one of the action's; nullptr for a pilot
};
/// Nothing where a test counts by groups, or people who come one by one.
[[nodiscard]] std::optional<PeopleForGroups> people_for_groups(const Market& market, const Action& action);
/// Segments that an action's pilot leaves untouched, and does not compare with; 0 where it is no pilot, or
/// has no segments of its own.
[[nodiscard]] std::int64_t segments_not_compared(const Market& market, const Action& action);

/// With what reserve a verdict is to be told, the weightiest; nothing where it is none of something, or holds
/// as it stands. What would only flatter an action leaves no doubt on dropping it.
[[nodiscard]] std::optional<TrialReserve> reserve_of(const Market& market, const Action& action,
                                                     Verdict verdict);

} // namespace deploy_plan

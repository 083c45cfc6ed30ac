// Futures of goals, described once for all the answers that tell them.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/outlook.hpp"

namespace deploy_plan::answers {

enum class Future { as_committed, nothing_more, with_plan };

/// One of the futures of a goal: its figures are named after it. `compared` says how much of its own it has
/// where strategies are compared: answers that repeat another's outlook leave it to that one.
template <Future future, Compared compared>
struct ToldFuture {
  const Outlook* outlook;
};
template <Future future, Compared compared>
std::optional<ToldFuture<future, compared>> told_future(const std::optional<Outlook>& outlook) {
  return outlook ? std::optional(ToldFuture<future, compared>{&*outlook}) : std::nullopt;
}
using CommittedRepeated = ToldFuture<Future::as_committed, Compared::given>;
using PlannedRepeated = ToldFuture<Future::with_plan, Compared::given>;

template <>
const Record& description<CommittedRepeated>();
template <>
const Record& description<PlannedRepeated>();
template <>
const Record& description<Outlooks>();

/// The key that all outlooks of gaps stand under.
inline constexpr Text outlook_key{"outlook", "perspective"};

/// All of a goal's futures, in an answer that repeats them: those as committed stand in it directly.
extern const Record repeated_outlooks;

} // namespace deploy_plan::answers

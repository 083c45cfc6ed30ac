// What is told of the groups that a test drew.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/trial.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<ClusterReading>();

/// How many people drawn one by one would tell as much. Nothing where that is not known.
[[nodiscard]] std::optional<double> worth_of(const ClusterReading& reading);
/// That groups were drawn, how alike those of one group are, and what the people are worth.
[[nodiscard]] Phrase clusters_said(const ClusterReading& reading);
/// A verdict's reason, with how many groups it rests on.
[[nodiscard]] Phrase by_groups(const Phrase& reason, const ClusterReading& reading);

} // namespace deploy_plan::answers

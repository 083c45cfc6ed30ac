// What a plan brings to each objective, laid out for people.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::report {

/// What these actions alone bring, then where that leaves the objective: never one for the other.
void add_gain(const ObjectiveGain& one, std::vector<Block>& blocks);

} // namespace deploy_plan::report

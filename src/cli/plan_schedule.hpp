// A plan's schedule, as the strategy file has it.
#pragma once
#include "deploy_plan/difference.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::cli {

/// The `schedule` of every action that is planned, month by month and segment by segment: it takes the place
/// of the one that is there, whose past months are left out. In the plan's own month, what results say was
/// done in it is scheduled too: that much of a schedule is done.
[[nodiscard]] std::vector<WrittenValue> written_schedule(const Plan& plan, const Strategy& strategy);

} // namespace deploy_plan::cli

// Segments that got the action beside segments that did not.
#include "analysis/trial/trials.hpp"

namespace deploy_plan::analysis {

void read_comparison(const TrialContext& context, Trial& trial) {
  static_cast<void>(context);
  cannot_tell(trial, TrialReason::no_segment);
}

} // namespace deploy_plan::analysis

// Gaps as gauges (OpenMetrics 1.0, which Prometheus's own text format is a part of): no timestamps, no NaN.
#pragma once
#include "report/views/gap/gap_writers.hpp"

namespace deploy_plan::report {

/// All that is known is kept until the end, as the samples of a metric stand together. Strategies of one name
/// are told apart by "#2".
[[nodiscard]] std::unique_ptr<GapWriter> openmetrics_writer(Sink sink);

} // namespace deploy_plan::report

// NLopt's C library: least squares without derivatives.
#pragma once
#include <functional>
#include <optional>
#include <vector>

namespace deploy_plan::analysis {

/// Opens the library, once; false where it is not installed.
[[nodiscard]] bool is_nlopt_there();
/// The place in a box where a function is least, by BOBYQA (Powell 2009) from `start`, then once more from
/// what it found. Nothing where NLopt is not installed (libnlopt0), or gives up.
[[nodiscard]] std::optional<std::vector<double>>
minimise(const std::function<double(const std::vector<double>&)>& function, const std::vector<double>& start,
         const std::vector<double>& low, const std::vector<double>& high);

} // namespace deploy_plan::analysis

// Beneficiaries split at random into the arms of a test.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace deploy_plan {

/// The arm of each beneficiary, whose stratum is given: stratum by stratum the arms get their parts, to
/// within one (permuted blocks: Rosenberger and Lachin 2015, section 9.3), and over all strata too, to within
/// one for each arm. The same input and seed give the same arms on any machine. `split` has a part an arm,
/// none of it 0.
[[nodiscard]] std::vector<std::uint32_t> assign(std::span<const std::uint32_t> strata,
                                                std::span<const double> split, std::uint64_t seed);

/// How far apart two samples are, in pooled standard deviations; below 0.1 they are alike (Austin 2009). 0
/// where neither varies and they are the same.
[[nodiscard]] double standardised_difference(double mean_a, double variance_a, double mean_b,
                                             double variance_b);

} // namespace deploy_plan

// Which test is worth running first, laid out for people.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

/// What to do first, in one sentence.
[[nodiscard]] Paragraph first_test(const TestValues& values);
/// Beside a plan, where no test is worth its cost: what the first runs that it calls tests are, then.
[[nodiscard]] std::optional<Paragraph> first_runs_as_tests(const TestValues& values);
/// The first sentence with the figures that it rests on, as a section.
[[nodiscard]] Section test_value_section(const TestValues& values);
[[nodiscard]] std::string test_values_csv(const TestValues& values, bool french_dialect);

} // namespace deploy_plan::report

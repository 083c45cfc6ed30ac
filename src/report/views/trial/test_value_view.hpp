// Which test is worth running first, laid out for people.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

/// What to do first, in one sentence.
[[nodiscard]] Paragraph first_test(const TestValues& values);
/// The same with the figures that it rests on, as a section.
[[nodiscard]] Section test_value_section(const TestValues& values);
[[nodiscard]] std::string test_values_csv(const TestValues& values, bool french_dialect);

} // namespace deploy_plan::report

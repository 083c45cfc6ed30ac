// The schemas of answers, by the rooms that hold them.
#pragma once
#include <string_view>

namespace deploy_plan::report {

extern const std::string_view compare_answer, diff_answer;

} // namespace deploy_plan::report

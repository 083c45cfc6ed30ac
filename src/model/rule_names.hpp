// The rules that understanding a file raises; src/rules/file/loading.cpp describes them.
#pragma once
#include "source/rule_name.hpp"

namespace deploy_plan::model::rule {

using source::RuleName;

inline constexpr RuleName duplicate_key{"duplicate-key"};
inline constexpr RuleName unknown_key{"unknown-key"};
inline constexpr RuleName wrong_type{"wrong-type"};
inline constexpr RuleName missing_field{"missing-field"};
inline constexpr RuleName out_of_range{"out-of-range"};
inline constexpr RuleName unparsable_value{"unparsable-value"};
inline constexpr RuleName series_unreadable{"series-unreadable"};
inline constexpr RuleName series_malformed{"series-malformed"};
inline constexpr RuleName series_empty{"series-empty"};
inline constexpr RuleName series_incomplete{"series-incomplete"};
inline constexpr RuleName query_unreadable{"query-unreadable"};
inline constexpr RuleName never_measured{"never-measured"};
inline constexpr RuleName clusters_do_not_sum{"clusters-do-not-sum"};
inline constexpr RuleName scenario_path{"scenario-path"};

} // namespace deploy_plan::model::rule

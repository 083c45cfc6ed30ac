// The sentences of a brief.
#pragma once
#include "deploy_plan/brief.hpp"
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

/// Counts from ten on without a part of one.
[[nodiscard]] Argument whole_figure(double value, bool is_rate);
/// "82", "1.9 points".
[[nodiscard]] Words difference_words(double size, bool is_rate);
[[nodiscard]] Argument star_figure(const ObjectiveGap& star, double value);
/// Where the North Star stands, and where it is going.
[[nodiscard]] Phrase standing_sentence(const Brief& brief);
/// Why that may turn out otherwise; nothing where nothing is foretold.
[[nodiscard]] std::optional<Phrase> doubt_sentence(const Brief& brief);
/// That where it stands today is not known; nothing where it is.
[[nodiscard]] std::optional<Phrase> stale_sentence(const Brief& brief);
/// What is seen on the chart of its course.
[[nodiscard]] Phrase course_title(const Brief& brief);
/// What an option may fail by.
[[nodiscard]] Phrase risk_words(const BriefOption& option);
/// "+135 since 31 January 2026"; nothing where nothing is known to have changed by.
[[nodiscard]] std::optional<Words> change_since(const std::optional<double>& before,
                                                const std::optional<double>& now, Date since, bool is_rate);

} // namespace deploy_plan::report

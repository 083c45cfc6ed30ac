// A week, laid out for a chat or an issue.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/week.hpp"

namespace deploy_plan::report {

/// A goal as a week speaks of it: an objective's name, or "share of the target (North), 50% by 30 June 2026".
[[nodiscard]] Words week_goal_words(const WeekGoal& goal);

/// "★ Active schools", if it is the North Star.
[[nodiscard]] Words starred(const std::string& name, bool is_north_star);

/// An amount, as tables say it.
[[nodiscard]] Words week_money(double amount, const std::string& currency);

/// What is to be done: "Do “Letter”: 2 runs".
[[nodiscard]] Words week_task_words(const WeekTask& task);

/// Who does it, or that nobody is named.
[[nodiscard]] Argument week_owner(const WeekTask& task);

/// What is to be decided: "Drop “Letter”? Its test says so."
[[nodiscard]] Words week_question(const WeekDecision& decision, Date as_of, const std::string& currency);

/// How much more was spent than there is: "The budget is exceeded by €5,000 and 3 days", without its full
/// stop.
[[nodiscard]] Words overspent_words(const WeekDecision& decision, const std::string& currency);
/// What no plan keeps together: the first of them.
[[nodiscard]] Words limits_words(std::span<const PlanLimit> limits);
/// "€5,000 and 3 days", of those that are given.
[[nodiscard]] Words means_words(const std::optional<double>& money, const std::optional<double>& days,
                                const std::string& currency);

[[nodiscard]] std::vector<Section> week_news(const Week& week);
[[nodiscard]] Section week_tasks_section(const Week& week);
[[nodiscard]] Section week_decisions_section(const Week& week);

} // namespace deploy_plan::report

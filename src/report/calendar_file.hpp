// Plans as calendars that any calendar program opens (RFC 5545).
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::report {

/// Why a plan makes no calendar: it has nothing to enter, or too much to be looked at.
struct NoCalendar {
  std::size_t entries = 0;
  static constexpr std::size_t most = 10000;
};

/// An entry a run, on its planned day, and one for each day on which a test is decided. Entries keep their
/// identity from one plan to the next: a calendar that has them moves them.
[[nodiscard]] tl::expected<std::string, NoCalendar> calendar_file(const Plan& plan, Language language);

} // namespace deploy_plan::report

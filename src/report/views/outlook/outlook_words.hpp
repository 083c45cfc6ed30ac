// What may come of a goal, in the words that every answer says it in.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/gap.hpp"

namespace deploy_plan::report {

/// "reached after its day": the status, and that it came late.
[[nodiscard]] Text status_words(const Progress& way);
[[nodiscard]] Tone status_tone(const Progress& way);
/// "a little behind its path", "missed on its day (20 on 30 October 2026)": how it stands, without a word on
/// where it is going.
[[nodiscard]] Words standing_words(const Progress& way, bool is_rate);
/// "; milestone of 30 June 2026 missed (331 instead of 350), next: 900 by 31 December 2026", to be said after
/// how it stands; empty where the last milestone was not missed, or the goal's own day is past.
[[nodiscard]] Words missed_milestone_words(const Progress& way, bool is_rate);

/// "uncertain, 52%", or why no probability is told: "too early to tell".
[[nodiscard]] Words outlook_words(const Outlook& outlook);
[[nodiscard]] Tone outlook_tone(const Outlook& outlook);
/// "1,900 (1,200 to 2,600)", the interval at 90%; empty where nothing is told.
[[nodiscard]] Words outlook_value(const Outlook& outlook, bool is_rate);
/// "18 October 2027 (80% sure: 3 May 2027 to 2 June 2028)"; empty where nothing is told.
[[nodiscard]] Words outlook_day(const Outlook& outlook);

/// "As committed: uncertain, 52%; with the plan: likely, 87%."; where no trend can be told, why.
[[nodiscard]] Phrase futures_line(const Outlooks& outlooks);
/// The same of an answer that has these two alone.
[[nodiscard]] Phrase futures_line(const Outlook& as_committed, const std::optional<Outlook>& with_plan);
/// Why no outlook can be told.
[[nodiscard]] Phrase no_trend_words(NoTrend why, std::size_t observations);

/// A goal whose status and outlook are told together.
struct ToldGoal {
  const Progress& progress;
  const Outlooks& outlooks;
  std::span<const Observation> observed; ///< none where only the figures of its paces are known
  bool is_rate = false;
};
/// Where it is going, in one paragraph: the futures, why they point another way than the status does, and how
/// few figures they rest on. Nothing where its day is past or it is reached for good.
[[nodiscard]] std::optional<Paragraph> outlook_paragraph(const ToldGoal& goal);

/// That futures count on events whose effect is assumed; nothing where there are none.
[[nodiscard]] std::optional<Phrase> assumed_events_words(std::span<const std::string> events);
/// Said once beneath outlooks whose trends hold runs without results.
[[nodiscard]] Paragraph unwritten_results_words();

} // namespace deploy_plan::report

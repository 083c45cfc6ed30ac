// Rankings and plans laid out for people: the sections of their documents.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

[[nodiscard]] std::vector<Section> ranking_sections(const Ranking& ranking);
/// What an effect rests on: “1 run measured”; of none, it was measured by a test, unless it is assumed.
[[nodiscard]] Phrase evidence_words(Basis basis, std::int64_t runs);
/// The same, where that is an interval of which too few held.
[[nodiscard]] Phrase likely_too_narrow(const Phrase& basis);
[[nodiscard]] std::vector<Section> plan_sections(const Plan& plan);

} // namespace deploy_plan::report

// What analyses tell, as people read it and as programs do. Every function here may throw std::bad_alloc, and
// what it says that it throws.
#pragma once
#include "deploy_plan/assignment.hpp"
#include "deploy_plan/document.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/measure.hpp"
#include "deploy_plan/publication.hpp"
#include "deploy_plan/roll_out.hpp"
#include "deploy_plan/trial_design.hpp"
#include "deploy_plan/week.hpp"
#include <concepts>

namespace deploy_plan {

/// An answer laid out for people, in both languages until a format writes it.
[[nodiscard]] Document document_of(const Gap& gap);
[[nodiscard]] Document document_of(const Ranking& ranking);
[[nodiscard]] Document document_of(const Plan& plan);
[[nodiscard]] Document document_of(const Week& week);
[[nodiscard]] Document document_of(const Forecast& forecast);
[[nodiscard]] Document document_of(const StrategyTrials& told);
[[nodiscard]] Document document_of(const DesignedTrial& designed);
[[nodiscard]] Document document_of(const Assignment& assignment);
[[nodiscard]] Document document_of(const RollOut& roll_out);
[[nodiscard]] Document document_of(const NextTest& next);
[[nodiscard]] Document document_of(const Measured& measured);
[[nodiscard]] Document document_of(const PublicPage& page);
/// Of several strategies, one after the other.
[[nodiscard]] Document document_of(std::span<const Measured> measured, Date as_of);
/// Where several strategies stand, a row each.
[[nodiscard]] Document document_of(std::span<const Gap> gaps, Date as_of);

/// An answer as one JSON value in UTF-8, its line break included: English keys, shares as fractions of one,
/// null for what is not known, no NaN and no infinity. `answer_schemas` describes it; bytes that are no UTF-8
/// become U+FFFD, and what could command a terminal stands as escapes.
[[nodiscard]] std::string json_of(const Gap& gap);
[[nodiscard]] std::string json_of(const Ranking& ranking);
[[nodiscard]] std::string json_of(const Plan& plan);
[[nodiscard]] std::string json_of(const Week& week);
[[nodiscard]] std::string json_of(const Forecast& forecast);
[[nodiscard]] std::string json_of(const StrategyTrials& told);
[[nodiscard]] std::string json_of(const DesignedTrial& designed);
[[nodiscard]] std::string json_of(const Assignment& assignment);
[[nodiscard]] std::string json_of(const RollOut& roll_out);
[[nodiscard]] std::string json_of(const NextTest& next);
[[nodiscard]] std::string json_of(const Measured& measured);
[[nodiscard]] std::string json_of(const PublicPage& page);
[[nodiscard]] std::string json_of(std::span<const Measured> measured, Date as_of);
/// Of several strategies in one value, each as it would stand alone; of one, that one's.
[[nodiscard]] std::string json_of(std::span<const Gap> gaps, Date as_of);

/// A document in a format, by its name among `document_formats`. Throws std::invalid_argument where there is
/// none of that name.
[[nodiscard]] std::string render(const Document& document, std::string_view format,
                                 const RenderOptions& options = {});

/// What has a document and JSON.
template <class T>
concept Told = requires(const T& answer) {
  { document_of(answer) } -> std::same_as<Document>;
  { json_of(answer) } -> std::same_as<std::string>;
};
/// An answer in a format: "json", or one of documents. Throws as the latter does.
template <Told Answer>
[[nodiscard]] std::string render(const Answer& answer, std::string_view format,
                                 const RenderOptions& options = {}) {
  return format == "json" ? json_of(answer) : render(document_of(answer), format, options);
}

} // namespace deploy_plan

// Paths into the JSON of answers: keys, and elements by what names them, joined with dots.
#pragma once
#include "deploy_plan/text.hpp"
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace deploy_plan::report {

/// Whether a word of a path names a key, in either language.
[[nodiscard]] bool names_key(std::string_view part, const std::string& key);
/// The id, stage, family or model that names an element of an array; empty where it has none.
[[nodiscard]] std::string_view naming_value(const nlohmann::ordered_json& element);
/// A path as a language writes it: "gap.market.share.target" is « écart.marché.part.cible ».
[[nodiscard]] std::string localized_path(std::string_view path, Language language);
[[nodiscard]] Words path_words(std::string_view path);
/// Whether two paths are the same, each in either language.
[[nodiscard]] bool is_same_path(std::string_view asked, std::string_view path);

/// Calls `visit` with each value that is no container, and its path.
using VisitValue = std::function<void(const std::string& path, const nlohmann::ordered_json& value)>;
void each_value(const nlohmann::ordered_json& answer, const std::string& path, const VisitValue& visit);

/// What a figure counts, by its path.
enum class FigureKind { number, share, money };
[[nodiscard]] FigureKind kind_of_figure(std::string_view path);

} // namespace deploy_plan::report

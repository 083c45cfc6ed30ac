// A public page in the making: what each of its parts is told from.
#pragma once
#include "analysis/publication/counts.hpp"

namespace deploy_plan::publication {

struct Publishing {
  const Strategy& strategy;
  Date day;
  const PublicationOptions& options;
  PublicCounts counts;
  PublicPage page = {};

  [[nodiscard]] const std::optional<Tier>& tier_of(std::size_t which, std::size_t place) const {
    const Market& market = strategy.market;
    return place == 0 ? market.*public_tiers[which].whole
                      : market.segments[place - 1].*public_tiers[which].part;
  }
  /// The day of a tier's figure.
  [[nodiscard]] std::optional<Date> day_of(std::size_t which, std::size_t place) const {
    const auto seen = figure_of(tier_of(which, place), day);
    return seen ? seen->as_of : std::nullopt;
  }
  [[nodiscard]] std::string name_of_place(std::size_t place) const {
    return place == 0 ? std::string() : segment_name(strategy.market, strategy.market.segments[place - 1].id);
  }
};

[[nodiscard]] inline Words both(const std::string& name) { return {name, name}; }
[[nodiscard]] inline Words both(Text text) { return {std::string(text.en), std::string(text.fr)}; }
[[nodiscard]] inline std::string method_of(const std::optional<Measurement>& measured) {
  return measured ? measured->method : std::string();
}

inline constexpr Text reckoned{"reckoned from figures of this page",
                               "calculé à partir de chiffres de cette page"};
/// What the share of a tier that is covered is, and where it comes from: both tiers' sources.
[[nodiscard]] Words definition_of_share(std::size_t tier);
[[nodiscard]] std::string source_of_share(const Publishing& at, std::size_t tier, std::size_t place);

void tell_tiers(Publishing& at);
void tell_shares(Publishing& at);
void tell_objectives(Publishing& at);
void tell_share_goals(Publishing& at);
void tell_trend(Publishing& at);
void tell_means(Publishing& at);

} // namespace deploy_plan::publication

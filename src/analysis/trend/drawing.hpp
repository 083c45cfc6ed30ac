// Possible futures of a fitted combination.
#pragma once
#include "analysis/trend/combination.hpp"

namespace deploy_plan::analysis::trends {

/// A step of a grid that begins at the newest observation, and is the same whatever is asked: 24 of one
/// length, 24 of three, 24 of twelve, and so on.
struct GridStep {
  std::size_t number = 0;
  double begin = 0, length = 1;

  [[nodiscard]] double end() const { return begin + length; }
  [[nodiscard]] GridStep next() const;
};

class Drawing {
public:
  /// With what bounds it in the series' own unit.
  Drawing(const Past& past, const Combination& combination, const Observation& newest, double most);

  void draw(Random stream, std::span<const Date> days, std::span<double> values) const;

private:
  /// A step, with what it holds for every future.
  struct Part {
    GridStep step;
    Stretch stretch;
    Coefficients seasonal{}; ///< the features of a season
    double wandered = 0;     ///< how far the pace leads that wanders with the root of the time
  };
  struct Weighed {
    Member member;
    double up_to = 0; ///< of the first uniform number
  };
  class Path;

  [[nodiscard]] Part part(const GridStep& step) const;

  std::vector<Weighed> members_;
  std::vector<Part> parts_; ///< the first: what lies farther is made when it is asked for
  bool has_season_ = false;
  std::vector<KnownEvent> known_;
  std::vector<EventPlace> estimated_;
  double steps_a_year_;
  Observation observed_; ///< the newest
  double bound_;
  double steps_a_day_, scale_, newest_, known_from_, least_, floor_, most_, widened_;
};

} // namespace deploy_plan::analysis::trends

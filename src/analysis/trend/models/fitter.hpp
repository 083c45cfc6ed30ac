// Fits of members to what was known at one time.
#pragma once
#include "analysis/trend/models/member.hpp"

namespace deploy_plan::analysis::trends {

/// Weighted least squares on increments, with features at the middle of each: the interval form (Srinivasan
/// and Mason 1986), linear in the coefficients.
class Fitter {
public:
  /// Of the first so many increments of one's own, and those of related segments that ended by then.
  Fitter(const Past& past, std::size_t increments);

  /// Nothing where the model does not hold.
  [[nodiscard]] std::optional<Member> fit(const Form& form);
  /// The value that the last of them ends at.
  [[nodiscard]] double newest() const { return newest_; }

private:
  struct Levels {
    std::vector<double> times, values;
  };

  const Past& past_;
  std::size_t first_own_; ///< of the rows
  double newest_ = 0;
  double now_ = 0;
  std::vector<Increment> rows_; ///< related ones first, then one's own
  std::vector<double> gained_, means_, variances_, weights_;
  std::vector<Coefficients> features_;
  double weighed_for_ = -1; ///< the discount that weights_ are for

  void weigh(double discount);
  void begin(const Form& form);
  [[nodiscard]] bool solve(Member& member);
  void expect(const Member& member);
  void judge(Member& member) const;
  [[nodiscard]] std::optional<Levels> levels() const;
  [[nodiscard]] std::optional<Member> line(Member member) const;
};

} // namespace deploy_plan::analysis::trends

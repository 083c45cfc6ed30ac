// Every model, with every ceiling, fitted to what was known at one time.
#include "analysis/trend/combination.hpp"
#include "analysis/trend/models/fitter.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis::trends {
namespace {

struct Kind {
  TrendModel model{};
  double discount = 0; ///< of an increment, for each step of its age
  double prior = 1;    ///< a weight before anything was foretold
};
/// Bates and Granger's weights would be equal to begin with. Growth has three models and the pace of late
/// two, which resemble one another; a line is rarely what adoption follows.
constexpr std::array<Kind, family_count> kinds{{{TrendModel::line, 0, 0.5},
                                                {TrendModel::random_walk, 0, 1},
                                                {TrendModel::local_trend, 0.15, 0.7},
                                                {TrendModel::local_trend, 0.35, 0.7},
                                                {TrendModel::seasonal, 0, 1.2},
                                                {TrendModel::logistic, 0, 1.2},
                                                {TrendModel::bass, 0, 1.2},
                                                {TrendModel::gompertz, 0, 1.2}}};

/// Of the logarithm of a ceiling around the addressed market; where no market is known, around thrice the
/// value.
constexpr double ceiling_deviation = 0.8;
constexpr double free_deviation = 2;
constexpr double free_centre = 3;
/// The farthest ceiling, in values, where nothing else bounds it; the nearest is above the value by so much
/// of it.
constexpr double farthest_ceiling = 20;
constexpr double nearest_ceiling = 0.004;
/// Places of ceilings lie evenly in the logarithm of what is left. A belief even in that of the ceiling would
/// have an exponent of 1; this leaves more to a market that is nearly full than its size would.
constexpr double nearness = 0.3;
/// A share of belief that is not worth a member.
constexpr double next_to_nothing = 1e-3;
/// Figures a year, at least, for a season to be seen in.
constexpr double seasonal_steps = 3.5;

class Fits {
public:
  Fits(const Past& past, const Choice& choice, std::size_t increments, std::size_t ceilings)
      : past_(past), choice_(choice), fitter_(past, increments), ceilings_(ceilings) {}

  Families families() {
    Families all;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      all[i].model = kinds[i].model;
      all[i].prior = kinds[i].prior;
      if (is_wanted(kinds[i].model))
        fit(kinds[i], all[i]);
    }
    return all;
  }

private:
  const Past& past_;
  const Choice& choice_;
  Fitter fitter_;
  std::size_t ceilings_;

  bool is_wanted(TrendModel model) const {
    if (model == TrendModel::seasonal && past_.steps_a_year() < seasonal_steps)
      return false;
    // Before two years nobody can tell a season; among others, it leaves room for one.
    return !choice_.only ||
           (*choice_.only == model && (model != TrendModel::seasonal || past_.tells_season()));
  }

  void fit(const Kind& kind, Family& family) {
    Form form{kind.model, kind.discount, 0, past_.steps_a_year(), past_.estimated.size(), 0};
    if (past_.may_saturate && std::isfinite(past_.most))
      form.most = past_.most;
    if (!form.grows()) {
      if (const auto member = fitter_.fit(form))
        family.members.push_back({*member, 1});
      return;
    }
    if (!past_.may_saturate)
      return;
    std::vector<double> beliefs;
    for (const double ceiling : ceilings()) {
      form.ceiling = ceiling;
      if (const auto member = fitter_.fit(form)) {
        family.members.push_back({*member, 0});
        beliefs.push_back(member->log_likelihood + log_prior(ceiling));
      }
    }
    share_out(beliefs, family);
  }

  std::vector<double> ceilings() const {
    const double newest = fitter_.newest();
    if (choice_.ceiling)
      return *choice_.ceiling > newest ? std::vector{*choice_.ceiling} : std::vector<double>{};
    const double free = farthest_ceiling * std::max(newest, past_.addressed);
    const double far = std::min(past_.most, free) - newest;
    const double near = nearest_ceiling * newest;
    std::vector<double> all;
    if (!(newest > 0 && far > near))
      return all;
    const double width = std::log(far / near) / static_cast<double>(ceilings_);
    for (std::size_t i = 0; i < ceilings_; ++i)
      all.push_back(newest + near * std::exp(width * (static_cast<double>(i) + 0.5)));
    return all;
  }

  /// Lognormal around the addressed market.
  double log_prior(double ceiling) const {
    if (choice_.ceiling)
      return 0;
    const bool is_known = !choice_.ceiling_free && past_.addressed > 0;
    const double centre = is_known ? past_.addressed : free_centre * fitter_.newest();
    const double off = std::log(ceiling / centre) / (is_known ? ceiling_deviation : free_deviation);
    return nearness * std::log((ceiling - fitter_.newest()) / ceiling) - off * off / 2;
  }

  static void share_out(const std::vector<double>& beliefs, Family& family) {
    if (beliefs.empty())
      return;
    const double most = *std::max_element(beliefs.begin(), beliefs.end());
    double sum = 0;
    for (std::size_t i = 0; i < beliefs.size(); ++i)
      sum += family.members[i].share = std::exp(beliefs[i] - most);
    std::erase_if(family.members, [&](const FamilyMember& one) { return one.share < next_to_nothing * sum; });
    sum = 0;
    for (const FamilyMember& one : family.members)
      sum += one.share;
    for (FamilyMember& one : family.members)
      one.share /= sum;
  }
};
} // namespace

Families families_of(const Past& past, const Choice& choice, std::size_t increments, std::size_t ceilings) {
  return Fits(past, choice, increments, ceilings).families();
}

} // namespace deploy_plan::analysis::trends

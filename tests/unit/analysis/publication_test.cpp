// What is published: small counts that no subtraction finds, goals first set and revised, what it cost.
#include "analysis/publication/masking.hpp"
#include "catch.hpp"
#include "deploy_plan/publication.hpp"
#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <set>

using namespace deploy_plan;
using publication::Counts;

namespace {

/// One who knows all that is told, what holds among counts, and which of the masked ones are small, tries
/// every other set of counts.
class Solver {
public:
  Solver(const Counts& counts, std::vector<bool> masked, double least)
      : truth_(counts), masked_(std::move(masked)), least_(least), guess_(counts.values),
        possible_(counts.values.size()) {
    for (const auto& sum : counts.sums) {
      double rest = counts.values[sum.total];
      for (const std::size_t part : sum.parts)
        rest -= counts.values[part];
      missing_.push_back(rest);
    }
    try_from(0);
  }
  /// A small count of which only one value is possible.
  std::optional<std::size_t> found() const {
    for (std::size_t i = 0; i < masked_.size(); ++i)
      if (truth_.values[i] < least_ && (!masked_[i] || possible_[i].size() < 2))
        return i;
    return std::nullopt;
  }

private:
  static constexpr double most = 12;
  const Counts& truth_;
  const std::vector<bool> masked_;
  const double least_;
  std::vector<double> guess_;
  std::vector<double> missing_;
  std::vector<std::set<double>> possible_;

  void try_from(std::size_t i) {
    if (i == guess_.size()) {
      if (agrees())
        for (std::size_t at = 0; at < guess_.size(); ++at)
          possible_[at].insert(guess_[at]);
      return;
    }
    if (!masked_[i])
      return try_from(i + 1);
    const bool is_small = truth_.values[i] < least_;
    for (double value = is_small ? 0 : least_; value < (is_small ? least_ : most); ++value) {
      guess_[i] = value;
      try_from(i + 1);
    }
    guess_[i] = truth_.values[i];
  }
  bool agrees() const {
    for (std::size_t i = 0; i < truth_.sums.size(); ++i) {
      double rest = guess_[truth_.sums[i].total];
      for (const std::size_t part : truth_.sums[i].parts)
        rest -= guess_[part];
      if (rest != missing_[i])
        return false;
    }
    return std::all_of(truth_.orders.begin(), truth_.orders.end(),
                       [&](const auto& order) { return guess_[order.less] <= guess_[order.more]; });
  }
};

std::vector<bool> primary(const Counts& counts, double least) {
  std::vector<bool> small;
  for (const double value : counts.values)
    small.push_back(value < least);
  return small;
}

/// A tier of segments and their total, and maybe one above it, at random.
Counts random_counts(std::mt19937& random, std::size_t segments, bool has_two) {
  Counts counts;
  const auto add_tier = [&](const std::function<double(std::size_t)>& size) {
    const std::size_t total = counts.values.size();
    counts.values.push_back(0);
    publication::Sum sum{total, {}};
    for (std::size_t i = 0; i < segments; ++i) {
      sum.parts.push_back(counts.values.size());
      counts.values.push_back(size(i));
      counts.values[total] += counts.values.back();
    }
    counts.sums.push_back(sum);
  };
  add_tier([&](std::size_t) { return static_cast<double>(random() % 7); });
  if (has_two) {
    add_tier([&](std::size_t i) { return counts.values[1 + i] + static_cast<double>(random() % 3); });
    for (std::size_t i = 0; i <= segments; ++i)
      counts.orders.push_back({i, segments + 1 + i});
  }
  return counts;
}
} // namespace

TEST_CASE("no subtraction finds a masked count") {
  std::mt19937 random(22); // NOLINT(cert-msc51-cpp): the same tables each time
  std::size_t undone = 0, all = 0, masked_in_all = 0;
  for (int i = 0; i < 400; ++i) {
    const bool has_two = i % 4 == 0;
    const Counts counts = random_counts(random, has_two ? 2 : 2 + random() % 2, has_two);
    const auto masked = publication::masked(counts, 3);
    INFO("table " << i);
    CHECK_FALSE(Solver(counts, masked, 3).found());
    undone += Solver(counts, primary(counts, 3), 3).found().has_value();
    masked_in_all += std::all_of(masked.begin(), masked.end(), [](bool one) { return one; });
    ++all;
  }
  CHECK(undone > all / 4);        // small counts alone are found: the solver solves
  CHECK(masked_in_all < all / 2); // nor is all of it masked
}

TEST_CASE("parts are masked before their total, as few as it takes") {
  const Counts table{{153, 3, 50, 100}, {{0, {1, 2, 3}}}, {}};
  CHECK(publication::masked(table, 5) == std::vector<bool>{false, true, true, false});
  const Counts zeros{
      {150, 0, 0, 50, 100}, {{0, {1, 2, 3, 4}}}, {}}; // 0 + 0: each would be known from their sum
  CHECK(publication::masked(zeros, 5) == std::vector<bool>{false, true, true, true, false});
  const Counts bounded{{153, 3, 50, 100, 50}, {{0, {1, 2, 3}}}, {{2, 4}}}; // the second cannot be above 50
  CHECK(publication::masked(bounded, 5)[1]);
  CHECK(publication::masked(table, 1) == std::vector<bool>(4));
  CHECK(publication::masked({}, 5).empty());
}

namespace {

Date day_of(int day) { return Date{std::chrono::days{day}}; }
Tier tier_of(std::int64_t size) {
  Tier tier;
  tier.size = size;
  return tier;
}
Series series_of(const std::vector<double>& values) {
  Series series;
  for (std::size_t i = 0; i < values.size(); ++i)
    series.points.push_back({day_of(20000 + static_cast<int>(i)), values[i], {}});
  return series;
}
Strategy towns() {
  Strategy strategy;
  strategy.market.unit = "town";
  strategy.market.target = tier_of(100);
  strategy.market.penetrated = Tier{};
  strategy.market.penetrated->observations = series_of({2, 4, 40});
  strategy.market.viability = Viability{.annual_cost = 4000, .max_cost_per_beneficiary = {}, .origin = {}};
  for (const auto& [id, covered, target] :
       {std::tuple{"north", 3, 30}, {"south", 17, 30}, {"west", 20, 40}}) {
    Segment segment;
    segment.id = id;
    segment.penetrated = tier_of(covered);
    segment.target = tier_of(target);
    strategy.market.segments.push_back(segment);
  }
  Objective objective;
  objective.id = "towns";
  objective.stage = Stage::activation;
  objective.metric.unit = "town";
  objective.target = {90, day_of(20400), {}, {}};
  objective.observations = series_of({40});
  strategy.objectives.push_back(objective);
  strategy.north_star = NorthStar{.objective = "towns", .from = {}, .until = {}, .origin = {}};
  return strategy;
}
const PublicFigure& figure(const PublicPage& page, std::string_view id) {
  const auto found = std::find_if(page.figures.begin(), page.figures.end(),
                                  [&](const PublicFigure& one) { return one.id == id; });
  REQUIRE(found != page.figures.end());
  return *found;
}
} // namespace

TEST_CASE("what is reckoned from a masked count is masked with it") {
  const PublicPage page = publish(towns(), day_of(20100), {});
  CHECK(figure(page, "segments.north.penetrated").disclosure == Disclosure::masked);
  CHECK(figure(page, "segments.north.share_of_target").disclosure == Disclosure::masked);
  CHECK(figure(page, "segments.south.penetrated").disclosure == Disclosure::masked);
  CHECK(figure(page, "segments.south.share_of_target").disclosure == Disclosure::masked);
  CHECK(figure(page, "segments.west.penetrated").value == 20);
  CHECK(figure(page, "segments.west.share_of_target").value == 0.5);
  CHECK(figure(page, "market.penetrated").value == 40);
  CHECK(figure(page, "market.cost_by_beneficiary").value == 100);
  CHECK(page.masked >= 6);
}

TEST_CASE("cost over time is told from the day that enough are covered") {
  const PublicPage page = publish(towns(), day_of(20100), {});
  REQUIRE(page.trend.size() == 3);
  CHECK(page.trend[0].disclosure == Disclosure::masked);
  CHECK_FALSE(page.trend[1].covered);
  CHECK_FALSE(page.trend[1].cost_by_beneficiary);
  CHECK(page.trend[2].cost_by_beneficiary == 100);
}

TEST_CASE("segments' sum on another day does not undo what is masked on this one") {
  Strategy strategy = towns();
  strategy.market.segments.pop_back();
  strategy.market.penetrated->observations =
      series_of({20, 40}); // the segments' figures are of the first day
  const PublicPage page = publish(strategy, day_of(20100), {});
  CHECK(figure(page, "segments.north.penetrated").disclosure == Disclosure::masked);
  CHECK(figure(page, "segments.south.penetrated").disclosure == Disclosure::masked);
}

TEST_CASE("a goal is first what the oldest version that has it says, and revised where it is another now") {
  Strategy older = towns(), oldest = towns();
  older.objectives[0].target.value = 80;
  oldest.objectives.clear();
  const Strategy versions[] = {oldest, older};
  const PublicPage page = publish(towns(), day_of(20100), {.min_count = 5, .earlier = versions});
  REQUIRE(page.goals.size() == 1);
  CHECK(page.goals[0].is_north_star);
  CHECK(page.goals[0].first.value == 80);
  REQUIRE(page.goals[0].revised);
  CHECK(page.goals[0].revised->value == 90);
  CHECK(page.goals[0].realised == 40);
  const PublicPage alone = publish(towns(), day_of(20100), {});
  CHECK(alone.goals[0].first.value == 90);
  CHECK_FALSE(alone.goals[0].revised);
  CHECK(alone.earlier_versions == 0);
}

TEST_CASE("a rate that gives back a masked count is masked too") {
  Strategy strategy = towns();
  Objective rate;
  rate.id = "north";
  rate.segment = "north";
  rate.metric.scale = Scale::rate;
  rate.observations = series_of({0.1}); // 3 of 30
  strategy.objectives.push_back(rate);
  rate.id = "returns";
  rate.observations = series_of({0.6});
  strategy.objectives.push_back(rate);
  const PublicPage page = publish(strategy, day_of(20100), {});
  CHECK(figure(page, "objectives.north.realised").disclosure == Disclosure::masked);
  CHECK(figure(page, "objectives.returns.realised").value == 0.6);
}

namespace {

/// What one sees who is told a page: every figure of it, and nothing else.
std::string seen_in(const PublicPage& page) {
  std::string all;
  const auto add = [&](const std::string& id, Disclosure disclosure, const std::optional<double>& value) {
    all += id + " " + std::to_string(static_cast<int>(disclosure)) + " " +
           (value ? std::to_string(*value) : "-") + "\n";
  };
  for (const PublicFigure& one : page.figures)
    add(one.id, one.disclosure, one.value);
  for (const PublicGoal& one : page.goals)
    add(one.id, one.disclosure, one.realised);
  for (const PublicPoint& one : page.trend) {
    add("covered", one.disclosure, one.covered);
    add("cost", one.disclosure, one.cost_by_beneficiary);
  }
  return all + std::to_string(page.masked);
}

/// Towns whose segments have so many covered, that add up to the whole; some days before, as many less `ago`.
Strategy towns_with(const std::vector<double>& covered, const std::vector<double>& targets, double ago) {
  Strategy strategy = towns();
  double all = 0, wanted = 0;
  strategy.market.segments.clear();
  for (std::size_t i = 0; i < covered.size(); ++i) {
    Segment segment;
    segment.id = "s" + std::to_string(i);
    segment.penetrated = tier_of(static_cast<std::int64_t>(covered[i]));
    segment.target = tier_of(static_cast<std::int64_t>(targets[i]));
    strategy.market.segments.push_back(segment);
    all += covered[i];
    wanted += targets[i];
  }
  strategy.market.target = tier_of(static_cast<std::int64_t>(wanted));
  strategy.market.penetrated->observations = series_of({std::max(0.0, all - ago), all});
  strategy.objectives[0].observations = series_of({all});
  return strategy;
}
} // namespace

TEST_CASE("zeros are told before the launch, where all are, and masked from then on") {
  Strategy strategy = towns();
  strategy.market.penetrated->observations = series_of({0});
  strategy.objectives[0].observations = series_of({0});
  strategy.objectives.push_back(strategy.objectives[0]); // towns that were written to: some, or none
  strategy.objectives[1].id = "written-to";
  strategy.objectives[1].stage = Stage::acquisition;
  for (Segment& segment : strategy.market.segments)
    segment.penetrated = tier_of(0);
  const PublicPage open = publish(strategy, day_of(20100), {});
  CHECK(figure(open, "segments.south.penetrated").disclosure == Disclosure::masked);
  CHECK(figure(open, "market.penetrated").disclosure == Disclosure::masked);
  strategy.solution.emplace().launched = day_of(20200);
  const PublicPage before = publish(strategy, day_of(20100), {});
  CHECK(before.masked == 1);
  CHECK(figure(before, "objectives.written-to.realised").disclosure == Disclosure::masked);
  CHECK(figure(before, "market.penetrated").value == 0);
  CHECK(figure(before, "market.share_of_target").value == 0);
  CHECK(figure(before, "segments.south.penetrated").value == 0);
  CHECK(figure(before, "objectives.towns.realised").value == 0);
  CHECK_FALSE(figure(before, "market.cost_by_beneficiary").value);
  REQUIRE(before.trend.size() == 1);
  CHECK(before.trend[0].covered == 0);
  const PublicPage strict = publish(strategy, day_of(20100), {.min_count = 2, .earlier = {}});
  CHECK(figure(strict, "market.penetrated").disclosure == Disclosure::masked);
  CHECK(figure(publish(strategy, day_of(20200), {}), "market.penetrated").disclosure == Disclosure::masked);
  strategy.market.segments[1].penetrated = tier_of(2); // a trial before the launch: where, is not told
  strategy.market.penetrated->observations = series_of({2});
  const PublicPage trial = publish(strategy, day_of(20100), {});
  for (const char* segment : {"north", "south", "west"})
    CHECK(figure(trial, "segments." + std::string(segment) + ".penetrated").disclosure == Disclosure::masked);
}

// Told, it would tell of the others that each is 1 at least: four of them under a masked total would be 1.
TEST_CASE("a segment that nothing reaches hides others") {
  Strategy strategy = towns();
  strategy.market.segments[0].addressed = tier_of(0);
  CHECK(figure(publish(strategy, day_of(20100), {}), "segments.north.addressed").disclosure ==
        Disclosure::masked);
}

TEST_CASE("no objective gives back a masked count by division") {
  Strategy strategy = towns();
  strategy.budget = Budget{.money = 900, .days = {}, .day_rate = {}, .currency = {}, .terms = {}};
  const auto add = [&](const std::string& id, const std::string& segment, Scale scale,
                       const std::string& unit, double value) {
    Objective& objective = strategy.objectives.emplace_back();
    objective.id = id;
    objective.segment = segment;
    objective.metric.scale = scale;
    objective.metric.unit = unit;
    objective.observations = series_of({0, 0, value});
  };
  add("left", "north", Scale::rate, "", 0.9);              // 27 of 30 are not covered
  add("points", "north", Scale::count, "%", 10);           // 3 of 30
  add("cost", "north", Scale::count, "EUR", 1333);         // 4000 a year for 3
  add("budget", "north", Scale::count, "EUR", 300);        // 900 for 3
  add("back", "west", Scale::count, "town", 2);            // a small count of its own, masked
  add("back-share", "west", Scale::rate, "", 0.1);         // of the 20 that are covered
  add("early", "", Scale::rate, "", 0.4);                  // 40 of 100, both told
  add("south-cost", "south", Scale::count, "EUR", 235.29); // 4000 for the 17 that hide the 3
  add("satisfied", "west", Scale::rate, "", 0.83);
  add("euros", "west", Scale::count, "EUR", 200); // 4000 for 20: told
  const PublicPage page = publish(strategy, day_of(20100), {});
  for (const char* masked : {"left", "points", "cost", "budget", "back", "back-share", "south-cost"}) {
    INFO(masked);
    CHECK(figure(page, "objectives." + std::string(masked) + ".realised").disclosure == Disclosure::masked);
  }
  for (const char* told : {"early", "satisfied", "euros"}) {
    INFO(told);
    CHECK(figure(page, "objectives." + std::string(told) + ".realised").disclosure == Disclosure::told);
  }
}

// Stronger than to solve what is told: one who knows how masks are chosen, and tries every strategy, finds
// more than one that gives the same page, of which no small count is alike in all.
namespace {

/// Beside what is covered, what may be told of it: as a share in whole points, and as what is left of one;
/// and how many of a segment come back, with their share.
Strategy towns_told_by_division(const std::vector<double>& covered, const std::vector<double>& targets,
                                double back) {
  Strategy strategy = towns_with(covered, targets, 4);
  const auto add = [&](const std::string& id, std::size_t place, Scale scale, double value) {
    Objective& objective = strategy.objectives.emplace_back();
    objective.id = id;
    objective.segment = "s" + std::to_string(place);
    objective.stage = Stage::retention;
    objective.metric.scale = scale;
    objective.metric.unit = scale == Scale::rate ? "%" : "town";
    objective.observations = series_of({value});
  };
  const auto in_points = [](double share) { return std::round(100 * share) / 100; };
  add("share", 0, Scale::rate, in_points(covered[0] / targets[0]));
  add("left", 1, Scale::rate, in_points(1 - covered[1] / targets[1]));
  add("back", 0, Scale::count, back);
  add("back-share", 0, Scale::rate, covered[0] > 0 ? in_points(back / covered[0]) : 0);
  return strategy;
}

/// Counts that a page masks, though only one small value of each is possible for all that it tells.
struct Found {
  std::size_t pages = 0, small = 0;
};
/// In all worlds: how many each of three segments has covered, and how many of the first come back, up to
/// `most_back`.
Found found_in_worlds(
    const std::function<Strategy(const std::vector<double>& covered, double back)>& strategy_of,
    double most_back) {
  constexpr double least = 3, most = 12;
  struct Alike {
    std::vector<std::vector<double>> worlds;
    std::vector<bool> is_masked;
  };
  std::map<std::string, Alike> pages;
  const auto add = [&](const std::vector<double>& covered, double back) {
    const PublicPage page = publish(strategy_of(covered, back), day_of(20100),
                                    {.min_count = static_cast<std::int64_t>(least), .earlier = {}});
    Alike& alike = pages[seen_in(page)];
    alike.worlds.push_back({covered[0], covered[1], covered[2], back});
    alike.is_masked.clear();
    for (const char* id : {"segments.s0.penetrated", "segments.s1.penetrated", "segments.s2.penetrated"})
      alike.is_masked.push_back(figure(page, id).disclosure == Disclosure::masked);
    alike.is_masked.push_back(most_back > 0 &&
                              figure(page, "objectives.back.realised").disclosure == Disclosure::masked);
  };
  std::vector<double> covered(3);
  for (covered[0] = 0; covered[0] < most; ++covered[0])
    for (covered[1] = 0; covered[1] < most; ++covered[1])
      for (covered[2] = 0; covered[2] < most; ++covered[2])
        for (double back = 0; back <= std::min(most_back, covered[0]); ++back)
          add(covered, back);
  Found all{pages.size(), 0};
  for (const auto& [page, alike] : pages) {
    // Every strategy that has the total of a page was tried only where no count of it can be beyond those
    // tried.
    const auto& any = alike.worlds.front();
    if (any[0] + any[1] + any[2] >= most)
      continue;
    for (std::size_t i = 0; i < any.size(); ++i) {
      std::set<double> possible;
      for (const auto& world : alike.worlds)
        possible.insert(world[i]);
      if (*possible.begin() < least && alike.is_masked[i]) {
        ++all.small;
        INFO(page << "count " << i << " is " << *possible.begin());
        CHECK(possible.size() >= 2);
      }
    }
  }
  return all;
}
} // namespace

TEST_CASE("every page with a small count is that of another strategy too, in which it is another count") {
  const std::vector<double> targets{20, 21, 22};
  SECTION("of what is covered") {
    const Found all =
        found_in_worlds([&](const auto& covered, double) { return towns_with(covered, targets, 4); }, 0);
    CHECK(all.pages > 20); // most is told
    CHECK(all.small > 20);
  }
  SECTION("before the launch, when zeros are told") {
    const auto before = [&](const auto& covered, double) {
      Strategy strategy = towns_with(covered, targets, 4);
      strategy.solution.emplace().launched = day_of(20200);
      return strategy;
    };
    const Found all = found_in_worlds(before, 0);
    CHECK(all.pages > 20);
    CHECK(all.small > 20);
  }
  SECTION("with rates beside it") {
    const Found all = found_in_worlds(
        [&](const auto& covered, double back) { return towns_told_by_division(covered, targets, back); }, 4);
    CHECK(all.pages > 20);
    CHECK(all.small > 20);
  }
}

TEST_CASE("money that results say they took is what was spent") {
  Strategy strategy = towns();
  strategy.budget = Budget{.money = 1000, .days = 10, .day_rate = {}, .currency = {}, .terms = {}};
  strategy.actions.resize(1);
  strategy.actions[0].results = {
      {.date = day_of(20050), .runs = {}, .money = 300, .days = {}, .effect = 1, .segment = {}},
      {.date = day_of(20200), .runs = {}, .money = 500, .days = {}, .effect = 1, .segment = {}}};
  const PublicPage page = publish(strategy, day_of(20100), {});
  CHECK(figure(page, "budget.money.spent").value == 300);
  CHECK(figure(page, "budget.money.left").value == 700);
  CHECK(figure(page, "budget.days.spent").value == 0); // as briefs tell it
  strategy.actions[0].cost = Cost{.money = 100, .days = 2, .setup_money = {}, .setup_days = {}, .origin = {}};
  CHECK(figure(publish(strategy, day_of(20100), {}), "budget.days.spent").value == 2);
  strategy.actions.clear();
  CHECK_FALSE(figure(publish(strategy, day_of(20100), {}), "budget.money.spent").value);
}

TEST_CASE("a strategy that tells nothing has a page all the same") {
  const PublicPage page = publish(Strategy{}, day_of(20100), {});
  CHECK(page.goals.empty());
  CHECK(page.masked == 0);
}

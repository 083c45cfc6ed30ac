#include "deploy_plan/publication.hpp"
#include "analysis/publication/masking.hpp"
#include "deploy_plan/market.hpp"
#include <algorithm>
#include <array>

namespace deploy_plan {
namespace {

using publication::Counts;

/// The tiers, as pages tell them.
struct PublicTier {
  std::string_view id;
  std::optional<Tier> Market::*whole;
  std::optional<Tier> Segment::*part;
  std::optional<double> TierSizes::*size;
  ImpactAxis axis;
  Text name, definition;
};
constexpr std::array<PublicTier, 4> public_tiers{{
    {"penetrated",
     &Market::penetrated,
     &Segment::penetrated,
     &TierSizes::penetrated,
     ImpactAxis::used,
     {"covered", "couverts"},
     {"those who are covered now", "ceux qui sont couverts aujourd'hui"}},
    {"target",
     &Market::target,
     &Segment::target,
     &TierSizes::target,
     ImpactAxis::usable,
     {"target", "cible"},
     {"those chosen for the period", "ceux choisis pour la période"}},
    {"addressed",
     &Market::addressed,
     &Segment::addressed,
     &TierSizes::addressed,
     ImpactAxis::usable,
     {"within reach", "à portée"},
     {"those whom today's means can reach", "ceux que les moyens d'aujourd'hui permettent d'atteindre"}},
    {"addressable",
     &Market::addressable,
     &Segment::addressable,
     &TierSizes::addressable,
     ImpactAxis::usable,
     {"addressable", "adressables"},
     {"all who could ever use the solution", "tous ceux qui pourraient un jour utiliser la solution"}},
}};
constexpr std::size_t no_count = static_cast<std::size_t>(-1);

Words both(const std::string& name) { return {name, name}; }
Words both(Text text) { return {std::string(text.en), std::string(text.fr)}; }

std::string method_of(const std::optional<Measurement>& measured) {
  return measured ? measured->method : std::string();
}

ImpactAxis axis_of(const Objective& objective) {
  if (objective.stage == Stage::impact || objective.metric.kind == MetricKind::impact)
    return ImpactAxis::impactful;
  return objective.stage == Stage::retention || objective.stage == Stage::referral ? ImpactAxis::useful
                                                                                   : ImpactAxis::used;
}

class Publisher {
public:
  Publisher(const Strategy& of, Date on, const PublicationOptions& how)
      : strategy_(of), market_(of.market), day_(on), options_(how) {}

  PublicPage publish() {
    count_tiers();
    count_objectives();
    count_trend();
    relate();
    masked_ = publication::masked(counts_, options_.min_count);
    tell_page();
    tell_tiers();
    tell_shares();
    tell_objectives();
    tell_share_goals();
    tell_trend();
    tell_means();
    std::stable_sort(page_.figures.begin(), page_.figures.end(),
                     [](const PublicFigure& a, const PublicFigure& b) { return a.axis < b.axis; });
    std::stable_partition(page_.goals.begin(), page_.goals.end(),
                          [](const PublicGoal& goal) { return goal.is_north_star; });
    count_masked();
    return std::move(page_);
  }

private:
  const Strategy& strategy_;
  const Market& market_;
  const Date day_;
  const PublicationOptions& options_;
  PublicPage page_;
  Counts counts_;
  std::vector<bool> masked_;
  std::array<std::vector<std::size_t>, 4> tiers_{}; ///< counts of the whole, then of each segment
  std::vector<std::size_t> objectives_;             ///< likewise, of those that are counts
  std::vector<Observation> trend_days_;
  std::vector<std::size_t> trend_;

  std::size_t count(const std::optional<double>& value) {
    if (!value)
      return no_count;
    counts_.values.push_back(*value);
    return counts_.values.size() - 1;
  }
  void count_tiers() {
    const TierSizes whole = tier_sizes(market_, day_);
    for (std::size_t i = 0; i < public_tiers.size(); ++i) {
      tiers_[i].push_back(count(whole.*public_tiers[i].size));
      for (const Segment& segment : market_.segments)
        tiers_[i].push_back(count(tier_sizes(segment, day_).*public_tiers[i].size));
    }
  }
  /// Where a segment's counts stand among those of a tier; nothing for one that there is not.
  std::optional<std::size_t> place_of(std::string_view segment) const {
    if (segment.empty())
      return 0;
    for (std::size_t i = 0; i < market_.segments.size(); ++i)
      if (market_.segments[i].id == segment)
        return i + 1;
    return std::nullopt;
  }
  static bool is_rate(const Objective& objective) { return objective.metric.scale == Scale::rate; }

  /// An objective that counts as many as a segment has covered is taken to count the same.
  void count_objectives() {
    for (const Objective& objective : strategy_.objectives) {
      const Observation* const newest = newest_observation(objective.observations, day_);
      const auto place = place_of(objective.segment);
      if (newest == nullptr || is_rate(objective)) {
        objectives_.push_back(no_count);
        continue;
      }
      const std::size_t covered = place ? tiers_[0][*place] : no_count;
      const bool is_same = covered != no_count && counts_.values[covered] == newest->value;
      objectives_.push_back(is_same ? covered : count(newest->value));
    }
  }
  void count_trend() {
    trend_days_ = penetrated_until(market_, day_);
    std::stable_sort(trend_days_.begin(), trend_days_.end(),
                     [](const Observation& a, const Observation& b) { return a.date < b.date; });
    // Of one day the last counts.
    const auto other =
        std::unique(trend_days_.rbegin(), trend_days_.rend(),
                    [](const Observation& a, const Observation& b) { return a.date == b.date; });
    trend_days_.erase(trend_days_.begin(), other.base());
    for (const Observation& seen : trend_days_)
      trend_.push_back(is_count_of(tiers_[0][0], seen.value) ? tiers_[0][0] : count(seen.value));
  }
  bool is_count_of(std::size_t place, double value) const {
    return place != no_count && counts_.values[place] == value;
  }

  void relate() {
    for (const auto& tier : tiers_)
      add_sum(tier.front(), {std::next(tier.begin()), tier.end()});
    // What was covered on another day tells of segments whose figures are of that day.
    const auto sum = segment_sums(market_, day_).penetrated;
    for (const std::size_t past : trend_)
      if (past != tiers_[0][0] && sum && is_count_of(past, *sum))
        add_sum(past, {std::next(tiers_[0].begin()), tiers_[0].end()});
    for (std::size_t i = 0; i + 1 < tiers_.size(); ++i)
      for (std::size_t place = 0; place < tiers_[i].size(); ++place)
        for (std::size_t above = i + 1; above < tiers_.size(); ++above)
          if (tiers_[i][place] != no_count && tiers_[above][place] != no_count)
            counts_.orders.push_back({tiers_[i][place], tiers_[above][place]});
    relate_objectives();
  }
  /// Objectives of segments that measure what one of the whole does add up to it.
  void relate_objectives() {
    for (std::size_t whole = 0; whole < strategy_.objectives.size(); ++whole) {
      const Objective& of = strategy_.objectives[whole];
      std::vector<std::size_t> parts;
      for (std::size_t i = 0; of.segment.empty() && i < strategy_.objectives.size(); ++i) {
        const Objective& other = strategy_.objectives[i];
        if (!other.segment.empty() && other.stage == of.stage && other.metric.unit == of.metric.unit)
          parts.push_back(objectives_[i]);
      }
      add_sum(objectives_[whole], parts);
    }
  }
  void add_sum(std::size_t total, std::vector<std::size_t> parts) {
    std::erase(parts, no_count);
    if (total != no_count && !parts.empty() && std::find(parts.begin(), parts.end(), total) == parts.end())
      counts_.sums.push_back({total, std::move(parts)});
  }

  void disclose(std::size_t place, std::optional<double>& value, Disclosure& disclosure) const {
    disclosure = place == no_count ? Disclosure::unknown
                 : masked_[place]  ? Disclosure::masked
                                   : Disclosure::told;
    value = disclosure == Disclosure::told ? std::optional(counts_.values[place]) : std::nullopt;
  }
  /// What is reckoned from counts, of which none may be masked.
  template <class Reckon>
  void reckon(std::initializer_list<std::size_t> from, std::optional<double>& value, Disclosure& disclosure,
              Reckon figure) const {
    for (const std::size_t place : from) {
      disclose(place, value, disclosure);
      if (disclosure != Disclosure::told)
        return void(value.reset());
    }
    value = figure();
    disclosure = value ? Disclosure::told : Disclosure::unknown;
  }
  static std::optional<double> ratio(double above, double below) {
    return below > 0 ? std::optional(above / below) : std::nullopt;
  }
  std::string name_of_place(std::size_t place) const {
    return place == 0 ? std::string() : segment_name(market_, market_.segments[place - 1].id);
  }
  std::string id_of_place(std::size_t place) const {
    return place == 0 ? "market." : "segments." + market_.segments[place - 1].id + ".";
  }
  const std::optional<Tier>& tier_of(const PublicTier& tier, std::size_t place) const {
    return place == 0 ? market_.*tier.whole : market_.segments[place - 1].*tier.part;
  }

  void tell_page() {
    page_.as_of = day_;
    page_.strategy = strategy_.name;
    if (strategy_.solution) {
      page_.solution = strategy_.solution->name;
      page_.description = strategy_.solution->description;
      page_.url = strategy_.solution->url;
      page_.launched = strategy_.solution->launched;
    }
    page_.unit = market_.unit;
    page_.currency = currency();
    page_.start = strategy_.period.start;
    page_.end = strategy_.period.end;
    page_.min_count = options_.min_count;
    page_.earlier_versions = static_cast<std::int64_t>(options_.earlier.size());
    if (strategy_.publication) {
      page_.licence = strategy_.publication->licence;
      page_.contact = strategy_.publication->contact;
      page_.accessibility_url = strategy_.publication->accessibility_url;
    }
  }
  std::string currency() const {
    return strategy_.budget && !strategy_.budget->currency.empty() ? strategy_.budget->currency : "EUR";
  }

  void tell_tiers() {
    for (std::size_t i = 0; i < public_tiers.size(); ++i)
      for (std::size_t place = 0; place < tiers_[i].size(); ++place) {
        const PublicTier& tier = public_tiers[i];
        PublicFigure figure{id_of_place(place) + std::string(tier.id),
                            tier.axis,
                            both(tier.name),
                            both(tier.definition),
                            name_of_place(place),
                            PublicKind::count,
                            market_.unit};
        disclose(tiers_[i][place], figure.value, figure.disclosure);
        if (const auto& given = tier_of(tier, place)) {
          figure.source = given->source;
          figure.method = method_of(given->measurement);
          if (const auto seen = figure_of(given, day_))
            figure.day = seen->as_of;
        }
        if (place == 0 || figure.disclosure != Disclosure::unknown)
          page_.figures.push_back(std::move(figure));
      }
  }
  void tell_shares() {
    static constexpr std::array<Text, 3> names{
        {{"share of the target covered", "part de la cible couverte"},
         {"share covered of those within reach", "part couverte de ceux à portée"},
         {"share covered of all who could be", "part couverte de tous ceux qui pourraient l'être"}}};
    for (std::size_t i = 1; i < public_tiers.size(); ++i)
      for (std::size_t place = 0; place < tiers_[i].size(); ++place) {
        const std::size_t covered = tiers_[0][place], of = tiers_[i][place];
        if (covered == no_count || of == no_count)
          continue;
        PublicFigure figure{id_of_place(place) + "share_of_" + std::string(public_tiers[i].id),
                            ImpactAxis::used,
                            both(names[i - 1]),
                            {"covered / " + std::string(public_tiers[i].name.en),
                             "couverts / " + std::string(public_tiers[i].name.fr)},
                            name_of_place(place),
                            PublicKind::share,
                            ""};
        reckon({covered, of}, figure.value, figure.disclosure,
               [&] { return ratio(counts_.values[covered], counts_.values[of]); });
        if (const auto seen = figure_of(tier_of(public_tiers[0], place), day_))
          figure.day = seen->as_of;
        page_.figures.push_back(std::move(figure));
      }
  }

  /// The oldest version that has a goal tells it as it was first set.
  template <class Goal, class Find, class TargetOf>
  void tell_targets(PublicGoal& told, const Goal& now, Find find, TargetOf target_of) const {
    const PublicTarget current = target_of(now);
    told.first = current;
    for (const Strategy& version : options_.earlier)
      if (const Goal* const was = find(version); was != nullptr) {
        told.first = target_of(*was);
        break;
      }
    if (told.first.value != current.value || told.first.by != current.by)
      told.revised = current;
  }

  void tell_objectives() {
    for (std::size_t i = 0; i < strategy_.objectives.size(); ++i) {
      const Objective& objective = strategy_.objectives[i];
      const auto place = place_of(objective.segment);
      PublicGoal goal;
      goal.id = "objectives." + objective.id;
      goal.name = both(objective.name.empty() ? objective.metric.name : objective.name);
      goal.definition = both(objective.metric.name);
      goal.segment = place ? name_of_place(*place) : objective.segment;
      goal.is_north_star = is_north_star(objective);
      goal.kind = is_rate(objective) ? PublicKind::rate : PublicKind::count;
      goal.unit = is_rate(objective)              ? ""
                  : objective.metric.unit.empty() ? market_.unit
                                                  : objective.metric.unit;
      tell_targets(
          goal, objective,
          [&](const Strategy& version) -> const Objective* {
            for (const Objective& was : version.objectives)
              if (was.id == objective.id)
                return &was;
            return nullptr;
          },
          [](const Objective& one) {
            return PublicTarget{one.target.value, one.target.by};
          });
      tell_realised(goal, objective, objectives_[i]);
      goal.method = method_of(objective.measurement);
      page_.figures.push_back({goal.id + ".realised", axis_of(objective), goal.name, goal.definition,
                               goal.segment, goal.kind, goal.unit, goal.realised, goal.disclosure, goal.day,
                               goal.source, goal.method});
      page_.goals.push_back(std::move(goal));
    }
  }
  bool is_north_star(const Objective& objective) const {
    const auto& star = strategy_.north_star;
    return star && star->objective == objective.id && (!star->from || *star->from <= day_) &&
           (!star->until || day_ <= *star->until);
  }
  void tell_realised(PublicGoal& goal, const Objective& objective, std::size_t place) const {
    disclose(place, goal.realised, goal.disclosure);
    const Observation* const newest = newest_observation(objective.observations, day_);
    if (newest == nullptr)
      return;
    goal.day = newest->date;
    if (is_rate(objective)) {
      goal.realised = newest->value;
      goal.disclosure = Disclosure::told;
    }
  }

  void tell_share_goals() {
    for (const ShareGoal& wanted : market_.share_goals) {
      const auto place = place_of(wanted.segment);
      const std::size_t tier = wanted.of == TierName::target ? 1 : wanted.of == TierName::addressed ? 2 : 3;
      if (!place)
        continue; // no figure is of a segment that there is not
      PublicGoal goal;
      goal.id = "share_goals." + id_of(wanted);
      goal.name = {"share covered: " + std::string(public_tiers[tier].name.en),
                   "part couverte : " + std::string(public_tiers[tier].name.fr)};
      goal.definition = {"covered / " + std::string(public_tiers[tier].name.en),
                         "couverts / " + std::string(public_tiers[tier].name.fr)};
      goal.segment = name_of_place(*place);
      goal.kind = PublicKind::share;
      tell_targets(
          goal, wanted, [&](const Strategy& version) { return same_goal(version, wanted); },
          [](const ShareGoal& one) {
            return PublicTarget{one.share, one.by};
          });
      const std::size_t covered = tiers_[0][*place], of = tiers_[tier][*place];
      reckon({covered, of}, goal.realised, goal.disclosure,
             [&] { return ratio(counts_.values[covered], counts_.values[of]); });
      if (const auto seen = figure_of(tier_of(public_tiers[0], *place), day_))
        goal.day = seen->as_of;
      page_.goals.push_back(std::move(goal));
    }
  }
  /// The goal of the same share, if it is the only one, whose day may have moved; else that of the same day.
  static const ShareGoal* same_goal(const Strategy& version, const ShareGoal& wanted) {
    const ShareGoal* only = nullptr;
    std::size_t alike = 0;
    for (const ShareGoal& was : version.market.share_goals)
      if (was.of == wanted.of && was.segment == wanted.segment) {
        if (was.by == wanted.by)
          return &was;
        only = &was;
        ++alike;
      }
    return alike == 1 ? only : nullptr;
  }

  void tell_trend() {
    const auto yearly = yearly_cost();
    for (std::size_t i = 0; i < trend_.size(); ++i) {
      PublicPoint point{trend_days_[i].date};
      disclose(trend_[i], point.covered, point.disclosure);
      if (point.covered && yearly)
        point.cost_by_beneficiary = ratio(*yearly, *point.covered);
      page_.trend.push_back(point);
    }
  }
  std::optional<double> yearly_cost() const {
    return market_.viability ? market_.viability->annual_cost : std::nullopt;
  }

  void tell_means() {
    PublicFigure by_one{
        "market.cost_by_beneficiary",
        ImpactAxis::efficient,
        both(Text{"yearly cost for one who is covered", "coût annuel par bénéficiaire couvert"}),
        both(Text{"yearly cost of the solution / covered", "coût annuel de la solution / couverts"}),
        "",
        PublicKind::money_by_unit,
        page_.currency};
    reckon({tiers_[0][0]}, by_one.value, by_one.disclosure, [&] {
      return yearly_cost() ? ratio(*yearly_cost(), counts_.values[tiers_[0][0]]) : std::nullopt;
    });
    page_.figures.push_back(std::move(by_one));
    tell_amount("market.annual_cost", {"yearly cost of the solution", "coût annuel de la solution"},
                {"what it costs a year", "ce qu'elle coûte par an"}, PublicKind::money, yearly_cost());
    if (strategy_.budget) {
      tell_budget("money", PublicKind::money, strategy_.budget->money, &Result::money);
      tell_budget("days", PublicKind::person_days, strategy_.budget->days, &Result::days);
    }
  }
  void tell_budget(const std::string& id, PublicKind kind, const std::optional<double>& given,
                   std::optional<double> Result::*part) {
    const bool is_money = kind == PublicKind::money;
    std::optional<double> spent;
    for (const Action& action : strategy_.actions)
      for (const Result& result : action.results)
        if (result.date <= day_ && result.*part)
          spent = spent.value_or(0) + *(result.*part);
    tell_amount("budget." + id + ".given",
                is_money ? Text{"budget", "budget"}
                         : Text{"budget in person-days", "budget en jours-personne"},
                {"for the period", "pour la période"}, kind, given);
    tell_amount("budget." + id + ".spent",
                is_money ? Text{"spent", "dépensé"} : Text{"person-days spent", "jours-personne passés"},
                {"by what was done and says it", "par ce qui est fait et le dit"}, kind, spent);
    tell_amount("budget." + id + ".left",
                is_money ? Text{"left", "reste"} : Text{"person-days left", "jours-personne restants"},
                {"budget less what was spent", "budget moins ce qui est dépensé"}, kind,
                given && spent ? std::optional(*given - *spent) : std::nullopt);
  }
  void tell_amount(std::string id, Text name, Text definition, PublicKind kind,
                   const std::optional<double>& value) {
    PublicFigure figure{std::move(id),
                        ImpactAxis::efficient,
                        both(name),
                        both(definition),
                        "",
                        kind,
                        kind == PublicKind::money ? page_.currency : std::string()};
    figure.value = value;
    figure.disclosure = value ? Disclosure::told : Disclosure::unknown;
    figure.day = value ? std::optional(day_) : std::nullopt;
    page_.figures.push_back(std::move(figure));
  }

  void count_masked() {
    const auto count_in = [&](const auto& all) {
      page_.masked += std::count_if(all.begin(), all.end(),
                                    [](const auto& one) { return one.disclosure == Disclosure::masked; });
    };
    count_in(page_.figures);
    count_in(page_.trend);
  }
};
} // namespace

PublicPage publish(const Strategy& public_part, Date day, const PublicationOptions& options) {
  return Publisher(public_part, day, options).publish();
}

} // namespace deploy_plan

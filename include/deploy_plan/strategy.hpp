// A deployment strategy, as the file says it: `schema` and `field_reference` tell the keys of its fields,
// their units and their bounds.
#pragma once
#include "deploy_plan/text.hpp"
#include <optional>
#include <string>
#include <vector>

namespace deploy_plan {

/// What people call what has a name and an id: the name, else the id.
template <class Named>
requires requires(const Named& one) {
  one.name.empty();
  one.id.empty();
}
[[nodiscard]] const std::string& name_of(const Named& one) { return one.name.empty() ? one.id : one.name; }

/// Where a record was read: lets a rule point back at the file without the values carrying their places.
struct Origin {
  std::uint32_t node = 0xFFFFFFFF;
  bool sound =
      true; ///< false when something in the record could not be read: what it says must not be judged
};

enum class SolutionKind { digital_service, regulation, subsidy, guidance, other };
enum class Axis { adoption, retention };
enum class TierName { addressable, addressed, target };
enum class Stage { acquisition, activation, retention, referral, impact };
enum class MetricKind { performance, impact };
enum class Scale { count, rate };
enum class Automation { none, manual, automated };
enum class Family { product, targeted_outreach, relays, communication, sponsors, regulation };
enum class Scope { common, specific };
enum class Relay { assisted, helpers, partners };
enum class Execution { automated, manual, mixed };
enum class Status { idea, testing, proven, scaling, stopped };
enum class Repeatability { one_off, occasional, repeatable, automatic };
enum class Protocol { ab, pilot, sequence, comparison };
enum class EventKind { step, pace, announcement };
enum class RuleSeverity { off, info, warning, error };

enum class MeasuringPeriod { day, week, month, quarter, year };

/// What is asked of a database for a figure to come by itself.
struct Query {
  std::string source; ///< a name: where it leads is the machine's to say
  std::string sql;    ///< as the file says it: the text, or the name of a .sql file beside it
  std::optional<MeasuringPeriod> period; ///< that a row's figure is of; see period_of
  std::optional<std::int64_t> late_days; ///< for which figures may still change; a period if left out
  std::string time_zone;                 ///< of the days, where the engine's own is another
  std::string text;                      ///< what is asked, once a named file was read
  Origin origin;
};

struct Solution {
  std::string name;
  std::optional<SolutionKind> kind;
  std::string description;
  std::string url;
  std::optional<Date> launched;
  Origin origin;
};

struct Period {
  Date start{};
  Date end{};
  Origin origin;
};

/// Days on which a member of the team is away.
struct Absence {
  Date from{}, until{}; ///< the first and the last
  Origin origin;
};

struct Member {
  std::string name;
  std::string role;
  std::vector<Axis> axes;
  std::optional<double> days; ///< person-days given over the period
  std::vector<Absence> absences;
  Origin origin = {};
};

struct Observation {
  Date date{};
  double value = 0;
  Origin origin;
  std::optional<Date> seen = {}; ///< the day it was measured; see known_on
};

/// The day from which an observation was known: that on which it was measured, else its own.
[[nodiscard]] inline Date known_on(const Observation& observation) {
  return observation.seen.value_or(observation.date);
}

/// Observations in the file, or in a CSV beside it.
struct Series {
  std::vector<Observation> points; ///< of each day the figure that was measured last
  std::string file;
  std::string metric;
  Origin origin;
  std::vector<Observation> revisions = {}; ///< that others replaced, or that are measured on days to come
};

struct Measurement {
  std::string method;
  std::optional<Automation> automation;
  std::optional<std::int64_t> every_days;
  std::optional<Query> query;
  Origin origin;
};

/// The period that a query's figures are of: what it says, else what `every_days` comes to; a day where
/// neither tells.
[[nodiscard]] MeasuringPeriod period_of(const Query& query, std::optional<std::int64_t> every_days);

/// A number of beneficiaries, and what it is known from.
struct Tier {
  std::optional<std::int64_t> size;
  std::optional<Date> as_of;
  std::string source;
  std::string note;
  std::optional<Measurement> measurement;
  std::optional<Series> observations; ///< over time; the newest by the day stands for the size
  Origin origin = {};
};

struct Segment {
  std::string id;
  std::string name;
  std::optional<Tier> addressable;
  std::optional<Tier> addressed;
  std::optional<Tier> target;
  std::optional<Tier> penetrated;
  Origin origin;
  std::string zone = {}; ///< as the file gives it: see zone_of
};

/// Where the path to a goal passes on its way.
struct Milestone {
  Date by{};
  double value = 0; ///< as the goal's own figure
  Origin origin;
};

struct ShareGoal {
  std::string id; ///< as the file gives it: see id_of
  TierName of{};
  double share = 0; ///< ]0, 1]
  Date by{};
  std::string segment;
  std::vector<Milestone> milestones;
  Origin origin;
};

/// The whole country, as PILOTE's zones name it.
inline constexpr std::string_view whole_country = "FRANCE";

/// The id that the file gives, else one made of tier, segment and day: "target-rural-2026-12-31".
[[nodiscard]] std::string id_of(const ShareGoal& goal);

struct Viability {
  std::optional<double> annual_cost;
  std::optional<double> max_cost_per_beneficiary;
  Origin origin;
};

struct Market {
  std::string unit;
  std::optional<Tier> addressable;
  std::optional<Tier> addressed;
  std::optional<Tier> target;
  std::optional<Tier> penetrated;
  std::vector<Segment> segments;
  std::vector<ShareGoal> share_goals;
  std::optional<Viability> viability;
  Origin origin;
  std::string zone = {};  ///< of the whole market, as the file gives it: see zone_of
  std::string units = {}; ///< the word for several; may be empty
};

/// The zone of a segment, as PILOTE names them: what the file gives, else its id; of the whole market (an
/// empty segment), what the file gives, else the whole country.
[[nodiscard]] std::string zone_of(const Market& market, std::string_view segment);

struct Metric {
  std::string name;
  std::string unit;
  std::optional<MetricKind> kind;
  std::optional<Scale> scale;
  Origin origin;
  std::string units = {}; ///< as the file gives it: see units_of
};

/// The word for several of what a metric counts: what the file gives, else the market's where it counts in
/// the market's unit; empty where neither is known.
[[nodiscard]] const std::string& units_of(const Metric& metric, const Market& market);

struct Baseline {
  Date date{};
  double value = 0;
  Origin origin;
};

struct ObjectiveTarget {
  double value = 0;
  Date by{};
  std::vector<Milestone> milestones;
  Origin origin;
};

struct Objective {
  std::string id;
  std::string name;
  Stage stage{};
  Metric metric;
  std::optional<Measurement> measurement;
  std::optional<Baseline> baseline;
  ObjectiveTarget target;
  std::optional<Series> observations;
  std::optional<std::int64_t> priority;
  std::string segment;
  std::optional<double> worth; ///< money, of one unit of its metric
  Origin origin;
  std::string indicator = {}; ///< as the file gives it: see indicator_of
};

/// What people call it: its name, else its metric's, else its id.
[[nodiscard]] inline const std::string& name_of(const Objective& objective) {
  return !objective.name.empty()          ? objective.name
         : !objective.metric.name.empty() ? objective.metric.name
                                          : objective.id;
}

/// What an objective is called where indicators of many administrations stand together, as in PILOTE: what
/// the file gives, else the metric of its rows, else its id.
[[nodiscard]] const std::string& indicator_of(const Objective& objective);

struct NorthStar {
  std::string objective;
  std::optional<Date> from;
  std::optional<Date> until;
  Origin origin;
};

struct Lever {
  Family family{};
  std::string name;
  std::optional<Scope> scope;
  std::optional<bool> available;
  std::optional<bool> relevant;
  std::string why;
  Origin origin;
};

/// A number that is not known exactly; a plain number is one that is.
struct Uncertain {
  std::optional<double> value;
  std::optional<double> low, high;      ///< a 90 % interval
  std::optional<double> min, mode, max; ///< PERT
  std::optional<double> mean, sd;       ///< normal
  Origin origin;
};

struct Cost {
  std::optional<double> money, days;             ///< for one run
  std::optional<double> setup_money, setup_days; ///< once
  Origin origin;
};

struct Runs {
  std::optional<std::int64_t> min, max, done;
  std::optional<std::int64_t> per_month; ///< the most in a calendar month
  Origin origin = {};
};

/// A segment in which an action can be run, where what a run brings may be another.
struct ActionSegment {
  std::string segment;
  std::optional<Uncertain> effect; ///< else the action's
  Origin origin;
};

/// Runs that are promised for a month.
struct ScheduledRuns {
  Month month;
  std::int64_t runs = 0;
  std::string segment; ///< of an action that can be run in several
  Origin origin;
};

struct Measure {
  std::string method;
  std::optional<double> target;
  std::optional<Query> query;
  std::optional<Series> observations;
  Origin origin;
};

struct Result {
  Date date{};
  std::optional<std::int64_t> runs;
  std::optional<double> money, days;
  double effect = 0;
  std::string segment; ///< in which they ran; empty where nothing says
  Origin origin = {};
};

/// Those who were drawn together: a commune, a school, a relay with all whom it reaches.
struct Cluster {
  std::string name;
  std::int64_t exposed = 0;
  std::int64_t converted = 0;
  Origin origin;
};

/// Clusters in the file, or in a CSV beside it: cluster, arm, exposed, converted.
struct Clusters {
  std::vector<Cluster> counted;
  std::string file;
  std::string arm; ///< whose rows to take; all rows where it is left out
  Origin origin;
};

/// Where clusters are given, `exposed` and `converted` are their sums.
struct Arm {
  std::string name;
  std::int64_t exposed = 0;
  std::int64_t converted = 0;
  std::optional<Clusters> clusters;
  Origin origin;
};

/// A segment that got the action from a day on, or never.
struct ComparedSegment {
  std::string segment;
  std::optional<Date> from; ///< nothing for one that is untouched
  std::optional<Series> observations;
  Origin origin;
};

struct Start {
  Date date{};
  std::string action;
  Origin origin;
};

struct Test {
  Protocol protocol{};
  std::optional<std::int64_t> planned_size;
  std::optional<double> min_effect, alpha, power;
  std::vector<Arm> arms;                          ///< ab
  std::vector<double> split;                      ///< ab
  std::optional<std::int64_t> exposed, converted; ///< pilot
  std::optional<double> threshold;                ///< pilot
  std::optional<std::int64_t> scale_to;           ///< pilot
  std::optional<Clusters> clusters;               ///< pilot
  std::optional<Series> series;                   ///< sequence; of a comparison, the file with its segments
  std::vector<Start> starts;                      ///< sequence
  std::vector<ComparedSegment> segments;          ///< comparison
  std::optional<bool> relative;                   ///< comparison: of logarithms, as segments differ in size
  Origin origin;
};

struct Action {
  std::string id;
  std::string name;
  Family lever{};
  std::string objective;
  std::string segment;
  std::vector<ActionSegment> segments; ///< in each of which it can be run; instead of `segment`
  std::optional<Relay> relay;
  std::optional<Execution> execution;
  std::optional<Status> status;
  std::string owner;
  std::optional<Date> start, end;
  std::optional<std::int64_t> delay_days;   ///< from a run to its effect; 0 if left out
  std::optional<std::int64_t> spacing_days; ///< at least, from one run to the next
  std::optional<Cost> cost;
  std::optional<Runs> runs;
  std::vector<ScheduledRuns> schedule; ///< what is committed, month by month
  std::optional<Uncertain> effect;
  std::optional<double> variation; ///< standard deviation of one run's effect, as a share of the mean
  std::optional<double> decay;
  std::optional<Repeatability> repeatability;
  std::optional<Measure> measure;
  std::vector<Result> results;
  std::optional<Test> test;
  std::vector<std::string> requires_;
  std::vector<std::string> excludes;
  Origin origin;
};

/// Means that are given for a time, and end with it.
struct BudgetTerm {
  Date from{}, until{}; ///< first and last day
  std::optional<double> money, days;
  Origin origin;
};

struct Budget {
  std::optional<double> money, days;
  std::optional<double> day_rate;
  std::string currency;
  std::vector<BudgetTerm> terms;
  Origin origin = {};
};

/// Something from outside that moved figures, or will: a regulation that takes effect, a campaign.
struct Event {
  std::string name;
  Date date{};
  EventKind kind{};
  std::optional<Uncertain>
      effect;            ///< of a step and an announcement in all, of a pace by month; else estimated
  std::string objective; ///< that it moves; all that count beneficiaries if left out
  Origin origin;
};

/// One assignment of a scenario; `value` is JSON text.
struct Change {
  std::string path;
  std::string value;
  Origin origin;
};

struct Scenario {
  std::string id;
  std::string name;
  std::vector<Change> set;
  Origin origin;
};

struct RuleSetting {
  std::string rule;
  RuleSeverity severity{};
  std::string why;
  std::optional<Date> until;
  Origin origin;
};

/// What a page says of itself where a strategy's figures are published.
struct Publication {
  std::string licence;
  std::string contact;           ///< an address that is meant to be read by anyone
  std::string accessibility_url; ///< of the declaration of accessibility, whatever it declares
  Origin origin;
};

struct Strategy {
  std::int64_t version = 1;
  std::string name;
  std::optional<Solution> solution;
  Period period;
  std::vector<Member> team;
  Market market;
  std::vector<Objective> objectives;
  std::optional<NorthStar> north_star;
  std::vector<Lever> levers;
  std::vector<Action> actions;
  std::vector<Event> events;
  std::optional<Budget> budget;
  std::vector<Scenario> scenarios;
  std::vector<RuleSetting> rules;
  std::optional<Publication> publication;
  Origin origin;
};

} // namespace deploy_plan

// Measuring: each source is asked what the strategy's queries want to know, then each ledger is told what is
// new. Nothing is written before everything was asked.
#include "deploy_plan/measure.hpp"
#include "measure/on_the_way.hpp"
#include "model/series.hpp"
#include "model/source_names.hpp"
#include "system/time_zone.hpp"
#include "text/passwords.hpp"
#include <algorithm>
#include <filesystem>

namespace deploy_plan {
namespace measuring {
namespace {

using std::chrono::days;

class Measurer {
public:
  Measurer(const Strategy& strategy, const std::string& path, const MeasureOptions& options)
      : strategy_(strategy), path_(path), options_(options), machine_(this_machine(options.sources)) {
    // Whole: the process that asks makes it its working directory, and engines put it before names of files.
    std::error_code none;
    folder_ = std::filesystem::absolute(path == "-" ? "stdin" : path, none).parent_path().string();
    measured_.as_of = options.as_of;
    measured_.strategy = strategy.name;
    measured_.is_dry_run = options.is_dry_run;
  }

  Measured measure() {
    begin();
    for (auto& [name, source] : sources_)
      if (source)
        ask_source(*source);
    refuse_what_is_given_twice(all_);
    try_ledgers();
    write_ledgers();
    return finish();
  }

private:
  const Strategy& strategy_;
  const std::string& path_;
  const MeasureOptions& options_;
  const Machine machine_;
  std::string folder_;
  Measured measured_;
  std::vector<OnTheWay> all_;
  std::map<std::string, std::optional<Found>> sources_; ///< by name; nothing where none is found
  /// As it stood at the beginning.
  struct KnownLedger {
    std::string text;
    Ledger read;
  };
  std::map<std::string, KnownLedger> ledgers_; ///< by file
  std::size_t asked_ = 0;

  void begin() {
    std::vector<NamedQuery> queries = queries_of(strategy_);
    for (NamedQuery& named : queries)
      if (is_wanted(named))
        begin(all_.emplace_back(), std::move(named));
  }
  bool is_wanted(const NamedQuery& named) const {
    return options_.only.empty() ||
           std::any_of(options_.only.begin(), options_.only.end(),
                       [&](const std::string& one) { return is_called(named, one); });
  }

  void begin(OnTheWay& way, NamedQuery named) {
    way.named = std::move(named);
    MeasuredQuery& told = way.told;
    told.path = way.named.path;
    told.name = way.named.name;
    // What is no name may be an address, with its password.
    if (model::is_source_name(way.named.query->source))
      told.source = way.named.query->source;
    told.period = period_of(*way.named.query, way.named.every_days);
    if (!way.named.query->origin.sound)
      return fail(way, {{"its query could not be read", "sa requête n'a pu être lue"}},
                  {{"mend what check finds", "corrigez ce que check trouve"}});
    if (!find_ledger(way) || !find_source(way))
      return;
    auto statement = read_statement(way.named.query->text, way.source->engine->dialect);
    if (!statement)
      return fail(way, statement.error());
    told.sql = text::with_passwords_masked(way.named.query->text);
    plan_questions(way, *statement);
  }

  bool find_ledger(OnTheWay& way) {
    const Series* const observations = way.named.observations;
    if (observations == nullptr || observations->file.empty()) {
      fail(way, {{"nothing says where its figures go", "rien ne dit où vont ses chiffres"}},
           {{"name a CSV file beside the measurement: \"observations\", \"file\"",
             "nommez un fichier CSV à côté du moyen de mesure : « relevés », « fichier »"}});
      return false;
    }
    way.told.ledger = observations->file;
    way.told.metric = model::rows_name(*observations, way.named.id);
    return read_ledger(way);
  }

  bool read_ledger(OnTheWay& way) {
    if (ledgers_.contains(way.told.ledger))
      return true;
    const auto text = LedgerFile(path_, way.told.ledger, options_.allow_outside).read();
    if (text)
      ledgers_.emplace(way.told.ledger, KnownLedger{*text, Ledger(way.told.ledger, *text)});
    else
      fail(way, text.error(),
           {{"name a CSV file beside the strategy", "nommez un fichier CSV voisin de la stratégie"}});
    return text.has_value();
  }

  bool find_source(OnTheWay& way) {
    const auto [known, is_new] = sources_.try_emplace(way.named.query->source);
    if (is_new || !known->second) {
      auto found = measuring::find_source(way.named.query->source, folder_, machine_);
      if (!found) {
        way.told.is_source_failure = true;
        fail(way, found.error().first, found.error().second);
        return false;
      }
      known->second = std::move(*found);
    }
    way.source = &*known->second;
    return true;
  }

  /// From what day on: all where nothing is known yet, else what is new and what may still change.
  Date first_day(const OnTheWay& way, Date until) const {
    if (options_.from)
      return *options_.from;
    // Where one of the segments that are asked for has no row yet, its past is to come.
    const bool are_segments = way.segments.size() > 1 || !way.segments.at(0).empty();
    const auto newest =
        ledgers_.at(way.told.ledger)
            .read.newest_day(way.told.metric, are_segments ? std::span<const std::string>(way.segments)
                                                           : std::span<const std::string>());
    if (!newest)
      return strategy_.solution && strategy_.solution->launched
                 ? std::min(*strategy_.solution->launched, strategy_.period.start)
                 : strategy_.period.start;
    const MeasuringPeriod period = way.told.period;
    const auto late = way.named.query->late_days;
    const Date changing = late ? options_.as_of - days(*late) : until - days(1);
    return std::max(earliest_day, first_of(period, std::min({*newest, changing, until})));
  }

  /// What day it is where the query's days begin: a period that is over here may not be there.
  Date today(const std::string& time_zone) const {
    if (time_zone.empty() || !options_.now)
      return options_.as_of;
    return system::day_in(time_zone, *options_.now).value_or(options_.as_of);
  }

  void plan_questions(OnTheWay& way, const Statement& statement) {
    way.segments = segments_to_ask(way, statement);
    if (way.segments.empty())
      return fail(
          way,
          {{"it asks by :segment, and the market has none",
            "elle demande par :segment, et le marché n'en a pas"}},
          {{"give market.segments, or leave :segment out", "donnez market.segments, ou omettez :segment"}});
    Wanted& wanted = way.wanted;
    wanted.day = today(way.named.query->time_zone);
    wanted.period = way.told.period;
    wanted.until = first_of(wanted.period, wanted.day);
    // From the first day of a period: a part of one would be taken for all of it.
    wanted.from = std::min(first_of(wanted.period, first_day(way, wanted.until)), wanted.until);
    wanted.range = way.named.is_rate ? Range::rate : way.named.is_size ? Range::size : Range::any;
    wanted.is_from_asked = statement.names(Parameter::from);
    // A figure of some day is not one of every day.
    wanted.is_period_known =
        way.named.query->period || wanted.period != MeasuringPeriod::day || way.named.every_days == 1;
    wanted.is_until_asked = statement.names(Parameter::until);
    wanted.segment = way.named.segment;
    if (statement.names(Parameter::from))
      way.told.from = wanted.from;
    if (statement.names(Parameter::until))
      way.told.until = wanted.until;
    for (const std::string& segment : way.segments)
      way.questions.push_back(
          {statement, {wanted.from, wanted.until, segment}, way.named.query->time_zone, all_.size()});
  }

  std::vector<std::string> segments_to_ask(const OnTheWay& way, const Statement& statement) const {
    if (!statement.names(Parameter::segment) || !way.named.segment.empty())
      return {way.named.segment};
    std::vector<std::string> ids;
    for (const Segment& segment : strategy_.market.segments)
      ids.push_back(segment.id);
    return ids;
  }

  void ask_source(const Found& source) {
    std::vector<Question> questions;
    std::vector<OnTheWay*> ways;
    for (OnTheWay& way : all_)
      if (way.source == &source && !way.has_failed()) {
        questions.insert(questions.end(), way.questions.begin(), way.questions.end());
        ways.push_back(&way);
      }
    if (questions.empty())
      return;
    const Limits limits{options_.connecting, options_.asking, Limits().rows, {}};
    const Asked asked = ask(source, questions, limits, [&] { tell_progress(); });
    std::size_t next = 0;
    for (OnTheWay* way : ways) {
      const std::size_t first = std::exchange(next, next + way->questions.size());
      take(*way, asked, first);
    }
  }
  void tell_progress() {
    std::size_t questions = 0;
    for (const OnTheWay& way : all_)
      questions += way.has_failed() ? 0 : way.questions.size();
    ++asked_;
    if (options_.progress)
      options_.progress(asked_, std::max(asked_, questions));
  }

  void take(OnTheWay& way, const Asked& asked, std::size_t first) {
    MeasuredQuery& told = way.told;
    if (asked.reached) {
      told.engine = asked.reached->engine;
      told.transport = asked.reached->transport;
      told.encryption = asked.reached->encryption;
      told.is_read_only_unproven = asked.reached->is_read_only_unproven;
      told.may_write = asked.reached->may_write;
    }
    for (std::size_t i = 0; i < way.questions.size(); ++i) {
      if (first + i >= asked.answers.size()) {
        told.is_source_failure = true;
        return fail(way, asked.reached ? Failure{Trouble::cut_short} : asked.reached.error());
      }
      const Answered& answer = asked.answers[first + i];
      if (!answer) {
        told.is_source_failure = answer.error().trouble == Trouble::cut_short;
        return fail(way, answer.error());
      }
      take(way, *answer, way.segments[i]);
      if (way.has_failed())
        return;
    }
    note_unknown_segments(way, strategy_.market.segments);
  }

  void take(OnTheWay& way, const Rows& rows, const std::string& segment) {
    Wanted wanted = way.wanted;
    wanted.segment = segment;
    auto read = figures_of(rows, wanted);
    if (!read)
      return fail(way, read.error().first, read.error().second);
    way.told.unfinished += read->unfinished;
    way.told.is_dated_early |= read->is_dated_early;
    way.told.looks_monthly |= read->looks_monthly;
    for (EmptyPeriod& empty : read->periods_without_row)
      if (empty.segment.empty())
        empty.segment = segment;
    way.told.periods_without_row.insert(way.told.periods_without_row.end(), read->periods_without_row.begin(),
                                        read->periods_without_row.end());
    way.figures.insert(way.figures.end(), std::make_move_iterator(read->figures.begin()),
                       std::make_move_iterator(read->figures.end()));
  }

  void write_ledgers() {
    const bool is_whole =
        std::none_of(all_.begin(), all_.end(), [](const OnTheWay& way) { return way.has_failed(); });
    const bool writes = !options_.is_dry_run && (is_whole || options_.is_partial);
    for (const auto& [file, known] : ledgers_)
      if (auto ways = ways_to(file); !ways.empty())
        measured_.ledgers.push_back(update(file, ways, writes));
  }

  std::vector<OnTheWay*> ways_to(const std::string& file) {
    std::vector<OnTheWay*> ways;
    for (OnTheWay& way : all_)
      if (way.told.ledger == file && !way.has_failed())
        ways.push_back(&way);
    return ways;
  }
  [[nodiscard]] auto changes_of(const std::string& file, std::string_view text,
                                std::span<OnTheWay* const> ways) const {
    std::vector<Entry> entries;
    for (const OnTheWay* way : ways)
      entries.push_back(entry_of(*way));
    return changed(file, text, entries, options_.as_of, options_.ledgers);
  }
  /// What a ledger would refuse fails its queries before any other ledger is written.
  void try_ledgers() {
    for (const auto& [file, known] : ledgers_) {
      const auto ways = ways_to(file);
      if (const auto changes = changes_of(file, known.text, ways); !changes)
        fail_all(ways, changes.error());
    }
  }

  WrittenLedger update(const std::string& file, std::span<OnTheWay*> ways, bool writes) {
    WrittenLedger told{file, 0, {}};
    LedgerFile ledger(path_, file, options_.allow_outside);
    const auto refuse = [&](const Phrase& why) {
      told.failure = why;
      fail_all(ways, why); // what they gave is nowhere
      return told;
    };
    if (const auto locked = writes ? ledger.lock() : tl::expected<void, Phrase>(); !locked)
      return refuse(locked.error());
    const auto text = ledger.read();
    if (!text)
      return refuse(text.error());
    const auto changes = changes_of(file, *text, ways);
    if (!changes)
      return refuse(changes.error());
    if (const auto written =
            writes && changes->rows > 0 ? ledger.write(changes->text) : tl::expected<void, Phrase>();
        !written)
      return refuse(written.error());
    for (std::size_t i = 0; i < ways.size(); ++i)
      tell_changes(ways[i]->told, changes->by_entry[i]);
    told.rows = writes ? changes->rows : 0;
    return told;
  }

  Measured finish() {
    for (OnTheWay& way : all_) {
      measured_.added += way.told.added;
      measured_.revised += way.told.revised;
      measured_.unchanged += way.told.unchanged;
      measured_.withdrawn += way.told.withdrawn;
      measured_.failed += way.has_failed() ? 1 : 0;
      measured_.queries.push_back(std::move(way.told));
    }
    return std::move(measured_);
  }
};
} // namespace
} // namespace measuring

Measured measure(const Strategy& strategy, const std::string& path, const MeasureOptions& options) {
  return measuring::Measurer(strategy, path, options).measure();
}

} // namespace deploy_plan

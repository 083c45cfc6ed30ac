// Figures that come by themselves: what a strategy's queries gave, and what of it is new in its ledgers.
// This is the one part of the library that connects to anything.
#pragma once
#include "deploy_plan/strategy.hpp"
#include <chrono>
#include <functional>
#include <map>

namespace deploy_plan {

/// How answers travel.
enum class Transport { file, socket, encrypted, plain, unknown };

/// What became of a figure.
enum class FigureChange {
  added,   ///< of a day that the ledger did not have
  revised, ///< another than the one that the ledger had
  unchanged,
  withdrawn ///< the ledger has one for a day that was read again and has none any more; it is kept
};
struct MeasuredFigure {
  Date date{};
  std::string segment;       ///< empty for the whole
  double value = 0;          ///< of one that is withdrawn, what the ledger has
  std::optional<double> was; ///< before it was revised
  FigureChange change{};
};

/// A period of which a segment, or the whole, has no row: unknown, and not 0.
struct EmptyPeriod {
  Date first{};
  std::string segment; ///< empty for the whole
};

enum class QueryOutcome { changed, unchanged, failed };

/// One query of a strategy, and what it gave.
struct MeasuredQuery {
  std::string path;   ///< of what is measured: "objectives.accounts", "market.penetrated"
  Words name;         ///< of it, for people
  std::string source; ///< by its name
  std::string engine; ///< "PostgreSQL 15.18"; empty where it was not reached
  Transport transport = Transport::unknown;
  std::string encryption;
  bool is_read_only_unproven = false;
  bool may_write = false;
  std::string ledger; ///< the file that its figures go to, as the strategy names it
  std::string metric; ///< its rows there
  std::string sql;    ///< as the strategy says it
  std::optional<Date> from,
      until; ///< what its parameters were bound to, where it names them: first day, day after the last
  MeasuringPeriod period{};
  QueryOutcome outcome{};
  std::int64_t added = 0, revised = 0, unchanged = 0, withdrawn = 0;
  std::int64_t unfinished = 0; ///< rows left out: their period is not over
  std::vector<EmptyPeriod> periods_without_row;
  std::vector<MeasuredFigure> figures;       ///< but for those that are unchanged
  std::vector<std::string> unknown_segments; ///< of its rows: the market has segments, and none of these
  bool is_dated_early =
      false; ///< every row is dated the first day of its period, longer than a day: it is whole on the last
  bool looks_monthly =
      false; ///< days are firsts of months, this one's too, and no period is said: it is a part of a month
  std::optional<Phrase> failure, help;
  bool is_source_failure = false; ///< the source could not be read, rather than this query
};

/// A file that figures went to.
struct WrittenLedger {
  std::string file;
  std::int64_t rows = 0;         ///< that were added
  std::optional<Phrase> failure; ///< why it stands as it stood
};

struct Measured {
  Date as_of{};
  std::string strategy;
  bool is_dry_run = false; ///< ledgers stand as they stood
  std::vector<MeasuredQuery> queries;
  std::vector<WrittenLedger> ledgers;
  std::int64_t added = 0, revised = 0, unchanged = 0, withdrawn = 0, failed = 0; ///< failed: queries
};

struct MeasureOptions {
  Date as_of{};                                ///< the day that figures are seen on
  std::optional<std::chrono::sys_seconds> now; ///< tells what day it is where a query names a time zone
  std::string sources; ///< a file that says where sources lead; empty for the machine's own
  std::chrono::milliseconds connecting{5000}, asking{60000};
  std::optional<Date> from; ///< read again from this day on; else what is new and what may still change
  bool is_partial = false;  ///< write what could be measured where something could not
  bool is_dry_run = false;
  bool allow_outside = false; ///< ledgers may lie outside the strategy's folder
  std::vector<std::string>
      only; ///< paths, or their ends, of what to measure, in either language; all if empty
  Language ledgers = Language::english;                           ///< of those that are made anew
  std::function<void(std::size_t done, std::size_t of)> progress; ///< queries
};

/// Asks the queries of a strategy that was read from `path`, each source in a process of its own, and adds to
/// its ledgers what is new. Nothing is written where a query fails, unless `is_partial`. No text that it
/// gives holds a secret of a source. Throws std::bad_alloc.
[[nodiscard]] Measured measure(const Strategy& strategy, const std::string& path,
                               const MeasureOptions& options);

} // namespace deploy_plan

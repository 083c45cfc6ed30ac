// Ledgers: CSV files of date, metric, segment, value, seen. What is measured is added at the end, and nothing
// that stands there is ever changed.
#pragma once
#include "deploy_plan/measure.hpp"
#include "measure/figures.hpp"
#include "system/locked_folder.hpp"

namespace deploy_plan::measuring {

/// Figures of one metric that go to a ledger, each of its own segment and day.
struct Entry {
  std::string metric;
  std::vector<Figure> figures;
  /// What was read, until the day before `until`: figures of the ledger in between that are not given are
  /// withdrawn.
  Date from{}, until{};
  std::string segment = {}; ///< of what is measured; figures of another one speak of all segments
};

/// What entries change: one list for each, by day, then segment.
struct Changes {
  std::vector<std::vector<MeasuredFigure>> by_entry; ///< those that are unchanged too
  std::int64_t rows = 0;                             ///< to be added
  std::string text;                                  ///< of the whole ledger with them
};

/// The ledger with what is new, as of the day it is seen on. `text` is the ledger as it stands, empty where
/// there is none, which is then begun in a language: whatever stands there is kept byte by byte, rows are
/// added as it writes its own, and a column `seen` where it has none. Fails where it is no ledger, or has no
/// room for them.
[[nodiscard]] tl::expected<Changes, Phrase> changed(const std::string& name, std::string_view text,
                                                    std::span<const Entry> entries, Date seen,
                                                    Language begun_in = Language::english);

class LedgerText;

/// A ledger that is read once for many questions, for what to ask.
class Ledger {
public:
  Ledger(const std::string& name, std::string_view text);
  /// The newest day that all `segments` have a row of a metric up to: nothing where one of them has none yet.
  /// Where they are none, the newest of any. Nothing where it is no ledger either.
  [[nodiscard]] std::optional<Date> newest_day(std::string_view metric,
                                               std::span<const std::string> segments = {}) const;

private:
  std::shared_ptr<const LedgerText> text_; ///< nullptr where it is no ledger
};

/// A ledger's file, beside the strategy at `of`: while it is locked no other `measure` writes in its folder.
class LedgerFile {
public:
  LedgerFile(std::string of, std::string name, bool allow_outside);
  /// Waits for others, and not for ever.
  [[nodiscard]] tl::expected<void, Phrase> lock(std::chrono::milliseconds patience = std::chrono::seconds{
                                                    30});
  /// Empty where there is none yet.
  [[nodiscard]] tl::expected<std::string, Phrase> read() const;
  /// Whole or not at all, once it is locked: what stood there stands until the new one is on the disk.
  [[nodiscard]] tl::expected<void, Phrase> write(std::string_view text);

private:
  std::string of_, name_;
  bool allow_outside_;
  std::shared_ptr<const system::LockedFolder> folder_;
  std::string file_; ///< in the folder
};

} // namespace deploy_plan::measuring

// Ledgers: CSV files of date, metric, segment, value, seen. What is measured is added at the end, and nothing
// that stands there is ever changed.
#pragma once
#include "deploy_plan/measure.hpp"
#include "measure/figures.hpp"
#include <map>

namespace deploy_plan::measuring {

/// Figures of one metric that go to a ledger.
struct Entry {
  std::string metric;
  std::vector<Figure> figures;
  Date from{},
      until{}; ///< what was read: figures of the ledger between them that are not given are withdrawn
};

/// What entries change: one list for each, in the order of the ledger's days.
struct Changes {
  std::vector<std::vector<MeasuredFigure>> by_entry; ///< those that are unchanged too
  std::int64_t rows = 0;                             ///< to be added
  std::string text;                                  ///< of the whole ledger with them
};

/// The ledger with what is new, as of the day it is seen on. `text` is the ledger as it stands, empty where
/// there is none; its separator, decimals, order of columns and line ends are kept, and a column `seen` is
/// added where it has none. Fails where it is no ledger.
[[nodiscard]] tl::expected<Changes, Phrase> changed(const std::string& name, std::string_view text,
                                                    std::span<const Entry> entries, Date seen);

/// What the ledger knows last of a metric's days, for what to ask: the newest day by segment.
[[nodiscard]] std::optional<Date> newest_day(const std::string& name, std::string_view text,
                                             std::string_view metric);

/// A ledger's file, beside the strategy at `of`: where it is locked no other `measure` writes it.
class LedgerFile {
public:
  LedgerFile(std::string of, std::string name, bool allow_outside);
  LedgerFile(const LedgerFile&) = delete;
  LedgerFile& operator=(const LedgerFile&) = delete;
  ~LedgerFile();
  /// Waits for others, and not for ever.
  [[nodiscard]] tl::expected<void, Phrase> lock();
  /// Empty where there is none yet.
  [[nodiscard]] tl::expected<std::string, Phrase> read() const;
  /// Whole or not at all: what stood there stands until the new one is on the disk.
  [[nodiscard]] tl::expected<void, Phrase> write(std::string_view text);

private:
  std::string of_, name_;
  bool allow_outside_;
  int folder_ = -1;
};

} // namespace deploy_plan::measuring

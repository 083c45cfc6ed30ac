// Gaps for scripts and spreadsheets, written as they come: none is kept once it is written.
#pragma once
#include "deploy_plan/gap.hpp"
#include "deploy_plan/render.hpp"
#include <memory>

namespace deploy_plan::report {

class GapWriter {
public:
  virtual ~GapWriter() = default;
  virtual void add(Gap&& gap) = 0;
  virtual void end() = 0;
};

/// One row a figure: strategy, segment, path, value, unit (RFC 4180). In the French dialect, semicolons,
/// decimal commas and a byte order mark, as French spreadsheets read them.
[[nodiscard]] std::unique_ptr<GapWriter> gap_csv_writer(Sink sink, bool french_dialect);
/// As `json_of` has it: one gap as itself, several with their totals.
[[nodiscard]] std::unique_ptr<GapWriter> gap_json_writer(Sink sink, Date as_of);

/// Those that are there at once.
[[nodiscard]] std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect);

} // namespace deploy_plan::report

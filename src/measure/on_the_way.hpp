// A query on its way from the file to the ledger.
#pragma once
#include "measure/asking.hpp"
#include "measure/figures.hpp"
#include "measure/ledger/ledger.hpp"
#include "measure/queries.hpp"

namespace deploy_plan::measuring {

/// What `told` says of its failure ends the way.
struct OnTheWay {
  NamedQuery named;
  MeasuredQuery told;
  const Found* source = nullptr;
  std::vector<Question> questions;   ///< one, or one for each segment
  std::vector<std::string> segments; ///< of the questions
  Wanted wanted;
  std::vector<Figure> figures;
  [[nodiscard]] bool has_failed() const { return told.failure.has_value(); }
};

void fail(OnTheWay& way, Phrase why, Phrase help);
void fail(OnTheWay& way, const Failure& failure);
/// For their ledger's sake.
void fail_all(std::span<OnTheWay* const> ways, const Phrase& why);

/// Two queries, or one asked by segments, that give a figure of the same day: nothing says which holds.
void refuse_what_is_given_twice(std::span<OnTheWay> ways);
/// Tells the segments of rows that nothing reads: spelt otherwise, or none that the file has.
void note_unknown_segments(OnTheWay& way, std::span<const Segment> known);
/// What was read, as the ledger is told: without the parameters it is what came.
[[nodiscard]] Entry entry_of(const OnTheWay& way);
/// What became of its figures.
void tell_changes(MeasuredQuery& told, std::span<const MeasuredFigure> figures);

} // namespace deploy_plan::measuring

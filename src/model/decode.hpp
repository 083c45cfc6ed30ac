// From the located tree to a Strategy: one walk over the description.
#pragma once
#include "deploy_plan/strategy.hpp"
#include "model/collector.hpp"
#include "model/description.hpp"
#include "source/tree.hpp"

namespace deploy_plan::model {

/// Reads the strategy at `node`; what cannot be read is said in `findings` and left at its default, and the
/// walk goes on.
[[nodiscard]] Strategy decode(const source::Tree& tree, source::NodeId node, Collector& findings);
/// Reads one record; false when any of it could not be read.
bool decode(const source::Tree& tree, source::NodeId node, const Record& record, void* into,
            Collector& findings);

/// The number that a value is: as JSON writes it, or a percentage, "60 %" being 0.6. Nothing where it is
/// none; what is too small for a double is 0, what is too large infinite.
[[nodiscard]] std::optional<double> number_of(const source::Tree& tree, source::NodeId node);

/// A day in the form YYYY-MM-DD that the calendar has, or nothing.
[[nodiscard]] std::optional<Date> read_date(std::string_view text);

/// A month in the form YYYY-MM, or nothing.
[[nodiscard]] std::optional<Month> read_month(std::string_view text);

/// Where a field of a record stands in the file; the record's own place when the file leaves the field out.
[[nodiscard]] source::NodeId node_of(const source::Tree& tree, const Record& record, const Origin& origin,
                                     int field);
/// The shortest place that shows a record to a reader: its first field when given, else its key, else its
/// opening bracket.
[[nodiscard]] Place place_of(const source::Tree& tree, const Origin& origin);

} // namespace deploy_plan::model

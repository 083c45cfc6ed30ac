// What is wrong with the rows that a series names.
#pragma once
#include "model/named_files.hpp"
#include "model/table.hpp"

namespace deploy_plan::model {

/// A series that something is wrong with is not judged as empty.
class SeriesFindings {
protected:
  SeriesFindings(source::Tree& read, Collector& found) : tree_(read), findings_(found), named_(read, found) {}

  source::Tree& tree_;
  Collector& findings_;
  NamedFiles named_;

  void say_of_no_segment(Series& series);
  void say_never_measured(const Series& series);
  /// What a query gives, and has not given yet: nothing that stops anything.
  void say_no_row_yet(const Series& series, std::string_view segment);
  void say_no_sum(const Series& series, const std::string* lacking, Scale scale);
  void say_other_metric(Series& series, const std::string& metric, std::string_view id);
  /// `zone` is what a file of PILOTE calls the segment; empty in others.
  void say_no_row(Series& series, std::string_view segment, Scale scale, std::string_view zone);
  void say_no_segment(ComparedSegment& one, const Series& file, const CsvTable::BySegment& measured,
                      bool is_given);
  /// `indicator` is what rows were looked for by where the series names no metric.
  void say_empty(const CsvTable& table, Series& series, std::string_view indicator = {});
  void say_no_whole_day(Series& series);
  void say_too_many(Series& series, std::size_t most);
  void say_incomplete(const Series& series, Place row, Date day, std::size_t days);

private:
  std::set<source::NodeId> unmeasured_; ///< series of which that was said

  /// Of a field of a series, 0 its file and 1 its metric.
  void report(source::RuleName name, Series& series, int field, Phrase message, Phrase help);
};

} // namespace deploy_plan::model

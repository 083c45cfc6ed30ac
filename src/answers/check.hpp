// What check tells, located: lines and columns are what sources alone know.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/check.hpp"

namespace deploy_plan::answers {

struct LocatedRelated {
  std::string message;
  Position at;
};

/// A finding as people point at it, in the words of a language.
struct LocatedFinding {
  std::string rule;
  Severity severity = Severity::error;
  std::string message;
  std::string pointer; ///< RFC 6901, into the file that is checked
  Position begin;
  Position end;
  std::string help;
  std::vector<LocatedRelated> related = {};
  std::string file = {}; ///< that lines and columns count in, where it is not the one that is checked
};

/// What was found in a file.
struct FileFindings {
  std::string path;
  std::vector<LocatedFinding> findings;
  std::vector<UnkeptFindings> unkept;
};

/// What check found in files, and in all.
struct CheckReport {
  std::vector<FileFindings> files;
  FindingCounts summary;
};

template <>
const Record& description<FileFindings>();
template <>
const Record& description<FindingCounts>();
template <>
const Record& description<CheckReport>();
template <>
const Record& description<CheckSummary>();

[[nodiscard]] LocatedFinding located(const SourceMap& sources, const Finding& finding, Language language);
[[nodiscard]] FileFindings located(const CheckedFile& file, Language language);

} // namespace deploy_plan::answers

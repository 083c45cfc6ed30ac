// What was found in a file: where, by which rule, why, and what to do about it.
#pragma once
#include "deploy_plan/source.hpp"
#include "deploy_plan/text.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan {

enum class Severity { off, info, warning, error };

/// Another place that explains a finding.
struct Related {
  Place place;
  Phrase message;
};

struct Finding {
  std::string rule;
  Severity severity = Severity::error;
  Phrase message;
  Phrase help;
  Place place;
  std::string pointer; ///< RFC 6901, into the file; empty for the whole document
  std::vector<Related> related;
};

} // namespace deploy_plan

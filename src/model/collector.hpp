// What is found in one strategy, bounded: a file of faults must not fill the memory with findings.
#pragma once
#include "deploy_plan/diagnostic.hpp"
#include "text/folding.hpp"
#include "text/passwords.hpp"
#include <map>

namespace deploy_plan::model {

/// Keeps the first findings whole, up to a number, and counts the others by rule.
class Collector {
public:
  explicit Collector(std::size_t most) : most_(most) {}

  /// Ask before composing a costly message: a full collector only counts.
  [[nodiscard]] bool is_full() const { return kept.size() >= most_; }
  void add(Finding finding) {
    if (is_full())
      return count(finding.rule);
    // Many findings repeat what they are about.
    text::mask_passwords(finding.message);
    text::mask_passwords(finding.help);
    for (Related& related : finding.related)
      text::mask_passwords(related.message);
    kept.push_back(std::move(finding));
  }
  void count(std::string_view rule) { ++beyond.try_emplace(std::string(rule)).first->second; }

  std::vector<Finding> kept;
  std::map<std::string, std::size_t, std::less<>> beyond;
  text::HintBudget hints; ///< of all its findings together

private:
  std::size_t most_;
};

} // namespace deploy_plan::model

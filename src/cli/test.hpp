// What `test` does: read, design, assign, roll out, say which test is worth running.
#pragma once
#include "cli/numbers.hpp"
#include "cli/strategies.hpp"
#include "report/views/trial/beneficiary_list.hpp"

namespace deploy_plan::cli {

struct TestOptions : AnswerOptions {
  std::string path;
  std::vector<std::string> actions;
  GateOptions gate;
  std::string design; ///< a protocol
  std::optional<double> baseline, effect, threshold, power, alpha, pace, market, dispersion, autocorrelation;
  std::optional<double> cluster_size, cluster_variation, icc;
  std::string assigned; ///< a list
  std::string arms;     ///< a number, or names between commas
  std::vector<double> split;
  std::vector<std::string> stratify;
  std::string identity; ///< the column that names a beneficiary
  std::string cluster;  ///< the column that names what is drawn, where it is groups
  std::optional<std::uint64_t> seed;
  std::string rolled_out; ///< a list
  std::optional<double> waves, by_cluster_step, tau;
  bool next = false; ///< which test is worth running first
  std::vector<std::string> budgets;
  std::optional<std::size_t> draws;
};

/// What a test is asked to show: beyond, sizes lose their meaning.
constexpr NumberRange arms_range = NumberRange::whole(2, 100);
constexpr NumberRange alpha_range = NumberRange::from(0.0001, 0.5);
constexpr NumberRange power_range = NumberRange::from(0.01, 0.9999);

Exit run_test_design(const TestOptions& given, const Common& common);
Exit run_test_assign(const TestOptions& options, const Common& common);
Exit run_test_roll_out(const TestOptions& options, const Common& common);
/// --roll-out and what it takes beside what --design and --assign do.
void declare_roll_out(CLI::App& app, TestOptions& options, const Common& words);
/// An option that has no effect on what is asked for.
[[nodiscard]] std::optional<Phrase> stray_option(const TestOptions& options);
Exit run_test_next(const TestOptions& options, const Common& common);

/// The file's action of that id, which is there, or why it is not.
[[nodiscard]] tl::expected<const Action*, Phrase> find_action(const Strategy& strategy,
                                                              const std::string& id);

} // namespace deploy_plan::cli

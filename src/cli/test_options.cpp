// Which options each thing that `test` does takes.
#include "cli/test.hpp"

namespace deploy_plan::cli {
namespace {

/// What is asked of `test`, a bit each.
enum TestWay : unsigned { reads = 1, designs = 2, assigns = 4, rolls_out = 8, chooses_next = 16 };

TestWay way_of(const TestOptions& options) {
  if (!options.rolled_out.empty())
    return rolls_out;
  if (!options.design.empty())
    return designs;
  if (!options.assigned.empty())
    return assigns;
  return options.next ? chooses_next : reads;
}

/// An option, whether it is given, and where it has an effect.
struct OptionUse {
  const char* name;
  bool given;
  unsigned ways;
  Text elsewhere; ///< why it has none
};

constexpr Text without_design{"without --design", "sans --design"};
constexpr Text without_a_list{"without --assign or --roll-out", "sans --assign ni --roll-out"};
constexpr Text without_arms{"without --design or --assign", "sans --design ni --assign"};
constexpr Text without_waves{"without --roll-out", "sans --roll-out"};
constexpr Text without_next{"without --next", "sans --next"};
constexpr Text with_another{"with --design or --assign", "avec --design ou --assign"};

std::vector<OptionUse> uses_of(const TestOptions& options) {
  const auto given = [](const auto& number) { return number.has_value(); };
  return {
      {"--assign", !options.assigned.empty(), assigns, with_another},
      {"--next", options.next, chooses_next, with_another},
      {"--design", !options.design.empty(), designs, with_another},
      {"--waves", given(options.waves), rolls_out, without_waves},
      {"--by-cluster-step", given(options.by_cluster_step), rolls_out, without_waves},
      {"--tau", given(options.tau), rolls_out, without_waves},
      {"--budget", !options.budgets.empty(), chooses_next, without_next},
      {"--draws", given(options.draws), chooses_next, without_next},
      {"--seed",
       given(options.seed),
       assigns | rolls_out | chooses_next,
       {"without --assign, --roll-out or --next", "sans --assign, --roll-out ni --next"}},
      {"--baseline", given(options.baseline), designs | rolls_out, without_design},
      {"--effect", given(options.effect), designs | rolls_out, without_design},
      {"--threshold", given(options.threshold), designs, without_design},
      {"--power", given(options.power), designs, without_design},
      {"--alpha", given(options.alpha), designs | rolls_out, without_design},
      {"--pace", given(options.pace), designs, without_design},
      {"--market", given(options.market), designs, without_design},
      {"--dispersion", given(options.dispersion), designs, without_design},
      {"--cluster-size", given(options.cluster_size), designs, without_design},
      {"--icc", given(options.icc), designs | rolls_out, without_design},
      {"--cluster-variation", given(options.cluster_variation), designs, without_design},
      {"--autocorrelation", given(options.autocorrelation), designs, without_design},
      {"--stratify", !options.stratify.empty(), assigns | rolls_out, without_a_list},
      {"--id", !options.identity.empty(), assigns | rolls_out, without_a_list},
      {"--cluster", !options.cluster.empty(), assigns, {"without --assign", "sans --assign"}},
      {"--arms", !options.arms.empty(), designs | assigns, without_arms},
      {"--split", !options.split.empty(), designs | assigns, without_arms},
      {"--fail-if", !options.gate.gates.empty(), reads | chooses_next, with_another},
      {"FILE", !options.path.empty(), reads | designs | chooses_next, {"with --assign", "avec --assign"}},
  };
}
} // namespace

std::optional<Phrase> stray_option(const TestOptions& options) {
  const TestWay way = way_of(options);
  if (way == designs && !options.assigned.empty())
    return Phrase{{"--design and --assign exclude each other", "--design et --assign s'excluent"}};
  for (const OptionUse& one : uses_of(options))
    if (one.given && (one.ways & way) == 0)
      return Phrase{{"{0} has no effect {1}", "{0} est sans effet {1}"},
                    {std::string(one.name),
                     way == rolls_out ? Text{"with --roll-out", "avec --roll-out"} : one.elsewhere}};
  if (way == chooses_next && options.path.empty())
    return Phrase{{"--next needs a strategy file", "--next demande un fichier de stratégie"}};
  return std::nullopt;
}

} // namespace deploy_plan::cli

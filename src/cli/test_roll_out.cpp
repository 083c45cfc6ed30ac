// deploy-plan test --roll-out LIST --waves W
#include "cli/test_drawing.hpp"
#include "deploy_plan/roll_out.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <random>

namespace deploy_plan::cli {
namespace {

constexpr NumberRange waves_range = NumberRange::whole(2, 100);

/// Options that tell what the power is asked for.
using PowerOption = std::pair<const char*, std::optional<double>>;

/// What is asked, of so many clusters; nothing where no power is.
tl::expected<std::optional<RollOutWish>, Phrase> wish_of_roll_out(const TestOptions& options,
                                                                  std::size_t clusters) {
  const PowerOption needed[] = {{"--baseline", options.baseline},
                                {"--effect", options.effect},
                                {"--by-cluster-step", options.by_cluster_step}};
  const bool asks = options.baseline || options.effect || options.by_cluster_step || options.icc ||
                    options.tau || options.alpha;
  if (!asks)
    return std::nullopt;
  for (const auto& [name, value] : needed)
    if (!value)
      return tl::unexpected(
          Phrase{{"the power takes --baseline, --effect, --by-cluster-step and --icc or --tau: "
                  "{0} is missing",
                  "la puissance demande --baseline, --effect, --by-cluster-step et --icc ou --tau : "
                  "il manque {0}"},
                 {std::string(name)}});
  if (options.icc.has_value() == options.tau.has_value())
    return tl::unexpected(
        Phrase{{"give --icc or --tau, one of them: both say how much clusters differ",
                "donnez --icc ou --tau, l'un des deux : ils disent combien les grappes diffèrent"}});
  if (options.alpha && !is_within(alpha_range, *options.alpha))
    return tl::unexpected(not_a_number("--alpha", fmt::format("{}", *options.alpha), alpha_range));
  RollOutWish wish;
  wish.baseline = *options.baseline;
  wish.effect = *options.effect;
  wish.alpha = options.alpha.value_or(wish.alpha);
  wish.waves = static_cast<int>(*options.waves);
  wish.by_cluster_step = *options.by_cluster_step;
  wish.tau = options.tau;
  wish.icc = options.icc.value_or(0);
  wish.clusters = static_cast<double>(clusters);
  return wish;
}

Phrase waves_are_csv() {
  return {{"the list is always CSV: --format csv has no effect with --roll-out",
           "la liste est toujours en CSV : --format csv est sans effet avec --roll-out"}};
}

RollOut drawn(const report::BeneficiaryList& list, const TestOptions& options, std::uint64_t seed,
              std::span<const std::uint32_t> waves) {
  RollOut told;
  told.seed = seed;
  told.waves = static_cast<int>(*options.waves);
  told.sizes.resize(static_cast<std::size_t>(told.waves));
  std::vector<std::string> names = list.identities();
  for (std::size_t i = 0; i < waves.size(); ++i) {
    ++told.sizes[waves[i]];
    told.places.push_back({std::move(names[i]), waves[i]});
  }
  return told;
}
} // namespace

void declare_roll_out(CLI::App& app, TestOptions& options, const Common& words) {
  app.add_option(
         "--roll-out", options.rolled_out,
         words.say({"draw at random in which wave each line of this list (CSV) begins instead: communes, "
                    "schools, départements",
                    "tirer plutôt au hasard la vague où commence chaque ligne de cette liste (CSV) : "
                    "déploiement par vagues de communes, d'écoles, de départements"}))
      ->type_name("LIST");
  const auto add = [&](const char* name, std::optional<double>& into, const NumberRange& range,
                       Text meaning) { add_number(app, name, into, range, words, meaning)->type_name("X"); };
  add("--waves", options.waves, waves_range, {"how many waves, 2 to 100", "combien de vagues, de 2 à 100"});
  add("--by-cluster-step", options.by_cluster_step, NumberRange::above(0, 1e12),
      {"people counted in a cluster at each step, for the power",
       "personnes comptées par grappe à chaque pas, pour la puissance"});
  add("--tau", options.tau, NumberRange::from(0, 1),
      {"standard deviation of rates between clusters, for the power of waves",
       "écart type des taux entre grappes, pour la puissance des vagues"});
}

namespace {
std::optional<Phrase> wrong_waves(const TestOptions& options) {
  if (!options.waves)
    return Phrase{{"--roll-out needs --waves: 4", "--roll-out demande --waves : 4"}};
  if (options.format == "json" && options.output.empty())
    return Phrase{{"--format json tells the waves: give -o for the list",
                   "--format json dit les vagues : donnez -o pour la liste"}};
  return options.format == "csv" ? std::optional(waves_are_csv()) : std::nullopt;
}
} // namespace

Exit run_test_roll_out(const TestOptions& options, const Common& common) {
  if (const auto wrong = wrong_waves(options))
    return refuse(common, *wrong);
  const std::string column = common.say({"wave", "vague"});
  const auto list = read_list(options.rolled_out, column, options, common);
  if (!list)
    return refuse(common, list.error());
  const std::size_t clusters = list->strata().size();
  const auto count = static_cast<std::size_t>(*options.waves);
  if (clusters < count)
    return refuse(common, {{"{0} has {1} {1#line|lines} for {2} waves: each needs one at least",
                            "{0} a {1} {1#ligne|lignes} pour {2} vagues : il en faut au moins une à chacune"},
                           {options.rolled_out, static_cast<std::int64_t>(clusters),
                            static_cast<std::int64_t>(count)}});
  const auto wish = wish_of_roll_out(options, clusters);
  if (!wish)
    return refuse(common, wish.error());
  const auto power = *wish ? roll_out_power(**wish) : std::nullopt;
  if (*wish && !power)
    return refuse(common, {{"no power can be told: the rate would be 1 or above, or 0",
                            "aucune puissance ne peut être dite : le taux serait de 1 ou plus, ou de 0"}});
  const std::uint64_t seed = options.seed.value_or(std::random_device()());
  const auto waves = assign(list->strata(), std::vector<double>(count, 1), seed);
  std::vector<std::string> names;
  for (std::size_t wave = 1; wave <= count; ++wave)
    names.push_back(std::to_string(wave));
  RollOut told = drawn(*list, options, seed, waves);
  told.wish = *wish;
  told.power = power;
  Balance balance(list->columns(), names, seed);
  if (const Exit wrote = write_list({*list, column, names, waves}, balance, options, common); wrote != fine)
    return wrote;
  return tell_drawn(told, waves_are_csv(), options, common);
}

} // namespace deploy_plan::cli

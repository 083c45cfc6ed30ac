// deploy-plan test --design PROTOCOL
#include "cli/test.hpp"
#include "deploy_plan/market.hpp"
#include "deploy_plan/trial_design.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace deploy_plan::cli {
namespace {

bool draws_groups(const TestOptions& options) { return options.design == "ab" || options.design == "pilot"; }

/// What an action's test, its figures so far and its market say.
void fill_from(const Strategy& strategy, const Action& action, const Common& common, TestOptions& options) {
  const auto fill = [](std::optional<double>& into, std::optional<double> value) {
    if (!into)
      into = value;
  };
  const SizesBySegment sizes(strategy.market, common.as_of);
  if (const TierSizes* const reached = sizes.find(action.segment))
    fill(options.market, reached->addressed);
  if (!action.test)
    return;
  const Test& test = *action.test;
  fill(options.effect, test.min_effect);
  fill(options.alpha, test.alpha);
  fill(options.power, test.power);
  if (options.design == "pilot")
    fill(options.threshold, test.threshold);
  if (options.design == "ab" && !test.arms.empty() && test.arms.front().exposed > 0)
    fill(options.baseline, Proportion{test.arms.front().exposed, test.arms.front().converted}.rate());
  if (options.split.empty() && options.arms.empty() && options.design == "ab" && test.split.size() > 1)
    options.split = test.split;
  const auto trial = read_trial(strategy, action, common.as_of);
  TrialWish seen;
  draw_groups_as_seen(seen, trial->clusters());
  if (seen.cluster_size && draws_groups(options)) {
    fill(options.cluster_size, seen.cluster_size);
    fill(options.cluster_variation, seen.cluster_variation);
    fill(options.icc, seen.icc);
  }
  if (const auto* const counts = std::get_if<SequenceReading>(&trial->reading);
      counts != nullptr && options.design == "sequence" && !counts->fitted.empty()) {
    fill(options.dispersion, counts->dispersion);
    fill(options.autocorrelation, counts->autocorrelation);
    fill(options.pace, 7 / counts->days_a_step);
  } else if (trial->size.value_or(0) > 0 && action.start && common.as_of > *action.start)
    fill(options.pace, *trial->size / (static_cast<double>((common.as_of - *action.start).count()) / 7));
}

/// The parts of the arms.
tl::expected<std::vector<double>, Phrase> read_split(const TestOptions& options) {
  std::size_t arms = 2;
  if (!options.arms.empty()) {
    const auto count = read_number(options.arms, arms_range);
    if (!count)
      return tl::unexpected(
          Phrase{{"--arms {0}: give their number, 2 to 100", "--arms {0} : donnez leur nombre, de 2 à 100"},
                 {options.arms}});
    arms = static_cast<std::size_t>(*count);
  }
  if (options.split.empty())
    return std::vector<double>(arms, 1 / static_cast<double>(arms));
  if (options.split.size() < 2 || (!options.arms.empty() && options.split.size() != arms))
    return tl::unexpected(
        Phrase{{"--split: give a part for each arm", "--split : donnez une part par bras"}});
  return options.split;
}

/// What the protocol bounds more closely than the command line does, and what the file says.
std::optional<Phrase> out_of_bounds(const TestOptions& options) {
  const bool counts = options.design == "sequence";
  const std::tuple<const char*, std::optional<double>, NumberRange> all[] = {
      {"--alpha", options.alpha, alpha_range},
      {"--power", options.power, power_range},
      {"--effect", options.effect, NumberRange::inside(0, counts ? 1000 : 1)},
      {"--baseline", options.baseline, counts ? NumberRange::inside(0, 1e12) : NumberRange::below(0, 1)}};
  for (const auto& [option, value, range] : all)
    if (value && !is_within(range, *value))
      return not_a_number(option, fmt::format("{}", *value), range);
  return std::nullopt;
}

/// An option that this protocol does not read.
std::optional<Phrase> of_another_protocol(const TestOptions& options) {
  const auto stray = [&](const char* name) {
    return Phrase{{"{0} has no effect on --design {1}", "{0} est sans effet sur --design {1}"},
                  {std::string(name), options.design}};
  };
  if (options.baseline && options.design == "pilot")
    return stray("--baseline");
  if (options.threshold && options.design != "pilot")
    return stray("--threshold");
  if (options.dispersion && options.design != "sequence")
    return stray("--dispersion");
  const std::pair<const char*, bool> of_groups[] = {
      {"--cluster-size", options.cluster_size.has_value()},
      {"--icc", options.icc.has_value()},
      {"--cluster-variation", options.cluster_variation.has_value()}};
  for (const auto& [name, given] : of_groups)
    if (given && !draws_groups(options))
      return stray(name);
  if (options.autocorrelation && options.design != "sequence")
    return stray("--autocorrelation");
  if (options.design != "ab" && (!options.arms.empty() || !options.split.empty()))
    return stray(options.arms.empty() ? "--split" : "--arms");
  return std::nullopt;
}

Phrase design_has_no_table() {
  return {{"--design answers as text, markdown, html or json",
           "--design répond en text, markdown, html ou json"}};
}

tl::expected<TrialWish, Phrase> wish_of(const TestOptions& options) {
  TrialWish wish;
  const auto* const protocol = model::find_choice(model::choices<Protocol>(), options.design);
  wish.protocol = static_cast<Protocol>(protocol->value);
  const auto& first = options.design == "pilot" ? options.threshold : options.baseline;
  if (!first || !options.effect)
    return tl::unexpected(
        Phrase{{"--design {0} needs {1} and --effect", "--design {0} demande {1} et --effect"},
               {options.design, std::string(options.design == "pilot" ? "--threshold" : "--baseline")}});
  if (const auto wrong = out_of_bounds(options))
    return tl::unexpected(*wrong);
  auto split = read_split(options);
  if (!split)
    return tl::unexpected(split.error());
  wish.split = std::move(*split);
  wish.baseline = *first;
  wish.effect = *options.effect;
  wish.alpha = options.alpha.value_or(wish.alpha);
  wish.power = options.power.value_or(wish.power);
  if (options.cluster_size.has_value() != options.icc.has_value())
    return tl::unexpected(
        Phrase{{"--cluster-size and --icc go together: how large the groups are, and how alike those of "
                "one group",
                "--cluster-size et --icc vont ensemble : la taille des groupes, et combien se ressemblent "
                "ceux d'un même groupe"}});
  if (options.cluster_variation && !options.cluster_size)
    return tl::unexpected(Phrase{{"--cluster-variation needs --cluster-size and --icc",
                                  "--cluster-variation demande --cluster-size et --icc"}});
  wish.cluster_size = options.cluster_size;
  wish.cluster_variation = options.cluster_variation.value_or(0);
  wish.icc = options.icc.value_or(0);
  wish.dispersion = options.dispersion.value_or(1);
  wish.autocorrelation = options.autocorrelation.value_or(0);
  wish.pace = options.pace;
  if (options.design != "sequence")
    wish.market = options.market;
  else if (!options.pace)
    wish.pace = 1; // a step a week
  return wish;
}
} // namespace

Exit run_test_design(const TestOptions& given, const Common& common) {
  TestOptions options = given;
  options.design =
      model::choices<Protocol>()[static_cast<std::size_t>(
                                     model::find_choice(model::choices<Protocol>(), given.design)->value)]
          .name.en;
  if (options.format == "csv")
    return refuse(common, design_has_no_table());
  if (const auto stray = of_another_protocol(options))
    return refuse(common, *stray);
  if (!options.path.empty()) {
    if (options.actions.size() != 1)
      return refuse(common,
                    {{"--design takes one action of the file", "--design prend une action du fichier"}});
    const auto strategy = read_one(options.path, "test", options, common);
    if (!strategy)
      return refuse(common, strategy.error());
    const auto action = find_action(*strategy, options.actions.front());
    if (!action)
      return refuse(common, action.error());
    fill_from(*strategy, **action, common, options);
  }
  const auto wish = wish_of(options);
  if (!wish)
    return refuse(common, wish.error());
  const auto design = design_trial(*wish);
  if (!design)
    return refuse(
        common, {{"no size can show that: the rate would be above 1, or the step too small to see",
                  "aucune taille ne peut le montrer : le taux dépasserait 1, ou la hausse est trop petite"}});
  const DesignedTrial designed{*wish, *design};
  const Answer answer{.document = [&] { return document_of(designed); },
                      .json = whole([&] { return json_of(designed); }),
                      .csv = tl::unexpected(design_has_no_table())};
  return write_answer(answer, options, common);
}

} // namespace deploy_plan::cli

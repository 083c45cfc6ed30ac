// deploy-plan test --assign LIST --arms A,B
#include "cli/test_drawing.hpp"
#include <algorithm>
#include <random>
#include <unordered_set>

namespace deploy_plan::cli {
namespace {

std::vector<std::string> arm_names(const std::string& words, const Common& common) {
  const auto count = read_number(words, NumberRange::whole(0, largest_whole));
  if (!count)
    return split_list(words);
  std::vector<std::string> names;
  for (std::size_t arm = 0; arm < static_cast<std::size_t>(std::min(*count, 1000.0)); ++arm)
    names.push_back(arm == 0 ? common.say({"reference", "référence"})
                             : common.say({"arm ", "bras "}) + std::to_string(arm));
  return names;
}

Phrase list_is_csv() {
  return {{"the list is always CSV: --format csv has no effect with --assign",
           "la liste est toujours en CSV : --format csv est sans effet avec --assign"}};
}

std::optional<Phrase> wrong_arms(const TestOptions& options, const std::vector<std::string>& names) {
  if (options.arms.empty())
    return Phrase{{"--assign needs --arms: control,letter", "--assign demande --arms : témoin,lettre"}};
  if (names.size() < 2 || names.size() > 100)
    return Phrase{{"--arms {0}: give 2 to 100 of them", "--arms {0} : donnez-en de 2 à 100"}, {options.arms}};
  std::unordered_set<std::string> seen;
  for (const std::string& name : names)
    if (name.empty() || !seen.insert(name).second)
      return Phrase{{"--arms {0}: each needs a name of its own", "--arms {0} : à chacun son nom"},
                    {options.arms}};
  if (!options.split.empty() && options.split.size() != names.size())
    return Phrase{{"--split: give a part for each arm", "--split : donnez une part par bras"}};
  if (!options.cluster.empty() && options.cluster == options.identity)
    return Phrase{{"--cluster and --id name the same column: each group would hold one beneficiary",
                   "--cluster et --id nomment la même colonne : chaque groupe compterait un bénéficiaire"}};
  if (options.format == "json" && options.output.empty())
    return Phrase{{"--format json tells the balance: give -o for the list",
                   "--format json dit l'équilibre : donnez -o pour la liste"}};
  if (options.format == "csv")
    return list_is_csv();
  return std::nullopt;
}

/// Chance among groups shows from two in each arm.
std::optional<Phrase> too_few_groups(const TestOptions& options, const report::BeneficiaryList& list,
                                     const std::vector<std::string>& names) {
  const std::size_t groups = list.strata().size();
  if (options.cluster.empty() || groups >= 2 * names.size())
    return std::nullopt;
  return Phrase{
      {"--cluster {0}: {1} {1#group|groups} for {2} arms; it takes two in each arm at least, and six to "
       "tell much",
       "--cluster {0} : {1} {1#groupe|groupes} pour {2} bras ; il en faut au moins deux par bras, et six "
       "pour bien conclure"},
      {options.cluster, static_cast<std::int64_t>(groups), static_cast<std::int64_t>(names.size())}};
}
} // namespace

Exit run_test_assign(const TestOptions& options, const Common& common) {
  const auto names = arm_names(options.arms, common);
  if (const auto wrong = wrong_arms(options, names))
    return refuse(common, *wrong);
  const std::string column = common.say({"arm", "bras"});
  const auto list = read_list(options.assigned, column, options, common);
  if (!list)
    return refuse(common, list.error());
  if (const auto wrong = too_few_groups(options, *list, names))
    return refuse(common, *wrong);
  const std::uint64_t seed = options.seed.value_or(std::random_device()());
  const auto split = options.split.empty() ? std::vector<double>(names.size(), 1) : options.split;
  Balance balance(list->columns(), names, seed);
  if (const Exit wrote =
          write_list({*list, column, names, assign(list->strata(), split, seed)}, balance, options, common);
      wrote != fine)
    return wrote;
  return tell_drawn(balance.assignment(), list_is_csv(), options, common);
}

} // namespace deploy_plan::cli

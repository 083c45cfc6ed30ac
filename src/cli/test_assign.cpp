// deploy-plan test --assign LIST --arms A,B
#include "cli/test.hpp"
#include "deploy_plan/assignment.hpp"
#include "report/views/trial/beneficiary_list.hpp"
#include "text/folding.hpp"
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

} // namespace

Phrase list_failure(const report::ListFailure& failure) {
  const auto* const missing = std::get_if<report::MissingColumn>(&failure);
  if (missing == nullptr)
    return std::get<Phrase>(failure);
  using Use = report::MissingColumn::Use;
  const char* const option = missing->use == Use::stratum    ? "--stratify"
                             : missing->use == Use::identity ? "--id"
                                                             : "--cluster";
  return {{"{0} {1}: the list has no such column; {2}", "{0} {1} : la liste n'a pas cette colonne ; {2}"},
          {std::string(option), missing->name,
           text::suggestion(missing->nearest, {{"its first line names them", "sa première ligne les nomme"}})
               .words()}};
}

namespace {
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
  const auto source = read_source(options.assigned, common.reading);
  if (!source)
    return refuse(common, {{"{0}: {1}", "{0} : {1}"}, {options.assigned, source.error()}});
  report::BeneficiaryList list(*source);
  if (const auto read = list.read(options.identity, options.stratify, options.cluster); !read)
    return refuse(common, list_failure(read.error()));
  const std::string column = common.say({"arm", "bras"});
  if (std::find(list.columns().begin(), list.columns().end(), column) != list.columns().end())
    return refuse(common, {{"{0} has a column {1} already: take it out first",
                            "{0} a déjà une colonne {1} : retirez-la"},
                           {options.assigned, column}});
  if (const auto wrong = too_few_groups(options, list, names))
    return refuse(common, *wrong);
  const std::uint64_t seed = options.seed.value_or(std::random_device()());
  const auto split = options.split.empty() ? std::vector<double>(names.size(), 1) : options.split;
  const auto arms = assign(list.strata(), split, seed);
  Balance balance(list.columns(), names, seed);
  Output output(options.output);
  list.write([&](std::string_view piece) { output.write(piece); }, column, names, arms, balance);
  if (const Exit wrote = output.finish(common); wrote != fine)
    return wrote;
  AnswerOptions told; // on the screen, whatever the list goes to
  told.format = options.format;
  const Assignment assignment = balance.assignment();
  if (options.output.empty()) { // the list is on standard output
    if (!common.quiet)
      tell(rendered(document_of(assignment), told, common));
    return fine;
  }
  const Answer answer{.document = [&] { return document_of(assignment); },
                      .json = whole([&] { return json_of(assignment); }),
                      .csv = tl::unexpected(list_is_csv())};
  return write_answer(answer, told, common);
}

} // namespace deploy_plan::cli

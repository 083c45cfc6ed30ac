// deploy-plan test FILE [ACTION…]
#include "cli/test.hpp"
#include "cli/assignments.hpp"
#include "report/views/trial/trial_csv.hpp"
#include "text/folding.hpp"

namespace deploy_plan::cli {

tl::expected<const Action*, Phrase> find_action(const Strategy& strategy, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const Action& action : strategy.actions) {
    if (action.id == id)
      return &action;
    ids.push_back(action.id);
  }
  return tl::unexpected(
      Phrase{{"{0} has no action {1}: {2}", "{0} n'a pas d'action {1} : {2}"},
             {strategy.name, id,
              text::suggestion(text::nearest(id, ids), {{"rank lists them", "rank les liste"}}).words()}});
}

namespace of_test {
namespace {

tl::expected<std::vector<Trial>, Phrase> chosen_trials(const Strategy& strategy, const TestOptions& options,
                                                       Date day) {
  if (options.actions.empty())
    return read_trials(strategy, day);
  std::vector<Trial> trials;
  for (const std::string& id : options.actions) {
    const auto action = find_action(strategy, id);
    if (!action)
      return tl::unexpected(action.error());
    auto trial = read_trial(strategy, **action, day);
    if (!trial)
      return tl::unexpected(Phrase{{"{0} has no test: test {1} {0} --design pilot plans one",
                                    "{0} n'a pas de test : test {1} {0} --design pilot en prévoit un"},
                                   {id, options.path}});
    trials.push_back(std::move(*trial));
  }
  return trials;
}

Exit run_reading(const TestOptions& options, const Common& common) {
  if (options.path.empty())
    return refuse(common, {{"give a strategy file, --design, --assign or --roll-out",
                            "donnez un fichier de stratégie, --design, --assign ou --roll-out"}});
  const auto strategy = read_one(options.path, "test", options, common);
  if (!strategy)
    return refuse(common, strategy.error());
  const auto trials = chosen_trials(*strategy, options, common.as_of);
  if (!trials)
    return refuse(common, trials.error());
  const StrategyTrials told{strategy->name, common.as_of, strategy->budget ? strategy->budget->currency : "",
                            *trials};
  const Exit gated = judge_gates(options.gate, common, over(strategy->name, told));
  if (gated == not_carried_out)
    return gated;
  const Answer answer{.document = [&] { return document_of(told); },
                      .json = whole([&] { return json_of(told); }),
                      .csv = whole([&](bool french) { return report::trials_csv(*trials, french); })};
  return write_answer(answer, options, common, gated);
}

Exit run(const TestOptions& options, const Common& common) {
  if (const auto misuse = misused(options))
    return refuse(common, *misuse);
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  if (const auto misuse = stray_option(options))
    return refuse(common, *misuse);
  if (!options.rolled_out.empty())
    return run_test_roll_out(options, common);
  if (options.next)
    return run_test_next(options, common);
  if (!options.design.empty())
    return run_test_design(options, common);
  return options.assigned.empty() ? run_reading(options, common) : run_test_assign(options, common);
}

void declare_design(CLI::App& app, TestOptions& options, const Common& words) {
  add_choice(app, "--design", options.design,
             {"ab", "pilot", "sequence", "double_aveugle", "pilote", "séquence"}, words,
             {"say what a test takes instead; with FILE ACTION, from what the action says",
              "dire plutôt ce que demande un test ; avec FICHIER ACTION, d'après ce que dit l'action"});
  const auto add = [&](const char* name, std::optional<double>& into, const NumberRange& range,
                       Text meaning) { add_number(app, name, into, range, words, meaning)->type_name("X"); };
  add("--baseline", options.baseline, NumberRange::from(0, 1e12),
      {"the reference's rate; of a sequence, the count by step",
       "le taux de la référence ; d'une séquence, le comptage par pas"});
  add("--effect", options.effect, NumberRange::inside(0, 1000),
      {"the smallest rise that counts, in rate: 0.02 is 2 points; of a sequence, relative",
       "la plus petite hausse qui compte, en taux : 0.02 fait 2 points ; d'une séquence, relative"});
  add("--threshold", options.threshold, NumberRange::inside(0, 1),
      {"the rate that a pilot is to pass", "le taux qu'un pilote doit dépasser"});
  add("--power", options.power, power_range,
      {"chance to see the effect; 0.8 if left out", "chance de voir l'effet ; 0,8 sinon"});
  add("--alpha", options.alpha, alpha_range,
      {"chance of a false alarm; 0.05 if left out", "risque de fausse alerte ; 0,05 sinon"});
  add("--pace", options.pace, NumberRange::above(0, 1e12),
      {"exposed, or steps of a sequence, a week", "exposés, ou pas d'une séquence, par semaine"});
  add("--market", options.market, NumberRange::above(0, 1e15),
      {"the most that can be exposed", "le plus qu'on puisse exposer"});
  add("--cluster-size", options.cluster_size, NumberRange::from(1, 1e9),
      {"people in a group on average, where groups are drawn: communes, schools, relays",
       "personnes par groupe en moyenne, quand ce sont des groupes qu'on tire : communes, écoles, relais"});
  add("--icc", options.icc, NumberRange::below(0, 1),
      {"how alike those of one group are: intracluster correlation, often 0.01 to 0.1",
       "combien se ressemblent ceux d'un groupe : corrélation intragrappe, souvent 0,01 à 0,1"});
  add("--cluster-variation", options.cluster_variation, NumberRange::from(0, 10),
      {"how much the groups' sizes vary: standard deviation over mean; 0 if left out",
       "combien varie la taille des groupes : écart type sur moyenne ; 0 sinon"});
  add("--dispersion", options.dispersion, NumberRange::above(0, 1e6),
      {"how much more the counts of a sequence vary than chance has it; 1 if left out",
       "combien les comptages d'une séquence varient de plus que le hasard ; 1 sinon"});
  add("--autocorrelation", options.autocorrelation, NumberRange::inside(-0.9, 0.98),
      {"how much a step's error resembles the one before, which test tells of a sequence; 0 if left out",
       "combien l'écart d'un pas ressemble au précédent, que test donne d'une séquence ; 0 sinon"});
}

/// The parts of the arms, in one list or several.
void read_split(const std::vector<std::string>& lists, std::vector<double>& split, const Common& common) {
  for (const std::string& list : lists)
    for (const std::string& part : split_list(list))
      split.push_back(number_or_refusal("--split", part, NumberRange::above(0, 1e9), common));
}

void declare_assignment(CLI::App& app, TestOptions& options, const Common& words) {
  app.add_option(
         "--assign", options.assigned,
         words.say({"split this list (CSV) at random into the arms instead, and write it with its arm",
                    "répartir plutôt cette liste (CSV) au hasard entre les bras, et l'écrire avec son bras"}))
      ->type_name("LIST");
  app.add_option("--arms", options.arms,
                 words.say({"how many, or their names between commas; the first is the reference",
                            "combien, ou leurs noms entre virgules ; le premier est la référence"}))
      ->type_name("N|A,B");
  app.add_option_function<std::vector<std::string>>(
         "--split",
         [&options, words](const std::vector<std::string>& lists) {
           read_split(lists, options.split, words);
         },
         words.say({"the parts of the arms: 0.5,0.25,0.25; equal if left out",
                    "les parts des bras : 0,5;0,25;0,25 ; égales sinon"}))
      ->type_name("P,P")
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
  add_repeatable(app, "--stratify", options.stratify, words, {"COLUMN", "COLUMN"},
                 {"a column in whose values the arms are to be alike; repeatable",
                  "une colonne dont les valeurs seront partagées également ; répétable"});
  app.add_option("--id", options.identity,
                 words.say({"the column that names a beneficiary: none may stand twice",
                            "la colonne qui nomme un bénéficiaire : aucun ne peut y être deux fois"}))
      ->type_name("COLUMN");
  app.add_option("--cluster", options.cluster,
                 words.say({"the column that names each one's group: whole groups are drawn",
                            "la colonne qui nomme le groupe de chacun : on tire des groupes entiers"}))
      ->type_name("COLUMN");
  add_number(app, "--seed", options.seed, NumberRange::whole(0, largest_whole), words,
             {"of the random numbers; the same seed gives the same arms",
              "des nombres au hasard ; la même graine donne les mêmes bras"})
      ->type_name("S");
}

void declare_next(CLI::App& app, TestOptions& options, const Common& words) {
  app.add_flag(
      "--next", options.next,
      words.say({"say instead which test is worth running before the money is spent; several FILEs share "
                 "one budget",
                 "dire plutôt quel test vaut d'être mené avant d'engager l'argent ; plusieurs FICHIER "
                 "partagent un budget"}));
  declare_budgets(app, options.budgets, words);
  add_number(app, "--draws", options.draws, NumberRange::whole(100, 20000), words,
             {"of effects, for --next; 1000 if left out", "d'effets, pour --next ; 1000 sinon"})
      ->type_name("N");
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<TestOptions>();
  declare_strategy_file(app, options->path, words);
  app.add_option("ACTION", options->actions,
                 words.say({"actions whose tests to read; all of them if left out",
                            "actions dont lire les tests ; toutes sinon"}))
      ->type_name("");
  declare_design(app, *options, words);
  declare_assignment(app, *options, words);
  declare_roll_out(app, *options, words);
  declare_next(app, *options, words);
  declare_format(app, options->format, answer_formats(), words);
  declare_gate_options(app, options->gate, words);
  declare_answer_options(app, *options, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan test strategy.json",
     {"what each action's test says: adopt, drop, go on, cannot tell",
      "ce que dit le test de chaque action : adopter, abandonner, poursuivre, impossible de conclure"}},
    {"deploy-plan test --design ab --baseline 0.05 --effect 0.02",
     {"how many it takes to see 2 points more than 5%",
      "combien il en faut pour voir 2 points de plus que 5 %"}},
    {"deploy-plan test --assign list.csv --arms control,letter --seed 7 -o arms.csv",
     {"two similar samples of a list, at random", "deux échantillons similaires d'une liste, au hasard"}},
    {"deploy-plan test --roll-out list.csv --waves 4 --id code --seed 7 -o waves.csv",
     {"a roll-out in four waves drawn at random", "un déploiement par vagues, quatre tirées au hasard"}},
    {"deploy-plan test --next strategy.json",
     {"which test is worth running before the money is spent",
      "quel test vaut d'être mené avant d'engager l'argent"}},
};
} // namespace
} // namespace of_test

const Command test_command{"test",
                           {"read the actions' tests, design them, draw their samples",
                            "lire les tests des actions, les concevoir, tirer leurs échantillons"},
                           of_test::examples,
                           of_test::declare};

} // namespace deploy_plan::cli

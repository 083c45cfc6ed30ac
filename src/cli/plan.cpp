// deploy-plan plan FILE…
#include "deploy_plan/plan.hpp"
#include "cli/assignments.hpp"
#include "cli/plan_failure.hpp"
#include "cli/plan_schedule.hpp"
#include "cli/strategies.hpp"
#include "deploy_plan/scenario.hpp"
#include "model/description.hpp"
#include "report/calendar_file.hpp"
#include "report/views/plan/plan_csv.hpp"
#include "text/number.hpp"
#include <filesystem>

namespace deploy_plan::cli {
namespace of_plan {
namespace {

struct Options : AnswerOptions {
  std::vector<std::string> paths;
  std::string maximise;
  std::vector<std::string> reach;
  bool reaches = false;
  std::vector<std::string> budgets, lever_limits, fixed, floors;
  std::string step = "month";
  bool keep = false;
  std::size_t frontier = 12;
  double seconds = 60;
  double gap = 1e-6;
  DrawOptions drawn;
  std::optional<double> confidence;
  std::string exported, written, calendar;
  GateOptions gate;
};

/// A segment, whose id may hold any sign but this one, and a share of one, or a percentage.
std::optional<SegmentFloor> read_floor(std::string_view text) {
  const auto equals = text.rfind('=');
  if (equals == std::string_view::npos || equals == 0)
    return std::nullopt;
  const auto share = text::read_number_or_percent(text.substr(equals + 1));
  if (!share || !(*share > 0 && *share <= 1))
    return std::nullopt;
  return SegmentFloor{std::string(text.substr(0, equals)), *share};
}

/// The command line's words as options of the analysis, or what is wrong with them.
tl::expected<PlanOptions, Phrase> read_options(const Options& options) {
  PlanOptions how;
  how.goal = options.reaches ? PlanGoal::reach : PlanGoal::maximise;
  how.objectives = options.reach;
  if (!options.maximise.empty())
    how.objectives.push_back(options.maximise);
  how.frontier = options.frontier;
  how.seconds = options.seconds;
  how.gap = options.gap;
  options.drawn.give_to(how);
  how.confidence = options.confidence;
  if (options.reaches && !options.maximise.empty())
    return tl::unexpected(
        Phrase{{"--maximise and --reach exclude each other", "--maximise et --reach s'excluent"}});
  if (const auto read = read_budgets(options.budgets, how); !read)
    return tl::unexpected(read.error());
  for (const std::string& text : options.lever_limits) {
    const auto one = read_assignment(text, NumberRange::whole(0, largest_whole));
    const auto* const family = one ? model::find_choice(model::choices<Family>(), one->name) : nullptr;
    if (family == nullptr)
      return tl::unexpected(
          not_an_assignment("--lever-max", text,
                            {"relays=3, with a family of levers", "relais=3, avec une famille de leviers"}));
    how.lever_limits.push_back({static_cast<Family>(family->value), static_cast<std::int64_t>(one->value)});
  }
  for (const std::string& text : options.fixed) {
    const auto one = read_assignment(text, NumberRange::whole(0, 100000));
    if (!one)
      return tl::unexpected(not_an_assignment("--fix", text, {"ACTION=RUNS", "ACTION=PASSAGES"}));
    how.fixed.push_back({one->name, static_cast<std::int64_t>(one->value)});
  }
  how.keep = options.keep;
  how.values_tests = how.draws > 0;
  how.step = options.step == "week" ? PlanStep::week : PlanStep::month;
  for (const std::string& text : options.floors) {
    const auto one = read_floor(text);
    if (!one)
      return tl::unexpected(not_an_assignment(
          "--floor", text, {"SEGMENT=SHARE, such as rural=20%", "SEGMENT=PART, comme rural=20 %"}));
    how.floors.push_back(*one);
  }
  return how;
}

Exit write_program(const Options& options, const PlanOptions& how, std::span<const Strategy> strategies,
                   const Common& common) {
  const bool mps = options.exported.ends_with(".mps");
  if (!mps && !options.exported.ends_with(".lp"))
    return refuse(common, {{"--export {0}: name it .mps or .lp", "--export {0} : nommez-le en .mps ou .lp"},
                           {options.exported}});
  const auto program =
      plan_program(strategies, common.as_of, how, mps ? ProgramFormat::mps : ProgramFormat::lp);
  return program ? write_whole(*program, options.exported, common) : refuse(common, said(program.error()));
}

/// The strategy file with the plan's schedule: what is committed, as plan, compare and diff then read it.
Exit write_strategy(const Options& options, const Plan& plan, const Strategy& strategy,
                    const Common& common) {
  const auto source = read_source(options.paths.front(), common.reading);
  const auto file = source ? StrategyFile::open(*source, check_options(options, common)).file : std::nullopt;
  if (!file)
    return refuse(
        common, {{"--write takes a file of one strategy", "--write prend un fichier d'une seule stratégie"}});
  return write_whole(file->rewritten(written_schedule(plan, strategy)), options.written, common);
}

Exit write_calendar(const Options& options, const Plan& plan, const Common& common) {
  const auto calendar = report::calendar_file(plan, common.language);
  if (calendar)
    return write_whole(*calendar, options.calendar, common);
  if (calendar.error().entries == 0) { // the answer says that nothing is to be done
    if (!common.quiet)
      tell(common, {{"--ics {0}: not written, as the plan has no run to enter into a calendar",
                     "--ics {0} : non écrit, le plan n'ayant aucun passage à inscrire dans un calendrier"},
                    {options.calendar}});
    return fine;
  }
  return refuse(common, {{"--ics {0}: the plan would make {1} entries, and a calendar takes {2} at most",
                          "--ics {0} : le plan ferait {1} entrées, et un calendrier en prend {2} au plus"},
                         {options.calendar, static_cast<std::int64_t>(calendar.error().entries),
                          static_cast<std::int64_t>(report::NoCalendar::most)}});
}

/// Whether two paths lead to one file, there already or not.
bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code unknown;
  return std::filesystem::weakly_canonical(one, unknown) == std::filesystem::weakly_canonical(other, unknown);
}

/// What is written into one file leaves nothing of what was written there before.
std::optional<Phrase> written_twice(const Options& options) {
  const std::pair<const char*, const std::string*> files[] = {
      {"--write", &options.written}, {"--ics", &options.calendar}, {"-o", &options.output}};
  for (const auto& one : files)
    for (const auto* other = &one + 1; other != std::end(files); ++other)
      if (!one.second->empty() && is_same_file(*one.second, *other->second))
        return Phrase{{"{0} and {1} name one file: {2} would hold one of the two",
                       "{0} et {1} nomment un seul fichier : {2} ne contiendrait que l'un des deux"},
                      {std::string(one.first), std::string(other->first), *other->second}};
  return std::nullopt;
}

Exit run(const Options& options, const Common& common) {
  if (const auto misuse = misused(options))
    return refuse(common, *misuse);
  if (const auto misuse = misused(options.gate))
    return refuse(common, *misuse);
  const auto how = read_options(options);
  if (!how)
    return refuse(common, how.error());
  const auto strategies = read_strategies(options.paths, options, common);
  if (!strategies)
    return refuse(common, strategies.error());
  if (!options.written.empty() && options.paths.size() > 1)
    return refuse(
        common, {{"--write takes a file of one strategy", "--write prend un fichier d'une seule stratégie"}});
  if (const auto clash = written_twice(options))
    return refuse(common, *clash);
  if (!options.exported.empty())
    return write_program(options, *how, *strategies, common);
  const auto planned = plan(*strategies, common.as_of, *how);
  if (!planned)
    return refuse(common, said(planned.error()));
  const Exit gated = judge_gates(options.gate, common, over(planned->strategies.front(), *planned));
  if (gated == not_carried_out)
    return gated;
  const bool infeasible = planned->status == PlanStatus::infeasible;
  if (!options.written.empty() && !infeasible)
    if (const Exit wrote = write_strategy(options, *planned, strategies->front(), common); wrote != fine)
      return wrote;
  if (!options.calendar.empty() && !infeasible)
    if (const Exit wrote = write_calendar(options, *planned, common); wrote != fine)
      return wrote;
  const Answer answer{.document = [&] { return document_of(*planned); },
                      .json = whole([&] { return json_of(*planned); }),
                      .csv = whole([&](bool french) { return report::plan_csv(*planned, french); })};
  return write_answer(answer, options, common, infeasible ? gate_failed : gated);
}

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<Options>();
  app.add_option("FILE", options->paths,
                 words.say({"strategy files or folders; several share one budget",
                            "fichiers ou dossiers de stratégies ; plusieurs partagent un budget"}))
      ->type_name("")
      ->required();
  app.add_option("--maximise,--maximize", options->maximise,
                 words.say({"the objective to gain most for; else the North Star",
                            "l'objectif pour lequel gagner le plus ; sinon l'étoile polaire"}))
      ->type_name(words.say({"OBJECTIVE", "OBJECTIF"}));
  app.add_option_function<std::vector<std::string>>(
         "--reach",
         [options = options.get()](const std::vector<std::string>& named) {
           options->reaches = true;
           for (const std::string& one : named)
             if (!one.empty() && one != "all")
               options->reach.push_back(one);
         },
         words.say(
             {"reach the target of this objective at the least full cost; repeatable; all: of every one",
              "atteindre la cible de cet objectif au moindre coût complet ; répétable ; all : de tous"}))
      ->type_name(words.say({"OBJECTIVE", "OBJECTIF"}))
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
  declare_budgets(app, options->budgets, words);
  add_repeatable(
      app, "--lever-max", options->lever_limits, words, {"LEVER=RUNS", "LEVIER=PASSAGES"},
      {"at most so many runs by a lever; repeatable", "au plus tant de passages par un levier ; répétable"});
  add_repeatable(app, "--fix", options->fixed, words, {"ACTION=RUNS", "ACTION=PASSAGES"},
                 {"so many runs of an action, no more and no less; repeatable",
                  "tant de passages d'une action, ni plus ni moins ; répétable"});
  add_repeatable(app, "--floor", options->floors, words, {"SEGMENT=SHARE", "SEGMENT=PART"},
                 {"at least so much of what all runs bring goes to a segment: rural=20%; repeatable",
                  "au moins tant de ce qu'apportent les passages va à un segment : rural=20 % ; répétable"});
  add_choice(app, "--step", options->step, {"month", "week"}, words,
             {"plan month by month, or week by week; month if left out",
              "planifier par mois (month) ou par semaine (week) ; month sinon"});
  app.add_flag("--keep", options->keep,
               words.say({"change what the file's schedules have as little as possible, and say what moved",
                          "changer le moins possible les calendriers du fichier, et dire ce qui a bougé"}));
  add_number(app, "--frontier", options->frontier, NumberRange::whole(0, 1000), words,
             {"points of the frontier; 0 for none", "points de la frontière ; 0 pour aucun"})
      ->type_name("N");
  add_number(app, "--time-limit", options->seconds, NumberRange::above(0, 1e6), words,
             {"seconds for the whole answer; 60 if left out", "secondes pour toute la réponse ; 60 sinon"})
      ->type_name("S");
  add_number(
      app, "--gap", options->gap, NumberRange::from(0, 1), words,
      {"relative gap that counts as proven; 1e-6 if left out", "écart relatif tenu pour prouvé ; 1e-6 sinon"})
      ->type_name("G");
  add_number(app, "--confidence", options->confidence, NumberRange::from(0.01, 0.999), words,
             {"the cheapest plan found that reaches the targets with this probability",
              "le plan le moins cher trouvé qui atteint les cibles avec cette probabilité"})
      ->type_name("P");
  declare_draw_options(app, options->drawn, 1000000, words);
  app.add_option("--export", options->exported,
                 words.say({"write the program for another solver instead, .mps or .lp",
                            "écrire plutôt le programme pour un autre solveur, .mps ou .lp"}))
      ->type_name("FILE");
  app.add_option("--write", options->written,
                 words.say({"also write the strategy with this schedule, in its own layout",
                            "écrire aussi la stratégie avec ce calendrier, dans sa propre mise en page"}))
      ->type_name("FILE");
  app.add_option("--ics", options->calendar,
                 words.say({"also write a calendar, an entry a run and a decision",
                            "écrire aussi un agenda, une entrée par passage et par décision"}))
      ->type_name("FILE");
  declare_format(app, options->format, answer_formats(), words);
  declare_gate_options(app, options->gate, words);
  declare_answer_options(app, *options, words);
  return [options](const Common& common) { return run(*options, common); };
}

constexpr Example examples[] = {
    {"deploy-plan plan strategy.json",
     {"the best plan for the North Star within the budget",
      "le meilleur plan pour l'étoile polaire dans le budget"}},
    {"deploy-plan plan strategy.json --budget money=20000,days=60",
     {"with other means", "avec d'autres moyens"}},
    {"deploy-plan plan strategy.json --ics plan.ics --write planned.json",
     {"a calendar to open, and the strategy with what is now committed",
      "un agenda à ouvrir, et la stratégie avec ce qui est désormais engagé"}},
    {"deploy-plan plan planned.json --keep",
     {"after a slip: what still holds, and what moved",
      "après un retard : ce qui tient encore, et ce qui bouge"}},
    {"deploy-plan plan strategy.json --reach all",
     {"every target, at the least cost", "toutes les cibles, au moindre coût"}},
    {"deploy-plan plan strategies/ --budget money=100000",
     {"one budget, shared by many strategies", "un budget partagé par plusieurs stratégies"}},
};
} // namespace
} // namespace of_plan

const Command plan_command{
    "plan",
    {"find the actions that bring most within the means, or reach the targets for least",
     "trouver les actions qui apportent le plus dans les moyens, ou atteignent les cibles au moindre coût"},
    of_plan::examples,
    of_plan::declare};

} // namespace deploy_plan::cli

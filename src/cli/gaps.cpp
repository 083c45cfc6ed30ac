#include "cli/gaps.hpp"
#include "cli/own_scenarios.hpp"
#include "cli/plan_failure.hpp"
#include "cli/portfolio_pages.hpp"
#include "cli/strategies.hpp"
#include "report/exports/openmetrics.hpp"
#include "report/exports/pilote.hpp"
#include "report/views/gap/gap_document.hpp"
#include "report/views/gap/gap_writers.hpp"
#include "report/views/sheet/sheet_view.hpp"
#include "source/in_order.hpp"
#include "text/failure.hpp"
#include <map>
#include <set>

namespace deploy_plan::cli {
namespace {

/// A section that stands in a report only where it is asked for, and by itself as CSV too.
constexpr const char* parliament = "parliament";
bool is_sheet(const GapOptions& options) {
  return options.in_full && options.format == "csv" &&
         options.view.only == std::vector<std::string>{parliament};
}

std::vector<std::string> known_sections(const GapOptions& options) {
  std::vector<std::string> all(std::begin(report::gap_sections), std::end(report::gap_sections));
  if (options.in_full)
    all.insert(all.end(), {"brief", "test", "forecast", "rank", "plan", parliament});
  return all;
}
std::string listed(const std::vector<std::string>& sections) {
  std::string all;
  for (const std::string& section : sections)
    all += (all.empty() ? "" : ", ") + section;
  return all;
}

/// What is written of the strategies but their gaps: outlooks are told for gates alone.
bool is_without_gaps(const GapOptions& options) { return options.format == "pilote" || is_sheet(options); }

/// What chooses among figures has no effect where all are written, or none is of a gap.
std::optional<Phrase> misused_export(const GapOptions& options) {
  const bool is_all = options.format == "openmetrics" || options.format == "pilote";
  const char* const option = is_all && !options.view.segment.empty() ? "--segment"
                             : options.format == "pilote" && options.with_plan && options.gate.gates.empty()
                                 ? "--with-plan"
                                 : nullptr;
  if (option == nullptr)
    return std::nullopt;
  return Phrase{{"{0} has no effect on --format {1}", "{0} est sans effet sur --format {1}"},
                {std::string(option), options.format}};
}

/// An option that has no effect, or a section that there is not.
std::optional<Phrase> misused(const GapOptions& options, const std::string& sections) {
  if (auto misuse = cli::misused(options))
    return misuse;
  if (auto misuse = cli::misused(options.gate))
    return misuse;
  if (auto misuse = misused_export(options))
    return misuse;
  if (!options.view.only.empty() && !options.is_document() && !is_sheet(options))
    return Phrase{{"{0} has no effect on --format {1}", "{0} est sans effet sur --format {1}"},
                  {sections, options.format}};
  const auto known = known_sections(options);
  for (const std::string& section : options.view.only)
    if (std::find(known.begin(), known.end(), section) == known.end())
      return Phrase{
          {"{0} {1}: there is no such section, but {2}", "{0} {1} : il n'y a pas de telle section, mais {2}"},
          {sections, section, listed(known)}};
  return std::nullopt;
}

/// Where gaps go as they come, whatever the format.
class Told {
public:
  Told(const GapOptions& options, const Common& common)
      : options_(options), common_(common), output_(is_pages(options) ? std::string() : options.output),
        document_(common.as_of, options.view) {
    if (is_pages(options))
      pages_.emplace(options, options.view, common);
    output_.hold();
    const Sink sink = [this](std::string_view piece) { output_.write(piece); };
    if (options.format == "pilote")
      output_.write(report::pilote_header());
    else if (is_sheet(options))
      output_.write(report::indicator_sheet_csv_header(common.language, options.is_french_csv()));
    else if (options.format == "openmetrics")
      writer_ = report::openmetrics_writer(sink);
    else if (options.format == "csv")
      writer_ = report::gap_csv_writer(sink, options.is_french_csv());
    else if (options.format == "json")
      writer_ = report::gap_json_writer(sink, common.as_of);
  }
  void add(ToldStrategy&& told, const std::string& file) {
    if (pages_)
      pages_->add(std::move(told.gap), std::move(told.around), file, options_.paths);
    else if (options_.format == "pilote")
      output_.write(report::pilote_rows(told.indicators));
    else if (is_sheet(options_) && told.sheet)
      output_.write(report::indicator_sheet_csv(*told.sheet, common_.language, options_.is_french_csv()));
    else if (writer_)
      writer_->add(std::move(told.gap));
    else
      document_.add(std::move(told.gap), std::move(told.around));
  }
  [[nodiscard]] Exit finish(Exit success) {
    if (pages_)
      return pages_->finish(success);
    if (writer_)
      writer_->end();
    else if (options_.is_document())
      output_.write(written());
    return output_.finish(common_, success);
  }

private:
  static bool is_pages(const GapOptions& options) {
    return options.in_full && options.format == "html" && is_folder(options.output);
  }
  /// What is read first fits into a comment, if it is to be one.
  std::string written() {
    constexpr std::size_t most_of_one = 10000, most_of_many = 60000;
    const Document document = document_.document();
    const std::size_t most = document_.is_of_one() ? most_of_one : most_of_many;
    return rendered(document, options_, common_, options_.brief_only ? most : 0);
  }

  const GapOptions& options_;
  const Common& common_;
  Output output_;
  std::optional<PortfolioPages> pages_; ///< where the output is a folder
  report::GapDocument document_;
  std::unique_ptr<report::GapWriter> writer_; ///< of formats that programs read
};

/// Indicators whose rows were written, and what PILOTE would make of them.
class Indicators {
public:
  /// Why they cannot be written: PILOTE takes one figure by indicator, zone, day and kind.
  std::optional<Phrase> take(const std::string& strategy, std::span<const IndicatorFigure> figures) {
    for (const IndicatorFigure& one : figures) {
      const auto owner = std::pair(strategies_, one.objective);
      const auto [told, is_new] = owners_.emplace(std::pair(one.indicator, one.zone), owner);
      if (!is_new && told->second != owner)
        return Phrase{
            {"{0}: two objectives are the indicator {1} of the zone {2}: {3} and {4}; give each its "
             "indicator",
             "{0} : deux objectifs sont l'indicateur {1} de la zone {2} : {3} et {4} ; donnez à chacun "
             "son indicateur"},
            {strategy, one.indicator, one.zone, told->second.second, one.objective}};
      if (is_new && !is_pilote_indicator(one.indicator))
        refused_.emplace(one.indicator);
      if (is_new && !is_pilote_zone(one.zone))
        refused_.emplace(one.zone);
    }
    ++strategies_;
    return std::nullopt;
  }
  void tell(const Common& common) const {
    if (refused_.empty() || common.quiet)
      return;
    cli::tell(
        common,
        {{"PILOTE takes indicators like IND-001 and zones like D46, R84 or FRANCE, and not {0}{1}: give "
          "objectives their indicator, and segments their zone",
          "PILOTE prend des indicateurs comme IND-001 et des zones comme D46, R84 ou FRANCE, et pas {0}{1} : "
          "donnez aux objectifs leur indicateur, et aux segments leur zone"},
         {*refused_.begin(), refused_.size() == 1 ? Text{"", ""} : Text{" and others", " ni d'autres"}}});
  }

private:
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::string>> owners_;
  std::set<std::string> refused_;
  std::size_t strategies_ = 0;
};

bool has_segment(const Gap& gap, const std::string& wanted) {
  return wanted.empty() || std::any_of(gap.segments.begin(), gap.segments.end(),
                                       [&](const MarketGap& segment) { return segment.id == wanted; });
}

/// Strategies are told some at a time, on all threads, and taken in their order.
class GapRun {
public:
  GapRun(const GapOptions& chosen, const Common& words)
      : options(chosen), common(words), threads(chosen.drawn.count()), judge(chosen.gate),
        told(chosen, words) {
    how.indicators = options.format == "pilote";
    const bool is_foretold = !is_without_gaps(options) || !options.gate.gates.empty();
    how.outlooks = options.outlooks && is_foretold;
    how.with_plan = options.with_plan && is_foretold;
    how.in_full = options.in_full && options.is_document();
    how.only = options.view.only;
    how.draws = options.drawn.draws;
    how.seed = options.drawn.seed;
  }

  Exit run() {
    auto earlier = read_each(options.earlier, "--earlier", options, common);
    if (!earlier)
      return refuse(common, earlier.error());
    how.earlier = std::move(*earlier);
    const auto read =
        each_strategy(options.paths, options, common, [&](Strategy&& strategy, const std::string& file) {
          waiting.push_back({std::move(strategy), file});
          if (waiting.size() >= at_once * std::size_t{threads})
            tell_waiting();
        });
    if (!read)
      return refuse(common, read.error());
    tell_waiting();
    if (refused)
      return refuse(common, *refused);
    indicators.tell(common);
    const Exit gated = judge.finish(common);
    return gated == not_carried_out ? gated : told.finish(gated);
  }

private:
  /// Strategies in memory, by thread: enough that none waits long for the slowest.
  static constexpr std::size_t at_once = 16;

  struct Waiting {
    Strategy strategy;
    std::string file;
  };
  struct Outcome {
    std::optional<ToldStrategy> told = {};
    std::optional<Phrase> failure = {};
  };

  void tell_waiting() {
    const std::vector<Waiting> some = std::exchange(waiting, {});
    if (refused)
      return;
    std::size_t taken = 0;
    const unsigned for_each = some.size() == 1 ? threads : 1;
    source::in_order(
        some.size(), threads,
        [&](std::size_t i) {
          Outcome outcome;
          outcome.failure = text::failure_of([&] { outcome.told = tell(some[i], for_each); });
          return outcome;
        },
        [&](Outcome&& outcome) {
          const Waiting& of = some[taken++];
          const std::string& name = of.strategy.name;
          if (outcome.failure)
            refuse_later({{"{0}: {1}", "{0} : {1}"}, {name, outcome.failure->words()}});
          else
            take(std::move(*outcome.told), of.file);
        });
  }

  ToldStrategy tell(const Waiting& one, unsigned for_each) const {
    const bool has_scenarios = how.in_full && how.with_plan && !one.strategy.scenarios.empty();
    return tell_of(one.strategy, common.as_of, how, for_each,
                   has_scenarios ? own_scenarios(one.file, options, common) : OwnScenarios{});
  }

  void take(ToldStrategy&& one, const std::string& file) {
    if (refused)
      return;
    const std::string& name = one.gap.strategy;
    if (!how.earlier.empty() && has_taken)
      return refuse_later({{"--earlier takes one strategy", "--earlier prend une stratégie"}});
    has_taken = true;
    if (!has_segment(one.gap, options.view.segment))
      return refuse_later(
          {{"--segment {0}: {1} has no such segment", "--segment {0} : {1} n'a pas ce segment"},
           {options.view.segment, name}});
    if (one.without_plan && !options.in_full) {
      const Phrase why = without_plan(name, *one.without_plan);
      if (one.is_plan_missing)
        return refuse_later(why);
      if (!common.quiet)
        cli::tell(common, why);
    }
    if (auto why = indicators.take(name, one.indicators))
      return refuse_later(std::move(*why));
    judge.judge(over(name, one.gap));
    told.add(std::move(one), file);
  }

  void refuse_later(Phrase why) {
    if (!refused)
      refused = std::move(why);
  }

  const GapOptions& options;
  const Common& common;
  const unsigned threads;
  ToldOptions how;
  GateJudge judge;
  Told told;
  Indicators indicators;
  std::vector<Waiting> waiting;
  bool has_taken = false;
  std::optional<Phrase> refused; ///< the first reason
};

} // namespace

void declare_gap_options(CLI::App& app, GapOptions& options, const std::string& sections,
                         const Common& words) {
  app.add_option("FILE", options.paths,
                 words.say({"strategy files or folders; several make a portfolio",
                            "fichiers ou dossiers de stratégies ; plusieurs font un portefeuille"}))
      ->type_name("")
      ->required();
  add_repeatable(app, sections, options.view.only, words, {"SECTION", "SECTION"},
                 {"a section to show; repeatable", "une section à montrer ; répétable"});
  declare_gate_options(app, options.gate, words);
  declare_answer_options(app, options, words);
}

Exit run_gap(const GapOptions& options, const std::string& sections, const Common& common) {
  if (const auto misuse = misused(options, sections))
    return refuse(common, *misuse);
  return GapRun(options, common).run();
}

} // namespace deploy_plan::cli

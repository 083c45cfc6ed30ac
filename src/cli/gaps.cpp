#include "cli/gaps.hpp"
#include "cli/plan_failure.hpp"
#include "cli/strategies.hpp"
#include "report/views/gap/gap_writers.hpp"
#include "source/in_order.hpp"
#include "text/failure.hpp"

namespace deploy_plan::cli {
namespace {

std::vector<std::string> known_sections(const GapOptions& options) {
  std::vector<std::string> all(std::begin(report::gap_sections), std::end(report::gap_sections));
  if (options.in_full)
    all.insert(all.end(), {"test", "forecast", "rank", "plan"});
  return all;
}
std::string listed(const std::vector<std::string>& sections) {
  std::string all;
  for (const std::string& section : sections)
    all += (all.empty() ? "" : ", ") + section;
  return all;
}

/// An option that has no effect, or a section that there is not.
std::optional<Phrase> misused(const GapOptions& options, const std::string& sections) {
  if (auto misuse = cli::misused(options))
    return misuse;
  if (auto misuse = cli::misused(options.gate))
    return misuse;
  if (!options.view.only.empty() && !options.is_document())
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
      : options_(options), common_(common), output_(options.output), document_(common.as_of, options.view) {
    output_.hold();
    const Sink sink = [this](std::string_view piece) { output_.write(piece); };
    if (options.format == "csv")
      writer_ = report::gap_csv_writer(sink, options.is_french_csv());
    else if (options.format == "json")
      writer_ = report::gap_json_writer(sink, common.as_of);
  }
  void add(ToldStrategy&& told) {
    if (writer_)
      writer_->add(std::move(told.gap));
    else
      document_.add(std::move(told.gap), std::move(told.after));
  }
  [[nodiscard]] Exit finish(Exit success) {
    if (writer_)
      writer_->end();
    else
      output_.write(rendered(document_.document(), options_, common_));
    return output_.finish(common_, success);
  }

private:
  const GapOptions& options_;
  const Common& common_;
  Output output_;
  report::GapDocument document_;
  std::unique_ptr<report::GapWriter> writer_; ///< of formats that programs read
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
    how.outlooks = options.outlooks;
    how.with_plan = options.with_plan;
    how.in_full = options.in_full && options.is_document();
    how.only = options.view.only;
    how.draws = options.drawn.draws;
    how.seed = options.drawn.seed;
  }

  Exit run() {
    const auto read = each_strategy(options.paths, options, common, [&](Strategy&& strategy) {
      waiting.push_back(std::move(strategy));
      if (waiting.size() >= at_once * std::size_t{threads})
        tell_waiting();
    });
    if (!read)
      return refuse(common, read.error());
    tell_waiting();
    if (refused)
      return refuse(common, *refused);
    const Exit gated = judge.finish(common);
    return gated == not_carried_out ? gated : told.finish(gated);
  }

private:
  /// Strategies in memory, by thread: enough that none waits long for the slowest.
  static constexpr std::size_t at_once = 16;

  struct Outcome {
    std::optional<ToldStrategy> told = {};
    std::optional<Phrase> failure = {};
  };

  void tell_waiting() {
    const std::vector<Strategy> some = std::exchange(waiting, {});
    if (refused)
      return;
    std::size_t taken = 0;
    const unsigned for_each = some.size() == 1 ? threads : 1;
    source::in_order(
        some.size(), threads,
        [&](std::size_t i) {
          Outcome outcome;
          outcome.failure =
              text::failure_of([&] { outcome.told = tell_of(some[i], common.as_of, how, for_each); });
          return outcome;
        },
        [&](Outcome&& outcome) {
          const std::string& name = some[taken++].name;
          if (outcome.failure)
            refuse_later({{"{0}: {1}", "{0} : {1}"}, {name, outcome.failure->words()}});
          else
            take(std::move(*outcome.told));
        });
  }

  void take(ToldStrategy&& one) {
    if (refused)
      return;
    const std::string& name = one.gap.strategy;
    if (!has_segment(one.gap, options.view.segment))
      return refuse_later(
          {{"--segment {0}: {1} has no such segment", "--segment {0} : {1} n'a pas ce segment"},
           {options.view.segment, name}});
    if (one.without_plan && !options.in_full) {
      const Phrase why = without_plan(name, *one.without_plan);
      if (one.is_plan_missing)
        return refuse_later(why);
      if (!common.quiet)
        tell(common, why);
    }
    judge.judge(over(name, one.gap));
    told.add(std::move(one));
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
  std::vector<Strategy> waiting;
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

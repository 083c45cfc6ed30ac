#include "report/views/trial/trial_view.hpp"
#include "answers/trial_clusters.hpp"
#include "answers/trial_words.hpp"
#include "report/document/cells.hpp"
#include "report/views/trial/trial_comparison.hpp"
#include "report/views/trial/trial_sequence.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

using answers::verdict_reason;

std::string title_of(const Trial& trial) { return trial.name.empty() ? trial.action : trial.name; }

Share rounded(double rate) { return {shown(rate * 1000) / 1000}; }
Cell rate_cell(double rate) { return figure_cell(rounded(rate)); }
Cell points_cell(double difference) { return number_cell(difference * 100); }
Cell rates_cell(const Interval& interval) {
  return figure_cell(
      Phrase{{"{0} to {1}", "{0} à {1}"}, {rounded(interval.low), rounded(interval.high)}}.words());
}
Argument confidence(const Trial& trial) { return Share{1 - trial.alpha}; }

/// Of two rates: how many times as high.
Cell ratio_cell(const Interval& interval) {
  if (std::isinf(interval.high))
    return figure_cell(Phrase{{"{0} times or more", "{0} fois ou plus"}, {shown(interval.low)}}.words());
  return figure_cell(
      Phrase{{"{0} to {1} times", "{0} à {1} fois"}, {shown(interval.low), shown(interval.high)}}.words());
}
/// Never "100%", which nothing is.
Cell probability_cell(double probability) {
  if (probability > 0.999)
    return figure_cell(Words{"> 99.9%", "> 99,9\u202f%"});
  return probability < 0.001 ? figure_cell(Words{"< 0.1%", "< 0,1\u202f%"}) : rate_cell(probability);
}

Phrase verdict_line(const Trial& trial) {
  return {{"{0}: {1}.", "{0} : {1}."}, {shown_name(trial.verdict), verdict_reason(trial).words()}};
}

/// A difference of rates, and where it lies.
struct Difference {
  Phrase name;
  double value = 0;
  Interval interval;
};
std::vector<Difference> differences(std::span<const Trial> trials) {
  std::vector<Difference> all;
  for (const Trial& trial : trials) {
    if (const auto* ab = std::get_if<AbReading>(&trial.reading))
      for (const ReadComparison& one : ab->comparisons)
        all.push_back({{{"{0}: {1}", "{0} : {1}"}, {title_of(trial), ab->arms[one.arm].name}},
                       one.difference,
                       one.interval});
    if (const auto* pilot = std::get_if<PilotReading>(&trial.reading); pilot != nullptr && pilot->threshold)
      all.push_back({words(title_of(trial)),
                     pilot->rate() - *pilot->threshold,
                     {pilot->interval.low - *pilot->threshold, pilot->interval.high - *pilot->threshold}});
  }
  return all;
}

/// Every difference of rates on one scale, about none at all; nothing for fewer than two.
std::optional<Bars> on_one_scale(std::span<const Trial> trials) {
  const std::vector<Difference> all = differences(trials);
  if (all.size() < 2)
    return std::nullopt;
  double low = 0, high = 0;
  std::int64_t above = 0;
  for (const Difference& one : all) {
    low = std::min({low, one.value, one.interval.low});
    high = std::max({high, one.value, one.interval.high});
    above += one.interval.low > 0;
  }
  if (!(high > low))
    return std::nullopt;
  const auto place = [&](double value) { return (value - low) / (high - low); };
  const auto points = [](double value) { return Phrase{{"{0}", "{0}"}, {shown(value * 100)}}; };
  Bars bars{
      {{"{0} of {1} differences lie wholly above zero", "{0} {0#écart|écarts} sur {1} entièrement au-dessus "
                                                        "de zéro"},
       {above, static_cast<std::int64_t>(all.size())}},
      words(Text{"in points of percentage, each with its interval: arms less their reference, pilots less "
                 "their threshold",
                 "en points de pourcentage, chacun avec son intervalle : les bras moins leur référence, "
                 "les pilotes moins leur seuil"}),
      {},
      place(0),
      points(low),
      points(high),
      words(Text{"0", "0"})};
  for (const Difference& one : all)
    bars.bars.push_back({one.name,
                         place(one.value),
                         {},
                         points(one.value),
                         Tone::plain,
                         place(one.interval.low),
                         place(one.interval.high)});
  return bars;
}

Section verdicts(std::span<const Trial> trials) {
  Table table{
      words(Text{"What to do with each action, by its test", "Que faire de chaque action, d'après son test"}),
      {{"action", "action"},
       {"verdict", "verdict"},
       {"protocol", "protocole"},
       {"so far", "à ce jour"},
       {"planned", "prévu"},
       {"why", "pourquoi"}},
      {}};
  for (const Trial& trial : trials)
    table.rows.push_back({text_cell(words(title_of(trial))),
                          text_cell(words(shown_name(trial.verdict)), tone_of(trial.verdict)),
                          text_cell(words(protocol_name(trial.protocol))), count_cell(trial.size),
                          count_cell(trial.planned), text_cell(verdict_reason(trial))});
  std::vector<Block> blocks{std::move(table)};
  if (auto chart = on_one_scale(trials))
    blocks.emplace_back(std::move(*chart));
  return {"test-verdicts", words(Text{"Verdicts", "Verdicts"}), false, std::move(blocks)};
}

/// One test: its verdict, how far to trust it, its chart and its figures.
class TrialWriter {
public:
  TrialWriter(const Trial& told, const std::string& money) : trial(told), currency(money) {}

  Section write(std::size_t number) {
    blocks.emplace_back(Paragraph{verdict_line(trial), tone_of(trial.verdict)});
    const bool decided = trial.verdict == Verdict::adopt || trial.verdict == Verdict::drop;
    if (trial.looks == Looks::early && (decided || trial.verdict == Verdict::go_on))
      blocks.emplace_back(Paragraph{
          words(Text{
              "Read before its planned size: looking early and often finds gains that are not there, so the "
              "verdict rests on figures that hold however often one looks.",
              "Lu avant sa taille prévue : regarder tôt et souvent fait voir des gains qui n'existent pas, "
              "le "
              "verdict repose donc sur des chiffres valables quel que soit le nombre de lectures."}),
          Tone::warning});
    else if (decided && !trial.is_as_planned())
      blocks.emplace_back(Paragraph{
          trial.looks == Looks::past
              ? words(Text{
                    "Read past its planned size: the verdict rests on figures that hold however often one "
                    "looks.",
                    "Lu au-delà de sa taille prévue : le verdict repose sur des chiffres valables quel que "
                    "soit le nombre de lectures."})
              : words(Text{
                    "No size was planned: the verdict rests on figures that hold however often one looks.",
                    "Aucune taille n'était prévue : le verdict repose sur des chiffres valables quel que "
                    "soit le nombre de lectures."}),
          Tone::warning});
    if (trial.reserve)
      blocks.emplace_back(
          Paragraph{{{"To be read with a reserve: {0}.", "À lire avec une réserve : {0}."},
                     {answers::reserve_words(trial.reserve, trial.verdict == Verdict::adopt)}},
                    Tone::warning});
    if (const auto* clusters = trial.clusters())
      say(answers::clusters_said(*clusters));
    if (const auto* ab = std::get_if<AbReading>(&trial.reading))
      add(*ab);
    if (const auto* pilot = std::get_if<PilotReading>(&trial.reading))
      add(*pilot);
    if (const auto* sequence = std::get_if<SequenceReading>(&trial.reading))
      for (Block& block : sequence_blocks(trial, *sequence))
        blocks.push_back(std::move(block));
    if (const auto* compared = std::get_if<ComparedReading>(&trial.reading))
      for (Block& block : comparison_blocks(trial, *compared))
        blocks.push_back(std::move(block));
    return {"test-" + std::to_string(number), words(title_of(trial)), false, std::move(blocks)};
  }

private:
  const Trial& trial;
  const std::string& currency;
  std::vector<Block> blocks;

  void say(Phrase text) { blocks.emplace_back(Paragraph{std::move(text)}); }

  /// On a scale from none to the most.
  Bars bars(Phrase title, double most) const {
    const auto end = [](double share) { return Phrase{{"{0}", "{0}"}, {Share{shown(share * 1000) / 1000}}}; };
    return {
        std::move(title),
        {{"the bar is the rate seen, the lighter part or the line across it where the true one lies, {0} "
          "sure",
          "la barre est le taux observé, la partie claire ou le trait où se trouve le vrai taux, sûr à {0}"},
         {confidence(trial)}},
        {},
        {},
        end(0),
        end(most)};
  }
  /// The reference, and the arm that converts most beside it.
  static Phrase arms_seen(const AbReading& reading) {
    if (reading.arms.size() < 2)
      return words(Text{"Rates of the arms", "Taux des bras"});
    const auto best =
        std::max_element(reading.arms.begin() + 1, reading.arms.end(),
                         [](const ReadArm& one, const ReadArm& other) { return one.rate() < other.rate(); });
    const ReadArm& reference = reading.arms.front();
    return {{"{0} converts {1}, {2} {3}", "{0} convertit à {1}, {2} à {3}"},
            {best->name, rounded(best->rate()), reference.name, rounded(reference.rate())}};
  }

  void add(const AbReading& reading) {
    add_split(reading);
    Table table{{{"The arms; the first is the reference; intervals at {0}",
                  "Les bras ; le premier est la référence ; intervalles à {0}"},
                 {confidence(trial)}},
                {{"arm", "bras"},
                 {"exposed", "exposés"},
                 {"converted", "convertis"},
                 {"rate", "taux"},
                 {"true rate between", "vrai taux entre"},
                 {"needed", "nécessaires"}},
                {}};
    double most = 1e-9;
    for (const ReadArm& arm : reading.arms)
      most = std::max(most, arm.interval.high);
    Bars chart = bars(arms_seen(reading), most);
    for (const ReadArm& arm : reading.arms) {
      chart.bars.push_back({words(arm.name),
                            arm.rate() / most,
                            {},
                            words_of(rounded(arm.rate())),
                            Tone::plain,
                            arm.interval.low / most,
                            arm.interval.high / most});
      table.rows.push_back({text_cell(words(arm.name)), figure_cell(arm.sample.exposed),
                            figure_cell(arm.sample.converted), rate_cell(arm.rate()),
                            rates_cell(arm.interval), count_cell(arm.needed)});
    }
    blocks.emplace_back(std::move(chart));
    blocks.emplace_back(std::move(table));
    if (!reading.comparisons.empty())
      add_comparisons(reading);
  }

  static Phrase words_of(Argument figure) { return {{"{0}", "{0}"}, {std::move(figure)}}; }

  void add_split(const AbReading& reading) {
    if (!reading.srm_p_value)
      return;
    if (!reading.split_given)
      say(words(Text{"No split is given: the arms are taken to have been meant equal.",
                     "Aucune répartition n'est donnée : les bras sont supposés prévus égaux."}));
  }

  void add_comparisons(const AbReading& reading) {
    Table table{
        {{"Each arm less the reference, in points of percentage; intervals at {0}; chance: how often it "
          "alone would show as much{1}; at any time: what holds however often one looks",
          "Chaque bras moins la référence, en points de pourcentage ; intervalles à {0} ; hasard : combien "
          "de fois lui seul en montrerait autant{1} ; à tout moment : valable quel que soit le nombre de "
          "lectures"},
         {confidence(trial), reading.comparisons.size() > 1
                                 ? Text{", corrected for reading several", ", corrigé pour en lire plusieurs"}
                                 : Text{"", ""}}},
        {{"arm", "bras"},
         {"points more", "points de plus"},
         {"truly between", "en vérité entre"},
         {"chance", "hasard"},
         {"better, by probability", "meilleur, en probabilité"},
         {"at any time", "à tout moment"},
         {"chance, at any time", "hasard, à tout moment"}},
        {}};
    for (const ReadComparison& one : reading.comparisons) {
      Cell named = text_cell(words(reading.arms[one.arm].name));
      named.best = reading.best == one.arm;
      table.rows.push_back({named, points_cell(one.difference), interval_cell(one.interval),
                            chance_cell(one.holm_p_value), probability_cell(one.probability_better),
                            ratio_cell(one.always_valid.interval), chance_cell(one.always_valid.p_value)});
    }
    blocks.emplace_back(std::move(table));
    if (reading.clusters) {
      say(words(
          Text{"Chance is reckoned by Student's t test of the groups' rates, each group counting as one.",
               "Le hasard est calculé par le test t de Student des taux des groupes, chacun comptant "
               "pour un."}));
      return add_detectable(reading.detectable);
    }
    const bool exact =
        std::any_of(reading.comparisons.begin(), reading.comparisons.end(),
                    [](const ReadComparison& one) { return one.method == ComparisonMethod::fisher; });
    say(exact ? words(Text{
                    "Chance is reckoned by Fisher's exact test: fewer than 5 are expected somewhere.",
                    "Le hasard est calculé par le test exact de Fisher : on attend quelque part moins de 5 "
                    "personnes."})
              : words(Text{"Chance is reckoned by the z test: the samples are large enough for it.",
                           "Le hasard est calculé par le test z : les échantillons sont assez grands."}));
    add_detectable(reading.detectable);
  }

  void add_detectable(const std::optional<double>& detectable) {
    if (detectable)
      say({{"These sizes show a rise of {0} points or more, {1} of the time.",
            "Ces tailles montrent une hausse de {0} {0#point|points} ou plus, {1} du temps."},
           {shown(*detectable * 100), Share{trial.power}}});
  }

  void add(const PilotReading& reading) {
    const double most = std::max({1e-9, reading.interval.high, reading.threshold.value_or(0)});
    Bars chart = bars(reading.threshold ? Phrase{{"The pilot converts {0}, for a threshold of {1}",
                                                  "Le pilote convertit à {0}, pour un seuil de {1}"},
                                                 {rounded(reading.rate()), rounded(*reading.threshold)}}
                                        : Phrase{{"The pilot converts {0}", "Le pilote convertit à {0}"},
                                                 {rounded(reading.rate())}},
                      most);
    chart.bars.push_back({words(Text{"converted", "convertis"}), reading.rate() / most,
                          reading.threshold ? std::optional(*reading.threshold / most) : std::nullopt,
                          words_of(rounded(reading.rate())), Tone::plain, reading.interval.low / most,
                          reading.interval.high / most});
    blocks.emplace_back(std::move(chart));
    Table table{{{"The pilot; intervals at {0}", "Le pilote ; intervalles à {0}"}, {confidence(trial)}},
                {{"figure", "chiffre"}, {"value", "valeur"}, {"between", "entre"}},
                {}};
    const auto row = [&](Text name, Cell value, Cell between = unknown()) {
      table.rows.push_back({text_cell(words(name)), std::move(value), std::move(between)});
    };
    row({"exposed", "exposés"}, figure_cell(reading.sample.exposed));
    row({"converted", "convertis"}, figure_cell(reading.sample.converted));
    row({"rate", "taux"}, rate_cell(reading.rate()), rates_cell(reading.interval));
    if (reading.threshold)
      row({"threshold", "seuil"}, rate_cell(*reading.threshold));
    if (reading.p_value)
      row({"were the true rate only the threshold, chance of as many",
           "si le vrai taux n'était que le seuil, probabilité d'en voir autant"},
          chance_cell(*reading.p_value));
    if (reading.always_valid)
      row({"the same, for a test read at any time", "la même, pour un test lu à tout moment"},
          chance_cell(reading.always_valid->p_value), rates_cell(reading.always_valid->interval));
    if (reading.scale_to)
      row({"converted, spread wider", "convertis, une fois généralisé"},
          number_cell(reading.expected(reading.rate())),
          interval_cell({reading.expected(reading.interval.low), reading.expected(reading.interval.high)},
                        1));
    blocks.emplace_back(std::move(table));
    if (reading.cost_at_scale)
      say({{"Spread to {0}, it would cost {1}, at {2}.", "Généralisé à {0}, cela coûterait {1}, {2}."},
           {*reading.scale_to, Money{std::round(*reading.cost_at_scale), currency},
            shown_name(reading.cost_source)}});
    add_detectable(reading.detectable);
  }
};
} // namespace

Text protocol_name(Protocol protocol) {
  constexpr Text names[] = {{"samples compared", "échantillons comparés"},
                            {"pilot", "pilote"},
                            {"sequence", "séquence"},
                            {"segments compared", "segments comparés"}};
  return names[static_cast<std::size_t>(protocol)];
}

std::vector<Section> trial_sections(std::span<const Trial> trials, const std::string& currency) {
  std::vector<Section> sections;
  if (trials.empty())
    return sections;
  sections.push_back(verdicts(trials));
  for (const Trial& trial : trials)
    if (trial.reading.index() != 0)
      sections.push_back(TrialWriter(trial, currency).write(sections.size()));
  return sections;
}

} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const StrategyTrials& told) {
  Document document{{{"{0}, tests read on {1}", "{0}, tests lus au {1}"}, {told.strategy, told.as_of}},
                    report::trial_sections(told.trials, told.currency)};
  if (document.sections.empty())
    document.sections.push_back(
        {"test-verdicts",
         report::words(Text{"Verdicts", "Verdicts"}),
         false,
         {Paragraph{report::words(
             Text{"No action has a test: test --design ab --baseline 0.05 --effect 0.02 says what one "
                  "would take.",
                  "Aucune action n'a de test : test --design ab --baseline 0.05 --effect 0.02 dit ce "
                  "qu'il en faudrait."})}}});
  return document;
}

} // namespace deploy_plan

#include "report/views/trial/trial_comparison.hpp"
#include "answers/trial_words.hpp"
#include "report/document/cells.hpp"
#include "report/views/trial/trial_sequence.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

constexpr std::size_t most_rows = 60;
constexpr int upright_steps = 12; // as a terminal has rows

/// A date's mean over segments; relative, of their logarithms, so that large ones weigh as others do.
double mean_at(const ComparedReading& reading, std::size_t date, bool treated) {
  double sum = 0;
  double count = 0;
  for (const ComparedReading::Line& line : reading.segments) {
    if (line.from.has_value() != treated)
      continue;
    sum += reading.relative ? std::log(line.values[date]) : line.values[date];
    ++count;
  }
  return sum / count;
}

/// The last date before the first start.
std::size_t last_before(const ComparedReading& reading) {
  std::optional<Date> first;
  for (const ComparedReading::Line& line : reading.segments)
    if (line.from && (!first || *line.from < *first))
      first = line.from;
  const auto begun =
      first ? std::lower_bound(reading.dates.begin(), reading.dates.end(), *first) : reading.dates.end();
  return begun == reading.dates.begin() ? 0 : static_cast<std::size_t>(begun - reading.dates.begin()) - 1;
}

class ComparisonWriter {
public:
  ComparisonWriter(const Trial& told, const ComparedReading& of) : trial_(told), reading_(of) {}

  std::vector<Block> write() {
    if (reading_.treated == 0 || !has_logarithms())
      return {};
    blocks_.emplace_back(chart());
    if (reading_.permutations == 0)
      return std::move(blocks_);
    if (reading_.later_dates > 0)
      say({{"{0} {0#date|dates} past the planned {1} {0#is|are} left out: the test is read once, as planned.",
            "{0} {0#date|dates} au-delà des {1} prévues {0#est omise|sont omises} : le test se lit une fois, "
            "comme "
            "prévu."},
           {count(reading_.later_dates), count(reading_.dates.size())}});
    if (reading_.partial_dates > 0)
      say({{"{0} {0#date|dates} {0#is|are} left out, as not all segments have figures then; {1} lacks the "
            "most.",
            "{0} {0#date est omise|dates sont omises}, faute de chiffres de tous les segments ; c'est à {1} "
            "qu'il en manque le plus."},
           {count(reading_.partial_dates), reading_.lacks_most}},
          Tone::warning);
    blocks_.emplace_back(figures());
    say_trust();
    add_effects();
    add_event_times();
    return std::move(blocks_);
  }

private:
  const Trial& trial_;
  const ComparedReading& reading_;
  std::vector<Block> blocks_;

  void say(Phrase text, Tone tone = Tone::plain) { blocks_.emplace_back(Paragraph{std::move(text), tone}); }
  static std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

  [[nodiscard]] bool has_logarithms() const {
    return !reading_.relative || std::all_of(reading_.segments.begin(), reading_.segments.end(),
                                             [](const ComparedReading::Line& line) {
                                               return std::all_of(line.values.begin(), line.values.end(),
                                                                  [](double value) { return value > 0; });
                                             });
  }

  /// An effect with its sign: a percentage where it is relative.
  [[nodiscard]] Argument effect(double value) const {
    return reading_.relative ? Argument(Share{shown(std::expm1(value) * 1000) / 1000})
                             : Argument(shown(value));
  }
  [[nodiscard]] Cell effect_cell(double value) const {
    return reading_.relative ? figure_cell(Share{shown(std::expm1(value) * 1000) / 1000})
                             : number_cell(value);
  }
  [[nodiscard]] Cell between_cell(const std::optional<Interval>& interval) const {
    return interval ? figure_cell(
                          Phrase{{"{0} to {1}", "{0} à {1}"}, {effect(interval->low), effect(interval->high)}}
                              .words())
                    : unknown();
  }

  Plot chart() const {
    const std::size_t base = last_before(reading_);
    Plot plot{
        reading_.relative
            ? words(Text{"Segments with the action and without it: 100 at the last date before it",
                         "Segments avec l'action et sans elle : 100 à la dernière date avant elle"})
            : words(Text{"Means of the segments with the action and without it",
                         "Moyennes des segments avec l'action et sans elle"}),
        words(Text{
            "line: segments that got it; dashes: those that did not; the upright line: the first start",
            "ligne : segments qui l'ont reçue ; tirets : ceux qui ne l'ont pas reçue ; trait vertical : le "
            "premier début"}),
        {words(Text{"day", "jour"}), AxisKind::date},
        {words(Text{"mean", "moyenne"})},
        {}};
    double low = HUGE_VAL;
    double high = -HUGE_VAL;
    const auto curve = [&](Text name, Plot::Style style, bool treated) {
      Plot::Curve drawn{words(name), style, {}};
      const double before = mean_at(reading_, base, treated);
      for (std::size_t date = 0; date < reading_.dates.size(); ++date) {
        const double mean = mean_at(reading_, date, treated);
        const double value = reading_.relative ? 100 * std::exp(mean - before) : mean;
        drawn.points.push_back({on_axis(reading_.dates[date]), value});
        low = std::min(low, value);
        high = std::max(high, value);
      }
      plot.curves.push_back(std::move(drawn));
    };
    curve({"with the action", "avec l'action"}, Plot::Style::line, true);
    if (reading_.untouched > 0)
      curve({"without it", "sans elle"}, Plot::Style::dashed, false);
    if (base + 1 < reading_.dates.size()) {
      const double start = (on_axis(reading_.dates[base]) + on_axis(reading_.dates[base + 1])) / 2;
      Plot::Curve upright{words(Text{"first start", "premier début"}), Plot::Style::line, {}};
      for (int step = 0; step <= upright_steps; ++step)
        upright.points.push_back({start, low + (high - low) * step / upright_steps});
      plot.curves.push_back(std::move(upright));
    }
    return plot;
  }

  Table figures() const {
    Table table{{{"The action's effect beside the segments without it; intervals at {0}",
                  "L'effet de l'action à côté des segments sans elle ; intervalles à {0}"},
                 {Share{1 - trial_.alpha}}},
                {{"figure", "chiffre"}, {"value", "valeur"}, {"between", "entre"}},
                {}};
    const auto row = [&](Text name, Cell value, Cell between = unknown()) {
      table.rows.push_back({text_cell(words(name)), std::move(value), std::move(between)});
    };
    row(reading_.relative ? Text{"rise, on average", "hausse, en moyenne"}
                          : Text{"more a segment, on average", "de plus par segment, en moyenne"},
        effect_cell(reading_.effect), between_cell(reading_.interval));
    row({"chance, for one reading", "hasard, pour une seule lecture"}, chance_cell(reading_.p_value));
    row({"chance, looked at on each date", "hasard, regardé à chaque date"},
        chance_cell(reading_.any_time_p_value));
    if (reading_.trends_p_value)
      row({"chance that trends before look as apart",
           "hasard que les tendances d'avant paraissent aussi éloignées"},
          chance_cell(*reading_.trends_p_value));
    row({"added at the last date, over all segments with it",
         "ajouté à la dernière date, sur tous les segments avec"},
        number_cell(reading_.added),
        reading_.added_interval
            ? figure_cell(Phrase{{"{0} to {1}", "{0} à {1}"},
                                 {shown(reading_.added_interval->low), shown(reading_.added_interval->high)}}
                              .words())
            : unknown());
    return table;
  }

  void say_trust() {
    say(reading_.is_exact ? Phrase{{"Chance: of the {0} ways to give the same starts to these segments, "
                                    "those that show as much.",
                                    "Hasard : parmi les {0} façons de donner les mêmes débuts à ces "
                                    "segments, celles qui en montrent "
                                    "autant."},
                                   {count(reading_.permutations)}}
                          : Phrase{{"Chance: of {0} random ways to give the same starts to these segments, "
                                    "those that show as much.",
                                    "Hasard : parmi {0} façons, tirées au sort, de donner les mêmes débuts à "
                                    "ces segments, celles "
                                    "qui en montrent autant."},
                                   {count(reading_.permutations)}});
    if (!reading_.trends_p_value)
      say(words(Text{
              "One date only lies before the action: nothing shows that the segments moved alike until then.",
              "Une seule date précède l'action : rien ne montre que les segments évoluaient de même "
              "jusque-là."}),
          Tone::warning);
    if (reading_.always_treated > 0)
      say({{"{0} {0#segment that always had it is|segments that always had it are} left out.",
            "{0} {0#segment qui l'a toujours eue est omis|segments qui l'ont toujours eue sont omis}."},
           {count(reading_.always_treated)}});
  }

  void add_effects() {
    if (reading_.effects.empty())
      return;
    Table table{
        words(Text{"By the day the segments began, and by date; before it, a check that ought to be near 0",
                   "Par jour de début des segments, et par date ; avant lui, un contrôle qui devrait être "
                   "proche de 0"}),
        {{"began", "début"},
         {"segments", "segments"},
         {"date", "date"},
         {"effect", "effet"},
         {"standard error", "erreur type"},
         {"when", "quand"}},
        {}};
    for (const GroupTimeEffect& one : reading_.effects) {
      if (table.rows.size() == most_rows)
        break;
      table.rows.push_back(
          {text_cell({{"{0}", "{0}"}, {one.begun}}), figure_cell(count(one.segments)),
           text_cell({{"{0}", "{0}"}, {one.date}}), effect_cell(one.effect),
           one.standard_error ? effect_cell(*one.standard_error) : unknown(),
           text_cell(one.is_before ? words(Text{"before", "avant"}) : words(Text{"with it", "avec"}))});
    }
    blocks_.emplace_back(std::move(table));
    if (reading_.effects.size() > most_rows)
      say({{"{0} more stand in the JSON.", "{0} autres sont dans le JSON."},
           {count(reading_.effects.size() - most_rows)}});
  }

  void add_event_times() {
    if (reading_.by_event_time.empty())
      return;
    Table table{{{"By dates since the start, 0 the first with the action; intervals at {0}",
                  "Par dates depuis le début, 0 la première avec l'action ; intervalles à {0}"},
                 {Share{1 - trial_.alpha}}},
                {{"dates since", "dates depuis"}, {"effect", "effet"}, {"between", "entre"}},
                {}};
    for (const EventTimeEffect& one : reading_.by_event_time) {
      if (table.rows.size() == most_rows)
        break;
      table.rows.push_back({figure_cell(static_cast<std::int64_t>(one.steps)), effect_cell(one.effect),
                            between_cell(one.interval)});
    }
    blocks_.emplace_back(std::move(table));
  }
};
} // namespace

std::vector<Block> comparison_blocks(const Trial& trial, const ComparedReading& reading) {
  return ComparisonWriter(trial, reading).write();
}

} // namespace deploy_plan::report

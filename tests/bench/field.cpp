// How often tests in the field err: the whole run of what tests/property does small, and the table of
// docs/tests.md.
//   field [TRIALS_A_CELL] [fr]
#include "property/sequence_truths.hpp"
#if __has_include("property/group_truths.hpp")
#include "property/group_truths.hpp"
#endif
#if __has_include("property/comparison_truths.hpp")
#include "property/comparison_truths.hpp"
#endif
#if __has_include("property/effect_truths.hpp")
#include "property/effect_truths.hpp"
#endif
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr std::uint64_t seed = 20270228; // another than those that anything was chosen on

class FieldTable {
public:
  FieldTable(bool in_french, int trials_a_cell) : french_(in_french), trials_(trials_a_cell) {
    std::printf(french_
                    ? "%d simulations par case, graine %llu.\n\n| test sans effet, sauf mention | taux | "
                      "seuil |\n|---|---|---|\n"
                    : "%d simulations a cell, seed %llu.\n\n| test without effect, unless said | rate | bar "
                      "|\n|---|---|---|\n",
                trials_, static_cast<unsigned long long>(seed));
  }
  [[nodiscard]] int trials() const { return trials_; }
  void row(const std::string& english, const std::string& in_french, double rate, const char* bar) const {
    std::printf("| %s | %s | %s |\n", (french_ ? in_french : english).c_str(), said(rate).c_str(),
                localised(bar).c_str());
    std::fflush(stdout);
  }
  [[nodiscard]] std::string said(double value) const {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return localised(text);
  }

private:
  bool french_;
  int trials_;

  [[nodiscard]] std::string localised(std::string text) const {
    if (french_)
      std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }
};

void say_sequences(const FieldTable& table) {
  for (const int steps : {24, 36, 52, 104}) {
    const std::string count = std::to_string(steps);
    table.row("sequence, " + count + " weeks, autocorrelation 0.6",
              "séquence, " + count + " semaines, autocorrélation 0,6",
              false_alarms_of_sequence({.steps = steps, .autocorrelation = 0.6}, table.trials(), seed),
              "≤ 0.10");
  }
  for (const int steps : {25, 36, 48}) {
    const std::string count = std::to_string(steps);
    table.row(
        "… " + count + " months with a yearly season", "… " + count + " mois avec une saison annuelle",
        false_alarms_of_sequence({.steps = steps, .autocorrelation = 0.6, .days_a_step = 30, .season = 0.4},
                                 table.trials(), seed),
        "≤ 0.10");
  }
  table.row("… 52 weeks, no size planned, adopted at one of 20 looks",
            "… 52 semaines, sans taille prévue, adopté à l'une de 20 lectures",
            adopted_at_looks({.steps = 52, .autocorrelation = 0.6}, 20, table.trials() / 4, seed), "≤ 0.03");
  for (const double autocorrelation : {0.0, 0.3, 0.6}) {
    TrialWish wish{Protocol::sequence, 60, 0.4};
    wish.dispersion = 2;
    wish.autocorrelation = autocorrelation;
    table.row("… of the size that --design asks for, autocorrelation " + table.said(autocorrelation) +
                  ": the effect is adopted",
              "… de la taille que demande --design, autocorrélation " + table.said(autocorrelation) +
                  " : l'effet est adopté",
              power_of_sequence_design(wish, table.trials() / 4, seed), "0.78–0.84");
  }
}

#if __has_include("property/group_truths.hpp")
void say_groups(const FieldTable& table) {
  for (const double icc : {0.02, 0.05, 0.1, 0.2})
    for (const int clusters : {6, 20}) {
      const std::string count = std::to_string(clusters);
      table.row("ab by groups, " + count + " an arm, ICC " + table.said(icc),
                "double aveugle par groupes, " + count + " par bras, CIC " + table.said(icc),
                false_alarms_of_groups(icc, clusters, table.trials(), seed), "≤ 0.055");
    }
}
#endif
#if __has_include("property/comparison_truths.hpp")
void say_comparisons(const FieldTable& table) {
  for (const int segments : {8, 30}) {
    const std::string count = std::to_string(segments);
    table.row("comparison, " + count + " segments, autocorrelation 0.6",
              "comparaison, " + count + " segments, autocorrélation 0,6",
              false_alarms_of_comparison(segments, segments / 2, 0.6, 12, table.trials() / 4, seed),
              "≤ 0.06");
  }
}
#endif
#if __has_include("property/effect_truths.hpp")
void say_winners(const FieldTable& table) {
  const WinnerBias bias = bias_of_winners(0.2, 2, table.trials(), seed);
  table.row("effect of a winner at power 0.2, too large by, as counted",
            "effet d'un gagnant à puissance 0,2, trop grand de, tel que compté", bias.raw, "");
  table.row("… shrunk", "… réduit", bias.shrunk, "");
  table.row("… covered by its 90 % interval", "… couvert par son intervalle à 90 %", bias.coverage, "≥ 0.88");
}
#endif
} // namespace

int main(int count, char** words) {
  bool french = false;
  int trials = 1000;
  for (int i = 1; i < count; ++i) {
    french = french || std::string_view(words[i]) == "fr";
    if (const long number = std::strtol(words[i], nullptr, 10); number > 0)
      trials = static_cast<int>(number);
  }
  const FieldTable table(french, trials);
#if __has_include("property/group_truths.hpp")
  say_groups(table);
#endif
#if __has_include("property/comparison_truths.hpp")
  say_comparisons(table);
#endif
  say_sequences(table);
#if __has_include("property/effect_truths.hpp")
  say_winners(table);
#endif
}

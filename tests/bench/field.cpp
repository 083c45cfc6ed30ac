// How often tests in the field err: the whole run of what tests/property does small, and the table of
// docs/tests.md.
//   field [TRIALS_A_CELL] [fr]
#include "property/comparison_truths.hpp"
#include "property/effect_truths.hpp"
#include "property/group_truths.hpp"
#include "property/look_truths.hpp"
#include "property/sequence_truths.hpp"
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
    std::printf(french_ ? "Graine %llu.\n\n| test sans effet, sauf mention | taux | seuil | simulations "
                          "|\n|---|---|---|---|\n"
                        : "Seed %llu.\n\n| test without effect, unless said | rate | bar | simulations "
                          "|\n|---|---|---|---|\n",
                static_cast<unsigned long long>(seed));
  }
  [[nodiscard]] int trials() const { return trials_; }
  /// Of what takes longer to simulate.
  [[nodiscard]] int fewer_trials() const { return trials_ / 4; }
  void row(const std::string& english, const std::string& in_french, double rate, const char* bar,
           int trials) const {
    std::printf("| %s | %s | %s | %d |\n", (french_ ? in_french : english).c_str(), said(rate).c_str(),
                localised(bar).c_str(), trials);
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
              "≤ 0.10", table.trials());
  }
  for (const int steps : {25, 36, 48}) {
    const std::string count = std::to_string(steps);
    table.row(
        "… " + count + " months with a yearly season", "… " + count + " mois avec une saison annuelle",
        false_alarms_of_sequence({.steps = steps, .autocorrelation = 0.6, .days_a_step = 30, .season = 0.4},
                                 table.trials(), seed),
        "≤ 0.10", table.trials());
  }
  table.row("… 52 weeks, no size planned, adopted at one of 20 looks",
            "… 52 semaines, sans taille prévue, adopté à l'une de 20 lectures",
            adopted_at_looks({.steps = 52, .autocorrelation = 0.6}, 20, table.fewer_trials(), seed), "≤ 0.03",
            table.fewer_trials());
  for (const double autocorrelation : {0.0, 0.3, 0.6}) {
    TrialWish wish{Protocol::sequence, 60, 0.4};
    wish.dispersion = 2;
    wish.autocorrelation = autocorrelation;
    table.row("… of the size that --design asks for, autocorrelation " + table.said(autocorrelation) +
                  ": the effect is adopted",
              "… de la taille que demande --design, autocorrélation " + table.said(autocorrelation) +
                  " : l'effet est adopté",
              power_of_sequence_design(wish, table.fewer_trials(), seed), "0.78–0.84", table.fewer_trials());
  }
}

void say_groups(const FieldTable& table) {
  for (const double icc : {0.02, 0.05, 0.1, 0.2})
    for (const int clusters : {6, 20}) {
      const std::string count = std::to_string(clusters);
      table.row("ab by groups, " + count + " an arm, ICC " + table.said(icc),
                "double aveugle par groupes, " + count + " par bras, CIC " + table.said(icc),
                false_alarms_of_groups(icc, clusters, table.trials(), seed), "≤ 0.055", table.trials());
    }
}
void say_comparisons(const FieldTable& table) {
  const std::pair<int, int> all[] = {{8, 1}, {8, 4}, {12, 3}, {30, 1}, {30, 15}};
  for (const double autocorrelation : {0.0, 0.6})
    for (const auto& [segments, treated] : all)
      table.row(
          "comparison, " + std::to_string(treated) + " of " + std::to_string(segments) +
              " segments with the action, autocorrelation " + table.said(autocorrelation),
          "comparaison, " + std::to_string(treated) + " segment(s) sur " + std::to_string(segments) +
              " avec l'action, autocorrélation " + table.said(autocorrelation),
          false_alarms_of_comparison(segments, treated, autocorrelation, 12, table.fewer_trials(), seed),
          "≤ 0.06", table.fewer_trials());
}
void say_looks(const FieldTable& table) {
  const auto row = [&](const char* english, const char* in_french, const LookTruth& truth, const char* bar) {
    table.row(english, in_french, adopted_at_some_look(truth, table.trials(), seed), bar, table.trials());
  };
  row("ab without a planned size, adopted at one of 20 looks (nominal 0.025)",
      "double aveugle sans taille prévue, adopté à l'une de 20 lectures (nominal 0,025)", {}, "≤ 0.03");
  row("… planned for the 10th look, and read past it", "… de taille prévue à la 10ᵉ lecture, et lu au-delà",
      {.planned = 1000}, "≤ 0.03");
  row("pilot at its threshold without a planned size, adopted at one of 20 looks (nominal 0.05)",
      "pilote à son seuil sans taille prévue, adopté à l'une de 20 lectures (nominal 0,05)",
      {.protocol = Protocol::pilot, .rate = 0.3, .between = 20}, "≤ 0.05");
}
void say_winners(const FieldTable& table) {
  for (const int arms : {1, 3}) {
    const WinnerBias bias = bias_of_winners(0.2, arms, table.trials(), seed);
    const std::string count = std::to_string(arms);
    const std::string of = " of " + count + (arms == 1 ? " arm" : " arms");
    const std::string parmi = " parmi " + count + (arms == 1 ? " bras" : " bras");
    table.row("effect of a winner" + of + " at power 0.2, too large by (standard errors), as counted",
              "effet d'un gagnant" + parmi +
                  " à puissance 0,2, trop grand de (erreurs types), tel que compté",
              bias.raw, "", table.trials());
    table.row("… as read", "… tel que lu", bias.shrunk, "≤ 1/4", table.trials());
    table.row("… covered by its 90 % interval", "… couvert par son intervalle à 90 %", bias.coverage,
              "≥ 0.88", table.trials());
  }
}
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
  say_groups(table);
  say_comparisons(table);
  say_looks(table);
  say_sequences(table);
  say_winners(table);
}

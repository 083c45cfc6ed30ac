// How far a trend can be trusted: the whole run of what tests/property/trend_test does small, and the table
// of docs/forecasts.md.
//   trends [SERIES_A_CELL] [fr]
#include "property/trend_truths.hpp"
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// Others than those that anything was chosen on.
constexpr std::uint64_t first_seed = 20270131;
constexpr std::size_t draws = 1000;

struct Row {
  Truth truth;
  const char* english;
  const char* french;
};
constexpr Row rows[] = {
    {Truth::straight, "a steady pace", "un rythme régulier"},
    {Truth::bass, "contagion and innovation (Bass)", "contagion et innovation (Bass)"},
    {Truth::logistic, "contagion alone (logistic)", "contagion seule (logistique)"},
    {Truth::plateau, "a plateau at a fifth of the addressed", "un plateau au cinquième de l'adressé"},
    {Truth::drifting, "a pace that drifts", "un rythme qui dérive"},
    {Truth::correlated, "a pace that wanders around a mean (AR(1))",
     "un rythme qui erre autour d'une moyenne (AR(1))"},
    {Truth::season, "a yearly season", "une saison annuelle"},
    {Truth::step, "a pace that changed at once", "un rythme qui a changé d'un coup"},
    {Truth::step_declared, "… which is declared", "… ce qui est déclaré"},
    {Truth::jump, "a value that jumped once", "une valeur qui a sauté une fois"},
    {Truth::jump_declared, "… which is declared", "… ce qui est déclaré"}};

struct Page {
  bool french = false;

  void say(const char* in_english, const char* in_french) const {
    std::puts(french ? in_french : in_english);
  }
  /// With the language's decimal sign.
  [[nodiscard]] std::string figure(double value, int digits = 2) const {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    std::string said = text;
    if (const auto point = said.find('.'); french && point != std::string::npos)
      said[point] = ',';
    return said;
  }
};

/// Of the months that are seen, one after the other.
template <class Figure>
std::string cells(const Page& page, const CellScore* scores, Figure figure) {
  std::string all;
  for (std::size_t i = 0; i < std::size(months_seen); ++i)
    all += (i > 0 ? " · " : "") + page.figure(figure(scores[i]));
  return all;
}

double best_peer(const CellScore& score) {
  return std::min({score.drift_error, score.ets_error, score.arima_error});
}

void say_means(const Page& page, const CellScore& within, const CellScore& outside) {
  page.say("\n| in the mean | growth (Bass, logistic) | others | bar |\n|---|---|---|---|",
           "\n| en moyenne | croissance (Bass, logistique) | autres | seuil |\n|---|---|---|---|");
  const auto row = [&](const char* english, const char* french, double a, double b, const char* bar) {
    std::printf("| %s | %s | %s | %s |\n", page.french ? french : english, page.figure(a).c_str(),
                page.figure(b).c_str(), bar);
  };
  row("coverage of the 90 % interval", "couverture de l'intervalle à 90 %", within.covered, outside.covered,
      page.french ? "≥ 0,80 dans chaque case" : "≥ 0.80 in every cell");
  row("error of the median", "erreur de la médiane", within.error, outside.error,
      page.french ? "mieux que les trois ; ≤ 1,05 × le meilleur"
                  : "better than all three; ≤ 1.05 × the best");
  row("… of the mean pace prolonged", "… du rythme moyen prolongé", within.drift_error, outside.drift_error,
      "");
  row("… of ETS (Holt, damped or not)", "… d'ETS (Holt, amorti ou non)", within.ets_error, outside.ets_error,
      "");
  row("… of ARIMA(1,1,0) or (0,2,1)", "… d'ARIMA(1,1,0) ou (0,2,1)", within.arima_error, outside.arima_error,
      "");
  row("pinball loss of 5, 50 and 95 %", "perte de quantile à 5, 50 et 95 %", within.pinball, outside.pinball,
      page.french ? "≤ 1,20 ; ≤ 0,85" : "≤ 1.20; ≤ 0.85");
}

void say_goals(const Page& page, const SaidAndMet& goals) {
  page.say("\n| goals said to be met | how many | met | bar |\n|---|---|---|---|",
           "\n| objectifs dits atteints | combien | atteints | seuil |\n|---|---|---|---|");
  const char* const said[] = {"0–20 %", "20–80 %", "80–100 %"};
  const char* const bars[] = {"≤ 25 %", "", "≥ 75 %"};
  for (int i = 2; i >= 0; --i)
    std::printf("| %s | %d | %s %% | %s |\n", said[i], goals.said[i],
                page.figure(100.0 * goals.met[i] / std::max(1, goals.said[i]), 0).c_str(), bars[i]);
}
} // namespace

int main(int count, char** words) {
  Page page;
  std::uint64_t series = 500;
  for (int i = 1; i < count; ++i) {
    page.french = page.french || std::string_view(words[i]) == "fr";
    if (const long number = std::strtol(words[i], nullptr, 10); number > 0)
      series = static_cast<std::uint64_t>(number);
  }
  std::printf(page.french ? "%llu séries par case, %zu tirages chacune, graines à partir de %llu.\n\n"
                          : "%llu series a cell, %zu draws each, seeds from %llu.\n\n",
              static_cast<unsigned long long>(series), draws, static_cast<unsigned long long>(first_seed));
  page.say("| truth (9 · 12 · 24 months seen) | coverage | error of the median | best of three peers | "
           "pinball loss |\n"
           "|---|---|---|---|---|",
           "| vérité (9 · 12 · 24 mois vus) | couverture | erreur de la médiane | meilleur de trois pairs | "
           "perte de quantile |\n"
           "|---|---|---|---|---|");
  CellScore within;
  CellScore outside;
  SaidAndMet goals;
  for (const Row& row : rows) {
    CellScore scores[std::size(months_seen)];
    for (std::size_t i = 0; i < std::size(months_seen); ++i) {
      SaidAndMet apart; // a step that is declared counts once
      SaidAndMet& counted = is_declared(row.truth) ? apart : goals;
      for (std::uint64_t seed = 0; seed < series; ++seed)
        scores[i] += scored(row.truth, months_seen[i], first_seed + seed, draws, counted);
      if (!is_declared(row.truth))
        (grows(row.truth) ? within : outside) += scores[i];
      scores[i] = scores[i].mean();
    }
    std::printf("| %s | %s | %s | %s | %s |\n", page.french ? row.french : row.english,
                cells(page, scores, [](const CellScore& one) { return one.covered; }).c_str(),
                cells(page, scores, [](const CellScore& one) { return one.error; }).c_str(),
                cells(page, scores, best_peer).c_str(),
                cells(page, scores, [](const CellScore& one) { return one.pinball; }).c_str());
  }
  say_means(page, within.mean(), outside.mean());
  say_goals(page, goals);
}

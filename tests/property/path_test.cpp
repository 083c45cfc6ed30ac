// Random ids in an answer: each figure is found again by its path, in both languages.
#include "answers/gate.hpp"
#include "catch.hpp"
#include "deploy_plan/gap.hpp"
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::answers;

namespace {

class Ids {
public:
  explicit Ids(unsigned seed) : random_(seed) {}
  std::string id() {
    static constexpr const char* parts[] = {
        ".",      "share", "part", "gap",        "écart", "target", "cible", "status",       "closing", "a",
        "b",      "#2",    "\"",   "\\",         "\n",    "😀",      " ",     " == ",         "<",       "1",
        "\u202f", "é",     "É",    "2026-01-01", "%",     "'",      "id",    "market.share", "_",       "-"};
    std::string words;
    for (auto count = 1 + random_() % 5; count > 0; --count)
      words += parts[random_() % std::size(parts)];
    return words;
  }
  double figure() { return static_cast<double>(random_() % 100000) / 8; }
  std::size_t count() { return random_() % 5; }

private:
  std::mt19937 random_;
};

Gap random_gap(unsigned seed) {
  Ids random(seed);
  Gap gap;
  for (auto count = random.count(); count > 0; --count) {
    MarketGap segment;
    segment.id = random.id();
    segment.share.target = random.figure();
    segment.to_target = random.figure();
    segment.sizes.target = random.figure();
    gap.segments.push_back(std::move(segment));
  }
  for (auto count = random.count(); count > 0; --count) {
    ObjectiveGap objective;
    objective.id = random.id();
    objective.progress.current = random.figure();
    objective.outlook = Outlooks{};
    gap.objectives.push_back(std::move(objective));
  }
  return gap;
}
} // namespace

TEST_CASE("every figure is found again by its path, whatever the ids") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Gap gap = random_gap(seed);
    each_figure(gap, [&](const Figure& figure) {
      for (const Language language : {Language::english, Language::french}) {
        const std::string path = text_of(figure.path, language);
        CAPTURE(seed, path);
        const Lookup found = look_up(description<Gap>(), &gap, path);
        REQUIRE(std::holds_alternative<Located>(found));
        REQUIRE(std::get<Located>(found).path == figure.path);
        REQUIRE(std::get<Located>(found).value == owned(figure.value));
      }
    });
  }
}

TEST_CASE("a gate on a figure holds of what it is, and of nothing else, whatever the ids") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Gap gap = random_gap(seed);
    each_figure(gap, [&](const Figure& figure) {
      const auto* const value = std::get_if<double>(&figure.value);
      if (value == nullptr)
        return;
      const std::string path = text_of(figure.path);
      CAPTURE(seed, path, *value);
      for (const auto& [symbol, holds] :
           {std::pair(" == ", true), std::pair("<", false), std::pair(" >= ", true)}) {
        const GateResult judged = judge(path + symbol + std::to_string(*value), paths_into(gap), false);
        REQUIRE_FALSE(judged.failure);
        REQUIRE(judged.holds == holds);
      }
    });
  }
}

// A brief in the words of both languages.
#include "deploy_plan/answers.hpp"
#include "examples.hpp"
#include "report/views/brief/brief_view.hpp"
#include "report/views/brief/brief_words.hpp"

namespace of_brief_view {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

FutureOptions few() {
  FutureOptions futures;
  futures.draws = 100;
  return futures;
}

Document briefed(const Strategy& strategy) {
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, few());
  const Brief all = brief(strategy, {told}, few());
  return {Phrase{{"{0}", "{0}"}, {strategy.name}}, report::brief_sections(all, told),
          report::brief_about(all)};
}

std::string shown(const Strategy& strategy, std::string_view format, Language language = Language::english) {
  RenderOptions options;
  options.language = language;
  return render(briefed(strategy), format, options);
}
} // namespace

TEST_CASE("a brief says in one sentence where the North Star stands, in each format and language") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  for (const std::string_view format : {"text", "markdown", "html"}) {
    CAPTURE(format);
    CHECK(shown(strategy, format).find("530, for a goal of 2,400 by 31 December 2026; behind its path") !=
          std::string::npos);
    CHECK(shown(strategy, format, Language::french).find("en retard sur sa trajectoire") !=
          std::string::npos);
  }
}

TEST_CASE("nothing of a brief speaks of a command") {
  for (const Language language : {Language::english, Language::french}) {
    const std::string all = shown(strategy_of("examples/diagnostic-communes.json"), "markdown", language);
    CHECK(all.find("deploy-plan") == std::string::npos);
    CHECK(all.find(" --") == std::string::npos);
  }
}

TEST_CASE("a strategy of which nothing was observed has a brief without a figure that is none") {
  const Strategy strategy =
      strategy_with(R"({"objectives": [{"id": "active-schools", "observations": null, "baseline": null}]})");
  const std::string all = shown(strategy, "text");
  CHECK(all.find("not measured yet") != std::string::npos);
  CHECK(all.find("nan") == std::string::npos);
  CHECK(all.find("inf ") == std::string::npos);
}

TEST_CASE("a brief says that launching costs more than is allowed") {
  const std::string all = shown(strategy_of("examples/harbour-register.json"), "text");
  CHECK(all.find("Each addressed beneficiary costs €2,400 a year, more than the €500 allowed.") !=
        std::string::npos);
  CHECK(all.find("You are asked whether to go on.") != std::string::npos);
}

TEST_CASE("what nothing tells the cost of was not free") {
  const auto spent = [](std::string_view cost) {
    return shown(strategy_with(R"({"actions": [{"id": "webinars", "results": null, "runs": {"done": 2}, )" +
                               std::string(cost) + "}]}"),
                 "text");
  };
  CHECK(spent(R"("cost": null)").find("Spent at least") != std::string::npos);
  const std::string known = spent(R"("cost": {"money": 100, "days": 1})");
  CHECK(known.find("€200  Spent, estimated (") != std::string::npos);
  CHECK(known.find(" with the days") != std::string::npos);
}

TEST_CASE("counts from ten on are told without a part of one") {
  const auto said = [](double value, bool is_rate) {
    return Phrase{{"{0}", "{0}"}, {report::whole_figure(value, is_rate)}}.in(Language::english);
  };
  CHECK(said(81.8, false) == "82");
  CHECK(said(9.5, false) == "9.5");
  CHECK(said(-81.8, false) == "−82");
  CHECK(said(0.818, true) == "81.8%");
}

TEST_CASE("rows of what is read first know their columns, for telephones") {
  const std::string page = shown(strategy_of("examples/diagnostic-communes.json"), "html");
  CHECK(page.find("data-label=\"wanted\"") != std::string::npos);
}

} // namespace of_brief_view

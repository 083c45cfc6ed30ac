// The library alone: checks a strategy file, prints its findings in French and, where there is no error,
// tells where the strategy stands and where it is going: as text, or as markdown, html or json where that is
// asked for.
#include <deploy_plan/answers.hpp>
#include <deploy_plan/check.hpp>
#include <deploy_plan/outlook.hpp>
#include <iostream>
#include <stdexcept>

int main(int count, char** words) {
  using namespace deploy_plan;
  if (count < 2 || count > 3) {
    std::cerr << "usage: library FILE [FORMAT]\n";
    return 2;
  }
  const auto source = read_source(words[1]);
  if (!source) {
    std::cerr << words[1] << " : " << source.error().fr << "\n";
    return 2;
  }
  CheckOptions options;
  options.as_of = std::chrono::year{2026} / 3 / 1;
  std::vector<Strategy> strategies;
  const CheckedFile file =
      check(*source, options, [&](Strategy&& strategy) { strategies.push_back(std::move(strategy)); });
  for (const Finding& finding : file.findings) {
    const Position at = file.sources.locate(finding.place).begin();
    std::cout << at.line << ":" << at.column << " " << finding.rule << " : "
              << finding.message.in(Language::french) << "\n";
  }
  if (!file.is_sound())
    return 1;
  try {
    RenderOptions in_french;
    in_french.language = Language::french;
    for (const Strategy& strategy : strategies) {
      Gap told = gap(strategy, options.as_of);
      add_outlooks(told, strategy, {});
      std::cout << render(told, count == 3 ? words[2] : "text", in_french);
    }
  } catch (const std::invalid_argument& unknown) { // the format
    std::cerr << unknown.what() << "\n";
    return 2;
  }
  return 0;
}

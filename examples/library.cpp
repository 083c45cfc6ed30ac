// The library alone: checks a strategy file and prints its findings in French.
#include <deploy_plan/render.hpp>
#include <iostream>

int main(int count, char** words) {
  using namespace deploy_plan;
  if (count != 2) {
    std::cerr << "usage: library FILE\n";
    return 2;
  }
  const auto source = read_source(words[1]);
  if (!source) {
    std::cerr << words[1] << " : " << source.error().fr << "\n";
    return 2;
  }
  CheckOptions options;
  options.as_of = std::chrono::year{2026} / 3 / 1;
  const CheckedFile file = check(*source, options);
  for (const Finding& finding : file.findings) {
    const Position at = file.sources.locate(finding.place).begin();
    std::cout << at.line << ":" << at.column << " " << finding.rule << " : "
              << finding.message.in(Language::french) << "\n";
  }
  return file.findings.empty() ? 0 : 1;
}

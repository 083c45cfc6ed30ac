// What people read of findings, held against files that are reviewed like prose: UPDATE_GOLDEN=1 rewrites
// them.
#include "deploy_plan/render.hpp"
#include "golden/golden.hpp"
#include <set>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string rendered(const CheckedFile& file, std::string_view format, RenderOptions options) {
  const auto found = std::find_if(findings_formats().begin(), findings_formats().end(),
                                  [&](const FindingsFormat& one) { return one.name == format; });
  return render(*found, {&file, 1}, options);
}

CheckedFile example(const std::string& name) {
  const std::string path = "examples/faulty/" + name + ".json";
  return checked(content(path), path);
}
} // namespace

TEST_CASE("each faulty example says what it must, in both languages") {
  for (const RuleEntry& rule : rule_catalogue())
    if (!rule.bad.empty())
      for (const Language language : languages) {
        RenderOptions options;
        options.language = language;
        matches("rules/" + std::string(rule.name) + suffix(language) + ".txt",
                rendered(example(std::string(rule.name)), "text", options));
      }
}

TEST_CASE("each faulty example is what its rule holds, and there is no other") {
  const bool updates = std::getenv("UPDATE_GOLDEN") != nullptr;
  std::set<std::string> known;
  for (const RuleEntry& rule : rule_catalogue()) {
    if (rule.bad.empty())
      continue;
    const std::string path = "examples/faulty/" + std::string(rule.name) + ".json";
    known.insert(path);
    const std::string example = example_strategy(rule.bad, Language::english, day);
    if (updates)
      std::ofstream(path, std::ios::binary) << example;
    CAPTURE(path); // as deploy-plan --as-of 2026-03-01 explain RULE --example
    CHECK(content(path) == example);
  }
  std::vector<std::string> stale;
  for (const auto& entry : std::filesystem::directory_iterator("examples/faulty"))
    if (entry.path().extension() == ".json" && !known.contains(entry.path().string()))
      stale.push_back(entry.path().string());
  for (const std::string& path : stale) {
    if (updates)
      std::filesystem::remove(path);
    CAPTURE(path);
    CHECK(updates); // an example of no rule
  }
}

TEST_CASE("the examples that hold have no finding, and the one not to launch has that one") {
  for (const std::string name : {"diagnostic-communes.json", "plan-agenda.json",
                                 "parcours-cybersecurite.json", "nis2-registration.jsonc"}) {
    CAPTURE(name);
    CHECK(rules_of(checked(content("examples/" + name), "examples/" + name)).empty());
  }
  const auto harbour = checked(content("examples/harbour-register.json"), "examples/harbour-register.json");
  CHECK(rules_of(harbour) == std::vector<std::string>{"launch-not-viable"});
}

TEST_CASE("each format writes the same findings, in both languages") {
  const auto file = checked(content("tests/golden/several-faults.json"), "tests/golden/several-faults.json");
  for (const FindingsFormat& format : findings_formats())
    for (const Language language : languages) {
      RenderOptions options;
      options.language = language;
      matches("formats/" + std::string(format.name) + suffix(language) + ".txt",
              rendered(file, format.name, options));
    }
}

TEST_CASE("a narrow terminal, an ASCII one and a coloured one are served") {
  const auto file = checked(content("tests/golden/several-faults.json"), "tests/golden/several-faults.json");
  RenderOptions narrow;
  narrow.width = 60;
  matches("terminal/narrow.txt", rendered(file, "text", narrow));
  RenderOptions ascii;
  ascii.unicode = false;
  matches("terminal/ascii.txt", rendered(file, "text", ascii));
  RenderOptions colored;
  colored.color = true;
  matches("terminal/colored.txt", rendered(file, "text", colored));
}

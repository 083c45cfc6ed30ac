// Assignments, a line each, on an example: paths, values and changes of numbers.
#include "deploy_plan/scenario.hpp"
#include "fuzz/fuzz.hpp"
#include <sstream>

using namespace deploy_plan;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const StrategyFile file =
      *StrategyFile::open(fuzz::source_of(fuzz::text_of("examples/parcours-cybersecurite.json")),
                          fuzz::options())
           .file;
  std::istringstream lines(fuzz::words_of(data, size));
  Assignments assigned{"--set", {}};
  for (std::string line; assigned.texts.size() < 8 && std::getline(lines, line);)
    assigned.texts.push_back(line);
  const Changes changes = assigned;
  const Variant variant = file.with({&changes, 1});
  fuzz::write(variant.checked, size);
  return 0;
}

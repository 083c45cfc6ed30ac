// The loader and the rules, on any bytes: as JSON, with comments, or line by line, as the first byte says.
#include "fuzz/fuzz.hpp"

using namespace deploy_plan;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0)
    return 0;
  const std::string name = data[0] == '#'   ? "/nowhere/s.jsonl"
                           : data[0] == '/' ? "/nowhere/s.jsonc"
                                            : "/nowhere/s.json";
  const std::size_t mark = data[0] == '#' ? 1 : 0;
  std::size_t strategies = 0;
  const CheckedFile file = check(fuzz::source_of(fuzz::words_of(data + mark, size - mark), name),
                                 fuzz::options(), [&](Strategy&&) { ++strategies; });
  fuzz::demand(strategies <= file.strategies);
  fuzz::write(file, size);
  return 0;
}

// Runs a fuzz target on the files that it is given, each named before it runs: for compilers without
// libFuzzer.
#include "fuzz/fuzz.hpp"
#include <cstdio>

int main(int count, char** words) {
  for (int i = 1; i < count; ++i) {
    std::printf("%s\n", words[i]);
    std::fflush(stdout);
    const std::string input = deploy_plan::fuzz::text_of(words[i]);
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
  return 0;
}

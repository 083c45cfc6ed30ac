// Runs a fuzz target without libFuzzer: on the files that it is given, then on a fixed number of changed
// ones, drawn by a fixed seed. Each input is named before it runs; the changed one that fails is left where
// it was written.
//   fuzz_TARGET [--changes N LEFT_AT] FILE…
#include "fuzz/fuzz.hpp"
#include "fuzz/mutation.hpp"
#include <cstdio>
#include <cstring>
#include <span>
#include <vector>

/// Targets that read JSON bring their own changes.
extern "C" __attribute__((weak)) std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                                                     std::size_t most, unsigned seed);

namespace {

using deploy_plan::fuzz::text_of;

void run(const std::string& input) {
  (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string changed(const std::string& input, unsigned seed) {
  if (LLVMFuzzerCustomMutator == nullptr)
    return deploy_plan::fuzz::mutate_bytes(input, seed);
  std::string room = input;
  room.resize(2 * input.size() + 1000);
  room.resize(
      LLVMFuzzerCustomMutator(reinterpret_cast<std::uint8_t*>(room.data()), input.size(), room.size(), seed));
  return room;
}

void say(const char* file, unsigned change) {
  std::printf("%s, change %u\n", file, change);
  std::fflush(stdout);
}
} // namespace

int main(int count, char** words) {
  std::span<char*> files(words + 1, words + count);
  unsigned changes = 0;
  std::string left_at;
  if (files.size() >= 3 && std::strcmp(files[0], "--changes") == 0) {
    changes = static_cast<unsigned>(std::strtoul(files[1], nullptr, 10));
    left_at = files[2];
    files = files.subspan(3);
  }
  for (const char* file : files) {
    say(file, 0);
    run(text_of(file));
  }
  for (unsigned change = 0; change < changes && !files.empty(); ++change) {
    const char* const file = files[change % files.size()];
    say(file, change + 1);
    const std::string input = changed(text_of(file), change + 1);
    std::ofstream(left_at, std::ios::binary) << input;
    run(input);
  }
  return 0;
}

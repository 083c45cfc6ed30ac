// CSV series that a strategy refers to.
#include "fuzz/fuzz.hpp"
#include <filesystem>
#include <unistd.h>

using namespace deploy_plan;

namespace {
/// A folder of this process, which goes away with it.
class Folder {
public:
  Folder() : path_("/dev/shm/deploy-plan-fuzz-" + std::to_string(getpid())) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
  std::string path_;
};
} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  static const std::string strategy = fuzz::text_of("examples/diagnostic-communes.json");
  std::ofstream(folder.file("diagnostic-communes.csv"), std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  fuzz::write(check(fuzz::source_of(strategy, folder.file("strategy.json")), fuzz::options()), size);
  return 0;
}

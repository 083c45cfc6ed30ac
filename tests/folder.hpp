// A folder that goes away with the test.
#pragma once
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace deploy_plan::test {

class Folder {
public:
  Folder()
      : path(std::filesystem::temp_directory_path() /
             ("deploy_plan_" + std::to_string(::getpid()) + "_" + std::to_string(++made_))) {
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, std::string_view words) const {
    std::ofstream(path / name, std::ios::binary) << words;
  }
  const std::filesystem::path path;

private:
  static inline int made_ = 0;
};

} // namespace deploy_plan::test

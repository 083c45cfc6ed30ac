// The least that any program with these libraries costs: reads one file, parses it, prints a number.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

int main(int count, char** words) {
  CLI::App app("parses a JSON file");
  std::string path;
  app.add_option("FILE", path)->required();
  CLI11_PARSE(app, count, words);
  std::ifstream file(path);
  fmt::print("{}\n", nlohmann::json::parse(file).size());
}

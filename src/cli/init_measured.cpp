#include "cli/init_measured.hpp"
#include "deploy_plan/describe.hpp"
#include "measure/example_database.hpp"
#include "text/failure.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <filesystem>

namespace deploy_plan::cli {
namespace of_init_measured {
namespace {

namespace fs = std::filesystem;

/// A word as a shell takes it.
std::string quoted_word(const std::string& word) {
  const auto is_plain = [](unsigned char c) {
    return c >= 0x80 || std::isalnum(c) != 0 ||
           std::string_view("_./-,:+@%").find(static_cast<char>(c)) != std::string_view::npos;
  };
  if (!word.empty() && word.front() != '-' && std::all_of(word.begin(), word.end(), is_plain))
    return word;
  std::string result = word.starts_with('-') ? "'./" : "'";
  for (const char c : word)
    result += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
  return result + "'";
}

/// The files of an example as they are put into a folder: all of them, or none.
class Placing {
public:
  Placing(fs::path into, const Common& how) : folder_(std::move(into)), common_(how) {}
  Placing(const Placing&) = delete;
  Placing& operator=(const Placing&) = delete;
  ~Placing() {
    std::error_code none;
    for (const fs::path& path : written_)
      fs::remove(path, none);
    if (made_folder_)
      fs::remove(folder_, none); // where nothing else came into it
  }

  /// A folder that files may be written into.
  std::optional<Phrase> prepare(std::span<const ExampleFile* const> files) {
    std::error_code error, absent;
    for (const ExampleFile* const file : files)
      if (fs::exists(fs::symlink_status(path_of(*file), absent)))
        return Phrase{{"{0} exists already: choose another folder, or remove it first",
                       "{0} existe déjà : choisissez un autre dossier, ou supprimez-le d'abord"},
                      {path_of(*file).string()}};
    if (!folder_.empty())
      made_folder_ = fs::create_directories(folder_, error);
    return !error ? std::nullopt
                  : std::optional(Phrase{{"{0} could not be made: {1}", "{0} n'a pu être créé : {1}"},
                                         {folder_.string(), text::failure(error.value())}});
  }
  std::optional<Phrase> make_database_of(const ExampleFile& script) {
    auto failure = measuring::make_database(path_of(script).string(), script.text);
    if (!failure)
      written_.push_back(path_of(script));
    return failure;
  }
  Exit write(const ExampleFile& file) {
    const Exit done = write_whole(file.text, path_of(file).string(), common_);
    if (done == fine)
      written_.push_back(path_of(file));
    return done;
  }
  /// From here on they stay.
  void keep() {
    written_.clear();
    made_folder_ = false;
  }
  [[nodiscard]] fs::path path_of(const ExampleFile& file) const { return folder_ / file.name; }

private:
  const fs::path folder_;
  const Common& common_;
  std::vector<fs::path> written_;
  bool made_folder_ = false;
};

bool names_file(const std::string& path) { return path.ends_with(".json") || path.ends_with(".jsonc"); }

std::string told_files(std::span<const ExampleFile* const> files, Language language) {
  Words names;
  for (const ExampleFile* const file : files)
    text::add_to_list(names, Words{file->name, file->name});
  return std::string(names.in(language));
}

std::string what_now(const Placing& placed, const MeasuredExample& example,
                     std::span<const ExampleFile* const> files, const Common& common) {
  const Phrase begin{{"{0} are written. One command brings its figures:",
                      "{0} sont écrits. Une commande fait venir ses chiffres :"},
                     {told_files(files, common.language)}};
  return typeset(begin.in(common.language), common.language) + "\n\n    deploy-plan measure " +
         quoted_word(placed.path_of(example.strategy).string()) + " --sources " +
         quoted_word(placed.path_of(example.sources).string()) + "\n";
}
} // namespace
} // namespace of_init_measured

Exit init_measured(const std::string& path, const Common& common) {
  using namespace of_init_measured;
  MeasuredExample example = measured_example(common.language, common.as_of);
  fs::path folder = path.empty() ? fs::path(common.say({"measured", "mesure"})) : fs::path(path);
  if (names_file(path)) {
    example.strategy.name = folder.filename().string();
    folder = folder.parent_path();
  }
  const std::array files{&example.strategy, &example.sources, &example.query, &example.ledger,
                         &example.database};
  Placing placing(folder, common);
  if (auto failure = placing.prepare(files))
    return refuse(common, *failure);
  if (auto failure = placing.make_database_of(example.database))
    return refuse(common, *failure);
  for (const ExampleFile* const file : std::span(files).first(4))
    if (const Exit done = placing.write(*file); done != fine)
      return done;
  placing.keep();
  return write_whole(what_now(placing, example, files, common), "", common);
}

} // namespace deploy_plan::cli

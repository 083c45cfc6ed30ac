#include "cli/week_memory.hpp"
#include "answers/json.hpp"
#include "model/days.hpp"
#include "source/tree.hpp"
#include "system/locked_folder.hpp"
#include "system/whole_file.hpp"
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace deploy_plan::cli {
namespace of_week_memory {
namespace {

namespace files = std::filesystem;

/// The days that are kept of each file, by its canonical path: the newest and the one before, so that what is
/// told twice on a day is told against the same day before it.
using Days = std::map<std::string, std::vector<Date>>;
constexpr std::size_t days_kept = 2;
/// Of these, the ones that were told of last.
constexpr std::size_t most_files = 1000;
constexpr std::uintmax_t most_bytes = 8U << 20U;

/// $XDG_STATE_HOME/deploy-plan, else ~/.local/state/deploy-plan; empty where there is neither.
files::path state_folder() {
  const char* const state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && files::path(state).is_absolute())
    return files::path(state) / "deploy-plan";
  const char* const home = std::getenv("HOME");
  return home != nullptr && files::path(home).is_absolute()
             ? files::path(home) / ".local" / "state" / "deploy-plan"
             : files::path();
}
constexpr const char* memory_name = "week.json";
files::path memory_in(const files::path& folder) { return folder / memory_name; }

/// Empty for standard input, and for what is not there.
std::string canonical(const std::string& path) {
  if (path == "-")
    return {};
  std::error_code error;
  const files::path found = files::canonical(path, error);
  return error ? std::string() : found.string();
}

/// What stands under a key of an object; `no_node` where nothing does.
source::NodeId under(const source::Tree& tree, source::NodeId object, std::string_view key) {
  for (source::NodeId child = tree[object].first_child; child != source::no_node; child = tree[child].next)
    if (tree.key(child) == key)
      return child;
  return source::no_node;
}

/// What is kept; nothing of a file that is not ours.
Days read(const files::path& path) {
  std::error_code error;
  const auto size = files::file_size(path, error);
  if (error || size > most_bytes)
    return {};
  std::ostringstream words;
  words << std::ifstream(path, std::ios::binary).rdbuf();
  const source::Parsed parsed =
      source::parse(std::make_shared<const Source>(path.string(), words.str()), source::Comments::refused);
  const source::Tree& tree = parsed.tree;
  if (parsed.error || tree.nodes.empty() || tree[0].kind != source::Kind::object)
    return {};
  const source::NodeId all = under(tree, 0, "files");
  if (all == source::no_node || tree[all].kind != source::Kind::object)
    return {};
  Days days;
  for (source::NodeId file = tree[all].first_child; file != source::no_node; file = tree[file].next)
    for (source::NodeId day = tree[file].first_child; day != source::no_node; day = tree[day].next)
      if (const auto read =
              tree[day].kind == source::Kind::string ? model::read_day(tree.text(day)) : std::nullopt)
        days[std::string(tree.key(file))].push_back(*read);
  return days;
}

std::string written(const Days& days) {
  std::string text = "{\n  \"format\": \"deploy-plan/weeks@1\",\n  \"files\": {";
  for (auto file = days.begin(); file != days.end(); ++file) {
    text += (file == days.begin() ? "\n    " : ",\n    ") + answers::as_json_string(file->first) + ": [";
    for (std::size_t i = 0; i < file->second.size(); ++i)
      text += (i == 0 ? "\"" : ", \"") + iso(file->second[i]) + "\"";
    text += "]";
  }
  return text + "\n  }\n}\n";
}

/// Days after this one are those of a clock that was wrong.
void note(Days& days, const std::string& path, Date day) {
  std::vector<Date>& of_file = days[path];
  of_file.push_back(day);
  std::sort(of_file.begin(), of_file.end());
  of_file.erase(std::unique(of_file.begin(), of_file.end()), of_file.end());
  std::erase_if(of_file, [&](Date one) { return one > day; });
  if (of_file.size() > days_kept)
    of_file.erase(of_file.begin(), of_file.end() - days_kept);
  while (days.size() > most_files)
    days.erase(std::min_element(days.begin(), days.end(), [](const auto& a, const auto& b) {
      return a.second.back() < b.second.back();
    }));
}
} // namespace
} // namespace of_week_memory

std::optional<Date> last_week_told(const std::string& path, Date day) {
  const auto folder = of_week_memory::state_folder();
  const std::string file = of_week_memory::canonical(path);
  if (folder.empty() || file.empty())
    return std::nullopt;
  const auto days = of_week_memory::read(of_week_memory::memory_in(folder));
  std::optional<Date> last;
  if (const auto found = days.find(file); found != days.end())
    for (const Date one : found->second)
      if (one < day && (!last || one > *last))
        last = one;
  return last;
}

void keep_week_told(const std::string& path, Date day) {
  const auto folder = of_week_memory::state_folder();
  const std::string file = of_week_memory::canonical(path);
  if (folder.empty() || file.empty())
    return;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  // Nothing hangs on it: others are not waited for long.
  const auto locked = system::lock_folder(folder.string(), std::chrono::seconds{1});
  if (!locked)
    return;
  auto days = of_week_memory::read(of_week_memory::memory_in(folder));
  of_week_memory::note(days, file, day);
  (void)system::replace_file((*locked)->descriptor(), of_week_memory::memory_name,
                             of_week_memory::written(days), 0600);
}

} // namespace deploy_plan::cli

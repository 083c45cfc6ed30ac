#include "cli/portfolio_pages.hpp"
#include "report/document/document.hpp"
#include "report/views/gap/gap_document.hpp"
#include "system/held_signals.hpp"
#include "system/temporary_files.hpp"
#include "text/failure.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <filesystem>
#include <fstream>

namespace deploy_plan::cli {
namespace {

constexpr const char* index_page = "index.html";

/// Letters that any file system, and any address, takes as they are.
std::string safe(const std::string& path) {
  constexpr std::size_t most = 100;
  std::string name;
  for (const char c : text::fold(path)) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_kept)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  name.resize(std::min(name.size(), most));
  while (name.ends_with('-'))
    name.pop_back();
  return name.empty() ? "strategy" : name;
}

/// What stands where a folder is wanted: a file, or a link to nothing.
bool is_taken_by_file(const std::string& folder) {
  std::error_code none;
  const std::filesystem::path path =
      folder.ends_with('/') ? std::filesystem::path(folder).parent_path() : std::filesystem::path(folder);
  return std::filesystem::exists(std::filesystem::symlink_status(path, none)) &&
         !std::filesystem::is_directory(path, none);
}

bool is_page_of_portfolio(const std::filesystem::directory_entry& entry) {
  constexpr std::size_t begin = 1000; // the mark stands near it
  std::error_code none;
  if (!std::filesystem::is_regular_file(entry.symlink_status(none)) || entry.path().extension() != ".html")
    return false;
  std::string words(begin, '\0');
  std::ifstream(entry.path(), std::ios::binary).read(words.data(), begin);
  return words.find(report::portfolio_page_mark) != std::string::npos;
}
} // namespace

bool is_folder(const std::string& output) {
  std::error_code none;
  return output.ends_with('/') || (!output.empty() && std::filesystem::is_directory(output, none));
}

std::string page_name(const std::string& file, std::span<const std::string> given) {
  const std::filesystem::path path = std::filesystem::path(file).lexically_normal();
  for (const std::string& one : given) {
    const auto beneath = path.lexically_relative((std::filesystem::path(one) / "").lexically_normal());
    if (!beneath.empty() && beneath != "." && *beneath.begin() != "..")
      return safe(std::filesystem::path(beneath).replace_extension().string());
  }
  return safe(path.stem().string());
}

/// The same name for another strategy gets a number.
std::string PortfolioPages::unused(const std::string& name) {
  std::string one = name;
  for (std::size_t number = 2; !names_.insert(one).second; ++number)
    one = name + "-" + std::to_string(number);
  return one;
}

void PortfolioPages::add(Gap&& gap, report::ToldAround&& around, const std::string& file,
                         std::span<const std::string> given) {
  const std::string name = unused(page_name(file, given)) + ".html";
  table_.add(gap, around, name);
  report::GapViewOptions alone = view_;
  alone.each_strategy = false;
  report::GapDocument document(common_.as_of, alone);
  document.add(std::move(gap), std::move(around));
  Document page = document.document();
  page.back = index_page;
  pages_.push_back({name, rendered(page, options_, common_)});
}

Exit PortfolioPages::finish(Exit success) {
  pages_.push_back(
      {index_page, rendered(report::portfolio_index(table_, common_.as_of, view_), options_, common_)});
  std::error_code error;
  if (is_taken_by_file(options_.output))
    return refuse(common_,
                  {{"cannot write {0}: it is no folder; delete it, or name another",
                    "impossible d'écrire {0} : ce n'est pas un dossier ; supprimez-le, ou nommez-en un "
                    "autre"},
                   {options_.output}});
  const bool is_new = std::filesystem::create_directory(options_.output, error);
  if (error)
    return refuse(common_, {{"cannot write {0}: {1}", "impossible d'écrire {0} : {1}"},
                            {options_.output, text::failure(error.value())}});
  const Exit put = put_in_place(success);
  if (put == not_carried_out && is_new)
    std::filesystem::remove(options_.output, error); // which does nothing to one that holds anything
  if (put != not_carried_out)
    tell_left_behind();
  return put;
}

std::string PortfolioPages::path_of(const std::string& page) const {
  return (std::filesystem::path(options_.output) / page).string();
}

/// The page that leads to the others comes last, so that none of its links is dead.
Exit PortfolioPages::put_in_place(Exit success) {
  for (const Page& page : pages_)
    if (!may_stand(path_of(page.name), common_))
      return not_carried_out;
  std::vector<std::unique_ptr<Output>> files;
  for (const Page& page : pages_) {
    files.push_back(std::make_unique<Output>(path_of(page.name)));
    files.back()->write(page.words);
    if (!files.back()->is_ready(common_))
      return not_carried_out;
  }
  const system::HeldSignals held; // all of them, or none
  for (const auto& file : files)
    if (file->finish(common_) == not_carried_out)
      return not_carried_out;
  return success;
}

/// Pages that were written here for strategies that are gone, or have another name, may be linked to, or kept
/// on purpose; a file on its way to a page may be of a run that goes on: they are not ours to delete.
void PortfolioPages::tell_left_behind() const {
  tell_left(
      {{"{0} is of no strategy any more; delete it", "{0} n'est plus d'aucune stratégie ; supprimez-la"},
       {"{0} more {0#page is|pages are} of no strategy any more; delete {0#it|them}",
        "{0} {0#autre page n'est|autres pages ne sont} plus d'aucune stratégie ; "
        "supprimez-{0#la|les}"},
       [&](const auto& entry) {
         return names_.count(entry.path().stem().string()) == 0 && is_page_of_portfolio(entry);
       }});
  tell_left({{"{0} was left by a run that was cut short; delete it",
              "{0} est resté d'une exécution interrompue ; supprimez-le"},
             {"{0} more {0#file was|files were} left by a run that was cut short; delete {0#it|them}",
              "{0} {0#autre fichier est resté|autres fichiers sont restés} d'une exécution interrompue ; "
              "supprimez-{0#le|les}"},
             [](const auto& entry) { return system::is_temporary(entry.path().filename().string()); }});
}

void PortfolioPages::tell_left(const Left& kind) const {
  constexpr std::size_t most_named = 5;
  if (common_.quiet)
    return;
  std::vector<std::string> left;
  std::error_code error;
  for (auto entry = std::filesystem::directory_iterator(options_.output, error);
       !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (kind.is_one(*entry))
      left.push_back(path_of(entry->path().filename().string()));
  std::sort(left.begin(), left.end());
  for (std::size_t i = 0; i < std::min(left.size(), most_named); ++i)
    tell(common_, {kind.one, {left[i]}});
  if (left.size() > most_named)
    tell(common_, {kind.more, {static_cast<std::int64_t>(left.size() - most_named)}});
}

} // namespace deploy_plan::cli

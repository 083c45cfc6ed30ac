#include "cli/portfolio_pages.hpp"
#include "report/views/gap/gap_document.hpp"
#include "system/held_signals.hpp"
#include "text/failure.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <filesystem>

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
  const bool is_new = std::filesystem::create_directory(options_.output, error);
  if (error)
    return refuse(common_, {{"cannot write {0}: {1}", "impossible d'écrire {0} : {1}"},
                            {options_.output, text::failure(error.value())}});
  const Exit put = put_in_place(success);
  if (put == not_carried_out && is_new)
    std::filesystem::remove(options_.output, error); // which does nothing to one that holds anything
  return put;
}

/// The page that leads to the others comes last, so that none of its links is dead.
Exit PortfolioPages::put_in_place(Exit success) {
  std::vector<std::unique_ptr<Output>> files;
  for (const Page& page : pages_) {
    files.push_back(std::make_unique<Output>((std::filesystem::path(options_.output) / page.name).string()));
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

} // namespace deploy_plan::cli

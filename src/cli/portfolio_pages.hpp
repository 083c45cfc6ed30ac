// A portfolio as a folder of pages: one that leads to the others, and one a strategy.
#pragma once
#include "cli/answer.hpp"
#include "report/views/gap/gap_portfolio.hpp"
#include <filesystem>
#include <functional>
#include <set>

namespace deploy_plan::cli {

/// Whether an output is a folder: one that is there, or a name that ends as those of folders do.
[[nodiscard]] bool is_folder(const std::string& output);

/// The name of a strategy's page, without its extension: what of the file's path lies beneath the first of
/// `given` that holds it, in lower case, of letters, digits and hyphens alone.
[[nodiscard]] std::string page_name(const std::string& file, std::span<const std::string> given);

/// Of each strategy its page alone is kept. The pages are put in place all or not at all, and never through
/// links, which would lead out of the folder. Pages of earlier strategies stay, and are told.
class PortfolioPages {
public:
  PortfolioPages(const AnswerOptions& options, const report::GapViewOptions& view, const Common& common)
      : options_(options), view_(view), common_(common) {}
  /// A strategy that was read from `file`, as those of `given` were.
  void add(Gap&& gap, report::ToldAround&& around, const std::string& file,
           std::span<const std::string> given);
  [[nodiscard]] Exit finish(Exit success);

private:
  struct Page {
    std::string name; ///< of its file
    std::string words;
  };
  [[nodiscard]] std::string unused(const std::string& name);
  [[nodiscard]] std::string path_of(const std::string& page) const;
  [[nodiscard]] Exit put_in_place(Exit success);
  /// Files of the folder that are no longer wanted there.
  struct Left {
    Text one, more; ///< what is told of them
    std::function<bool(const std::filesystem::directory_entry& entry)> is_one;
  };
  void tell_left_behind() const;
  void tell_left(const Left& kind) const;

  const AnswerOptions& options_;
  const report::GapViewOptions& view_;
  const Common& common_;
  report::PortfolioTable table_;
  std::vector<Page> pages_;
  std::set<std::string> names_{"index"}; ///< that are taken
};

} // namespace deploy_plan::cli

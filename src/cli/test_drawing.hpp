// Lists from which `test` draws, and what it tells of that.
#pragma once
#include "cli/test.hpp"
#include "deploy_plan/assignment.hpp"

namespace deploy_plan::cli {

/// A list, read, that has no such column yet; or why it is not.
[[nodiscard]] tl::expected<report::BeneficiaryList, Phrase> read_list(const std::string& path,
                                                                      const std::string& column,
                                                                      const TestOptions& options,
                                                                      const Common& common);

/// What was drawn, and how it is told on the screen, whatever the list goes to.
struct DrawnList {
  const report::BeneficiaryList& list;
  std::string column;
  std::vector<std::string> names; ///< of what is drawn
  std::vector<std::uint32_t> drawn;
};
/// Writes the list with its column more; the balance is told of each line.
Exit write_list(const DrawnList& drawn, Balance& balance, const TestOptions& options, const Common& common);

/// `csv` says that the list itself is the CSV.
template <class Told>
Exit tell_drawn(const Told& told, const Phrase& csv, const TestOptions& options, const Common& common) {
  AnswerOptions how;
  how.format = options.format;
  if (options.output.empty()) { // the list is on standard output
    if (!common.quiet)
      tell(rendered(document_of(told), how, common));
    return fine;
  }
  const Answer answer{.document = [&] { return document_of(told); },
                      .json = whole([&] { return json_of(told); }),
                      .csv = tl::unexpected(csv)};
  return write_answer(answer, how, common);
}

} // namespace deploy_plan::cli

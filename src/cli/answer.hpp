// What commands that answer about strategies share: the answer itself, in the formats that it may be asked
// for; where it goes; and what errors a strategy may have before there is none.
#pragma once
#include "cli/command.hpp"
#include "cli/gates.hpp"
#include "deploy_plan/answers.hpp"
#include "deploy_plan/files.hpp"
#include <tl/expected.hpp>

namespace deploy_plan::cli {

struct AnswerOptions {
  std::string format = "text";
  std::string output;
  std::string csv_dialect;
  bool allow_outside = false;
  [[nodiscard]] bool is_french_csv() const { return csv_dialect == "fr"; }
  /// Whether people are to read it, rather than programs.
  [[nodiscard]] bool is_document() const {
    return format != "json" && format != "csv" && format != "pilote" && format != "openmetrics";
  }
};

/// What a command tells. Each of its forms is made when it is asked for, and not before.
struct Answer {
  std::function<Document()> document;
  std::function<void(const Sink& sink)> json;
  using Csv = std::function<void(const Sink& sink, bool french_dialect)>;
  tl::expected<Csv, Phrase> csv; ///< or why it has no rows and columns
};
/// A form that is made in one piece.
template <class Make>
[[nodiscard]] auto whole(Make make) {
  return [make](const Sink& sink, auto... how) { sink(make(how...)); };
}
/// Writes an answer in the format that is asked for, whole or not at all; gives `success`, or
/// `not_carried_out` where it could not be written.
[[nodiscard]] Exit write_answer(const Answer& answer, const AnswerOptions& options, const Common& common,
                                Exit success = fine);

inline constexpr Text allow_outside_meaning{
    "let series, and links in a folder, lead outside that of the strategy",
    "admettre que des séries, et les liens d'un dossier, mènent hors de celui de la stratégie"};
inline constexpr Text paths_meaning{"the paths of figures, beside their words",
                                    "les chemins des chiffres, à côté de leurs mots"};
/// The formats of documents, then json and csv.
[[nodiscard]] std::vector<std::string> answer_formats();
/// --format: how to write an answer, one of these.
void declare_format(CLI::App& app, std::string& format, const std::vector<std::string>& formats,
                    const Common& words);
/// --csv-dialect, --allow-outside and -o; --format is each command's own.
void declare_answer_options(CLI::App& app, AnswerOptions& options, const Common& words);

/// --threads; all cores where it is left out.
struct ThreadOptions {
  unsigned threads = 0;
  [[nodiscard]] unsigned count() const;
};
void declare_thread_options(CLI::App& app, ThreadOptions& options, const Common& words);

/// --draws, --seed and --threads: how futures are drawn, alike by every command that tells any.
struct DrawOptions : ThreadOptions {
  std::size_t draws = FutureOptions().draws;
  std::uint64_t seed = FutureOptions().seed;
  /// To a forecast's options, or a plan's.
  template <class How>
  void give_to(How& how) const {
    how.draws = draws;
    how.seed = seed;
    how.threads = count();
  }
};
void declare_draw_options(CLI::App& app, DrawOptions& options, std::size_t most, const Common& words);

/// An option of those above that has no effect.
[[nodiscard]] std::optional<Phrase> misused(const AnswerOptions& options);
[[nodiscard]] CheckOptions check_options(const AnswerOptions& options, const Common& common);
/// `most` characters of Markdown, or any number where it is 0.
[[nodiscard]] std::string rendered(const Document& document, const AnswerOptions& options,
                                   const Common& common, std::size_t most = 0);

/// The files of paths; why there are none where a folder holds no strategy: what is asked of none of them
/// would hold in silence.
[[nodiscard]] tl::expected<std::vector<StrategyPath>, Phrase> find_files(std::span<const std::string> paths);

/// Says a file's errors, if any, on standard error as `check` does; gives whether there are none.
bool is_sound(CheckedFile file, const Common& common);
/// What files leave out as of a past day, said once on standard error, however many they are; nothing with
/// --quiet.
class LeftOut {
public:
  void note(const CheckedFile& file);
  void tell(const Common& common) const;

private:
  std::int64_t strategies_ = 0; ///< that leave something out
  std::string file_;            ///< the first of them
  Phrase counted_;              ///< what it leaves out
};
/// Leaves a file's errors alone, kept or only counted.
void keep_errors(CheckedFile& file);
/// Why there is no answer about a strategy whose errors were just said.
[[nodiscard]] Phrase unsound();
/// Refuses for that reason.
Exit refuse_unsound(const Common& common);

} // namespace deploy_plan::cli

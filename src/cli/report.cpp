// deploy-plan report FILE…
#include "cli/gaps.hpp"
#include "cli/portfolio_pages.hpp"
#include "cli/report_public.hpp"
#include <algorithm>

namespace deploy_plan::cli {
namespace of_report {
namespace {

/// The format that a file's name asks for; nothing where its extension is none of ours.
std::string format_of(const std::string& path) {
  for (const DocumentFormat& format : document_formats())
    if (path.ends_with(format.extension))
      return std::string(format.name);
  return path.ends_with(".json") ? "json" : path.ends_with(".csv") ? "csv" : "";
}

/// An option that has no effect with the others.
std::optional<Phrase> misused(const PublicOptions& published, const GapOptions& options) {
  const auto& only = options.view.only;
  if (!published.is_public && !published.earlier.empty()) {
    if (std::find(only.begin(), only.end(), "parliament") == only.end())
      return Phrase{{"--earlier has no effect without --public or --sections parliament",
                     "--earlier est sans effet sans --public ni --sections parlement"}};
    if (options.paths.size() > 1)
      return Phrase{{"--earlier takes one strategy", "--earlier prend une stratégie"}};
  }
  if (!published.is_public && published.min_count != PublicOptions().min_count)
    return Phrase{{"--min-count has no effect without --public", "--min-count est sans effet sans --public"}};
  if (!published.is_public)
    return std::nullopt;
  if (options.paths.size() > 1)
    return Phrase{{"--public takes one strategy", "--public prend une stratégie"}};
  if (options.brief_only)
    return Phrase{{"--brief has no effect on --public", "--brief est sans effet sur --public"}};
  if (!options.view.only.empty())
    return Phrase{{"--sections has no effect on --public", "--sections est sans effet sur --public"}};
  if (!options.csv_dialect.empty())
    return Phrase{{"--csv-dialect has no effect on --public", "--csv-dialect est sans effet sur --public"}};
  return std::nullopt;
}
/// So many strategies fit into a comment of 60 000 characters.
constexpr std::size_t most_brief_rows = 100, most_brief_parts = 5;

Run declare(CLI::App& app, const Common& words) {
  auto options = std::make_shared<GapOptions>();
  options->format.clear();
  options->view.each_strategy = true;
  options->with_plan = true;
  options->in_full = true;
  declare_gap_options(app, *options, "--sections", words);
  add_choice(app, "--format", options->format, answer_formats(), words,
             {"how to write it; else by the extension of the output",
              "comment l'écrire ; sinon selon l'extension du fichier"});
  app.add_flag(
      "--brief", options->brief_only,
      words.say({"write what is read first, and nothing after it", "n'écrire que ce qui se lit d'abord"}));
  declare_draw_options(app, options->drawn, 100000, words);
  auto published = std::make_shared<PublicOptions>();
  declare_public_options(app, *published, words);
  return [options, published](const Common& common) {
    if (options->format.empty())
      options->format = options->output.empty()      ? "text"
                        : is_folder(options->output) ? "html"
                                                     : format_of(options->output);
    if (options->format.empty())
      return refuse(common, {{"{0}: name it .html, .md, .txt, .json or .csv, or give --format",
                              "{0} : nommez-le en .html, .md, .txt, .json ou .csv, ou donnez --format"},
                             {options->output}});
    std::replace(options->view.only.begin(), options->view.only.end(), std::string("parlement"),
                 std::string("parliament"));
    if (options->brief_only && !options->view.only.empty())
      return refuse(common, {{"--brief and --sections exclude each other",
                              "--brief et --sections s'excluent l'une l'autre"}});
    if (options->brief_only) {
      options->view.only = {"brief"};
      options->view.most_rows = most_brief_rows;
      options->view.most_parts = most_brief_parts;
    }
    if (const auto misuse = misused(*published, *options))
      return refuse(common, *misuse);
    if (!published->is_public && is_folder(options->output) && options->format != "html")
      return refuse(common,
                    {{"cannot write {0}: a folder takes pages; give --format html, or name a file",
                      "impossible d'écrire {0} : un dossier prend des pages ; donnez --format html, ou "
                      "nommez un fichier"},
                     {options->output}});
    options->earlier = published->earlier;
    return published->is_public ? report_public(options->paths.front(), *published, *options, common)
                                : run_gap(*options, options->brief_only ? "--brief" : "--sections", common);
  };
}

constexpr Example examples[] = {
    {"deploy-plan report strategy.json -o report.html",
     {"a page that a sponsor reads in a minute", "une page qu'un sponsor lit en une minute"}},
    {"deploy-plan report strategy.json --brief --format markdown",
     {"for a comment on a merge request", "pour un commentaire sur une demande de fusion"}},
    {"deploy-plan report strategy.json --sections parliament -o indicators.html",
     {"indicators as Parliament reads them beside the budget",
      "les indicateurs tels que le Parlement les lit avec le budget"}},
    {"deploy-plan report strategy.json --public -o page.html",
     {"what anyone may read, with its figures as open data",
      "ce que chacun peut lire, avec ses chiffres ouverts"}},
    {"deploy-plan report strategies/ -o pages/",
     {"a folder: the portfolio on one page, the worst first, and a page for each strategy",
      "un dossier : le portefeuille sur une page, le pire d'abord, et une page par stratégie"}},
    {"deploy-plan report strategies/ -o report.md",
     {"a portfolio, then each strategy", "un portefeuille, puis chaque stratégie"}},
};
} // namespace
} // namespace of_report

const Command report_command{"report",
                             {"write all that is known of strategies in one document",
                              "écrire tout ce qui est connu de stratégies en un document"},
                             of_report::examples,
                             of_report::declare};

} // namespace deploy_plan::cli

#include "cli/report_public.hpp"
#include "cli/numbers.hpp"
#include "cli/strategies.hpp"
#include "model/public_part.hpp"
#include "report/views/public/open_data.hpp"
#include <algorithm>
#include <iterator>

namespace deploy_plan::cli {
namespace {

using model::Withheld;
using model::WithheldField;

std::string listed(const std::vector<WithheldField>& fields, bool with_why, Language language) {
  std::string all;
  for (const WithheldField& one : fields) {
    const Phrase what = with_why ? Phrase{{"{0} ({1}: {2})", "{0} ({1} : {2})"},
                                          {one.field, one.times, model::words_of(one.why)}}
                                 : Phrase{{"{0} ({1})", "{0} ({1})"}, {one.field, one.times}};
    all += (all.empty() ? "" : ", ") + what.in(language);
  }
  return all;
}

/// What is left out, a line a record, on standard error; what of public fields is, first: nobody expects it.
void tell_withheld(const std::vector<WithheldField>& withheld, const Common& common) {
  if (common.quiet)
    return;
  const auto tell_those = [&](bool is_in_public_fields, Text words) {
    std::vector<WithheldField> rest;
    std::copy_if(withheld.begin(), withheld.end(), std::back_inserter(rest), [&](const WithheldField& one) {
      return (one.why != Withheld::not_public) == is_in_public_fields;
    });
    while (!rest.empty()) {
      const Text record = rest.front().record;
      const auto others = std::stable_partition(
          rest.begin(), rest.end(), [&](const WithheldField& one) { return one.record.en == record.en; });
      tell(common, {words, {record, listed({rest.begin(), others}, is_in_public_fields, common.language)}});
      rest.erase(rest.begin(), others);
    }
  };
  tell_those(true, {"replaced by […], {0}: {1}", "remplacé par […], {0} : {1}"});
  tell_those(false, {"not published, {0}: {1}", "non publié, {0} : {1}"});
}

/// "page.html" gives "page".
std::string without_extension(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? path : path.substr(0, dot);
}

/// The last part of a path.
std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

struct PagePaths {
  std::string page, table, table_schema;
};
PagePaths paths_beside(const std::string& page) {
  return {page, without_extension(page) + ".csv", without_extension(page) + ".schema.json"};
}

/// The page, its table and what describes that: none is put in place before all could be.
class PageOnDisk {
public:
  PageOnDisk(const PagePaths& paths, const Common& common)
      : common_(common), page_(paths.page), csv_(paths.table), schema_(paths.table_schema) {}
  Exit write(const std::string& page, const std::string& csv, const std::string& schema) {
    page_.write(page);
    csv_.write(csv);
    schema_.write(schema);
    for (Output* const one : {&schema_, &csv_, &page_})
      if (!one->is_ready(common_))
        return not_carried_out;
    for (Output* const one : {&schema_, &csv_, &page_})
      if (const Exit written = one->finish(common_); written != fine)
        return written;
    return fine;
  }

private:
  const Common& common_;
  Output page_, csv_, schema_;
};
} // namespace

void declare_public_options(CLI::App& app, PublicOptions& options, const Common& words) {
  app.add_flag(
      "--public", options.is_public,
      words.say({"a page for anyone: nothing that is not public, small counts masked; beside a page that -o "
                 "names, its figures as CSV with their Table Schema",
                 "une page pour tous : rien qui ne soit public, petits nombres masqués ; à côté d'une page "
                 "nommée par -o, ses chiffres en CSV avec leur Table Schema"}));
  add_number(app, "--min-count", options.min_count, NumberRange::whole(1, 1000000), words,
             {"with --public, mask smaller counts; 5 if left out, 1 masks none",
              "avec --public, masquer les nombres plus petits ; 5 sinon, 1 n'en masque aucun"})
      ->type_name("N");
  add_repeatable(
      app, "--earlier", options.earlier, words, {"FILE", "FICHIER"},
      {"with --public or --sections parliament, an earlier version of the strategy, that tells how goals "
       "were "
       "first set; repeatable, the oldest first",
       "avec --public ou --sections parlement, une version antérieure de la stratégie, qui dit comment les "
       "objectifs furent fixés ; répétable, la plus ancienne d'abord"});
}

Exit report_public(const std::string& path, const PublicOptions& chosen, const AnswerOptions& options,
                   const Common& common) {
  auto strategy = read_one(path, "report --public", options, common);
  if (!strategy)
    return refuse(common, strategy.error());
  const auto earlier = read_each(chosen.earlier, "--earlier", options, common);
  if (!earlier)
    return refuse(common, earlier.error());
  std::vector<std::string> people = model::people_of(*strategy); // of any version, for all of them
  for (const Strategy& version : *earlier)
    for (std::string& one : model::people_of(version))
      people.push_back(std::move(one));
  std::vector<Strategy> versions;
  for (const Strategy& version : *earlier)
    versions.push_back(model::public_part(version, people).strategy);
  const model::PublicPart part = model::public_part(std::move(*strategy), people);
  PublicPage page = publish(part.strategy, common.as_of, {chosen.min_count, versions});
  tell_withheld(part.withheld, common);
  const auto csv = [&] { return report::public_csv(page, common.language); };
  if (options.is_document() && !options.output.empty() && options.format != "text") {
    const PagePaths paths = paths_beside(options.output);
    for (const std::string& beside : {paths.table, paths.table_schema}) // the page alone was named
      if (!may_stand(beside, common))
        return not_carried_out;
    page.table = file_name(paths.table);
    page.table_schema = file_name(paths.table_schema);
    return PageOnDisk(paths, common)
        .write(rendered(document_of(page), options, common), csv(),
               report::public_table_schema(page, common.language));
  }
  const Answer answer{.document = [&] { return document_of(page); },
                      .json = whole([&] { return json_of(page); }),
                      .csv = whole([&](bool) { return csv(); })};
  return write_answer(answer, options, common);
}

} // namespace deploy_plan::cli

#include "cli/test_drawing.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::cli {
namespace {

/// In the words of the options that asked for it.
Phrase list_failure(const report::ListFailure& failure) {
  const auto* const missing = std::get_if<report::MissingColumn>(&failure);
  if (missing == nullptr)
    return std::get<Phrase>(failure);
  using Use = report::MissingColumn::Use;
  const char* const option = missing->use == Use::stratum    ? "--stratify"
                             : missing->use == Use::identity ? "--id"
                                                             : "--cluster";
  return {{"{0} {1}: the list has no such column; {2}", "{0} {1} : la liste n'a pas cette colonne ; {2}"},
          {std::string(option), missing->name,
           text::suggestion(missing->nearest, {{"its first line names them", "sa première ligne les nomme"}})
               .words()}};
}
} // namespace

tl::expected<report::BeneficiaryList, Phrase> read_list(const std::string& path, const std::string& column,
                                                        const TestOptions& options, const Common& common) {
  const auto source = read_source(path, common.reading);
  if (!source)
    return tl::unexpected(Phrase{{"{0}: {1}", "{0} : {1}"}, {path, source.error()}});
  report::BeneficiaryList list(*source);
  if (const auto read = list.read(options.identity, options.stratify, options.cluster); !read)
    return tl::unexpected(list_failure(read.error()));
  if (std::find(list.columns().begin(), list.columns().end(), column) != list.columns().end())
    return tl::unexpected(
        Phrase{{"{0} has a column {1} already: take it out first", "{0} a déjà une colonne {1} : retirez-la"},
               {path, column}});
  return list;
}

Exit write_list(const DrawnList& drawn, Balance& balance, const TestOptions& options, const Common& common) {
  Output output(options.output);
  drawn.list.write([&](std::string_view piece) { output.write(piece); }, drawn.column, drawn.names,
                   drawn.drawn, balance);
  return output.finish(common);
}

} // namespace deploy_plan::cli

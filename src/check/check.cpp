// Checking a file: each of its strategies is read and judged by itself, then added to what the file gave.
#include "deploy_plan/check.hpp"
#include "check/judge.hpp"
#include "source/documents.hpp"
#include "source/in_order.hpp"
#include <algorithm>

namespace deploy_plan {
namespace {

using rules::Judged;

constexpr std::size_t batch_size =
    16; // strategies that a thread takes at a time: one is too little work to hand over

Judged judge_text(const std::shared_ptr<const Source>& source, Place text, std::string pointer,
                  model::SeriesFiles& series, const CheckOptions& options) {
  auto parsed = source::parse(SourceMap(source), text, source::comments_of(*source), std::move(pointer));
  Judged judged{SourceMap(source), model::Collector(options.max_findings), !parsed.error, {}};
  if (parsed.error) {
    judged.found.add(std::move(*parsed.error));
    return judged;
  }
  rules::judge(parsed.tree, series, options, rules::Judging::as_written, judged);
  rules::try_scenarios(parsed.tree, series, options, judged);
  return judged;
}

CheckedFile check_documents(const std::shared_ptr<const Source>& source, const source::Documents& documents,
                            const CheckOptions& options, const TakeStrategy& take) {
  CheckedFile file{SourceMap(source), {}, {}};
  model::SeriesFiles series([&](const std::string& path) {
    return read_neighbour(source->name(), path, {options.allow_outside, options.reading});
  });
  const std::size_t count = documents.texts.size();
  const auto check_batch = [&](std::size_t batch) {
    std::vector<Judged> all;
    for (std::size_t i = batch * batch_size; i < std::min(count, (batch + 1) * batch_size); ++i)
      all.push_back(judge_text(source, documents.texts[i], documents.pointer(i), series, options));
    return all;
  };
  const auto take_batch = [&](std::vector<Judged>&& all) {
    for (Judged& judged : all) {
      rules::merge(judged, file, options);
      if (take && judged.is_json)
        take(std::move(judged.strategy));
    }
  };
  source::in_order((count + batch_size - 1) / batch_size, options.threads, check_batch, take_batch);
  return file;
}
} // namespace

bool CheckedFile::is_sound() const {
  const auto is_error = [](const auto& found) { return found.severity == Severity::error; };
  return std::none_of(findings.begin(), findings.end(), is_error) &&
         std::none_of(unkept.begin(), unkept.end(), is_error);
}

void CheckSummary::add(const CheckedFile& file) {
  const auto count = [&](const std::string& rule, Severity severity, std::size_t more) {
    (severity == Severity::error ? errors : severity == Severity::warning ? warnings : infos) += more;
    rules[rule] += more;
  };
  ++files;
  for (const Finding& finding : file.findings)
    count(finding.rule, finding.severity, 1);
  for (const UnkeptFindings& more : file.unkept)
    count(more.rule, more.severity, more.count);
}

CheckedFile check(const std::shared_ptr<const Source>& source, const CheckOptions& options,
                  const TakeStrategy& take) {
  const auto documents = source::documents(*source);
  CheckedFile file = check_documents(source, documents, options, take);
  if (file.readable || !documents.in_array)
    return file;
  // One element is not JSON, so the file is not: read it as one text, for the one finding that says where it
  // stops being JSON.
  return check_documents(source, {{source::whole(*source)}, false}, options, {});
}

} // namespace deploy_plan

// The renderers of findings, one a file, and what they share.
#pragma once
#include "deploy_plan/render.hpp"
#include <nlohmann/json_fwd.hpp>
#include <unordered_map>

namespace deploy_plan::report {

std::unique_ptr<FindingsWriter> open_text(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_json(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_sarif(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_junit(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_github(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_gitlab(Sink sink, const RenderOptions& options);

/// Names the findings of one file across its versions: rule, file and pointer, and which it is of those that
/// have the same, hashed (FNV-1a, 64 bits) as 16 hexadecimal digits.
class Fingerprints {
public:
  explicit Fingerprints(const Source& source) : source_(source) {}
  [[nodiscard]] std::string next(const Finding& finding);

private:
  const Source& source_;
  std::unordered_map<std::uint64_t, std::size_t> given_;
};
/// The message and, on its own line, the remedy.
[[nodiscard]] std::string told(const Finding& finding, Language language);

/// Findings that were counted and not kept, as one finding of their file.
[[nodiscard]] Finding told_together(const CheckedFile& file, const UnkeptFindings& more, Text show_more);
/// Calls `visit` with each finding that was kept, then with those of each rule that were only counted.
template <class Visit>
void each_told(const CheckedFile& file, Text show_more, Visit visit) {
  for (const Finding& finding : file.findings)
    visit(finding);
  for (const UnkeptFindings& more : file.unkept)
    visit(told_together(file, more, show_more));
}

/// A rule's example with the keys of a language and its days filled in, as indented JSON.
[[nodiscard]] std::string example_fragment(std::string_view fragment, Language language, Date as_of);

/// A JSON array written element by element, inside a document that is indented by `depth` spaces there.
class JsonArray {
public:
  JsonArray(Sink to, std::size_t depth) : sink_(std::move(to)), indent_(depth, ' ') {}
  void add(const nlohmann::ordered_json& element);
  /// An element that is written already, its lines indented as they must stand.
  void add_written(std::string_view element);
  /// Closes the bracket that stands open before the first element.
  void close();

private:
  Sink sink_;
  std::string indent_;
  bool empty_ = true;
};

} // namespace deploy_plan::report

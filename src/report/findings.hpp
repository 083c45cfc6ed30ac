// The renderers of findings, one a file, and what they share.
#pragma once
#include "deploy_plan/render.hpp"
#include <nlohmann/json_fwd.hpp>

namespace deploy_plan::report {

std::unique_ptr<FindingsWriter> open_text(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_json(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_sarif(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_junit(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_github(Sink sink, const RenderOptions& options);
std::unique_ptr<FindingsWriter> open_gitlab(Sink sink, const RenderOptions& options);

/// Names a finding across versions of a file: rule, file and pointer, hashed (FNV-1a, 64 bits) as 16
/// hexadecimal digits.
[[nodiscard]] std::string fingerprint(const Source& source, const Finding& finding);
[[nodiscard]] std::string_view severity_key(Severity severity);
[[nodiscard]] Text severity_name(Severity severity);
/// The message and, on its own line, the remedy.
[[nodiscard]] std::string told(const Finding& finding, Language language);

/// A rule's example with the keys of a language and its days filled in, as indented JSON.
[[nodiscard]] std::string example_fragment(std::string_view fragment, Language language, Date as_of);

/// A JSON array written element by element, inside a document that is indented by `depth` spaces there.
class JsonArray {
public:
  JsonArray(Sink to, std::size_t depth) : sink_(std::move(to)), indent_(depth, ' ') {}
  void add(const nlohmann::ordered_json& element);
  /// Closes the bracket that stands open before the first element.
  void close();

private:
  Sink sink_;
  std::string indent_;
  bool empty_ = true;
};

} // namespace deploy_plan::report

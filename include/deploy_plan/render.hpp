// Findings as people and tools read them.
#pragma once
#include "deploy_plan/check.hpp"

namespace deploy_plan {

struct RenderOptions {
  Language language = Language::english;
  bool color = false;
  bool unicode = true;   ///< draw frames with box characters, else with ASCII
  std::size_t width = 0; ///< columns of the terminal; 0 where lines need not be kept short
  Severity fail_on =
      Severity::error; ///< what counts as a failure, for formats that tell failures from remarks
  Text show_more{"a larger limit of findings shows them",
                 "une limite de constats plus grande les montre"}; ///< how to see those that are only counted
  std::size_t most =
      0; ///< characters of a Markdown document, which says what it leaves out; 0 where it may be any size
};

/// Where an answer goes, piece by piece.
using Sink = std::function<void(std::string_view)>;

/// Writes findings file by file, so that what was read of one can be forgotten before the next.
class FindingsWriter {
public:
  virtual ~FindingsWriter() = default;
  virtual void begin() {}
  virtual void file(const CheckedFile& file) = 0;
  virtual void end(const CheckSummary&) {}
};

/// A way to write findings.
struct FindingsFormat {
  std::string_view name;
  Text meaning;
  std::unique_ptr<FindingsWriter> (*open)(Sink sink, const RenderOptions& options);
};
[[nodiscard]] std::span<const FindingsFormat> findings_formats();

/// The findings of a few files in one text.
[[nodiscard]] std::string render(const FindingsFormat& format, std::span<const CheckedFile> files,
                                 const RenderOptions& options);

} // namespace deploy_plan

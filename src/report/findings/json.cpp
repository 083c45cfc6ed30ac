// Findings for a script: what the description of check's answer says, written file by file.
#include "answers/json.hpp"
#include "answers/check.hpp"
#include "report/findings/findings.hpp"

namespace deploy_plan::report {
namespace {

class JsonWriter final : public FindingsWriter {
public:
  JsonWriter(Sink to, const RenderOptions& options)
      : sink_(to), language_(options.language), files_(std::move(to), 4) {}

  void begin() override {
    sink_("{\n  \"format\": \"");
    sink_(answers::description<answers::CheckReport>().format);
    sink_("\",\n  \"files\": [");
  }

  void file(const CheckedFile& checked) override {
    files_.add_written(answers::as_json_within(answers::located(checked, language_), 2));
  }

  void end(const CheckSummary& summary) override {
    files_.close();
    const FindingCounts& counts = summary;
    sink_(",\n  \"summary\": " + answers::as_json_line(counts) + "\n}\n");
  }

private:
  Sink sink_;
  Language language_;
  JsonArray files_;
};
} // namespace

std::unique_ptr<FindingsWriter> open_json(Sink sink, const RenderOptions& options) {
  return std::make_unique<JsonWriter>(std::move(sink), options);
}

} // namespace deploy_plan::report

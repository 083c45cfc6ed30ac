// Findings for a script: what the description of check's answer says, written file by file.
#include "answers/json.hpp"
#include "answers/check.hpp"
#include "report/findings/findings.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {
namespace {

class JsonWriter final : public FindingsWriter {
public:
  JsonWriter(Sink to, const RenderOptions& options)
      : sink(to), language(options.language), files(std::move(to), 4) {}

  void begin() override {
    sink("{\n  \"format\": \"");
    sink(answers::description<answers::CheckReport>().format);
    sink("\",\n  \"files\": [");
  }

  void file(const CheckedFile& checked) override {
    const answers::FileFindings told = answers::located(checked, language);
    files.add_written(answers::as_json(answers::description<answers::FileFindings>(), &told, 2));
  }

  void end(const CheckSummary& summary) override {
    files.close();
    const FindingCounts& counts = summary;
    sink(",\n  \"summary\": " + nlohmann::ordered_json::parse(answers::as_json(counts)).dump() + "\n}\n");
  }

private:
  Sink sink;
  Language language;
  JsonArray files;
};
} // namespace

std::unique_ptr<FindingsWriter> open_json(Sink sink, const RenderOptions& options) {
  return std::make_unique<JsonWriter>(std::move(sink), options);
}

} // namespace deploy_plan::report

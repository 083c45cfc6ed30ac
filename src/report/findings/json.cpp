// Findings for a script: the shape is the API (design, part 5).
#include "report/findings/findings.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Json rendered(const SourceMap& sources, const Finding& finding, Language language) {
  const auto located = sources.locate(finding.place);
  const Position begin = located.begin();
  const Position end = located.end();
  Json related = Json::array();
  for (const Related& other : finding.related) {
    const Position at = sources.locate(other.place).begin();
    related.push_back({{"message", other.message.in(language)}, {"line", at.line}, {"column", at.column}});
  }
  Json result{{"rule", finding.rule},
              {"severity", severity_key(finding.severity)},
              {"message", finding.message.in(language)},
              {"pointer", finding.pointer},
              {"line", begin.line},
              {"column", begin.column},
              {"end_line", end.line},
              {"end_column", end.column},
              {"help", finding.help.in(language)},
              {"related", related}};
  if (located.source != &sources.first())
    result["file"] = located.source->name(); // the CSV file that lines and columns count in
  return result;
}

class JsonWriter final : public FindingsWriter {
public:
  JsonWriter(Sink to, const RenderOptions& options)
      : sink(to), language(options.language), files(std::move(to), 4) {}

  void begin() override { sink("{\n  \"format\": \"deploy-plan/check@1\",\n  \"files\": ["); }

  void file(const CheckedFile& checked) override {
    Json findings = Json::array();
    for (const Finding& finding : checked.findings)
      findings.push_back(rendered(checked.sources, finding, language));
    Json result{{"path", checked.sources.first().name()}, {"findings", findings}};
    for (const UnkeptFindings& more : checked.unkept)
      result["unkept"].push_back(
          {{"rule", more.rule}, {"severity", severity_key(more.severity)}, {"count", more.count}});
    files.add(result);
  }

  void end(const CheckSummary& summary) override {
    files.close();
    const Json counts{{"errors", summary.errors}, {"warnings", summary.warnings}, {"infos", summary.infos}};
    sink(",\n  \"summary\": " + counts.dump() + "\n}\n");
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

// Findings as SARIF 2.1.0 (OASIS), for code-scanning tools; columns are Unicode code points, as everywhere
// here.
#include "model/description.hpp"
#include "report/findings/findings.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level(Severity severity) {
  return severity == Severity::info ? "note" : model::choice_of(severity).name.en;
}

Json described(const RuleEntry& rule, Language language) {
  const auto text = [&](Text words) { return Json{{"text", typeset(words.in(language), language)}}; };
  return {{"id", rule.name},
          {"shortDescription", text(rule.summary)},
          {"fullDescription", text(rule.why)},
          {"help", text(step_name(rule.step))},
          {"defaultConfiguration", {{"level", level(rule.severity)}}}};
}

/// A URI may hold few characters as they are (RFC 3986); the others are written %XX.
std::string uri(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "-._~/";
  std::string result;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      plain.find(c) != std::string_view::npos;
    if (kept)
      result += c;
    else
      result.append({'%', digits[byte >> 4U], digits[byte & 15U]});
  }
  return result;
}

Json location(const SourceMap& sources, Place place) {
  const auto located = sources.locate(place);
  const Position begin = located.begin();
  const Position end = located.end();
  const Json region{{"startLine", begin.line},
                    {"startColumn", begin.column},
                    {"endLine", end.line},
                    {"endColumn", end.column}};
  return {{"artifactLocation", {{"uri", uri(located.source->name())}}}, {"region", region}};
}

Json result(const SourceMap& sources, const Finding& finding, Fingerprints& fingerprints, Language language) {
  Json related = Json::array();
  for (const Related& other : finding.related)
    related.push_back({{"physicalLocation", location(sources, other.place)},
                       {"message", {{"text", other.message.in(language)}}}});
  const Json where{{"physicalLocation", location(sources, finding.place)},
                   {"logicalLocations", Json::array({Json{{"fullyQualifiedName", finding.pointer}}})}};
  return {{"ruleId", finding.rule},
          {"ruleIndex", find_rule(finding.rule) - rule_catalogue().data()},
          {"level", level(finding.severity)},
          {"message", {{"text", told(finding, language)}}},
          {"locations", Json::array({where})},
          {"relatedLocations", related},
          {"partialFingerprints", {{"rulePathPointer/v1", fingerprints.next(finding)}}}};
}

class SarifWriter final : public FindingsWriter {
public:
  SarifWriter(Sink to, const RenderOptions& options)
      : sink_(to), language_(options.language), show_more_(options.show_more), results_(std::move(to), 8) {}

  void begin() override {
    Json rules = Json::array();
    for (const RuleEntry& rule : rule_catalogue())
      rules.push_back(described(rule, language_));
    const Json driver{{"name", "deploy-plan"}, {"version", DEPLOY_PLAN_VERSION}, {"rules", rules}};
    const Json tool{{"driver", driver}};
    sink_("{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n"
          "  \"runs\": [\n    {\n      \"tool\": " +
          tool.dump() + ",\n      \"columnKind\": \"unicodeCodePoints\",\n      \"results\": [");
  }

  void file(const CheckedFile& checked) override {
    Fingerprints fingerprints(checked.sources.first());
    each_told(checked, show_more_, [&](const Finding& finding) {
      results_.add(result(checked.sources, finding, fingerprints, language_));
    });
  }

  void end(const CheckSummary&) override {
    results_.close();
    sink_("\n    }\n  ]\n}\n");
  }

private:
  Sink sink_;
  Language language_;
  Text show_more_;
  JsonArray results_;
};
} // namespace

std::unique_ptr<FindingsWriter> open_sarif(Sink sink, const RenderOptions& options) {
  return std::make_unique<SarifWriter>(std::move(sink), options);
}

} // namespace deploy_plan::report

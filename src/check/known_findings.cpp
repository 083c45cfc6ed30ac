#include "deploy_plan/check.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan {

std::optional<KnownFindings> KnownFindings::read(std::string_view json) {
  using Json = nlohmann::json;
  const Json document = Json::parse(json, nullptr, false);
  const auto text = [](const Json& object, const char* key) -> const std::string* {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get_ptr<const std::string*>() : nullptr;
  };
  const std::string* const format = text(document, "format");
  if (format == nullptr || *format != "deploy-plan/check@1" || !document.contains("files"))
    return std::nullopt;
  KnownFindings baseline;
  for (const Json& file : document["files"]) {
    const std::string* const path = text(file, "path");
    if (path == nullptr || !file.contains("findings"))
      return std::nullopt;
    for (const Json& finding : file["findings"])
      if (const std::string* const rule = text(finding, "rule"))
        ++baseline.known_[*path][*rule];
    for (const Json& more : file.value("unkept", Json::array())) {
      const std::string* const rule = text(more, "rule");
      const auto count = rule == nullptr ? more.end() : more.find("count");
      if (rule != nullptr && count != more.end() && count->is_number_unsigned())
        baseline.known_[*path][*rule] += count->get<std::size_t>();
    }
  }
  return baseline;
}

void KnownFindings::subtract_from(CheckedFile& file) const {
  const auto known = known_.find(file.sources.first().name());
  if (known == known_.end())
    return;
  auto left = known->second;
  const auto is_known = [&](const std::string& rule, std::size_t count) {
    std::size_t& before = left[rule];
    const std::size_t subtracted = std::min(before, count);
    before -= subtracted;
    return subtracted;
  };
  std::erase_if(file.findings, [&](const Finding& finding) { return is_known(finding.rule, 1) == 1; });
  for (UnkeptFindings& more : file.unkept)
    more.count -= is_known(more.rule, more.count);
  std::erase_if(file.unkept, [](const UnkeptFindings& more) { return more.count == 0; });
}

} // namespace deploy_plan

#include "report/views/gap/gap_json.hpp"
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "report/answer_paths.hpp"
#include "report/csv.hpp"
#include "report/document/cells.hpp"
#include "report/json_values.hpp"

namespace deploy_plan::report {

using Json = nlohmann::ordered_json;

std::string_view status_key(GoalStatus status) { return name_of(status).en; }

Json gap_json(const Gap& gap) { return Json::parse(answers::as_json(gap)); }

namespace {

/// Writes the figures of a JSON document one a row.
class CsvWriter {
public:
  CsvWriter(const Gap& told, CsvDialect chosen) : gap(told), dialect(chosen) {}

  void write(const Json& answer) {
    each_value(answer, "", [&](const std::string& path, const Json& value) {
      if (value.is_number())
        row(segment_of(path), path, value);
    });
  }
  std::string result;

private:
  const Gap& gap;
  const CsvDialect dialect;

  /// The path of a segment's figure without what comes after the id, which may hold dots itself.
  static std::string segment_of(std::string_view path) {
    constexpr std::string_view segments = "market.segments.";
    if (!path.starts_with(segments))
      return {};
    path.remove_prefix(segments.size());
    path = path.substr(0, path.rfind('.'));
    for (const std::string_view group : {".share", ".gap"})
      if (path.ends_with(group))
        path.remove_suffix(group.size());
    return std::string(path);
  }

  void row(const std::string& segment, const std::string& path, const Json& value) {
    result +=
        dialect.row({CsvDialect::words(gap.strategy), CsvDialect::words(segment), CsvDialect::words(path),
                     dialect.number(value.dump()), CsvDialect::words(unit_of(path))});
  }

  std::string unit_of(const std::string& path) const {
    const auto ends = [&](std::string_view end) { return path.ends_with(end); };
    const FigureKind kind = kind_of_figure(path);
    if (kind == FigureKind::share)
      return "ratio";
    if (kind == FigureKind::money)
      return gap.currency.empty() ? "EUR" : gap.currency;
    if (ends(".actions"))
      return "action";
    std::string unit = gap.unit;
    for (const ObjectiveGap& objective : gap.objectives)
      if (path.starts_with("objectives." + objective.id + "."))
        unit = objective.counted ? objective.unit : "ratio";
    for (const FunnelStage& stage : gap.funnel)
      if (path == "funnel." + std::string(name_of(stage.stage).en) + ".value")
        return stage.unit;
    if (path.starts_with("funnel.") || path.starts_with("costs."))
      return "";
    return ends("_per_month") ? unit + "/month" : unit;
  }
};
} // namespace

std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect) {
  const CsvDialect dialect(french_dialect);
  std::string result = dialect.begin();
  result += french_dialect ? dialect.row({"stratégie", "segment", "chemin", "valeur", "unité"})
                           : dialect.row({"strategy", "segment", "path", "value", "unit"});
  for (const Gap& gap : gaps) {
    CsvWriter writer(gap, dialect);
    writer.write(gap_json(gap));
    result += writer.result;
  }
  return result;
}

} // namespace deploy_plan::report

#include "report/exports/openmetrics.hpp"
#include "answers/metrics.hpp"
#include "text/terminal.hpp"
#include <map>

namespace deploy_plan::answers {
template <>
const Record& description<Gap>();
} // namespace deploy_plan::answers

namespace deploy_plan::report {
namespace {

std::string escaped(std::string_view words) {
  std::string safe;
  for (const char c : text::visible(words))
    if (c == '\\' || c == '"')
      safe += std::string("\\") + c;
    else if (c == '\n')
      safe += "\\n";
    else
      safe += c;
  return safe;
}

class OpenMetrics : public GapWriter {
public:
  explicit OpenMetrics(Sink sink) : sink_(std::move(sink)) {}

  void add(Gap&& gap) override {
    const int again = ++named_[gap.strategy];
    const std::string name = again == 1 ? gap.strategy : gap.strategy + "#" + std::to_string(again);
    answers::each_sample(gap, [&](const answers::MetricSample& sample) {
      family(sample).samples += sample.family + "{" + labels(name, sample) + "} " + sample.value + "\n";
    });
  }
  void end() override {
    for (const Family& one : families_)
      sink_(one.head + one.samples);
    sink_("# EOF\n");
  }

private:
  struct Family {
    std::string head, samples;
  };
  Sink sink_;
  std::vector<Family> families_; ///< in the order in which the first strategies tell them
  std::map<std::string, std::size_t> places_;
  std::map<std::string, int> named_;

  Family& family(const answers::MetricSample& sample) {
    const auto [place, is_new] = places_.emplace(sample.family, families_.size());
    if (is_new)
      families_.push_back(
          {"# TYPE " + sample.family + " gauge\n" +
               (sample.unit.empty() ? "" : "# UNIT " + sample.family + " " + sample.unit + "\n") + "# HELP " +
               sample.family + " " + escaped(sample.help) + "\n",
           {}});
    return families_[place->second];
  }

  static std::string labels(const std::string& strategy, const answers::MetricSample& sample) {
    std::string all = "strategy=\"" + escaped(strategy) + "\"";
    for (const auto& [name, value] : sample.labels)
      all += "," + name + "=\"" + escaped(value) + "\"";
    return all;
  }
};
} // namespace

std::unique_ptr<GapWriter> openmetrics_writer(Sink sink) {
  return std::make_unique<OpenMetrics>(std::move(sink));
}

} // namespace deploy_plan::report

#include "report/views/gap/gap_document.hpp"
#include "report/document/cells.hpp"

namespace deploy_plan::report {
namespace {

/// With what is told around it.
std::vector<Section> all_sections(const Gap& gap, const GapViewOptions& options, ToldAround around) {
  std::vector<Section> all = std::move(around.before);
  const bool has_annex = !all.empty();
  GapViewOptions how = options;
  how.has_course = has_annex;
  for (Section& section : sections_of(gap, how)) {
    section.chapter = {"Where it stands", "Où en est-on"};
    if (section.id == "summary" && has_annex)
      section.title = words(Text{"Standing", "Situation"}); // the brief is what is read in short
    all.push_back(std::move(section));
  }
  std::move(around.after.begin(), around.after.end(), std::back_inserter(all));
  if (!has_annex)
    for (Section& section : all)
      section.chapter = {};
  return all;
}
} // namespace

Document GapDocument::part(const Gap& gap, ToldAround around) const {
  Document one{words(gap.strategy), {}, around.about, "strategy-" + std::to_string(count_), {}};
  one.sections = all_sections(gap, options_, std::move(around));
  for (Section& section : one.sections)
    section.id.insert(0, one.id + "-");
  return one;
}

void GapDocument::add(Gap gap, ToldAround around) {
  ++count_;
  table_.add(gap, around);
  if (options_.each_strategy)
    parts_.push_back(part(gap, around));
  if (count_ > 1)
    return;
  around_first_ = std::move(around);
  first_ = std::move(gap);
}

Document GapDocument::document() {
  if (count_ == 1) {
    Document one{
        {{"{0}, as of {1}", "{0}, au {1}"}, {first_.strategy, as_of_}}, {}, around_first_.about, {}, {}};
    one.sections = all_sections(first_, options_, std::move(around_first_));
    return one;
  }
  Document all = portfolio_index(table_, as_of_, options_);
  if (count_ == 0)
    all.sections.clear();
  if (!options_.each_strategy)
    return all;
  for (const std::size_t place : table_.worst_first(options_.most_parts))
    if (!parts_[place].sections.empty())
      all.parts.push_back(std::move(parts_[place]));
  return all;
}

Document gap_document(std::span<const Gap> gaps, Date as_of, const GapViewOptions& options) {
  GapDocument document(as_of, options);
  for (const Gap& gap : gaps)
    document.add(gap);
  return document.document();
}

} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const Gap& gap) { return report::gap_document({&gap, 1}, gap.as_of, {}); }
Document document_of(std::span<const Gap> gaps, Date as_of) { return report::gap_document(gaps, as_of, {}); }

} // namespace deploy_plan

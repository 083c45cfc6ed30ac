// Who does how much in which month, and whether they can.
#include "report/document/cells.hpp"
#include "report/views/plan/plan_time.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

class LoadView {
public:
  explicit LoadView(const Plan& told) : plan_(told) {
    for (const MemberLoad& load : told.load)
      members_.push_back(&load);
    std::stable_sort(members_.begin(), members_.end(),
                     [](const MemberLoad* a, const MemberLoad* b) { return total(*a) > total(*b); });
  }

  std::vector<Block> blocks() const {
    if (members_.empty())
      return {};
    const std::size_t shown_members = std::min(members_.size(), most_members);
    Table table{words(Text{"Person-days planned, of those that can be given",
                           "Jours-personne prévus, sur ceux qui sont disponibles"}),
                {{"month", "mois"}},
                {}};
    for (std::size_t i = 0; i < shown_members; ++i)
      table.columns.push_back(words(name_of(*members_[i])));
    for (const Month month : months()) {
      std::vector<Cell> row{text_cell({{"{0}", "{0}"}, {month}})};
      for (std::size_t i = 0; i < shown_members; ++i)
        row.push_back(cell_of(*members_[i], month));
      table.rows.push_back(std::move(row));
    }
    if (table.rows.empty())
      return {};
    std::vector<Block> blocks{chart(shown_members)};
    add_rows(std::move(table), blocks);
    if (members_.size() > most_members)
      blocks.emplace_back(Paragraph{{{"Of the {0} who have the most to do; {1} others have less.",
                                      "De ceux qui ont le plus à faire, {0} ; {1} autres ont moins."},
                                     {static_cast<std::int64_t>(most_members),
                                      static_cast<std::int64_t>(members_.size() - most_members)}}});
    return blocks;
  }

private:
  static constexpr std::size_t most_members = 8;
  const Plan& plan_;
  std::vector<const MemberLoad*> members_; ///< who has most to do first

  static double total(const MemberLoad& load) {
    double all = 0;
    for (const MonthLoad& month : load.months)
      all += month.load;
    return all;
  }
  std::string name_of(const MemberLoad& load) const {
    return PlanWords(plan_).in_strategy(load.member, load.strategy);
  }
  /// One beside the other, on one scale: who does how much in which month.
  Panels chart(std::size_t shown_members) const {
    Panels panels{seen(),
                  words(Text{"person-days by month, all on one scale; dashes: what can be given",
                             "jours-personne par mois, à une même échelle ; tirets : ce qui est disponible"}),
                  {}};
    double most = 0;
    for (std::size_t i = 0; i < shown_members; ++i) {
      panels.plots.push_back(months_of(*members_[i]));
      for (const Plot::Curve& curve : panels.plots.back().curves)
        for (const Plot::Point& point : curve.points)
          most = std::max(most, point.y);
    }
    for (Plot& plot : panels.plots)
      plot.also_y = {0, most};
    return panels;
  }
  Plot months_of(const MemberLoad& load) const {
    Plot plot{words(name_of(load)),
              {{"{0} person-{0#day|days}", "{0} {0#jour-personne|jours-personne}"}, {shown(total(load))}},
              {words(Text{"month", "mois"}), AxisKind::date},
              {words(Text{"days a month", "jours par mois"})},
              {{words(Text{"to do", "à faire"}), Plot::Style::band, {}, Role::planned},
               {words(Text{"to do", "à faire"}), Plot::Style::line, {}, Role::planned},
               {words(Text{"available", "disponible"}), Plot::Style::dashed, {}}}};
    for (const Month month : months()) {
      const auto one = std::find_if(load.months.begin(), load.months.end(),
                                    [&](const MonthLoad& each) { return each.month == month; });
      const double days = one == load.months.end() ? 0 : one->load;
      const double begin = on_axis(month.first);
      const double end =
          on_axis(Month{std::chrono::year_month_day{month.first} + std::chrono::months{1}}.first);
      for (const double x : {begin, end}) { // as steps: nothing is known of the days within a month
        plot.curves[0].points.push_back({x, days, 0, days});
        plot.curves[1].points.push_back({x, days});
        if (one != load.months.end() && one->capacity)
          plot.curves[2].points.push_back({x, *one->capacity});
      }
    }
    std::erase_if(plot.curves, [](const Plot::Curve& curve) { return curve.points.empty(); });
    return plot;
  }

  Phrase seen() const {
    std::int64_t people = 0, times = 0;
    bool is_bounded = true;
    for (const MemberLoad* const load : members_) {
      std::int64_t over = 0;
      for (const MonthLoad& month : load->months) {
        over += month.is_over();
        is_bounded = is_bounded && (month.load == 0 || month.capacity);
      }
      people += over > 0;
      times += over;
    }
    if (people > 0)
      return {{"{0} {0#person has|people have} more to do than they can give, {1} {1#month|months} in all",
               "{0} {0#personne a|personnes ont} plus à faire que de jours disponibles, {1} mois en tout"},
              {people, times}};
    const std::vector<Argument> busiest{name_of(*members_.front()), shown(total(*members_.front())),
                                        shown(plan_.days)};
    return {is_bounded ? Text{"Nobody has more to do than they can give; {0} has most: {1} of the plan's {2} "
                              "person-days",
                              "Personne n'a plus à faire que de jours disponibles ; qui a le plus : {0}, {1} "
                              "des {2} jours-personne du plan"}
                       : Text{"{0} has most to do: {1} of the plan's {2} person-days",
                              "Qui a le plus à faire : {0}, {1} des {2} jours-personne du plan"},
            busiest};
  }

  /// Up to the last one with something to do.
  std::vector<Month> months() const {
    std::vector<Month> all;
    Month last{};
    for (const MemberLoad* const load : members_)
      for (const MonthLoad& month : load->months) {
        all.push_back(month.month);
        if (month.load > 0)
          last = std::max(last, month.month);
      }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::erase_if(all, [&](Month month) { return month > last; });
    return all;
  }

  static Cell cell_of(const MemberLoad& load, Month month) {
    const auto found = std::find_if(load.months.begin(), load.months.end(),
                                    [&](const MonthLoad& one) { return one.month == month; });
    if (found == load.months.end())
      return unknown();
    const MonthLoad& one = *found;
    if (!one.capacity)
      return one.load > 0 ? number_cell(one.load) : unknown();
    const std::vector<Argument> figures{shown(one.load), shown(*one.capacity)};
    Cell cell = figure_cell(Phrase{{"{0} of {1}", "{0} sur {1}"}, figures}.words());
    if (one.is_over())
      cell = {Phrase{{"{0} of {1}, too many", "{0} sur {1}, trop"}, figures}, true, Tone::bad};
    else if (one.load > 0 && one.load > *one.capacity * nearly_all)
      cell = {Phrase{{"{0} of {1}, full", "{0} sur {1}, complet"}, figures}, true, Tone::warning};
    return cell;
  }
  static constexpr double nearly_all = 0.95;
};
} // namespace

std::vector<Block> load_of(const Plan& plan) { return LoadView(plan).blocks(); }

} // namespace deploy_plan::report

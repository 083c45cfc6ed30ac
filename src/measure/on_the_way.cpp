#include "measure/on_the_way.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace deploy_plan::measuring {

void fail(OnTheWay& way, Phrase why, Phrase help) {
  way.told.failure = std::move(why);
  way.told.help = std::move(help);
  way.told.outcome = QueryOutcome::failed;
}
void fail(OnTheWay& way, const Failure& failure) { fail(way, said(failure), remedy(failure)); }

void fail_all(std::span<OnTheWay* const> ways, const Phrase& why) {
  for (OnTheWay* const way : ways)
    fail(*way, why, {{"mend the file, then measure again", "corrigez le fichier, puis mesurez à nouveau"}});
}

void refuse_what_is_given_twice(std::span<OnTheWay> ways) {
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, Date>;
  std::map<Key, const OnTheWay*> givers;
  for (OnTheWay& way : ways) {
    for (const Figure& figure : way.figures) {
      const Key key{way.told.ledger, way.told.metric, figure.segment, figure.date};
      const auto [giver, is_new] = givers.try_emplace(key, &way);
      if (is_new || way.has_failed())
        continue;
      fail(way,
           {{"the figure of {0} for {1} is given twice, by this query and by that of {2}",
             "le chiffre du {0} pour {1} est donné deux fois, par cette requête et par celle de {2}"},
            {figure.date,
             figure.segment.empty() ? Argument(Text{"the whole", "le tout"}) : Argument(figure.segment),
             giver->second->told.name}},
           {{"give each query a metric of its own, or leave one of them out",
             "donnez à chaque requête une métrique à elle, ou omettez l'une d'elles"}});
    }
  }
}

void note_unknown_segments(OnTheWay& way, std::span<const Segment> known) {
  if (known.empty())
    return;
  std::set<std::string_view> unknown;
  for (const Figure& figure : way.figures)
    if (!figure.segment.empty() && std::none_of(known.begin(), known.end(), [&](const Segment& segment) {
          return segment.id == figure.segment;
        }))
      unknown.insert(figure.segment);
  way.told.unknown_segments.assign(unknown.begin(), unknown.end());
}

Entry entry_of(const OnTheWay& way) {
  Entry entry{way.told.metric, way.figures, way.wanted.from, way.wanted.until, way.named.segment};
  if (way.told.from || way.figures.empty())
    return entry;
  entry.from = std::min_element(way.figures.begin(), way.figures.end(), [](const Figure& a, const Figure& b) {
                 return a.date < b.date;
               })->date;
  return entry;
}

void tell_changes(MeasuredQuery& told, std::span<const MeasuredFigure> figures) {
  for (const MeasuredFigure& figure : figures) {
    ++(figure.change == FigureChange::added       ? told.added
       : figure.change == FigureChange::revised   ? told.revised
       : figure.change == FigureChange::withdrawn ? told.withdrawn
                                                  : told.unchanged);
    if (figure.change != FigureChange::unchanged)
      told.figures.push_back(figure);
  }
  told.outcome = told.added + told.revised > 0 ? QueryOutcome::changed : QueryOutcome::unchanged;
}

} // namespace deploy_plan::measuring

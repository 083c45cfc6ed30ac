#include "model/series_findings.hpp"
#include "text/folding.hpp"

namespace deploy_plan::model {

void SeriesFindings::report(source::RuleName name, Series& series, int field, Phrase message, Phrase help) {
  series.origin.sound = false;
  named_.report(name, named_.at(description<Series>(), series.origin, field), std::move(message),
                std::move(help));
}

void SeriesFindings::say_of_no_segment(Series& series) {
  report(rule::series_empty, series, 0,
         {{"a comparison's figures are of segments, and these name none",
           "les chiffres d'une comparaison sont par segment, et ceux-ci n'en nomment aucun"}},
         {{"name a CSV file with a segment column, or write each segment's observations",
           "nommez un fichier CSV à colonne segment, ou écrivez les relevés de chaque segment"}});
}

void SeriesFindings::say_never_measured(const Series& series) {
  const source::NodeId node = named_.at(description<Series>(), series.origin, 0);
  if (!unmeasured_.insert(node).second)
    return; // a comparison takes its objective's
  named_.report(rule::never_measured, node,
                {{"{0} has no row of this yet: its query was never asked",
                  "{0} n'en a encore aucune ligne : sa requête n'a jamais été posée"},
                 {series.file}},
                {{"run deploy-plan measure", "lancez deploy-plan measure"}}, Severity::info);
}

void SeriesFindings::say_no_row_yet(const Series& series, std::string_view segment) {
  named_.report(rule::never_measured, named_.at(description<Series>(), series.origin, 0),
                {{"{0} has no row for the segment {1} yet: its query has given none",
                  "{0} n'a encore aucune ligne pour le segment {1} : sa requête n'en a donné aucune"},
                 {series.file, std::string(segment)}},
                {{"run deploy-plan measure, or see that its query gives the segment by this name",
                  "lancez deploy-plan measure, ou voyez si sa requête donne le segment sous ce nom"}},
                Severity::info);
}

void SeriesFindings::say_no_sum(const Series& series, const std::string* lacking, Scale scale) {
  Phrase message{{"{0} has no day yet on which every segment has a row: their sum is not known",
                  "{0} n'a encore aucun jour où chaque segment ait une ligne : leur somme n'est pas connue"},
                 {series.file}};
  if (scale == Scale::rate)
    message = {
        {"{0} has rates of segments, and they are not summed: that of the whole is not known",
         "{0} contient des taux de segments, qui ne s'additionnent pas : celui du tout n'est pas connu"},
        {series.file}};
  else if (lacking != nullptr)
    message = {{"{0} has no row for the segment {1} yet: the sum of the segments is not known",
                "{0} n'a encore aucune ligne pour le segment {1} : la somme des segments n'est pas connue"},
               {series.file, *lacking}};
  named_.report(rule::series_incomplete, named_.at(description<Series>(), series.origin, 0),
                std::move(message),
                {{"let the query give the rows that lack, or a row of the whole, with an empty segment",
                  "que la requête donne les lignes qui manquent, ou une ligne du tout, au segment vide"}},
                Severity::warning);
}

void SeriesFindings::say_other_metric(Series& series, const std::string& metric, std::string_view id) {
  report(rule::series_empty, series, 0,
         {{"{0} holds the metric {1} alone, and rows that are measured are named {2} here",
           "{0} ne contient que la métrique {1}, et les lignes mesurées se nomment ici {2}"},
          {series.file, metric, std::string(id)}},
         {{"say which: \"metric\": \"{0}\"", "dites laquelle : \"métrique\": \"{0}\""}, {metric}});
}

void SeriesFindings::say_no_row(Series& series, std::string_view segment, Scale scale,
                                std::string_view zone) {
  if (!zone.empty())
    return report(
        rule::series_empty, series, 0,
        {{"{0} has no row for the zone {1}", "{0} n'a aucune ligne pour la zone {1}"},
         {series.file, std::string(zone)}},
        segment.empty()
            ? Phrase{{"add its rows, or say which zone the market is, as the file names it: zone",
                      "ajoutez ses lignes, ou dites de quelle zone est le marché, telle que le "
                      "fichier la nomme : zone"}}
            : Phrase{{"add its rows, or say which zone the segment {0} is, as the file names it: zone",
                      "ajoutez ses lignes, ou dites de quelle zone est le segment {0}, telle que le "
                      "fichier la nomme : zone"},
                     {std::string(segment)}});
  if (!segment.empty())
    return report(rule::series_empty, series, 0,
                  {{"{0} has no row for the segment {1}", "{0} n'a aucune ligne pour le segment {1}"},
                   {series.file, std::string(segment)}},
                  {{"add its rows; those of the whole market leave the segment empty",
                    "ajoutez ses lignes ; celles de tout le marché laissent le segment vide"}});
  report(rule::series_empty, series, 0,
         {{"{0} has no row for the whole market", "{0} n'a aucune ligne pour tout le marché"}, {series.file}},
         scale == Scale::rate
             ? Phrase{{"add its rows, with an empty segment: shares of segments do not add up",
                       "ajoutez ses lignes, au segment vide : des parts de segments ne s'additionnent pas"}}
             : Phrase{{"add its rows, with an empty segment, or rows for every segment: they are summed",
                       "ajoutez ses lignes, au segment vide, ou celles de chaque segment : elles "
                       "s'additionnent"}});
}

void SeriesFindings::say_no_segment(ComparedSegment& one, const Series& file,
                                    const CsvTable::BySegment& measured, bool is_given) {
  one.origin.sound = is_given; // it may come
  std::vector<std::string_view> names;
  for (const auto& [name, rows] : measured)
    names.push_back(name);
  named_.report(is_given ? rule::series_incomplete : rule::series_empty,
                named_.at(description<ComparedSegment>(), one.origin, 0),
                {{"{0} has no row for the segment {1}", "{0} n'a aucune ligne pour le segment {1}"},
                 {file.file, one.segment}},
                text::suggestion(text::nearest(one.segment, names),
                                 {{"name a segment as its rows do", "nommez un segment comme ses lignes"}}),
                is_given ? Severity::warning : Severity::error);
}

void SeriesFindings::say_empty(const CsvTable& table, Series& series, std::string_view indicator) {
  if (table.metrics.empty())
    return report(
        rule::series_empty, series, 0, {{"{0} has no row", "{0} n'a aucune ligne"}, {series.file}},
        {{"add an observation, or leave the series out", "ajoutez un relevé, ou omettez la série"}});
  if (series.metric.empty() && indicator.empty())
    return report(rule::series_empty, series, 0,
                  {{"{0} holds several metrics, and none is named",
                    "{0} contient plusieurs métriques, et aucune n'est nommée"},
                   {series.file}},
                  {{"say which: \"metric\": \"{0}\"", "dites laquelle : \"métrique\": \"{0}\""},
                   {table.metrics.begin()->first}});
  std::vector<std::string_view> names;
  for (const auto& [name, rows] : table.metrics)
    names.push_back(name);
  if (series.metric.empty())
    return report(
        rule::series_empty, series, 0,
        {{"{0} has no row for the indicator {1}", "{0} n'a aucune ligne pour l'indicateur {1}"},
         {series.file, std::string(indicator)}},
        text::suggestion(text::nearest(indicator, names), {{"name an indicator of its first column",
                                                            "nommez un indicateur de sa première colonne"}}));
  report(rule::series_empty, series, 1,
         {{"{0} has no row for the metric {1}", "{0} n'a aucune ligne pour la métrique {1}"},
          {series.file, series.metric}},
         text::suggestion(
             text::nearest(series.metric, names),
             {{"name a metric of its second column", "nommez une métrique de sa colonne métrique"}}));
}

void SeriesFindings::say_no_whole_day(Series& series) {
  report(rule::series_empty, series, 0,
         {{"{0} has no day on which every segment has a row",
           "{0} n'a aucun jour où chaque segment ait une ligne"},
          {series.file}},
         {{"give each segment a row on the same days, or add rows of the whole market",
           "donnez à chaque segment une ligne aux mêmes jours, ou ajoutez celles de tout le "
           "marché"}});
}

void SeriesFindings::say_too_many(Series& series, std::size_t most) {
  report(rule::series_unreadable, series, 0,
         {{"this strategy's series hold more than {0} observations",
           "les séries de cette stratégie contiennent plus de {0} relevés"},
          {static_cast<std::int64_t>(most)}},
         {{"keep one observation a day at most", "gardez un relevé par jour au plus"}});
}

void SeriesFindings::say_incomplete(const Series& series, Place row, Date day, std::size_t days) {
  findings_.add({std::string(rule::series_incomplete.word),
                 Severity::warning,
                 {{"on {0} not every segment has a row: {1} {1#day is|days are} left out of their sum",
                   "le {0}, tous les segments n'ont pas de ligne : {1} {1#jour est omis|jours sont omis} de "
                   "leur somme"},
                  {day, static_cast<std::int64_t>(days)}},
                 {{"add the rows that lack, or rows of the whole market with an empty segment",
                   "ajoutez les lignes qui manquent, ou celles de tout le marché, au segment vide"}},
                 row,
                 tree_.pointer(series.origin.node),
                 {}});
}

} // namespace deploy_plan::model

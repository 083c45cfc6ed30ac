// What was measured, laid out: in short, a row a query, then what changed, failed, or is to be known.
#include "answers/measure.hpp"
#include "deploy_plan/answers.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan {
namespace report {
namespace {

constexpr std::size_t most_figures = 25; ///< of a query; JSON has all

Paragraph in_short(const Measured& told) {
  if (told.queries.empty())
    return {words(Text{"This strategy has no query: no figure comes by itself.",
                       "Cette stratégie n'a aucune requête : aucun chiffre ne vient de lui-même."}),
            Tone::warning};
  const auto asked = static_cast<std::int64_t>(told.queries.size());
  return {
      {{"{0} {0#query|queries} asked: {1} {1#figure|figures} new, {2} revised, {3} unchanged; {4} failed.",
        "{0} {0#requête posée|requêtes posées} : {1} {1#chiffre nouveau|chiffres nouveaux}, {2} "
        "{2#révisé|révisés}, {3} {3#inchangé|inchangés} ; {4} en échec."},
       {asked, told.added, told.revised, told.unchanged, told.failed}},
      told.failed > 0                 ? Tone::bad
      : told.added + told.revised > 0 ? Tone::good
                                      : Tone::plain};
}

Paragraph written(const Measured& told, const WrittenLedger& ledger) {
  if (ledger.failure)
    return {{{"{0} stands as it stood: {1}", "{0} est resté tel quel : {1}"},
             {ledger.file, ledger.failure->words()}},
            Tone::bad};
  if (told.is_dry_run)
    return {{{"{0}: nothing was written, as this was a dry run.",
              "{0} : rien n'a été écrit, car c'était à blanc."},
             {ledger.file}}};
  if (ledger.rows == 0 && told.failed == 0)
    return {{{"{0} has nothing new.", "{0} n'a rien de nouveau."}, {ledger.file}}};
  return {{{"{0}: {1} {1#row|rows} added.", "{0} : {1} {1#ligne ajoutée|lignes ajoutées}."},
           {ledger.file, ledger.rows}},
          Tone::good};
}

Cell period_cell(const MeasuredQuery& query) {
  if (query.from && query.until)
    return text_cell({{"{0} to {1}", "du {0} au {1}"}, {*query.from, *query.until - std::chrono::days(1)}});
  if (query.from)
    return text_cell({{"from {0} on", "depuis le {0}"}, {*query.from}});
  if (query.until)
    return text_cell({{"by {0}", "jusqu'au {0}"}, {*query.until - std::chrono::days(1)}});
  return unknown();
}

Table queries_table(const Measured& told) {
  Table table{words(Text{"The queries, one a line", "Les requêtes, une par ligne"}),
              {{{"figure", "chiffre"}},
               {{"source", "source"}},
               {{"days asked for", "jours demandés"}},
               {{"outcome", "issue"}},
               {{"new", "nouveaux"}},
               {{"revised", "révisés"}},
               {{"unchanged", "inchangés"}}},
              {}};
  for (const MeasuredQuery& query : told.queries) {
    const bool failed = query.outcome == QueryOutcome::failed;
    const auto count = [&](std::int64_t figures) { return failed ? unknown() : figure_cell(figures); };
    table.rows.push_back({text_cell({{"{0}", "{0}"}, {query.name}}), text_cell(words(query.source)),
                          period_cell(query),
                          text_cell(words(shown_name(query.outcome)), tone_of(query.outcome)),
                          count(query.added), count(query.revised), count(query.unchanged)});
  }
  return table;
}

/// Counts to the last digit; what is not whole, such as a rate, to what can be read.
Cell figure_as_read(const std::optional<double>& value) {
  return value && *value == std::floor(*value) ? count_cell(value) : number_cell(value);
}

/// A heading a query, over its last figures.
void add_changes(Table& table, const MeasuredQuery& query, bool has_segments) {
  if (query.figures.empty())
    return;
  const std::size_t told = std::min(most_figures, query.figures.size());
  table.rows.push_back({text_cell(told == query.figures.size()
                                      ? Phrase{{"{0}", "{0}"}, {query.name}}
                                      : Phrase{{"{0}: the last {1} of {2}; JSON has them all",
                                                "{0} : les {1} derniers sur {2} ; le JSON les a tous"},
                                               {query.name, static_cast<std::int64_t>(told),
                                                static_cast<std::int64_t>(query.figures.size())}})});
  for (const MeasuredFigure& figure : std::span(query.figures).last(told)) {
    auto& row = table.rows.emplace_back();
    row.push_back(date_cell(figure.date));
    if (has_segments)
      row.push_back(text_cell(words(figure.segment)));
    row.insert(row.end(),
               {figure_as_read(figure.value), figure.was ? figure_as_read(figure.was) : text_cell({}),
                text_cell(words(shown_name(figure.change)), tone_of(figure.change))});
  }
}

Section changes_section(const Measured& told) {
  const auto is_of_segment = [](const MeasuredFigure& one) { return !one.segment.empty(); };
  const bool has_segments =
      std::any_of(told.queries.begin(), told.queries.end(), [&](const MeasuredQuery& query) {
        return std::any_of(query.figures.begin(), query.figures.end(), is_of_segment);
      });
  Table table{words(Text{"What changed", "Ce qui a changé"}), {{{"day", "jour"}}}, {}};
  if (has_segments)
    table.columns.push_back({{"segment", "segment"}});
  for (const Text column : {Text{"figure", "chiffre"}, Text{"before", "avant"}, Text{"change", "changement"}})
    table.columns.push_back({column});
  for (const MeasuredQuery& query : told.queries)
    add_changes(table, query, has_segments);
  Section section{"changes", words(Text{"What changed", "Ce qui a changé"}), false, {}};
  if (!table.rows.empty())
    section.blocks.emplace_back(std::move(table));
  return section;
}

/// Each source once, as it was reached.
Section sources_section(const Measured& told) {
  Table table{words(Text{"Sources", "Sources"}),
              {{{"source", "source"}}, {{"engine", "moteur"}}, {{"connection", "connexion"}}},
              {}};
  std::vector<std::string_view> met;
  for (const MeasuredQuery& query : told.queries) {
    if (query.engine.empty() || std::find(met.begin(), met.end(), query.source) != met.end())
      continue;
    met.push_back(query.source);
    const Text how = shown_name(query.transport);
    table.rows.push_back(
        {text_cell(words(query.source)), text_cell(words(query.engine)),
         text_cell(query.encryption.empty() ? words(how)
                                            : Phrase{{"{0}: {1}", "{0} : {1}"}, {how, query.encryption}},
                   tone_of(query.transport))});
  }
  Section section{"sources", words(Text{"Sources", "Sources"}), false, {}};
  if (!table.rows.empty())
    section.blocks.emplace_back(std::move(table));
  return section;
}

/// ", nor are 3 others": after the first of several.
Words more_than_one(std::size_t count) {
  if (count < 2)
    return {};
  return Phrase{{", nor {0#is|are} {0} {0#other|others}", ", ni {0} {0#autre|autres}"},
                {static_cast<std::int64_t>(count) - 1}}
      .words();
}

/// What a reader should know of figures that came.
std::vector<Block> notes_of(const MeasuredQuery& query) {
  std::vector<Block> notes;
  const auto note = [&](Text text, std::vector<Argument> arguments, Tone tone = Tone::warning) {
    arguments.insert(arguments.begin(), query.name);
    notes.emplace_back(Paragraph{{text, std::move(arguments)}, tone});
  };
  if (query.outcome != QueryOutcome::failed &&
      query.unfinished + query.unchanged + query.added + query.revised == 0)
    note({"{0}: it gave no row; nothing is taken for 0.",
          "{0} : aucune ligne n'est venue ; rien n'est pris pour 0."},
         {});
  if (query.unfinished > 0)
    note({"{0}: {1} {1#row is|rows are} left out, as {1#its|their} period is not over.",
          "{0} : {1} {1#ligne est omise, car sa|lignes sont omises, car leur} période n'est pas finie."},
         {query.unfinished}, Tone::plain);
  if (!query.periods_without_row.empty()) {
    const EmptyPeriod& last = query.periods_without_row.back();
    const Words whose = last.segment.empty() ? Words() : Phrase{{" ({0})", " ({0})"}, {last.segment}}.words();
    note({"{0}: {1} {1#period has|periods have} no row, the last from {2} on{3}; {1#it is|they are} unknown, "
          "not 0.",
          "{0} : {1} {1#période n'a|périodes n'ont} aucune ligne, la dernière commençant le {2}{3} ; {1#elle "
          "est "
          "inconnue, et non nulle|elles sont inconnues, et non nulles}."},
         {static_cast<std::int64_t>(query.periods_without_row.size()), last.first, whose});
  }
  if (query.looks_monthly)
    note({"{0}: its days are firsts of months, that of the month that is not over too: say \"period\": "
          "\"month\" "
          "beside the query, or \"day\" if each figure is final on its day.",
          "{0} : ses jours sont les premiers de mois, celui du mois en cours aussi : écrivez « période » : "
          "« mois » à côté de la requête, ou « jour » si chaque chiffre est définitif à son jour."},
         {});
  if (query.withdrawn > 0)
    note({"{0}: {1} {1#figure|figures} of the ledger {1#is|are} no longer given by the source; {1#it is|they "
          "are} kept.",
          "{0} : {1} {1#chiffre du registre n'est plus donné|chiffres du registre ne sont plus donnés} par "
          "la source ; {1#il est gardé|ils sont gardés}."},
         {query.withdrawn});
  if (!query.unknown_segments.empty())
    note({"{0}: {1} is no segment of the market{2}: nothing reads its rows.",
          "{0} : {1} n'est pas un segment du marché{2} : rien ne lit ses lignes."},
         {query.unknown_segments.front(), more_than_one(query.unknown_segments.size())});
  if (query.is_dated_early)
    note({"{0}: figures are dated the first day of their period, and are whole on its last; date them on "
          "that.",
          "{0} : les chiffres sont datés du premier jour de leur période, et ne sont entiers qu'au dernier ; "
          "datez-les de celui-ci."},
         {});
  if (query.transport == Transport::plain)
    note({"{0}: {1} answers without encryption: whoever listens on the network reads it.",
          "{0} : {1} répond sans chiffrement : qui écoute le réseau le lit."},
         {query.source});
  if (query.may_write)
    note({"{0}: {1} is asked in the name of someone who may write there; a role that may only read is safer.",
          "{0} : {1} est interrogée au nom de quelqu'un qui peut y écrire ; un rôle qui ne peut que lire est "
          "plus sûr."},
         {query.source});
  if (query.is_read_only_unproven)
    note({"{0}: the driver of {1} may not heed that it is to read only.",
          "{0} : le pilote de {1} peut ne pas tenir compte de la lecture seule."},
         {query.source});
  return notes;
}

/// Each reason once, with all that failed for it.
Section failures_section(const Measured& told) {
  Section section{"failures", words(Text{"What failed", "Ce qui a échoué"}), false, {}};
  std::map<std::string, std::vector<const MeasuredQuery*>> by_reason;
  std::vector<std::string> reasons; // in the order of the file
  for (const MeasuredQuery& query : told.queries) {
    if (!query.failure)
      continue;
    const std::string reason = query.failure->in(Language::english);
    if (by_reason[reason].empty())
      reasons.push_back(reason);
    by_reason[reason].push_back(&query);
  }
  for (const std::string& reason : reasons) {
    const auto& queries = by_reason[reason];
    Words names;
    for (const MeasuredQuery* const query : queries) {
      names.en += (names.en.empty() ? "" : ", ") + query->name.en;
      names.fr += (names.fr.empty() ? "" : ", ") + query->name.fr;
    }
    section.blocks.emplace_back(
        Paragraph{{{"{0}: {1}", "{0} : {1}"}, {names, queries.front()->failure->words()}}, Tone::bad});
    if (const auto& help = queries.front()->help)
      section.blocks.emplace_back(Paragraph{{{"To mend it: {0}", "Pour y remédier : {0}"}, {help->words()}}});
  }
  return section;
}

Phrase asked_of(const MeasuredQuery& query) {
  if (query.from && query.until)
    return {{"{0}: asked of {1}, :from being {2} and :until {3}",
             "{0} : demandé à {1}, :depuis étant le {2} et :jusqu_au le {3}"},
            {query.name, query.source, *query.from, *query.until}};
  if (query.from)
    return {{"{0}: asked of {1}, :from being {2}", "{0} : demandé à {1}, :depuis étant le {2}"},
            {query.name, query.source, *query.from}};
  if (query.until)
    return {{"{0}: asked of {1}, :until being {2}", "{0} : demandé à {1}, :jusqu_au étant le {2}"},
            {query.name, query.source, *query.until}};
  return {{"{0}: asked of {1}", "{0} : demandé à {1}"}, {query.name, query.source}};
}

std::vector<Block> sql_of(const MeasuredQuery& query) {
  if (query.sql.empty())
    return {};
  Listing listing{asked_of(query), {}};
  for (std::size_t from = 0; from <= query.sql.size();) {
    const std::size_t end = std::min(query.sql.find('\n', from), query.sql.size());
    const std::string line = query.sql.substr(from, end - from);
    listing.lines.push_back({line, line});
    from = end + 1;
  }
  return {std::move(listing)};
}

Section section_of(const Measured& told, std::string id, Text title,
                   std::vector<Block> (*blocks_of)(const MeasuredQuery&)) {
  Section section{std::move(id), words(title), false, {}};
  for (const MeasuredQuery& query : told.queries)
    for (Block& block : blocks_of(query))
      section.blocks.push_back(std::move(block));
  return section;
}

/// Something could be measured, and is not written for what could not.
bool is_held_back(const Measured& told) {
  return told.failed > 0 && !told.is_dry_run && told.added + told.revised > 0 &&
         std::all_of(told.ledgers.begin(), told.ledgers.end(),
                     [](const WrittenLedger& one) { return one.rows == 0; });
}

std::vector<Section> sections_of(const Measured& told) {
  std::vector<Section> sections{{"measured", words(Text{"In short", "En bref"}), false, {in_short(told)}}};
  for (const WrittenLedger& ledger :
       is_held_back(told) ? std::span<const WrittenLedger>() : std::span(told.ledgers))
    sections[0].blocks.emplace_back(written(told, ledger));
  if (is_held_back(told))
    sections[0].blocks.emplace_back(
        Paragraph{words(Text{"Nothing was written, as not all could be measured.",
                             "Rien n'a été écrit, car tout n'a pas pu être mesuré."}),
                  Tone::warning});
  if (!told.queries.empty())
    sections[0].blocks.emplace_back(queries_table(told));
  sections.push_back(failures_section(told));
  sections.push_back(changes_section(told));
  sections.push_back(sources_section(told));
  sections.push_back(section_of(told, "notes", {"To be known", "À savoir"}, notes_of));
  if (told.is_dry_run)
    sections.push_back(section_of(told, "sql", {"What was asked", "Ce qui a été demandé"}, sql_of));
  std::erase_if(sections, [](const Section& section) { return section.blocks.empty(); });
  return sections;
}
} // namespace
} // namespace report

Document document_of(const Measured& told) {
  return {{{"{0}, measured on {1}", "{0}, mesurée le {1}"}, {told.strategy, told.as_of}},
          report::sections_of(told)};
}

Document document_of(std::span<const Measured> all, Date as_of) {
  if (all.size() == 1)
    return document_of(all.front());
  Document document{{{"{0} strategies measured on {1}", "{0} stratégies mesurées le {1}"},
                     {static_cast<std::int64_t>(all.size()), as_of}},
                    {}};
  std::size_t place = 0;
  for (const Measured& told : all) {
    ++place;
    for (Section& section : report::sections_of(told)) {
      section.id += "-" + std::to_string(place);
      section.title = {{"{0}: {1}", "{0} : {1}"}, {told.strategy, section.title.words()}};
      document.sections.push_back(std::move(section));
    }
  }
  return document;
}

} // namespace deploy_plan

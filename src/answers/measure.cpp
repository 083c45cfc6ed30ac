#include "answers/measure.hpp"

namespace deploy_plan::answers {

/// A sentence in both languages: what reads JSON may tell people either.
struct ToldSentence {
  Words words;
};
template <>
const Record& description<ToldSentence>();
template <>
const Record& description<MeasuredFigure>();
template <>
const Record& description<EmptyPeriod>();
template <>
const Record& description<MeasuredQuery>();
template <>
const Record& description<WrittenLedger>();

namespace {

std::optional<ToldSentence> sentence(const std::optional<Phrase>& phrase) {
  return phrase ? std::optional(ToldSentence{phrase->words()}) : std::nullopt;
}

constexpr model::Bounds none_or_more = model::count_from(0);
constexpr Line counted_line(Text key, Text name, Text meaning, Better better = Better::neither) {
  return {key, name, meaning, Kind::count, better, none_or_more};
}
constexpr Line added_line =
    counted_line({"new", "nouveaux"}, {"new figures", "chiffres nouveaux"},
                 {"of days that the ledger did not have", "de jours que le registre n'avait pas"});
constexpr Line revised_line =
    counted_line({"revised", "révisés"}, {"revised figures", "chiffres révisés"},
                 {"others than those that the ledger had", "autres que ceux que le registre avait"});
constexpr Line unchanged_line =
    counted_line({"unchanged", "inchangés"}, {"unchanged figures", "chiffres inchangés"}, {});
constexpr Line withdrawn_line =
    counted_line({"withdrawn", "retirés"}, {"figures no longer given", "chiffres qui ne sont plus donnés"},
                 {"that the ledger has and the source no longer gives; they are kept",
                  "que le registre a et que la source ne donne plus ; ils sont gardés"});

constexpr Member sentence_members[] = {
    computed({{"en", "en"}, {"in English", "en anglais"}},
             [](const ToldSentence& one) { return one.words.en; }),
    computed({{"fr", "fr"}, {"in French", "en français"}},
             [](const ToldSentence& one) { return one.words.fr; }),
};
constexpr Member measured_figure_members[] = {
    figure<&MeasuredFigure::date>({{"date", "date"}, {"day", "jour"}, {}, Kind::date}),
    computed({{"segment", "segment"}, {"segment", "segment"}, {"null for the whole", "null pour le tout"}},
             [](const MeasuredFigure& figure) { return unless_empty(figure.segment); }),
    figure<&MeasuredFigure::value>(
        {{"value", "valeur"},
         {"figure", "chiffre"},
         {"of one that is withdrawn, what the ledger has", "pour un chiffre retiré, celui du registre"},
         Kind::measure}),
    figure<&MeasuredFigure::was>({{"was", "était"},
                                  {"before", "avant"},
                                  {"of one that is revised", "pour un chiffre révisé"},
                                  Kind::measure}),
    figure<&MeasuredFigure::change>(
        {{"change", "changement"}, {"what became of it", "ce qu'il est devenu"}, {}, Kind::word}),
};
constexpr Member empty_period_members[] = {
    figure<&EmptyPeriod::first>({{"from", "du"}, {"first day", "premier jour"}, {}, Kind::date}),
    computed({{"segment", "segment"}, {"segment", "segment"}, {"null for the whole", "null pour le tout"}},
             [](const EmptyPeriod& period) { return unless_empty(period.segment); }),
};
constexpr Member query_members[] = {
    figure<&MeasuredQuery::path>({{"path", "chemin"},
                                  {"of what it measures", "de ce qu'elle mesure"},
                                  {"in the strategy", "dans la stratégie"}}),
    figure<&MeasuredQuery::source>({{"source", "source"}, {"source", "source"}}),
    computed(
        {{"engine", "moteur"},
         {"engine", "moteur"},
         {"and its version; null where it was not reached", "et sa version ; null s'il n'a pas été joint"}},
        [](const MeasuredQuery& query) { return unless_empty(query.engine); }),
    figure<&MeasuredQuery::transport>({{"transport", "transport"},
                                       {"how answers came", "comment les réponses sont venues"},
                                       {},
                                       Kind::word}),
    computed(
        {{"encryption", "chiffrement"},
         {"encryption", "chiffrement"},
         {"protocol and cipher; null where there is none", "protocole et suite ; null s'il n'y en a pas"}},
        [](const MeasuredQuery& query) { return unless_empty(query.encryption); }),
    figure<&MeasuredQuery::may_write>({{"may_write", "peut_écrire"},
                                       {"who asks may write", "qui demande peut écrire"},
                                       {"were it not for this program, as far as the engine tells",
                                        "n'était ce programme, pour autant que le moteur le dise"},
                                       Kind::flag}),
    figure<&MeasuredQuery::is_read_only_unproven>({{"read_only_unproven", "lecture_seule_non_prouvée"},
                                                   {"the driver may not heed that it is to read only",
                                                    "le pilote peut ne pas tenir compte de la lecture seule"},
                                                   {},
                                                   Kind::flag}),
    figure<&MeasuredQuery::ledger>(
        {{"ledger", "registre"}, {"ledger", "registre"}, {"its file", "son fichier"}}),
    figure<&MeasuredQuery::metric>(
        {{"metric", "métrique"}, {"metric", "métrique"}, {"of its rows", "de ses lignes"}}),
    computed({{"sql", "sql"},
              {"statement", "instruction"},
              {"as the strategy says it; null where it could not be read",
               "telle que la stratégie la dit ; null si elle n'a pu être lue"}},
             [](const MeasuredQuery& query) { return unless_empty(query.sql); }),
    figure<&MeasuredQuery::from>(
        {{"from", "du"},
         {"from", "du"},
         {"what :from was bound to: the first day; null where the statement does not name it",
          "ce à quoi :from était lié : le premier jour ; null si l'instruction ne le nomme pas"},
         Kind::date}),
    figure<&MeasuredQuery::until>({{"until", "jusqu_au"},
                                   {"until", "jusqu'au"},
                                   {"what :until was bound to: the day after the last",
                                    "ce à quoi :until était lié : le lendemain du dernier jour"},
                                   Kind::date}),
    figure<&MeasuredQuery::period>({{"period", "période"},
                                    {"period", "période"},
                                    {"that a row is of", "dont une ligne donne le chiffre"},
                                    Kind::word}),
    figure<&MeasuredQuery::outcome>({{"outcome", "issue"}, {"outcome", "issue"}, {}, Kind::word}),
    figure<&MeasuredQuery::added>(added_line),
    figure<&MeasuredQuery::revised>(revised_line),
    figure<&MeasuredQuery::unchanged>(unchanged_line),
    figure<&MeasuredQuery::withdrawn>(withdrawn_line),
    figure<&MeasuredQuery::unfinished>(
        counted_line({"unfinished", "inachevés"}, {"rows left out", "lignes omises"},
                     {"as their period is not over", "car leur période n'est pas finie"})),
    figure<&MeasuredQuery::periods_without_row>(
        {{"periods_without_row", "périodes_sans_ligne"},
         {"periods without a row", "périodes sans ligne"},
         {"none of them is taken for 0", "aucune n'est prise pour 0"}}),
    figure<&MeasuredQuery::unknown_segments>(
        {{"unknown_segments", "segments_inconnus"},
         {"segments that the market does not have", "segments que le marché n'a pas"},
         {"of its rows, which nothing reads", "de ses lignes, que rien ne lit"}}),
    figure<&MeasuredQuery::is_dated_early>(
        {{"dated_early", "datés_tôt"},
         {"dated the first day of their period", "datés du premier jour de leur période"},
         {"though figures of a period are whole on its last",
          "alors que le chiffre d'une période n'est entier qu'à son dernier"},
         Kind::flag}),
    figure<&MeasuredQuery::looks_monthly>(
        {{"looks_monthly", "semble_mensuel"},
         {"seems to be of months, and nothing says so", "semble mensuel, et rien ne le dit"},
         {"the last is of the month that is not over", "le dernier est du mois qui n'est pas fini"},
         Kind::flag}),
    figure<&MeasuredQuery::figures>({{"figures", "chiffres"},
                                     {"figures", "chiffres"},
                                     {"all but those that are unchanged", "tous sauf les inchangés"}}),
    computed({{"failure", "échec"}, {"why it failed", "pourquoi elle a échoué"}},
             [](const MeasuredQuery& query) { return sentence(query.failure); }),
    computed({{"help", "aide"}, {"how to mend it", "comment y remédier"}},
             [](const MeasuredQuery& query) { return sentence(query.help); }),
};
constexpr Member ledger_members[] = {
    figure<&WrittenLedger::file>({{"file", "fichier"}, {"file", "fichier"}}),
    figure<&WrittenLedger::rows>(counted_line({"rows", "lignes"}, {"rows added", "lignes ajoutées"}, {})),
    computed({{"failure", "échec"}, {"why it stands as it stood", "pourquoi il est resté tel quel"}},
             [](const WrittenLedger& ledger) { return sentence(ledger.failure); }),
};
constexpr Member measured_members[] = {
    figure<&Measured::as_of>({{"as_of", "au"}, {"seen on", "vu le"}}),
    figure<&Measured::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    figure<&Measured::is_dry_run>({{"dry_run", "à_blanc"},
                                   {"dry run", "à blanc"},
                                   {"nothing was written", "rien n'a été écrit"},
                                   Kind::flag}),
    figure<&Measured::added>(added_line),
    figure<&Measured::revised>(revised_line),
    figure<&Measured::unchanged>(unchanged_line),
    figure<&Measured::withdrawn>(withdrawn_line),
    figure<&Measured::failed>(
        counted_line({"failed", "échecs"}, {"queries that failed", "requêtes en échec"}, {}, Better::less)),
    figure<&Measured::queries>({{"queries", "requêtes"}, {"queries", "requêtes"}}),
    figure<&Measured::ledgers>({{"ledgers", "registres"}, {"ledgers", "registres"}}),
};
constexpr Member measured_portfolio_members[] = {
    figure<&MeasuredPortfolio::as_of>({{"as_of", "au"}, {"seen on", "vu le"}}),
    figure<&MeasuredPortfolio::strategies>({{"strategies", "stratégies"}, {"strategies", "stratégies"}}),
};
} // namespace

template <>
const Record& description<ToldSentence>() {
  static constexpr Record record{{"sentence", "phrase"}, {}, sentence_members};
  return record;
}
template <>
const Record& description<MeasuredFigure>() {
  static constexpr Record record{{"measured figure", "chiffre mesuré"}, {}, measured_figure_members};
  return record;
}
template <>
const Record& description<EmptyPeriod>() {
  static constexpr Record record{{"period without a row", "période sans ligne"}, {}, empty_period_members};
  return record;
}
template <>
const Record& description<MeasuredQuery>() {
  static constexpr Record record{{"query", "requête"},
                                 {},
                                 query_members,
                                 {},
                                 0,
                                 title([](const MeasuredQuery& query) { return query.name; })};
  return record;
}
template <>
const Record& description<WrittenLedger>() {
  static constexpr Record record{{"ledger", "registre"}, {}, ledger_members, {}, 0};
  return record;
}
template <>
const Record& description<Measured>() {
  static constexpr Record record{
      {"what was measured", "ce qui a été mesuré"}, {}, measured_members, "deploy-plan/measure@1", 1};
  return record;
}
template <>
const Record& description<MeasuredPortfolio>() {
  static constexpr Record record{
      {"what was measured of several strategies", "ce qui a été mesuré de plusieurs stratégies"},
      {},
      measured_portfolio_members,
      "deploy-plan/measure@1"};
  return record;
}

} // namespace deploy_plan::answers

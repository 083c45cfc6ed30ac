// What checking files found, described.
#include "answers/check.hpp"

namespace deploy_plan::model {
template <>
std::span<const Choice> choices<Severity>() {
  // What is off is never told.
  static constexpr Choice all[] = {
      {0, {}, {}},
      {1, {"info", "info"}, {"worth knowing", "bon à savoir"}},
      {2, {"warning", "avertissement"}, {"weakens the strategy", "affaiblit la stratégie"}},
      {3, {"error", "erreur"}, {"makes it unsound", "la rend incohérente"}},
  };
  return all;
}
} // namespace deploy_plan::model

namespace deploy_plan::answers {

template <>
const Record& description<LocatedRelated>();
template <>
const Record& description<LocatedFinding>();
template <>
const Record& description<UnkeptFindings>();

namespace {

/// Of every rule, so that a gate may name one that finds nothing.
Map<std::size_t> findings_by_rule(const CheckSummary& summary) {
  Map<std::size_t> counts;
  for (const RuleEntry& rule : rule_catalogue()) {
    const auto found = summary.rules.find(rule.name);
    counts.emplace_back(rule.name, found == summary.rules.end() ? 0 : found->second);
  }
  return counts;
}

constexpr model::Bounds from_zero = model::count_from(0);

constexpr Member count_members[] = {
    figure<&FindingCounts::errors>(
        {{"errors", "erreurs"},
         {"errors", "erreurs"},
         {"findings that make a strategy unsound", "constats qui rendent une stratégie incohérente"},
         Kind::count,
         Better::less,
         from_zero}),
    figure<&FindingCounts::warnings>({{"warnings", "avertissements"},
                                      {"warnings", "avertissements"},
                                      {"findings that weaken it", "constats qui l'affaiblissent"},
                                      Kind::count,
                                      Better::less,
                                      from_zero}),
    figure<&FindingCounts::infos>({{"infos", "infos"},
                                   {"infos", "infos"},
                                   {"findings worth knowing", "constats bons à savoir"},
                                   Kind::count,
                                   Better::less,
                                   from_zero}),
};
constexpr Record counts{{"counts", "décompte"}, {}, count_members};

constexpr Member summary_members[] = {
    figure<&CheckSummary::files>({{"files", "fichiers"},
                                  {"files", "fichiers"},
                                  {"that were checked", "qui ont été vérifiés"},
                                  Kind::count,
                                  Better::neither,
                                  from_zero}),
    spread(counts, [](const CheckSummary& summary) -> const FindingCounts& { return summary; }),
    computed(
        {{"rules", "règles"},
         {"findings of a rule", "constats d'une règle"},
         {"by the rule's name, whatever their severity", "par nom de règle, quelle que soit leur gravité"},
         Kind::count,
         Better::less,
         from_zero},
        [](const CheckSummary& summary) { return findings_by_rule(summary); }),
};

constexpr model::Bounds from_one = model::count_from(1);

constexpr Member related_members[] = {
    figure<&LocatedRelated::message>(
        {{"message", "message"}, {"message", "message"}, {"what is seen there", "ce qui s'y voit"}}),
    computed({{"line", "ligne"}, {"line", "ligne"}, {}, Kind::name, Better::neither, from_one},
             [](const LocatedRelated& related) { return related.at.line; }),
    computed({{"column", "colonne"}, {"column", "colonne"}, {}, Kind::name, Better::neither, from_one},
             [](const LocatedRelated& related) { return related.at.column; }),
};

constexpr Member other_file_members[] = {figure<&LocatedFinding::file>(
    {{"file", "fichier"},
     {"file", "fichier"},
     {"that lines and columns count in, where it is not the one that is checked: a CSV series",
      "où comptent lignes et colonnes, quand ce n'est pas celui qui est vérifié : une série CSV"}})};
constexpr Record other_file{{"other file", "autre fichier"}, {}, other_file_members};

constexpr Member finding_members[] = {
    figure<&LocatedFinding::rule>({{"rule", "règle"}, {"rule", "règle"}, {"its name", "son nom"}}),
    figure<&LocatedFinding::severity>({{"severity", "gravité"}, {"severity", "gravité"}, {}, Kind::word}),
    figure<&LocatedFinding::message>(
        {{"message", "message"}, {"message", "message"}, {"what is wrong", "ce qui ne va pas"}}),
    figure<&LocatedFinding::pointer>({{"pointer", "pointeur"},
                                      {"pointer", "pointeur"},
                                      {"RFC 6901, into the file; empty for the whole of it",
                                       "RFC 6901, dans le fichier ; vide pour le fichier entier"}}),
    computed({{"line", "ligne"}, {"line", "ligne"}, {}, Kind::name, Better::neither, from_one},
             [](const LocatedFinding& finding) { return finding.begin.line; }),
    computed({{"column", "colonne"},
              {"column", "colonne"},
              {"in Unicode code points", "en points de code Unicode"},
              Kind::name,
              Better::neither,
              from_one},
             [](const LocatedFinding& finding) { return finding.begin.column; }),
    computed({{"end_line", "ligne_de_fin"},
              {"last line", "ligne de fin"},
              {},
              Kind::name,
              Better::neither,
              from_one},
             [](const LocatedFinding& finding) { return finding.end.line; }),
    computed({{"end_column", "colonne_de_fin"},
              {"column of its end", "colonne de fin"},
              {"the first that is no part of it", "la première qui n'en est plus"},
              Kind::name,
              Better::neither,
              from_one},
             [](const LocatedFinding& finding) { return finding.end.column; }),
    figure<&LocatedFinding::help>(
        {{"help", "aide"}, {"help", "aide"}, {"how to mend it", "comment y remédier"}}),
    figure<&LocatedFinding::related>({{"related", "liés"},
                                      {"related places", "lieux liés"},
                                      {"other places that explain it", "d'autres lieux qui l'expliquent"}}),
    spread_where(other_file,
                 [](const LocatedFinding& finding) { return finding.file.empty() ? nullptr : &finding; }),
};

constexpr Member unkept_members[] = {
    figure<&UnkeptFindings::rule>({{"rule", "règle"}, {"rule", "règle"}, {"its name", "son nom"}}),
    figure<&UnkeptFindings::severity>({{"severity", "gravité"}, {"severity", "gravité"}, {}, Kind::word}),
    figure<&UnkeptFindings::count>(
        {{"count", "nombre"}, {"findings", "constats"}, {}, Kind::count, Better::less, from_one}),
};

constexpr Member more_members[] = {
    figure<&FileFindings::unkept>({{"unkept", "non_gardés"},
                                   {"counted only", "seulement comptés"},
                                   {"findings beyond the most that are written of a file, by rule",
                                    "constats au-delà de ce qui s'écrit d'un fichier, par règle"}})};
constexpr Record more{{"more", "suite"}, {}, more_members};

constexpr Member file_members[] = {
    figure<&FileFindings::path>({{"path", "chemin"}, {"file", "fichier"}}),
    figure<&FileFindings::findings>({{"findings", "constats"}, {"findings", "constats"}}),
    spread_where(more, [](const FileFindings& file) { return file.unkept.empty() ? nullptr : &file; }),
};

constexpr Member report_members[] = {
    figure<&CheckReport::files>({{"files", "fichiers"}, {"files", "fichiers"}}),
    figure<&CheckReport::summary>({{"summary", "résumé"}, {"in all", "en tout"}}),
};
} // namespace

template <>
const Record& description<CheckSummary>() {
  static constexpr Record record{{"summary", "résumé"}, {}, summary_members};
  return record;
}

template <>
const Record& description<FindingCounts>() {
  return counts;
}
template <>
const Record& description<LocatedRelated>() {
  static constexpr Record record{{"related", "lié"}, {}, related_members};
  return record;
}
template <>
const Record& description<LocatedFinding>() {
  static constexpr Record record{{"finding", "constat"}, {}, finding_members};
  return record;
}
template <>
const Record& description<UnkeptFindings>() {
  static constexpr Record record{{"unkept", "non gardé"}, {}, unkept_members};
  return record;
}
template <>
const Record& description<FileFindings>() {
  static constexpr Record record{{"file", "fichier"}, {}, file_members};
  return record;
}
template <>
const Record& description<CheckReport>() {
  static constexpr Record record{{"check", "vérification"}, {}, report_members, "deploy-plan/check@1"};
  return record;
}

LocatedFinding located(const SourceMap& sources, const Finding& finding, Language language) {
  const auto place = sources.locate(finding.place);
  LocatedFinding told{.rule = finding.rule,
                      .severity = finding.severity,
                      .message = finding.message.in(language),
                      .pointer = finding.pointer,
                      .begin = place.begin(),
                      .end = place.end(),
                      .help = finding.help.in(language)};
  for (const Related& other : finding.related)
    told.related.push_back({other.message.in(language), sources.locate(other.place).begin()});
  if (place.source != &sources.first())
    told.file = place.source->name();
  return told;
}

FileFindings located(const CheckedFile& file, Language language) {
  FileFindings told{file.sources.first().name(), {}, file.unkept};
  told.findings.reserve(file.findings.size());
  for (const Finding& finding : file.findings)
    told.findings.push_back(located(file.sources, finding, language));
  return told;
}

} // namespace deploy_plan::answers

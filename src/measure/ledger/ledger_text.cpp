#include "measure/ledger/ledger_text.hpp"
#include "model/written.hpp"
#include "source/csv.hpp"
#include "source/encoding.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>

namespace deploy_plan::measuring {
namespace {

using model::CsvTable;

/// French ones as French spreadsheets open them.
constexpr Text new_ledger{"date,metric,segment,value,seen\n", "date;métrique;segment;valeur;vu\n"};

Phrase no_ledger(const std::string& name, const Finding& fault, const Source& source) {
  return {{"{0} is no ledger, at line {1}: {2}", "{0} n'est pas un registre, à la ligne {1} : {2}"},
          {name, static_cast<std::int64_t>(source.position(fault.place.begin).line), fault.message.words()}};
}

/// Whether it has characters that no eye sees, which a terminal or a spreadsheet obeys.
bool has_controls(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    const auto next = i + 1 < words.size() ? static_cast<unsigned char>(words[i + 1]) : 0;
    if (byte < 0x20 || byte == 0x7F || (byte == 0xC2 && next >= 0x80 && next < 0xA0))
      return true;
  }
  return false;
}

/// Whether a spreadsheet would take it for a formula, rather than for a word that begins with a sign.
bool is_formula(std::string_view words) {
  if (words.starts_with('=') || words.starts_with('@'))
    return true;
  if (!words.starts_with('+') && !words.starts_with('-'))
    return false;
  return !std::all_of(words.begin() + 1, words.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == ' ' || c == '_' || c == '.' || c == '-';
  });
}

/// A cell of its own begins where another separator is taken to stand, too.
bool has_formula(std::string_view words) {
  for (std::size_t begin = 0; begin != std::string_view::npos;) {
    if (is_formula(words.substr(begin)))
      return true;
    const auto separator = words.find_first_of(",;", begin);
    begin = separator == std::string_view::npos ? separator : words.find_first_not_of(" \"", separator + 1);
  }
  return false;
}

bool is_text(const std::string& words) {
  return words.find('\0') == std::string::npos &&
         !source::as_utf8(std::make_shared<const Source>("", "é" + words)).fault;
}
} // namespace

tl::expected<LedgerText, Phrase> LedgerText::read(const std::string& name, std::string_view text,
                                                  Language begun_in) {
  if (text.size() > most_source_bytes)
    return tl::unexpected(Phrase{{"{0} is larger than 4 GiB", "{0} dépasse 4 Gio"}, {name}});
  LedgerText ledger;
  const auto source = std::make_shared<const Source>(
      name, std::string(model::is_blank_text(text) ? new_ledger.in(begun_in) : text));
  ledger.table_.source = source;
  model::read_table(ledger.table_);
  if (ledger.table_.source != source)
    return tl::unexpected(Phrase{{"{0} is not in UTF-8: nothing can be added to it; save it in UTF-8",
                                  "{0} n'est pas en UTF-8 : rien ne peut y être ajouté ; enregistrez-le en "
                                  "UTF-8"},
                                 {name}});
  if (!ledger.table_.faults.empty())
    return tl::unexpected(no_ledger(name, ledger.table_.faults.front(), *source));
  ledger.note_style();
  return ledger;
}

void LedgerText::note_style() {
  const std::string_view bytes = table_.source->bytes();
  if (const auto end = bytes.find_first_of("\r\n"); end != std::string_view::npos)
    line_end_ = bytes.substr(end).starts_with("\r\n") ? "\r\n" : bytes.substr(end, 1);
  bool any_comma = false, any_point = false;
  for (const auto& [metric, segments] : table_.metrics)
    for (const auto& [segment, rows] : segments)
      for (const CsvTable::Row& row : rows) {
        const auto words = bytes.substr(row.value.begin, row.value.end - row.value.begin);
        any_comma |= words.find(',') != std::string_view::npos;
        any_point |= words.find('.') != std::string_view::npos;
      }
  has_decimal_comma_ = table_.separator != ',' && (any_comma || (!any_point && table_.separator == ';'));
}

std::optional<double> LedgerText::value(const CsvTable::Row& row) const {
  const double value =
      row.figure == CsvTable::Figure::words ? HUGE_VAL : model::read_number(table_.digits(row));
  return row.day && std::isfinite(value) && (row.seen_on || row.seen.begin == row.seen.end)
             ? std::optional(value)
             : std::nullopt;
}

Phrase LedgerText::unread(const CsvTable::Row& row) const {
  return {{"{0} cannot be added to: its line {1} has a day or a value that cannot be read",
           "rien ne peut être ajouté à {0} : sa ligne {1} a un jour ou une valeur illisible"},
          {name(), static_cast<std::int64_t>(table_.source->position(row.whole.begin).line)}};
}

Phrase LedgerText::two_of_a_day(const CsvTable::Row& row) const {
  return {
      {"{0} cannot be added to: at line {1}, a second row of its day, and neither says when it was seen",
       "rien ne peut être ajouté à {0} : à la ligne {1}, une seconde ligne de son jour, et aucune des deux "
       "ne dit quand elle a été vue"},
      {name(), static_cast<std::int64_t>(table_.source->position(row.whole.begin).line)}};
}

std::optional<Phrase> LedgerText::refusal(std::span<const LedgerRow> rows) const {
  if (table_.is_pilote)
    return Phrase{{"{0} is a file of PILOTE: figures that are measured go to a ledger of their own",
                   "{0} est un fichier de PILOTE : les chiffres mesurés vont dans un registre à eux"},
                  {name()}};
  const auto any = [&](auto is_so) { return std::any_of(rows.begin(), rows.end(), is_so); };
  if (!table_.has(Column::segment) && any([](const LedgerRow& row) { return !row.segment.empty(); }))
    return Phrase{{"{0} has no column segment, and these figures are of segments",
                   "{0} n'a pas de colonne segment, et ces chiffres sont de segments"},
                  {name()}};
  if (!table_.has(Column::metric) &&
      any([&](const LedgerRow& row) { return row.metric != rows.front().metric; }))
    return Phrase{{"{0} has no column metric, and figures of several metrics go to it",
                   "{0} n'a pas de colonne métrique, et des chiffres de plusieurs métriques y vont"},
                  {name()}};
  if (any([](const LedgerRow& row) { return !is_text(row.segment) || !is_text(row.metric); }))
    return Phrase{{"nothing was added to {0}: the name of a segment is no text in UTF-8",
                   "rien n'a été ajouté à {0} : le nom d'un segment n'est pas du texte en UTF-8"},
                  {name()}};
  for (const LedgerRow& row : rows)
    for (const std::string& words : {row.metric, row.segment}) {
      if (has_controls(words))
        return Phrase{{"nothing was added to {0}: the name of a metric or segment has control characters",
                       "rien n'a été ajouté à {0} : le nom d'une métrique ou d'un segment a des caractères "
                       "de contrôle"},
                      {name()}};
      if (has_formula(words))
        return Phrase{{"nothing was added to {0}: a spreadsheet would take the name {1} for a formula",
                       "rien n'a été ajouté à {0} : un tableur prendrait le nom {1} pour une formule"},
                      {name(), words}};
    }
  return std::nullopt;
}

tl::expected<std::string, Phrase> LedgerText::with(std::span<const LedgerRow> rows, Date seen) const {
  if (auto why = refusal(rows))
    return tl::unexpected(std::move(*why));
  if (rows.empty())
    return std::string(table_.source->bytes());
  const bool has_seen = table_.has(Column::seen);
  std::string text = has_seen ? std::string(table_.source->bytes()) : with_seen_column();
  if (!text.ends_with('\n') && !text.ends_with('\r'))
    text += line_end_;
  std::vector<Column> columns = table_.columns;
  if (!has_seen)
    columns.push_back(Column::seen);
  for (const LedgerRow& row : rows) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      text += (i == 0 ? "" : std::string(1, table_.separator)) + cell(columns[i], row, seen);
    text += line_end_;
  }
  if (text.size() > most_source_bytes)
    return tl::unexpected(Phrase{{"{0} would be larger than 4 GiB", "{0} dépasserait 4 Gio"}, {name()}});
  return text;
}

/// Each row gets as many cells as the first line has, and one more.
std::string LedgerText::with_seen_column() const {
  const std::string_view bytes = table_.source->bytes();
  const auto value_name =
      bytes.substr(table_.value_header.begin, table_.value_header.end - table_.value_header.begin);
  const std::string seen_name = text::fold(std::string(value_name)) == "valeur" ? "vu" : "seen";
  source::CsvReader reader(*table_.source);
  std::vector<source::Cell> cells;
  std::string text;
  std::size_t copied = 0;
  for (bool is_first = true; reader.next(cells); is_first = false) {
    const auto end = static_cast<std::size_t>(reader.record().data() + reader.record().size() - bytes.data());
    text += bytes.substr(copied, end - copied);
    copied = end;
    for (std::size_t i = cells.size(); i <= table_.columns.size(); ++i)
      text += table_.separator;
    if (is_first)
      text += seen_name;
  }
  return text += bytes.substr(copied);
}

std::string LedgerText::cell(Column column, const LedgerRow& row, Date seen) const {
  switch (column) {
  case Column::date: return table_.days.written(row.date);
  case Column::metric: return source::quoted_where_needed(row.metric);
  case Column::segment: return source::quoted_where_needed(row.segment);
  case Column::value: return number(row.value);
  case Column::seen: return seen_written(seen);
  case Column::type:
  case Column::other: break;
  }
  return {};
}

/// As the column does; a new one like the other, unless the day of 03/05/2026 could be taken for its month.
std::string LedgerText::seen_written(Date seen) const {
  if (!table_.seen_days.is_empty())
    return table_.seen_days.written(seen);
  return table_.days.is_day_first() ? table_.days.written(seen) : iso(seen);
}

/// The shortest that reads back the same; not with a power of ten, which spreadsheets round, where it is of a
/// size that people know.
std::string LedgerText::number(double value) const {
  if (value == 0)
    return "0";
  constexpr double least = 1e-9, most = 1e21;
  const bool is_common = std::abs(value) >= least && std::abs(value) < most;
  char digits[64];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value,
                                 is_common ? std::chars_format::fixed : std::chars_format::scientific);
  std::string words(std::begin(digits), end.ptr);
  if (has_decimal_comma_)
    std::replace(words.begin(), words.end(), '.', ',');
  return words;
}

} // namespace deploy_plan::measuring

#include "measure/figures.hpp"
#include "model/decode.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace deploy_plan::measuring {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::months;
using std::chrono::year_month_day;

/// Sentences that name more are longer than anybody reads.
constexpr std::size_t most_echoed = 60;

Date first_of_months(Date day, unsigned count) {
  const year_month_day date(day);
  const unsigned month = (static_cast<unsigned>(date.month()) - 1) / count * count + 1;
  return date.year() / std::chrono::month(month) / 1;
}
Date months_later(Date first, int count) { return year_month_day(first) + months(count); }

using Reason = std::pair<Phrase, Phrase>; ///< why, and what to do

struct RowFailure {
  Phrase why, help;
};

std::string echoed(const std::string& words) {
  return words.size() <= most_echoed ? words : words.substr(0, most_echoed) + "…";
}

/// Figures of rows, read one by one.
class FigureReader {
public:
  FigureReader(const Rows& given, const Wanted& what) : rows_(given), wanted_(what) {}

  tl::expected<Figures, Reason> read() {
    const std::size_t width = rows_.columns.size();
    if (width == 1)
      return read_one_value();
    if (width != 2 && width != 3)
      return fail({{"it gives {0} {0#column|columns}", "elle donne {0} {0#colonne|colonnes}"},
                   {static_cast<std::int64_t>(width)}},
                  shape_help());
    for (std::size_t i = 0; i < rows_.rows.size(); ++i)
      if (auto failure = take(i, width))
        return tl::unexpected(std::move(*failure));
    return finish();
  }

private:
  const Rows& rows_;
  const Wanted& wanted_;
  Figures read_;
  std::map<std::pair<std::string, Date>, std::size_t> met_;       ///< the row of each
  std::map<std::pair<std::string, Date>, std::size_t> in_period_; ///< the first row of each period

  static tl::unexpected<Reason> fail(Phrase why, Phrase help) {
    return tl::unexpected(Reason(std::move(why), std::move(help)));
  }
  static Phrase shape_help() {
    return {
        {"select a day and a value, or a segment, a day and a value, or one value alone",
         "sélectionnez un jour et une valeur, ou un segment, un jour et une valeur, ou une seule valeur"}};
  }

  /// A state at a moment: of the day before `until` where it was asked for, else of today.
  tl::expected<Figures, Reason> read_one_value() {
    if (rows_.rows.size() != 1)
      return fail(rows_.rows.empty() ? Phrase{{"it gives no row", "elle ne donne aucune ligne"}}
                                     : Phrase{{"it gives {0} rows of one value, without their days",
                                               "elle donne {0} lignes d'une seule valeur, sans leurs jours"},
                                              {static_cast<std::int64_t>(rows_.rows.size())}},
                  shape_help());
    if (wanted_.is_from_asked)
      return fail(
          {{"it gives one value, counted from :from on: of which day it is, nothing says",
            "elle donne une seule valeur, comptée depuis :depuis : rien ne dit de quel jour elle est"}},
          {{"give a row a period, its day before the value; or leave :from out, and count all up to :until",
            "donnez une ligne par période, son jour avant la valeur ; ou omettez :depuis, et comptez tout "
            "jusqu'à :jusqu_au"}});
    const auto value = read_value(rows_.rows[0][0], 0);
    if (!value)
      return tl::unexpected(value.error());
    const Date day = wanted_.is_until_asked ? wanted_.until - days(1) : wanted_.day;
    read_.figures.push_back({day, wanted_.segment, *value});
    return std::move(read_);
  }

  std::optional<Reason> take(std::size_t row, std::size_t width) {
    const std::vector<Cell>& cells = rows_.rows[row];
    auto segment = width == 3 ? read_segment(cells[0], row) : wanted_.segment;
    if (!segment)
      return segment.error();
    const auto day = read_day(cells[width - 2], row);
    if (!day)
      return day.error();
    const auto value = read_value(cells[width - 1], row);
    if (!value)
      return value.error();
    const auto [first, is_new] = met_.try_emplace({*segment, *day}, row);
    if (!is_new)
      return Reason{twice(*segment, *day, first->second, row),
                    {{"give each day once: GROUP BY the day, and the segment if there are any",
                      "donnez chaque jour une fois : GROUP BY le jour, et le segment s'il y en a"}}};
    if (const auto [before, is_first] =
            in_period_.try_emplace({*segment, first_of(wanted_.period, *day)}, row);
        !is_first)
      return Reason{
          crowded(*day, before->second, row),
          {{"give one row a period: GROUP BY it; or write \"period\": \"day\" beside the query, where each "
            "figure is final on its day",
            "donnez une ligne par période : GROUP BY celle-ci ; ou écrivez « période » : « jour » à côté "
            "de la requête, si chaque chiffre est définitif à son jour"}}};
    if (after(wanted_.period, *day) > wanted_.day)
      ++read_.unfinished;
    else
      read_.figures.push_back({*day, std::move(*segment), *value});
    return std::nullopt;
  }

  static Phrase twice(const std::string& segment, Date day, std::size_t first, std::size_t again) {
    const auto from_one = [](std::size_t row) { return static_cast<std::int64_t>(row) + 1; };
    if (segment.empty())
      return {{"{0} comes twice, in rows {1} and {2}", "le {0} vient deux fois, aux lignes {1} et {2}"},
              {day, from_one(first), from_one(again)}};
    return {{"{0} comes twice for the segment {3}, in rows {1} and {2}",
             "le {0} vient deux fois pour le segment {3}, aux lignes {1} et {2}"},
            {day, from_one(first), from_one(again), echoed(segment)}};
  }

  /// Rows of days where a figure is of a longer period: which of them is the period's, nothing says.
  Phrase crowded(Date day, std::size_t first, std::size_t again) const {
    return {{"rows {0} and {1} are of one {2}, the one that begins on {3}",
             "les lignes {0} et {1} sont d'une même période ({2}), celle qui commence le {3}"},
            {static_cast<std::int64_t>(first) + 1, static_cast<std::int64_t>(again) + 1,
             model::choice_of(wanted_.period).name, first_of(wanted_.period, day)}};
  }

  /// A row's own words, from 1 as clients of databases count them.
  static Reason of_row(std::size_t row, Text en_fr, std::vector<Argument> arguments, Phrase help) {
    arguments.insert(arguments.begin(), static_cast<std::int64_t>(row) + 1);
    return {{en_fr, std::move(arguments)}, std::move(help)};
  }

  tl::expected<std::string, Reason> read_segment(const Cell& cell, std::size_t row) {
    if (const auto* const text = std::get_if<std::string>(&cell))
      return *text;
    if (const auto* const number = std::get_if<std::int64_t>(&cell))
      return std::to_string(*number);
    if (std::holds_alternative<std::monostate>(cell))
      return tl::unexpected(
          of_row(row, {"row {0} has no segment (NULL)", "la ligne {0} n'a pas de segment (NULL)"}, {},
                 {{"leave such rows out, or name them: COALESCE(segment, 'other')",
                   "omettez ces lignes, ou nommez-les : COALESCE(segment, 'autre')"}}));
    return tl::unexpected(of_row(
        row, {"row {0}: its segment is a decimal number", "ligne {0} : son segment est un nombre décimal"},
        {}, shape_help()));
  }

  tl::expected<Date, Reason> read_day(const Cell& cell, std::size_t row) {
    const Phrase help{
        {"give days as dates: CAST(… AS date)", "donnez les jours comme des dates : CAST(… AS date)"}};
    if (std::holds_alternative<std::monostate>(cell))
      return tl::unexpected(
          of_row(row, {"row {0} has no day (NULL)", "la ligne {0} n'a pas de jour (NULL)"}, {},
                 {{"leave such rows out: … IS NOT NULL", "omettez ces lignes : … IS NOT NULL"}}));
    const auto* const text = std::get_if<std::string>(&cell);
    if (text == nullptr)
      return tl::unexpected(of_row(row,
                                   {"row {0}: a number stands where its day should",
                                    "ligne {0} : un nombre tient la place de son jour"},
                                   {}, shape_help()));
    if (const auto day = model::read_date(day_part(*text)); day && *day >= earliest_day)
      return *day;
    return tl::unexpected(of_row(row, {"row {0}: \"{1}\" is no day", "ligne {0} : « {1} » n'est pas un jour"},
                                 {echoed(*text)}, help));
  }
  /// Midnight is the day itself; any other moment of it is not.
  static std::string_view day_part(std::string_view text) {
    constexpr std::size_t size = std::string_view("2026-03-01").size();
    if (text.size() <= size || (text[size] != ' ' && text[size] != 'T'))
      return text;
    const std::string_view time = text.substr(size + 1);
    constexpr std::string_view midnight = "00:00:00";
    if (!time.starts_with(midnight))
      return text;
    const std::string_view rest = time.substr(midnight.size());
    const std::size_t zone = std::min(rest.find_first_of("+-Z"), rest.size());
    const bool is_midnight = rest.substr(0, zone).find_first_not_of(".0") == std::string_view::npos;
    const bool is_zone = rest.substr(zone).find_first_not_of("+-:Z0123456789") == std::string_view::npos;
    return is_midnight && is_zone ? text.substr(0, size) : text;
  }

  tl::expected<double, Reason> read_value(const Cell& cell, std::size_t row) {
    if (const auto* const whole = std::get_if<std::int64_t>(&cell))
      return in_range(static_cast<double>(*whole), row);
    if (const auto* const number = std::get_if<double>(&cell))
      return in_range(*number, row);
    if (std::holds_alternative<std::monostate>(cell))
      return tl::unexpected(
          of_row(row, {"row {0} has no value (NULL)", "la ligne {0} n'a pas de valeur (NULL)"}, {},
                 {{"leave such rows out, or say what stands for them: COALESCE(…, 0) if it is none",
                   "omettez ces lignes, ou dites ce qui en tient lieu : COALESCE(…, 0) si c'est zéro"}}));
    const std::string& text = std::get<std::string>(cell);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && !text.empty())
      return in_range(number, row);
    return tl::unexpected(of_row(
        row, {"row {0}: the value \"{1}\" is no number", "ligne {0} : la valeur « {1} » n'est pas un nombre"},
        {echoed(text)},
        {{"give values as numbers: CAST(… AS numeric)",
          "donnez les valeurs comme des nombres : CAST(… AS numeric)"}}));
  }
  tl::expected<double, Reason> in_range(double number, std::size_t row) const {
    if (!std::isfinite(number) || std::abs(number) > model::largest_exact)
      return out_of_range(number, row);
    if (number != 0 && std::abs(number) < model::least_size)
      return tl::unexpected(of_row(row,
                                   {"row {0}: the value is not 0, and so small that nothing is counted by it",
                                    "ligne {0} : la valeur n'est pas 0, et si petite qu'elle ne compte rien"},
                                   {}, {{"round it: ROUND(…, 6)", "arrondissez-la : ROUND(…, 6)"}}));
    if (wanted_.range == Range::rate && (number < 0 || number > 1))
      return tl::unexpected(
          of_row(row,
                 {"row {0}: {1} is no rate, which lies between 0 and 1",
                  "ligne {0} : {1} n'est pas un taux, qui est entre 0 et 1"},
                 {number},
                 {{"divide percentages by 100, and round: ROUND(… / 100.0, 6)",
                   "divisez les pourcentages par 100, et arrondissez : ROUND(… / 100.0, 6)"}}));
    if (wanted_.range == Range::size && number < 0)
      return tl::unexpected(of_row(row,
                                   {"row {0}: {1} is no number of beneficiaries",
                                    "ligne {0} : {1} n'est pas un nombre de bénéficiaires"},
                                   {number},
                                   {{"see what makes it negative", "voyez ce qui la rend négative"}}));
    return number;
  }
  static tl::unexpected<Reason> out_of_range(double number, std::size_t row) {
    return tl::unexpected(of_row(
        row,
        std::isfinite(number)
            ? Text{"row {0}: the value is beyond ±9,007,199,254,740,991, where numbers lose their units",
                   "ligne {0} : la valeur dépasse ±9 007 199 254 740 991, au-delà de quoi les nombres "
                   "perdent leurs unités"}
            : Text{"row {0}: the value is no finite number (NaN, infinity)",
                   "ligne {0} : la valeur n'est pas un nombre fini (NaN, infini)"},
        {},
        {{"see what makes it: a division by zero, a sum of NaN",
          "voyez ce qui la produit : une division par zéro, une somme de NaN"}}));
  }

  Figures finish() {
    std::sort(read_.figures.begin(), read_.figures.end(), [](const Figure& a, const Figure& b) {
      return std::tie(a.segment, a.date) < std::tie(b.segment, b.date);
    });
    read_.is_dated_early = wanted_.period != MeasuringPeriod::day && !read_.figures.empty() &&
                           std::all_of(read_.figures.begin(), read_.figures.end(), [&](const Figure& figure) {
                             return first_of(wanted_.period, figure.date) == figure.date;
                           });
    const Date this_month = first_of(MeasuringPeriod::month, wanted_.day);
    const auto is_first_of_month = [](const Figure& figure) {
      return first_of(MeasuringPeriod::month, figure.date) == figure.date;
    };
    read_.looks_monthly = !wanted_.is_period_known && read_.figures.size() > 1 &&
                          std::all_of(read_.figures.begin(), read_.figures.end(), is_first_of_month) &&
                          std::any_of(read_.figures.begin(), read_.figures.end(),
                                      [&](const Figure& figure) { return figure.date == this_month; });
    if (wanted_.is_period_known && !read_.figures.empty())
      find_periods_without_row();
    return std::move(read_);
  }

  /// Of each segment, between its first row and the end: what came before it may not have been counted.
  void find_periods_without_row() {
    std::map<std::string, std::set<Date>> seen;
    for (const auto& [key, row] : met_)
      seen[key.first].insert(first_of(wanted_.period, key.second));
    for (const auto& [segment, firsts] : seen)
      for (Date first = *firsts.begin(); first < wanted_.until && after(wanted_.period, first) <= wanted_.day;
           first = after(wanted_.period, first))
        if (!firsts.contains(first))
          read_.periods_without_row.push_back({first, segment});
  }
};
} // namespace

Date first_of(MeasuringPeriod period, Date day) {
  switch (period) {
  case MeasuringPeriod::day: return day;
  case MeasuringPeriod::week: return day - (std::chrono::weekday(day) - std::chrono::Monday);
  case MeasuringPeriod::month: return first_of_months(day, 1);
  case MeasuringPeriod::quarter: return first_of_months(day, 3);
  case MeasuringPeriod::year: return first_of_months(day, 12);
  }
  return day;
}

Date after(MeasuringPeriod period, Date day) {
  const Date first = first_of(period, day);
  switch (period) {
  case MeasuringPeriod::day: return first + days(1);
  case MeasuringPeriod::week: return first + days(7);
  case MeasuringPeriod::month: return months_later(first, 1);
  case MeasuringPeriod::quarter: return months_later(first, 3);
  case MeasuringPeriod::year: return months_later(first, 12);
  }
  return first + days(1);
}

tl::expected<Figures, std::pair<Phrase, Phrase>> figures_of(const Rows& rows, const Wanted& wanted) {
  return FigureReader(rows, wanted).read();
}

} // namespace deploy_plan::measuring

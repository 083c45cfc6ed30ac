#include "model/days.hpp"
#include "model/decode.hpp"
#include "model/rows.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace deploy_plan::model {
namespace {

/// Three numbers between slashes, points or hyphens, the last of four digits: 27/02/2026.
struct Slashed {
  unsigned first, second;
  int year;

  [[nodiscard]] static std::optional<Date> date(unsigned day, unsigned month, int year) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    return date.ok() ? std::optional<Date>(date) : std::nullopt;
  }
  [[nodiscard]] std::optional<Date> day_first() const { return date(first, second, year); }
  [[nodiscard]] std::optional<Date> month_first() const { return date(second, first, year); }
};

std::optional<Slashed> slashed(std::string_view words) {
  std::array<unsigned, 3> numbers{};
  char between = '\0';
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto digits = std::min(words.find_first_not_of("0123456789"), words.size());
    if (i < 2 ? digits < 1 || digits > 2 : digits != 4 || digits != words.size())
      return std::nullopt;
    std::from_chars(words.data(), words.data() + digits, numbers[i]);
    words.remove_prefix(digits);
    if (i == 2)
      break;
    if (words.empty() || std::string_view("/.-").find(words.front()) == std::string_view::npos ||
        (i == 1 && words.front() != between))
      return std::nullopt;
    between = words.front();
    words.remove_prefix(1);
  }
  return Slashed{numbers[0], numbers[1], static_cast<int>(numbers[2])};
}
} // namespace

std::optional<Date> read_day(std::string_view words) {
  if (const auto date = read_date(words))
    return date;
  const auto written = slashed(words);
  return written ? written->day_first() : std::nullopt;
}

std::optional<Month> likely_month(std::string_view words) {
  if (const auto day = read_day(words))
    return month_of(*day);
  const auto between = words.find_first_of("/.- ");
  if (between == std::string_view::npos)
    return std::nullopt;
  const std::string_view name = words.substr(0, between);
  const std::string_view year = words.substr(between + 1);
  for (const auto& [first, second] : {std::pair(name, year), std::pair(year, name)})
    if (const auto numbered = read_month(fmt::format("{}-{:0>2}", first, second)))
      return numbered;
  for (int number = 1; number <= 12; ++number)
    if (const auto named = read_month(fmt::format("{}-{:02}", year, number)))
      for (const Language language : {Language::english, Language::french})
        if (text::fold(say(*named, language)) == text::fold(words))
          return named;
  return std::nullopt;
}

void DayColumn::take(std::string_view words, Place place) {
  ++cells_;
  const auto note = [&](std::optional<Place>& first) { first = first.value_or(place); };
  if (read_date(words))
    return note(year_first_);
  const auto written = slashed(words);
  const bool day_first = written && written->day_first();
  const bool month_first = written && written->month_first();
  if (day_first || month_first)
    between_ = words[words.find_first_not_of("0123456789")];
  if (day_first || month_first)
    return note(!month_first ? day_first_ : !day_first ? month_first_ : either_);
  ++unread_;
  note(unread_at_);
}

std::optional<Finding> DayColumn::fault() const {
  const Phrase one_way{{"write every day of the column like 2026-02-27, or every one like 27/02/2026",
                        "écrivez tous les jours de la colonne comme 2026-02-27, ou tous comme 27/02/2026"}};
  const auto slashes = day_first_ ? day_first_ : month_first_ ? month_first_ : either_;
  if (year_first_ && slashes)
    return malformed(*slashes,
                     {{"days are written in two ways in this column",
                       "les jours sont écrits de deux façons dans cette colonne"}},
                     one_way, {{*year_first_, {{"otherwise here", "autrement ici"}}}});
  if (day_first_ && month_first_)
    return malformed(*month_first_,
                     {{"this day has its month first, and others of the column their day",
                       "ce jour a son mois en premier, et d'autres de la colonne leur jour"}},
                     one_way, {{*day_first_, {{"the day first here", "le jour en premier ici"}}}});
  if (cells_ > 1 && unread_ == cells_)
    return malformed(*unread_at_,
                     {{"no day of this column can be read", "aucun jour de cette colonne n'est lisible"}},
                     one_way);
  return std::nullopt;
}

std::string DayColumn::written(Date day) const {
  if (year_first_ || !(day_first_ || month_first_ || either_))
    return iso(day);
  const std::chrono::year_month_day parts(day);
  const unsigned first = month_first_ ? unsigned{parts.month()} : unsigned{parts.day()};
  const unsigned second = month_first_ ? unsigned{parts.day()} : unsigned{parts.month()};
  return fmt::format("{:02}{}{:02}{}{:04}", first, between_, second, between_, int{parts.year()});
}

std::optional<Date> DayColumn::read(std::string_view words) const {
  if (const auto date = read_date(words))
    return date;
  const auto written = slashed(words);
  if (!written)
    return std::nullopt;
  return month_first_ ? written->month_first() : written->day_first();
}

} // namespace deploy_plan::model

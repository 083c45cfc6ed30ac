// A timeline as a line of characters a row: a column for each month, with what is done in it.
#include "report/charts/timeline.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

constexpr std::size_t least_column = 3; // two characters, and one for a mark
constexpr std::size_t most_column = 5;
constexpr std::size_t most_name = 36;
constexpr std::size_t least_name = 12;

/// The characters that a timeline is drawn with.
struct Signs {
  std::string_view span, apart, mark, day, nothing;
};
Signs signs_of(const RenderOptions& options) {
  if (options.unicode)
    return {"█", "▒", "◆", "▲", "·"};
  return {"#", "=", "?", "^", "."};
}

std::string blank(std::size_t count) { return std::string(count, ' '); }
std::string repeated(std::string_view sign, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i)
    all += sign;
  return all;
}

class TimelineText {
public:
  TimelineText(const Timeline& drawn, const RenderOptions& chosen)
      : timeline_(drawn), options_(chosen), signs_(signs_of(chosen)), name_(name_width()),
        frame_(drawn, room() / least_column),
        column_(std::clamp(room() / frame_.columns(), least_column, most_column)) {}

  std::string draw() const {
    std::string all = "  " + text::wrapped(said(timeline_.title), options_.width, 2, 2) + "\n";
    all += heading();
    for (const Timeline::Row& row : timeline_.rows)
      all += line(said(row.name), cells_of(row));
    for (const Timeline::Day& one : timeline_.days)
      all += line_of(one);
    return all + legend();
  }

private:
  const Timeline& timeline_;
  const RenderOptions& options_;
  const Signs signs_;
  const std::size_t name_;
  const TimelineFrame frame_;
  const std::size_t column_;

  std::string said(const Phrase& phrase) const { return text::visible(phrase.in(options_.language)); }

  std::size_t name_width() const {
    std::size_t widest = 0;
    for (const Timeline::Row& row : timeline_.rows)
      widest = std::max(widest, text::width(said(row.name)));
    const std::size_t most = options_.width == 0 ? most_name : std::min(most_name, options_.width / 3);
    return std::clamp(widest, least_name, std::max(least_name, most));
  }
  std::size_t room() const {
    constexpr std::size_t unbound = 60 * least_column;
    const std::size_t taken = name_ + 3;
    if (options_.width == 0)
      return unbound;
    return options_.width > taken + least_column ? options_.width - taken : least_column;
  }

  std::string line(const std::string& name, const std::vector<std::string>& cells) const {
    const std::string shown = cut(name, name_);
    std::string all = "  " + shown + blank(name_ - text::width(shown) + 1);
    for (const std::string& cell : cells)
      all += cell;
    return all.substr(0, all.find_last_not_of(' ') + 1) + "\n";
  }

  /// Years, then months by their initials.
  std::string heading() const {
    std::vector<std::string> years;
    std::vector<std::string> months;
    std::string year_before;
    std::size_t taken = 0; // by a year, of the columns after its own
    for (std::size_t i = 0; i < frame_.columns(); ++i) {
      const std::string year = iso(frame_.first_month(i)).substr(0, 4);
      if (year != year_before && taken == 0) {
        years.push_back(year + " ");
        taken = 5;
        year_before = year;
      } else {
        years.emplace_back();
      }
      const std::size_t free = column_ > taken ? column_ - taken : 0;
      years.back() += blank(free);
      taken -= std::min(taken, column_);
      months.push_back(
          right(std::string(frame_.months_a_column() < 12 ? initial_of(frame_.first_month(i)) : "")));
    }
    return line("", years) + (frame_.months_a_column() < 12 ? line("", months) : "");
  }
  std::string right(const std::string& words) const {
    return blank(column_ - 1 - std::min(column_ - 1, text::width(words))) + words + " ";
  }

  std::vector<std::string> cells_of(const Timeline::Row& row) const {
    struct InColumn {
      std::int64_t count = 0;
      bool is_apart = true, is_marked = false;
    };
    std::vector<InColumn> all(frame_.columns());
    for (const Timeline::Span& span : row.spans) {
      InColumn& one = all[frame_.column_of(span.from)];
      one.count += span.count;
      one.is_apart = one.is_apart && span.is_apart;
    }
    for (const Date day : row.marks)
      all[frame_.column_of(day)].is_marked = true;
    std::vector<std::string> cells;
    for (const InColumn& one : all)
      cells.push_back(filled(one.count, one.is_apart ? signs_.apart : signs_.span) +
                      (one.is_marked ? std::string(signs_.mark) : " "));
    return cells;
  }
  /// A count at the right, the rest filled.
  std::string filled(std::int64_t count, std::string_view sign) const {
    const std::size_t most = column_ - 1;
    if (count <= 0)
      return blank(most - 1) + std::string(signs_.nothing);
    std::string digits = std::to_string(count);
    if (digits.size() > most)
      digits = "+"; // the table tells
    return repeated(sign, most - digits.size()) + digits;
  }
  /// Its sign stands beneath its column, its name on the side where there is more room.
  std::string line_of(const Timeline::Day& one) const {
    const std::size_t at = 3 + name_ + column_ * (frame_.column_of(one.day) + 1) - 2;
    const std::size_t end = 3 + name_ + column_ * frame_.columns();
    if (at > end - at) {
      const std::string name = cut(said(one.name), at - 3);
      return blank(at - 1 - text::width(name)) + name + " " + std::string(signs_.day) + "\n";
    }
    const std::size_t room = options_.width > at + 2 ? options_.width - at - 2 : end;
    return blank(at) + std::string(signs_.day) + " " + cut(said(one.name), room) + "\n";
  }
  std::string cut(const std::string& name, std::size_t most) const {
    return text::width(name) <= most ? name
                                     : text::columns(name, 0, most - 1) + (options_.unicode ? "…" : "~");
  }

  std::string legend() const {
    std::string all = fmt::format("{}2 {}", signs_.span, said(timeline_.spans));
    const bool has_apart = any([](const Timeline::Row& row) {
      return std::any_of(row.spans.begin(), row.spans.end(), [](const auto& span) { return span.is_apart; });
    });
    if (has_apart)
      all += fmt::format("   {}1 {}", signs_.apart, said(timeline_.spans_apart));
    if (any([](const Timeline::Row& row) { return !row.marks.empty(); }))
      all += fmt::format("   {} {}", signs_.mark, said(timeline_.marks));
    if (frame_.months_a_column() > 1)
      all += "   " + Phrase{{"a column is {0} months", "une colonne fait {0} mois"},
                            {static_cast<std::int64_t>(frame_.months_a_column())}}
                         .in(options_.language);
    return "  " + text::wrapped(all, options_.width, 2, 2) + "\n";
  }
  template <class Is>
  bool any(const Is& is) const {
    return std::any_of(timeline_.rows.begin(), timeline_.rows.end(), is);
  }
};
} // namespace

std::string timeline_as_text(const Timeline& timeline, const RenderOptions& options) {
  return TimelineText(timeline, options).draw();
}

} // namespace deploy_plan::report

#include "model/segment_sums.hpp"

namespace deploy_plan::model {

Held<DatedRow> known_rows(const CsvTable::Rows& rows, Date day) {
  std::vector<DatedRow> dated, unread;
  for (const CsvTable::Row& row : rows) {
    const bool is_seen_unread = !row.seen_on && row.seen.begin != row.seen.end;
    (row.day && !is_seen_unread ? dated : unread).push_back({&row});
  }
  Held<DatedRow> all = Holding<DatedRow>(day).part(dated);
  all.points.insert(all.points.begin(), unread.begin(), unread.end());
  return all;
}

void SegmentSums::set_aside(const CsvTable::Rows& whole) {
  for (const CsvTable::Row& row : whole) {
    if (!row.day)
      continue;
    const Date known = row.seen_on.value_or(*row.day);
    const auto [since, is_first] = whole_since_.emplace(*row.day, known);
    if (!is_first)
      since->second = std::min(since->second, known);
    if (!has_seen_ || known <= day_)
      newest_whole_ = std::max(newest_whole_, row.day);
  }
}

std::optional<Date> SegmentSums::whole_since(Date date) const {
  const auto since = whole_since_.find(date);
  return since == whole_since_.end() ? std::nullopt : std::optional(since->second);
}

bool SegmentSums::add(const CsvTable::Rows& rows) {
  const std::size_t segment = segments_++;
  const auto take = [&](const CsvTable::Row& row) {
    const auto value = number_(row);
    if (value && row.day)
      days_[*row.day].push_back({segment, *value, &row});
    return value && row.day;
  };
  if (!has_seen_) {
    const CsvTable::Row* before = nullptr;
    return std::all_of(rows.begin(), rows.end(), [&](const CsvTable::Row& row) {
      const bool is_again = before != nullptr && before->day == row.day;
      before = &row;
      return !is_again && take(row);
    });
  }
  const auto held = known_rows(rows, day_);
  const DatedRow* before = nullptr;
  for (const DatedRow& one : held.points) {
    const bool is_seen_unread = !one.seen() && one.row->seen.begin != one.row->seen.end;
    if (is_seen_unread || (before != nullptr && before->date() == one.date()) || !take(*one.row))
      return false;
    before = &one;
  }
  for (const DatedRow& one : held.others)
    (void)take(*one.row);
  return true;
}

/// In the order in which they were known.
std::vector<SegmentSum> SegmentSums::sums_of(std::vector<Part> parts) const {
  if (!has_seen_ && parts.size() < segments_)
    return {};
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.known() < b.known(); });
  std::vector<SegmentSum> sums;
  std::map<std::size_t, const Part*>
      last; // the order of the segments, so that no sum depends on that of rows
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    last[part->segment] = &*part;
    const bool more = std::next(part) != parts.end() && std::next(part)->known() == part->known();
    if (more || last.size() < segments_)
      continue;
    SegmentSum sum{last.rbegin()->second->row, 0, {}};
    for (const auto& [segment, one] : last) {
      sum.value += one->value;
      if (one->row->seen_on)
        sum.seen = part->known();
    }
    sums.push_back(sum);
  }
  return sums;
}

SummedSegments SegmentSums::read() const {
  SummedSegments all;
  for (const auto& [date, parts] : days_) {
    const SegmentSum* holds = nullptr;
    std::vector<SegmentSum> sums = sums_of(parts);
    const auto whole = whole_since(date);
    if (whole)
      std::erase_if(sums, [&](const SegmentSum& one) { return one.known() >= *whole; });
    for (const SegmentSum& one : sums) {
      if (is_to_come(one.seen) || holds != nullptr)
        all.others.push_back(is_to_come(one.seen) ? one : *holds);
      if (!is_to_come(one.seen))
        holds = &one;
    }
    const bool is_whole_known = whole && (!has_seen_ || *whole <= day_);
    if (holds != nullptr)
      (is_whole_known ? all.others : all.points).push_back(*holds);
    if (holds != nullptr || is_whole_known || date < newest_whole_)
      continue;
    const auto known = std::find_if(parts.rbegin(), parts.rend(),
                                    [&](const Part& one) { return !has_seen_ || one.known() <= day_; });
    if (known == parts.rend())
      continue;
    ++all.left_out;
    if (all.incomplete == nullptr)
      all.incomplete = known->row;
  }
  return all;
}

} // namespace deploy_plan::model

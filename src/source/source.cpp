#include "deploy_plan/source.hpp"
#include <algorithm>
#include <cstring>

namespace deploy_plan {
namespace {

constexpr std::size_t block =
    4096; // bytes between two counts: a column in a file of one line is found without reading it all

std::size_t code_points(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}
} // namespace

Source::Source(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {
  if (bytes_.starts_with("\xEF\xBB\xBF"))
    text_begin_ = 3;
}

const std::vector<std::uint32_t>& Source::lines() const {
  std::call_once(lines_made_, [&] {
    line_begins_.push_back(static_cast<std::uint32_t>(text_begin_));
    const char* const first = bytes_.data();
    const char* const last = first + bytes_.size();
    const char* at = first;
    while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(last - at)))) !=
           nullptr)
      line_begins_.push_back(static_cast<std::uint32_t>(++at - first));
  });
  return line_begins_;
}

std::size_t Source::characters_before(std::size_t offset) const {
  std::call_once(characters_made_, [&] {
    std::size_t before = 0;
    for (std::size_t at = 0; at <= bytes_.size(); at += block) {
      block_characters_.push_back(static_cast<std::uint32_t>(before));
      before += code_points(bytes().substr(at, block));
    }
  });
  const std::size_t whole = offset / block;
  return block_characters_[whole] + code_points(bytes().substr(whole * block, offset % block));
}

Position Source::position(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  const auto& begins = lines();
  const auto after = std::upper_bound(begins.begin(), begins.end(), offset);
  const auto index = after == begins.begin() ? 0 : static_cast<std::size_t>(after - begins.begin()) - 1;
  const std::size_t begin = std::min<std::size_t>(begins[index], offset);
  return {index + 1, characters_before(offset) - characters_before(begin) + 1};
}

std::string_view Source::line(std::size_t number) const {
  const auto& begins = lines();
  if (number == 0 || number > begins.size())
    return {};
  const std::size_t begin = begins[number - 1];
  const std::size_t end = number < begins.size() ? begins[number] : bytes_.size();
  auto text = bytes().substr(begin, end - begin);
  while (text.ends_with('\n') || text.ends_with('\r'))
    text.remove_suffix(1);
  return text;
}

SourceMap::SourceMap(std::shared_ptr<const Source> first) { entries_.push_back({0, std::move(first)}); }

std::optional<std::uint32_t> SourceMap::add(const std::shared_ptr<const Source>& source) {
  for (const Entry& entry : entries_)
    if (entry.source == source)
      return entry.begin;
  // One offset between two sources, so that the end of one is not the begin of the next.
  const std::uint64_t begin =
      entries_.back().begin + std::uint64_t{entries_.back().source->bytes().size()} + 1;
  if (begin + source->bytes().size() > 0xFFFFFFFE)
    return std::nullopt;
  entries_.push_back({static_cast<std::uint32_t>(begin), source});
  return entries_.back().begin;
}

const SourceMap::Entry& SourceMap::entry_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(entries_.begin(), entries_.end(), offset,
                                      [](std::uint32_t at, const Entry& entry) { return at < entry.begin; });
  return *std::prev(after);
}

std::string_view SourceMap::bytes(Place place) const {
  if (is_in_first(place)) [[likely]]
    return first().bytes().substr(place.begin, place.end - place.begin);
  const Entry& entry = entry_of(place.begin);
  return entry.source->bytes().substr(place.begin - entry.begin, place.end - place.begin);
}

SourceMap::Located SourceMap::locate(Place place) const {
  const Entry& entry = entry_of(place.begin);
  return {entry.source.get(), {place.begin - entry.begin, place.end - entry.begin}};
}

Place SourceMap::move_to(SourceMap& other, Place place) const {
  if (is_in_first(place))
    return place;
  const Entry& entry = entry_of(place.begin);
  const auto begin = other.add(entry.source);
  // No room there: the strategy file's begin is the nearest thing that can be said.
  return begin ? Place{place.begin - entry.begin + *begin, place.end - entry.begin + *begin} : Place{};
}

} // namespace deploy_plan

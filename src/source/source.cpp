#include "deploy_plan/source.hpp"
#include <algorithm>
#include <cstring>

namespace deploy_plan {

Source::Source(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {
  if (bytes_.starts_with("\xEF\xBB\xBF"))
    text_begin_ = 3;
  line_begins_.push_back(static_cast<std::uint32_t>(text_begin_));
  const char* const first = bytes_.data();
  const char* const last = first + bytes_.size();
  for (const char* at = first; (at = static_cast<const char*>(
                                    std::memchr(at, '\n', static_cast<std::size_t>(last - at)))) != nullptr;)
    line_begins_.push_back(static_cast<std::uint32_t>(++at - first));
}

Position Source::position(std::size_t offset) const {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto index =
      after == line_begins_.begin() ? 0 : static_cast<std::size_t>(after - line_begins_.begin()) - 1;
  const std::size_t begin = std::min<std::size_t>(line_begins_[index], offset);
  const auto before = bytes().substr(begin, offset - begin);
  const auto characters = std::count_if(
      before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return {index + 1, static_cast<std::size_t>(characters) + 1};
}

std::string_view Source::line(std::size_t number) const {
  if (number == 0 || number > line_begins_.size())
    return {};
  const std::size_t begin = line_begins_[number - 1];
  const std::size_t end = number < line_begins_.size() ? line_begins_[number] : bytes_.size();
  auto text = bytes().substr(begin, end - begin);
  while (text.ends_with('\n') || text.ends_with('\r'))
    text.remove_suffix(1);
  return text;
}

} // namespace deploy_plan

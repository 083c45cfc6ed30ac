#include "source/encoding.hpp"
#include <array>
#include <utf8proc.h>

namespace deploy_plan::source {
namespace {

constexpr utf8proc_int32_t undefined = 0xfffd;

/// Windows-1252 from 0x80 to 0x9f; the others are those of Latin-1.
constexpr std::array<utf8proc_int32_t, 32> windows = {
    0x20ac, undefined, 0x201a,    0x0192, 0x201e,    0x2026,    0x2020, 0x2021,    0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152,    undefined, 0x017d, undefined, undefined, 0x2018, 0x2019,    0x201c, 0x201d, 0x2022,
    0x2013, 0x2014,    0x02dc,    0x2122, 0x0161,    0x203a,    0x0153, undefined, 0x017e, 0x0178};

/// Text made character by character, and where the first stands that is none.
struct Made {
  std::string text;
  std::optional<Place> fault;

  void add(utf8proc_int32_t point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto count = utf8proc_encode_char(point, bytes.data());
    const auto begin = static_cast<std::uint32_t>(text.size());
    text.append(bytes.begin(), bytes.begin() + count);
    if (point == undefined || point == 0)
      fault = fault.value_or(Place{begin, static_cast<std::uint32_t>(text.size())});
  }
};

Made from_utf16(std::string_view bytes, bool big_endian) {
  Made made;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]),
               second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<utf8proc_int32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::size_t at = 2;
  for (; at + 1 < bytes.size(); at += 2) {
    const auto high = unit(at);
    if (high < 0xd800 || high > 0xdfff) {
      made.add(high);
      continue;
    }
    const auto low = high < 0xdc00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
    const bool is_pair = low >= 0xdc00 && low <= 0xdfff;
    made.add(is_pair ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : undefined);
    at += is_pair ? 2 : 0;
  }
  if (at < bytes.size())
    made.add(undefined); // half a character
  return made;
}

Made from_windows(std::string_view bytes) {
  Made made;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    made.add(byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80U] : byte);
  }
  return made;
}

/// Where a text stops being UTF-8, and whether it has a character beyond ASCII anywhere.
struct Utf8Survey {
  std::optional<Place> fault;
  std::optional<Place> nul;
  bool has_wide = false;
};
Utf8Survey survey(std::string_view bytes) {
  Utf8Survey found;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto here = static_cast<std::uint32_t>(at);
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      if (bytes[at] == '\0')
        found.nul = found.nul.value_or(Place{here, here + 1});
      ++at;
      continue;
    }
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data() + at),
                                       static_cast<utf8proc_ssize_t>(bytes.size() - at), &point);
    found.has_wide |= size > 0;
    if (size <= 0)
      found.fault = found.fault.value_or(Place{here, here + 1});
    at += size > 0 ? static_cast<std::size_t>(size) : 1;
  }
  return found;
}
} // namespace

Utf8 as_utf8(std::shared_ptr<const Source> source) {
  const std::string_view bytes = source->bytes();
  // Each byte of either gives three at most, and places are 32-bit.
  const bool is_small = bytes.size() < most_source_bytes / 3;
  const auto anew = [&](Made made) {
    return Utf8{std::make_shared<const Source>(source->name(), std::move(made.text)), made.fault};
  };
  if (is_small && (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")))
    return anew(from_utf16(bytes, bytes.starts_with("\xfe\xff")));
  const Utf8Survey found = survey(bytes);
  if (is_small && found.fault && !found.nul && !found.has_wide)
    return anew(from_windows(bytes));
  return {std::move(source), found.nul ? found.nul : found.fault};
}

} // namespace deploy_plan::source

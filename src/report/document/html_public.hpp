// What pages for anyone have that others have not: links out of them, and tables whose rows are cards on
// telephones.
#pragma once
#include "deploy_plan/document.hpp"
#include "report/document/html_cards.hpp"
#include "report/document/markup.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {

/// Sections whose ids begin so are for anyone.
inline constexpr std::string_view public_prefix = "public-";

inline constexpr std::string_view public_style = R"css(
section[class^=public-] p { max-width: 60em; } section[class^=public-] a { overflow-wrap: anywhere; } section[class^=public-] td:nth-child(2) { min-width: 8.5rem; }
section[class^=public-] th[scope=rowgroup] { padding-top: 1rem; background: var(--track); }
@media (max-width: 50rem) { section[class^=public-] > .scroll > table tr:has(> [scope=rowgroup]) { border: 0; padding: 0; }
  section[class^=public-] > .scroll > table th[scope=row] { font-weight: 650; } section[class^=public-] > .scroll > table td:empty { display: none; } }
@media print { section[class^=public-] table { font-size: 8.5pt; } section[class^=public-] :is(th, td) { padding: .8mm 2mm .8mm 0; }
  section[class^=public-] .figures { display: none; } section[class^=public-] figure { break-inside: avoid; } section[class^=public-] h2 { margin-top: 4mm; } }
)css";

inline std::string public_style_of(const Document& document) {
  return std::any_of(document.sections.begin(), document.sections.end(),
                     [](const Section& section) { return section.id.starts_with(public_prefix); })
             ? card_rules("section[class^=public-] > .scroll > table", "(max-width: 50rem)")
                   .append(public_style)
             : std::string();
}

/// Where a link of these words leads; empty where they are no address.
inline std::string target_of(std::string_view words) {
  const auto has = [&](std::string_view any) { return words.find_first_of(any) != std::string_view::npos; };
  if (words.empty() || has(" \t\r\n\"'<>\\"))
    return {};
  if (words.starts_with("https://") || words.starts_with("http://"))
    return std::string(words);
  if (words.find('@') != std::string_view::npos)
    return has(":/?&") ? std::string() : "mailto:" + std::string(words);
  const bool is_file = words.ends_with(".csv") || words.ends_with(".json");
  return is_file && !has(":/") ? "./" + std::string(words) : std::string();
}

/// Words that were escaped, with links where they name an address.
inline std::string linked(std::string said, const std::vector<std::string>& addresses) {
  std::size_t after = 0;
  for (const std::string& address : addresses) {
    const std::string shown = escaped_markup(address), target = target_of(address);
    const std::size_t at = target.empty() ? std::string::npos : said.find(shown, after);
    if (at == std::string::npos)
      continue;
    const std::string link = fmt::format("<a href=\"{}\">{}</a>", escaped_markup(target), shown);
    said.replace(at, shown.size(), link);
    after = at + link.size();
  }
  return said;
}

} // namespace deploy_plan::report

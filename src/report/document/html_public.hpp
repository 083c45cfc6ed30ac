// What pages for anyone have that others have not: tables whose rows are cards on telephones.
#pragma once
#include "deploy_plan/document.hpp"
#include "report/document/html_cards.hpp"
#include <algorithm>

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

} // namespace deploy_plan::report

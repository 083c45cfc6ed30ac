// Tables whose rows are cards where a screen is too narrow for their columns.
#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace deploy_plan::report {

/// For the tables that a selector names, on screens that a media query does: each row in a frame, its cells
/// beneath each other, each after the words of its column.
inline std::string card_rules(std::string_view tables, std::string_view screens) {
  constexpr std::string_view rules =
      R"css(@media {1} {{ {0}, {0} :is(tbody, tr, th, td, caption) {{ display: block; }}
  {0} thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
  {0} tr {{ border: 1px solid var(--line); border-left: 4px solid var(--bar); padding: .4rem .7rem; margin: 0 0 .6rem; }}
  {0} :is(th, td) {{ border: 0; padding: .1rem 0; text-align: left; white-space: normal; min-width: 0; }}
  {0} td[data-label] {{ display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); }}
  {0} td[data-label] .spark {{ grid-column: 2; }}
  {0} td[data-label]::before {{ content: attr(data-label); color: var(--soft); }} }}
)css";
  return fmt::format(rules, tables, screens);
}

} // namespace deploy_plan::report

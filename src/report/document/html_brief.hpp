// How a page is laid out whose first screen, and first sheet, tell all in short.
#pragma once
#include "deploy_plan/text.hpp"
#include "report/document/html_cards.hpp"

namespace deploy_plan::report {

inline constexpr Text contents_title{"Annex", "Annexe"};

inline constexpr std::string_view brief_style = R"css(
body { overflow-wrap: break-word; } main > header { border-bottom: 3px solid var(--ink); padding-bottom: .5rem; } main > header h1 { margin: 0; font-size: 1.6rem; }
.first > .brief > p { margin: .4rem 0; max-width: 60em; } .first > .brief > .lead { margin: .8rem 0 .3rem; max-width: none; }
.about { margin: .15rem 0; color: var(--soft); max-width: 70em; }
.first h2, .first h3 { border: 0; margin: 0 0 .4rem; font-size: 1.08rem; line-height: 1.3; }
.lead { margin: .8rem 0 .3rem; font-size: 1.2rem; line-height: 1.3; font-weight: 600; max-width: 48em; }
.first > .brief > :is(h2, h3) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.keys { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .7rem; margin: .5rem 0 0; padding: 0; }
.key { background: var(--track); border-left: 5px solid var(--bar); padding: .5rem .8rem; color: var(--ink); }
.key.good { border-color: var(--good); border-left-style: solid; } .key.warning { border-color: var(--warning); border-left-style: dashed; }
.key.bad { border-color: var(--bad); border-left-style: double; border-left-width: 7px; }
.key dt { font-size: .85rem; } .key dd { margin: 0; font-size: 1.45rem; font-weight: 650; line-height: 1.2; }
.key small, .steps small { display: block; font-size: .82rem; font-weight: 400; line-height: 1.35; color: var(--ink); }
.first { display: grid; grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr); gap: .9rem 1.75rem; align-items: start; }
.first > * { grid-column: 1 / -1; min-width: 0; } .first > .course:has(+ .next) { grid-column: 1; } .first > .course + .next { grid-column: 2; }
.first .course svg { max-width: none; max-height: 16.2rem; } .first figure { margin: 0; }
.steps { list-style: none; margin: 0; padding: 0; }
.steps li { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .6rem; padding: .35rem 0; line-height: 1.4; border-bottom: 1px solid var(--line); }
.steps .when { font-size: .88rem; color: var(--soft); }
.first table { font-size: .93rem; } td.good::before { content: "▲\a0"; } td.warning::before { content: "◆\a0"; } td.bad::before { content: "▼\a0"; }
nav { margin-top: 2rem; border-top: 1px solid var(--line); } nav ul { columns: 3 14rem; padding-left: 1.1rem; } nav li li { break-inside: avoid; }
@media (pointer: coarse), (max-width: 40rem) { nav a { display: inline-block; padding: .6rem 0; } summary { padding: .5rem 0; } }
nav ul ul { columns: 1; list-style: none; padding: 0; break-before: avoid; } a { color: var(--bar); }
details { border-bottom: 1px solid var(--line); padding: .5rem 0; } summary { cursor: pointer; }
.chapter { margin-bottom: .3rem; } summary > :is(h2, h3, h4) { display: inline; border: 0; margin: 0; font-size: 1.05rem; } .figures { border: 0; color: var(--soft); font-size: .88rem; }
[id$="-inside"] { scroll-margin-top: 3rem; }
@media screen and (max-width: 50rem) { .first { grid-template-columns: minmax(0, 1fr); } .first > .course:has(+ .next), .first > .course + .next { grid-column: 1; }
  .lead { font-size: 1.12rem; } .keys { grid-template-columns: 1fr 1fr; } }
@media screen and (max-width: 40rem) { body { padding: .7rem; } main > header h1 { font-size: 1.2rem; } .about { font-size: .82rem; line-height: 1.35; }
  .first > .brief > .lead { font-size: 1.02rem; line-height: 1.3; margin: .5rem 0 .2rem; } .first > .brief > p { font-size: .88rem; line-height: 1.35; margin: .3rem 0; }
  .keys { grid-template-columns: 1fr; gap: .35rem; margin-top: .5rem; } .key { padding: .25rem .6rem; display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0 .6rem; }
  .key dt { font-size: .82rem; } .key dd { display: contents; font-size: 1.15rem; } .key small { grid-column: 1 / -1; font-size: .76rem; line-height: 1.25; } }
@media print { html { font-size: 12px; } body { font-size: 9pt; line-height: 1.3; } summary { list-style: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  main > header { border-width: 2px; padding-bottom: .6mm; } main > header h1 { font-size: 11pt; } .about { font-size: 7.5pt; line-height: 1.2; margin: .3mm 0; max-width: none; }
  .first { grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); gap: .7mm 5mm; break-after: page; } .first .figures { display: none; }
  .first :is(h2, h3) { font-size: 9pt; line-height: 1.2; margin-bottom: .4mm; }
  .first > .brief > p { font-size: 7.8pt; line-height: 1.18; margin: .3mm 0; max-width: none; } .first > .brief > .lead { font-size: 9.2pt; line-height: 1.15; margin: .4mm 0 .4mm; max-width: none; }
  .keys { grid-template-columns: repeat(4, 1fr); gap: 2mm; margin-top: .8mm; } .key { padding: .4mm 2mm; } .key dd { font-size: 11pt; line-height: 1.15; }
  .key dt, .key small, .steps small, .steps .when { font-size: 7pt; } .key small { line-height: 1.15; }
  .steps li { padding: .5mm 0; grid-template-columns: 24mm minmax(0, 1fr); gap: 2mm; font-size: 7.5pt; line-height: 1.2; } .steps small { display: inline; } .steps small:not(:empty)::before { content: "· "; }
  figcaption span { display: block; font-size: 7.5pt; line-height: 1.25; } figcaption strong { font-size: 9.5pt; } .first .course svg { display: none; } .first .course svg.sheet { display: block; max-height: 26mm; }
  .first figcaption { display: none; } .first section > p { margin: .6mm 0; } .first .asked > p { font-size: 7.5pt; } .first table { font-size: 6.8pt; line-height: 1.15; } .first :is(th, td) { padding: .2mm 2mm .2mm 0; }
  caption, thead th { font-size: 7pt; } .first :is(caption, thead th) { font-size: 6.8pt; padding-top: .2mm; } .first > section > .scroll > table .number { width: 1%; } .first thead .number { white-space: normal; min-width: 11mm; }
  .first .asked th:first-child { width: 15%; } .first .asked :is(th, td):nth-child(2) { width: 57%; } .first .asked td:nth-child(6) { min-width: 16mm; } .first .asked td:last-child { width: 24%; padding-left: 3mm; }
  .first .all-goals th:first-child { width: 30%; } .first .all-goals td:nth-child(6) { width: 27%; } .first .all-goals td:last-child { width: 34%; } .first > :is(.asked, .all-goals) { break-inside: avoid; }
  .annex table { font-size: 7pt; line-height: 1.25; } .annex :is(th, td) { white-space: normal; padding: .5mm 1mm .5mm 0; } .number + :is(th, td):not(.number) { padding-left: 3mm; } th[scope=row] { min-width: 0; }
  .chapter, summary, summary > :is(h2, h3, h4), figcaption { break-after: avoid; } .annex figure:first-of-type { break-before: avoid; } nav { border: 0; margin-top: 0; } }
)css";

inline std::string brief_cards() {
  return card_rules(".first > section > .scroll > table", "screen and (max-width: 40rem)");
}

} // namespace deploy_plan::report

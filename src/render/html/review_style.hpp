#pragma once

#include <string_view>

namespace care {

/// What the page of a review has beside the style of all pages.
inline constexpr std::string_view review_style =
    R"css(table { width: 100%; border-collapse: collapse;
  margin-top: .5rem; font-size: .95rem; }
th { font-weight: 400; text-align: left; }
th, td { padding: .22rem 0 .22rem .9rem; vertical-align: middle; }
th:first-child, td:first-child { padding-left: 0; }
thead th, .factor { color: var(--soft); font-size: .78rem; }
.factor { padding-top: .8rem; font-weight: 700; letter-spacing: .06em; }
.n { text-align: right; white-space: nowrap; }
.plot { width: 34%; }
.good { color: var(--good); } .late { color: var(--late); } .alarm { color: var(--alarm); }
td.good, td.late, .weak { font-weight: 600; }
svg.key { display: inline-block; width: .65em; height: .65em; margin: 0 .35em 0 0; }
.gap { padding-left: 1em; }
svg.bars { display: block; width: 100%; }
svg .track { fill: var(--line); }
.states th { width: 5.5rem; white-space: nowrap; color: var(--soft); font-size: .88rem; }
.legend, figcaption { display: flex; flex-wrap: wrap; gap: .15rem 1.2rem; margin-top: .6rem;
  font-size: .93rem; color: var(--ink); }
.was { color: var(--soft); }
section > ul { margin-top: .6rem; }
section > ul > li { padding: .18rem 0; }
.advice { margin-top: .5rem; color: var(--soft); font-size: .92rem; }
td.id { width: 8.5rem; white-space: normal; }
.load .plot { width: 62%; }
.load .all > * { padding-bottom: .7rem; }
.scroll { overflow-x: auto; }
.scroll th { white-space: nowrap; overflow-wrap: normal; word-break: normal; }
figure > svg:first-child { max-width: none; overflow: visible; }
figure svg text { font-size: 11px; }
tr, li, figure, .legend, .scroll, .load { break-inside: avoid; }
@media (max-width: 38rem) {
  .measures thead th:not(:nth-child(2)) { display: none; }
  .measures thead th { grid-column: 1 / -1; }
  .measures tr { display: grid; grid-template-columns: minmax(0, 1fr) auto 3.1rem 2.9rem;
    column-gap: .5rem; padding: .2rem 0; }
  .measures th, .measures td { padding: 0; }
  .measures .factor { grid-column: 1 / -1; padding-top: .8rem; }
  .measures .plot { grid-column: 1 / -1; order: 9; width: auto; padding-top: .2rem; }
  .load tr { grid-template-columns: minmax(0, 1fr) auto; }
  .load .all > :not(.plot) { padding-bottom: 0; }
  .scroll { background:
    linear-gradient(to left, var(--page) 40%, transparent) right / 1.5rem 100% no-repeat local,
    linear-gradient(to left, var(--soft), transparent) right / .35rem 100% no-repeat; }
  .scroll table { font-size: .85rem; }
  .scroll thead th { white-space: normal; vertical-align: bottom; }
  .scroll tr > * + * { padding-left: .5rem; }
  .people tr { display: grid; grid-template-columns: 1fr auto; padding: .3rem 0; }
  .people td { padding: 0; }
  .people .who { grid-column: 1 / -1; order: -1; }
  figure svg text.third { font-size: 19px; } figure svg text.other { display: none; }
  figure svg text.third ~ text.third { transform: translateY(6px); }
}
@media print {
  :root { font-size: 9pt; }
  section { padding-top: 0; }
  h2 { margin-top: 1rem; }
  .load .all > * { padding-bottom: .3rem; }
  th, td { padding-top: .1rem; padding-bottom: .1rem; }
  .good, .late, .alarm { color: var(--ink); }
}
)css";

}  // namespace care

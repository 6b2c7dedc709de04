#pragma once

#include <string_view>

namespace care {

/// The colours of a page by day and by night: text stands out from it by 4.5:1, shapes by 3:1.
inline constexpr std::string_view page_colours = R"css(:root { color-scheme: light dark;
  --page: #fbfaf7; --ink: #23262b; --soft: #646a73; --line: #e3e0d8; --link: #1d5a96;
  --alarm: #b3261e; --late: #8a5200; --good: #2c6e49;
  --k0: #b3261e; --k1: #b9770f; --k2: #7a5ea8; --k3: #3f8f63; --k4: #6f8cab; }
@media (prefers-color-scheme: dark) { :root {
  --page: #17191d; --ink: #e5e3dd; --soft: #a0a6ae; --line: #30343b; --link: #8fbcf0;
  --alarm: #ff8f80; --late: #e6b455; --good: #84cfa3;
  --k0: #ef6f62; --k1: #e0ac4c; --k2: #a78bd6; --k3: #6fbf93; --k4: #6d8aa8; } }
)css";

/// How the HTML page looks: calm by day and by night, in columns like the terminal page where
/// there is room, and on A4 and Letter without a colour that costs ink.
inline constexpr std::string_view page_style =
    R"css(* { box-sizing: border-box; margin: 0; padding: 0; }
body { max-width: 52rem; margin: 0 auto; padding: 2.25rem 1.5rem 3rem; background: var(--page);
  color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial,
  sans-serif; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
header { display: grid; grid-template-columns: minmax(0, 1fr) fit-content(45%); column-gap: 1.5rem;
  align-items: baseline; }
h1 { position: relative; font-size: 1.45rem; line-height: 1.3; font-weight: 650;
  letter-spacing: -0.01em; }
.whose { color: var(--soft); text-align: right; }
.summary { grid-column: 1 / -1; margin-top: .15rem; font-size: 1.05rem; }
.quiet { color: var(--good); margin-top: .75rem; }
aside { margin-top: 1.25rem; padding: .6rem .9rem; border-left: 3px solid var(--late);
  font-size: .9rem; color: var(--soft); }
aside p { color: var(--late); }
ul { list-style: none; }
h2 { margin: 2.1rem 0 0; padding-bottom: .35rem; border-bottom: 1px solid var(--line);
  font-size: .8rem; font-weight: 700; letter-spacing: .09em; color: var(--soft); }
h2.alarm { color: var(--alarm); }
article { display: grid; grid-template-columns: 8rem minmax(0, 1fr); column-gap: 1rem;
  padding: 1rem 0 .95rem; border-bottom: 1px solid var(--line); break-inside: avoid; }
article:last-child { border-bottom: 0; }
article > div { display: grid; grid-template-columns: minmax(0, 1fr) fit-content(40%);
  column-gap: 1.25rem; align-items: baseline; }
article > div > * { grid-column: 1 / -1; }
article > div > h3 { grid-column: 1; }
article > div > .reach { grid-column: 2; }
.id { font: .82rem/1.8 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft); }
h3 { font-size: 1.06rem; font-weight: 650; line-height: 1.4; }
.marked h3 { position: relative; }
.mark { position: absolute; left: -.75em; color: var(--alarm); font-weight: 800; }
.reach { text-align: right; font-size: .95rem; }
.reason { display: grid; grid-template-columns: 7rem minmax(0, 1fr); column-gap: .5rem;
  align-items: baseline; margin-top: .3rem; }
.reason b { font-size: .76rem; font-weight: 700; letter-spacing: .06em; }
.reason.alarm b { color: var(--alarm); }
.reason.late b { color: var(--late); }
.reason .bare { grid-column: 1 / -1; font-size: .88rem; letter-spacing: 0; }
.bare { display: block; margin-top: 0; white-space: pre-wrap; }
.owner { color: var(--soft); font-size: .88rem; }
.detail { margin: .1rem 0 0 7.5rem; font-weight: 550; white-space: pre-wrap; }
.detail.owner { font-weight: 400; }
dl { display: grid; grid-template-columns: 7rem minmax(0, 1fr); column-gap: .5rem; row-gap: .1rem;
  margin-top: .35rem; font-size: .93rem; align-items: baseline; }
.days { grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); }
dt { color: var(--soft); font-size: .88rem; }
dd { white-space: pre-wrap; }
.first { margin-top: 1.1rem; }
.alone { margin-top: .5rem; }
.compact article { border-bottom: 0; padding: .35rem 0; }
.compact article:first-of-type { padding-top: .8rem; }
.compact h3 { font-size: 1rem; }
footer > p { margin-top: 1.6rem; color: var(--soft); font-size: .92rem; }
figure { break-inside: avoid; }
figure svg { display: block; width: 100%; max-width: 34rem; height: auto; margin-top: .7rem; }
svg text { font: 7.5px system-ui, sans-serif; fill: var(--soft); }
svg .n { font-size: 6.5px; text-anchor: middle; }
svg .t { stroke: var(--line); stroke-width: 1; fill: none; }
figcaption { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; margin-top: .3rem;
  font-size: .88rem; color: var(--soft); }
i { display: inline-block; width: .65em; height: .65em; margin-right: .4em; border-radius: 2px; }
.k0 { fill: var(--k0); background: var(--k0); } .k1 { fill: var(--k1); background: var(--k1); }
.k2 { fill: var(--k2); background: var(--k2); } .k3 { fill: var(--k3); background: var(--k3); }
.k4 { fill: var(--k4); background: var(--k4); }
@media (max-width: 38rem) {
  body { padding: 1.25rem 1.1rem 2rem; }
  header, article, article > div { display: block; }
  .whose { text-align: left; }
  h1 { font-size: 1.25rem; }
  .id { line-height: 1.3; }
  .reach { text-align: left; margin: .1rem 0 .2rem; }
  .reach a { display: inline-block; padding: .15rem 1rem .15rem 0; font-size: 1.05rem; }
  .reason { display: block; }
  .reason b { margin-right: .25rem; }
  .detail { margin-left: 0; }
  dl { grid-template-columns: 3.2rem minmax(0, 1fr); }
  .days { grid-template-columns: max-content minmax(0, 1fr); }
  svg text { font-size: 9.5px; }
  svg .n { font-size: 8px; }
}
@media print {
  :root { font-size: 9.5pt; color-scheme: light;
    --page: #fff; --ink: #000; --soft: #4a4a4a; --line: #c9c9c9;
    --link: #000; --alarm: #a11; --late: #6b3f00; --good: #000; --k0: #b3261e; --k1: #b9770f;
    --k2: #7a5ea8; --k3: #3f8f63; --k4: #6f8cab; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  h2 { break-after: avoid; margin-top: 1.3rem; }
  article { padding: .5rem 0; }
  figure svg { max-width: 26rem; }
  i, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@page { margin: 15mm 16mm; }
)css";

}  // namespace care

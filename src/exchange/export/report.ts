import { escapeXml } from '../xml.ts';

/** One part of the report; the sentences are ready, in the user's language. */
export interface ReportSection {
  heading: string;
  paragraphs?: readonly string[] | undefined;
  list?: readonly string[] | undefined;
  table?: { columns: readonly string[]; rows: readonly (readonly string[])[] } | undefined;
  /** Shares of a whole: `share` from 0 to 1, `text` what stands beside the bar. */
  bars?: readonly { label: string; share: number; text: string }[] | undefined;
}

export interface ReportContent {
  /** BCP 47, such as `de`. */
  language: string;
  title: string;
  subtitle?: string | undefined;
  /** What matters most, in large letters before everything else. */
  lead?: readonly string[] | undefined;
  sections: readonly ReportSection[];
  footer?: string | undefined;
}

/**
 * The strategic picture as one HTML page for reading and printing: no script, no address outside of it, all
 * words as text. The page forbids itself to load anything.
 */
export async function* writeReport(content: ReportContent): AsyncGenerator<string> {
  const { language, title, subtitle, lead = [], sections, footer } = content;
  yield `<!doctype html>\n<html lang="${escapeXml(language)}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<meta name="viewport" content="width=device-width">\n<title>${escapeXml(title)}</title>\n`;
  yield `<style>\n${STYLE}</style>\n</head>\n<body>\n<main>\n<header>\n${MARK}<h1>${escapeXml(title)}</h1>\n`;
  if (subtitle !== undefined) yield `<p class="subtitle">${escapeXml(subtitle)}</p>\n`;
  yield '</header>\n';
  if (lead.length > 0)
    yield `<div class="lead">\n${lead.map((text) => `<p>${escapeXml(text)}</p>`).join('\n')}\n</div>\n`;
  for (const section of sections) yield sectionOf(section);
  yield `</main>\n${footer === undefined ? '' : `<footer>${escapeXml(footer)}</footer>\n`}</body>\n</html>\n`;
}

/** Sentences first, then the picture, then what can be looked up. */
function sectionOf({ heading, paragraphs = [], list = [], table, bars = [] }: ReportSection): string {
  const parts = [`<h2>${escapeXml(heading)}</h2>`];
  for (const paragraph of paragraphs) parts.push(`<p>${escapeXml(paragraph)}</p>`);
  if (bars.length > 0) parts.push(`<dl class="bars">${bars.map(barOf).join('')}</dl>`);
  if (list.length > 0) parts.push(`<ul>${list.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`);
  if (table !== undefined) parts.push(tableOf(table));
  return `<section>\n${parts.join('\n')}\n</section>\n`;
}

function barOf({ label, share, text }: NonNullable<ReportSection['bars']>[number]): string {
  const percent = Math.round(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * 1000) / 10;
  return (
    `<div><dt>${escapeXml(label)}</dt><dd><span class="bar"><i style="width:${percent}%"></i></span>` +
    `<span class="value">${escapeXml(text)}</span></dd></div>`
  );
}

function tableOf({ columns, rows }: NonNullable<ReportSection['table']>): string {
  const head = columns.map((column) => `<th scope="col">${escapeXml(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${escapeXml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** The sign of the house: a sun over the horizon. */
const MARK =
  '<svg class="mark" viewBox="0 0 32 20" width="40" height="25" aria-hidden="true"><path d="M1 15.5 H31"/>' +
  '<path d="M9 15.5 a7 7 0 0 1 14 0"/><circle cx="16" cy="3" r="1.6"/></svg>\n';

/** The colours of the product's paper; white in print. Sizes in points, so that print and screen agree. */
const STYLE = `:root { color-scheme: light; --ink: #1b1f24; --muted: #59626d; --line: #e3e1da; --accent: #0b6e69; }
body { font: 10.5pt/1.5 system-ui, sans-serif; color: var(--ink); background: #fbfaf7; margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
main, footer { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.5rem 1rem; }
header { margin-bottom: 1.75rem; }
.mark { display: block; margin-bottom: .9rem; fill: none; stroke: var(--accent); stroke-width: 1.75; stroke-linecap: round; }
.mark circle { fill: var(--accent); stroke: none; }
h1 { font-size: 21pt; line-height: 1.2; letter-spacing: -.01em; font-weight: 650; margin: 0 0 .35rem; text-wrap: balance; }
h2 { font-size: 12pt; font-weight: 650; margin: 0 0 .5rem; break-after: avoid; }
p { margin: 0 0 .5rem; max-width: 66ch; text-wrap: pretty; }
.subtitle { color: var(--muted); }
.lead { margin-bottom: 2rem; }
.lead p { font-size: 13pt; line-height: 1.45; margin-bottom: .6rem; }
section { border-top: 1px solid var(--line); padding: 1.1rem 0 1.25rem; }
ul { margin: .5rem 0 0; padding: 0 0 0 1.1rem; }
li { margin: 0 0 .4rem; max-width: 68ch; text-wrap: pretty; }
li::marker { color: var(--accent); }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-size: 9pt; font-weight: 500; }
td:first-child { font-weight: 600; }
tr, li, .bars div { break-inside: avoid; }
thead { display: table-header-group; }
.bars { margin: .75rem 0; display: grid; gap: .35rem; }
.bars div { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 1rem; align-items: baseline; }
.bars dd { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr) 8.5rem; align-items: center; gap: .75rem; }
.value { color: var(--muted); font-size: 9.5pt; }
.bar { height: .5rem; border-radius: .25rem; background: var(--line); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--accent); }
.bar, .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
footer { color: var(--muted); font-size: 8.5pt; padding-top: 0; padding-bottom: 2.5rem; }
@page { margin: 18mm 16mm; }
@media print { body { background: #fff; } main, footer { max-width: none; padding: 0; } section { break-inside: auto; } }
@media (max-width: 36rem) { .bars div { grid-template-columns: 1fr; gap: .1rem; } }
`;

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
  const { language, title, subtitle, sections, footer } = content;
  yield `<!doctype html>\n<html lang="${escapeXml(language)}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<meta name="viewport" content="width=device-width">\n<title>${escapeXml(title)}</title>\n`;
  yield `<style>\n${STYLE}</style>\n</head>\n<body>\n<main>\n<h1>${escapeXml(title)}</h1>\n`;
  if (subtitle !== undefined) yield `<p class="subtitle">${escapeXml(subtitle)}</p>\n`;
  for (const section of sections) yield sectionOf(section);
  yield `</main>\n${footer === undefined ? '' : `<footer>${escapeXml(footer)}</footer>\n`}</body>\n</html>\n`;
}

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
    `${escapeXml(text)}</dd></div>`
  );
}

function tableOf({ columns, rows }: NonNullable<ReportSection['table']>): string {
  const head = columns.map((column) => `<th scope="col">${escapeXml(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const STYLE = `:root { color-scheme: light; }
body { font: 11pt/1.5 system-ui, sans-serif; color: #1c2430; background: #fff; margin: 0; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 13pt; margin: 2rem 0 .5rem; border-bottom: 1px solid #c9d1db; break-after: avoid; }
.subtitle, footer { color: #55606e; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid #e3e8ee; }
tr, li, dl div { break-inside: avoid; }
thead { display: table-header-group; }
.bars { margin: .5rem 0; }
.bars div { display: grid; grid-template-columns: 14rem 1fr; gap: .75rem; margin: .2rem 0; }
.bars dd { margin: 0; display: flex; align-items: center; gap: .6rem; }
.bar { flex: 1; height: .7rem; background: #e8edf2; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar i { display: block; height: 100%; background: #2b6c8f; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@page { margin: 18mm; }
@media print { main, footer { max-width: none; padding: 0; } }
`;

import type { Dice, Invented, Tongue } from './people.ts';

/** What is right for a page, written by who wrote the page, never by what the reader answers. */
export interface Truth {
  /** The person of the page; `null` when it is nobody's. */
  person: {
    name: string;
    /** Only what the page shows in a form that a reader can know; left out means not judged. */
    positions?: { title?: string; company?: string; start?: string; end?: string | null }[];
    education?: { school: string; degree?: string; end?: string }[];
    skills?: string[];
    languages?: { name: string; level?: string }[];
  } | null;
  /** The names that the picker must offer, in any order. */
  candidates?: string[];
}

export interface WrittenPage {
  url: string;
  html: string;
  truth: Truth;
}

/** One manner in which pages are built, by the public documentation of such themes; texts and people are invented. */
export interface Template {
  name: string;
  /** The reader was never tuned on it: only its totals were looked at. */
  heldOut: boolean;
  /** Scripts without capitals or Latin letters too. */
  scripts: boolean;
  write(person: Invented, dice: Dice, others: Invented[]): WrittenPage;
}

/** Text for HTML, quotes included. */
export function esc(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A whole document. */
export function page(
  { code }: Pick<Tongue, 'code'>,
  title: string,
  head: string,
  body: string,
  bodyClass = '',
): string {
  return `<!doctype html>
<html lang="${code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${esc(title)}</title>${head}</head>
<body${bodyClass === '' ? '' : ` class="${bodyClass}"`}>
${body}
</body></html>`;
}

/** `2019 – 2022`, `2020 - Present`: as pages of this language write it. */
export function span(start: string, end: string | null, { labels }: Tongue, dash = '–'): string {
  return `${start} ${dash} ${end ?? labels.present}`;
}

/** A script of linked data. */
export function linkedData(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** Menu, cookie note and footer as they stand around any page. */
export function chrome(dice: Dice, tongue: Tongue, owner: string): { header: string; footer: string } {
  const items = [tongue.labels.home, tongue.labels.about, tongue.labels.publications, tongue.labels.contact];
  const style = dice.pick(['nav', 'header', 'div']);
  const menu = `<ul>${items.map((item, at) => `<li><a href="/${at === 0 ? '' : `s${at}`}">${esc(item)}</a></li>`).join('')}</ul>`;
  return {
    header:
      style === 'div'
        ? `<div class="navbar"><nav>${menu}</nav></div>`
        : style === 'nav'
          ? `<nav class="menu">${menu}</nav>`
          : `<header><nav>${menu}</nav></header>`,
    footer: `<footer><p>© 2025 ${esc(owner)}</p><p>${dice.pick(['Powered by a static site generator', 'Impressum', 'Legal notice', 'Privacy'])}</p></footer>`,
  };
}

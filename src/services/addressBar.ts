import { whatMatched } from '../core/taxonomy/nameSearch.ts';
import { fold } from '../core/text/fold.ts';
import { escapeXml } from '../exchange/xml.ts';
import type { ContactRow } from '../messaging/protocol.ts';
import type { Background } from './background.ts';
import type { Platform } from './platform.ts';

const SUGGESTIONS = 6;

/** Search from the address bar: `wb`, a space, and words or parts of them. */
export function listenToAddressBar(background: Pick<Background, 'rows'>, platform: Platform): void {
  const { omnibox, tabs, runtime, i18n } = platform;
  if (omnibox === undefined) return;
  // Chromium reads descriptions as XML, Firefox as they are.
  const inXml = runtime.getURL('/').startsWith('chrome-extension:');
  /** What the browser shows of each suggestion, with the place of the dashboard that it leads to. */
  let shown = new Map<string, string>();
  omnibox.setDefaultSuggestion({ description: i18n.getMessage('omnibox_hint') });
  omnibox.onInputChanged.addListener((text, suggest) => {
    background.rows.search(text, SUGGESTIONS).then(
      ({ rows }) => {
        const language = i18n.getMessage('catalogue_language') === 'de' ? 'de' : 'en';
        const lines = suggestionsOf(rows, (row) => whatMatched(row, text, language)?.text);
        const people = lines.map(({ id, ...line }) => ({
          ...line,
          to: `contacts?${new URLSearchParams({ contact: id })}`,
        }));
        const company = companyOf(rows, text);
        const asked = i18n.getMessage('company_ask').replace('{company}', () => company ?? '');
        const found =
          company === null
            ? people
            : [
                ...people.slice(0, SUGGESTIONS - 1),
                { content: asked, description: asked, to: `company/${encodeURIComponent(company)}` },
              ];
        shown = new Map(found.map(({ content, to }) => [content, to]));
        suggest(
          found.map(({ content, description }) => ({
            content,
            description: inXml ? escapeXml(description).replace(/\p{Cc}/gu, ' ') : description,
          })),
        );
      },
      (error: unknown) => console.error(error),
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    const to = shown.get(text) ?? `contacts?${new URLSearchParams({ q: text })}`;
    const url = runtime.getURL(`/dashboard.html#/${to}`);
    const opened = disposition === 'currentTab' ? tabs.update({ url }) : tabs.create({ url });
    opened.catch((error: unknown) => console.error(error));
  });
}

/** The company of somebody who was found, when what is typed is the beginning of its name; `null` otherwise. */
export function companyOf(rows: readonly Pick<ContactRow, 'company'>[], typed: string): string | null {
  const begun = fold(typed);
  if (begun.length < COMPANY_FROM) return null;
  return rows.find(({ company }) => fold(company).startsWith(begun))?.company ?? null;
}

/** Letters from which what is typed may name a company. */
const COMPANY_FROM = 3;

/**
 * Each contact as a line, with what it was found by where the line does not say it; people of one name and place are
 * told apart by a number.
 */
export function suggestionsOf<Row extends Pick<ContactRow, 'id' | 'name' | 'title' | 'company' | 'place'>>(
  rows: readonly Row[],
  foundBy: (row: Row) => string | undefined = () => undefined,
): { id: string; content: string; description: string }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { id, name, title, company, place } = row;
    const by = foundBy(row);
    const parts = [name, title, company, place, by === place ? '' : (by ?? '')];
    const line = parts.filter((part) => part !== '').join(' · ');
    const times = (seen.get(line) ?? 0) + 1;
    seen.set(line, times);
    return { id, content: times === 1 ? line : `${line} (${times})`, description: line };
  });
}

import { whatMatched } from '../core/taxonomy/nameSearch.ts';
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
  /** What the browser shows of each suggestion, with whom it means. */
  let shown = new Map<string, string>();
  omnibox.setDefaultSuggestion({ description: i18n.getMessage('omnibox_hint') });
  omnibox.onInputChanged.addListener((text, suggest) => {
    background.rows.search(text, SUGGESTIONS).then(
      ({ rows }) => {
        const language = i18n.getMessage('catalogue_language') === 'de' ? 'de' : 'en';
        const found = suggestionsOf(rows, (row) => whatMatched(row, text, language)?.text);
        shown = new Map(found.map(({ content, id }) => [content, id]));
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
    const id = shown.get(text);
    const query = new URLSearchParams(id === undefined ? { q: text } : { contact: id });
    const url = runtime.getURL(`/dashboard.html#/contacts?${query}`);
    const opened = disposition === 'currentTab' ? tabs.update({ url }) : tabs.create({ url });
    opened.catch((error: unknown) => console.error(error));
  });
}

/** Each contact as a line, with what it was found by where the line does not say it; people of one name and place are told apart by a number. */
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

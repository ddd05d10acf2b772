import { currentLanguage, t } from '../../browser/text.ts';
import { whatMatched } from '../../core/taxonomy/nameSearch.ts';
import type { ContactRow } from '../../messaging/protocol.ts';

/** By what a search found somebody (`E-mail: …`), where name, title and company do not show it; else `null`. */
export function matchedWords(row: ContactRow, query: string): string | null {
  if (query === '') return null;
  const matched = whatMatched(row, query, currentLanguage());
  return matched === null ? null : t(`matched_${matched.field}`, { text: matched.text });
}

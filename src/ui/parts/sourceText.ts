import { formatDay, t } from '../../browser/text.ts';
import type { Contact } from '../../core/model/index.ts';
import { siteOf } from './siteOf.ts';

/** Where a contact comes from and when: a site, a file, or the user's own hand. */
export function sourceText({ source }: Pick<Contact, 'source'>): string {
  const day = formatDay(source.capturedAt);
  if (source.reader.startsWith('typed')) return t('savedTyped', { day });
  // Readers of pages have a version behind an @; formats of files have none.
  if (!source.reader.includes('@')) return t('savedImported', { day });
  return t('savedFrom', { site: siteOf(source.url), day });
}

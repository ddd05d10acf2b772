import { isLocal } from '../../core/merge/keys.ts';
import type { Contact } from '../../core/model/index.ts';
import { formatDay, t } from '../text.ts';
import { siteOf } from './siteOf.ts';

/** Where a contact comes from and when: a site, a file, or the user's own hand. */
export function sourceText({ source, profile }: Pick<Contact, 'source' | 'profile'>): string {
  const day = formatDay(source.capturedAt);
  if (source.reader.startsWith('typed')) return t('savedTyped', { day });
  // People of files have no page of their own; their address leads nowhere.
  if (isLocal(profile)) return t('savedImported', { day });
  return t('savedFrom', { site: siteOf(source.url), day });
}

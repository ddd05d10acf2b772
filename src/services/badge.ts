import type { ProfileKey, Reading } from '../core/model/index.ts';
import { keyText } from '../core/model/index.ts';
import { findContact } from '../storage/contacts.ts';
import type { Background } from './background.ts';
import type { Badge } from './environment.ts';
import { readSaved } from './read.ts';
import { bestFit } from './save.ts';

/** What the toolbar shows of a person's page, saved or not. */
export async function badgeFor(background: Background, key: ProfileKey | null): Promise<Badge> {
  if (key === null) return { state: 'none' };
  const contact = await findContact(await background.database, [keyText(key)]);
  return contact === undefined ? { state: 'unsaved' } : savedBadge(await readSaved(background, contact));
}

/** What the badge says of a saved contact: layer and best fit to a goal. */
export function savedBadge(reading: Reading): Badge {
  return { state: 'saved', fit: bestFit(reading), layer: reading.layer.value };
}

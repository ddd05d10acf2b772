import type { Upgrade } from '../schema.ts';

/**
 * The layout in which the user's lists, the boards of goals and what is put off are found without reading every
 * contact. Frozen. No contact of an earlier layout has any of them: the indexes begin empty.
 */
export function ownLists(transaction: Upgrade): void {
  const contacts = transaction.objectStore('contacts');
  for (const name of ['lists', 'boards', 'snoozed'] as const)
    contacts.createIndex(name, `own.${name}`, { multiEntry: true });
}

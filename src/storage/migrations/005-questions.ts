import type { Upgrade } from '../schema.ts';

/**
 * The fifth layout: names on pages that may mean several contacts wait as questions, found by each contact that they
 * are about. Frozen.
 */
export function questions({ db }: Upgrade): void {
  db.createObjectStore('questions', { keyPath: 'id' }).createIndex('people', 'people', { multiEntry: true });
}

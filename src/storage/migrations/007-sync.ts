import type { Upgrade } from '../schema.ts';

/**
 * The sixth layout: what keeps devices in step. Frozen. `registers` says of each record when which part of it was
 * written, and what is still to be sent; `files` which sealed files were read or written. Both stay empty until the
 * user sets it up.
 */
export function sync({ db }: Pick<Upgrade, 'db'>): void {
  const registers = db.createObjectStore('registers', { keyPath: 'key' });
  registers.createIndex('opens', 'opens', { multiEntry: true });
  registers.createIndex('into', 'into');
  registers.createIndex('waits', 'waits', { multiEntry: true });
  db.createObjectStore('files', { keyPath: 'name' });
}

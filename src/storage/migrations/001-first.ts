import type { Database } from '../schema.ts';

/** The first layout. Frozen: what changes later goes into a migration of its own. */
export function first(db: Database): void {
  // A unique index makes a second contact under the same key impossible, whatever runs at once.
  db.createObjectStore('contacts', { keyPath: 'id' }).createIndex('keys', 'keys', {
    multiEntry: true,
    unique: true,
  });
  db.createObjectStore('captures', { keyPath: ['contactId', 'at'] });
  db.createObjectStore('careers', { keyPath: 'contactId' });
  db.createObjectStore('goals', { keyPath: 'id' });
  db.createObjectStore('ties', { keyPath: ['from', 'to', 'kind'] }).createIndex('to', 'to');
  db.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true });
  db.createObjectStore('tombstones', { keyPath: 'hash' });
  db.createObjectStore('undo', { keyPath: 'id' });
  db.createObjectStore('state');
}

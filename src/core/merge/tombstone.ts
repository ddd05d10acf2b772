import type { Contact } from '../model/index.ts';
import { sha256 } from './sha256.ts';

/** One for all: hashes stay comparable after a restore on another machine, and they never leave the user's. */
const SALT = 'weitblick';

/**
 * What remains of a deleted person: one hash for each key and e-mail, so that an import does not bring
 * the person back, and nothing else.
 */
export function tombstoneHashes(person: Pick<Contact, 'keys' | 'emails'>, salt = SALT): string[] {
  return [...person.keys, ...person.emails.map((email) => `email:${email}`)].map((key) =>
    tombstoneHash(key, salt),
  );
}

/** Hash of one key (`site:id`) or `email:address`; 32 hexadecimal digits. */
export function tombstoneHash(key: string, salt = SALT): string {
  return sha256(`weitblick-tombstone\n${salt}\n${key}`).slice(0, 32);
}

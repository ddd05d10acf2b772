import type { Contact } from '../model/index.ts';
import { sha256 } from './sha256.ts';

/**
 * What remains of a deleted person: one hash for each key and e-mail, so that an import does not bring
 * the person back, and nothing else. `salt` is drawn once per installation and travels with the backup;
 * it keeps the hashes of two users from being compared.
 */
export function tombstoneHashes(person: Pick<Contact, 'keys' | 'emails'>, salt: string): string[] {
  return [...person.keys, ...person.emails.map((email) => `email:${email}`)].map((key) =>
    tombstoneHash(key, salt),
  );
}

/** Hash of one key (`site:id`) or `email:address`; 32 hexadecimal digits. */
export function tombstoneHash(key: string, salt: string): string {
  return sha256(`weitblick-tombstone\n${salt}\n${key}`).slice(0, 32);
}

import type { Contact, OwnWords, Profile, Provenance } from '../model/index.ts';
import { emailKey, profileKeys } from './keys.ts';

export interface NewContact {
  profile: Profile;
  provenance: Provenance;
  /** Version of the site reader (`linkedin@3`), or the import format. */
  reader: string;
  /** ISO 8601 instant in UTC. */
  now: string;
  /** When the words were right, if that was not now (the date of an archive). */
  capturedAt?: string;
  id: string;
  deviceId: string;
  /** Further keys under which the person is known. */
  keys?: readonly string[];
  emails?: readonly string[];
  own?: Partial<OwnWords>;
}

/** A new contact of what was read about a person; `rev` starts at 0. */
export function createContact(from: NewContact): Contact {
  const { profile, now } = from;
  return {
    id: from.id,
    keys: [...new Set([...profileKeys(profile), ...(from.keys ?? [])])],
    emails: uniqueEmails(from.emails ?? []),
    profile,
    provenance: from.provenance,
    own: { tags: [], log: [], edits: {}, ...from.own },
    events: [],
    source: {
      site: profile.key.site,
      url: profile.url,
      capturedAt: from.capturedAt ?? now,
      reader: from.reader,
    },
    createdAt: now,
    updatedAt: now,
    rev: 0,
    deviceId: from.deviceId,
  };
}

/** The addresses in comparable form, each once, what is none left out. */
export function uniqueEmails(emails: Iterable<string>): string[] {
  const keys = new Set<string>();
  for (const email of emails) {
    const key = emailKey(email);
    if (key !== null) keys.add(key);
  }
  return [...keys];
}

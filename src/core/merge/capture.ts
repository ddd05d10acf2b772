import type { Contact, ContactEvent, Profile, Provenance } from '../model/index.ts';
import { uniqueEmails } from './create.ts';
import { eventsOf } from './diff.ts';
import { effectiveProfile } from './effective.ts';
import { profileKeys } from './keys.ts';
import { fillProfile, mergeProfiles, mergeProvenance } from './profiles.ts';

/** A new reading of a person who is already saved. */
export interface CaptureOf {
  profile: Profile;
  provenance: Provenance;
  /** Version of the site reader (`linkedin@3`), or the import format. */
  reader: string;
  /** When the words were right, if that was not now (the date of an archive). */
  capturedAt?: string;
  /** Fields whose value may be wrong: they replace nothing that is known. */
  doubtful?: readonly string[] | undefined;
  keys?: readonly string[];
  emails?: readonly string[];
}

export interface MergeOptions {
  /** ISO 8601 instant in UTC. */
  now: string;
  deviceId: string;
  /** The reading is older than what is known: it fills gaps only, and is no news. */
  fillOnly?: boolean;
}

/** How many events of one contact are kept, newest last. */
export const EVENTS_KEPT = 200;

/**
 * The contact after a new reading, and what is new about the person. The captured profile is merged field by
 * field, keys are united, `rev` rises by one. The user's own words are never touched.
 */
export function mergeCapture(
  contact: Contact,
  capture: CaptureOf,
  { now, deviceId, fillOnly = false }: MergeOptions,
): { contact: Contact; events: ContactEvent[] } {
  const profile = fillOnly
    ? fillProfile(contact.profile, capture.profile)
    : mergeProfiles(contact.profile, capture.profile, capture.doubtful);
  const events = fillOnly ? [] : newsOf(contact, profile, now);
  const provenance = fillOnly
    ? mergeProvenance(capture.provenance, contact.provenance, contact.profile)
    : mergeProvenance(contact.provenance, sureOf(contact, capture), capture.profile);
  return {
    contact: {
      ...contact,
      keys: [...new Set([...contact.keys, ...profileKeys(capture.profile), ...(capture.keys ?? [])])],
      emails: uniqueEmails([...contact.emails, ...(capture.emails ?? [])]),
      profile,
      provenance,
      events: [...contact.events, ...events].slice(-EVENTS_KEPT),
      source: fillOnly
        ? contact.source
        : {
            site: profile.key.site,
            url: capture.profile.url,
            capturedAt: capture.capturedAt ?? now,
            reader: capture.reader,
          },
      updatedAt: now,
      rev: contact.rev + 1,
      deviceId,
    },
    events,
  };
}

/** What the reading says anew of the person: neither what pages said before, nor what the user has typed already. */
function newsOf(contact: Contact, profile: Profile, now: string): ContactEvent[] {
  const read = new Set(eventsOf(contact.profile, profile, now).map(({ kind }) => kind));
  return eventsOf(effectiveProfile(contact), profile, now).filter(({ kind }) => read.has(kind));
}

/** The sources of a reading without those of guesses that replaced nothing. */
function sureOf({ profile }: Contact, { provenance, doubtful = [] }: CaptureOf): Provenance {
  const isKnown = (field: string) => {
    const value: unknown = Object.hasOwn(profile, field) ? Reflect.get(profile, field) : undefined;
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  };
  return Object.fromEntries(
    Object.entries(provenance).filter(([field]) => !(doubtful.includes(field) && isKnown(field))),
  );
}

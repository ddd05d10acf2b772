import { effectiveProfile, localIdentity } from '../../core/merge/index.ts';
import type { Contact, OwnWords, Profile, Redaction, Tie } from '../../core/model/index.ts';
import { companyKey } from '../../core/text/companies.ts';
import { fold } from '../../core/text/fold.ts';

export interface Redactor {
  contact(contact: Contact): Contact;
  /** `null` when the tie says more than is to go out, or leads to somebody who does not go out. */
  tie(tie: Tie): Tie | null;
}

/**
 * Takes out of contacts and ties what the mode keeps back. `functionOf` gives a neutral name for what
 * somebody does; without it a pseudonymised contact has no title, because titles name people.
 */
export function redactor(mode: Redaction, functionOf?: (contact: Contact) => string | undefined): Redactor {
  if (mode === 'full') return { contact: (contact) => contact, tie: (tie) => tie };
  if (mode === 'withoutNotes') return { contact: withoutNotes, tie: (tie) => tie };
  const people = new Numbers();
  const companies = new Numbers();
  const schools = new Numbers();
  return {
    contact: (contact) => pseudonymise(contact, people, companies, schools, functionOf?.(contact)),
    tie: ({ from, to, kind, strength, messages }) => {
      const end = (id: string) => (id === 'me' ? id : pseudonym(people.of(id)));
      return {
        from: end(from),
        to: end(to),
        kind,
        ...(strength !== undefined && { strength }),
        ...(messages !== undefined && { messages }),
      };
    },
  };
}

/** What the user wrote for nobody else's eyes. */
const PRIVATE: ReadonlySet<string> = new Set([
  'note',
  'nextStep',
  'looksFor',
  'offer',
  'log',
  'birthday',
  'lists',
  'boards',
  'snoozed',
] satisfies (keyof OwnWords)[]);

function withoutNotes(contact: Contact): Contact {
  const kept = Object.entries(contact.own).filter(([name]) => !PRIVATE.has(name));
  return {
    ...contact,
    own: { ...Object.fromEntries(kept), tags: contact.own.tags, log: [], edits: contact.own.edits },
  };
}

function pseudonymise(
  contact: Contact,
  people: Numbers,
  companies: Numbers,
  schools: Numbers,
  title: string | undefined,
): Contact {
  const profile = effectiveProfile(contact);
  const id = pseudonym(people.of(contact.id));
  const { country } = profile.location ?? {};
  const hidden: Profile = {
    ...localIdentity(id),
    name: { full: id },
    positions: profile.positions.map(({ company, start, end }, index) => ({
      ...(index === 0 && title !== undefined && { title }),
      ...(company !== undefined && { company: `Company ${companies.of(companyKey(company))}` }),
      ...(start !== undefined && { start: start.slice(0, 4) }),
      ...(end !== undefined && { end: end === null ? null : end.slice(0, 4) }),
    })),
    education: profile.education.map(({ school, start, end }) => ({
      school: `School ${schools.of(fold(school))}`,
      ...(start !== undefined && { start: start.slice(0, 4) }),
      ...(end !== undefined && { end: end === null ? null : end.slice(0, 4) }),
    })),
    skills: [],
    languages: [],
    ...(country !== undefined && { location: { text: country, country } }),
    ...(profile.industry !== undefined && { industry: profile.industry }),
  };
  const { layer, isco4, nace2, seniority, hub } = contact.own;
  const own: OwnWords = {
    tags: [],
    log: [],
    edits: {},
    ...(layer !== undefined && { layer }),
    ...(isco4 !== undefined && { isco4 }),
    ...(nace2 !== undefined && { nace2 }),
    ...(seniority !== undefined && { seniority }),
    ...(hub !== undefined && { hub }),
  };
  const day = `${contact.createdAt.slice(0, 4)}-01-01T00:00:00.000Z`;
  return {
    id,
    keys: [],
    emails: [],
    profile: hidden,
    provenance: {},
    own,
    events: [],
    source: { site: hidden.key.site, url: hidden.url, capturedAt: day, reader: 'pseudonymised' },
    createdAt: day,
    updatedAt: day,
    rev: 0,
    deviceId: 'pseudonymised',
  };
}

function pseudonym(number: number): string {
  return `Person ${number}`;
}

/** Numbers in the order of asking; the same thing has the same number. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(thing: string): number {
    const number = this.#numbers.get(thing) ?? this.#numbers.size + 1;
    this.#numbers.set(thing, number);
    return number;
  }
}

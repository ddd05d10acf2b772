import fc from 'fast-check';
import { createContact, localIdentity } from '../../src/core/merge/index.ts';
import {
  BACKUP_VERSION,
  type Backup,
  type Contact,
  type Education,
  LOG_KINDS,
  type OwnWords,
  type Position,
  type Profile,
  Settings,
  type Tie,
} from '../../src/core/model/index.ts';

export const NOW = '2026-11-24T10:00:00.000Z';

/** Texts that files trip over: separators, quotes, formulas, escapes, scripts, emoji. */
const AWKWARD = [
  'Müller, Söhne & Co.; KG',
  '=HYPERLINK("http://x.example","y")',
  '+49 30 123',
  '-1',
  '@SUM(A1)',
  "'=1",
  "''quoted",
  'say "hi"',
  'a\\b\\nc',
  'a;b:c|d',
  '<script>alert(1)</script>',
  ']]>&amp;',
  '日本語の名前',
  'محمد',
  '👩‍💻 Ada',
  'BEGIN:VCARD',
  'x: y',
  '– |',
  '\\',
  ';',
  '^n^^',
] as const;

/** One line of text as the model holds it: no control characters, white space collapsed, not empty. */
export const lineText = fc
  .oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' }),
  )
  .map((text) => text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
  .filter((text) => text !== '');

const manyLines = fc.array(lineText, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

const month = fc
  .tuple(fc.integer({ min: 1950, max: 2030 }), fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }))
  .map(([year, m]) => (m === undefined ? `${year}` : `${year}-${String(m).padStart(2, '0')}`));

const day = fc
  .tuple(
    fc.integer({ min: 2000, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

/** An object whose optional parts may be absent, never `undefined`. */
function partial<Whole extends object>(parts: { [Key in keyof Whole]: fc.Arbitrary<Whole[Key]> }) {
  return fc.record(parts, { requiredKeys: [] });
}

const current: fc.Arbitrary<Position> = fc
  .tuple(
    lineText,
    partial<{ company: string; start: string; location: string }>({
      company: lineText,
      start: month,
      location: lineText,
    }),
  )
  .map(([title, rest]) => ({ title, ...rest, end: null }));

const earlier: fc.Arbitrary<Position> = fc
  .tuple(
    lineText,
    partial<{ title: string; location: string }>({ title: lineText, location: lineText }),
    fc.tuple(month, month),
  )
  .map(([company, rest, [start, end]]) => ({ company, ...rest, start, end }));

const education: fc.Arbitrary<Education> = fc
  .tuple(
    lineText,
    partial<{ degree: string; field: string; start: string }>({
      degree: lineText,
      field: lineText,
      start: month,
    }),
  )
  .map(([school, rest]) => ({ school, ...rest }));

const tags = fc.uniqueArray(
  lineText
    .map((text) =>
      text
        .slice(0, 60)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim(),
    )
    .filter((text) => text !== ''),
  { maxLength: 4 },
);

const own: fc.Arbitrary<OwnWords> = fc
  .tuple(
    partial<
      Pick<
        Required<OwnWords>,
        'note' | 'layer' | 'isco4' | 'nace2' | 'seniority' | 'hub' | 'nextStep' | 'rhythmDays' | 'birthday'
      >
    >({
      note: manyLines,
      layer: fc.constantFrom('operational', 'personal', 'strategic'),
      isco4: fc.constantFrom('2511', '1212'),
      nace2: fc.constantFrom('62', '86'),
      seniority: fc.constantFrom('senior', 'executive'),
      hub: fc.boolean(),
      nextStep: fc
        .tuple(lineText, fc.option(day, { nil: undefined }))
        .map(([text, due]) => ({ text, ...(due && { due }) })),
      rhythmDays: fc.integer({ min: 1, max: 400 }),
      birthday: fc.constantFrom('1984-02-29', '--02-29', '1990-12-01', '--05-04'),
    }),
    tags,
    fc.array(
      fc
        .tuple(
          fc.record({ day, text: lineText }),
          fc.option(fc.constantFrom(...LOG_KINDS), { nil: undefined }),
        )
        .map(([entry, kind]) => ({ ...entry, ...(kind && { kind }) })),
      { maxLength: 3 },
    ),
  )
  .map(([parts, ownTags, log]) => ({ ...parts, tags: ownTags, log, edits: {} }));

const slug = fc.stringMatching(/^[a-z]{3,10}-[0-9a-f]{4,8}$/);

const identity: fc.Arbitrary<Pick<Profile, 'key' | 'url'>> = fc.oneof(
  slug.map((id) => ({ key: { site: 'linkedin', id }, url: `https://www.linkedin.com/in/${id}/` })),
  slug.map((id) => ({ key: { site: 'github', id }, url: `https://github.com/${id}` })),
  slug.map(localIdentity),
);

export const profile: fc.Arbitrary<Profile> = fc
  .record({
    identity,
    name: fc.tuple(
      lineText,
      partial<{ given: string; family: string }>({ given: lineText, family: lineText }),
    ),
    positions: fc.tuple(fc.option(current, { nil: undefined }), fc.array(earlier, { maxLength: 3 })),
    education: fc.array(education, { maxLength: 2 }),
    skills: fc.uniqueArray(lineText, { maxLength: 4 }),
    languages: fc.uniqueArray(fc.tuple(lineText, fc.option(lineText, { nil: undefined })), {
      maxLength: 2,
      selector: ([name]) => name,
    }),
    rest: partial<
      Pick<Required<Profile>, 'headline' | 'about' | 'industry' | 'connections' | 'degree' | 'location'>
    >({
      headline: lineText,
      about: manyLines,
      industry: lineText,
      connections: fc.integer({ min: 0, max: 30_000 }),
      degree: fc.constantFrom(1 as const, 2 as const, 3 as const),
      location: fc
        .tuple(
          lineText,
          partial<{ city: string; region: string; country: string }>({
            city: lineText,
            region: lineText,
            country: fc.constantFrom('DE', 'US'),
          }),
        )
        .map(([text, parts]) => ({ text, ...parts })),
    }),
    links: fc.uniqueArray(
      slug.map((id) => `https://${id}.example/page`),
      { maxLength: 2 },
    ),
  })
  .map(
    ({ identity: who, name: [full, parts], positions: [now, before], languages, rest, links, ...lists }) => ({
      ...who,
      name: { full, ...parts },
      positions: now === undefined ? before : [now, ...before],
      ...lists,
      languages: languages.map(([name, level]) => ({ name, ...(level !== undefined && { level }) })),
      ...rest,
      ...(links.length > 0 && { links }),
    }),
  );

let count = 0;

export const contact: fc.Arbitrary<Contact> = fc
  .record({
    profile,
    own,
    emails: fc.uniqueArray(
      slug.map((id) => `${id}@mail.example`),
      { maxLength: 2 },
    ),
  })
  .map(({ profile: who, own: words, emails }) => {
    count += 1;
    return createContact({
      profile: who,
      provenance: { name: 'card' },
      reader: 'linkedin@1',
      now: NOW,
      id: `c${count}`,
      deviceId: 'device',
      emails,
      own: words,
    });
  });

export const tieTo = (id: string): fc.Arbitrary<Tie> =>
  partial<Pick<Required<Tie>, 'strength' | 'label' | 'connectedOn' | 'lastContact' | 'messages' | 'since'>>({
    strength: fc.constantFrom('weak', 'moderate', 'strong'),
    label: fc.constantFrom('dayToDay', 'personal'),
    connectedOn: day,
    lastContact: day,
    messages: fc.integer({ min: 0, max: 500 }),
    since: month,
  }).map((parts) => ({ from: 'me', to: id, kind: 'knows' as const, ...parts }));

/** Contacts of different persons, each with a tie to the user. */
export const network: fc.Arbitrary<{ contacts: Contact[]; ties: Tie[] }> = fc
  .uniqueArray(contact, { maxLength: 6, selector: ({ keys }) => keys[0] })
  .chain((contacts) => fc.tuple(...contacts.map(({ id }) => tieTo(id))).map((ties) => ({ contacts, ties })));

/** What a backup holds besides the present state: captured pages and hashes of deleted persons. */
export const historyOf = (contacts: readonly Contact[]) =>
  partial<Pick<Required<Backup>, 'captures' | 'tombstones'>>({
    captures: fc.constant(
      contacts.map(({ id: contactId, profile: read, source: { url, reader }, provenance }) => ({
        contactId,
        at: NOW,
        url,
        reader,
        profile: read,
        provenance,
      })),
    ),
    tombstones: fc.array(
      fc.record({
        hash: fc.stringMatching(/^[0-9a-f]{32}$/),
        contactId: slug,
        at: fc.constant(NOW),
      }),
      { maxLength: 3 },
    ),
  });

export function backupOf({ contacts, ties }: { contacts: Contact[]; ties: Tie[] }): Backup {
  return {
    format: 'weitblick',
    version: BACKUP_VERSION,
    exportedAt: NOW,
    me: { name: 'Mia Muster', positions: [], education: [], skills: [], languages: [] },
    goals: [],
    contacts,
    ties,
    settings: Settings.parse({}),
  };
}

/** A contact of a few words, for examples. */
export function someone(name: string, parts: Partial<Profile> & { id?: string } = {}): Contact {
  const { id = name.toLowerCase().replace(/\W+/g, '-'), ...profileParts } = parts;
  return createContact({
    profile: {
      key: { site: 'linkedin', id },
      url: `https://www.linkedin.com/in/${id}/`,
      name: { full: name },
      positions: [],
      education: [],
      skills: [],
      languages: [],
      ...profileParts,
    },
    provenance: {},
    reader: 'linkedin@1',
    now: NOW,
    id,
    deviceId: 'device',
  });
}

/** All pieces of an export as one text. */
export async function textOf(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of pieces)
    text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  return text;
}

export async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces)
    parts.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function file(name: string, content: string | Uint8Array, modified?: string) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return modified === undefined ? { name, bytes } : { name, bytes, modified };
}

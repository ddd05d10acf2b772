import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Backup } from '../../src/core/model/index.ts';
import { applyPlan } from '../../src/exchange/apply.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { planImport } from '../../src/exchange/plan.ts';
import { backupOf, file, NOW } from './people.ts';

/* Whatever a card or a résumé says, what becomes of it is a state that can be backed up and restored. */

const long = fc.constantFrom(501, 2_001, 10_001, 21_000).map((length) => 'ü'.repeat(length));
const text = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Runa Feld',
      'Moos AG',
      'Bern',
      'UK',
      'XX',
      '0000-00-00',
      '2024-13',
      'Present',
      'jo@moos.example',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'https://www.linkedin.com/in/runa-🚀/',
      'https://moos.example/a b',
      'javascript:alert(1)',
      'http://',
      'x-apple:jo',
    ),
  },
  { weight: 2, arbitrary: long },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u0000', '\ud83d', '\u202e', 'a\nb', ';;;;;;', '__proto__', 'constructor'),
  },
);
const nothing = fc.constantFrom(null, 0, 999_999, true, [], {});
const loose = fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: nothing });
const many = (one: fc.Arbitrary<unknown>) => fc.array(one, { maxLength: 4 });
const record = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] });
const map = (one: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), one, { maxKeys: 3 });

const properties =
  'FN N NICKNAME ORG TITLE ROLE EMAIL URL ADR NOTE CATEGORIES EXPERTISE UID REV KIND X-SOCIALPROFILE X-ABSHOWAS TEL'.split(
    ' ',
  );
const parameters = [
  '',
  ';TYPE=work,pref',
  ';CHARSET=Shift_JIS',
  ';ENCODING=QUOTED-PRINTABLE',
  ';PREF=1',
  ';ENCODING=b',
  ';CC=uk',
];
const vcard = fc
  .array(fc.tuple(fc.constantFrom(...properties), fc.constantFrom(...parameters), text), { maxLength: 12 })
  .map((lines) =>
    [
      'BEGIN:VCARD',
      'FN:Runa Feld',
      ...lines.map(([name, of, value]) => `${name}${of}:${value.replace(/[\r\n]/g, ' ')}`),
      'END:VCARD',
    ].join('\r\n'),
  );
const ownUid = fc
  .tuple(vcard, text)
  .map(([card, id]) => card.replace('FN:', `UID:weitblick:${id.replace(/[\r\n]/g, '')}\r\nFN:`));

const jscontact = record({
  uid: loose,
  kind: loose,
  updated: loose,
  name: record({
    full: loose,
    components: many(record({ kind: fc.constantFrom('given', 'surname'), value: loose })),
  }),
  organizations: map(record({ name: loose, units: many(record({ name: loose })) })),
  titles: map(record({ name: loose, organizationId: loose })),
  emails: map(record({ address: loose, pref: nothing })),
  onlineServices: map(record({ service: loose, user: loose, uri: loose })),
  addresses: map(
    record({
      full: loose,
      countryCode: loose,
      components: many(record({ kind: fc.constantFrom('locality', 'region', 'country'), value: loose })),
    }),
  ),
  notes: map(record({ note: loose })),
  keywords: map(fc.constant(true)),
  personalInfo: map(record({ kind: fc.constant('expertise'), value: loose })),
}).map((card) => ({ '@type': 'Card', ...card }));

const work = record({
  name: loose,
  company: loose,
  position: loose,
  url: loose,
  startDate: loose,
  endDate: loose,
  date: loose,
  period: loose,
  location: loose,
  summary: loose,
  highlights: many(loose),
});
const school = record({
  institution: loose,
  school: loose,
  studyType: loose,
  area: loose,
  startDate: loose,
  endDate: loose,
  date: loose,
});
const basics = record({
  label: loose,
  headline: loose,
  email: loose,
  url: loose,
  summary: loose,
  location: fc.oneof(loose, record({ city: loose, region: loose, countryCode: loose, address: loose })),
  profiles: many(record({ network: loose, username: loose, url: loose })),
}).map((parts) => ({ name: 'Runa Feld', ...parts }));
const items = (one: fc.Arbitrary<unknown>) => record({ items: many(one) });
const language = record({ language: loose, name: loose, fluency: loose, level: loose });
const skill = record({ name: loose, keywords: many(loose) });
const resume = record({
  basics,
  work: many(work),
  education: many(school),
  skills: many(skill),
  languages: many(language),
});
const reactive = record({
  sections: record({
    experience: items(work),
    education: items(school),
    skills: items(skill),
    languages: items(language),
    profiles: items(loose),
  }),
}).chain((rest) => basics.map((of) => ({ basics: of, ...rest })));
const fresh = record({
  info: record({ label: loose, brief: loose }),
  location: loose,
  employment: record({ history: many(work) }),
  education: record({ history: many(school) }),
  skills: record({ list: many(skill) }),
  languages: many(language),
}).map((rest) => ({ name: 'Runa Feld', meta: { format: 'FRESH@1' }, ...rest }));

const json = (value: fc.Arbitrary<unknown>) => value.map((it) => JSON.stringify(it));

it.each([
  ['vCards', vcard],
  ['our own vCards, or what says it is', ownUid],
  ['JSContact', json(many(jscontact))],
  ['JSON Resume', json(resume)],
  ['Reactive Resume', json(reactive)],
  ['FRESH', json(fresh)],
])('whatever stands in %s, what is imported makes a backup that is read again', async (_, content) => {
  let imported = 0;
  await fc.assert(
    fc.asyncProperty(content, async (written) => {
      const parsed = await parseFiles([file('any', written)]);
      const start = { ...backupOf({ contacts: [], ties: [] }), me: null };
      const plan = planImport([], parsed, {
        now: NOW,
        deviceId: 'd',
        newId: ({ keys }) => `c${keys[0]?.length}`,
      });
      const result = applyPlan(start, plan, { me: true, goals: [] });
      imported += result.contacts.length;
      const checked = Backup.safeParse(result);
      expect(checked.error?.issues ?? []).toEqual([]);
      const again = await parseFiles([file('backup.json', JSON.stringify(result))]);
      expect(again.fileErrors).toEqual([]);
      expect(again.backups[0]).toMatchObject({ contacts: JSON.parse(JSON.stringify(result.contacts)) });
    }),
    { seed: 5, numRuns: 150 },
  );
  // A test of nobody would hold nothing.
  expect(imported).toBeGreaterThan(50);
});

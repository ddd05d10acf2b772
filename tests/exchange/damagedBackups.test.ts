import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tombstoneHashes } from '../../src/core/merge/index.ts';
import { Backup, type LeftOut, Settings } from '../../src/core/model/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { makeContact, makeGoal, makeMe, NOW } from '../make.ts';

const contacts = ['a', 'b', 'c'].map((id) => makeContact({ key: { site: 'web', id } }, id));
const whole: Backup = {
  format: 'weitblick',
  version: 1,
  exportedAt: NOW,
  me: makeMe(),
  goals: [makeGoal(), makeGoal({}, { id: 'g2' })],
  contacts,
  ties: [
    { from: 'me', to: 'a', kind: 'knows' },
    { from: 'a', to: 'b', kind: 'introduced' },
    { from: 'b', to: 'c', kind: 'knows' },
  ],
  questions: [
    { subject: 'b', candidates: ['a', 'c'], source: { relation: 'coauthor', on: '2026-11-03' } },
    { subject: 'c', candidates: ['b'], source: { relation: 'follows', on: '2026-11-03' }, answer: 'no' },
  ],
  settings: Settings.parse({ quiet: true }),
  captures: contacts.map(({ id, profile, source: { url } }) => ({
    contactId: id,
    at: NOW,
    url,
    reader: 'web@1',
    profile,
    provenance: {},
  })),
  tombstones: tombstoneHashes(makeContact({ key: { site: 'web', id: 'gone' } })).map((hash) => ({
    hash,
    contactId: 'gone',
    at: NOW,
  })),
};

async function read(change: (backup: Record<string, unknown>) => void) {
  const backup = JSON.parse(JSON.stringify(whole)) as Record<string, unknown>;
  change(backup);
  const bytes = new TextEncoder().encode(JSON.stringify(backup));
  const { backups, fileErrors, damaged } = await parseFiles([{ name: 'b.json', bytes }]);
  return { backup: backups[0], fileErrors, damaged };
}

/** Damages one item of a list. */
const spoil =
  (list: string, at: number, value: unknown = null) =>
  (backup: Record<string, unknown>) => {
    (backup[list] as unknown[])[at] = value;
  };

/** Puts something in place of a part. */
const put = (part: string, value: unknown) => (backup: Record<string, unknown>) => {
  backup[part] = value;
};

it('says nothing of a whole one', async () => {
  expect(await read(() => {})).toEqual({ backup: whole, fileErrors: [], damaged: {} });
});

describe('a backup with one part damaged comes back without it', () => {
  it.each<
    [string, (backup: Record<string, unknown>) => void, LeftOut, Partial<Record<keyof Backup, number>>]
  >([
    ['a captured page', spoil('captures', 1, { contactId: 'b', at: 'x' }), { captures: 1 }, { captures: 2 }],
    ['a tombstone', spoil('tombstones', 0, { hash: 'x' }), { tombstones: 1 }, { tombstones: 0 }],
    ['a goal', spoil('goals', 0, { id: 'g1' }), { goals: 1 }, { goals: 1 }],
    ['a tie', spoil('ties', 1, { from: 'a' }), { ties: 1 }, { ties: 2 }],
    [
      'a question',
      spoil('questions', 0, { subject: 'b', candidates: [] }),
      { questions: 1 },
      { questions: 1 },
    ],
    [
      'a contact, whose ties and pages go with it',
      spoil('contacts', 0, { id: 'a' }),
      { contacts: 1, ties: 2, questions: 1, captures: 1 },
      { contacts: 2, ties: 1, questions: 1, captures: 2 },
    ],
    [
      'a field of a contact',
      spoil('contacts', 0, { ...contacts[0], profile: { ...contacts[0]?.profile, degree: 9 } }),
      { fields: 1 },
      { contacts: 3, ties: 3, captures: 3 },
    ],
    [
      'what the program notes of a contact',
      spoil('contacts', 0, { ...contacts[0], updatedAt: 'yesterday', rev: -1 }),
      { fields: 1 },
      { contacts: 3, ties: 3, captures: 3 },
    ],
  ])('%s', async (_, change, damaged, left) => {
    const answer = await read(change);
    expect(answer.fileErrors).toEqual([]);
    expect(answer.damaged).toEqual(damaged);
    expect(Backup.safeParse(answer.backup).success).toBe(true);
    for (const [list, count] of Object.entries(left))
      expect(answer.backup?.[list as 'goals'], list).toHaveLength(count);
    expect(answer.backup?.settings.quiet).toBe(true);
    expect(answer.backup?.me).toEqual(whole.me);
  });

  it.each<[string, (backup: Record<string, unknown>) => void, LeftOut]>([
    ['the own profile', put('me', 7), { me: 1 }],
    ['a setting', put('settings', { quiet: true, language: 'xx' }), { settings: 1 }],
    ['all settings', put('settings', 7), { settings: 1 }],
  ])('%s', async (_, change, damaged) => {
    const answer = await read(change);
    expect(answer.damaged).toEqual(damaged);
    expect(answer.backup?.contacts).toEqual(contacts);
    expect(Backup.safeParse(answer.backup).success).toBe(true);
  });
});

it.each<[string, (backup: Record<string, unknown>) => void, string]>([
  ['no list of contacts', put('contacts', {}), 'contacts'],
  ['not one whole contact', put('contacts', [{ id: 'a' }, 7]), 'contacts.0'],
  ['no day', put('exportedAt', 'today'), 'exportedAt'],
])(
  'refuses as a whole what has %s: it would put nothing in place of everything',
  async (_, change, place) => {
    const { backup, fileErrors } = await read(change);
    expect(backup).toBeUndefined();
    expect(fileErrors).toMatchObject([{ kind: 'damagedBackup' }]);
    expect(String(fileErrors[0]?.values.place)).toContain(place);
  },
);

it('whatever stands in place of one item, every other is as it was', async () => {
  const list = fc.constantFrom('contacts', 'captures', 'ties', 'goals', 'tombstones');
  await fc.assert(
    fc.asyncProperty(list, fc.jsonValue({ maxDepth: 2 }), async (name, value) => {
      const { backup, damaged } = await read(spoil(name, 0, value));
      expect(damaged?.[name as 'ties']).toBe(1);
      const known = whole[name as 'ties'] ?? [];
      const gone = name === 'contacts' ? new Set(['a']) : new Set<string>();
      expect(backup?.[name as 'ties']).toEqual(known.slice(1));
      expect(backup?.ties).toEqual(
        whole.ties.filter(
          (tie, i) => !(name === 'ties' && i === 0) && !gone.has(tie.from) && !gone.has(tie.to),
        ),
      );
    }),
    { seed: 9, numRuns: 60 },
  );
});

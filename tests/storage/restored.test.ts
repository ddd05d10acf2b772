import { expect, it } from 'vitest';
import { tombstoneHashes } from '../../src/core/merge/index.ts';
import type { Backup, TieQuestion } from '../../src/core/model/index.ts';
import {
  capturePages,
  heldBackup,
  restoreBackup,
  sampleCaptures,
  sampleContacts,
} from '../../src/storage/backup.ts';
import type { Database } from '../../src/storage/schema.ts';
import { getState, putState } from '../../src/storage/state.ts';
import { backupOf } from '../exchange/people.ts';
import { makeContact, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const person = (id: string) => makeContact({ key: { site: 'web', id }, name: { full: id } }, id);
const captureOf = (contactId: string, at = NOW) => ({
  contactId,
  at,
  url: 'https://example.org/a',
  reader: 'r@1',
  profile: person(contactId).profile,
  provenance: {},
});
const asking = (subject: string, ...candidates: string[]): TieQuestion => ({
  subject,
  candidates,
  source: { relation: 'colleague', site: 'web', url: 'https://example.org/a', on: '2026-11-24' },
});
const backup = (more: Partial<Backup> = {}): Backup => ({
  ...backupOf({
    contacts: ['ada', 'bea', 'cem'].map(person),
    ties: [{ from: 'ada', to: 'bea', kind: 'knows' }],
  }),
  ...more,
});

async function open() {
  const { environment } = makeEnvironment();
  const db = await environment.database;
  const commits: { replaced: boolean; forgotten: boolean; revision: number }[] = [];
  const world = {
    ...environment.world,
    wrote: ({ replaced, forgotten, revision }: (typeof commits)[number]) =>
      void commits.push({ replaced, forgotten, revision }),
  };
  const restore = async (given: Backup, onPart?: (written: number, of: number) => void) =>
    restoreBackup(db, world, heldBackup(given), onPart);
  return { db, commits, restore };
}

/** Something in every place that a restore takes away. */
async function fill(db: Database): Promise<void> {
  await putState(db, 'drafts', [{ kind: 'note', subject: 'x', text: 'typed', at: NOW }]);
  await putState(db, 'analysis', 'of before' as never);
  await putState(db, 'openSegment', { segment: 7, count: 1 });
  await putState(db, 'packedChanges', 7 as never);
  await putState(db, 'months', [] as never);
  await putState(db, 'me', makeMe());
  await putState(db, 'remindedOn', '2026-11-24');
  await putState(db, 'backup', { at: NOW, seq: 3 });
  await db.put('undo', {
    id: 'step',
    at: NOW,
    label: '',
    created: [],
    before: [],
    ties: { before: [], created: [] },
  });
  await db.put('pending', { id: 'waits' });
  await db.put('captures', captureOf('gone'));
  await db.put('goals', makeGoal({}, { id: 'old' }));
  await db.put('contacts', person('gone'));
  await db.put('ties', { from: 'me', to: 'gone', kind: 'knows' });
  await db.put('segments', { segment: 9, revision: 1, version: '1', rows: {} as never });
  await db.put('digests', { segment: 9, revision: 1, lines: '' });
  await db.put('readings', { segment: 9, revision: 1, context: '', readings: {} as never });
}

it('nothing of what was there is left, and what is of this device stays', async () => {
  const { db, restore, commits } = await open();
  await fill(db);
  await restore(backup({ me: null }));
  for (const name of ['drafts', 'analysis', 'packedChanges', 'months', 'me'] as const)
    expect([name, await getState(db, name)]).toEqual([name, undefined]);
  expect((await getState(db, 'openSegment'))?.segment).not.toBe(7);
  expect(await getState(db, 'remindedOn')).toBe('2026-11-24');
  expect(await getState(db, 'backup')).toEqual({ at: NOW, seq: 3 });
  for (const store of ['undo', 'captures', 'goals'] as const) expect(await db.getAll(store)).toEqual([]);
  expect(await db.getAllKeys('contacts')).toEqual(['ada', 'bea', 'cem']);
  expect((await db.getAll('ties')).map(({ to }) => to)).toEqual(['bea']);
  for (const store of ['segments', 'digests', 'readings'] as const)
    expect(await db.get(store, 9)).toBeUndefined();
  // Their rows are still to be made.
  const waiting = (await db.getAll('pending')).flatMap((row) =>
    'ids' in row ? (row.ids as string[]) : row.id,
  );
  expect(waiting.sort()).toEqual(['ada', 'bea', 'cem']);
  expect((await db.getAll('changes')).map(({ store, id, kind }) => [store, id, kind])).toEqual([
    ['settings', 'restore', 'put'],
  ]);
  expect(commits).toEqual([{ replaced: true, forgotten: false, revision: 1 }]);
  expect(await getState(db, 'contactCount')).toBe(3);
});

it('everything of the backup is there', async () => {
  const { db, restore } = await open();
  const whole = backup({
    me: makeMe(),
    goals: [makeGoal()],
    captures: [captureOf('ada'), captureOf('bea')],
    questions: [asking('ada', 'bea', 'cem')],
  });
  await restore({ ...whole, settings: { ...whole.settings, quiet: true } });
  expect(await getState(db, 'me')).toEqual(makeMe());
  expect(await db.getAll('goals')).toEqual([makeGoal()]);
  expect(await db.count('captures')).toBe(2);
  expect((await getState(db, 'settings'))?.quiet).toBe(true);
  expect((await db.getAll('questions')).map(({ subject, candidates }) => [subject, ...candidates])).toEqual([
    ['ada', 'bea', 'cem'],
  ]);
});

it.each<[TieQuestion, boolean]>([
  [asking('ada', 'bea', 'cem'), true],
  [asking('gone', 'bea', 'cem'), false],
  [asking('ada', 'gone', 'cem'), false],
  [asking('ada', 'bea', 'gone'), false],
])('a question is asked when all whom it is about are there: %j', async (question, kept) => {
  const { db, restore } = await open();
  await restore(backup({ questions: [question] }));
  expect(await db.count('questions')).toBe(kept ? 1 : 0);
});

it.each<[what: string, present: string, known: string | null, expected: string[]]>([
  ['the present’s alone', 'gone', null, ['present gone']],
  ['the backup’s alone', '', 'left', ['backup left']],
  ['of both, each', 'gone', 'left', ['backup left', 'present gone']],
  ['of both the backup’s word', 'left', 'left', ['backup left']],
  ['not of whom the backup holds', 'ada', null, []],
])('who was deleted stays deleted: %s', async (_what, present, known, expected) => {
  const { db, restore } = await open();
  const row = (of: string, contactId: string) => ({
    hash: String(tombstoneHashes(person(of))[0]),
    contactId,
    at: NOW,
  });
  if (present !== '') await db.put('tombstones', row(present, `present ${present}`));
  await restore(backup(known === null ? {} : { tombstones: [row(known, `backup ${known}`)] }));
  expect((await db.getAll('tombstones')).map(({ contactId }) => contactId).sort()).toEqual(expected);
});

it('tells how far it is over contacts, pages and ties, and is stopped by throwing', async () => {
  const many = Array.from({ length: 1_200 }, (_, i) => person(`p${String(i).padStart(4, '0')}`));
  const large = backup({
    contacts: many,
    captures: many.map(({ id }) => captureOf(id)),
    ties: many.map(({ id }) => ({ from: 'me', to: id, kind: 'knows' as const })),
  });
  const { db, restore } = await open();
  const told: [number, number][] = [];
  await restore(large, (written, of) => told.push([written, of]));
  const figures = told.map(([written]) => written);
  expect(figures).toEqual(figures.toSorted((a, b) => a - b));
  expect(new Set(told.map(([, of]) => of))).toEqual(new Set([3_600]));
  expect(figures.at(-1)).toBeLessThanOrEqual(3_600);
  expect(figures.some((written) => written > 2_400)).toBe(true);
  const other = await open();
  await other.restore(backup());
  const stopped = other.restore(large, (written) => {
    if (written > 1_200) throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(await other.db.getAllKeys('contacts')).toEqual(['ada', 'bea', 'cem']);
  expect(await db.count('contacts')).toBe(1_200);
  // All pages that were read come back out, in parts.
  const pages: string[][] = [];
  for await (const page of capturePages(db)) pages.push(page.map(({ contactId }) => contactId));
  expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(1_000);
  expect(pages.flat()).toEqual(many.map(({ id }) => id));
});

it.each<[Partial<Backup>]>([
  [{ contacts: [{ ...person('ada'), rev: 'x' as never }] }],
  [{ ties: [{ from: 'ada', to: 'bea', kind: 'likes' as never }] }],
  [{ captures: [{ ...captureOf('ada'), at: 1 as never }] }],
  [{ goals: [{ ...makeGoal(), kind: 'x' as never }] }],
  [{ settings: { quiet: 1 } as never }],
])('of a backup that does not fit nothing is written: %#', async (wrong) => {
  const { db, restore } = await open();
  await fill(db);
  const before = await Promise.all(
    (['contacts', 'ties', 'captures', 'goals', 'undo'] as const).map((store) => db.getAll(store)),
  );
  await expect(restore(backup(wrong))).rejects.toThrow();
  const after = await Promise.all(
    (['contacts', 'ties', 'captures', 'goals', 'undo'] as const).map((store) => db.getAll(store)),
  );
  expect(after).toEqual(before);
});

it('samples are the first so many', async () => {
  const { db, restore } = await open();
  await restore(backup({ captures: [captureOf('ada'), captureOf('bea')] }));
  expect((await sampleContacts(db, 2)).map(({ id }) => id)).toEqual(['ada', 'bea']);
  expect((await sampleCaptures(db, 1)).map(({ contactId }) => contactId)).toEqual(['ada']);
});

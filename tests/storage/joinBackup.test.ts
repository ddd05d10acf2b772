import { describe, expect, it } from 'vitest';
import { tombstoneHashes } from '../../src/core/merge/index.ts';
import {
  type Backup,
  type CaptureRecord,
  type Contact,
  MOST_SNAPSHOTS,
  Settings,
  type Snapshot,
  type Tie,
} from '../../src/core/model/index.ts';
import { heldBackup } from '../../src/storage/backup.ts';
import { CAPTURES_KEPT, listCaptures } from '../../src/storage/contacts.ts';
import { joinBackup } from '../../src/storage/joinBackup.ts';
import { getState, putState } from '../../src/storage/state.ts';
import { backupOf } from '../exchange/people.ts';
import { makeGoal, makeMe, NOW } from '../make.ts';
import { type Device, expectWhole, openDevice, personOf } from './device.ts';

const EARLY = '2026-01-01T00:00:00.000Z';
const LATE = '2026-12-01T00:00:00.000Z';
const person = (id: string, changes: Partial<Contact> = {}): Contact => ({ ...personOf(id), ...changes });
const tagged = (id: string, tag: string, changes: Partial<Contact> = {}): Contact =>
  person(id, { updatedAt: LATE, rev: 5, ...changes, own: { tags: [tag], log: [], edits: {} } });
const backup = (more: Partial<Backup>): Backup => ({
  ...backupOf({ contacts: [], ties: [] }),
  me: null,
  ...more,
});
const page = (contactId: string, at: string, reader = 'old@1'): CaptureRecord => ({
  contactId,
  at,
  url: 'https://example.org/a',
  reader,
  profile: personOf(contactId).profile,
  provenance: {},
});
const hash = (id: string, contactId = id) => ({
  hash: String(tombstoneHashes(personOf(id))[0]),
  contactId,
  at: EARLY,
});
const source = {
  relation: 'colleague',
  site: 'web',
  url: 'https://example.org/a',
  on: '2026-11-24',
} as const;
const asking = (subject: string, ...candidates: string[]) => ({ subject, candidates, source });

async function open(...ids: string[]) {
  const device = await openDevice('0000000a');
  for (const id of ids) await device.save(id);
  const join = async (
    given: Partial<Backup>,
    { bringBack = false, onPart = undefined as ((written: number, of: number) => void) | undefined } = {},
  ) =>
    joinBackup(device.db, device.world, heldBackup(backup(given)), { label: 'old.json', bringBack }, onPart);
  return { ...device, join };
}
const logged = ({ commits }: Device) =>
  commits.at(-1)?.changes.map(({ store, kind, id }) => `${store} ${kind} ${id}`) ?? [];

describe('the people of a backup that is added', () => {
  it('are joined with whoever is here under their id or key, each changed once', async () => {
    const device = await open('ada', 'bea');
    const { join, db, contact } = device;
    // Under another id, and twice there: both are the Ada who is here.
    const done = await join({
      contacts: [
        tagged('ada', 'one'),
        tagged('twin', 'two', { keys: ['web:ada', 'xing:ada'] }),
        tagged('bea', 'three', { keys: ['web:bea', 'web:ada'] }),
        tagged('cem', 'four'),
      ],
    });
    expect(done).toMatchObject({ created: 1, changed: 2, leftOut: 0 });
    const ada = await contact('ada');
    expect([ada?.own.tags.toSorted(), ada?.keys.toSorted(), ada?.rev]).toEqual([
      ['one', 'two'],
      ['web:ada', 'xing:ada'],
      1,
    ]);
    // Two persons here are one there: nobody's key is taken from them.
    expect([(await contact('bea'))?.keys, (await contact('bea'))?.rev]).toEqual([['web:bea'], 1]);
    expect(await contact('cem')).toMatchObject({ rev: 0, deviceId: ada?.deviceId, own: { tags: ['four'] } });
    expect(ada?.updatedAt).toBe((await db.getAll('changes')).at(-1)?.updatedAt);
    await expectWhole(device);
    const [step, ...more] = await db.getAll('undo');
    expect(more).toEqual([]);
    expect(step).toMatchObject({
      id: done.undo,
      label: 'old.json',
      created: ['cem'],
      at: expect.any(String),
    });
    expect(step?.before.map(({ id, rev }) => [id, rev])).toEqual([
      ['ada', 0],
      ['bea', 0],
    ]);
    expect(await device.undo(done.undo)).toBe(3);
    expect((await db.getAll('contacts')).map(({ id, own }) => [id, own.tags])).toEqual([
      ['ada', []],
      ['bea', []],
    ]);
    await expectWhole(device);
  });

  it('of whom nothing is new are left as they are, and are no step of their own', async () => {
    const device = await open('ada');
    const before = await device.contact('ada');
    const done = await device.join({ contacts: [before as Contact] });
    expect(done).toMatchObject({ created: 0, changed: 0 });
    expect([await device.contact('ada'), logged(device)]).toEqual([before, []]);
  });

  it('are very many, and all of them can be taken back', async () => {
    const device = await openDevice('0000000a', { derives: false });
    const ids = Array.from({ length: 410 }, (_, i) => `p${String(i).padStart(3, '0')}`);
    const transaction = device.db.transaction('contacts', 'readwrite');
    for (const id of ids) transaction.store.put(personOf(id));
    await transaction.done;
    await putState(device.db, 'contactCount', ids.length);
    const told: [number, number][] = [];
    const done = await joinBackup(
      device.db,
      device.world,
      heldBackup(
        backup({
          contacts: ids.map((id) => tagged(id, 'new')),
          ties: [{ from: 'me', to: 'p000', kind: 'knows' }],
        }),
      ),
      { label: 'old.json', bringBack: false },
      (written, of) => told.push([written, of]),
    );
    expect(done).toMatchObject({ changed: 410, ties: 1 });
    expect(told.at(-1)).toEqual([411, 411]);
    expect(told.map(([written]) => written)).toEqual(
      told.map(([written]) => written).toSorted((a, b) => a - b),
    );
    const rows = await device.db.getAll('undo');
    expect(rows.map(({ before }) => before.length)).toEqual([10, 200, 200]);
    expect(
      rows
        .slice(1)
        .every(({ label, created, at }) => label === '' && created.length === 0 && at === rows[0]?.at),
    ).toBe(true);
    expect(await device.undo(done.undo)).toBe(410);
    expect((await device.db.getAll('contacts')).every(({ own }) => own.tags.length === 0)).toBe(true);
    expect([await device.db.count('undo'), await device.db.count('ties')]).toEqual([0, 0]);
  });

  it('who were forgotten here stay away with what hangs on them, or come back', async () => {
    for (const bringBack of [false, true]) {
      const device = await open('ada', 'bea');
      await device.forget('bea');
      const done = await device.join(
        {
          contacts: [personOf('ada'), personOf('bea')],
          ties: [{ from: 'ada', to: 'bea', kind: 'knows' }],
          captures: [page('bea', EARLY)],
          questions: [asking('ada', 'bea')],
        },
        { bringBack },
      );
      expect(done).toMatchObject({
        created: bringBack ? 1 : 0,
        leftOut: bringBack ? 0 : 1,
        ties: bringBack ? 1 : 0,
      });
      expect(await device.db.getAllKeys('contacts')).toEqual(bringBack ? ['ada', 'bea'] : ['ada']);
      expect([
        await device.db.count('tombstones'),
        await device.db.count('questions'),
        await device.db.count('captures'),
      ]).toEqual(bringBack ? [0, 1, 2] : [1, 0, 1]);
      await expectWhole(device);
    }
  });
});

describe('what hangs on people of a backup that is added', () => {
  it('ties go to whoever they are here; what is known of both is put together', async () => {
    const device = await open('ada', 'bea');
    await device.tie('ada', 'bea', { strength: 'strong' });
    await device.tie('me', 'bea', { since: '2010' });
    const twin = person('twin', { keys: ['web:ada'] });
    const tie = (from: string, to: string, more: Partial<Tie> = {}): Tie => ({
      from,
      to,
      kind: 'knows',
      ...more,
    });
    const done = await device.join({
      contacts: [personOf('ada'), twin, personOf('bea')],
      ties: [
        tie('twin', 'bea', { messages: 3 }),
        tie('me', 'bea', { since: '2012' }),
        tie('me', 'twin'),
        tie('twin', 'ada'),
        tie('ada', 'nobody'),
        tie('nobody', 'ada'),
        tie('bea', 'me', { kind: 'introduced' }),
      ],
    });
    expect(done.ties).toBe(3);
    expect(await device.db.getAll('ties')).toEqual([
      { ...tie('ada', 'bea'), strength: 'strong', messages: 3 },
      tie('bea', 'me', { kind: 'introduced' }),
      tie('me', 'ada'),
      { ...tie('me', 'bea'), since: '2010' },
    ]);
    await expectWhole(device);
    await device.undo(done.undo);
    expect(await device.db.getAll('ties')).toEqual([
      { ...tie('ada', 'bea'), strength: 'strong' },
      { ...tie('me', 'bea'), since: '2010' },
    ]);
  });

  it('of pages the newest twenty stay, wherever they were read; one that is here is not put again', async () => {
    const device = await open();
    const at = (n: number) => `2026-10-${String(n).padStart(2, '0')}T10:00:00.000Z`;
    await device.save('ada');
    for (let n = 1; n <= 12; n++) await device.db.put('captures', page('ada', at(2 * n), 'here@1'));
    const theirs = Array.from({ length: 12 }, (_, i) => page('twin', at(i === 0 ? 2 : 2 * i + 1)));
    await device.join({
      contacts: [person('twin', { keys: ['web:ada'] })],
      captures: [...theirs, page('nobody', EARLY)],
    });
    const pages = (await listCaptures(device.db, 'ada')).reverse();
    expect(pages).toHaveLength(CAPTURES_KEPT);
    const days = pages.map((one) => `${Number(one.at.slice(8, 10))} ${one.reader}`);
    // Of 24 the first four have gone: 2, 3, 4 and 5.
    expect(days.slice(0, 4)).toEqual(['6 here@1', '7 old@1', '8 here@1', '9 old@1']);
    expect(await device.db.count('captures')).toBe(CAPTURES_KEPT);
    // Those that came are told to the other devices; no more.
    const told = (await device.db.getAllKeys('registers')).filter((key) =>
      key.startsWith('capture:ada@2026-10'),
    );
    expect(told).toEqual(Array.from({ length: 9 }, (_, i) => `capture:ada@${at(2 * i + 7)}`));
  });

  it('questions are asked where all whom they are about are here, and none in place of one that is', async () => {
    const device = await open('ada', 'bea', 'cem');
    await device.ask('ada', 'bea');
    const twin = person('twin', { keys: ['web:cem'] });
    await device.join({
      contacts: [personOf('ada'), personOf('bea'), twin],
      questions: [
        { ...asking('ada', 'bea'), answer: 'no' },
        asking('twin', 'bea', 'ada'),
        asking('ada', 'twin', 'nobody'),
        asking('nobody', 'ada'),
      ],
    });
    expect(
      (await device.db.getAll('questions')).map(({ subject, candidates, answer }) => [
        subject,
        ...candidates,
        answer,
      ]),
    ).toEqual([
      ['ada', 'bea', undefined],
      ['cem', 'ada', 'bea', undefined],
    ]);
    await expectWhole(device);
  });
});

describe('what is short in a backup that is added', () => {
  it.each([
    ['is taken where there is none', null, true],
    ['stays as it is here', makeMe({ headline: 'here' }), false],
  ])('the own profile %s', async (_, here, taken) => {
    const device = await open('ada');
    if (here !== null) await putState(device.db, 'me', here);
    const done = await device.join({ me: makeMe({ headline: 'there' }) });
    expect([done.me, (await getState(device.db, 'me'))?.headline]).toEqual([taken, taken ? 'there' : 'here']);
    expect(logged(device)).toEqual(taken ? ['me put me'] : []);
    await device.undo(done.undo);
    expect((await getState(device.db, 'me'))?.headline).toBe(taken ? undefined : 'here');
  });

  it('of goals those come that are not here', async () => {
    const device = await open();
    await device.goal('g1', { title: 'here' });
    const goals = ['g1', 'g2', 'g3'].map((id) => makeGoal({}, { id, title: 'there', updatedAt: EARLY }));
    const done = await device.join({ goals });
    expect([done.goals, done.created, done.changed]).toEqual([2, 0, 0]);
    expect((await device.db.getAll('goals')).map(({ id, title }) => `${id} ${title}`)).toEqual([
      'g1 here',
      'g2 there',
      'g3 there',
    ]);
    await device.goal('g3', { title: 'changed', updatedAt: LATE });
    await device.undo(done.undo);
    expect((await device.db.getAll('goals')).map(({ id }) => id)).toEqual(['g1', 'g3']);
  });

  it('of settings lists and corrections come, and are logged where anything is new', async () => {
    const device = await open();
    await device.settings({
      companies: { acme: '62' },
      doNotSave: ['https://example.org/here'],
      quiet: true,
    });
    const settings = (changes: Partial<Settings>) => ({ ...Settings.parse({}), ...changes });
    await device.join({ settings: settings({ companies: { acme: '86' }, reviewMonths: 3 }) });
    expect(logged(device)).toEqual([]);
    await device.join({
      settings: settings({ companies: { other: '86' }, doNotSave: ['https://example.org/there'] }),
    });
    expect(logged(device)).toEqual(['settings put settings']);
    expect(await getState(device.db, 'settings')).toMatchObject({
      companies: { acme: '62', other: '86' },
      doNotSave: ['https://example.org/here', 'https://example.org/there'],
      quiet: true,
      reviewMonths: 18,
    });
  });

  it('whoever was forgotten there stays forgotten, unless they are here; and all are told', async () => {
    const device = await open();
    const many = Array.from({ length: 201 }, (_, i) => `p${String(i).padStart(3, '0')}`);
    const transaction = device.db.transaction('contacts', 'readwrite');
    for (const id of many) transaction.store.put(personOf(id));
    await transaction.done;
    const known = hash('known', 'here');
    await device.db.put('tombstones', known);
    await device.join({ tombstones: [hash('known', 'there'), hash('gone'), hash('p200'), hash('p000')] });
    const rows = await device.db.getAll('tombstones');
    expect(rows.map(({ contactId }) => contactId).sort()).toEqual(['gone', 'here']);
    expect((await device.db.getAllKeys('registers')).filter((key) => key.startsWith('never'))).toEqual([
      `never:${hash('gone').hash}`,
    ]);
  });

  it('of months those come that are not known, in their order, the newest that are kept', async () => {
    const device = await open();
    const month = (name: string, contacts: number): Snapshot => ({
      month: name,
      at: NOW,
      contacts,
      layers: { operational: 0, personal: 0, strategic: 0, beyond: 0 },
      conversations: 0,
      goals: [],
    });
    const months = Array.from(
      { length: MOST_SNAPSHOTS + 2 },
      (_, i) => `${2_000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
    const [first = '', second = '', third = '', ...rest] = months;
    await putState(device.db, 'months', [month(third, 1)]);
    await device.join({ snapshots: [month(third, 2)] });
    expect(await getState(device.db, 'months')).toEqual([month(third, 1)]);
    await device.join({ snapshots: [month(second, 2), month(third, 2)] });
    expect(await getState(device.db, 'months')).toEqual([month(second, 2), month(third, 1)]);
    await device.join({
      snapshots: [
        month(first, 2),
        ...rest
          .toReversed()
          .slice(0, MOST_SNAPSHOTS - 1)
          .map((one) => month(one, 2)),
      ],
    });
    const kept = (await getState(device.db, 'months')) ?? [];
    expect(kept.map((one) => one.month)).toEqual(months.slice(2));
    expect(kept[0]?.contacts).toBe(1);
  });
});

it('nothing of a backup is kept that is stopped', async () => {
  const device = await open('ada');
  const stopped = device.join(
    { contacts: [personOf('bea')], goals: [makeGoal()] },
    {
      onPart: () => {
        throw new Error('stopped');
      },
    },
  );
  await expect(stopped).rejects.toThrow('stopped');
  expect([
    await device.db.getAllKeys('contacts'),
    await device.db.count('goals'),
    await device.db.count('undo'),
  ]).toEqual([['ada'], 0, 0]);
});

import { describe, expect, it } from 'vitest';
import type { Tie } from '../../src/core/model/index.ts';
import { parseStamp, rowKey, type StampRow } from '../../src/core/sync/index.ts';
import { beginSync, countUnsent, putFile } from '../../src/storage/files.ts';
import { questionRow } from '../../src/storage/questions.ts';
import type { FileRow, SyncRecord } from '../../src/storage/schema.ts';
import { stampAll } from '../../src/storage/stampAll.ts';
import { getState } from '../../src/storage/state.ts';
import { tieName } from '../../src/storage/ties.ts';
import { makeGoal, NOW } from '../make.ts';
import { type Device, expectWhole, inStep, openDevice, personOf, viewOf } from './device.ts';

const RECORD = {
  device: '0000000a',
  name: 'Laptop',
  seq: 0,
  offset: 0,
  devices: [],
} as unknown as SyncRecord;
const LATER = '2026-12-01T00:00:00.000Z';
const PUBLISH = { send: true, restored: false };
const source = {
  relation: 'colleague',
  site: 'web',
  url: 'https://example.org/a',
  on: '2026-11-24',
} as const;

/** A device in use, before it is kept in step with any. */
async function used(): Promise<Device> {
  const device = await openDevice('0000000a');
  await beginSync(device.db, undefined);
  for (const id of ['ada', 'bea', 'cem']) await device.save(id);
  await device.note('ada', 'tea');
  await device.tie('ada', 'bea');
  await device.ask('ada', 'bea', 'cem');
  await device.goal('g1', { updatedAt: '2026-11-20T00:00:00.000Z' });
  await device.me('sails');
  await device.settings({ reviewMonths: 7 });
  await device.forget('cem');
  expect(await device.db.count('registers')).toBe(0);
  return device;
}
const keysOf = async ({ db }: Device) => (await db.getAllKeys('registers')).map((key) => key.split(':')[0]);

describe('what was there before devices were kept in step', () => {
  it('has its stamps, of the day of its last change, and is to be sent with the pages that were read', async () => {
    const device = await used();
    await beginSync(device.db, RECORD);
    const told: number[] = [];
    await stampAll(device.db, LATER, PUBLISH, (done) => told.push(done));
    await expectWhole(device);
    expect((await keysOf(device)).sort()).toEqual([
      'capture',
      'capture',
      'contact',
      'contact',
      'goal',
      'me',
      'never',
      'settings',
      'tie',
    ]);
    expect(await countUnsent(device.db)).toBe(9);
    const base = async (kind: Parameters<Device['row']>[0], id: string) =>
      parseStamp((await device.row(kind, id))?.base ?? '');
    const at = (day: string) => [Date.parse(day), 0, '0000000a'];
    expect(await base('contact', 'ada')).toEqual(at((await device.contact('ada'))?.updatedAt ?? ''));
    expect(await base('goal', 'g1')).toEqual(at('2026-11-20T00:00:00.000Z'));
    const [hash] = await device.db.getAll('tombstones');
    expect(await base('never', hash?.hash ?? '')).toEqual(at(hash?.at ?? ''));
    // What has no day is older than everything.
    expect(await base('tie', 'ada>bea:knows')).toEqual([0, 0, '0000000a']);
    expect(await base('settings', 'settings')).toEqual([0, 0, '0000000a']);
    expect(told.at(-1)).toBe(5);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    // Another device has all of it then.
    const tablet = await openDevice('0000000b');
    await tablet.apply(await device.entries());
    expect(await viewOf(tablet.db)).toEqual(await viewOf(device.db));
  });

  it('is not to be sent where a cover holds it', async () => {
    const device = await used();
    await beginSync(device.db, RECORD);
    await stampAll(device.db, LATER, { send: false, restored: false });
    await expectWhole(device);
    expect([await countUnsent(device.db), (await keysOf(device)).includes('capture')]).toEqual([0, false]);
    expect((await keysOf(device)).length).toBe(7);
  });

  it('and is stamped already stays as it is', async () => {
    const device = await used();
    await beginSync(device.db, RECORD);
    await stampAll(device.db, LATER, PUBLISH);
    const before = (await device.db.getAll('registers')).filter(({ key }) => !key.startsWith('capture'));
    // Begun anew, as after a power cut; what is newer than its row is for the write that made it.
    await device.db.put('goals', makeGoal({}, { id: 'g1', title: 'unstamped' }));
    await stampAll(device.db, '2027-01-01T00:00:00.000Z', { send: false, restored: false });
    expect((await device.db.getAll('registers')).filter(({ key }) => !key.startsWith('capture'))).toEqual(
      before,
    );
  });

  it('is all of it, however much there is', async () => {
    const device = await openDevice('0000000a', { derives: false });
    await beginSync(device.db, undefined);
    const many = Array.from({ length: 501 }, (_, i) => String(i).padStart(4, '0'));
    const stores = ['contacts', 'ties', 'goals', 'tombstones', 'questions', 'captures'] as const;
    const transaction = device.db.transaction([...stores], 'readwrite');
    const ties = many.map((id): Tie => ({ from: `a${id}`, to: 'me', kind: 'knows' }));
    for (const id of many) transaction.objectStore('contacts').put(personOf(id));
    for (const tie of ties) transaction.objectStore('ties').put(tie);
    for (const id of many) {
      transaction.objectStore('goals').put(makeGoal({}, { id }));
      transaction.objectStore('tombstones').put({ hash: id.padStart(32, '0'), contactId: id, at: NOW });
      transaction.objectStore('questions').put(questionRow({ subject: id, candidates: ['x'], source }));
      transaction.objectStore('captures').put({
        contactId: id,
        at: NOW,
        url: 'https://example.org/',
        reader: 'r',
        profile: personOf(id).profile,
        provenance: {},
      });
    }
    await transaction.done;
    await beginSync(device.db, RECORD);
    let done = 0;
    await stampAll(device.db, LATER, PUBLISH, (count) => (done = count));
    expect(done).toBe(5 * 501);
    const keys = await device.db.getAllKeys('registers');
    const expected = [
      ...many.map((id) => rowKey('contact', id)),
      ...ties.map((tie) => rowKey('tie', tieName(tie))),
      ...many.map((id) => rowKey('goal', id)),
      ...many.map((id) => rowKey('never', id.padStart(32, '0'))),
      ...many.map((id) => rowKey('question', JSON.stringify([id, 'x']))),
      ...many.map((id) => rowKey('capture', `${id}@${NOW}`)),
      rowKey('settings', 'settings'),
    ];
    expect(keys).toEqual(expected.sort());
    await stampAll(device.db, LATER, { send: false, restored: true });
    expect(await device.db.count('registers')).toBe(expected.length);
    await device.db.clear('goals');
    await stampAll(device.db, LATER, { send: false, restored: true });
    expect(await device.db.count('registers')).toBe(expected.length - many.length);
  });

  it('has none while devices are not kept in step', async () => {
    const device = await used();
    await stampAll(device.db, LATER, PUBLISH);
    expect(await device.db.count('registers')).toBe(0);
  });
});

describe('after a restore', () => {
  async function restored(): Promise<[Device, Device]> {
    const [laptop, tablet] = [await openDevice('0000000a'), await openDevice('0000000b')];
    for (const id of ['ada', 'bea', 'cem', 'dora', 'emil']) await laptop.save(id);
    await laptop.tie('ada', 'bea');
    await laptop.goal('g1');
    await laptop.goal('g2');
    await laptop.forget('cem');
    await laptop.merge('ada', 'dora');
    await laptop.settings({ reviewMonths: 7 });
    await inStep(laptop, tablet);
    return [laptop, tablet];
  }

  it('what differs is a word of now, and what is missing comes back from the others', async () => {
    const [laptop, tablet] = await restored();
    const file = (name: string, state: FileRow['state']): FileRow => ({
      name,
      state,
      bytes: 1,
      by: 'b',
      firstSeen: NOW,
    });
    for (const state of ['sent', 'applied', 'odd', 'again'] as const)
      await putFile(laptop.db, file(state, state));
    const { db } = laptop;
    // As a backup puts it in place of everything: without the tie, a goal and somebody; another goal as it was once.
    await db.delete('ties', ['ada', 'bea', 'knows']);
    await db.delete('goals', 'g2');
    await db.delete('contacts', 'emil');
    await db.put('goals', makeGoal({}, { id: 'g1', title: 'as it was' }));
    const page: StampRow = {
      key: 'capture:x@1',
      life: 1,
      base: '0.0.0000000a',
      cells: [],
      open: [],
      opens: [],
    };
    const newer: StampRow = { ...page, key: 'team:t1' };
    for (const row of [page, newer]) await db.put('registers', row);
    const kept = ['contact:cem', 'contact:dora', 'capture:x@1', 'team:t1'];
    const before = await Promise.all(kept.map((key) => db.get('registers', key)));
    await stampAll(db, LATER, { send: false, restored: true });
    expect(await Promise.all(kept.map((key) => db.get('registers', key)))).toEqual(before);
    for (const key of ['tie:ada>bea:knows', 'goal:g2', 'contact:emil'])
      expect(await db.get('registers', key)).toBeUndefined();
    const title = (await laptop.row('goal', 'g1'))?.cells.find(([path]) => path === 'title');
    expect(parseStamp(title?.[2] ?? '')[0]).toBe(Date.parse(LATER));
    expect((await laptop.row('goal', 'g1'))?.opens).toEqual(['']);
    expect((await db.getAll('files')).map(({ name, state }) => `${name} ${state}`)).toEqual([
      'again again',
      'applied again',
      'odd odd',
      'sent sent',
    ]);
    // Settings are there always: a row of theirs never goes.
    await db.delete('state', 'settings');
    await db.delete('state', 'me');
    await stampAll(db, LATER, { send: false, restored: true });
    expect(await laptop.row('settings', 'settings')).toBeDefined();
    await inStep(laptop, tablet);
    for (const one of [laptop, tablet]) {
      expect(await one.db.getAllKeys('contacts')).toEqual(['ada', 'bea', 'emil']);
      expect((await one.db.getAll('goals')).map(({ title: of }) => of)).toEqual([
        'as it was',
        makeGoal().title,
      ]);
      expect(await one.db.count('ties')).toBe(1);
    }
    expect(await getState(tablet.db, 'settings')).toMatchObject({ reviewMonths: 18 });
  });

  it('no file is read again where nothing was restored', async () => {
    const [laptop] = await restored();
    await putFile(laptop.db, { name: 'f', state: 'applied', bytes: 1, by: 'b', firstSeen: NOW });
    await laptop.db.delete('goals', 'g2');
    await stampAll(laptop.db, LATER, PUBLISH);
    expect((await laptop.db.getAll('files')).map(({ state }) => state)).toEqual(['applied']);
    expect(await laptop.row('goal', 'g2')).toBeDefined();
  });
});

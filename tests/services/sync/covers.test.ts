import { describe, expect, it } from 'vitest';
import { hash53 } from '../../../src/core/sync/canonical.ts';
import { type Entry, printStamp } from '../../../src/core/sync/index.ts';
import type { Cell } from '../../../src/core/sync/row.ts';
import {
  coverIsDue,
  looseFiles,
  removeCovered,
  TIDY,
  wholeHere,
  writeCover,
} from '../../../src/services/sync/cover.ts';
import { isTriedAgain, ODD, oddRow } from '../../../src/services/sync/oddFiles.ts';
import { PartWriter, putCover } from '../../../src/services/sync/parts.ts';
import { writeSmallCover } from '../../../src/services/sync/smallCover.ts';
import { readLines } from '../../../src/services/sync/space.ts';
import { CONTACT_STORES } from '../../../src/storage/contacts.ts';
import { changeSync, listFiles } from '../../../src/storage/files.ts';
import type { FileRow, SyncRecord } from '../../../src/storage/schema.ts';
import { putTie } from '../../../src/storage/ties.ts';
import { write } from '../../../src/storage/transaction.ts';
import type { Listing } from '../../../src/sync/carrier.ts';
import { FILE_LIMITS } from '../../../src/sync/file.ts';
import { parseName } from '../../../src/sync/names.ts';
import {
  asked,
  type Bare,
  bare,
  DAY,
  forgets,
  HOUR,
  MINUTE,
  other,
  pathOf,
  START,
  settled,
  wish,
} from './bare.ts';

const AT = new Date(START).toISOString();
const ago = (ms: number) => new Date(START - ms).toISOString();
const named = (kind: string, i: number, dev = '11111111') =>
  kind === 'p'
    ? `p-${dev}-${String(i).padStart(16, '0')}.wb`
    : `${kind}-${dev}-000001-${String(i).padStart(8, '0')}.wb`;
const row = (name: string, more: Partial<FileRow> = {}): FileRow => ({
  ...{ name, state: 'applied', bytes: 10, firstSeen: AT, by: '11111111' },
  ...more,
});
const mapOf = (rows: readonly FileRow[]) => new Map(rows.map((one) => [one.name, one]));
const listingOf = (files: Iterable<readonly [string, number]>): Listing => ({
  ...{ files: new Map(files), folders: [], date: null },
});

/** What a file on the carrier says. */
async function opened(device: Bare, name: string) {
  const parsed = parseName(name);
  const text = (await (await device.space()).read(name))?.text;
  return parsed === null || text == null ? null : readLines(parsed, text);
}
const lengthOf = async (device: Bare, name: string) =>
  device.carrier.files.get(await pathOf(device, name))?.length ?? 0;

describe('a cover of everything is due', () => {
  const device = settled(0);
  const TIDY_AT = new Date(START + (0xabcdef01 % TIDY.spreadMs)).toISOString();
  const many = (count: number, more: Partial<FileRow> = {}) =>
    Array.from({ length: count }, (_, i) => row(named('d', i), more));

  it.each([
    ['files are not many', many(200), 10, 0, false],
    ['files are', many(201), 10, 0, true],
    [
      'files are, with lines of a newer program',
      [...many(200), row(named('d', 900), { more: true })],
      10,
      0,
      false,
    ],
    [
      'files are, and one of them is of another kind',
      [...many(200), row(named('p', 1)), row(named('c', 1))],
      10,
      0,
      false,
    ],
    ['files are, and one is covered', [...many(200), row(named('d', 900), { coveredBy: 'c' })], 10, 0, false],
    [
      'files are, and one is on its way',
      [...many(200), row(named('d', 900), { state: 'sent' })],
      10,
      0,
      false,
    ],
    ['they are as long as may be', many(2), 1_000_000, 0, false],
    ['they are longer', many(2), 1_000_001, 0, true],
    ['they are longer, and no quarter of the last', many(2), 1_000_001, 8_000_008, false],
    ['they are longer than a quarter of the last', many(2), 1_000_002, 8_000_008, true],
    ['somebody was forgotten', many(1, { forgets: true, firstSeen: ago(7 * DAY + 1) }), 10, 0, true],
    ['somebody was, less than a week ago', many(1, { forgets: true, firstSeen: ago(7 * DAY) }), 10, 0, false],
    ['nobody was', many(1, { firstSeen: ago(8 * DAY) }), 10, 0, false],
    [
      'somebody was, among others',
      [row(named('d', 1)), row(named('d', 2), { forgets: true, firstSeen: ago(8 * DAY) })],
      ...([10, 0, true] as const),
    ],
    ['there is nothing', [], 0, 0, false],
  ])('where %s', async (_, rows, length, covered, due) => {
    const { db, change, sync, clock } = await device;
    const last = { name: 'c', alive: 0, dead: 0, at: AT, bytes: covered };
    const files = mapOf(rows);
    const listing = listingOf(rows.map(({ name }) => [name, length]));
    const ask = async (later: number) => {
      clock.ms = START + later;
      const known = { ...(await sync()), ...(covered > 0 && { covered: last }) } as SyncRecord;
      return coverIsDue(db, known, { files, listing, now: new Date(START) });
    };
    await db.put('state', { ...(await sync()), device: 'abcdef01', tidyAt: undefined } as never, 'sync');
    const { covered: __, ...bareSync } = await sync();
    await db.put('state', bareSync, 'sync');
    // Whoever comes first does it: each waits its own time.
    expect(await ask(0)).toBe(false);
    expect((await sync()).tidyAt).toBe(due ? TIDY_AT : undefined);
    await change({ tidyAt: AT });
    expect(await ask(0)).toBe(due);
    expect((await sync()).tidyAt).toBe(due ? AT : undefined);
    await change({ tidyAt: new Date(START + 1).toISOString() });
    expect(await ask(0)).toBe(false);
  });

  it('by files that lie there and were read, and no others', () => {
    const rows = [
      row(named('d', 1)),
      row(named('d', 2), { state: 'odd' }),
      row(named('d', 3), { coveredBy: 'c' }),
      row(named('p', 4)),
      row(named('d', 5)),
    ];
    const there = [...rows.slice(0, 4).map(({ name }) => name), named('d', 9), 'foreign.txt'];
    const listing = listingOf(there.map((name) => [name, 1]));
    expect(looseFiles(mapOf(rows), listing)).toEqual([named('d', 1)]);
  });
});

describe('what lies there', () => {
  const cover = (i: number, more: Partial<FileRow>) => row(named('c', i), { parts: [], ...more });
  const covered = (days: number, more: Partial<FileRow> = {}) =>
    cover(1, { firstSeen: ago(days * DAY), ...more });
  const by = { coveredBy: named('c', 1) };
  const own = { by: '00000001' };

  it.each<[string, FileRow, FileRow[], 'stays' | 'goes']>([
    ['and is in use stays', row(named('d', 1), { firstSeen: ago(99 * DAY) }), [], 'stays'],
    ['as covered changes stays for a week', row(named('d', 1), by), [covered(7)], 'stays'],
    ['as covered changes goes after', row(named('d', 1), by), [covered(7.1)], 'goes'],
    [
      'as a cover that another has replaced is a net for thirty days',
      row(named('c', 2), by),
      [covered(30)],
      'stays',
    ],
    ['as such a cover goes after', row(named('c', 2), by), [covered(30.1)], 'goes'],
    ['as a part of it is a net, too', row(named('p', 2), by), [covered(30)], 'stays'],
    ['as a part of it goes after', row(named('p', 2), by), [covered(30.1)], 'goes'],
    [
      'as a part that a small one has replaced goes after a week',
      row(named('p', 2), by),
      [covered(7.1, { small: true })],
      'goes',
    ],
    [
      'as a part that a small one has replaced stays so long',
      row(named('p', 2), by),
      [covered(7, { small: true })],
      'stays',
    ],
    [
      'as a net of a net goes after a week',
      row(named('c', 2), by),
      [covered(7.1, { coveredBy: named('c', 3) })],
      'goes',
    ],
    ['whose cover is gone itself goes', row(named('d', 1), by), [], 'goes'],
    [
      'as a part of this device that no cover names goes after a week',
      row(named('p', 2), { ...own, firstSeen: ago(7.1 * DAY) }),
      [],
      'goes',
    ],
    ['as such a part stays so long', row(named('p', 2), { ...own, firstSeen: ago(7 * DAY) }), [], 'stays'],
    ['as such a part of another stays', row(named('p', 2), { firstSeen: ago(99 * DAY) }), [], 'stays'],
    ['as such changes stay', row(named('d', 2), { ...own, firstSeen: ago(99 * DAY) }), [], 'stays'],
    [
      'as a part that a cover names stays',
      row(named('p', 2), { ...own, firstSeen: ago(99 * DAY) }),
      [covered(99, { parts: [named('p', 2)] })],
      'stays',
    ],
    [
      'as a part of the cover that is being written stays',
      row(named('p', 7), { ...own, firstSeen: ago(99 * DAY) }),
      [],
      'stays',
    ],
  ])('%s', async (_, file, others, end) => {
    const device = await settled(0);
    await device.db.clear('files');
    const making = { parts: [{ name: named('p', 7), bytes: 1 }], covers: [], since: AT };
    await device.change({ cover: making });
    const rows = [file, ...others];
    for (const one of rows) await device.db.put('files', one);
    const space = await device.space();
    const tidy = (listing: Listing) =>
      removeCovered(device.db, space, '00000001', { files: mapOf(rows), listing, now: new Date(START) });
    await tidy(listingOf([[file.name, 10]]));
    expect(asked(device, 'remove')).toEqual(end === 'goes' ? [file.name] : []);
    // It is known until a listing shows that it is gone.
    expect(await device.file(file.name)).toEqual(file);
    await tidy(listingOf([]));
    expect(asked(device, 'remove')).toHaveLength(end === 'goes' ? 1 : 0);
    expect(await device.file(file.name)).toEqual(end === 'goes' ? undefined : file);
    for (const one of others)
      if (one.coveredBy === undefined) expect(await device.file(one.name)).toEqual(one);
  });

  it('is looked at after what stays, too', async () => {
    const device = await settled(0);
    const files = mapOf([
      row(named('d', 1)),
      row(named('d', 2), by),
      covered(7),
      row(named('d', 3), { coveredBy: named('c', 8) }),
    ]);
    const listing = listingOf([[named('d', 3), 1]]);
    await removeCovered(device.db, await device.space(), 'x', { files, listing, now: new Date(START) });
    expect(asked(device, 'remove')).toEqual([named('d', 3)]);
  });
});

describe('what is here', () => {
  it.each([
    ['as many as were covered', 3, 0, undefined],
    ['more than were covered', 1, 0, undefined],
    ['fewer than were covered', 4, 0, 'damaged'],
    ['fewer, of whom some were forgotten', 3, 1, 'damaged'],
  ])('is whole: %s', async (_, alive, dead, trouble) => {
    const device = await settled(3);
    await device.change({ covered: { name: 'c', bytes: 0, alive, dead, at: AT } });
    const look = wholeHere(device.db).catch(({ kind }) => kind);
    expect(await look).toEqual(trouble ?? { alive: 3, dead: 0 });
  });

  it('counts the forgotten and the merged, and is not whole where a contact has gone or come by itself', async () => {
    const device = await settled(3);
    const [first = '', second = ''] = device.ids;
    await device.forget(first);
    expect(await wholeHere(device.db)).toEqual({ alive: 2, dead: 1 });
    const merged = await device.db.get('registers', `contact:${second}`);
    if (merged === undefined) throw new Error('no row');
    const contact = await device.db.get('contacts', second);
    await device.db.delete('contacts', second);
    await expect(wholeHere(device.db)).rejects.toMatchObject({ kind: 'damaged' });
    // As the row of somebody who lives on in another: it shows nothing.
    const cells = merged.cells.map(([path]): Cell => [path, hash53('null')]);
    await device.db.put('registers', { ...merged, into: 'x', cells });
    expect(await wholeHere(device.db)).toEqual({ alive: 1, dead: 1 });
    await device.change({ covered: { name: 'c', bytes: 0, alive: 2, dead: 1, at: AT } });
    expect(await wholeHere(device.db)).toEqual({ alive: 1, dead: 1 });
    await device.change({ covered: { name: 'c', bytes: 0, alive: 3, dead: 1, at: AT } });
    await expect(wholeHere(device.db)).rejects.toMatchObject({ kind: 'damaged' });
    await device.change({ covered: { name: 'c', bytes: 0, alive: 0, dead: 0, at: AT } });
    if (contact !== undefined) await device.db.put('contacts', contact);
    await expect(wholeHere(device.db)).rejects.toMatchObject({ kind: 'damaged' });
    const none2 = await bare();
    expect(await wholeHere(none2.db)).toEqual({ alive: 0, dead: 0 });
  });
});

/** A device with contacts whose cover is still to be written. */
async function unpublished(contacts: number) {
  const device = await bare();
  const ids = await device.save(...Array.from({ length: contacts }, (_, i) => `p${i}`));
  const code = await device.begin();
  const { stampAll } = await import('../../../src/storage/stampAll.ts');
  await stampAll(device.db, AT, { send: false, restored: false });
  await changeSync(device.db, ({ stampAll: _, cover: __, ...sync }) => sync);
  device.carrier.asked.length = 0;
  return { ...device, ids, code };
}

describe('a cover of everything', () => {
  const write_ = async (device: Bare, more: Partial<Parameters<typeof writeCover>[2]> = {}) =>
    writeCover(device.db, await device.space(), { now: () => device.world.now(), covers: [], ...more });

  it('is parts and what says of them, and of what they stand in place of', async () => {
    const device = await unpublished(5);
    const { device: by, seq } = await device.sync();
    const changes = [named('d', 1), named('d', 2), named('d', 3)];
    await device.db.put('files', row(changes[0] ?? ''));
    await device.db.put('files', row(changes[1] ?? '', { coveredBy: 'c-before' }));
    await device.db.put('files', row(named('d', 4)));
    await device.change({ tidyAt: AT, setBack: { since: AT, until: AT } });
    device.clock.ms += MINUTE;
    const done: number[] = [];
    const progress = (count: number) => void done.push(count);
    const name = await write_(device, { covers: changes, partRecords: 2, progress });
    const parts = device.carrier.named('p').map((path) => path.split('/').at(-1) ?? '');
    const total = await device.db.count('registers');
    expect(parts).toHaveLength(Math.ceil(total / 2));
    expect(done).toEqual(Array.from({ length: Math.ceil(total / 2) }, (_, i) => Math.min(2 * i + 2, total)));
    expect(name).toBe(device.carrier.named('c')[0]?.split('/').at(-1));
    const cover = await device.file(name ?? '');
    const seen = { state: 'applied', firstSeen: device.at(), by };
    expect(cover).toEqual({
      ...{ ...seen, name, bytes: await lengthOf(device, name ?? '') },
      ...{ parts: expect.any(Array), covers: changes },
    });
    expect([...(cover?.parts ?? [])].sort()).toEqual(parts);
    expect((await opened(device, name ?? ''))?.header).toMatchObject({
      ...{ kind: 'c', dev: by, seq: seq + 1, alive: 5, dead: 0, parts: cover?.parts, covers: changes, n: 0 },
    });
    expect((await opened(device, name ?? ''))?.header).not.toHaveProperty('small');
    // In the order of their places, each with the first and the last that it holds.
    const places: string[] = [];
    let bytes = await lengthOf(device, name ?? '');
    for (const part of cover?.parts ?? []) {
      const file = await opened(device, part);
      const held = (file?.entries ?? []).map(({ k, i }) => `${k}:${i}`);
      const range = { from: held[0], to: held.at(-1) };
      expect(file?.header).toMatchObject({ kind: 'p', ...range, n: held.length });
      const length = await lengthOf(device, part);
      expect(await device.file(part)).toEqual({ ...seen, name: part, bytes: length, ...range });
      places.push(...held);
      bytes += length;
    }
    expect(places).toEqual([...places].sort());
    expect(places).toHaveLength(total);
    expect((await device.file(changes[0] ?? ''))?.coveredBy).toBe(name);
    expect((await device.file(changes[1] ?? ''))?.coveredBy).toBe('c-before');
    expect((await device.file(changes[2] ?? ''))?.coveredBy).toBeUndefined();
    expect((await device.file(named('d', 4)))?.coveredBy).toBeUndefined();
    const { cover: over, tidyAt, setBack, covered } = await device.sync();
    expect([over, tidyAt, setBack]).toEqual([undefined, undefined, undefined]);
    expect(covered).toEqual({ name, alive: 5, dead: 0, at: device.at(), bytes });
  });

  it('that was stopped is gone on with where it was, and stands in place of what it was begun over', async () => {
    const device = await unpublished(6);
    let left = 2;
    device.carrier.spoil = (verb, name) => {
      if (verb !== 'put' || !name.startsWith('p-')) return;
      left -= 1;
      if (left < 0) throw new DOMException('killed', 'AbortError');
    };
    const first = write_(device, { covers: [named('d', 1)], partRecords: 2 });
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    const { cover: begun } = await device.sync();
    expect(begun).toMatchObject({ covers: [named('d', 1)], since: AT });
    expect(begun?.parts).toHaveLength(2);
    expect(begun?.after).toBe((await opened(device, begun?.parts[1]?.name ?? ''))?.header.to);
    device.carrier.spoil = () => {};
    device.carrier.asked.length = 0;
    device.clock.ms += MINUTE;
    const name = await write_(device, { covers: ['others'], partRecords: 2 });
    const cover = await device.file(name ?? '');
    expect(cover?.covers).toEqual([named('d', 1)]);
    expect(cover?.parts?.slice(0, 2)).toEqual(begun?.parts.map((part) => part.name));
    const all = await Promise.all((cover?.parts ?? []).map((part) => opened(device, part)));
    const ids = all.flatMap((part) => part?.entries ?? []).filter(({ k }) => k === 'contact');
    expect(ids.map(({ i }) => i).sort()).toEqual([...device.ids].sort());
    expect(asked(device, 'put').filter((one) => one.startsWith('p-'))).toHaveLength(
      (cover?.parts?.length ?? 0) - 2,
    );
  });

  it.each([
    ['a part', (name: string) => name.startsWith('p-')],
    ['the cover itself', (name: string) => name.startsWith('c-')],
  ] as const)('of which %s does not arrive is in place of nothing, and is begun anew', async (_, lost) => {
    const device = await unpublished(3);
    const { put } = device.carrier;
    const changes = row(named('d', 1));
    await device.db.put('files', changes);
    Object.assign(device.carrier, {
      put: (path: string[], bytes: Uint8Array<ArrayBuffer>) =>
        put(path, lost(path.at(-1) ?? '') ? bytes.slice(0, 30) : bytes),
    });
    expect(await write_(device, { covers: [changes.name] })).toBeNull();
    expect(await device.file(changes.name)).toEqual(changes);
    const sync = await device.sync();
    expect(sync.cover).toEqual({ parts: [], covers: [], since: '' });
    expect(sync).not.toHaveProperty('covered');
    for (const cover of (await listFiles(device.db)).filter(({ name }) => name.startsWith('c-')))
      expect(cover).toEqual({
        ...{ name: cover.name, state: 'odd', firstSeen: AT, by: sync.device, bytes: expect.any(Number) },
      });
  });

  it('of nothing is a cover without parts; where sync has ended there is none', async () => {
    const device = await unpublished(0);
    await device.db.clear('registers');
    const name = await write_(device);
    expect(await device.file(name ?? '')).toMatchObject({ parts: [], covers: [] });
    expect(device.carrier.named('p')).toEqual([]);
    const none = await unpublished(1);
    const space = await none.space();
    await none.db.delete('state', 'sync');
    expect(await writeCover(none.db, space, { now: () => none.world.now(), covers: [] })).toBeNull();
    expect(none.carrier.named('p')).toEqual([]);
  });

  it('is not written where somebody is missing', async () => {
    const device = await unpublished(2);
    await device.db.delete('contacts', device.ids[0] ?? '');
    await expect(write_(device)).rejects.toMatchObject({ kind: 'damaged' });
    expect(asked(device, 'put')).toEqual([]);
    expect(await device.sync()).not.toHaveProperty('cover');
  });
});

describe('the parts of a cover', () => {
  it('are full with so many records, or so many characters', () => {
    const two = new PartWriter(2);
    expect([two.isEmpty, two.isFull]).toEqual([true, false]);
    two.add(wish('a'));
    expect([two.isEmpty, two.isFull]).toEqual([false, false]);
    two.add(wish('b'));
    expect(two.isFull).toBe(true);
    const long = new PartWriter();
    const entry = (length: number): Entry => ({ ...wish('a'), r: { text: 'x'.repeat(length) } });
    const empty = JSON.stringify(entry(0)).length + 1;
    long.add(entry(FILE_LIMITS.written - empty - 1));
    expect(long.isFull).toBe(false);
    const longer = new PartWriter();
    longer.add(entry(FILE_LIMITS.written - 2 * empty));
    longer.add(entry(0));
    expect(longer.isFull).toBe(true);
  });

  it('say from where to where they reach, in whatever order it came, and begin anew', async () => {
    const device = await settled(0);
    const [writer, space] = [new PartWriter(3), await device.space()];
    for (const i of ['m', 'c', 'x']) writer.add(wish(i));
    const first = await writer.write(device.db, space, AT);
    expect(first).toEqual({ name: first.name, bytes: await lengthOf(device, first.name) });
    expect((await opened(device, first.name))?.header).toMatchObject({ from: 'wish:c', to: 'wish:x', n: 3 });
    expect([writer.isEmpty, writer.isFull]).toEqual([true, false]);
    writer.add(wish('k'));
    const { name } = await writer.write(device.db, space, AT);
    expect((await opened(device, name))?.header).toMatchObject({ from: 'wish:k', to: 'wish:k', n: 1 });
  });

  it.each<[string, { lengths?: (number | undefined)[]; gone?: number }, boolean]>([
    ['all of them are listed as they are', {}, true],
    ['one is listed with another length, and can be read', { lengths: [7] }, true],
    ['one is not listed, and can be read', { lengths: [undefined] }, true],
    ['one is not listed, and cannot be read', { lengths: [undefined], gone: 0 }, false],
    ['the last cannot be read, though it is listed', { gone: 2 }, false],
    ['one before the last cannot, though it is listed', { gone: 1 }, true],
  ])('are believed to stand where %s', async (_, { lengths = [], gone }, stands) => {
    const device = await settled(0);
    const tablet = other(device);
    const names: string[] = [];
    for (const i of ['a', 'b', 'c']) names.push(await tablet.put('p', [wish(i)]));
    const parts = await Promise.all(
      names.map(async (name) => ({ name, bytes: await lengthOf(device, name) })),
    );
    const { list, get } = device.carrier;
    Object.assign(device.carrier, {
      list: async (path: string[]) => {
        const listing = await list(path);
        const files = new Map(listing?.files);
        for (const [i, length] of lengths.entries()) {
          if (length === undefined) files.delete(names[i] ?? '');
          else files.set(names[i] ?? '', length);
        }
        return { ...listing, files };
      },
      get: (path: string[]) =>
        gone !== undefined && path.at(-1) === names[gone] ? Promise.resolve(null) : get(path),
    });
    const before = await device.sync();
    const covering = { parts, covers: [], alive: 4, dead: 2 };
    const name = await putCover(device.db, await device.space(), covering, AT);
    expect(name !== null).toBe(stands);
    const { covered } = await device.sync();
    expect(covered?.name).toBe(stands ? name : before.covered?.name);
    if (!stands) expect(asked(device, 'put')).toEqual([]);
  });

  it('of a small cover count for nothing beside the last of everything', async () => {
    const device = await settled(0);
    const tablet = other(device);
    const part = await tablet.put('p', [wish('a')]);
    const parts = [{ name: part, bytes: await lengthOf(device, part) }];
    await device.change({ covered: { name: 'c', bytes: 77, alive: 1, dead: 1, at: AT } });
    const put = async () =>
      putCover(device.db, await device.space(), { parts, covers: [], alive: 4, dead: 2, small: true }, AT);
    const name = (await put()) ?? '';
    expect((await device.sync()).covered).toEqual({ name, bytes: 77, alive: 4, dead: 2, at: AT });
    expect(await device.file(name)).toMatchObject({ small: true, parts: [part], covers: [] });
    expect((await opened(device, name))?.header).toMatchObject({ small: 1, alive: 4, dead: 2 });
    await device.db.put('state', { ...(await device.sync()), covered: undefined } as never, 'sync');
    await put();
    expect((await device.sync()).covered?.bytes).toBe(0);
  });
});

describe('a small cover', () => {
  /** A device that has read a cover of the tablet, and loose changes; the lengths of all are what the test says. */
  async function beside(
    parts: readonly (readonly object[])[],
    loose: readonly (readonly object[])[],
    small: readonly (readonly object[])[] = [],
  ) {
    const device = await settled(0);
    for (const { name } of await listFiles(device.db)) await device.db.delete('files', name);
    for (const path of [...device.carrier.files.keys()])
      if (!path.endsWith('hello.wb')) device.carrier.files.delete(path);
    const tablet = other(device);
    const put = async (all: readonly (readonly object[])[], kind: 'p' | 'd') => {
      const names: string[] = [];
      for (const entries of all) names.push(await tablet.put(kind, entries));
      return names;
    };
    const whole = await put(parts, 'p');
    const said = { covers: [], alive: 1, dead: 0 };
    const cover = await tablet.put('c', [], { ...said, parts: whole });
    device.clock.ms += 1_000;
    const few = await put(small, 'p');
    const smallCover =
      small.length === 0 ? null : await tablet.put('c', [], { ...said, parts: few, small: 1 });
    const changes = await put(loose, 'd');
    await device.round();
    device.carrier.asked.length = 0;
    return { device, whole, cover, few, smallCover, changes };
  }

  type Beside = Awaited<ReturnType<typeof beside>>;
  async function writing(
    { device, whole, few, changes }: Beside,
    {
      each = 1_000,
      of = 1,
      partRecords,
      lengths = {},
    }: {
      each?: number;
      of?: number;
      partRecords?: number;
      lengths?: Record<string, number>;
    } = {},
  ) {
    const files = mapOf(await listFiles(device.db));
    const known = new Map<string, number>([...files.keys()].map((name) => [name, 1]));
    for (const name of whole) known.set(name, each);
    for (const name of few) known.set(name, 1);
    for (const [name, length] of Object.entries(lengths)) known.set(name, length);
    const name = await writeSmallCover(device.db, await device.space(), {
      now: () => device.world.now(),
      ...{
        partRecords,
        files,
        listing: listingOf(known),
        loose: changes,
        living: { alive: Math.ceil(of / 2), dead: Math.floor(of / 2) },
      },
    });
    const cover = name === null || name === 'large' ? null : await device.file(name);
    return { name, cover };
  }

  it('is the records that changes name, as they stand here now, in place of those changes', async () => {
    const all = await beside(
      [[wish('z')]],
      [[wish('b'), wish('a')], [wish('a', START + 5), wish('c')], [wish('d')], [wish('e')]],
    );
    const { name, cover } = await writing(all, { partRecords: 2 });
    const { device, changes } = all;
    expect(cover).toMatchObject({ state: 'applied', small: true, covers: changes, firstSeen: device.at() });
    expect(cover?.parts).toHaveLength(3);
    const held = await Promise.all((cover?.parts ?? []).map((part) => opened(device, part)));
    expect(held.map((part) => part?.entries.map(({ i }) => i))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(held[0]?.entries[0]?.t).toBe(printStamp([START + 5, 0, '11111111']));
    expect((await opened(device, name ?? ''))?.header).toMatchObject({ small: 1, alive: 1, dead: 0 });
    expect(asked(device, 'get').slice(0, 4)).toEqual(changes);
    for (const one of changes) expect((await device.file(one))?.coveredBy).toBe(name);
    expect((await device.sync()).covered).toMatchObject({ name, alive: 1, dead: 0 });
  });

  it('stands in place of no lines of a newer program, nor of what does not open any more', async () => {
    const all = await beside(
      [[wish('z')]],
      [[wish('a')], [wish('b'), { k: 'letter 2', i: 'x' }], [wish('c')]],
    );
    const { device, changes } = all;
    device.carrier.files.set(await pathOf(device, changes[2] ?? ''), new Uint8Array(80));
    const { cover } = await writing(all);
    expect(cover?.covers).toEqual([changes[0]]);
    const held = await opened(device, cover?.parts?.[0] ?? '');
    expect(held?.entries.map(({ i }) => i)).toEqual(['a']);
  });

  it('of nothing is none', async () => {
    const newer = [wish('b'), { k: 'letter 2', i: 'x' }];
    expect((await writing(await beside([[wish('z')]], [newer]))).name).toBeNull();
    expect((await writing(await beside([[wish('z')]], []))).name).toBeNull();
  });

  it('that does not arrive is none, and covers nothing', async () => {
    const all = await beside([[wish('z')]], [[wish('a')]]);
    const { device, changes } = all;
    const { put } = device.carrier;
    Object.assign(device.carrier, {
      put: (path: string[], bytes: Uint8Array<ArrayBuffer>) => put(path, bytes.slice(0, 30)),
    });
    expect((await writing(all)).name).toBeNull();
    expect(await device.file(changes[0] ?? '')).not.toHaveProperty('coveredBy');
  });

  it('of what is nowhere any more is a cover without parts', async () => {
    const all = await beside([[wish('z')]], [[wish('a')]]);
    await all.device.db.delete('registers', 'wish:a');
    const { cover } = await writing(all);
    expect(cover).toMatchObject({ parts: [], covers: all.changes });
  });

  describe('gives way to one of everything', () => {
    it('where there is none yet, or none that lies there, or that nothing stands in place of', async () => {
      const all = await beside([[wish('z')]], [[wish('a')]]);
      const { device, cover, whole } = all;
      const row_ = await device.file(cover);
      if (row_ === undefined) throw new Error('no cover');
      for (const changed of [{ coveredBy: 'c' }, { parts: undefined }, { small: true }, { parts: [] }]) {
        await device.db.put('files', { ...row_, ...changed } as never);
        expect((await writing(all)).name).toBe('large');
      }
      await device.db.put('files', row_);
      const part = await device.file(whole[0] ?? '');
      await device.db.put('files', { ...part, coveredBy: 'c' } as never);
      expect((await writing(all)).name).toBe('large');
      await device.db.put('files', part as never);
      const files = mapOf(await listFiles(device.db));
      const without = listingOf([...files.keys()].filter((name) => name !== cover).map((name) => [name, 9]));
      const given = {
        now: () => device.world.now(),
        files,
        loose: all.changes,
        living: { alive: 1, dead: 0 },
      };
      const space = await device.space();
      expect(await writeSmallCover(device.db, space, { ...given, listing: without })).toBe('large');
      expect(asked(device, 'get')).toEqual([]);
      expect((await writing(all)).name).not.toBe('large');
    });

    it.each([
      // The length of the parts of the last one of everything, of those of small ones, of the changes; living; large?
      [1_000, 499, 0, 1, false],
      [1_000, 500, 0, 1, true],
      [1_000, 0, 500, 1, false],
      [1_000, 0, 501, 1, true],
      [1_000, 100, 400, 1, false],
      [1_000, 100, 401, 1, true],
      // Of many living few records are meant: they are no longer than their share.
      [1_000, 0, 501, 2, false],
      [1_000, 0, 9_000, 2, false],
      [1_000, 1, 9_000, 2, true],
      [1_000, 100, 9_000, 10, false],
      [1_000, 0, 501, 0, true],
    ])('where it would be long: %i, %i, %i of %i', async (each, small, length, of, large) => {
      const all = await beside([[wish('z')]], [[wish('a')]], [[wish('s')]]);
      const lengths = { [all.few[0] ?? '']: small, [all.changes[0] ?? '']: length };
      expect((await writing(all, { each, of, lengths })).name === 'large').toBe(large);
    });

    it.each([
      [100, 400, 1, false],
      [101, 400, 1, true],
      [400, 900, 20, false],
      [401, 900, 20, true],
    ])(
      'where parts that are written anew would be: %i beside %i of %i',
      async (renewed, length, of, large) => {
        const all = await beside([[forgets('b')], [wish('z')]], [[forgets('b'), wish('a')]]);
        const lengths = {
          ...{ [all.whole[0] ?? '']: renewed, [all.whole[1] ?? '']: 1_000 - renewed },
          [all.changes[0] ?? '']: length,
        };
        expect((await writing(all, { of, lengths })).name === 'large').toBe(large);
      },
    );
  });

  describe('of somebody who was forgotten', () => {
    const page = (i: string) => ({ ...wish(i), k: 'capture', r: { page: 1 } });
    const tie = (i: string) => ({ ...wish(i), k: 'tie' });

    it.each<[string, object[], boolean]>([
      ['themselves', [wish('a'), forgets('b')], true],
      ['somebody else', [forgets('c')], false],
      ['a page of them', [wish('a'), page('b@2026')], true],
      ['a page of somebody else', [page('bb@2026')], false],
      ['a tie from them', [tie('b>c:knows')], true],
      ['a tie to them', [tie('c>b:knows')], true],
      ['a tie of others', [tie('c>d:b')], false],
      ['another record of that name', [wish('b')], false],
      ['another record of the name of a tie', [wish('b>c:knows')], false],
      ['lines of a newer program beside them', [forgets('b'), { k: 'letter 2', i: 'x' }], false],
    ])('writes the parts anew that hold %s', async (_, entries, renews) => {
      const all = await beside([entries, [wish('z')]], [[forgets('b')]]);
      const { device, whole } = all;
      const lengths = { [whole[1] ?? '']: 100_000 };
      const { cover } = await writing(all, { lengths });
      expect(cover?.covers).toEqual([...all.changes, ...(renews ? whole.slice(0, 1) : [])]);
      const held = await Promise.all((cover?.parts ?? []).map((part) => opened(device, part)));
      const places = held.flatMap((part) => part?.entries ?? []).map(({ k, i }) => `${k}:${i}`);
      expect(places).toContain('contact:b');
      expect(places.includes('wish:a')).toBe(renews && entries.some((one) => (one as Entry).i === 'a'));
    });

    it.each([
      ['nothing of its range', undefined, undefined, true],
      ['half of its range', 'wish:a', undefined, true],
      ['the other half', undefined, 'wish:b', true],
      ['that it ends before them', 'contact:a', 'contact:ab', false],
      ['that it begins with them', 'contact:b', 'contact:c', true],
      ['that it ends with them', 'contact:a', 'contact:b', true],
      ['that it begins after them', 'contact:bb', 'contact:c', false],
      ['that it holds ties', 'settings:x', 'tie:a>c:knows', true],
      ['that it begins among ties', 'tie:z', 'wish:a', true],
      ['that it ends before ties', 'settings:x', 'tie', false],
      ['that it begins after ties', 'tie:~~', 'wish:a', false],
      ['that it ends before their pages', '~a@', '~a@2026', false],
      ['that it holds their pages', '~a@', '~b@2026', true],
      ['that it begins among their pages', '~b@2026', '~z@', true],
      ['that it begins after their pages', '~bb@', '~z@', false],
    ])('opens the parts that may hold them: one that says %s', async (_, from, to, opens) => {
      const all = await beside([[wish('y')], [wish('z')]], [[forgets('b')]]);
      const { device, whole } = all;
      const [first = '', second = ''] = whole;
      const { from: __, to: ___, ...part } = (await device.file(first)) as FileRow;
      await device.db.put('files', { ...part, ...(from && { from }), ...(to && { to }) });
      const beyond = { from: 'wish:x', to: 'wish:z' };
      await device.db.put('files', { ...(await device.file(second)), ...beyond } as FileRow);
      await writing(all, { lengths: { [second]: 100_000 } });
      expect(asked(device, 'get').includes(first)).toBe(opens);
      expect(asked(device, 'get').includes(second)).toBe(false);
    });

    it('opens none where nobody was forgotten, and those of small covers too where somebody was', async () => {
      const none = await beside(
        [[wish('y')]],
        [[wish('a'), { ...wish('b'), k: 'contact', r: {} }, { ...forgets('c'), k: 'wish' }]],
      );
      await writing(none, { each: 100_000 });
      expect(asked(none.device, 'get')).not.toContain(none.whole[0]);
      const all = await beside([[wish('y')]], [[forgets('b')]], [[forgets('b'), wish('s')]]);
      const { cover } = await writing(all, { each: 100_000 });
      expect(cover?.covers).toEqual([...all.changes, ...all.few]);
    });
  });
});

describe('a round that puts in order', () => {
  /** A device with ties and pages whose cover has many parts, and which has forgotten somebody more than a week ago. */
  async function forgetful() {
    const device = await bare(undefined, { partRecords: 3 });
    const ids = await device.save(...Array.from({ length: 20 }, (_, i) => `p${String(i).padStart(2, '0')}`));
    const [, gone = '', third = ''] = ids;
    await write(device.db, device.world, [...CONTACT_STORES], async (writing) => {
      putTie(writing, { from: gone, to: third, kind: 'knows' });
    });
    await device.begin();
    await device.round();
    await device.forget(gone);
    await device.round();
    device.clock.ms += 7 * DAY + 1;
    device.carrier.asked.length = 0;
    return { device, gone, ids };
  }

  it('writes a small cover once its own time has come, and says so', async () => {
    const { device, gone } = await forgetful();
    expect(await device.round()).toMatchObject({ covered: false });
    const { tidyAt = '' } = await device.sync();
    device.clock.ms = Date.parse(tidyAt);
    expect(await device.round()).toMatchObject({ covered: true });
    const [, small] = device.carrier.named('c').map((path) => path.split('/').at(-1) ?? '');
    const covers = (await listFiles(device.db)).filter((file) => file.small === true);
    expect(covers).toHaveLength(1);
    expect(covers[0]?.covers).toContain(device.carrier.named('d')[0]?.split('/').at(-1));
    expect(covers[0]?.covers?.filter((name) => name.startsWith('p-')).length).toBeGreaterThanOrEqual(2);
    expect(small).toBeDefined();
    expect(await device.sync()).not.toHaveProperty('tidyAt');
    // What holds them still lies there for a week.
    for (const part of covers[0]?.parts ?? [])
      expect(JSON.stringify(await opened(device, part))).not.toContain(`Person p01`);
    device.clock.ms += 7 * DAY + 1;
    await device.round();
    const texts = await Promise.all(
      [...device.carrier.named('p'), ...device.carrier.named('d')].map(async (path) =>
        JSON.stringify(await opened(device, path.split('/').at(-1) ?? '')),
      ),
    );
    expect(texts.filter((text) => text.includes('Person p01'))).toEqual([]);
    expect(gone).not.toBe('');
    expect(await device.round()).toMatchObject({ covered: false });
  });

  it('writes one of everything where a small one would be too long, or one is being written', async () => {
    const { device } = await forgetful();
    await device.change({ tidyAt: device.at() });
    const all = device.carrier.named('p').length;
    for (const path of device.carrier.named('p'))
      await device.db.delete('files', path.split('/').at(-1) ?? '');
    for (const { name } of await listFiles(device.db))
      if (name.startsWith('c-')) await device.db.delete('files', name);
    // Nothing is known of the cover that lies there: it is read again, and counts.
    expect(await device.round()).toMatchObject({ read: 1 });
    await device.change({ tidyAt: device.at() });
    device.carrier.lengthOf = (length) => Math.min(length, 400);
    expect(await device.round()).toMatchObject({ covered: true });
    expect(device.carrier.named('p').length).toBeGreaterThan(all);
  });

  it('writes none where somebody is missing', async () => {
    const { device, ids } = await forgetful();
    await device.change({ tidyAt: device.at() });
    await device.db.delete('contacts', ids[7] ?? '');
    expect(await device.stop()).toEqual({ kind: 'damaged' });
    expect(asked(device, 'put')).toEqual([]);
  });

  it('counts a small one that does not arrive as none', async () => {
    const { device } = await forgetful();
    await device.change({ tidyAt: device.at() });
    const { put } = device.carrier;
    Object.assign(device.carrier, {
      put: (path: string[], bytes: Uint8Array<ArrayBuffer>) => put(path, bytes.slice(0, 30)),
    });
    expect(await device.round()).toMatchObject({ covered: false });
    expect(await device.sync()).not.toHaveProperty('tidyAt');
    expect((await listFiles(device.db)).filter((file) => file.small === true)).toEqual([]);
  });

  it('takes away what was covered long ago', async () => {
    const device = await settled();
    const name = await other(device).put('d', [wish('a')]);
    await device.round();
    const known = await device.file(name);
    await device.db.put('files', { ...known, coveredBy: 'c-long-gone' } as FileRow);
    await device.round();
    expect(asked(device, 'remove')).toEqual([name]);
    expect(await device.file(name)).toBeDefined();
    await device.round();
    expect(await device.file(name)).toBeUndefined();
  });
});

describe('a file that did not open', () => {
  const known = { ...row('x', { state: 'odd', bytes: 100, listed: 100, tries: 1 }), lastTried: AT };
  type Changes = { [Name in keyof FileRow]?: FileRow[Name] | undefined };
  const again = (changes: Changes, length: number, later: number) =>
    isTriedAgain({ ...known, ...changes } as FileRow, length, START + later);

  it.each<[string, Changes, number, number, boolean]>([
    ['is as it was', {}, 100, 1, false],
    ['has another length', {}, 101, 1, true],
    ['came with another length', { bytes: 99 }, 100, 1, true],
    ['came as it is listed now', { bytes: 120, listed: 100 }, 120, 1, true],
    ['was never listed, and is as it came', { listed: undefined }, 100, 1, false],
    ['was tried twice', { tries: 2 }, 101, 1, true],
    ['was tried thrice', { tries: 3 }, 101, 1, false],
    ['was never tried', { tries: undefined }, 100, HOUR + 1, true],
    ['waits an hour', {}, 100, HOUR, false],
    ['has waited an hour', {}, 100, HOUR + 1, true],
    ['waits two', { tries: 2 }, 100, 2 * HOUR, false],
    ['has waited two', { tries: 2 }, 100, 2 * HOUR + 1, true],
    ['has waited four', { tries: 3 }, 100, 4 * HOUR + 1, true],
    ['waits eight', { tries: 4 }, 100, 8 * HOUR, false],
    ['waits twelve at most', { tries: 9 }, 100, 12 * HOUR, false],
    ['has waited twelve', { tries: 9 }, 100, 12 * HOUR + 1, true],
    ['was tried last a while ago', { lastTried: new Date(START + HOUR).toISOString() }, 100, 2 * HOUR, false],
    ['was tried once, when it was first seen', { lastTried: undefined }, 100, HOUR + 1, true],
    ['is looked for for a week', {}, 100, 7 * DAY - 1, true],
    ['is let be', {}, 100, 7 * DAY, false],
    ['is as long as the longest', {}, FILE_LIMITS.sealed, 1, true],
    ['is longer', {}, FILE_LIMITS.sealed + 1, HOUR + 1, false],
  ])('and %s', (_, changes, length, later, tried) => {
    expect(again(changes, length, later)).toBe(tried);
  });

  it('is put down with how often, since when, and how long it was', () => {
    const file = { name: 'x', by: '11111111', bytes: 7 };
    const at = new Date(START + HOUR).toISOString();
    const first = oddRow(undefined, file, { listed: 9, at });
    expect(first).toEqual({ ...file, state: 'odd', firstSeen: at, lastTried: at, listed: 9, tries: 1 });
    expect(oddRow({ ...known, firstSeen: AT }, file, { listed: 8, at })).toEqual({
      ...{ ...first, firstSeen: AT, listed: 8, tries: 2 },
    });
    expect(ODD.tries).toBe(3);
  });
});

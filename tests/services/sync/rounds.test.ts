import { describe, expect, it } from 'vitest';
import { MODEL_VERSION, registersOf, rowKey } from '../../../src/core/sync/index.ts';
import { CarrierError } from '../../../src/sync/carrier.ts';
import { FILE_LIMITS } from '../../../src/sync/file.ts';
import { HELLO, makeEpoch } from '../../../src/sync/names.ts';
import {
  asked,
  bare,
  DAY,
  forgets,
  HOUR,
  junk,
  MINUTE,
  other,
  pathOf,
  START,
  settled,
  wish,
} from './bare.ts';

const verbs = (lines: readonly string[]) => lines.map((line) => line.split(' ')[0]);
const iso = (ms: number) => new Date(ms).toISOString();

describe('a round', () => {
  it('without sync ends as what has been ended does', async () => {
    expect(await (await bare()).stop()).toBe('AbortError');
  });

  it('that finds nothing is one request, answers so, and takes away what is over', async () => {
    const device = await settled();
    const before = await device.sync();
    await device.change({
      trouble: { kind: 'offline', since: iso(START) },
      ...{ waitUntil: iso(START), waited: 3, massForget: { by: 'x', answer: 'keep' } },
    });
    device.clock.ms += 5_000;
    expect(await device.round()).toEqual({ read: 0, sent: 0, covered: false });
    expect(device.carrier.asked).toEqual([`list ${before.epoch}`]);
    expect(await device.sync()).toEqual({ ...before, last: iso(START + 5_000) });
  });

  it('that publishes, reads or sends says so', async () => {
    const device = await bare();
    const [id = ''] = await device.save('ada');
    await device.begin();
    expect(await device.round()).toEqual({ read: 0, sent: 0, covered: true });
    await other(device).put('d', [wish('a')]);
    await other(device).put('d', [wish('b')]);
    await device.note(id, 'to be sent');
    expect(await device.round()).toEqual({ read: 2, sent: 1, covered: false });
  });

  it('looks whether what it sent has arrived, and is done with it', async () => {
    const device = await settled();
    await device.note(device.ids[0] ?? '', 'arrives');
    await device.round();
    expect(verbs(device.carrier.asked)).toEqual(['list', 'put', 'list']);
    const [name = ''] = asked(device, 'put');
    const bytes = device.carrier.files.get(await pathOf(device, name))?.length;
    const { device: by } = await device.sync();
    expect(await device.file(name)).toEqual({ name, by, firstSeen: iso(START), state: 'applied', bytes });
    device.carrier.asked.length = 0;
    await device.round();
    expect(verbs(device.carrier.asked)).toEqual(['list']);
  });

  it('puts nothing in order while something is new: that waits for a quiet one', async () => {
    const device = await settled();
    const { device: by } = await device.sync();
    const left = await junk(device, 1);
    await device.round();
    for (const name of left) device.carrier.files.delete(await pathOf(device, name));
    device.clock.ms += 8 * DAY;
    const tidied = async () => (await device.file(left[0] ?? '')) === undefined;
    await other(device).put('d', [wish('a')]);
    expect(await device.round()).toMatchObject({ read: 1 });
    expect(await tidied()).toBe(false);
    await device.note(device.ids[0] ?? '', 'sent');
    expect(await device.round()).toMatchObject({ sent: 1 });
    expect(await tidied()).toBe(false);
    expect(await device.round()).toEqual({ read: 0, sent: 0, covered: false });
    expect(await tidied()).toBe(true);
    expect((await device.sync()).device).toBe(by);
  });
});

describe('what was here before a round', () => {
  it.each([
    ['publish', 0],
    ['join', 2],
  ] as const)('is stamped once: %s leaves %i records to be sent', async (how, waiting) => {
    const device = await settled(2);
    await device.db.clear('registers');
    await device.change({ stampAll: how });
    // Nothing is sent, so that it can be counted.
    device.carrier.spoil = (verb) => {
      if (verb === 'list') throw new CarrierError('offline', 'gone');
    };
    expect(await device.stop()).toMatchObject({ kind: 'offline' });
    const rows = await device.db.getAll('registers');
    const keys = rows.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(device.ids.map((id) => rowKey('contact', id))));
    const open = rows.filter(({ key, opens }) => key.startsWith('contact:') && opens.includes(''));
    expect(open).toHaveLength(waiting);
    expect(await device.sync()).not.toHaveProperty('stampAll');
  });

  it('and is again after a restore: what differs is told, what is missing is read once more', async () => {
    const device = await settled(2);
    const read = await other(device).put('d', [wish('a')]);
    await device.round();
    await device.db.delete('registers', 'wish:a');
    const [id = ''] = device.ids;
    const contact = await device.db.get('contacts', id);
    if (contact === undefined) throw new Error('nobody');
    await device.db.put('contacts', { ...contact, own: { ...contact.own, note: 'put back' } });
    await device.change({ stampAll: 'restored' });
    device.carrier.asked.length = 0;
    expect(await device.round()).toMatchObject({ sent: 1 });
    expect(await device.knows('a')).toBe(true);
    expect(asked(device, 'get')).toContain(read);
  });

  it.each([
    [undefined, true],
    [1, true],
    [MODEL_VERSION, false],
  ])('and was only kept by a program of model %s is shown: %s', async (model, shown) => {
    const device = await settled();
    const [id = ''] = device.ids;
    const row = await device.db.get('registers', rowKey('contact', id));
    if (row === undefined) throw new Error('no row');
    await device.db.put('registers', {
      ...row,
      cells: [...row.cells, ['own.offer', 8188878128046, 'mbk3f9a0.0.22222222']],
      kept: [['own.offer', 'a spare room']],
    });
    await device.db.put('state', { ...(await device.sync()), model } as never, 'sync');
    await device.round();
    expect((await device.db.get('contacts', id))?.own.offer).toBe(shown ? 'a spare room' : undefined);
    expect((await device.sync()).model).toBe(MODEL_VERSION);
  });
});

describe('the clock of the storage', () => {
  const device = settled();

  it.each([
    ['of which it says nothing', 0, null, 0, 0],
    ['right', 0, 0, 0, 0],
    ['two minutes ahead', 0, 2 * MINUTE, 0, 0],
    ['more', 0, 2 * MINUTE + 1_000, 121_000, 0],
    ['in whole seconds', 0, 5 * MINUTE + 400, 300_000, 0],
    ['behind', 0, -5 * MINUTE, -300_000, 0],
    ['two minutes behind', 0, -2 * MINUTE, 0, 0],
    ['a day ahead', 0, DAY, DAY, 0],
    ['more than a day', 0, DAY + 1_000, 0, DAY + 1_000],
    ['more than a day behind', 0, -DAY - 1_000, 0, -DAY - 1_000],
    ['as it was, and a little', 300_000, 7 * MINUTE, 300_000, 0],
    ['as it was, and much', 300_000, 7 * MINUTE + 1_000, 421_000, 0],
    ['right again', 121_000, MINUTE, 0, 0],
    ['right again, of which it says nothing', 300_000, null, 0, 0],
  ])('%s (%i known): %s is %i to be corrected, %i apart', async (_, offset, ahead, corrected, apart) => {
    const { carrier, change, round, sync, clock } = await device;
    await change({ offset });
    carrier.date = ahead === null ? null : new Date(clock.ms + ahead);
    await round();
    expect(await sync()).toMatchObject({ offset: corrected });
    expect((await sync()).apart).toBe(apart === 0 ? undefined : apart);
    carrier.date = null;
    await round();
    expect(await sync()).not.toHaveProperty('apart');
  });

  it.each([
    [2 * DAY, 2 * DAY + MINUTE, 2 * DAY],
    [2 * DAY, 2 * DAY + 3 * MINUTE, 2 * DAY + 3 * MINUTE],
    [2 * DAY, 10 * MINUTE, undefined],
  ])('that is %i from this one and then %i is told as %s', async (first, then, told) => {
    const { carrier, round, sync, clock } = await device;
    carrier.date = new Date(clock.ms + first);
    await round();
    carrier.date = new Date(clock.ms + then);
    await round();
    expect((await sync()).apart).toBe(told);
    expect((await sync()).offset).toBe(told === undefined ? then : 0);
  });
});

describe('the folder', () => {
  it('that is gone is a question to the person, and nothing is written', async () => {
    const device = await settled();
    device.carrier.folders.clear();
    expect(await device.stop()).toEqual({ kind: 'wiped' });
    expect(asked(device, 'put')).toEqual([]);
  });

  it('in which nothing lies that is known here, too', async () => {
    const device = await settled();
    device.carrier.files.clear();
    device.carrier.files.set(await pathOf(device, 'foreign.txt'), new Uint8Array(1));
    expect(await device.stop()).toEqual({ kind: 'wiped' });
    expect(asked(device, 'put')).toEqual([]);
  });

  it('from which only the file has gone that says whose it is gets it again', async () => {
    const device = await settled();
    device.carrier.files.delete(await pathOf(device, HELLO));
    device.clock.ms += 1_000;
    await device.round();
    expect(asked(device, 'put')).toEqual([HELLO]);
    const space = await device.space();
    expect(await space.greets()).toBe('yes');
    const hello = JSON.parse((await space.read(HELLO))?.text ?? '{}');
    expect(hello).toMatchObject({ why: 'restore', at: device.at() });
  });

  it('whose epoch is gone and has no successor is told as it is; one of another code as replaced', async () => {
    const device = await settled();
    const { space, epoch } = await device.sync();
    await device.carrier.remove(['Weitblick', space, epoch]);
    expect(await device.stop()).toEqual({ kind: 'wiped' });
    device.carrier.folders.add(['Weitblick', space, makeEpoch(2)].join('/'));
    device.carrier.files.set(`${[...device.carrier.folders].at(-1)}/${HELLO}`, new Uint8Array(300));
    expect(await device.stop()).toEqual({ kind: 'replaced' });
  });

  it('whose epoch is gone and has a successor under the same code is followed in the same round', async () => {
    const device = await settled();
    const old = await device.sync();
    const tablet = await bare(device.carrier, { name: 'Tablet' });
    await tablet.join(device.code);
    await tablet.round();
    await device.carrier.remove(['Weitblick', old.space, old.epoch]);
    const { publishAgain } = await import('../../../src/services/sync/setUp.ts');
    await publishAgain(tablet.db, tablet.carrier, await tablet.sync(), tablet.at());
    await tablet.round();
    expect(await device.round()).toMatchObject({ read: 1 });
    expect((await device.sync()).epoch).toBe((await tablet.sync()).epoch);
  });
});

describe('the news of another code', () => {
  it('ends a round with the name of who has changed it; what is no news does not', async () => {
    const device = await settled();
    await junk(device, 1, new Uint8Array(80), 'n');
    await other(device).put('d', [wish('a')]);
    expect(await device.stop()).toBeNull();
    await other(device, { name: 'Tower' }).put('n');
    expect(await device.stop()).toEqual({ kind: 'codeChanged', by: 'Tower' });
  });

  it('that did not open is looked at again after an hour, not with each round', async () => {
    const device = await settled();
    const name = await other(device, { name: 'Tower' }).put('n');
    const path = await pathOf(device, name);
    const whole = device.carrier.files.get(path) ?? new Uint8Array();
    const spoilt = whole.map((byte) => byte ^ 1);
    device.carrier.files.set(path, spoilt);
    await device.round();
    device.carrier.files.set(path, whole);
    device.carrier.asked.length = 0;
    expect(await device.stop()).toBeNull();
    expect(asked(device, 'get')).toEqual([]);
    device.clock.ms += HOUR + 1;
    expect(await device.stop()).toEqual({ kind: 'codeChanged', by: 'Tower' });
  });

  it('that is listed and not there is none', async () => {
    const device = await settled();
    const name = await other(device).put('n');
    const { get } = device.carrier;
    Object.assign(device.carrier, {
      get: (path: string[]) => (path.at(-1) === name ? Promise.resolve(null) : get(path)),
    });
    expect(await device.stop()).toBeNull();
  });
});

describe('what was sent', () => {
  type Spoil = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null;
  /** A device that has sent a note which came so to the storage, and the file. */
  async function sent(spoil: Spoil) {
    const device = await settled();
    const { put } = device.carrier;
    Object.assign(device.carrier, {
      put: async (path: string[], bytes: Uint8Array<ArrayBuffer>) => {
        await put(path, bytes);
        const spoilt = spoil(bytes);
        if (spoilt === null) device.carrier.files.delete(path.join('/'));
        else device.carrier.files.set(path.join('/'), spoilt);
      },
    });
    await device.note(device.ids[0] ?? '', 'on its way');
    await device.round();
    Object.assign(device.carrier, { put });
    const [name = ''] = asked(device, 'put');
    device.carrier.asked.length = 0;
    return { device, name };
  }

  it.each([
    ['is not there', () => null, []],
    ['is there as a half', (bytes) => bytes.slice(0, bytes.length / 2), ['remove']],
    ['does not open', (bytes) => bytes.map((byte, i) => (i < 40 ? byte : byte ^ 1)).slice(1), ['remove']],
  ] as const satisfies readonly [string, Spoil, string[]][])(
    'and %s is waited for once, and then sent again under another name',
    async (_, spoil, more) => {
      const { device, name } = await sent(spoil);
      const resent = (await device.sync()).resent;
      expect(await device.file(name)).toMatchObject({ state: 'sent', missed: 1 });
      expect(resent).toBeUndefined();
      device.clock.ms += 1_000;
      expect(await device.round()).toMatchObject({ sent: 1 });
      expect(await device.file(name)).toMatchObject({ state: 'odd', missed: 2 });
      expect(asked(device, 'remove')).toEqual(more.map(() => name));
      const [again] = asked(device, 'put');
      expect(again).not.toBe(name);
      expect(await device.file(again ?? '')).toMatchObject({ state: 'applied' });
      // Something arrived: nothing is counted any more.
      expect(await device.sync()).not.toHaveProperty('resent');
      expect(await device.round()).toEqual({ read: 0, sent: 0, covered: false });
    },
  );

  it('is done with after one listing that shows it late', async () => {
    let late: Uint8Array<ArrayBuffer> | undefined;
    const { device, name } = await sent((bytes) => {
      late = bytes;
      return null;
    });
    device.carrier.files.set(await pathOf(device, name), late ?? new Uint8Array());
    expect(await device.round()).toMatchObject({ sent: 0 });
    expect(await device.file(name)).toMatchObject({ state: 'applied', missed: 1 });
    expect(asked(device, 'get')).toEqual([]);
  });

  it('and can be read as it was written has arrived, whatever the storage says of its length', async () => {
    const { device, name } = await sent((bytes) => bytes);
    await device.db.put('files', { ...(await device.file(name)), state: 'sent', missed: 1 } as never);
    device.carrier.lengthOf = (length) => length + 9;
    expect(await device.round()).toMatchObject({ sent: 0 });
    expect(await device.file(name)).toMatchObject({ state: 'applied' });
    expect(asked(device, 'remove')).toEqual([]);
  });

  it('of which another length can be read has not', async () => {
    const { device, name } = await sent((bytes) => bytes);
    const row = await device.file(name);
    await device.db.put('files', { ...row, state: 'sent', missed: 1, bytes: (row?.bytes ?? 0) + 1 } as never);
    await device.round();
    expect(await device.file(name)).toMatchObject({ state: 'odd' });
    expect(asked(device, 'remove')).toEqual([name]);
  });

  it('and was stopped before its length was known is sent again at once', async () => {
    const device = await settled();
    const name = 'd-12345678-000009-00000000.wb';
    await device.note(device.ids[0] ?? '', 'on its way');
    const { takeUnsent } = await import('../../../src/storage/files.ts');
    await takeUnsent(
      device.db,
      { name, by: '12345678', firstSeen: device.at() },
      { records: 9, characters: 999_999 },
    );
    expect(await device.round()).toMatchObject({ sent: 1 });
    expect(await device.file(name)).toMatchObject({ state: 'odd', bytes: 0, missed: 1 });
    expect(asked(device, 'get')).toEqual([]);
  });

  it('is counted while nothing of it arrives', async () => {
    const { device } = await sent(() => null);
    device.carrier.spoil = (verb) => {
      if (verb === 'put') throw new CarrierError('full', '507');
    };
    for (const count of [1, 2]) {
      device.clock.ms += 1_000;
      expect(await device.stop()).toEqual(expect.objectContaining({ kind: 'full' }));
      expect((await device.sync()).resent).toEqual({ count, at: device.at() });
      const [row] = (await device.db.getAll('files')).filter(({ state }) => state === 'odd');
      await device.db.put('files', { ...row, state: 'sent', missed: 1 } as never);
    }
  });

  it('and was refused waits here, and goes out with the next round', async () => {
    const device = await settled();
    await device.note(device.ids[0] ?? '', 'refused');
    device.carrier.spoil = (verb) => {
      if (verb === 'put') throw new CarrierError('full', '507');
    };
    expect(await device.stop()).toMatchObject({ kind: 'full' });
    const [name = ''] = asked(device, 'put');
    expect(await device.file(name)).toMatchObject({ state: 'odd', missed: 1 });
    expect(await device.db.countFromIndex('registers', 'opens', '')).toBe(1);
    device.carrier.spoil = () => {};
    expect(await device.round()).toMatchObject({ sent: 1 });
  });

  it('is marked where somebody is forgotten by it, and is more files than one where there is much', async () => {
    const device = await settled(2);
    await device.forget(device.ids[0] ?? '');
    await device.round();
    const [name = ''] = asked(device, 'put');
    expect(await device.file(name)).toMatchObject({ state: 'applied', forgets: true });
    device.carrier.asked.length = 0;
    const transaction = device.db.transaction('registers', 'readwrite');
    for (const [i, length] of [FILE_LIMITS.written, 1].entries())
      void transaction.store.put({
        ...{ key: `wish:${i}`, life: 1, base: 'mbk3f9a0.0.22222222', cells: [['text', 1]] },
        ...{ kept: [['text', 'x'.repeat(length)]], open: [['text', '']], opens: [''] },
      });
    await transaction.done;
    expect(await device.round()).toMatchObject({ sent: 2 });
    const rows = await Promise.all(asked(device, 'put').map((file) => device.file(file)));
    expect(rows.map((row) => row && [row.state, row.forgets])).toEqual([
      ['applied', undefined],
      ['applied', undefined],
    ]);
    const { prev, seq, device: by } = await device.sync();
    expect([prev, seq]).toEqual([asked(device, 'put')[1], 4]);
    expect(rows[1]?.by).toBe(by);
  });
});

describe('a storage that keeps nothing whole', () => {
  const device = settled();

  it.each([
    [2, 0, false],
    [3, HOUR - 1, true],
    [3, HOUR, false],
    [4, 2 * HOUR - 1, true],
    [4, 2 * HOUR, false],
    [7, 16 * HOUR - 1, true],
    [8, DAY - 1, true],
    [8, DAY, false],
    [30, DAY, false],
  ])('for the %ith time is sent nothing after %i ms: %s', async (count, later, lossy) => {
    const { change, note, stop, clock, ids, round } = await device;
    await note(ids[0] ?? '', `note ${count} ${later}`);
    await change({ resent: { count, at: new Date(clock.ms - later).toISOString() } });
    expect(await stop()).toEqual(lossy ? { kind: 'lossy' } : null);
    await change({ resent: undefined } as never);
    await round();
    // Where nothing waits nothing is told.
    await change({ resent: { count, at: new Date(clock.ms - later).toISOString() } });
    expect(await stop()).toBeNull();
    await change({ resent: undefined } as never);
  });

  it('is not published to either', async () => {
    const laptop = await bare();
    await laptop.save('ada');
    await laptop.begin();
    await laptop.change({ resent: { count: 3, at: laptop.at() } });
    expect(await laptop.stop()).toEqual({ kind: 'lossy' });
    expect(laptop.carrier.named('p')).toEqual([]);
    laptop.clock.ms += HOUR;
    expect(await laptop.round()).toMatchObject({ covered: true });
    expect(await laptop.sync()).not.toHaveProperty('resent');
  });
});

describe('a cover that did not arrive', () => {
  it('is begun anew, over everything that has been read meanwhile and no more', async () => {
    const device = await settled();
    const tablet = other(device);
    const read = [await tablet.put('d', [wish('a')]), await tablet.put('d', [wish('b')])];
    const newer = await tablet.put('d', [wish('c'), { k: 'letter 2', i: 'x' }]);
    await junk(device, 1);
    device.carrier.files.set(await pathOf(device, 'foreign.txt'), new Uint8Array(1));
    const news = 'n-11111111-000001-00000000.wb';
    const row = { state: 'applied' as const, bytes: 9, by: '11111111', firstSeen: device.at() };
    for (const name of [news, 'foreign.txt']) await device.db.put('files', { ...row, name });
    // News that are listed and cannot be had.
    device.carrier.files.set(await pathOf(device, news), new Uint8Array(9));
    const { get } = device.carrier;
    Object.assign(device.carrier, {
      get: (path: string[]) => (path.at(-1) === news ? Promise.resolve(null) : get(path)),
    });
    await device.round();
    await device.change({ cover: { parts: [], covers: ['x'], since: '' } });
    const before = device.carrier.named('c').concat(device.carrier.named('p'));
    const names = before.map((path) => path.split('/').at(-1) ?? '');
    device.clock.ms += 1_000;
    expect(await device.round()).toMatchObject({ covered: true });
    const { covered, cover } = await device.sync();
    expect(cover).toBeUndefined();
    const { covers = [] } = (await device.file(covered?.name ?? '')) ?? {};
    expect([...covers].sort()).toEqual([...names, ...read].sort());
    expect((await device.file(newer))?.coveredBy).toBeUndefined();
  });

  it('is gone on with over what it was begun with, where it was stopped', async () => {
    const device = await settled();
    await other(device).put('d', [wish('a')]);
    await device.round();
    await device.change({ cover: { parts: [], covers: ['x'], since: device.at() } });
    const told: unknown[] = [];
    await device.round({ working: (...said) => void told.push(said) });
    const { covered } = await device.sync();
    expect((await device.file(covered?.name ?? ''))?.covers).toEqual(['x']);
    expect(told).toEqual([['publish', await device.db.count('registers'), null]]);
  });
});

describe('a profile that was copied', () => {
  it('takes a new name where a file under its own was sealed with the code, and no other', async () => {
    const device = await settled();
    const { device: dev } = await device.sync();
    await device.note(device.ids[0] ?? '', 'of the first');
    await device.round();
    const { seq, prev } = await device.sync();
    const junky = [`d-${dev}-zzzzzz-00000001.wb`, `c-${dev}-zzzzzz-00000002.wb`];
    for (const name of junky) device.carrier.files.set(await pathOf(device, name), new Uint8Array(90));
    await device.round();
    expect(await device.sync()).toMatchObject({ device: dev, seq, prev });
    await other(device, { dev, name: 'Copy' }).put('d', [wish('of the copy')]);
    await other(device, { dev, name: 'Copy' }).put('d', [wish('more')]);
    await device.round();
    const renamed = await device.sync();
    expect(renamed.device).toMatch(/^[0-9a-f]{8}$/);
    expect(renamed.device).not.toBe(dev);
    expect(renamed).toMatchObject({ seq: 0 });
    expect(renamed).not.toHaveProperty('prev');
    expect([await device.knows('of the copy'), await device.knows('more')]).toEqual([true, true]);
    await device.round();
    expect((await device.sync()).device).toBe(renamed.device);
  });

  it('is told by what can be read: what is listed and gone makes none', async () => {
    const device = await settled();
    const { device: dev } = await device.sync();
    const name = await other(device, { dev }).put('d', [wish('a')]);
    const { get } = device.carrier;
    Object.assign(device.carrier, {
      get: (path: string[]) => (path.at(-1) === name ? Promise.resolve(null) : get(path)),
    });
    await device.round();
    expect((await device.sync()).device).toBe(dev);
  });
});

describe('an epoch that this device has ended', () => {
  it.each([
    ['thirty days ago stays', 30 * DAY, true, ['e0001-00000000'], []],
    ['longer ago goes', 30 * DAY + 1, true, [], ['e0001-00000000']],
    ['longer ago stays until everything is published anew', 31 * DAY, false, ['e0001-00000000'], []],
  ] as const)('%s', async (_, ago, covered, still, removed) => {
    const device = await settled();
    const left = [
      { epoch: 'e0001-00000000', at: new Date(device.clock.ms - ago).toISOString() },
      { epoch: 'e0002-00000000', at: device.at() },
    ];
    await device.change({ left, ...(!covered && { covered: undefined }) } as never);
    await device.round();
    expect(asked(device, 'remove')).toEqual(removed);
    expect((await device.sync()).left?.map(({ epoch }) => epoch)).toEqual([...still, 'e0002-00000000']);
    await device.change({ left: left.slice(0, 1) });
    await device.round();
    expect((await device.sync()).left?.length).toBe(still.length === 0 ? undefined : 1);
  });

  it('goes with others that were ended as long ago, and leaves the younger', async () => {
    const device = await settled();
    const since = (days: number) => iso(START - days * DAY);
    const young = { epoch: 'e0003-00000000', at: since(3) };
    const old = [1, 2].map((i) => ({ epoch: `e000${i}-00000000`, at: since(40 - i) }));
    await device.change({ left: [...old, young] });
    await device.round();
    expect(asked(device, 'remove')).toEqual(old.map(({ epoch }) => epoch));
    expect((await device.sync()).left).toEqual([young]);
  });
});

describe('what did not open', () => {
  it.each([
    ['and is gone for a week is let go', 7 * DAY + 1, true, false],
    ['and is gone for less is still known', 7 * DAY, true, true],
    ['and still lies there is still known', 30 * DAY, false, true],
  ])('%s', async (_, later, gone, known) => {
    const device = await settled();
    const [name = ''] = await junk(device, 1);
    const read = await other(device).put('d', [wish('a')]);
    await device.round();
    const since = new Date(device.clock.ms).toISOString();
    if (gone) device.carrier.files.delete(await pathOf(device, name));
    device.clock.ms += later;
    await device.round();
    expect((await device.file(name))?.firstSeen).toBe(known ? since : undefined);
    expect(await device.file(read)).toBeDefined();
  });
});

describe('files that are gone from the storage', () => {
  /** A device that has read a file which is gone. */
  async function setBack() {
    const device = await settled();
    const name = await other(device).put('d', [wish('a')]);
    await device.round();
    const path = await pathOf(device, name);
    const bytes = device.carrier.files.get(path) ?? new Uint8Array();
    device.carrier.files.delete(path);
    device.carrier.asked.length = 0;
    return { device, name, path, bytes };
  }

  it.each([
    [0, undefined, MINUTE],
    [0.5, undefined, 5.5 * MINUTE],
    [0, { count: 1, ago: 0 }, 2 * MINUTE],
    [0, { count: 3, ago: 7 * DAY - 1 }, 8 * MINUTE],
    [0, { count: 3, ago: 7 * DAY }, MINUTE],
    [0.5, { count: 8, ago: 0 }, 5.5 * 256 * MINUTE],
    [0, { count: 20, ago: 0 }, DAY],
  ])(
    'are written again after a while of chance (%d), longer each time (%o)',
    async (random, healed, wait) => {
      const { device, name } = await setBack();
      const since = device.at();
      if (healed)
        await device.change({
          healed: { count: healed.count, at: new Date(device.clock.ms - healed.ago).toISOString() },
        });
      await device.round({ random: () => random });
      const until = new Date(device.clock.ms + wait).toISOString();
      expect((await device.sync()).setBack).toEqual({ since, until });
      device.clock.ms += wait - 1;
      expect(await device.round({ random: () => 0.9 })).toMatchObject({ covered: false });
      expect((await device.sync()).setBack).toEqual({ since, until });
      device.clock.ms += 1;
      expect(await device.round()).toEqual({ read: 0, sent: 0, covered: true });
      const { healed: now, setBack: over, covered } = await device.sync();
      const still = healed !== undefined && healed.ago + wait < 7 * DAY ? healed.count : 0;
      expect(now).toEqual({ count: still + 1, at: device.at() });
      expect(over).toBeUndefined();
      expect((await device.file(name))?.coveredBy).toBe(covered?.name);
      expect(await device.round()).toMatchObject({ covered: false });
      expect(await device.sync()).not.toHaveProperty('setBack');
    },
  );

  it('are named by the cover that takes their place, beside what was read and lies there', async () => {
    const { device, name } = await setBack();
    const tablet = other(device);
    const there = await tablet.put('d', [wish('b')]);
    const newer = await tablet.put('d', [wish('c'), { k: 'letter 2', i: 'x' }]);
    const [odd = ''] = await junk(device, 1);
    const before = [...device.carrier.named('c'), ...device.carrier.named('p')];
    await device.round();
    device.clock.ms += MINUTE;
    expect(await device.round()).toMatchObject({ covered: true });
    const { covered } = await device.sync();
    const names = before.map((path) => path.split('/').at(-1) ?? '');
    const { covers = [] } = (await device.file(covered?.name ?? '')) ?? {};
    expect([...covers].sort()).toEqual([...names, name, there].sort());
    for (const one of [newer, odd]) expect(await device.file(one)).not.toHaveProperty('coveredBy');
  });

  it('and come back are no loss', async () => {
    const { device, path, bytes } = await setBack();
    await device.round();
    expect(await device.sync()).toHaveProperty('setBack');
    device.carrier.files.set(path, bytes);
    await device.round();
    expect(await device.sync()).not.toHaveProperty('setBack');
  });

  it.each([
    ['changes', 'd', true],
    ['a part of the cover that stands', 'p', true],
    ['the cover', 'c', true],
  ] as const)('are a loss where they are %s', async (_, kind, lost) => {
    const device = await settled();
    const changes = await other(device).put('d', [wish('a')]);
    await device.round();
    const file = kind === 'd' ? await pathOf(device, changes) : (device.carrier.named(kind)[0] ?? '');
    device.carrier.files.delete(file);
    await device.round();
    expect((await device.sync()).setBack !== undefined).toBe(lost);
  });

  it.each([
    ['covered', { state: 'applied', coveredBy: 'c-00000000-000001-00000000.wb' }],
    ['sent and not yet seen', { state: 'sent', missed: 0 }],
    ['never opened', { state: 'odd' }],
  ] as const)('are none where they were %s', async (_, row) => {
    const device = await settled();
    const name = 'd-11111111-000001-00000000.wb';
    await device.db.put('files', { name, bytes: 9, by: '11111111', firstSeen: device.at(), ...row });
    await device.round();
    expect((await device.sync()).setBack).toBeUndefined();
  });

  it.each([
    ['that no cover names', {}, false],
    ['that a cover names which another stands in place of', { coveredBy: 'c-x' }, false],
  ] as const)('are none where they are parts %s', async (_, cover, lost) => {
    const device = await settled();
    const part = 'p-11111111-0000000000000001.wb';
    const row = { bytes: 9, by: '11111111', firstSeen: device.at(), state: 'applied' as const };
    await device.db.put('files', { ...row, name: part });
    if ('coveredBy' in cover)
      await device.db.put('files', {
        ...row,
        name: 'c-11111111-000001-00000000.wb',
        parts: [part],
        ...cover,
      });
    await device.round();
    expect((await device.sync()).setBack !== undefined).toBe(lost);
  });
});

describe('what waits for somebody', () => {
  it.each<[string, { next?: { epoch: string; since: string } }]>([
    ['a round', {}],
    ['one in which the code is being changed', { next: { epoch: makeEpoch(2), since: iso(START) } }],
  ])('who comes by a write of this device is shown by %s', async (_, { next }) => {
    const device = await settled();
    const tie = { from: device.ids[0] ?? '', to: 'soon', kind: 'knows' };
    const r = Object.fromEntries(registersOf('tie', tie).values);
    await other(device).put('d', [{ ...wish(`${tie.from}>soon:knows`), k: 'tie', r }]);
    await device.round();
    expect(await device.db.count('ties')).toBe(0);
    Object.assign(device.world, { id: () => 'soon' });
    await device.save('soon');
    if (next) await device.change({ next: { ...next, code: device.code } });
    device.carrier.spoil = (verb) => {
      if (verb === 'makeFolder' || verb === 'put') throw new CarrierError('offline', 'gone');
    };
    expect(await device.stop()).toMatchObject({ kind: 'offline' });
    expect(await device.db.getAll('ties')).toMatchObject([tie]);
  });
});

describe('a round in which the code is being changed', () => {
  it('first hears who wrote before, and writes nothing on the way', async () => {
    const device = await settled();
    const read = await other(device).put('d', [wish('last word'), forgets('nobody')]);
    await device.note(device.ids[0] ?? '', 'of this one');
    const { code } = device;
    const next = { code, epoch: makeEpoch(2), since: device.at() };
    await device.change({ next, stampAll: 'join' });
    device.carrier.spoil = (verb) => {
      if (verb === 'makeFolder') throw new CarrierError('offline', 'gone');
    };
    expect(await device.stop()).toMatchObject({ kind: 'offline' });
    expect(device.carrier.asked.slice(0, 2)).toEqual([`list ${(await device.sync()).epoch}`, `get ${read}`]);
    expect(asked(device, 'put')).toEqual([]);
    expect(asked(device, 'get')).toEqual([read, HELLO]);
    expect(await device.knows('last word')).toBe(true);
    expect(await device.sync()).not.toHaveProperty('stampAll');
    device.carrier.spoil = () => {};
    expect(await device.round()).toMatchObject({ covered: true });
    expect((await device.sync()).epoch).toBe(next.epoch);
  });

  it('hears nobody where the folder is gone, and goes on', async () => {
    const device = await settled();
    const { space, epoch } = await device.sync();
    const next = { code: device.code, epoch: makeEpoch(2), since: device.at() };
    await device.change({ next });
    await device.carrier.remove(['Weitblick', space, epoch]);
    await device.round();
    expect(await device.sync()).toMatchObject({ epoch: next.epoch });
  });
});

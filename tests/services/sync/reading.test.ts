import { describe, expect, it, vi } from 'vitest';
import type { Header } from '../../../src/core/sync/index.ts';
import { ODD } from '../../../src/services/sync/oddFiles.ts';
import { FILE_LIMITS } from '../../../src/sync/file.ts';
import { asked, type Bare, DAY, forgets, HOUR, junk, MINUTE, other, pathOf, settled, wish } from './bare.ts';

/** What `working` is told in a round. */
function watched() {
  const told: [what: string, done: number, total: number | null][] = [];
  return { told, working: (...said: [string, number, number | null]) => void told.push(said) };
}

/** Spoils a file; answers how to mend it. */
async function spoil(device: Bare, name: string): Promise<() => void> {
  const path = await pathOf(device, name);
  const whole = device.carrier.files.get(path) ?? new Uint8Array();
  device.carrier.files.set(
    path,
    whole.map((byte, i) => (i < 60 ? byte : byte ^ 1)),
  );
  return () => void device.carrier.files.set(path, whole);
}

/** Lists files that cannot be had. */
function hide(device: Bare, ...names: string[]): void {
  const { get } = device.carrier;
  Object.assign(device.carrier, {
    get: (path: string[]) => (names.includes(path.at(-1) ?? '') ? Promise.resolve(null) : get(path)),
  });
}

describe('news', () => {
  it('are read in the order in which each device wrote them, three at once, and told of', async () => {
    const device = await settled();
    const tower = other(device, { dev: '22222222', name: 'Tower' });
    const tablet = other(device);
    const later = [await tower.put('d', [wish('a')]), await tower.put('d', [wish('b')])];
    const earlier = [await tablet.put('d', [wish('c')]), await tablet.put('d')];
    const { told, working } = watched();
    expect(await device.round({ working })).toMatchObject({ read: 4 });
    expect(asked(device, 'get')).toEqual([...earlier, ...later]);
    expect(told).toEqual([
      ['takeOver', 3, 4],
      ['takeOver', 4, 4],
    ]);
    // One in which nothing stood has been read, too.
    device.carrier.asked.length = 0;
    expect(await device.round({ working })).toMatchObject({ read: 0 });
    expect(asked(device, 'get')).toEqual([]);
    expect(told).toHaveLength(2);
  });

  it('are put down as they came', async () => {
    const device = await settled();
    const tablet = other(device);
    const plain = await tablet.put('d', [wish('a')]);
    const forgetting = await tablet.put('d', [wish('b'), forgets('nobody')]);
    const newer = await tablet.put('d', [wish('c'), { k: 'letter 2', i: 'x' }]);
    const ranged = await tablet.put('d', [wish('d')], { from: 'wish:d', to: 'wish:d' });
    const half = await tablet.put('d', [wish('e')], { from: 'wish:e' });
    device.clock.ms += 1_000;
    await device.round();
    const row = async (name: string) => {
      const bytes = device.carrier.files.get(await pathOf(device, name))?.length;
      return { name, state: 'applied', bytes, firstSeen: device.at(), by: '11111111' };
    };
    expect(await device.file(plain)).toEqual(await row(plain));
    expect(await device.file(forgetting)).toEqual({ ...(await row(forgetting)), forgets: true });
    expect(await device.file(newer)).toEqual({ ...(await row(newer)), more: true });
    expect(await device.file(ranged)).toEqual({ ...(await row(ranged)), from: 'wish:d', to: 'wish:d' });
    expect(await device.file(half)).toEqual(await row(half));
  });

  it('that are listed and not there are passed over, and asked for again', async () => {
    const device = await settled();
    const tablet = other(device);
    const [gone, there] = [await tablet.put('d', [wish('a')]), await tablet.put('d', [wish('b')])];
    const { get } = device.carrier;
    hide(device, gone);
    expect(await device.round()).toMatchObject({ read: 1 });
    expect([await device.file(gone), (await device.file(there))?.state]).toEqual([undefined, 'applied']);
    Object.assign(device.carrier, { get });
    expect(await device.round()).toMatchObject({ read: 1 });
    expect(await device.knows('a')).toBe(true);
  });

  it.each([
    ['again', {}, true],
    ['applied', {}, false],
    ['sent', { missed: 1 }, false],
    ['odd', { missed: 1, tries: 1 }, false],
    ['odd', { tries: 1 }, true],
  ] as const)('known as %s %o are read: %s', async (state, more, read) => {
    const device = await settled();
    const name = await other(device).put('d', [wish('a')]);
    const bytes = device.carrier.files.get(await pathOf(device, name))?.length ?? 0;
    const firstSeen = new Date(device.clock.ms - 2 * HOUR).toISOString();
    // A listing shows another length: what was sent is not taken for arrived.
    const row = { name, state, by: '11111111', bytes: state === 'sent' ? bytes : 5, firstSeen, ...more };
    await device.db.put('files', row);
    await device.round();
    expect(await device.knows('a')).toBe(read);
  });

  it.each([
    [1_000, [1_000]],
    [1_001, [1_000, 1_001]],
  ])(
    'of %i entries are applied in parts of one transaction each, and marked with the last',
    async (of, steps) => {
      const device = await settled();
      const tablet = other(device);
      const part = await tablet.put(
        'p',
        Array.from({ length: of }, (_, i) => wish(`w${i}`)),
      );
      const cover = await tablet.put('c', [], { parts: [part], covers: [], alive: of, dead: 0 });
      const { told, working } = watched();
      expect(await device.round({ working })).toMatchObject({ read: 1 });
      expect(told).toEqual(steps.map((done) => ['takeOver', done, of]));
      expect([await device.knows('w0'), await device.knows(`w${of - 1}`)]).toEqual([true, true]);
      expect(await device.file(part)).toMatchObject({ state: 'applied' });
      if (steps.length === 1) return;
      // One that is stopped between two has the first alone, and reads the file again.
      await device.db.clear('registers');
      for (const name of [part, cover]) await device.db.delete('files', name);
      const stopping = () => {
        throw new DOMException('stopped', 'AbortError');
      };
      expect(await device.stop({ working: stopping })).toBe('AbortError');
      expect([await device.knows('w0'), await device.knows('w1000')]).toEqual([true, false]);
      expect(await device.file(part)).toBeUndefined();
      await device.round();
      expect(await device.knows('w1000')).toBe(true);
      expect(await device.file(cover)).toMatchObject({ parts: [part], covers: [] });
    },
  );
});

describe('what does not open', () => {
  it('is put down with how it was found, and keeps nobody’s news waiting', async () => {
    const device = await settled();
    const [name = ''] = await junk(device, 1);
    device.carrier.lengthOf = (length) => (length === 80 ? 99 : length);
    await other(device).put('d', [wish('a')]);
    const seen = device.at();
    await device.round();
    const row = { name, state: 'odd', by: '00000000', bytes: 80, listed: 99, firstSeen: seen };
    expect(await device.file(name)).toEqual({ ...row, lastTried: seen, tries: 1 });
    device.clock.ms += HOUR;
    await device.round();
    expect(await device.file(name)).toEqual({ ...row, lastTried: device.at(), tries: 2 });
    expect(await device.knows('a')).toBe(true);
  });

  it('comes after everything that is new when it is tried again', async () => {
    const device = await settled();
    const [odd = ''] = await junk(device, 1);
    await device.round();
    device.clock.ms += 2 * HOUR;
    const tablet = other(device);
    const fresh = [await tablet.put('d', [wish('a')]), await tablet.put('d', [wish('b')])];
    await device.round();
    expect(asked(device, 'get')).toEqual([...fresh, odd]);
  });

  it('and is longer than any of ours is not asked for; one as long as the longest is', async () => {
    const device = await settled();
    const [first = '', second = ''] = await junk(device, 2);
    const lengths = new Map([
      [81, FILE_LIMITS.sealed + 1],
      [80, FILE_LIMITS.sealed],
    ]);
    device.carrier.files.set(await pathOf(device, first), new Uint8Array(81));
    device.carrier.lengthOf = (length) => lengths.get(length) ?? length;
    await device.round();
    expect(asked(device, 'get')).toEqual([second]);
    expect(await device.file(first)).toMatchObject({
      state: 'odd',
      bytes: 0,
      listed: FILE_LIMITS.sealed + 1,
    });
  });

  it.each([
    ['200 files', ODD.inOneRound, 80],
    ['64 MiB', 4, 16 * 1024 * 1024],
  ] as const)('is enough for one round after %s: the rest waits', async (_, files, bytes) => {
    const device = await settled();
    const names = await junk(device, files + 5, new Uint8Array(bytes));
    const wide = await other(device, { dev: 'ffffffff' }).put('d', [wish('behind')]);
    await device.round();
    const most = Math.ceil(files / 3) * 3;
    expect(asked(device, 'get')).toEqual(names.slice(0, most));
    expect(await device.knows('behind')).toBe(false);
    device.carrier.asked.length = 0;
    await device.round();
    expect(asked(device, 'get')).toContain(wide);
    expect(await device.knows('behind')).toBe(true);
  });

  it('is counted over all kinds: news of a code, copies under this name, covers and their parts', async () => {
    const device = await settled();
    const { device: own } = await device.sync();
    await junk(device, ODD.inOneRound - 1, new Uint8Array(80), 'n');
    const tablet = other(device);
    const cover = await tablet.put('c', [], { parts: [], covers: [], alive: 0, dead: 0 });
    const more = await tablet.put('c', [], { parts: [], covers: [], alive: 0, dead: 0 });
    for (const i of [1, 2])
      device.carrier.files.set(await pathOf(device, `d-${own}-zzzzzz-0000000${i}.wb`), new Uint8Array(80));
    await device.round();
    // One of the two under this device's name was the last that was tried.
    const tried = asked(device, 'get');
    expect(tried).toHaveLength(ODD.inOneRound);
    expect(tried.at(-1)).toBe(`d-${own}-zzzzzz-00000001.wb`);
    expect(tried).not.toContain(cover);
    device.carrier.asked.length = 0;
    await device.round();
    expect(asked(device, 'get')).toEqual(expect.arrayContaining([cover, more]));
  });

  it('among the news of a code is looked at no further than that', async () => {
    const device = await settled();
    await junk(device, ODD.inOneRound + 1, new Uint8Array(80), 'n');
    await device.round();
    expect(asked(device, 'get')).toHaveLength(ODD.inOneRound);
  });

  it('among covers ends the looking, also where one that opens has been found', async () => {
    const device = await settled();
    const tablet = other(device, { dev: '00000000' });
    const part = await tablet.put('p', [wish('a')]);
    const good = await tablet.put('c', [], { parts: [part], covers: [], alive: 1, dead: 0 });
    await junk(device, ODD.inOneRound, new Uint8Array(80), 'c');
    await device.round();
    expect(asked(device, 'get')).toContain(good);
    expect(await device.knows('a')).toBe(false);
    await device.round();
    expect(await device.knows('a')).toBe(true);
  });
});

describe('a cover', () => {
  /** A cover of the tablet over parts and changes, as its file says. */
  async function covered(device: Bare, changes: Partial<Header> = {}) {
    const tablet = other(device);
    const first = await tablet.put('p', [wish('a'), wish('b')]);
    const second = await tablet.put('p', [wish('c')]);
    const own = await tablet.put('d', [wish('d')]);
    const cover = await tablet.put('c', [], {
      ...{ parts: [first, second], covers: [own], alive: 9, dead: 2, ...changes },
    });
    return { tablet, first, second, own, cover };
  }
  const lengthOf = async (device: Bare, ...names: string[]) => {
    const lengths = await Promise.all(
      names.map(async (name) => device.carrier.files.get(await pathOf(device, name))?.length ?? 0),
    );
    return lengths.reduce((sum, one) => sum + one, 0);
  };

  it('is read with its parts; what it stands in place of is not, and all of it is put down', async () => {
    const device = await settled();
    const { first, second, own, cover } = await covered(device);
    const before = await device.sync();
    device.clock.ms += 1_000;
    const { told, working } = watched();
    expect(await device.round({ working })).toEqual({ read: 1, sent: 0, covered: false });
    expect(asked(device, 'get')).toEqual([cover, first, second]);
    expect(told).toEqual([
      ['takeOver', 2, 9],
      ['takeOver', 3, 9],
    ]);
    const row = { state: 'applied', firstSeen: device.at(), by: '11111111' };
    expect(await device.file(own)).toEqual({ ...row, name: own, bytes: 0, coveredBy: cover });
    expect(await device.file(cover)).toEqual({
      ...{ ...row, name: cover, bytes: await lengthOf(device, cover) },
      ...{ parts: [first, second], covers: [own] },
    });
    const at = new Date(device.clock.ms - 1_000).toISOString();
    expect(await device.sync()).toEqual({
      ...{ ...before, last: device.at() },
      covered: {
        ...{ name: cover, alive: 9, dead: 2, at: before.covered?.at },
        ...{ bytes: await lengthOf(device, cover, first, second), at },
      },
      devices: [{ id: '11111111', name: 'Tablet', seen: at }],
    });
    device.carrier.asked.length = 0;
    await device.round();
    expect(asked(device, 'get')).toEqual([]);
  });

  it('of more than it says tells what there is', async () => {
    const device = await settled();
    await covered(device, { alive: 1 });
    const { told, working } = watched();
    await device.round({ working });
    expect(told).toEqual([
      ['takeOver', 2, 2],
      ['takeOver', 3, 3],
    ]);
  });

  it('is put over what is known: what waits, what did not open, what is covered already', async () => {
    const device = await settled();
    const tablet = other(device);
    const names = ['sent', 'odd', 'applied', 'covered'] as const;
    const file = (name: (typeof names)[number]) => `d-11111111-000000-0000000${names.indexOf(name)}.wb`;
    const row = { bytes: 7, by: '11111111', firstSeen: device.at() };
    for (const name of names) {
      const state = name === 'covered' ? 'applied' : name;
      const by = name === 'covered' && { coveredBy: 'c-before' };
      await device.db.put('files', { ...row, name: file(name), state, ...(by || {}) });
    }
    const cover = await tablet.put('c', [], { parts: [], covers: names.map(file), alive: 0, dead: 0 });
    await device.round();
    const found = await Promise.all(names.map((name) => device.file(file(name))));
    expect(found.map((one) => one && [one.state, one.coveredBy])).toEqual([
      ['sent', cover],
      ['applied', cover],
      ['applied', cover],
      ['applied', 'c-before'],
    ]);
  });

  it.each([
    ['a part of which is not listed', 'delete'],
    ['a part of which is listed and gone', 'hide'],
    ['a part of which does not open', 'spoil'],
    ['a part of which is no part', 'kind'],
    ['a part of which is no name', 'name'],
  ] as const)('%s is in place of nothing yet; what is there of it is kept', async (_, how) => {
    const device = await settled();
    const before = await device.sync();
    const tablet = other(device);
    const [kept, broken] = [await tablet.put('p', [wish('kept')]), await tablet.put('p', [wish('broken')])];
    const changes = await tablet.put('d', [wish('changes')]);
    const last = how === 'kind' ? changes : how === 'name' ? 'nonsense' : broken;
    const parts = [last, kept];
    const cover = await tablet.put('c', [], { parts, covers: [changes], alive: 1, dead: 0 });
    const { get } = device.carrier;
    const path = await pathOf(device, broken);
    const bytes = device.carrier.files.get(path) ?? new Uint8Array();
    if (how === 'delete') device.carrier.files.delete(path);
    if (how === 'hide') hide(device, broken);
    if (how === 'spoil') await spoil(device, broken);
    // The changes are read as such, since no cover stands in their place.
    expect(await device.round()).toMatchObject({ read: 1 });
    expect(await device.knows('kept')).toBe(true);
    expect(await device.knows('changes')).toBe(true);
    expect(await device.knows('broken')).toBe(false);
    expect(await device.file(cover)).toBeUndefined();
    expect((await device.sync()).covered).toEqual(before.covered);
    expect((await device.file(changes))?.coveredBy).toBeUndefined();
    Object.assign(device.carrier, { get });
    device.carrier.files.set(path, bytes);
    device.carrier.asked.length = 0;
    device.clock.ms += 2 * HOUR;
    await device.round();
    // What is there already is not fetched once more.
    expect(asked(device, 'get')).not.toContain(kept);
    expect(await device.knows('broken')).toBe(last === broken);
    expect((await device.file(cover))?.parts).toEqual(how === 'name' ? undefined : parts);
  });

  it('that is newer is read first, and spares the older one and its parts', async () => {
    const device = await settled();
    const tablet = other(device);
    const old = await tablet.put('p', [wish('old')]);
    const oldest = await tablet.put('c', [], { parts: [old], covers: [], alive: 1, dead: 0 });
    device.clock.ms += 1_000;
    const renewed = await tablet.put('p', [wish('new')]);
    const covers = [oldest, old];
    const newest = await tablet.put('c', [], { parts: [renewed], covers, alive: 1, dead: 0 });
    // Of two the names say nothing: the one that was written last has the lesser.
    expect(await device.round()).toMatchObject({ read: 1 });
    expect(asked(device, 'get')).toEqual([oldest, newest, renewed]);
    expect([await device.knows('old'), await device.knows('new')]).toEqual([false, true]);
    const last = (await device.sync()).covered;
    expect(last).toMatchObject({ name: newest, at: device.at() });
  });

  it('is read though parts of it are covered by another: those are not fetched', async () => {
    const device = await settled();
    const tablet = other(device);
    const [old, stands] = [await tablet.put('p', [wish('old')]), await tablet.put('p', [wish('stands')])];
    const parts = [old, stands];
    const whole = await tablet.put('c', [], { parts, covers: [], alive: 2, dead: 0 });
    device.clock.ms += 1_000;
    const renewed = await tablet.put('p', [wish('renewed')]);
    const said = { parts: [renewed], covers: [old], alive: 2, dead: 0, small: 1 as const };
    const small = await tablet.put('c', [], said);
    device.carrier.files.delete(await pathOf(device, old));
    expect(await device.round()).toMatchObject({ read: 2 });
    expect(asked(device, 'get')).toEqual([whole, small, renewed, stands]);
    expect(await device.file(whole)).toMatchObject({ parts });
    expect(await device.file(small)).toMatchObject({ parts: [renewed], small: true });
    expect(await device.file(whole)).not.toHaveProperty('small');
  });

  it.each([
    ['one of everything, newer', {}, 1_000, 5, 'new', 'long'],
    ['one of everything, older than the last', {}, -1_000, 5, 'last', 'long'],
    ['one of everything, older and shorter than the last', {}, -1_000, 9_999_999, 'last', 'last'],
    ['one of everything, shorter and newer than the last', {}, 1_000, 9_999_999, 'new', 'long'],
    ['a small one', { small: 1 }, 1_000, 5, 'new', 'last'],
    ['a small one, older', { small: 1 }, -1_000, 5, 'last', 'last'],
  ] as const)('that is %s tells how long the last one is', async (_, more, later, bytes, counts, length) => {
    const device = await settled();
    const last = { name: 'c-last', alive: 1, dead: 1, at: device.at(), bytes };
    await device.change({ covered: last });
    device.clock.ms += later;
    const { first, second, cover } = await covered(device, more);
    await device.round();
    const { name, alive, dead, at } = last;
    const own = { name: cover, alive: 9, dead: 2, at: device.at() };
    expect((await device.sync()).covered).toEqual({
      ...(counts === 'new' ? own : { name, alive, dead, at }),
      bytes: length === 'last' ? bytes : await lengthOf(device, cover, first, second),
    });
  });

  it.each([
    ['a small one', { small: 1 }, 0],
    ['one that does not count', { alive: undefined, dead: undefined }, null],
  ] as const)('that is %s and the first', async (_, more, bytes) => {
    const device = await settled();
    await device.db.put('state', { ...(await device.sync()), covered: undefined } as never, 'sync');
    const { first, second, cover } = await covered(device, more as object);
    await device.round();
    expect((await device.sync()).covered).toEqual({
      ...{ name: cover, at: device.at() },
      ...(bytes === null ? { alive: 0, dead: 0 } : { alive: 9, dead: 2 }),
      bytes: bytes ?? (await lengthOf(device, cover, first, second)),
    });
  });

  it('without parts, or in place of nothing, is one', async () => {
    const device = await settled();
    const name = await other(device).put('c');
    expect(await device.round()).toMatchObject({ read: 1 });
    expect(await device.file(name)).toMatchObject({ state: 'applied', parts: [], covers: [] });
    expect((await device.db.getAll('files')).filter(({ coveredBy }) => coveredBy === name)).toEqual([]);
  });

  describe('of many', () => {
    /** Three parts with two each. */
    async function many(alive: number) {
      const device = await settled();
      const tablet = other(device);
      const parts: string[] = [];
      for (const i of [0, 1, 2]) parts.push(await tablet.put('p', [wish(`${i}a`), wish(`${i}b`)]));
      await tablet.put('c', [], { parts, covers: [], alive, dead: 0 });
      return device;
    }

    it.each([
      [2, 6, [2]],
      [3, 6, []],
      [3, 7, [4]],
      [4, 8, [4]],
      [4, 9, [4]],
      [1, 6, [2]],
      [7, 9, []],
    ])('shows the first %i of %i before more are taken over, once', async (shownFirst, alive, shown) => {
      const device = await many(alive);
      const seen: number[] = [];
      const show = async () => {
        const rows = await device.db.getAllKeys('registers');
        seen.push(rows.filter((key) => key.startsWith('wish:')).length);
      };
      await device.round({ shownFirst, show });
      expect(seen).toEqual(shown);
    });

    it('waits no more than ten seconds for what shows them', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        const device = await many(6);
        let shows = 0;
        const asksFor = Promise.withResolvers<void>();
        const round = device.round({
          shownFirst: 2,
          show: () => {
            shows += 1;
            asksFor.resolve();
            return new Promise<void>(() => {});
          },
        });
        await asksFor.promise;
        vi.advanceTimersByTime(9_999);
        for (let i = 0; i < 30; i++) await new Promise((resolve) => setImmediate(resolve));
        expect(await device.knows('1a')).toBe(false);
        vi.advanceTimersByTime(1);
        await round;
        expect(await device.knows('2b')).toBe(true);
        expect([shows, vi.getTimerCount()]).toEqual([1, 0]);
      } finally {
        vi.useRealTimers();
      }
    });

    it('of which nothing is shown is taken over all the same', async () => {
      const device = await many(6);
      await device.round({ shownFirst: 2 });
      expect(await device.knows('2b')).toBe(true);
    });
  });
});

describe('many forgotten elsewhere', () => {
  it.each([
    [10, 20, null],
    [11, 54, { count: 11, of: 54 }],
    [11, 55, null],
    [12, 59, { count: 12, of: 59 }],
    [12, 60, null],
    [1, 1, null],
  ])('%i of %i: asked is %o', async (gone, of, question) => {
    const device = await settled(of);
    await other(device).put('d', device.ids.slice(0, gone).map(forgets));
    const stop = await device.stop();
    expect(stop).toEqual(question && { kind: 'massForget', by: 'Tablet', device: '11111111', ...question });
    expect(await device.db.count('contacts')).toBe(question ? of : of - gone);
  });

  it('are counted over the files of a round, and only those who are here', async () => {
    const device = await settled(40);
    const tablet = other(device);
    const gone = device.ids.map(forgets);
    await tablet.put('d', gone.slice(0, 8));
    await tablet.put('d', [...gone.slice(0, 8), forgets('nobody'), wish('a')]);
    const third = await tablet.put('d', gone.slice(8, 11));
    const tower = other(device, { dev: '22222222', name: 'Tower' });
    await tower.put('d', gone.slice(11, 13));
    expect(await device.stop()).toMatchObject({ kind: 'massForget', by: 'Tablet', count: 11, of: 40 });
    expect(await device.db.count('contacts')).toBe(32);
    expect(await device.file(third)).toBeUndefined();
    // A round later the ones before are no part of it.
    expect(await device.stop()).toBeNull();
    expect(await device.db.count('contacts')).toBe(27);
  });

  it.each([
    [55, null],
    [54, { count: 11, of: 54 }],
  ])('are many of all who were here before the round: of %i asked is %o', async (of, question) => {
    const device = await settled(of);
    const tablet = other(device);
    await tablet.put('d', device.ids.slice(0, 8).map(forgets));
    await tablet.put('d', device.ids.slice(8, 11).map(forgets));
    const stop = await device.stop();
    expect(stop).toEqual(question && { kind: 'massForget', by: 'Tablet', device: '11111111', ...question });
  });

  it.each([
    ['forget', '11111111', 0],
    ['keep', '11111111', 13],
    ['forget', '22222222', null],
    ['keep', '22222222', null],
  ] as const)('and the answer is %s to %s', async (answer, by, left) => {
    const device = await settled(13);
    const name = await other(device).put('d', [...device.ids.map(forgets), wish('a')]);
    await device.change({ massForget: { by, answer } });
    const stop = await device.stop();
    if (left === null) {
      expect(stop).toMatchObject({ kind: 'massForget' });
      expect(await device.file(name)).toBeUndefined();
      return;
    }
    expect(stop).toBeNull();
    expect(await device.db.count('contacts')).toBe(left);
    expect(await device.knows('a')).toBe(true);
    expect(await device.sync()).not.toHaveProperty('massForget');
  });

  it('of whom few are forgotten are not kept by an answer to another', async () => {
    const device = await settled(3);
    await other(device).put('d', [forgets(device.ids[0] ?? '')]);
    await device.change({ massForget: { by: '22222222', answer: 'keep' } });
    await device.round();
    expect(await device.db.count('contacts')).toBe(2);
  });

  it('and one who lives on in somebody that was forgotten goes with them', async () => {
    const device = await settled(2);
    const [first = '', second = ''] = device.ids;
    await device.forget(second);
    await other(device).put('d', [{ ...wish(first), k: 'contact', r: { into: { id: second } } }]);
    await device.round();
    expect(await device.db.count('contacts')).toBe(0);
  });

  it('are contacts: other records that end are none', async () => {
    const device = await settled(13);
    const gone = device.ids.map((id) => ({ ...forgets(id), k: 'wish' }));
    await other(device).put('d', gone);
    expect(await device.stop()).toBeNull();
    const alive = device.ids.map((i) => ({ ...wish(i), k: 'contact', r: {} }));
    await other(device).put('d', alive);
    expect(await device.stop()).toBeNull();
    expect(await device.db.count('contacts')).toBe(13);
  });
});

describe('another device', () => {
  it('is known by its last file, and by what it wrote before and never arrived', async () => {
    const device = await settled();
    const tablet = other(device);
    const tower = other(device, { dev: '22222222', name: 'Tower' });
    const start = device.at();
    const first = await tablet.put('d', [wish('a')], { prev: 'd-11111111-000000-unheard0.wb' });
    await tower.put('d', [wish('b')]);
    await device.round();
    // Of one that nobody has heard of before nothing is missing.
    expect((await device.sync()).devices).toEqual([
      { id: '11111111', name: 'Tablet', seen: start },
      { id: '22222222', name: 'Tower', seen: start },
    ]);
    device.clock.ms += MINUTE;
    const lost = [await tablet.put('d', [wish('c')], { prev: first }), await tablet.put('d', [wish('d')])];
    const bytes = await Promise.all(
      lost.map(
        async (name) =>
          [await pathOf(device, name), device.carrier.files.get(await pathOf(device, name))] as const,
      ),
    );
    for (const [path] of bytes) device.carrier.files.delete(path);
    await tablet.put('d', [wish('e')], { prev: lost[0] ?? '', name: 'Slate' });
    await tablet.put('d', [wish('f')], { prev: lost[1] ?? '', at: start });
    await device.round();
    expect((await device.sync()).devices).toEqual([
      { id: '22222222', name: 'Tower', seen: start },
      { id: '11111111', name: 'Tablet', seen: device.at(), missing: lost },
    ]);
    for (const [i, [path, file]] of bytes.entries()) {
      device.carrier.files.set(path, file ?? new Uint8Array());
      await device.round();
      const missing = lost.slice(i + 1);
      expect((await device.sync()).devices.find(({ id }) => id === '11111111')?.missing).toEqual(
        missing.length > 0 ? missing : undefined,
      );
    }
  });

  it('of which something arrives by a cover misses it no more, and nobody else is changed', async () => {
    const device = await settled();
    const tablet = other(device);
    const missing = ['d-11111111-000001-aaaaaaaa.wb', 'd-11111111-000001-bbbbbbbb.wb'];
    const tower = {
      id: '22222222',
      name: 'Tower',
      seen: device.at(),
      missing: ['d-22222222-000001-cccccccc.wb'],
    };
    await device.change({ devices: [{ id: '11111111', name: 'Tablet', seen: device.at(), missing }, tower] });
    await tablet.put('c', [], { parts: [], covers: missing.slice(0, 1), alive: 0, dead: 0 });
    await device.round();
    expect((await device.sync()).devices).toEqual([
      tower,
      { id: '11111111', name: 'Tablet', seen: device.at(), missing: missing.slice(1) },
    ]);
  });

  it('misses nothing that has come, also where the round is stopped after it', async () => {
    const device = await settled(11);
    const name = await other(device).put('d', [wish('a')]);
    const tablet = { id: '11111111', name: 'Tablet', seen: device.at() };
    await device.change({ devices: [{ ...tablet, missing: [name] }] });
    await other(device, { dev: '22222222', name: 'Tower' }).put('d', device.ids.map(forgets));
    expect(await device.stop()).toMatchObject({ kind: 'massForget' });
    expect((await device.sync()).devices).toEqual([tablet]);
  });

  it('of which something arrives by a cover of a third misses it no more; nobody else is changed', async () => {
    const device = await settled();
    const known = (id: string, ...missing: string[]) => ({
      ...{ id, name: id, seen: device.at() },
      ...(missing.length > 0 && { missing }),
    });
    const [a, b, c] = [1, 2, 3].map((i) => `d-11111111-000001-0000000${i}.wb`) as [string, string, string];
    await device.change({ devices: [known('11111111', a, b), known('22222222', c), known('44444444')] });
    await other(device, { dev: '33333333', name: '33333333' }).put('c', [], { covers: [a, 'nonsense'] });
    await device.round();
    expect((await device.sync()).devices).toEqual([
      ...[known('11111111', b), known('22222222', c), known('44444444'), known('33333333')],
    ]);
    expect(await device.file('nonsense')).toMatchObject({ by: '', state: 'applied' });
  });

  it.each([
    ['the first that it writes has none before it', { seq: 0, prev: 'd-11111111-000000-aaaaaaaa.wb' }, false],
    ['names one before', { seq: 1, prev: 'd-11111111-000000-aaaaaaaa.wb' }, true],
    ['names none', { seq: 1 }, false],
  ])('is missing a file that %s', async (_, changes, misses) => {
    const device = await settled();
    await device.change({ devices: [{ id: '11111111', name: 'Tablet', seen: device.at() }] });
    await other(device).put('d', [wish('a')], changes);
    await device.round();
    expect((await device.sync()).devices[0]?.missing !== undefined).toBe(misses);
  });

  it('is not heard of by a part: whoever has written it has not come by', async () => {
    const device = await settled();
    const tower = other(device, { dev: '22222222', name: 'Tower' });
    const part = await tower.put('p', [wish('a')]);
    await other(device).put('c', [], { parts: [part], covers: [], alive: 1, dead: 0 });
    await device.round();
    expect((await device.sync()).devices.map(({ name }) => name)).toEqual(['Tablet']);
  });

  it('that says it has seen the future is put down as it says, and stays so', async () => {
    const device = await settled();
    const tablet = other(device);
    const future = new Date(device.clock.ms + DAY).toISOString();
    await tablet.put('d', [wish('a')], { at: future });
    await tablet.put('d', [wish('b')]);
    await device.round();
    expect((await device.sync()).devices[0]?.seen).toBe(future);
  });
});

import { describe, expect, it } from 'vitest';
import { CarrierError } from '../../../src/sync/carrier.ts';
import { patient } from '../../../src/sync/patience.ts';
import { webdav } from '../../../src/sync/webdav.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { makeDevice, PLACE, syncOf, troubleOf, two, untilInStep } from './devices.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a device that was away for a year', () => {
  it('sees none of three tidied generations, and converges from the cover; what it wrote meanwhile stands', async () => {
    const { carrier, laptop, tablet, ids } = await two(6);
    await untilInStep([laptop, tablet]);
    await tablet.note(ids[1] ?? '', 'written a year ago, offline');
    await tablet.own(ids[2] ?? '', { tags: ['of the tablet'] });
    let covers = 0;
    for (let generation = 0; generation < 3; generation++) {
      await laptop.note(ids[0] ?? '', `generation ${generation}`);
      await laptop.own(ids[2] ?? '', { tags: [`laptop ${generation}`] });
      // Forgetting is what makes a cover due, whatever the number of files.
      await laptop.forget(await laptop.save(`short-${generation}`));
      await laptop.round();
      for (let day = 0; day < 120; day += 4) {
        laptop.clock.ms += 4 * DAY;
        await laptop.round();
      }
      covers = carrier.asked.filter((one) => one.startsWith('put c-')).length;
    }
    expect(covers).toBeGreaterThanOrEqual(4);
    expect(carrier.named('d')).toEqual([]);
    tablet.clock.ms = laptop.clock.ms;
    await untilInStep([tablet, laptop]);
    expect(await tablet.view()).toEqual(await laptop.view());
    expect((await tablet.contact(ids[0] ?? ''))?.own.note).toBe('generation 2');
    expect((await laptop.contact(ids[1] ?? ''))?.own.note).toBe('written a year ago, offline');
    expect((await laptop.contact(ids[2] ?? ''))?.own.tags).toContain('of the tablet');
  });
});

describe('a listing', () => {
  it.each([
    ['is cut at 750', (all: [string, number][]) => all.slice(0, 750)],
    ['is of yesterday', (all: [string, number][]) => all.slice(0, 40)],
    ['shows the first file alone', (all: [string, number][]) => all.filter(([name]) => name === 'hello.wb')],
  ] as const)('that %s deletes nothing, here or there', async (_, cut) => {
    const { carrier, laptop, tablet, ids } = await two();
    for (let i = 0; i < 60; i++) {
      await laptop.note(ids[i % 3] ?? '', `note ${i}`);
      await laptop.round();
    }
    await tablet.round();
    const [name = ''] = carrier.named('d');
    for (let i = 0; i < 900; i++) carrier.files.set(`${name.slice(0, -12)}${i} (1).wb`, new Uint8Array(1));
    const { list } = carrier;
    const cutting: typeof list = async (path) => {
      const listing = await list(path);
      return listing === null ? null : { ...listing, files: new Map(cut([...listing.files])) };
    };
    Object.assign(carrier, { list: cutting });
    const before = await tablet.view();
    const there = new Set(carrier.files.keys());
    for (let i = 0; i < 20; i++) {
      tablet.clock.ms += 5 * MINUTE;
      await tablet.round();
    }
    expect(await tablet.view()).toEqual(before);
    expect(await troubleOf(tablet)).toBeNull();
    for (const file of there) expect(carrier.files.has(file)).toBe(true);
    Object.assign(carrier, { list });
    await tablet.note(ids[0] ?? '', 'all is well');
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('all is well');
    expect(await tablet.view()).toEqual(await laptop.view());
  });

  it('that is empty asks, and writes nothing', async () => {
    const { carrier, laptop } = await two();
    const before = await laptop.view();
    carrier.files.clear();
    carrier.asked.length = 0;
    for (let i = 0; i < 3; i++) await laptop.background.sync.round({ started: true });
    await laptop.round();
    expect(await troubleOf(laptop)).toBe('wiped');
    expect(carrier.asked.filter((one) => /^(?:put|remove|makeFolder)/.test(one))).toEqual([]);
    expect(await laptop.view()).toEqual(before);
  });

  it('that is a page of a network which answers 200 to everything is told for what it is', async () => {
    const page = () =>
      new Response('<html>Log in</html>', { status: 200, headers: { 'Content-Type': 'text/html' } });
    const { carrier, laptop, ids } = await two();
    await laptop.note(ids[0] ?? '', 'waits');
    const before = await laptop.view();
    const real = { ...carrier };
    const portal = webdav({ ...PLACE }, async () => page());
    for (const verb of ['list', 'get', 'put', 'remove', 'makeFolder'] as const)
      Object.assign(carrier, { [verb]: portal[verb] });
    await laptop.round();
    expect(await laptop.status()).toMatchObject({ waiting: 1, trouble: { kind: 'odd' } });
    expect(await laptop.view()).toEqual(before);
    Object.assign(carrier, real);
    await laptop.round();
    expect(await laptop.status()).toMatchObject({ waiting: 0, trouble: null });
  });
});

describe('a file that does not open', () => {
  it.each([
    [1 / 24 + 0.01, true],
    [3, true],
    [9, false],
  ] as const)('and is whole after %d days is read: %s', async (days, isRead) => {
    const { carrier, laptop, tablet, ids } = await two();
    await laptop.note(ids[0] ?? '', 'arrived late');
    await laptop.round();
    const [name = ''] = carrier.named('d').slice(-1);
    const whole = carrier.files.get(name) ?? new Uint8Array();
    // Of the same length, so that a listing does not tell.
    carrier.files.set(
      name,
      whole.map((byte, i) => (i < 60 ? byte : byte ^ 1)),
    );
    await tablet.round();
    expect(await troubleOf(tablet)).toBeNull();
    for (let hour = 0; hour < Math.floor(days * 24); hour++) {
      tablet.clock.ms += DAY / 24;
      await tablet.round();
    }
    carrier.files.set(name, whole);
    // It is looked for twice as long after each time.
    for (let hour = 0; hour < 36 && days < 7; hour += 2) {
      tablet.clock.ms += DAY / 12;
      await tablet.round();
    }
    if (days > 7) {
      tablet.clock.ms += DAY;
      await tablet.round();
    }
    expect((await tablet.contact(ids[0] ?? ''))?.own.note === 'arrived late').toBe(isRead);
  });
});

describe('a database of which a part was lost', () => {
  it('writes no cover that would lack it, and says so', async () => {
    const { carrier, laptop, ids } = await two(8);
    // Damage, not a write: the contact is gone, and nothing of the program knows why.
    await laptop.db.delete('contacts', ids[3] ?? '');
    for (let i = 0; i < 220; i++)
      carrier.files.set(
        `${[...carrier.files.keys()][1]?.split('/').slice(0, -1).join('/')}/x${i}`,
        new Uint8Array(0),
      );
    await laptop.forget(ids[0] ?? '');
    await laptop.round();
    laptop.clock.ms += 8 * DAY;
    const before = carrier.named('c');
    for (let i = 0; i < 3; i++) {
      await laptop.round();
      laptop.clock.ms += 60 * MINUTE;
    }
    expect(await troubleOf(laptop)).toBe('damaged');
    expect(carrier.named('c')).toEqual(before);
  });
});

describe('a server that stumbles', () => {
  it.each(['server', 'offline'] as const)(
    'is asked thrice more in a round, after 1, 4 and 15 s: %s',
    async (kind) => {
      const carrier = new MemoryCarrier();
      let asked = 0;
      carrier.spoil = () => {
        asked += 1;
        throw new CarrierError(kind, 'stumbles');
      };
      const pauses: number[] = [];
      const asking = patient(carrier, async (ms) => void pauses.push(ms));
      await expect(asking.list(['x'])).rejects.toMatchObject({ kind });
      expect([asked, pauses]).toEqual([4, [1_000, 4_000, 15_000]]);
    },
  );

  it.each(['password', 'full', 'odd', 'moved', 'busy', 'crowded', 'lossy'] as const)(
    'is not asked again at once for what stands: %s',
    async (kind) => {
      const carrier = new MemoryCarrier();
      let asked = 0;
      carrier.spoil = () => {
        asked += 1;
        throw new CarrierError(kind, 'stands');
      };
      await expect(patient(carrier, async () => {}).get(['x'])).rejects.toMatchObject({ kind });
      expect(asked).toBe(1);
    },
  );

  it('and wants to be left alone, without saying how long, is for a minute, two, four … an hour', async () => {
    const { carrier, laptop } = await two();
    carrier.spoil = () => {
      throw new CarrierError('busy', '503');
    };
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      await laptop.background.sync.round();
      const until = Date.parse((await syncOf(laptop)).waitUntil ?? '');
      waits.push((until - laptop.clock.ms) / MINUTE);
      laptop.clock.ms = until + 1_000;
    }
    for (const [i, wait] of waits.entries()) {
      const least = Math.min(2 ** i, 60);
      expect(wait).toBeGreaterThan(least * 0.99);
      expect(wait).toBeLessThan(least * 1.25);
    }
  });
});

describe('a password that is refused by 403', () => {
  it('is one request, and then none', async () => {
    const { carrier, laptop } = await two();
    let asked = 0;
    const refusing = webdav({ ...PLACE }, async () => {
      asked += 1;
      return new Response('', { status: 403 });
    });
    Object.assign(carrier, { list: refusing.list });
    for (let i = 0; i < 10; i++) {
      laptop.clock.ms += 5 * MINUTE;
      await laptop.background.sync.round();
    }
    expect(asked).toBe(1);
    const again = await makeDevice('Laptop', carrier, { database: laptop.db.name });
    for (let i = 0; i < 5; i++) await again.background.sync.round({ started: i === 0 });
    expect(asked).toBe(2);
  });
});

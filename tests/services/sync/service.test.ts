import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printStamp, rowKey } from '../../../src/core/sync/index.ts';
import { AFTER_WRITE_MS, SyncService } from '../../../src/services/sync/sync.ts';
import { beginSync } from '../../../src/storage/files.ts';
import { CarrierError, type CarrierErrorKind } from '../../../src/sync/carrier.ts';
import { FOLDER } from '../../../src/sync/names.ts';
import {
  asked,
  type Bare,
  bare,
  DAY,
  forgets,
  HOUR,
  MINUTE,
  other,
  PLACE,
  START,
  settled,
  wish,
} from './bare.ts';

const AT = new Date(START).toISOString();
type World = ConstructorParameters<typeof SyncService>[0];
const FOLDER_PLACE = { kind: 'folder', name: 'of mine' } as const;
const S3_PLACE = {
  ...{ kind: 's3' as const, url: 'https://s3.example.org', bucket: 'b', region: 'r' },
  ...{ keyId: 'key', secret: 'x' },
};

/** The service of a device, with what it says to those around it. */
function serving(device: Bare, more: Partial<World> = {}) {
  const said: unknown[] = [];
  const pauses: number[] = [];
  const service = new SyncService({
    ...{ database: Promise.resolve(device.db), world: device.world, random: () => 0 },
    announce: (event) => void said.push(event),
    carrierOf: () => device.carrier,
    pause: async (ms) => void pauses.push(ms),
    syncTurned: (on) => void said.push(on),
    ...more,
  });
  return { service, said, pauses };
}

async function served(contacts = 1, more: Partial<World> = {}) {
  const device = await settled(contacts);
  return { device, ...serving(device, more) };
}

/** Every request of a verb is refused; without a kind none is. */
function refuse(device: Bare, kind: CarrierErrorKind | null, verb = '', retryAfter: number | null = null) {
  device.carrier.spoil = (asking) => {
    if (kind !== null && asking.startsWith(verb)) throw new CarrierError(kind, 'refused', { retryAfter });
  };
}

const TOLD = { kind: 'sync' };
const lists = (device: Bare) => asked(device, 'list').length;

/** Some turns of everything that goes on by itself. */
async function turns(count = 40): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('a round that is asked for', () => {
  it('is nothing where sync is off', async () => {
    const device = await bare();
    const { service, said } = serving(device);
    await service.round({ asked: true });
    expect([await service.status(), await service.now(), said]).toEqual([{ on: false }, { on: false }, []]);
    expect(device.carrier.asked).toEqual([]);
  });

  it('is told when it begins and when it is over, with what it is about', async () => {
    const { device, service, said } = await served();
    await other(device).put('d', [wish('a')]);
    const working: unknown[] = [];
    const watching = serving(device, {
      announce: async (event) => {
        said.push(event);
        const status = await watching.service.status();
        working.push(status.on && status.working);
      },
    });
    await watching.service.round();
    await turns();
    expect(said).toEqual([TOLD, TOLD, TOLD]);
    expect(working[0]).toEqual({ what: 'round', done: 0, total: null });
    expect(await watching.service.status()).toMatchObject({ working: null });
    expect(await service.status()).toMatchObject({ working: null });
  });

  it('tells how far it is while it publishes', async () => {
    const device = await bare();
    await device.save('a', 'b', 'c');
    await device.begin();
    const working: unknown[] = [];
    const { service } = serving(device, {
      partRecords: 1,
      announce: () => void service.status().then((status) => working.push(status.on && status.working)),
    });
    await service.round();
    await turns();
    expect(device.carrier.named('p').length).toBeGreaterThanOrEqual(3);
    expect(working.length).toBeGreaterThan(3);
    expect(await service.status()).toMatchObject({ working: null, trouble: null });
  });

  it('is the one that is running, while one is', async () => {
    const { device, service } = await served();
    await Promise.all([service.round(), service.round(), service.round({ asked: true })]);
    expect(lists(device)).toBe(1);
    const first = service.round();
    await turns(3);
    await Promise.all([first, service.round()]);
    expect(lists(device)).toBe(2);
    await service.round();
    expect(lists(device)).toBe(3);
  });

  it('is kept awake, and runs in no other window', async () => {
    const names: string[] = [];
    let awake = 0;
    const { device, service } = await served(1, {
      alone: async (name) => {
        names.push(name);
        return false;
      },
      awake: (work) => {
        awake += 1;
        return work();
      },
    });
    await service.round();
    expect([names, awake, lists(device)]).toEqual([['sync'], 1, 0]);
  });

  it('is given chance, the size of parts, and what shows people', async () => {
    const device = await settled();
    const tablet = other(device);
    const parts = [await tablet.put('p', [wish('a')])];
    await tablet.put('c', [], { parts, covers: [], alive: 1, dead: 0 });
    const random = vi.fn(() => 0.5);
    const { service } = serving(device, { random, showTaken: async () => {} });
    await service.round();
    device.carrier.files.delete([...device.carrier.files.keys()].find((name) => /\/p-1/.test(name)) ?? '');
    await service.round();
    expect(random).toHaveBeenCalled();
    expect((await device.sync()).setBack?.until).toBe(new Date(START + 5.5 * MINUTE).toISOString());
  });

  it('asks a server again that stumbles, after pauses', async () => {
    const { device, service, pauses } = await served();
    refuse(device, 'server');
    await service.round();
    expect([pauses, lists(device)]).toEqual([[1_000, 4_000, 15_000], 4]);
  });

  it('and fails as nothing of ours does fails for whoever asked, and the next is tried', async () => {
    const { device, service } = await served();
    device.carrier.spoil = () => {
      throw new TypeError('broken');
    };
    await expect(service.round()).rejects.toThrow('broken');
    expect((await device.sync()).trouble).toBeUndefined();
    device.carrier.spoil = () => {};
    await service.round();
    expect(lists(device)).toBe(2);
  });

  it.each(['AbortError', 'DataError'])(
    'and is ended from outside is over without a word: %s',
    async (name) => {
      const { device, service } = await served();
      device.carrier.spoil = () => {
        throw new DOMException('', name);
      };
      const round = service.round();
      if (name === 'AbortError') await round;
      else await expect(round).rejects.toMatchObject({ name });
      expect((await device.sync()).trouble).toBeUndefined();
    },
  );
});

describe('a round that is begun by itself', () => {
  it.each([
    [0, false],
    [-1, false],
    [1, true],
  ])('waits as long as the server wants, and is tried %i ms after: %s', async (later, tried) => {
    const { device, service } = await served();
    await device.change({ waitUntil: new Date(START + 5_000 - later).toISOString() });
    device.clock.ms += 5_000;
    await service.round();
    // At the very instant it is time.
    expect(lists(device)).toBe(tried || later === 0 ? 1 : 0);
    await service.round({ asked: true });
    expect(lists(device)).toBe(tried || later === 0 ? 2 : 1);
  });

  it('waits for the person where only they can help; once with each start of the browser it is tried', async () => {
    const { device, service } = await served();
    await device.change({ trouble: { kind: 'password', since: AT } });
    await service.round();
    expect(lists(device)).toBe(0);
    refuse(device, 'password');
    await service.round({ started: true });
    await service.round({ started: true });
    expect(lists(device)).toBe(1);
    refuse(device, null);
    await service.round({ asked: true });
    expect(await device.sync()).not.toHaveProperty('trouble');
    await device.change({ trouble: { kind: 'password', since: AT } });
    await service.round({ started: true });
    expect(lists(device)).toBe(3);
  });

  it.each<[string, (service: SyncService, code: string) => Promise<unknown>]>([
    ['for a round', (service) => service.now()],
    ['for a new code', (service) => service.changeCode()],
    ['with a code', (service, code) => service.enterCode(code)],
    ['with a password', (service) => service.password('new')],
  ])('waits for nothing where the person asks %s', async (_, ask) => {
    const { device, service } = await served();
    await other(device).put('d', [wish('a')]);
    await device.change({ waitUntil: new Date(START + DAY).toISOString() });
    await ask(service, device.code);
    await turns();
    await service.round();
    expect(await device.knows('a')).toBe(true);
  });

  it('does not wait for what goes by itself', async () => {
    const { device, service } = await served();
    await device.change({ trouble: { kind: 'offline', since: AT } });
    await service.round();
    expect(lists(device)).toBe(1);
  });
});

describe('a write', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('is told to the others some time after the last of a burst, in one round', async () => {
    const { device, service } = await served();
    for (let i = 0; i < 3; i++) {
      service.follow({ revision: i });
      vi.advanceTimersByTime(AFTER_WRITE_MS - 1);
      await turns(10);
    }
    expect(lists(device)).toBe(0);
    vi.advanceTimersByTime(1);
    await turns();
    expect(lists(device)).toBe(1);
    vi.advanceTimersByTime(10 * AFTER_WRITE_MS);
    await turns();
    expect(lists(device)).toBe(1);
  });

  it('of which a round has come before is told with it', async () => {
    const { device, service } = await served();
    service.follow({ revision: 1 });
    const round = service.round({ asked: true });
    await turns(4);
    // What is written while a round runs begins none.
    service.follow({ revision: 2 });
    await round;
    vi.advanceTimersByTime(10 * AFTER_WRITE_MS);
    await turns();
    expect(lists(device)).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    service.follow({ revision: 3 });
    expect(vi.getTimerCount()).toBe(1);
  });

  it('is nothing where sync is off', async () => {
    const device = await bare();
    const { service } = serving(device);
    await service.round();
    service.follow({ revision: 1 });
    expect(vi.getTimerCount()).toBe(0);
    await device.begin();
    await service.round();
    service.follow({ revision: 2 });
    expect(vi.getTimerCount()).toBe(1);
    await service.leave(false);
    vi.clearAllTimers();
    service.follow({ revision: 3 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('whose round fails as nothing of ours does is said where programs say it', async () => {
    const { device, service } = await served();
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    device.carrier.spoil = () => {
      throw new TypeError('broken');
    };
    service.follow({ revision: 1 });
    vi.advanceTimersByTime(AFTER_WRITE_MS);
    await turns();
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  it('lets a round go first for three seconds, or until it is over', async () => {
    const { device, service } = await served();
    await service.goesFirst();
    const list = Promise.withResolvers<void>();
    const { list: real } = device.carrier;
    Object.assign(device.carrier, { list: (path: string[]) => list.promise.then(() => real(path)) });
    const over: string[] = [];
    const round = service.round().then(() => over.push('round'));
    await turns(6);
    const first = service.goesFirst().then(() => over.push('first'));
    vi.advanceTimersByTime(2_999);
    await turns(3);
    expect(over).toEqual([]);
    vi.advanceTimersByTime(1);
    await first;
    expect(over).toEqual(['first']);
    list.resolve();
    await round;
    Object.assign(device.carrier, { list: real });
    const next = service.round();
    await turns(1);
    await Promise.all([next, service.goesFirst()]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what goes wrong', () => {
  it.each(['offline', 'password', 'full', 'odd', 'moved'] as const)(
    'is told since when, until it is over: %s',
    async (kind) => {
      const { device, service } = await served();
      await device.change({ waited: 2 });
      refuse(device, kind);
      await service.round({ asked: true });
      device.clock.ms += MINUTE;
      await service.round({ asked: true });
      const { trouble, waited, waitUntil } = await device.sync();
      expect([trouble, waited, waitUntil]).toEqual([{ kind, since: AT }, 2, undefined]);
      refuse(device, 'odd', kind === 'odd' ? 'none' : '');
      await service.round({ asked: true });
      expect((await device.sync()).trouble).toEqual(
        kind === 'odd' ? undefined : { kind: 'odd', since: device.at() },
      );
    },
  );

  it('is told with who it comes from', async () => {
    const { device, service } = await served(13);
    await other(device).put('d', device.ids.map(forgets));
    await service.round();
    const trouble = { kind: 'massForget', since: AT, by: 'Tablet', device: '11111111', count: 13, of: 13 };
    expect(await service.status()).toMatchObject({ on: true, trouble });
    expect((await device.sync()).trouble).toEqual(trouble);
  });

  it.each([
    [0, '00000000', null, MINUTE],
    [undefined, '00000000', null, MINUTE],
    [1, '00000000', null, 2 * MINUTE],
    [5, '00000000', null, 32 * MINUTE],
    [6, '00000000', null, HOUR],
    [40, '00000000', null, HOUR],
    [0, '0000000a', null, 1.1 * MINUTE],
    [0, '00000013', null, 1.19 * MINUTE],
    [0, '00000014', null, MINUTE],
    [3, '00000014', 7_000, 7_000],
  ])(
    'after %s pauses of a server that wants to be left alone it is, by %s: %s',
    async (waited, dev, after, wait) => {
      const { device, service } = await served();
      await device.db.put('state', { ...(await device.sync()), device: dev, waited } as never, 'sync');
      refuse(device, 'busy', '', after);
      await service.round({ asked: true });
      expect(await device.sync()).toMatchObject({
        ...{ trouble: { kind: 'busy', since: AT }, waited: (waited ?? 0) + 1 },
        waitUntil: new Date(START + wait).toISOString(),
      });
    },
  );
});

describe('what the person is told', () => {
  it('is all that there is, and neither the password nor the code', async () => {
    const { device, service } = await served();
    const [id = ''] = device.ids;
    await device.note(id, 'waits');
    const seen = (days: number) => new Date(START - days * DAY).toISOString();
    await device.change({
      ...{ offset: 300_000, apart: 5, last: AT },
      devices: [
        { id: '1', name: 'One', seen: seen(3) },
        { id: '2', name: 'Two', seen: seen(1), missing: ['a', 'b'] },
        { id: '3', name: 'Three', seen: seen(2) },
      ],
    });
    const { space, device: own } = await device.sync();
    expect(await service.status()).toEqual({
      ...{ on: true, space, device: own, name: 'Laptop', last: AT, trouble: null, offset: 300_000, apart: 5 },
      ...{ place: { kind: 'webdav', address: PLACE.url, user: 'kim' }, newCode: 'unseen' },
      ...{ waiting: 1, working: null },
      devices: [
        { id: '2', name: 'Two', seen: seen(1), missing: 2 },
        { id: '3', name: 'Three', seen: seen(2), missing: 0 },
        { id: '1', name: 'One', seen: seen(3), missing: 0 },
      ],
    });
    const { last: _, unseen: __, apart: ___, ...bareSync } = await device.sync();
    await device.db.put('state', bareSync, 'sync');
    expect(await service.status()).toMatchObject({ last: null, newCode: null, apart: 0 });
    await device.change({ unseen: true, next: { code: device.code, epoch: 'e0002-00000000', since: AT } });
    expect(await service.status()).toMatchObject({ newCode: 'going' });
  });

  it.each([
    [PLACE, PLACE.url, 'kim'],
    [S3_PLACE, 'https://s3.example.org/b', 'key'],
    [FOLDER_PLACE, 'of mine', ''],
  ] as const)('of a place is where it is: %o', async (place, address, user) => {
    const { device, service, said } = await served();
    await device.change({ place });
    expect(await service.status()).toMatchObject({ place: { kind: place.kind, address, user } });
    const { space } = await device.sync();
    const line = [address, user, space, device.code].filter((word) => word !== '').join(' ');
    expect(await service.code()).toEqual({ code: device.code, line });
    expect(said).toEqual([TOLD]);
    // It has been shown.
    expect(await device.sync()).not.toHaveProperty('unseen');
  });

  it('of the code is the one to keep: a new one that is on its way', async () => {
    const { device, service } = await served();
    await device.change({ next: { code: 'WB1-NEW', epoch: 'e0002-00000000', since: AT } });
    expect((await service.code())?.code).toBe('WB1-NEW');
    await beginSync(device.db, undefined);
    expect(await service.code()).toBeNull();
  });

  it('of a note are its versions, with who wrote them and when', async () => {
    const { device, service } = await served();
    const [id = ''] = device.ids;
    const { device: own } = await device.sync();
    await device.change({ devices: [{ id: '11111111', name: 'Tablet', seen: AT }] });
    const row = await device.db.get('registers', rowKey('contact', id));
    if (row === undefined) throw new Error('no row');
    const heads: [string, string][] = [
      [printStamp([START, 0, own]), 'mine'],
      [printStamp([START - MINUTE, 3, '11111111']), 'theirs'],
      [printStamp([8.64e15, 0, '22222222']), 'of the future'],
    ];
    await device.db.put('registers', { ...row, note: { heads, seen: [] } });
    expect(await service.note(id)).toEqual({
      versions: [
        { text: 'mine', at: AT, by: 'Laptop' },
        { text: 'theirs', at: new Date(START - MINUTE).toISOString(), by: 'Tablet' },
        { text: 'of the future', at: new Date(8.64e15).toISOString(), by: null },
      ],
    });
    expect(await service.note('nobody')).toEqual({ versions: [] });
    await device.db.delete('state', 'sync');
    expect((await service.note(id)).versions.map(({ by }) => by)).toEqual([null, null, null]);
  });
});

describe('setting up', () => {
  it.each([
    ['check', (service: SyncService) => service.check({ ...PLACE, url: 'http://dav.example.org' })],
    [
      'setUp',
      (service: SyncService) =>
        service.setUp({ place: { ...PLACE, url: 'http://dav.example.org' }, name: 'x' }),
    ],
  ])('is refused where a password must not be sent: %s', async (_, ask) => {
    const device = await bare();
    const { service } = serving(device);
    expect(await ask(service)).toEqual({ ok: false, trouble: 'badAddress' });
    expect(device.carrier.asked).toEqual([]);
  });

  it('begins a space at the place as it is kept, turns the rounds on, and waits for none', async () => {
    const device = await bare();
    await device.save('ada');
    const places: unknown[] = [];
    const { service, said } = serving(device, {
      carrierOf: (place) => {
        places.push(place);
        return device.carrier;
      },
    });
    const place = { ...PLACE, url: ' dav.example.org/ ' };
    expect(await service.check(place)).toEqual({ ok: true, spaces: 0 });
    expect(said).toEqual([]);
    const answer = await service.setUp({ place, name: 'Laptop' });
    expect(answer).toEqual({ ok: true, code: (await device.sync()).code });
    expect(said[0]).toBe(true);
    expect(places.slice(0, 2)).toEqual([PLACE, PLACE]);
    expect((await device.sync()).place).toEqual(PLACE);
    await service.round();
    expect(device.carrier.named('c')).toHaveLength(1);
  });

  it('of a further device meets first, then joins, and takes over by itself', async () => {
    const first = await settled(2);
    const device = await bare(first.carrier, { name: 'Tablet' });
    const { service, said } = serving(device);
    const given = { place: PLACE, name: 'Tablet', code: first.code };
    expect(await service.meet(given)).toEqual({ ok: true, meeting: { here: 0, there: 2, same: 0 } });
    expect(said).toEqual([]);
    expect(await service.join(given)).toEqual({ ok: true });
    expect(said[0]).toBe(true);
    await service.round();
    expect(await device.db.count('contacts')).toBe(2);
    expect(await device.sync()).toMatchObject({ name: 'Tablet', place: PLACE });
  });

  it('that is refused turns nothing on', async () => {
    const device = await bare();
    const { service, said } = serving(device);
    refuse(device, 'full', 'put');
    expect(await service.setUp({ place: PLACE, name: 'x' })).toEqual({ ok: false, trouble: 'full' });
    expect(await service.check(PLACE)).toEqual({ ok: false, trouble: 'full' });
    const given = { place: PLACE, name: 'x', code: 'WB1-X' };
    expect(await service.join(given)).toEqual({ ok: false, trouble: 'badCode' });
    await turns();
    expect([said, await device.sync()]).toEqual([[], undefined]);
  });

  it('whose first round fails as nothing of ours does is said where programs say it', async () => {
    const device = await bare();
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { service } = serving(device, {
      awake: async () => {
        throw new TypeError('broken');
      },
    });
    expect((await service.setUp({ place: PLACE, name: 'x' })).ok).toBe(true);
    await turns();
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  it('over a folder asks for the one that was picked', async () => {
    const device = await bare();
    let picked = 0;
    const folder = {
      picked: async () => {
        picked += 1;
        return null;
      },
      forget: async () => {},
    };
    const service = new SyncService({
      ...{ database: Promise.resolve(device.db), world: device.world, announce: () => {}, folder },
    });
    expect(await service.check(FOLDER_PLACE)).toEqual({ ok: false, trouble: 'permission' });
    expect(picked).toBeGreaterThan(0);
  });
});

describe('what the person does', () => {
  it.each([
    [PLACE, { ...PLACE, password: 'new' }],
    [S3_PLACE, { ...S3_PLACE, secret: 'new' }],
    [FOLDER_PLACE, FOLDER_PLACE],
  ] as const)('a new password is kept and tried at once: %o', async (place, kept) => {
    const { device, service } = await served();
    await device.change({
      ...{ place, trouble: { kind: 'password', since: AT } },
      waitUntil: new Date(START + DAY).toISOString(),
    });
    const status = await service.password('new');
    expect(status).toMatchObject({ on: true, trouble: null });
    expect((await device.sync()).place).toEqual(kept);
    expect(lists(device)).toBe(1);
    refuse(device, 'offline');
    await device.change({ trouble: { kind: 'password', since: AT }, waitUntil: AT });
    await service.password('newer');
    expect((await device.sync()).trouble?.kind).toBe('offline');
    expect(await device.sync()).not.toHaveProperty('waitUntil');
  });

  it.each([
    ['goes well', () => {}],
    ['fails', () => Promise.reject(new TypeError('broken'))],
  ])('waits for a round that runs, also where it %s', async (_, ends) => {
    const { device, service } = await served();
    const list = Promise.withResolvers<void>();
    const { list: real } = device.carrier;
    let listed = 0;
    Object.assign(device.carrier, {
      list: async (path: string[]) => {
        listed += 1;
        await list.promise;
        if (listed === 1) await ends();
        return real(path);
      },
    });
    await device.change({ trouble: { kind: 'massForget', since: AT, device: '11111111' } });
    const round = service.round({ asked: true }).catch(() => {});
    await turns(6);
    const before = await device.sync();
    const done: unknown[] = [];
    const acts = [
      service.password('new'),
      service.massForget('keep'),
      service.publishAgain(),
      service.enterCode('WB1-X'),
      service.leave(false),
    ].map((act) => act.finally(() => done.push(act)));
    await turns(10);
    expect([done, listed, await device.sync()]).toEqual([[], 1, before]);
    list.resolve();
    await Promise.allSettled([round, ...acts]);
    expect(await device.sync()).toBeUndefined();
  });

  it('a new code is made once everything has been taken over, and is published by itself', async () => {
    const { device, service, said } = await served();
    await other(device).put('d', [wish('a')]);
    const answer = await service.changeCode();
    expect(await device.knows('a')).toBe(true);
    expect(answer).toEqual({ ok: true, code: (await device.sync()).code });
    // Told by the round before when it begins, reads and is over; then that there is a new one, and it begins.
    expect(said.slice(0, 5)).toEqual([TOLD, TOLD, TOLD, TOLD, true]);
    await service.round();
    expect((await device.sync()).cover).toBeUndefined();
    expect(device.carrier.named('c')).toHaveLength(2);
  });

  it('no code is made where sync is off or something is wrong', async () => {
    const { device, service, said } = await served();
    refuse(device, 'odd');
    expect(await service.changeCode()).toEqual({ ok: false, trouble: 'odd' });
    expect(await device.sync()).not.toHaveProperty('next');
    refuse(device, null);
    refuse(device, 'full', 'makeFolder');
    said.length = 0;
    expect(await service.changeCode()).toEqual({ ok: false, trouble: 'full' });
    expect(said).toEqual([TOLD, TOLD, TOLD]);
    await beginSync(device.db, undefined);
    expect(await service.changeCode()).toEqual({ ok: false, trouble: 'nothingThere' });
    expect(await service.enterCode(device.code)).toEqual({ ok: false, trouble: 'nothingThere' });
    expect(await service.publishAgain()).toEqual({ on: false });
    expect(await service.leave(true)).toEqual({ ok: true });
  });

  it('a code that is entered goes on by itself; one that opens nothing does not', async () => {
    const { device, service, said } = await served();
    await device.change({ trouble: { kind: 'codeChanged', since: AT } });
    expect(await service.enterCode('WB1-X')).toEqual({ ok: false, trouble: 'badCode' });
    refuse(device, 'odd');
    expect(await service.enterCode(device.code)).toEqual({ ok: false, trouble: 'odd' });
    expect(said).toEqual([]);
    refuse(device, null);
    expect(await service.enterCode(device.code)).toEqual({ ok: true });
    expect(said[0]).toBe(true);
    await service.round();
    expect((await device.sync()).last).toBe(device.at());
  });

  it('what is published anew goes out in the same breath, and what is refused is told', async () => {
    const { device, service } = await served();
    const { space, epoch } = await device.sync();
    await device.carrier.remove([FOLDER, space, epoch]);
    await service.round();
    expect((await device.sync()).trouble?.kind).toBe('wiped');
    refuse(device, 'full', 'makeFolder');
    device.clock.ms += MINUTE;
    expect(await service.publishAgain()).toMatchObject({ trouble: { kind: 'full', since: device.at() } });
    refuse(device, null);
    expect(await service.publishAgain()).toMatchObject({ on: true, trouble: null, waiting: 0 });
    expect(device.carrier.named('c')).toHaveLength(1);
    device.carrier.spoil = () => {
      throw new TypeError('broken');
    };
    await expect(service.publishAgain()).rejects.toThrow('broken');
  });

  it.each(['forget', 'keep'] as const)(
    'an answer about many forgotten is kept and followed: %s',
    async (answer) => {
      const { device, service } = await served(13);
      await other(device).put('d', device.ids.map(forgets));
      await service.round();
      expect(await service.massForget(answer)).toMatchObject({ on: true, trouble: null });
      expect(await device.db.count('contacts')).toBe(answer === 'keep' ? 13 : 0);
    },
  );

  it('an answer that nobody has asked for is none', async () => {
    const { device, service } = await served();
    refuse(device, 'odd');
    await device.change({ trouble: { kind: 'odd', since: AT } });
    await service.massForget('keep');
    expect(await device.sync()).toMatchObject({ trouble: { kind: 'odd', since: AT } });
    expect(await device.sync()).not.toHaveProperty('massForget');
    refuse(device, null);
    await service.massForget('keep');
    expect(await device.sync()).not.toHaveProperty('massForget');
    await device.change({ trouble: { kind: 'massForget', since: AT, device: '11111111' } });
    refuse(device, 'offline');
    await service.massForget('forget');
    expect(await device.sync()).toMatchObject({
      ...{ massForget: { by: '11111111', answer: 'forget' }, trouble: { kind: 'offline' } },
    });
  });

  it.each([
    [PLACE, true, true],
    [PLACE, false, true],
    [FOLDER_PLACE, false, false],
  ] as const)('leaves %o (and removes what lies there: %s)', async (place, remove, keepsFolder) => {
    let kept = true;
    const folder = {
      picked: async () => null,
      forget: async () => {
        kept = false;
      },
    };
    const { device, service, said } = await served(1, { folder });
    const { space } = await device.sync();
    await device.change({ place });
    expect(await service.leave(remove)).toEqual({ ok: true });
    expect(asked(device, 'remove')).toEqual(remove ? [space] : []);
    expect([await device.sync(), await device.db.count('files'), await device.db.count('registers')]).toEqual(
      [...[undefined, 0, 0]],
    );
    expect(said).toEqual([false, TOLD]);
    expect(kept).toBe(keepsFolder);
    expect(await device.db.count('contacts')).toBe(1);
  });

  it('does not leave where what lies there cannot be removed', async () => {
    const { device, service, said } = await served();
    refuse(device, 'odd', 'remove');
    expect(await service.leave(true)).toEqual({ ok: false, trouble: 'odd' });
    expect(await device.sync()).toBeDefined();
    expect(said).toEqual([]);
  });
});

it('devices that have nothing around them are kept in step all the same', async () => {
  const device = await settled();
  const service = new SyncService({
    ...{ database: Promise.resolve(device.db), world: device.world, announce: () => {} },
    carrierOf: () => device.carrier,
  });
  expect(await service.now()).toMatchObject({ on: true, trouble: null });
  expect(await service.leave(false)).toEqual({ ok: true });
  expect((await service.setUp({ place: PLACE, name: 'x' })).ok).toBe(true);
  await service.round();
});

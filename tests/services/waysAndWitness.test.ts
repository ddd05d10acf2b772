import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import type { Acquaintance, Analysis, Profile, Tie } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { waysThrough, waysTo } from '../../src/services/ways.ts';
import { WitnessService } from '../../src/services/witness.ts';
import { putState } from '../../src/storage/state.ts';
import { makeCapture, makeEnvironment, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

describe('ways to a contact', () => {
  async function open(...names: string[]) {
    const background = createBackground({ ...makeEnvironment().environment, identify: personOf });
    const handlers = handlersOf(background);
    const ids: Record<string, string> = {};
    for (const name of names) {
      const url = `https://www.linkedin.com/in/${name}/`;
      const capture = makeCapture({
        key: { site: 'linkedin', id: name },
        url,
        name: { full: name },
      } as Partial<Profile>);
      ids[name] = (await handlers['contact.save']({ capture }, POPUP)).id;
    }
    const id = (name: string) => ids[name] ?? name;
    const tie = (from: string, to: string, more: Partial<Tie> = {}) =>
      handlers['contact.setTie']({ tie: { from: id(from), to: id(to), kind: 'knows', ...more } }, POPUP);
    /** The same, with what the last analysis said of acquaintances. */
    const ways = (of: string, last: Partial<Analysis['acquaintances']> | null = null) =>
      waysTo(
        {
          ...background,
          analysis: {
            last: async () => last && { acquaintances: { superspreaders: [], doors: [], ...last } },
          },
        } as never,
        id(of),
      );
    return { background, handlers, id, tie, ways };
  }
  const through = (found: { paths: { through: string[] }[] } | null) =>
    found?.paths.map((path) => path.through);

  it('lead over whoever knows them, with the names of all who are named, and no others', async () => {
    const { id, tie, ways } = await open('ada', 'bea', 'cem', 'dea', 'eva');
    await tie('me', 'bea', { strength: 'strong' });
    await tie('bea', 'ada');
    await tie('ada', 'cem');
    await tie('cem', 'dea');
    const found = await ways('ada');
    expect(through(found)?.[0]).toEqual([id('bea')]);
    expect(found?.acquaintances.map(({ contactId }) => contactId).toSorted()).toEqual(
      [id('bea'), id('cem')].toSorted(),
    );
    expect([found?.count, found?.own, found?.superspreader, found?.doors]).toEqual([2, null, null, []]);
    expect(found?.names.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(
      ['ada', 'bea', 'cem'].map((name) => ({ id: id(name), name })),
    );
    expect(await ways('nobody')).toBeNull();
    const alone = await ways('eva');
    expect(alone).toMatchObject({
      paths: [],
      acquaintances: [],
      count: 0,
      names: [{ id: id('eva'), name: 'eva' }],
    });
  });

  it('are looked for one step further where nobody leads there alone', async () => {
    const { id, tie, ways } = await open('ada', 'bea', 'cem');
    await tie('bea', 'ada');
    await tie('cem', 'bea');
    expect(through(await ways('ada'))).toEqual([]);
    await tie('me', 'cem', { strength: 'strong' });
    const found = await ways('ada');
    expect(through(found)).toEqual([[id('cem'), id('bea')]]);
    expect(found?.names.map(({ name }) => name).toSorted()).toEqual(['ada', 'bea', 'cem']);
    await tie('me', 'ada', { strength: 'strong' });
    expect((await ways('ada'))?.own).not.toBeNull();
  });

  it('stand beside what the last analysis says of the same contact', async () => {
    const { id, ways } = await open('ada', 'bea');
    const fact = (key: string) => ({ key }) as never;
    const spreader = (name: string) => ({ contactId: id(name), facts: [fact(`of ${name}`), fact('more')] });
    const door = (name: string, goalId: string) => ({
      contactId: id(name),
      goalId,
      count: 2,
      contactIds: ['x'],
      facts: [],
    });
    const last = {
      superspreaders: [spreader('bea'), spreader('ada')],
      doors: [door('bea', 'g1'), door('ada', 'g2')],
    } as never;
    expect(await ways('ada', last)).toMatchObject({
      superspreader: { key: 'of ada' },
      doors: [{ goalId: 'g2', count: 2, contactIds: ['x'] }],
    });
    expect(Object.keys((await ways('ada', last))?.doors[0] ?? {})).toEqual(['goalId', 'count', 'contactIds']);
    const none = { superspreaders: [spreader('bea')], doors: [] } as never;
    expect(await ways('ada', none)).toMatchObject({ superspreader: null, doors: [] });
  });

  it('name at most thirty who know them, and count all', async () => {
    const names = Array.from({ length: 31 }, (_, i) => `p${i}`);
    const { handlers, id, ways } = await open(...names);
    const acquaintances = names.map(
      (name): Acquaintance => ({
        name,
        url: `https://www.linkedin.com/in/${name}/`,
        relation: 'commonContact',
      }),
    );
    const url = 'https://www.linkedin.com/in/ada/';
    const capture = {
      ...makeCapture({ key: { site: 'linkedin', id: 'ada' }, url, name: { full: 'ada' } }),
      acquaintances,
    };
    const ada = await handlers['contact.save']({ capture }, POPUP);
    const found = await ways(ada.id);
    expect([found?.acquaintances.length, found?.count, found?.names.length]).toEqual([30, 31, 31]);
    expect(id('p0')).not.toBe('p0');
  });

  it('before somebody is saved lead over those whom they know, the closest first', async () => {
    const { background, id, tie } = await open('ada', 'bea', 'cem');
    await tie('me', 'bea', { strength: 'strong' });
    await tie('me', 'cem', { strength: 'weak' });
    const found = await waysThrough(background, ['ada', 'bea', 'cem', 'nobody'].map(id));
    expect(found).toMatchObject({ own: null, acquaintances: [], count: 3, superspreader: null, doors: [] });
    expect(found.paths.map(({ targetId, through: over, value }) => [targetId, over, value])).toEqual(
      ['bea', 'cem', 'ada'].map((name) => ['', [id(name)], 1]),
    );
    for (const path of found.paths) expect(path.facts).toHaveLength(1);
    expect(found.names.map(({ name }) => name).toSorted()).toEqual(['ada', 'bea', 'cem']);
  });
});

describe('the witness', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const rest = async () => {
    for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  async function open(stored: unknown, now: { device?: string; count?: number; revision?: number } = {}) {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    if (now.device !== undefined) await putState(db, 'deviceId', now.device);
    if (now.count !== undefined) await putState(db, 'contactCount', now.count);
    if (now.revision !== undefined) await putState(db, 'revision', now.revision);
    const written: unknown[] = [];
    const stand = { stored, fails: false };
    const service = new WitnessService({
      ...environment,
      witness: {
        read: async () => stand.stored,
        write: async (witness) => {
          if (stand.fails) throw new Error('no room');
          written.push(witness);
          stand.stored = witness;
        },
      },
    });
    return { service, written, stand, db };
  }
  const SEEN = { database: 'before', count: 7, revision: 9, at: '2026-11-01T00:00:00.000Z' };
  const LOST = { count: 7, at: SEEN.at };

  it.each<[what: string, stored: unknown, now: Parameters<typeof open>[1], lost: object | null]>([
    ['another database, without anybody', SEEN, { device: 'other', count: 0 }, LOST],
    ['another database, of which nothing is known', SEEN, {}, LOST],
    ['another database, with somebody', SEEN, { device: 'other', count: 1 }, null],
    ['the same database, without anybody', SEEN, { device: 'before', count: 0 }, null],
    ['another database, where nobody was', { ...SEEN, count: 0 }, { device: 'other' }, null],
    ['nothing that was seen', undefined, {}, null],
    ['nothing', null, {}, null],
    ['a word', 'witness', {}, null],
    ['a database without a name', { ...SEEN, database: 1 }, {}, null],
    ['a number that is none', { ...SEEN, count: '7' }, {}, null],
    ['no day', { ...SEEN, at: undefined }, {}, null],
  ])('tells a loss by what was seen before: %s', async (_, stored, now, lost) => {
    const { service, stand } = await open(stored, now);
    expect(await service.lost()).toEqual(lost);
    // Asked once for each life of the background.
    stand.stored = lost === null ? SEEN : null;
    expect(await service.lost()).toEqual(lost);
  });

  it('sees what is there once for a burst of writes', async () => {
    const { service, written, db } = await open(null, { device: 'd', count: 2, revision: 5 });
    service.follow();
    vi.advanceTimersByTime(999);
    service.follow();
    await putState(db, 'contactCount', 3);
    await rest();
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1);
    await rest();
    expect(written).toEqual([{ database: 'd', count: 3, revision: 5, at: NOW }]);
    vi.advanceTimersByTime(5_000);
    await rest();
    expect(written).toHaveLength(1);
    service.follow();
    vi.advanceTimersByTime(1_000);
    await rest();
    expect(written).toHaveLength(2);
  });

  it('keeps a loss until it is answered, or somebody is there again', async () => {
    const { service, written, db } = await open(SEEN, { device: 'other', count: 0 });
    const write = async () => {
      service.follow();
      vi.advanceTimersByTime(1_000);
      await rest();
    };
    await write();
    expect([written, await service.lost()]).toEqual([[], LOST]);
    await putState(db, 'contactCount', 1);
    await write();
    expect([written.length, await service.lost()]).toEqual([1, null]);
    const answered = await open(SEEN);
    expect(await answered.service.lost()).toEqual(LOST);
    await answered.service.dismiss();
    expect(await answered.service.lost()).toBeNull();
    expect(answered.written).toEqual([{ database: '', count: 0, revision: 0, at: NOW }]);
  });

  it('that cannot be written is told to developers, and tried again with the next write', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { service, written, stand } = await open(null, { count: 1 });
    stand.fails = true;
    service.follow();
    vi.advanceTimersByTime(1_000);
    await rest();
    expect(told).toHaveBeenCalledTimes(1);
    stand.fails = false;
    service.follow();
    vi.advanceTimersByTime(1_000);
    await rest();
    expect(written).toHaveLength(1);
  });

  it('hears first that everything is to be erased, and counts nothing meanwhile', async () => {
    const { service, written, db } = await open(SEEN, { device: 'before', count: 7 });
    service.follow();
    const order: unknown[] = [];
    await service.erasing(async () => {
      order.push(...written);
      service.follow();
      vi.advanceTimersByTime(5_000);
      await rest();
      await putState(db, 'contactCount', 0);
      order.push(written.length);
    });
    expect(order).toEqual([{ database: '', count: 0, revision: 0, at: NOW }, 1]);
    expect(await service.lost()).toBeNull();
    vi.advanceTimersByTime(1_000);
    await rest();
    expect(written.slice(1)).toEqual([{ database: 'before', count: 0, revision: 0, at: NOW }]);
    // Also what failed is followed by a look at what is there.
    await expect(service.erasing(() => Promise.reject(new Error('no database')))).rejects.toThrow(
      'no database',
    );
    vi.advanceTimersByTime(1_000);
    await rest();
    expect(written).toHaveLength(4);
  });
});

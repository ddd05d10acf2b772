import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SYNTHETIC_PEOPLE } from '../../src/cli/seed/people.ts';
import { captureOf } from '../../src/cli/seed/seed.ts';
import type { SyncAnswer, SyncStatus } from '../../src/messaging/sync.ts';
import { type DavServer, startApache } from '../servers/apache.ts';
import { launchBuilt, launchFirefox } from './launch.ts';

const HOSTS = ['http://127.0.0.1/*'];
/** Edits of each browser while it is offline, and how often. */
const [EDITS, TIMES] = [200, 3];
const PEOPLE = SYNTHETIC_PEOPLE.slice(0, 24).map(({ profile }) => captureOf(profile));

/** A browser with the extension, whichever it is: a function is run in one of the extension's pages. */
interface Device {
  name: string;
  run<Given, Answer>(work: (given: Given) => Promise<Answer>, given: Given): Promise<Answer>;
  close(): Promise<void>;
}

async function chromium(name: string): Promise<Device> {
  const browser = await launchBuilt({ hosts: HOSTS });
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/dashboard.html#/settings`);
  return {
    name,
    run: (work, given) => page.evaluate(work as never, given) as never,
    async close() {
      expect(browser.problems).toEqual([]);
      await browser.close();
    },
  };
}

async function firefox(name: string): Promise<Device> {
  const browser = await launchFirefox({ hosts: HOSTS });
  const { page, origin } = browser;
  await page.goto(`${origin}/dashboard.html#/settings`, { waitUntil: [] });
  await vi.waitFor(
    async () => expect(await page.evaluate('document.body?.textContent ?? ""')).toMatch(/Devices/),
    { timeout: 20_000, interval: 200 },
  );
  return {
    name,
    run: (work, given) => page.evaluate(work as never, given) as never,
    close: () => browser.close(),
  };
}

interface Runtime {
  sendMessage(message: unknown): Promise<{ ok: boolean; output?: unknown; kind?: string; detail?: string }>;
}

const send = <Answer>(device: Device, weitblick: string, input: object): Promise<Answer> =>
  device.run(
    async ([name, body]) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime }>;
      const answer = await (browser ?? chrome).runtime.sendMessage({ weitblick: name, input: body });
      if (!answer.ok) throw new Error(`${name}: ${answer.kind} (${answer.detail})`);
      return answer.output as Answer;
    },
    [weitblick, input] as const,
  );

/** Edits as a person makes them, chosen by a seed: saved pages, notes, tags, ties, steps, lists, some forgotten. */
const edit = (device: Device, seed: number, count: number): Promise<number> =>
  device.run(
    async ([from, many, people, by]) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime }>;
      let done = 0;
      const ask = async (weitblick: string, input: object): Promise<unknown> => {
        const answer = await (browser ?? chrome).runtime.sendMessage({ weitblick, input });
        if (!answer.ok) throw new Error(`${weitblick}: ${answer.kind} (${answer.detail})`);
        done += 1;
        return answer.output;
      };
      let state = from;
      const below = (most: number) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * most);
      };
      const keysOf = async (): Promise<string[]> => {
        const open = indexedDB.open('weitblick');
        const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
        const all = db.transaction('contacts').objectStore('contacts').getAllKeys();
        const keys = await new Promise<string[]>(
          (resolve) => (all.onsuccess = () => resolve(all.result as string[])),
        );
        db.close();
        return keys;
      };
      let ids = await keysOf();
      for (let i = 0; i < many; i++) {
        const id = ids[below(ids.length)];
        const other = ids[below(ids.length)];
        const action = below(24);
        const save = async () => {
          const capture = people[below(people.length)];
          await ask('contact.save', {
            capture: { ...capture, profile: { ...capture?.profile, headline: `${by} read ${below(900)}` } },
          });
          ids = await keysOf();
        };
        if (id === undefined || other === undefined || action < 4) await save();
        else if (action < 9) await ask('contact.setOwn', { id, own: { note: `${by} ${below(900)}` } });
        else if (action < 13)
          await ask('contact.tag', { id, add: [`t${below(6)}`], remove: [`t${below(6)}`] });
        else if (action < 15)
          await ask('contact.setOwn', { id, own: { nextStep: { text: `step ${below(90)}` } } });
        else if (action < 17)
          await ask('contact.log', { id, text: `line ${below(50)}`, day: `2026-11-0${1 + below(9)}` });
        else if (action < 19 && id !== other)
          await ask('contact.setTie', { tie: { from: id, to: other, kind: 'knows' } });
        else if (action === 19) await ask('list.name', { id: `l${below(3)}`, name: `${by} ${below(9)}` });
        else if (action === 20)
          await ask('list.place', { list: `l${below(3)}`, id, spot: { rank: below(50) } });
        else if (action === 21)
          await ask('company.set', { company: `Firma ${below(4)}`, nace2: below(2) ? '86' : '62' });
        else if (action === 22) await ask('me.set', { me: { name: 'Kim', headline: `${by} ${below(90)}` } });
        else if (below(4) === 0) {
          await ask('contact.forget', { id });
          ids = await keysOf();
        } else await ask('contact.setOwn', { id, own: { layer: 'strategic' } });
      }
      return done;
    },
    [seed, count, PEOPLE, device.name] as const,
  );

/** All that a device holds and that is not its own alone, as lines in one order. */
const heldBy = (device: Device): Promise<string[]> =>
  device.run(async () => {
    const open = indexedDB.open('weitblick');
    const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const all = (store: string) => {
      const request = db.transaction(store).objectStore(store).getAll();
      return new Promise<object[]>((resolve) => (request.onsuccess = () => resolve(request.result)));
    };
    const value = (key: string) => {
      const request = db.transaction('state').objectStore('state').get(key);
      return new Promise<object>((resolve) => (request.onsuccess = () => resolve(request.result ?? {})));
    };
    const local = new Set(['rev', 'updatedAt', 'deviceId']);
    const inOrder = (one: unknown): unknown => {
      if (Array.isArray(one)) return one.map((inner) => JSON.stringify(inOrder(inner))).sort();
      if (typeof one !== 'object' || one === null) return one;
      const fields = Object.entries(one).filter(([name]) => !local.has(name));
      return Object.fromEntries(
        fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]),
      );
    };
    const lines: string[] = [];
    for (const store of ['contacts', 'ties', 'goals', 'tombstones', 'questions'])
      for (const one of await all(store)) lines.push(`${store} ${JSON.stringify(inOrder(one))}`);
    const { companies, lists, rhythms, moves } = (await value('settings')) as Record<string, unknown>;
    lines.push(`settings ${JSON.stringify(inOrder({ companies, lists, rhythms, moves }))}`);
    lines.push(`me ${JSON.stringify(inOrder(await value('me')))}`);
    db.close();
    return lines.sort();
  }, null);

describe('two Chromium profiles and one Firefox through Apache', () => {
  let server: DavServer;
  let devices: Device[] = [];

  beforeAll(async () => {
    server = await startApache();
    devices = await Promise.all([chromium('Laptop'), chromium('Tablet'), firefox('Tower')]);
  });
  afterAll(async () => {
    for (const device of devices) await device.close();
    await server?.stop();
  });

  it(`end equal after ${EDITS} random edits of each, ${TIMES} times offline`, async () => {
    const [laptop, ...others] = devices;
    if (laptop === undefined) throw new Error('no browser');
    const place = { kind: 'webdav', url: server.url, user: server.user, password: server.password };
    await edit(laptop, 1, 40);
    const made = await send<SyncAnswer<{ code: string }>>(laptop, 'sync.setUp', { place, name: laptop.name });
    if (!made.ok) throw new Error(made.trouble);
    await send(laptop, 'sync.now', {});
    for (const device of others)
      expect(await send(device, 'sync.join', { place, name: device.name, code: made.code })).toEqual({
        ok: true,
      });
    for (const device of others) await send(device, 'sync.now', {});
    for (let time = 1; time <= TIMES; time++) {
      await Promise.all(devices.map((device, i) => edit(device, time * 10 + i, EDITS)));
      for (const device of devices) await send(device, 'sync.now', {});
    }
    let states: SyncStatus[] = [];
    for (let round = 0; round < 6; round++) {
      states = [];
      for (const device of devices) states.push(await send<SyncStatus>(device, 'sync.now', {}));
      if (states.every((state) => state.on && state.waiting === 0) && round > 1) break;
    }
    for (const state of states) expect(state).toMatchObject({ on: true, waiting: 0, trouble: null });
    const [first = [], ...rest] = await Promise.all(devices.map(heldBy));
    expect(first.length).toBeGreaterThan(20);
    for (const lines of rest) expect(lines).toEqual(first);
  }, 120_000);

  it('a code that was changed in Firefox stops the others until it is entered there', async () => {
    const [laptop, tablet, tower] = devices;
    if (laptop === undefined || tablet === undefined || tower === undefined) throw new Error('no browser');
    const changed = await send<SyncAnswer<{ code: string }>>(tower, 'sync.changeCode', {});
    if (!changed.ok) throw new Error(changed.trouble);
    await send(tower, 'sync.now', {});
    for (const device of [laptop, tablet]) {
      expect(await send(device, 'sync.now', {})).toMatchObject({
        trouble: { kind: 'codeChanged', by: 'Tower' },
      });
      expect(await send(device, 'sync.enterCode', { code: changed.code })).toEqual({ ok: true });
      expect(await send(device, 'sync.now', {})).toMatchObject({ trouble: null, waiting: 0 });
    }
    for (const device of devices) await send(device, 'sync.now', {});
    const [first, ...rest] = await Promise.all(devices.map(heldBy));
    for (const lines of rest) expect(lines).toEqual(first);
  });

  it('leave nothing there that could be read', () => {
    const words = ['linkedin.com', 'Firma 1', 'Laptop', 'Tower'].flatMap((word) => ['-e', word]);
    const found = execFileSync('sh', ['-c', 'grep -rlaF "$@" . || true', 'grep', ...words], {
      cwd: server.files,
    });
    expect(found.toString()).toBe('');
  });
});

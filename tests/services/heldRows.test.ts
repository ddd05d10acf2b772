import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unpackReadings, unpackRows } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { heldBackup, restoreBackup } from '../../src/storage/backup.ts';
import { write } from '../../src/storage/transaction.ts';
import { backupOf, someone } from '../exchange/people.ts';
import { makeCapture, makeContact, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

function open(name = `held-${Math.random()}`) {
  const { environment } = makeEnvironment(name);
  const background = createBackground({
    ...environment,
    world: { ...environment.world, id: () => crypto.randomUUID() },
  });
  const handlers = handlersOf(background);
  const save = async (id: string, title = 'Nurse') => {
    const capture = makeCapture({
      key: { site: 'linkedin', id: id.replace(' ', '-') },
      url: `https://www.linkedin.com/in/${id.replace(' ', '-')}/`,
      name: { full: id },
      positions: [{ title, company: 'Klinikum Musterstadt', end: null }],
    });
    return (await handlers['contact.save']({ capture }, POPUP)).id;
  };
  const names = async () =>
    (await handlers['contact.search']({ query: 'klinikum', limit: 50 }, POPUP)).rows.map(
      ({ name: full }) => full,
    );
  return { background, handlers, save, names, rows: background.rows, environment };
}

/** Three parts: more people than one part holds, written at once. */
async function large() {
  const opened = open();
  const { background } = opened;
  await write(await background.database, background.world, ['contacts'], async ({ transaction, log }) => {
    for (let i = 0; i < 600; i++) {
      const contact = { ...makeContact({ name: { full: `Person ${i}` } }, `c${i}`), keys: [`linkedin:${i}`] };
      transaction
        .objectStore('contacts')
        .put(contact)
        .catch(() => {});
      log({ store: 'contacts', id: contact.id, kind: 'put', rev: 0 });
    }
  });
  await background.deriving.run();
  return opened;
}

describe('rows that are held', () => {
  it('are those of the network that took the place of another', async () => {
    const { background, handlers, save, names } = open();
    await save('ada');
    expect(await names()).toEqual(['ada']);
    const backup = backupOf({ contacts: [someone('Bo Sample')], ties: [] });
    await restoreBackup(await background.database, background.world, heldBackup(backup));
    await background.deriving.run();
    expect(await names()).toEqual([]);
    expect(
      (await handlers['contact.search']({ query: 'sample', limit: 5 }, POPUP)).rows.map(({ name }) => name),
    ).toEqual(['Bo Sample']);
    expect(await background.rows.named(['Bo Sample', 'ada'])).toEqual([[someone('Bo Sample').id], []]);
    await handlers['privacy.erase']({ everything: true }, POPUP);
    expect((await handlers['rows.index']({}, POPUP)).segments).toEqual([]);
    expect(await background.rows.named(['Bo Sample'])).toEqual([[]]);
  });

  it('are listed with what they were read against', async () => {
    const { handlers, save, background } = open();
    const index = () => handlers['rows.index']({}, POPUP);
    expect(await index()).toEqual({
      revision: 0,
      context: expect.any(String),
      goals: [],
      me: null,
      segments: [],
    });
    await save('ada');
    const first = await index();
    expect(first).toMatchObject({ revision: 1, segments: [{ segment: 0, revision: 1 }] });
    await handlers['me.set']({ me: makeMe({ isco4: '2521', nace2: '65' }) }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal({}, { id: 'g2', state: 'dropped' }) }, POPUP);
    const second = await index();
    expect(second).toMatchObject({
      goals: ['g1'],
      me: { isco4: '2521', nace2: '65' },
      segments: first.segments,
    });
    expect(second.context).not.toBe(first.context);
    expect(second.context).toBe((await background.contexts.now()).key);
    await handlers['me.set']({ me: makeMe({ positions: [] }) }, POPUP);
    expect((await index()).me).toEqual({ isco4: null, nace2: null });
  });

  it('are found by their place, by their ids and part by part, in the order asked for', async () => {
    const { handlers, rows } = await large();
    const { segments } = await handlers['rows.index']({}, POPUP);
    expect(segments.map(({ segment }) => segment)).toEqual([0, 1, 2]);
    const { parts, context } = await handlers['rows.packed']({ segments: [2, 9, 0] }, POPUP);
    expect([parts.map(({ segment }) => segment), context]).toEqual([
      [2, 0],
      (await handlers['rows.index']({}, POPUP)).context,
    ]);
    for (const part of parts) {
      const whole = await handlers['rows.get']({ segment: part.segment }, POPUP);
      expect(unpackRows(part.rows).map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
      expect(unpackReadings(part.readings, part.rows.count, 0)).toHaveLength(part.rows.count);
    }
    expect(await rows.rowsIn(9)).toEqual([]);
    const found = await rows.rowsOf(['c599', 'nobody', 'c0', 'c300', 'c599']);
    expect(found.rows.map(({ id }) => id)).toEqual(['c599', 'c0', 'c300', 'c599']);
    expect(found.goals).toEqual([]);
    const all: string[] = [];
    for await (const part of rows.all()) all.push(...part.map(({ id }) => id));
    const light: string[] = [];
    for await (const part of rows.light()) light.push(...part.map(({ id }) => id));
    const packed: string[] = [];
    for await (const part of rows.parts()) packed.push(...unpackRows(part.rows).map(({ id }) => id));
    expect([all.length, new Set(all).size, light, packed]).toEqual([600, 600, all, all]);
    const hits = await rows.search('person 59', 50);
    expect(hits.rows.map(({ name }) => name).toSorted()).toEqual(
      ['Person 59', ...Array.from({ length: 10 }, (_, i) => `Person 59${i}`)].toSorted(),
    );
  });

  it('are read once, and follow each write from then on', async () => {
    const { handlers, save, names } = open();
    await save('ada');
    await names();
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await names();
    await save('bea');
    expect((await names()).toSorted()).toEqual(['ada', 'bea']);
    await handlers['rows.index']({}, POPUP);
    const stores = () => reads.mock.contexts.map((store) => (store as IDBObjectStore).name);
    expect(stores()).not.toContain('segments');
    reads.mockRestore();
  });

  it('bear names, of which an empty one is nobody’s', async () => {
    const { rows, save } = open();
    const [ada, bo] = [await save('Ada Blum'), await save('Bo Stein')];
    expect(await rows.named(['Bo Stein', '', 'Ada Blum', 'Nora'])).toEqual([[bo], [], [ada], []]);
    expect(await rows.named(['', ''])).toEqual([[], []]);
    expect(await rows.named([])).toEqual([]);
  });
});

describe('readings', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const rest = async () => {
    for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
  };

  it('are kept for the next start, together, and made anew where they do not hold', async () => {
    const name = `read-${Math.random()}`;
    const { handlers, save, environment } = open(name);
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    const ada = await save('ada');
    const db = await environment.database;
    const fits = async (of: ReturnType<typeof open>) =>
      (await of.handlers['rows.of']({ ids: [ada] }, POPUP)).rows.map((row) => row.fits);
    const first = await fits(open(name));
    expect(first[0]?.[0]).toEqual(expect.any(Number));
    vi.advanceTimersByTime(499);
    await rest();
    expect(await db.count('readings')).toBe(0);
    vi.advanceTimersByTime(1);
    await rest();
    expect(await db.count('readings')).toBe(1);
    /** Whether the digests are read, which hold what a reading is made of. */
    const isMade = async () => {
      const reads = vi.spyOn(IDBObjectStore.prototype, 'get');
      const found = await fits(open(name));
      const made = reads.mock.contexts.some((store) => (store as IDBObjectStore).name === 'digests');
      reads.mockRestore();
      return [found, made];
    };
    expect(await isMade()).toEqual([first, false]);
    const [kept] = await db.getAll('readings');
    if (kept === undefined) throw new Error('nothing was kept');
    await db.put('readings', { ...kept, revision: kept.revision - 1 });
    expect(await isMade()).toEqual([first, true]);
    await db.put('readings', { ...kept, context: 'another' });
    expect(await isMade()).toEqual([first, true]);
    await handlers['goal.set']({ goal: makeGoal({ nace2: '62' }) }, POPUP);
    const [other] = await isMade();
    expect(other).not.toEqual(first);
  });

  it('are shown also where they cannot be kept', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { handlers, save, environment } = open();
    const ada = await save('ada');
    expect((await handlers['rows.of']({ ids: [ada] }, POPUP)).rows).toHaveLength(1);
    (await environment.database).close();
    vi.advanceTimersByTime(1_000);
    await rest();
    expect(told).not.toHaveBeenCalledWith(expect.objectContaining({ name: 'TypeError' }));
  });
});

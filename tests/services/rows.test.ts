import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createClassifier } from '../../src/core/classify/index.ts';
import { unpackReadings, unpackRows } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { deriverOf } from '../../src/services/derive.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { setSettings } from '../../src/services/network.ts';
import { contactPages } from '../../src/storage/contacts.ts';
import { digestsOf } from '../../src/storage/derived.ts';
import { tiesOf } from '../../src/storage/ties.ts';
import { write } from '../../src/storage/transaction.ts';
import { makeCapture, makeContact, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

function open() {
  const made = makeEnvironment(`rows-${Math.random()}`);
  const background = createBackground(made.environment);
  return { ...made, background, handlers: handlersOf(background) };
}

/** What the lists would show if everything were derived anew from the contacts. */
async function expected(background: ReturnType<typeof createBackground>) {
  const db = await background.database;
  const { derive } = deriverOf(await background.contexts.now());
  const rows = new Map();
  for await (const page of contactPages(db))
    for (const contact of page) rows.set(contact.id, derive(contact, await tiesOf(db, contact.id)));
  return rows;
}

/** Everything that the segments hold, by contact; fails on a contact that stands in two places. */
async function held(background: ReturnType<typeof createBackground>) {
  const db = await background.database;
  const rows = new Map();
  for (const { rows: packed, segment } of await db.getAll('segments')) {
    const stored = await db.get('digests', segment);
    const digests = stored === undefined ? [] : digestsOf(stored);
    unpackRows(packed).forEach((row, i) => {
      expect(rows.has(row.id)).toBe(false);
      rows.set(row.id, { row, digest: digests[i] });
    });
    expect(digests).toHaveLength(packed.count);
  }
  return rows;
}

const person = (n: number) => `person-${n}`;
const capture = (n: number, title: string) =>
  makeCapture({
    key: { site: 'linkedin', id: person(n) },
    url: `https://www.linkedin.com/in/${person(n)}/`,
    name: { full: `Person ${n}` },
    positions: [{ title, company: 'Klinikum Musterstadt', end: null }],
  });

describe('derived rows', () => {
  it('agree with the contacts after any sequence of writes', async () => {
    // Few people and many saves, so that most steps meet somebody who is there.
    const n = fc.nat(2);
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('save' as const),
          n,
          title: fc.constantFrom('Nurse', 'CFO', 'a\tb'),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('own' as const),
          n,
          tag: fc.string({ minLength: 1, maxLength: 9 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('forget' as const),
          ns: fc.array(n, { minLength: 1, maxLength: 3 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('tie' as const), n, m: n }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16, size: 'max' }), async (steps) => {
        const { handlers, background } = open();
        const ids = new Map<number, string>();
        let undo = '';
        for (const s of steps) {
          const id = 'n' in s ? (ids.get(s.n) ?? 'nobody') : '';
          if (s.kind === 'save')
            ids.set(s.n, (await handlers['contact.save']({ capture: capture(s.n, s.title) }, POPUP)).id);
          if (s.kind === 'own') await handlers['contact.tag']({ id, add: [s.tag] }, POPUP);
          if (s.kind === 'forget')
            ({ undo } = await handlers['contact.forgetMany'](
              { ids: s.ns.map((n) => ids.get(n) ?? 'nobody') },
              POPUP,
            ));
          if (s.kind === 'tie')
            await handlers['contact.setTie'](
              { tie: { from: id, to: ids.get(s.m) ?? 'me', kind: 'introduced' } },
              POPUP,
            );
          if (s.kind === 'undo' && undo !== '') await handlers['undo.run']({ id: undo }, POPUP);
        }
        const [should, are] = [await expected(background), await held(background)];
        expect([...are.keys()].sort()).toEqual([...should.keys()].sort());
        for (const [id, { row, digest }] of are) {
          const whole = should.get(id);
          expect(row).toEqual({
            ...whole.row,
            title: whole.row.title.replaceAll('\t', ' '),
            tags: whole.row.tags.map((tag: string) => tag.replaceAll(/[\t\r]/g, ' ')),
          });
          expect(digest).toEqual(whole.digest);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('are made in the background for a large import, and progress is told', async () => {
    const { background, handlers, events } = open();
    const db = await background.database;
    await write(db, background.world, ['contacts'], async ({ transaction, log }) => {
      for (let i = 0; i < 700; i++) {
        const contact = { ...makeContact({}, `c${i}`), keys: [`linkedin:${i}`] };
        transaction
          .objectStore('contacts')
          .put(contact)
          .catch(() => {});
        log({ store: 'contacts', id: contact.id, kind: 'put', rev: 0 });
      }
    });
    expect(await db.count('pending')).toBeGreaterThan(0);
    await background.deriving.run();
    expect(await db.count('pending')).toBe(0);
    const index = await handlers['rows.index']({}, POPUP);
    expect(index.segments.map(({ segment }) => segment)).toEqual([0, 1, 2]);
    expect((await held(background)).size).toBe(700);
    const jobs = events.flatMap((event) => (event.kind === 'job' ? [event.job] : []));
    expect(jobs.at(-1)).toMatchObject({ kind: 'classify', state: 'done' });
  });

  it('goes on after a background that was killed half-way', async () => {
    const { environment } = makeEnvironment('killed');
    const first = createBackground({
      ...environment,
      classifier: () => Promise.reject(new Error('the worker dies before it can classify')),
    });
    const handlers = handlersOf(first);
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(handlers['contact.save']({ capture: capture(1, 'CFO') }, POPUP)).rejects.toThrow();
    const db = await first.database;
    expect([await db.count('contacts'), await db.count('pending'), await db.count('segments')]).toEqual([
      1, 1, 0,
    ]);
    const second = createBackground(environment);
    expect(await second.deriving.isLeft()).toBe(true);
    await second.deriving.run();
    expect(await second.deriving.isLeft()).toBe(false);
    expect([await db.count('pending'), await db.count('segments')]).toEqual([0, 1]);
    errors.mockRestore();
  });

  it('are made again for a correction of those alone whom it concerns', async () => {
    const { background, handlers } = open();
    const elsewhere = { title: 'CFO', company: 'Stadtwerke Musterstadt', end: null };
    const people = [
      capture(1, 'CFO'),
      makeCapture({ key: { site: 'linkedin', id: 'two' }, positions: [elsewhere] }),
      makeCapture({
        key: { site: 'linkedin', id: 'three' },
        positions: [elsewhere, { title: 'Nurse', company: 'Klinikum Musterstadt', end: '2020' }],
      }),
      makeCapture({
        key: { site: 'linkedin', id: 'four' },
        positions: [],
        headline: 'CFO at Klinikum Musterstadt',
      }),
    ];
    for (const one of people) await handlers['contact.save']({ capture: one }, POPUP);
    await background.deriving.run();
    const db = await background.database;
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await handlers['company.set']({ company: 'klinikum musterstadt', nace2: '62' }, POPUP);
    await background.deriving.run();
    const made = puts.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'careers').length;
    puts.mockRestore();
    expect(made).toBe(3);
    const { version } = deriverOf(await background.contexts.now());
    expect((await db.getAll('segments')).map((row) => row.version)).toEqual([version]);
    const [should, are] = [await expected(background), await held(background)];
    for (const [id, { row, digest }] of are)
      expect({ row, digest }).toEqual({ row: should.get(id).row, digest: should.get(id).digest });
  });

  it('are made again for a correction whose background was killed before it began', async () => {
    const { environment } = makeEnvironment(`unbegun-${Math.random()}`);
    const first = createBackground(environment);
    await handlersOf(first)['contact.save']({ capture: capture(1, 'CFO') }, POPUP);
    await first.deriving.run();
    expect(await first.deriving.isLeft()).toBe(false);
    // The write alone, as if nobody were there any more who follows it.
    await setSettings(environment, { companies: { 'klinikum musterstadt': '62', acme: '64' } });
    const second = createBackground(environment);
    expect(await second.deriving.isLeft()).toBe(true);
    await second.deriving.run();
    expect(await second.deriving.isLeft()).toBe(false);
    const { rows } = await handlersOf(second)['rows.of']({ ids: [...(await held(second)).keys()] }, POPUP);
    expect(rows.map(({ nace2 }) => nace2)).toEqual(['62']);
  });

  it('are looked at once more after an update, also by the background after the one that was updated', async () => {
    const { environment } = makeEnvironment(`updated-${Math.random()}`);
    const old = createBackground(environment);
    await handlersOf(old)['contact.save']({ capture: capture(1, 'CFO') }, POPUP);
    await old.deriving.run();
    const updated = async (companies: Readonly<Record<string, string>>) => ({
      ...createClassifier({ companies }),
      version: 'the next model',
    });
    const killed = createBackground({ ...environment, classifier: () => new Promise(() => {}) });
    void killed.deriving.renew();
    await vi.waitFor(async () => expect(await killed.deriving.isLeft()).toBe(true));
    const next = createBackground({ ...environment, classifier: updated });
    expect(await next.deriving.isLeft()).toBe(true);
    await next.deriving.run();
    const db = await environment.database;
    expect((await db.getAll('segments')).map(({ version }) => version.split('/')[0])).toEqual([
      'the next model',
    ]);
    expect(await next.deriving.isLeft()).toBe(false);
  });

  it('that were made while the model could not be read are made again with it', async () => {
    const { environment } = makeEnvironment(`damaged-${Math.random()}`);
    const good = handlersOf(createBackground(environment));
    await good['contact.save']({ capture: capture(1, 'CFO') }, POPUP);
    const damaged = createBackground({
      ...environment,
      classifier: async (companies) => ({
        ...createClassifier({ companies }),
        version: 'words',
        health: 'damaged',
      }),
    });
    await handlersOf(damaged)['contact.save']({ capture: capture(2, 'CFO') }, POPUP);
    await damaged.deriving.run();
    // Nobody is judged anew by the lexicon, and what was is not forgotten.
    expect(await damaged.deriving.isLeft()).toBe(true);
    const next = createBackground(environment);
    await next.deriving.run();
    expect(await next.deriving.isLeft()).toBe(false);
    const db = await environment.database;
    const { version } = deriverOf(await next.contexts.now());
    expect((await db.getAll('segments')).map((row) => row.version)).toEqual([version]);
    expect((await db.getAll('careers')).map(({ classifier }) => classifier)).toEqual([version, version]);
  });

  it('follow a correction for a whole company', async () => {
    const { background, handlers } = open();
    const { id } = await handlers['contact.save']({ capture: capture(1, 'CFO') }, POPUP);
    await handlers['company.set']({ company: 'klinikum musterstadt', nace2: '62' }, POPUP);
    await background.deriving.run();
    const { rows } = await handlers['rows.of']({ ids: [id] }, POPUP);
    expect(rows[0]?.nace2).toBe('62');
    const view = await handlers['contact.get']({ id }, POPUP);
    expect(view?.reading.career.current.industry?.nace2).toBe('62');
  });
});

describe('parts of the rows', () => {
  it('change only where something was written', async () => {
    const { background, handlers } = open();
    const db = await background.database;
    await write(db, background.world, ['contacts'], async ({ transaction, log }) => {
      for (let i = 0; i < 300; i++) {
        const contact = { ...makeContact({}, `c${i}`), keys: [`linkedin:${i}`] };
        transaction
          .objectStore('contacts')
          .put(contact)
          .catch(() => {});
        log({ store: 'contacts', id: contact.id, kind: 'put', rev: 0 });
      }
    });
    const before = await handlers['rows.index']({}, POPUP);
    expect(before.segments).toHaveLength(2);
    await handlers['contact.setOwn']({ id: 'c299', own: { note: 'changed' } }, POPUP);
    const after = await handlers['rows.index']({}, POPUP);
    expect(after.context).toBe(before.context);
    expect(after.segments[0]).toEqual(before.segments[0]);
    expect(after.segments[1]?.revision).toBeGreaterThan(before.segments[1]?.revision ?? 0);
    const { parts } = await handlers['rows.packed']({ segments: [1, 9] }, POPUP);
    expect(parts).toHaveLength(1);
    expect(unpackRows(parts[0]?.rows ?? never()).at(-1)).toMatchObject({ id: 'c299', note: 'changed' });
  });

  it('read as the contact itself does, after each change and each new start', async () => {
    const { handlers, environment, background } = open();
    const db = await background.database;
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    const agree = async (at: typeof handlers) => {
      const { rows } = await at['rows.of']({ ids: [id] }, POPUP);
      const reading = (await at['contact.get']({ id }, POPUP))?.reading;
      expect(rows[0]?.fits).toEqual(reading?.fits.map(({ value }) => value));
      expect(rows[0]?.layer).toBe(reading?.layer.value);
      expect(rows[0]?.functionDistance).toBeCloseTo(reading?.distances.function ?? -1, 2);
    };
    await agree(handlers);
    await handlers['contact.setOwn']({ id, own: { layer: 'personal' } }, POPUP);
    await agree(handlers);
    await handlers['goal.set']({ goal: makeGoal({ nace2: '35' }) }, POPUP);
    await agree(handlers);
    await vi.waitFor(async () => expect(await db.count('readings')).toBe(1), { timeout: 3_000 });
    const next = handlersOf(createBackground(environment));
    await agree(next);
    await next['me.set']({ me: makeMe({ isco4: '2221' }) }, POPUP);
    await agree(next);
    await next['contact.setOwn']({ id, own: { layer: 'operational', isco4: '1330' } }, POPUP);
    await agree(next);
  });

  it('read as the contact itself does, toward each goal', async () => {
    const { handlers } = open();
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    const index = await handlers['rows.index']({}, POPUP);
    const { parts } = await handlers['rows.packed']({ segments: [0] }, POPUP);
    const [reading] = unpackReadings(parts[0]?.readings ?? never(), 1, index.goals.length);
    const view = await handlers['contact.get']({ id }, POPUP);
    expect(reading?.layer).toBe(view?.reading.layer.value);
    expect(reading?.fits).toEqual(view?.reading.fits.map(({ value }) => value));
    await handlers['goal.delete']({ id: 'g1' }, POPUP);
    const without = await handlers['rows.index']({}, POPUP);
    expect(without.context).not.toBe(index.context);
    expect(without.goals).toEqual([]);
  });
});

function never(): never {
  throw new Error('there is no such part');
}

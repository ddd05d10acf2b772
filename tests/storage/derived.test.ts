import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, type Tie, unpackRows } from '../../src/core/model/index.ts';
import { putContact, updateContact } from '../../src/storage/contacts.ts';
import {
  countPending,
  type Deriver,
  digestsById,
  digestsOf,
  hasPending,
  idsOfPending,
  nextPending,
  restamp,
  SEGMENT_ROWS,
  segmentsOf,
} from '../../src/storage/derived.ts';
import { forgetContact, forgetContacts } from '../../src/storage/many.ts';
import { openDatabase } from '../../src/storage/open.ts';
import {
  digestPages,
  getDigests,
  putReadings,
  readingsPages,
  segmentPages,
} from '../../src/storage/segments.ts';
import { getState } from '../../src/storage/state.ts';
import { deleteTie, putTie, tieName, tiesOf } from '../../src/storage/ties.ts';
import { type Commit, deriveAgain, write } from '../../src/storage/transaction.ts';
import { makeContact, NOW } from '../make.ts';

/** What is derived names the contact's revision and its ties, so that whatever is stale can be told. */
const deriverOf = (version: string): Deriver => ({
  version,
  derive: ({ id, rev, profile }, ties) =>
    ({
      career: { steps: [], current: {} },
      row: { id, name: `${profile.name.full} ${version}`, tags: [String(rev)] },
      digest: { id, name: profile.name.full, seen: rev, knows: ties.map(tieName).sort() },
    }) as unknown as ReturnType<Deriver['derive']>,
});

let databases = 0;
async function open() {
  const db = await openDatabase(`derived-${databases++}`);
  let last = 0;
  const commits: Commit[] = [];
  const now: { deriver: Deriver | null } = { deriver: deriverOf('one') };
  const world = {
    now: () => new Date(NOW),
    id: () => `id-${++last}`,
    deriver: async () => now.deriver,
    wrote: (commit: Commit) => void commits.push(commit),
  };
  const within = (work: Parameters<typeof write<void>>[3]) =>
    write(db, world, ['contacts', 'captures', 'ties'], work);
  const save = (...ids: string[]) =>
    within(async (writing) => {
      for (const id of ids)
        await putContact(writing, [`web:${id}`], (known) =>
          known === undefined
            ? makeContact({ key: { site: 'web', id }, name: { full: id } }, id)
            : { ...known, rev: known.rev + 1 },
        );
    });
  const tie = (...ties: [from: string, to: string][]) =>
    within(async (writing) => {
      for (const [from, to] of ties) putTie(writing, { from, to, kind: 'knows' });
    });
  const listed = async () => {
    const rows: string[] = [];
    for await (const page of segmentPages(db))
      for (const { rows: packed } of page) rows.push(...columnOf(packed, 'id'));
    return rows;
  };
  const waiting = async () => (await db.getAll('pending')).flatMap(idsOfPending);
  /** Every list, digest and career is that of the contacts as they stand; of nobody else there is any. */
  const expectFresh = async () => {
    const deriver = now.deriver as Deriver;
    const contacts = await db.getAll('contacts');
    const anew = await Promise.all(
      contacts.map(async (one) => deriver.derive(one, await tiesOf(db, one.id))),
    );
    const digests = (await db.getAll('digests')).flatMap(digestsOf);
    expect(digests.map(({ id }) => id)).toEqual(await listed());
    expect(digests.sort(byId)).toEqual(anew.map(({ digest }) => digest));
    const rows = (await db.getAll('segments')).flatMap((one) => unpackRows(one.rows));
    expect(rows.sort(byId).map(({ id, name, tags }) => ({ id, name, tags }))).toEqual(
      anew.map(({ row }) => row),
    );
    const careers = await db.getAll('careers');
    expect(
      careers.map(({ contactId, contactRev, classifier }) => [contactId, contactRev, classifier]),
    ).toEqual(contacts.map(({ id, rev }) => [id, rev, deriver.version]));
    for (const { contactId, segment } of careers) {
      const known = await db.get('segments', segment);
      expect(known === undefined ? [] : columnOf(known.rows, 'id')).toContain(contactId);
    }
    expect(await waiting()).toEqual([]);
  };
  return { db, world, commits, now, within, save, tie, listed, waiting, expectFresh };
}
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const ids = (count: number, begin = 'p') =>
  Array.from({ length: count }, (_, i) => `${begin}${String(i).padStart(4, '0')}`);

describe('lists and digests', () => {
  it('follow every write, however close together those stand whom it changes', async () => {
    const { db, world, save, tie, within, expectFresh } = await open();
    const all = ids(300);
    await save(...all);
    await tie(...all.slice(0, 60).map((id): [string, string] => [id, all[150] as string]));
    const part = fc.record({
      from: fc.nat(299),
      count: fc.integer({ min: 1, max: 70 }),
      step: fc.constantFrom(1, 1, 2, 3, 7),
      what: fc.constantFrom('save', 'tie', 'untie', 'new', 'again', 'forget'),
    });
    await fc.assert(
      fc.asyncProperty(part, async ({ from, count, step, what }) => {
        const chosen = all.filter((_, at) => at >= from && (at - from) % step === 0).slice(0, count);
        const next = (at: number) => all[(at + 1) % all.length] as string;
        if (what === 'save') await save(...chosen);
        else if (what === 'new') await save(...chosen.map((id) => `${id}-${from}`));
        else if (what === 'again') await deriveAgain(db, world, [...chosen].reverse());
        else if (what === 'forget') for (const id of chosen.slice(0, 3)) await forgetContact(db, world, id);
        else
          await within(async (writing) => {
            const there = new Set(await writing.transaction.objectStore('contacts').getAllKeys());
            for (const [at, id] of chosen.entries()) {
              const one: Tie = { from: id, to: next(at), kind: 'knows' };
              if (what === 'untie') await deleteTie(writing, one);
              else if (there.has(one.from) && there.has(one.to)) putTie(writing, one);
            }
          });
      }),
      { seed: 1, numRuns: 25 },
    );
    await expectFresh();
  });

  it('of somebody with very many ties are those of all of them', async () => {
    const { save, tie, expectFresh } = await open();
    const all = ids(40);
    const others = ids(520, 'q');
    await save(...all, ...others.slice(0, 400));
    await save(...others.slice(400));
    for (const part of [others.slice(0, 260), others.slice(260)])
      await tie(
        ...part.flatMap((id): [string, string][] => [
          [id, 'p0003'],
          ['p0005', id],
        ]),
      );
    await save(...all);
    await expectFresh();
  });

  it('stand in the order in which they were written, and stay where they are', async () => {
    const { save, listed, db, commits } = await open();
    await save('cem', 'ada');
    await save('bea');
    await save('ada');
    expect(await listed()).toEqual(['cem', 'ada', 'bea']);
    expect((await db.getAll('segments'))[0]).toMatchObject({ segment: 0, version: 'one', revision: 3 });
    expect((await getDigests(db, 0))?.revision).toBe(3);
    expect(await getDigests(db, 7)).toBeUndefined();
    expect(commits.at(-1)?.derived).toMatchObject({
      put: [{ id: 'ada', seen: 1 }],
      removed: [],
      pending: false,
    });
    expect(commits.at(-1)?.derived.segments).toHaveLength(1);
    expect(commits.at(-1)?.derived.segments[0]?.rows.rows).toEqual((await db.getAll('segments'))[0]?.rows);
  });

  it('fill one segment after the other; whoever goes leaves no line', async () => {
    const { db, world, save, listed, commits, expectFresh } = await open();
    const all = ids(SEGMENT_ROWS + 2);
    await save(...all.slice(0, SEGMENT_ROWS));
    expect(await getState(db, 'openSegment')).toEqual({ segment: 0, count: SEGMENT_ROWS });
    await save(...all.slice(SEGMENT_ROWS));
    expect(await getState(db, 'openSegment')).toEqual({ segment: 1, count: 2 });
    expect(await listed()).toEqual(all);
    expect(await segmentsOf(db, ['p0000', 'nobody', 'p0001'])).toEqual([0]);
    expect(await segmentsOf(db, ['p0257', 'p0000'])).toEqual([1, 0]);
    await forgetContact(db, world, 'p0256');
    expect(commits.at(-1)?.derived).toMatchObject({ put: [], removed: ['p0256'] });
    await forgetContact(db, world, 'p0257');
    expect((await db.get('digests', 1))?.lines).toBe('');
    expect(digestsOf((await getDigests(db, 1)) ?? { segment: 1, revision: 0, lines: 'x' })).toEqual([]);
    await expectFresh();
    // Nobody stands where somebody has stood: the next goes on behind.
    await save('new');
    expect(await getState(db, 'openSegment')).toEqual({ segment: 1, count: 3 });
  });

  it('are found by contact, whatever its id looks like', async () => {
    const { db, save } = await open();
    const odd = 'a"b\\c';
    await save('ada', odd, 'bea');
    expect((await digestsById(db, ['bea', 'nobody', odd])).map(({ id }) => id).sort()).toEqual([odd, 'bea']);
    expect(await digestsById(db, [])).toEqual([]);
  });

  it('of two versions in one segment are made again; of one alone they are not', async () => {
    const { db, now, save } = await open();
    await save('ada', 'bea');
    now.deriver = deriverOf('two');
    await save('ada');
    expect((await db.get('segments', 0))?.version).toBe('mixed');
    expect(await getState(db, 'deriving')).toBe(true);
    await db.delete('state', 'deriving');
    await save('ada', 'bea');
    expect((await db.get('segments', 0))?.version).toBe('two');
    await save('bea');
    expect((await db.get('segments', 0))?.version).toBe('two');
    expect(await getState(db, 'deriving')).toBeUndefined();
    await restamp(db, 0, 'three');
    await restamp(db, 5, 'three');
    expect((await db.getAll('segments')).map(({ segment, version }) => [segment, version])).toEqual([
      [0, 'three'],
    ]);
  });

  it('come in pages, in the order of their segments', async () => {
    const { db } = await open();
    const rows = Array.from({ length: 70 }, (_, segment) => segment);
    const { transaction } = db.transaction(['segments', 'digests'], 'readwrite').objectStore('segments');
    for (const segment of rows) {
      transaction
        .objectStore('segments')
        .put({ segment, revision: 1, version: 'v', rows: { count: 0, columns: {} as never } });
      transaction.objectStore('digests').put({ segment, revision: 1, lines: '' });
    }
    await transaction.done;
    await putReadings(
      db,
      rows.map((segment) => ({ segment, revision: 1, context: 'c', readings: {} as never })),
    );
    for (const [pages, most] of [
      [segmentPages(db), 32],
      [digestPages(db), 8],
      [readingsPages(db), 32],
    ] as const) {
      const found: number[][] = [];
      for await (const page of pages) found.push(page.map(({ segment }) => segment));
      expect(found.flat()).toEqual(rows);
      expect(Math.max(...found.map(({ length }) => length))).toBe(most);
    }
  });
});

describe('what cannot be derived now', () => {
  it('waits, each by itself; of whoever is gone nothing waits and no row stays', async () => {
    const { db, world, now, save, within, waiting, listed, commits, expectFresh } = await open();
    await save('ada', 'bea', 'cem');
    now.deriver = null;
    await save('ada', 'dora');
    expect(commits.at(-1)?.derived).toMatchObject({ segments: [], put: [], removed: [], pending: true });
    await forgetContact(db, world, 'bea');
    expect(commits.at(-1)?.derived).toMatchObject({ removed: ['bea'], pending: false });
    // Somebody is named who is not there (any more): their rows go too.
    await within(async ({ touch, transaction }) => {
      for (const id of ['cem', 'nobody', 'ada']) touch(id);
      transaction.objectStore('contacts').delete('cem');
    });
    expect(commits.at(-1)?.derived).toMatchObject({ removed: ['cem'], pending: true });
    expect([await waiting(), await listed()]).toEqual([['ada', 'dora'], ['ada']]);
    expect([await hasPending(db), await countPending(db), await nextPending(db)]).toEqual([
      true,
      2,
      { rows: ['ada', 'dora'], ids: ['ada', 'dora'] },
    ]);
    now.deriver = deriverOf('one');
    const next = await nextPending(db);
    await deriveAgain(db, world, next?.ids ?? [], next?.rows);
    await expectFresh();
    expect([await hasPending(db), await countPending(db), await nextPending(db)]).toEqual([false, 0, null]);
    expect(await listed()).toEqual(['ada', 'dora']);
  });

  it('is very many at once, some hundred of them in one row, and is taken up row by row', async () => {
    const { db, world, save, tie, waiting, commits, expectFresh } = await open();
    const all = ids(520);
    await save(...all.slice(500), ...all.slice(0, 500));
    expect(commits.at(-1)?.derived).toMatchObject({ put: [], removed: [], pending: true });
    expect((await db.getAllKeys('pending')).map(String)).toEqual(['1,0', '1,1', '1,2']);
    expect([await waiting(), await countPending(db), await hasPending(db)]).toEqual([all, 520, true]);
    await tie(['p0000', 'me'], ['p0001', 'me']);
    let turns = 0;
    for (let next = await nextPending(db); next !== null; next = await nextPending(db), turns++) {
      expect(next.ids.length).toBeLessThanOrEqual(SEGMENT_ROWS);
      await deriveAgain(db, world, next.ids, next.rows);
    }
    expect(turns).toBe(3);
    await expectFresh();
    // All of them once more at once: they wait again, and those who go do not.
    await forgetContacts(db, world, all);
    expect(commits.at(-1)?.derived).toMatchObject({ pending: false });
    expect(commits.at(-1)?.derived.removed.toSorted()).toEqual(all);
    await expectFresh();
    expect([await db.count('pending'), await db.count('careers')]).toEqual([0, 0]);
  });

  it('is no row of nobody', () => {
    expect([
      idsOfPending(undefined),
      idsOfPending({ id: 'a' }),
      idsOfPending({ id: [1, 0], ids: ['b', 'c'] }),
    ]).toEqual([[], ['a'], ['b', 'c']]);
  });
});

it('a contact that is changed without being written is derived again, and is no change of anything else', async () => {
  const { db, save, within, commits, expectFresh } = await open();
  await save('ada', 'bea');
  const before = await db.count('changes');
  await within(async ({ touch }) => touch('ada'));
  expect(commits.at(-1)).toMatchObject({ changes: [], derived: { put: [{ id: 'ada' }] } });
  expect(await db.count('changes')).toBe(before);
  await within(async (writing) => {
    await updateContact(writing, 'ada', (contact) => contact);
    await updateContact(writing, 'bea', () => null);
    await updateContact(writing, 'nobody', (contact) => contact);
  });
  expect(commits.at(-1)?.derived.put.map(({ id }) => id)).toEqual(['ada']);
  await within(async () => {});
  expect(commits.at(-1)?.derived).toEqual({ segments: [], put: [], removed: [], pending: false });
  await expectFresh();
});

import { describe, expect, it } from 'vitest';
import { type Contact, DRAFT_LIMITS, type Me, type Tie } from '../../src/core/model/index.ts';
import {
  CAPTURES_KEPT,
  contactPages,
  findContact,
  getContacts,
  idsByKey,
  listCaptures,
  putContact,
} from '../../src/storage/contacts.ts';
import { SEGMENT_ROWS } from '../../src/storage/derived.ts';
import { getDraft, listDrafts, putDraft } from '../../src/storage/drafts.ts';
import { editContact } from '../../src/storage/edits.ts';
import { changeMany, forgetContact, forgetContacts } from '../../src/storage/many.ts';
import { changeMe, changeSettings } from '../../src/storage/me.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { nameList, orderOf, placeContact, placeMany, removeList, snoozes } from '../../src/storage/orders.ts';
import { getSettings, getState } from '../../src/storage/state.ts';
import { listTies, putTie } from '../../src/storage/ties.ts';
import { write } from '../../src/storage/transaction.ts';
import { FORGET_UNDO_MS, purgeUndo, runUndo } from '../../src/storage/undo/run.ts';
import { makeContact, makeMe, NOW } from '../make.ts';

let databases = 0;
async function open() {
  let last = 0;
  let now = NOW;
  const world = { now: () => new Date(now), id: () => `id-${++last}` };
  const db = await openDatabase(`writes-${databases++}`);
  const put = (contacts: readonly Contact[]) =>
    write(db, world, ['contacts', 'captures'], async (writing) => {
      for (const contact of contacts) await putContact(writing, contact.keys, () => contact);
    });
  const tie = (...ties: Tie[]) =>
    write(db, world, ['contacts', 'ties'], async (writing) => {
      for (const one of ties) putTie(writing, one);
    });
  return { db, world, put, tie, at: (instant: string) => (now = instant) };
}

const person = (id: string, changes: Partial<Contact> = {}): Contact => ({
  ...makeContact({ key: { site: 'web', id }, name: { full: id } }, id),
  ...changes,
});
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => person(`p${String(i).padStart(4, '0')}`));
const undoOf = async (db: Awaited<ReturnType<typeof open>>['db']) =>
  (await db.getAll('undo')).map(({ id }) => id);

describe('what cannot be derived now', () => {
  it.each([
    [1, 1],
    [500, 500],
    [501, 2],
    [2 * SEGMENT_ROWS, 2],
    [2 * SEGMENT_ROWS + 1, 3],
  ])('of %i contacts waits in %i rows, each contact once', async (count, rows) => {
    const { db, put } = await open();
    const all = people(count);
    await put(all);
    const pending = await db.getAll('pending');
    expect(pending).toHaveLength(rows);
    const waiting = pending.flatMap((row) => ('ids' in row ? (row.ids as string[]) : [row.id]));
    expect(waiting.map(String).sort()).toEqual(all.map(({ id }) => id));
    expect(await getState(db, 'contactCount')).toBe(count);
  });

  it('waits for nobody who is gone', async () => {
    const { db, world, put } = await open();
    await put(people(2));
    await forgetContact(db, world, 'p0001');
    expect((await db.getAll('pending')).map(({ id }) => id)).toEqual(['p0000']);
  });
});

describe('a contact is found', () => {
  it('by its keys, the first that somebody has; and by ids in their order', async () => {
    const { db, put } = await open();
    await put([person('a', { keys: ['web:a', 'web:old'] }), person('b')]);
    expect((await findContact(db, ['web:nobody', 'web:b', 'web:a']))?.id).toBe('b');
    expect((await findContact(db, ['web:old']))?.id).toBe('a');
    expect(await findContact(db, ['web:nobody'])).toBeUndefined();
    expect(await idsByKey(db, ['web:old', 'web:nobody'])).toEqual(['a', undefined]);
    expect((await getContacts(db, ['b', 'x', 'a'])).map((one) => one?.id)).toEqual(['b', undefined, 'a']);
  });

  it('in pages of a thousand', async () => {
    const { db, put } = await open();
    await put(people(1_001));
    const pages: number[] = [];
    for await (const page of contactPages(db)) pages.push(page.length);
    expect(pages).toEqual([1_000, 1]);
  });

  it('and another’s key stays with them', async () => {
    const { db, world, put } = await open();
    await put([person('a'), person('b')]);
    const again = await write(db, world, ['contacts', 'captures'], (writing) =>
      putContact(writing, ['web:a', 'web:b'], (known) => ({
        ...(known as Contact),
        keys: ['web:a', 'web:b'],
      })),
    );
    expect([again.created, again.contact.id, again.contact.keys]).toEqual([false, 'a', ['web:a']]);
    expect(await getState(db, 'contactCount')).toBe(2);
  });

  it('with the last twenty pages that were read of it, the newest first', async () => {
    const { db, world, at } = await open();
    for (let i = 0; i < CAPTURES_KEPT + 2; i++) {
      at(`2026-11-24T10:00:${String(i).padStart(2, '0')}.000Z`);
      await write(db, world, ['contacts', 'captures'], (writing) =>
        putContact(writing, ['web:a'], () => person('a'), {
          url: 'https://example.org/a',
          reader: `r@${i}`,
          profile: person('a').profile,
          provenance: {},
        }),
      );
    }
    const kept = (await listCaptures(db, 'a')).map(({ reader }) => reader);
    expect(kept).toHaveLength(CAPTURES_KEPT);
    expect([kept[0], kept.at(-1)]).toEqual([`r@${CAPTURES_KEPT + 1}`, 'r@2']);
  });
});

describe('a change of many is one step', () => {
  it('in parts of five hundred, whoever is named twice or is nobody counts once or not', async () => {
    const { db, world, put } = await open();
    const all = people(501);
    await put(all);
    const ids = all.map(({ id }) => id);
    const done = await changeMany(db, world, [...ids, ids[0] as string, 'nobody'], (own) => ({
      ...own,
      hub: true,
    }));
    expect(done.count).toBe(501);
    expect(await undoOf(db)).toEqual([done.undo, `${done.undo}/1`]);
    await changeMany(db, world, ['p0007'], (own) => ({ ...own, note: 'later' }));
    // Whoever was worked on since stays.
    expect(await runUndo(db, world, done.undo)).toBe(500);
    const [first, later] = await getContacts(db, ['p0000', 'p0007']);
    expect([first?.own.hub, first?.rev, later?.own.hub, later?.own.note]).toEqual([
      undefined,
      2,
      true,
      'later',
    ]);
    expect(await runUndo(db, world, done.undo)).toBe(0);
  });

  it('brings the forgotten back with their ties, unless somebody has taken their place', async () => {
    const { db, world, put, tie } = await open();
    await put([...people(3), person('x')]);
    await tie(
      { from: 'p0000', to: 'p0001', kind: 'knows' },
      { from: 'me', to: 'p0001', kind: 'knows' },
      { from: 'x', to: 'p0002', kind: 'knows' },
    );
    const done = await forgetContacts(db, world, ['p0000', 'p0001', 'p0002', 'nobody']);
    expect([done.count, await getState(db, 'contactCount'), await listTies(db)]).toEqual([3, 1, []]);
    expect(await db.count('tombstones')).toBeGreaterThan(0);
    await put([person('other', { keys: ['web:p0002'] })]);
    expect(await runUndo(db, world, done.undo)).toBe(2);
    expect((await getContacts(db, ['p0000', 'p0001', 'p0002'])).map((one) => one?.rev)).toEqual([
      2,
      2,
      undefined,
    ]);
    expect((await listTies(db)).map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
      'me p0001',
      'p0000 p0001',
    ]);
    expect(await getState(db, 'contactCount')).toBe(4);
  });

  it('that forgets or edits can be taken back for a while, others for good', async () => {
    const { db, world, put } = await open();
    await put(people(3));
    await forgetContacts(db, world, ['p0000']);
    const edited = await editContact(db, world, 'p0001', (contact) => ({
      ...contact,
      emails: ['a@example.org'],
    }));
    expect(edited?.contact.emails).toEqual(['a@example.org']);
    expect(await editContact(db, world, 'nobody', (contact) => contact)).toBeUndefined();
    const { undo } = await changeMany(db, world, ['p0002'], (own) => own);
    await purgeUndo(db, new Date(Date.parse(NOW) + FORGET_UNDO_MS - 1));
    expect(await undoOf(db)).toHaveLength(3);
    await purgeUndo(db, new Date(Date.parse(NOW) + FORGET_UNDO_MS + 1));
    expect(await undoOf(db)).toEqual([undo]);
  });
});

describe('orders', () => {
  it('are numbered anew where there is no room', async () => {
    const { db, world, put } = await open();
    await put(people(4));
    const of = { list: 'l' };
    await placeContact(db, world, 'p0000', of, { rank: 1 });
    await placeContact(db, world, 'p0001', of, { rank: 1.0000001 });
    const moved = await placeContact(db, world, 'p0002', of, { before: 'p0001' });
    expect(moved?.was).toBeNull();
    expect(await orderOf(db, of)).toEqual([
      { id: 'p0000', rank: 0 },
      { id: 'p0002', rank: 0.5 },
      { id: 'p0001', rank: 1 },
    ]);
    expect((await placeContact(db, world, 'p0000', of, { before: 'p0000' }))?.was).toEqual({ rank: 0 });
    expect((await orderOf(db, of)).map(({ id }) => id)).toEqual(['p0002', 'p0001', 'p0000']);
    expect(await placeContact(db, world, 'nobody', of, null)).toBeUndefined();
  });

  it('take many at the end, each once, and give them back', async () => {
    const { db, world, put } = await open();
    await put(people(4));
    const of = { goal: 'g', stage: 'asked' as const };
    await placeContact(db, world, 'p0003', of, { before: null });
    await placeContact(db, world, 'p0000', { goal: 'h', stage: 'met' }, { before: null });
    const done = await placeMany(db, world, ['p0001', 'p0003', 'p0000', 'p0001', 'nobody'], of);
    expect(done.count).toBe(2);
    expect(await orderOf(db, of)).toEqual([
      { id: 'p0003', rank: 0 },
      { id: 'p0001', rank: 1 },
      { id: 'p0000', rank: 2 },
    ]);
    expect(await orderOf(db, { goal: 'h', stage: 'met' })).toHaveLength(1);
    expect(await runUndo(db, world, done.undo)).toBe(2);
    expect((await orderOf(db, of)).map(({ id }) => id)).toEqual(['p0003']);
  });

  it('of a list go with it, and come back with its name', async () => {
    const { db, world, put } = await open();
    await put(people(2));
    await nameList(db, world, { id: 'l', name: 'Thanks' });
    await nameList(db, world, { id: 'm', name: 'Later' });
    await placeMany(db, world, ['p0000', 'p0001'], { list: 'l' });
    await placeMany(db, world, ['p0000'], { list: 'm' });
    const done = await removeList(db, world, 'l');
    expect(done?.count).toBe(2);
    expect((await getSettings(db)).lists).toEqual([{ id: 'm', name: 'Later' }]);
    const [one, other] = await getContacts(db, ['p0000', 'p0001']);
    expect([one?.own.lists, other?.own]).toEqual([[['m', 0]], expect.not.objectContaining({ lists: [] })]);
    expect(await runUndo(db, world, done?.undo ?? '')).toBe(3);
    expect((await orderOf(db, { list: 'l' })).map(({ id }) => id)).toEqual(['p0000', 'p0001']);
    expect((await getSettings(db)).lists.map(({ id }) => id)).toEqual(['m', 'l']);
    const before = await db.count('undo');
    expect(await removeList(db, world, 'nothing')).toBeNull();
    expect(await db.count('undo')).toBe(before);
  });

  it('say until when what is due was put off', async () => {
    const { db, put } = await open();
    const made = person('a');
    await put([
      {
        ...made,
        own: {
          ...made.own,
          snoozed: [
            ['review', '2027-01-01'],
            ['nextStep', '2026-12-01'],
          ],
        },
      },
    ]);
    expect([...(await snoozes(db))].sort()).toEqual([
      ['nextStep a', '2026-12-01'],
      ['review a', '2027-01-01'],
    ]);
  });
});

describe('what is typed and not saved', () => {
  const draft = (subject: string, text: string, at = NOW) => ({ kind: 'note' as const, subject, text, at });
  it('is kept once for each field, and gone with its text', async () => {
    const { db } = await open();
    const name = { kind: 'note', subject: 'a' } as const;
    await putDraft(db, draft('a', 'te'));
    await putDraft(db, draft('a', 'tea'));
    await putDraft(db, { ...draft('a', 'x'), kind: 'tag' });
    await putDraft(db, draft('b', 'other'));
    expect(await getDraft(db, name, new Date(NOW))).toBe('tea');
    expect((await listDrafts(db, new Date(NOW))).map(({ text }) => text)).toEqual(['tea', 'x', 'other']);
    await putDraft(db, draft('a', ''));
    expect(await getDraft(db, name, new Date(NOW))).toBeNull();
    expect(await listDrafts(db, new Date(NOW))).toHaveLength(2);
  });

  it('makes room for what is newer, by number and by length', async () => {
    const { db } = await open();
    for (let i = 0; i <= DRAFT_LIMITS.drafts; i++) await putDraft(db, draft(`s${i}`, 'x'));
    const kept = await listDrafts(db, new Date(NOW));
    expect([kept.length, kept[0]?.subject]).toEqual([DRAFT_LIMITS.drafts, 's1']);
    const long = 'x'.repeat(DRAFT_LIMITS.characters);
    for (let i = 0; i < 9; i++) await putDraft(db, draft(`long${i}`, long));
    const fit = Math.floor(DRAFT_LIMITS.together / DRAFT_LIMITS.characters);
    expect((await listDrafts(db, new Date(NOW))).map(({ subject }) => subject)).toEqual(
      Array.from({ length: fit }, (_, i) => `long${9 - fit + i}`),
    );
  });
});

describe('what the user says of themselves and wants', () => {
  it('is made of what is there, logged, and taken back', async () => {
    const { db, world } = await open();
    expect(await changeMe(db, world, (known) => (known === undefined ? makeMe() : null))).toEqual(makeMe());
    expect(await changeMe(db, world, (known) => ({ ...(known as Me), headline: 'x' }))).toMatchObject({
      name: 'Kim Sommer',
      headline: 'x',
    });
    expect(await changeMe(db, world, () => null)).toBeNull();
    expect(await getState(db, 'me')).toBeUndefined();
    const settings = await changeSettings(db, world, (known) => ({ ...known, quiet: !known.quiet }));
    expect([settings.quiet, (await getSettings(db)).quiet]).toEqual([true, true]);
    await expect(changeSettings(db, world, (known) => ({ ...known, quiet: 1 as never }))).rejects.toThrow();
    expect((await db.getAll('changes')).map(({ store, id }) => `${store} ${id}`)).toEqual([
      'me me',
      'me me',
      'me me',
      'settings settings',
    ]);
  });
});

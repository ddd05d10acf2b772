import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinContacts } from '../../src/core/merge/index.ts';
import type { Contact, Tie } from '../../src/core/model/index.ts';
import type { Entry } from '../../src/core/sync/index.ts';
import { applyEntries } from '../../src/storage/apply.ts';
import { CAPTURES_KEPT, listCaptures, putContact } from '../../src/storage/contacts.ts';
import { beginSync, entryPages } from '../../src/storage/files.ts';
import { forgetContact } from '../../src/storage/many.ts';
import { mergeContacts } from '../../src/storage/merges.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { putQuestion } from '../../src/storage/questions.ts';
import type { Database, SyncRecord } from '../../src/storage/schema.ts';
import { getState } from '../../src/storage/state.ts';
import { putTie } from '../../src/storage/ties.ts';
import { write } from '../../src/storage/transaction.ts';
import { makeContact, NOW } from '../make.ts';

let databases = 0;
/** A device by this name (8 hexadecimal digits), with a clock that never stands. */
async function open(device: string) {
  const db = await openDatabase(`apply-${databases++}`);
  let [ms, last] = [Date.parse(NOW), 0];
  const world = { now: () => new Date(++ms), id: () => `${device}-${++last}` };
  const record = { device, name: device, seq: 0, offset: 0, devices: [] };
  await beginSync(db, record as unknown as SyncRecord);
  const within = (work: Parameters<typeof write<void>>[3]) =>
    write(db, world, ['contacts', 'captures', 'ties', 'questions'], work);
  const save = (id: string, change: (contact: Contact) => Contact = (contact) => contact) =>
    within(async (writing) => {
      await putContact(
        writing,
        [`web:${id}`],
        (known) => change(known ?? makeContact({ key: { site: 'web', id }, name: { full: id } }, id)),
        {
          url: `https://example.org/${id}`,
          reader: 'r@1',
          profile: makeContact().profile,
          provenance: {},
        },
      );
    });
  const tie = (from: string, to: string) =>
    within(async (writing) => putTie(writing, { from, to, kind: 'knows' }));
  const ask = (subject: string, ...candidates: string[]) =>
    within(async (writing) =>
      putQuestion(writing, {
        subject,
        candidates,
        source: { relation: 'colleague', site: 'web', url: 'https://example.org/a', on: '2026-11-24' },
      }),
    );
  const merge = (kept: string, other: string) =>
    mergeContacts(db, world, { kept, other }, (one, gone, made) => joinContacts(one, gone, made));
  const entries = async () => {
    const found: Entry[] = [];
    for await (const page of entryPages(db)) found.push(...page.entries);
    return found;
  };
  const apply = (told: readonly Entry[]) => applyEntries(db, world, told);
  return {
    db,
    world,
    save,
    tie,
    ask,
    merge,
    entries,
    apply,
    forget: (id: string) => forgetContact(db, world, id),
  };
}
type Device = Awaited<ReturnType<typeof open>>;

/** What stands in a database, without what each device says for itself. */
async function viewOf(db: Database) {
  const [contacts, ties, captures, questions, pending] = await Promise.all([
    db.getAll('contacts'),
    db.getAll('ties'),
    db.getAllKeys('captures'),
    db.getAll('questions'),
    getState(db, 'contactCount'),
  ]);
  return {
    contacts: contacts.map(({ id, keys, own }) => [id, [...keys].sort(), own.hub ?? false]),
    ties: ties.map(({ from, to }: Tie) => `${from} ${to}`).sort(),
    captures: captures.map((key) => key.join(' ')),
    questions: questions.map(({ id }) => id).sort(),
    count: pending ?? 0,
  };
}

const SCENES: Record<string, (device: Device) => Promise<void>> = {
  'people, ties and questions': async ({ save, tie, ask }) => {
    for (const id of ['ada', 'bea', 'cem']) await save(id);
    await save('ada', (contact) => ({ ...contact, own: { ...contact.own, hub: true } }));
    await tie('ada', 'bea');
    await tie('me', 'cem');
    await tie('cem', 'me');
    await ask('ada', 'bea', 'cem');
  },
  'somebody who is forgotten, and what hung on them': async ({ save, tie, ask, forget }) => {
    for (const id of ['ada', 'bea', 'cem', 'dora']) await save(id);
    await tie('ada', 'bea');
    await tie('cem', 'ada');
    await ask('ada', 'bea', 'cem');
    await ask('cem', 'ada', 'bea', 'dora');
    await forget('ada');
  },
  'two who are one, with ties and pages of both': async ({ save, tie, ask, merge }) => {
    for (const id of ['ada', 'bea', 'cem', 'dora']) await save(id);
    await tie('bea', 'cem');
    await tie('dora', 'bea');
    await tie('ada', 'cem');
    await tie('ada', 'bea');
    await tie('me', 'bea');
    await ask('bea', 'cem', 'dora');
    await merge('ada', 'bea');
  },
};

it.each(Object.keys(SCENES))('%s: all is the same, in whatever order and parts it comes', async (name) => {
  const source = await open('0000000a');
  await SCENES[name]?.(source);
  const entries = await source.entries();
  const expected = await viewOf(source.db);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(entries, { minLength: entries.length }),
      fc.integer({ min: 1, max: 4 }),
      async (told, size) => {
        const target = await open('0000000b');
        for (let from = 0; from < told.length; from += size)
          await target.apply(told.slice(from, from + size));
        expect(await viewOf(target.db)).toEqual(expected);
        // Nothing waits any more, and what is told again changes nothing.
        expect(await target.db.countFromIndex('registers', 'waits')).toBe(0);
        await target.apply(told);
        expect(await viewOf(target.db)).toEqual(expected);
      },
    ),
    { seed: 7, numRuns: 12 },
  );
});

it.each<[string, (device: Device) => Promise<unknown>, ties: string[], questions: string[][]]>([
  [
    'of somebody who is one with another',
    ({ merge }) => merge('ada', 'bea'),
    ['ada cem', 'dora ada'],
    [['ada', 'cem', 'dora']],
  ],
  [
    'of somebody who is one with its other end',
    ({ merge }) => merge('cem', 'bea'),
    ['dora cem'],
    [['cem', 'dora']],
  ],
  ['of somebody who is forgotten', ({ forget }) => forget('bea'), [], []],
])('ties and questions that another device adds meanwhile: %s', async (_what, change, ties, questions) => {
  const [laptop, tablet] = [await open('0000000a'), await open('0000000b')];
  for (const id of ['ada', 'bea', 'cem', 'dora']) await laptop.save(id);
  await tablet.apply(await laptop.entries());
  await change(laptop);
  await tablet.tie('bea', 'cem');
  await tablet.tie('dora', 'bea');
  await tablet.ask('bea', 'cem', 'dora');
  // Each hears of the other, until both are at rest.
  for (let turn = 0; turn < 3; turn++) {
    await tablet.apply(await laptop.entries());
    await laptop.apply(await tablet.entries());
  }
  for (const { db } of [laptop, tablet]) {
    const view = await viewOf(db);
    expect(view.ties).toEqual(ties);
    expect(view.questions).toEqual(questions.map((people) => JSON.stringify(people)));
  }
  expect(await viewOf(tablet.db)).toEqual(await viewOf(laptop.db));
});

it('of the pages that several devices read of somebody the newest twenty stay, before and after they come', async () => {
  const source = await open('0000000a');
  for (let i = 0; i < 4; i++) await source.save('ada');
  const entries = await source.entries();
  const person = entries.filter(({ k }) => k === 'contact');
  const [page] = entries.filter(({ k }) => k === 'capture');
  const at = (i: number) => `2026-11-20T10:00:${String(i).padStart(2, '0')}.000Z`;
  const pages = Array.from({ length: CAPTURES_KEPT + 4 }, (_, i) => ({
    ...(page as Entry),
    i: `ada@${at(i)}`,
  }));
  for (const told of [
    [...person, ...pages],
    [...pages, ...person],
    [...pages.toReversed(), ...person],
  ]) {
    const target = await open('0000000b');
    for (const entry of told) await target.apply([entry]);
    const kept = await listCaptures(target.db, 'ada');
    expect(kept.map((capture) => capture.at)).toEqual(
      pages
        .slice(4)
        .map((_, i) => at(i + 4))
        .reverse(),
    );
    expect(kept[0]?.contactId).toBe('ada');
  }
});

it('a device that is kept in step with nobody takes nothing in', async () => {
  const source = await open('0000000a');
  await source.save('ada');
  const target = await open('0000000b');
  await beginSync(target.db, undefined);
  await target.apply(await source.entries());
  expect(await viewOf(target.db)).toMatchObject({ contacts: [], count: 0 });
  expect(await target.db.count('registers')).toBe(0);
});

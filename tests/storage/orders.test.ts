import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_LISTS } from '../../src/core/model/index.ts';
import {
  nameList,
  type OrderOf,
  orderOf,
  placeContact,
  placeMany,
  removeList,
  snoozeName,
} from '../../src/storage/orders.ts';
import { getSettings } from '../../src/storage/state.ts';
import { openDevice } from './device.ts';

const PEOPLE = ['ada', 'bea', 'cem', 'dora', 'emil'];
async function open() {
  const device = await openDevice('0000000a');
  for (const id of PEOPLE) await device.save(id);
  const idsOf = async (of: OrderOf) => (await orderOf(device.db, of)).map(({ id }) => id);
  const place = (
    id: string,
    of: Parameters<typeof placeContact>[3],
    spot: Parameters<typeof placeContact>[4],
  ) => placeContact(device.db, device.world, id, of, spot);
  return { ...device, idsOf, place };
}

const person = fc.constantFrom(...PEOPLE);
it.each<[string, OrderOf, OrderOf]>([
  ['a list', { list: 'l' }, { list: 'm' }],
  ['a board', { goal: 'g', stage: 'asked' }, { goal: 'h', stage: 'asked' }],
])('%s stands as people have put it, whatever stands elsewhere', async (_, of, elsewhere) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(person, fc.option(person), fc.integer({ min: 0, max: 5 })), { maxLength: 25 }),
      async (moves) => {
        const { db, world, idsOf, place } = await open();
        await placeMany(db, world, PEOPLE.toReversed(), elsewhere);
        let wanted: string[] = [];
        for (const [id, before, what] of moves) {
          const had = wanted.includes(id);
          const others = wanted.filter((one) => one !== id);
          if (what === 0) {
            const moved = await place(id, of, null);
            expect(moved?.was === null).toBe(!had);
            wanted = others;
            continue;
          }
          const moved = await place(id, of, { before });
          expect(moved?.was === null).toBe(!had);
          const at = before === null ? -1 : others.indexOf(before);
          wanted = others.toSpliced(at < 0 ? others.length : at, 0, id);
        }
        expect(await idsOf(of)).toEqual(wanted);
        expect(await idsOf(elsewhere)).toEqual(PEOPLE.toReversed());
      },
    ),
    { seed: 2, numRuns: 8 },
  );
});

it('in one column of a board people stand once, and say where they stood', async () => {
  const { place, idsOf, contact } = await open();
  const asked = { goal: 'g', stage: 'asked' } as const;
  const met = { goal: 'g', stage: 'met' } as const;
  expect((await place('ada', asked, { before: null }))?.was).toBeNull();
  await place('bea', asked, { rank: 7.5 });
  expect((await place('bea', met, { rank: 3 }))?.was).toEqual({ stage: 'asked', rank: 7.5 });
  expect([await idsOf(asked), await idsOf(met)]).toEqual([['ada'], ['bea']]);
  await place('bea', { goal: 'h', stage: 'thanked' }, { rank: 1 });
  expect((await contact('bea'))?.own.boards).toEqual([
    ['g', 'met', 3],
    ['h', 'thanked', 1],
  ]);
  // Off the board of one goal, and of that alone; a spot where there is no column is none.
  const off = await place('bea', { goal: 'g', stage: null }, { before: null });
  expect([off?.was, off?.contact.own.boards]).toEqual([{ stage: 'met', rank: 3 }, [['h', 'thanked', 1]]]);
  await place('bea', { goal: 'h', stage: null }, null);
  expect((await contact('bea'))?.own).not.toHaveProperty('boards');
  expect((await place('ada', asked, null))?.contact.own).not.toHaveProperty('boards');
});

it('on a list people stand once, and say where they stood', async () => {
  const { place, contact } = await open();
  await place('ada', { list: 'l' }, { rank: 4 });
  await place('ada', { list: 'm' }, { rank: 9 });
  expect((await place('ada', { list: 'l' }, { rank: 2 }))?.was).toEqual({ rank: 4 });
  expect((await contact('ada'))?.own.lists).toEqual([
    ['m', 9],
    ['l', 2],
  ]);
  await place('ada', { list: 'm' }, null);
  expect((await place('ada', { list: 'l' }, null))?.contact.own).not.toHaveProperty('lists');
});

it('many at once stand at the end as they are named, each by one change', async () => {
  const { db, world, idsOf, place, commits, undo } = await open();
  const of = { list: 'l' };
  await place('cem', of, { rank: 4.5 });
  const done = await placeMany(db, world, ['dora', 'cem', 'ada', 'nobody', 'dora'], of);
  expect([done.count, await orderOf(db, of)]).toEqual([
    2,
    [
      { id: 'cem', rank: 4.5 },
      { id: 'dora', rank: 5 },
      { id: 'ada', rank: 6 },
    ],
  ]);
  expect(commits.at(-1)?.changes.map(({ id, rev }) => `${id} ${rev}`)).toEqual(['dora 1', 'ada 1']);
  expect(
    (await db.getAll('undo')).map(({ kind, label, own }) => [
      kind,
      label,
      own?.map(({ id, rev }) => [id, rev]),
    ]),
  ).toEqual([
    [
      'setMany',
      '',
      [
        ['dora', 1],
        ['ada', 1],
      ],
    ],
  ]);
  expect(await undo(done.undo)).toBe(2);
  expect(await idsOf(of)).toEqual(['cem']);
});

it('lists have names, the newest last, and are so many at most', async () => {
  const { db, world, commits, settings, undo } = await open();
  const names = async () => (await getSettings(db)).lists.map(({ name }) => name);
  const lists = Array.from({ length: MOST_LISTS - 2 }, (_, i) => ({ id: `l${i}`, name: `List ${i}` }));
  await settings({ lists });
  for (const i of [MOST_LISTS - 2, MOST_LISTS - 1])
    await nameList(db, world, { id: `l${i}`, name: `List ${i}` });
  await nameList(db, world, { id: 'more', name: 'one too many' });
  expect(await names()).toHaveLength(MOST_LISTS);
  await nameList(db, world, { id: 'l1', name: 'Choir' });
  expect((await names()).slice(0, 3)).toEqual(['List 0', 'Choir', 'List 2']);
  expect(commits.at(-1)?.changes).toEqual([{ store: 'settings', id: 'settings', kind: 'put', rev: 0 }]);
  const gone = await removeList(db, world, 'l1');
  expect([gone?.count, (await names()).includes('Choir')]).toEqual([0, false]);
  // Made anew under its id meanwhile: it is there once, as it was.
  await nameList(db, world, { id: 'l1', name: 'Another choir' });
  expect(await undo(gone?.undo ?? '')).toBe(1);
  expect((await names()).filter((name) => /choir/i.test(name))).toEqual(['Choir']);
  expect((await getSettings(db)).lists.at(-1)).toEqual({ id: 'l1', name: 'Choir' });
  expect(snoozeName('review', 'ada')).toBe('review ada');
});

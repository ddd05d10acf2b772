import { describe, expect, it } from 'vitest';
import type { CaptureRecord } from '../../src/core/model/index.ts';
import {
  type Entry,
  rowKey,
  rowOf,
  type StampRow,
  stateOfEntry,
  unsentPaths,
} from '../../src/core/sync/index.ts';
import { livingAmong, releaseWaiting, showKept } from '../../src/storage/apply.ts';
import { listCaptures } from '../../src/storage/contacts.ts';
import { beginSync, countUnsent, listFiles, noteVersions } from '../../src/storage/files.ts';
import { getSettings, getState } from '../../src/storage/state.ts';
import { makeGoal, NOW } from '../make.ts';
import { accountsOf, type Device, expectWhole, inStep, openDevice, viewOf } from './device.ts';

const open = () =>
  Promise.all([openDevice('0000000a'), openDevice('0000000b', { begins: '2026-11-24T10:00:00.500Z' })]);
const idsOf = ({ db }: Device) => db.getAllKeys('contacts');
const tiesIn = async ({ db }: Device) =>
  (await db.getAll('ties')).map(({ from, to }) => `${from} ${to}`).sort();
const questionsIn = async ({ db }: Device) =>
  (await db.getAllKeys('questions')).map((key) => JSON.parse(key).join(' '));
const pagesOf = async ({ db }: Device, id: string) => (await listCaptures(db, id)).map(({ at }) => at).sort();
const of = (entries: readonly Entry[], kind: string, id?: string) =>
  entries.filter(({ k, i }) => k === kind && (id === undefined || i === id));
const goes = (step: { db: Device['db'] }) => step.db.getAll('undo');

/** Everything of every kind, on one device. */
async function everything(device: Device): Promise<void> {
  for (const id of ['ada', 'bea', 'cem', 'dora']) await device.save(id);
  await device.own('ada', (own) => ({ ...own, note: 'met in Kiel', tags: ['choir'], hub: true }));
  await device.tie('ada', 'bea', { strength: 'strong' });
  await device.tie('me', 'cem');
  await device.ask('ada', 'bea', 'cem');
  await device.goal('g1');
  await device.me('sails');
  await device.settings({ reviewMonths: 7, doNotSave: ['https://example.org/never'] });
  await device.forget('dora');
}

describe('what one device tells another', () => {
  it('is there, is told again to nobody, and is no news the second time', async () => {
    const [laptop, tablet] = await open();
    await everything(laptop);
    const told = await laptop.entries();
    await tablet.apply(told);
    await expectWhole(tablet);
    expect(await viewOf(tablet.db)).toEqual(await viewOf(laptop.db));
    expect(accountsOf(await tablet.entries())).toEqual(accountsOf(told));
    expect(await countUnsent(tablet.db)).toBe(0);
    await tablet.apply(told);
    expect(tablet.commits.at(-1)).toMatchObject({ changes: [], forgotten: false, replaced: false });
    expect((await tablet.contact('ada'))?.rev).toBe(1);
  });

  it('counts as a change of this device’s own database, contact by contact', async () => {
    const [laptop, tablet] = await open();
    await laptop.save('ada');
    await tablet.apply(await laptop.entries());
    await laptop.note('ada', 'tea');
    await tablet.apply(await laptop.entries());
    const { rev, updatedAt, deviceId, own } = (await tablet.contact('ada')) ?? {};
    expect([rev, deviceId, own?.note]).toEqual([2, await getState(tablet.db, 'deviceId'), 'tea']);
    expect(updatedAt).toBe((await tablet.db.getAll('changes')).at(-1)?.updatedAt);
  });

  it.each<[string, (device: Device) => Promise<unknown>, string]>([
    ['a goal', ({ goal }) => goal('g1', { title: 'Another' }), 'goals put g1'],
    ['a goal that is gone', ({ dropGoal }) => dropGoal('g1'), 'goals delete g1'],
    ['the own profile', ({ me }) => me('flies'), 'me put me'],
    ['that there is none', ({ me }) => me(null), 'me put me'],
    ['settings', ({ settings }) => settings({ reviewMonths: 9 }), 'settings put settings'],
    ['a contact', ({ note }) => note('ada', 'x'), 'contacts put ada'],
    ['a tie', ({ tie }) => tie('ada', 'bea', { strength: 'weak' }), 'ties put ada>bea:knows'],
    ['a tie that is gone', ({ untie }) => untie('me', 'cem'), 'ties delete me>cem:knows'],
    ['somebody who is gone', ({ forget }) => forget('cem'), 'contacts delete cem'],
  ])('stands in the log: %s', async (_, change, logged) => {
    const [laptop, tablet] = await open();
    await everything(laptop);
    await tablet.apply(await laptop.entries());
    await change(laptop);
    await tablet.apply(await laptop.entries());
    expect(tablet.commits.at(-1)?.changes.map(({ store, kind, id }) => `${store} ${kind} ${id}`)).toContain(
      logged,
    );
    expect(await viewOf(tablet.db)).toEqual(await viewOf(laptop.db));
    await expectWhole(tablet);
  });

  it.each<[string, string | null, questions: string[], ties: string[]]>([
    ['with one of those whom it may mean', 'bea', [], ['ada bea', 'me cem']],
    ['with nobody', null, ['ada bea cem'], ['ada bea', 'me cem']],
  ])('that a question is answered %s ends it here too', async (_, answer, questions, ties) => {
    const [laptop, tablet] = await open();
    await everything(laptop);
    await laptop.untie('ada', 'bea');
    await laptop.tie('ada', 'bea');
    await tablet.apply(await laptop.entries());
    await laptop.answer(JSON.stringify(['ada', 'bea', 'cem']), answer);
    await tablet.apply(await laptop.entries());
    expect([await questionsIn(tablet), await tiesIn(tablet)]).toEqual([questions, ties]);
    for (const { answer: said } of await tablet.db.getAll('questions')) expect(said).toBe('no');
    await expectWhole(tablet);
  });

  it('of settings leaves what is the device’s own', async () => {
    const [laptop, tablet] = await open();
    await laptop.settings({ reviewMonths: 7, quiet: true, language: 'de' });
    await tablet.settings({ language: 'en' });
    await tablet.apply(await laptop.entries());
    expect(await getSettings(tablet.db)).toMatchObject({ reviewMonths: 7, quiet: false, language: 'en' });
  });

  it('is put down with the file that has told it, where devices are kept in step', async () => {
    const [laptop, tablet] = await open();
    await laptop.save('ada');
    const file = { name: 'f1', state: 'applied', bytes: 9, by: '0000000a', firstSeen: NOW } as const;
    await tablet.apply(await laptop.entries(), { file });
    expect(await listFiles(tablet.db)).toEqual([file]);
    await tablet.apply(await laptop.entries());
    expect(await listFiles(tablet.db)).toEqual([file]);
    await beginSync(tablet.db, undefined);
    await tablet.apply(await laptop.entries(), { file });
    expect(await listFiles(tablet.db)).toEqual([]);
  });

  it('of kinds that a newer program knows is kept as it came, and told on', async () => {
    const [, tablet] = await open();
    const team = (t: string, value: string): Entry => ({ k: 'team', i: 't1', t, r: { name: value } });
    await tablet.apply([team('a.0.0000000c', 'Rowing'), team('b.0.0000000c', 'Sailing')]);
    await tablet.apply([team('9.0.0000000c', 'Swimming')]);
    expect(await tablet.entries()).toEqual([team('b.0.0000000c', 'Sailing')]);
    expect(await countUnsent(tablet.db)).toBe(0);
    await showKept(tablet.db, tablet.world);
    expect(await tablet.entries()).toEqual([team('b.0.0000000c', 'Sailing')]);
  });

  it('in one go about one record, is joined before it is looked at', async () => {
    const [laptop, tablet] = await open();
    await laptop.save('ada');
    const early = await laptop.entries();
    await laptop.note('ada', 'tea');
    const late = await laptop.entries();
    await tablet.apply([...late, ...early]);
    expect((await tablet.contact('ada'))?.own.note).toBe('tea');
    expect((await tablet.contact('ada'))?.rev).toBe(1);
  });
});

describe('somebody whom another device has forgotten', () => {
  /** Both know everything; the tablet has words of its own about them. */
  async function both(): Promise<[Device, Device]> {
    const [laptop, tablet] = await open();
    await everything(laptop);
    await tablet.apply(await laptop.entries());
    await tablet.tie('cem', 'ada');
    await tablet.settings({
      notDuplicates: ['ada bea', 'bea cem'],
      moves: { 'ask:ada:g1': 'never', 'ask:bea:g1': 'never' },
    });
    await tablet.undo((await tablet.merge('bea', 'cem')) ?? '');
    await tablet.forgetMany('nobody');
    await tablet.own('ada', (own) => ({ ...own, note: 'rows too' }));
    await inStep(laptop, tablet);
    return [laptop, tablet];
  }

  it('goes here with all that hangs on them, which all are told, and can be brought back for a while', async () => {
    const [laptop, tablet] = await both();
    const before = await viewOf(tablet.db);
    await laptop.forget('ada');
    await tablet.apply(await laptop.entries(), {
      file: { name: 'f1', state: 'applied', bytes: 9, by: 'Laptop', firstSeen: NOW },
    });
    await expectWhole(tablet);
    expect(tablet.commits.at(-1)?.forgotten).toBe(true);
    expect([await idsOf(tablet), await tiesIn(tablet), await questionsIn(tablet)]).toEqual([
      ['bea', 'cem'],
      ['me cem'],
      [],
    ]);
    expect(await pagesOf(tablet, 'ada')).toEqual([]);
    expect(await getSettings(tablet.db)).toMatchObject({
      notDuplicates: ['bea cem'],
      moves: { 'ask:bea:g1': 'never' },
    });
    const [step] = (await goes(tablet)).filter(
      ({ kind, before: was }) => kind === 'forgetMany' && was.length > 0,
    );
    expect(step).toMatchObject({ label: 'Laptop', at: expect.stringMatching(/^2026-11-24T/), created: [] });
    expect(step?.id).toBe(`forget:${step?.at}:${step?.id.split(':').at(-1)}`);
    expect(step?.before.map(({ id }) => id)).toEqual(['ada']);
    expect(step?.captures?.map(({ contactId }) => contactId)).toEqual(['ada']);
    expect(step?.ties.before).toHaveLength(2);
    // Theirs, that nobody else had: what the settings held, and the question without her.
    await laptop.apply(await tablet.entries());
    expect(await viewOf(laptop.db)).toEqual(await viewOf(tablet.db));
    expect(await tablet.undo(step?.id ?? '')).toBe(1);
    await inStep(laptop, tablet);
    for (const device of [laptop, tablet]) {
      await expectWhole(device);
      const { contacts, ties, questions, tombstones } = await viewOf(device.db);
      expect([contacts, ties, questions]).toEqual([before.contacts, before.ties, before.questions]);
      expect(tombstones.map(({ contactId }) => contactId)).toEqual(
        before.tombstones.map(({ contactId }) => contactId),
      );
    }
  });

  it('stays where the person wants to keep them, and comes back to all with what hangs on them', async () => {
    const [laptop, tablet] = await both();
    const before = await viewOf(tablet.db);
    await laptop.forget('ada');
    await tablet.apply(await laptop.entries(), { keep: true });
    await expectWhole(tablet);
    expect(tablet.commits.at(-1)?.forgotten).toBe(false);
    expect(
      (await goes(tablet)).some(({ kind, before: was }) => kind === 'forgetMany' && was.length > 0),
    ).toBe(false);
    for (const device of [tablet, laptop]) {
      const { contacts, ties, questions, goals } = await viewOf(device.db);
      if (device === tablet)
        expect([contacts, ties, questions, goals]).toEqual([
          before.contacts,
          before.ties,
          before.questions,
          before.goals,
        ]);
      await inStep(laptop, tablet);
    }
    for (const device of [laptop, tablet]) {
      await expectWhole(device);
      const { contacts, ties, questions } = await viewOf(device.db);
      expect(contacts.map(({ id, own }) => [id, own])).toEqual(
        before.contacts.map(({ id, own }) => [id, own]),
      );
      expect([ties, questions]).toEqual([before.ties, before.questions]);
      expect((await device.db.getAll('tombstones')).map(({ contactId }) => contactId)).not.toContain('ada');
      expect((await device.row('contact', 'ada'))?.life).toBe(2);
    }
  });

  it('and was never here is buried all the same, also where others are kept', async () => {
    const [laptop, tablet] = await open();
    await everything(laptop);
    await tablet.apply(await laptop.entries(), { keep: true });
    expect(await tablet.row('contact', 'dora')).toMatchObject({ dead: true, open: [] });
    expect(await goes(tablet)).toEqual([]);
    expect(await tablet.db.count('tombstones')).toBe(1);
  });

  it('is somebody new when they are saved again: of before there is nothing', async () => {
    const [laptop, tablet] = await open();
    await laptop.save('ada');
    await laptop.note('ada', 'before');
    await tablet.apply(await laptop.entries());
    await laptop.forget('ada');
    await laptop.save('ada');
    // The tablet hears of both at once.
    await tablet.apply(await laptop.entries());
    expect((await tablet.contact('ada'))?.own.note).toBeUndefined();
    expect(await pagesOf(tablet, 'ada')).toEqual(await pagesOf(laptop, 'ada'));
    expect(await pagesOf(tablet, 'ada')).toHaveLength(1);
    await expectWhole(tablet);
  });

  it('takes those with them who were merged into them', async () => {
    const [laptop, tablet] = await open();
    for (const id of ['ada', 'bea', 'cem']) await laptop.save(id);
    await tablet.apply(await laptop.entries());
    await laptop.merge('ada', 'bea');
    await tablet.forget('ada');
    const merged = await laptop.entries();
    await laptop.apply(await tablet.entries());
    await tablet.apply(merged);
    for (const device of [laptop, tablet])
      expect([await idsOf(device), (await device.row('contact', 'bea'))?.dead]).toEqual([['cem'], true]);
    await inStep(laptop, tablet);
    for (const device of [laptop, tablet]) await expectWhole(device);
    expect(accountsOf(await tablet.entries())).toEqual(accountsOf(await laptop.entries()));
  });

  it('has no pages that come late', async () => {
    const [laptop, tablet] = await open();
    await laptop.save('ada');
    const [page] = of(await laptop.entries(), 'capture');
    await tablet.apply(await laptop.entries());
    await tablet.forget('ada');
    await tablet.apply([page as Entry]);
    expect(await tablet.db.count('captures')).toBe(0);
    expect((await tablet.db.getAllKeys('registers')).filter((key) => key.startsWith('capture'))).toEqual([]);
  });
});

describe('one person, saved on two devices under one key', () => {
  async function twice(): Promise<[Device, Device]> {
    const [laptop, tablet] = await open();
    await laptop.save('elder', (contact) => contact, ['web:ada']);
    await laptop.note('elder', 'of the laptop');
    for (const device of [laptop, tablet]) await device.save('cem');
    await tablet.save('younger', (contact) => ({ ...contact, emails: ['ada@example.org'] }), [
      'web:ada',
      'xing:ada',
    ]);
    await tablet.note('younger', 'of the tablet');
    await tablet.tie('younger', 'cem');
    await tablet.tie('me', 'younger');
    await tablet.ask('cem', 'younger');
    await laptop.tie('elder', 'cem', { strength: 'strong' });
    return [laptop, tablet];
  }

  it.each([
    ['the elder’s device hears first', [0, 1]],
    ['the younger’s device hears first', [1, 0]],
  ])('is one: the elder stays, with all that both have; %s', async (_, order) => {
    const devices = await twice();
    for (const at of order) {
      const [hearer, teller] = [devices[at] as Device, devices[1 - at] as Device];
      await hearer.apply(await teller.entries());
      expect(await idsOf(hearer)).toEqual(['cem', 'elder']);
      // Whoever finds out tells all.
      if (at === order[0])
        expect(unsentPaths((await hearer.row('contact', 'younger')) as StampRow)).toContain('into');
      await expectWhole(hearer);
    }
    await inStep(...devices);
    for (const device of devices) {
      const [, elder] = await device.db.getAll('contacts');
      expect([elder?.keys.toSorted(), elder?.emails]).toEqual([['web:ada', 'xing:ada'], ['ada@example.org']]);
      expect((await noteVersions(device.db, 'elder')).map(([, text]) => text).sort()).toEqual([
        'of the laptop',
        'of the tablet',
      ]);
      expect([await tiesIn(device), await questionsIn(device)]).toEqual([
        ['elder cem', 'me elder'],
        ['cem elder'],
      ]);
      expect((await device.db.getAll('ties'))[0]?.strength).toBe('strong');
      expect(await pagesOf(device, 'elder')).toHaveLength(2);
      await expectWhole(device);
    }
    expect(accountsOf(await devices[1].entries())).toEqual(accountsOf(await devices[0].entries()));
    // What was said of the younger on a third device meanwhile is said of the elder.
    const tower = await openDevice('0000000c');
    await tower.apply(await devices[0].entries());
    expect(await idsOf(tower)).toEqual(['cem', 'elder']);
    expect(await tiesIn(tower)).toEqual(['elder cem', 'me elder']);
  });

  it('hands on every key and place that comes later', async () => {
    const [laptop, tablet] = await twice();
    const before = await tablet.entries();
    await inStep(laptop, tablet);
    const tower = await openDevice('0000000c');
    await tower.apply(before);
    await tower.own('younger', (own) => ({ ...own, tags: ['of the tower'] }));
    await tower.tie('younger', 'me');
    await tower.save('younger', (contact) => contact, ['web:ada']);
    await inStep(laptop, tablet, tower);
    for (const device of [laptop, tablet, tower]) {
      expect((await device.contact('elder'))?.own.tags).toEqual(['of the tower']);
      expect(await tiesIn(device)).toContain('elder me');
      expect(await pagesOf(device, 'elder')).toHaveLength(3);
      await expectWhole(device);
    }
  });
});

describe('two who are one for another device', () => {
  async function merged(): Promise<[Device, Device, string]> {
    const [laptop, tablet] = await open();
    for (const id of ['ada', 'bea', 'cem']) await laptop.save(id);
    await laptop.note('bea', 'note of bea');
    await laptop.tie('bea', 'cem');
    await tablet.apply(await laptop.entries());
    const undo = (await laptop.merge('ada', 'bea')) ?? '';
    await tablet.apply(await laptop.entries());
    return [laptop, tablet, undo];
  }

  it('are one here too, with their pages, and two again when that is taken back', async () => {
    const [laptop, tablet, undo] = await merged();
    expect(await pagesOf(tablet, 'ada')).toEqual(await pagesOf(laptop, 'ada'));
    expect(await pagesOf(tablet, 'ada')).toHaveLength(2);
    // What was told is not told again.
    for (const id of ['ada', 'bea']) expect((await tablet.row('contact', id))?.open).toEqual([]);
    expect(tablet.commits.at(-1)?.changes).toContainEqual({
      store: 'contacts',
      id: 'bea',
      kind: 'delete',
      rev: 2,
    });
    await laptop.undo(undo);
    await tablet.apply(await laptop.entries());
    for (const device of [laptop, tablet]) {
      expect(await idsOf(device)).toEqual(['ada', 'bea', 'cem']);
      for (const id of ['ada', 'bea']) expect(await pagesOf(device, id)).toHaveLength(1);
      expect(await tiesIn(device)).toEqual(['bea cem']);
      expect((await device.contact('bea'))?.own.note).toBe('note of bea');
      await expectWhole(device);
    }
  });

  it('have what was said of the one who is gone: what is later than the merge alone', async () => {
    const [laptop, tablet, undo] = await merged();
    const tower = await openDevice('0000000c', { begins: '2026-11-25T10:00:00.000Z' });
    await tower.apply(await laptop.entries());
    expect(undo).not.toBe('');
    const before = (await tower.contact('ada'))?.profile.headline;
    // The tower has never heard of the merge when it writes.
    const slow = await openDevice('0000000d', { begins: '2026-11-25T10:00:00.000Z' });
    await slow.save('bea', (contact) => ({ ...contact, profile: { ...contact.profile, headline: 'news' } }));
    await slow.note('bea', 'a note of later');
    await inStep(laptop, tablet, slow);
    for (const device of [laptop, tablet, slow]) {
      const ada = await device.contact('ada');
      expect([before, ada?.profile.headline]).toEqual([undefined, 'news']);
      expect(ada?.own.note?.split('\n\n').sort()).toContain('a note of later');
      await expectWhole(device);
    }
  });

  it('lose no note that was written of the one who is gone, though the other has not come yet', async () => {
    const [laptop, tablet] = await open();
    for (const id of ['bea', 'cem']) await laptop.save(id);
    await tablet.apply(await laptop.entries());
    await laptop.save('ada');
    await laptop.merge('ada', 'bea');
    await tablet.note('bea', 'tea');
    const told = await laptop.entries();
    await tablet.apply(of(told, 'contact', 'bea'));
    await tablet.apply(told);
    expect((await tablet.contact('ada'))?.own.note).toBe('tea');
    await inStep(laptop, tablet);
    expect((await laptop.contact('ada'))?.own.note).toBe('tea');
    // What is written over it stays so, whatever else is told of the one who is gone.
    await laptop.note('ada', 'rows');
    await inStep(laptop, tablet);
    const tower = await openDevice('0000000c');
    await tower.apply(told);
    await inStep(laptop, tablet, tower);
    for (const device of [laptop, tablet, tower]) {
      expect((await device.contact('ada'))?.own.note).toBe('rows');
      await expectWhole(device);
    }
  });

  it('have their pages again when it is taken back, though more was told of the one who was gone', async () => {
    const [laptop, tablet] = await open();
    const tower = await openDevice('0000000c', { begins: '2026-11-25T10:00:00.000Z' });
    for (const id of ['ada', 'bea']) await laptop.save(id);
    for (const device of [tower, tablet]) await device.apply(await laptop.entries());
    const undo = (await laptop.merge('ada', 'bea')) ?? '';
    await tablet.apply(await laptop.entries());
    await tower.own('bea', (own) => ({ ...own, tags: ['choir'] }));
    await tablet.apply(of(await tower.entries(), 'contact', 'bea'));
    expect((await tablet.contact('ada'))?.own.tags).toEqual(['choir']);
    await laptop.undo(undo);
    await tablet.apply(await laptop.entries());
    for (const id of ['ada', 'bea']) expect(await pagesOf(tablet, id)).toEqual(await pagesOf(laptop, id));
  });

  it.each(['2026-11-24T09:00:00.000Z', '2026-11-24T10:00:00.500Z', '2026-11-24T11:00:00.000Z'])(
    'whichever way two devices did it at once, the same one stays, though one’s clock says %s',
    async (begins) => {
      const [laptop, tablet] = await Promise.all([
        openDevice('0000000a'),
        openDevice('0000000b', { begins }),
      ]);
      for (const id of ['ada', 'bea', 'cem']) await laptop.save(id);
      await laptop.tie('cem', 'bea');
      await tablet.apply(await laptop.entries());
      await laptop.merge('ada', 'bea');
      await tablet.merge('bea', 'ada');
      for (let turn = 0; turn < 2; turn++)
        for (const [to, from] of [
          [tablet, laptop],
          [laptop, tablet],
        ] as const) {
          await to.apply(await from.entries());
          expect(await idsOf(to)).toEqual(['ada', 'cem']);
          await expectWhole(to);
        }
      for (const device of [laptop, tablet]) {
        expect(await tiesIn(device)).toEqual(['cem ada']);
        expect(await pagesOf(device, 'ada')).toHaveLength(2);
      }
    },
  );

  it.each([
    ['the last first', (told: Entry[]) => told.toReversed()],
    ['as it was', (told: Entry[]) => told],
  ])('step by step end with the last of them, told %s', async (_, order) => {
    const [laptop, tablet] = await open();
    for (const id of ['ada', 'bea', 'cem', 'dora']) await laptop.save(id);
    await tablet.apply(await laptop.entries());
    await tablet.tie('dora', 'cem');
    await tablet.ask('dora', 'cem');
    await laptop.merge('bea', 'cem');
    await laptop.merge('ada', 'bea');
    for (const entry of order(await laptop.entries())) await tablet.apply([entry]);
    expect([await idsOf(tablet), await tiesIn(tablet), await questionsIn(tablet)]).toEqual([
      ['ada', 'dora'],
      ['dora ada'],
      ['dora ada'],
    ]);
    await expectWhole(tablet);
    expect(await countUnsent(tablet.db)).toBeGreaterThan(0);
    await inStep(laptop, tablet);
    expect(await pagesOf(laptop, 'ada')).toHaveLength(3);
    expect(await pagesOf(tablet, 'ada')).toEqual(await pagesOf(laptop, 'ada'));
    expect(accountsOf(await tablet.entries())).toEqual(accountsOf(await laptop.entries()));
  });

  it('have no tie and no question of each other', async () => {
    const [laptop, tablet] = await open();
    for (const id of ['ada', 'bea', 'cem']) await laptop.save(id);
    await tablet.apply(await laptop.entries());
    await laptop.merge('ada', 'bea');
    await tablet.tie('ada', 'bea');
    await tablet.ask('ada', 'bea');
    await tablet.ask('ada', 'bea', 'cem');
    await inStep(laptop, tablet);
    for (const device of [laptop, tablet]) {
      expect([await tiesIn(device), await questionsIn(device)]).toEqual([[], ['ada cem']]);
      await expectWhole(device);
    }
  });
});

describe('what waits for somebody who has not come yet', () => {
  async function waiting(): Promise<{ laptop: Device; tablet: Device; later: Entry[] }> {
    const [laptop, tablet] = await open();
    for (const id of ['ada', 'bea', 'cem']) await laptop.save(id);
    await laptop.tie('ada', 'bea');
    await laptop.tie('bea', 'me');
    await laptop.ask('ada', 'bea', 'cem');
    const all = await laptop.entries();
    const later = of(all, 'contact', 'bea');
    await tablet.apply(all.filter((entry) => !later.includes(entry)));
    return { laptop, tablet, later };
  }

  it('is not shown, is told on, and is shown as soon as they come', async () => {
    const { laptop, tablet, later } = await waiting();
    await expectWhole(tablet);
    expect([await tiesIn(tablet), await questionsIn(tablet), await pagesOf(tablet, 'bea')]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await tablet.row('tie', 'ada>bea:knows')).toMatchObject({ waits: ['bea'] });
    const tower = await openDevice('0000000c');
    await tower.apply([...(await tablet.entries()), ...later]);
    await tablet.apply(later);
    for (const device of [tablet, tower]) {
      expect(await viewOf(device.db)).toEqual(await viewOf(laptop.db));
      expect(await device.db.countFromIndex('registers', 'waits')).toBe(0);
      await expectWhole(device);
    }
  });

  it('is shown when they come by a write of this device', async () => {
    const { tablet } = await waiting();
    expect(await livingAmong(tablet.db, ['bea', 'ada', 'nobody'])).toEqual(['ada']);
    const before = tablet.commits.length;
    await releaseWaiting(tablet.db, tablet.world);
    // Nobody has come.
    expect(tablet.commits).toHaveLength(before);
    await tablet.save('bea');
    await releaseWaiting(tablet.db, tablet.world);
    expect([await tiesIn(tablet), await questionsIn(tablet)]).toEqual([
      ['ada bea', 'bea me'],
      ['ada bea cem'],
    ]);
    expect(await pagesOf(tablet, 'bea')).toHaveLength(2);
    expect(await tablet.db.countFromIndex('registers', 'waits')).toBe(0);
    await expectWhole(tablet);
  });

  it('goes on waiting for the other end of it', async () => {
    const { laptop, tablet, later } = await waiting();
    const tower = await openDevice('0000000c');
    const all = await laptop.entries();
    await tower.apply([...of(all, 'tie'), ...of(all, 'question')]);
    await tower.apply(later);
    expect([await tiesIn(tower), await questionsIn(tower)]).toEqual([['bea me'], []]);
    await tower.apply(of(all, 'contact', 'ada'));
    expect([await tiesIn(tower), await questionsIn(tower)]).toEqual([['ada bea', 'bea me'], []]);
    await tower.apply(all);
    await tablet.apply(all);
    expect(await viewOf(tower.db)).toEqual(await viewOf(tablet.db));
  });

  it('is nobody’s when they were forgotten, and asks about them no more', async () => {
    const { laptop, tablet } = await waiting();
    await laptop.forget('bea');
    const told = await laptop.entries();
    const tower = await openDevice('0000000c');
    await tower.apply(of(told, 'contact', 'bea'));
    await tower.apply(of(await tablet.entries(), 'question'));
    await tower.apply(of(await tablet.entries(), 'contact'));
    expect(await questionsIn(tower)).toEqual([]);
    expect((await tower.row('question', JSON.stringify(['ada', 'bea', 'cem'])))?.waits).toBeUndefined();
  });

  it.each([
    ['without an address', { url: undefined }],
    ['of no page at all', { profile: 'no profile' }],
  ])('a page %s is none', async (_, wrong) => {
    const { laptop, tablet, later } = await waiting();
    const [page] = of(await laptop.entries(), 'capture').filter(({ i }) => i.startsWith('bea@'));
    const read = page?.r?.page as unknown as CaptureRecord;
    const tower = await openDevice('0000000c');
    await tower.apply([
      ...later,
      { ...(page as Entry), r: { page: { ...read, ...wrong } as never } },
      { ...(page as Entry), r: {} },
    ]);
    expect(await tower.db.count('captures')).toBe(0);
    await tower.apply([page as Entry]);
    const [kept] = await listCaptures(tower.db, 'bea');
    expect(kept).toEqual((await listCaptures(laptop.db, 'bea'))[0]);
    // A page never changes: what says otherwise comes too late.
    await tower.apply([{ ...(page as Entry), r: { page: { ...read, reader: 'other@9' } as never } }]);
    expect(await listCaptures(tower.db, 'bea')).toEqual([kept]);
    expect(await tablet.db.count('captures')).toBe(2);
  });
});

describe('what an older program only kept', () => {
  it('is shown by the newer one, as if it had come now', async () => {
    const [laptop, tablet] = await open();
    await everything(laptop);
    await laptop.save('dora');
    await laptop.merge('ada', 'dora');
    await laptop.forget('cem');
    const told = await laptop.entries();
    // In rows alone, however many there are.
    const goals = Array.from({ length: 510 }, (_, i) => `g${1_000 + i}`);
    const [goal] = of(told, 'goal');
    const more = goals.map((id): Entry => ({ ...(goal as Entry), i: id }));
    const { store, done } = tablet.db.transaction('registers', 'readwrite');
    for (const entry of [...told, ...more].filter(({ k }) => k !== 'capture'))
      store.put(
        rowOf(rowKey(entry.k, entry.i), stateOfEntry(entry), { values: new Map(), note: '' }, undefined),
      );
    await done;
    await showKept(tablet.db, tablet.world);
    const { goals: shown, captures: _, ...view } = await viewOf(tablet.db);
    const { goals: theirs, captures: __, ...wanted } = await viewOf(laptop.db);
    expect(view).toEqual(wanted);
    expect(shown).toHaveLength(511);
    expect(shown[0]).toEqual(theirs[0]);
    expect(shown.at(-1)).toEqual({ ...makeGoal({}, { id: 'g1509' }) });
    expect(await getState(tablet.db, 'contactCount')).toBe(2);
    expect(await countUnsent(tablet.db)).toBe(0);
  });

  it('waits on where it waits, and nobody is brought back by it', async () => {
    const [laptop, tablet] = await open();
    await laptop.save('ada');
    await laptop.save('bea');
    await laptop.tie('ada', 'bea');
    await tablet.apply(of(await laptop.entries(), 'tie'));
    const before = await tablet.db.getAll('registers');
    await showKept(tablet.db, tablet.world);
    expect(await tablet.db.getAll('registers')).toEqual(before);
    expect(await tiesIn(tablet)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { getState, putState } from '../../src/storage/state.ts';
import { accountsOf, type Device, expectWhole, inStep, openDevice, viewOf } from './device.ts';

async function open(...ids: string[]): Promise<Device> {
  const device = await openDevice('0000000a');
  for (const id of ids) await device.save(id);
  return device;
}
const tiesIn = async ({ db }: Device) =>
  (await db.getAll('ties')).map(({ from, to }) => `${from} ${to}`).sort();
const questionsIn = async ({ db }: Device) =>
  (await db.getAllKeys('questions')).map((key) => JSON.parse(key).join(' ')).sort();

describe('a merge that is taken back', () => {
  async function merged(): Promise<{
    device: Device;
    before: Awaited<ReturnType<typeof viewOf>>;
    undo: string;
  }> {
    const device = await open('ada', 'bea', 'cem', 'dora');
    await device.save('bea');
    await device.note('bea', 'of bea');
    for (const [from, to] of [
      ['bea', 'cem'],
      ['dora', 'bea'],
      ['ada', 'cem'],
      ['ada', 'bea'],
      ['me', 'bea'],
    ] as const)
      await device.tie(from, to);
    await device.ask('bea', 'cem', 'dora');
    await device.ask('cem', 'bea');
    const before = await viewOf(device.db);
    const undo = (await device.merge('ada', 'bea')) ?? '';
    return { device, before, undo };
  }

  it('leaves both as they were, with everything that hung on them, here and elsewhere', async () => {
    const { device, before, undo } = await merged();
    const tablet = await openDevice('0000000b');
    await inStep(device, tablet);
    const [ada, bea] = [await device.contact('ada'), (await device.db.get('undo', undo))?.removed?.[0]];
    expect(await device.undo(undo)).toBe(2);
    expect(await viewOf(device.db)).toEqual(before);
    await expectWhole(device);
    // Above every revision that anybody has seen.
    expect((await device.contact('ada'))?.rev).toBe((ada?.rev ?? 0) + 1);
    expect((await device.contact('bea'))?.rev).toBe((bea?.rev ?? 0) + 2);
    expect((await device.contact('bea'))?.updatedAt).toBe((await device.contact('ada'))?.updatedAt);
    expect(await device.undo(undo)).toBe(0);
    await inStep(device, tablet);
    expect(accountsOf(await tablet.entries()).size).toBeGreaterThan(0);
    expect(
      await viewOf(tablet.db).then(({ contacts, ties, questions }) => [contacts, ties, questions]),
    ).toEqual([before.contacts, before.ties, before.questions]);
    expect((await tablet.db.getAllKeys('captures')).filter(([id]) => id === 'bea')).toHaveLength(2);
  });

  it('is a step with the name of who stays', async () => {
    const { device, undo } = await merged();
    expect(await device.db.get('undo', undo)).toMatchObject({
      kind: 'merge',
      label: (await device.contact('ada'))?.profile.name.full,
      created: [],
      at: expect.any(String),
    });
    expect(await device.merge('ada', 'nobody')).toBeNull();
    expect(await device.merge('nobody', 'ada')).toBeNull();
    expect(await device.merge('ada', 'ada')).toBeNull();
    expect(await device.db.count('undo')).toBe(1);
    await expectWhole(device);
  });

  it.each<[string, (device: Device) => Promise<unknown>, string[]]>([
    [
      'a tie that was removed since stays away',
      ({ untie }) => untie('dora', 'ada'),
      ['ada bea', 'ada cem', 'bea cem', 'me bea'],
    ],
    [
      'a tie that was said anew since stays as it was said, at the one who stayed',
      ({ tie }) => tie('dora', 'ada', { strength: 'strong' }),
      ['ada bea', 'ada cem', 'bea cem', 'dora ada', 'dora bea', 'me bea'],
    ],
    [
      'a tie to somebody forgotten since stays away',
      ({ forget }) => forget('dora'),
      ['ada bea', 'ada cem', 'bea cem', 'me bea'],
    ],
    [
      'a tie that is new since stays',
      ({ tie }) => tie('ada', 'dora'),
      ['ada bea', 'ada cem', 'ada dora', 'bea cem', 'dora bea', 'me bea'],
    ],
  ])('%s', async (_, change, ties) => {
    const { device, undo } = await merged();
    await change(device);
    expect(await device.undo(undo)).toBe(2);
    expect(await tiesIn(device)).toEqual(ties);
    await expectWhole(device);
  });

  it.each<[string, (device: Device) => Promise<unknown>]>([
    ['was worked on since', ({ note }) => note('ada', 'later')],
    ['was read anew since', ({ save }) => save('ada')],
  ])('changes nothing where the one who stayed %s: the other is gone for good', async (_, change) => {
    const { device, undo } = await merged();
    const draft = (subject: string) => ({
      kind: 'note' as const,
      subject,
      text: 'x',
      at: '2026-11-24T10:00:00.000Z',
    });
    await putState(device.db, 'drafts', [draft('bea'), draft('web:bea'), draft('ada')]);
    await putState(device.db, 'analysis', {} as never);
    await device.settings({ notDuplicates: ['ada cem', 'bea cem'], moves: { 'ask:g1:ada': 'never' } });
    const step = { at: '', label: '', ties: { before: [], created: [] } };
    const bea = (await device.db.get('undo', undo))?.removed?.[0];
    const ada = await device.contact('ada');
    await device.db.put('undo', { ...step, id: 'older', created: ['bea', 'cem'], before: bea ? [bea] : [] });
    await device.db.put('undo', {
      ...step,
      id: 'since',
      kind: 'edit',
      created: [],
      before: ada ? [ada] : [],
    });
    await change(device);
    const after = await viewOf(device.db);
    expect(await device.undo(undo)).toBe(0);
    // Of the other's own id nothing is left; the one who stayed has its keys, and everything of before.
    expect(await viewOf(device.db)).toEqual({
      ...after,
      settings: { ...after.settings, notDuplicates: ['ada cem'] },
    });
    expect(await device.db.getAll('undo')).toEqual([
      { ...step, id: 'older', created: ['cem'], before: [] },
      { ...step, id: 'since', kind: 'edit', created: [], before: [ada] },
    ]);
    // Its keys live on in the merged one.
    expect((await getState(device.db, 'drafts'))?.map(({ subject }) => subject)).toEqual(['web:bea', 'ada']);
    expect([device.commits.at(-1)?.forgotten, await getState(device.db, 'analysis')]).toEqual([
      true,
      undefined,
    ]);
    await expectWhole(device);
  });

  it('brings nobody back where the one who stayed was forgotten', async () => {
    const { device, undo } = await merged();
    const step = await device.db.get('undo', undo);
    await device.forget('ada');
    expect(await device.undo(undo)).toBe(0);
    if (step !== undefined) await device.db.put('undo', step);
    expect(await device.undo(undo)).toBe(0);
    expect(await device.db.getAllKeys('contacts')).toEqual(['cem', 'dora']);
    await device.db.put('undo', { ...(step as NonNullable<typeof step>), removed: [] });
    expect(await device.undo(undo)).toBe(0);
    await expectWhole(device);
  });
});

describe('many who are forgotten and come back', () => {
  it('have all that hung on them, among them and on others', async () => {
    const device = await open('ada', 'bea', 'cem', 'dora');
    await device.save('ada');
    await device.tie('ada', 'bea');
    await device.tie('cem', 'ada');
    await device.tie('me', 'ada');
    await device.tie('cem', 'dora');
    await device.ask('ada', 'bea', 'cem');
    await device.ask('cem', 'ada', 'dora', 'bea');
    await device.ask('dora', 'ada');
    const before = await viewOf(device.db);
    const revs = await Promise.all(['ada', 'bea'].map(async (id) => (await device.contact(id))?.rev ?? 0));
    const done = await device.forgetMany('ada', 'bea', 'ada', 'nobody');
    expect(done.count).toBe(2);
    expect([await tiesIn(device), await questionsIn(device)]).toEqual([['cem dora'], []]);
    expect((await device.db.getAll('undo')).map(({ kind, label }) => [kind, label])).toEqual([
      ['forgetMany', ''],
    ]);
    expect(await device.undo(done.undo)).toBe(2);
    expect(await viewOf(device.db)).toEqual({ ...before, tombstones: [] });
    expect(await Promise.all(['ada', 'bea'].map(async (id) => (await device.contact(id))?.rev ?? 0))).toEqual(
      revs.map((rev) => rev + 2),
    );
    await expectWhole(device);
    expect(await device.db.count('undo')).toBe(0);
  });

  it('come back without what needs somebody who lives on in another meanwhile', async () => {
    const device = await open('ada', 'bea', 'cem', 'dora');
    await device.tie('ada', 'bea');
    await device.tie('cem', 'ada');
    await device.tie('me', 'ada');
    await device.ask('dora', 'ada', 'bea', 'cem');
    await device.ask('bea', 'ada');
    const { undo } = await device.forgetMany('ada');
    await device.merge('bea', 'cem');
    expect(await device.undo(undo)).toBe(1);
    // Without Ada the question was asked anew, and is about the one who stays.
    expect(await tiesIn(device)).toEqual(['ada bea', 'me ada']);
    expect(await questionsIn(device)).toEqual(['bea ada', 'dora bea']);
    await expectWhole(device);
  });

  it('come back without what needs somebody who is gone meanwhile', async () => {
    const device = await open('ada', 'bea', 'cem');
    await device.tie('ada', 'bea');
    await device.tie('ada', 'cem');
    await device.ask('cem', 'ada', 'bea');
    await device.ask('bea', 'ada');
    const { undo } = await device.forgetMany('ada');
    await device.forget('cem');
    expect(await device.undo(undo)).toBe(1);
    expect([await tiesIn(device), await questionsIn(device)]).toEqual([['ada bea'], ['bea ada']]);
    await expectWhole(device);
  });
});

describe('questions about people who go', () => {
  it.each<[string, [string, ...string[]], 'no' | null, string | null, string[]]>([
    ['one of two who may be meant', ['bea', 'ada', 'cem'], null, 'ada', []],
    ['one of three', ['bea', 'ada', 'cem', 'dora'], null, 'ada', ['bea cem dora']],
    ['whom it was about', ['ada', 'bea', 'cem'], null, 'ada', []],
    ['one of two who are not meant', ['bea', 'ada', 'cem'], 'no', 'ada', ['bea cem']],
    ['the only one who is not meant', ['bea', 'ada'], 'no', 'ada', []],
    ['somebody else', ['bea', 'ada'], null, 'dora', ['bea ada']],
  ])('%s', async (_, [subject, ...candidates], answer, gone, left) => {
    const device = await open('ada', 'bea', 'cem', 'dora');
    await device.ask(subject, ...candidates);
    const id = (await device.db.getAllKeys('questions'))[0] ?? '';
    if (answer === 'no') await device.answer(id, null);
    await device.forget(gone ?? '');
    expect(await questionsIn(device)).toEqual(left);
    for (const row of await device.db.getAll('questions')) expect(row.answer ?? null).toBe(answer);
    await expectWhole(device);
  });

  it.each<[string, [string, ...string[]], string[]]>([
    ['who was one of those who may be meant', ['cem', 'bea', 'dora'], ['cem ada dora']],
    ['whom it was about', ['bea', 'cem'], ['ada cem']],
    ['who was the one and the other', ['ada', 'bea', 'cem'], ['ada cem']],
    ['who was the one and the only other', ['ada', 'bea'], []],
    ['twice among those who may be meant', ['cem', 'ada', 'bea'], ['cem ada']],
  ])('are about the one who stays: %s', async (_, [subject, ...candidates], left) => {
    const device = await open('ada', 'bea', 'cem', 'dora');
    await device.ask(subject, ...candidates);
    const undo = await device.merge('ada', 'bea');
    expect(await questionsIn(device)).toEqual(left);
    await expectWhole(device);
    await device.undo(undo ?? '');
    expect(await questionsIn(device)).toEqual([[subject, ...candidates.toSorted()].join(' ')]);
    await expectWhole(device);
  });
});

import { describe, expect, it } from 'vitest';
import type { Analysis, Fact, Goal, LightRow, Settings } from '../../src/core/model/index.ts';
import type { ContactRow, DueItem } from '../../src/messaging/protocol.ts';
import { readNetwork, rowSegment, setGoal, setMe, setSettings, unsetMe } from '../../src/services/network.ts';
import { dueUntil, remind, reviewsDue } from '../../src/services/reminders.ts';
import { changeGoal } from '../../src/storage/goals.ts';
import { changeMe, changeSettings } from '../../src/storage/me.ts';
import { getState, putState } from '../../src/storage/state.ts';
import { makeContact, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';
import { makeRow } from '../ui/dashboard/row.ts';

const TODAY = NOW.slice(0, 10);

describe('the state of the network', () => {
  const fact = (of: string): Fact[] => [{ key: of as Fact['key'] }, { key: 'factGoalMissing' }];
  interface Given {
    me?: boolean;
    goals?: Partial<Goal>[];
    count?: number;
    health?: 'damaged' | null;
    unread?: boolean;
    last?: { blindSpots?: object[]; stressTest?: object[] } | null;
    lost?: { count: number; at: string } | null;
  }
  /** What is told of a network of which this is known. */
  async function told({
    me = true,
    goals = [{ id: 'g1' }],
    count = 3,
    health = null,
    unread = false,
    last = null,
    lost = null,
  }: Given) {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    if (me) await changeMe(db, environment.world, () => makeMe());
    for (const goal of goals)
      await changeGoal(db, environment.world, goal.id ?? '', () => makeGoal({}, goal));
    if (count > 0) await putState(db, 'contactCount', count);
    return readNetwork({
      ...environment,
      loss: { lost: async () => lost },
      contexts: { health, now: async () => (unread ? Promise.reject(new Error('no worker')) : {}) },
      analysis: {
        last: async () => last && ({ blindSpots: [], stressTest: [], ...last } as unknown as Analysis),
      },
    } as never);
  }

  it.each<[what: string, given: Given, sentences: string[]]>([
    ['nothing is missing', {}, ['factSavedContacts']],
    ['who the user is', { me: false }, ['factMeMissing']],
    ['a goal', { goals: [] }, ['factGoalMissing']],
    [
      'a goal that stands',
      {
        goals: [
          { id: 'g1', state: 'dropped' },
          { id: 'g2', state: 'reached' },
        ],
      },
      ['factGoalMissing'],
    ],
    ['anybody', { count: 0 }, ['factNobodySaved']],
    [
      'everything',
      { me: false, goals: [], count: 0 },
      ['factMeMissing', 'factGoalMissing', 'factNobodySaved'],
    ],
    ['the model', { health: 'damaged' }, ['factModelDamaged']],
    [
      'the model, and everything else: the first three',
      { health: 'damaged', me: false, goals: [], count: 0 },
      ['factModelDamaged', 'factMeMissing', 'factGoalMissing'],
    ],
    ['what judges, which is no reason to say nothing', { unread: true }, ['factSavedContacts']],
    [
      'a need of a goal, and what a change leaves',
      {
        last: {
          blindSpots: [{ goalId: 'g1', facts: fact('blind') }],
          stressTest: [
            { share: 0.5, facts: fact('half') },
            { share: 0.2, facts: fact('fifth') },
            { share: 0.9, facts: fact('most') },
          ],
        },
      },
      ['blind', 'fifth'],
    ],
    [
      'a need of a goal that is gone',
      {
        last: {
          blindSpots: [
            { goalId: 'gone', facts: fact('old') },
            { goalId: 'g1', facts: fact('blind') },
            { goalId: 'g1', facts: fact('less') },
          ],
          stressTest: [
            { share: 0.1, goalId: 'gone', facts: fact('old') },
            { share: null, facts: fact('unknown') },
            { share: 0.4, goalId: 'g1', facts: fact('toward') },
          ],
        },
      },
      ['blind', 'toward'],
    ],
    [
      'all that an analysis could tell',
      { last: { blindSpots: [], stressTest: [{ share: null, facts: fact('unknown') }] } },
      ['factSavedContacts'],
    ],
    [
      'nobody, of whom an analysis of before tells',
      { count: 0, last: { blindSpots: [{ goalId: 'g1', facts: fact('blind') }] } },
      ['factNobodySaved'],
    ],
    [
      'the user, and what matters besides',
      {
        me: false,
        last: {
          blindSpots: [{ goalId: 'g1', facts: fact('blind') }],
          stressTest: [{ share: 0.5, facts: fact('half') }],
        },
      },
      ['factMeMissing', 'blind', 'half'],
    ],
  ])('says first what is missing: %s', async (_, given, sentences) => {
    const network = await told(given);
    expect(network.sentences.map(({ key }) => key)).toEqual(sentences);
    if (sentences[0] === 'factSavedContacts') expect(network.sentences[0]?.values).toEqual({ count: 3 });
  });

  it('is told with all that is known of user, goals, settings and losses', async () => {
    const lost = { count: 7, at: NOW };
    const network = await told({ goals: [{ id: 'g1' }, { id: 'g2', state: 'dropped' }], lost });
    expect(network).toMatchObject({
      contactCount: 3,
      lost,
      me: { name: 'Kim Sommer' },
      settings: { quiet: false },
    });
    expect(network.goals.map(({ id }) => id)).toEqual(['g1', 'g2']);
    expect(network.settings).not.toHaveProperty('notDuplicates');
    const bare = await told({ me: false, goals: [], count: 0 });
    expect(bare).toMatchObject({ contactCount: 0, lost: null, me: null, goals: [] });
  });
});

it.each<[segments: number[], parts: number]>([
  [[], 1],
  [[0], 1],
  [[0, 1, 2], 3],
  // Parts that are empty were taken away; numbers are not given twice.
  [[0, 4], 5],
])('parts are counted up to the last that there is: %o', async (segments, parts) => {
  const rows = [makeRow()];
  const index = {
    revision: 5,
    goals: ['g1'],
    me: null,
    context: 'x',
    segments: segments.map((segment) => ({ segment, revision: 1 })),
  };
  const asked: number[] = [];
  const rowsIn = async (of: number) => {
    asked.push(of);
    return rows;
  };
  const holdings = { rows: { index: async () => index, rowsIn } };
  expect(await rowSegment(holdings as never, 2)).toEqual({
    revision: 5,
    segments: parts,
    goals: ['g1'],
    me: null,
    rows,
  });
  expect(asked).toEqual([2]);
});

describe('what the user says once', () => {
  it('follows, where a page knows what it began from, what another page has said since', async () => {
    const { environment } = makeEnvironment();
    const first = await setMe(environment, makeMe({ skills: ['sql'] }));
    expect(first).toEqual(makeMe({ skills: ['sql'] }));
    await setMe(environment, makeMe({ name: 'Kim Winter', skills: ['sql'] }), first);
    const both = makeMe({ name: 'Kim Winter', skills: ['sql', 'go'] });
    expect(await setMe(environment, makeMe({ skills: ['sql', 'go'] }), first)).toEqual(both);
    // Whoever did not know of any other began from nobody; without a word of it all is replaced.
    expect(await setMe(environment, makeMe({ skills: ['tea'] }), null)).toMatchObject({
      name: 'Kim Sommer',
      skills: expect.arrayContaining(['tea']),
    });
    expect(await setMe(environment, makeMe({ skills: [] }))).toEqual(makeMe({ skills: [] }));
    expect(await unsetMe(environment)).toBeNull();
    expect(await getState(await environment.database, 'me')).toBeUndefined();
    expect(await setMe(environment, first, makeMe())).toEqual(first);
  });

  it('of a goal counts from now, and field by field within its target', async () => {
    const { environment } = makeEnvironment();
    const goal = makeGoal({ nace2: '86' }, { updatedAt: '2020-01-01T00:00:00.000Z' });
    const saved = await setGoal(environment, goal);
    expect(saved).toEqual({ ...goal, updatedAt: NOW });
    await setGoal(environment, { ...saved, title: 'Other' }, saved);
    const both = await setGoal(environment, { ...saved, target: { ...saved.target, isco: '2511' } }, saved);
    expect(both).toMatchObject({ title: 'Other', target: { nace2: '86', isco: '2511' } });
    expect(await setGoal(environment, { ...goal, title: 'Third' })).toMatchObject({
      title: 'Third',
      target: goal.target,
    });
    expect(await setGoal(environment, makeGoal({}, { id: 'g2' }), goal)).toMatchObject({
      id: 'g2',
      target: {},
    });
  });

  it('of the settings changes what is named, by what stands', async () => {
    const { environment } = makeEnvironment();
    await setSettings(environment, { quiet: true });
    const after = await setSettings(environment, ({ quiet, reviewMonths }) => ({
      reminders: quiet,
      reviewMonths: reviewMonths + 1,
    }));
    expect(after).toMatchObject({ quiet: true, reminders: true, reviewMonths: 19 });
    expect(after).not.toHaveProperty('notDuplicates');
  });
});

/** A background that holds these rows, in two parts; tells which kind was asked for. */
async function holding(
  rows: Partial<ContactRow>[],
  settings: Partial<Settings> = {},
  snoozed: [id: string, kind: DueItem['kind'], until: string][] = [],
) {
  const { environment } = makeEnvironment();
  const db = await environment.database;
  await changeSettings(db, environment.world, (known) => ({ ...known, ...settings }));
  for (const [id, kind, until] of snoozed) {
    const contact = makeContact({}, id);
    await db.put('contacts', { ...contact, keys: [id], own: { ...contact.own, snoozed: [[kind, until]] } });
  }
  const asked: string[] = [];
  const all = rows.map((row, i) => makeRow({ id: `c${i}`, name: `n${i}`, createdAt: NOW, ...row }));
  const parts = (kind: string) =>
    async function* () {
      asked.push(kind);
      yield all.slice(0, 1);
      yield all.slice(1);
    };
  const light = async function* (): AsyncGenerator<LightRow[]> {
    for await (const part of parts('light')())
      yield part.map(({ layer: _, layerKnown: __, ...row }) => row as LightRow);
  };
  const settingsNow = async () => ({
    settings: { ...(await setSettings(environment, {})), notDuplicates: [] },
  });
  const background = { ...environment, rows: { light, all: parts('all') }, contexts: { now: settingsNow } };
  return { background: background as never, asked, db, environment };
}

describe('what is due', () => {
  const step = (due: string | null) => ({ nextStep: { text: 'Call', due } });
  it.each<
    [what: string, rows: Partial<ContactRow>[], settings: Partial<Settings>, due: string[], asked: string]
  >([
    [
      'steps with a day, the earliest first',
      [step('2026-11-30'), step('2026-11-25'), step(null), {}],
      {},
      ['2026-11-25 nextStep n1', '2026-11-30 nextStep n0'],
      'light',
    ],
    [
      'of one day in the order of the contacts',
      [step('2026-11-25'), step('2026-11-25'), step('2026-11-25')],
      {},
      ['2026-11-25 nextStep n0', '2026-11-25 nextStep n1', '2026-11-25 nextStep n2'],
      'light',
    ],
    ['up to the day', [step('2026-12-01'), step('2026-12-02')], {}, ['2026-12-01 nextStep n0'], 'light'],
    [
      'a rhythm from the last contact',
      [{ rhythmDays: 5, lastContact: '2026-11-20' }],
      {},
      ['2026-11-25 keepInTouch n0'],
      'light',
    ],
    ['a rhythm from the saving', [{ rhythmDays: 5 }], {}, ['2026-11-29 keepInTouch n0'], 'light'],
    ['a layer without a rhythm', [{ layer: 'personal' }], { rhythms: { beyond: 3 } }, [], 'all'],
    [
      'a layer’s rhythm',
      [{ layer: 'personal' }],
      { rhythms: { personal: 3 } },
      ['2026-11-27 keepInTouch n0'],
      'all',
    ],
    [
      'the own rhythm before the layer’s',
      [{ layer: 'personal', rhythmDays: 5 }],
      { rhythms: { personal: 3 } },
      ['2026-11-29 keepInTouch n0'],
      'all',
    ],
    [
      'no rhythm of a layer that is guessed',
      [{ layer: 'personal', layerKnown: false }],
      { rhythms: { personal: 3 } },
      [],
      'all',
    ],
    [
      'no rhythm of a layer whose rhythm was taken back',
      [{ layer: 'personal' }],
      { rhythms: { personal: undefined } },
      [],
      'light',
    ],
  ])('is %s', async (_, rows, settings, due, asked) => {
    const { background, asked: kinds } = await holding(rows, settings);
    const { due: items, count } = await dueUntil(background, '2026-12-01');
    expect(items.map(({ due: day, kind, name }) => `${day} ${kind} ${name}`)).toEqual(due);
    expect([count, kinds]).toEqual([due.length, [asked]]);
    for (const item of items)
      expect([item.text, item.putOff]).toEqual([item.kind === 'nextStep' ? 'Call' : '', undefined]);
  });

  it.each<[until: string, kind: DueItem['kind'], due: string | null, putOff: true | undefined]>([
    ['2026-11-24', 'nextStep', '2026-11-25', undefined],
    ['2026-11-25', 'nextStep', '2026-11-25', undefined],
    ['2026-11-26', 'nextStep', '2026-11-26', true],
    ['2026-12-02', 'nextStep', null, undefined],
    ['2026-12-02', 'review', '2026-11-25', undefined],
  ])('put off until %s as %s', async (until, kind, due, putOff) => {
    const { background } = await holding([step('2026-11-25')], {}, [
      ['c0', kind, until],
      ['other', 'nextStep', '2027-01-01'],
    ]);
    const { due: items } = await dueUntil(background, '2026-12-01');
    expect(items.map((item) => [item.due, item.putOff])).toEqual(due === null ? [] : [[due, putOff]]);
  });

  it('are at most fifty reviews, the longest due first, that are due today', async () => {
    const day = (i: number) => `2026-0${1 + (i % 3)}-01`;
    const rows = Array.from({ length: 60 }, (_, i) => ({ createdAt: `${day(i)}T10:00:00.000Z` }));
    const { background } = await holding(rows, { reviewMonths: 8 });
    const { due, count } = await reviewsDue(background);
    expect([count, due.length]).toEqual([60, 50]);
    expect(due.map((item) => item.due)).toEqual(due.map((item) => item.due).toSorted());
    expect(due[0]).toEqual({ contactId: 'c0', name: 'n0', kind: 'review', text: '', due: '2026-09-01' });
    const later = await holding(rows, { reviewMonths: 9 });
    expect((await reviewsDue(later.background)).count).toBe(40);
  });

  it.each<[what: string, row: Partial<ContactRow>, due: string]>([
    ['saving', {}, '2026-09-24'],
    ['contact', { lastContact: '2026-03-01' }, '2026-10-01'],
    ['review', { reviewedOn: '2026-04-01', lastContact: '2026-03-01' }, '2026-11-01'],
  ])('a review counts from the last %s', async (_, row, due) => {
    const { background } = await holding([{ createdAt: '2026-02-24T10:00:00.000Z', ...row }], {
      reviewMonths: 7,
    });
    expect((await reviewsDue(background)).due.map((item) => item.due)).toEqual([due]);
  });
});

describe('a reminder', () => {
  it.each<[what: string, settings: Partial<Settings>, remindedOn: string | null, due: string, told: boolean]>(
    [
      ['of what is due', { reminders: true }, null, TODAY, true],
      ['of what was due', { reminders: true }, '2026-11-23', '2026-11-20', true],
      ['once a day', { reminders: true }, TODAY, TODAY, false],
      ['to whom it was promised', { reminders: false }, null, TODAY, false],
      ['when there is something', { reminders: true }, null, '2026-11-25', false],
    ],
  )('comes %s', async (_, settings, remindedOn, due, told) => {
    const { background, db } = await holding([{ nextStep: { text: 'Call', due } }], settings);
    if (remindedOn !== null) await putState(db, 'remindedOn', remindedOn);
    const heard: unknown[][] = [];
    const items = await remind(background, async (...of) => void heard.push(of));
    const item = { contactId: 'c0', name: 'n0', kind: 'nextStep', text: 'Call', due };
    expect(items).toEqual(told ? [item] : null);
    expect(heard).toEqual(told ? [[{ due: [item], count: 1 }, expect.objectContaining(settings)]] : []);
    expect(await getState(db, 'remindedOn')).toBe(told ? TODAY : (remindedOn ?? undefined));
  });
});

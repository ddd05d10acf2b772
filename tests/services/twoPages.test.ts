import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/core/model/index.ts';
import type { ContactView, Handlers, PageSettings } from '../../src/messaging/protocol.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: null } as const;

type Own = Contact['own'];
interface Change {
  /** What two pages do, each of which has seen the same contact. */
  pages: ((handlers: Handlers, view: ContactView) => Promise<unknown>)[];
  kept: (own: Own, view: ContactView) => unknown;
  expected: unknown;
}

const other = { from: 'me', kind: 'knows' } as const;

/** Whatever the user can write of a contact: two pages that were opened at the same moment, and what is left of both. */
const CHANGES: Record<string, Change> = {
  'lines of the log': {
    pages: ['Lunch', 'Phone call'].map(
      (text) =>
        (handlers, { contact: { id } }) =>
          handlers['contact.log']({ id, text, day: '2026-11-20' }, PAGE),
    ),
    kept: ({ log }) => log.map(({ text }) => text).sort(),
    expected: ['Lunch', 'Phone call', 'first'],
  },
  'a line taken back and another written': {
    pages: [
      (handlers, { contact: { id } }) => handlers['contact.log']({ id, text: 'second' }, PAGE),
      (handlers, { contact: { id } }) =>
        handlers['contact.unlog']({ id, day: '2026-11-01', text: 'first', nextStep: undefined }, PAGE),
    ],
    kept: ({ log }) => log.map(({ text }) => text),
    expected: ['second'],
  },
  'tags added and taken away': {
    pages: [
      (handlers, { contact: { id } }) => handlers['contact.tag']({ id, add: ['mine'] }, PAGE),
      (handlers, { contact: { id } }) =>
        handlers['contact.tag']({ id, add: ['theirs'], remove: ['old'] }, PAGE),
    ],
    kept: ({ tags }) => tags.toSorted(),
    expected: ['mine', 'theirs'],
  },
  'words on roles, one of them taken back': {
    pages: [
      (handlers, { contact: { id } }) =>
        handlers['contact.role']({ id, goalId: 'g1', role: 'mentor', says: 'no' }, PAGE),
      async (handlers, { contact: { id } }) => {
        await handlers['contact.role']({ id, goalId: 'g1', role: 'expert', says: null }, PAGE);
        await handlers['contact.role']({ id, goalId: 'g2', role: 'mentor', says: 'yes' }, PAGE);
      },
    ],
    kept: ({ roles = [] }) => roles.map(({ goalId, role, is }) => `${goalId} ${role} ${is}`).sort(),
    expected: ['g1 mentor false', 'g2 mentor true', 'g2 peer true'],
  },
  'a note that both write on': {
    pages: [' Likes data.', ' Has two cats.'].map((more, at) => (handlers, { contact: { id, own } }) => {
      const based = own.note ?? '';
      return handlers['contact.typed'](
        { id, writer: `page ${at}`, now: true, what: { field: 'note', text: based + more, based } },
        PAGE,
      );
    }),
    kept: ({ note }) => [
      note?.includes('Met in Ulm.'),
      note?.includes('Likes data.'),
      note?.includes('Has two cats.'),
    ],
    expected: [true, true, true],
  },
  'text and day of the next step': {
    pages: [
      { text: 'Write', due: '2026-12-01' },
      { text: 'Call', due: '2026-12-24' },
    ].map(
      (step, at) =>
        (handlers, { contact: { id, own } }) =>
          handlers['contact.typed'](
            {
              id,
              writer: `page ${at}`,
              now: true,
              what: { field: 'nextStep', step, based: own.nextStep ?? null },
            },
            PAGE,
          ),
    ),
    kept: ({ nextStep }) => nextStep,
    expected: { text: 'Write', due: '2026-12-24' },
  },
  'strength and last contact of the tie': {
    pages: [{ strength: 'strong' }, { lastContact: '2026-11-20' }].map(
      (change) =>
        (handlers, { contact: { id }, ties }) => {
          const based = ties[0] ?? { ...other, to: id };
          return handlers['contact.setTie']({ tie: { ...based, ...(change as object) }, based }, PAGE);
        },
    ),
    kept: (_, { ties }) => ties.map(({ strength, label, lastContact }) => [strength, label, lastContact]),
    expected: [['strong', 'personal', '2026-11-20']],
  },
  'different fields typed over': {
    pages: [
      (handlers, { contact: { id } }) =>
        handlers['contact.edit']({ id, edits: { headline: 'Mine' }, based: { headline: null } }, PAGE),
      (handlers, { contact: { id } }) =>
        handlers['contact.edit']({ id, edits: { skills: ['Care'] }, based: { skills: [] } }, PAGE),
    ],
    kept: ({ edits }) => edits,
    expected: { headline: 'Mine', skills: ['Care'] },
  },
  'two posts added to one career': {
    pages: ['Elbhöhe', 'Spreeklinik'].map(
      (company) =>
        (handlers, { contact: { id, profile } }) =>
          handlers['contact.edit'](
            {
              id,
              edits: { positions: [...profile.positions, { company, end: '2019' }] },
              based: { positions: profile.positions },
            },
            PAGE,
          ),
    ),
    kept: ({ edits }) => edits.positions?.map(({ company }) => company).toSorted(),
    expected: ['Elbhöhe', 'Klinikum Musterstadt', 'Spreeklinik'],
  },
  'an entry written anew and another written': {
    pages: [
      (handlers, { contact: { id } }) =>
        handlers['contact.relog'](
          {
            id,
            was: { day: '2026-11-01', text: 'first' },
            entry: { day: '2026-11-02', text: 'First lunch', kind: 'met' },
          },
          PAGE,
        ),
      (handlers, { contact: { id } }) =>
        handlers['contact.log']({ id, text: 'Wrote', day: '2026-11-20', kind: 'wrote' }, PAGE),
    ],
    kept: ({ log }) => log,
    expected: [
      { day: '2026-11-20', text: 'Wrote', kind: 'wrote' },
      { day: '2026-11-02', text: 'First lunch', kind: 'met' },
    ],
  },
  'places on lists, on a board, and something put off': {
    pages: [
      async (handlers, { contact: { id } }) => {
        await handlers['list.place']({ list: 'l1', id, spot: { before: null } }, PAGE);
        await handlers['contact.snooze']({ id, kind: 'nextStep', until: '2026-12-02' }, PAGE);
      },
      async (handlers, { contact: { id } }) => {
        await handlers['list.place']({ list: 'l2', id, spot: { before: null } }, PAGE);
        await handlers['board.place']({ goal: 'g1', id, stage: 'asked' }, PAGE);
      },
    ],
    kept: ({ lists = [], boards, snoozed }) => [lists.map(([list]) => list).toSorted(), boards, snoozed],
    expected: [['l1', 'l2'], [['g1', 'asked', 0]], [['nextStep', '2026-12-02']]],
  },
  'layer and mark': {
    pages: [{ layer: 'personal' as const }, { hub: true }].map(
      (own) =>
        (handlers, { contact: { id } }) =>
          handlers['contact.setOwn']({ id, own }, PAGE),
    ),
    kept: ({ layer, hub }) => [layer, hub],
    expected: ['personal', true],
  },
};

describe.each([
  ['one after the other', false],
  ['at once', true],
])('two pages that saw the same contact, %s, lose nothing of each other', (_, atOnce) => {
  it.each(Object.entries(CHANGES))('%s', async (_name, { pages, kept, expected }) => {
    const handlers = createHandlers(makeEnvironment().environment);
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    await handlers['contact.setOwn'](
      {
        id,
        own: {
          note: 'Met in Ulm.',
          nextStep: { text: 'Call', due: '2026-12-01' },
        },
      },
      PAGE,
    );
    await handlers['contact.tag']({ id, add: ['old'] }, PAGE);
    await handlers['contact.role']({ id, goalId: 'g1', role: 'expert', says: 'yes' }, PAGE);
    await handlers['contact.role']({ id, goalId: 'g2', role: 'peer', says: 'yes' }, PAGE);
    await handlers['contact.log']({ id, text: 'first', day: '2026-11-01' }, PAGE);
    await handlers['contact.setTie']({ tie: { ...other, to: id, label: 'personal' } }, PAGE);
    const seen = (await handlers['contact.get']({ id }, PAGE)) as ContactView;
    const works = pages.map((page) => () => page(handlers, seen));
    if (atOnce) await Promise.all(works.map((work) => work()));
    else for (const work of works) await work();
    const after = (await handlers['contact.get']({ id }, PAGE)) as ContactView;
    expect(kept(after.contact.own, after)).toEqual(expected);
  });
});

/** What is said once for the whole network. */
const SETTINGS: Record<
  string,
  [one: (h: Handlers) => Promise<PageSettings>, two: (h: Handlers) => Promise<PageSettings>, object]
> = {
  companies: [
    (handlers) => handlers['company.set']({ company: 'constructor', nace2: '86' }, PAGE),
    (handlers) => handlers['company.set']({ company: 'acme', nace2: '62' }, PAGE),
    {
      companies: Object.fromEntries([
        ['constructor', '86'],
        ['acme', '62'],
      ]),
    },
  ],
  moves: [
    (handlers) => handlers['move.set']({ id: 'a', until: 'never' }, PAGE),
    (handlers) => handlers['move.set']({ id: 'b', until: '2027-01-01' }, PAGE),
    { moves: { a: 'never', b: '2027-01-01' } },
  ],
  views: [
    (handlers) => handlers['view.set']({ name: 'Health', query: 'sector=q' }, PAGE),
    (handlers) => handlers['view.set']({ name: 'Berlin', query: 'q=berlin' }, PAGE),
    {
      views: [
        { name: 'Health', query: 'sector=q' },
        { name: 'Berlin', query: 'q=berlin' },
      ],
    },
  ],
  rhythms: [
    (handlers) => handlers['rhythm.set']({ layer: 'personal', days: 30 }, PAGE),
    (handlers) => handlers['rhythm.set']({ layer: 'strategic', days: 90 }, PAGE),
    { rhythms: { personal: 30, strategic: 90 } },
  ],
  'never save': [
    (handlers) => handlers['doNotSave.add']({ address: 'https://www.linkedin.com/in/a-a/' }, PAGE),
    (handlers) => handlers['doNotSave.add']({ address: 'https://www.linkedin.com/in/b-b/' }, PAGE),
    { doNotSave: ['https://www.linkedin.com/in/a-a/', 'https://www.linkedin.com/in/b-b/'] },
  ],
  'days and changes of backups': [
    (handlers) => handlers['backup.when']({ everyDays: 7 }, PAGE),
    (handlers) => handlers['backup.when']({ everyChanges: 20 }, PAGE),
    { backup: { everyDays: 7, everyChanges: 20 } },
  ],
};

it.each(Object.entries(SETTINGS))(
  'two pages lose nothing of each other: %s',
  async (_, [one, two, expected]) => {
    const handlers = createHandlers(makeEnvironment().environment);
    await Promise.all([one(handlers), two(handlers)]);
    expect((await handlers['network.get']({}, PAGE)).settings).toMatchObject(expected);
  },
);

it('takes one entry away and leaves the others', async () => {
  const handlers = createHandlers(makeEnvironment().environment);
  for (const [one, two] of Object.values(SETTINGS)) await Promise.all([one(handlers), two(handlers)]);
  await handlers['company.set']({ company: 'acme', nace2: null }, PAGE);
  await handlers['move.set']({ id: 'a', until: null }, PAGE);
  await handlers['view.set']({ name: 'Health', query: null }, PAGE);
  await handlers['rhythm.set']({ layer: 'personal', days: null }, PAGE);
  await handlers['doNotSave.remove']({ address: 'https://www.linkedin.com/in/a-a/' }, PAGE);
  const { settings } = await handlers['network.get']({}, PAGE);
  expect(Object.keys(settings.companies)).toEqual(['constructor']);
  expect(settings).toMatchObject({
    moves: { b: '2027-01-01' },
    views: [{ name: 'Berlin', query: 'q=berlin' }],
    rhythms: { strategic: 90 },
    doNotSave: ['https://www.linkedin.com/in/b-b/'],
  });
  expect(settings.rhythms.personal).toBeUndefined();
});

it('two forms of who the user is, and two of one goal, lose nothing of each other', async () => {
  const handlers = createHandlers(makeEnvironment().environment);
  const me = await handlers['me.set']({ me: makeMe({ skills: ['sql'] }) }, PAGE);
  await handlers['me.set']({ me: { ...me, name: 'Kim Winter' }, based: me }, PAGE);
  await handlers['me.set'](
    { me: { ...me, headline: 'Builds data', skills: ['sql', 'go'] }, based: me },
    PAGE,
  );
  const goal = await handlers['goal.set']({ goal: makeGoal() }, PAGE);
  await handlers['goal.set']({ goal: { ...goal, title: 'Into hospitals' }, based: goal }, PAGE);
  await handlers['goal.set'](
    { goal: { ...goal, weight: 3, target: { ...goal.target, isco: '2511' } }, based: goal },
    PAGE,
  );
  const network = await handlers['network.get']({}, PAGE);
  expect(network.me).toMatchObject({ name: 'Kim Winter', headline: 'Builds data', skills: ['sql', 'go'] });
  expect(network.goals).toMatchObject([
    { title: 'Into hospitals', weight: 3, target: { nace2: '86', isco: '2511' } },
  ]);
});

it('a word on a role replaces the one before it, and the last one taken back leaves nothing', async () => {
  const handlers = createHandlers(makeEnvironment().environment);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  const said = async (says: 'yes' | 'no' | null) => {
    const view = await handlers['contact.role']({ id, goalId: 'g1', role: 'mentor', says }, PAGE);
    return view?.contact.own.roles;
  };
  expect(await said('yes')).toEqual([{ goalId: 'g1', role: 'mentor', is: true }]);
  expect(await said('no')).toEqual([{ goalId: 'g1', role: 'mentor', is: false }]);
  expect(await said(null)).toBeUndefined();
  expect(
    await handlers['contact.role']({ id: 'gone', goalId: 'g1', role: 'peer', says: 'no' }, PAGE),
  ).toBeNull();
});

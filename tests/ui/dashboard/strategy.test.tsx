import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { useCatalogue } from '../../../src/browser/text.ts';
import { catalogueOf } from '../../../src/cli/sentences.ts';
import type { Analysis, Fit, RecognisedRole, Snapshot } from '../../../src/core/model/index.ts';
import { createHandlers } from '../../../src/services/handlers.ts';
import { PlanPart } from '../../../src/ui/dashboard/rooms/moves/Plan.tsx';
import { makeCapture, makeEnvironment, makeGoal } from '../../make.ts';
import { analysisOf, testOf } from './analysisOf.ts';
import { enter, makeRow } from './stage.tsx';

afterEach(() => {
  cleanup();
  useCatalogue('en', catalogueOf('en'));
});

const goal = makeGoal();
const people = [
  makeRow('a', 'Alma Berg', { layer: 'strategic', fits: [80], roles: [1], serves: [true] }),
  makeRow('b', 'Bela Costa', { layer: 'strategic', fits: [60], roles: [1], serves: [true] }),
  ...Array.from({ length: 12 }, (_, at) => makeRow(`x${at}`, `Extra ${at}`)),
];

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: null } as const;
const fit: Fit = {
  goalId: goal.id,
  value: 70,
  confidence: 1,
  parts: [],
  roles: [{ role: 'insider', strength: 1, confidence: 1, facts: [{ key: 'factInsiderFunction' }] }],
  unjudged: [],
  denied: ['mentor'],
  serves: true,
};
const view = await (async () => {
  const handlers = createHandlers(makeEnvironment().environment);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  const found = await handlers['contact.get']({ id }, PAGE);
  if (found === null) throw new Error('nobody was saved');
  const own = { ...found.contact.own, roles: [{ goalId: goal.id, role: 'mentor' as const, is: false }] };
  return {
    ...found,
    contact: { ...found.contact, id: 'a', own },
    reading: { ...found.reading, fits: [fit] },
  };
})();

it('takes the user’s own word on a role, shows it, and takes it back', async () => {
  const { sent } = await enter('#/contacts?contact=a', {
    rows: people,
    goals: [goal],
    answers: { 'contact.get': () => view, 'contact.role': () => view },
  });
  const said = () => sent.filter(({ name }) => name === 'contact.role').at(-1)?.input as unknown;
  fireEvent.click(await screen.findByRole('button', { name: 'insider: not so' }));
  await vi.waitFor(() => expect(said()).toEqual({ id: 'a', goalId: goal.id, role: 'insider', says: 'no' }));
  expect(document.body.textContent).toContain('You say: not could be a mentor.');
  fireEvent.click(screen.getByRole('button', { name: 'take back' }));
  await vi.waitFor(() => expect(said()).toEqual({ id: 'a', goalId: goal.id, role: 'mentor', says: null }));
  fireEvent.change(screen.getByLabelText('Say a role yourself'), { target: { value: 'expert' } });
  await vi.waitFor(() => expect(said()).toEqual({ id: 'a', goalId: goal.id, role: 'expert', says: 'yes' }));
});

it('drafts three lines that can be changed and copied; nothing is sent', async () => {
  const analysis = analysisOf(people, [goal]);
  const [move] = analysis.nextMoves;
  if (move === undefined) throw new Error('nothing is suggested');
  const nextMoves = [
    {
      ...move,
      occasion: { key: 'factOccasionConnected' as const, values: { year: '2020' } },
      question: { key: 'factQuestion_insider' as const, values: { goal: goal.id } },
      give: { key: 'factGiveOffer' as const, values: { text: 'a talk on our data platform' } },
    },
  ];
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  });
  await enter('#/moves', {
    rows: people,
    goals: [goal],
    answers: { 'analysis.get': () => ({ analysis: { ...analysis, nextMoves }, state: 'current' }) },
  });
  fireEvent.click(await screen.findByText('Draft a message'));
  const field = await screen.findByLabelText<HTMLTextAreaElement>(/Three lines/);
  expect(field.value.split('\n')).toEqual([
    'Hello Alma Berg, we have been connected since 2020 and never talked properly.',
    expect.stringContaining(goal.title),
    'In return: a talk on our data platform',
  ]);
  fireEvent.input(field, { target: { value: 'My own words.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await vi.waitFor(() => expect(copied).toEqual(['My own words.']));
});

it.each([
  [
    'en',
    'Alma Berg closes for “Data in hospitals”: a view from inside, experience of the move; for “Lead a data team”: mentoring.',
    'Bela Costa closes for “Lead a data team”: expert knowledge.',
  ],
  [
    'de',
    'Alma Berg schließt bei „Data in hospitals“: Einblick von innen, Erfahrung mit dem Wechsel; bei „Lead a data team“: Mentoring.',
    'Bela Costa schließt bei „Lead a data team“: Fachwissen.',
  ],
] as const)('says in one sentence what a conversation closes (%s)', (language, ...sentences) => {
  useCatalogue(language, catalogueOf(language));
  const closes = (goalId: string, role: RecognisedRole) => ({ goalId, role });
  const plan: Analysis['plan'] = {
    gaps: 4,
    conversations: [
      {
        contactId: 'a',
        closes: [closes('g1', 'insider'), closes('g2', 'mentor'), closes('g1', 'pathfinder')],
      },
      { contactId: 'b', closes: [closes('g2', 'expert')] },
    ],
    closes: 4,
    within: 3,
    facts: [{ key: 'factPlan', values: { count: 2, closes: 4, of: 4 } }],
  };
  const goals = [
    { id: 'g1', title: 'Data in hospitals' },
    { id: 'g2', title: 'Lead a data team' },
  ];
  const known = { goals, byId: new Map(people.map((row) => [row.id, row])) };
  const { container } = render(<PlanPart plan={plan} hours={undefined} known={known} onHours={() => {}} />);
  expect([...container.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(sentences);
});

it('shows the plan with its people, and fits it into the hours that are given', async () => {
  const analysis = analysisOf(people, [goal], {
    plan: {
      gaps: 3,
      conversations: [{ contactId: 'a', closes: [{ goalId: goal.id, role: 'insider' }] }],
      closes: 1,
      within: 3,
      facts: [{ key: 'factPlan', values: { count: 1, closes: 1, of: 3 } }],
    },
  });
  const { sent, text } = await enter('#/moves', {
    rows: people,
    goals: [goal],
    answers: { 'analysis.get': () => ({ analysis, state: 'current' }) },
  });
  await vi.waitFor(() => expect(text()).toContain('1 conversation closes 1 of 3 gaps.'));
  expect(text()).toContain(`Alma Berg closes for “${goal.title}”: a view from inside.`);
  fireEvent.change(screen.getByLabelText('Hours a month for conversations'), { target: { value: '5' } });
  await vi.waitFor(() =>
    expect(sent.find(({ name }) => name === 'settings.set')?.input).toEqual({
      settings: { hoursPerMonth: 5 },
    }),
  );
});

it('says what a new situation asks for, who would fill it, and what would be empty', async () => {
  const there = [
    { need: 'insider' as const, inContact: ['a'], known: ['b'], counts: { inContact: 1, known: 1 } },
    { need: 'keyPerson' as const, inContact: [], known: [], counts: { inContact: 0, known: 0 } },
  ];
  const analysis = analysisOf(people, [goal], {
    stressTest: [{ ...testOf(people, { industry: true }), there }],
  });
  const { text } = await enter('#/test?industry=yes', {
    rows: people,
    goals: [goal],
    answers: { 'analysis.get': () => ({ analysis, state: 'current' }) },
  });
  await vi.waitFor(() => expect(text()).toContain('these would still help: Alma Berg and Bela Costa.'));
  expect(text()).toContain('12 people fall away. Empty there: a key person there.');
  expect(text()).toContain('people in the field in contact: Alma Berg · known: Bela Costa');
  expect(text()).toContain('the common employer ends: Extra 0');
  expect(text()).not.toContain('%');
});

const month: Snapshot = {
  month: '2026-10',
  at: '2026-10-20T10:00:00.000Z',
  contacts: 5,
  layers: { operational: 5, personal: 0, strategic: 0, beyond: 0 },
  conversations: 0,
  goals: [{ id: goal.id, covered: 0, filled: 1, of: 4, gaps: [] }],
};

it('says what has changed since the last month, and asks after a quarter whether it is still the goal', async () => {
  const old = { ...goal, createdAt: '2026-01-01T10:00:00.000Z' };
  const { text } = await enter('#/today', {
    rows: people,
    goals: [old],
    answers: { 'analysis.months': () => ({ months: [month] }) },
  });
  await vi.waitFor(() => expect(text()).toContain('Since the last month'));
  expect(text()).toContain('1 role more is filled.');
  expect(text()).toContain(`Is ${goal.title} still your goal?`);
});

it('puts what has changed into the report', async () => {
  const { sent } = await enter('#/files/export', {
    rows: people,
    goals: [goal],
    answers: { 'analysis.months': () => ({ months: [month] }) },
  });
  const take = await screen.findByRole<HTMLButtonElement>('button', { name: 'Save the report' });
  await vi.waitFor(() => expect(take.disabled).toBe(false));
  fireEvent.click(take);
  await vi.waitFor(() => expect(sent.some(({ name }) => name === 'export.report')).toBe(true));
  const report = sent.find(({ name }) => name === 'export.report')?.input as unknown;
  expect(JSON.stringify(report)).toContain('Since the last month');
});

import { cleanup } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { AcquaintanceAnalysis } from '../../../src/core/model/index.ts';
import type { CompanyView } from '../../../src/messaging/protocol.ts';
import { makeGoal } from '../../make.ts';
import { analysisOf } from './analysisOf.ts';
import { enter, makeRow } from './stage.tsx';

afterEach(cleanup);

const people = [
  makeRow('x', 'Xaver Lind', { isHub: true, hub: 0.9 }),
  makeRow('y', 'Yvonne Ast', { layer: 'strategic', fits: [80], roles: [1] }),
  ...Array.from({ length: 6 }, (_, at) => makeRow(`e${at}`, `Extra ${at}`)),
];
const path = {
  targetId: 'y',
  through: ['x'],
  value: 0.85,
  facts: [
    { key: 'factYouKnow_well' as const, values: { contact: 'x' } },
    {
      key: 'factKnows_commonContact' as const,
      values: { contact: 'x', other: 'y', site: 'linkedin', day: '2026-11-03' },
    },
  ],
};
const known = (changes: Partial<AcquaintanceAnalysis>) => {
  const analysis = analysisOf(people, [makeGoal()]);
  return { ...analysis, acquaintances: { ...analysis.acquaintances, ...changes } };
};
const answering = (changes: Partial<AcquaintanceAnalysis>) => ({
  'analysis.get': () => ({ analysis: known(changes), state: 'current' }),
});

it('the letter names one way to the most wanted person, with what it rests on', async () => {
  const { text, container } = await enter('#/today', {
    rows: people,
    answers: answering({ wanted: [{ goalId: 'g1', path }] }),
  });
  await vi.waitFor(() =>
    expect(text()).toContain(
      'To Yvonne Ast, who would help you with Change into health care, there is a way: Ask Xaver Lind. ' +
        'You know Xaver Lind well. Xaver Lind knows Yvonne Ast: connected on LinkedIn, seen on Nov 3, 2026.',
    ),
  );
  expect(container.querySelector('.letter-way a[href="#/map/affiliations?to=y"]')).not.toBeNull();
});

it('the letter names no way where there is none', async () => {
  const { text, container } = await enter('#/today', { rows: people, answers: answering({}) });
  await vi.waitFor(() => expect(text()).toContain('This week'));
  expect(container.querySelector('.letter-way')).toBeNull();
});

const hub = { strength: 0.9, isHub: true, evidence: [] };
it.each([
  [
    [{ contactId: 'x', facts: [{ key: 'factSuperspreader' as const, values: { count: 7, employers: 5 } }] }],
    true,
  ],
  [[], false],
])('a key person is called a superspreader only with the evidence', async (superspreaders, called) => {
  const { text } = await enter('#/key', {
    rows: people,
    answers: {
      ...answering({ superspreaders }),
      'contact.get': ({ id }: { id: string }) => ({
        contact: { id, own: { tags: [], log: [], edits: {} } },
        reading: { hub },
      }),
    },
  });
  await vi.waitFor(() => expect(text()).toContain('Xaver Lind'));
  expect(text().includes('Superspreader')).toBe(called);
  expect(text().includes('Knows 7 of your contacts, at 5 employers.')).toBe(called);
});

it.each([
  [20, 17.5, true],
  [4, null, false],
])('tells real acquaintances apart from the estimate: %i people', async (persons, effectiveSize, told) => {
  const facts = told
    ? [{ key: 'factAcquaintances' as const, values: { count: 31, persons } }]
    : [{ key: 'factAcquaintancesFew' as const }];
  const figures = { effectiveSize, efficiency: told ? 0.8 : null, constraint: told ? 0.11 : null };
  const { text, container } = await enter('#/key', {
    rows: [...people, ...Array.from({ length: 12 }, (_, at) => makeRow(`f${at}`, `Further ${at}`))],
    answers: answering({ persons, facts, ...figures }),
  });
  await vi.waitFor(() => expect(text()).toContain('Who knows whom'));
  const [real] = [...container.querySelectorAll('.key-part')].filter((part) =>
    part.querySelector('h2')?.textContent?.includes('Who knows whom'),
  );
  expect(real?.querySelectorAll('dl > div').length).toBe(told ? 3 : 0);
  expect(real?.textContent?.includes('too little for figures')).toBe(!told);
});

const company: CompanyView = {
  name: 'Klinikum Elbhöhe',
  key: 'klinikum elbhoehe',
  here: [{ id: 'y', name: 'Yvonne Ast', tied: false, from: 2021 }],
  were: [{ id: 'e1', name: 'Extra 1', tied: true, from: 2011, to: 2015 }],
  know: [{ id: 'x', name: 'Xaver Lind', tied: true, whom: [{ id: 'y', name: 'Yvonne Ast' }] }],
  counts: { here: 1, were: 1, know: 1 },
  labelled: null,
};

it('whom one knows at a company: who is there, who was, who knows somebody there', async () => {
  const { text, sent, container } = await enter('#/company/Klinikum%20Elbh%C3%B6he', {
    rows: people,
    answers: { 'company.get': () => company },
  });
  await vi.waitFor(() => expect(text()).toMatch(/Xaver Lind\s+knows\s+Yvonne Ast/));
  expect(sent.find(({ name }) => name === 'company.get')?.input).toEqual({ company: 'Klinikum Elbhöhe' });
  expect(text()).toContain('Yvonne Ast 2021– · no tie to you noted');
  expect(text()).toContain('Extra 1 2011–2015');
  expect(container.querySelector('a[href*="contact=x"]')).not.toBeNull();
});

it('a company of nobody is said to be of nobody known', async () => {
  const nobody = { ...company, here: [], were: [], know: [], counts: { here: 0, were: 0, know: 0 } };
  const { text } = await enter('#/company/Haus', { rows: people, answers: { 'company.get': () => nobody } });
  await vi.waitFor(() => expect(text()).toContain('nobody is known to be'));
});

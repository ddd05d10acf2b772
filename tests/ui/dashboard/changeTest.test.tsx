import { cleanup, fireEvent } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StressChange } from '../../../src/core/model/index.ts';
import { changeForGoal, changeOf, isEmpty, queryOf } from '../../../src/ui/dashboard/shared/change.ts';
import { makeGoal } from '../../make.ts';
import { enter, makeRow } from './stage.tsx';

afterEach(cleanup);

describe('a change in the address', () => {
  const change = fc.record(
    {
      company: fc.oneof(
        fc.constant(true as const),
        fc.record({ to: fc.constantFrom('Klinikum Elbhöhe', 'A & B = C?', 'Yes') }),
      ),
      function: fc.oneof(fc.constant(true as const), fc.record({ isco: fc.constantFrom('2521', '25', '1') })),
      industry: fc.oneof(fc.constant(true as const), fc.record({ nace2: fc.constantFrom('86', '01') })),
    },
    { requiredKeys: [] },
  );
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(change, (value) => {
        const query = Object.fromEntries(new URLSearchParams(queryOf(value as StressChange)));
        expect(changeOf(query)).toEqual(value);
      }),
    );
  });

  it('reads a place by its text, and leaves out what it does not understand', () => {
    const goal = makeGoal({ place: { text: 'Lyon, France', city: 'Lyon', country: 'FR' } });
    const wanted = changeForGoal(goal);
    expect(changeOf(queryOf(wanted))).toEqual(wanted);
    expect(isEmpty(changeOf({ function: 'abc', industry: '8', place: '' }))).toBe(true);
  });

  it('never fails on a strange address', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('company', 'function', 'industry', 'place'), fc.string()),
        (query) => {
          changeOf(query);
        },
      ),
    );
  });
});

const people = [
  makeRow('s1', 'Zoe Stays', { layer: 'strategic' }),
  makeRow('s2', 'Ada Stays', { layer: 'strategic' }),
  makeRow('l1', 'Lars Lost'),
  makeRow('g1', 'Gala Gained', { layer: 'personal' }),
];

it('tries the goal’s target first, and tells it in one sentence', async () => {
  const { text, sent } = await enter('#/test', { rows: people });
  await vi.waitFor(() =>
    expect(text()).toContain('If you changed your industry (Health care), these would still help:'),
  );
  expect(sent.find(({ name }) => name === 'analysis.test')?.input).toEqual({
    change: { industry: { nace2: '86' } },
  });
});

it('shows before and after in alphabetical order, with who stays joined by a line', async () => {
  const { container, text } = await enter('#/test?company=yes', { rows: people });
  await vi.waitFor(() => expect(container.querySelector('.column-before')).not.toBeNull());
  const names = (column: string) =>
    [...container.querySelectorAll(`.column-${column} a`)].map(({ textContent }) => textContent);
  expect(names('before')).toEqual(['Ada Stays', 'Lars Lost', 'Zoe Stays']);
  expect(names('after')).toEqual(['Ada Stays', 'Gala Gained', 'Zoe Stays']);
  expect(container.querySelectorAll('.join').length).toBe(2);
  expect(container.querySelectorAll('.join-lost').length).toBe(1);
  expect(container.querySelectorAll('.join-gained').length).toBe(1);
  expect(text()).toContain('2 can still help, 1 no longer can, 1 can only then');
});

it('asks nothing that the analysis has tested already', async () => {
  const { text, sent } = await enter('#/test?industry=yes', { rows: people });
  await vi.waitFor(() => expect(text()).toContain('If you changed your industry, these would still help:'));
  expect(sent.map(({ name }) => name)).not.toContain('analysis.test');
});

it('keeps the choice in the address', async () => {
  const { container } = await enter('#/test?company=yes', { rows: people });
  await vi.waitFor(() =>
    expect(container.querySelectorAll('.change-part input[type=checkbox]').length).toBe(4),
  );
  fireEvent.click(container.querySelectorAll('.change-part input[type=checkbox]')[3] as Element);
  await vi.waitFor(() => expect(location.hash).toBe('#/test?company=yes&place=yes'));
});

it('says so when there is nobody, and when nothing is chosen', async () => {
  const nobody = await enter('#/test');
  await vi.waitFor(() => expect(nobody.text()).toContain('There is nobody yet to test'));
  const nothing = await enter('#/test?goal=', { rows: people });
  await vi.waitFor(() => expect(nothing.text()).toContain('Choose at least one thing'));
});

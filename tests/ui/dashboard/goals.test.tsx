import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GOAL_KINDS, type Goal } from '../../../src/core/model/index.ts';
import { ALL_FIELDS, FIELDS_FOR_GOAL } from '../../../src/ui/dashboard/shared/fields.ts';
import { makeGoal } from '../../make.ts';
import { enter, makeRow, type Stage } from './stage.tsx';

afterEach(cleanup);

const people = [
  makeRow('a', 'Alma Berg', { fits: [80], roles: [1] }),
  makeRow('b', 'Bela Costa', { fits: [60], roles: [1] }),
];
const button = ({ container }: Stage, text: string) =>
  [...container.querySelectorAll('button')].find(({ textContent }) => textContent === text);
const stored = ({ sent }: Stage) =>
  (sent.filter(({ name }) => name === 'goal.set').at(-1)?.input as unknown as { goal: Goal } | undefined)
    ?.goal;

describe('the form', () => {
  it.each(GOAL_KINDS)('asks for %s what such a goal needs, without a field twice', (kind) => {
    const fields = FIELDS_FOR_GOAL[kind];
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.every((field) => ALL_FIELDS.includes(field))).toBe(true);
    expect(fields.length).toBeGreaterThanOrEqual(3);
  });

  it('asks the country first for a project abroad, and the level first for leadership', () => {
    expect(FIELDS_FOR_GOAL.projectAbroad[0]).toBe('place');
    expect(FIELDS_FOR_GOAL.takeLeadership[0]).toBe('seniority');
  });

  it('stores a goal with its target, and names it after the target when the user does not', async () => {
    const stage = await enter('#/goals/new', { rows: people, goals: [] });
    await vi.waitFor(() =>
      expect(stage.container.querySelector('input[value=projectAbroad]')).not.toBeNull(),
    );
    fireEvent.click(stage.container.querySelector('input[value=projectAbroad]') as Element);
    await vi.waitFor(() => expect(stage.container.querySelector('[role=combobox]')).not.toBeNull());
    const place = stage.container.querySelector('[role=combobox]') as HTMLInputElement;
    fireEvent.input(place, { target: { value: 'Lyon, France' } });
    fireEvent.blur(place);
    await vi.waitFor(() => expect(stage.text()).toContain('Lyon · France'));
    button(stage, 'later')?.click();
    button(stage, 'matters most')?.click();
    await vi.waitFor(() => expect(button(stage, 'matters most')?.getAttribute('aria-pressed')).toBe('true'));
    fireEvent.submit(stage.container.querySelector('form') as Element);
    await vi.waitFor(() => expect(stored(stage)).toBeDefined());
    expect(stored(stage)).toMatchObject({
      kind: 'projectAbroad',
      title: 'Project abroad: Lyon',
      target: { place: { city: 'Lyon', country: 'FR' } },
      horizon: 'future',
      weight: 3,
      state: 'active',
    });
    await vi.waitFor(() => expect(location.hash).toBe(`#/goals/${stored(stage)?.id}`));
  });

  it('keeps what a kind does not ask when a goal is edited', async () => {
    const goal = makeGoal({ nace2: '86', skills: ['FHIR'], seniority: 'lead' });
    const stage = await enter('#/goals/g1/edit', { rows: people, goals: [goal] });
    await vi.waitFor(() => expect(stage.container.querySelector('form')).not.toBeNull());
    expect(stage.text()).toContain('Skills');
    fireEvent.submit(stage.container.querySelector('form') as Element);
    await vi.waitFor(() => expect(stored(stage)?.target).toEqual(goal.target));
  });
});

it('shows the six roles with words, and what is missing', async () => {
  const stage = await enter('#/goals', { rows: people });
  await vi.waitFor(() => expect(stage.text()).toContain('Who helps'));
  expect(stage.container.querySelectorAll('.role').length).toBe(6);
  expect(stage.text()).toContain(
    'Nobody recognisable yet: door-opener, has made the move, and could be a mentor.',
  );
  expect(stage.text()).toContain('insiderfilledAlma Berg and Bela Costa');
  expect(stage.text()).toContain('not needed here');
  expect(stage.container.querySelector('.role a')?.getAttribute('href')).toContain('contact=a');
});

it('keeps ended goals as history, and takes back a deletion', async () => {
  const past = makeGoal({}, { id: 'g0', title: 'Learn to lead', state: 'reached' });
  const stage = await enter('#/goals', { rows: people, goals: [makeGoal(), past] });
  await vi.waitFor(() => expect(stage.text()).toContain('Earlier goals'));
  expect(stage.text()).toContain('Learn to lead reached,');
  button(stage, 'Reopen')?.click();
  await vi.waitFor(() => expect(stored(stage)).toMatchObject({ id: 'g0', state: 'active' }));
  await vi.waitFor(() => expect(button(stage, 'Delete')?.disabled).toBe(false));
  button(stage, 'Delete')?.click();
  await vi.waitFor(() => expect(stage.sent.map(({ name }) => name)).toContain('goal.delete'));
  await vi.waitFor(() => expect(stage.container.textContent).toContain('is deleted.'));
  button(stage, 'Undo')?.click();
  await vi.waitFor(() => expect(stored(stage)).toMatchObject({ id: 'g1', title: 'Change into health care' }));
});

import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NextMove } from '../../../src/core/model/index.ts';
import { effortWords, moveState, unplannedMoves } from '../../../src/ui/dashboard/shared/move.ts';
import { enter, makeRow, type Stage } from './stage.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const people = [
  makeRow('a', 'Alma Berg', { nextStep: { text: 'Send the paper', due: null } }),
  makeRow('b', 'Bela Costa'),
];
const buttons = ({ container }: Stage, text: string) =>
  [...container.querySelectorAll('button')].filter(({ textContent }) => textContent === text);
const inputs = ({ sent }: Stage, name: string) =>
  sent.filter((message) => message.name === name).map(({ input }) => input as unknown);

describe('what has become of a move', () => {
  it.each([
    [undefined, 'open'],
    ['never', 'refused'],
    ['2026-11-25', 'away'],
    ['2026-11-24', 'open'],
    ['2025-01-01', 'open'],
  ])('%s: %s', (mark, kind) => {
    expect(moveState('m', mark === undefined ? {} : { m: mark }, '2026-11-24').kind).toBe(kind);
  });
});

it('completing takes minutes and no message', () => {
  expect(effortWords({ kind: 'complete', effort: 1 })).toBe('minutes');
  expect(effortWords({ kind: 'reactivate', effort: 1 })).toBe('message');
  expect(effortWords({ kind: 'introduction', effort: 3 })).toBe('request');
});

it('says what, why, for what, what it brings and costs', async () => {
  const { text, container } = await enter('#/moves', { rows: people });
  await vi.waitFor(() => expect(text()).toContain('Write to Alma Berg again.'));
  expect(text()).toContain('no news for fourteen months');
  expect(text()).toContain('For Change into health care');
  expect(text()).toContain('helps the goal a lot');
  expect(text()).toContain('takes a message');
  expect(container.querySelectorAll('.move button.primary').length).toBe(1);
  expect(text()).toContain('Where you have enough contacts');
});

it('proposes nothing more for somebody of whom another move is accepted', () => {
  const move = (id: string, contactId: string): NextMove => ({
    id,
    kind: 'reactivate',
    contactId,
    gain: 0.1,
    effort: 1,
    facts: [],
    links: [],
  });
  const moves = [move('reactivate:g1:a', 'a'), move('reactivate:g1:b', 'b')];
  const left = (put: Record<string, string>, ...planned: string[]) =>
    unplannedMoves(moves, { moves: put }, '2026-11-24', (id) => planned.includes(id)).map(
      ({ contactId }) => contactId,
    );
  expect(left({ 'introduction:g2:mentor:a': '2026-12-24' }, 'a', 'b')).toEqual(['b']);
  // Put off without a next step, refused, or a step that the user noted: the move is still proposed.
  expect(left({ 'introduction:g2:mentor:a': '2026-12-24' })).toEqual(['a', 'b']);
  expect(left({ 'introduction:g2:mentor:a': 'never' }, 'a')).toEqual(['a', 'b']);
  expect(left({}, 'a', 'b')).toEqual(['a', 'b']);
});

it('marks a move for somebody with whom something is planned', async () => {
  const { text } = await enter('#/moves', { rows: people });
  await vi.waitFor(() => expect(text()).toContain('Write to Alma Berg again.'));
  expect(text().match(/Planned with this person already/g)).toHaveLength(1);
  expect(text()).toContain('Planned with this person already: “Send the paper”');
});

it('opens searches by a click alone, in a page that learns nothing of this one', async () => {
  const { container, text } = await enter('#/moves', { rows: people });
  await vi.waitFor(() => expect(text()).toContain('Search on LinkedIn'));
  for (const link of container.querySelectorAll('a[href^=https]')) {
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  }
});

it('makes an accepted move the next step of the contact, says what it replaces, and takes it back', async () => {
  const stage = await enter('#/moves', { rows: people });
  await vi.waitFor(() => expect(buttons(stage, 'Accept').length).toBe(2));
  buttons(stage, 'Accept')[0]?.click();
  await vi.waitFor(() => expect(stage.text()).toContain('Replaces the next step “Send the paper”.'));
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('maxlength')).toBe('500'));
  fireEvent.submit(stage.container.querySelector('.move form') as Element);
  await vi.waitFor(() => expect(inputs(stage, 'move.set').length).toBe(1));
  expect(inputs(stage, 'contact.setOwn')).toEqual([
    { id: 'a', own: { nextStep: { text: 'Write to Alma Berg again.', due: '2026-12-01' } } },
  ]);
  expect(inputs(stage, 'move.set')).toEqual([{ id: 'reactivate:g1:a', until: '2027-01-30' }]);
  await vi.waitFor(() => expect(stage.text()).toContain('1 suggestion is put off or refused'));
  await vi.waitFor(() => expect(buttons(stage, 'Undo').length).toBe(1));
  buttons(stage, 'Undo')[0]?.click();
  await vi.waitFor(() =>
    expect(inputs(stage, 'contact.setOwn').at(-1)).toEqual({
      id: 'a',
      own: { nextStep: { text: 'Send the paper' } },
    }),
  );
  expect(inputs(stage, 'move.set').at(-1)).toEqual({ id: 'reactivate:g1:a', until: null });
});

it('puts a move off until a day, and one away for good; both can be brought back', async () => {
  const stage = await enter('#/moves', { rows: people });
  await vi.waitFor(() => expect(buttons(stage, 'Later').length).toBe(4));
  buttons(stage, 'Later')[0]?.click();
  await vi.waitFor(() => expect(stage.container.querySelector('.move form')).not.toBeNull());
  fireEvent.submit(stage.container.querySelector('.move form') as Element);
  await vi.waitFor(() => expect(stage.text()).toContain('1 suggestion is put off'));
  expect(inputs(stage, 'move.set').at(-1)).toEqual({ id: 'reactivate:g1:a', until: '2026-12-24' });
  buttons(stage, 'Not for me')[0]?.click();
  await vi.waitFor(() => expect(stage.text()).toContain('2 suggestions are put off'));
  expect(inputs(stage, 'move.set').at(-1)).toEqual({ id: 'introduction:g1:mentor:b', until: 'never' });
  buttons(stage, 'Bring back')[0]?.click();
  await vi.waitFor(() =>
    expect(inputs(stage, 'move.set').at(-1)).toEqual({ id: 'reactivate:g1:a', until: null }),
  );
});

it('says what would bring a suggestion when there is none', async () => {
  const noGoal = await enter('#/moves', { rows: people, goals: [] });
  await vi.waitFor(() => expect(noGoal.text()).toContain('Without a goal there is no next move'));
});

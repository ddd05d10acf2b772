import { cleanup } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { backupWanted } from '../../../src/ui/dashboard/rooms/today/BackupAsk.tsx';
import { makeGoal } from '../../make.ts';
import { analysisOf } from './analysisOf.ts';
import { enter, makeRow } from './stage.tsx';

afterEach(cleanup);

const people = [
  makeRow('a', 'Alma Berg', { layer: 'strategic', fits: [80], roles: [1] }),
  makeRow('b', 'Bela Costa', { layer: 'strategic', fits: [60], roles: [1] }),
  makeRow('c', 'Cem Duran'),
  makeRow('d', 'Dana Ek'),
  makeRow('e', 'Emil Falk'),
  makeRow('f', 'Faye Grau'),
  ...Array.from({ length: 12 }, (_, at) => makeRow(`x${at}`, `Extra ${at}`, { layer: 'personal' })),
];

it('says what to do when nobody is saved', async () => {
  const { text, container } = await enter('#/today');
  await vi.waitFor(() => expect(text()).toContain('Nobody is saved yet'));
  expect(container.querySelector('main a[href="#/files"]')).not.toBeNull();
});

it('asks first who the user is, then for a goal', async () => {
  const without = await enter('#/today', { me: null, rows: people });
  await vi.waitFor(() => expect(without.text()).toContain('every distance is measured from you'));
  expect(without.container.querySelector('main a.primary')?.getAttribute('href')).toBe('#/me');
  const noGoal = await enter('#/today', { goals: [], rows: people });
  await vi.waitFor(() => expect(noGoal.text()).toContain('Set a first goal'));
});

it('tells what kind of network it is, who remains after each change, and what each goal lacks, by name', async () => {
  const { text } = await enter('#/today', { rows: people });
  await vi.waitFor(() =>
    expect(text()).toContain(
      'Of 18 contacts: 2 serve a goal or are key persons, 4 belong to your work of today, 0 stand in fields beyond.',
    ),
  );
  expect(text()).toContain(
    'After a change of employer, function, or industry: Alma Berg and Bela Costa would still help; 4 people fall away.',
  );
  expect(text()).toContain('This week: Write to Alma Berg again.');
  expect(text()).toContain(
    'For Change into health care nobody among your saved contacts is recognisable for: door-opener, has made the move, and could be a mentor.',
  );
  expect(text()).toContain('Alma Berg and Bela Costa come closest.');
});

it('makes each number of the letter a link to its reason', async () => {
  const { container, text } = await enter('#/today', { rows: people });
  await vi.waitFor(() => expect(text()).toContain('After a change of'));
  const loose = [...container.querySelectorAll('.letter p')].flatMap((paragraph) =>
    [...paragraph.childNodes].filter(
      (node) => node.nodeName !== 'A' && /\d/.test(node.textContent ?? '') && node.nodeType === 3,
    ),
  );
  expect(loose.map(({ textContent }) => textContent)).toEqual([]);
  expect(container.querySelectorAll('.letter a').length).toBeGreaterThan(5);
});

it('makes no per cent of a handful of people', async () => {
  const { container, text } = await enter('#/today', { rows: people.slice(0, 3) });
  await vi.waitFor(() => expect(text()).toContain('3 people are a beginning'));
  expect(container.querySelector('.letter')?.textContent).not.toContain('%');
});

it('says of a goal without a target that it names none', async () => {
  const { text } = await enter('#/today', { rows: people, goals: [makeGoal({})] });
  await vi.waitFor(() => expect(text()).toContain('names no target yet'));
});

it('lists what is due, and writes what is done into the log, with a way back', async () => {
  const own = { tags: [], log: [], edits: {}, nextStep: { text: 'Ask for 20 minutes', due: '2026-11-20' } };
  const item = {
    contactId: 'a',
    name: 'Alma Berg',
    kind: 'nextStep',
    text: 'Ask for 20 minutes',
    due: '2026-11-20',
  };
  let due = [item];
  const { sent, container, text } = await enter('#/today', {
    rows: people,
    answers: {
      'due.get': () => ({ due, count: due.length }),
      'contact.get': () => ({ contact: { id: 'a', own } }),
    },
  });
  await vi.waitFor(() => expect(text()).toContain('Ask for 20 minutes'));
  due = [];
  container.querySelector<HTMLButtonElement>('.due button')?.click();
  await vi.waitFor(() => expect(text()).toContain('Nothing is due'));
  const said = (message: string) => sent.find(({ name }) => name === message)?.input;
  expect(said('contact.log')).toMatchObject({ id: 'a', text: 'Ask for 20 minutes', stepDone: true });
  await vi.waitFor(() => expect(container.textContent).toContain('Noted in the log of Alma Berg.'));
  [...container.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo')?.click();
  await vi.waitFor(() =>
    expect(said('contact.unlog')).toMatchObject({ text: 'Ask for 20 minutes', nextStep: own.nextStep }),
  );
});

it('suggests one thing a person, and leaves the others to the room of next moves', async () => {
  const goals = [makeGoal()];
  const analysis = analysisOf(people, goals);
  const [first, ...others] = analysis.nextMoves;
  if (first === undefined) throw new Error('the network suggests nothing');
  const again = { ...first, id: 'again', facts: [{ key: 'A second wish of the same person.' }] };
  const nextMoves = [first, again, ...others];
  const { text } = await enter('#/today', {
    rows: people,
    goals,
    answers: { 'analysis.get': () => ({ analysis: { ...analysis, nextMoves }, state: 'current' }) },
  });
  await vi.waitFor(() => expect(text()).toContain('Write to Alma Berg again.'));
  expect(text()).not.toContain('A second wish of the same person.');
});

it('asks for a backup when there is something to lose', async () => {
  const { container, text } = await enter('#/today', { rows: people });
  await vi.waitFor(() => expect(text()).toContain('You have no backup yet'));
  expect(container.querySelector('main a[href="#/files/backup"]')).not.toBeNull();
  const few = await enter('#/today', { rows: people.slice(0, 6) });
  await vi.waitFor(() => expect(few.sent.map(({ name }) => name)).toContain('backup.state'));
  expect(few.text()).not.toContain('no backup');
});

it.each([
  ['never made', { lastAt: null }, true],
  ['made, little changed since', { changesSince: 5 }, false],
  ['made long ago, little changed since', { lastAt: '2026-01-01T00:00:00.000Z', changesSince: 5 }, false],
  ['made long ago, much changed since', { lastAt: '2026-01-01T00:00:00.000Z' }, true],
  ['made lately, much changed since', {}, false],
  ['due by the rhythm', { due: true, changesSince: 1 }, true],
  ['failed', { failure: 'backup_failed' as const, changesSince: 1 }, true],
])('asks for a backup: %s', (_, state, wanted) => {
  const known = { lastAt: '2026-11-20T00:00:00.000Z', changesSince: 40, due: false, failure: null, ...state };
  expect(backupWanted(known, 12, Date.parse('2026-11-28T00:00:00.000Z'))).toBe(wanted);
  expect(backupWanted(known, 3, Date.parse('2026-11-28T00:00:00.000Z'))).toBe(false);
});

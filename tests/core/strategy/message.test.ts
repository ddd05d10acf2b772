import { expect, it } from 'vitest';
import type { Digest, Role } from '../../../src/core/model/index.ts';
import { messageTo } from '../../../src/core/strategy/message.ts';
import { type Aim, viewpointOf } from '../../../src/core/strategy/viewpoint.ts';
import { makeGoal, makeMe, NOW } from '../../make.ts';
import { meOf } from './scenario.ts';

const now = new Date(NOW);
const TODAY = Math.floor(now.getTime() / 86_400_000);
const me = {
  ...meOf({ id: 'me', name: 'Kim', seen: 0, isco: '2521' }),
  profile: makeMe({ positions: [{ company: 'Nordsoft', start: '2010', end: '2014' }] }),
};
const goals = [makeGoal({ nace2: '86', skills: ['Rust'] }), makeGoal({ nace2: '86' }, { id: 'g2' })];
const view = viewpointOf({ me, goals, now });
const [skilled, bare] = view.aims as [Aim, Aim];
const partsOf = (more: Partial<Digest>, aim = bare, role?: Role, of = view) =>
  messageTo({ id: 'a', name: 'A', seen: 0, ...more }, aim, role, of);

const work = { employer: 'Klinik' };
const post = (from: number, to: number | null = null) => ({ steps: [{ company: 'Neu', from, to }] });
const shared = { steps: [{ company: 'Nordsoft', from: 2012, to: 2013 }] };
it.each<[string, Partial<Digest>, object]>([
  [
    'a post of this year',
    { ...work, ...post(2026) },
    { key: 'factOccasionNewPost', values: { company: 'Neu' } },
  ],
  ['a post of last year', { ...work, ...post(2025) }, { key: 'factOccasionNewPost' }],
  ['a post of the year before', { ...work, ...post(2024) }, { key: 'factOccasionWork' }],
  ['a post that is over', { ...work, ...post(2026, 2026) }, { key: 'factOccasionWork' }],
  ['a post of unknown date', { ...work, steps: [{ company: 'Neu', to: null }] }, { key: 'factOccasionWork' }],
  ['a post at no company', { ...work, steps: [{ from: 2026, to: null }] }, { key: 'factOccasionWork' }],
  [
    'a shared past',
    { ...shared, tie: { last: TODAY - 100 } },
    { key: 'factOccasionSharedPast', values: { company: 'Nordsoft' } },
  ],
  [
    'the last talk',
    { ...work, tie: { last: TODAY - 100, since: 2010 } },
    { key: 'factOccasionLastContact', values: { count: 3 } },
  ],
  [
    'a talk of this month, and the year of connection',
    { tie: { last: TODAY - 3, since: 2010 } },
    { key: 'factOccasionConnected', values: { year: '2010' } },
  ],
  ['last year’s connection', { tie: { since: 2025 } }, { key: 'factOccasionConnected' }],
  [
    'this year’s connection',
    { ...work, tie: { since: 2026 } },
    { key: 'factOccasionWork', values: { company: 'Klinik' } },
  ],
  ['nothing but the goal', { tie: {} }, { key: 'factOccasionGoal' }],
])('the occasion to write is %s', (_, more, occasion) => {
  expect(partsOf(more).occasion).toMatchObject(occasion);
});

it.each<[string, Aim, Role | undefined, object]>([
  [
    'an expert of a wanted skill',
    skilled,
    'expert',
    { key: 'factQuestionSkill', values: { goal: 'g1', skill: 'Rust' } },
  ],
  [
    'an expert where no skill is wanted',
    bare,
    'expert',
    { key: 'factQuestion_expert', values: { goal: 'g2' } },
  ],
  [
    'another who could tell of a skill',
    skilled,
    'insider',
    { key: 'factQuestion_insider', values: { goal: 'g1' } },
  ],
  ['anybody', skilled, undefined, { key: 'factQuestion', values: { goal: 'g1' } }],
])('the question is for %s', (_, aim, role, question) => {
  expect(partsOf({}, aim, role).question).toEqual(question);
});

it.each<[string, Partial<Digest>, typeof view, object]>([
  [
    'what the user offers',
    { offer: 'time', looksFor: 'a flat' },
    view,
    { key: 'factGiveOffer', values: { text: 'time' } },
  ],
  [
    'what the other looks for',
    { looksFor: 'a flat' },
    view,
    { key: 'factGiveLooksFor', values: { text: 'a flat' } },
  ],
  ['the user’s own field', {}, view, { key: 'factGiveOwnField', values: { isco: '2521' } }],
  ['anything', {}, viewpointOf({ me: null, goals, now }), { key: 'factGiveAnything' }],
])('what to give is %s', (_, more, of, give) => {
  expect(partsOf(more, bare, undefined, of).give).toEqual(give);
});

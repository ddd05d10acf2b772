import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, DigestStep } from '../../../src/core/model/index.ts';
import { careerPostsOf, leads, mainPost, postOf, postsOf } from '../../../src/core/strategy/posts.ts';
import { textSharing } from '../../../src/core/strategy/sharing.ts';
import { HEADLINE_SURE_FROM, ROLE_SURE, ROLE_SURE_FROM } from '../../../src/core/strategy/weights.ts';
import { digests } from './arbitrary.ts';

const person = (more: Partial<Digest>): Digest => ({ id: 'a', name: 'A', seen: 0, ...more });
const held = (company: string, more: Partial<DigestStep> = {}): DigestStep => ({
  to: null,
  company,
  ...more,
});

describe('the posts of today', () => {
  it.each<[string, Partial<Digest>, (string | undefined)[]]>([
    ['of a headline alone', {}, [undefined]],
    ['of an employer alone', { employer: 'Main' }, ['Main']],
    ['of one post', { employer: 'Main', steps: [held('Main')] }, ['Main']],
    ['of two', { employer: 'Main', steps: [held('Main'), held('Board')] }, ['Main', 'Board']],
    [
      'of which the main one is named second',
      { employer: 'Main', steps: [held('Board'), held('Main')] },
      ['Main', 'Board'],
    ],
    ['of two at one company', { employer: 'Main', steps: [held('Main'), held('Main')] }, ['Main', 'Main']],
    ['of posts without a main one', { steps: [held('First'), held('Second')] }, [undefined, 'Second']],
    ['of one that is over', { steps: [{ company: 'Past', to: 2020 }] }, []],
    [
      'of an employer, and one that is over',
      { employer: 'Main', steps: [{ company: 'Past', to: 2020 }] },
      ['Main'],
    ],
    ['of the retired', { retired: true, employer: 'Main', steps: [held('Main')] }, []],
    [
      'of the retired with a seat',
      { retired: true, employer: 'Main', steps: [held('Main'), held('Board')] },
      ['Board'],
    ],
  ])('%s', (_, more, companies) => {
    expect(postsOf(person(more)).map(({ company }) => company)).toEqual(companies);
  });

  it('are followed by those of the career, and each is asked of the one who is meant', () => {
    const [one, other] = [
      person({ employer: 'Main', steps: [held('Main'), { company: 'Past', to: 2020 }] }),
      person({}),
    ];
    for (const _ of [1, 2]) {
      expect(careerPostsOf(one).map(({ company }) => company)).toEqual(['Main', 'Main', 'Past']);
      expect(careerPostsOf(other).map(({ company }) => company)).toEqual([undefined]);
    }
  });
});

describe('the main post', () => {
  it.each<[string, Partial<Digest>, object]>([
    [
      'is sure where nothing is said of it',
      { isco: '2521', nace: '86' },
      { isco: '2521', nace: '86', sure: 1 },
    ],
    [
      'of a headline needs more',
      { isco: '2521', nace: '86', iscoSure: HEADLINE_SURE_FROM, naceSure: HEADLINE_SURE_FROM },
      { isco: '2521', nace: '86' },
    ],
    [
      'of a headline has no codes below',
      { isco: '2521', nace: '86', iscoSure: HEADLINE_SURE_FROM - 0.01, naceSure: HEADLINE_SURE_FROM - 0.01 },
      { isco: undefined, nace: undefined },
    ],
    [
      'at an employer needs less',
      { employer: 'Main', isco: '2521', nace: '86', iscoSure: ROLE_SURE_FROM, naceSure: ROLE_SURE_FROM },
      { isco: '2521', nace: '86', sure: Math.min(1, ROLE_SURE_FROM / ROLE_SURE) },
    ],
    [
      'with a career needs less',
      { steps: [held('Main')], isco: '2521', iscoSure: ROLE_SURE_FROM },
      { isco: '2521' },
    ],
    [
      'at an employer has no codes below',
      {
        employer: 'Main',
        isco: '2521',
        nace: '86',
        iscoSure: ROLE_SURE_FROM - 0.01,
        naceSure: ROLE_SURE_FROM - 0.01,
      },
      { isco: undefined, nace: undefined },
    ],
    ['is at most sure', { isco: '2521', iscoSure: 1 }, { sure: 1 }],
    ['without a function is as sure as can be', { iscoSure: 0 }, { sure: 1 }],
    ['tells whether it leads', { head: true }, { head: true }],
    ['leads nobody unless it says so', {}, { head: false }],
    [
      'of the retired is the last one, where they live now',
      {
        retired: true,
        isco: '1120',
        place: { text: 'Kiel', country: 'DE' },
        steps: [
          { company: 'Last', to: 2020, isco: '2521', country: 'AT' },
          { company: 'First', to: 2000 },
        ],
      },
      { company: 'Last', isco: '2521', country: 'DE' },
    ],
    [
      'of the retired has the function that is told where the post has none',
      { retired: true, isco: '1120', steps: [{ company: 'Last', to: 2020 }] },
      { company: 'Last', isco: '1120', country: undefined },
    ],
    [
      'of the retired of whom no post is known is what is told',
      { retired: true, isco: '1120' },
      { isco: '1120' },
    ],
  ])('%s', (_, more, post) => {
    expect(mainPost(person(more))).toMatchObject(post);
  });
});

it.each<[string, DigestStep, boolean]>([
  ['a head', { head: true }, true],
  ['a director by code', { isco: '1120' }, true],
  ['a manager by code', { isco: '1212' }, true],
  ['a manager of production', { isco: '1321' }, false],
  ['a personnel specialist', { isco: '2423' }, true],
  ['a personnel clerk', { isco: '4416' }, true],
  ['a code that only holds these digits', { isco: '2112' }, false],
  ['a director by level', { seniority: 'director' }, true],
  ['the level below', { seniority: 'manager' }, false],
  ['nothing that is known', {}, false],
])('%s leads: %j', (_, step, does) => {
  expect(leads(postOf(step))).toBe(does);
});

describe('texts that are held once', () => {
  it('read as before, and nothing that was handed in is changed', () => {
    fc.assert(
      fc.property(fc.array(digests, { maxLength: 5 }), (people) => {
        const before = structuredClone(people);
        const share = textSharing();
        expect(people.map(share)).toEqual(people);
        expect(people).toEqual(before);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  const hamburg = { text: 'Hamburg', city: 'Hamburg', region: 'Hamburg', country: 'DE' };
  it('are one place where all of it is the same, and else another', () => {
    const share = textSharing();
    const places = [
      hamburg,
      { ...hamburg },
      ...(['text', 'city', 'region', 'country'] as const).map((part) => ({ ...hamburg, [part]: 'X' })),
    ];
    const shared = places.map((place) => share(person({ place })).place);
    expect(shared).toEqual(places);
    expect(shared[1]).toBe(shared[0]);
    expect(new Set(shared).size).toBe(5);
  });
});

import { describe, expect, it } from 'vitest';
import { createAnalysis, ROLES_FOR_GOAL } from '../../../src/core/strategy/index.ts';
import { moveText, scenarios } from './scenario.ts';

const all = scenarios();

it('there are at least twelve, of 30 to 300 contacts', () => {
  expect(all.length).toBeGreaterThanOrEqual(12);
  for (const { name, digests } of all) {
    expect(digests.length, name).toBeGreaterThanOrEqual(30);
    expect(digests.length, name).toBeLessThanOrEqual(300);
  }
});

describe.each(all)('$title', ({ context, digests, expect: wanted }) => {
  const engine = createAnalysis(context);
  for (const digest of digests) engine.put(digest);
  const result = engine.result();

  it('has the expected blind spots', () => {
    const kinds = new Map(context.goals.map(({ id, kind }) => [id, kind]));
    const found = result.blindSpots
      .filter(({ goalId, role }) => {
        const kind = kinds.get(goalId);
        return role === undefined || kind === undefined || ROLES_FOR_GOAL[kind].includes(role);
      })
      .map(({ goalId, kind, role, company, skill }) =>
        [goalId, kind === 'contact' ? kind : undefined, role ?? kind, company ?? skill]
          .filter((part) => part !== undefined)
          .join(' '),
      );
    expect(found.sort()).toEqual([...wanted.blind].sort());
  });

  it('has the expected key persons', () => {
    expect([...result.hubs].sort()).toEqual([...wanted.hubs].sort());
  });

  it('keeps the expected people when everything changes at once', () => {
    const test = result.stressTest.find(({ change }) => Object.keys(change).length === 4);
    const [people, fillers] = [test?.stay ?? [], wanted.survivors.find((one) => one.endsWith(' fillers'))];
    const named = people.filter((id) => !id.startsWith('filler'));
    const found = fillers === undefined ? people : [...named, `${people.length - named.length} fillers`];
    expect([...found].sort()).toEqual([...wanted.survivors].sort());
  });

  it('counts every change by industry, nobody twice and nobody left out', () => {
    for (const { counts, groups = [] } of result.stressTest)
      for (const kind of ['stay', 'lose', 'gain'] as const)
        expect(groups.reduce((sum, group) => sum + group[kind], 0)).toBe(counts[kind]);
  });

  it('suggests the expected moves first', () => {
    expect(result.nextMoves.slice(0, wanted.moves.length).map(moveText)).toEqual(wanted.moves);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../src/core/classify/index.ts';
import type { Goal, Profile } from '../../../src/core/model/index.ts';
import { readContact } from '../../../src/core/strategy/index.ts';
import { makeContact, makeGoal, makeMe, NOW } from '../../make.ts';

const classifier = createClassifier();

function read(
  profile: Partial<Profile>,
  goals: Goal[] = [makeGoal()],
  me: ReturnType<typeof makeMe> | null = makeMe(),
) {
  const contact = makeContact(profile);
  return readContact(
    { contact, career: classifier.career(contact.profile), ties: [] },
    { me: me && { profile: me, career: classifier.career(me as never) }, goals, now: new Date(NOW) },
  );
}

describe('fit', () => {
  it('is the sum of its parts', () => {
    const [fit] = read({ mutualConnections: 10, connections: 500 }).fits;
    expect(fit?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(fit?.value);
  });

  it('is unknown, not zero, when nothing that the goal asks about is known', () => {
    const [fit] = read({ positions: [{ title: 'Quux', company: 'Zorblax', end: null }] }).fits;
    expect(fit).toMatchObject({ value: null, confidence: 0, parts: [] });
  });

  it('is higher for somebody in the target industry than for somebody outside', () => {
    const inside = read({}).fits[0]?.value ?? 0;
    const outside =
      read({ positions: [{ title: 'Data Engineer', company: 'Hotel Seeblick', end: null }] }).fits[0]
        ?.value ?? 0;
    expect(inside).toBeGreaterThan(outside);
  });

  it('stays between 0 and 100 for whatever a profile says', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: fc.string({ minLength: 1 }),
          company: fc.string({ minLength: 1 }),
          mutual: fc.nat(5000),
        }),
        ({ title, company, mutual }) => {
          const { fits, hub } = read({
            positions: [{ title, company, end: null }],
            mutualConnections: mutual,
          });
          const value = fits[0]?.value ?? null;
          expect(value === null || (value >= 0 && value <= 100)).toBe(true);
          expect(hub.strength).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('roles', () => {
  it('sees a pathfinder in somebody who made the move', () => {
    const positions = [
      { title: 'Data Engineer', company: 'Klinikum Musterstadt', start: '2021-01', end: null },
      { title: 'Data Engineer', company: 'Nord Versicherung AG', start: '2016', end: '2020-12' },
    ];
    const roles = read({ positions }).fits[0]?.roles.map(({ role }) => role);
    expect(roles).toContain('pathfinder');
    expect(roles).toContain('insider');
  });
});

describe('without knowledge', () => {
  it('measures nothing while the user is unknown', () => {
    const reading = read({}, [makeGoal()], null);
    expect(reading.distances).toEqual({
      function: null,
      industry: null,
      place: null,
      seniority: null,
      internal: null,
      past: null,
    });
    expect(reading.novelty).toBeNull();
  });

  it('reads without any goal', () => {
    expect(read({}, []).fits).toEqual([]);
  });
});

it('lets the user overrule the layer, and remembers what was computed', () => {
  const contact = makeContact();
  contact.own.layer = 'operational';
  const reading = readContact(
    { contact, career: classifier.career(contact.profile), ties: [] },
    { me: null, goals: [], now: new Date(NOW) },
  );
  expect(reading.layer).toMatchObject({ value: 'operational', overruled: true });
});

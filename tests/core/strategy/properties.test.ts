import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { functionDistance, industryDistance, seniorityGap } from '../../../src/core/distance/index.ts';
import { type Analysis, type Digest, ROLES, SENIORITIES } from '../../../src/core/model/index.ts';
import {
  createAnalysis,
  type NetworkAnalysis,
  type StrategyContext,
} from '../../../src/core/strategy/index.ts';
import { contexts, digests, networks } from './arbitrary.ts';

// Hundreds of networks each: on a busy machine longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { seed: 20_261_124, numRuns: 200 };

function engineOf(context: StrategyContext, network: readonly Digest[]): NetworkAnalysis {
  const engine = createAnalysis(context);
  for (const digest of network) engine.put(digest);
  return engine;
}

/** An analysis without what depends on its history: the number of changes, and which spelling of a name came first. */
function comparable(analysis: Analysis): unknown {
  return JSON.parse(JSON.stringify({ ...analysis, revision: 0 }).replaceAll('Nordsoft GmbH', 'Nordsoft'));
}

/** Paths of numbers that are none, and of values that JSON does not know. */
function unsound(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === undefined) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => unsound(child, `${path}.${key}`));
}

describe('coverage', () => {
  it('never falls when a contact is added', () => {
    fc.assert(
      fc.property(contexts, networks, digests, (context, network, added) => {
        const others = network.filter(({ id }) => id !== added.id);
        const engine = engineOf(context, others);
        const before = engine.result().coverage;
        engine.put(added);
        engine.result().coverage.forEach((goal, at) => {
          expect(goal.covered ?? 0).toBeGreaterThanOrEqual(before[at]?.covered ?? 0);
          goal.roles.forEach(({ strength, count }, role) => {
            expect(strength).toBeGreaterThanOrEqual(before[at]?.roles[role]?.strength ?? 0);
            expect(count).toBeGreaterThanOrEqual(before[at]?.roles[role]?.count ?? 0);
          });
        });
      }),
      RUNS,
    );
  });

  it('opens a blind spot when the only holder of a role goes', () => {
    let seen = 0;
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        const whole = engineOf(context, network).result();
        for (const { goalId, roles } of whole.coverage)
          for (const { role, count, contactIds } of roles) {
            if (count !== 1) continue;
            seen += 1;
            const id = `role:${goalId}:${role}`;
            expect(whole.blindSpots.some((spot) => spot.id === id)).toBe(false);
            const engine = engineOf(context, network);
            engine.remove(contactIds[0] ?? '');
            expect(engine.result().blindSpots.some((spot) => spot.id === id)).toBe(true);
          }
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('says of a profile before saving that it closes a blind spot exactly when it does', () => {
    fc.assert(
      fc.property(contexts, networks, digests, (context, network, added) => {
        const engine = engineOf(
          context,
          network.filter(({ id }) => id !== added.id),
        );
        const said = engine.marginalOf(added).filter(({ key }) => key.startsWith('factCloses_'));
        const before = new Set(engine.result().blindSpots.map(({ id }) => id));
        const needed = new Set(
          engine
            .result()
            .coverage.flatMap(({ goalId, roles }) =>
              roles.filter((role) => role.needed).map(({ role }) => `role:${goalId}:${role}`),
            ),
        );
        engine.put(added);
        for (const { id } of engine.result().blindSpots) before.delete(id);
        const closed = [...before].filter((id) => needed.has(id));
        expect(said.map(({ key, values }) => `role:${values?.goal}:${key.slice(11)}`).sort()).toEqual(
          closed.sort(),
        );
      }),
      RUNS,
    );
  });
});

describe('fit', () => {
  it('never falls when the contact comes nearer to the target, and all else stays', () => {
    const codes = {
      isco: ['2512', '2511', '2521', '1330', '1221', '2421', '2221', '5223'],
      nace: ['62', '63', '64', '65', '86', '47'],
    };
    let steps = 0;
    fc.assert(
      fc.property(contexts, digests, (context, digest) => {
        const engine = createAnalysis(context);
        const valuesOf = (changed: Digest) => engine.read(changed).fits.map(({ value }) => value);
        context.goals.forEach(({ target }, goal) => {
          const rising = (variants: Digest[]) => {
            let last = 0;
            for (const variant of variants) {
              const value = valuesOf(variant)[goal] ?? null;
              if (value === null) continue;
              steps += 1;
              expect(value).toBeGreaterThanOrEqual(last);
              last = value;
            }
          };
          const { isco, nace2, seniority } = target;
          const far = (code: string) =>
            code.startsWith(isco ?? '-') ? 0 : (functionDistance(isco, code) ?? 1);
          if (isco !== undefined)
            rising(
              [...codes.isco].sort((a, b) => far(b) - far(a)).map((code) => ({ ...digest, isco: code })),
            );
          if (nace2 !== undefined)
            rising(
              [...codes.nace]
                .sort((a, b) => (industryDistance(nace2, b) ?? 1) - (industryDistance(nace2, a) ?? 1))
                .map((code) => ({ ...digest, nace: code })),
            );
          if (seniority !== undefined)
            rising(
              SENIORITIES.filter((level) => (seniorityGap(seniority, level) ?? 0) <= 0).map((level) => ({
                ...digest,
                seniority: level,
              })),
            );
          if (target.skills.length > 0)
            rising(
              target.skills.map((_, count) => ({
                ...digest,
                skills: ['zz', ...target.skills.slice(0, count)],
              })),
            );
        });
      }),
      RUNS,
    );
    expect(steps).toBeGreaterThan(1_000);
  });

  it('is the sum of its parts, 0 to 100, and each part at most what it can be', () => {
    fc.assert(
      fc.property(contexts, digests, (context, digest) => {
        for (const { value, parts, confidence, roles } of createAnalysis(context).read(digest).fits) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1 + 1e-9);
          expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(value ?? 0);
          if (value === null) expect(parts).toEqual([]);
          for (const { points, of } of parts) {
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(of);
          }
          for (const { role, strength } of roles) {
            expect(ROLES).toContain(role);
            expect(strength).toBeGreaterThan(0);
            expect(strength).toBeLessThanOrEqual(1);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('the analysis', () => {
  it('holds no number that is none, and survives JSON', () => {
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        const engine = engineOf(context, network);
        const result = engine.result();
        expect(unsound(result)).toEqual([]);
        expect(unsound(engine.graph())).toEqual([]);
        for (const { id } of network) expect(unsound(engine.reading(id))).toEqual([]);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      RUNS,
    );
  });

  it('counts everybody once', () => {
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        const { balance, dependence, contacts, grid, structure, stressTest } = engineOf(
          context,
          network,
        ).result();
        const { layers, unknown, internal, external, unknownEmployer } = balance;
        expect(contacts).toBe(network.length);
        expect(layers.operational + layers.personal + layers.strategic + unknown).toBe(contacts);
        expect(internal + external + unknownEmployer).toBe(contacts);
        for (const { known, unknown: rest } of dependence) expect(known + rest).toBe(contacts);
        expect(grid.cells.reduce((sum, { count }) => sum + count, grid.unplaced)).toBe(contacts);
        expect(structure.persons).toBe(contacts);
        for (const { share, before, after, counts } of stressTest) {
          expect(after).toBeLessThanOrEqual(before);
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
          expect(counts.stay + counts.lose + counts.gain).toBeLessThanOrEqual(contacts);
        }
      }),
      RUNS,
    );
  });

  it('is the same in whatever order and by whatever way it came about', () => {
    const changes = fc.array(fc.oneof(digests, fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 20 });
    fc.assert(
      fc.property(contexts, contexts, changes, (context, earlier, list) => {
        const engine = createAnalysis(earlier);
        const kept = new Map<string, Digest>();
        list.forEach((change, at) => {
          if (typeof change === 'string') {
            expect(engine.remove(change)).toBe(kept.delete(change));
          } else {
            engine.put(change);
            kept.set(change.id, change);
          }
          // Half-way the goals change, and somebody looks.
          if (at === 5) engine.result();
          if (at === 8) engine.setContext(context);
        });
        engine.setContext(context);
        for (const _ of engine.steps());
        const network = [...kept.values()];
        expect(engine.size).toBe(network.length);
        const fresh = engineOf(context, network.reverse());
        expect(comparable(engine.result())).toEqual(comparable(fresh.result()));
        for (const { id } of network) expect(engine.reading(id)).toEqual(fresh.reading(id));
        expect(engine.graph().edges.length).toBe(fresh.graph().edges.length);
      }),
      RUNS,
    );
  });

  it('reads a digest that went through JSON alike', () => {
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        const copied = JSON.parse(JSON.stringify(network)) as Digest[];
        expect(engineOf(context, copied).result()).toEqual(engineOf(context, network).result());
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it('takes in changes made between its steps', () => {
    fc.assert(
      fc.property(contexts, networks, digests, (context, network, added) => {
        const engine = engineOf(context, network);
        let steps = 0;
        for (const { done, total } of engine.steps()) {
          expect(done).toBeLessThanOrEqual(total);
          if (++steps === 3) engine.put(added);
        }
        const whole = [...network.filter(({ id }) => id !== added.id), added];
        expect(comparable(engine.result())).toEqual(comparable(engineOf(context, whole).result()));
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it('of a user who has moved is that of a user who stands there', () => {
    fc.assert(
      fc.property(contexts, contexts, networks, (context, other, network) => {
        if (other.me === null) return;
        const engine = engineOf(context, network);
        const before = engine.result();
        const moved = engine.whatIf(other.me);
        expect(comparable(moved)).toEqual(
          comparable(engineOf({ ...context, me: other.me }, network).result()),
        );
        expect(engine.result()).toBe(before);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it('never suggests what was refused, and again what was put off when its day has come', () => {
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        const ids = engineOf(context, network)
          .result()
          .nextMoves.map(({ id }) => id);
        const movesOf = (until: string) => {
          const moves = Object.fromEntries(ids.map((id) => [id, until]));
          return engineOf({ ...context, moves }, network)
            .result()
            .nextMoves.map(({ id }) => id);
        };
        for (const until of ['never', '2026-11-25'])
          expect(movesOf(until).filter((id) => ids.includes(id))).toEqual([]);
        expect(movesOf('2026-11-24')).toEqual(ids);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });
});

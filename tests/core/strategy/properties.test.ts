import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { functionDistance, industryDistance, seniorityGap } from '../../../src/core/distance/index.ts';
import { type Analysis, type Digest, ROLES, SENIORITIES } from '../../../src/core/model/index.ts';
import {
  createAnalysis,
  type NetworkAnalysis,
  type StrategyContext,
} from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { contexts, digests, networks } from './arbitrary.ts';
import { fillers, meOf, personOf } from './scenario.ts';

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
      fc.property(contexts, networks, digests, (context, network, someone) => {
        // Nobody can be known to know somebody who is not saved, nor the other way.
        const { knows: _, introduced: __, ...alone } = someone;
        const added: Digest = { ...alone, id: 'unsaved' };
        const engine = engineOf(context, network);
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

describe('contact', () => {
  it('alone fills a role: when the only one in contact goes, a gap opens', () => {
    let seen = 0;
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        const whole = engineOf(context, network).result();
        for (const { goalId, roles } of whole.coverage)
          for (const { role, needed, inContact, contactIds, count } of roles) {
            if (!needed || inContact !== 1 || count > contactIds.length) continue;
            const gap = ({ id }: { id: string }) =>
              id === `role:${goalId}:${role}` || id === `contact:${goalId}:${role}`;
            expect(whole.blindSpots.some(gap)).toBe(false);
            // Whoever it is of the holders: without them all, the gap is there.
            const engine = engineOf(context, network);
            const opened = contactIds.filter((id) => {
              const gone = engineOf(
                context,
                network.filter((one) => one.id !== id),
              ).result();
              return gone.blindSpots.some(gap);
            });
            expect(opened.length).toBeGreaterThan(0);
            expect(engine.size).toBe(network.length);
            seen += 1;
          }
      }),
      { ...RUNS, numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(30);
  });

  it('is counted apart from mere acquaintance, and the two are all who could', () => {
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        for (const goal of engineOf(context, network).result().coverage) {
          expect(goal.filled).toBeLessThanOrEqual(goal.available);
          expect(goal.available).toBeLessThanOrEqual(goal.needed);
          for (const { count, inContact, available } of goal.roles) expect(inContact + available).toBe(count);
        }
      }),
      { ...RUNS, numRuns: 100 },
    );
  });
});

describe('knowing more', () => {
  /** What could be learnt of a contact and speaks for the goal: each field, as the target has it. */
  function learnt(context: StrategyContext, goal: number, digest: Digest): [string, Digest][] {
    const target = context.goals[goal]?.target;
    const today = '2026-11-20';
    const last = Math.floor(Date.parse(today) / 86_400_000);
    const more: [string, Digest][] = [];
    const without = <K extends keyof Digest>(field: K): Digest => {
      const copy = { ...digest };
      delete copy[field];
      return copy;
    };
    if (target === undefined) return more;
    if (target.isco?.length === 4) more.push(['isco', { ...without('isco'), isco: target.isco }]);
    if (target.nace2 !== undefined) more.push(['nace', { ...without('nace'), nace: target.nace2 }]);
    if (target.place?.country !== undefined)
      more.push(['place', { ...without('place'), place: target.place }]);
    const [company] = target.companies;
    if (company !== undefined) more.push(['employer', { ...without('employer'), employer: company }]);
    if (digest.tie !== undefined) more.push(['tie', { ...digest, tie: { ...digest.tie, last } }]);
    return more;
  }

  it('never makes anybody weaker than not knowing, when what is known speaks for them', () => {
    let compared = 0;
    fc.assert(
      fc.property(contexts, digests, (context, digest) => {
        const engine = createAnalysis(context);
        context.goals.forEach((_, goal) => {
          for (const [field, known] of learnt(context, goal, digest)) {
            const unknown: Digest = { ...known };
            if (field === 'tie') unknown.tie = { ...digest.tie, last: undefined } as never;
            else delete unknown[field as 'isco'];
            if (field === 'tie') delete (unknown.tie as { last?: number }).last;
            const [before, after] = [engine.read(unknown).fits[goal], engine.read(known).fits[goal]];
            if (before?.value == null || after?.value == null) continue;
            compared += 1;
            expect(after.value, `${field} ${JSON.stringify(known)}`).toBeGreaterThanOrEqual(before.value);
            for (const { role, strength } of before.roles) {
              // Whoever has arrived is past being on the way.
              if (role === 'peer') continue;
              const then = after.roles.find((one) => one.role === role)?.strength ?? 0;
              expect(then, `${field} ${role} ${JSON.stringify(known)}`).toBeGreaterThanOrEqual(strength);
            }
          }
        });
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(300);
  });

  it('a date of a career never takes a role away', () => {
    let compared = 0;
    fc.assert(
      fc.property(contexts, digests, fc.integer({ min: 1990, max: 2025 }), (context, digest, from) => {
        const steps = digest.steps ?? [];
        if (steps.length === 0) return;
        const bare = { ...digest, steps: steps.map(({ from: _, ...step }) => step) };
        const dated = { ...digest, steps: bare.steps.map((step) => ({ ...step, from })) };
        const engine = createAnalysis(context);
        const [before, after] = [engine.read(bare).fits, engine.read(dated).fits];
        before.forEach(({ roles, value }, goal) => {
          compared += roles.length;
          expect(after[goal]?.value ?? 0).toBeGreaterThanOrEqual(value ?? 0);
          for (const { role, strength } of roles)
            expect(after[goal]?.roles.find((one) => one.role === role)?.strength).toBe(strength);
        });
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(100);
  });
});

describe('the user’s own word on a role', () => {
  it('wins over what is computed, both ways, and is counted everywhere', () => {
    fc.assert(
      fc.property(contexts, digests, fc.constantFrom(...ROLES), fc.boolean(), (context, digest, role, is) => {
        const [goal] = context.goals;
        if (goal === undefined) return;
        const told = { ...digest, ownRoles: [{ goalId: goal.id, role, is }] };
        const engine = engineOf(context, [told]);
        const fit = engine.read(told).fits[0];
        expect(fit?.roles.some((one) => one.role === role)).toBe(is);
        expect(fit?.denied).toEqual(is ? [] : [role]);
        const covered = engine.result().coverage[0]?.roles.find((one) => one.role === role);
        expect(covered?.count ?? 0).toBe(is ? 1 : 0);
        // Without the word all is as computed.
        const { ownRoles: _, ...plain } = told;
        expect(engine.read(plain).fits[0]?.denied).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('the plan', () => {
  it('closes no more than there are gaps, with people who are known, within the hours', () => {
    let planned = 0;
    fc.assert(
      fc.property(contexts, networks, fc.integer({ min: 1, max: 6 }), (context, network, hoursPerMonth) => {
        const { plan, coverage } = engineOf({ ...context, hoursPerMonth }, network).result();
        expect(plan.conversations.length).toBeLessThanOrEqual(hoursPerMonth);
        expect(plan.closes).toBeLessThanOrEqual(plan.gaps);
        const closed = plan.conversations.flatMap(({ closes }) =>
          closes.map(({ goalId, role }) => `${goalId} ${role}`),
        );
        expect(new Set(closed).size).toBe(plan.closes);
        planned += closed.length;
        for (const { contactId, closes } of plan.conversations) {
          expect(closes.length).toBeGreaterThan(0);
          for (const { goalId, role } of closes) {
            const found = coverage
              .find((goal) => goal.goalId === goalId)
              ?.roles.find((one) => one.role === role);
            expect(found?.contactIds).toContain(contactId);
            expect(found?.inContact).toBe(0);
          }
        }
      }),
      RUNS,
    );
    expect(planned).toBeGreaterThan(100);
  });

  it('needs no more conversations than the best choice by trying all', () => {
    fc.assert(
      fc.property(contexts, networks, (context, network) => {
        const engine = engineOf({ ...context, hoursPerMonth: 8 }, network);
        const { plan, coverage } = engine.result();
        const introduced = (id: string) => engine.pathsTo(id)[0]?.through.length === 1;
        const gaps = coverage.flatMap(({ goalId, roles }) =>
          roles
            .filter(({ needed, inContact }) => needed && inContact === 0)
            .map(({ role, contactIds }) => ({ goalId, role, contactIds })),
        );
        const reached = network.filter((one) => isKnown(one) || introduced(one.id));
        const people = new Set(reached.map(({ id }) => id));
        let most = 0;
        let fewest = 0;
        const ids = [...people];
        for (let choice = 0; choice < 1 << ids.length; choice++) {
          const chosen = new Set(ids.filter((_, at) => choice & (1 << at)));
          const closed = gaps.filter(({ contactIds }) => contactIds.some((id) => chosen.has(id))).length;
          if (closed > most || (closed === most && chosen.size < fewest))
            [most, fewest] = [closed, chosen.size];
        }
        expect(plan.closes).toBe(most);
        expect(plan.conversations.length).toBe(fewest);
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

/** Is there any tie at all, or somebody in common? */
function isKnown({ tie, degree, mutual }: Digest): boolean {
  return tie !== undefined || degree === 1 || (mutual ?? 0) > 0;
}

describe('what every user expects', () => {
  const me = meOf(personOf('me', 'Kim; 2521 senior; 65; Versicherung; Hamburg DE'));

  it('of ten acquaintances in the industry that is left, little remains', () => {
    const goals = [makeGoal({ isco: '1330', nace2: '65', seniority: 'manager' }, { kind: 'takeLeadership' })];
    const engine = createAnalysis({ me, goals, now: new Date(NOW) });
    for (const one of fillers('10 of: 1330 manager; 65; Andere Versicherung; Hamburg DE; tie weak, last 0'))
      engine.put(one);
    const industry = engine
      .result()
      .stressTest.find(({ change }) => Object.keys(change).join() === 'industry');
    expect(industry?.counts.lose).toBe(10);
    expect(industry?.share).toBe(0);
  });

  it('of one exact match among four hundred, the first move names them', () => {
    const goals = [makeGoal({ isco: '2521', nace2: '86' })];
    const engine = createAnalysis({ me, goals, now: new Date(NOW) });
    for (const one of fillers(
      '399 of: 5223|4110|7126 professional|senior; 47|43|56; -; Hamburg|Bremen DE; known',
    ))
      engine.put(one);
    engine.put(personOf('match', 'Imogen Hale; 2521 director; 86; Klinikum Nord; Hamburg DE; known'));
    const [first] = engine.result().nextMoves;
    expect(first).toMatchObject({ kind: 'reactivate', contactId: 'match' });
    expect(first?.occasion).toBeDefined();
    expect(first?.question).toBeDefined();
  });

  it('sixty colleagues of one firm and five friends: whoever leaves the firm keeps the five', () => {
    const engine = createAnalysis({ me, goals: [makeGoal({ nace2: '86' })], now: new Date(NOW) });
    for (const one of fillers(
      '60 of: 2521|2522|4110|3313 senior; 65; Versicherung; Hamburg DE; tie weak, last 1',
    ))
      engine.put(one);
    for (const one of fillers('5 of: 2221|2341|7126 senior; 86|85|43; -; Hamburg DE; label personal', 1))
      engine.put(one);
    const result = engine.result();
    const left = result.stressTest.find(({ change }) => Object.keys(change).join() === 'company');
    expect(left?.counts).toMatchObject({ stay: 5, lose: 60 });
    expect(result.balance.layers).toMatchObject({ operational: 60, personal: 5 });
    expect(result.balance.facts.map(({ key }) => key)).toContain('factBalance_operational');
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
        expect(Object.values(layers).reduce((sum, count) => sum + count, unknown)).toBe(contacts);
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

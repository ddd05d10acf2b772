import { describe, expect, it } from 'vitest';
import type { AffiliationGraph, Digest, Goal } from '../../../src/core/model/index.ts';
import { freshnessOf } from '../../../src/core/strategy/acquaintances.ts';
import { rowsFrom } from '../../../src/core/strategy/coverage.ts';
import {
  createAnalysis,
  type NetworkAnalysis,
  type StrategyContext,
} from '../../../src/core/strategy/index.ts';
import { cohortOf, staysOf } from '../../../src/core/strategy/structure.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

const TODAY = Math.floor(Date.parse(NOW) / 86_400_000);
const kim = meOf(personOf('me', 'Kim; 2411 professional; 41; Nordbau; Hamburg DE'));
const clinic = makeGoal({ isco: '2411', nace2: '86' });
const context: StrategyContext = { me: kim, goals: [clinic], now: new Date(NOW) };
const person = (id: string, line: string, more: Partial<Digest> = {}): Digest => ({
  ...personOf(id, `${id}; ${line}`),
  ...more,
});
function engineOf(people: readonly Digest[], more: Partial<StrategyContext> = {}): NetworkAnalysis {
  const engine = createAnalysis({ ...context, ...more });
  for (const digest of people) engine.put(digest);
  return engine;
}
const inOrder = ({ nodes, edges, ...rest }: AffiliationGraph) => ({
  ...rest,
  nodes: nodes.map((one) => JSON.stringify(one)).sort(),
  edges: edges.map((one) => JSON.stringify(one)).sort(),
});
/** What an engine says, without how often it was changed. */
const says = (engine: NetworkAnalysis, ids: readonly string[]) => {
  const { revision: _, ...analysis } = engine.result();
  return {
    analysis,
    graph: inOrder(engine.graph()),
    readings: ids.map((id) => engine.reading(id)),
    paths: ids.map((id) => engine.pathsTo(id)),
  };
};

describe('an analysis that is kept up to date', () => {
  const years = (company: string, from: number, to: number | null) => ({ company, from, to });
  const people = [
    person('a', '2411 professional; 86; Klinik; Ulm DE', {
      steps: [years('Klinik', 2015, null), years('Haus', 2010, 2015)],
      knows: ['b', 'c'],
      tie: {},
    }),
    person('b', '2411 professional; 86; Klinik; Ulm DE', {
      steps: [years('Klinik', 2016, null)],
      knows: ['c'],
    }),
    person('c', '2221 senior; 86; Klinik; Wien AT', {
      steps: [years('Klinik', 2010, 2017), years('Haus', 2012, 2013)],
      ownHub: true,
      tie: { strength: 'strong' },
    }),
    person('d', '2411 senior; 41; Nordbau; Hamburg DE', {
      schools: [{ name: 'Haus', from: 2011, to: 2014 }],
      introduced: ['a'],
    }),
    person('e', '5223 junior; 47; Laden; Bremen DE', { steps: [], tie: { last: TODAY - 500 } }),
  ];
  const ids = people.map(({ id }) => id);
  const [a, b, c] = people as [Digest, Digest, Digest];

  it.each<[string, (engine: NetworkAnalysis) => void, Digest[]]>([
    [
      'somebody changes their work',
      (engine) =>
        engine.put({ ...a, isco: '2512', nace: '62', employer: 'Soft', steps: [years('Soft', 2020, null)] }),
      [
        { ...a, isco: '2512', nace: '62', employer: 'Soft', steps: [years('Soft', 2020, null)] },
        ...people.slice(1),
      ],
    ],
    [
      'somebody knows somebody else',
      (engine) => engine.put({ ...b, knows: ['d'], knowsBy: ['commonContact|20760||web'] }),
      [a, { ...b, knows: ['d'], knowsBy: ['commonContact|20760||web'] }, ...people.slice(2)],
    ],
    [
      'of the same acquaintances another page says so',
      (engine) => engine.put({ ...b, knowsBy: ['colleague|20760||web'] }),
      [a, { ...b, knowsBy: ['colleague|20760||web'] }, ...people.slice(2)],
    ],
    [
      'somebody introduced somebody',
      (engine) => engine.put({ ...c, introduced: ['e'] }),
      [a, b, { ...c, introduced: ['e'] }, ...people.slice(3)],
    ],
    ['somebody goes', (engine) => engine.remove('b'), [a, ...people.slice(2)]],
    ['somebody goes and comes back', (engine) => [engine.remove('b'), engine.put(b)], people],
    ['the last goes', (engine) => engine.remove('e'), people.slice(0, 4)],
    ['nobody goes', (engine) => engine.remove('nobody'), people],
  ])('is as one made anew: %s', (_, change, expected) => {
    const engine = engineOf(people);
    says(engine, ids);
    change(engine);
    const now = says(engine, ids);
    expect(now).toEqual(says(engineOf(expected), ids));
    expect(engine.size).toBe(expected.length);
  });

  it.each<[string, Partial<StrategyContext>]>([
    ['another day', { now: new Date('2026-11-25T10:00:00.000Z') }],
    ['the next year, in which current stays go on', { now: new Date('2027-02-01T10:00:00.000Z') }],
    ['ten years later, when acquaintances have grown old', { now: new Date('2036-11-24T10:00:00.000Z') }],
    ['other goals', { goals: [makeGoal({ isco: '2221', nace2: '86' }, { id: 'g2' }), clinic] }],
    ['no goal', { goals: [] }],
    ['another user', { me: meOf(personOf('me', 'Kim; 2221 senior; 86; Klinik; Wien AT')) }],
    ['no user', { me: null }],
  ])('is as one made anew in %s', (_, more) => {
    const engine = engineOf(people);
    says(engine, ids);
    engine.setContext({ ...context, ...more });
    expect(says(engine, ids)).toEqual(says(engineOf(people, more), ids));
  });

  it('counts each change, answers the same object while nothing changes, and takes steps to it', () => {
    const engine = engineOf(people);
    const first = engine.result();
    expect([first.revision, engine.result()]).toEqual([5, first]);
    expect(engine.result()).toBe(first);
    expect([engine.remove('nobody'), engine.result() === first]).toEqual([false, true]);
    engine.put(a);
    expect(engine.result()).not.toBe(first);
    expect([engine.result().revision, engine.remove('a'), engine.result().revision]).toEqual([6, true, 7]);
    engine.setContext(context);
    expect(engine.result().revision).toBe(8);
    const stepping = engineOf(people);
    const told = [...stepping.steps()];
    expect(told.length).toBeGreaterThan(10);
    for (const [at, { done, total }] of told.entries()) {
      expect(done).toBeLessThanOrEqual(total);
      expect(done).toBeGreaterThanOrEqual(told[at - 1]?.done ?? 0);
      expect(total).toBe(told[0]?.total);
    }
    expect([...stepping.steps()]).toEqual([]);
  });

  it('reads somebody who is not saved, and says what they would add', () => {
    const engine = engineOf(people);
    const stranger = person('new', '2411 professional; 62; Soft; Ulm DE');
    const { novelty, marginal } = engine.read(stranger);
    expect(engine.marginalOf(stranger)).toEqual(marginal);
    expect(engine.reading('new')).toBeNull();
    expect(novelty).toBeGreaterThan(0);
    // The more others stand in the same field, the less new.
    const crowd = [1, 2, 3].map((i) => person(`x${i}`, '2411 professional; 62; Soft; Ulm DE'));
    expect(engineOf([...people, ...crowd]).read(stranger).novelty).toBeCloseTo((novelty ?? 0) / 2, 1);
    expect(engine.whatIf(meOf(personOf('me', 'Kim; 2221 senior; 86; Klinik; Wien AT'))).coverage).toEqual(
      engineOf(people, { me: meOf(personOf('me', 'Kim; 2221 senior; 86; Klinik; Wien AT')) }).result()
        .coverage,
    );
    const unknown = engineOf(people, { me: null });
    expect(unknown.test({ company: true })).toMatchObject({ share: null, facts: [{ key: 'factMeMissing' }] });
  });
});

describe('what would make the answers better', () => {
  const keysOf = (people: Digest[], more: Partial<StrategyContext> = {}) =>
    engineOf(people, more)
      .result()
      .missing.map(({ key, values }) => (values?.count === undefined ? key : `${key} ${values.count}`));
  const known = person('a', '2411; 41; H; Ulm DE');
  const away = makeGoal({ nace2: '86', place: { text: 'Wien', city: 'Wien', country: 'AT' } });
  it.each<[string, Digest[], Partial<StrategyContext>, string[]]>([
    ['nothing', [known], {}, []],
    ['the user', [known], { me: null }, ['factMeMissing']],
    [
      'the user’s work',
      [known],
      { me: meOf(personOf('me', 'Kim; -; 41; N; Hamburg DE')) },
      ['factMyFunctionUnknown'],
    ],
    [
      'the user’s field',
      [known],
      { me: meOf(personOf('me', 'Kim; 2411; -; N; Hamburg DE')) },
      ['factMyIndustryUnknown'],
    ],
    [
      'the user’s place, for a goal that names one',
      [known],
      { me: meOf(personOf('me', 'Kim; 2411; 41; N')), goals: [away] },
      ['factMyPlaceUnknown'],
    ],
    ['no place, for a goal that names none', [known], { me: meOf(personOf('me', 'Kim; 2411; 41; N')) }, []],
    ['a goal', [known], { goals: [] }, ['factGoalMissing']],
    [
      'what a goal aims at',
      [known],
      { goals: [clinic, makeGoal({}, { id: 'g2' })] },
      ['factGoalWithoutTarget'],
    ],
    ['people', [], {}, ['factNobodySaved']],
    [
      'what people do',
      [known, person('b', '-; 41; H; Ulm DE'), person('c', '-; -; H; Ulm DE')],
      {},
      ['factFunctionsUnknown 2', 'factIndustriesUnknown 1'],
    ],
  ])('is %s', (_, people, more, expected) => {
    expect(keysOf(people, more)).toEqual(expected);
  });
});

describe('figures of the whole network', () => {
  it('conversations are those of the month', () => {
    const talked = (id: string, day: string) =>
      person(id, '2411; 41; H; Ulm DE', { tie: { last: Math.floor(Date.parse(day) / 86_400_000) } });
    const people = [
      talked('a', '2026-11-01'),
      talked('b', '2026-10-31'),
      talked('c', '2026-11-24'),
      person('d', '2411; 41; H; Ulm DE'),
    ];
    expect(engineOf(people).result().conversations).toBe(2);
  });

  it('key persons are listed by what speaks for them, equal ones by their ids', () => {
    const people = [
      person('b', '2411; 41; H; Ulm DE', { ownHub: true }),
      person('a', '2411; 41; H; Ulm DE', { ownHub: true }),
      person('c', '2411; 41; H; Ulm DE; bridge board, connections 500'),
      person('d', '2411; 41; H; Ulm DE'),
    ];
    expect(engineOf(people).result().hubs).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [[5, 3, 3, 0], 2, [0, 1, 2]],
    [[5, 3, 3, 0], 1, [0]],
    [[5, 3, 3, 0], 9, [0, 1, 2]],
    [[0, -1, 127, 1], 1, [2]],
    [[0, -1, 127, 1], 2, [2, 3]],
    [[], 3, []],
  ])('the rows of the best of %j: %i', (values, most, rows) => {
    expect(rowsFrom(Int8Array.from(values), values.length, most)).toEqual(rows);
  });

  it.each([
    [undefined, 1],
    [0, 1],
    [3, 1],
    [6.5, 0.75],
    [10, 0.5],
    [30, 0.5],
  ])('of an acquaintance seen %s years ago so much is left: %f', (years, left) => {
    const day = years === undefined ? undefined : TODAY - Math.round(years * 365.25);
    expect(freshnessOf(day, TODAY)).toBeCloseTo(left, 2);
    expect(freshnessOf(TODAY + 100, TODAY)).toBe(1);
  });
});

describe('the structure of who could know whom', () => {
  it.each([
    [1, 15],
    [3_000, 15],
    [3_001, 5],
    [20_000, 5],
    [20_001, 3],
    [1e9, 3],
  ])('in a network of %i links with the next %i', (contacts, cohort) => {
    expect(cohortOf(contacts)).toBe(cohort);
  });

  it.each<[string, Partial<Digest>, object[]]>([
    [
      'from and to',
      { steps: [{ company: 'A', from: 2010, to: 2012 }] },
      [{ name: 'A', from: 2010, to: 2012 }],
    ],
    ['today', { steps: [{ company: 'A', from: 2010, to: null }] }, [{ name: 'A', from: 2010, to: 2026 }]],
    [
      'today, nobody knows since when',
      { steps: [{ company: 'A', to: null }] },
      [{ name: 'A', from: 2026, to: 2026 }],
    ],
    ['from one year', { steps: [{ company: 'A', from: 2010 }] }, [{ name: 'A', from: 2010, to: 2010 }]],
    ['to one year', { steps: [{ company: 'A', to: 2012 }] }, [{ name: 'A', from: 2012, to: 2012 }]],
    ['at no time that is known', { steps: [{ company: 'A' }] }, [{ name: 'A', from: null, to: 0 }]],
    ['backwards', { steps: [{ company: 'A', from: 2012, to: 2010 }] }, [{ name: 'A', from: null, to: 0 }]],
    [
      'in one year',
      { steps: [{ company: 'A', from: 2012, to: 2012 }] },
      [{ name: 'A', from: 2012, to: 2012 }],
    ],
    ['nowhere', { steps: [{ from: 2012 }, { company: '' }] }, []],
    [
      'at a school',
      {
        schools: [{ name: 'TU', from: 2001, to: 2005 }],
        employer: 'B',
        steps: [{ company: 'A', from: 2010, to: 2012 }],
      },
      [
        { name: 'A', from: 2010, to: 2012 },
        { name: 'TU', from: 2001, to: 2005 },
      ],
    ],
    [
      'at the employer, where no position is known',
      { employer: 'B', steps: [] },
      [{ name: 'B', from: 2026, to: 2026 }],
    ],
    ['at the employer alone', { employer: 'B' }, [{ name: 'B', from: 2026, to: 2026 }]],
  ])('a stay %s', (_, more, stays) => {
    expect(staysOf({ id: 'a', name: 'A', seen: 0, ...more }, 2026)).toEqual(stays);
  });

  const at = (
    id: string,
    company: string,
    from = 2015,
    to: number | null = null,
    more: Partial<Digest> = {},
  ): Digest => ({
    id,
    name: `Name ${id}`,
    seen: 0,
    employer: company,
    steps: [{ company, from, to }],
    ...more,
  });

  it('counts persons, organisations, ties and those apart', () => {
    const { structure } = engineOf([
      at('a', 'Haus'),
      at('b', 'Haus'),
      at('c', 'Haus'),
      at('d', 'Allein'),
      at('e', 'Haus', 2000, 2003),
    ]).result();
    expect(structure).toMatchObject({
      persons: 5,
      organisations: 2,
      edges: 3,
      components: 3,
      isolated: 2,
      bridges: [],
    });
    // Three who all know each other: one of them would do.
    expect([structure.effectiveSize, structure.efficiency]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(structure.groups).toEqual([
      { id: 'group:a', label: 'Haus', contactIds: ['a', 'b', 'c'], count: 3 },
    ]);
    expect(structure.facts.map(({ key }) => key)).toEqual(['factStructureEstimated', 'factEffectiveSize']);
    const none = engineOf([at('a', 'A'), at('b', 'B')]).result().structure;
    expect(none.facts.map(({ key }) => key)).toContain('factStructureNoTies');
    expect(
      engineOf([at('a', 'A')])
        .result()
        .structure.facts.map(({ key }) => key),
    ).not.toContain('factStructureNoTies');
    expect(engineOf([at('a', 'A'), at('b', 'A')]).result().structure.groups).toEqual([]);
  });

  it('names who alone holds parts together, whoever is cut off with two or more', () => {
    const two = (id: string) =>
      at(id, 'Links', 2015, null, {
        steps: [
          { company: 'Links', from: 2015, to: null },
          { company: 'Rechts', from: 2015, to: null },
        ],
      });
    const people = [at('l1', 'Links'), at('l2', 'Links'), two('m'), at('r1', 'Rechts'), at('r2', 'Rechts')];
    const { bridges, groups } = engineOf(people).result().structure;
    expect(bridges).toEqual([{ contactId: 'm', facts: [{ key: 'factBridge', values: { count: 2 } }] }]);
    expect(groups.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3);
    const { bridges: one } = engineOf([at('l1', 'Links'), two('m'), at('r1', 'Rechts')]).result().structure;
    expect(one).toEqual([]);
  });

  it('is drawn: the user, people with their groups, shared organisations, and who knows whom', () => {
    const people = [
      at('a', 'Haus', 2015, null, {
        tie: { strength: 'strong' },
        knows: ['c'],
        knowsBy: ['commonContact|20760||web'],
      }),
      at('b', 'Haus', 2015, null, { degree: 1 }),
      at('c', 'HAUS', 2015, null, { introduced: ['b'] }),
      at('d', 'Allein'),
    ];
    const { nodes, edges, leftOut, estimated } = engineOf(people).graph();
    expect([leftOut, estimated]).toEqual([0, true]);
    expect(nodes).toEqual([
      { id: 'me', kind: 'me', label: 'Kim', group: null },
      ...['a', 'b', 'c'].map((id) => ({ id, kind: 'person', label: `Name ${id}`, group: 'group:a' })),
      { id: 'd', kind: 'person', label: 'Name d', group: null },
      { id: 'org:haus', kind: 'organisation', label: 'Haus', group: null },
    ]);
    const plain = edges.map(({ from, to, kind, weight }) => [from, to, kind, Number(weight.toFixed(2))]);
    expect(plain).toEqual([
      ['me', 'a', 'knows', 1],
      ['a', 'c', 'knows', expect.any(Number)],
      ['me', 'b', 'knows', 0.35],
      ['c', 'b', 'introduction', expect.any(Number)],
      ['a', 'org:haus', 'affiliation', 1],
      ['b', 'org:haus', 'affiliation', 1],
      ['c', 'org:haus', 'affiliation', 1],
    ]);
    expect(edges.filter(({ fact }) => fact !== undefined).map(({ fact }) => fact?.key)).toEqual([
      'factKnows_commonContact',
      'factKnows_introduced',
    ]);
    const apart = engineOf([at('a', 'Haus', 2000, 2001), at('b', 'Haus', 2010, 2011)]).graph();
    expect(apart.edges.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    expect(engineOf([], { me: null }).graph().nodes).toEqual([
      { id: 'me', kind: 'me', label: '', group: null },
    ]);
  });
});

describe('what nobody covers', () => {
  const spots = (goal: Goal, people: Digest[]) =>
    engineOf(people, { goals: [goal] })
      .result()
      .blindSpots.map(({ id, severity }) => [id, severity]);
  it.each<[string, object, object, Digest[], [string, number][]]>([
    [
      'every role, those that the goal lives on first',
      { isco: '2512', nace2: '86' },
      { weight: 3 },
      [],
      [
        ['role:g1:doorOpener', 1],
        ['role:g1:insider', 1],
        ['role:g1:pathfinder', 1],
        ['field:g1:2512:86', 0.8],
        ['role:g1:expert', 0.25],
        ['role:g1:mentor', 0.25],
        ['role:g1:peer', 0.25],
      ],
    ],
    [
      'less of a light goal',
      { nace2: '86' },
      { weight: 1 },
      [],
      [
        ['role:g1:doorOpener', 0.33],
        ['role:g1:insider', 0.33],
        ['role:g1:pathfinder', 0.33],
        ['role:g1:expert', 0.08],
        ['role:g1:mentor', 0.08],
        ['role:g1:peer', 0.08],
      ],
    ],
  ])('is %s', (_, target, more, people, expected) => {
    expect(spots(makeGoal(target, more), people)).toEqual(expected);
  });

  const open = (target: object, ...people: Digest[]) =>
    spots(makeGoal(target, { weight: 3 }), people)
      .map(([id]) => String(id))
      .filter((id) => !id.startsWith('role:') && !id.startsWith('contact:'));
  const WIEN = { text: 'Wien', city: 'Wien', country: 'AT' };
  it.each<[string, object, Digest[], string[]]>([
    [
      'the field, by nobody',
      { isco: '2411', nace2: '86' },
      [
        person('a', '2411; 87; H; Ulm DE'),
        person('b', '2221; 86; H; Ulm DE'),
        person('c', '-; 86; H; Ulm DE'),
      ],
      ['field:g1:2411:86'],
    ],
    [
      'the field, by somebody near it',
      { isco: '2411', nace2: '86' },
      [person('a', '2412; 86; H; Ulm DE')],
      [],
    ],
    ['no field, where one part alone is asked', { nace2: '86' }, [], []],
    [
      'a company',
      { companies: ['Elbklinik', 'Weser AG'] },
      [person('a', '2411; 86; Weser; Ulm DE')],
      ['company:g1:elbklinik'],
    ],
    [
      'a company at which somebody has a second post',
      { companies: ['Elbklinik'] },
      [
        person('a', '2411; 86; H; Ulm DE; affiliations 2', {
          steps: [
            { to: null, company: 'H' },
            { to: null, company: 'ELBKLINIK' },
          ],
        }),
      ],
      [],
    ],
    [
      'a company at which somebody was',
      { companies: ['Elbklinik'] },
      [
        person('a', '2411; 86; H; Ulm DE; affiliations 2', {
          steps: [
            { to: null, company: 'H' },
            { to: 2010, company: 'ELBKLINIK' },
          ],
        }),
      ],
      ['company:g1:elbklinik'],
    ],
    [
      'a company from which somebody has retired',
      { companies: ['Elbklinik'] },
      [person('a', '2411; 86; Elbklinik; Ulm DE', { retired: true })],
      ['company:g1:elbklinik'],
    ],
    ['a place', { place: WIEN }, [person('a', '2411; 86; H; Graz AT')], ['place:g1:Wien']],
    ['a place at which somebody is', { place: WIEN }, [person('a', '2411; 86; H; Wien AT')], []],
    [
      'a skill',
      { skills: ['Rust', 'SQL'] },
      [person('a', '2411; 86; H; Ulm DE; skills rust')],
      ['skill:g1:sql'],
    ],
    [
      'a level',
      { nace2: '86', seniority: 'director' },
      [person('a', '2411 senior; 86; H; Ulm DE')],
      ['seniority:g1:director'],
    ],
    [
      'a level at which somebody stands',
      { nace2: '86', seniority: 'director' },
      [person('a', '2411 director; 86; H; Ulm DE')],
      [],
    ],
  ])('is a part of a target: %s', (_, target, people, expected) => {
    expect(open(target, ...people)).toEqual(expected);
  });

  it('is a role whose people are merely known, where the goal lives on it', () => {
    const kinds = (people: Digest[]) =>
      engineOf(people)
        .result()
        .blindSpots.filter(({ role }) => role === 'insider' || role === 'expert')
        .map(({ kind, role, facts }) => [kind, role, facts[0]]);
    const known = person('a', '2411 professional; 86; K; Ulm DE; known');
    expect(kinds([known, { ...known, id: 'b' }])).toContainEqual([
      'contact',
      'insider',
      { key: 'factUnfilled_insider', values: { count: 2, goal: 'g1' } },
    ]);
    expect(kinds([{ ...known, tie: { last: TODAY } }]).filter(([, role]) => role === 'insider')).toEqual([]);
    const { contactIds } =
      engineOf([known, person('b', '2411 professional; 41; K; Ulm DE')]).result().blindSpots[0] ?? {};
    expect(contactIds).toEqual(['a']);
  });
});

describe('how a goal is covered', () => {
  it('by how much each leaves open of each role it lives on', () => {
    const insider = (id: string, more: Partial<Digest>) =>
      person(id, `2411 professional; 86; K ${id}; Ulm DE`, more);
    const covered = (...people: Digest[]) => {
      const [found] = engineOf(people).result().coverage;
      const role = found?.roles.find((one) => one.role === 'insider');
      return {
        covered: found?.covered,
        filled: found?.filled,
        available: found?.available,
        needed: found?.needed,
        strength: role?.strength,
        counts: [role?.count, role?.inContact, role?.available],
        ids: role?.contactIds,
        facts: found?.facts,
      };
    };
    expect(covered(insider('a', { tie: { last: TODAY } }))).toEqual({
      covered: 0.2,
      filled: 1,
      available: 1,
      needed: 3,
      strength: 0.6,
      counts: [1, 1, 0],
      ids: ['a'],
      facts: [{ key: 'factRolesFilled', values: { count: 1, of: 3 } }],
    });
    // Merely known 0.3, asleep 0.36: 1 - 0.7 * 0.64.
    expect(covered(insider('a', { tie: {} }), insider('b', { tie: { last: TODAY - 500 } }))).toMatchObject({
      covered: 0.18,
      filled: 0,
      available: 1,
      strength: 0.55,
      counts: [2, 0, 2],
      ids: ['b', 'a'],
      facts: [
        { key: 'factRolesFilled', values: { count: 0, of: 3 } },
        { key: 'factRolesAvailable', values: { count: 1 } },
      ],
    });
    expect(covered()).toMatchObject({ covered: 0, filled: 0, available: 0, strength: 0, counts: [0, 0, 0] });
    expect(
      engineOf([], { me: null, goals: [makeGoal({ skills: ['x'] }, { kind: 'projectAbroad' })] }).result()
        .coverage[0],
    ).toMatchObject({
      covered: null,
      facts: [{ key: 'factGoalNotTellable' }],
    });
  });

  it('shows roles that the user alone gives where they were given, or leading asks for them', () => {
    const rolesOf = (goal: Goal, people: Digest[] = []) =>
      engineOf(people, { goals: [goal] })
        .result()
        .coverage[0]?.roles.map(({ role }) => role as string);
    expect(rolesOf(clinic)).not.toContain('sponsor');
    expect(rolesOf(makeGoal({ nace2: '86' }, { kind: 'takeLeadership' }))).toContain('sponsor');
    expect(
      rolesOf(clinic, [
        person('a', '2411; 86; K; Ulm DE', { ownRoles: [{ goalId: 'g1', role: 'sponsor', is: true }] }),
      ]),
    ).toContain('sponsor');
  });
});

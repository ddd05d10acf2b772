import { describe, expect, it } from 'vitest';
import type { Digest, Goal, NextMove } from '../../../src/core/model/index.ts';
import { createAnalysis, type StrategyContext } from '../../../src/core/strategy/index.ts';
import { CROWDED_FROM, MOVES, PLAN } from '../../../src/core/strategy/weights.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

const TODAY = Math.floor(Date.parse(NOW) / 86_400_000);
const kim = meOf(personOf('me', 'Kim; 2411 professional; 41; Nordbau; Hamburg DE'));
const clinic = makeGoal({ isco: '2411', nace2: '86' });

function told(
  people: readonly Digest[],
  goals: readonly Goal[] = [clinic],
  more: Partial<StrategyContext> = {},
) {
  const engine = createAnalysis({ me: kim, goals, now: new Date(NOW), ...more });
  for (const digest of people) engine.put(digest);
  return engine.result();
}
const person = (id: string, line: string, more: Partial<Digest> = {}): Digest => ({
  ...personOf(id, `${id}; ${line}`),
  ...more,
});
/** An insider of the target: full in the role, at an employer of their own. */
const insider = (id: string, more: Partial<Digest> = {}): Digest =>
  person(id, `2411 professional; 86; K ${id}; Ulm DE`, more);
const idsOf = (moves: readonly NextMove[], kind?: NextMove['kind']) =>
  moves.filter((move) => kind === undefined || move.kind === kind).map(({ id }) => id);
const last = (days: number): Partial<Digest> => ({ tie: { last: TODAY - days } });

describe('whom to write to', () => {
  it.each<[string, Partial<Digest>, string | null]>([
    ['somebody without a noted talk', { tie: {} }, 'factMoveWrite'],
    ['somebody with whom one has not spoken for 45 days', last(45), 'factMoveWrite'],
    ['somebody with whom one has spoken lately', last(44), 'factMoveTalk'],
    ['somebody whom one meets every day', { tie: { label: 'dayToDay' } }, null],
    ['somebody connected', { degree: 1 }, 'factMoveWrite'],
    ['a stranger', {}, 'factMoveMeet'],
  ])('is %s', (_, more, key) => {
    const moves = told([insider('a', more)]).nextMoves.filter(({ kind }) => kind === 'reactivate');
    expect(moves.map(({ facts }) => facts[0]?.key)).toEqual(key === null ? [] : [key]);
  });

  it('is nobody with whom one has spoken lately while there are others, and no colleague', () => {
    const moves = told([insider('a', last(10)), insider('b', last(100))]).nextMoves;
    expect(idsOf(moves, 'reactivate')).toEqual(['reactivate:g1:b']);
    const home = makeGoal(
      { isco: '2411', nace2: '41', companies: ['Nordbau'], seniority: 'lead' },
      { kind: 'takeLeadership' },
    );
    const chief = person('c', '2411 lead; 41; Nordbau; Ulm DE', last(3));
    expect(idsOf(told([chief], [home]).nextMoves, 'reactivate')).toEqual([]);
    expect(idsOf(told([{ ...chief, tie: { last: TODAY - 60 } }], [home]).nextMoves, 'reactivate')).toEqual([
      'reactivate:g1:c',
    ]);
  });

  it('gains what the talk adds to the coverage, and a tenth of the fit at least', () => {
    // Asleep, an insider leaves open 1 - 0.6 * 0.6; awake 0.4: 0.24 of the role, of three roles, at a chance of 0.7.
    const [move] = told([insider('a', last(400))]).nextMoves.filter(({ kind }) => kind === 'reactivate');
    expect([move?.role, move?.effort]).toEqual(['insider', 1]);
    const fit = 0.8;
    expect(move?.gain).toBeCloseTo(Math.max((0.24 * 0.7) / 3, fit * 0.1), 2);
    expect(move?.facts.at(-1)).toEqual({ key: 'factLastContact', values: { count: 13 } });
    // Already awake nothing is added: a talk is worth a tenth of the fit.
    const engine = createAnalysis({ me: kim, goals: [clinic], now: new Date(NOW) });
    engine.put(insider('a', last(60)));
    const value = engine.reading('a')?.fits[0]?.value ?? 0;
    const [talk] = engine.result().nextMoves.filter(({ kind }) => kind === 'reactivate');
    expect(talk?.gain).toBeCloseTo(value / 1000, 6);
  });

  it('names the best three of each goal, the best fit first, equals by their ids', () => {
    const people = ['d', 'b', 'a', 'c'].map((id) => insider(id, last(100)));
    const best = insider('z', { tie: { last: TODAY - 100, strength: 'moderate' } });
    expect(idsOf(told([...people, best]).nextMoves, 'reactivate')).toEqual([
      'reactivate:g1:z',
      'reactivate:g1:a',
      'reactivate:g1:b',
    ]);
  });
});

describe('moves that the user put off', () => {
  it.each([
    ['never', false],
    ['2026-11-25', false],
    ['2026-11-24', true],
    ['2026-11-23', true],
  ])('until %s: told %s', (until, isTold) => {
    const moves = told([insider('a', last(100))], [clinic], {
      moves: { 'reactivate:g1:a': until },
    }).nextMoves;
    expect(idsOf(moves).includes('reactivate:g1:a')).toBe(isTold);
  });
});

describe('what the user alone can add', () => {
  const completions = (context: Partial<StrategyContext>, people: Digest[] = []) =>
    told(people, context.goals ?? [], context)
      .nextMoves.filter(({ kind }) => kind === 'complete')
      .map(({ id, gain, facts }) => [id, gain, facts[0]?.key]);
  const bare = meOf(personOf('me', 'Kim; - professional; -; Nordbau; Hamburg DE'));
  it.each<[string, Partial<StrategyContext>, ReturnType<typeof completions>]>([
    [
      'who they are, and a goal',
      { me: null },
      [
        ['complete:goal', 1, 'factMoveCompleteGoal'],
        ['complete:me', 1, 'factMoveCompleteMe'],
      ],
    ],
    [
      'their work and field',
      { me: bare, goals: [clinic] },
      [
        ['complete:me:function', 0.9, 'factMoveCompleteFunction'],
        ['complete:me:industry', 0.9, 'factMoveCompleteIndustry'],
      ],
    ],
    ['what a goal aims at', { goals: [makeGoal({})] }, [['complete:goal:g1', 0.9, 'factGoalWithoutTarget']]],
    ['nothing', { goals: [clinic] }, []],
  ])('%s', (_, context, expected) => {
    expect(completions(context)).toEqual(expected);
  });

  it.each([
    [3, 7, 0.03],
    [2, 8, null],
    [10, 0, 0.1],
  ])('what contacts do, where %i of %i more are not placed', (without, others, gain) => {
    const people = [
      ...Array.from({ length: without }, (_, i) =>
        person(`a${i}`, i % 2 === 0 ? '2411; -; H; Ulm DE' : '-; 86; H; Ulm DE'),
      ),
      ...Array.from({ length: others }, (_, i) => person(`b${i}`, '2411; 41; H; Ulm DE')),
    ];
    const found = completions({ goals: [clinic] }, people);
    expect(found.map(([id]) => id)).toEqual(gain === null ? [] : ['complete:contacts']);
    if (gain !== null) expect(found[0]?.[1]).toBeCloseTo(gain, 9);
  });

  it('comes first while nothing can be told without it, and else behind those who are known', () => {
    const people = Array.from({ length: 6 }, (_, i) => person(`x${i}`, '-; -; H; Ulm DE'));
    const moves = told([...people, insider('a', last(100))], [clinic, makeGoal({}, { id: 'g2' })]).nextMoves;
    const order = idsOf(moves);
    expect(order[0]).toBe('complete:goal:g2');
    expect(order.indexOf('complete:contacts')).toBeGreaterThan(order.indexOf('reactivate:g1:a'));
  });
});

describe('somebody new', () => {
  it('is looked for where a role is open, the most open first, and no more where it is well covered', () => {
    const searches = (people: Digest[]) =>
      told(people)
        .nextMoves.filter(({ kind }) => kind === 'search')
        .map(({ role, gain }) => [role, Number(gain.toFixed(3))]);
    // An expected holder covers 0.6 * 0.5 of what is open, of three roles, at a chance of 0.3.
    expect(searches([])).toEqual([
      ['doorOpener', 0.03],
      ['insider', 0.03],
      ['pathfinder', 0.03],
    ]);
    // In touch with one, the insiders leave open 0.4; with two 0.16.
    expect(searches([insider('a', last(10))])).toEqual([
      ['doorOpener', 0.03],
      ['pathfinder', 0.03],
      ['insider', 0.012],
    ]);
    expect(searches([insider('a', last(10)), insider('b', last(10))]).map(([role]) => role)).toEqual([
      'doorOpener',
      'pathfinder',
    ]);
  });

  it('is described by the target, as far as the role needs it', () => {
    const goal = makeGoal(
      {
        isco: '2512',
        nace2: '86',
        companies: ['Elbklinik'],
        skills: ['Rust'],
        seniority: 'lead',
        place: { text: 'Wien', city: 'Wien', country: 'AT' },
      },
      { kind: 'ownWords' },
    );
    const moves = told([], [goal]).nextMoves.filter(
      ({ kind, role }) => kind === 'search' && role !== undefined,
    );
    const of = (role: string) => {
      const move = moves.find((one) => one.role === role);
      const { isco, nace2, company, skill, seniority, place } = move ?? {};
      return { isco, nace2, company, skill, seniority, place: place?.text };
    };
    const base = {
      isco: '2512',
      nace2: '86',
      company: undefined,
      skill: undefined,
      seniority: undefined,
      place: 'Wien',
    };
    expect(moves.length).toBeLessThanOrEqual(MOVES.perKind);
    expect(of('insider')).toEqual({ ...base, company: 'Elbklinik' });
    expect(of('expert')).toEqual({ ...base, skill: 'Rust' });
    expect(of('doorOpener')).toEqual(base);
    const known = makeGoal({ isco: '2411', nace2: '86' });
    const door = told([], [known]).nextMoves.find(
      ({ role, kind }) => kind === 'search' && role === 'doorOpener',
    );
    expect([door?.isco, door?.nace2]).toEqual([undefined, '86']);
    const lead = makeGoal({ isco: '2411', nace2: '41', seniority: 'lead' }, { kind: 'takeLeadership' });
    const mentor = told([], [lead]).nextMoves.find(
      ({ role, kind }) => kind === 'search' && role === 'mentor',
    );
    expect(mentor?.seniority).toBe('lead');
  });

  it('says why: nobody is there, or few', () => {
    const why = (people: Digest[]) =>
      told(people)
        .nextMoves.find(({ kind, role }) => kind === 'search' && role === 'insider')
        ?.facts.map(({ key, values }) => [key, values]);
    expect(why([])).toEqual([
      ['factMoveSearch_insider', { goal: 'g1' }],
      ['factBlind_insider', { goal: 'g1' }],
    ]);
    expect(why([insider('a'), insider('b')])?.[1]).toEqual(['factThinlyCovered', { count: 2 }]);
  });

  it('of a company and a skill that nobody stands for is looked for, too', () => {
    const goal = makeGoal({ companies: ['Elbklinik'], skills: ['Rust'] }, { weight: 2 });
    const moves = told([], [goal]).nextMoves.filter(
      ({ kind, role }) => kind === 'search' && role === undefined,
    );
    // 0.7 for a company and 0.6 for a skill, by the chance of a holder, among the roles and one more; whatever the weight.
    expect(
      moves.map(({ id, company, skill, gain }) => [id, company, skill, Number(gain.toFixed(4))]),
    ).toEqual([]);
    const some = told(
      [
        insider('a', last(10)),
        insider('b', last(10)),
        person('k', '1120 executive; 86; Haus; Ulm DE', { ownHub: true, ...last(10) }),
      ],
      [goal],
    );
    expect(some.blindSpots.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['company', 'skill']));
  });
});

it.each([
  [3, 0.0315],
  // The gap is told in two decimals: 0.23 of a third.
  [1, 0.03105],
])(
  'somebody at a company is looked for by what is open, whatever the weight of the goal: %i',
  (weight, gain) => {
    const goal = makeGoal({ companies: ['Elbklinik'] }, { kind: 'reachPerson', weight });
    const move = told([], [goal]).nextMoves.find(
      ({ kind, company }) => kind === 'search' && company !== undefined,
    );
    expect([move?.company, move?.id]).toEqual(['Elbklinik', 'search:g1:company:g1:elbklinik']);
    expect(move?.gain).toBeCloseTo(gain, 6);
  },
);

describe('an introduction', () => {
  const hub = (id: string, more: Partial<Digest> = {}) =>
    person(id, `5223 senior; 86; V ${id}; Ulm DE`, { ownHub: true, ...more });
  it('is asked of a key person for what is missing most, of a stranger at a higher effort', () => {
    const moves = told([hub('a', { tie: {} })]).nextMoves.filter(({ kind }) => kind === 'introduction');
    expect(
      moves.map(({ role, contactId, effort, facts }) => [role, contactId, effort, facts[0]?.key]),
    ).toEqual([['pathfinder', 'a', 2, 'factMoveIntroduction_pathfinder']]);
    // A pathfinder is missing wholly: 1 * 0.3, at a chance of 0.5, of three roles.
    expect(moves[0]?.gain).toBeCloseTo(0.05, 6);
    const [cold] = told([hub('a', { mutual: 3 })]).nextMoves.filter(({ kind }) => kind === 'introduction');
    expect([cold?.effort, cold?.facts[0]?.key]).toEqual([3, 'factMoveMeetKeyPerson']);
  });

  it('is asked of whoever knows somebody out of reach', () => {
    const stranger = insider('s', { knows: ['h', 'far'] });
    const helper = person('h', '2411 professional; 47; L; Ulm DE', { tie: { strength: 'strong' } });
    const moves = told([stranger, helper, person('far', '2411 professional; 47; L; Ulm DE')]).nextMoves;
    const [path] = moves.filter(({ kind }) => kind === 'introduction');
    expect(path).toMatchObject({
      id: 'introduction:g1:path:h:s',
      contactId: 'h',
      role: 'insider',
      effort: 2,
    });
    expect(path?.facts[0]).toEqual({ key: 'factMovePath', values: { contact: 'h', other: 's', goal: 'g1' } });
    expect([path?.occasion, path?.question]).toEqual([
      { key: 'factOccasionPath', values: { other: 's' } },
      { key: 'factQuestionPath', values: { other: 's', goal: 'g1' } },
    ]);
    expect(idsOf(moves, 'reactivate')).toEqual([]);
  });
});

describe('nobody is let go', () => {
  const crowd = (count: number, nace = '47') =>
    Array.from({ length: count }, (_, i) =>
      person(`c${nace}${i}`, `2411 professional; ${nace}; H${i}; Ulm DE; known`),
    );
  it.each([
    [CROWDED_FROM - 1, 0],
    [CROWDED_FROM, 1],
  ])('but a pause is told where very many are alike: %i', (count, expected) => {
    const moves = told([...crowd(count), ...crowd(2, '10')]).nextMoves.filter(({ kind }) => kind === 'pause');
    expect(moves).toHaveLength(expected);
    if (expected > 0)
      expect(moves[0]).toMatchObject({
        id: 'pause:same:241:47:',
        isco: '241',
        nace2: '47',
        gain: 0,
        facts: [
          { key: 'factMovePause', values: { count, isco: '241', nace: '47' } },
          { key: 'factShareOfNetwork', values: { percent: 80 } },
        ],
      });
  });

  it('and many of one employer are no crowd', () => {
    const four = Array.from({ length: 4 }, (_, i) =>
      person(`e${i}`, '2411 professional; 47; Haus; Ulm DE; known'),
    );
    const found = told(four);
    expect([found.redundancy.length, idsOf(found.nextMoves, 'pause')]).toEqual([1, []]);
    const three = told([...crowd(9, '47'), ...crowd(8, '10'), ...crowd(10, '62')]).nextMoves;
    // The two largest.
    expect(idsOf(three, 'pause')).toEqual(['pause:same:241:47:', 'pause:same:241:62:']);
  });
});

it('of one goal there are so many moves at most, and of all', () => {
  const goals = Array.from({ length: 6 }, (_, i) =>
    makeGoal({ isco: '2411', nace2: '86', companies: [`Firma ${i}`] }, { id: `g${i}`, weight: 1 + (i % 3) }),
  );
  const people = Array.from({ length: 8 }, (_, i) => insider(`a${i}`, last(100)));
  const moves = told(people, goals).nextMoves;
  expect(moves.length).toBeLessThanOrEqual(MOVES.most);
  for (const [goal, list] of Map.groupBy(moves, ({ goalId }) => goalId)) {
    if (goal === undefined) continue;
    expect(list.length).toBeLessThanOrEqual(MOVES.perGoal);
    for (const kind of ['reactivate', 'search', 'introduction'] as const)
      expect(list.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(MOVES.perKind);
  }
  // The heaviest goals first.
  const first = moves
    .filter(({ kind }) => kind === 'reactivate')
    .slice(0, 6)
    .map(({ goalId }) => goalId);
  expect(new Set(first)).toEqual(new Set(['g2', 'g5']));
});

describe('the plan', () => {
  /** To learn a function: somebody who does it closes one of two gaps, beside a peer. */
  const goal = (isco: string, id = isco) => makeGoal({ isco }, { id, kind: 'buildKnowHow' });
  const planOf = (people: Digest[], goals: Goal[], hoursPerMonth?: number) =>
    told(people, goals, hoursPerMonth === undefined ? {} : { hoursPerMonth }).plan;
  /** Somebody merely known who does all of these today. */
  const doing = (id: string, ...iscos: string[]): Digest => ({
    ...person(id, `${iscos[0]} senior; 10; K ${id}; Ulm DE; known`),
    steps: iscos.map((isco) => ({ to: null, isco, seniority: 'senior' as const, company: `K ${id}` })),
  });

  it('takes the fewest people who close the most, and names what each closes', () => {
    const goals = [goal('2221'), goal('2512'), goal('5223')];
    const people = [
      doing('one', '2221'),
      doing('two', '2512'),
      doing('three', '5223'),
      doing('both', '2221', '2512'),
    ];
    const plan = planOf(people, goals, 2);
    expect([plan.gaps, plan.closes, plan.within]).toEqual([6, 3, 2]);
    expect(
      plan.conversations.map(({ contactId, closes }) => [
        contactId,
        closes.map(({ goalId, role }) => `${goalId} ${role}`),
      ]),
    ).toEqual([
      ['both', ['2221 expert', '2512 expert']],
      ['three', ['5223 expert']],
    ]);
    expect(plan.facts).toEqual([{ key: 'factPlan', values: { count: 2, closes: 3, of: 6 } }]);
    // With three talks it is still two; with one it is the one who closes most.
    expect(planOf(people, goals, 3).conversations).toHaveLength(2);
    expect(planOf(people, goals, 1).conversations.map(({ contactId }) => contactId)).toEqual(['both']);
  });

  it.each([
    [undefined, PLAN.hoursPerMonth],
    [1, 1],
    [2, 2],
    [40, 40],
  ])('fits into the hours of a month: %s', (hours, within) => {
    const iscos = ['2221', '2512', '5223', '2611'];
    const plan = planOf(
      iscos.map((isco) => doing(`p${isco}`, isco)),
      iscos.map((isco) => goal(isco)),
      hours,
    );
    expect([plan.within, plan.conversations.length]).toEqual([within, Math.min(within, 4)]);
  });

  it('of very many people, too, chooses who closes the most', () => {
    const iscos = ['2221', '2512', '5223', '2611', '7112', '9112', '8332', '6111'];
    const single = iscos.flatMap((isco) => [doing(`p${isco}`, isco), doing(`q${isco}`, isco, '4110')]);
    const others = Array.from({ length: PLAN.exact }, (_, i) =>
      doing(`x${String(i).padStart(2, '0')}`, '2341', ['2651', '2643', '3411'][i % 3] ?? ''),
    );
    const goals = [...iscos, '4110', '2341', '2651', '2643', '3411'].map((isco) => goal(isco));
    const plan = planOf(
      [
        ...single,
        ...others,
        doing('four', '2221', '2512', '5223', '2611'),
        doing('three', '7112', '9112', '8332'),
      ],
      goals,
      2,
    );
    expect(plan.conversations.map(({ contactId }) => contactId)).toEqual(['four', 'three']);
    expect(plan.closes).toBeGreaterThanOrEqual(7);
  });

  it('has nothing to close where somebody is in touch, and nobody where nobody is known', () => {
    expect(planOf([], [])).toEqual({
      gaps: 0,
      conversations: [],
      closes: 0,
      within: PLAN.hoursPerMonth,
      facts: [],
    });
    expect(planOf([], [goal('2221')])).toMatchObject({
      gaps: 2,
      facts: [{ key: 'factPlanNobody', values: { count: 2 } }],
    });
    const learn = makeGoal({ isco: '2512' }, { kind: 'reachPerson' });
    const touched = [
      person('e', '2512 senior; 62; S; Ulm DE', last(10)),
      person('d', '2512 senior; 62; S2; Ulm DE', { ownHub: true, ...last(10) }),
    ];
    expect(planOf(touched, [learn])).toMatchObject({
      gaps: 0,
      closes: 0,
      facts: [{ key: 'factPlanNoGaps' }],
    });
    // Asleep they close them.
    const asleep = touched.map((one) => ({ ...one, tie: { last: TODAY - 500 } }));
    expect(
      planOf(asleep, [learn]).conversations.map(({ contactId, closes }) => [contactId, closes.length]),
    ).toEqual([['d', 2]]);
  });

  it('puts those to be introduced behind those to be talked to at once', () => {
    const goals = [goal('2221'), goal('2512')];
    const { tie: _, ...stranger } = { ...doing('s', '2221', '2512'), knows: ['h'] };
    const helper = person('h', '4110 professional; 10; L; Ulm DE', { tie: { strength: 'strong' } });
    // Two gaps by an introduction are more than one by a talk.
    expect(planOf([stranger, helper, doing('k', '2221')], goals, 1).conversations).toEqual([
      {
        contactId: 's',
        through: 'h',
        closes: [
          { goalId: '2221', role: 'expert' },
          { goalId: '2512', role: 'expert' },
        ],
      },
    ]);
    const one = { ...stranger, steps: stranger.steps?.slice(0, 1) ?? [] };
    expect(planOf([one, helper, doing('k', '2221')], [goal('2221')], 1).conversations).toEqual([
      { contactId: 'k', closes: [{ goalId: '2221', role: 'expert' }] },
    ]);
    // Nobody can introduce them who is not known.
    const { tie: __, ...unknown } = helper;
    expect(planOf([stranger, unknown], goals).conversations).toEqual([]);
  });

  it('of more people than can all be tried takes one after the other who closes most of what is left', () => {
    // No two of them are near each other; each of the people does one and the next.
    const iscos = '2221 2512 5223 2611 7112 9112 8332 6111 2341 2651 4110 5120 2643 1411 7212'.split(' ');
    const people = iscos.map((isco, at) => doing(`p${isco}`, isco, iscos[(at + 1) % iscos.length] ?? ''));
    expect(people.length).toBeGreaterThan(PLAN.exact);
    const goals = iscos.map((isco) => goal(isco));
    const two = planOf(people, goals, 2);
    expect([two.conversations.map(({ closes }) => closes.length), two.closes]).toEqual([[2, 2], 4]);
    // All that can be closed is, and nobody is talked to in vain.
    const all = planOf(people, goals, 40);
    expect([all.gaps, all.closes]).toEqual([30, 15]);
    expect(all.conversations.length).toBeLessThanOrEqual(PLAN.most);
    expect(all.conversations.every(({ closes }) => closes.length > 0)).toBe(true);
    expect(planOf(people, goals, 5).conversations).toHaveLength(5);
  });

  it('of two who close as much takes the better fit', () => {
    const better = { ...doing('z', '2221'), tie: { strength: 'weak' as const } };
    expect(
      planOf([doing('a', '2221'), better, doing('b', '2221')], [goal('2221')], 1).conversations.map(
        ({ contactId }) => contactId,
      ),
    ).toEqual(['z']);
    expect(
      planOf([doing('b', '2221'), doing('a', '2221')], [goal('2221')], 1).conversations.map(
        ({ contactId }) => contactId,
      ),
    ).toEqual(['a']);
  });
});

describe('what somebody adds, or would be missed for', () => {
  const engineOf = (people: Digest[], goals: Goal[] = [clinic]) => {
    const engine = createAnalysis({ me: kim, goals, now: new Date(NOW) });
    for (const digest of people) engine.put(digest);
    return engine;
  };
  const factsOf = (people: Digest[], one: Digest) =>
    engineOf(people)
      .read(one)
      .marginal.map(({ key, values }) => [key, values]);

  it('somebody new closes what nobody fills, adds coverage and opens fields', () => {
    const other = person('x', '2221 professional; 41; H; Ulm DE; known');
    // 0.6 * 0.5 of the role of one of three.
    expect(factsOf([other], insider('a', { tie: {} }))).toEqual([
      ['factCloses_insider', { goal: 'g1' }],
      ['factFirst_industry', { nace: '86' }],
      ['factFirst_function', { isco: '2411' }],
      ['factAddsCoverage', { percent: 10, goal: 'g1' }],
    ]);
    expect(factsOf([], insider('a', { tie: {} })).map(([key]) => key)).toEqual([
      'factCloses_insider',
      'factAddsCoverage',
    ]);
  });

  it('somebody held is missed for the same', () => {
    const other = person('x', '2221 professional; 41; H; Ulm DE; known');
    const held = insider('a', last(10));
    expect(factsOf([other, held], held)).toEqual([
      ['factOnly_insider', { goal: 'g1' }],
      ['factSole_industry', { nace: '86' }],
      ['factSole_function', { isco: '2411' }],
      ['factHoldsCoverage', { percent: 20, goal: 'g1' }],
    ]);
  });

  it('one of many adds little', () => {
    const many = Array.from({ length: CROWDED_FROM }, (_, i) => insider(`m${i}`, last(10)));
    expect(factsOf(many, insider('a', { tie: {} }))).toEqual([
      ['factCrowded_insider', { count: CROWDED_FROM, goal: 'g1' }],
    ]);
    expect(factsOf(many.slice(1), insider('a', { tie: {} }))).toEqual([]);
    // Of a role of their own nothing is said of the field; without a role it is.
    const shop = Array.from({ length: CROWDED_FROM + 1 }, (_, i) =>
      person(`s${i}`, '5223 professional; 47; H; Ulm DE; known'),
    );
    expect(factsOf(shop.slice(1), shop[0] as Digest)).toEqual([
      ['factCrowdedField', { count: CROWDED_FROM }],
    ]);
    expect(factsOf(shop, shop[0] as Digest)).toEqual([['factCrowdedField', { count: CROWDED_FROM }]]);
    expect(factsOf(shop.slice(2), shop[0] as Digest)).toEqual([]);
  });

  it('whoever alone fills a role is listed by what would be lost', () => {
    const people = [
      insider('a', last(10)),
      person('d', '5223 senior; 86; V; Ulm DE', { ownHub: true, tie: {} }),
    ];
    const heavy = makeGoal({ isco: '2411', nace2: '62' }, { id: 'g2', weight: 3 });
    const b = person('b', '2411 professional; 62; S; Ulm DE', last(10));
    expect(engineOf([...people, b], [{ ...clinic, weight: 1 }, heavy]).result().marginal).toEqual([
      // 0.6 of one of three roles, by the weight of three.
      { contactId: 'b', loss: 0.2, facts: [{ key: 'factOnly_insider', values: { goal: 'g2' } }] },
      { contactId: 'd', loss: 0.03, facts: [{ key: 'factOnly_doorOpener', values: { goal: 'g1' } }] },
    ]);
    expect(engineOf([insider('a', last(10))], [{ ...clinic, weight: 3 }]).result().marginal).toEqual([
      { contactId: 'a', loss: 0.2, facts: [{ key: 'factOnly_insider', values: { goal: 'g1' } }] },
    ]);
    expect(engineOf([insider('a'), insider('b')]).result().marginal).toEqual([]);
  });
});

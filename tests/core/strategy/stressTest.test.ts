import { describe, expect, it } from 'vitest';
import type { Digest, Goal, StressChange } from '../../../src/core/model/index.ts';
import { createAnalysis } from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

/*
 * Help is what is shared (work 0.55, field 0.3, place 0.15) times the way to each other: 1 under one roof and for a
 * strong tie, 0.7 for a moderate one, 0.6 for somebody close who is a colleague, 0.35 for a mere tie, 0.2 for none.
 * From a half on somebody counts as able to help.
 */
const me = meOf(personOf('me', 'Kim; 2411 professional; 41; Nordbau; Hamburg DE'));
const HAMBURG = 'Hamburg DE';

function engineOf(people: Record<string, string | Partial<Digest>>, goals: Goal[] = []) {
  const engine = createAnalysis({ me, goals, now: new Date(NOW) });
  for (const [id, one] of Object.entries(people))
    engine.put(typeof one === 'string' ? personOf(id, `${id}; ${one}`) : { id, name: id, seen: 0, ...one });
  return engine;
}
const tested = (people: Parameters<typeof engineOf>[0], change: StressChange, goals: Goal[] = []) =>
  engineOf(people, goals).test(change);

describe('how far somebody can help', () => {
  it.each<[string, string | Partial<Digest>, StressChange, before: number, after: number, gained: number]>([
    ['a colleague under one roof', `2411 senior; 41; Nordbau; ${HAMBURG}`, {}, 1, 1, 0],
    ['a colleague of other work, by the roof alone', `5223 senior; -; Nordbau; ${HAMBURG}`, {}, 0.5, 0.5, 0],
    ['a colleague abroad, by half of what is shared', '2411 senior; 41; Nordbau; Lima PE', {}, 0, 0, 0],
    ['a colleague elsewhere in the country', '2411 senior; 41; Nordbau; Bremen DE', {}, 0.93, 0.93, 0],
    ['a colleague nobody knows where', '2411 senior; 41; Nordbau', {}, 0.85, 0.85, 0],
    ['a moderate tie', `2411 senior; 41; Haus; ${HAMBURG}; tie moderate`, {}, 0.7, 0.7, 0],
    ['a strong tie', `2411 senior; 41; Haus; ${HAMBURG}; tie strong`, {}, 1, 1, 0],
    ['a mere tie', `2411 senior; 41; Haus; ${HAMBURG}; known`, {}, 0, 0, 0],
    ['a friend who shares nothing', '5223 senior; 86; Haus; Lima PE; label personal', {}, 0.5, 0.5, 0],
    ['somebody close who is no colleague', '5223 senior; 86; Haus; Lima PE; tie strong', {}, 0.5, 0.5, 0],
    [
      'a colleague gone with the roof',
      `2411 senior; 41; Nordbau; ${HAMBURG}; known`,
      { company: true },
      1,
      0,
      0,
    ],
    [
      'a close colleague, of whom a half stays',
      `2411 senior; 41; Nordbau; ${HAMBURG}; tie strong`,
      { company: true },
      1,
      0.6,
      0,
    ],
    [
      'a colleague who is a friend',
      `2411 senior; 41; Nordbau; ${HAMBURG}; label personal`,
      { company: true },
      1,
      1,
      0,
    ],
    [
      'a moderate tie when the work changes',
      `2411 senior; 41; Haus; ${HAMBURG}; tie strong`,
      { function: true },
      1,
      0.5,
      0,
    ],
    [
      'a moderate tie when the field changes',
      `2411 senior; 41; Haus; ${HAMBURG}; tie moderate`,
      { industry: true },
      0.7,
      0,
      0,
    ],
    [
      'a strong tie when the field changes',
      `2411 senior; 41; Haus; ${HAMBURG}; tie strong`,
      { industry: true },
      1,
      0.7,
      0,
    ],
    [
      'a strong tie when the place changes',
      `2411 senior; 41; Haus; ${HAMBURG}; tie strong`,
      { place: true },
      1,
      0.85,
      0,
    ],
    [
      'a strong tie at the new place',
      '2411 senior; 41; Haus; Lima PE; tie strong',
      { place: { place: { text: 'Lima', city: 'Lima', country: 'PE' } } },
      0.85,
      0.85,
      0,
    ],
    [
      'somebody of the new work',
      `2221 senior; 41; Haus; ${HAMBURG}; tie moderate`,
      { function: { isco: '2221' } },
      0,
      0,
      0.35,
    ],
    [
      'somebody of the new employer',
      '2221 senior; 86; Elbklinik; Ulm DE',
      { company: { to: 'Elbklinik' } },
      0,
      0,
      0.43,
    ],
  ])('%s', (_, person, change, before, after, gained) => {
    const found = tested({ a: person }, change);
    expect([found.before, found.after]).toEqual([before, after]);
    expect(found.gained).toBeCloseTo(gained, 1);
    expect(found.share).toBe(before === 0 ? null : Math.round((100 * after) / before) / 100);
    const state = before > 0 ? (after > 0 ? 'stay' : 'lose') : gained > 0 ? 'gain' : null;
    expect(found.counts).toEqual({ stay: 0, lose: 0, gain: 0, ...(state && { [state]: 1 }) });
    for (const name of ['stay', 'lose', 'gain'] as const)
      expect(found[name]).toEqual(name === state ? ['a'] : []);
  });

  it('of nobody is nothing, and said', () => {
    expect(tested({}, { company: true })).toMatchObject({
      before: 0,
      after: 0,
      share: null,
      facts: [{ key: 'factStressNobody' }],
      singlePoints: [],
    });
    const unknown = createAnalysis({ me: null, goals: [], now: new Date(NOW) });
    unknown.put(personOf('a', `a; 2411 senior; 41; Nordbau; ${HAMBURG}`));
    expect(unknown.result().stressTest).toEqual([]);
  });
});

describe('who serves a goal', () => {
  const clinic = makeGoal({ isco: '2221', nace2: '86' });
  const nurse = {
    isco: '2221',
    nace: '86',
    employer: 'Klinik',
    steps: [{ to: null, isco: '2221', nace: '86', company: 'Klinik' }],
  };
  const known: Partial<Digest> = { ...nurse, tie: { last: 20_780 } };

  it('helps by it, however far the work, and by half where there is no tie', () => {
    // 50 for the target, 25 for the role, 5 for the tie, 5 for the last talk: 85 points, three quarters above 40.
    const fit = engineOf({ a: known }, [clinic]).reading('a')?.fits[0]?.value ?? 0;
    expect(fit).toBe(85);
    const found = tested({ a: known }, {}, [clinic]);
    expect(found.before).toBeCloseTo(0.5 + (45 / 60) * 0.5, 1);
    expect(found.helps).toEqual([{ contactId: 'a', by: 'goal' }]);
    expect(tested({ a: nurse }, {}, [clinic])).toMatchObject({ before: 0, counts: { stay: 0 } });
  });

  it.each<[string, StressChange, 'stay' | 'lose']>([
    ['the goal stays open', { company: true }, 'stay'],
    ['the goal stays open, elsewhere', { place: true }, 'stay'],
    [
      'the goal comes true: those who stand there themselves help',
      { function: { isco: '2221' }, industry: { nace2: '86' } },
      'stay',
    ],
    ['another field than the goal’s', { industry: { nace2: '62' } }, 'lose'],
    ['any other field', { industry: true }, 'lose'],
    ['other work than the goal’s', { function: { isco: '2512' } }, 'lose'],
  ])('%s', (_, change, state) => {
    const found = tested({ a: known }, change, [clinic]);
    expect(found[state]).toEqual(['a']);
    if (state === 'lose') expect(found.ends).toEqual([{ contactId: 'a', by: 'goal' }]);
  });

  it('at a company is reached with it, and left with it', () => {
    const named = makeGoal({ companies: ['Klinik'] });
    // An insider stands there, and is more than a colleague by the roof.
    expect(tested({ a: known }, { company: { to: 'KLINIK' } }, [named]).helps).toEqual([
      { contactId: 'a', by: 'goal' },
    ]);
    expect(tested({ a: known }, { company: { to: 'Other' } }, [named]).stay).toEqual(['a']);
    const own = makeGoal({ companies: ['Nordbau'], isco: '2221' });
    const colleague = { ...known, employer: 'Elsewhere' };
    expect(tested({ a: colleague }, { company: true }, [own]).lose).toEqual(['a']);
    expect(tested({ a: colleague }, { company: { to: 'Nordbau' } }, [own]).lose).toEqual([]);
  });

  it('at a place is left with any other', () => {
    const wien = makeGoal({ nace2: '86', place: { text: 'Wien', city: 'Wien', country: 'AT' } });
    const there = { ...known, place: { text: 'Wien', city: 'Wien', country: 'AT' } };
    const to = (text: string): StressChange => ({ place: { place: { text, city: text, country: 'AT' } } });
    expect(tested({ a: there }, to('Wien'), [wien]).stay).toEqual(['a']);
    expect(tested({ a: there }, to('Graz'), [wien]).lose).toEqual(['a']);
    expect(tested({ a: there }, { place: true }, [wien]).lose).toEqual(['a']);
  });
});

describe('what is said of a change', () => {
  const strong = (count: number, more = '') =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `a${i}`,
        `2411 senior; 41; Haus${i}; ${HAMBURG}; tie strong${more}`,
      ]),
    );
  const keys = (people: Parameters<typeof engineOf>[0], change: StressChange) =>
    tested(people, change).facts.map(({ key }) => key);

  it.each<[string, StressChange, string, object]>([
    ['the employer', { company: true }, 'factStressCompany', {}],
    ['to an employer', { company: { to: 'Elbklinik' } }, 'factStressCompanyTo', { company: 'Elbklinik' }],
    ['the work', { function: true }, 'factStressFunction', {}],
    ['to other work', { function: { isco: '2221' } }, 'factStressFunctionTo', { isco: '2221' }],
    ['the field', { industry: true }, 'factStressIndustry', {}],
    ['to another field', { industry: { nace2: '86' } }, 'factStressIndustryTo', { nace: '86' }],
    ['the place', { place: true }, 'factStressPlace', {}],
    [
      'to another place',
      { place: { place: { text: 'Lima', city: 'Lima', country: 'PE' } } },
      'factStressPlaceTo',
      { place: 'Lima' },
    ],
    ['several at once', { company: true, place: true }, 'factStressAll', {}],
  ])('%s, with who stays of how many', (_, change, key, values) => {
    const found = tested({ ...strong(2), desk: `2411 senior; 41; Nordbau; ${HAMBURG}` }, change);
    const { stay, lose } = found.counts;
    expect(stay + lose).toBe(3);
    expect(found.facts[0]).toEqual({ key, values: { count: stay, of: 3, ...values } });
  });

  it.each([
    [1, ['factStressStays1']],
    [2, ['factStressStays2']],
    [3, ['factStressStays']],
  ])('of %i who stay the first are named', (count, expected) => {
    const found = tested(strong(count), { company: true });
    expect(found.facts.slice(1, 2).map(({ key }) => key)).toEqual(expected);
    expect(found.facts[1]?.values).toMatchObject(
      count === 1
        ? { contact: 'a0' }
        : count === 2
          ? { contact: 'a0', other: 'a1' }
          : { contact: 'a0', other: 'a1', count: 1 },
    );
  });

  it('whom it brings is counted', () => {
    const people = { new: '2221 senior; 86; Elbklinik; Ulm DE', ...strong(1) };
    expect(keys(people, { company: { to: 'Elbklinik' } })).toContain('factStressGain');
    expect(keys(people, { company: true })).not.toContain('factStressGain');
    expect(tested(people, { company: { to: 'Elbklinik' } }).facts).toContainEqual({
      key: 'factStressGain',
      values: { count: 1 },
    });
  });

  it.each([
    [5, ['person a0', 'person a1', 'person a2', 'person a3', 'person a4']],
    [6, []],
  ])('who alone carries a fifth of what remains is named: of %i', (count, expected) => {
    expect(
      tested(strong(count), { company: true }).singlePoints.map(
        ({ kind, contactId }) => `${kind} ${contactId}`,
      ),
    ).toEqual(expected);
  });

  it.each([
    ['of four nobody is named by the employer', 4, 0, false],
    ['three of ten at one employer are named', 3, 7, true],
    ['two of eight are not', 2, 6, false],
  ])('%s', (_, at, others, named) => {
    const people = Object.fromEntries(
      Array.from({ length: at }, (__, i) => [`b${i}`, `2411 senior; 41; Bank GmbH; ${HAMBURG}; tie strong`]),
    );
    const found = tested({ ...people, ...strong(others) }, { place: true });
    const point = found.singlePoints.find(({ kind }) => kind === 'employer');
    expect(point?.name).toBe(named ? 'Bank GmbH' : undefined);
    if (named) {
      expect(point?.share).toBe(0.3);
      expect(found.facts).toContainEqual({
        key: 'factStressEmployer',
        values: { company: 'Bank GmbH', percent: 30 },
      });
    }
  });

  it('is told by industry, the largest first, those of no known industry among them', () => {
    const found = tested(
      {
        a: `2411 senior; 41; Nordbau; ${HAMBURG}`,
        b: `2411 senior; 41; Haus; ${HAMBURG}; tie strong`,
        c: '5223 senior; 86; Haus; Lima PE; tie strong',
        d: '5223 senior; -; Haus; Lima PE; tie strong',
        e: '5223 senior; 47; Haus; Lima PE; known',
      },
      { company: true },
    );
    expect(found.groups).toEqual([
      { nace2: '41', stay: 1, lose: 1, gain: 0 },
      { nace2: null, stay: 1, lose: 0, gain: 0 },
      { nace2: '86', stay: 1, lose: 0, gain: 0 },
    ]);
  });

  it.each<[string, string, StressChange, string]>([
    ['the roof', `2411 senior; 41; Nordbau; ${HAMBURG}`, { company: true }, 'roof'],
    ['the roof, with the field', `2411 senior; 41; Nordbau; ${HAMBURG}`, { industry: true }, 'roof'],
    ['the work', `2411 senior; 41; Haus; ${HAMBURG}; tie moderate`, { function: true }, 'work'],
    [
      'the work before the field',
      `2411 senior; 41; Haus; ${HAMBURG}; tie moderate`,
      { function: true, industry: true },
      'work',
    ],
    ['the field', `2411 senior; 41; Haus; ${HAMBURG}; tie moderate`, { industry: true }, 'field'],
    [
      'the place',
      '2411 senior; 42; Haus; Hamburg DE; tie moderate',
      { place: true, company: true, industry: { nace2: '86' } },
      'field',
    ],
  ])('what ends: %s', (_, person, change, by) => {
    expect(tested({ a: person }, change).ends).toEqual([{ contactId: 'a', by }]);
  });
});

describe('what a new situation asks for', () => {
  const people = {
    nurse: '2221 professional; 86; Klinik; Wien AT; tie moderate',
    chief: '2221 executive; 86; Klinik; Wien AT; known',
    doctor: '2211 professional; 86; Praxis; Graz AT; known',
    cook: '5120 professional; 86; Klinik; Ulm DE; known',
    carer: '2221 professional; 47; Heim; Wien AT; known',
    key: '5223 senior; 86; Verband; Ulm DE; hub, known',
    desk: '2221 professional; 41; Nordbau; Wien AT; known',
  };
  const needs = (change: StressChange) =>
    Object.fromEntries(
      tested(people, change).there.map(({ need, inContact, known }) => [
        need,
        [inContact.toSorted(), known.toSorted()],
      ]),
    );
  const WIEN = { place: { text: 'Wien', city: 'Wien', country: 'AT' } };

  it('people of its field and work, key persons, and somebody on the same step', () => {
    expect(needs({ function: { isco: '2221' }, industry: { nace2: '86' } })).toEqual({
      insider: [['nurse'], ['chief', 'cook', 'doctor', 'key']],
      expert: [['nurse'], ['carer', 'chief', 'doctor']],
      keyPerson: [[], ['key']],
      // The doctor’s work is near it.
      peer: [['nurse'], ['doctor']],
    });
  });

  it('at a place those of the place', () => {
    expect(needs({ industry: { nace2: '86' }, place: WIEN })).toEqual({
      insider: [['nurse'], ['chief', 'doctor']],
      expert: [[], []],
      keyPerson: [[], ['key']],
      place: [['nurse'], ['carer', 'chief', 'doctor']],
      peer: [[], []],
    });
  });

  it('at a company those of the company', () => {
    expect(needs({ company: { to: 'Klinik' }, function: { isco: '2221' } })).toMatchObject({
      insider: [['nurse'], ['chief', 'cook']],
      expert: [['nurse'], ['carer', 'chief', 'doctor']],
    });
    expect(needs({ company: { to: 'Unknown' }, function: true, industry: true })).toEqual({});
  });

  it('whoever stays with the employer is nobody there, and who has retired neither', () => {
    expect(needs({ function: { isco: '2221' } }).expert?.[1]).toContain('desk');
    expect(needs({ function: { isco: '2221' }, company: true }).expert?.[1]).not.toContain('desk');
    const retired = tested(
      { old: { isco: '2221', nace: '86', retired: true, steps: [{ to: 2020 }] } },
      { function: { isco: '2221' } },
    );
    expect(retired.there.flatMap(({ inContact, known }) => [...inContact, ...known])).toEqual([]);
  });

  it('lists five of each, those with the surest way first, and counts all', () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `p${i}`,
        `2221 professional; 86; K${i}; Wien AT; ${i < 4 ? 'known' : 'degree'}`.replace('; degree', ''),
      ]),
    );
    const found = tested(
      { ...many, best: '2221 professional; 86; K; Wien AT; tie weak' },
      { function: { isco: '2221' } },
    ).there[1];
    expect(found?.need).toBe('expert');
    expect([found?.known, found?.counts]).toEqual([
      ['best', 'p0', 'p1', 'p2', 'p3'],
      { inContact: 0, known: 9 },
    ]);
  });
});

describe('the standard changes', () => {
  const changesOf = (...goals: Goal[]) =>
    engineOf({ a: `2411 senior; 41; Nordbau; ${HAMBURG}` }, goals)
      .result()
      .stressTest.map(({ change, goalId }) => [change, goalId]);
  it('are each alone, all at once, and each goal come true; of two goals the more urgent names the aim', () => {
    const place = { text: 'Wien', city: 'Wien', country: 'AT' };
    const late = makeGoal({ isco: '2512', nace2: '62' }, { id: 'late', horizon: 'future', weight: 2 });
    const soon = makeGoal(
      { isco: '2221', nace2: '41', companies: ['Elbklinik'], place },
      { id: 'soon', weight: 2 },
    );
    expect(changesOf(late, soon)).toEqual([
      [{ company: true }, undefined],
      [{ function: { isco: '2221' } }, 'soon'],
      // The user stands in the industry of the more urgent one already.
      [{ industry: { nace2: '62' } }, 'late'],
      [{ place: { place } }, 'soon'],
      [{ company: true, function: true, industry: true, place: true }, undefined],
      [
        {
          company: { to: 'Elbklinik' },
          function: { isco: '2221' },
          industry: { nace2: '41' },
          place: { place },
        },
        'soon',
      ],
      [{ function: { isco: '2512' }, industry: { nace2: '62' } }, 'late'],
    ]);
    const learn = makeGoal({ isco: '2221', companies: ['Elbklinik'] }, { kind: 'buildKnowHow' });
    // Whoever learns changes no employer: with one part alone a goal that comes true is no change of its own.
    expect(changesOf(learn).slice(5)).toEqual([]);
    expect(changesOf()).toEqual([
      [{ company: true }, undefined],
      [{ function: true }, undefined],
      [{ industry: true }, undefined],
      [{ place: true }, undefined],
      [{ company: true, function: true, industry: true, place: true }, undefined],
    ]);
    const heavier = [
      makeGoal({ isco: '2512' }, { id: 'light', weight: 1 }),
      makeGoal({ isco: '2221' }, { id: 'heavy', weight: 3, horizon: 'future' }),
    ];
    expect(changesOf(...heavier)[1]).toEqual([{ function: { isco: '2221' } }, 'heavy']);
  });
});

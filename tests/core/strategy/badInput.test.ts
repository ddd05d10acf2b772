import { describe, expect, it, vi } from 'vitest';
import { type Digest, Goal } from '../../../src/core/model/index.ts';
import { createAnalysis, type StrategyContext } from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { fillers, meOf, personOf } from './scenario.ts';

// On a busy machine thousands take longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const ME = meOf(personOf('me', 'Kim Sommer; 2521 senior; 65; Hanseatische Versicherung; Hamburg DE'));
const NURSE = personOf('nurse', 'Ada Blum; 2221 professional; 86; Klinik Süd; Bremen DE; known');

function analyse(changes: Partial<StrategyContext>, network: readonly Digest[]) {
  const engine = createAnalysis({
    me: ME,
    goals: [makeGoal({ nace2: '86' })],
    now: new Date(NOW),
    ...changes,
  });
  for (const digest of network) engine.put(digest);
  return { engine, result: engine.result() };
}

const keysOf = (facts: readonly { key: string }[]) => facts.map(({ key }) => key);

describe('what is missing is said, and the rest is given', () => {
  it('without a me: goals are still read, nothing is measured from nobody', () => {
    const { engine, result } = analyse({ me: null }, [NURSE]);
    expect(keysOf(result.missing)).toContain('factMeMissing');
    expect(result.nextMoves[0]?.id).toBe('complete:me');
    expect(result.stressTest).toEqual([]);
    expect(result.coverage[0]?.roles.find(({ role }) => role === 'insider')?.count).toBe(1);
    expect(engine.reading('nurse')?.distances).toMatchObject({ function: null, industry: null, place: null });
    expect(engine.test({ company: true }).facts).toEqual([{ key: 'factMeMissing' }]);
  });

  it('with a me of whom nothing is known', () => {
    const { result } = analyse({ me: meOf(personOf('me', 'Kim Sommer')) }, [NURSE]);
    expect(keysOf(result.missing)).toEqual(['factMyFunctionUnknown', 'factMyIndustryUnknown']);
    expect(result.balance.unknownEmployer).toBe(1);
    expect(result.balance.eiIndex).toBeNull();
  });

  it('without a goal', () => {
    const { engine, result } = analyse({ goals: [] }, [NURSE]);
    expect(keysOf(result.missing)).toContain('factGoalMissing');
    expect(result.nextMoves.map(({ id }) => id)).toContain('complete:goal');
    expect(result.coverage).toEqual([]);
    expect(engine.reading('nurse')?.fits).toEqual([]);
  });

  it('with a goal in the user’s own words and no target', () => {
    const goal = makeGoal({}, { kind: 'ownWords' });
    const { engine, result } = analyse({ goals: [goal] }, [NURSE]);
    expect(keysOf(result.missing)).toContain('factGoalWithoutTarget');
    expect(result.coverage[0]).toMatchObject({ covered: null });
    expect(result.blindSpots).toEqual([]);
    expect(engine.reading('nurse')?.fits[0]).toMatchObject({ value: null, confidence: 0, roles: [] });
  });

  it('with contacts of whom nothing is known: not enough known, in no layer, at no distance', () => {
    const { engine, result } = analyse({}, [{ id: 'x', name: '?', seen: 0 }]);
    expect(engine.reading('x')).toMatchObject({
      layer: { known: false },
      novelty: null,
      fits: [{ value: null, confidence: 0 }],
      hub: { strength: 0, isHub: false },
    });
    expect(result.balance).toMatchObject({
      unknown: 1,
      layers: { operational: 0, personal: 0, strategic: 0, beyond: 0 },
    });
    expect(result.dependence.every(({ herfindahl }) => herfindahl === null)).toBe(true);
    expect(result.diversity.every(({ hill }) => hill === null)).toBe(true);
  });

  it('with codes that are none: treated as unknown, not as far away', () => {
    const odd: Digest = { ...NURSE, id: 'odd', isco: 'none', nace: '00' };
    const { engine } = analyse({}, [odd]);
    expect(engine.reading('odd')).toMatchObject({
      distances: { function: null, industry: null },
      fits: [{ value: null }],
    });
  });

  it('with less known than a fit needs: a level alone does not speak for function and industry', () => {
    const goal = makeGoal({ isco: '2221', nace2: '86', seniority: 'director' });
    const { engine } = analyse({ goals: [goal] }, [{ id: 'x', name: '?', seen: 0, seniority: 'director' }]);
    const fit = engine.reading('x')?.fits[0];
    expect(fit?.value).toBeNull();
    expect(fit?.confidence).toBeGreaterThan(0);
  });
});

describe('contradictions', () => {
  it('the user’s own word wins over labels, labels over what is computed', () => {
    const labelled: Digest = {
      ...NURSE,
      tie: { label: 'personal', strength: 'strong' },
      ownLayer: 'operational',
    };
    const { engine } = analyse({}, [labelled]);
    expect(engine.reading('nurse')?.layer).toMatchObject({
      value: 'operational',
      overruled: true,
      computed: 'personal',
    });
  });

  it('"certainly no key person" wins over all evidence, which is still listed', () => {
    const hub: Digest = {
      ...NURSE,
      ownHub: false,
      bridge: 'board',
      connections: 500,
      introduced: ['a', 'b', 'c'],
    };
    const { engine, result } = analyse({}, [hub]);
    expect(engine.reading('nurse')?.hub).toMatchObject({ isHub: false });
    expect(engine.reading('nurse')?.hub.evidence.length).toBeGreaterThanOrEqual(3);
    expect(result.hubs).toEqual([]);
  });

  it('a stay that ended before it began links nobody', () => {
    const backwards: Digest[] = ['a', 'b'].map((id) => ({
      id,
      name: id,
      seen: 0,
      steps: [{ company: 'Klinik Süd', from: 2020, to: 2010 }],
    }));
    expect(analyse({}, backwards).result.structure).toMatchObject({
      edges: 0,
      components: 2,
      organisations: 1,
    });
  });

  it('somebody who knows themselves, or somebody who is not saved, makes no tie', () => {
    const odd: Digest = { ...NURSE, knows: ['nurse', 'gone'], introduced: ['gone'] };
    expect(analyse({}, [odd]).result.structure.edges).toBe(0);
  });

  it('the same company twice in a target, in two spellings, counts once', () => {
    const goal = makeGoal({ companies: ['Klinik Süd', 'Klinik Süd GmbH'] });
    const { engine, result } = analyse({ goals: [goal] }, [NURSE]);
    expect(engine.reading('nurse')?.fits[0]?.roles[0]?.role).toBe('insider');
    expect(result.blindSpots.filter(({ kind }) => kind === 'company')).toEqual([]);
  });
});

describe('sizes', () => {
  it('nobody at all', () => {
    const { engine, result } = analyse({}, []);
    expect(result.contacts).toBe(0);
    expect(keysOf(result.missing)).toContain('factNobodySaved');
    expect(result.structure).toMatchObject({ effectiveSize: null, constraint: null, components: 0 });
    expect(result.stressTest.every(({ share }) => share === null)).toBe(true);
    expect(engine.graph().nodes).toHaveLength(1);
    expect(engine.reading('nobody')).toBeNull();
    expect(engine.remove('nobody')).toBe(false);
  });

  it('one contact', () => {
    const { result } = analyse({}, [NURSE]);
    expect(result.structure.effectiveSize).toBeNull();
    expect(result.dependence[0]).toMatchObject({
      by: 'employer',
      herfindahl: 1,
      verdict: 'unknown',
      facts: [],
    });
    expect(result.innerCircle.contactIds).toEqual(['nurse']);
  });

  it('an inner circle of the same is said to be that; whoever differs is taken before one more of the same', () => {
    const alike = fillers('40 of: 2221 senior; 86; Klinik Nord; Hamburg DE; known');
    const { result } = analyse({}, alike);
    expect(result.innerCircle.contactIds).toHaveLength(12);
    expect(keysOf(result.innerCircle.facts)).toEqual([
      'factInnerCircleAlike',
      'factCircleLacks_function',
      'factCircleLacks_industry',
      'factCircleLacks_employer',
    ]);
    const others = ['2211', '1342', '2521', '2421', '2631'].map((isco) =>
      personOf(`other${isco}`, `Other ${isco}; ${isco} senior; 86; Praxis ${isco}; Bremen DE; known`),
    );
    const mixed = analyse({}, [...alike, ...others]).result.innerCircle;
    expect(mixed.contactIds).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
    expect(keysOf(mixed.facts)).toEqual(['factInnerCircleAlike', 'factCircleLacks_industry']);
  });

  it('a share of a tiny base, or no larger than an equal one, is no dependence', () => {
    const of = (...lines: string[]) =>
      analyse(
        {},
        lines.flatMap((line, group) => fillers(line, group)),
      ).result.dependence.find(({ by }) => by === 'industry');
    expect(of('9 of: 2521; 65')?.verdict).toBe('unknown');
    expect(of('10 of: 2521; 65')).toMatchObject({
      verdict: 'much',
      facts: [{ key: 'factDepends_industry' }],
    });
    expect(of('10 of: 2521; 65', '21 of: 2521')?.verdict).toBe('unknown');
    expect(of('4 of: 2521; 65', '4 of: 2521; 86', '4 of: 2521; 10')).toMatchObject({
      verdict: 'even',
      facts: [],
    });
    expect(of('6 of: 2521; 65', '4 of: 2521; 86', '4 of: 2521; 10')?.verdict).toBe('some');
  });

  it('five thousand of the same employer, all alike: said, bounded, and no blind certainty', () => {
    const alike = fillers(
      '5000 of: 2521 senior; 65; Hanseatische Versicherung; Hamburg DE; known, since 2015',
    );
    const { engine, result } = analyse({}, alike);
    expect(result.dependence[0]?.facts[0]).toMatchObject({
      key: 'factDepends_employer',
      values: { percent: 100 },
    });
    expect(result.balance.eiIndex).toBe(-1);
    expect(keysOf(result.structure.facts)).toContain('factStructureCohort');
    expect(result.structure.edges).toBeLessThanOrEqual(5_000 * 5);
    expect(result.redundancy[0]).toMatchObject({ count: 5_000 });
    expect(result.nextMoves.some(({ kind }) => kind === 'pause')).toBe(true);
    expect(engine.graph().leftOut).toBe(3_000);
    expect(engine.reading('filler0-7')?.novelty).toBe(0);
  });

  it('a goal that everybody fits is covered, never more than wholly', () => {
    const many = fillers('300 of: 2221 professional; 86; Klinik Süd; Bremen DE; known');
    const insider = analyse({}, many).result.coverage[0]?.roles.find(({ role }) => role === 'insider');
    expect(insider?.strength).toBe(1);
    expect(insider?.contactIds).toHaveLength(20);
    expect(insider?.count).toBe(300);
  });
});

describe('what is kept', () => {
  it('goals of the past are not the caller’s worry: only active ones are handed in', () => {
    const reached = Goal.parse({ ...makeGoal(), state: 'reached' });
    const { result } = analyse({ goals: [makeGoal(), reached].filter(({ state }) => state === 'active') }, [
      NURSE,
    ]);
    expect(result.coverage).toHaveLength(1);
  });

  it('a contact put again replaces the first', () => {
    const { engine } = analyse({}, [NURSE]);
    engine.put({ ...NURSE, nace: '47', employer: 'Laden', steps: [] });
    expect(engine.size).toBe(1);
    expect(engine.reading('nurse')?.fits[0]?.roles.map(({ role }) => role)).not.toContain('insider');
    expect(engine.result().dependence[0]?.largest.map(({ label }) => label)).toEqual(['Laden']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Digest, Goal, Role } from '../../../src/core/model/index.ts';
import { createAnalysis } from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

const me = meOf(personOf('me', 'Kim; 2411 professional; 41; Nordbau; Hamburg DE'));
const clinic = makeGoal({ isco: '2411', nace2: '86', companies: ['Elbklinik'] });

function fitOf(digest: Digest, goal: Goal = clinic) {
  const fit = createAnalysis({ me, goals: [goal], now: new Date(NOW) }).read(digest).fits[0];
  if (fit === undefined) throw new Error('there is no goal');
  return fit;
}
const strength = (digest: Digest, role: Role, goal?: Goal) =>
  fitOf(digest, goal).roles.find((one) => one.role === role)?.strength ?? 0;

describe('an insider of the target company', () => {
  it.each([
    ['of the work', 'A; 2411 professional; 86; Elbklinik; Hamburg DE', 1],
    ['who leads', 'A; 1120 executive; 86; Elbklinik; Hamburg DE', 1],
    ['of human resources', 'A; 2423 professional; 86; Elbklinik; Hamburg DE', 1],
    ['of whose work nothing is known', 'A; -; 86; Elbklinik; Hamburg DE', 0.75],
    ['who cooks: a way in', 'A; 5120 professional; 86; Elbklinik; Hamburg DE', 0.4],
    ['elsewhere who cooks: none', 'A; 5120 professional; 86; Weserklinik; Hamburg DE', 0],
  ])('%s', (_, line, expected) => {
    expect(strength(personOf('a', line), 'insider')).toBe(expected);
  });

  it('is whoever holds a second post there', () => {
    const professor = personOf('a', 'A; 2310 senior; 85; Hochschule; Hamburg DE');
    expect(strength(professor, 'insider')).toBe(0);
    const board = {
      to: null,
      company: 'Elbklinik',
      isco: '1111',
      nace: '86',
      seniority: 'executive',
    } as const;
    const second: Digest = { ...professor, steps: [...(professor.steps ?? []), board] };
    expect(strength(second, 'insider')).toBe(1);
  });

  it('is nobody who has retired, who stays an expert', () => {
    const goal = makeGoal({ isco: '2512', nace2: '62' });
    const retired: Digest = { ...personOf('a', 'A; 2512 senior; 62; Soft; Hamburg DE'), retired: true };
    expect(strength(retired, 'insider', goal)).toBe(0);
    expect(strength(retired, 'expert', goal)).toBe(1);
  });
});

describe('a doubtful reading', () => {
  it('makes no full role, and below a bound none', () => {
    const goal = makeGoal({ isco: '2512' });
    const sure = (iscoSure: number): Digest => ({
      ...personOf('a', 'A; 2512 senior; 62; Soft; Hamburg DE'),
      iscoSure,
    });
    expect(strength(sure(0.9), 'expert', goal)).toBe(1);
    expect(strength(sure(0.5), 'expert', goal)).toBeCloseTo(0.5 / 0.7);
    expect(strength(sure(0.38), 'expert', goal)).toBe(0);
  });
});

describe('an expert', () => {
  const goal = makeGoal({ isco: '2611', skills: ['Patent law'] }, { kind: 'reachExpertise' });
  it.each([
    ['has the skill', 'A; 2619 professional; 69; Kanzlei; Wien AT; skills Patent law', true],
    ['does the function, and no skill is known', 'A; 2611 professional; 69; Kanzlei; Wien AT', true],
    ['does it, with other skills', 'A; 2611 professional; 69; Kanzlei; Wien AT; skills Family law', false],
  ])('%s', (_, line, expected) => {
    expect(strength(personOf('a', line), 'expert', goal) > 0).toBe(expected);
  });

  it('is told by headline and titles too', () => {
    const named: Digest = {
      ...personOf('a', 'A; 2619 professional; 69; Kanzlei; Wien AT; skills Biology'),
      topics: ' patent law and licences ',
    };
    expect(strength(named, 'expert', goal)).toBe(1);
  });
});

describe('three answers', () => {
  it('where the industry is not known, nothing is denied', () => {
    const goal = makeGoal({ nace2: '86' });
    expect(fitOf(personOf('a', 'A; 2411 professional; -; Firma; Hamburg DE'), goal).unjudged).toContain(
      'insider',
    );
    expect(fitOf(personOf('a', 'A; 2411 professional; 47; Firma; Hamburg DE'), goal).unjudged).not.toContain(
      'insider',
    );
  });

  it('a gap says of how many it could not be told', () => {
    const engine = createAnalysis({ me, goals: [makeGoal({ nace2: '86' })], now: new Date(NOW) });
    for (const id of ['a', 'b']) engine.put(personOf(id, `${id}; 2411 professional; -; Firma; Hamburg DE`));
    engine.put(personOf('c', 'c; 2411 professional; 47; Laden; Hamburg DE'));
    const spot = engine.result().blindSpots.find(({ role }) => role === 'insider');
    expect(spot?.facts).toContainEqual({ key: 'factBlindUnjudged', values: { count: 2 } });
  });

  it('who arrived at a named company is a pathfinder, whatever is known of its industry', () => {
    const came =
      'A; 2411 professional; -; Elbklinik; Hamburg DE; since 2021, was 2411 professional 41 Bau 2015-2021';
    expect(strength(personOf('a', came), 'pathfinder')).toBe(1);
  });
});

describe('a mentor', () => {
  const lead = makeGoal({ isco: '1211', nace2: '41', seniority: 'manager' }, { kind: 'takeLeadership' });
  it.each([
    ['of the field', 'A; 1211 manager; 41; Bau; Hamburg DE', 1],
    ['of the field in another industry', 'A; 1211 manager; 47; Laden; Hamburg DE', 0.7],
    ['who heads other work is none', 'A; 1212 manager; 41; Bau; Hamburg DE', 0],
    ['who owns an unknown shop is none', 'A; 1120 owner; -; Kram; Hamburg DE', 0],
    ['who was one before', 'A; 1120 owner; 70; Rat; Hamburg DE; was 1211 manager 41 Bau 2005-2015', 1],
    ['below the level is none', 'A; 2411 senior; 41; Bau; Hamburg DE', 0],
  ])('%s', (_, line, expected) => {
    expect(strength(personOf('a', line), 'mentor', lead)).toBeCloseTo(expected);
  });
});

describe('a peer', () => {
  const learn = makeGoal({ skills: ['Machine Learning', 'SQL'] }, { kind: 'buildKnowHow' });
  it.each([
    [
      'the same work alone is no sign',
      'A; 2411 professional; 41; Nordbau; Hamburg DE; skills Controlling',
      0,
    ],
    ['who has begun', 'A; 2411 professional; 41; Nordbau; Hamburg DE; skills SQL', 1],
    ['other work with the skill is an expert', 'A; 2512 professional; 62; Soft; Hamburg DE; skills SQL', 0],
  ])('%s', (_, line, expected) => {
    expect(strength(personOf('a', line), 'peer', learn)).toBe(expected);
  });

  it('alone never covers a goal', () => {
    const engine = createAnalysis({ me, goals: [learn], now: new Date(NOW) });
    for (const id of ['a', 'b', 'c'])
      engine.put({
        ...personOf(id, `${id}; 2411 professional; 41; Nordbau; Hamburg DE; tie strong`),
        learning: true,
        skills: ['sql'],
      });
    const [goal] = engine.result().coverage;
    expect(goal?.roles.find(({ role }) => role === 'peer')?.count).toBe(3);
    expect(goal?.covered).toBe(0);
  });
});

describe('bad input', () => {
  it.each([
    ['a target where I stand', makeGoal({ isco: '2411', nace2: '41' }), 'factGoalIsWhereIStand'],
    ['no target', makeGoal({}), 'factGoalWithoutTarget'],
  ])('%s is said, never 0 or 100 % of nothing', (_, goal, key) => {
    const engine = createAnalysis({ me, goals: [goal], now: new Date(NOW) });
    engine.put(personOf('a', 'A; 2411 professional; 41; Nordbau; Hamburg DE; known'));
    expect(engine.result().coverage[0]?.facts.map((fact) => fact.key)).toContain(key);
  });

  it('everybody at one employer: the change of it leaves nobody, and says so', () => {
    const engine = createAnalysis({ me, goals: [clinic], now: new Date(NOW) });
    for (let at = 0; at < 200; at++)
      engine.put(personOf(`c${at}`, `C${at}; 2411 professional; 41; Nordbau; Hamburg DE; known`));
    const test = engine.result().stressTest.find(({ change }) => Object.keys(change).join() === 'company');
    expect(test?.counts).toEqual({ stay: 0, lose: 200, gain: 0 });
    expect(test?.facts[0]).toEqual({ key: 'factStressCompany', values: { count: 0, of: 200 } });
  });
});

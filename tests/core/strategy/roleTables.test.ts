import { describe, expect, it } from 'vitest';
import type { Digest, Goal, Role } from '../../../src/core/model/index.ts';
import { createAnalysis, type MeInContext } from '../../../src/core/strategy/index.ts';
import { makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

/*
 * Near what is near by the engine's own tables: 2411 is near 2412, 1211 and 3313, of one world with 2421, 2423, 2611
 * and 1120, and far from 2221 and 2512; 2512 is near 2511, of one world with 2421. Industry 86 is near 87, neighbouring
 * 85, far from 41 and 62; 41 is near 42. Wien and Graz are in one country; Wien and Hamburg on one continent.
 */
const kim = meOf(personOf('me', 'Kim; 2411 professional; 41; Nordbau; Hamburg DE'));
const WIEN = { text: 'Wien', city: 'Wien', country: 'AT' };

/** How strong a role is and by which fact, or whether it is denied or cannot be told. */
type Judged = [strength: number, fact: string] | 'no' | 'unknown';

function judged(role: Role, goal: Goal, person: string | Digest, me: MeInContext | null = kim): Judged {
  const digest = typeof person === 'string' ? personOf('a', `A; ${person}`) : person;
  const [fit] = createAnalysis({ me, goals: [goal], now: new Date(NOW) }).read(digest).fits;
  const found = fit?.roles.find((one) => one.role === role);
  if (found !== undefined) return [Number(found.strength.toFixed(3)), found.facts[0]?.key ?? ''];
  return fit?.unjudged.includes(role as never) ? 'unknown' : 'no';
}
const of = (line: string, more: Partial<Digest>): Digest => ({ ...personOf('a', `A; ${line}`), ...more });
const goalOf = (target: object, kind: Goal['kind'] = 'changeJob') => makeGoal(target, { kind });
type Row = [what: string, goal: Goal, person: string | Digest, judged: Judged];

describe('an insider', () => {
  const clinic = goalOf({ isco: '2411', nace2: '86' });
  const industry = goalOf({ nace2: '86' });
  const named = goalOf({ nace2: '86', companies: ['Elbklinik'] });
  const heads = goalOf({ isco: '1211', nace2: '86' });
  const inWien = goalOf({ nace2: '86', place: WIEN });
  const abroad = goalOf({ isco: '2512', place: WIEN }, 'projectAbroad');
  const rises = goalOf({ isco: '1211', nace2: '41', seniority: 'manager' }, 'takeLeadership');
  it.each<Row>([
    ['does the work in the industry', clinic, '2411 professional; 86; K; Ulm DE', [1, 'factInsiderIndustry']],
    ['does work near it', clinic, '2412 professional; 86; K; Ulm DE', [1, 'factInsiderIndustry']],
    ['does work of its world', clinic, '2421 professional; 86; K; Ulm DE', [0.8, 'factInsiderIndustry']],
    ['does other work', clinic, '2221 professional; 86; K; Ulm DE', [0.4, 'factInsiderIndustry']],
    ['leads, whatever the work', clinic, '2221 director; 86; K; Ulm DE', [0.8, 'factInsiderIndustry']],
    ['does work that is not known', clinic, '-; 86; K; Ulm DE', [0.6, 'factInsiderIndustry']],
    ['is not in an industry near it', clinic, '2411 professional; 87; K; Ulm DE', 'no'],
    ['is in an industry that is not known', clinic, '2411 professional; -; K; Ulm DE', 'unknown'],
    [
      'does any work, where the goal names none',
      industry,
      '2221 professional; 86; K; Ulm DE',
      [1, 'factInsiderIndustry'],
    ],
    [
      'does the user’s work beside the named company',
      named,
      '2411 professional; 86; K; Ulm DE',
      [0.8, 'factInsiderIndustry'],
    ],
    ['does other work beside the named company: no', named, '2221 professional; 86; K; Ulm DE', 'no'],
    ['heads the function', heads, '1211 manager; 86; K; Ulm DE', [1, 'factInsiderIndustry']],
    ['leads in the function', heads, '2411 lead; 86; K; Ulm DE', [1, 'factInsiderIndustry']],
    [
      'does the function that is headed',
      heads,
      '2411 professional; 86; K; Ulm DE',
      [0.8, 'factInsiderIndustry'],
    ],
    ['does it at a level that is not known', heads, '2411; 86; K; Ulm DE', [1, 'factInsiderIndustry']],
    [
      'of a function alone',
      goalOf({ isco: '2512' }),
      '2512 professional; 62; S; Ulm DE',
      [1, 'factInsiderFunction'],
    ],
    [
      'of a function alone does not work near it',
      goalOf({ isco: '2512' }),
      '2511 professional; 62; S; Ulm DE',
      'no',
    ],
    ['of a function alone whose work is not known', goalOf({ isco: '2512' }), '-; 62; S; Ulm DE', 'unknown'],
    [
      'of a function beside a named company is none',
      goalOf({ isco: '2512', companies: ['Elbklinik'] }),
      '2512 professional; 62; S; Ulm DE',
      'no',
    ],
    ['at the place', inWien, '2411 professional; 86; K; Wien AT', [1, 'factInsiderIndustry']],
    ['elsewhere in the country', inWien, '2411 professional; 86; K; Graz AT', [0.75, 'factInsiderIndustry']],
    ['at a place that is not known', inWien, '2411 professional; 86; K', [0.5, 'factInsiderIndustry']],
    ['in another country: no', inWien, '2411 professional; 86; K; Hamburg DE', 'no'],
    [
      'in other work at the place abroad',
      abroad,
      '5223 professional; 47; L; Wien AT',
      [0.7, 'factInsiderPlace'],
    ],
    ['in other work elsewhere abroad', abroad, '5223 professional; 47; L; Graz AT', 'no'],
    ['in other work, nobody knows where', abroad, '5223 professional; 47; L', 'unknown'],
    [
      'in other work at the place of another kind of goal',
      goalOf({ isco: '2512', place: WIEN }),
      '5223 professional; 47; L; Wien AT',
      'no',
    ],
    [
      'in other work, nobody knows where, of another kind of goal',
      goalOf({ isco: '2512', place: WIEN }),
      '5223 professional; 47; L',
      'no',
    ],
    [
      'of a place alone',
      goalOf({ place: WIEN }),
      '5223 professional; 47; L; Wien AT',
      [1, 'factInsiderPlace'],
    ],
    ['of the own industry: who has risen', rises, '1211 manager; 41; B; Ulm DE', [1, 'factInsiderIndustry']],
    ['of the own industry: who has not', rises, '2411 professional; 41; B; Ulm DE', 'no'],
    [
      'of the own industry: of whom it is not known',
      rises,
      '2411; 41; B; Ulm DE',
      [1, 'factInsiderIndustry'],
    ],
    [
      'of the own industry in other work is none',
      goalOf({ isco: '2411', nace2: '41', seniority: 'professional' }),
      '2221 professional; 41; B; Ulm DE',
      'no',
    ],
  ])('%s', (_, goal, person, expected) => {
    expect(judged('insider', goal, person)).toEqual(expected);
  });
});

describe('an expert', () => {
  const software = goalOf({ isco: '2512' });
  const skilled = goalOf({ isco: '2512', skills: ['Rust', 'SQL'] });
  const three = goalOf({ isco: '2512', skills: ['Rust', 'SQL', 'Go'] });
  it.each<Row>([
    ['does the function', software, '2512 senior; 62; S; Ulm DE', [1, 'factExpertFunction']],
    ['does it as a professional', software, '2512 professional; 62; S; Ulm DE', [1, 'factExpertFunction']],
    ['does it at a level that is not known', software, '2512; 62; S; Ulm DE', [0.8, 'factExpertFunction']],
    ['begins in it: no', software, '2512 junior; 62; S; Ulm DE', 'no'],
    ['does something near', software, '2511 senior; 62; S; Ulm DE', [0.6, 'factExpertNear']],
    [
      'does something near at a level that is not known',
      software,
      '2511; 62; S; Ulm DE',
      [0.48, 'factExpertNear'],
    ],
    ['does something of the world: no', software, '2421 senior; 62; S; Ulm DE', 'no'],
    ['does what is not known', software, '-; 62; S; Ulm DE', 'unknown'],
    [
      'of skills does the function, no skill is known',
      skilled,
      '2512 senior; 62; S; Ulm DE',
      [0.6, 'factExpertFunction'],
    ],
    [
      'of skills does something near, no skill is known',
      skilled,
      '2511 senior; 62; S; Ulm DE',
      [0.36, 'factExpertNear'],
    ],
    ['has one of two', skilled, '5223 senior; 47; L; Ulm DE; skills Rust', [0.8, 'factExpertSkill']],
    ['has both', skilled, '5223 senior; 47; L; Ulm DE; skills SQL/rust', [1, 'factExpertSkill']],
    ['has others', skilled, '2512 senior; 62; S; Ulm DE; skills Law', 'no'],
    ['learns them', skilled, of('5223 senior; 47; L; Ulm DE; skills Rust', { learning: true }), 'no'],
    ['has one of three, of a far function: no', three, '5223 senior; 47; L; Ulm DE; skills Rust', 'no'],
    [
      'has one of three, of the world',
      three,
      '2421 senior; 47; L; Ulm DE; skills Rust',
      [0.733, 'factExpertSkill'],
    ],
    [
      'has one of three, where no function is asked',
      goalOf({ skills: ['Rust', 'SQL', 'Go'] }),
      '5223 senior; 47; L; Ulm DE; skills Rust',
      [0.733, 'factExpertSkill'],
    ],
    [
      'of skills alone, of whom none is known',
      goalOf({ skills: ['Rust'] }),
      '5223 senior; 47; L; Ulm DE',
      'unknown',
    ],
    [
      'of what the user does already is nobody',
      goalOf({ isco: '2411', nace2: '86' }),
      '2411 senior; 86; K; Ulm DE',
      'no',
    ],
    [
      'of it is somebody where depth is the goal',
      goalOf({ isco: '2411', nace2: '86' }, 'buildKnowHow'),
      '2411 senior; 86; K; Ulm DE',
      [1, 'factExpertFunction'],
    ],
    [
      'of an industry is long in it',
      goalOf({ nace2: '86' }),
      '2221 senior; 86; K; Ulm DE',
      [0.8, 'factExpertIndustry'],
    ],
    ['of an industry is not just in it', goalOf({ nace2: '86' }), '2221 professional; 86; K; Ulm DE', 'no'],
    ['of an industry at a level that is not known', goalOf({ nace2: '86' }), '2221; 86; K; Ulm DE', 'no'],
    ['of an industry is not in one near it', goalOf({ nace2: '86' }), '2221 senior; 87; K; Ulm DE', 'no'],
    [
      'of a managing function leads',
      goalOf({ isco: '1211' }),
      '2411 lead; 86; K; Ulm DE',
      [0.6, 'factExpertNear'],
    ],
    [
      'of a managing function does more than the work',
      goalOf({ isco: '1211' }),
      '2411 professional; 86; K; Ulm DE',
      'no',
    ],
    [
      'who is doubtful is less of one',
      software,
      of('2512 senior; 62; S; Ulm DE', { iscoSure: 0.6 }),
      [0.857, 'factExpertFunction'],
    ],
    [
      'who is doubtful near it, too',
      software,
      of('2511 senior; 62; S; Ulm DE', { iscoSure: 0.6 }),
      [0.514, 'factExpertNear'],
    ],
  ])('%s', (_, goal, person, expected) => {
    expect(judged('expert', goal, person)).toEqual(expected);
  });
});

describe('a door-opener', () => {
  const clinic = goalOf({ isco: '2411', nace2: '86', companies: ['Elbklinik'] });
  const founding = goalOf({ isco: '2411', nace2: '86' }, 'foundOrInvest');
  const inWien = goalOf({ isco: '2411', nace2: '86', place: WIEN });
  const moving = goalOf({ isco: '2411', place: WIEN });
  const hinge = (more: Partial<Digest>, place = 'Ulm DE') => of(`2423 senior; 78; P; ${place}`, more);
  const hub = (line: string, more: Partial<Digest> = {}) => of(line, { ownHub: true, ...more });
  it.each<Row>([
    [
      'finds people for the industry',
      clinic,
      hinge({ hinge: 'recruiter', servesNace: ['86'] }),
      [0.9, 'factServesField_recruiter'],
    ],
    [
      'speaks for it',
      clinic,
      hinge({ hinge: 'association', servesNace: ['62', '86'] }),
      [0.9, 'factServesField_association'],
    ],
    [
      'finds people for an industry near it: no',
      clinic,
      hinge({ hinge: 'recruiter', servesNace: ['87'] }),
      'no',
    ],
    ['finds people for what is not known', clinic, hinge({ hinge: 'recruiter' }), 'unknown'],
    [
      'finds people for the work',
      clinic,
      hinge({ hinge: 'recruiter', servesIsco: ['24'] }),
      [0.9, 'factServesField_recruiter'],
    ],
    [
      'finds people for the very work',
      goalOf({ isco: '24' }),
      hinge({ hinge: 'recruiter', servesIsco: ['2411'] }),
      [0.9, 'factServesField_recruiter'],
    ],
    ['finds people for other work', clinic, hinge({ hinge: 'recruiter', servesIsco: ['25'] }), 'no'],
    [
      'finds people for the work in another industry',
      clinic,
      hinge({ hinge: 'recruiter', servesIsco: ['24'], servesNace: ['62'] }),
      'no',
    ],
    [
      'finds people for the work in another industry, where none is asked',
      goalOf({ isco: '2512' }),
      hinge({ hinge: 'recruiter', servesIsco: ['25'], servesNace: ['62'] }),
      [0.9, 'factServesField_recruiter'],
    ],
    [
      'serves the user’s own field, where the goal names none',
      goalOf({ skills: ['Rust'] }),
      hinge({ hinge: 'recruiter', servesNace: ['41'] }),
      [0.9, 'factServesField_recruiter'],
    ],
    [
      'serves the user’s own work, where the goal names none',
      goalOf({ skills: ['Rust'] }),
      hinge({ hinge: 'recruiter', servesIsco: ['2411'] }),
      [0.9, 'factServesField_recruiter'],
    ],
    ['has money, for a job: no', clinic, hinge({ hinge: 'investor', servesNace: ['86'] }), 'no'],
    ['has money', founding, hinge({ hinge: 'investor' }), [0.9, 'factServesField_investor']],
    ['has money for another field', founding, hinge({ hinge: 'investor', servesNace: ['62'] }), 'no'],
    ['advises founders', founding, hinge({ hinge: 'adviser' }), [0.9, 'factServesField_adviser']],
    ['finds people elsewhere: no', inWien, hinge({ hinge: 'recruiter', servesNace: ['86'] }), 'no'],
    [
      'finds people at the place',
      inWien,
      hinge({ hinge: 'recruiter', servesNace: ['86'] }, 'Graz AT'),
      [0.9, 'factServesField_recruiter'],
    ],
    [
      'leads the target company',
      clinic,
      '1120 executive; 86; Elbklinik; Ulm DE',
      [0.8, 'factLeadsTargetCompany'],
    ],
    ['leads a part of it: no', clinic, '2411 director; 86; Elbklinik; Ulm DE', 'no'],
    ['runs it by the function', clinic, '1120; 86; Elbklinik; Ulm DE', [0.8, 'factLeadsTargetCompany']],
    ['is a key person inside', clinic, hub('2221 senior; 86; K; Ulm DE'), [1, 'factDoorOpener']],
    [
      'is a key person of the company',
      clinic,
      hub('2221 senior; 41; Elbklinik; Ulm DE'),
      [1, 'factDoorOpener'],
    ],
    ['is a key person beside', clinic, hub('2221 senior; 85; H; Ulm DE'), [0.7, 'factDoorOpenerBeside']],
    ['is a key person of another industry', clinic, hub('2221 senior; 62; S; Ulm DE'), 'no'],
    [
      'is a key person of the user’s own work, which needs no door',
      clinic,
      hub('2411 senior; 62; S; Ulm DE'),
      'no',
    ],
    [
      'finds people for others, however well connected',
      clinic,
      hub('2423 senior; 86; P; Ulm DE', { hinge: 'recruiter', servesNace: ['62'] }),
      'no',
    ],
    [
      'is a key person of the user’s field, where the goal names none',
      goalOf({ skills: ['Rust'] }),
      hub('2411 senior; 62; S; Ulm DE'),
      [1, 'factDoorOpener'],
    ],
    [
      'is a key person near it, where the goal names none',
      goalOf({ skills: ['Rust'] }),
      hub('2412 senior; 62; S; Ulm DE'),
      [0.7, 'factDoorOpenerBeside'],
    ],
    [
      'is a key person at the place, where no field is named',
      goalOf({ place: WIEN }),
      hub('2221 senior; 62; S; Wien AT'),
      [1, 'factDoorOpener'],
    ],
    [
      'is a key person of the field at the new place',
      moving,
      hub('2411 senior; 62; S; Wien AT'),
      [1, 'factDoorOpener'],
    ],
    ['is a key person of the field at the old place', moving, hub('2411 senior; 62; S; Hamburg DE'), 'no'],
    [
      'is a key person of any field at the place abroad',
      makeGoal({ isco: '2411', place: WIEN }, { kind: 'projectAbroad' }),
      hub('2221 senior; 62; S; Wien AT'),
      [0.7, 'factDoorOpenerBeside'],
    ],
    ['is no key person', clinic, '2221 senior; 86; K; Ulm DE', 'no'],
    [
      'is a key person inside, nobody knows where',
      inWien,
      hub('2221 senior; 86; K'),
      [0.5, 'factDoorOpener'],
    ],
  ])('%s', (_, goal, person, expected) => {
    expect(judged('doorOpener', goal, person)).toEqual(expected);
  });
});

describe('a pathfinder', () => {
  const clinic = goalOf({ isco: '2411', nace2: '86' });
  const moving = goalOf({ isco: '2411', place: WIEN });
  const rises = goalOf({ isco: '1211', nace2: '41', seniority: 'manager' });
  const both = goalOf({ isco: '2512', nace2: '62' });
  const at = (now: string, ...was: string[]) => `${now}, ${was.map((one) => `was ${one}`).join(', ')}`;
  const career = (now: Partial<Digest>, ...steps: NonNullable<Digest['steps']>): Digest => ({
    id: 'a',
    name: 'A',
    seen: 0,
    steps,
    ...now,
  });
  it.each<Row>([
    [
      'came from the user’s industry',
      clinic,
      at('2411 professional; 86; K; Ulm DE; since 2021', '2411 professional 41 B 2015-2021'),
      [1, 'factPathfinderYear'],
    ],
    [
      'came at some time',
      clinic,
      at('2411 professional; 86; K; Ulm DE; known', '2411 professional 41 B 2015-2021'),
      [1, 'factPathfinder'],
    ],
    [
      'came from the user’s work in another industry',
      clinic,
      at('2411 professional; 86; K; Ulm DE; known', '2411 professional 62 S 2015-2021'),
      [1, 'factPathfinder'],
    ],
    [
      'came from the user’s industry in other work',
      clinic,
      at('2411 professional; 86; K; Ulm DE; known', '2221 professional 42 B 2015-2021'),
      [1, 'factPathfinder'],
    ],
    [
      'came from elsewhere',
      clinic,
      at('2411 professional; 86; K; Ulm DE; known', '2221 professional 62 S 2015-2021'),
      'no',
    ],
    [
      'was there all the time',
      clinic,
      at('2411 professional; 86; K; Ulm DE; known', '2411 professional 86 L 2015-2021'),
      'no',
    ],
    [
      'has not arrived',
      clinic,
      at('2411 professional; 62; K; Ulm DE; known', '2411 professional 41 B 2015-2021'),
      'no',
    ],
    [
      'arrived once, and went on',
      clinic,
      at(
        '2411 professional; 62; K; Ulm DE; known',
        '2411 professional 86 L 2015-2021',
        '2411 professional 41 B 2010-2015',
      ),
      [1, 'factPathfinderYear'],
    ],
    [
      'came two steps ago',
      clinic,
      at(
        '2411 professional; 86; K; Ulm DE; known',
        '2411 professional 86 L 2015-2021',
        '2411 professional 41 B 2010-2015',
      ),
      [1, 'factPathfinder'],
    ],
    ['of whom only today is known', clinic, '2411 professional; 86; K; Ulm DE; known', 'unknown'],
    [
      'came from nobody knows which industry',
      clinic,
      career(
        { isco: '2411', nace: '86' },
        { to: null, isco: '2411', nace: '86' },
        { isco: '2411', to: 2020 },
      ),
      [0.7, 'factPathfinder'],
    ],
    [
      'has arrived nobody knows where',
      clinic,
      career({ isco: '2411' }, { to: null, isco: '2411' }, { isco: '2411', nace: '41', to: 2020 }),
      [0.7, 'factPathfinder'],
    ],
    [
      'has moved in both',
      both,
      at('2512 professional; 62; S; Ulm DE; known', '2411 professional 41 B 2015-2021'),
      [1, 'factPathfinder'],
    ],
    [
      'has moved near it in the work',
      both,
      at('2511 professional; 62; S; Ulm DE; known', '2411 professional 41 B 2015-2021'),
      [1, 'factPathfinder'],
    ],
    [
      'has moved in one of both',
      both,
      at('2411 professional; 62; S; Ulm DE; known', '2411 professional 41 B 2015-2021'),
      'no',
    ],
    [
      'did the work before',
      both,
      at('2512 professional; 62; S; Ulm DE; known', '2512 professional 41 B 2015-2021'),
      'no',
    ],
    [
      'has gone to the country',
      moving,
      career(
        { isco: '2411', place: WIEN },
        { to: null, isco: '2411', country: 'AT' },
        { isco: '2411', country: 'DE', to: 2020 },
      ),
      [1, 'factPathfinder'],
    ],
    [
      'has gone to another country',
      moving,
      career(
        { isco: '2411' },
        { to: null, isco: '2411', country: 'CH' },
        { isco: '2411', country: 'DE', to: 2020 },
      ),
      'no',
    ],
    [
      'has come from a third country',
      moving,
      career(
        { isco: '2411', place: WIEN },
        { to: null, isco: '2411', country: 'AT' },
        { isco: '2411', country: 'FR', to: 2020 },
      ),
      'no',
    ],
    [
      'has been in the country before',
      moving,
      career(
        { isco: '2411', place: WIEN },
        { to: null, isco: '2411', country: 'AT' },
        { isco: '2411', country: 'AT', to: 2020 },
      ),
      'no',
    ],
    [
      'has come nobody knows from where',
      moving,
      career(
        { isco: '2411', place: WIEN },
        { to: null, isco: '2411', country: 'AT' },
        { isco: '2411', to: 2020 },
      ),
      [0.7, 'factPathfinder'],
    ],
    [
      'has gone to the country in other work',
      moving,
      career(
        { isco: '2221', nace: '86', place: WIEN },
        { to: null, isco: '2221', nace: '86', country: 'AT' },
        { isco: '2411', country: 'DE', to: 2020 },
      ),
      'no',
    ],
    [
      'has risen',
      rises,
      at('1211 manager; 41; B; Ulm DE; known', '2411 professional 41 B 2015-2021'),
      [1, 'factPathfinder'],
    ],
    [
      'was there from the beginning',
      rises,
      at('1211 manager; 41; B; Ulm DE; known', '1211 manager 41 C 2015-2021'),
      'no',
    ],
    [
      'has risen from nobody knows where',
      rises,
      career(
        { isco: '1211', nace: '41', seniority: 'manager' },
        { to: null, isco: '1211', nace: '41', seniority: 'manager' },
        { isco: '2411', nace: '41', to: 2020 },
      ),
      [0.7, 'factPathfinder'],
    ],
    [
      'came to the named company',
      goalOf({ companies: ['Elbklinik'] }),
      at('2221 professional; 86; Elbklinik; Ulm DE; known', '2411 professional 41 B 2015-2021'),
      [1, 'factPathfinder'],
    ],
    [
      'came from the named company',
      goalOf({ companies: ['Elbklinik'] }),
      at('2411 professional; 41; B; Ulm DE; known', '2411 professional 41 Elbklinik 2015-2021'),
      'no',
    ],
    [
      'went from the named company to its like',
      goalOf({ companies: ['Elbklinik'] }),
      at('2411 professional; 86; Elbklinik; Ulm DE; known', '2411 professional 41 Elbklinik 2015-2021'),
      'no',
    ],
  ])('%s', (_, goal, person, expected) => {
    expect(judged('pathfinder', goal, person)).toEqual(expected);
  });

  it('is nobody for a user of whom nothing is known', () => {
    const line = at('2411 professional; 86; K; Ulm DE; known', '2411 professional 41 B 2015-2021');
    expect(judged('pathfinder', clinic, line, null)).toBe('no');
  });
});

describe('a mentor', () => {
  const clinic = goalOf({ isco: '2411', nace2: '86' });
  const industry = goalOf({ nace2: '86' });
  const founding = goalOf({ nace2: '86' }, 'foundOrInvest');
  const executive = meOf(personOf('me', 'Kim; 2411 executive; 41; Nordbau; Hamburg DE'));
  const nobody = meOf(personOf('me', 'Kim; - professional; -; Nordbau; Hamburg DE'));
  it.each<[string, Goal, string | Digest, Judged, (MeInContext | null)?]>([
    ['stands two steps above in the field', clinic, '2411 lead; 86; K; Ulm DE', [1, 'factMentor']],
    ['stands one step above: no', clinic, '2411 senior; 86; K; Ulm DE', 'no'],
    ['stands above in the work elsewhere', clinic, '2411 lead; 62; S; Ulm DE', [0.7, 'factMentor']],
    ['stands above near the industry', clinic, '2411 lead; 87; K; Ulm DE', [1, 'factMentor']],
    ['leads the industry', clinic, '1120 executive; 86; K; Ulm DE', [0.7, 'factMentor']],
    ['leads another industry', clinic, '1120 executive; 62; S; Ulm DE', 'no'],
    ['stands above in other work', clinic, '2221 lead; 86; K; Ulm DE', 'no'],
    [
      'rose from the field',
      clinic,
      '1120 executive; 86; K; Ulm DE; known, was 2411 professional 86 K 2005-2010',
      [1, 'factMentor'],
    ],
    [
      'rose from the field to another industry',
      clinic,
      '1120 executive; 62; K; Ulm DE; known, was 2411 professional 86 K 2005-2010',
      'no',
    ],
    ['whose level is not known', clinic, '2411; 86; K; Ulm DE', 'unknown'],
    ['of whom nothing is known', clinic, '-; -; K; Ulm DE', 'no'],
    ['whose work is not known', clinic, of('-; 86; K; Ulm DE', { seniority: 'lead' }), 'unknown'],
    ['leads in an industry, where no work is asked', industry, '2221 lead; 86; K; Ulm DE', [1, 'factMentor']],
    ['leads near it', industry, '2221 lead; 87; K; Ulm DE', [1, 'factMentor']],
    ['leads elsewhere', industry, '2221 lead; 62; K; Ulm DE', 'no'],
    ['leads nobody knows where', industry, '2221 lead; -; K; Ulm DE', 'unknown'],
    ['of the highest is their equal', clinic, '2411 executive; 86; K; Ulm DE', [1, 'factMentor'], executive],
    ['of the highest is nobody below', clinic, '2411 director; 86; K; Ulm DE', 'no', executive],
    ['runs a firm of the industry', founding, '1120 executive; 86; K; Ulm DE', [1, 'factMentor']],
    ['works on their own account alone', founding, '2411 owner; 86; K; Ulm DE', 'no'],
    [
      'of a user without a field, toward no field',
      goalOf({ skills: ['Rust'] }),
      '2221 lead; 86; K; Ulm DE',
      [0.4, 'factMentor'],
      nobody,
    ],
    [
      'of the user’s own field, where the goal names none',
      goalOf({ skills: ['Rust'] }),
      '2411 lead; 41; B; Ulm DE',
      [1, 'factMentor'],
    ],
    [
      'of the user’s own work elsewhere, where the goal names none',
      goalOf({ skills: ['Rust'] }),
      '2411 lead; 62; B; Ulm DE',
      [0.7, 'factMentor'],
    ],
    [
      'heads the same as is aimed at: another field',
      goalOf({ isco: '1211', nace2: '86' }),
      '1212 manager; 86; K; Ulm DE',
      'no',
    ],
  ])('%s', (_, goal, person, expected, me = kim) => {
    expect(judged('mentor', goal, person, me)).toEqual(expected);
  });

  it('of a level has reached it, and stands above the user', () => {
    const lead = goalOf({ isco: '2411', nace2: '41', seniority: 'lead' }, 'takeLeadership');
    expect(judged('mentor', lead, '2411 lead; 41; B; Ulm DE')).toEqual([1, 'factMentor']);
    expect(judged('mentor', lead, '2411 senior; 41; B; Ulm DE')).toBe('no');
    expect(judged('mentor', lead, of('2411 professional; 41; B; Ulm DE', { head: true }))).toEqual([
      1,
      'factMentor',
    ]);
  });
});

describe('a peer', () => {
  const learn = goalOf({ skills: ['Machine Learning', 'SQL'] }, 'buildKnowHow');
  const turn = goalOf({ isco: '2512' }, 'buildKnowHow');
  it.each<Row>([
    [
      'does the user’s work and has begun',
      learn,
      '2411 professional; 62; S; Ulm DE; skills SQL',
      [1, 'factPeerSkill'],
    ],
    ['stands one step beside', learn, '2411 senior; 62; S; Ulm DE; skills SQL', [1, 'factPeerSkill']],
    ['stands two steps above', learn, '2411 lead; 62; S; Ulm DE; skills SQL', 'no'],
    ['stands nobody knows where', learn, '2411; 62; S; Ulm DE; skills SQL', [1, 'factPeerSkill']],
    ['does work near it', learn, '2412 professional; 62; S; Ulm DE; skills SQL', 'no'],
    [
      'says so, in any work',
      learn,
      of('5223 lead; 62; S; Ulm DE; skills SQL', { learning: true }),
      [1, 'factPeerSays'],
    ],
    [
      'says so of something else',
      learn,
      of('2411 professional; 62; S; Ulm DE; skills Law', { learning: true }),
      'no',
    ],
    [
      'says so, near the function',
      turn,
      of('2511 professional; 62; S; Ulm DE', { learning: true }),
      [1, 'factPeerSays'],
    ],
    [
      'says so, far from the function',
      turn,
      of('5223 professional; 62; S; Ulm DE', { learning: true }),
      'no',
    ],
    [
      'has arrived',
      makeGoal({ isco: '2512', skills: ['SQL'] }, { kind: 'buildKnowHow' }),
      '2512 professional; 62; S; Ulm DE; skills SQL',
      'no',
    ],
    [
      'is in the company already',
      makeGoal({ companies: ['S'], skills: ['SQL'] }, { kind: 'buildKnowHow' }),
      '2411 professional; 62; S; Ulm DE; skills SQL',
      'no',
    ],
    [
      'is in the industry already',
      makeGoal({ nace2: '62', skills: ['SQL'] }, { kind: 'buildKnowHow' }),
      '2411 professional; 62; S; Ulm DE; skills SQL',
      'no',
    ],
    [
      'is on the way to the industry',
      makeGoal({ nace2: '62', skills: ['SQL'] }, { kind: 'buildKnowHow' }),
      '2411 professional; 41; B; Ulm DE; skills SQL',
      [1, 'factPeerSkill'],
    ],
  ])('%s', (_, goal, person, expected) => {
    expect(judged('peer', goal, person)).toEqual(expected);
  });
});

describe('the user’s own word on a role', () => {
  const clinic = goalOf({ isco: '2411', nace2: '86' });
  const said = (role: Role, is: boolean, goalId = 'g1') =>
    of('2411 professional; 86; K; Ulm DE', { ownRoles: [{ goalId, role, is }] });
  it('holds against everything that is told, for its goal alone', () => {
    expect(judged('sponsor', clinic, said('sponsor', true))).toEqual([1, 'factRoleOwn']);
    expect(judged('insider', clinic, said('insider', false))).toBe('no');
    expect(judged('insider', clinic, said('insider', true))).toEqual([1, 'factRoleOwn']);
    expect(judged('insider', clinic, said('insider', false, 'g2'))).toEqual([1, 'factInsiderIndustry']);
    expect(judged('mentor', clinic, said('insider', true))).toBe('no');
    const open = makeGoal({});
    expect(judged('sponsor', open, said('sponsor', true))).toEqual([1, 'factRoleOwn']);
    expect(judged('sponsor', open, said('mentor', true))).toBe('no');
  });

  it('that takes a role away is told apart from one that was never there', () => {
    const engine = createAnalysis({ me: kim, goals: [clinic], now: new Date(NOW) });
    expect(engine.read(said('insider', false)).fits[0]?.denied).toEqual(['insider']);
    expect(engine.read(said('mentor', true)).fits[0]?.denied).toEqual([]);
  });
});

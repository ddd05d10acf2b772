import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, Place } from '../../../src/core/model/index.ts';
import { rowsFrom } from '../../../src/core/strategy/coverage.ts';
import { hubEvidence } from '../../../src/core/strategy/hub.ts';
import { createAnalysis, digestOf } from '../../../src/core/strategy/index.ts';
import { bestRows } from '../../../src/core/strategy/ranking.ts';
import { herfindahl, hillNumbers } from '../../../src/core/strategy/shares.ts';
import { placeNearness } from '../../../src/core/strategy/viewpoint.ts';
import { makeContact, makeGoal, NOW } from '../../make.ts';
import { meOf, personOf } from './scenario.ts';

describe('dependence and diversity', () => {
  it.each([
    [[4], 1, [1, 1, 1]],
    [[1, 1, 1, 1], 0.25, [4, 4, 4]],
    [[3, 1], 0.625, [2, 1.754765, 1.6]],
    [[8, 1, 1], 0.66, [3, 1.894646, 1.515152]],
    [[2, 0], 1, [1, 1, 1]],
  ])('of %j', (counts, index, hill) => {
    expect(herfindahl(counts)).toBeCloseTo(index, 6);
    const found = hillNumbers(counts) ?? [];
    for (const [order, value] of found.entries()) expect(value).toBeCloseTo(hill[order] ?? 0, 6);
  });

  it('of nothing is not known', () => {
    expect(herfindahl([])).toBeNull();
    expect(hillNumbers([0, 0])).toBeNull();
  });
});

describe('nearness to the place of a goal', () => {
  const hamburg: Place = { text: 'Hamburg', city: 'Hamburg', country: 'DE' };
  const bremen: Place = { text: 'Bremen', city: 'Bremen', country: 'DE' };
  const wien: Place = { text: 'Wien', city: 'Wien', country: 'AT' };
  const lima: Place = { text: 'Lima', city: 'Lima', country: 'PE' };
  const germany: Place = { text: 'Germany', country: 'DE' };

  it.each([
    [germany, hamburg, 1],
    [germany, wien, 0.1],
    [germany, lima, 0],
    [hamburg, hamburg, 1],
    [hamburg, bremen, 0.5],
    [hamburg, wien, 0.1],
    [hamburg, { text: 'somewhere' }, null],
    [hamburg, undefined, null],
  ])('%j, %j: %s', (target, place, nearness) => {
    expect(placeNearness(target, place)).toBe(nearness);
  });
});

describe('evidence of a key person', () => {
  const evidenceOf = (extras: string) =>
    hubEvidence(personOf('x', `Ada Blum; 2221 senior; 86; Klinik; Bremen DE; ${extras}`));

  it.each([
    ['known', 0, false],
    ['bridge board', 0.35, false],
    ['bridge board, connections 500', 0.6, true],
    ['bridge board, followers 2000', 0.6, true],
    ['followers 1999, connections 499, mutual 9', 0, false],
    ['mutual 10, connections 500', 0.4, false],
    ['introduced a', 0.3, false],
    ['introduced a/b/c', 0.6, true],
    ['introduced a/b/c/d/e, bridge board, connections 500', 1, true],
    ['hub', 1, true],
  ])('%s: %s', (extras, strength, isHub) => {
    expect(evidenceOf(extras)).toMatchObject({ strength, isHub });
  });

  it.each([
    [0, 0],
    [1, 0.1],
    [2, 0.15],
    [3, 0.2],
    [4, 0.25],
    [5, 0.3],
    [9, 0.3],
  ])('of whom %i contacts are known to be acquainted: %f', (count, strength) => {
    const knows = Array.from({ length: count }, (_, at) => `k${at}`);
    const person = personOf('x', 'Ada Blum; 2221 senior; 86; Klinik; Bremen DE');
    expect(hubEvidence({ ...person, knows }).strength).toBe(strength);
    // At either end, where that is counted.
    expect(hubEvidence({ ...person, knows: ['a'], acquainted: count }).strength).toBe(strength);
    const facts = hubEvidence({ ...person, knows }).evidence.map(({ fact }) => fact);
    expect(facts).toEqual(count === 0 ? [] : [{ key: 'factHubAcquaintances', values: { count } }]);
  });

  it.each([
    ['introduced a', 0.3],
    ['introduced a/b', 0.45],
    ['introduced a/b/c/d', 0.6],
    ['affiliations 2', 0.2],
    ['mutual 10', 0.15],
    ['mutual 9', 0],
    ['followers 2000', 0.25],
    ['connections 500', 0.25],
    ['followers 2000, connections 500', 0.25],
  ])('weighs each sign by itself: %s, %f', (extras, strength) => {
    expect(evidenceOf(extras).strength).toBe(strength);
  });

  it('sees a wide career, not a long one', () => {
    const long =
      'was 2221 senior 86 A 2010-2015, was 2221 senior 86 B 2005-2010, was 2221 senior 86 C 2000-2005';
    const wide =
      'was 1221 senior 47 A 2010-2015, was 2512 senior 62 B 2005-2010, was 2611 senior 69 C 2000-2005';
    expect(evidenceOf(long).evidence).toEqual([]);
    expect(evidenceOf(wide).evidence.map(({ fact }) => fact.key)).toEqual([
      'factHubRange',
      'factHubRangeFunctions',
    ]);
  });
});

describe('the stress test', () => {
  const me = meOf(personOf('me', 'Kim; 2521 senior; 65; Versicherung; Hamburg DE'));
  const people: Digest[] = [
    personOf('desk', 'Desk Mate; 2521 senior; 65; Versicherung; Hamburg DE; known'),
    personOf('ally', 'Old Ally; 2521 senior; 65; Versicherung; Hamburg DE; tie moderate'),
    personOf('friend', 'Best Friend; 2221 senior; 86; Klinik; Hamburg DE; tie strong'),
    personOf('nurse', 'Far Nurse; 2221 senior; 86; Klinik; Lima PE; tie strong'),
  ];
  const engine = createAnalysis({ me, goals: [], now: new Date(NOW) });
  for (const digest of people) engine.put(digest);

  it('leaving the employer keeps those whose tie carries', () => {
    const left = engine.test({ company: true });
    expect(left).toMatchObject({ lose: ['desk'], gain: [] });
    expect([...left.stay].sort()).toEqual(['ally', 'friend', 'nurse']);
    expect(left.helps).toContainEqual({ contactId: 'friend', by: 'person' });
    expect(left.ends).toEqual([{ contactId: 'desk', by: 'roof' }]);
  });

  it('moving away within the firm keeps those whose tie carries: one firm is not one roof', () => {
    const moved = engine.test({ place: { place: { text: 'Lima', city: 'Lima', country: 'PE' } } });
    expect(moved).toMatchObject({ lose: ['desk'] });
    expect(moved.stay).toContain('ally');
    expect(engine.test({ place: { place: { text: 'Bremen', city: 'Bremen', country: 'DE' } } }).lose).toEqual(
      [],
    );
  });

  it('a friend stays a friend whatever changes, and helps by the work where the work is shared', () => {
    const gone = engine.test({ company: true, function: true, industry: true, place: true });
    expect(gone.helps.map(({ contactId, by }) => `${contactId} ${by}`).sort()).toEqual([
      'friend person',
      'nurse person',
    ]);
    const moved = engine.test({ function: { isco: '2221' }, industry: { nace2: '86' } });
    expect(moved.helps).toContainEqual({ contactId: 'friend', by: 'work' });
    expect(moved.ends.map(({ contactId }) => contactId).sort()).toEqual(['ally', 'desk']);
  });

  it('going to a company gives its roof, and says who is there', () => {
    const there = engine.test({ company: { to: 'Klinik GmbH' }, function: { isco: '2221' } });
    expect(there.helps).toContainEqual({ contactId: 'friend', by: 'roof' });
    expect(there.there.find(({ need }) => need === 'insider')?.inContact.sort()).toEqual(['friend', 'nurse']);
  });

  it('says what the new situation asks for and nobody fills', () => {
    const { there } = engine.test({ function: { isco: '2611' }, industry: { nace2: '69' } });
    expect(there.map(({ need }) => need)).toEqual(['insider', 'expert', 'keyPerson', 'peer']);
    for (const { inContact, known } of there) expect([...inContact, ...known]).toEqual([]);
    // What is not named cannot be told.
    expect(engine.test({ company: true, function: true, industry: true, place: true }).there).toEqual([]);
  });

  it('no change changes nothing', () => {
    expect(engine.test({})).toMatchObject({ share: 1, lose: [], gain: [] });
  });

  it('names who alone carries what remains', () => {
    expect(engine.test({ company: true }).singlePoints).toContainEqual(
      expect.objectContaining({ kind: 'person', contactId: 'ally' }),
    );
  });
});

describe('the best of many', () => {
  it('are those that sorting finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 20 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: -1, max: 100 }), { maxLength: 3 }),
        (values, most, behind) => {
          const rows = values.map((_, row) => row);
          const name = (row: number) => String(row).padStart(3, '0');
          const sorted = [...rows].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
          expect(bestRows(rows, most, (row) => values[row] ?? 0, name)).toEqual(sorted.slice(0, most));
          // A column has room for more rows than are filled; what stands behind them is nobody's.
          const kept = rowsFrom(Int8Array.from([...values, ...behind]), values.length, most);
          const positive = sorted.filter((row) => (values[row] ?? 0) > 0).slice(0, most);
          expect(bestRows(kept, most, (row) => values[row] ?? 0, name)).toEqual(positive);
          // No more than needed: without those at the lowest value there are too few.
          const least = Math.min(...kept.map((row) => values[row] ?? 0));
          if (least > 1) expect(kept.filter((row) => (values[row] ?? 0) > least).length).toBeLessThan(most);
        },
      ),
      { seed: 11 },
    );
  });
});

it('a goal at which the user has arrived in one part looks for the other', () => {
  const me = meOf(personOf('me', 'Kim; 2521 senior; 65; Versicherung; Hamburg DE'));
  const goal = makeGoal({ isco: '2521', nace2: '86' });
  const engine = createAnalysis({ me, goals: [goal], now: new Date(NOW) });
  const colleague =
    engine.read(personOf('a', 'A; 2521 senior; 65; Versicherung; Hamburg DE')).fits[0]?.value ?? 0;
  const nurse = engine.read(personOf('b', 'B; 2221 senior; 86; Klinik; Hamburg DE')).fits[0]?.value ?? 0;
  expect(nurse).toBeGreaterThan(colleague + 20);
});

describe('a shared past', () => {
  const me = meOf(personOf('me', 'Kim; 2521 senior; 65; Versicherung; Hamburg DE'));
  const layerOf = (mine: object, extras: string) => {
    const profile = { ...me.profile, education: [{ school: 'TU Hamburg', ...mine }] };
    const engine = createAnalysis({ me: { ...me, profile }, goals: [], now: new Date(NOW) });
    return engine.read(personOf('x', `Ada Blum; 2221 senior; 86; Klinik; Bremen DE; ${extras}`)).layer.value;
  };

  it.each([
    ['the same years', { start: '2008', end: '2013' }, 'school TU Hamburg 2012-2016', 'personal'],
    ['years apart', { start: '1990', end: '1995' }, 'school TU Hamburg 2012-2016', 'beyond'],
    ['years not known', {}, 'school TU Hamburg 2012-2016', 'personal'],
    ['another school', {}, 'school TU Wien 2012-2016', 'beyond'],
  ])('%s', (_, mine, extras, layer) => {
    expect(layerOf(mine, extras)).toBe(layer);
  });
});

describe('a title that stands between groups', () => {
  const wordOf = (headline: string) => {
    const contact = makeContact({ headline, positions: [] });
    return digestOf(
      contact,
      { current: { function: null, industry: null, seniority: null, evidence: [] }, steps: [] },
      [],
    ).bridge;
  };

  it.each([
    ['Managing Partner | Isar Ventures', 'Partner'],
    ['Senior HR Business Partner', undefined],
    ['Vice President Engineering', undefined],
    ['President of the Chamber', 'President'],
    ['Chefredakteurin', 'Chefredakteurin'],
    ['Data Engineer at Recruiter GmbH', undefined],
    ['Ex-Partner, now teacher', undefined],
    ['Aufsichtsrätin | Professorin', 'Aufsichtsrätin'],
  ])('%s', (headline, word) => {
    expect(wordOf(headline)).toBe(word);
  });
});

it('a key person whom the user does not know yet is got to know first, which costs more than asking', () => {
  const me = meOf(personOf('me', 'Kim Sommer; 2521 senior; 65; Hanseatische Versicherung; Hamburg DE'));
  const movesFor = (tie: string) => {
    const engine = createAnalysis({ me, goals: [makeGoal({ nace2: '86' })], now: new Date(NOW) });
    engine.put(
      personOf(
        'hub',
        `Ines Roth; 1342 executive; 86; Klinikum Nord; Hamburg DE; ${tie}bridge board, mutual 12`,
      ),
    );
    return engine
      .result()
      .nextMoves.filter(({ kind }) => kind === 'introduction' || kind === 'reactivate')
      .map(({ kind, effort, facts }) => `${kind} ${effort} ${facts[0]?.key.replace(/_.*/, '')}`);
  };
  expect(new Set(movesFor(''))).toEqual(
    new Set(['reactivate 1 factMoveMeet', 'introduction 3 factMoveMeetKeyPerson']),
  );
  expect(new Set(movesFor('known, '))).toEqual(
    new Set(['reactivate 1 factMoveWrite', 'introduction 2 factMoveIntroduction']),
  );
});

it('an inner circle of nobody says nothing', () => {
  const engine = createAnalysis({ me: null, goals: [makeGoal()], now: new Date(NOW) });
  expect(engine.result().innerCircle).toEqual({ contactIds: [], facts: [] });
});

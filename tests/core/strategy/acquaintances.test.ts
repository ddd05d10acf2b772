import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, Tie, TieSource } from '../../../src/core/model/index.ts';
import { evidenceCode, readEvidence } from '../../../src/core/network/evidence.ts';
import { closestOf } from '../../../src/core/strategy/acquaintances.ts';
import { ACQUAINTANCE, createAnalysis, digestOf } from '../../../src/core/strategy/index.ts';
import { makeContact, makeGoal } from '../../make.ts';
import { contexts, networks } from './arbitrary.ts';
import { meOf } from './scenario.ts';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const CODE = 'commonContact|20760||linkedin';

const context = {
  me: meOf({ id: 'me', name: 'Kim Sommer', seen: 0, isco: '2521', nace: '65', employer: 'Hanse AG' }),
  goals: [makeGoal({ isco: '2521', nace2: '86' })],
  now: NOW,
};

/** Somebody of the target's field. */
const inTarget = (id: string, more: Partial<Digest> = {}): Digest => ({
  id,
  name: `Name ${id}`,
  seen: 20_700,
  isco: '2521',
  nace: '86',
  employer: `Klinik ${id}`,
  ...more,
});
const colleague = (id: string, more: Partial<Digest> = {}): Digest => ({
  id,
  name: `Name ${id}`,
  seen: 20_700,
  isco: '2411',
  nace: '65',
  employer: `Haus ${id}`,
  ...more,
});

function engineOf(...people: Digest[]) {
  const engine = createAnalysis(context);
  for (const digest of people) engine.put(digest);
  return engine;
}

describe('ways to a contact', () => {
  it('say how well the user knows the first, and by what the first knows the next', () => {
    const engine = engineOf(
      colleague('xaver', { tie: { strength: 'strong' } }),
      inTarget('yvonne', { knows: ['xaver'], knowsBy: [CODE] }),
    );
    expect(engine.pathsTo('yvonne')).toEqual([
      {
        targetId: 'yvonne',
        through: ['xaver'],
        value: expect.closeTo(0.85, 2),
        facts: [
          { key: 'factYouKnow_well', values: { contact: 'xaver' } },
          {
            key: 'factKnows_commonContact',
            values: { contact: 'xaver', other: 'yvonne', site: 'linkedin', day: '2026-11-03' },
          },
        ],
      },
    ]);
    expect(engine.result().acquaintances.wanted).toMatchObject([
      { goalId: 'g1', path: { through: ['xaver'] } },
    ]);
  });

  it.each([
    ['the user’s word', {}, { key: 'factPathKnows', values: { contact: 'xaver', other: 'yvonne' } }],
    ['a name alone', { knowsBy: ['coauthor|20760|name|orcid'] }, { key: 'factKnowsByName_coauthor' }],
    [
      'who follows whom, whoever is asked',
      { knowsBy: ['follows|20760||github'] },
      { key: 'factKnows_follows', values: { contact: 'yvonne', other: 'xaver' } },
    ],
  ] as const)('name %s', (_, by, fact) => {
    const engine = engineOf(
      colleague('xaver', { tie: {} }),
      inTarget('yvonne', { knows: ['xaver'], ...(by as Partial<Digest>) }),
    );
    expect(engine.pathsTo('yvonne')[0]?.facts[1]).toMatchObject(fact);
  });

  it('stand in the order of tie, sureness and freshness', () => {
    const ties: [string, Partial<Digest>][] = [
      ['well', { tie: { strength: 'strong' }, knows: ['y'], knowsBy: [CODE] }],
      [
        'old',
        {
          tie: { strength: 'strong' },
          knows: ['y'],
          knowsBy: ['commonContact|16000||xing'],
        },
      ],
      ['some', { tie: { strength: 'moderate' }, knows: ['y'], knowsBy: ['colleague|20760||web'] }],
      ['merely', { degree: 1, knows: ['y'], knowsBy: ['colleague|20760||web'] }],
    ];
    const engine = engineOf(inTarget('y'), ...ties.map(([id, more]) => colleague(id, more)).reverse());
    expect(engine.pathsTo('y').map(({ through }) => through[0])).toEqual(ties.map(([id]) => id));
  });

  it('begin with nobody to whom there is no tie, and are none to an unknown id', () => {
    const engine = engineOf(colleague('xaver', { knows: ['yvonne'] }), inTarget('yvonne'));
    expect(engine.pathsTo('yvonne')).toEqual([]);
    expect(engine.pathsTo('nobody')).toEqual([]);
  });

  it('are gone with either of the two, and come back with them', () => {
    const xaver = colleague('xaver', { tie: {} });
    const yvonne = inTarget('yvonne', { knows: ['xaver'] });
    const engine = engineOf(xaver, yvonne);
    expect(engine.result().acquaintances.wanted).toHaveLength(1);
    for (const gone of [xaver, yvonne]) {
      engine.remove(gone.id);
      expect(engine.pathsTo('yvonne')).toEqual([]);
      const said = JSON.stringify([engine.result(), engine.graph()]);
      expect(said).not.toContain(`"${gone.id}"`);
      engine.put(gone);
      expect(engine.pathsTo('yvonne')).toHaveLength(1);
    }
  });
});

describe('the plan', () => {
  it('takes in whom somebody can introduce, by name, behind those who can be talked to at once', () => {
    const yvonne = inTarget('yvonne', { knows: ['xaver'] });
    const alone = engineOf(yvonne, colleague('xaver')).result().plan.conversations;
    expect(alone).toEqual([]);
    const introduced = engineOf(yvonne, colleague('xaver', { tie: {} })).result().plan.conversations;
    expect(introduced).toMatchObject([{ contactId: 'yvonne', through: 'xaver' }]);
    const known = engineOf(yvonne, inTarget('zoe', { tie: {} }), colleague('xaver', { tie: {} }));
    expect(known.result().plan.conversations.map(({ contactId }) => contactId)).toEqual(['zoe']);
  });
});

describe('doors', () => {
  const people = (known: number) =>
    Array.from({ length: 4 }, (_, at) => inTarget(`in${at}`, at < known ? { knows: ['xaver'] } : {}));

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [4, 1],
  ])('are opened by who knows two or more of the target: %i', (known, holders) => {
    const engine = engineOf(colleague('xaver', { tie: { last: 20_780 } }), ...people(known));
    const { coverage, acquaintances, blindSpots } = engine.result();
    expect(coverage[0]?.roles.find(({ role }) => role === 'doorOpener')?.count).toBe(holders);
    expect(blindSpots.some(({ role }) => role === 'doorOpener')).toBe(holders === 0);
    expect(acquaintances.doors.map(({ contactId, count }) => [contactId, count])).toEqual(
      holders === 0 ? [] : [['xaver', known]],
    );
    const door = engine.reading('xaver')?.fits[0]?.roles.find(({ role }) => role === 'doorOpener');
    expect(door?.facts[0]).toEqual(
      holders === 0 ? undefined : { key: 'factDoorByAcquaintances', values: { count: known } },
    );
  });

  it('close again when the ties go, and stay shut where the user says so', () => {
    const xaver = colleague('xaver', { tie: { last: 20_780 } });
    const engine = engineOf(xaver, ...people(3));
    expect(engine.result().acquaintances.doors).toHaveLength(1);
    engine.put(inTarget('in0'));
    engine.put(inTarget('in1'));
    expect(engine.result().acquaintances.doors).toEqual([]);
    expect(engine.result().coverage[0]?.roles.find(({ role }) => role === 'doorOpener')?.count).toBe(0);
    const denied = engineOf(
      { ...xaver, ownRoles: [{ goalId: 'g1', role: 'doorOpener', is: false }] },
      ...people(3),
    );
    expect(denied.result().acquaintances.doors).toEqual([]);
  });
});

describe('key persons', () => {
  const known = (count: number, employer: (at: number) => string) =>
    Array.from({ length: count }, (_, at) =>
      inTarget(`k${at}`, { employer: employer(at), knows: ['hub'], knowsBy: [CODE] }),
    );
  const hub = colleague('hub', { ownHub: true });
  it.each([
    ['five at four employers', hub, known(5, (at) => `Haus ${at % 4}`), 1],
    ['four', hub, known(4, (at) => `Haus ${at}`), 0],
    ['five at three employers', hub, known(5, (at) => `Haus ${at % 3}`), 0],
    ['five, and no key person', colleague('hub'), known(5, (at) => `Haus ${at}`), 0],
    [
      'five followers, who need not know them',
      hub,
      known(5, (at) => `Haus ${at}`).map((one) => ({
        ...one,
        knowsBy: ['follows|20760||x'],
      })),
      0,
    ],
  ])('are called superspreaders by whom they are seen to know: %s', (_, who, others, count) => {
    expect(engineOf(who, ...others).result().acquaintances.superspreaders).toHaveLength(count);
  });
});

describe('an order', () => {
  /** All orders of a few. */
  const orders = <T>(of: readonly T[]): T[][] =>
    of.length < 2
      ? [[...of]]
      : of.flatMap((first, at) => orders(of.toSpliced(at, 1)).map((rest) => [first, ...rest]));

  it('of superspreaders has those first who know the most, of equal ones those by id, whoever was saved first', () => {
    const hubs = ['a', 'b', 'z'].map((id) => colleague(id, { ownHub: true }));
    const known = Array.from({ length: 6 }, (_, at) =>
      inTarget(`k${at}`, { knows: at < 5 ? ['a', 'b', 'z'] : ['z'] }),
    );
    for (const order of orders(hubs)) {
      const { superspreaders } = engineOf(...order, ...known).result().acquaintances;
      expect(superspreaders.map(({ contactId }) => contactId)).toEqual(['z', 'a', 'b']);
      expect(superspreaders[0]?.facts).toEqual([
        { key: 'factSuperspreader', values: { count: 6, employers: 6 } },
      ]);
    }
  });

  it('of whom to ask has the closest first, then those by id, and says how well the user knows them', () => {
    const people: [Digest, string][] = [
      [colleague('z', { tie: { label: 'personal' } }), 'factYouKnow_well'],
      [colleague('y', { tie: { strength: 'moderate' } }), 'factYouKnow_some'],
      [colleague('a', { degree: 1 }), 'factYouKnow_little'],
      [colleague('b', { tie: {} }), 'factYouKnow_little'],
      [colleague('m', { introduced: ['z'] }), 'factYouKnow_little'],
      [colleague('c'), 'factYouKnow_little'],
    ];
    const told = people.map(([{ id }, key]) => ({
      contactId: id,
      facts: [{ key, values: { contact: id } }],
    }));
    for (const order of orders(people.map(([digest]) => digest))) expect(closestOf(order)).toEqual(told);
  });
});

describe('the structure of real ties', () => {
  it.each([
    [15, 15, true],
    [14, 14, false],
    [15, 61, false],
  ])('is told of %i people with ties among %i only when that is enough', (tied, all, enough) => {
    const people = Array.from({ length: all }, (_, at) =>
      colleague(`p${String(at).padStart(3, '0')}`, at > 0 && at < tied ? { knows: ['p000'] } : {}),
    );
    const found = engineOf(...people).result().acquaintances;
    expect([found.persons, found.ties, found.enough]).toEqual([tied, tied - 1, enough]);
    // A star: the middle alone holds all others together.
    expect(found.effectiveSize).toEqual(enough ? expect.closeTo(tied - (2 * (tied - 1)) / tied, 4) : null);
    expect(found.brokers.map(({ contactId }) => contactId)).toEqual(enough ? ['p000'] : []);
    expect(found.facts.at(-1)?.key).toBe(enough ? 'factAcquaintances' : 'factAcquaintancesFew');
  });
});

it('says the same whoever was saved first', () => {
  fc.assert(
    fc.property(contexts, networks, (given, network) => {
      const told = (people: readonly Digest[]) => {
        const engine = createAnalysis(given);
        for (const digest of people) engine.put(digest);
        return [engine.result().acquaintances, network.map(({ id }) => engine.pathsTo(id))];
      };
      expect(told([...network].reverse())).toEqual(told(network));
    }),
    { seed: 18, numRuns: 100 },
  );
});

describe('a digest', () => {
  const source = (more: Partial<TieSource> = {}): TieSource => ({
    relation: 'commonContact',
    site: 'linkedin',
    url: 'https://www.linkedin.com/in/yvonne/',
    on: '2026-11-03',
    matchedBy: 'address',
    ...more,
  });
  const tie = (from: string, to: string, ...sources: TieSource[]): Tie => ({
    from,
    to,
    kind: 'knows',
    ...(sources.length > 0 && { sources }),
  });
  const career = { current: { function: null, seniority: null, industry: null, evidence: [] }, steps: [] };

  it('holds the surest source of each tie, and counts both directions but no follower', () => {
    const digest = digestOf(makeContact({}, 'y'), career, [
      tie('y', 'a', source({ relation: 'follows' }), source({ on: '2026-10-01' })),
      tie('y', 'b'),
      tie('c', 'y', source()),
      tie('y', 'd', source({ relation: 'follows', site: 'github' })),
      tie('me', 'y'),
    ]);
    expect(digest).toMatchObject({
      knows: ['a', 'b', 'd'],
      knowsBy: ['commonContact|20727||linkedin', '', 'follows|20760||github'],
      acquainted: 3,
    });
  });

  it('writes each source so that it reads the same', () => {
    expect(readEvidence(evidenceCode(source({ matchedBy: 'name' })))).toEqual({
      relation: 'commonContact',
      site: 'linkedin',
      day: 20_760,
      byName: true,
    });
    fc.assert(fc.property(fc.string(), (text) => void readEvidence(text)));
  });
});

it('keeps the least that age leaves above nothing', () => {
  expect(ACQUAINTANCE.fresh.least).toBeGreaterThan(0);
});

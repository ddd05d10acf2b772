import {
  type Analysis,
  type BlindSpot,
  type Fact,
  type Goal,
  RECOGNISED_ROLES,
  type StressChange,
  type StressTest,
} from '../../../src/core/model/index.ts';
import type { ContactRow } from '../../../src/messaging/protocol.ts';

/**
 * An analysis by hand for tests of the rooms: shaped as the engine's, with plain rules in its place. Facts whose
 * key is no message are shown as they stand, so sentences can be written here.
 */
export function analysisOf(
  rows: readonly ContactRow[],
  goals: readonly Goal[],
  changes: Partial<Analysis> = {},
): Analysis {
  const active = goals.filter(({ state }) => state === 'active');
  const holders = (goal: number, role: number) =>
    rows.filter((row) => ((row.roles[goal] ?? 0) & (1 << role)) !== 0);
  const coverage = active.map((goal, at) => {
    const fitting = rows.filter((row) => (row.fits[at] ?? 0) >= 50);
    return {
      goalId: goal.id,
      covered: Object.keys(goal.target).length > 2 ? 0.6 : null,
      filled: 2,
      available: 2,
      needed: 4,
      roles: RECOGNISED_ROLES.map((role, bit) => {
        const who = holders(at, bit);
        return {
          role,
          needed: role !== 'expert' && role !== 'peer',
          strength: 1 - 0.6 ** who.length,
          contactIds: who.slice(0, 20).map(({ id }) => id),
          count: who.length,
          inContact: who.length,
          available: 0,
          unjudged: 0,
        };
      }),
      contactIds: [...fitting]
        .sort((a, b) => (b.fits[at] ?? 0) - (a.fits[at] ?? 0))
        .slice(0, 20)
        .map(({ id }) => id),
      facts: [],
    };
  });
  const blindSpots: BlindSpot[] = coverage.flatMap(({ goalId, roles, contactIds }) =>
    roles
      .filter(({ needed, count }) => needed && count === 0)
      .map(({ role }) => ({
        id: `${goalId}-${role}`,
        goalId,
        kind: 'role' as const,
        role,
        severity: 0.7,
        facts: [plain(`Nobody fills ${role}.`)],
        contactIds: contactIds.slice(0, 2),
      })),
  );
  const layers = { operational: 0, personal: 0, strategic: 0, beyond: 0 };
  for (const { layer } of rows) layers[layer] += 1;
  return {
    revision: 1,
    at: '2026-11-24T10:00:00.000Z',
    contacts: rows.length,
    balance: {
      layers,
      unknown: 0,
      internal: 10,
      external: rows.length - 10,
      unknownEmployer: 0,
      eiIndex: 0.5,
      present: 12,
      future: 6,
      facts: [],
    },
    coverage,
    grid: { cells: [], unplaced: 0 },
    blindSpots,
    stressTest: (['company', 'function', 'industry'] as const).map((part) => testOf(rows, { [part]: true })),
    dependence: [
      {
        by: 'employer',
        herfindahl: 0.2,
        largest: shares(rows.map(({ company }) => company)),
        known: rows.length,
        unknown: 0,
        verdict: 'some',
        facts: [],
      },
      {
        by: 'industry',
        herfindahl: 0.2,
        largest: shares(rows.map(({ nace2 }) => nace2 ?? '')),
        known: rows.length,
        unknown: rows.filter(({ nace2 }) => nace2 === null).length,
        verdict: 'some',
        facts: [],
      },
    ],
    diversity: [],
    structure: {
      estimated: true,
      persons: rows.length,
      organisations: 12,
      edges: 31,
      components: 4,
      isolated: 2,
      effectiveSize: rows.length < 2 ? null : rows.length * 0.8,
      efficiency: rows.length < 2 ? null : 0.8,
      constraint: rows.length < 2 ? null : 0.07,
      hierarchy: null,
      bridges: rows
        .slice(3, 5)
        .map(({ id }) => ({ contactId: id, facts: [plain('ties two groups together.')] })),
      groups: shares(rows.map(({ company }) => company)).map(({ key, label, count }) => ({
        id: key,
        label,
        contactIds: [],
        count,
      })),
      facts: [],
    },
    acquaintances: {
      persons: 0,
      ties: 0,
      enough: false,
      effectiveSize: null,
      efficiency: null,
      constraint: null,
      brokers: [],
      superspreaders: [],
      doors: [],
      wanted: [],
      facts: [],
    },
    redundancy: [],
    innerCircle: { contactIds: rows.slice(0, 14).map(({ id }) => id), facts: [] },
    hubs: rows.filter(({ isHub }) => isHub).map(({ id }) => id),
    marginal: [],
    nextMoves: movesOf(rows, active),
    plan: { gaps: 0, conversations: [], closes: 0, within: 3, facts: [] },
    dormant: [],
    conversations: 0,
    missing: [],
    ...changes,
  };
}

/** A stress test by hand: whoever is far in function stays, the rest is lost. */
export function testOf(rows: readonly ContactRow[], change: StressChange): StressTest {
  const stay = rows.filter(({ layer }) => layer === 'strategic').map(({ id }) => id);
  const lose = rows.filter(({ layer }) => layer === 'operational').map(({ id }) => id);
  const gain = rows.filter(({ layer }) => layer === 'personal').map(({ id }) => id);
  return {
    change,
    before: stay.length + lose.length,
    after: stay.length,
    share: rows.length === 0 ? null : stay.length / Math.max(1, stay.length + lose.length),
    gained: gain.length / 2,
    stay: stay.slice(0, 50),
    lose: lose.slice(0, 50),
    gain: gain.slice(0, 50),
    counts: { stay: stay.length, lose: lose.length, gain: gain.length },
    singlePoints: stay.slice(0, 1).map((id) => ({
      kind: 'person' as const,
      name: rows.find((row) => row.id === id)?.name ?? '',
      contactId: id,
      share: 0.34,
    })),
    helps: stay.slice(0, 50).map((contactId) => ({ contactId, by: 'goal' as const })),
    ends: lose.slice(0, 50).map((contactId) => ({ contactId, by: 'roof' as const })),
    there: [],
    facts: [],
  };
}

function movesOf(rows: readonly ContactRow[], goals: readonly Goal[]): Analysis['nextMoves'] {
  const [goal] = goals;
  const [first, second] = rows;
  if (goal === undefined || first === undefined || second === undefined) return [];
  const aim = { goalId: goal.id };
  return [
    {
      id: `reactivate:${goal.id}:${first.id}`,
      kind: 'reactivate',
      ...aim,
      contactId: first.id,
      gain: 0.3,
      effort: 1,
      facts: [
        { ...plain('Write to {contact} again.'), values: { contact: first.id } },
        plain('Works in the target industry; no news for fourteen months.'),
      ],
      links: [],
    },
    {
      id: `introduction:${goal.id}:mentor:${second.id}`,
      kind: 'introduction',
      ...aim,
      contactId: second.id,
      gain: 0.12,
      effort: 2,
      facts: [
        { ...plain('Ask {contact} to introduce you to a mentor.'), values: { contact: second.id } },
        plain('A key person beside the target.'),
      ],
      links: [],
    },
    {
      id: `search:${goal.id}:pathfinder`,
      kind: 'search',
      ...aim,
      gain: 0.2,
      effort: 3,
      facts: [
        plain('Look for a data engineer who has moved into health care.'),
        plain('Nobody of yours has.'),
      ],
      links: [
        { site: 'linkedin', url: 'https://www.linkedin.com/search/results/people/?keywords=data%20engineer' },
        { site: 'xing', url: 'https://www.xing.com/search/members?keywords=data%20engineer' },
      ],
    },
    {
      id: 'pause:2521:65',
      kind: 'pause',
      gain: 0,
      effort: 1,
      facts: [plain('You already have 14 who open the same doors as data engineers in insurance.')],
      links: [],
    },
  ];
}

function plain(sentence: string): Fact {
  return { key: sentence as Fact['key'] };
}

function shares(values: readonly string[]) {
  const known = values.filter((value) => value !== '');
  const counts = new Map<string, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([key, count]) => ({ key, label: key, count, share: count / known.length }));
}

import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  type Analysis,
  type Digest,
  type DigestStep,
  Goal,
  Me,
  SENIORITIES,
} from '../../core/model/index.ts';
import { createAnalysis, type NetworkAnalysis, type StrategyContext } from '../../core/strategy/index.ts';
import { ISCO_UNIT_GROUPS, NACE_CODES } from '../../core/taxonomy/index.ts';
import type { Row } from './row.ts';

const NOW = '2026-11-24T10:00:00.000Z';

/**
 * The engine on synthetic networks of 10 000 and 100 000 contacts (four positions and a school each, employers and
 * fields as unevenly spread as in life) and five goals: processor times, the longest step, and memory.
 */
export async function run(): Promise<Row[]> {
  // A small run first: the figures are those of a warm engine, as a worker's is after the first seconds.
  wholeOf(2_000).engine.result();
  const rows: Row[] = [];
  const small = wholeOf(10_000);
  rows.push({
    what: 'whole analysis of 10 000 contacts',
    figure: small.time,
    unit: 'ms',
    goal: 'at most 1000 ms',
  });
  rows.push({ what: 'longest step of it', figure: small.longest, unit: 'ms', goal: 'at most 50 ms' });
  rows.push({
    what: 'reading of one contact against 5 goals',
    figure: readingOf(small.engine),
    unit: 'µs',
    goal: 'at most 50 µs',
  });
  rows.push({
    what: 'update by one save at 10 000',
    figure: saveIn(small.engine),
    unit: 'ms',
    goal: 'at most 50 ms',
  });
  rows.push({
    what: 'one stress test at 10 000',
    figure: timed(() => small.engine.test({ company: true })),
    unit: 'ms',
  });
  rows.push({
    what: 'new goals at 10 000',
    figure: timed(() => {
      small.engine.setContext(context(3));
      small.engine.result();
    }),
    unit: 'ms',
  });

  collect();
  const before = held();
  // The digests are handed over and let go, as when they come page by page from the database.
  const large = wholeOf(100_000);
  rows.push({
    what: 'whole analysis of 100 000 contacts',
    figure: large.time,
    unit: 'ms',
    goal: 'at most 10 000 ms',
  });
  rows.push({ what: 'longest step of it', figure: large.longest, unit: 'ms' });
  rows.push({ what: 'update by one save at 100 000', figure: saveIn(large.engine), unit: 'ms' });
  collect();
  rows.push({
    what: 'memory of 100 000 digests and their analysis',
    figure: Math.round((held() - before) / 2 ** 20),
    unit: 'MB',
    goal: 'at most 200 MB',
  });
  const sample = JSON.stringify(people(1_000)).length / 1_000;
  rows.push({ what: 'a digest as JSON', figure: Math.round(sample), unit: 'bytes' });
  // Nothing that is measured may be collected before it is.
  if (large.engine.size !== 100_001) throw new Error('the engine lost contacts');
  return rows;
}

function wholeOf(count: number): { engine: NetworkAnalysis; time: number; longest: number } {
  return analysed(people(count));
}

/** An analysis of these people with its processor time and its longest step, in milliseconds. */
export function analysed(network: readonly Digest[]): {
  engine: NetworkAnalysis;
  time: number;
  longest: number;
} {
  const start = elapsed();
  const engine = createAnalysis(context());
  for (const digest of network) engine.put(digest);
  let longest = 0;
  let last = elapsed();
  for (const _ of engine.steps()) {
    const now = elapsed();
    longest = Math.max(longest, now - last);
    last = now;
  }
  const result: Analysis = engine.result();
  const time = Math.round(elapsed() - start);
  if (result.contacts !== network.length || result.nextMoves.length === 0)
    throw new Error('the analysis is not whole');
  return { engine, time, longest: Math.round(longest) };
}

/** Microseconds a reading, over all of the first thousand. */
function readingOf(engine: NetworkAnalysis): number {
  const start = elapsed();
  for (let i = 0; i < 5_000; i++) engine.reading(`contact-${i % 1_000}`);
  return Math.round((elapsed() - start) / 5);
}

/** Milliseconds from a save to the whole analysis after it, the median of many. */
function saveIn(engine: NetworkAnalysis): number {
  const times = people(61, 7).map((digest) =>
    timed(() => {
      engine.put({ ...digest, id: 'saved' });
      engine.result();
    }),
  );
  return times.sort((a, b) => a - b)[30] ?? 0;
}

export function timed(work: () => void): number {
  const start = elapsed();
  work();
  return Math.round(elapsed() - start);
}

/**
 * Milliseconds of processor time of this process, its garbage collection with it: on a machine that does nothing
 * else about what a clock shows, and the same when others are busy.
 */
function elapsed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

export function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Has the rubbish collected: what is measured is what is held. */
export function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
  gc();
}

/** A user with as many invented goals, five at most. */
export function context(goals = 5): StrategyContext {
  const targets = [
    { kind: 'changeJob', target: { isco: '2521', nace2: '86' } },
    { kind: 'buildKnowHow', target: { skills: ['Skill 3', 'Skill 77'] } },
    { kind: 'takeLeadership', target: { seniority: 'director' } },
    { kind: 'projectAbroad', target: { nace2: '62', place: { text: 'Netherlands', country: 'NL' } } },
    { kind: 'foundOrInvest', target: { isco: '25', nace2: '35', companies: ['Company 12'] } },
  ];
  return {
    me: {
      profile: Me.parse({
        name: 'Kim Sommer',
        positions: [{ title: 'Data Engineer', company: 'Company 1', end: null }],
        place: { text: 'Hamburg', city: 'Hamburg', country: 'DE' },
      }),
      career: {
        current: {
          function: { isco4: '2521', isco3: '252', name: '', confidence: 1, alternatives: [] },
          industry: { nace2: '65', name: '', confidence: 1, alternatives: [] },
          seniority: 'senior',
          evidence: [],
        },
        steps: [],
      },
    },
    goals: targets.slice(0, goals).map((goal, at) =>
      Goal.parse({
        id: `g${at}`,
        title: `Goal ${at}`,
        horizon: at % 2 === 0 ? 'present' : 'future',
        createdAt: NOW,
        updatedAt: NOW,
        ...goal,
      }),
    ),
    now: new Date(NOW),
  };
}

/** Synthetic contacts. Every name is a string of its own, as after reading a database; nothing is shared. */
export function people(count: number, seed = 1): Digest[] {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  /** A number below `most`, the small ones far more often. */
  const uneven = (most: number) => Math.floor(most ** random()) - 1;
  const today = 20_781;
  const digests = Array.from({ length: count }, (_, i): Digest => {
    const isco = draw(ISCO_UNIT_GROUPS);
    const nace = draw(NACE_CODES);
    const steps = Array.from(
      { length: 4 },
      (_, step): DigestStep => ({
        isco: random() < 0.6 ? isco : draw(ISCO_UNIT_GROUPS),
        nace: random() < 0.6 ? nace : draw(NACE_CODES),
        seniority: draw(SENIORITIES),
        company: `Company ${uneven(20_000)}`,
        from: 2022 - step * 4,
        to: step === 0 ? null : 2026 - step * 4,
      }),
    );
    return {
      id: `contact-${i}`,
      name: `Given${uneven(2_000)} Family${uneven(9_000)}`,
      seen: today - Math.floor(random() * 900),
      isco,
      iscoSure: 0.8,
      nace,
      naceSure: 0.9,
      seniority: draw(SENIORITIES),
      employer: steps[0]?.company ?? '',
      steps,
      schools: [{ name: `University ${uneven(600)}`, from: 2004, to: 2009 }],
      place: {
        text: 'somewhere',
        city: `City ${uneven(900)}`,
        country: draw(['DE', 'DE', 'DE', 'NL', 'US', 'AT']),
      },
      skills: Array.from({ length: 10 }, () => `skill ${uneven(900)}`),
      connections: draw([80, 300, 500]),
      ...(random() < 0.5 && { mutual: uneven(60) }),
      ...(random() < 0.1 && { bridge: draw(['board', 'recruiter', 'partner']) }),
      ...(random() < 0.6 && { tie: random() < 0.5 ? {} : { last: today - Math.floor(random() * 1_500) } }),
    };
  });
  return JSON.parse(JSON.stringify(digests)) as Digest[];
}

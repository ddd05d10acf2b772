import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  type Digest,
  HINGES,
  type OwnRole,
  RELATIONS,
  type Relation,
  ROLES,
  type StressChange,
} from '../../../src/core/model/index.ts';
import { evidenceCode } from '../../../src/core/network/evidence.ts';
import { createAnalysis, type StrategyContext } from '../../../src/core/strategy/index.ts';
import { contexts, digests } from './arbitrary.ts';
import { scenarios } from './scenario.ts';

/** One thing that the engine says of a network: whose, what of it, and what it says. */
export interface Outcome {
  network: string;
  part: string;
  says: unknown;
}

const CHANGES: readonly StressChange[] = [
  { company: true },
  { company: { to: 'Klinikum Musterstadt' }, function: { isco: '2221' } },
  { industry: { nace2: '86' } },
  { place: { place: { text: 'Wien', city: 'Wien', country: 'AT' } } },
  { function: true, industry: true },
];
/** Networks and their users drawn at random, always the same ones: whatever a digest can hold is in some of them. */
const DRAWN = { networks: 60, seed: 20_261_124 };

/** What digests can hold beside what the properties draw. */
const further: fc.Arbitrary<Partial<Digest>> = fc.record(
  {
    retired: fc.constant(true),
    head: fc.constant(true),
    learning: fc.constant(true),
    hinge: fc.constantFrom(...HINGES),
    servesNace: fc.array(fc.constantFrom('62', '86', '64'), { minLength: 1, maxLength: 2 }),
    servesIsco: fc.array(fc.constantFrom('25', '2221'), { minLength: 1, maxLength: 2 }),
    iscoSure: fc.double({ min: 0, max: 1, noNaN: true }),
    naceSure: fc.double({ min: 0, max: 1, noNaN: true }),
    topics: fc.constantFrom(' rust und sql ', ' law '),
    ownRoles: fc.array(
      fc.record<OwnRole>({
        goalId: fc.constantFrom('g0', 'g1'),
        role: fc.constantFrom(...ROLES),
        is: fc.boolean(),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    looksFor: fc.constant('a flat'),
    offer: fc.constant('an hour'),
    acquainted: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: [] },
);
const surroundings: fc.Arbitrary<Partial<StrategyContext>> = fc.record(
  {
    language: fc.constantFrom('en' as const, 'de' as const),
    hoursPerMonth: fc.integer({ min: 1, max: 40 }),
  },
  { requiredKeys: [] },
);
const people = fc.tuple(digests, further).map(([digest, more]): Digest => ({ ...digest, ...more }));
const drawn = fc.record({
  context: fc
    .tuple(contexts, surroundings)
    .map(([context, more]): StrategyContext => ({ ...context, ...more })),
  // The random choice of examples prefers few: networks in which something can be told have several.
  people: fc.uniqueArray(people, { selector: ({ id }) => id, minLength: 5 }),
});

/** All that the engine says of the worked scenarios, of the same with people who know each other, and of drawn networks. */
export function* outcomes(): Generator<Outcome> {
  for (const { name, context, digests: all } of scenarios()) {
    yield* outcomesOf(name, context, all);
    if (all.length < 100) yield* outcomesOf(`${name}, acquainted`, context, acquainted(all));
  }
  const samples = fc.sample(drawn, { numRuns: DRAWN.networks, seed: DRAWN.seed });
  for (const [at, sample] of samples.entries())
    yield* outcomesOf(`drawn ${at}`, sample.context, sample.people);
}

/** What stands for an outcome where it is recorded: digits that no person sees do not count. */
export function hashOf(says: unknown): string {
  const text = JSON.stringify(says, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  );
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
    .slice(0, 8);
}

function* outcomesOf(
  network: string,
  context: StrategyContext,
  people: readonly Digest[],
): Generator<Outcome> {
  const engine = createAnalysis(context);
  for (const digest of people) engine.put(digest);
  const { revision: _, at: __, ...analysis } = engine.result();
  for (const [part, says] of Object.entries(analysis)) yield { network, part, says };
  const isFiller = ({ id }: Digest) => id.startsWith('filler');
  const readings = people.map((digest) => ({ digest, reading: engine.reading(digest.id) }));
  yield { network, part: 'fillers', says: readings.filter(({ digest }) => isFiller(digest)) };
  yield {
    network,
    part: 'people',
    says: readings.filter(({ digest }) => !isFiller(digest)).map(({ reading }) => reading),
  };
  yield { network, part: 'changes', says: CHANGES.map((change) => engine.test(change)) };
  yield { network, part: 'graph', says: engine.graph() };
  yield { network, part: 'paths', says: people.map(({ id }) => engine.pathsTo(id)) };
  // Somebody who is not saved yet: the last of them, before.
  const stranger = people.at(-1);
  if (stranger === undefined) return;
  engine.remove(stranger.id);
  yield { network, part: 'stranger', says: engine.read(stranger) };
}

/** The same people, each of whom knows some of the others, by every kind of source and as of several years. */
function acquainted(people: readonly Digest[]): Digest[] {
  return people.map((digest, at) => {
    const others = [1, 2, 5, 11].slice(0, at % 5).map((step) => people[(at * 3 + step) % people.length]);
    const knows = [...new Set(others.map((other) => other?.id ?? ''))].filter((id) => id !== digest.id);
    const knowsBy = knows.map((_, i) => {
      const relation = RELATIONS[(at + i) % RELATIONS.length] as Relation;
      const on = `${2012 + ((at + i) % 14)}-05-01`;
      return evidenceCode({ relation, site: 'web', on, matchedBy: i % 2 === 0 ? 'address' : 'name' });
    });
    if (knows.length === 0) return digest;
    const introduced = at % 7 === 0 ? knows.slice(0, 1) : [];
    return { ...digest, knows, knowsBy, ...(introduced.length > 0 && { introduced }) };
  });
}

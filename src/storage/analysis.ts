import * as z from 'zod/mini';
import { type Analysis, LAYERS, Place, ROLES, Seniority, type Snapshot } from '../core/model/index.ts';
import { snapshotOf, withSnapshot } from '../core/strategy/progress.ts';
import { unwaited } from './requests.ts';
import type { Database } from './schema.ts';
import { getState } from './state.ts';

/**
 * The last analysis, if it is of this version and as its schema says; `null` otherwise. What an older program has
 * stored is no judgement of this one, and may have other fields.
 */
export async function getAnalysis(db: Database, version: string): Promise<Analysis | null> {
  const stored = await getState(db, 'analysis');
  return stored !== undefined && Stored.safeParse(stored).success && stored.version === version
    ? stored.analysis
    : null;
}

/**
 * Keeps the analysis for the next start, if nothing was written since the state that it is of: an older one may name
 * people who were forgotten meanwhile.
 */
export async function putAnalysis(db: Database, version: string, analysis: Analysis): Promise<void> {
  const transaction = db.transaction('state', 'readwrite', { durability: 'relaxed' });
  const revision = (await transaction.store.get('revision')) as number | undefined;
  if ((revision ?? 0) === analysis.revision) {
    const months = (await transaction.store.get('months')) as Snapshot[] | undefined;
    unwaited(transaction.store.put({ version, analysis }, 'analysis'));
    // The month's last state is what later months are compared with.
    unwaited(transaction.store.put(withSnapshot(months ?? [], snapshotOf(analysis)), 'months'));
  }
  await transaction.done;
}

const share = z.nullable(z.number());
const ids = z.array(z.string());
const count = z.int().check(z.nonnegative());
const fact = z.object({
  key: z.string(),
  values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
const facts = z.array(fact);
const layer = z.enum(LAYERS);
const role = z.enum(ROLES);
const by = z.enum(['employer', 'industry', 'function', 'place']);

const Change = z.object({
  company: z.optional(z.union([z.literal(true), z.object({ to: z.string() })])),
  function: z.optional(z.union([z.literal(true), z.object({ isco: z.string() })])),
  industry: z.optional(z.union([z.literal(true), z.object({ nace2: z.string() })])),
  place: z.optional(z.union([z.literal(true), z.object({ place: Place })])),
});

const pathSchema = z.object({ targetId: z.string(), through: ids, value: z.number(), facts });

const AnalysisSchema = z.object({
  revision: z.number(),
  at: z.string(),
  contacts: count,
  balance: z.object({
    layers: z.record(layer, count),
    unknown: count,
    internal: count,
    external: count,
    unknownEmployer: count,
    eiIndex: share,
    present: count,
    future: count,
    facts,
  }),
  coverage: z.array(
    z.object({
      goalId: z.string(),
      covered: share,
      filled: count,
      available: count,
      needed: count,
      roles: z.array(
        z.object({
          role,
          needed: z.boolean(),
          strength: z.number(),
          contactIds: ids,
          count,
          inContact: count,
          available: count,
          unjudged: count,
        }),
      ),
      contactIds: ids,
      facts,
    }),
  ),
  grid: z.object({
    cells: z.array(
      z.object({
        isco: z.string(),
        nace2: z.string(),
        count,
        functionDistance: share,
        industryDistance: share,
        goalIds: ids,
      }),
    ),
    unplaced: count,
  }),
  blindSpots: z.array(
    z.object({
      id: z.string(),
      goalId: z.string(),
      kind: z.enum(['role', 'contact', 'field', 'place', 'company', 'seniority', 'skill']),
      role: z.optional(role),
      isco: z.optional(z.string()),
      nace2: z.optional(z.string()),
      company: z.optional(z.string()),
      skill: z.optional(z.string()),
      seniority: z.optional(Seniority),
      place: z.optional(Place),
      severity: z.number(),
      facts,
      contactIds: ids,
    }),
  ),
  stressTest: z.array(
    z.object({
      change: Change,
      goalId: z.optional(z.string()),
      before: z.number(),
      after: z.number(),
      share,
      gained: z.number(),
      stay: ids,
      lose: ids,
      gain: ids,
      counts: z.object({ stay: count, lose: count, gain: count }),
      groups: z.optional(
        z.array(z.object({ nace2: z.nullable(z.string()), stay: count, lose: count, gain: count })),
      ),
      singlePoints: z.array(
        z.object({
          kind: z.enum(['employer', 'person']),
          name: z.string(),
          contactId: z.optional(z.string()),
          share: z.number(),
        }),
      ),
      helps: z.array(
        z.object({
          contactId: z.string(),
          by: z.enum(['person', 'goal', 'work', 'field', 'roof', 'place']),
        }),
      ),
      ends: z.array(
        z.object({ contactId: z.string(), by: z.enum(['roof', 'work', 'field', 'place', 'goal']) }),
      ),
      there: z.array(
        z.object({
          need: z.enum(['insider', 'expert', 'keyPerson', 'place', 'peer']),
          inContact: ids,
          known: ids,
          counts: z.object({ inContact: count, known: count }),
        }),
      ),
      facts,
    }),
  ),
  dependence: z.array(
    z.object({
      by,
      herfindahl: share,
      largest: z.array(z.object({ key: z.string(), label: z.string(), count, share: z.number() })),
      known: count,
      unknown: count,
      verdict: z.enum(['unknown', 'even', 'some', 'much']),
      facts,
    }),
  ),
  diversity: z.array(
    z.object({ by, hill: z.nullable(z.tuple([z.number(), z.number(), z.number()])), facts }),
  ),
  structure: z.object({
    estimated: z.literal(true),
    persons: count,
    organisations: count,
    edges: count,
    components: count,
    isolated: count,
    effectiveSize: share,
    efficiency: share,
    constraint: share,
    hierarchy: share,
    bridges: z.array(z.object({ contactId: z.string(), facts })),
    groups: z.array(z.object({ id: z.string(), label: z.string(), contactIds: ids, count })),
    facts,
  }),
  acquaintances: z.object({
    persons: count,
    ties: count,
    enough: z.boolean(),
    effectiveSize: share,
    efficiency: share,
    constraint: share,
    brokers: z.array(z.object({ contactId: z.string(), facts })),
    superspreaders: z.array(z.object({ contactId: z.string(), facts })),
    doors: z.array(z.object({ goalId: z.string(), contactId: z.string(), count, contactIds: ids })),
    wanted: z.array(z.object({ goalId: z.string(), path: pathSchema })),
    facts,
  }),
  redundancy: z.array(
    z.object({
      id: z.string(),
      isco: z.nullable(z.string()),
      nace2: z.nullable(z.string()),
      company: z.nullable(z.string()),
      contactIds: ids,
      count,
      facts,
    }),
  ),
  innerCircle: z.object({ contactIds: ids, facts }),
  hubs: ids,
  marginal: z.array(z.object({ contactId: z.string(), loss: z.number(), facts })),
  nextMoves: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['reactivate', 'introduction', 'search', 'pause', 'complete']),
      goalId: z.optional(z.string()),
      contactId: z.optional(z.string()),
      role: z.optional(role),
      isco: z.optional(z.string()),
      nace2: z.optional(z.string()),
      seniority: z.optional(Seniority),
      company: z.optional(z.string()),
      skill: z.optional(z.string()),
      place: z.optional(Place),
      gain: z.number(),
      effort: z.number(),
      facts,
      occasion: z.optional(fact),
      question: z.optional(fact),
      give: z.optional(fact),
      guide: z.optional(
        z.object({
          posts: z.array(z.string()),
          associations: z.array(z.string()),
          events: z.array(z.string()),
        }),
      ),
      links: z.array(z.object({ site: z.enum(['linkedin', 'xing']), url: z.string() })),
    }),
  ),
  plan: z.object({
    gaps: count,
    conversations: z.array(
      z.object({
        contactId: z.string(),
        through: z.optional(z.string()),
        closes: z.array(z.object({ goalId: z.string(), role })),
      }),
    ),
    closes: count,
    within: count,
    facts,
  }),
  dormant: z.array(z.object({ contactId: z.string(), months: count, facts })),
  conversations: count,
  missing: facts,
});

/** Fails to compile when an analysis has something that the schema refuses. */
true satisfies Analysis extends z.infer<typeof AnalysisSchema> ? true : never;

const Stored = z.object({ version: z.string(), analysis: AnalysisSchema });

import {
  type AffiliationGraph,
  type Analysis,
  DIGEST_VERSION,
  type Digest,
  type Fact,
  type Snapshot,
  type StressChange,
  type StressTest,
} from '../core/model/index.ts';
import { createAnalysis, type NetworkAnalysis } from '../core/strategy/index.ts';
import type { AnalysisState } from '../messaging/protocol.ts';
import { getAnalysis, putAnalysis } from '../storage/analysis.ts';
import { type DerivedChanges, digestsOf } from '../storage/derived.ts';
import type { Database, DigestRow } from '../storage/schema.ts';
import { digestPages } from '../storage/segments.ts';
import { getState } from '../storage/state.ts';
import type { Commit } from '../storage/transaction.ts';
import { type Contexts, READING_VERSION } from './context.ts';
import type { Environment } from './environment.ts';
import { startJob } from './jobs.ts';
import { inSlices } from './slices.ts';

/**
 * After the last of a burst of writes the analysis waits so long that it is made once; in a large network as long as
 * it last took, so that somebody who changes contact after contact is not slowed down by it.
 */
const SETTLE_MS = { least: 400, most: 15_000 } as const;
/** Raised whenever the same network would be analysed differently, or the analysis has other fields. */
export const ANALYSIS_VERSION = 4;
/** Up to so many contacts the analysis is loaded to say what one profile would add; takes about half a second. */
const LOADED_FOR_ONE = 10_000;

/**
 * The analysis of the whole network while the background lives: loaded with the first question that needs it, then
 * kept up to date with each write. The last result is stored, so that the next start has it at once.
 */
export class AnalysisService {
  readonly #environment: Environment;
  readonly #contexts: Contexts;
  #network: Promise<NetworkAnalysis> | null = null;
  #db: Database | null = null;
  /** What writes have changed while digests were being loaded; taken in at the end, as what was loaded is older. */
  #meanwhile: DerivedChanges[] | null = null;
  #last: Analysis | null | undefined;
  /** The revision of the last write, and the one that a running computation is of. */
  #revision: number | null = null;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** What the loaded network was handed last: see `#present`. */
  #handed = '';
  /** Writes that have changed the user, a goal or a setting. */
  #contextChanges = 0;
  #failedAt = -1;
  /** Milliseconds of the last computation. */
  #took = 0;

  constructor(environment: Environment, contexts: Contexts) {
    this.#environment = environment;
    this.#contexts = contexts;
  }

  /** Takes in what a write has changed; whoever looks at the analysis gets a newer one soon after. */
  follow(commit: Commit): void {
    this.#revision = commit.revision;
    const { derived, changes } = commit;
    // It may name who is gone.
    if (commit.forgotten) this.#last = null;
    if (commit.replaced) {
      this.#network = null;
      this.#last = null;
      return;
    }
    if (this.#network === null) return;
    if (this.#meanwhile !== null) this.#meanwhile.push(derived);
    else void this.#network.then((network) => take(network, derived));
    const changedContext = changes.some(({ store }) => store !== 'contacts' && store !== 'ties');
    if (changedContext) this.#contextChanges += 1;
    this.#schedule();
  }

  /** The last analysis; a newer one is begun when it is not of the present state. */
  async get(): Promise<AnalysisState> {
    const [last, current] = await Promise.all([this.last(), this.#isCurrent()]);
    if (current) return { analysis: last, state: 'current' };
    // A state that could not be analysed is not tried again and again; the next write begins anew.
    if (this.#failedAt === this.#revision) return { analysis: last, state: last === null ? 'none' : 'stale' };
    this.#compute().catch((error: unknown) => console.error(error));
    return { analysis: last, state: last === null ? 'computing' : 'stale' };
  }

  /** The last analysis, however old; `null` when there was none. */
  async last(): Promise<Analysis | null> {
    if (this.#last === undefined) {
      const stored = await getAnalysis(await this.#environment.database, await this.#version());
      if (this.#last === undefined) this.#last = stored;
    }
    return this.#last;
  }

  /** The state of every month so far in a few figures, the oldest first. */
  async months(): Promise<{ months: Snapshot[] }> {
    return { months: (await getState(await this.#environment.database, 'months')) ?? [] };
  }

  /** Makes the analysis anew if it is not current, and answers it. */
  async current(): Promise<Analysis | null> {
    if (!(await this.#isCurrent())) await this.#compute();
    return this.last();
  }

  async test(change: StressChange): Promise<StressTest> {
    const network = await this.#read();
    return network.test(change);
  }

  async graph(): Promise<AffiliationGraph> {
    const network = await this.#read();
    return network.graph();
  }

  /**
   * Novelty and marginal value of a contact, saved or not; `null` when the analysis would have to be loaded for
   * more than `LOADED_FOR_ONE` contacts.
   */
  async marginalOf(digest: Digest): Promise<{ novelty: number | null; marginal: Fact[] } | null> {
    if (this.#network === null) {
      const count = (await getState(await this.#environment.database, 'contactCount')) ?? 0;
      if (count > LOADED_FOR_ONE) return null;
    }
    const network = await this.#read();
    const { novelty, marginal } = network.read(digest);
    return { novelty, marginal };
  }

  /** Names everything but the network and the user by which an analysis is made. */
  async #version(): Promise<string> {
    const { classifier } = await this.#contexts.now();
    return [ANALYSIS_VERSION, READING_VERSION, DIGEST_VERSION, classifier.version].join('/');
  }

  async #isCurrent(): Promise<boolean> {
    const last = await this.last();
    if (last === null) return false;
    this.#revision ??= (await getState(await this.#environment.database, 'revision')) ?? 0;
    return last.revision === this.#revision && last.at.slice(0, 10) === this.#today();
  }

  #today(): string {
    return this.#environment.world.now().toISOString().slice(0, 10);
  }

  #schedule(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#compute().catch((error: unknown) => console.error(error));
      },
      Math.min(SETTLE_MS.most, Math.max(SETTLE_MS.least, this.#took)),
    );
  }

  /** Names the present user, goals, settings and day. */
  #present(): string {
    return `${this.#today()} ${this.#contextChanges}`;
  }

  /** The loaded network, which was handed the present user, goals and day. */
  async #load(): Promise<NetworkAnalysis> {
    const db = await this.#environment.database;
    // It was closed under us, and what stands in it may be new.
    if (this.#db !== db) this.#network = null;
    this.#db = db;
    this.#network ??= this.#fill().catch((error: unknown) => {
      this.#network = null;
      this.#meanwhile = null;
      throw error;
    });
    const network = await this.#network;
    const present = this.#present();
    if (this.#handed !== present) {
      network.setContext((await this.#contexts.now()).strategy);
      this.#handed = present;
    }
    return network;
  }

  /** The network with every contact read against the present context; parts of the analysis may be missing. */
  async #read(): Promise<NetworkAnalysis> {
    const network = await this.#load();
    await inSlices(
      (function* () {
        for (const step of network.steps()) {
          if (step.done >= network.size) return;
          yield step;
        }
      })(),
    );
    return network;
  }

  async #fill(): Promise<NetworkAnalysis> {
    const meanwhile: DerivedChanges[] = [];
    this.#meanwhile = meanwhile;
    const present = this.#present();
    const [db, { strategy }] = await Promise.all([this.#environment.database, this.#contexts.now()]);
    this.#handed = present;
    const network = createAnalysis(strategy);
    const texts: Texts = new Map();
    for await (const page of digestPages(db)) await inSlices(puts(network, page, texts));
    this.#meanwhile = null;
    for (const derived of meanwhile) take(network, derived);
    return network;
  }

  /** One computation at a time; a write in between makes it start once more. */
  #compute(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    const { world, database } = this.#environment;
    const progress = startJob(this.#environment, { id: 'analyse', kind: 'analyse' });
    try {
      const db = await database;
      // Before anything can fail: a state that failed is known by its revision, and not tried again.
      this.#revision ??= (await getState(db, 'revision')) ?? 0;
      const network = await this.#load();
      const revision = this.#revision;
      const start = performance.now();
      await inSlices(network.steps(), ({ done, total }) => progress.report(done, total));
      this.#last = { ...network.result(), revision, at: world.now().toISOString() };
      this.#took = performance.now() - start;
      progress.end('done');
      await putAnalysis(db, await this.#version(), this.#last);
    } catch (error) {
      this.#failedAt = this.#revision ?? -1;
      progress.end('failed');
      throw error;
    }
  }
}

/** Puts the digests of some segments into a network, one by one. */
function* puts(network: NetworkAnalysis, page: readonly DigestRow[], texts: Texts): Generator<void> {
  for (const row of page) for (const digest of digestsOf(row)) yield network.put(shared(digest, texts));
}

/** Every text once: employers, schools, skills and places are the same for many. */
type Texts = Map<string, string>;

/** The digest with its repeated texts taken from `texts`: a quarter less memory for a large network. */
function shared(digest: Digest, texts: Texts): Digest {
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  const { employer, skills, steps = [], schools = [], place } = digest;
  if (employer !== undefined) digest.employer = once(employer);
  if (skills !== undefined) digest.skills = skills.map(once);
  for (const step of steps) if (step.company !== undefined) step.company = once(step.company);
  for (const school of schools) school.name = once(school.name);
  if (place !== undefined) {
    place.text = once(place.text);
    if (place.city !== undefined) place.city = once(place.city);
    if (place.region !== undefined) place.region = once(place.region);
  }
  return digest;
}

function take(
  network: NetworkAnalysis,
  { put, removed }: { put: readonly Digest[]; removed: readonly string[] },
): void {
  for (const digest of put) network.put(digest);
  for (const id of removed) network.remove(id);
}

import type { Job } from '../messaging/events.ts';
import { SEGMENT_ROWS } from '../storage/derived.ts';
import type { Database } from '../storage/schema.ts';
import { segmentPages } from '../storage/segments.ts';
import { getState, putState } from '../storage/state.ts';
import { write } from '../storage/transaction.ts';
import type { Contexts } from './context.ts';
import { deriverOf } from './derive.ts';
import type { Environment } from './environment.ts';
import { pause } from './slices.ts';

/** Pending contacts derived in one transaction; a save in between waits for one such batch at most. */
const BATCH = 128;
/** Progress is told at most this often. */
const TELL_MS = 250;

/**
 * Makes the derived rows that are missing (after an import, a restore, a new layout) or of another version (after a
 * correction of the user's, a new model), batch by batch. What is left to do stands in the database itself, so a
 * background that is killed goes on where it was.
 */
export class Deriving {
  readonly #environment: Environment;
  readonly #contexts: Contexts;
  #running: Promise<void> | null = null;
  #again = false;
  /** The version that every segment was last seen to be of. */
  #upToDate = '';

  constructor(environment: Environment, contexts: Contexts) {
    this.#environment = environment;
    this.#contexts = contexts;
  }

  /** Has an earlier background left something undone? Costs two small reads. */
  async isLeft(): Promise<boolean> {
    const db = await this.#environment.database;
    return (await getState(db, 'deriving')) !== undefined || (await hasPending(db));
  }

  /** Does everything that is left to do. Called while it runs, it looks once more at the end. */
  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#loop().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #loop(): Promise<void> {
    const { announce, world, database } = this.#environment;
    const db = await database;
    const id = `classify-${world.now().getTime()}`;
    let told = 0;
    let begun = false;
    const tell = (state: Job['state'], done: number, total: number) => {
      const now = performance.now();
      if (state === 'running' && now - told < TELL_MS) return;
      told = now;
      begun = true;
      announce({ kind: 'job', job: { id, kind: 'classify', state, done, total } });
    };
    try {
      while (this.#again) {
        this.#again = false;
        // Without a classifier every batch would be put down as pending again, for ever.
        await this.#contexts.now();
        await this.#pending(db, tell);
        await this.#outdated(db, tell);
      }
      await putState(db, 'deriving', undefined);
      if (begun) tell('done', 1, 1);
    } catch (error) {
      this.#upToDate = '';
      if (begun) tell('failed', 0, 0);
      throw error;
    }
  }

  async #pending(db: Database, tell: Tell): Promise<void> {
    const total = (await hasPending(db)) ? await db.count('pending') : 0;
    if (total > 0) await putState(db, 'deriving', true);
    for (let done = 0; ; ) {
      const ids = await db.getAllKeys('pending', null, BATCH);
      if (ids.length === 0) return;
      await this.#derive(db, ids);
      done += ids.length;
      tell('running', Math.min(done, total), Math.max(done, total));
      await pause();
    }
  }

  async #outdated(db: Database, tell: Tell): Promise<void> {
    const { version } = deriverOf(await this.#contexts.now());
    if (version === this.#upToDate) return;
    const outdated: number[] = [];
    let rows = 0;
    for await (const page of segmentPages(db))
      for (const segment of page) {
        if (segment.version === version) continue;
        outdated.push(segment.segment);
        rows += segment.rows.count;
      }
    this.#upToDate = version;
    if (outdated.length === 0) return;
    await putState(db, 'deriving', true);
    for (const [at, segment] of outdated.entries()) {
      const known = await db.get('segments', segment);
      const ids = (known?.rows.columns.id ?? '').split('\t').filter((id) => id !== '');
      await this.#derive(db, ids);
      tell('running', Math.min(rows, (at + 1) * SEGMENT_ROWS), rows);
      await pause();
    }
  }

  async #derive(db: Database, ids: readonly string[]): Promise<void> {
    await write(
      db,
      this.#environment.world,
      ['contacts'],
      async ({ touch }) => {
        for (const id of ids) touch(id);
      },
      // Derived rows can be made again: nothing is lost with the power.
      { durability: 'relaxed' },
    );
  }
}

type Tell = (state: Job['state'], done: number, total: number) => void;

async function hasPending(db: Database): Promise<boolean> {
  return (await db.getAllKeys('pending', null, 1)).length > 0;
}

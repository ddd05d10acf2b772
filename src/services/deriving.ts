import { columnOf, type Settings } from '../core/model/index.ts';
import { companyKey } from '../core/text/companies.ts';
import { fold } from '../core/text/fold.ts';
import { ownValue } from '../core/text/table.ts';
import {
  countPending,
  digestsOf,
  hasPending,
  nextPending,
  restamp,
  SEGMENT_ROWS,
} from '../storage/derived.ts';
import type { Database, DigestRow, SegmentRow } from '../storage/schema.ts';
import { getDigests, segmentPages } from '../storage/segments.ts';
import { getSettings, getState, putState } from '../storage/state.ts';
import { deriveAgain } from '../storage/transaction.ts';
import type { Contexts } from './context.ts';
import { correctionsKey, deriverOf, deriverVersion } from './derive.ts';
import type { Environment } from './environment.ts';
import { type Progress, startJob } from './jobs.ts';
import { pause } from './slices.ts';

/**
 * Makes the derived rows that are missing (after an import, a restore, a new layout) or of another version (after a
 * correction of the user's, a new model), a segment's worth at a time: a save in between waits for one such batch at
 * most. What is left to do stands in the database itself, so a background that is killed goes on where it was.
 */
export class Deriving {
  readonly #environment: Environment;
  readonly #contexts: Contexts;
  readonly #giveWay: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;
  /** The version that every segment was last seen to be of. */
  #upToDate = '';

  /** @param giveWay waits while something goes on that is to be over first */
  constructor(environment: Environment, contexts: Contexts, giveWay = async () => {}) {
    this.#environment = environment;
    this.#giveWay = giveWay;
    this.#contexts = contexts;
  }

  /** Has an earlier background left something undone, or not even begun? Costs four small reads. */
  async isLeft(): Promise<boolean> {
    const db = await this.#environment.database;
    if ((await getState(db, 'deriving')) !== undefined || (await hasPending(db))) return true;
    const [settings, done] = await Promise.all([getSettings(db), getState(db, 'derivedWith')]);
    return correctionsKey(settings.companies) !== correctionsKey(done ?? {});
  }

  /** Looks at everybody once more, as after an update of the extension; a background that is killed goes on with it. */
  async renew(): Promise<void> {
    await putState(await this.#environment.database, 'deriving', true);
    await this.run();
  }

  /** Does everything that is left to do. Called while it runs, it looks once more at the end. */
  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#loop();
    return this.#running;
  }

  async #loop(): Promise<void> {
    const db = await this.#environment.database;
    const told: Progress[] = [];
    // One name for all of it: a page goes on with the line of a task whose background was killed.
    const progress = () => {
      if (told[0] === undefined) told.push(startJob(this.#environment, { id: 'classify', kind: 'classify' }));
      return told[0] as Progress;
    };
    try {
      while (this.#again) {
        this.#again = false;
        // Without a classifier every batch would be put down as pending again, for ever.
        await this.#contexts.now();
        await this.#pending(db, progress);
        const whole = await this.#outdated(db, progress);
        if (whole && (await getState(db, 'deriving')) !== undefined)
          await putState(db, 'deriving', undefined);
      }
      told[0]?.end('done');
    } catch (error) {
      this.#upToDate = '';
      told[0]?.end('failed');
      throw error;
    } finally {
      // In the same turn as the last look: whoever calls from here on begins anew, and nobody is left unheard.
      this.#running = null;
    }
  }

  async #pending(db: Database, progress: () => Progress): Promise<void> {
    const total = (await hasPending(db)) ? await countPending(db) : 0;
    if (total > 0) await putState(db, 'deriving', true);
    for (let done = 0; ; ) {
      await this.#giveWay();
      const next = await nextPending(db);
      if (next === null) return;
      await deriveAgain(db, this.#environment.world, next.ids, next.rows);
      done += next.ids.length;
      progress().report(Math.min(done, total), Math.max(done, total));
      await pause();
    }
  }

  /** Answers whether every segment is of the present version now. */
  async #outdated(db: Database, progress: () => Progress): Promise<boolean> {
    const context = await this.#contexts.now();
    const { companies } = context.settings;
    const { version } = deriverOf(context);
    // A model that could not be read this time is no reason to judge everybody by the lexicon.
    if (context.classifier.health === 'damaged') return false;
    if (version === this.#upToDate) return true;
    const before = (await getState(db, 'derivedWith')) ?? {};
    const corrected = new Corrected(deriverVersion(context.classifier, before), before, companies);
    const outdated: SegmentRow[] = [];
    let rows = 0;
    for await (const page of segmentPages(db))
      for (const row of page) {
        if (row.version === version) continue;
        outdated.push(row);
        rows += row.rows.count;
      }
    if (outdated.length > 0) await putState(db, 'deriving', true);
    for (const [at, row] of outdated.entries()) {
      await this.#giveWay();
      const ids = corrected.of(row, await getDigests(db, row.segment));
      if (ids.length > 0) await deriveAgain(db, this.#environment.world, ids);
      if (ids.length < row.rows.count) await restamp(db, row.segment, version);
      progress().report(Math.min(rows, (at + 1) * SEGMENT_ROWS), rows);
      await pause();
    }
    await putState(db, 'derivedWith', companies);
    this.#upToDate = version;
    return true;
  }
}

/**
 * Whom a correction of companies concerns. Where nothing else has changed, everybody else's rows stay as they are:
 * a correction shows at once, also in a large network.
 */
class Corrected {
  readonly #version: string;
  readonly #keys: string[];

  /** @param version the deriver's before the correction */
  constructor(version: string, before: Settings['companies'], after: Settings['companies']) {
    this.#version = version;
    this.#keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => ownValue(before, key) !== ownValue(after, key),
    );
  }

  /** The contacts of an outdated segment that are to be derived again. */
  of({ version, rows }: SegmentRow, digests: DigestRow | undefined): string[] {
    const ids = columnOf(rows, 'id');
    if (version !== this.#version || digests === undefined) return ids;
    const [titles, companies] = [columnOf(rows, 'title'), columnOf(rows, 'company')];
    const concerned = new Set<string>();
    for (const digest of digestsOf(digests)) {
      const employers = [digest.employer, ...(digest.steps ?? []).map(({ company }) => company)];
      if (employers.some((name) => name !== undefined && this.#keys.includes(companyKey(name))))
        concerned.add(digest.id);
    }
    // A headline names a company too: `Head of Data at Charité`.
    return ids.filter(
      (id, i) =>
        concerned.has(id) || this.#keys.some((key) => fold(`${titles[i]} ${companies[i]}`).includes(key)),
    );
  }
}

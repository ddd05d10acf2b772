import {
  type LightRow,
  type PackedReadings,
  type PackedSegment,
  packReadings,
  type RowReading,
  rowReading,
  unpackRows,
  unpackSegment,
} from '../core/model/index.ts';
import { readDigest } from '../core/strategy/read.ts';
import { viewpointOf } from '../core/strategy/viewpoint.ts';
import type { ContactRow, RowIndex } from '../messaging/protocol.ts';
import { digestsOf, segmentsOf } from '../storage/derived.ts';
import type { Database, DigestRow, ReadingsRow, SegmentRow } from '../storage/schema.ts';
import { getDigests, putReadings, readingsPages, segmentPages } from '../storage/segments.ts';
import { getState } from '../storage/state.ts';
import type { Commit } from '../storage/transaction.ts';
import type { Contexts, ReadingContext } from './context.ts';
import type { Environment } from './environment.ts';
import { RowNames } from './rowNames.ts';
import { type Hit, RowSearch } from './rowSearch.ts';
import { inSlices, pause, SLICE_MS } from './slices.ts';

/** How long computed readings wait for more before they are stored together. */
const STORE_AFTER_MS = 500;

/**
 * All contacts' rows, held packed while the background lives: loaded with the first question, then following each
 * write. Readings depend on the user and the goals too; they are computed by segment, and kept for the next start.
 */
export class NetworkRows {
  readonly #environment: Environment;
  readonly #contexts: Contexts;
  #segments: Promise<Map<number, SegmentRow>> | null = null;
  #db: Database | null = null;
  #readings = new Map<number, ReadingsRow>();
  /** Changed while they are being loaded: what is read from the disk after that would be older. */
  #fresh = new Map<number, SegmentRow>();
  #toStore = new Map<number, ReadingsRow>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #search = new RowSearch();
  #names = new RowNames();

  constructor(environment: Environment, contexts: Contexts) {
    this.#environment = environment;
    this.#contexts = contexts;
  }

  /** Takes in what a write has changed. */
  follow({ derived, replaced }: Commit): void {
    if (replaced) {
      this.#forget();
      return;
    }
    if (this.#segments === null) return;
    for (const { rows } of derived.segments) this.#fresh.set(rows.segment, rows);
    void this.#segments.then((segments) => {
      for (const { rows } of derived.segments) {
        const known = segments.get(rows.segment);
        if (known === undefined || known.revision < rows.revision) segments.set(rows.segment, rows);
      }
    });
  }

  async index(): Promise<RowIndex> {
    const [segments, context, revision] = await Promise.all([
      this.#load(),
      this.#contexts.now(),
      getState(await this.#environment.database, 'revision'),
    ]);
    return {
      revision: revision ?? 0,
      ...standpoint(context),
      segments: [...segments.values()].map(({ segment, revision: changed }) => ({
        segment,
        revision: changed,
      })),
    };
  }

  /** These segments with their readings, in the order asked for. */
  async packed(wanted: readonly number[]): Promise<{ context: string; parts: PackedSegment[] }> {
    const [segments, context] = await Promise.all([this.#load(), this.#contexts.now()]);
    const rows = wanted.map((segment) => segments.get(segment)).filter((row) => row !== undefined);
    const readings = await this.#readingsOf(rows, context);
    return {
      context: context.key,
      parts: rows.map(({ segment, revision, rows: packed }, i) => ({
        segment,
        revision,
        rows: packed,
        readings: readings[i] ?? packReadings([]),
      })),
    };
  }

  /** One segment's rows as objects. */
  async rowsIn(segment: number): Promise<ContactRow[]> {
    const [{ parts }, context] = await Promise.all([this.packed([segment]), this.#contexts.now()]);
    const [part] = parts;
    return part === undefined ? [] : unpackSegment(part, context.strategy.goals.length);
  }

  /** The rows of these contacts in the order of `ids`; ids of nobody are left out. */
  async rowsOf(ids: readonly string[]): Promise<{ goals: string[]; rows: ContactRow[] }> {
    const db = await this.#environment.database;
    const context = await this.#contexts.now();
    const wanted = await segmentsOf(db, ids);
    const byId = new Map<string, ContactRow>();
    const asked = new Set(ids);
    for (const segment of wanted)
      for (const row of await this.rowsIn(segment)) if (asked.has(row.id)) byId.set(row.id, row);
    return {
      goals: context.strategy.goals.map(({ id }) => id),
      rows: ids.map((id) => byId.get(id)).filter((row) => row !== undefined),
    };
  }

  /** All light rows, segment by segment. */
  async *light(): AsyncGenerator<LightRow[]> {
    for (const { rows } of (await this.#load()).values()) yield unpackRows(rows);
  }

  /** All rows with their readings as they are held, segment by segment: for whoever needs a few columns of all. */
  async *parts(): AsyncGenerator<PackedSegment> {
    for (const segment of [...(await this.#load()).keys()]) yield* (await this.packed([segment])).parts;
  }

  /** All rows with their readings, segment by segment. */
  async *all(): AsyncGenerator<ContactRow[]> {
    for (const segment of [...(await this.#load()).keys()]) yield await this.rowsIn(segment);
  }

  /** Rows of contacts found by words and parts of words, the best first; see `RowSearch`. */
  async search(query: string, limit: number): Promise<{ goals: string[]; rows: ContactRow[] }> {
    const { strategy } = await this.#contexts.now();
    const segments = await this.#load();
    await inSlices(this.#search.prepare(segments.values()));
    const hits = this.#search.hits(segments.values(), query, limit);
    return { goals: strategy.goals.map(({ id }) => id), rows: await this.#rowsAt(hits) };
  }

  /** For each name the ids of all contacts who may be meant by it; none for an empty one. */
  async named(names: readonly string[]): Promise<string[][]> {
    if (names.every((name) => name === '')) return names.map(() => []);
    const segments = await this.#load();
    await inSlices(this.#names.follow(segments));
    return names.map((name) => this.#names.find(name));
  }

  /** Some rows by their places, in this order. */
  async #rowsAt(hits: readonly Hit[]): Promise<ContactRow[]> {
    const parts = new Map<number, ContactRow[]>();
    for (const { row } of hits)
      if (!parts.has(row.segment)) parts.set(row.segment, await this.rowsIn(row.segment));
    return hits.map(({ row, i }) => parts.get(row.segment)?.[i]).filter((row) => row !== undefined);
  }

  async #load(): Promise<Map<number, SegmentRow>> {
    const db = await this.#environment.database;
    // It was closed under us, and what stands in it may be new.
    if (this.#db !== db) this.#forget();
    this.#db = db;
    this.#segments ??= this.#read().catch((error: unknown) => {
      this.#segments = null;
      throw error;
    });
    return this.#segments;
  }

  #forget(): void {
    this.#segments = null;
    this.#readings = new Map();
    this.#fresh = new Map();
    this.#names = new RowNames();
  }

  async #read(): Promise<Map<number, SegmentRow>> {
    const db = await this.#environment.database;
    this.#fresh = new Map();
    const segments = new Map<number, SegmentRow>();
    const stored = (async () => {
      for await (const page of readingsPages(db))
        for (const row of page) this.#readings.set(row.segment, row);
    })();
    for await (const page of segmentPages(db)) for (const row of page) segments.set(row.segment, row);
    await stored;
    for (const [segment, row] of this.#fresh) segments.set(segment, row);
    this.#fresh = new Map();
    return new Map([...segments].sort(([a], [b]) => a - b));
  }

  /** The readings of each segment: those that hold, and the others computed. */
  async #readingsOf(rows: readonly SegmentRow[], context: ReadingContext): Promise<PackedReadings[]> {
    const view = viewpointOf(context.strategy);
    const missing = rows.filter((row) => !this.#holds(row, context));
    let end = performance.now() + SLICE_MS;
    for await (const digests of this.#digestsOf(missing)) {
      const readings: RowReading[] = [];
      for (const digest of digestsOf(digests)) {
        readings.push(rowReading(readDigest(digest, view)));
        if (performance.now() < end) continue;
        await pause();
        end = performance.now() + SLICE_MS;
      }
      const { segment, revision } = digests;
      this.#keep({ segment, revision, context: context.key, readings: packReadings(readings) });
    }
    return rows.map(({ segment }) => this.#readings.get(segment)?.readings ?? packReadings([]));
  }

  #holds({ segment, revision }: SegmentRow, { key }: ReadingContext): boolean {
    const known = this.#readings.get(segment);
    return known !== undefined && known.revision === revision && known.context === key;
  }

  async *#digestsOf(rows: readonly SegmentRow[]): AsyncGenerator<DigestRow> {
    const db = await this.#environment.database;
    for (const { segment } of rows) {
      const digests = await getDigests(db, segment);
      if (digests !== undefined) yield digests;
    }
  }

  #keep(row: ReadingsRow): void {
    this.#readings.set(row.segment, row);
    this.#toStore.set(row.segment, row);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const rows = [...this.#toStore.values()];
      this.#toStore.clear();
      // Readings that are not kept are computed again.
      this.#environment.database.then((db) => putReadings(db, rows)).catch(() => {});
    }, STORE_AFTER_MS);
  }
}

function standpoint({
  strategy: { me, goals },
  key,
}: ReadingContext): Pick<RowIndex, 'context' | 'goals' | 'me'> {
  const current = me?.career.current;
  return {
    context: key,
    goals: goals.map(({ id }) => id),
    me:
      current === undefined
        ? null
        : { isco4: current.function?.isco4 ?? null, nace2: current.industry?.nace2 ?? null },
  };
}

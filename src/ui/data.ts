import { useEffect, useState } from 'preact/hooks';
import { unpackSegment } from '../core/model/index.ts';
import { call } from '../messaging/client.ts';
import { onEvent } from '../messaging/events.ts';
import type { AnalysisState, ContactRow, Network, RowIndex, RowSegment } from '../messaging/protocol.ts';

/** The contacts of the dashboard, as far as they have arrived. */
export interface Rows {
  rows: readonly ContactRow[];
  /** Ids of the goals that each row's `fits` and `roles` follow. */
  goals: readonly string[];
  /** What the distances are measured from. */
  me: RowSegment['me'];
  complete: boolean;
  failure: unknown;
}

/** Many writes in a row (an import) are followed by one reading; milliseconds after the last. */
const SETTLE_MS = 200;

/** Calls back once after a burst of changes; answers how to stop. */
function onChange(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = onEvent((event) => {
    if (event.kind !== 'changed') return;
    clearTimeout(timer);
    timer = setTimeout(callback, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

const NOTHING_YET: Rows = { rows: [], goals: [], me: null, complete: false, failure: null };

/** Parts asked for at once: the first few are there at once, the others with few messages. */
const FIRST_PARTS = 2;
const PARTS_AT_ONCE = 32;
/** While they arrive, what is shown grows at most this often: each time everything is filtered and sorted anew. */
const GROW_MS = 2_000;

/**
 * All contacts' rows, read once for every room that shows them, and after a change those parts that changed. Starts
 * with the first subscriber and then stays, so that going back to a room is instant.
 */
class RowStore {
  shown: Rows = NOTHING_YET;
  private readonly subscribers = new Set<(rows: Rows) => void>();
  private readonly parts = new Map<number, { revision: number; context: string; rows: ContactRow[] }>();
  private run = 0;
  private started = false;

  subscribe(subscriber: (rows: Rows) => void): () => void {
    this.subscribers.add(subscriber);
    if (!this.started) {
      this.started = true;
      onChange(() => void this.load());
      void this.load();
    }
    return () => this.subscribers.delete(subscriber);
  }

  private show(rows: Rows): void {
    this.shown = rows;
    for (const subscriber of this.subscribers) subscriber(rows);
  }

  private async load(): Promise<void> {
    this.run += 1;
    const mine = this.run;
    try {
      const index = await call('rows.index', {});
      const wanted = index.segments
        .filter(({ segment, revision }) => {
          const known = this.parts.get(segment);
          return known?.revision !== revision || known.context !== index.context;
        })
        .map(({ segment }) => segment);
      let grown = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < wanted.length && mine === this.run; ) {
        const size = at === 0 ? FIRST_PARTS : PARTS_AT_ONCE;
        const { context, parts } = await call('rows.packed', { segments: wanted.slice(at, at + size) });
        for (const { segment, revision, rows, readings } of parts)
          this.parts.set(segment, {
            revision,
            context,
            rows: unpackSegment({ rows, readings }, index.goals.length),
          });
        at += size;
        const now = performance.now();
        // A reload shows nothing until it is complete: the list must not shrink and grow under the eyes.
        if (at >= wanted.length || this.shown.complete || now - grown < GROW_MS) continue;
        grown = now;
        this.show(this.rowsOf(index, false));
      }
      if (mine !== this.run) return;
      const there = new Set(index.segments.map(({ segment }) => segment));
      for (const segment of this.parts.keys()) if (!there.has(segment)) this.parts.delete(segment);
      this.show(this.rowsOf(index, true));
    } catch (failure) {
      if (mine === this.run) this.show({ ...this.shown, failure });
    }
  }

  private rowsOf({ goals, me, segments }: RowIndex, complete: boolean): Rows {
    const rows = segments.flatMap(({ segment }) => this.parts.get(segment)?.rows ?? []);
    return { rows, goals, me, complete, failure: null };
  }
}

const store = new RowStore();

/** All contacts' rows, followed as they arrive and change. */
export function useRows(): Rows {
  const [rows, setRows] = useState<Rows>(store.shown);
  useEffect(() => {
    setRows(store.shown);
    return store.subscribe(setRows);
  }, []);
  return rows;
}

/** A few contacts' rows by their ids. */
export interface SomeRows {
  byId: ReadonlyMap<string, ContactRow>;
  /** Ids of the goals that each row's `fits` and `roles` follow. */
  goals: readonly string[];
  /** All that exist of the ids asked for are there. */
  ready: boolean;
  failure: unknown;
}

/** Most ids that one message may ask for. */
const IDS_AT_ONCE = 500;

/**
 * The rows of these contacts alone: names for a text are there long before all rows of a large network.
 * Ids of nobody are missing from `byId`; `null` waits, as the ids are not known yet.
 */
export function useRowsOf(ids: readonly string[] | null): SomeRows {
  const wanted = ids === null ? null : [...new Set(ids)].sort();
  const key = wanted?.join(' ') ?? null;
  const [shown, setShown] = useState<SomeRows & { key: string | null }>({
    key: null,
    byId: new Map(),
    goals: [],
    ready: false,
    failure: null,
  });
  useEffect(() => {
    if (wanted === null) return;
    let left = false;
    const load = async () => {
      try {
        const byId = new Map<string, ContactRow>();
        let goals: readonly string[] = [];
        for (let at = 0; at < wanted.length; at += IDS_AT_ONCE) {
          const part = await call('rows.of', { ids: wanted.slice(at, at + IDS_AT_ONCE) });
          for (const row of part.rows) byId.set(row.id, row);
          goals = part.goals;
        }
        if (!left) setShown({ key, byId, goals, ready: true, failure: null });
      } catch (failure) {
        if (!left) setShown((last) => ({ ...last, key, failure }));
      }
    };
    void load();
    const stop = onChange(() => void load());
    return () => {
      left = true;
      stop();
    };
  }, [key]);
  return shown.key === key && key !== null ? shown : { ...shown, ready: false };
}

/** The last analysis, followed as newer ones arrive. `null` until the first answer. */
export function useAnalysis(): { state: AnalysisState | null; failure: unknown } {
  const [shown, setShown] = useState<{ state: AnalysisState | null; failure: unknown }>({
    state: null,
    failure: null,
  });
  useEffect(() => {
    const load = () =>
      void call('analysis.get', {}).then(
        (state) => setShown({ state, failure: null }),
        (failure: unknown) => setShown((last) => ({ ...last, failure })),
      );
    load();
    const stops = [
      onChange(load),
      onEvent((event) => {
        if (event.kind === 'job' && event.job.kind === 'analyse' && event.job.state === 'done') load();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return shown;
}

/** Who the user is, goals, settings; followed as they change. */
export function useNetwork(initial: Network): Network {
  const [network, setNetwork] = useState(initial);
  useEffect(() => onChange(() => void call('network.get', {}).then(setNetwork, () => {})), []);
  return network;
}

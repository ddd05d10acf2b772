import { useEffect, useState } from 'preact/hooks';
import { call } from '../messaging/client.ts';
import { onEvent } from '../messaging/events.ts';
import type { AnalysisState, ContactRow, Network, RowSegment } from '../messaging/protocol.ts';

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

/**
 * All contacts' rows, read once for every room that shows them: part by part (the first is there at once), and
 * again after a change. Starts with the first subscriber and then stays, so that going back to a room is instant.
 */
class RowStore {
  shown: Rows = NOTHING_YET;
  private readonly subscribers = new Set<(rows: Rows) => void>();
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
    const read: ContactRow[] = [];
    try {
      for (let segment = 0; ; segment++) {
        const part = await call('rows.get', { segment });
        if (mine !== this.run) return;
        for (const row of part.rows) read.push(row);
        const complete = segment + 1 >= part.segments;
        // A reload shows nothing until it is complete: the list must not shrink and grow under the eyes.
        if (complete || !this.shown.complete)
          this.show({
            rows: complete ? read : read.slice(),
            goals: part.goals,
            me: part.me,
            complete,
            failure: null,
          });
        if (complete) return;
      }
    } catch (failure) {
      if (mine === this.run) this.show({ ...this.shown, failure });
    }
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

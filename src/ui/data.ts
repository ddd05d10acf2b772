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

/** All contacts' rows, read part by part (the first is there at once), and again after a change. */
export function useRows(): Rows {
  const [rows, setRows] = useState<Rows>({ rows: [], goals: [], me: null, complete: false, failure: null });
  useEffect(() => {
    let run = 0;
    const load = async () => {
      run += 1;
      const mine = run;
      const read: ContactRow[] = [];
      try {
        for (let segment = 0; ; segment++) {
          const part = await call('rows.get', { segment });
          if (mine !== run) return;
          for (const row of part.rows) read.push(row);
          const complete = segment + 1 >= part.segments;
          // A reload shows nothing until it is complete: the list must not shrink and grow under the eyes.
          setRows((shown) =>
            complete || !shown.complete
              ? {
                  rows: complete ? read : read.slice(),
                  goals: part.goals,
                  me: part.me,
                  complete,
                  failure: null,
                }
              : shown,
          );
          if (complete) return;
        }
      } catch (failure) {
        if (mine === run) setRows((shown) => ({ ...shown, failure }));
      }
    };
    void load();
    const stop = onEvent((event) => event.kind === 'changed' && void load());
    return () => {
      run = -1;
      stop();
    };
  }, []);
  return rows;
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
    return onEvent((event) => {
      if (event.kind === 'changed' || (event.job.kind === 'analyse' && event.job.state === 'done')) load();
    });
  }, []);
  return shown;
}

/** Who the user is, goals, settings; followed as they change. */
export function useNetwork(initial: Network): Network {
  const [network, setNetwork] = useState(initial);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.kind === 'changed') void call('network.get', {}).then(setNetwork, () => {});
      }),
    [],
  );
  return network;
}

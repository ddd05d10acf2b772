import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay, t } from '../../../browser/text.ts';
import { waitsForPerson } from '../../../core/sync/trouble.ts';
import { call } from '../../../messaging/client.ts';
import { onEvent } from '../../../messaging/events.ts';
import type { SyncState, SyncStatus } from '../../../messaging/sync.ts';
import { syncSentences } from '../../../messaging/syncSentences.ts';
import { errorText } from '../../errorText.ts';
import { agoWords } from './days.ts';

/** The state of keeping devices in step, followed as it changes; `null` until it is known. */
export function useSyncStatus(): {
  status: SyncStatus | null;
  failure: string;
  /** What was answered is shown at once. */
  show: (status: SyncStatus) => void;
  refresh: () => Promise<void>;
} {
  const [status, setStatus] = useState<SyncStatus | null>(null);
  const [failure, setFailure] = useState('');
  // Taking over many contacts tells of itself many times a second: one question at a time.
  const asking = useRef<{ again: boolean } | null>(null);
  async function refresh(): Promise<void> {
    if (asking.current !== null) {
      asking.current.again = true;
      return;
    }
    const mine = { again: true };
    asking.current = mine;
    try {
      while (mine.again) {
        mine.again = false;
        setStatus(await call('sync.status', {}));
      }
      setFailure('');
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      asking.current = null;
    }
  }
  useEffect(() => {
    const stop = onEvent(({ kind }) => {
      if (kind === 'sync') void refresh();
    });
    void refresh();
    return stop;
  }, []);
  return { status, failure, show: setStatus, refresh };
}

/** The sentences of the state, the most pressing first; `asks`: only the person can go on from here. */
export function stateSentences(state: SyncState): { text: string; asks: boolean }[] {
  const now = Date.now();
  const write = { when: (instant: string) => agoWords(instant, now), day: formatDay };
  return syncSentences(state, write).map(({ key, values, asks }) => ({ text: t(key, values), asks }));
}

/** Looks what other devices have written, as the dashboard is opened; nothing of it is waited for or told here. */
export async function lookAtOthers(): Promise<void> {
  const status = await call('sync.status', {});
  if (!status.on || status.working !== null) return;
  const { trouble, place } = status;
  // A server that wants to be left alone is, however often the dashboard is opened.
  if (trouble?.kind === 'busy' || waitsForPerson(place, trouble?.kind)) return;
  await call('sync.now', {});
}

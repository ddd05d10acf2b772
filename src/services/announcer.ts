import type { NetworkEvent } from '../messaging/events.ts';

/** Pages hear of a burst of writes (an import, a long task) at most this often. */
const QUIET_MS = 150;

/**
 * Tells open pages that something changed: the first write at once, those of a burst together. Answers what to
 * call with the revision of each write.
 */
export function createAnnouncer(announce: (event: NetworkEvent) => void): (revision: number) => void {
  let waiting: number | null = null;
  let quiet = true;
  const tell = (revision: number) => {
    quiet = false;
    announce({ kind: 'changed', revision });
    setTimeout(() => {
      quiet = true;
      const next = waiting;
      waiting = null;
      if (next !== null) tell(next);
    }, QUIET_MS);
  };
  return (revision) => {
    if (quiet) tell(revision);
    else waiting = Math.max(waiting ?? 0, revision);
  };
}

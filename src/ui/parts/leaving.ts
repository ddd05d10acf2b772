import { useEffect, useRef } from 'preact/hooks';

/** A field may hand what it held to a form: more rounds than there are layers. */
const ROUNDS = 4;

/** What stands in fields of this page and was not taken yet. */
const untaken = new Set<() => void>();

/** Takes everything that stands in a field, now: its form is sent, or the page may be gone in a moment. */
export function takeNow(): void {
  for (let round = 0; round < ROUNDS && untaken.size > 0; round += 1) for (const take of [...untaken]) take();
}

let listening = false;
/** The last moment of a page that is closed or left; a popup has none. */
function listen(): void {
  if (listening) return;
  listening = true;
  addEventListener('pagehide', takeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') takeNow();
  });
}

export interface Leaving {
  /** Something stands in the field. */
  touch: () => void;
  /** It is taken or thrown away. */
  drop: () => void;
}

/** Takes what stands in a field when the page is hidden or the field goes. `take` is the latest that was handed in. */
export function useLeaving(take: () => void): Leaving {
  const latest = useRef(take);
  latest.current = take;
  const leaving = useRef<(Leaving & { flush: () => void }) | null>(null);
  leaving.current ??= createLeaving(() => latest.current());
  const made = leaving.current;
  useEffect(() => {
    listen();
    return made.flush;
  }, []);
  return made;
}

function createLeaving(take: () => void): Leaving & { flush: () => void } {
  const drop = () => void untaken.delete(flush);
  const flush = () => {
    if (!untaken.has(flush)) return;
    drop();
    take();
  };
  return { touch: () => void untaken.add(flush), drop, flush };
}

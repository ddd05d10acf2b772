import { useEffect, useRef } from 'preact/hooks';

/** Milliseconds after the last key after which what is typed is written. */
const SETTLE_MS = 400;
/** A field may hand what it held to a form, which then has something to write: more rounds than there are layers. */
const ROUNDS = 4;

/** What is typed in this page and not yet written. */
const unwritten = new Set<() => void>();

/** Writes everything that is typed, now: the page may be gone in a moment. */
export function writeNow(): void {
  for (let round = 0; round < ROUNDS && unwritten.size > 0; round += 1)
    for (const write of [...unwritten]) write();
}

let listening = false;
/** A popup goes without a word when the page is clicked, a tab when it is closed: this is the last moment there is. */
function listen(): void {
  if (listening) return;
  listening = true;
  addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });
}

export interface Writing {
  /** Something was typed: it is written when the keys rest, the page is hidden or the field goes. */
  touch: () => void;
  /** Writes what waits, now. */
  flush: () => void;
  /** What waits is not to be written any more. */
  drop: () => void;
  waits: () => boolean;
}

/**
 * Writes while somebody types. `write` is the latest one that was handed in, and reads what is typed itself.
 * @param settleMs `null`: not while typing, only when the page or the field goes
 */
export function useWriting(write: () => void, settleMs: number | null = SETTLE_MS): Writing {
  const latest = useRef(write);
  latest.current = write;
  const writing = useRef<Writing | null>(null);
  writing.current ??= createWriting(() => latest.current(), settleMs);
  const made = writing.current;
  useEffect(() => {
    listen();
    return made.flush;
  }, []);
  return made;
}

function createWriting(write: () => void, settleMs: number | null): Writing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    clearTimeout(timer);
    unwritten.delete(flush);
  };
  const flush = () => {
    if (!unwritten.has(flush)) return;
    drop();
    write();
  };
  return {
    touch() {
      clearTimeout(timer);
      unwritten.add(flush);
      if (settleMs !== null) timer = setTimeout(flush, settleMs);
    },
    flush,
    drop,
    waits: () => unwritten.has(flush),
  };
}

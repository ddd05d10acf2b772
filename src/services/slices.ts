/** How long work goes on before others get a turn: a save or a popup in between waits no longer than this. */
export const SLICE_MS = 12;

/** Lets everything run that waits, and comes back. Unlike a timer it is not slowed down by the browser. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Runs steps of a few milliseconds each, with a pause after each slice; `each` hears of every step. */
export async function inSlices<Step>(
  steps: Iterable<Step>,
  each: (step: Step) => void = () => {},
): Promise<void> {
  let end = performance.now() + SLICE_MS;
  for (const step of steps) {
    each(step);
    if (performance.now() < end) continue;
    await pause();
    end = performance.now() + SLICE_MS;
  }
}

/**
 * What steps of a few milliseconds each come to, with a pause after each slice.
 * @throws the signal's reason when it is aborted meanwhile
 */
export async function resultInSlices<Result>(
  steps: Generator<unknown, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  let end = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await pause();
    signal?.throwIfAborted();
    end = performance.now() + SLICE_MS;
  }
}

/** A breath that is taken when a slice is over, however often it is offered. */
export function breather(): () => Promise<void> {
  let end = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < end) return;
    await pause();
    end = performance.now() + SLICE_MS;
  };
}

/** The pieces with a breath after each. */
export async function* withBreaths<Piece>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const breathe = breather();
  for await (const piece of pieces) {
    yield piece;
    await breathe();
  }
}

import { forceLayout, type LayoutGraph } from './forceLayout.ts';

/** What the worker answers: positions so far, and how much of the way is done, 0 to 1. */
export interface LayoutProgress {
  positions: Float64Array;
  done: number;
}

/** Between two answers, in milliseconds. */
const ANSWER_MS = 120;

const scope = globalThis as unknown as {
  onmessage: ((event: { data: LayoutGraph }) => void) | null;
  postMessage(message: LayoutProgress): void;
};

/** Lays out one graph, off the page's own thread; answers now and then, and at the end. */
scope.onmessage = ({ data }) => {
  let answered = performance.now();
  for (const { positions, done } of forceLayout(data)) {
    if (done < 1 && performance.now() - answered < ANSWER_MS) continue;
    answered = performance.now();
    scope.postMessage({ positions, done });
  }
};

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  breather,
  inSlices,
  pause,
  resultInSlices,
  SLICE_MS,
  withBreaths,
} from '../../src/services/slices.ts';

/** A clock that each step sets forward, and how often others had a turn. */
let clock = 0;
let turns = 0;

beforeEach(() => {
  [clock, turns] = [1_000, 0];
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const { MessageChannel: Channel } = globalThis;
  vi.stubGlobal(
    'MessageChannel',
    class extends Channel {
      constructor() {
        super();
        turns += 1;
      }
    },
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function* steps(count: number, each: number): Generator<number, number> {
  for (let i = 0; i < count; i++) {
    clock += each;
    yield i;
  }
  return count;
}

/** The same work in each of the ways in which it can be cut into slices; each answers what it came to. */
const WAYS: Record<string, (count: number, each: number) => Promise<unknown>> = {
  async 'steps that are heard'(count, each) {
    const heard: number[] = [];
    await inSlices(steps(count, each), (step) => heard.push(step));
    return heard.length;
  },
  'steps that come to something': (count, each) => resultInSlices(steps(count, each)),
  async 'a breath that is offered'(count, each) {
    const breathe = breather();
    for (const _ of steps(count, each)) await breathe();
    return count;
  },
  async 'pieces with breaths'(count, each) {
    const pieces = async function* () {
      yield* steps(count, each);
    };
    const found: number[] = [];
    for await (const piece of withBreaths(pieces())) found.push(piece);
    return found.length;
  },
};

describe.each(Object.entries(WAYS))('%s', (_, run) => {
  it.each<[count: number, each: number, expected: number]>([
    [0, 0, 0],
    [20, 0, 0],
    [2, SLICE_MS / 3, 0],
    [3, SLICE_MS / 3, 1],
    [9, SLICE_MS / 3, 3],
    [10, SLICE_MS / 3, 3],
    [4, SLICE_MS, 4],
    [4, SLICE_MS * 5, 4],
  ])('%i steps of %i ms give others %i turns', async (count, each, expected) => {
    expect(await run(count, each)).toBe(count);
    expect(turns).toBe(expected);
  });
});

it('a turn of others is whatever waited', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('waited'));
  const paused = pause().then(() => order.push('back'));
  order.push('before');
  await paused;
  expect(order).toEqual(['before', 'waited', 'back']);
});

it('stops with the reason of the signal after the turn in which it was given', async () => {
  const stop = new AbortController();
  let done = 0;
  const endless = (function* (): Generator<void, never> {
    for (;;) {
      clock += SLICE_MS;
      done += 1;
      if (done === 5) stop.abort(new Error('cancelled'));
      yield;
    }
  })();
  await expect(resultInSlices(endless, stop.signal)).rejects.toThrow('cancelled');
  expect(done).toBe(5);
});

import { expect, it } from 'vitest';
import { breather, resultInSlices, SLICE_MS } from '../../src/services/slices.ts';

/** Works so long without a turn for others. */
function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function* steps(count: number, each: number): Generator<void, number> {
  for (let i = 0; i < count; i++) {
    busy(each);
    yield;
  }
  return count;
}

it('answers what the steps come to, and gives others a turn after each slice', async () => {
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 0);
  expect(await resultInSlices(steps(30, SLICE_MS / 4))).toBe(30);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(2);
});

it('takes no turn where there is little to do', async () => {
  let turned = false;
  setTimeout(() => {
    turned = true;
  });
  expect(await resultInSlices(steps(3, 0))).toBe(3);
  expect(turned).toBe(false);
});

it('stops with the reason of the signal, wherever it stands', async () => {
  const stop = new AbortController();
  let done = 0;
  const endless = (function* (): Generator<void, never> {
    for (;;) {
      busy(1);
      done += 1;
      yield;
    }
  })();
  setTimeout(() => stop.abort(new Error('cancelled')), 3 * SLICE_MS);
  await expect(resultInSlices(endless, stop.signal)).rejects.toThrow('cancelled');
  expect(done).toBeGreaterThan(0);
});

it('breathes when a slice is over, however often it is offered', async () => {
  const breathe = breather();
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 0);
  for (let i = 0; i < 40; i++) {
    busy(1);
    await breathe();
  }
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(0);
  expect(turns).toBeLessThan(40);
});

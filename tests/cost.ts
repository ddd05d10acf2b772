import process from 'node:process';
import { expect } from 'vitest';

/** Milliseconds of this process alone that `run` takes: other work on the machine is not its. */
export function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** So much takes no time worth comparing: below it the clock and the memory's upkeep are most of what is measured. */
export const LITTLE_MS = 100;
/** A tenth of the text may take a fortieth of the time; what looks back over a text takes a hundredth. */
const MOST_GROWTH = 40;

/** What looks back over a text does so each time; a pause of the memory's upkeep comes once. */
const TRIES = 3;

/** Fails when `run` takes far more than ten times as long for ten times the size. No machine is too slow for it. */
export function expectSteady(run: (size: number) => unknown, size: number, shown: unknown = size): void {
  const steady = () => {
    const whole = cost(() => run(size));
    if (whole < LITTLE_MS) return true;
    const tenth = cost(() => run(size / 10));
    return whole < MOST_GROWTH * Math.max(tenth, LITTLE_MS / MOST_GROWTH);
  };
  const held = Array.from({ length: TRIES }).some(steady);
  expect([shown, held]).toEqual([shown, true]);
}

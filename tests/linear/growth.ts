import { type Attack, attacksOn } from './attacks.ts';
import { readPattern } from './pattern.ts';
import { createMatcher } from './steps.ts';

/** Characters of a short text, and steps for each of them below which nothing can be growing out of hand. */
const SHORT = 120;
const FEW = 30;
/** Then so many characters, and ten times as many; bounds (`{0,200}`) end before. */
const LONG = 1_000;
/** Ten times the text may cost so many times the steps: 10 is linear, 100 quadratic. */
const MOST = 25;

export interface Growth extends Attack {
  steps: number;
  /** How many times as many steps ten times the text takes; `Infinity` where the counting was given up. */
  times: number;
}

/** The worst that a text can do to an expression; `null` where the steps grow with the text alone. */
export function growthOf(source: string, flags: string): Growth | null {
  const pattern = readPattern(source, flags);
  const run = createMatcher(pattern, flags);
  let worst: Growth | null = null;
  for (const attack of attacksOn(pattern, flags)) {
    const steps = (length: number, limit: number) => run(textOf(attack, length), limit).steps;
    if (steps(SHORT, SHORT * FEW) <= SHORT * FEW) continue;
    // What doubles with each character never gets this far.
    const small = steps(LONG, 4_000_000);
    const limit = small * MOST;
    const times = small > 4_000_000 ? Infinity : steps(LONG * 10, limit) > limit ? MOST : 0;
    if (times >= MOST) return { ...attack, steps: small, times };
    worst = null;
  }
  return worst;
}

/** The attack's text of about so many characters. */
export function textOf({ front, pump, end }: Attack, length: number): string {
  return front + pump.repeat(Math.ceil(length / pump.length)) + end;
}

import { type Attack, attacksOn } from './attacks.ts';
import { readPattern } from './pattern.ts';
import { createMatcher } from './steps.ts';

/** A short text: so many characters at least, and so many rounds; and steps for each character that are no growth. */
const SHORT = { characters: 100, rounds: 20, steps: 40 };
/** Then a text of so many characters, and one of ten times as many: bounds (`{0,200}`) end before. */
const LONG = 400;
/** Ten times the text may cost so many times the steps: 10 is linear, 100 quadratic. */
const MOST = 25;
/** So many steps are too many for any text of that length. */
const GIVEN_UP = 1_000_000;

export interface Growth extends Attack {
  steps: number;
  /** How many times as many steps ten times the text takes; `Infinity` where the counting was given up. */
  times: number;
}

/** What a text can do to an expression whose steps grow faster than the text; `null` for all others. */
export function growthOf(source: string, flags: string): Growth | null {
  const pattern = readPattern(source, flags);
  const run = createMatcher(pattern, flags);
  /** How often what goes round was seen to end well; a third time it is taken for what it is. */
  const ended = new Map<string, number>();
  for (const attack of attacksOn(pattern, flags)) {
    const times = ended.get(attack.pump) ?? 0;
    if (times === 2) continue;
    const rounds = Math.max(SHORT.rounds, Math.ceil(SHORT.characters / attack.pump.length));
    const few = rounds * attack.pump.length * SHORT.steps;
    if (run(textOf(attack, rounds), few).steps <= few) continue;
    const long = Math.max(rounds, Math.ceil(LONG / attack.pump.length));
    const { steps } = run(textOf(attack, long), GIVEN_UP);
    if (steps > GIVEN_UP) return { ...attack, steps, times: Infinity };
    if (run(textOf(attack, long * 10), steps * MOST).steps > steps * MOST)
      return { ...attack, steps, times: MOST };
    ended.set(attack.pump, times + 1);
  }
  return null;
}

/** The attack's text after so many rounds. */
export function textOf({ front, pump, end }: Attack, rounds: number): string {
  return front + pump.repeat(rounds) + end;
}

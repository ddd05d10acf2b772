import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ownValue } from '../../core/text/table.ts';
import { RefusedError } from '../command.ts';
import { root } from '../root.ts';
import { Compiler } from './compiler.ts';
import { isEquivalent } from './equivalents.ts';
import { hash, hashOfFile, Kept } from './kept.ts';
import { type Reach, reachOfTests } from './reach.ts';
import { type Fault, tell } from './rooms.ts';
import { TestHost } from './testHost.ts';

/**
 * How a fault ended: tests fail with it or run for ever; no test reaches it, or all that do pass. What the compiler
 * refuses and what changes nothing that anybody could see (`equivalents.ts`) is no fault that tests could find.
 */
export type Fate = 'found' | 'endless' | 'unreached' | 'survived' | 'refused' | 'equivalent';

/** What is known of a fault: how it ended, and the tests that decided it, by path, with a hash of each. */
interface Known {
  fate: Fate;
  by: Record<string, string>;
}

/** A fault that makes a test file this many times slower, and by a minute, never ends. */
const SLOWER = 5;
const MINUTE_MS = 60_000;

/**
 * Tries faults one after another; `say` hears of each that no test finds. Answers the fate of each. Of the tests that
 * reach a fault those run that take `within` milliseconds all told without it; what they miss is open for the others.
 * @throws RefusedError when a source changes while its faults are tried.
 */
export async function tryFaults(
  faults: Fault[],
  within: number,
  say: (line: string) => void,
): Promise<Map<Fault, Fate>> {
  const ledger = new Kept<Known>('mutants.json');
  const fates = new Map<Fault, Fate>();
  const settle = (fault: Fault, known: Known) => {
    fates.set(fault, known.fate);
    ledger.set(nameOf(fault), known);
  };
  for (const fault of faults) {
    const known = ledger.get(nameOf(fault));
    if (isEquivalent(fault)) fates.set(fault, 'equivalent');
    else if (known !== undefined && isDecided(known)) fates.set(fault, known.fate);
  }
  const open = faults.filter((fault) => !fates.has(fault));
  say(`${fates.size} known, ${open.length} to try; first what the compiler refuses …`);
  if (open.length === 0) return fates;

  const compiler = new Compiler(root);
  for (const fault of open) {
    if (ledger.get(nameOf(fault)) === undefined && !compiler.takes(fault))
      settle(fault, { fate: 'refused', by: {} });
  }
  compiler.close();

  const left = open.filter((fault) => !fates.has(fault));
  say(`${left.length} to try; now which tests reach them …`);
  const reach = left.length > 0 ? await reachOfTests(say) : null;
  const host = new TestHost();
  try {
    for (const fault of left) {
      if (readFileSync(fault.file, 'utf8') !== fault.source) {
        throw new RefusedError(
          `${relative(root, fault.file)} has changed meanwhile. Run the command again: what was tried is kept.`,
        );
      }
      const reaching = reach?.(fault) ?? [];
      const known = await fateOf(host, fault, reaching, ledger.get(nameOf(fault)), within);
      settle(fault, known);
      if (isMissed(known.fate)) say(`${known.fate}  ${tell(fault)}`);
    }
  } finally {
    host.stop();
  }
  return fates;
}

/** Whether a fault is one that tests should find. */
export function counts(fate: Fate | undefined): boolean {
  return fate !== 'refused' && fate !== 'equivalent';
}

/** Whether the tests passed a fault by. */
export function isMissed(fate: Fate | undefined): boolean {
  return fate === 'survived' || fate === 'unreached';
}

/** A fault that was missed may be found by a test that was written since; what was found stays so. */
function isDecided({ fate, by }: Known): boolean {
  return !isMissed(fate) && Object.entries(by).every(([test, hash]) => hashOfFile(test) === hash);
}

/** Tries a fault with the tests that reach it and have not let it pass as they stand. */
async function fateOf(
  host: TestHost,
  fault: Fault,
  reaching: ReturnType<Reach>,
  known: Known | undefined,
  within: number,
): Promise<Known> {
  const before = known !== undefined && isMissed(known.fate) ? known.by : {};
  const passed = reaching
    .map(({ file }) => file)
    .filter((file) => ownValue(before, relative(root, file)) === hashOfFile(relative(root, file)));
  let usual = 0;
  const tests = reaching.filter(({ file, ms }) => {
    if (passed.includes(file)) return false;
    usual += ms;
    return usual <= within;
  });
  const files = tests.map(({ file }) => file);
  if (files.length > 0) {
    const longest = Math.max(...tests.map(({ ms }) => ms));
    const answer = await host.run({ tests: files, probed: [], fault }, longest * SLOWER + MINUTE_MS);
    if (answer === null) return { fate: 'endless', by: hashes(files) };
    if (answer.failed.length > 0) return { fate: 'found', by: hashes(answer.failed) };
  }
  if (reaching.length === 0) return { fate: 'unreached', by: {} };
  return { fate: 'survived', by: hashes([...passed, ...files]) };
}

function nameOf({ file, source, mutant }: Fault): string {
  const { start, end, replacement } = mutant;
  return hash(relative(root, file), source, String(start), String(end), replacement);
}

function hashes(files: string[]): Record<string, string> {
  const paths = files.map((file) => relative(root, file));
  return Object.fromEntries(paths.map((path) => [path, hashOfFile(path)]));
}

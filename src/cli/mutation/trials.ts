import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { RefusedError } from '../command.ts';
import { root } from '../root.ts';
import { type Fault, ROOMS, type Room, sourcesOf, tell, testsOfRooms } from './rooms.ts';
import { type Answer, TestHost } from './testHost.ts';

export type Fate = 'found' | 'endless' | 'unreached' | 'survived';

/** What is known of a fault: how it ended, and a hash of the tests that decided it. */
interface Known {
  fate: Fate;
  by: string[];
  tests: string;
}

const LEDGER = join(root, '.output', 'mutants.json');
/** A fault that makes the tests this many times slower, and by a minute, never ends. */
const SLOWER = 5;
const MINUTE_MS = 60_000;
/** No test file takes as long without a fault. */
const LONGEST_MS = 10 * MINUTE_MS;

/**
 * Tries faults one after another; `say` hears of each that no test finds. Answers the fate of each.
 * @throws RefusedError when the tests fail without any fault, or a source changes while its faults are tried.
 */
export async function tryFaults(faults: Fault[], say: (line: string) => void): Promise<Map<Fault, Fate>> {
  const ledger = readLedger();
  const fates = new Map<Fault, Fate>();
  const open: Fault[] = [];
  for (const fault of faults) {
    const known = ledger.get(nameOf(fault));
    if (known?.tests === hashOfFiles(known?.by ?? [])) fates.set(fault, known.fate);
    else open.push(fault);
  }
  for (const [fault, fate] of fates) if (isMissed(fate)) say(`${fate}  ${tell(fault)}`);
  if (open.length === 0) return fates;

  const reached = mkdtempSync(join(tmpdir(), 'weitblick-reached-'));
  const host = new TestHost({ WEITBLICK_REACHED: reached });
  try {
    say(`${fates.size} known, ${open.length} to try; first the tests without a fault …`);
    const reach = await reachOf(host, reached);
    for (const fault of open) {
      if (readFileSync(fault.file, 'utf8') !== fault.source) {
        throw new RefusedError(
          `${relative(root, fault.file)} has changed meanwhile. Run the command again: what was tried is kept.`,
        );
      }
      const tests = reach.testsFor(fault);
      const fate = await fateOf(
        host,
        fault,
        tests.map(({ file }) => file),
        tests.reduce((sum, { ms }) => sum + ms, 0),
      );
      fates.set(fault, fate.fate);
      ledger.set(nameOf(fault), { ...fate, tests: hashOfFiles(fate.by) });
      writeLedger(ledger);
      if (isMissed(fate.fate)) say(`${fate.fate}  ${tell(fault)}`);
    }
  } finally {
    host.stop();
    rmSync(reached, { recursive: true, force: true });
  }
  return fates;
}

/** Whether the tests passed a fault by. */
export function isMissed(fate: Fate | undefined): boolean {
  return fate === 'survived' || fate === 'unreached';
}

async function fateOf(
  host: TestHost,
  fault: Fault,
  tests: string[],
  usualMs: number,
): Promise<{ fate: Fate; by: string[] }> {
  // Whether a test that is written later reaches it depends on them all.
  if (tests.length === 0) return { fate: 'unreached', by: testsOfRooms() };
  const answer = await host.run({ tests, probed: [], fault }, usualMs * SLOWER + MINUTE_MS);
  if (answer === null) return { fate: 'endless', by: tests };
  return answer.failed.length > 0
    ? { fate: 'found', by: answer.failed }
    : { fate: 'survived', by: testsOfRooms() };
}

interface Reach {
  /** The test files that reach a fault: those of its own room first, then the quickest. */
  testsFor(fault: Fault): { file: string; ms: number }[];
}

/** Runs all tests once, without a fault, and notes which functions each of their files reaches. */
async function reachOf(host: TestHost, folder: string): Promise<Reach> {
  const probed = (Object.keys(ROOMS) as Room[]).flatMap(sourcesOf);
  const runs: { file: string; ms: number; places: Set<string> }[] = [];
  for (const file of testsOfRooms()) {
    const request = { tests: [file], probed, fault: null };
    let before = performance.now();
    // On a busy machine a limit of time may run out once; not twice.
    if (!passes(await host.run(request, LONGEST_MS))) {
      before = performance.now();
      if (!passes(await host.run(request, LONGEST_MS))) {
        throw new RefusedError(`${relative(root, file)} fails without any fault.`);
      }
    }
    const noted = join(folder, `${encodeURIComponent(file)}.json`);
    runs.push({
      file,
      ms: performance.now() - before,
      places: new Set(JSON.parse(readFileSync(noted, 'utf8')) as string[]),
    });
  }
  return {
    testsFor({ file, mutant }) {
      const own = dirname(file).replace(join(root, 'src'), join(root, 'tests'));
      return runs
        .filter(({ places }) => places.has(`${file}:${mutant.reachedFrom}`))
        .sort((one, other) => {
          const nearer = Number(other.file.startsWith(own)) - Number(one.file.startsWith(own));
          return nearer || one.ms - other.ms;
        });
    },
  };
}

function passes(answer: Answer | null): boolean {
  return answer !== null && answer.failed.length === 0 && answer.passed > 0;
}

function nameOf({ file, source, mutant }: Fault): string {
  const { start, end, replacement } = mutant;
  return hash(relative(root, file), source, String(start), String(end), replacement);
}

function hashOfFiles(files: string[]): string {
  return hash(...files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')));
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function readLedger(): Map<string, Known> {
  if (!existsSync(LEDGER)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(LEDGER, 'utf8')) as Record<string, Known>));
}

function writeLedger(ledger: Map<string, Known>): void {
  mkdirSync(dirname(LEDGER), { recursive: true });
  writeFileSync(LEDGER, JSON.stringify(Object.fromEntries(ledger)));
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ownValue } from '../../core/text/table.ts';
import { root } from '../root.ts';
import { hashOfFile, Kept } from './kept.ts';
import { type Fault, ROOMS, type Room, sourcesOf, testsOfRooms } from './rooms.ts';
import { type Answer, TestHost } from './testHost.ts';

/** The test files that reach a fault: those of its own room first, of these whoever reaches most of its file in the least time. */
export type Reach = (fault: Fault) => { file: string; ms: number }[];

/** What a test file reached when it ran without a fault; it holds while neither the test nor those sources change. */
interface Run {
  test: string;
  ms: number;
  /** Hashes of the sources that it reached, by path. */
  sources: Record<string, string>;
  /** Beginnings of the functions that it reached, by path; 0 is the file itself. */
  places: Record<string, number[]>;
}

/** No test file takes as long without a fault. */
const LONGEST_MS = 600_000;

/**
 * Which functions each test file reaches, by running those anew of which that is not known. A file that fails without
 * any fault shows none: `say` hears of it, and it is left out.
 */
export async function reachOfTests(say: (line: string) => void): Promise<Reach> {
  const hashes = new Map<string, string>();
  const hashOf = (path: string) => {
    if (!hashes.has(path)) hashes.set(path, hashOfFile(path));
    return hashes.get(path) as string;
  };
  const stands = ({ sources }: Run) => Object.entries(sources).every(([path, hash]) => hashOf(path) === hash);
  const kept = new Kept<Run>('mutants-reach.json');
  const runs = new Map<string, Run>();
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-reached-'));
  const host = new TestHost({ WEITBLICK_REACHED: folder });
  try {
    for (const file of testsOfRooms()) {
      const path = relative(root, file);
      const known = kept.get(path);
      if (known !== undefined && known.test === hashOf(path) && stands(known)) {
        runs.set(path, known);
        continue;
      }
      const ms = await runWithout(host, file);
      if (ms === null) {
        say(`${path} fails without any fault, and is left out.`);
        continue;
      }
      const places = JSON.parse(readFileSync(join(folder, `${encodeURIComponent(file)}.json`), 'utf8')) as [
        source: string,
        start: number,
      ][];
      const run: Run = { test: hashOf(path), ms, sources: {}, places: {} };
      for (const [source, start] of places) {
        const reached = relative(root, source);
        if (!Object.hasOwn(run.sources, reached)) {
          Object.assign(run.sources, { [reached]: hashOf(reached) });
          Object.assign(run.places, { [reached]: [] });
        }
        ownValue(run.places, reached)?.push(start);
      }
      runs.set(path, run);
      kept.set(path, run);
    }
  } finally {
    host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return ({ file, mutant }) => {
    const own = relative(root, dirname(file)).replace(/^src/, 'tests');
    const isNear = (path: string) => path.startsWith(`${own}/`);
    const placesOf = ({ places }: Run) => ownValue(places, relative(root, file)) ?? [];
    // A test that is about the file reaches much of it: it is likelier to see the fault than one that passes by.
    const likely = (run: Run) => placesOf(run).length / run.ms;
    return [...runs]
      .filter(([, run]) => placesOf(run).includes(mutant.reachedFrom))
      .sort(
        ([one, run], [other, next]) =>
          Number(isNear(other)) - Number(isNear(one)) || likely(next) - likely(run),
      )
      .map(([path, { ms }]) => ({ file: join(root, path), ms }));
  };
}

/** How long a test file takes without any fault, in milliseconds; `null`: it fails. */
async function runWithout(host: TestHost, file: string): Promise<number | null> {
  const probed = (Object.keys(ROOMS) as Room[]).flatMap(sourcesOf);
  // On a busy machine a limit of time may run out once; not twice.
  for (let attempt = 1; attempt <= 2; attempt++) {
    const before = performance.now();
    const answer = await host.run({ tests: [file], probed, fault: null }, LONGEST_MS);
    if (passes(answer)) return performance.now() - before;
  }
  return null;
}

function passes(answer: Answer | null): boolean {
  return answer !== null && answer.failed.length === 0 && answer.passed > 0;
}

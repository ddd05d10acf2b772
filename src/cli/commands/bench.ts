import process from 'node:process';
import { tableOf } from '../../core/text/table.ts';
import type { Row } from '../bench/row.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';
import { say } from '../saying.ts';

interface Benchmark {
  run(options?: string[]): Promise<Row[]>;
}

const BENCHMARKS = tableOf<() => Promise<Benchmark>>({
  titles: () => import('../bench/titles.ts'),
  headlines: () => import('../bench/headlines.ts'),
  classify: () => import('../bench/classify.ts'),
  distance: async () => ({ run: (await import('../bench/distance.ts')).runFunction }),
  industry: async () => ({ run: (await import('../bench/distance.ts')).runIndustry }),
  capture: () => import('../bench/capture.ts'),
  exchange: () => import('../bench/exchange.ts'),
  files: () => import('../bench/files.ts'),
  backup: () => import('../bench/backup.ts'),
  dashboard: () => import('../bench/dashboard.ts'),
  search: () => import('../bench/search.ts'),
  interface: () => import('../bench/interface.ts'),
  popup: () => import('../bench/popup.ts'),
  strategy: () => import('../bench/strategy.ts'),
  acquaintances: () => import('../bench/acquaintances.ts'),
  sync: () => import('../bench/sync.ts'),
  raw: () => import('../bench/raw.ts'),
});

const WITH_OPTIONS = new Set(['raw', 'backup']);

export default defineCommand({
  summary: 'measured figures, as JSON and text',
  usage: `npm run -s cli -- bench [${[...BENCHMARKS.keys()].join('|')}]

Measures and prints: JSON to standard output, a table to standard error. Without a name, all of them.

bench raw [--sizes 1000,10000] [--only PARTS] [--backends leveldb,sqlite] [--runs 3] [--no-firefox]
          [--extension BUILD] [--write] [--from RESULT]

What the browser needs at least for the same records, and what we need, in the same run: medians, how many times
the limit that is, and how it grows. PARTS are some of import, derive, letter, list, save, export, restore, popup,
csv, divided by commas. "bench raw --sizes 10000 --only import,derive --backends leveldb --runs 1 --no-firefox"
takes a minute. "bench raw --write" measures all of it, up to 100 000 people, in some twenty minutes on two quiet
cores, and puts the tables into README.md and docs/speed.md, and the result into docs/speed.json. A part that fails is named, and
the rest goes on; what is measured so far is kept in .output/speed.json, which --from takes instead of measuring

bench backup [--people 100000] [--extension BUILD]

A backup with history of so many people, plain and encrypted, in and out: in Chromium as a person does it in the room
Files, and with the command line; seconds, and the most memory of the background and of the page`,
  async run(args) {
    // Options are those of the one benchmark that is named.
    const options = WITH_OPTIONS.has(args[0] ?? '') && args[1]?.startsWith('-') ? args.slice(1) : [];
    const names = options.length > 0 ? args.slice(0, 1) : args;
    const unknown = names.find((name) => !BENCHMARKS.has(name));
    if (unknown) throw new UsageError(`There is no benchmark "${unknown}".`);
    const results = new Map<string, Row[]>();
    for (const name of names.length > 0 ? names : BENCHMARKS.keys()) {
      say(`bench: ${name} …`);
      const benchmark = await BENCHMARKS.get(name)?.();
      const rows = (await benchmark?.run(options)) ?? [];
      results.set(name, rows);
      for (const { what, figure, unit, goal } of rows) {
        process.stderr.write(`${name}: ${what}: ${figure} ${unit}${goal ? ` (goal: ${goal})` : ''}\n`);
      }
    }
    process.stdout.write(`${JSON.stringify(Object.fromEntries(results), null, 2)}\n`);
    return EXIT.done;
  },
});

import process from 'node:process';
import { tableOf } from '../../core/text/table.ts';
import type { Row } from '../bench/row.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';

const BENCHMARKS = tableOf<() => Promise<{ run(): Promise<Row[]> }>>({
  titles: () => import('../bench/titles.ts'),
  headlines: () => import('../bench/headlines.ts'),
  classify: () => import('../bench/classify.ts'),
  distance: async () => ({ run: (await import('../bench/distance.ts')).runFunction }),
  industry: async () => ({ run: (await import('../bench/distance.ts')).runIndustry }),
  capture: () => import('../bench/capture.ts'),
  exchange: () => import('../bench/exchange.ts'),
  files: () => import('../bench/files.ts'),
  dashboard: () => import('../bench/dashboard.ts'),
  search: () => import('../bench/search.ts'),
  interface: () => import('../bench/interface.ts'),
  popup: () => import('../bench/popup.ts'),
  strategy: () => import('../bench/strategy.ts'),
  sync: () => import('../bench/sync.ts'),
});

export default defineCommand({
  summary: 'measured figures, as JSON and text',
  usage: `npm run -s cli -- bench [${[...BENCHMARKS.keys()].join('|')}]

Measures and prints: JSON to standard output, a table to standard error. Without a name, all of them.`,
  async run(args) {
    const unknown = args.find((name) => !BENCHMARKS.has(name));
    if (unknown) throw new UsageError(`There is no benchmark "${unknown}".`);
    const results = new Map<string, Row[]>();
    for (const name of args.length > 0 ? args : BENCHMARKS.keys()) {
      const benchmark = await BENCHMARKS.get(name)?.();
      const rows = (await benchmark?.run()) ?? [];
      results.set(name, rows);
      for (const { what, figure, unit, goal } of rows) {
        process.stderr.write(`${name}: ${what}: ${figure} ${unit}${goal ? ` (goal: ${goal})` : ''}\n`);
      }
    }
    process.stdout.write(`${JSON.stringify(Object.fromEntries(results), null, 2)}\n`);
    return EXIT.done;
  },
});

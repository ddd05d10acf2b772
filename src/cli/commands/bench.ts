import process from 'node:process';
import { defineCommand, EXIT, UsageError } from '../command.ts';

/** One measured figure; `goal` says what it must reach, in words. */
export interface Row {
  what: string;
  figure: number;
  unit: string;
  goal?: string;
}

const BENCHMARKS: Record<string, () => Promise<{ run(): Promise<Row[]> }>> = {
  titles: () => import('../benchTitles.ts'),
  headlines: () => import('../benchHeadlines.ts'),
  distance: async () => ({ run: (await import('../benchDistance.ts')).runFunction }),
  industry: async () => ({ run: (await import('../benchDistance.ts')).runIndustry }),
  capture: () => import('../benchCapture.ts'),
  exchange: () => import('../../../tests/bench/exchange.ts'),
  files: () => import('../benchFiles.ts'),
  dashboard: () => import('../benchDashboard.ts'),
  search: () => import('../benchSearch.ts'),
  interface: () => import('../benchInterface.ts'),
  popup: () => import('../benchPopup.ts'),
  strategy: () => import('../../../tests/bench/strategy.ts'),
};

export default defineCommand({
  summary: 'measured figures, as JSON and text',
  usage: `npm run -s cli -- bench [${Object.keys(BENCHMARKS).join('|')}]

Measures and prints: JSON to standard output, a table to standard error. Without a name, all of them.`,
  async run(args) {
    const unknown = args.find((name) => !Object.hasOwn(BENCHMARKS, name));
    if (unknown) throw new UsageError(`There is no benchmark "${unknown}".`);
    const results: Record<string, Row[]> = {};
    for (const name of args.length > 0 ? args : Object.keys(BENCHMARKS)) {
      const benchmark = await BENCHMARKS[name]?.();
      const rows = (await benchmark?.run()) ?? [];
      results[name] = rows;
      for (const { what, figure, unit, goal } of rows) {
        process.stderr.write(`${name}: ${what}: ${figure} ${unit}${goal ? ` (goal: ${goal})` : ''}\n`);
      }
    }
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    return EXIT.done;
  },
});

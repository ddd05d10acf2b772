import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.ts';
import { RefusedError } from './command.ts';
import type { Row } from './commands/bench.ts';
import { readSamples } from './samples.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const RUNS = 15;

/**
 * How long a capture keeps a page's main thread busy, in Chromium: the whole reader of the build is evaluated and
 * run on each sample page, as the click does. The first run is what a click costs in a page that was never read; the median is a later one.
 */
export async function run(): Promise<Row[]> {
  const build = join(root, '.output', 'chrome-mv3');
  let reader: string;
  try {
    reader = readFileSync(join(build, 'capture.js'), 'utf8');
  } catch {
    throw new RefusedError('There is no build to measure: run "npm run build" first.');
  }
  const samples = readSamples(root);
  const browser = await launchChromium({ extension: build, samples, headless: true });
  try {
    const page = await browser.context.newPage();
    const rows: Row[] = [];
    for (const { url, about } of samples) {
      await page.goto(url);
      const times = await page.evaluate(
        ([source, runs]) =>
          Array.from({ length: runs }, () => {
            const start = performance.now();
            // biome-ignore lint/security/noGlobalEval: the build's own reader, in a sample page, to time it
            globalThis.eval(source);
            return performance.now() - start;
          }),
        [reader, RUNS] as const,
      );
      const sorted = times.toSorted((a, b) => a - b);
      for (const [what, time] of [
        [`${about}, first`, times[0]],
        [`${about}, median of ${RUNS}`, sorted[Math.floor(RUNS / 2)]],
      ] as const) {
        rows.push({ what, figure: Math.round((time ?? 0) * 10) / 10, unit: 'ms', goal: 'below 50 ms' });
      }
    }
    return rows;
  } finally {
    await browser.close();
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { root } from '../root.ts';
import { readHeadlines } from './headlines.ts';
import type { Row } from './row.ts';

/** Four times as many lines must not take more memory, once the heaps of the workers have settled. */
const SIZES = [250_000, 1_000_000] as const;
const JOBS = [1, 2];

/**
 * `classify` in a pipe: all-different lines from the 300 invented headlines go in while answers come out. Counts
 * lines a second and the most memory that the process with all its workers took, and checks that the answers come in
 * the order of the lines.
 */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const jobs of JOBS) {
    const peaks: number[] = [];
    for (const lines of SIZES) {
      const { seconds, peak } = await pipe(lines, jobs);
      const what = `${lines} lines, --jobs ${jobs}`;
      rows.push(
        { what: `${what}, lines a second`, figure: Math.round(lines / seconds), unit: '' },
        { what: `${what}, most memory`, figure: Math.round(peak), unit: 'MB' },
      );
      peaks.push(peak);
    }
    const [few = 0, many = 0] = peaks;
    rows.push({
      what: `--jobs ${jobs}, memory of ${SIZES[1] / SIZES[0]} times as many lines`,
      figure: Math.round((many / few) * 100) / 100,
      unit: 'times',
      goal: 'about 1',
    });
  }
  return rows;
}

/** Written by the command when it ends: the most memory that it took, in kilobytes, workers included. */
const TELL_PEAK = `data:text/javascript,import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, process.resourceUsage().maxRSS + '\\n'));`;

async function pipe(lines: number, jobs: number): Promise<{ seconds: number; peak: number }> {
  const headlines = readHeadlines('headlines').map(({ text }) => text);
  const start = performance.now();
  const command = spawn(
    process.execPath,
    ['--import', TELL_PEAK, join(root, 'src', 'cli', 'main.ts'), 'classify', '--jobs', `${jobs}`],
    { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] },
  );
  const [input, output, , peaks] = command.stdio as unknown as [Writable, Readable, null, Readable];
  const told = createInterface({ input: peaks });
  let peak = 0;
  told.on('line', (line) => {
    peak = Math.max(peak, Number(line) / 1024);
  });
  const closed = once(command, 'close');
  const written = (async () => {
    for (let id = 0; id < lines; id++) {
      const headline = `${headlines[id % headlines.length]} ${id}`;
      if (!input.write(`${JSON.stringify({ id, headline })}\n`)) await once(input, 'drain');
    }
    input.end();
  })();
  let answered = 0;
  for await (const line of createInterface({ input: output })) {
    if (!line.startsWith(`{"id":${answered},`)) throw new Error(`answer ${answered} is not in its place`);
    answered++;
  }
  await written;
  await closed;
  if (answered !== lines) throw new Error(`${answered} answers to ${lines} lines`);
  return { seconds: (performance.now() - start) / 1000, peak };
}

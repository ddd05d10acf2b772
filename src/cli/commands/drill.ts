import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { tableOf } from '../../core/text/table.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';
import { root } from '../root.ts';
import { say } from '../saying.ts';
import { installServers } from '../servers.js';

/** What must hold whatever goes wrong: suites of the unit tests, and of those in a real browser. */
const DRILLS = tableOf<{ unit: string[]; e2e: string[] }>({
  sync: { unit: ['tests/core/sync', 'tests/sync', 'tests/services/sync'], e2e: ['tests/e2e/sync.e2e.ts'] },
});

export default defineCommand({
  summary: 'what must hold whatever goes wrong, one line each',
  usage: `npm run -s cli -- drill [${[...DRILLS.keys()].join('|')}]

Runs the drills and prints one line for each, "held" or "FAILED", with its milliseconds. Those in a real browser need a
build ("npm run build") and are left out without one.`,
  async run(args) {
    const unknown = args.find((name) => !DRILLS.has(name));
    if (unknown) throw new UsageError(`There is no drill "${unknown}".`);
    for (const { sentence } of installServers()) process.stderr.write(`${sentence}\n`);
    let failed = 0;
    for (const name of args.length > 0 ? args : DRILLS.keys()) {
      const { unit = [], e2e = [] } = DRILLS.get(name) ?? {};
      say(`drill: ${name} …`);
      failed += runDrills('unit', unit);
      if (existsSync(join(root, '.output', 'chrome-mv3'))) failed += runDrills('e2e', e2e);
      else process.stderr.write(`${name}: no build, so nothing was tried in a browser.\n`);
    }
    return failed === 0 ? EXIT.done : EXIT.refused;
  },
});

interface Report {
  testResults: { assertionResults: { fullName: string; status: string; duration?: number | null }[] }[];
}

/** Runs suites of one project; answers how many tests did not hold. No tests at all is one. */
function runDrills(project: string, files: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-drill-'));
  const report = join(folder, 'report.json');
  try {
    spawnSync(
      join(root, 'node_modules', '.bin', 'vitest'),
      ['run', '--project', project, ...files, '--reporter=json', `--outputFile.json=${report}`],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TZ: 'UTC' } },
    );
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    for (const { fullName, status, duration } of tests)
      process.stdout.write(
        `${status === 'passed' ? 'held  ' : 'FAILED'} ${Math.round(duration ?? 0)} ms  ${fullName}\n`,
      );
    return tests.length === 0 ? 1 : tests.filter(({ status }) => status !== 'passed').length;
  } catch {
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

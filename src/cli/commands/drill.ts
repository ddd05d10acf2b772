import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { tableOf } from '../../core/text/table.ts';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';
import { type DrillRow, SYNC_ROWS, type Tried, tableOfRows } from '../drills.ts';
import { root } from '../root.ts';
import { say } from '../saying.ts';
import { installServers } from '../servers.js';

/** What must hold whatever goes wrong: suites of the unit tests, and of those in a real browser. */
const DRILLS = tableOf<{
  unit: string[];
  e2e: string[];
  rows: readonly DrillRow[];
  env: Record<string, string>;
}>({
  sync: {
    unit: ['tests/core/sync', 'tests/sync', 'tests/services/sync'],
    e2e: [
      'tests/e2e/sync.e2e.ts',
      'tests/e2e/syncFolder.e2e.ts',
      'tests/e2e/syncKilled.e2e.ts',
      'tests/e2e/threeBrowsers.e2e.ts',
    ],
    rows: SYNC_ROWS,
    // As many as the design asks for; the tests of every day make fewer.
    env: { WEITBLICK_DRILL_EDITS: process.env.WEITBLICK_DRILL_EDITS ?? '200' },
  },
});

export default defineCommand({
  summary: 'what must hold whatever goes wrong, one line each',
  usage: `npm run -s cli -- drill [${[...DRILLS.keys()].join('|')}] [--no-browser]

Runs the drills and prints one line for each, "held" or "FAILED", with its milliseconds, then a table of what must hold
and by how many of them it is held. Those in a real browser need a build for each of both ("npm run build",
"npm run build:firefox") and are left out without one, and with --no-browser.`,
  async run(args) {
    const { values, positionals: names } = readArguments({
      args,
      options: { 'no-browser': { type: 'boolean' } },
      allowPositionals: true,
    });
    const unknown = names.find((name) => !DRILLS.has(name));
    if (unknown) throw new UsageError(`There is no drill "${unknown}".`);
    for (const { sentence } of installServers()) process.stderr.write(`${sentence}\n`);
    let failed = 0;
    for (const name of names.length > 0 ? names : DRILLS.keys()) {
      const { unit = [], e2e = [], rows = [], env = {} } = DRILLS.get(name) ?? {};
      say(`drill: ${name} …`);
      const tried = runDrills('unit', unit, env);
      const builds = ['chrome-mv3', 'firefox-mv3'].map((folder) => join(root, '.output', folder));
      const built = values['no-browser'] !== true && builds.every(existsSync);
      if (built) tried.push(...runDrills('e2e', e2e, env));
      else process.stderr.write(`${name}: nothing was tried in a browser.\n`);
      failed += tried.filter(({ status }) => status !== 'passed').length;
      for (const line of tableOfRows(rows, tried, built)) {
        failed += line.startsWith('FAILED') ? 1 : 0;
        process.stdout.write(`${line}\n`);
      }
    }
    return failed === 0 ? EXIT.done : EXIT.refused;
  },
});

interface Report {
  testResults: { assertionResults: Tried[] }[];
}

/** Runs suites of one project, one line each; no tests at all is one that failed. */
function runDrills(project: string, files: readonly string[], env: Record<string, string>): Tried[] {
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-drill-'));
  const report = join(folder, 'report.json');
  const nothing = [{ fullName: `nothing of ${project} was tried`, status: 'failed' }];
  try {
    spawnSync(
      join(root, 'node_modules', '.bin', 'vitest'),
      ['run', '--project', project, ...files, '--reporter=json', `--outputFile.json=${report}`],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TZ: 'UTC', ...env } },
    );
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    for (const { fullName, status, duration } of tests)
      process.stdout.write(
        `${status === 'passed' ? 'held  ' : 'FAILED'} ${Math.round(duration ?? 0)} ms  ${fullName}\n`,
      );
    return tests.length === 0 ? nothing : tests;
  } catch {
    return nothing;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { defineCommand, EXIT } from '../command.ts';
import { root } from '../root.ts';
import { installServers } from '../servers.js';
import { measureSizes } from '../sizes.ts';

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

export default defineCommand({
  summary: 'types, lint and format, unit tests, builds, sizes, tests in real browsers',
  usage: `npm test

Runs everything that must hold and ends by "N passed, N failed": each step counts as one, each test as one.`,
  async run() {
    let passed = 0;
    let failed = 0;
    const count = (ok: boolean) => (ok ? passed++ : failed++);
    const step = (name: string, command: string, args: string[]) => {
      const ok = run(name, command, args);
      count(ok);
      return ok;
    };
    const tests = (project: string) => {
      const result = runTests(project);
      passed += result.passed;
      failed += result.failed;
    };

    step('types of the browser', bin('wxt'), ['prepare']);
    // Sync is tried against real servers: without them the tests that need them fail.
    for (const { sentence } of installServers()) {
      say(`servers: ${sentence}`);
      count(false);
    }
    step('types', bin('tsc'), ['--noEmit']);
    step('lint and format', bin('biome'), ['check', '--error-on-warnings', '.']);
    tests('unit');
    const chromium = step('build for Chromium', bin('wxt'), ['build']);
    const firefox = step('build for Firefox', bin('wxt'), ['build', '-b', 'firefox']);
    if (chromium) {
      for (const { surface, kB, budget } of measureSizes(join(root, '.output', 'chrome-mv3'))) {
        say(`size of ${surface}: ${kB} kB of ${budget} kB`);
        count(kB <= budget);
      }
    }
    if (chromium && firefox) tests('e2e');
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed === 0 ? EXIT.done : EXIT.refused;
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function run(name: string, command: string, args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  say(`${name}: ${status === 0 ? 'ok' : `FAILED\n${stdout}${stderr}`}`);
  return status === 0;
}

/** Runs one project of vitest; its report tells how many tests there were. No tests at all is a failure. */
function runTests(project: string): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-test-'));
  const report = join(folder, 'report.json');
  const { status } = spawnSync(
    bin('vitest'),
    ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } },
  );
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      string,
      number
    >;
    const broken = status !== 0 && !numFailedTests ? 1 : 0;
    return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + (numPassedTests ? broken : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { TestSpecification, Vite } from 'vitest/node';
import { BaseSequencer, createVitest } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { root } from '../root.ts';
import { mutate, withProbes } from './mutants.ts';
import type { Answer, Request } from './testHost.ts';

/**
 * A process of its own that runs tests against one faulty file after another: it keeps what was transformed, and can
 * be ended from outside when a fault never ends.
 */
let current: Request = { tests: [], probed: [], fault: null };
const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    watch: false,
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts', 'src/cli/mutation/reachSetUp.ts'],
    env: { TZ: 'UTC' },
    // What seals a backup takes long while it is noted what is reached.
    testTimeout: process.env.WEITBLICK_REACHED === undefined ? 30_000 : 120_000,
    maxWorkers: 1,
    // One process for all files: starting each in its own takes longer than its tests.
    isolate: false,
    sequence: { sequencer: inOrder() },
    bail: 1,
    // That files end shows that no fault keeps the tests from it.
    reporters: [{ onTestModuleEnd: () => void process.send?.('ended') }],
    silent: true,
    passWithNoTests: false,
    // It would answer with the file as it stood, without asking for the faulty one.
    fsModuleCache: false,
  },
  { plugins: [await WxtVitest(), faulty()] },
);
await vitest.standalone();

process.on('message', async (request: Request) => process.send?.(await run(request)));
process.send?.(null);

async function run(request: Request): Promise<Answer> {
  const before = current;
  current = request;
  for (const file of [...touched(before), ...touched(request)]) vitest.invalidateFile(file);
  const specifications = request.tests.flatMap((test) => vitest.getModuleSpecifications(test));
  const { testModules } = await vitest.runTestSpecifications(specifications);
  // The answer holds what was run before, too.
  const ran = testModules.filter(({ moduleId }) => request.tests.includes(moduleId));
  return {
    failed: ran.filter((module) => !module.ok()).map(({ moduleId }) => moduleId),
    passed: ran.reduce((sum, module) => sum + [...module.children.allTests('passed')].length, 0),
  };
}

/** Test files run in the order that was asked for, so that the likeliest to fail is the first. */
function inOrder(): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const place = ({ moduleId }: TestSpecification) => current.tests.indexOf(moduleId);
      return [...files].sort((one, other) => place(one) - place(other));
    }
  };
}

function touched({ probed, fault }: Request): string[] {
  return fault === null ? probed : [...probed, fault.file];
}

/** Hands the tests the file with its fault, or with probes, in place of the one on disk. */
function faulty(): Vite.Plugin {
  return {
    name: 'weitblick:faulty',
    enforce: 'pre',
    load(id) {
      const file = id.split('?')[0] ?? id;
      if (current.fault?.file === file) return mutate(current.fault.source, current.fault.mutant);
      if (!current.probed.includes(file)) return null;
      return withProbes(
        readFileSync(file, 'utf8'),
        (start) => `globalThis.__reach(${JSON.stringify(file)},${start})`,
      );
    },
  };
}

import process from 'node:process';
import { tableOf } from '../core/text/table.ts';
import { type Command, EXIT, RefusedError, UsageError } from './command.ts';

/** Each command is one file of `commands/`, loaded only when called. */
const COMMANDS = tableOf<() => Promise<{ default: Command }>>({
  export: () => import('./commands/export.ts'),
  import: () => import('./commands/import.ts'),
  analyse: () => import('./commands/analyse.ts'),
  capture: () => import('./commands/capture.ts'),
  start: () => import('./commands/start.ts'),
  screens: () => import('./commands/screens.ts'),
  test: () => import('./commands/test.ts'),
  bench: () => import('./commands/bench.ts'),
  drill: () => import('./commands/drill.ts'),
  classify: () => import('./commands/classify.ts'),
  rank: () => import('./commands/rank.ts'),
  train: () => import('./commands/train.ts'),
  tables: () => import('./commands/tables.ts'),
  mutants: () => import('./commands/mutants.ts'),
  versions: () => import('./commands/versions.ts'),
  outcomes: () => import('./commands/outcomes.ts'),
  distance: () => import('./commands/distance.ts'),
  'new-site': () => import('./commands/newSite.ts'),
});

// Whoever reads the answer may stop reading (`| head`): that is an end, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  const load = name === undefined ? undefined : COMMANDS.get(name);
  if (load === undefined) {
    const wanted = name === undefined || name === '--help' || name === 'help';
    if (!wanted) process.stderr.write(`There is no command "${name}".\n`);
    (wanted ? process.stdout : process.stderr).write(await overview());
    return wanted && name !== undefined ? EXIT.done : EXIT.usage;
  }
  const command = (await load()).default;
  if (args.includes('--help')) {
    process.stdout.write(`${command.usage}\n`);
    return EXIT.done;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof RefusedError) {
      process.stderr.write(`${error.message}\n`);
      return EXIT.refused;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${command.usage}\n`);
      return EXIT.usage;
    }
    const unread = unreadFile(error);
    if (unread === null) throw error;
    process.stderr.write(`${unread}\n`);
    return EXIT.refused;
  }
}

/** Why a file that the call names cannot be read, as a sentence; `null` when something else is wrong. */
function unreadFile(error: unknown): string | null {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EISDIR') return 'A folder was named where a file is read.';
  if (path === undefined) return null;
  if (code === 'ENOENT') return `There is no file "${path}".`;
  return code === 'EACCES' ? `"${path}" may not be read.` : null;
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Array.from(COMMANDS, async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).default.summary}`),
  );
  return `npm run -s cli -- <command> [--help]\n\n${rows.join('\n')}\n`;
}

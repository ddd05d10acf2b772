/** Exit codes of the command line: done, the input was refused, the call itself was wrong. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints: the call, its options, what goes in and comes out. */
  usage: string;
  /** Data to standard output, everything else to standard error. Answers the exit code. */
  run(args: string[]): Promise<number>;
}

/** Declares a command; `main.ts` lists it by its file's name. */
export function defineCommand(command: Command): Command {
  return command;
}

/** The call was wrong: `main.ts` prints the sentence and the command's usage, and exits with 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The input was refused: `main.ts` prints the sentence, and exits with 1. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { UsageError } from './command.ts';
import { say } from './saying.ts';

/** Nothing has come for so long: whoever waits is told for what. */
const PATIENCE_MS = 3_000;

/**
 * The bytes of a file; of standard input where none is named, or `-`: a file, a pipe, a terminal, however slowly it
 * comes. Every command reads through here: to read the descriptor at once fails on a pipe that has nothing yet.
 */
export async function readInput(file?: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of open(file)) pieces.push(Buffer.from(piece as Buffer));
  return Buffer.concat(pieces);
}

/** The same as text, without a byte order mark. */
export async function readTextInput(file?: string): Promise<string> {
  return new TextDecoder().decode(await readInput(file));
}

/** The lines of the same, one by one as they come; `\n` or `\r\n` ends them. */
export async function* readLines(file?: string): AsyncGenerator<string> {
  const input = open(file);
  // The lines end quietly where the input fails.
  let failure: unknown;
  input.once('error', (error) => {
    failure = error;
  });
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  if (failure !== undefined) throw failure;
}

/** @throws UsageError when more than one of the files is standard input: who reads first would leave nothing. */
export function onlyOnceStandardInput(files: readonly (string | undefined)[]): void {
  if (files.filter(isStandardInput).length > 1) throw new UsageError('Only one input can be standard input.');
}

/** Does the name stand for standard input? */
export function isStandardInput(file: string | undefined): boolean {
  return file === undefined || file === '-';
}

function open(file: string | undefined): Readable {
  if (file !== undefined && file !== '-') return createReadStream(file);
  const { stdin } = process;
  const waiting = setTimeout(() => say('Waiting for standard input.'), PATIENCE_MS);
  waiting.unref();
  for (const event of ['data', 'end', 'error', 'close']) stdin.once(event, () => clearTimeout(waiting));
  return stdin;
}

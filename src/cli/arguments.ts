import process from 'node:process';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/**
 * The options and files of a call.
 * @throws UsageError with the sentence of Node for an option that is unknown or lacks its value.
 */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The passphrase in an environment variable; `undefined` when none is named.
 * @throws UsageError when the variable is not set.
 */
export function readPassphrase(variable: string | undefined): string | undefined {
  if (variable === undefined) return undefined;
  const passphrase = process.env[variable];
  if (passphrase === undefined) throw new UsageError(`The environment variable ${variable} is not set.`);
  return passphrase;
}

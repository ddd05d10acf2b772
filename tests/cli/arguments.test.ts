import { expect, it } from 'vitest';
import { readArguments, readPassphrase } from '../../src/cli/arguments.ts';
import { UsageError } from '../../src/cli/command.ts';

it('answers the options, and calls a wrong call by its name', () => {
  const options = { top: { type: 'string' } } as const;
  expect(readArguments({ args: ['--top', '3'], options }).values.top).toBe('3');
  for (const args of [['--tip', '3'], ['--top'], ['file']])
    expect(() => readArguments({ args, options })).toThrow(UsageError);
});

it('reads a passphrase from the variable that is named, and does not take an unset one for none', () => {
  process.env.WEITBLICK_TEST_PASSPHRASE = 'secret';
  expect(readPassphrase('WEITBLICK_TEST_PASSPHRASE')).toBe('secret');
  delete process.env.WEITBLICK_TEST_PASSPHRASE;
  expect(readPassphrase(undefined)).toBeUndefined();
  expect(() => readPassphrase('WEITBLICK_TEST_PASSPHRASE')).toThrow(/WEITBLICK_TEST_PASSPHRASE/);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import distance from '../../src/cli/commands/distance.ts';

let folder: string;
let written = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'distance-'));
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function run(kind: string, text: string, ...options: string[]): Promise<number> {
  const file = join(folder, 'pairs.tsv');
  await writeFile(file, text);
  return distance.run([kind, file, ...options]);
}

it('leaves the distance empty where a code is unknown', async () => {
  expect(await run('function', '2511\t2511\r\n9999\t2511\n\n2511\t\n')).toBe(0);
  expect(written).toBe('2511\t2511\t0\n9999\t2511\t\n2511\t\t\n');
  written = '';
  expect(await run('industry', '62\t6201\n6299\t62\n')).toBe(0);
  expect(written).toBe('62\t6201\t0\n6299\t62\t\n');
});

it.each(['2511\t2512\n2512 2511\n', '2511\t2512\n2511\n', '2511\t2512\n1\t2\t3\n'])(
  'refuses a line that does not hold two codes, by its number: %j',
  async (text) => {
    await expect(run('function', text)).rejects.toThrow('Line 2 ');
    expect(written).toBe('');
  },
);

it('says why in a fourth column when asked to, and only then', async () => {
  await run('function', '2512\t2514\n7131\t2612\n', '--why');
  await run('industry', '86\t87\n62\t62\n', '--why');
  await run('function', '7131\t2612\n');
  const rows = written
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));
  expect(rows.map(({ length }) => length)).toEqual([4, 4, 4, 4, 3]);
  expect(rows.map((cells) => cells[3])).toEqual([
    'programming, software design, IT systems',
    '',
    'People often move between these two industries',
    '',
    undefined,
  ]);
});

it.each([[['people']], [['function', 'a', 'b']], [['function', '--whom']], [[]]])(
  'answers a wrong call with its usage: %j',
  async (args) => {
    await expect(distance.run(args)).rejects.toBeInstanceOf(UsageError);
  },
);

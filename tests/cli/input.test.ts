import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sayProgress } from '../../src/cli/saying.ts';
import { BACKUP_VERSION, Settings } from '../../src/core/model/index.ts';
import { makeContact, NOW } from '../make.ts';

const root = join(import.meta.dirname, '..', '..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const backup = JSON.stringify({
  format: 'weitblick',
  version: BACKUP_VERSION,
  exportedAt: NOW,
  me: null,
  goals: [],
  contacts: [makeContact()],
  ties: [],
  settings: Settings.parse({}),
});
const page = '<!doctype html><title>x</title><p>nobody</p>';
const corpus = () => {
  const file = join(folder, 'corpus.tsv');
  writeFileSync(file, '1\tNurse\n2\tSoftware Engineer\n');
  return file;
};

/** The command with a pipe that brings its text in pieces, the first one late. */
async function slowly(args: string[], text: string): Promise<{ out: string; error: string; exit: number }> {
  const half = Math.ceil(text.length / 2);
  const command = spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), ...args]);
  let [out, error] = ['', ''];
  command.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
  });
  command.stderr.setEncoding('utf8').on('data', (piece: string) => {
    error += piece;
  });
  const closed = once(command, 'close');
  // Later than the command takes to start, and to look for what is there.
  await Promise.race([closed, new Promise((late) => setTimeout(late, 1_500))]);
  command.stdin.on('error', () => {});
  command.stdin.write(text.slice(0, half));
  await Promise.race([closed, new Promise((late) => setTimeout(late, 200))]);
  command.stdin.end(text.slice(half));
  const [exit] = (await closed) as [number];
  return { out, error, exit };
}

it.each<[string, () => string[], string, RegExp]>([
  [
    'distance',
    () => ['distance', 'function'],
    '2511\t2511\r\n2511\t2512\n',
    /^2511\t2511\t0\n2511\t2512\t0\./,
  ],
  ['distance of industries', () => ['distance', 'industry', '-'], '62\t62\n', /^62\t62\t0\n$/],
  ['classify', () => ['classify'], '{"id":1,"title":"Nurse"}\n', /^\{"id":1,/],
  ['rank', () => ['rank', '--queries', '-', '--corpus', corpus()], 'q\tNurse\n', /^q\t1\t/],
  ['analyse', () => ['analyse', '-'], backup, /^\{\n/],
  ['export', () => ['export', '-', '--format', 'backup'], backup, /"format":\s*"weitblick"/],
  ['import', () => ['import', '-', '--now', NOW], backup, /"format":\s*"weitblick"/],
])(
  '%s reads a pipe that is slow',
  async (_, args, text, answer) => {
    const { out, error, exit } = await slowly(args(), text);
    expect({ error: exit === 0 ? '' : error, exit }).toEqual({ error: '', exit: 0 });
    expect(out).toMatch(answer);
  },
  60_000,
);

it('capture reads a pipe that is slow, and says why nothing was read', async () => {
  const { out, exit } = await slowly(['capture', '--url', 'https://example.org/x', '-'], page);
  expect([JSON.parse(out).ok, exit]).toEqual([false, 1]);
}, 60_000);

it('new-site reads a pipe that is slow, and says what is no report', async () => {
  const { error, exit } = await slowly(['new-site', 'nowhere', '--report', '-'], page.repeat(2));
  expect([error, exit]).toEqual(['This is no report of a page: it holds no structure.\n', 1]);
}, 60_000);

it.each([
  ['rank', ['rank', '--queries', '-', '--corpus', '-']],
  ['import', ['import', '-', '-']],
  ['analyse', ['analyse', '-', '--against', '-']],
])(
  '%s takes standard input for one of its files alone',
  async (_, args) => {
    const { error, exit } = await slowly(args, backup);
    expect([error.split('\n')[0], exit]).toEqual(['Only one input can be standard input.', 2]);
  },
  60_000,
);

it('tells how far long work is, once in a while, and nothing of short work', () => {
  const lines: string[] = [];
  let time = 0;
  const told = sayProgress('classify', { tell: (line) => lines.push(line), now: () => time });
  for (let done = 0; done <= 20_000; done += 10) {
    time = done;
    told(done, 'lines');
    if (done < 3_000) expect(lines).toEqual([]);
  }
  expect(lines).toEqual([
    'classify: 3,000 lines',
    'classify: 8,000 lines',
    'classify: 13,000 lines',
    'classify: 18,000 lines',
  ]);
});

// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
import { reportPage } from '../../src/capture/pageReport.ts';
import { extractProfile } from '../../src/capture/registry.ts';
import { type Expected, parsePage } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'weitblick-site-'));
mkdirSync(join(folder, 'src/capture/sites'), { recursive: true });
cpSync('src/capture/registry.ts', join(folder, 'src/capture/registry.ts'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newSite = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('src/cli/main.ts'), 'new-site', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

it('lays out reader, page and expectation, enters the site in the registry, and says what to do', () => {
  const done = newSite('miropeople');
  expect(done.status).toBe(0);
  expect(done.stderr).toContain('npx vitest run --project unit tests/capture');
  expect(read('src/capture/sites/miropeople.ts')).toContain("id: 'miropeople'");
  const names = [...read('src/capture/registry.ts').matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name);
  expect(names).toContain('miropeople');
  expect(names).toEqual([...names].sort());
  expect(read('src/capture/registry.ts')).toContain("import miropeople from './sites/miropeople.ts';");
});

it('leaves an expectation that the page does not meet yet', () => {
  const expected = JSON.parse(read('tests/fixtures/sites/miropeople/profile.json')) as Expected;
  const html = read('tests/fixtures/sites/miropeople/profile.html');
  const result = extractProfile(parsePage(html, expected.url), expected.url);
  expect(expected.result.ok && result.ok && result.profile).not.toEqual(
    expected.result.ok && expected.result.profile,
  );
});

it('lays out the page that a report describes', () => {
  const url = 'https://rieke.example/people/rieke';
  const page = parsePage(
    '<title>Rieke Lohse</title><meta property="og:type" content="website"><main class="lead"><h1>Rieke Lohse</h1></main>',
    url,
  );
  writeFileSync(join(folder, 'report.txt'), reportPage(page, new URL(url), 'generic@2', 'unsure'));
  expect(newSite('reported', '--report', 'report.txt').status).toBe(0);
  const html = read('tests/fixtures/sites/reported/profile.html');
  const laid = parsePage(html, url);
  expect(laid.querySelector('main.lead > h1')?.textContent).toBe('Xx Xx');
  expect(laid.querySelector('meta[name="og:type"]')?.getAttribute('content')).toBe('website');
  expect(html).not.toContain('Rieke');
  writeFileSync(join(folder, 'none.txt'), 'no structure');
  expect(newSite('other', '--report', 'none.txt').status).toBe(1);
  expect(newSite('other', '--report', 'missing.txt').status).toBe(1);
  expect(existsSync(join(folder, 'src/capture/sites/other.ts'))).toBe(false);
});

it.each([
  ['a site that is there', ['miropeople'], 1],
  ['a name that is none', ['Miro-People'], 2],
  ['no name', [], 2],
  ['an option that is none', ['miro', '--from', 'x'], 2],
])('%s: exit %#', (_, args, status) => {
  expect(newSite(...args).status).toBe(status);
  expect(existsSync(join(folder, 'src/capture/sites/Miro-People.ts'))).toBe(false);
});

// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
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

it.each([
  ['a site that is there', ['miropeople'], 1],
  ['a name that is none', ['Miro-People'], 2],
  ['no name', [], 2],
])('%s: exit %#', (_, args, status) => {
  expect(newSite(...args).status).toBe(status);
  expect(existsSync(join(folder, 'src/capture/sites/Miro-People.ts'))).toBe(false);
});

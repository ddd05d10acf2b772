// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';
import type { ExtractResult } from '../../src/capture/site.ts';

const PAGE = 'tests/fixtures/sites/linkedin/public-en.html';
const call = (...args: string[]) => ['src/cli/main.ts', 'capture', ...args];

it('writes one JSON object and exits with 0', () => {
  const out = execFileSync(process.execPath, call('--url', 'https://uk.linkedin.com/in/amara-okafor', PAGE), {
    encoding: 'utf8',
  });
  const result = JSON.parse(out) as ExtractResult;
  expect(result.ok && result.profile.name.full).toBe('Amara Okafor');
});

it('writes, with --report, how the page is built and no word of it', () => {
  const out = execFileSync(
    process.execPath,
    call('--url', 'https://uk.linkedin.com/in/amara-okafor', '--report', PAGE),
    {
      encoding: 'utf8',
    },
  );
  expect(out).toMatch(/^reader: linkedin@\d+\nanswer: read, \d+ fields missing\naddress: \/in\/x\n/);
  expect(out).toContain('<h1 class="top-card-layout');
  expect(out).not.toMatch(/amara|okafor/i);
});

it.each([
  ['another person’s address', ['--url', 'https://www.linkedin.com/in/somebody-else/', PAGE], 1],
  ['a file that is not there', ['--url', 'https://www.linkedin.com/in/a/', 'no-such-file.html'], 1],
  ['no address', [PAGE], 2],
  ['a broken address', ['--url', '::', PAGE], 2],
])('%s: exit %#', (_, args, status) => {
  const done = spawnSync(process.execPath, call(...args), { encoding: 'utf8' });
  expect(done.status).toBe(status);
  expect(done.stderr).not.toBe('');
});

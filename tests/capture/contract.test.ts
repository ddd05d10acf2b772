import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as networks from '../../src/capture/networks.ts';
import { findSite, SITES } from '../../src/capture/registry.ts';
import type { Example, Site } from '../../src/capture/site.ts';
import { ProfileKey } from '../../src/core/model/index.ts';
import { fixtures } from './fixtures.ts';

const FOLDER = join(import.meta.dirname, '../../src/capture/sites');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
const pages = fixtures();

it('finds sites and pages at all', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(pages.length).toBeGreaterThanOrEqual(60);
});

describe.each(files)('%s', (file) => {
  const id = file.slice(0, -3);
  const load = async () =>
    (await import(`../../src/capture/sites/${id}.ts`)) as { default: Site; examples: readonly Example[] };

  it('has its file name for an id, and stands in the registry', async () => {
    const { default: site } = await load();
    expect(site.id).toBe(id);
    expect(SITES).toContain(site);
    expect(site.version).toBeGreaterThan(0);
  });

  it('names its hosts exactly, or with a leading dot', async () => {
    const { default: site } = await load();
    expect(site.hosts.length).toBeGreaterThan(0);
    for (const host of site.hosts) expect(host).toMatch(/^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  });

  it('identifies its examples, and refuses at least one', async () => {
    const { examples } = await load();
    expect(examples.length, `three examples in ${file}`).toBeGreaterThanOrEqual(3);
    expect(
      examples.some(([, key]) => key === null),
      `an example with null in ${file}`,
    ).toBe(true);
    for (const [url, key] of examples) {
      const found = findSite(url);
      expect([url, found?.key.id ?? null]).toEqual([url, key]);
      if (found !== null && key !== null) {
        expect(found.site.id).toBe(id);
        expect(ProfileKey.safeParse(found.key).success).toBe(true);
        // The address that is kept names the same person, and is its own.
        const address = found.site.address(found.key, new URL(url));
        expect(findSite(address)?.key).toEqual(found.key);
        expect(found.site.address(found.key, new URL(address))).toBe(address);
      }
    }
  });

  it('has at least two pages', () => {
    expect(
      pages.filter((page) => page.site === id).length,
      `two pages in tests/fixtures/sites/${id}`,
    ).toBeGreaterThanOrEqual(2);
  });
});

it.each([...new Set(pages.map((page) => page.site))])('pages of %s belong to a site', (site) => {
  expect(site === 'web' || existsSync(join(FOLDER, `${site}.ts`))).toBe(true);
});

it('gives the in-page script the two networks and nothing else', () => {
  expect(networks.findSite('https://www.linkedin.com/in/jana-bergmann/')?.key.id).toBe('jana-bergmann');
  expect(networks.findSite('https://github.com/jana')).toBeNull();
});

it.each([
  'https://netflix.com/olefalk',
  'https://linkedin.com.evil.example/in/jana/',
  'https://notlinkedin.com/in/jana/',
  'ftp://www.linkedin.com/in/jana/',
  'javascript:alert(1)',
  'not an address',
  '',
  'https://www.linkedin.com/in/%E0%A4%A/',
  `https://www.linkedin.com/in/${'x'.repeat(5_000)}/`,
])('takes %s for nobody', (url) => {
  expect(findSite(url)).toBeNull();
});

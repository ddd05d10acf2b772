import { expect, it } from 'vitest';
import { extractInSlices, extractProfile } from '../../src/capture/registry.ts';
import { fixtures, parsePage } from './fixtures.ts';

it.each(fixtures().map((page) => [`${page.site}/${page.name}`, page] as const))(
  '%s reads in slices as at once',
  async (_, { html, expected: { url } }) => {
    const doc = parsePage(html, url);
    let pauses = 0;
    const sliced = await extractInSlices(doc, url, async () => void pauses++);
    expect(sliced).toEqual(extractProfile(parsePage(html, url), url));
  },
);

it('pauses between the parts of a page of no known site, and reads it no further when it is too large', async () => {
  const url = 'https://rieke.example/';
  let pauses = 0;
  const pause = async () => void pauses++;
  await extractInSlices(parsePage('<title>Rieke Lohse</title><h1>Rieke Lohse</h1>', url), url, pause);
  expect(pauses).toBeGreaterThanOrEqual(4);
  pauses = 0;
  expect(await extractInSlices(parsePage('<i></i>'.repeat(150_100), url), url, pause)).toEqual({
    ok: false,
    reason: 'tooLarge',
  });
  expect(pauses).toBe(0);
}, 30_000);

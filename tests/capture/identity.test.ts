import { expect, it } from 'vitest';
import { profileKeyOf } from '../../src/capture/identity.ts';
import { findSite } from '../../src/capture/networks.ts';
import { examples as linkedin } from '../../src/capture/sites/linkedin.ts';
import { examples as xing } from '../../src/capture/sites/xing.ts';

const elsewhere = ['https://github.com/jana', 'nonsense', 'https://netflix.com/in/jana'].map(
  (url) => [url, null] as const,
);

it.each([...linkedin, ...xing, ...elsewhere])('%s has one identity, with and without the readers', (url) => {
  expect(profileKeyOf(url)).toEqual(findSite(url)?.key ?? null);
});

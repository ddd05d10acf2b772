import { expect, it } from 'vitest';
import { toReading } from '../../src/capture/reading.ts';
import { findSite } from '../../src/capture/registry.ts';
import type { ExtractResult } from '../../src/capture/site.ts';
import { makeProfile } from '../make.ts';

const URL_OF_LEYLA = 'https://www.linkedin.com/in/leyla-brandt/';
const RESULT: ExtractResult = { ok: true, profile: makeProfile(), provenance: {}, missing: [], doubtful: [] };

it.each([
  ['a form of her own page', '/in/leyla-brandt/edit/forms/intro/new/', true],
  ['her page in capitals', 'https://www.linkedin.com/in/Leyla-Brandt/edit/intro/', true],
  ['a form of somebody else’s page', '/in/ada-muster/edit/forms/intro/new/', false],
  ['the alias that everybody has', '/in/me/edit/', false],
  ['another host', 'https://evil.example/in/leyla-brandt/edit/', false],
  ['a word that begins alike', '/in/leyla-brandt/editorial/', false],
  ['no address', 'javascript:/edit/', false],
])('a page is its visitor’s own when it offers %s', (_, href, own) => {
  const doc = new DOMParser().parseFromString('<main><a>Edit</a></main>', 'text/html');
  doc.querySelector('a')?.setAttribute('href', href);
  const reading = toReading(URL_OF_LEYLA, RESULT, findSite(URL_OF_LEYLA), doc);
  expect(reading.ok && reading.own === true).toBe(own);
});

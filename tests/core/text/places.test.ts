import { expect, it } from 'vitest';
import { countryOf, parsePlace, wellNamed } from '../../../src/core/text/places.ts';

it.each([
  ['Torino, Piemonte, Italia', 'IT'],
  ['Gent, België', 'BE'],
  ['Brno, Czechy', 'CZ'],
  ['Recife, Pernambuco, Brasil', 'BR'],
  ['Lima, Perú', 'PE'],
  ['Lausanne, Suisse', 'CH'],
])('%s lies in %s', (text, country) => {
  expect(parsePlace(text)?.country).toBe(country);
});

it.each([
  ['Berlin, Berlin, Germany', 'Berlin', 'Berlin', 'DE'],
  ['München, Bayern, Deutschland', 'München', 'Bayern', 'DE'],
  ['Paris, Île-de-France, France', 'Paris', 'Île-de-France', 'FR'],
  ['Valencia, Comunidad Valenciana, España', 'Valencia', 'Comunidad Valenciana', 'ES'],
  ['Zürich, Schweiz', 'Zürich', undefined, 'CH'],
  ['London, UK', 'London', undefined, 'GB'],
  ['Austin, TX', 'Austin', 'TX', 'US'],
  ['San Francisco, CA', 'San Francisco', 'CA', undefined],
  ['Atlanta, Georgia', 'Atlanta', 'Georgia', undefined],
  ['Greater Munich Metropolitan Area', undefined, 'Greater Munich Metropolitan Area', undefined],
  ['Großraum Köln', undefined, 'Großraum Köln', undefined],
  ['Madrid y alrededores', undefined, 'Madrid y alrededores', undefined],
  ['Germany', undefined, undefined, 'DE'],
  ['Hamburg · Hybrid', 'Hamburg', undefined, 'DE'],
])('%s', (text, city, region, country) => {
  const place = parsePlace(text);
  expect(place?.text).toBe(text);
  expect([place?.city, place?.region, place?.country]).toEqual([city, region, country]);
});

it.each([
  ['Hamburg', 'DE'],
  ['København', 'DK'],
  ['ZÜRICH', 'CH'],
  ['Regensburg, Bayern', 'DE'],
  ['Cambridge', undefined],
  ['Freiburg', undefined],
  ['Hamburg, Pennsylvania', undefined],
  ['Berlin, DE', undefined],
])('a large city tells its country: %s', (text, country) => {
  expect(parsePlace(text)?.country).toBe(country);
});

it('reads a place once more that was typed as text alone or saved without its country', () => {
  expect(wellNamed({ text: 'Hamburg' })).toEqual({ text: 'Hamburg', city: 'Hamburg', country: 'DE' });
  expect(wellNamed({ text: 'Wien', city: 'Wien' }).country).toBe('AT');
  expect(wellNamed({ text: 'Elbhöhe' })).toEqual({ text: 'Elbhöhe', city: 'Elbhöhe' });
});

it.each(['', 'Remote', 'Vor Ort', '  '])('%j is no place', (text) => {
  expect(parsePlace(text)).toBeNull();
});

it('believes the page about its own country', () => {
  expect(parsePlace('Basel', 'ch')).toEqual({ text: 'Basel', city: 'Basel', country: 'CH' });
});

it.each([
  ['Vereinigte Staaten', 'US'],
  ['Royaume-Uni', 'GB'],
  ['Países Bajos', 'NL'],
  ['Türkiye', 'TR'],
  ['de', 'DE'],
  ['XX', undefined],
  ['Bavaria', undefined],
])('the country %s', (name, code) => {
  expect(countryOf(name)).toBe(code);
});

import { render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { useCatalogue } from '../../../src/browser/text.ts';
import { catalogueOf } from '../../../src/cli/sentences.ts';
import { SKILL_GROUPS } from '../../../src/core/distance/index.ts';
import type { Reading } from '../../../src/core/model/index.ts';
import { DistanceLines } from '../../../src/ui/parts/DistanceLines.tsx';

const distances: Reading['distances'] = {
  function: 0.2,
  industry: 0.9,
  place: { step: 'city', distance: 0 },
  seniority: null,
  internal: null,
  past: null,
};
const reasons: Reading['reasons'] = { skills: ['itSystems', 'programming'], industry: 'unknown' };
const linesOf = (props: Partial<Parameters<typeof DistanceLines>[0]> = {}) => {
  const { container } = render(<DistanceLines reading={{ distances, reasons }} place="Berlin" {...props} />);
  return [...container.querySelectorAll('p')].map(({ textContent }) => textContent);
};
afterEach(() => {
  document.body.replaceChildren();
});

it('says beneath each distance what it rests on', () => {
  useCatalogue('en', catalogueOf('en'));
  expect(linesOf()).toEqual([
    'Near function',
    'Shared skills: IT systems, programming',
    'Very different industry',
    'No moves between the two are known',
    'Berlin · same city',
  ]);
  useCatalogue('de', catalogueOf('de'));
  expect(linesOf()).toEqual([
    'Nahe Funktion',
    'Gemeinsam: IT-Systeme, Programmieren',
    'Ganz andere Branche',
    'Wechsel zwischen beiden sind nicht bekannt',
    'Berlin · gleiche Stadt',
  ]);
});

it('names the skills alone where there is little room, and nothing where there is no reason', () => {
  useCatalogue('en', catalogueOf('en'));
  expect(linesOf({ brief: true })).not.toContain('No moves between the two are known');
  expect(linesOf({ brief: true })).toHaveLength(4);
  expect(linesOf({ reading: { distances, reasons: { skills: [], industry: null } } })).toHaveLength(3);
  expect(linesOf({ known: false })).toEqual(['Berlin · same city']);
});

it.each(['en', 'de'] as const)(
  'names every group of skills in %s, each differently and briefly',
  (language) => {
    const catalogue = catalogueOf(language);
    const names = SKILL_GROUPS.map((group) => catalogue[`skill_${group}`]?.message ?? '');
    expect(names.filter((name) => name === '' || name.length > 40 || name.includes(','))).toEqual([]);
    expect(new Set(names).size).toBe(SKILL_GROUPS.length);
    const known = new Set(SKILL_GROUPS.map((group) => `skill_${group}`));
    expect(Object.keys(catalogue).filter((key) => /^skill_/.test(key) && !known.has(key))).toEqual([]);
  },
);

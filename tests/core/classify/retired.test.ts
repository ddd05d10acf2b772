import { describe, expect, it } from 'vitest';
import { createClassifier, isFormer, isRetired } from '../../../src/core/classify/index.ts';

describe('who no longer works', () => {
  it.each([
    'Studienrat i. R.',
    'Richterin a.D.',
    'Pensionär',
    'Rentnerin',
    'Lehrer im Ruhestand',
    'Professor emeritus',
    'Emerita Professor of Law',
    'Retired Teacher',
    'Fire Chief (ret.)',
    'Jubilada',
    'Retraité de la fonction publique',
    'Gepensioneerd',
    'Aposentado',
    'Former CFO | retired',
  ])('%s is retired', (text) => {
    expect(isRetired(text)).toBe(true);
    expect(createClassifier().classify({ headline: text }).retired).toBe(true);
  });

  it.each([
    'Retirement Planner',
    'Leiterin Pensionskasse',
    'Rentenberater',
    'Retired Teacher | Consultant at Nordbahn',
    'Beirat | Vorstand i. R.',
    'Software Engineer',
    'Former Nurse',
    'Moira D.',
    '',
  ])('%s is not', (text) => {
    expect(isRetired(text)).toBe(false);
    expect(createClassifier().classify({ headline: text }).retired).toBeUndefined();
  });

  it.each([
    ['Former CFO', true],
    ['ehemals Bürgermeisterin', true],
    ['ex-Siemens', true],
    ['Altbürgermeister', true],
    ['ex-MSF | Nurse', false],
    ['Nurse', false],
    ['Examiner', false],
    ['Exportleiter', false],
    ['', false],
  ])('%s: nothing but the past: %s', (text, former) => {
    expect(isFormer(text)).toBe(former);
  });
});

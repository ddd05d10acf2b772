import { describe, expect, it } from 'vitest';
import { createClassifier, isFormer, isRetired } from '../../../src/core/classify/index.ts';
import { saysHead, saysLearning, saysRetired } from '../../../src/core/classify/retired.ts';
import { fold } from '../../../src/core/text/fold.ts';

describe('out of service', () => {
  it.each([
    ['Schulamtsdirektorin i.R.', true],
    ['Branddirektor a. D.', true],
    ['Im Ruhestand, vormals Werkleiter', true],
    ['Pensionär', true],
    ['Professor emeritus', true],
    ['Retired Head of Claims', true],
    ['ex Intensivpflege', false],
    ['Former teacher, now designer', false],
    ['ehemalige Lehrerin', false],
    ['Oberstleutnant d. R.', false],
    ['Rentnerberatung Nord', false],
    ['AD Berater', false],
  ])('%s: %s', (text, retired) => {
    expect(saysRetired(text)).toBe(retired);
  });
});

describe('still on the way', () => {
  it.each([
    ['Aspiring Data Scientist', true],
    ['Lernt gerade Performance Marketing', true],
    ['Angehende Schulleiterin', true],
    ['Currently learning Rust', true],
    ['Professorin | E-Learning Netzwerk West', false],
    ['Learning Designer', false],
    ['Machine learning engineer', false],
    ['Learning & Development Manager', false],
  ])('%s: %s', (text, learning) => {
    expect(saysLearning(text)).toBe(learning);
  });
});

describe('a head of a house', () => {
  it.each([
    ['Schulleiterin', true],
    ['Head Teacher', true],
    ['Rektorin', true],
    ['Verlagsleiter', true],
    ['Betriebsinhaberin', true],
    ['Co-Founder & CTO', true],
    ['Stellv. Schulleiter', false],
    ['Deputy Head Teacher', false],
    ['Konrektorin', false],
    ['Teamleiterin', false],
    ['Leiterin Controlling', false],
    ['Product Owner', false],
    ['Process-Owner Logistik', false],
    ['Business Owner', true],
    ['Co-Owner', true],
    ['Restaurant owner', true],
    ['Lehrstuhlinhaberin', false],
    ['Founder Associate', false],
  ])('%s: %s', (title, head) => {
    expect(saysHead(fold(title))).toBe(head);
  });
});

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

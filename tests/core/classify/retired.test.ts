import { describe, expect, it } from 'vitest';
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
    ['Restaurant owner', true],
    ['Product Owner', false],
    ['Lehrstuhlinhaberin', false],
    ['Founder Associate', false],
  ])('%s: %s', (title, head) => {
    expect(saysHead(fold(title))).toBe(head);
  });
});

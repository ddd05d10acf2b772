import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../src/core/classify/index.ts';
import { Classification } from '../../../src/core/model/index.ts';

const { classify } = createClassifier();

describe('function', () => {
  it.each([
    ['Softwareentwicklerin (m/w/d)', '2512'],
    ['Senior Software Engineer', '2512'],
    ['Rechtsanwältin', '2611'],
    ['Head of HR', '1212'],
    ['Product Owner', '2431'],
    ['Projektleiter:in', '2421'],
    ['Geschäftsführender Gesellschafter', '1120'],
    ['Krankenpfleger', '2221'],
    ['Leiterin Einkauf', '1324'],
  ])('%s is %s', (title, isco4) => {
    expect(classify({ title }).function?.isco4).toBe(isco4);
  });

  it.each(['', '🚀🚀', 'Zorblax Quux', 'x'.repeat(10_000), '株式会社'])('abstains from %j', (title) => {
    expect(classify({ title }).function).toBeNull();
  });

  it('takes the current role of a headline, not the former one', () => {
    expect(classify({ headline: 'ex CEO | Data Engineer at Nordbahn' }).function?.isco4).toBe('2511');
  });
});

describe('seniority', () => {
  it.each([
    ['Werkstudent Marketing', 'intern'],
    ['Senior Data Scientist', 'senior'],
    ['Founder & CEO', 'owner'],
    ['Teamleiterin Einkauf', 'lead'],
    ['Lehrer', 'professional'],
  ])('%s is %s', (title, seniority) => {
    expect(classify({ title }).seniority).toBe(seniority);
  });
});

describe('industry', () => {
  it.each([
    [{ company: 'Stadtwerke Musterstadt GmbH' }, '35'],
    [{ company: 'Universitätsklinikum Musterstadt' }, '86'],
    [{ company: 'X', industryLabel: 'Computer Software' }, '62'],
    [{ industryLabel: 'Bed-and-Breakfasts, Hostels, Homestays' }, '55'],
    [{ industryLabel: 'Sicherheits- und Ermittlungsdienste' }, '80'],
    [{ company: 'Kreissparkasse Mustertal' }, '64'],
    [{ headline: 'Head of Data bei Nordsee Versicherung AG' }, '65'],
  ])('%j is %s', (input, nace2) => {
    expect(classify(input).industry?.nace2).toBe(nace2);
  });

  it('lets the own correction for a company win', () => {
    const corrected = createClassifier({ companies: { 'stadtwerke musterstadt': '49' } });
    const { industry, evidence } = corrected.classify({ company: 'Stadtwerke Musterstadt GmbH' });
    expect(industry).toMatchObject({ nace2: '49', confidence: 1 });
    expect(evidence.join()).toContain('your correction');
  });
});

it('never throws, and always answers in its schema', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, company) => {
      expect(Classification.safeParse(classify({ title, company, headline: title })).success).toBe(true);
    }),
    { seed: 3, numRuns: 500 },
  );
});

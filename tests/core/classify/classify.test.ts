import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleWords } from '../../../src/core/classify/features.ts';
import { createClassifier, loadModel, ModelDamagedError } from '../../../src/core/classify/index.ts';
import { createRanker } from '../../../src/core/classify/rank.ts';
import { Classification } from '../../../src/core/model/index.ts';

const { classify } = createClassifier();
const file = readFileSync('public/titles.bin');
const model = loadModel(file);
const learned = createClassifier({ model });

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

  it.each([
    'Früher CTO bei Nordbahn | Fotografin',
    'Ehemaliger CFO | Fotograf',
    'ehem. CFO, Fotografin',
    'Ancienne directrice financière | Photographe',
    'Antigua CTO | Fotógrafa',
    'Formerly CTO | Photographer',
  ])('reads past what somebody was: %s', (headline) => {
    expect(classify({ headline })).toMatchObject({ function: { isco4: '3431' }, seniority: 'professional' });
  });

  it('takes no longer word for what somebody was', () => {
    expect(classify({ headline: 'Ancient History, University of Bremen' }).industry?.nace2).toBe('85');
    // A metal former is one of ISCO's submajor group 72.
    expect(learned.classify({ title: 'Former' }).function?.isco4).toMatch(/^72/);
  });

  it('takes for no industry what somebody loves, also behind a last letter with a sign', () => {
    expect(classify({ headline: 'Comptable | Passionné de la banque' }).industry).toBeNull();
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
    { seed: 3, numRuns: 300 },
  );
});

describe('with the trained model', () => {
  it.each([
    ['Programador de Java', '25'],
    ['Infirmière diplômée', '22'],
    ['Abogada laboralista', '26'],
    ['Wind turbine technician', '31'],
    ['Staff Backend Engineer', '25'],
  ])('%s is of sub-major group %s', (title, group) => {
    expect(learned.classify({ title }).function?.isco4.slice(0, 2)).toBe(group);
  });

  it.each([
    '',
    '🚀🚀',
    'Zorblax Quux',
    'asdf qwer jklö',
    'x'.repeat(10_000),
    '株式会社 代表取締役',
    'Генеральный',
    'Dreamer. Doer.',
    'Manager',
  ])('abstains from %j', (title) => {
    expect(learned.classify({ title }).function).toBeNull();
  });

  it('never throws, and its answers keep their schema', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (headline, company) => {
        expect(Classification.safeParse(learned.classify({ headline, company })).success).toBe(true);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('says which model judged', () => {
    expect(learned.version).toContain(model.id);
    expect(learned.health).toBe('model');
    expect(createClassifier({ model: null }).health).toBe('damaged');
  });

  it('refuses a file that is cut off, altered or something else', () => {
    for (const broken of [
      file.subarray(0, 5),
      file.subarray(0, file.length - 1),
      Uint8Array.from(file, (byte, at) => (at === 200_000 ? byte ^ 1 : byte)),
      new TextEncoder().encode('<!doctype html><title>not found</title>'),
    ]) {
      expect(() => loadModel(broken)).toThrow(ModelDamagedError);
    }
  });

  it('keeps within its size', () => {
    expect(file.length).toBeLessThanOrEqual(4_000_000);
  });
});

describe('rank', () => {
  const corpus = [
    { id: 'a', title: 'Krankenschwester' },
    { id: 'b', title: 'software developer' },
    { id: 'c', title: 'cocinero' },
    { id: 'c', title: 'cook' },
  ];

  it.each([
    ['enfermera', 'a'],
    ['Softwareentwicklerin', 'b'],
    ['Köche', 'c'],
  ])('puts the same occupation first across languages: %s', (query, id) => {
    expect(createRanker(corpus, model)(query, 3)[0]?.id).toBe(id);
  });

  it.each(['SECRETARIOS, EN GENERAL', 'secretarios n.c.o.p.', 'Otros secretarios', 'secretarios y afines'])(
    'takes what lists of occupations add for nothing: %s',
    (query) => {
      const titles = [
        { id: 'general', title: 'secretario general' },
        { id: 'plain', title: 'secretario' },
      ];
      expect(createRanker(titles, null)(query, 2)[0]?.id).toBe('plain');
      expect(titleWords(query)).toEqual(['secretarios']);
    },
  );

  it('prefers a title that says nothing else over one that says more, though that shares more with the query', () => {
    const titles = [
      { id: 'more', title: 'amministratore di aziende vinicole, casearie e zootecniche' },
      { id: 'same', title: 'imprenditore' },
    ];
    const query = 'Imprenditori e amministratori di aziende agricole';
    expect(createRanker(titles, null)(query, 2)[0]?.id).toBe('same');
  });

  it.each([
    ['Autisti', ['autista/autista', 'autisti']],
    ['Cuochi', ['cuoco/cuoca', 'cuoca']],
    ['Actores de cine', ['actor de cine/actriz de cine', 'actriz de cine']],
    ['Director', ['Director/Directora', 'Directora']],
  ])('takes the name for both genders for the occupation itself: %s', (query, [both = '', one = '']) => {
    const titles = [one, both].map((title) => ({ id: title, title }));
    expect(createRanker(titles, null)(query, 2)[0]?.id).toBe(both);
  });

  it.each(['Maler/Lackierer', 'cuoco/cameriere', 'Head of Sales/Marketing', 'Koch/Konditor/Kellner'])(
    'takes two occupations for no name of both genders: %s',
    (two) => {
      const plain = two.replaceAll('/', ' ');
      const titles = [plain, two].map((title) => ({ id: title, title }));
      expect(createRanker(titles, null)(two, 2).map(({ id }) => id)).toEqual([plain, two]);
    },
  );

  it.each([
    ['Professori di scuola secondaria', 'professore di scuola secondaria'],
    ['Professores de artes', 'Professora de artes'],
    ['Profesores de formación profesional', 'profesora de formación profesional'],
  ])('puts an occupation before the group of occupations with its name: %s', (group, one) => {
    const titles = [group, one].map((title) => ({ id: title, title }));
    expect(createRanker(titles, model)(group.toUpperCase(), 2)[0]?.id).toBe(one);
  });

  it('keeps a title that is nothing but such words', () => {
    expect(titleWords('Other')).toEqual(['other']);
  });

  it('counts an id once, and works without a model', () => {
    const found = createRanker(corpus, null)('cooks', 10);
    expect(found.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    expect(found[0]?.id).toBe('c');
  });
});

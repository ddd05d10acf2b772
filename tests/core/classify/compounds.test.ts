import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../../src/cli/classifier.ts';
import { splitRoles } from '../../../src/core/classify/headlineParts.ts';
import { PART_SHARES } from '../../../src/core/classify/partShares.ts';
import { createTitleClassifier } from '../../../src/core/classify/title.ts';
import { TITLE_LEXICON } from '../../../src/core/tables/titles.ts';
import { functionFamily } from '../../../src/core/taxonomy/index.ts';

/** Ends of compounds by the tenths of them that they are right of, as measured on the German list. */
const ends = PART_SHARES.trim()
  .split('\n')
  .flatMap((line) => {
    const [tenths = '', phrases = ''] = line.split(': ');
    return phrases
      .split(', ')
      .filter((phrase) => phrase.startsWith('-'))
      .map((phrase) => ({ end: phrase.slice(1), tenths: Number(tenths) }));
  });
const misleading = ends.filter(({ tenths }) => tenths < 5).map(({ end }) => end);
/** Beginnings of German compounds, invented. */
const beginning = fc
  .array(
    fc.constantFrom('kal', 'ber', 'mo', 'zin', 'lau', 'gro', 'wes', 'tum', 'fir', 'od', 'nab', 'schor'),
    {
      minLength: 2,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(''));
const byLexicon = createTitleClassifier(null);

describe('a role word inside a longer compound', () => {
  it('is measured: ends that are mostly wrong are many, and all are ends of titles', () => {
    expect(misleading.length).toBeGreaterThan(80);
    const titles = new Set(
      TITLE_LEXICON.trim()
        .split('\n')
        .flatMap((line) => (line.split(': ')[1] ?? '').split(', ')),
    );
    expect(misleading.filter((end) => !titles.has(end))).toEqual([]);
  });

  it('never wins where most such compounds mean something else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...misleading), beginning, (end, start) => {
        expect(byLexicon(start + end, 'title')?.by ?? '').not.toContain(`"${end}"`);
      }),
      { numRuns: 2000 },
    );
  });

  it('wins where most are what their end is', () => {
    for (const compound of ['Zinkalbuchdrucker', 'Wesmozahnarzt', 'Grobertischler'])
      expect(byLexicon(compound, 'title')?.by).toContain('the end');
  });

  const classifier = openClassifier();
  it.each([
    ['Kettenstuhleinrichter', '2612'],
    ['Zurichterin', '2612'],
    ['Blechstanzerin', '2653'],
    ['Zirkusdirektor', '1345'],
    ['Korrektor', '1345'],
    ['Formenbauerin', '6130'],
    ['Akkumulatorenbauerin', '6130'],
    ['Käsehersteller', '4211'],
    ['Schriftsteller', '4211'],
    ['Karpfenteichwirt', '1412'],
    ['Papierfacharbeiter', '8189'],
    ['Dentalmechanikerin', '7233'],
    ['Schuhverkäufer', '2433'],
    ['Kreativitätstrainer', '2512'],
    ['Studiendirektorin', '1345'],
    ['Branddirektor', '1222'],
    ['Projektentwickler', '2512'],
    ['Abfallbeauftragte', '1321'],
    ['Sachgebietsleiterin Stadtplanung', '3322'],
  ])('%s is no %s', (title, isco4) => {
    expect(classifier.classify({ title }).function?.isco4).not.toBe(isco4);
  });

  it.each([
    ['Vertriebsleiter Süd', 'sales'],
    ['Löter', 'crafts'],
    ['Komikerin', 'media'],
    ['Registrator', 'administration'],
    ['Tiefbaupolier', 'construction'],
    ['Klavierlehrerin', 'education'],
    ['Farm Manager', 'agriculture'],
    ['Betriebswirtin', 'strategy'],
    ['Kirchenmusiker', 'media'],
    ['iOS Engineer', 'software'],
    ['Chief Fire Officer', 'generalManagement'],
    ['Director, Technical Training', 'humanResources'],
  ])('%s is of %s', (title, family) => {
    expect(functionFamily(classifier.classify({ title }).function?.isco4 ?? '')).toBe(family);
  });
});

describe('what a general word is said of', () => {
  const classifier = openClassifier();
  it.each([
    ['Betriebswirt für Hauswirtschaft', '2421'],
    ['Facharbeiterin für Eisenbahnbetrieb', '8189'],
    ['Lehrerin an Berufsschulen', '2330'],
  ])('%s is judged by more than its first word', (title, isco4) => {
    expect(classifier.classify({ title }).function?.isco4).not.toBe(isco4);
  });
});

describe('titles that their firm decides', () => {
  const classifier = openClassifier();
  it.each([
    ['Referendarin', 'Lessing-Gymnasium Nordhain', '2330'],
    ['Referendar', 'Landgericht Nordhain', '2611'],
    ['Docent', 'Lyceum Zuidwijk', '2330'],
    ['Wissenschaftliche Mitarbeiterin', 'Fraktion der Mitte im Landtag', '2422'],
    ['Wissenschaftliche Mitarbeiterin', 'Universität Nordhain', '2310'],
    ['Abteilungsdirektorin', 'Sparkasse Nordhain', '1346'],
  ])('%s at %s is %s', (title, company, isco4) => {
    expect(classifier.classify({ title, company }).function?.isco4).toBe(isco4);
  });

  it.each(['Analystin', 'Schülerin', 'Élève'])('%s alone says no function', (title) => {
    expect(classifier.classify({ title }).function).toBeNull();
  });

  it('a status is no employer, though a firm bears its name', () => {
    expect(classifier.classify({ headline: 'Schüler' }).industry).toBeNull();
    expect(classifier.classify({ company: 'Schuler' }).industry?.nace2).toBe('25');
  });
});

describe('who practises with others', () => {
  const classifier = openClassifier();
  it.each([
    ['Steuerberaterin, Partnerin', 'owner'],
    ['Avocat associé', 'owner'],
    ['Abogada socia', 'owner'],
    ['Architekt | Partner', 'owner'],
    ['Social worker, partner', 'professional'],
    ['Senior Associate', 'senior'],
  ])('%s is %s', (title, seniority) => {
    expect(classifier.classify({ title }).seniority).toBe(seniority);
  });
});

describe('what the model alone takes for an occupation', () => {
  const model = openClassifier();
  it.each(['Dreams in colour', 'Mehr Sonne für alle Dächer', 'Zahlen lügen nicht'])(
    'a slogan without the name of one: "%s"',
    (headline) => {
      expect(model.classify({ headline }).function).toBeNull();
    },
  );

  it.each([
    ['Kettenstuhleinrichterin', '815'],
    ['Sprachenlehrerin', '235'],
    ['Fernmeldebaumonteur', '742'],
    ['Buchdruckmaschinenführer', '732'],
    ['Marzipanherstellerin', '816'],
  ])('%s is of minor group %s', (title, isco3) => {
    expect(model.classify({ title }).function?.isco3).toBe(isco3);
  });
});

describe('a title in several pieces', () => {
  const classifier = openClassifier();
  it.each([
    ['Mess-, Zähl- und Regeltechniker', 1],
    ['Helfer im Straßen-, Tiefbau', 1],
    ['Näherin (Textil, Leder)', 1],
    ['Schneiderin, Musikerin', 2],
    ['Fotograf (Berlin), Dozent', 2],
  ])('%s is %d roles', (title, many) => {
    expect(splitRoles(title)).toHaveLength(many);
  });

  it.each([
    ['Bachelor of Science - Botanik', '213 314'],
    ['Master of Arts - Romanische Sprachwissenschaft', '264'],
    ['Diplom-Ingenieur - Gartenbau', '213'],
    ['Fachkraft - Abfallwirtschaft', '214 313 312 961 311'],
    ['Fachkraft - Mechatronik', '741'],
    ['Helferin im Straßen-, Tiefbau', '931'],
  ])('%s is of the kind that stands behind', (title, allowed) => {
    expect(allowed.split(' ')).toContain(classifier.classify({ title }).function?.isco3);
  });

  it.each([
    ['Software Engineer - Payments', '251'],
    ['Account Manager - Benelux', '332 243'],
    ['Zahnärztin - Praxis am Markt', '226'],
    ['Recruiterin - Pflege', '242'],
    ['Bauleiter - Architekt', '132 216 312'],
  ])('%s is what stands first', (title, allowed) => {
    const found = classifier.classify({ title }).function;
    expect(allowed.split(' ')).toContain(found?.isco3);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.9);
  });
});

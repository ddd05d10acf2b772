import { describe, expect, it } from 'vitest';
import { classifyLine, openClassifier } from '../../../src/cli/classifier.ts';
import { createClassifier } from '../../../src/core/classify/index.ts';
import { findSiteLabel } from '../../../src/core/classify/siteLabels.ts';
import { industryOfFunction } from '../../../src/core/classify/workplaces.ts';
import { functionDistance, industryDistance } from '../../../src/core/distance/index.ts';
import { functionName, industryName, iscoGroup } from '../../../src/core/taxonomy/index.ts';
import { companyKey } from '../../../src/core/text/companies.ts';
import { parsePlace } from '../../../src/core/text/places.ts';

const WORDS = Object.getOwnPropertyNames(Object.prototype);
const classifiers = { lexicon: createClassifier(), model: openClassifier() };

describe.each(Object.keys(classifiers) as (keyof typeof classifiers)[])('judging by the %s', (kind) => {
  const classifier = classifiers[kind];
  it.each(WORDS)('"%s" is a word like any other, wherever it stands', (word) => {
    for (const text of [word, `Senior ${word}`, `Ingeniero ${word}`, `${word} Manager`, `Head of ${word}`])
      for (const input of [
        { title: text },
        { headline: `${text} at ${word} | ${word}` },
        { title: 'Nurse', company: text },
        {
          title: `${text}, ${word} bei ${word}`,
          company: word,
          industryLabel: text,
          about: text,
          skills: [word],
        },
      ]) {
        const { function: what, industry } = classifier.classify(input);
        expect(typeof (what?.isco4 ?? '')).toBe('string');
        expect(typeof (industry?.nace2 ?? '')).toBe('string');
        expect(JSON.parse(classifyLine(classifier, JSON.stringify({ id: word, ...input })))).toMatchObject({
          id: word,
          evidence: expect.any(Array),
        });
      }
  });
});

it.each(WORDS)('no table of codes and names knows "%s"', (word) => {
  expect(iscoGroup(word)).toBeFalsy();
  expect(functionName(word, 'en')).toBeTypeOf('string');
  expect(industryName(word, 'de')).toBeTypeOf('string');
  expect(industryOfFunction(word)).toBeNull();
  expect(findSiteLabel(word)).toBeNull();
  expect(functionDistance(word, '2512')).toBeNull();
  expect(industryDistance(word, '62')).toBeNull();
  expect(parsePlace(word)?.country).toBeUndefined();
  expect(companyKey(word)).toBeTypeOf('string');
});

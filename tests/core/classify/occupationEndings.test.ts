import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../../src/cli/classifier.ts';
import { endLikeOccupation } from '../../../src/core/classify/occupationEndings.ts';

/** Everyday words that are nobody's trade: things, places, animals, weather, first names. */
const NO_TRADES = `
Sonnenschein Weihnachten Stuhl Fenster Teppich Waschmaschine Hammer Nagel Fahrrad Lastwagen Schiff Kirche Supermarkt
Bäckerei Wiese Berg Hund Ziege Bär Biene Spinne Käse Butter Schinken Zucker Kaffee Wein Milch Buch Zeitung Brille
Handschuh Gitarre Fußball Geburtstag Hochzeit Großmutter Europa Bodensee Kerze Garten Wasser Heike Annika Torsten
Thunder Christmas Carpet Bicycle Airport Bridge Beach Mountain Dog Cow Sheep Lion Honeybee Butterfly Strawberry Cheese
Chocolate Coffee Sugar Shirt Glove Umbrella Keyboard Piano Swimming Holiday Daughter Candle Blanket Bottle Ladder Water
Garden Cat Jennifer Kevin Wuppertal Scotland
`
  .trim()
  .split(/\s+/);

describe('words that end like no occupation', () => {
  const classifier = openClassifier();

  it.each(NO_TRADES)('%s is none, or unsure', (title) => {
    expect(classifier.classify({ title }).function?.confidence ?? 0).toBeLessThan(0.5);
  });

  it.each(['Senior Sonnenschein', 'Junior Kerze', 'Lead Candle'])(
    '%s is none with a level before it',
    (title) => {
      expect(classifier.classify({ title }).function).toBeNull();
    },
  );

  it('of two, neither is', () => {
    for (const title of ['Chair leg', 'Kaffee Sahne', 'Winter garden'])
      expect(classifier.classify({ title }).function?.confidence ?? 0).toBeLessThan(0.5);
  });

  it.each([
    ['Ozeanologin', '211'],
    ['Speisewagenkoch', '512'],
    ['CPA', '241'],
    ['Astronaut', '315'],
  ])('%s is one that the model may be sure of', (title, isco3) => {
    const found = classifier.classify({ title }).function;
    expect(found?.isco3).toBe(isco3);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['spezialtiefbauhelferin', true],
    ['notfallsanitater', true],
    ['violoncellista', true],
    ['fietsenmaker', true],
    ['wohnzimmer', false],
    ['schwiegermutter', false],
    ['dokument', false],
    ['restaurant', false],
    ['regenbogen', false],
    ['', false],
  ])('the end of "%s"', (word, like) => {
    expect(endLikeOccupation([word])).toBe(like);
  });
});

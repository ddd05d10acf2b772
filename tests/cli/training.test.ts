import { expect, it } from 'vitest';
import { auc } from '../../src/cli/bench/distance.ts';
import { createCoder, learnCodebooks } from '../../src/cli/training/codebooks.ts';
import type { Concept, Corpus } from '../../src/cli/training/corpus.ts';
import { parseDelimited } from '../../src/cli/training/delimited.ts';
import { softTargets, trainEmbedding } from '../../src/cli/training/embedding.ts';
import { functionSkills, functionSkillsSource } from '../../src/cli/training/functionSkills.ts';
import { packModel } from '../../src/cli/training/pack.ts';
import { randomFrom } from '../../src/cli/training/random.ts';
import { skillGroupOf } from '../../src/cli/training/skillWords.ts';
import { trainUnitGroups } from '../../src/cli/training/unitGroups.ts';
import { withUnitGroups } from '../../src/cli/training/withUnitGroups.ts';
import { readRising, writeRising } from '../../src/core/classify/bytes.ts';
import { companyHash } from '../../src/core/classify/companyHash.ts';
import { titleKey, titleWords } from '../../src/core/classify/features.ts';
import { createJudge } from '../../src/core/classify/judge.ts';
import { loadModel } from '../../src/core/classify/model.ts';
import { ISCO_UNIT_GROUPS } from '../../src/core/taxonomy/index.ts';

const OPTIONS = {
  seed: 1,
  size: 16,
  features: 3000,
  epochs: 60,
  settlingEpochs: 4,
  batch: 6,
  temperature: 0.1,
  learningRate: 0.1,
  dropout: 0.1,
  log: () => {},
};

function concept(isco4: string, ...titles: string[]): Concept {
  return {
    uri: `concept:${isco4}`,
    source: 'esco',
    isco4,
    titles: titles.map((text, at) => {
      const words = titleWords(text);
      return { text, lang: 'en', words, key: titleKey(words), preferred: at === 0 };
    }),
    descriptions: [],
    essential: [],
    optional: [],
  };
}

const corpus: Corpus = {
  concepts: [
    concept('2512', 'software developer', 'software engineer', 'developer of applications'),
    concept('2221', 'hospital nurse', 'registered nurse', 'nurse'),
    concept('5120', 'cook', 'restaurant cook', 'kitchen cook'),
  ],
  byUri: new Map(),
  skills: [],
  links: [],
};
const GROUP_OPTIONS = {
  seed: 1,
  size: 8,
  taught: 2000,
  epochs: 60,
  settlingEpochs: 20,
  batch: 4,
  learningRate: 0.3,
  dropout: 0.1,
  log: () => {},
};
const train = () => {
  const embedding = trainEmbedding(corpus, OPTIONS);
  const groups = trainUnitGroups(corpus, embedding.hashes, GROUP_OPTIONS);
  return packModel(corpus, embedding, groups, [{ hash: companyHash('acme'), nace2: '62' }], {
    temperature: 0.1,
    groupShare: 0.5,
    confidence: [0, 1, 0, 0],
  });
};

it('learns titles, writes them to a file, and reads them back', () => {
  const model = loadModel(train());
  const judge = createJudge(model);
  expect(judge(titleWords('developers of software'))?.groups[0]?.isco4).toBe('2512');
  expect(judge(titleWords('nurses'))?.groups[0]?.isco4).toBe('2221');
  expect(model.lookUp(titleWords('Restaurant Cooks'))).toEqual([2]);
  expect(model.lookUp(titleWords('restaurant owner'))).toEqual([]);
  expect(model.company(companyHash('acme'))).toBe('62');
  expect(model.company(companyHash('other'))).toBeNull();
});

it('tells unit groups apart by the features of a title, in rising order of their codes', () => {
  const model = loadModel(train());
  expect(model.unitGroups).toEqual(['2221', '2512', '5120']);
  for (const [title, place] of [
    ['registered nurses', 0],
    ['software developers', 1],
    ['cook of a restaurant', 2],
  ] as const) {
    const scores = [...model.scoreGroups(model.embed(titleWords(title))?.groupVector as Float32Array)];
    expect(scores.indexOf(Math.max(...scores))).toBe(place);
  }
});

it('learns the unit groups anew for a model that is there, with fewer features', () => {
  const { hashes } = trainEmbedding(corpus, OPTIONS);
  const file = train();
  const fewer = hashes.subarray(0, hashes.length - 40);
  const groups = trainUnitGroups(corpus, fewer, { ...GROUP_OPTIONS, taught: 100 });
  const model = loadModel(withUnitGroups(file, fewer, groups));
  expect(loadModel(file).facts.features - model.facts.features).toBe(40);
  expect(createJudge(model)(titleWords('kitchen cooks'))?.groups[0]?.isco4).toBe('5120');
  expect(model.lookUp(titleWords('Restaurant Cooks'))).toEqual([2]);
});

it('spreads the whole weight of a view, whatever its concept lacks', () => {
  const groupUri = 'http://data.europa.eu/esco/isco/C2512';
  const [developer, nurse] = corpus.concepts as [Concept, Concept];
  const group = { ...concept('2512', 'software developers'), uri: groupUri, source: 'isco' as const };
  const skilled = { ...developer, essential: [0] };
  const alike = { ...nurse, essential: [0] };
  const targets = softTargets({
    concepts: [skilled, alike, group, { ...concept('5120', 'cook'), essential: [1] }],
    byUri: new Map([[groupUri, 2]]),
    skills: ['be kind', 'cook'],
    links: [{ onet: 3, esco: 0, weight: 0.7 }],
  });
  for (const list of targets) expect(list.reduce((sum, [, weight]) => sum + weight, 0)).toBeCloseTo(1, 9);
  expect(new Map(targets[0]).get(2)).toBeGreaterThan(0);
  expect(new Map(targets[0]).get(3)).toBeGreaterThan(0);
  expect(targets[2]).toEqual([[2, 1]]);
});

it('codes vectors so that they point nearly where they did, with about their length', () => {
  const random = randomFrom(5);
  const size = 16;
  const rows = Float32Array.from({ length: 2000 * size }, () => random() - 0.5);
  rows.fill(0, 0, size);
  const coded = { codes: new Uint8Array(2000 * 2), scales: new Uint8Array(2000) };
  const read = new Float32Array(rows.length);
  const code = createCoder(learnCodebooks(rows, size, random), size);
  for (let row = 0; row < 2000; row++) code(rows, row, coded, read);
  const cosines = Array.from({ length: 1999 }, (_, at) => {
    const from = (at + 1) * size;
    const [own, back] = [rows.subarray(from, from + size), read.subarray(from, from + size)];
    expect(Math.hypot(...back) / Math.hypot(...own)).toBeGreaterThan(0.6);
    return (
      own.reduce((sum, value, d) => sum + value * (back[d] as number), 0) /
      Math.hypot(...own) /
      Math.hypot(...back)
    );
  });
  expect(cosines.reduce((sum, value) => sum + value, 0) / cosines.length).toBeGreaterThan(0.85);
  expect(Math.hypot(...read.subarray(0, size))).toBeLessThan(0.01);
});

it('gives the same bytes for the same data and seed', () => {
  expect(train()).toEqual(train());
});

it.each([
  ['weld with care', 'welding'],
  ['develop marketing strategies', 'marketing'],
  ['develop strategies', 'strategy'],
  ['comply with quality standards related to healthcare practice', 'patientCare'],
  ['train horses', 'livestock'],
  ['work on trains', 'railways'],
  ['R', 'programming'],
  ['use different communication channels', null],
  ['perform project management', null],
  ['', null],
])('puts the skill "%s" into the group %s', (label, group) => {
  expect(skillGroupOf(label)).toBe(group);
});

it('weighs what one of several occupations asks for less than what all do', () => {
  const skills = ['nursing', 'sew garments', 'teach students'];
  const asking = (isco4: string, ...essential: number[]): Concept => ({
    ...concept(isco4, isco4),
    essential,
  });
  const of = (...concepts: Concept[]) => {
    const [first = new Map()] = functionSkills({ ...corpus, concepts, skills }).slice(
      ISCO_UNIT_GROUPS.indexOf('2221'),
    );
    return first;
  };
  const others = [asking('7531', 1), asking('2330', 2)];
  const both = of(asking('2221', 0), asking('2221', 0), ...others);
  const mixed = of(asking('2221', 0), asking('2221', 1), ...others);
  expect([...both.keys()]).toEqual(['patientCare']);
  expect(mixed.get('patientCare')).toBeLessThan(both.get('patientCare'));
  expect(functionSkillsSource([both])).toBe(functionSkillsSource([new Map(both)]));
});

it('takes the minor group where ESCO has no occupation of a unit group', () => {
  const skills = ['nursing'];
  const concepts = [
    { ...concept('3222', 'x'), essential: [0] },
    { ...concept('7531', 'y'), essential: [] },
  ];
  const found = functionSkills({ ...corpus, concepts, skills });
  expect(found[ISCO_UNIT_GROUPS.indexOf('3221')]).toEqual(found[ISCO_UNIT_GROUPS.indexOf('3222')]);
});

it('writes rising numbers of any size, and refuses falling ones', () => {
  const numbers = [0, 0, 1, 127, 128, 4_294_967_295];
  expect([...readRising(writeRising(numbers), numbers.length)]).toEqual(numbers);
  expect(() => writeRising([2, 1])).toThrow(RangeError);
  expect(() => readRising(new Uint8Array([0x80]), 1)).toThrow(RangeError);
});

it('reads quoted cells, doubled quotes and line breaks inside quotes', () => {
  expect(parseDelimited('a,"b ""c"", d","e\nf"\r\n1,,3\n')).toEqual([
    ['a', 'b "c", d', 'e\nf'],
    ['1', '', '3'],
  ]);
});

it('counts equal distances as half', () => {
  expect(auc([1, 2], [3, 4])).toBe(1);
  expect(auc([1], [1])).toBe(0.5);
  expect(auc([5], [1, 9])).toBe(0.5);
});

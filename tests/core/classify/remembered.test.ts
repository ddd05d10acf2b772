import { expect, it } from 'vitest';
import { createClassifier } from '../../../src/core/classify/index.ts';
import { remembered } from '../../../src/core/classify/remembered.ts';

function counted(most: number) {
  const asked: string[] = [];
  const judge = remembered(
    (word: string) => {
      asked.push(word);
      if (word === 'fails') throw new Error('no');
      return word === '' ? null : word.toUpperCase();
    },
    (word) => word,
    most,
  );
  return { asked, judge };
}

it('judges what is equal once, also what comes to nothing', () => {
  const { asked, judge } = counted(4);
  expect(['a', 'b', 'a', '', '', 'b'].map((word) => judge(word))).toEqual(['A', 'B', 'A', null, null, 'B']);
  expect(asked).toEqual(['a', 'b', '']);
});

it('keeps a bounded number, and of those what is asked for again', () => {
  const { asked, judge } = counted(4);
  for (let i = 0; i < 100; i++) {
    judge('often');
    judge(`once ${i}`);
  }
  expect(asked.filter((word) => word === 'often')).toHaveLength(1);
  asked.length = 0;
  judge('once 0');
  expect(asked).toEqual(['once 0']);
});

it('does not remember a failure', () => {
  const { asked, judge } = counted(4);
  expect(() => judge('fails')).toThrow();
  expect(() => judge('fails')).toThrow();
  expect(asked).toHaveLength(2);
});

it.each([
  [
    { title: 'Head of Data', company: 'Klinikum Musterstadt' },
    { title: 'Head of Data', company: 'Sparkasse' },
  ],
  [
    { title: 'Partner', company: 'A' },
    { headline: 'Partner', company: 'A' },
  ],
  [{ title: 'Nurse' }, { title: 'Nurse', industryLabel: 'Banking' }],
  [{ company: 'Nurse' }, { title: 'Nurse' }],
  [{ headline: 'Nurse' }, { headline: 'Nurse', about: 'Software, software and software.' }],
])('gives nobody the judgement of another: %j', (one, other) => {
  const alone = createClassifier().classify(other);
  const classifier = createClassifier();
  classifier.classify(one);
  expect(classifier.classify(other)).toEqual(alone);
  expect(classifier.classify(other)).toEqual(alone);
});

it('a correction of one person is not another’s', () => {
  const classifier = createClassifier();
  const profile = { positions: [{ title: 'Nurse', end: null }], skills: [] };
  const plain = createClassifier().career(profile).current;
  classifier.career(profile, { isco4: '2512', nace2: '62', seniority: 'lead' });
  expect(classifier.career(profile).current).toEqual(plain);
});

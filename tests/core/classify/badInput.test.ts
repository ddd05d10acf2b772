import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, loadModel, ModelDamagedError } from '../../../src/core/classify/index.ts';
import { Classification } from '../../../src/core/model/index.ts';
import { expectSteady } from '../../cost.ts';

const file = readFileSync('public/titles.bin');
const learned = createClassifier({ model: loadModel(file) });
const lexical = createClassifier({ model: null });

/** What may be said of a text that says nothing: nothing, or something in doubt. */
const DOUBT = 0.5;

const MEANINGLESS = {
  empty: '',
  blanks: ' \t\n ',
  'signs alone': '|||---···///;;;,,,',
  'emoji alone': '🚀✨👩‍💻🏳️‍🌈',
  '10 000 letters': 'x'.repeat(10_000),
  '10 000 words': 'lorem ipsum '.repeat(1000),
  '10 000 emoji': '🚀'.repeat(5_000),
  digits: '12345 67890',
  'an address': 'https://example.org/in/somebody?x=1',
  'control characters': '\u0000\u0007\u001b[31m',
  'marks that turn the direction': '\u202e\u200f\u200b',
  'half a surrogate pair': '\ud83d',
  Cyrillic: 'Генеральный директор по продажам',
  Greek: 'Διευθύνων Σύμβουλος',
  Arabic: 'مدير المبيعات',
  Hebrew: 'מנהל מכירות',
  Chinese: '首席执行官 软件工程师',
  Japanese: '代表取締役社長 営業部長',
  Korean: '소프트웨어 엔지니어',
  Thai: 'ผู้จัดการฝ่ายขาย',
  Hindi: 'सॉफ्टवेयर इंजीनियर',
  Georgian: 'გენერალური დირექტორი',
  'invented words': 'Zorblax Quuxicator Flimbert',
  'keys in a row': 'asdf jklö qwer yxcv',
  'a slogan': 'Dreamer. Doer. Disruptor.',
  'a mood': 'Living my best life one day at a time',
  'ein Spruch': 'Wer will, findet Wege',
  'letters with signs': 'Z̷a̸l̵g̶o̷ h̸e̵c̶o̷m̸e̵s̶',
};

describe.each([
  ['with the model', learned],
  ['by the lexicon', lexical],
])('%s', (_, { classify }) => {
  it.each(Object.entries(MEANINGLESS))('%s: nothing or doubt', (_name, text) => {
    for (const input of [
      { title: text },
      { headline: text },
      { company: text },
      { industryLabel: text },
      { about: text },
    ]) {
      const found = classify(input);
      expect(Classification.safeParse(found).success).toBe(true);
      expect(found.function?.confidence ?? 0, JSON.stringify(found.function)).toBeLessThanOrEqual(DOUBT);
      expect(found.industry?.confidence ?? 0, JSON.stringify(found.industry)).toBeLessThanOrEqual(DOUBT);
    }
    expect(classify({ title: text }).seniority).toBeNull();
  });

  it('reads the Latin words among others', () => {
    expect(classify({ title: 'Software Engineer ソフトウェアエンジニア' }).function?.isco4).toBe('2512');
    expect(classify({ headline: 'Директор | Head of Marketing | 市场部' }).function?.isco4).toBe('1222');
    expect(
      classify({ title: 'Leiterin Finanzen / Head of Finance / Directrice financière' }).function?.isco3,
    ).toBe('121');
  });

  it('takes decorated letters and capitals for what they are', () => {
    expect(classify({ title: 'SENIOR DATA SCIENTIST' })).toMatchObject({ seniority: 'senior' });
    expect(classify({ title: '𝗦𝗼𝗳𝘁𝘄𝗮𝗿𝗲 𝗘𝗻𝗴𝗶𝗻𝗲𝗲𝗿' }).function?.isco4).toBe('2512');
    expect(classify({ title: '★ Steuerberaterin ★' }).function?.isco4).toBe('2411');
  });

  it('stays quick on long input', () => {
    expectSteady((size) => {
      const long = 'Head of Marketing und Vertrieb, '.repeat(size);
      for (let round = 0; round < 20; round++)
        classify({ headline: long, company: long, industryLabel: long, about: long });
    }, 4_000);
  });

  it('never throws on anything, and its answers keep their schema', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            'head',
            'of',
            'leiter',
            'und',
            'chief',
            'officer',
            '|',
            'sales',
            'ex',
            '@',
            'für',
            '株',
          ),
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, text, text, (headline, company, industryLabel) => {
        expect(
          Classification.safeParse(
            classify({ headline, title: company, company, industryLabel, about: headline }),
          ).success,
        ).toBe(true);
      }),
      { seed: 17, numRuns: 300 },
    );
  });
});

describe('a damaged model', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a page of the server', new TextEncoder().encode('<!doctype html><title>404</title>')],
    ['zeros', new Uint8Array(file.length)],
    ['the first half', file.subarray(0, file.length >> 1)],
    ['one byte too many', new Uint8Array([...file.subarray(0, 64), ...file])],
    [
      'one bit altered near the end',
      Uint8Array.from(file, (byte, at) => (at === file.length - 9 ? byte ^ 4 : byte)),
    ],
  ])('%s is refused', (_name, bytes) => {
    expect(() => loadModel(bytes)).toThrow(ModelDamagedError);
  });

  it('leaves a classifier that says so and works by its lexicon', () => {
    expect(lexical.health).toBe('damaged');
    expect(lexical.classify({ title: 'Head of Procurement' })).toMatchObject({
      function: { isco4: '1324' },
      seniority: 'manager',
    });
    expect(lexical.classify({ company: 'Stadtwerke Musterstadt' }).industry?.nace2).toBe('35');
  });
});

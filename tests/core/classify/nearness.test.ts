import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conceptFinderOf } from '../../../src/core/classify/concepts.ts';
import { dot } from '../../../src/core/classify/dots.ts';
import { pairFeature, stem, titleFeatures, wordFeatures } from '../../../src/core/classify/features.ts';
import type { TitleModel } from '../../../src/core/classify/model.ts';
import { createRoughCosines } from '../../../src/core/classify/roughCosines.ts';

const SIZE = 16;

/** As many unit vectors of `size` numbers, in a row. */
const unitRows = (size: number, least: number, most: number) =>
  fc
    .array(
      fc
        .array(fc.integer({ min: -100, max: 100 }), { minLength: size, maxLength: size })
        .filter((row) => row.some((value) => value !== 0)),
      { minLength: least, maxLength: most },
    )
    .map((rows) => {
      const vectors = new Float32Array(rows.flat());
      for (let at = 0; at < vectors.length; at += size) {
        const length = Math.hypot(...vectors.subarray(at, at + size));
        for (let d = at; d < at + size; d++) vectors[d] = (vectors[d] as number) / length;
      }
      return vectors;
    });

it('rough cosines are never further from the true ones than is told, and told to two digits', () => {
  const size = fc.constantFrom(4, 16, 64);
  fc.assert(
    fc.property(
      size.chain((numbers) => fc.tuple(unitRows(numbers, 1, 30), unitRows(numbers, 1, 1))),
      ([rows, vector]) => {
        const rough = createRoughCosines(rows, vector.length);
        const error = rough(vector);
        expect(error).toBeLessThan(0.03);
        expect(rough.into.length).toBe(rows.length / vector.length);
        rough.into.forEach((cosine, row) => {
          const exact = dot(vector, 0, rows, row * vector.length, vector.length);
          expect(Math.abs(cosine - exact)).toBeLessThanOrEqual(error + 1e-6);
        });
      },
    ),
  );
});

it('vectors that may run over into their neighbours are refused', () => {
  expect(() => createRoughCosines(new Float32Array(68), 68)).toThrow(RangeError);
});

it('the groups nearest to a title are those that comparing all of them finds', () => {
  fc.assert(
    fc.property(
      unitRows(SIZE, 12, 60),
      unitRows(SIZE, 1, 1),
      fc.integer({ min: 1, max: 10 }),
      (vectors, vector, most) => {
        const concepts = vectors.length / SIZE;
        const isco4 = Array.from({ length: concepts }, (_, c) => String(1000 + c));
        const model = {
          facts: { size: SIZE },
          conceptVectors: vectors,
          isco4,
          unitGroups: isco4,
        } as unknown as TitleModel;
        const { concepts: found, cosines, groups, nearest } = conceptFinderOf(model).nearest(vector, most);
        const all = Array.from({ length: concepts }, (_, c) => dot(vector, 0, vectors, c * SIZE, SIZE));
        const nth = all.toSorted((a, b) => b - a)[Math.min(most, concepts) - 1] as number;
        // Groups that share a band of 1/512 with the last one may stand for each other.
        for (const c of found) expect(all[c]).toBeGreaterThan(nth - 1 / 512 - 1e-6);
        for (let c = 0; c < concepts; c++)
          if ((all[c] as number) > nth + 1 / 512 + 1e-6) expect([...found]).toContain(c);
        expect(found.length).toBeGreaterThanOrEqual(Math.min(most, concepts));
        found.forEach((c, at) => {
          expect(cosines[at]).toBeCloseTo(all[c] as number, 5);
        });
        expect(nearest).toBeCloseTo(Math.max(...all), 5);
        expect(groups.map(({ isco4: code }) => code)).toEqual([...found].map((c) => isco4[c]));
        expect(groups.at(-1)?.end).toBe(found.length);
      },
    ),
  );
});

it('the occupations of groups are those that belong to them, group by group', () => {
  const isco4 = ['2222', '1111', '', '2222', '3333'];
  const conceptVectors = new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0.6, 0.8, 0, 0]);
  const model = {
    facts: { size: 4 },
    conceptVectors,
    isco4,
    unitGroups: ['1111', '2222', '3333'],
  } as unknown as TitleModel;
  const found = conceptFinderOf(model).ofGroups(new Float32Array([1, 0, 0, 0]), [1, 2]);
  expect([...found.concepts]).toEqual([0, 3, 4]);
  expect(found.cosines[2]).toBeCloseTo(0.6);
  expect(found.groups).toEqual([
    { isco4: '2222', end: 2 },
    { isco4: '3333', end: 3 },
  ]);
  expect(found.nearest).toBe(1);
});

it('one model has one finder of concepts', () => {
  const of = () =>
    ({
      facts: { size: 4 },
      conceptVectors: new Float32Array([1, 0, 0, 0]),
      isco4: ['1111'],
      unitGroups: ['1111'],
    }) as unknown as TitleModel;
  const model = of();
  expect(conceptFinderOf(model)).toBe(conceptFinderOf(model));
  expect(conceptFinderOf(of())).not.toBe(conceptFinderOf(model));
});

it('the features of a title are those of its words and of its neighbours, whatever they are', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aeinorstßé9+'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const whole: number[] = [];
      titleFeatures(words, (hash) => whole.push(hash));
      const parts: number[] = [];
      for (const [at, own] of words.entries()) {
        wordFeatures(own, (hash) => parts.push(hash));
        if (at > 0) parts.push(pairFeature(stem(words[at - 1] as string), stem(own)));
      }
      expect(parts.toSorted((a, b) => a - b)).toEqual(whole.toSorted((a, b) => a - b));
    }),
  );
});

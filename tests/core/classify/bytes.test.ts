import { crc32 as crc32OfNode } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, readPacked, readRising, writePacked, writeRising } from '../../../src/core/classify/bytes.ts';

it('the checksum is the one that everybody else reckons, of any length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(crc32(bytes)).toBe(crc32OfNode(bytes));
    }),
  );
});

const rising = fc
  .array(fc.oneof(fc.nat(3), fc.nat(70), fc.nat(2 ** 20), fc.nat(2 ** 31 - 1)), { maxLength: 60 })
  .map((numbers) => numbers.toSorted((a, b) => a - b));

it('rising numbers are read as they were written, however far apart they are', () => {
  fc.assert(
    fc.property(rising, (numbers) => {
      expect([...readRising(writeRising(numbers), numbers.length)]).toEqual(numbers);
    }),
  );
  const wide = [0, 2 ** 32 - 1];
  expect([...readRising(writeRising(wide), 2)]).toEqual(wide);
});

it('numbers that are cut off are refused, wherever the cut is', () => {
  fc.assert(
    fc.property(
      rising.filter((numbers) => numbers.length > 0),
      fc.nat(),
      (numbers, at) => {
        const bytes = writeRising(numbers);
        const cut = bytes.subarray(0, at % bytes.length);
        expect(() => readRising(cut, numbers.length + (cut.length === 0 ? 1 : 0))).toThrow(RangeError);
      },
    ),
  );
});

it('numbers of so many bits are read as they were written; fewer of them, and larger ones, are refused', () => {
  const packed = fc
    .integer({ min: 1, max: 16 })
    .chain((bits) => fc.tuple(fc.constant(bits), fc.array(fc.nat(2 ** bits - 1), { maxLength: 40 })));
  fc.assert(
    fc.property(packed, ([bits, numbers]) => {
      const bytes = writePacked(numbers, bits);
      expect(bytes.length).toBe(Math.ceil((numbers.length * bits) / 8));
      expect([...readPacked(bytes, numbers.length, bits)]).toEqual(numbers);
      expect(() => readPacked(bytes, numbers.length + 8, bits)).toThrow(RangeError);
      expect(() => writePacked([...numbers, 2 ** bits], bits)).toThrow(RangeError);
    }),
  );
});

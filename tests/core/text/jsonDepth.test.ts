import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEEPEST_JSON, isTooDeep } from '../../../src/core/text/jsonDepth.ts';

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

it.each([
  ['', false],
  [nested(DEEPEST_JSON), false],
  [nested(DEEPEST_JSON + 1), true],
  [nested(DEEPEST_JSON, '{"a":', '}'), false],
  [`{"a":${nested(DEEPEST_JSON)}}`, true],
  ['[],'.repeat(5_000), false],
  [JSON.stringify(['['.repeat(5_000), '\\"['.repeat(5_000), '\\']), false],
  [`["\\\\",${nested(DEEPEST_JSON)}]`, true],
  [`["\\"",${nested(DEEPEST_JSON - 1)}]`, false],
  [`"${'['.repeat(5_000)}`, false],
])('counts what is open at once: case %#', (text, tooDeep) => expect(isTooDeep(text)).toBe(tooDeep));

it('finds no JSON of usual values too deep, however it is written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(4), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(isTooDeep(text)).toBe(false);
      expect(isTooDeep('['.repeat(DEEPEST_JSON + 1) + text)).toBe(true);
      // All strings are closed where they end: what follows is counted.
      expect(isTooDeep(`[${text},${nested(DEEPEST_JSON)}]`)).toBe(true);
    }),
  );
});

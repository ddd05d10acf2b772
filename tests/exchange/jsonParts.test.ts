import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonParts, parsed } from '../../src/exchange/jsonParts.ts';

function read(text: string, step: number, most = 10_000): [string, string, unknown][] {
  const parts = new JsonParts(most);
  const found: [string, string, unknown][] = [];
  for (let at = 0; at < text.length; at += step)
    for (const { member, kind, json } of parts.push(text.slice(at, at + step)))
      found.push([member, kind, kind === 'list' ? null : parsed(json)]);
  parts.end();
  return found;
}

/** The object that the parts make again. */
function whole(text: string, step: number): Record<string, unknown> {
  const made: Record<string, unknown> = Object.create(null);
  for (const [member, kind, value] of read(text, step)) {
    if (kind === 'item') (made[member] as unknown[]).push(value);
    else made[member] = kind === 'list' ? [] : value;
  }
  return made;
}

const named = fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), fc.jsonValue());

it('whatever the object, the spaces in it and the pieces in which it comes, the parts are those of JSON.parse', () => {
  fc.assert(
    fc.property(named, fc.constantFrom(undefined, 1, '\t', '\r\n '), fc.nat(60), (value, space, step) => {
      const text = JSON.stringify(value, null, space);
      expect(whole(text, step + 1)).toEqual(Object.assign(Object.create(null), JSON.parse(text)));
    }),
    { seed: 3, numRuns: 300 },
  );
});

it('strings full of brackets, quotation marks and backslashes end where they end, wherever a piece does', () => {
  const text = JSON.stringify({ a: ['\\', '\\"', 'x\\\\"y', { 'k"]': '}\\' }], b: '\\\\', c: 3 });
  for (let step = 1; step < 12; step++)
    expect(whole(text, step)).toEqual(Object.assign(Object.create(null), JSON.parse(text)));
});

describe('is refused as damaged', () => {
  it.each([
    '',
    '7',
    '[1]',
    '{"a":1,}',
    '{"a":[1,]}',
    '{"a":[,1]}',
    '{"a":[1 2]}',
    '{"a"1}',
    '{"a":}',
    '{a:1}',
    '{"":1}',
    '{"a":1}x',
    '{"a":1}{"b":2}',
    '{"a":1',
    '{"a":[1',
    '{"a":"x',
    '{"a":tru}',
    '{"a":01}',
    '{"a":"\u0001"}',
    `{"${'n'.repeat(300)}":1}`,
    `{"a":${'['.repeat(600)}${']'.repeat(600)}}`,
    `{"a":[{"b":"${'x'.repeat(10_000)}"}]}`,
  ])('%j', (text) => {
    for (const step of [1, 7, 10_000]) expect(() => read(text, step)).toThrowError(/damagedJson/);
  });
});

it('takes no longer a character for ten times the text, whatever stands in it', () => {
  const time = (text: string) => {
    const start = performance.now();
    read(text, 64 * 1024, 1e9);
    return performance.now() - start;
  };
  const texts = [
    (n: number) => `{"a":["${'\\\\'.repeat(n)}"]}`,
    (n: number) => `{"a":["${'\\"'.repeat(n)}"]}`,
    (n: number) => `{"a":[${'[],'.repeat(n)}1]}`,
    (n: number) => `{"a":${' '.repeat(n)}1}`,
  ];
  for (const text of texts) {
    time(text(20_000));
    const [few, many] = [time(text(20_000)), time(text(200_000))];
    expect(many).toBeLessThan(60 * Math.max(few, 2));
  }
});

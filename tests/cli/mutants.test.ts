import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { mutantsOf, mutate, withProbes } from '../../src/cli/mutation/mutants.ts';
import { faultsOf, ROOMS, type Room, tell } from '../../src/cli/mutation/rooms.ts';

const faultsIn = (source: string) => mutantsOf(source).map((mutant) => mutate(source, mutant));

describe('small faults', () => {
  it.each([
    ['a condition', 'if (a) b = 1;', ['if (true) b = 1;', 'if (false) b = 1;']],
    ['a comparison', 'x = a < b;', ['x = a <= b;', 'x = a >= b;']],
    [
      'a comparison of something in parentheses',
      'x = (a ?? 0) > 1;',
      expect.arrayContaining(['x = (a ?? 0) >= 1;']),
    ],
    ['what two must say', 'x = a && b;', ['x = ((a ) || ( b));']],
    ['a default', 'x = a ?? b;', ['x = ((a ) && ( b));']],
    ['a sum', 'x = a + b;', ['x = a - b;']],
    ['a step', 'a++;', ['a--;']],
    ['a denial', 'x = !(a);', ['x = (a);']],
    ['a word', "f = g('a');", ["f = g('');"]],
    ['a list', 'x = [a];', ['x = [];']],
    ['a record', "x = { 'a': 1 };", ['x = {};']],
    ['an answer', 'x = (a) => (a);', ['x = (a) => undefined;']],
    ['a call that stands alone', 'await put(a);', ['void 0;']],
    ['a method whose twin exists', 'x = a.some(b);', ['x = a.every(b);']],
    ['a method that leaves out', 'x = (a ?? b).filter(c);', expect.arrayContaining(['x = (a ?? b);'])],
    ['what may be missing', 'x = a?.b;', ['x = a.b;']],
    ['a type', "type A = 'a' | 'b'; let x: A;", []],
    ['the name of a module', "import { a } from 'b'; export { c } from 'd';", []],
    ['the words of an error', "throw new RefusedError('a', b);", []],
  ])('stand at %s', (_, source, expected) => {
    expect(faultsIn(source)).toEqual(expected);
  });

  it('know the function around them, which a test must reach', () => {
    const source = 'const a = true; function f() { return () => !b; }';
    expect(mutantsOf(source).map(({ kind, reachedFrom }) => [kind, source.slice(reachedFrom)[0]])).toEqual([
      ['constant', 'c'],
      ['block', 'f'],
      ['block', '('],
      ['negation', '('],
    ]);
  });

  it.each(Object.keys(ROOMS) as Room[])('leave every source of %s one that can be read', (room) => {
    const unreadable = faultsOf(room)
      .filter((_, at) => at % 20 === 0)
      .filter(({ source, mutant }) => !canBeRead(mutate(source, mutant)));
    expect(unreadable.map(tell)).toEqual([]);
  });
});

describe('probes', () => {
  it('tell which functions ran, and change no answer', () => {
    const source = 'const twice = (a) => ({ a: a * 2 });\nfunction unused() { return 1; }\nanswer(twice(4));';
    const reached: number[] = [];
    let answer: unknown;
    const run = new Function(
      'reach',
      'answer',
      withProbes(source, (start) => `reach(${start})`),
    );
    run(
      (start: number) => reached.push(start),
      (value: unknown) => {
        answer = value;
      },
    );
    expect(answer).toEqual({ a: 8 });
    expect(reached).toEqual([source.indexOf('(a)'), 0]);
  });
});

function canBeRead(source: string): boolean {
  try {
    parseAst(source, { lang: 'ts' });
    return true;
  } catch {
    return false;
  }
}

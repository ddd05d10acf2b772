import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { Compiler } from '../../src/cli/mutation/compiler.ts';
import { EQUIVALENTS, isEquivalent } from '../../src/cli/mutation/equivalents.ts';
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

it('the compiler says which faults can be shipped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-compiler-'));
  const file = join(folder, 'a.ts');
  const source = `export const word: 'a' | 'b' = 'a';
export const long = (text: string): boolean => text.length > 3;
export function first(list: string[]): string { const [one] = list; return one ?? ''; }`;
  const config = {
    compilerOptions: { strict: true, noUncheckedIndexedAccess: true, target: 'ES2024' },
    include: ['*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  writeFileSync(file, source);
  const compiler = new Compiler(folder);
  const taken = mutantsOf(source)
    .map((mutant) => ({ file, source, mutant }))
    .filter((fault) => compiler.takes(fault))
    .map(({ mutant }) => `${source.slice(mutant.start, mutant.end)} -> ${mutant.replacement}`);
  compiler.close();
  rmSync(folder, { recursive: true });
  expect(taken).toEqual([
    'text.length > 3 -> text.length >= 3',
    'text.length > 3 -> text.length <= 3',
    "'' -> 'a fault'",
  ]);
});

describe('faults that change nothing', () => {
  const all = (Object.keys(ROOMS) as Room[]).flatMap(faultsOf);

  it('stand in the sources as they are written down, each with its reason', () => {
    const standing = all.filter(isEquivalent);
    expect(standing.length).toBeGreaterThanOrEqual(EQUIVALENTS.length);
    for (const { file, line, change, why } of EQUIVALENTS) {
      expect(
        standing.some((fault) => fault.file.endsWith(file) && tell(fault).endsWith(change)),
        `${file}: ${line}`,
      ).toBe(true);
      expect(why.length, `${file}: ${line}`).toBeGreaterThan(20);
    }
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

import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attacksOn } from './attacks.ts';
import { growthOf, textOf } from './growth.ts';
import { literalsOf } from './literals.ts';
import { readPattern } from './pattern.ts';
import { createMatcher } from './steps.ts';

/*
 * No text of any length may hold the product over an expression. Each expression of `src` is walked by a matcher of
 * our own that goes back and forth as the browsers' do and counts its steps, over texts made from the expression
 * itself; ten times the text may take about ten times the steps. No clock is looked at, so no machine is too slow.
 */

const SRC = join(import.meta.dirname, '../../src');
const { literals, made } = literalsOf(SRC);

/**
 * Files of which some expressions do grow, as far as the number says, and why that is no harm: what they read is cut
 * first. New ones are not excused.
 */
const EXCUSED: ReadonlyMap<string, readonly [expressions: number, why: string]> = new Map([
  ['capture/sources/sectionEntries.ts', [1, 'what is longer than a line, 300 characters, is not looked at']],
  [
    'core/classify/headlineParts.ts',
    [6, '`partsOf` cuts a headline to 500 characters before anything is split'],
  ],
  ['core/classify/index.ts', [2, 'reads the first 500 characters of a headline, and parts of them']],
  ['core/classify/industry.ts', [1, 'reads the first 200 characters of a label']],
  ['core/classify/title.ts', [1, 'reads parts of `partsOf`, 500 characters at most']],
]);
/** The same of those that are put together. */
const EXCUSED_MADE: ReadonlyMap<string, readonly [expressions: number, why: string]> = new Map([
  ['core/classify/headlineParts.ts', [1, '`partsOf` cuts a headline to 500 characters before it is split']],
  ['core/classify/index.ts', [1, 'reads the first 500 characters of a headline']],
]);

/** Expressions that are made anew for each call, with one that they make; the others are made once, at the start. */
const MADE_FOR_EACH_CALL: Readonly<Record<string, readonly [source: string, flags: string]>> = {
  // The words of what somebody types into a list of options, escaped.
  'ui/parts/matchOptions.ts': ['[^\\p{L}\\p{N}]data\\.ops', 'u'],
  // Its literals stand in the same file, and are measured there; here they only get the flag that finds all.
  'capture/sources/sectionEntries.ts': ['\\s\\(', 'gu'],
};

/** Expressions that are made when somebody first asks: what asks for all of them. */
const ASKS: ReadonlyMap<string, (module: Record<string, (of: readonly string[]) => unknown>) => unknown> =
  new Map([['exchange/import/columns.ts', (module) => module.columnsOf?.(['no column of this name'])]]);

it('finds the expressions at all', () => {
  expect(literals.length).toBeGreaterThan(450);
  expect(new Set(literals.map(({ file }) => file.split('/')[0]))).toContain('ui');
  expect(made.length).toBeGreaterThan(8);
});

describe('no expression takes more than ten times the steps for ten times the text', () => {
  it.each([...new Set(literals.map(({ file }) => file))])('%s', (name) => {
    const grown = literals
      .filter(({ file }) => file === name)
      .flatMap(({ line, source, flags }) => {
        const growth = growthOf(source, flags);
        return growth === null ? [] : [{ line, source, ...growth }];
      });
    const [excused = 0] = EXCUSED.get(name) ?? [];
    // Fewer than are excused is better: then the excuse must go.
    expect(grown.length === excused ? [] : grown).toEqual([]);
    expect(grown).toHaveLength(excused);
  });
});

describe('those that are put together', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([...new Set(made.map(({ file }) => file))])('%s', async (file) => {
    const found: (readonly [string, string])[] = [];
    const forEachCall = MADE_FOR_EACH_CALL[file];
    if (forEachCall !== undefined) found.push(forEachCall);
    else {
      const real = RegExp;
      vi.resetModules();
      vi.stubGlobal(
        'RegExp',
        class extends real {
          constructor(source: string | RegExp, flags?: string) {
            super(source, flags);
            if (typeof source === 'string' && new Error().stack?.includes(file))
              found.push([source, flags ?? '']);
          }
        },
      );
      const module = await import(join(SRC, file));
      ASKS.get(file)?.(module);
      vi.unstubAllGlobals();
    }
    expect(found.length).toBeGreaterThanOrEqual(made.filter((one) => one.file === file).length);
    const grown = found.flatMap(([source, flags]) => growthOf(source, flags) ?? []);
    const [excused = 0] = EXCUSED_MADE.get(file) ?? [];
    expect(grown.length === excused ? [] : grown).toEqual([]);
    expect(grown).toHaveLength(excused);
  });
});

describe('the measure', () => {
  it.each<[string, string, boolean]>([
    ['white space before a sign', '\\s*,\\s*', true],
    ['white space at the end', '\\s+$', true],
    ['a sign that may not come', 'a+b', true],
    ['two loops over the same', '^\\s*\\s*x', true],
    ['a loop in a loop', '^(?:a+)+$', true],
    ['ways that overlap', '^(?:a|ab|b)*c$', true],
    ['an exponent far behind', '^x{1,3}(?:\\w|\\d)*$', true],
    ['the fifth degree', '^.+?\\s+[-–]\\s+(.+?\\s@\\s.+?)\\s+(?:[-–|]\\s+Seat|\\|).*$', true],
    ['a word that leads in again and again', '<a[^]*?>[^]*?</b>', true],
    ['a loop within a look', '(?=\\s+$)', true],
    ['one behind a look back', '(?<=x\\s*)y', true],
    ['white space where only one way leads', '\\s+', false],
    ['a beginning', '^\\s*,', false],
    ['bounds', '\\s{0,200}$', false],
    ['a loop that begins where none can have begun before', '(?<!\\s)\\s+$', false],
    ['what never fails', 'x[^]*$', false],
    ['ways that keep apart', '^(?:a|b)*c$', false],
  ])('takes %s for what it is', (_, source, grows) => {
    expect(growthOf(source, 'u') !== null).toBe(grows);
  });

  it('walks as the engine does: the same match at the same place, on all that it is asked', () => {
    const wrong: unknown[] = [];
    for (const { source, flags } of literals) {
      const pattern = readPattern(source, flags);
      const run = createMatcher(pattern, flags);
      const engine = new RegExp(source, flags.replace(/[gd]/g, ''));
      let left = 25;
      for (const attack of attacksOn(pattern, flags)) {
        if (--left < 0) break;
        const text = textOf(attack, 3);
        const found = engine.exec(text);
        const { match } = run(text, 100_000);
        const letters = match?.map(
          (at) => (/[uv]/.test(flags) ? Array.from(text) : text.split('')).slice(0, at).join('').length,
        );
        const own = letters ?? null;
        const told = found === null ? null : [found.index, found.index + found[0].length];
        if (JSON.stringify(own) !== JSON.stringify(told)) wrong.push({ source, flags, text, own, told });
      }
    }
    expect(wrong).toEqual([]);
  });
});

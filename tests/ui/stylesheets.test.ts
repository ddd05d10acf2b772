import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const ROOMS = 'src/ui/dashboard/rooms';
const sheets = globSync(`${ROOMS}/*/*.css`, { cwd: root }).sort();
const screens = globSync('src/ui/**/*.tsx', { cwd: root });

/** The classes at which the selectors of a stylesheet begin: what they hold for wherever it is loaded. */
function beginnings(css: string): string[] {
  const selectors = [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)]
    .map(([, words = '']) => words.trim())
    .filter((words) => !words.startsWith('@'))
    .flatMap((words) => words.split(/,(?![^(]*\))/));
  return [...new Set(selectors.flatMap((selector) => /\.([\w-]+)/.exec(selector)?.[1] ?? []))];
}

const usesClass = (source: string, name: string) =>
  [...source.matchAll(/class="([^"]*)"/g)].some(([, names = '']) => names.split(/\s+/).includes(name));

/** A stylesheet stays once its room was entered: it must change nothing in the rooms after it. */
describe.each(sheets)('%s', (sheet) => {
  const room = dirname(sheet);
  const elsewhere = screens.filter(
    (path) => path.startsWith('src/ui/parts/') || (path.startsWith(ROOMS) && dirname(path) !== room),
  );

  it('begins no selector with a class that is drawn outside its room', () => {
    const strangers = beginnings(read(sheet)).flatMap((name) =>
      elsewhere.filter((path) => usesClass(read(path), name)).map((path) => `.${name} of ${path}`),
    );
    expect(strangers).toEqual([]);
  });
});

it('finds the classes of a stylesheet', () => {
  expect(beginnings('/* .x {} */ .a > .b, h2 .c:not(.d, .e) {} @media (width < 3px) { .f {} }')).toEqual([
    'a',
    'c',
    'f',
  ]);
});

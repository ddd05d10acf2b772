import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SYNC_ROWS, tableOfRows } from '../../src/cli/drills.ts';

const ROWS = [
  { group: 'drill', drill: 'a', holds: 'x', tests: [/one/, /two/] },
  { group: 'drill', drill: 'bb', holds: 'y', tests: [/three/], inBrowser: true as const },
];

it.each([
  ['all of them passed', ['one passed', 'two passed'], 'held   drill     | a | x (2)'],
  ['one of them failed', ['one passed', 'two failed'], 'FAILED drill     | a | x (2)'],
  ['one was not tried', ['one passed'], 'FAILED drill     | a | x (1)'],
  ['nothing was tried', [], 'FAILED drill     | a | x (0)'],
])('a row is held when %s, and not otherwise', (_, said, line) => {
  const tried = said.map((text) => {
    const [fullName = '', status = ''] = text.split(' ');
    return { fullName, status };
  });
  expect(tableOfRows(ROWS, tried, false)).toEqual([line]);
});

it('a row of a browser is left out where there is no build', () => {
  expect(tableOfRows(ROWS, [], true)).toHaveLength(2);
});

it('every row names tests that there are', () => {
  const folders = ['core/sync', 'sync', 'services/sync', 'e2e'].map((name) =>
    join(import.meta.dirname, '..', name),
  );
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:test|e2e)\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const words = texts.join('\n');
  for (const { drill, tests } of SYNC_ROWS)
    for (const { source } of tests) {
      // The longest run of plain words in the expression stands in a test's title.
      const plain = source.split(/\\.|[.*^$()[\]{}|?+"]|\d+/).map((piece) => piece.trim());
      const longest = plain.sort((a, b) => b.length - a.length)[0] ?? '';
      const known = longest.split(' ').filter((word) => word.length > 3);
      expect(known.length, drill).toBeGreaterThan(0);
      for (const word of known) expect(words, `${drill}: ${word}`).toContain(word);
    }
});

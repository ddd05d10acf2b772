import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../src');
const FOLDERS = ['capture', 'core/text', 'core/merge'];

/** A regular expression between slashes, where a value can stand. */
const LITERAL =
  /(?<=[(=,:?&|!\s[>])\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;)\]:])/g;

/** Pieces that, many times over, make a careless expression look back again and again. */
const PIECES =
  ' |a|A|1|-|,|·|(|[|"|.|/|*|@|\n|\t|1.|1,|a |, |a, |. | - | at |and |1 |é|’|…|#|<br|von |ab-|(a|😀'.split(
    '|',
  );
const FRONTS = ['', 'a', '1 at '];
const ENDS = ['', '!', ' '];
/** Characters of one attack, and milliseconds that it may take (linear ones take hundredths of one). */
const LENGTH = 1_000;
const MAX_MS = 20;

const found = FOLDERS.flatMap((folder) => files(join(SOURCES, folder))).flatMap((file) => {
  const code = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return [...code.matchAll(LITERAL)].map(
    ([, source = '', flags = '']) => [file.slice(SOURCES.length + 1), source, flags] as const,
  );
});

it('finds the regular expressions at all', () => {
  expect(found.length).toBeGreaterThan(150);
});

it.each([...new Set(found.map(([file]) => file))])(
  'those of %s take no time that grows out of hand',
  (file) => {
    for (const [, source, flags] of found.filter(([name]) => name === file)) {
      const expression = new RegExp(source, flags.replace(/[gy]/g, ''));
      for (const piece of PIECES) {
        for (const front of FRONTS) {
          for (const end of ENDS) {
            const text = front + piece.repeat(Math.ceil(LENGTH / piece.length)) + end;
            expect([source, piece, duration(expression, text) < MAX_MS]).toEqual([source, piece, true]);
          }
        }
      }
    }
  },
);

/** The best of eight, so that a busy machine is not taken for a slow expression. */
function duration(expression: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 8 && best >= MAX_MS; run++) {
    const start = performance.now();
    expression.test(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

import { type Pattern, partsOf } from './pattern.ts';
import { testOf } from './steps.ts';

/** A text of any length: `front`, then `pump` many times, then `end`. */
export interface Attack {
  front: string;
  pump: string;
  end: string;
}

/** Characters of all kinds that expressions tell apart. */
const POOL = [
  ...Array.from({ length: 127 - 32 }, (_, index) => String.fromCharCode(32 + index)),
  ...'\t\n\r\0\u00a0\u200b\u2028\u2066\u0301éßÉøüſıαЖя中あー가אام٣½·•…–—‘’“”„«»™®🙂🇩',
];
/** An expression with more characters than these is a list of words: what leads into each of them is left out. */
const WIDE = 300;
/** A loop of fewer rounds is no loop. */
const ROUNDS = 20;
/** Nobody's character: no expression names it. */
const NOBODY = '\uFFFD';

interface Loop {
  body: Pattern;
  front: string;
  after: string;
}

/**
 * Texts on which an expression could look back again and again: for each of its loops, what leads into it, what goes
 * round in it (characters of its classes, whole words of its body, what leads into it again), and an end that fails.
 */
export function* attacksOn(pattern: Pattern, flags: string): Generator<Attack> {
  const atoms = [...partsOf(pattern)].filter((part) => part.type === 'one');
  const tests = new Map(atoms.map((atom) => [atom.source, testOf(atom.source, flags)]));
  const own = atoms.flatMap(({ source }) => [
    ...source.replace(/\\u(?:\{([\da-f]+)\}|([\da-f]{4}))/gi, (_, long?: string, short?: string) =>
      String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)),
    ),
  ]);
  const bySignature = new Map<string, string>();
  for (const character of [...POOL, ...own]) {
    const signature = [...tests.values()].map((fits) => (fits(character) ? 1 : 0)).join('');
    if (!bySignature.has(signature)) bySignature.set(signature, character);
  }
  const letters = [...bySignature.values()];

  const wide = atoms.length > WIDE;
  const told = new Set<string>();
  for (const { body, front: way, after } of loopsOf(pattern, '', '')) {
    const front = wide ? '' : way;
    const inside = [...partsOf(body)].filter((part) => part.type === 'one');
    const fits = (letter: string) => inside.some(({ source }) => tests.get(source)?.(letter));
    const going = letters.filter(fits);
    const words = wordsOf(body).filter((word) => word !== '');
    const pumps = new Set([...going, ...words, front, ...words.map((word) => front + word)]);
    for (const word of words.slice(0, 4)) for (const other of words.slice(0, 4)) pumps.add(word + other);
    for (const letter of going.slice(0, 8)) for (const word of words.slice(0, 3)) pumps.add(word + letter);
    pumps.delete('');
    const outside = letters.filter((letter) => !fits(letter)).slice(0, 4);
    const ends = wide ? new Set(['', NOBODY]) : new Set(['', NOBODY, '\n', after + NOBODY, ...outside]);
    for (const pump of wide ? [...going.slice(0, 6), ...words.slice(0, 2)] : pumps)
      for (const begin of new Set(['', front]))
        for (const end of ends) {
          const name = JSON.stringify([begin, pump, end]);
          if (told.has(name)) continue;
          told.add(name);
          yield { front: begin, pump, end };
        }
  }

  function* loopsOf(part: Pattern, front: string, after: string): Generator<Loop> {
    if (part.type === 'choice') for (const one of part.parts) yield* loopsOf(one, front, after);
    else if (part.type === 'sequence')
      for (const [index, one] of part.parts.entries())
        yield* loopsOf(
          one,
          front + part.parts.slice(0, index).map(shortest).join(''),
          part.parts
            .slice(index + 1)
            .map(shortest)
            .join('') + after,
        );
    else if ('of' in part) {
      if (part.type === 'repeat' && part.max >= ROUNDS) yield { body: part.of, front, after };
      yield* loopsOf(part.of, front, after);
    }
  }

  function shortest(part: Pattern): string {
    return wordsOf(part)[0] ?? '';
  }

  /** A few texts that a part takes, the shortest first. */
  function wordsOf(part: Pattern): string[] {
    if (part.type === 'one') return letters.filter((letter) => tests.get(part.source)?.(letter)).slice(0, 2);
    if (part.type === 'choice') return part.parts.flatMap((one) => wordsOf(one).slice(0, 2)).slice(0, 8);
    if (part.type === 'group') return wordsOf(part.of);
    if (part.type === 'repeat') {
      const words = wordsOf(part.of).slice(0, 4);
      const least = (words[0] ?? '').repeat(part.min);
      return [least, ...words.map((word) => least + word)];
    }
    if (part.type !== 'sequence') return [''];
    const each = part.parts.map(wordsOf);
    const plain = each.map((words) => words[0] ?? '');
    // Each part once in each of its ways, the others in their shortest.
    return [
      plain.join(''),
      ...each.flatMap((words, at) => words.slice(1, 4).map((word) => plain.with(at, word).join(''))),
    ].slice(0, 12);
  }
}

import { columnOf } from '../core/model/index.ts';
import { fold } from '../core/text/fold.ts';
import type { SegmentRow } from '../storage/schema.ts';

/** A row by its place. */
export interface Hit {
  row: SegmentRow;
  i: number;
}

interface FoldedSegment {
  /** One line a row, each word after a space. */
  text: string;
  /** Where each row's line begins, and at the end where the last one ends. */
  starts: Int32Array;
  names: string[];
}

/**
 * Search by the beginnings of words over folded text, kept by segment. A plain scan: it needs no index that would
 * have to be built and kept, and answers within a frame for a hundred thousand contacts.
 */
export class RowSearch {
  readonly #folded = new WeakMap<SegmentRow, FoldedSegment>();

  /**
   * Contacts of whom every word begins a word of name, company, title, place, tags or note, accents aside. First
   * those whose name begins with the query, then those whose name holds it.
   */
  hits(segments: Iterable<SegmentRow>, query: string, limit: number): Hit[] {
    const whole = foldWords(query).trim();
    const words = whole.split(' ').filter((word) => word !== '');
    // The longest is the rarest: the others are looked for only in its lines.
    const [first, ...others] = words.map((word) => ` ${word}`).sort((a, b) => b.length - a.length);
    const ranked: [Hit[], Hit[], Hit[]] = [[], [], []];
    if (first === undefined) return [];
    for (const row of segments) {
      const { text, starts, names } = this.#fold(row);
      for (let at = text.indexOf(first); at >= 0; ) {
        const i = lineAt(starts, at);
        const [from, to] = [starts[i] ?? 0, starts[i + 1] ?? text.length];
        const line = others.length === 0 ? '' : text.slice(from, to);
        if (others.every((word) => line.includes(word))) {
          const name = names[i] ?? '';
          const inName = name.includes(first) && others.every((word) => name.includes(word));
          ranked[name.startsWith(` ${whole}`) ? 0 : inName ? 1 : 2].push({ row, i });
        }
        at = text.indexOf(first, to);
      }
      if (ranked[0].length >= limit) break;
    }
    return ranked.flat().slice(0, limit);
  }

  /** Folds what is not folded yet, step by step, so that the first search does not block. */
  *prepare(segments: Iterable<SegmentRow>): Generator<void> {
    for (const row of segments) {
      if (this.#folded.has(row)) continue;
      this.#fold(row);
      yield;
    }
  }

  #fold(row: SegmentRow): FoldedSegment {
    const known = this.#folded.get(row);
    if (known !== undefined) return known;
    const folded = foldSegment(row);
    this.#folded.set(row, folded);
    return folded;
  }
}

function foldSegment({ rows }: SegmentRow): FoldedSegment {
  const columns = (['name', 'company', 'title', 'place', 'tags', 'note'] as const).map((name) =>
    columnOf(rows, name),
  );
  const starts = new Int32Array(rows.count + 1);
  const names: string[] = [];
  let text = '';
  for (let i = 0; i < rows.count; i++) {
    const parts = columns.map((column) => column[i] ?? '');
    names.push(` ${foldWords(parts[0] ?? '')}`);
    text += ` ${foldWords(parts.join(' '))} `;
    starts[i + 1] = text.length;
  }
  return { text, starts, names };
}

/** Folded, with every mark between words as a space, so that `Müller-Lüdenscheidt` is found by its second part. */
function foldWords(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}+#]+/gu, ' ');
}

/** The line in which a position of the text lies. */
function lineAt(starts: Int32Array, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

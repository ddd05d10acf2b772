import { columnOf } from '../core/model/index.ts';
import { PackedSearch, searchWords } from '../core/text/packedSearch.ts';
import type { SegmentRow } from '../storage/schema.ts';

/** A row by its place. */
export interface Hit {
  row: SegmentRow;
  i: number;
}

interface FoldedSegment {
  texts: PackedSearch;
  names: string[];
}

/** Search over all rows by the beginnings of words; folded texts are kept by segment, until it is rewritten. */
export class RowSearch {
  readonly #folded = new WeakMap<SegmentRow, FoldedSegment>();

  /**
   * Contacts of whom every word begins a word of name, company, title, place, tags or note, accents aside. First
   * those whose name begins with the query, then those whose name holds it.
   */
  hits(segments: Iterable<SegmentRow>, query: string, limit: number): Hit[] {
    const whole = searchWords(query);
    const words = whole.split(' ').map((word) => ` ${word}`);
    const ranked: [Hit[], Hit[], Hit[]] = [[], [], []];
    if (whole === '') return [];
    for (const row of segments) {
      const { texts, names } = this.#fold(row);
      const found = texts.find(query) ?? new Uint8Array();
      for (let i = found.indexOf(1); i >= 0; i = found.indexOf(1, i + 1)) {
        const name = ` ${names[i]}`;
        const inName = words.every((word) => name.includes(word));
        ranked[name.startsWith(` ${whole}`) ? 0 : inName ? 1 : 2].push({ row, i });
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
    const columns = (['name', 'company', 'title', 'place', 'tags', 'note'] as const).map((name) =>
      columnOf(row.rows, name),
    );
    const names = columns[0] ?? [];
    const folded: FoldedSegment = { texts: new PackedSearch(), names: names.map(searchWords) };
    folded.texts.add(names.map((_, i) => columns.map((column) => column[i] ?? '').join(' ')));
    this.#folded.set(row, folded);
    return folded;
  }
}

import { columnOf } from '../core/model/index.ts';
import { NameSearch } from '../core/taxonomy/nameSearch.ts';
import { PackedSearch, searchWords } from '../core/text/packedSearch.ts';
import type { SegmentRow } from '../storage/schema.ts';

/** A row by its place. */
export interface Hit {
  row: SegmentRow;
  i: number;
}

interface FoldedSegment {
  names: PackedSearch;
  search: NameSearch;
}

/** Search over all rows by words; folded texts are kept by segment, until it is rewritten. */
export class RowSearch {
  readonly #folded = new WeakMap<SegmentRow, FoldedSegment>();

  /**
   * Contacts who have every word of the query in name, company, title, place, tags, e-mails or note, or in what their
   * function or industry is called in either language; accents aside. First those whose name begins with the query,
   * then those whose name has words that begin so, then those who have such words elsewhere; last those who have them
   * within other words.
   */
  hits(segments: Iterable<SegmentRow>, query: string, limit: number): Hit[] {
    const whole = searchWords(query);
    if (whole === '') return [];
    const all = [...segments];
    const named: [Hit[], Hit[]] = [[], []];
    const inNames = new Map<SegmentRow, Uint8Array>();
    for (const row of all) {
      const { names } = this.#fold(row);
      const found = names.find(query) ?? NOBODY;
      inNames.set(row, found);
      for (let i = found.indexOf(1); i >= 0; i = found.indexOf(1, i + 1)) {
        const hits = named[names.textAt(i).startsWith(` ${whole}`) ? 0 : 1];
        if (hits.length < limit) hits.push({ row, i });
      }
      if (named[0].length >= limit) return named[0];
    }
    const best = named.flat().slice(0, limit);
    const elsewhere: [Hit[], Hit[]] = [[], []];
    for (const row of all) {
      if (best.length + elsewhere[0].length >= limit) break;
      const { search } = this.#fold(row);
      // Once there are enough of the last kind, only those before them are looked for, which is quicker.
      const inside = elsewhere[1].length < limit;
      const found = search.find(query, { inside }) ?? NOBODY;
      if (!found.includes(1)) continue;
      const begun = inside ? (search.find(query, { within: found }) ?? NOBODY) : found;
      for (let i = found.indexOf(1); i >= 0; i = found.indexOf(1, i + 1)) {
        if (inNames.get(row)?.[i] === 1) continue;
        const hits = elsewhere[begun[i] === 1 ? 0 : 1];
        if (hits.length < limit) hits.push({ row, i });
      }
    }
    return [...best, ...elsewhere.flat()].slice(0, limit);
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
    const columns = (['name', 'company', 'title', 'place', 'tags', 'emails', 'note'] as const).map((name) =>
      columnOf(row.rows, name),
    );
    const [isco4, nace2] = [columnOf(row.rows, 'isco4'), columnOf(row.rows, 'nace2')];
    const names = columns[0] ?? [];
    const folded: FoldedSegment = { names: new PackedSearch(), search: new NameSearch() };
    folded.names.add(names);
    folded.search.add(
      names.map((_, i) => ({
        text: searchWords(columns.map((column) => column[i] ?? '').join(' ')),
        isco4: isco4[i] ?? null,
        nace2: nace2[i] ?? null,
      })),
    );
    this.#folded.set(row, folded);
    return folded;
  }
}

const NOBODY = new Uint8Array();

import { fold } from './fold.ts';

/** Rows whose text is kept in one string; a larger one would be copied as a whole with each part that arrives. */
const ROWS_PER_PART = 2_000;

interface Part {
  /** ` word word word\n` of each row, one after the other. */
  text: string;
  /** Where each row begins; one more for the end. */
  starts: Uint32Array;
}

/**
 * Searches many short texts by words: folded once and packed into a few long strings, which are then scanned.
 * At 100 000 rows that takes milliseconds and a fraction of the memory of an index.
 */
export class PackedSearch {
  private readonly parts: Part[] = [];
  size = 0;

  /** Adds rows after those that are there; each is the row's text, of any length and script. */
  add(texts: readonly string[]): void {
    this.addFolded(texts.map(searchWords));
  }

  /** The same with texts that have been through `searchWords` already. */
  addFolded(texts: readonly string[]): void {
    for (let from = 0; from < texts.length; from += ROWS_PER_PART) {
      const rows = texts.slice(from, from + ROWS_PER_PART);
      const starts = new Uint32Array(rows.length + 1);
      let text = '';
      rows.forEach((row, at) => {
        text += ` ${row}\n`;
        starts[at + 1] = text.length;
      });
      this.parts.push({ text, starts });
    }
    this.size += texts.length;
  }

  /**
   * Which rows hold, for every word of the query, a word that begins with it: 1 at the index of each such row,
   * 0 at all others. `null` for a query without any word: it asks nothing. With `within`, what a shorter query
   * found, only those rows are looked at.
   */
  find(query: string, within?: Uint8Array): Uint8Array | null {
    const wanted = searchWords(query)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ` ${word}`);
    // The longest word is the rarest, most likely: it decides where to look for the others.
    wanted.sort((a, b) => b.length - a.length);
    const [rarest, ...others] = wanted;
    if (rarest === undefined) return null;
    const found = new Uint8Array(this.size);
    if (within !== undefined) {
      this.narrow(wanted, within, found);
      return found;
    }
    let before = 0;
    for (const { text, starts } of this.parts) {
      let row = 0;
      let at = text.indexOf(rarest);
      while (at !== -1) {
        while ((starts[row + 1] ?? Number.POSITIVE_INFINITY) <= at) row += 1;
        const end = starts[row + 1] ?? text.length;
        if (others.length === 0 || holdsAll(text.slice(starts[row], end), others)) found[before + row] = 1;
        at = text.indexOf(rarest, end);
      }
      before += starts.length - 1;
    }
    return found;
  }

  private narrow(words: readonly string[], within: Uint8Array, found: Uint8Array): void {
    let before = 0;
    for (const { text, starts } of this.parts) {
      const rows = starts.length - 1;
      for (let row = 0; row < rows; row++) {
        if (within[before + row] === 1 && holdsAll(text.slice(starts[row], starts[row + 1]), words))
          found[before + row] = 1;
      }
      before += rows;
    }
  }
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

/** Folded words with one space between them; `c++` and `c#` stay words of their own, all other signs separate. */
export function searchWords(text: string): string {
  const folded = fold(text);
  return (
    isAscii(folded) ? folded.replace(/[^a-z0-9+#]+/g, ' ') : folded.replace(/[^\p{L}\p{N}+#]+/gu, ' ')
  ).trim();
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

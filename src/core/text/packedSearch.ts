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

  /** A row's folded words, with a blank before each. */
  textAt(row: number): string {
    let before = 0;
    for (const { text, starts } of this.parts) {
      const at = row - before;
      if (at < starts.length - 1) return text.slice(starts[at], (starts[at + 1] ?? 0) - 1);
      before += starts.length - 1;
    }
    return '';
  }

  /**
   * Which rows hold, for every word of the query, a word that begins with it: 1 at the index of each such row,
   * 0 at all others. `null` for a query without any word: it asks nothing.
   */
  find(query: string, { within, inside = false, also }: SearchOptions = {}): Uint8Array | null {
    const wanted = queryWords(query).map(
      (word): Wanted => ({ text: inside ? needleOf(word) : ` ${word}`, rows: also?.(word) ?? null }),
    );
    // The longest word is the rarest, most likely: it decides where to look for the others.
    wanted.sort((a, b) => Number(a.rows !== null) - Number(b.rows !== null) || b.text.length - a.text.length);
    const [rarest, ...others] = wanted;
    if (rarest === undefined) return null;
    const found = new Uint8Array(this.size);
    let before = 0;
    for (const part of this.parts) {
      if (within !== undefined) look(part, before, wanted, within, found);
      else {
        scan(part, before, rarest.text, others, found);
        if (rarest.rows !== null) look(part, before, others, rarest.rows, found);
      }
      before += part.starts.length - 1;
    }
    return found;
  }
}

export interface SearchOptions {
  /** What a shorter query found: only those rows are looked at. */
  within?: Uint8Array | undefined;
  /** Words of three letters and more are found within words, too: `klinik` in `Universitätsklinikum`. */
  inside?: boolean;
  /** Rows that hold a word although it stands not in their text: 1 at the index of each; `null`: none does. */
  also?: ((word: string) => Uint8Array | null) | undefined;
}

interface Wanted {
  text: string;
  rows: Uint8Array | null;
}

/** Fewer letters stand within nearly every text. */
const INSIDE = 3;

/** What is looked for when a word may stand within another; scripts without blanks begin nowhere. */
export function needleOf(word: string): string {
  return word.length >= INSIDE || WITHOUT_BLANKS.test(word) ? word : ` ${word}`;
}

/** Is the last word of a query looked for within words? */
export function isFoundInside(query: string): boolean {
  const last = searchWords(query).split(' ').at(-1) ?? '';
  return last !== '' && needleOf(last) === last;
}

const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Marks the rows in which a word stands together with all others. */
function scan(
  { text, starts }: Part,
  before: number,
  word: string,
  others: readonly Wanted[],
  found: Uint8Array,
): void {
  let row = 0;
  let at = text.indexOf(word);
  while (at !== -1) {
    while ((starts[row + 1] ?? Number.POSITIVE_INFINITY) <= at) row += 1;
    const end = starts[row + 1] ?? text.length;
    if (others.length === 0 || holdsAll(text.slice(starts[row], end), before + row, others))
      found[before + row] = 1;
    at = text.indexOf(word, end);
  }
}

/** Marks those of some rows in which all words stand. */
function look(
  { text, starts }: Part,
  before: number,
  words: readonly Wanted[],
  rows: Uint8Array,
  found: Uint8Array,
): void {
  const count = starts.length - 1;
  for (let row = 0; row < count; row++) {
    const at = before + row;
    if (rows[at] === 0 || found[at] === 1) continue;
    if (words.length === 0 || holdsAll(text.slice(starts[row], starts[row + 1]), at, words)) found[at] = 1;
  }
}

function holdsAll(text: string, row: number, words: readonly Wanted[]): boolean {
  for (const { text: word, rows } of words) if (rows?.[row] !== 1 && !text.includes(word)) return false;
  return true;
}

let lastQuery = { query: '', words: [] as readonly string[] };
/** The words of a query; each part of a large network asks for those of the same one. */
function queryWords(query: string): readonly string[] {
  if (lastQuery.query !== query)
    lastQuery = {
      query,
      words: searchWords(query)
        .split(' ')
        .filter((word) => word !== ''),
    };
  return lastQuery.words;
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

import { needleOf, PackedSearch, searchWords } from '../text/packedSearch.ts';
import { functionName } from './functions.ts';
import { industryName } from './industries.ts';

/** What of a person can be searched: a text, and the names of function and industry in both languages. */
export interface Searched {
  /** Through `searchWords` already. */
  text: string;
  isco4: string | null;
  nace2: string | null;
}

/**
 * Searches persons by the words of their text and by what their function and industry are called. The names are looked
 * through once for each code, not once for each person.
 */
export class NameSearch {
  readonly #texts = new PackedSearch();
  /** Places of each row's function and industry among the names. */
  #codes = new Uint16Array(0);

  get size(): number {
    return this.#texts.size;
  }

  add(rows: readonly Searched[]): void {
    const known = this.#codes;
    this.#codes = new Uint16Array(known.length + rows.length * 2);
    this.#codes.set(known);
    for (const [at, { isco4, nace2 }] of rows.entries()) {
      this.#codes[known.length + at * 2] = placeOf('isco4', isco4);
      this.#codes[known.length + at * 2 + 1] = placeOf('nace2', nace2);
    }
    this.#texts.addFolded(rows.map(({ text }) => text));
  }

  /**
   * Which rows hold every word of the query; see `PackedSearch.find`. With `inside` words of three letters and more are
   * found within words and among the names of codes, too.
   */
  find(
    query: string,
    { within, inside = false }: { within?: Uint8Array | undefined; inside?: boolean } = {},
  ) {
    return this.#texts.find(query, {
      within,
      inside,
      also: inside ? (word) => this.#named(word) : undefined,
    });
  }

  #named(word: string): Uint8Array | null {
    const holding = codesHolding(word);
    if (holding === null) return null;
    const rows = new Uint8Array(this.size);
    const codes = this.#codes;
    for (let row = 0; row < rows.length; row++)
      if (holding[codes[row * 2] as number] === 1 || holding[codes[row * 2 + 1] as number] === 1)
        rows[row] = 1;
    return rows;
  }
}

/** The names of all codes that were met, ` folded words` each; the first is that of no code. */
const names: string[] = [''];
const places = { isco4: new Map<string, number>(), nace2: new Map<string, number>() };
/** The last answers: each part of a large network asks for the same. */
const answers = new Map<string, { of: number; holding: Uint8Array | null }>();
const ANSWERS = 16;

function placeOf(kind: 'isco4' | 'nace2', code: string | null): number {
  if (code === null || code === '') return 0;
  let place = places[kind].get(code);
  if (place === undefined) {
    const name = kind === 'isco4' ? functionName : industryName;
    place = names.push(` ${searchWords(`${name(code, 'en')} ${name(code, 'de')}`)}`) - 1;
    places[kind].set(code, place);
  }
  return place;
}

function codesHolding(word: string): Uint8Array | null {
  const known = answers.get(word);
  if (known?.of === names.length) return known.holding;
  const needle = needleOf(word);
  const holding = Uint8Array.from(names, (name) => Number(name.includes(needle)));
  const answer = { of: names.length, holding: holding.includes(1) ? holding : null };
  if (answers.size >= ANSWERS) answers.clear();
  answers.set(word, answer);
  return answer.holding;
}

/** Where a word of a search stands when not in what a list shows anyway. */
export interface Matched {
  field: 'place' | 'tag' | 'email' | 'note' | 'function' | 'industry';
  text: string;
}

/** Words of a note that are shown before and after the one that was found. */
const BEFORE = 3;
const AFTER = 6;

/**
 * What a person was found by, where name, title and company do not say it: the first word of the query that they lack,
 * with the field that has it. `null`: they say it, or nothing here does.
 */
export function whatMatched(
  row: {
    name: string;
    title: string;
    company: string;
    place: string;
    tags: readonly string[];
    emails: string;
    note: string;
    isco4: string | null;
    nace2: string | null;
  },
  query: string,
  language: 'en' | 'de',
): Matched | null {
  const holds = (text: string, needle: string) => ` ${searchWords(text)}`.includes(needle);
  const shown = ` ${searchWords(`${row.name} ${row.title} ${row.company}`)}`;
  const needles = searchWords(query)
    .split(' ')
    .filter((word) => word !== '')
    .map(needleOf);
  for (const needle of needles) {
    if (shown.includes(needle)) continue;
    const email = row.emails.split(' ').find((address) => holds(address, needle));
    const tag = row.tags.find((one) => holds(one, needle));
    const other = language === 'en' ? 'de' : 'en';
    const named = (code: string | null, name: typeof functionName) =>
      code === null
        ? undefined
        : [name(code, language), name(code, other)].find((text) => holds(text, needle));
    const found: [Matched['field'], string | undefined][] = [
      ['tag', tag],
      ['email', email],
      ['place', holds(row.place, needle) ? row.place : undefined],
      ['function', named(row.isco4, functionName)],
      ['industry', named(row.nace2, industryName)],
      ['note', holds(row.note, needle) ? around(row.note, (word) => holds(word, needle)) : undefined],
    ];
    for (const [field, text] of found) if (text !== undefined) return { field, text };
  }
  return null;
}

/** The words around the first that is meant. */
function around(note: string, isMeant: (word: string) => boolean): string {
  const words = note.split(/\s+/);
  const at = Math.max(0, words.findIndex(isMeant));
  const [from, to] = [Math.max(0, at - BEFORE), at + AFTER];
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
}

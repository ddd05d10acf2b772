import { fold } from '../text/fold.ts';
import { parseName, twoWordName } from '../text/names.ts';
import { tableOf } from '../text/table.ts';

/**
 * Who among many bears a name. Titles, degrees, the order of the parts and middle names that only one side has are
 * tolerated; a given name alone is nobody's whole name. Held in parts, so that a change renews one of them.
 */
export class NameIndex {
  readonly #parts = new Map<number, readonly Entry[]>();
  readonly #byKey = new Map<string, Entry | Entry[]>();

  /** Puts these persons in place of those that the part held; an empty list takes the part away. */
  replace(part: number, ids: readonly string[], names: readonly string[]): void {
    for (const entry of this.#parts.get(part) ?? []) this.#remove(entry);
    const entries = ids.flatMap((id, i) =>
      nameForms(names[i] ?? '').map((form): Entry => ({ id, key: form.key, middle: form.middle })),
    );
    if (entries.length === 0) this.#parts.delete(part);
    else this.#parts.set(part, entries);
    for (const entry of entries) {
      const known = this.#byKey.get(entry.key);
      if (known === undefined) this.#byKey.set(entry.key, entry);
      else if (Array.isArray(known)) known.push(entry);
      else this.#byKey.set(entry.key, [known, entry]);
    }
  }

  /** The ids of all who may be meant, each once; without any letter nobody is. */
  find(name: string): string[] {
    const found = new Set<string>();
    for (const { key, middle } of nameForms(name)) {
      const known = this.#byKey.get(key);
      if (known === undefined) continue;
      for (const entry of Array.isArray(known) ? known : [known])
        if (agree(middle, entry.middle)) found.add(entry.id);
    }
    return [...found];
  }

  #remove(entry: Entry): void {
    const known = this.#byKey.get(entry.key);
    const left = Array.isArray(known) ? known.filter((other) => other !== entry) : [];
    const [only] = left;
    if (only === undefined) this.#byKey.delete(entry.key);
    else this.#byKey.set(entry.key, left.length === 1 ? only : left);
  }
}

interface Entry {
  id: string;
  key: string;
  middle: string;
}

/** What of a name must be the same, and what stands between: middle names, each followed by a blank. */
interface NameForm {
  key: string;
  middle: string;
}

const UMLAUTS = tableOf({ ä: 'ae', ö: 'oe', ü: 'ue' });
/** Scripts that write names without a blank, or with one at will. */
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A name in the forms in which it is compared; two where it has umlauts, which are written in two ways. */
export function nameForms(text: string): NameForm[] {
  const plain = twoWordName(text);
  const name = plain === null ? parseName(text) : { full: text, ...plain };
  if (name === null) return [];
  const { full, given = '', family = '' } = name;
  const form = formOf(full, given, family);
  const forms = form === null ? [] : [form];
  if (!/[äöü]/iu.test(full)) return forms;
  const spelt = (part: string) =>
    part.toLowerCase().replace(/[äöü]/g, (letter) => UMLAUTS.get(letter) ?? letter);
  const other = formOf(spelt(full), spelt(given), spelt(family));
  return other === null ? forms : [...forms, other];
}

function formOf(full: string, given: string, family: string): NameForm | null {
  if (WITHOUT_BLANKS.test(full)) return { key: wordsIn(full).join(''), middle: '' };
  const [first, ...middle] = wordsIn(given);
  const last = wordsIn(family).join('');
  if (first === undefined || last === '') {
    const alone = [...wordsIn(given), last].filter((word) => word !== '');
    return alone.length === 0 ? null : { key: alone.join(' '), middle: '' };
  }
  // An initial in place of the name is half a name: it means too many.
  if (first.length === 1 && middle.length === 0) return { key: `${first}. ${last}`, middle: '' };
  const key = first < last ? `${first} ${last}` : `${last} ${first}`;
  return { key, middle: middle.map((word) => `${word} `).join('') };
}

function wordsIn(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Middle names agree when one side has none, or each of the fewer begins, or is begun by, one of the others. */
function agree(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true;
  const [ours, theirs] = [a.trim().split(' '), b.trim().split(' ')];
  const [few, many] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  return few.every((word) => many.some((other) => begins(word, other) || begins(other, word)));
}

/** Only an initial stands for a longer name: Ann is not Anna. */
function begins(initial: string, word: string): boolean {
  return initial === word || (initial.length === 1 && word.startsWith(initial));
}

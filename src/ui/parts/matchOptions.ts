import { fold } from '../../core/text/fold.ts';

/** One entry of a list to choose from by typing. */
export interface Option {
  value: string;
  name: string;
  /** A quiet word beside the name: the group it belongs to. */
  detail?: string | undefined;
  /** Other names under which people look for it; the one that matched is shown in place of `detail`. */
  also?: readonly string[] | undefined;
  /** Names in other languages: they find, and are never shown. */
  foreign?: readonly string[] | undefined;
  /**
   * Spellings without capitals and accents, as a lexicon holds them. The one that matched is shown as `write` has it;
   * without `write` none is.
   */
  spellings?: readonly string[] | undefined;
  /** A spelling as people write it, and whether it is of another language than the one that is shown. */
  write?: ((spelling: string) => { text: string; foreign: boolean }) | undefined;
}

/** An option as it answers what was typed; the lower the `rank`, the better. */
export interface Match {
  option: Option;
  rank: number;
  /** The other name that matched, when the name itself did not. */
  by: string | null;
}

/**
 * Options that hold every typed word, the best first: at the beginning of the name, at the beginning of a word,
 * under another name, within a word (from three letters on, for German compounds). Of two that match alike, the one
 * of whose matching name more is typed already (`Contr` is the controller before the contract manager). Accents do not
 * matter. Nothing typed answers all options in their own order.
 */
export function matchOptions(options: readonly Option[], typed: string): Match[] {
  const query = fold(typed);
  if (query === '') return options.map((option) => ({ option, rank: 0, by: null }));
  const words = query.split(' ');
  const matches: (Match & { length: number })[] = [];
  for (const option of options) {
    const best = bestOf(option, query, words);
    if (best !== null) matches.push(best);
  }
  return matches.sort(
    (a, b) => a.rank - b.rank || a.length - b.length || a.option.name.localeCompare(b.option.name),
  );
}

function bestOf(
  option: Option,
  query: string,
  words: readonly string[],
): (Match & { length: number }) | null {
  const name = fold(option.name);
  let best: Match & { length: number } = {
    option,
    rank: rankOf(name, query, words),
    by: null,
    length: name.length,
  };
  const consider = (rank: number, length: number, by: () => string | null) => {
    if (rank < best.rank || (rank === best.rank && length < best.length && best.by !== null))
      best = { option, rank, by: by(), length };
  };
  for (const also of option.also ?? []) {
    const text = fold(also);
    consider(rankOf(text, query, words) + OTHER_NAME, text.length, () => also);
  }
  for (const foreign of option.foreign ?? []) {
    const text = fold(foreign);
    consider(rankOf(text, query, words) + OTHER_NAME, text.length, () => null);
  }
  const spelling = bestSpelling(option, query, words);
  if (spelling !== null && spelling.rank <= best.rank)
    if (spelling.rank < best.rank || spelling.length < best.length || best.by === null)
      best = { option, ...spelling };
  return best.rank < NO_MATCH ? best : null;
}

/** Of the spellings that match best, the shortest of the interface's own language, else of any. */
function bestSpelling(
  { spellings = [], write }: Option,
  query: string,
  words: readonly string[],
): (Pick<Match, 'rank' | 'by'> & { length: number }) | null {
  let rank = NO_MATCH;
  let found: string[] = [];
  for (const spelling of spellings) {
    const its = rankOf(spelling, query, words) + OTHER_NAME;
    if (its >= NO_MATCH || its > rank) continue;
    if (its < rank) found = [];
    rank = its;
    found.push(spelling);
  }
  const shortest = found.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
  if (found.length === 0) return null;
  if (write === undefined) return { rank, by: null, length: shortest };
  const shown = found
    .sort((a, b) => a.length - b.length)
    .slice(0, LOOKED_AT)
    .map((spelling) => ({ ...write(spelling), length: spelling.length }));
  const own = shown.find(({ foreign }) => !foreign) ?? shown[0];
  return { rank, by: own?.text ?? null, length: own?.length ?? shortest };
}

/** Spellings of one option at most that are looked at for the one to be shown. */
const LOOKED_AT = 12;
const NO_MATCH = 1_000;
/** A name of its own beats another name of the same kind of match, not a worse match. */
const OTHER_NAME = 0.5;

function rankOf(text: string, query: string, words: readonly string[]): number {
  if (text === query) return 0;
  if (text.startsWith(query)) return 1;
  let rank = 2;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return NO_MATCH;
    const begins = at === 0 || text.search(new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, 'u')) >= 0;
    if (!begins && word.length < 3) return NO_MATCH;
    if (!begins) rank = 4;
  }
  return rank;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}

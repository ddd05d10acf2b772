import { fold } from '../../core/text/fold.ts';

/** One entry of a list to choose from by typing. */
export interface Option {
  value: string;
  name: string;
  /** A quiet word beside the name: the group it belongs to. */
  detail?: string | undefined;
  /** Other names under which people look for it; the one that matched is shown in place of `detail`. */
  also?: readonly string[] | undefined;
  /** Spellings without capitals and accents, as a lexicon holds them: they find, and are never shown. */
  spellings?: readonly string[] | undefined;
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
 * under another name, within a word (from three letters on, for German compounds). Accents do not matter.
 * Nothing typed answers all options in their own order.
 */
export function matchOptions(options: readonly Option[], typed: string): Match[] {
  const query = fold(typed);
  if (query === '') return options.map((option) => ({ option, rank: 0, by: null }));
  const words = query.split(' ');
  const matches: Match[] = [];
  for (const option of options) {
    let best = rankOf(fold(option.name), query, words);
    let by: string | null = null;
    for (const name of option.also ?? []) {
      const rank = rankOf(fold(name), query, words) + OTHER_NAME;
      if (rank < best) {
        best = rank;
        by = name;
      }
    }
    for (const spelling of option.spellings ?? []) {
      const rank = rankOf(spelling, query, words) + OTHER_NAME;
      if (rank < best) {
        best = rank;
        by = null;
      }
    }
    if (best < NO_MATCH) matches.push({ option, rank: best, by });
  }
  return matches.sort((a, b) => a.rank - b.rank || a.option.name.localeCompare(b.option.name));
}

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

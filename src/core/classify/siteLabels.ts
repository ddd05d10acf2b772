import { LINKEDIN_INDUSTRIES } from '../tables/linkedinIndustries.ts';
import { XING_INDUSTRIES } from '../tables/xingIndustries.ts';
import { whenAsked } from '../text/whenAsked.ts';
import { stem } from './features.ts';
import { wordsOf } from './phrases.ts';

export interface SiteLabel {
  nace2: string;
  /** The label is so broad that the division is only its most likely reading. */
  broad: boolean;
  /** The label is spelt as the site spells it, but for signs and case; else it is only near to one. */
  exact: boolean;
}

/** Words that join the others of a label, in four languages. */
const CONNECTORS: ReadonlySet<string> = new Set(
  'and und et y e of de des du d la le les l del los las en'.split(' '),
);

interface Labels {
  /** Word by word without `and`, `und`, `et`, `y`; the first mention of a label keeps it. */
  byWords: ReadonlyMap<string, SiteLabel>;
  /** By the stems of their words in any order; `null` where labels of several divisions share them. */
  byStems: ReadonlyMap<string, SiteLabel | null>;
  /** The keys of `byWords` by their length, for spelling mistakes. */
  byLength: ReadonlyMap<number, readonly string[]>;
}

const labels = whenAsked((): Labels => {
  const byWords = new Map<string, SiteLabel>();
  const byStems = new Map<string, SiteLabel | null>();
  const byLength = new Map<number, string[]>();
  for (const line of `${LINKEDIN_INDUSTRIES.trim()}\n${XING_INDUSTRIES.trim()}`.split('\n')) {
    const [code = '', ...names] = line.split('|');
    const found = { nace2: code.slice(0, 2), broad: code.includes('~'), exact: true };
    for (const name of names) {
      const words = wordsOfLabel(name);
      const key = words.join(' ');
      if (key === '' || byWords.has(key)) continue;
      byWords.set(key, found);
      const stems = stemsOf(words);
      const other = byStems.get(stems);
      const same = other === undefined || other?.nace2 === found.nace2;
      byStems.set(stems, same ? { ...found, exact: false } : null);
      const sameLength = byLength.get(key.length);
      if (sameLength === undefined) byLength.set(key.length, [key]);
      else sameLength.push(key);
    }
  }
  return { byWords, byStems, byLength };
});

/** Mistakes allowed: none in short labels, where one letter makes another word. */
const LETTERS_PER_MISTAKE = 7;
const MOST_MISTAKES = 2;
const LONGEST_LABEL = 120;

/**
 * The division of a site's industry label: spelt as the site does, else with other endings or another order of words,
 * else with a spelling mistake or two. Where labels of several divisions are equally near, none is meant: `null`.
 */
export function findSiteLabel(label: string): SiteLabel | null {
  const words = wordsOfLabel(label.slice(0, LONGEST_LABEL));
  const key = words.join(' ');
  if (key === '') return null;
  const { byWords, byStems } = labels();
  return byWords.get(key) ?? byStems.get(stemsOf(words)) ?? misspelt(key);
}

function misspelt(key: string): SiteLabel | null {
  const { byWords, byLength } = labels();
  const short = shortWords(key);
  const most = Math.min(MOST_MISTAKES, Math.floor(key.length / LETTERS_PER_MISTAKE));
  for (let mistakes = 1; mistakes <= most; mistakes++) {
    const divisions = new Set<string>();
    let found: SiteLabel | null = null;
    let sameShort = true;
    for (let length = key.length - mistakes; length <= key.length + mistakes; length++) {
      for (const known of byLength.get(length) ?? []) {
        if (!withinDistance(key, known, mistakes)) continue;
        const label = byWords.get(known) as SiteLabel;
        found = { ...label, exact: false };
        divisions.add(label.nace2);
        sameShort = sameShort && shortWords(known) === short;
      }
    }
    if (divisions.size > 1 || !sameShort) return null;
    if (found !== null) return found;
  }
  return null;
}

/** Words so short that another letter makes another word: `IT services` are no `HR services`. */
function shortWords(key: string): string {
  return key
    .split(' ')
    .filter((word) => word.length <= 3)
    .join(' ');
}

/** Whether at most `most` letters differ, are missing, too many or swapped with their neighbour. */
function withinDistance(a: string, b: string, most: number): boolean {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    before = previous;
    previous = row;
  }
  return (previous[b.length] as number) <= most;
}

function wordsOfLabel(label: string): string[] {
  return wordsOf(label).filter((word) => !CONNECTORS.has(word));
}

function stemsOf(words: readonly string[]): string {
  return words.map(stem).sort().join(' ');
}

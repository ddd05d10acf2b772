import { LIMITS, type Tie, type TieSource } from '../model/index.ts';

/**
 * The sources of a tie with further ones, the newest first and at most `LIMITS.tieSources`. What one page says again
 * stands once, with its last day; a surer match (by address) stays. Without any a tie is the user's own word.
 */
export function mergeSources(known: readonly TieSource[], news: readonly TieSource[]): TieSource[] {
  const merged = new Map<string, TieSource>();
  for (const source of [...known, ...news]) {
    const key = sourceKey(source);
    const before = merged.get(key);
    merged.set(key, before === undefined ? source : sameSaidAgain(before, source));
  }
  const sorted = [...merged.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  // The user's own word is never crowded out by pages.
  const said = sorted.filter(({ relation }) => relation === 'said');
  const others = sorted
    .filter(({ relation }) => relation !== 'said')
    .slice(0, LIMITS.tieSources - said.length);
  return sorted.filter((source) => said.includes(source) || others.includes(source));
}

/** The sources of a tie between contacts, the user's unwritten word of earlier data among them as of `on`. */
export function sourcesOf({ kind, sources }: Pick<Tie, 'kind' | 'sources'>, on: string): TieSource[] {
  if (sources !== undefined && sources.length > 0) return sources;
  return kind === 'knows' ? [{ relation: 'said', on, matchedBy: 'user' }] : [];
}

/** The text under which a source is one: what is said, and by which page. */
export function sourceKey({ relation, site = '', url = '' }: TieSource): string {
  return JSON.stringify([relation, site, url]);
}

const SURER: readonly TieSource['matchedBy'][] = ['name', 'user', 'address'];

function sameSaidAgain(a: TieSource, b: TieSource): TieSource {
  const surer = SURER.indexOf(a.matchedBy) >= SURER.indexOf(b.matchedBy) ? a : b;
  const last = a.on < b.on ? b : a;
  return { ...surer, on: last.on };
}

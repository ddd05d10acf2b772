import type { Acquaintance, NamedOnPage, TieSource } from '../model/index.ts';

/** For whom a name on a page was taken among the saved contacts. */
export type Match =
  | { kind: 'contact'; id: string; matchedBy: TieSource['matchedBy'] }
  | { kind: 'several'; ids: string[] }
  | { kind: 'nobody' }
  /** The user, who is on many lists, or the page's own person: nobody's acquaintance there. */
  | { kind: 'self' };

/** The page that names somebody's acquaintances. */
export interface NamingPage {
  site: string;
  url: string;
  /** ISO 8601 day on which it was read. */
  on: string;
  /** How many acquaintances it says there are, where that is more than it names. */
  total?: number | undefined;
}

/** What one page says of its person: ties to contacts, names that may mean several, and how many are not saved. */
export interface PageTies {
  ties: Map<string, TieSource>;
  questions: { candidates: string[]; source: Omit<TieSource, 'matchedBy'> }[];
  named: NamedOnPage;
}

/**
 * What follows from a page for its person: each contact once, however often they are named, by the surest match. Nobody
 * else than the page's person gets a tie. `null` when the page names nobody.
 */
export function tiesOfPage(
  page: NamingPage,
  acquaintances: readonly Acquaintance[],
  matches: readonly Match[],
): PageTies | null {
  const ties = new Map<string, TieSource>();
  const questions = new Map<string, PageTies['questions'][number]>();
  const unsaved = new Set<string>();
  for (const [i, { name, url, relation }] of acquaintances.entries()) {
    const match = matches[i];
    if (match === undefined || match.kind === 'self') continue;
    const said = { relation, site: page.site, url: page.url, on: page.on };
    if (match.kind === 'nobody') unsaved.add(url ?? name.toLowerCase());
    else if (match.kind === 'several') {
      const candidates = [...match.ids].sort();
      questions.set(candidates.join(' '), { candidates, source: said });
    } else if (ties.get(match.id)?.matchedBy !== 'address')
      ties.set(match.id, { ...said, matchedBy: match.matchedBy });
  }
  const [first] = acquaintances;
  const named = ties.size + questions.size + unsaved.size;
  if (first === undefined || named === 0) return null;
  // Who is tied by a link is not asked about for the same name beside it.
  const open = [...questions.values()].filter(({ candidates }) => !candidates.some((id) => ties.has(id)));
  return {
    ties,
    questions: open,
    named: {
      url: page.url,
      on: page.on,
      relation: first.relation,
      named: Math.max(named, page.total ?? 0),
      unsaved: unsaved.size,
    },
  };
}

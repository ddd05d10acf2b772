import type { Acquaintance, Relation } from '../core/model/index.ts';
import { LIMITS } from '../core/model/limits.ts';
import { parseName } from '../core/text/names.ts';
import { oneLine } from '../core/text/whitespace.ts';
import { textOf, webUrl } from './page.ts';

/** A person as a page names them, before cleaning. */
export interface Named {
  name: string | undefined;
  href?: string | null | undefined;
}

/** Persons that one reading looks at, with or without a usable name: a hostile page names without end. */
const MOST_READ = 2_000;

/**
 * The people whom a page names, after those that are known already: cleaned, each once (by address, else by name), at
 * most `LIMITS.acquaintances`. What has no letter is no name.
 */
export function acquaintancesOf(
  relation: Relation,
  people: readonly Named[],
  base: URL,
  known: readonly Acquaintance[] = [],
): Acquaintance[] {
  const kept = [...known];
  const seen = new Set(kept.map(idOf));
  for (const { name: text, href } of people.slice(0, MOST_READ)) {
    if (kept.length >= LIMITS.acquaintances) break;
    const name = nameIn(text);
    if (name === undefined) continue;
    const url = webUrl(href, base)?.href;
    const one: Acquaintance = {
      name,
      ...(url !== undefined && url.length <= LIMITS.url && { url }),
      relation,
    };
    if (seen.has(idOf(one))) continue;
    seen.add(idOf(one));
    kept.push(one);
  }
  return kept;
}

/** Persons by their links: the visible text of each is the name; a link without any (a picture) is passed over. */
export function namedByLinks(links: Iterable<Element>): Named[] {
  const named: Named[] = [];
  for (const link of links) {
    if (named.length >= MOST_READ) break;
    const name = textOf(link);
    if (name !== undefined) named.push({ name, href: link.getAttribute('href') });
  }
  return named;
}

function nameIn(text: string | undefined): string | undefined {
  const line = oneLine((text ?? '').slice(0, LIMITS.name * 4));
  if (line.length > LIMITS.name) return undefined;
  return parseName(line)?.full;
}

function idOf({ name, url }: Acquaintance): string {
  return url ?? `name:${name.toLowerCase()}`;
}

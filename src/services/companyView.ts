import { findSiteLabel } from '../core/classify/siteLabels.ts';
import type { Digest } from '../core/model/index.ts';
import { accessOf, isTied } from '../core/strategy/columns.ts';
import { companyKey } from '../core/text/companies.ts';
import type { CompanyPerson, CompanyView } from '../messaging/protocol.ts';
import { digestsById, digestsOf } from '../storage/derived.ts';
import { digestPages } from '../storage/segments.ts';
import { tiesOf } from '../storage/ties.ts';
import type { Background } from './background.ts';
import { pause, SLICE_MS } from './slices.ts';

/** People of each kind that are named; of more there is a number. */
const NAMED = 100;
/** People at the company, and who were, whose acquaintances are looked at. */
const LOOKED_AT = 500;

/**
 * Whom the user knows at a company: who is there, who was, and who knows somebody who is. By the company's key, so that
 * legal forms and spellings do not matter. An empty key, as of a name of signs alone, is nobody's company.
 */
export async function viewCompany(
  background: Background,
  company: string,
  label?: string,
): Promise<CompanyView> {
  const db = await background.database;
  const key = companyKey(company);
  const [here, were]: [Digest[], Digest[]] = [[], []];
  let [name, start] = [company, performance.now()];
  if (key !== '')
    for await (const page of digestPages(db))
      for (const row of page) {
        for (const digest of digestsOf(row)) {
          const at = placeAt(digest, key);
          if (at === null) continue;
          (at.now ? here : were).push(digest);
          // As contacts write it, where the user typed it in another way.
          if (here.length + were.length === 1) name = at.name;
        }
        if (performance.now() - start < SLICE_MS) continue;
        await pause();
        start = performance.now();
      }
  const inside = new Set([...here, ...were].map(({ id }) => id));
  /** By whoever knows somebody there: whom. */
  const known = new Map<string, Set<Digest>>();
  for (const digest of here.slice(0, LOOKED_AT))
    for (const { from, to } of await tiesOf(db, digest.id)) {
      const other = from === digest.id ? to : from;
      if (other === 'me' || inside.has(other)) continue;
      const whom = known.get(other) ?? new Set();
      known.set(other, whom.add(digest));
    }
  const outside = await digestsById(db, [...known.keys()]);
  const ofContacts = (digests: readonly Digest[]): CompanyPerson[] =>
    closestFirst(digests)
      .slice(0, NAMED)
      .map((digest) => person(digest, key));
  return {
    name,
    key,
    here: ofContacts(here),
    were: ofContacts(were),
    know: closestFirst(outside)
      .slice(0, NAMED)
      .map((digest) => ({
        ...person(digest, key),
        whom: [...(known.get(digest.id) ?? [])].map(({ id, name }) => ({ id, name })),
      })),
    counts: { here: here.length, were: were.length, know: outside.length },
    labelled: industryOf(label),
  };
}

/** The division of a site's label, where it is spelt as the site spells it and means one: a page must not persuade. */
function industryOf(label: string | undefined): string | null {
  const found = label === undefined ? null : findSiteLabel(label);
  return found?.exact && !found.broad ? found.nace2 : null;
}

/** Is somebody at the company now, were they, or neither (`null`)? The name as their post writes it. */
function placeAt(
  { employer, steps = [], retired }: Digest,
  key: string,
): { now: boolean; name: string } | null {
  if (retired !== true && employer !== undefined && companyKey(employer) === key)
    return { now: true, name: employer };
  let found: { now: boolean; name: string } | null = null;
  for (const { company, to } of steps) {
    if (company === undefined || companyKey(company) !== key) continue;
    if (to === null && retired !== true) return { now: true, name: company };
    found ??= { now: false, name: company };
  }
  if (found === null && employer !== undefined && companyKey(employer) === key)
    return { now: false, name: employer };
  return found;
}

function person(digest: Digest, key: string): CompanyPerson {
  const step = digest.steps?.find(({ company }) => company !== undefined && companyKey(company) === key);
  return {
    id: digest.id,
    name: digest.name,
    tied: isTied(digest),
    ...(step?.from !== undefined && { from: step.from }),
    ...(step?.to != null && { to: step.to }),
  };
}

function closestFirst(digests: readonly Digest[]): Digest[] {
  return [...digests].sort(
    (a, b) =>
      Number(isTied(b)) - Number(isTied(a)) ||
      accessOf(b) - accessOf(a) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
}

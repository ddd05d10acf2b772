import type { Contact, Goal, Me, Settings } from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import { ownValue } from '../text/table.ts';

/** Legal forms as the first keys knew them. Frozen, as all of this is: it reads what earlier versions have stored. */
const FORMER_FORMS: ReadonlySet<string> = new Set(
  (
    'gmbh ggmbh mbh ag kg kgaa ohg gbr ug ev eg se co cokg cie & und partg partgmbb haftungsbeschrankt gesmbh ges.m.b.h ' +
    'sarl sa sas sasu snc scop sl slu sau srl spa spzoo sprl bv nv bvba vof ab oy oyj as asa aps ' +
    'ltd limited llc llp lp inc incorporated corp corporation plc pty pte company ltda kk bhd tbk kft zrt doo dd'
  ).split(' '),
);

/** The key under which earlier versions stored what the user said of a company; see `companyKey` for today's. */
export function formerCompanyKey(name: string): string {
  const folded = fold(name.slice(0, 500)).replace(/(?<=\b\w)\.(?=\w\b)/g, '');
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  let end = words.length;
  while (end > 1 && FORMER_FORMS.has(words[end - 1] ?? '')) end--;
  return words
    .slice(0, end)
    .filter((word, at) => at === 0 || !FORMER_FORMS.has(word) || word.length > 4)
    .join(' ');
}

/** What of the settings stands under companies' keys. */
export type KeyedByCompany = Pick<Settings, 'companies' | 'moves'>;

/**
 * The user's words about companies under the keys of today: their industries, and the moves that are put away. What
 * stands under a key of today stays as it is; a former key goes to every company that bore it, and is taken away where
 * none bears it any more. The same object when nothing is to be done.
 * @param names of all companies that anybody is known to be at
 */
export function underPresentKeys<Keyed extends KeyedByCompany>(
  settings: Keyed,
  names: Iterable<string>,
  goals: readonly Pick<Goal, 'id' | 'target'>[],
): Keyed {
  if (!namesCompanies(settings)) return settings;
  const renamed = new Map<string, Set<string>>();
  const present = new Set<string>();
  for (const name of new Set([...names, ...goals.flatMap(({ target }) => target.companies)])) {
    const [former, key] = [formerCompanyKey(name), companyKey(name)];
    present.add(key);
    if (former !== key) renamed.set(former, (renamed.get(former) ?? new Set()).add(key));
  }
  const companies = new Map(Object.entries(settings.companies));
  for (const [former, value] of Object.entries(settings.companies)) {
    // A company that nobody is at any more may come back: its former key is a name too.
    const keys = renamed.get(former) ?? (present.has(former) ? [] : [companyKey(former)]);
    if (!present.has(former)) companies.delete(former);
    for (const key of keys) if (!companies.has(key)) companies.set(key, value);
  }
  const moves = new Map(
    Object.entries(settings.moves).map(([id, until]) => [movedId(id, goals, renamed), until] as const),
  );
  const same =
    [...companies].every(([key, value]) => ownValue(settings.companies, key) === value) &&
    companies.size === Object.keys(settings.companies).length &&
    [...moves.keys()].every((id) => Object.hasOwn(settings.moves, id));
  return same
    ? settings
    : { ...settings, companies: Object.fromEntries(companies), moves: Object.fromEntries(moves) };
}

/** Does anything stand under a company's key? Where nothing does, no names need to be gathered. */
export function namesCompanies({ companies, moves }: KeyedByCompany): boolean {
  return Object.keys(companies).length > 0 || Object.keys(moves).length > 0;
}

/** The names of the companies that contacts and the user are at. */
export function* companyNames(
  contacts: Iterable<Pick<Contact, 'profile' | 'own'>>,
  me: Pick<Me, 'positions'> | null | undefined,
): Generator<string> {
  for (const { profile, own } of contacts)
    for (const { company } of [...profile.positions, ...(own.edits.positions ?? [])])
      if (company !== undefined) yield company;
  for (const { company } of me?.positions ?? []) if (company !== undefined) yield company;
}

/** A move that names a company: the search for somebody there, or the pause where many are of one employer. */
function movedId(
  id: string,
  goals: readonly Pick<Goal, 'id' | 'target'>[],
  renamed: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const pause = /^(pause:same:[^:]*:[^:]*:)(.+)$/.exec(id);
  if (pause !== null) {
    const [to] = renamed.get(pause[2] as string) ?? [];
    if (to !== undefined) return `${pause[1]}${to}`.slice(0, 200);
  }
  for (const { id: goal, target } of goals)
    for (const company of target.companies) {
      const search = (key: string) => `search:${goal}:${`company:${goal}:${key}`.slice(0, 80)}`;
      if (id === search(formerCompanyKey(company))) return search(companyKey(company));
    }
  return id;
}

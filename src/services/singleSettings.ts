import { applyPatch, type Layer, type Patch, type Settings } from '../core/model/index.ts';
import type { PageSettings } from '../messaging/protocol.ts';
import type { Environment } from './environment.ts';
import { setSettings } from './network.ts';

/** Most views that are kept; the oldest goes. */
const VIEWS_KEPT = 50;
/** Most companies that are remembered as asked about. */
const ASKED_KEPT = 1_000;

/** The user's industry for everybody at a company (`companyKey`); `null` takes it back. */
export function setCompany(
  environment: Environment,
  company: string,
  nace2: string | null,
): Promise<PageSettings> {
  return setSettings(environment, ({ companies }) => ({ companies: entered(companies, company, nace2) }));
}

/** The user does not want a company's industry (`companyKey`) from its page: it is not asked again. */
export function setCompanyAsked(environment: Environment, company: string): Promise<PageSettings> {
  return setSettings(environment, ({ companiesAsked = [] }) => ({
    companiesAsked: [...companiesAsked.filter((known) => known !== company), company].slice(-ASKED_KEPT),
  }));
}

/** Puts a next move away until a day or for good (`never`); `null` brings it back. */
export function setMove(environment: Environment, id: string, until: string | null): Promise<PageSettings> {
  return setSettings(environment, ({ moves }) => ({ moves: entered(moves, id, until) }));
}

/** Days between two signs of life for the contacts of a layer; `null`: none. */
export function setRhythm(
  environment: Environment,
  layer: Layer,
  days: number | null,
): Promise<PageSettings> {
  return setSettings(environment, ({ rhythms }) => ({ rhythms: entered(rhythms, layer, days) }));
}

/** When automatic backups are made; what is not named stays. */
export function setBackupRhythm(
  environment: Environment,
  rhythm: Patch<Settings['backup']>,
): Promise<PageSettings> {
  return setSettings(environment, ({ backup }) => ({ backup: applyPatch(backup, rhythm) }));
}

/** Keeps a view of the contacts under its name, in place of one of that name; `null` forgets it. */
export function setView(environment: Environment, name: string, query: string | null): Promise<PageSettings> {
  return setSettings(environment, ({ views }) => {
    const others = views.filter((view) => view.name !== name);
    return { views: query === null ? others : [...others, { name, query }].slice(-VIEWS_KEPT) };
  });
}

/** The table with one entry set or taken away; whatever its name is, it is an entry of the table's own. */
function entered<T extends object>(table: T, name: string, value: unknown): T {
  const entries = Object.entries(table).filter(([known]) => known !== name);
  return Object.fromEntries(value === null ? entries : [...entries, [name, value]]) as T;
}

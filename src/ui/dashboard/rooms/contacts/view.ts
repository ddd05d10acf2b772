import { LAYERS, type Layer, ROLES, type Role } from '../../../../core/model/index.ts';
import {
  FUNCTION_FAMILIES,
  type FunctionFamily,
  INDUSTRY_SECTORS,
  type IndustrySector,
} from '../../../../core/taxonomy/index.ts';
import type { Quarter } from '../../../charts/stepScale.ts';

export const DISTANCES = [
  'dailyWork',
  'sameCraft',
  'sameWorld',
  'beyondTheRim',
  'unknown',
] as const satisfies readonly (Quarter | 'unknown')[];
export type Distance = (typeof DISTANCES)[number];

/** In touch within this many days, longer ago, or not known when. */
export const LAST_CONTACTS = ['30', '90', '365', 'longer', 'unknown'] as const;
export type LastContact = (typeof LAST_CONTACTS)[number];

/** No page of theirs was read for this many months. */
export const UNSEEN_MONTHS = ['6', '12', '18', '24', '36'] as const;

export const COLUMNS = ['function', 'industry', 'layer', 'fit', 'place', 'last', 'tags'] as const;
export type Column = (typeof COLUMNS)[number];
const USUAL_COLUMNS: readonly Column[] = ['function', 'industry', 'layer', 'fit', 'last'];

/** What a list can be sorted by: the name, or any column but the tags. */
export type SortColumn = 'name' | Exclude<Column, 'tags'>;
const SORT_COLUMNS: readonly SortColumn[] = ['name', 'function', 'industry', 'layer', 'fit', 'place', 'last'];
/** Columns of which the largest stands first when they are chosen. */
const LARGEST_FIRST: readonly SortColumn[] = ['fit', 'last'];

/** One way of looking at the contacts: whom, in which order, with which columns. An absent filter asks nothing. */
export interface View {
  q: string;
  family: FunctionFamily | null;
  sector: IndustrySector | null;
  layer: Layer | null;
  goal: string | null;
  role: Role | null;
  distance: Distance | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  tag: string | null;
  last: LastContact | null;
  /** Whole months, as digits. */
  unseen: string | null;
  /** Only those who were handed over from another room. */
  picked: boolean;
  sort: SortColumn;
  descending: boolean;
  columns: readonly Column[];
}

export type Filter = Exclude<keyof View, 'q' | 'sort' | 'descending' | 'columns'>;
const FILTERS: readonly Filter[] = [
  'family',
  'sector',
  'layer',
  'goal',
  'role',
  'distance',
  'country',
  'tag',
  'last',
  'unseen',
  'picked',
];

/** Reads a view from an address; what is not understood is left out, never an error. */
export function viewOf(query: Readonly<Record<string, string>>): View {
  const one = <T extends string>(text: string | undefined, all: readonly T[]): T | null =>
    all.find((value) => value === text) ?? null;
  const sorting = query.sort ?? '';
  const goal = query.goal || null;
  return {
    q: (query.q ?? '').slice(0, 200),
    family: one(query.function, Object.keys(FUNCTION_FAMILIES) as FunctionFamily[]),
    sector: one(query.industry, Object.keys(INDUSTRY_SECTORS) as IndustrySector[]),
    layer: one(query.layer, LAYERS),
    goal,
    role: goal === null ? null : one(query.role, ROLES),
    distance: one(query.distance, DISTANCES),
    country: /^[A-Z]{2}$/.test(query.country ?? '') ? (query.country ?? null) : null,
    tag: query.tag || null,
    last: one(query.last, LAST_CONTACTS),
    unseen: /^[1-9]\d{0,2}$/.test(query.unseen ?? '') ? (query.unseen ?? null) : null,
    picked: query.picked === '1',
    sort: one(sorting.replace(/^-/, ''), SORT_COLUMNS) ?? 'name',
    descending: sorting.startsWith('-'),
    columns:
      query.columns === undefined
        ? USUAL_COLUMNS
        : COLUMNS.filter((name) => query.columns?.split(' ').includes(name)),
  };
}

/** Writes a view for an address: only what differs from the usual. `viewOf` reads the same view from it. */
export function queryOf(view: View): Record<string, string> {
  const sort = `${view.descending ? '-' : ''}${view.sort}`;
  const columns = view.columns.join(' ');
  const entries: (readonly [string, string | null])[] = [
    ['q', view.q],
    ['function', view.family],
    ['industry', view.sector],
    ['layer', view.layer],
    ['goal', view.goal],
    ['role', view.goal === null ? null : view.role],
    ['distance', view.distance],
    ['country', view.country],
    ['tag', view.tag],
    ['last', view.last],
    ['unseen', view.unseen],
    ['picked', view.picked ? '1' : null],
    ['sort', sort === 'name' ? null : sort],
    ['columns', columns === USUAL_COLUMNS.join(' ') ? null : columns],
  ];
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] => entry[1] !== null && (entry[1] !== '' || entry[0] === 'columns'),
    ),
  );
}

/** The same view without any filter and search. */
export function unfiltered(view: View): View {
  return { ...viewOf({}), sort: view.sort, descending: view.descending, columns: view.columns };
}

export function filtersOf(view: View): Filter[] {
  return FILTERS.filter((name) => view[name] !== null && view[name] !== false);
}

/** Sorted by a column: once more turns it round; fits and days begin with the largest. */
export function sortedBy(view: View, column: SortColumn): View {
  if (view.sort === column) return { ...view, descending: !view.descending };
  return { ...view, sort: column, descending: LARGEST_FIRST.includes(column) };
}

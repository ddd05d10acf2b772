import { LAYERS, ROLES } from '../../../../core/model/index.ts';
import {
  type FunctionFamily,
  functionFamily,
  functionName,
  type IndustrySector,
  industryName,
  industrySector,
  type Language,
} from '../../../../core/taxonomy/index.ts';
import { NameSearch } from '../../../../core/taxonomy/nameSearch.ts';
import { fold } from '../../../../core/text/fold.ts';
import { isFoundInside, searchWords } from '../../../../core/text/packedSearch.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { quarterOf } from '../../../charts/stepScale.ts';
import { serves } from '../../shared/serves.ts';
import type { Distance, LastContact, SortColumn, View } from './view.ts';

/** What the filters need to know beside the rows. */
export interface Surroundings {
  /** Ids of the goals that each row's `fits` and `roles` follow. */
  goals: readonly string[];
  /** ISO 8601 day of today. */
  today: string;
  language: Language;
  /** Who was handed over from another room. */
  picked: ReadonlySet<string> | null;
}

/** Rows that are packed together, in some 7 ms; when one changes, only its block is packed anew. */
const BLOCK = 2_000;
/** Looking at one row costs as much as scanning some four. */
const FEW = 4;

/**
 * Finds and sorts contacts. Keeps what is dear to work out (folded texts, orders) as long as the rows stay, so that
 * each key of a search costs a scan alone. Rows may arrive in parts, and single ones change: what is known of the
 * others is not worked out again.
 */
export class ContactFinder {
  private rows: readonly ContactRow[] = [];
  /** Packed texts of each block of rows; `null` until it is needed. */
  private blocks: (NameSearch | null)[] = [];
  private orders = new Map<string, Uint32Array>();
  /** What the search found last. */
  private last: { query: string; matches: Uint8Array; count: number } | null = null;

  /** Takes the rows as they are now. */
  update(rows: readonly ContactRow[]): void {
    if (rows === this.rows) return;
    this.blocks = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, block) => {
      const [from, to] = [block * BLOCK, Math.min(rows.length, (block + 1) * BLOCK)];
      const packed = this.blocks[block] ?? null;
      return packed?.size === to - from && sameRows(rows, this.rows, from, to) ? packed : null;
    });
    this.rows = rows;
    this.orders.clear();
    this.last = null;
  }

  /**
   * Packs the texts of some more rows, so that the first key of a search does not have to; answers whether there are
   * more. The list itself needs none of them.
   */
  prepare(): boolean {
    const block = this.blocks.indexOf(null);
    if (block === -1) return false;
    this.pack(block);
    return this.blocks.includes(null);
  }

  private pack(block: number): NameSearch {
    const packed = new NameSearch();
    packed.add(
      this.rows
        .slice(block * BLOCK, (block + 1) * BLOCK)
        .map((row) => ({ text: searchedText(row), isco4: row.isco4, nace2: row.nace2 })),
    );
    this.blocks[block] = packed;
    return packed;
  }

  /** The rows of a view in its order. */
  find(view: View, surroundings: Surroundings): ContactRow[] {
    const { rows } = this;
    const matches = view.q === '' ? null : this.matches(view.q);
    const test = filterOf(view, surroundings);
    const order = this.order(view, surroundings);
    const found: ContactRow[] = [];
    const last = order.length - 1;
    for (let at = 0; at <= last; at++) {
      const index = order[view.descending ? last - at : at] as number;
      if (matches !== null && matches[index] === 0) continue;
      const row = rows[index] as ContactRow;
      if (test === null || test(row)) found.push(row);
    }
    return found;
  }

  /** Which rows hold the words of the query; `null` when it asks nothing. */
  private matches(query: string): Uint8Array | null {
    // A letter more finds fewer of the same: when these are few already, only they are looked at.
    const { last } = this;
    const narrows =
      last !== null &&
      query.startsWith(last.query) &&
      // Of its last word, a short one is looked for at the beginning of words alone: a letter more finds others.
      isFoundInside(last.query) &&
      last.count < this.rows.length / FEW;
    const matches = new Uint8Array(this.rows.length);
    let count = 0;
    for (let block = 0; block < this.blocks.length; block++) {
      const from = block * BLOCK;
      const within = narrows ? last.matches.subarray(from, from + BLOCK) : undefined;
      const found = (this.blocks[block] ?? this.pack(block)).find(query, { within, inside: true });
      if (found === null) return null;
      matches.set(found, from);
      for (let at = 0; at < found.length; at++) count += found[at] as number;
    }
    this.last = { query, matches, count };
    return matches;
  }

  private order({ sort, goal }: View, { goals, language }: Surroundings): Uint32Array {
    const key = `${sort} ${language} ${sort === 'fit' ? (goal ?? '') : ''}`;
    let order = this.orders.get(key);
    if (order === undefined) {
      order = sorted(this.rows, keyOf(sort, goal === null ? -1 : goals.indexOf(goal), language));
      this.orders.set(key, order);
    }
    return order;
  }
}

function sameRows(a: readonly ContactRow[], b: readonly ContactRow[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Folded once for each row; a changed contact is another row. */
const texts = new WeakMap<ContactRow, string>();
function searchedText(row: ContactRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    const { name, title, company, place, tags, emails, note } = row;
    text = searchWords(`${name} ${title} ${company} ${place} ${tags.join(' ')} ${emails} ${note}`);
    texts.set(row, text);
  }
  return text;
}

const names = new WeakMap<ContactRow, string>();
function foldedName(row: ContactRow): string {
  let name = names.get(row);
  if (name === undefined) {
    name = fold(row.name);
    names.set(row, name);
  }
  return name;
}

type Key = { numbers: (row: ContactRow) => number } | { texts: (row: ContactRow) => string };

/** By which value rows are compared; what is not known sorts as the least. */
function keyOf(column: SortColumn, goal: number, language: Language): Key {
  switch (column) {
    case 'name':
      return { texts: foldedName };
    case 'function':
      return {
        texts: byCode(
          ({ isco4 }) => isco4,
          (code) => fold(functionName(code, language)),
        ),
      };
    case 'industry':
      return {
        texts: byCode(
          ({ nace2 }) => nace2,
          (code) => fold(industryName(code, language)),
        ),
      };
    case 'layer':
      return { numbers: ({ layer, layerKnown }) => (layerKnown ? LAYERS.length - LAYERS.indexOf(layer) : 0) };
    case 'fit':
      return { numbers: ({ fits }) => (goal === -1 ? bestFit(fits) : (fits[goal] ?? -1)) };
    case 'place':
      return { texts: ({ place, country }) => `${country ?? ''} ${fold(place)}`.trim() };
    case 'last':
      return { texts: ({ lastContact }) => lastContact ?? '' };
  }
}

function byCode(code: (row: ContactRow) => string | null, nameOf: (code: string) => string) {
  const names = new Map<string, string>();
  return (row: ContactRow) => {
    const of = code(row);
    if (of === null) return '';
    let name = names.get(of);
    if (name === undefined) {
      name = nameOf(of);
      names.set(of, name);
    }
    return name;
  };
}

/** The best fit to any goal; -1 when none is known. */
export function bestFit(fits: ContactRow['fits']): number {
  return fits.reduce<number>((best, fit) => Math.max(best, fit ?? -1), -1);
}

/** Indices of the rows in ascending order of their keys; equal ones as they came. */
function sorted(rows: readonly ContactRow[], key: Key): Uint32Array {
  const order = Uint32Array.from(rows, (_, at) => at);
  if ('numbers' in key) {
    const keys = Float64Array.from(rows, key.numbers);
    return order.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  }
  const keys = rows.map(key.texts);
  return order.sort((a, b) => {
    const [left, right] = [keys[a] as string, keys[b] as string];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}

/** Whether a row passes all filters; `null` when there are none. */
function filterOf(view: View, { goals, today, picked }: Surroundings): ((row: ContactRow) => boolean) | null {
  const tests: ((row: ContactRow) => boolean)[] = [];
  const { family, sector, layer, goal, role, distance, country, tag, last } = view;
  if (view.picked && picked !== null) tests.push(({ id }) => picked.has(id));
  if (family !== null) tests.push(({ isco4 }) => familyOf(isco4) === family);
  if (sector !== null) tests.push(({ nace2 }) => sectorOf(nace2) === sector);
  if (layer !== null) tests.push((row) => row.layerKnown && row.layer === layer);
  if (goal !== null) {
    const at = goals.indexOf(goal);
    const bit = role === null ? 0 : 1 << ROLES.indexOf(role);
    tests.push(bit === 0 ? (row) => serves(row, goals, goal) : ({ roles }) => ((roles[at] ?? 0) & bit) !== 0);
  }
  if (distance !== null) tests.push((row) => distanceOf(row) === distance);
  if (country !== null) tests.push((row) => row.country === country);
  if (tag !== null) tests.push(({ tags }) => tags.includes(tag));
  if (last !== null) tests.push(lastContactTest(last, today));
  if (view.unseen !== null) {
    const since = monthsBefore(today, Number(view.unseen));
    tests.push(({ seen }) => seen < since);
  }
  if (tests.length === 0) return null;
  return (row) => tests.every((test) => test(row));
}

function distanceOf({ functionDistance, industryDistance }: ContactRow): Distance {
  return functionDistance === null || industryDistance === null
    ? 'unknown'
    : quarterOf(functionDistance, industryDistance);
}

/** The day so many months before another; ISO 8601 days. */
function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

function lastContactTest(last: LastContact, today: string): (row: ContactRow) => boolean {
  if (last === 'unknown') return ({ lastContact }) => lastContact === null;
  const days = last === 'longer' ? 365 : Number(last);
  const since = new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  return last === 'longer'
    ? ({ lastContact }) => lastContact !== null && lastContact < since
    : ({ lastContact }) => lastContact !== null && lastContact >= since;
}

const families = new Map<string, FunctionFamily | null>();
/** The function family of a code, looked up once for each code. */
export function familyOf(isco4: string | null): FunctionFamily | null {
  return isco4 === null ? null : cached(families, isco4, functionFamily);
}

const sectors = new Map<string, IndustrySector | null>();
export function sectorOf(nace2: string | null): IndustrySector | null {
  return nace2 === null ? null : cached(sectors, nace2, industrySector);
}

function cached<T>(known: Map<string, T>, key: string, make: (key: string) => T): T {
  if (!known.has(key)) known.set(key, make(key));
  return known.get(key) as T;
}

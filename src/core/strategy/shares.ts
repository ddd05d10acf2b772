import type { Dependence, Diversity, Fact } from '../model/index.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import { precise, rounded } from './ranking.ts';
import { DEPENDENT, SHARE_BASE } from './weights.ts';

const PROPERTIES = ['employer', 'industry', 'function', 'place'] as const;

/** Digits of ISCO-08 by which functions are counted: minor groups. */
const FUNCTION_DIGITS = 3;

/** Dependence and diversity by employer, industry, function (minor groups of ISCO-08) and country. */
export function shares(columns: Columns): { dependence: Dependence[]; diversity: Diversity[] } {
  const dependence: Dependence[] = [];
  const diversity: Diversity[] = [];
  for (const by of PROPERTIES) {
    const { counts, known, unknown } = countsOf(columns, by);
    const sizes = [...counts.values()].map(({ count }) => count);
    const largest = [...counts]
      .sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1))
      .slice(0, 8)
      .map(([key, { label, count }]) => ({ key, label, count, share: rounded(count / known) }));
    const concentration = herfindahl(sizes);
    const verdict = verdictOf(by, sizes, known, columns.size);
    dependence.push({
      by,
      herfindahl: concentration === null ? null : precise(concentration),
      largest,
      known,
      unknown,
      verdict,
      facts: dependenceFacts(by, verdict, largest[0], known, unknown),
    });
    const numbers = hillNumbers(sizes);
    const hill: Diversity['hill'] =
      numbers === null ? null : [numbers[0], precise(numbers[1]), precise(numbers[2])];
    diversity.push({
      by,
      hill,
      facts: hill === null ? [] : [{ key: `factDiversity_${by}`, values: { count: Math.round(hill[1]) } }],
    });
  }
  return { dependence, diversity };
}

/** Herfindahl-Hirschman index, 1/n to 1: the sum of squared shares; `null` of nothing. */
export function herfindahl(counts: readonly number[]): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? null : counts.reduce((sum, count) => sum + (count / all) ** 2, 0);
}

/**
 * Hill numbers of order 0, 1 and 2 (Hill 1973): as how many equally frequent kinds the given ones are as diverse.
 * Each at least 1 and at most the one before; `null` of nothing.
 */
export function hillNumbers(counts: readonly number[]): [number, number, number] | null {
  const found = counts.filter((count) => count > 0);
  const index = herfindahl(found);
  if (index === null) return null;
  const all = found.reduce((sum, count) => sum + count, 0);
  const entropy = -found.reduce((sum, count) => sum + (count / all) * Math.log(count / all), 0);
  return [found.length, Math.exp(entropy), 1 / index];
}

function countsOf(columns: Columns, by: Dependence['by']) {
  const counts = new Map<string, { label: string; count: number }>();
  const [column, labelOf] = propertyOf(columns, by);
  const byNumber = new Map<number, number>();
  let unknown = 0;
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const number = column[row] ?? UNKNOWN;
    if (number === UNKNOWN) unknown += 1;
    else byNumber.set(number, (byNumber.get(number) ?? 0) + 1);
  }
  for (const [number, count] of byNumber) {
    const [key, label] = labelOf(number);
    const entry = counts.get(key) ?? { label, count: 0 };
    entry.count += count;
    counts.set(key, entry);
  }
  return { counts, unknown, known: columns.size - unknown };
}

function propertyOf(
  columns: Columns,
  by: Dependence['by'],
): [ArrayLike<number>, (number: number) => [key: string, label: string]] {
  const same = (key = ''): [string, string] => [key, key];
  if (by === 'employer')
    return [
      columns.employer,
      (number) => [columns.employers.values[number] ?? '', columns.employerNames[number] ?? ''],
    ];
  if (by === 'industry') return [columns.nace, (number) => same(columns.industries.values[number])];
  if (by === 'function')
    return [columns.isco, (number) => same(columns.functions.values[number]?.slice(0, FUNCTION_DIGITS))];
  return [columns.country, (number) => same(columns.countries.values[number])];
}

/** Whether the largest share says something of the network, and what (`SHARE_BASE`, `DEPENDENT`). */
function verdictOf(
  by: Dependence['by'],
  sizes: readonly number[],
  known: number,
  all: number,
): Dependence['verdict'] {
  if (known < SHARE_BASE.known || known < all * SHARE_BASE.ofAll) return 'unknown';
  const share = sizes.reduce((most, size) => Math.max(most, size), 0) / known;
  if (sizes.length >= SHARE_BASE.kinds && share * sizes.length < SHARE_BASE.aboveEqual) return 'even';
  return share >= DEPENDENT[by] ? 'much' : 'some';
}

function dependenceFacts(
  by: Dependence['by'],
  verdict: Dependence['verdict'],
  top: Dependence['largest'][number] | undefined,
  known: number,
  unknown: number,
): Fact[] {
  const facts: Fact[] = [];
  if (top !== undefined && verdict === 'much') {
    const percent = Math.round((100 * top.count) / known);
    const value =
      by === 'employer'
        ? { company: top.label }
        : by === 'industry'
          ? { nace: top.key }
          : by === 'function'
            ? { isco: top.key }
            : { country: top.key };
    facts.push({ key: `factDepends_${by}`, values: { percent, ...value } });
  }
  if (unknown > known) facts.push({ key: 'factSharesUnknown', values: { count: unknown } });
  return facts;
}

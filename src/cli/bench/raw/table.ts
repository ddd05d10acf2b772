import { tableOf } from '../../../core/text/table.ts';
import type { Row } from '../row.ts';

/** Milliseconds (or megabytes) by what was measured, in the order of measuring. */
export type Measured = Map<string, number>;

/** The parts that can be measured alone. */
export const SECTIONS = [
  'import',
  'derive',
  'letter',
  'list',
  'save',
  'export',
  'restore',
  'popup',
  'csv',
] as const;
export type Section = (typeof SECTIONS)[number];

/** With what our figures are compared, and what they may be: so many times that, and so many milliseconds more. */
const COMPARED = tableOf<{ of: string; most?: number; more?: number }>({
  saved: { of: 'put with index', most: 3 },
  classified: { of: 'put with index', most: 6 },
  restore: { of: 'put with index', most: 3 },
  derive: { of: 'put with index' },
  save: { of: 'get and put', most: 3 },
  list: { of: 'getAll' },
  export: { of: 'cursor' },
  'popup, cold': { of: 'cold round trip', most: 1.3, more: 100 },
  'popup, cold: contact': { of: 'cold round trip', most: 1.3, more: 100 },
  csv: { of: 'Papa Parse', most: 1.5 },
});

const GOALS = tableOf<string>({
  'import: heap': 'under 300 MB',
  'restore: heap': 'under 300 MB',
  'import: blocked': 'at most 50 ms',
  'restore: blocked': 'at most 50 ms',
  letter: 'at most 12 s after the drop of 30 000',
});

/**
 * How many times the raw limit a figure is, without the milliseconds that it may take besides; `null` where nothing is
 * compared with it, or either was not measured.
 */
export function timesOf(
  what: string,
  measured: Measured,
): { times: number; of: string; most: number | undefined; more: number } | null {
  const compared = COMPARED.get(what);
  const figure = measured.get(what);
  const limit = compared === undefined ? undefined : measured.get(compared.of);
  if (compared === undefined || figure === undefined || limit === undefined || limit <= 0) return null;
  const { of, most, more = 0 } = compared;
  return { times: tenth(Math.max(0, figure - more) / limit), of, most, more };
}

/** Measured figures as rows; those that have a raw limit are followed by how many times that they are. */
export function rowsOf(of: string, measured: Measured): Row[] {
  return [...measured].flatMap(([what, figure]): Row[] => {
    const goal = GOALS.get(what);
    const row = {
      what: `${of}: ${what}`,
      figure: tenth(figure),
      unit: what.endsWith('heap') ? 'MB' : 'ms',
      ...(goal !== undefined && { goal }),
    };
    const compared = timesOf(what, measured);
    if (compared === null) return [row];
    const { times, of: limit, most, more } = compared;
    return [
      row,
      {
        what: `${of}: ${what} / ${limit}${more === 0 ? '' : `, without ${more} ms`}`,
        figure: times,
        unit: 'times',
        ...(most !== undefined && { goal: `at most ${most}` }),
      },
    ];
  });
}

/** How many times as long each step takes for ten times the people; 10 is as it should be. */
export function growthOf(of: string, sizes: readonly { size: number; of: Measured }[]): Row[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined || first.size >= last.size) return [];
  const decades = Math.log10(last.size / first.size);
  return [...last.of].flatMap(([what, figure]): Row[] => {
    const before = first.of.get(what) ?? 0;
    if (before <= 0 || /heap|blocked/.test(what)) return [];
    const times = (figure / before) ** (1 / decades);
    return [{ what: `${of}: ${what}, for ten times the people`, figure: tenth(times), unit: 'times' }];
  });
}

const tenth = (value: number) => Math.round(value * 10) / 10;

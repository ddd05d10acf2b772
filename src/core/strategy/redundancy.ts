import type { RedundancyGroup } from '../model/index.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import { CROWDED_FROM, REDUNDANT_FROM } from './weights.ts';

/** Digits of ISCO-08 by which functions open the same doors: minor groups. */
const DIGITS = 3;

/**
 * Groups of people who open the same doors: near the same function in the same industry, at one employer (from
 * `REDUNDANT_FROM`) or across employers (from `CROWDED_FROM`). The largest first, at most 20, each with at most 50
 * ids. A group across employers that is mostly one employer's is left to that one.
 */
export function redundancy(columns: Columns): RedundancyGroup[] {
  const groups = columns.functions.values.map((code) => code.slice(0, DIGITS));
  const groupNumbers = new Map([...new Set(groups)].map((group, at) => [group, at] as const));
  const numbers = groups.map((group) => groupNumbers.get(group) ?? 0);
  const names = [...groupNumbers.keys()];
  const industries = columns.industries.values.length;
  const sizes = new Int32Array(names.length * industries);
  const fieldOf = (row: number) => {
    const isco = columns.isco[row] as number;
    const nace = columns.nace[row] as number;
    return isco < 0 || nace < 0 ? UNKNOWN : (numbers[isco] as number) * industries + nace;
  };
  for (let row = 0; row < columns.length; row++) {
    const field = columns.digests[row] === undefined ? UNKNOWN : fieldOf(row);
    if (field >= 0) sizes[field] = (sizes[field] as number) + 1;
  }
  const fields = new Map<number, number[]>();
  for (let row = 0; row < columns.length; row++) {
    const field = columns.digests[row] === undefined ? UNKNOWN : fieldOf(row);
    if (field < 0 || (sizes[field] as number) < REDUNDANT_FROM) continue;
    const rows = fields.get(field);
    if (rows === undefined) fields.set(field, [row]);
    else rows.push(row);
  }
  const found: { field: number; employer: number; rows: number[] }[] = [];
  for (const [field, rows] of fields) {
    const byEmployer = Map.groupBy(rows, (row) => columns.employer[row] ?? UNKNOWN);
    let largest = 0;
    for (const [employer, members] of byEmployer) {
      if (employer === UNKNOWN || members.length < REDUNDANT_FROM) continue;
      largest = Math.max(largest, members.length);
      found.push({ field, employer, rows: members });
    }
    if (rows.length >= CROWDED_FROM && largest < rows.length / 2)
      found.push({ field, employer: UNKNOWN, rows });
  }
  // Named and sorted first: of thousands of groups a few are told.
  return found
    .map((group) => {
      const isco = names[Math.floor(group.field / industries)] ?? '';
      const nace2 = columns.industries.values[group.field % industries] ?? '';
      const employer = group.employer === UNKNOWN ? '' : columns.employers.values[group.employer];
      return { ...group, isco, nace2, id: `same:${isco}:${nace2}:${employer}` };
    })
    .sort((a, b) => b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1))
    .slice(0, 20)
    .map(({ id, isco, nace2, employer, rows }): RedundancyGroup => {
      const company = employer === UNKNOWN ? null : (columns.employerNames[employer] ?? '');
      const values = { count: rows.length, isco, nace: nace2 };
      return {
        id,
        isco,
        nace2,
        company,
        contactIds: rows
          .slice(0, 50)
          .map((row) => columns.id(row))
          .sort(),
        count: rows.length,
        facts: [
          company === null
            ? { key: 'factSameDoors', values }
            : { key: 'factSameDoorsAt', values: { ...values, company } },
        ],
      };
    });
}

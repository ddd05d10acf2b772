import type { Grid, GridCell } from '../model/index.ts';
import { iscoGroup } from '../taxonomy/index.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import type { Viewpoint } from './viewpoint.ts';

/** Digits of ISCO-08 by which the grid groups functions: sub-major groups, 43 of them. */
const DIGITS = 2;

/**
 * Where somebody is known: sub-major groups of functions by industries, the fullest cells first; and the cells that
 * goals aim at, filled or empty. A goal that names only one side marks the filled cells of that side.
 */
export function grid(columns: Columns, view: Viewpoint): Grid {
  const cells = new Map<string, GridCell>();
  const groups = columns.functions.values.map((code) => code.slice(0, DIGITS));
  let unplaced = 0;
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const group = groups[columns.isco[row] ?? UNKNOWN];
    const nace2 = columns.industries.values[columns.nace[row] ?? UNKNOWN];
    if (group === undefined || nace2 === undefined) unplaced += 1;
    else cellAt(cells, group, nace2, view).count += 1;
  }
  for (const { goal } of view.aims) {
    const { isco, nace2 } = goal.target;
    const group = isco === undefined ? undefined : iscoGroup(isco)?.slice(0, DIGITS);
    if (group !== undefined && group.length === DIGITS && nace2 !== undefined)
      cellAt(cells, group, nace2, view).goalIds.push(goal.id);
    else if (group !== undefined || nace2 !== undefined)
      for (const cell of cells.values())
        if (
          (group === undefined || cell.isco.startsWith(group)) &&
          (nace2 === undefined || cell.nace2 === nace2)
        )
          cell.goalIds.push(goal.id);
  }
  return {
    cells: [...cells.values()].sort(
      (a, b) => b.count - a.count || (a.isco + a.nace2 < b.isco + b.nace2 ? -1 : 1),
    ),
    unplaced,
  };
}

function cellAt(cells: Map<string, GridCell>, isco: string, nace2: string, { me }: Viewpoint): GridCell {
  const key = `${isco}:${nace2}`;
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = {
      isco,
      nace2,
      count: 0,
      functionDistance: me?.isco?.startsWith(isco) ? 0 : (me?.toFunction(isco) ?? null),
      industryDistance: me?.toIndustry(nace2) ?? null,
      goalIds: [],
    };
    cells.set(key, cell);
  }
  return cell;
}

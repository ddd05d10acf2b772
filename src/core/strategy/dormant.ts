import type { Analysis, Fact } from '../model/index.ts';
import { type Columns, REACHES } from './columns.ts';
import { monthsSince } from './fit.ts';
import { bestRows } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import { DORMANT } from './weights.ts';

const ASLEEP = REACHES.indexOf('dormant');

/** Ties that fell asleep with people who serve a goal, are key persons or friends; the most useful first. */
export function dormantTies(columns: Columns, view: Viewpoint): Analysis['dormant'] {
  const rows: number[] = [];
  for (let row = 0; row < columns.length; row++)
    if (
      columns.reach[row] === ASLEEP &&
      columns.digests[row] !== undefined &&
      (columns.servesAny(row) || columns.isHub[row] === 1 || columns.friend[row] === 1)
    )
      rows.push(row);
  const best = bestRows(
    rows,
    DORMANT,
    (row) => Math.max(columns.bestFit(row), columns.hub[row] ?? 0),
    (row) => columns.id(row),
  );
  return best.map((row) => {
    const months = monthsSince(columns.digests[row]?.tie?.last ?? 0, view.today);
    const facts: Fact[] = view.aims.flatMap(({ goal }, at) =>
      columns.serves[at]?.[row] === 1 ? [{ key: 'factServesGoal', values: { goal: goal.id } }] : [],
    );
    if (columns.isHub[row] === 1) facts.push({ key: 'factKeyPerson' });
    return { contactId: columns.id(row), months, facts };
  });
}

import type { Analysis, Fact } from '../model/index.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import { rowsFrom } from './coverage.ts';
import { bestRows } from './ranking.ts';
import { CIRCLE_GAIN, CIRCLE_VARIED, INNER_CIRCLE } from './weights.ts';

/**
 * Twelve to eighteen people who serve the goals (or are key persons) and differ most, fewer when there are not as many: one after the other, the contact who adds the
 * most, that is what they are good for (the best fit, or the evidence as key person) times how rare what they
 * bring (roles, function, industry, employer, country, layer) is among those chosen so far. Beyond twelve only
 * while somebody still adds a good deal.
 */
export function innerCircle(columns: Columns): Analysis['innerCircle'] {
  const support = new Uint8Array(columns.length);
  for (const row of columns.held())
    if (columns.servesAny(row) || columns.isHub[row] === 1) support[row] = supportOf(columns, row) * 100;
  const candidates = bestRows(
    rowsFrom(support, columns.length, INNER_CIRCLE.fromBest),
    INNER_CIRCLE.fromBest,
    (row) => supportOf(columns, row),
    (row) => columns.id(row),
  );
  /** How many of the chosen bring a feature. */
  const brought = new Map<string, number>();
  const chosen: number[] = [];
  const features = new Map(candidates.map((row) => [row, featuresOf(columns, row)]));
  while (chosen.length < INNER_CIRCLE.most && candidates.length > 0) {
    let best = -1;
    let bestGain = 0;
    candidates.forEach((row, at) => {
      const own = features.get(row) ?? [];
      let fresh = 0;
      // The second of a kind adds half of what the first did, the third a third.
      for (const feature of own) fresh += 1 / (1 + (brought.get(feature) ?? 0));
      const gain = supportOf(columns, row) * (0.5 + 0.5 * (own.length === 0 ? 0 : fresh / own.length));
      if (gain > bestGain) [best, bestGain] = [at, gain];
    });
    if (best < 0 || (chosen.length >= INNER_CIRCLE.least && bestGain < CIRCLE_GAIN)) break;
    const [row = UNKNOWN] = candidates.splice(best, 1);
    chosen.push(row);
    for (const feature of features.get(row) ?? []) brought.set(feature, (brought.get(feature) ?? 0) + 1);
  }
  if (chosen.length === 0) return { contactIds: [], facts: [] };
  return { contactIds: chosen.map((row) => columns.id(row)), facts: factsOf(columns, chosen) };
}

/** How varied the circle is; of a full one that is not, what is missing. */
function factsOf(columns: Columns, chosen: readonly number[]): Fact[] {
  const found = {
    function: different(chosen, columns.isco),
    industry: different(chosen, columns.nace),
    employer: different(chosen, columns.employer),
  };
  const values = {
    count: chosen.length,
    functions: found.function.kinds,
    industries: found.industry.kinds,
    employers: found.employer.kinds,
  };
  const full = chosen.length >= INNER_CIRCLE.least;
  const lacking = (['function', 'industry', 'employer'] as const).filter(
    (by) => full && found[by].kinds < CIRCLE_VARIED[by] && found[by].known * 2 >= chosen.length,
  );
  return [
    { key: lacking.length === 0 ? 'factInnerCircle' : 'factInnerCircleAlike', values },
    ...lacking.map((by) => ({ key: `factCircleLacks_${by}` }) as const),
  ];
}

/** 0 to 1; a key person without a fit counts by half of the evidence. */
function supportOf(columns: Columns, row: number): number {
  return Math.max(columns.bestFit(row) / 100, (columns.hub[row] ?? 0) / 200);
}

function featuresOf(columns: Columns, row: number): string[] {
  const features = [
    `f${columns.isco[row]}`,
    `i${columns.nace[row]}`,
    `e${columns.employer[row]}`,
    `c${columns.country[row]}`,
    `l${columns.layer[row]}`,
  ].filter((feature) => !feature.endsWith(String(UNKNOWN)));
  columns.fit.forEach((_, goal) => {
    if (columns.serves[goal]?.[row] !== 1) return;
    const bits = columns.roles[goal]?.[row] ?? 0;
    for (let role = 0; bits >> role > 0; role++) if ((bits >> role) & 1) features.push(`r${goal}:${role}`);
  });
  return features;
}

/** Of how many it is known, and how many different ones there are. */
function different(rows: readonly number[], column: ArrayLike<number>): { known: number; kinds: number } {
  const seen = rows.map((row) => column[row] ?? UNKNOWN).filter((value) => value !== UNKNOWN);
  return { known: seen.length, kinds: new Set(seen).size };
}

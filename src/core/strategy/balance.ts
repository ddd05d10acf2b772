import { type Balance, type Fact, LAYERS } from '../model/index.ts';
import { type Columns, UNKNOWN_LAYER } from './columns.ts';
import { rounded } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import { BALANCE } from './weights.ts';

/** How the network is spread over layers, inside and outside, present and future. What is not known counts apart. */
export function balance(columns: Columns, view: Viewpoint): Balance {
  const layers = { operational: 0, personal: 0, strategic: 0, beyond: 0 };
  let [unknown, internal, external, unknownEmployer, present, future] = [0, 0, 0, 0, 0, 0];
  const { serves } = columns;
  const horizons = view.aims.map(({ goal }) => goal.horizon);
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const layer = LAYERS[columns.layer[row] ?? UNKNOWN_LAYER];
    if (layer === undefined) unknown += 1;
    else layers[layer] += 1;
    if (columns.internal[row] === 1) internal += 1;
    else if (columns.internal[row] === 0) external += 1;
    else unknownEmployer += 1;
    let now = layer === 'operational';
    let later = false;
    for (let goal = 0; goal < serves.length; goal++) {
      if (serves[goal]?.[row] !== 1) continue;
      if (horizons[goal] === 'present') now = true;
      else later = true;
    }
    present += Number(now);
    future += Number(later);
  }
  const both = internal + external;
  const index = both === 0 ? null : rounded((external - internal) / both);
  const facts: Fact[] = [];
  const known = columns.size - unknown;
  for (const layer of LAYERS)
    if (known >= BALANCE.from && layers[layer] / known >= BALANCE.layer)
      facts.push({
        key: `factBalance_${layer}`,
        values: { percent: Math.round((100 * layers[layer]) / known) },
      });
  if (index !== null && both >= BALANCE.from && index <= -BALANCE.index)
    facts.push({ key: 'factBalanceInside', values: { percent: Math.round((100 * internal) / both) } });
  if (index !== null && both >= BALANCE.from && index >= BALANCE.index && internal === 0)
    facts.push({ key: 'factBalanceOutside' });
  if (horizons.includes('future') && future === 0 && columns.size > 0)
    facts.push({ key: 'factBalanceNoFuture' });
  if (unknown > 0) facts.push({ key: 'factBalanceUnknown', values: { count: unknown } });
  return { layers, unknown, internal, external, unknownEmployer, eiIndex: index, present, future, facts };
}

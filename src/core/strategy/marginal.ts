import {
  type Analysis,
  type Digest,
  type Fact,
  isRecognised,
  RECOGNISED_ROLES,
  ROLES,
} from '../model/index.ts';
import { addsOf, type Columns, coverageOf, hasRole, reachOf, UNKNOWN } from './columns.ts';
import { coveredBy, type Tally } from './coverage.ts';
import { rounded } from './ranking.ts';
import type { ReadingAlone } from './read.ts';
import type { Viewpoint } from './viewpoint.ts';
import { CROWDED_FROM, GOAL_WEIGHT_MOST, LEAST_GAIN, REACH } from './weights.ts';

/** How many held contacts stand in a field (function and industry), by number of the codes. */
export interface Fields {
  functions: number[];
  industries: number[];
  crossings: Map<number, number>;
}

/** How many contacts stand in each function, each industry, and in both at once. */
export function fieldsOf(columns: Columns): Fields {
  const fields: Fields = { functions: [], industries: [], crossings: new Map() };
  const industries = columns.industries.values.length;
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    const isco = columns.isco[row] ?? UNKNOWN;
    const nace = columns.nace[row] ?? UNKNOWN;
    if (isco >= 0) fields.functions[isco] = (fields.functions[isco] ?? 0) + 1;
    if (nace >= 0) fields.industries[nace] = (fields.industries[nace] ?? 0) + 1;
    if (isco < 0 || nace < 0) continue;
    const crossing = isco * industries + nace;
    fields.crossings.set(crossing, (fields.crossings.get(crossing) ?? 0) + 1);
  }
  return fields;
}

/**
 * How many *others* are in a contact's field: of the same function, of the same industry, of both. `null` where the
 * contact's own code is unknown.
 */
export function othersIn(digest: Digest, columns: Columns, fields: Fields) {
  const row = columns.rows.get(digest.id);
  const isco = columns.functions.find(digest.isco);
  const nace = columns.industries.find(digest.nace);
  const self = (column: ArrayLike<number>, number: number) =>
    row !== undefined && number >= 0 && column[row] === number ? 1 : 0;
  const ownFunction = self(columns.isco, isco);
  const ownIndustry = self(columns.nace, nace);
  const both = fields.crossings.get(isco * columns.industries.values.length + nace) ?? 0;
  return {
    function: digest.isco === undefined ? null : (fields.functions[isco] ?? 0) - ownFunction,
    industry: digest.nace === undefined ? null : (fields.industries[nace] ?? 0) - ownIndustry,
    both:
      digest.isco === undefined || digest.nace === undefined
        ? null
        : isco < 0 || nace < 0
          ? 0
          : both - ownFunction * ownIndustry,
  };
}

/**
 * What the network gains by a contact, or, when it is held, would lose without: blind spots closed, coverage added,
 * fields opened; or that many others cover the same. The strongest first.
 */
export function marginalOf(
  digest: Digest,
  reading: ReadingAlone,
  columns: Columns,
  view: Viewpoint,
  tally: Tally,
  fields: Fields,
): Fact[] {
  const held = columns.rows.get(digest.id);
  const reach = REACH[reachOf(digest, view.today)];
  const found: { weight: number; fact: Fact }[] = [];
  let roles = 0;
  view.aims.forEach((aim, goal) => {
    const counts = tally.counts[goal] ?? [];
    const with_ = [...(tally.sums[goal] ?? [])];
    const without = [...(tally.sums[goal] ?? [])];
    const weight = aim.goal.weight / GOAL_WEIGHT_MOST;
    for (const { role, strength } of reading.fits[goal]?.roles ?? []) {
      const at = ROLES.indexOf(role);
      const others = (counts[at] ?? 0) - (held !== undefined && hasRole(columns, goal, role, held) ? 1 : 0);
      if (held === undefined) with_[at] = (with_[at] ?? 0) + addsOf(strength, reach);
      else without[at] = (without[at] ?? 0) - (columns.adds[goal]?.[at]?.[held] ?? 0);
      if (!isRecognised(role) || !aim.needed.has(role)) continue;
      roles += 1;
      if (others === 0)
        found.push({
          weight: weight * 2,
          fact: {
            key: held === undefined ? `factCloses_${role}` : `factOnly_${role}`,
            values: { goal: aim.goal.id },
          },
        });
      else if (others >= CROWDED_FROM)
        found.push({
          weight: 0.001,
          fact: { key: `factCrowded_${role}`, values: { count: others, goal: aim.goal.id } },
        });
    }
    const gain = (coveredBy(aim, with_) ?? 0) - (coveredBy(aim, without) ?? 0);
    if (gain >= LEAST_GAIN)
      found.push({
        weight: weight * gain,
        fact: {
          key: held === undefined ? 'factAddsCoverage' : 'factHoldsCoverage',
          values: { percent: Math.max(1, Math.round(gain * 100)), goal: aim.goal.id },
        },
      });
  });
  const others = othersIn(digest, columns, fields);
  const alone = (property: 'function' | 'industry'): Fact['key'] =>
    held === undefined ? `factFirst_${property}` : `factSole_${property}`;
  const { isco, nace } = digest;
  if (nace !== undefined && others.industry === 0 && columns.size > 0)
    found.push({ weight: 0.3, fact: { key: alone('industry'), values: { nace } } });
  if (isco !== undefined && others.function === 0 && columns.size > 0)
    found.push({ weight: 0.2, fact: { key: alone('function'), values: { isco } } });
  if (roles === 0 && others.both !== null && others.both >= CROWDED_FROM)
    found.push({ weight: 0.002, fact: { key: 'factCrowdedField', values: { count: others.both } } });
  return found.sort((a, b) => b.weight - a.weight).map(({ fact }) => fact);
}

/** Contacts who alone fill a role that a goal lives on, with what the goals' coverage would lose without them. */
export function soleHolders(columns: Columns, view: Viewpoint, tally: Tally): Analysis['marginal'] {
  const losses = new Map<number, { loss: number; facts: Fact[] }>();
  view.aims.forEach((aim, goal) => {
    RECOGNISED_ROLES.forEach((role, at) => {
      if (!aim.needed.has(role) || tally.counts[goal]?.[at] !== 1) return;
      for (let row = 0; row < columns.length; row++) {
        if (columns.digests[row] === undefined || !hasRole(columns, goal, role, row)) continue;
        const entry = losses.get(row) ?? { loss: 0, facts: [] };
        const strength = coverageOf(columns.adds[goal]?.[at]?.[row] ?? 0);
        entry.loss += (strength / aim.needed.size) * (aim.goal.weight / GOAL_WEIGHT_MOST);
        entry.facts.push({ key: `factOnly_${role}`, values: { goal: aim.goal.id } });
        losses.set(row, entry);
        break;
      }
    });
  });
  return [...losses]
    .map(([row, { loss, facts }]) => ({ contactId: columns.id(row), loss: rounded(loss), facts }))
    .sort((a, b) => b.loss - a.loss || (a.contactId < b.contactId ? -1 : 1))
    .slice(0, 20);
}

import { ISCO_UNIT_GROUPS, iscoGroup } from '../taxonomy/index.ts';
import { FUNCTION_SKILLS } from './functionSkills.ts';
import { SKILL_GROUPS, type SkillGroup } from './skillGroups.ts';
import { bytesOf } from './steps.ts';

/** Weight from which a group of skills counts as characteristic of a function; chosen by reading pairs. */
export const CHARACTERISTIC = 0.045;
/** The weight that the table's largest byte stands for. */
export const FULL_WEIGHT = 3;
/** Groups of skills that the table keeps of a function. */
export const MOST_SKILLS = 12;
/** More are no reason any more but a list. */
const MOST_SHARED = 3;

/**
 * Why two functions are near: up to three groups of skills that are characteristic of both, the most characteristic
 * first. What everybody needs (communication, computers) says nothing and is not among them. Empty for the same
 * function, for codes that are not of ISCO-08, and where nothing characteristic is shared. Symmetric.
 */
export function sharedSkills(a: string | null | undefined, b: string | null | undefined): SkillGroup[] {
  if (!a || !b || iscoGroup(a) === iscoGroup(b)) return [];
  const theirs = weightsOf(b);
  return [...weightsOf(a)]
    .map(([place, weight]) => ({ place, weight: Math.min(weight, theirs.get(place) ?? 0) }))
    .filter(({ weight }) => weight >= CHARACTERISTIC)
    .sort((x, y) => y.weight - x.weight || x.place - y.place)
    .slice(0, MOST_SHARED)
    .map(({ place }) => SKILL_GROUPS[place] as SkillGroup);
}

type Weights = ReadonlyMap<number, number>;

/** Weights by place in `SKILL_GROUPS`; a group of functions has the mean of its unit groups. */
function weightsOf(code: string): Weights {
  const group = iscoGroup(code);
  if (group === null || group !== code.slice(0, 4)) return new Map();
  table ??= readTable();
  let found = table.get(group);
  if (found === undefined) {
    const members = ISCO_UNIT_GROUPS.filter((unit) => unit.startsWith(group));
    const sums = new Map<number, number>();
    for (const member of members)
      for (const [place, weight] of table.get(member) ?? [])
        sums.set(place, (sums.get(place) ?? 0) + weight / members.length);
    table.set(group, sums);
    found = sums;
  }
  return found;
}

/** Decoded with the first use. */
let table: Map<string, Weights> | undefined;

function readTable(): Map<string, Weights> {
  const bytes = bytesOf(FUNCTION_SKILLS);
  let at = 0;
  return new Map(
    ISCO_UNIT_GROUPS.map((code) => {
      const weights = new Map<number, number>();
      const count = bytes[at++] ?? 0;
      for (let k = 0; k < count; k++, at += 2)
        weights.set(bytes[at] ?? 0, FULL_WEIGHT * ((bytes[at + 1] ?? 0) / 255) ** 2);
      return [code, weights] as const;
    }),
  );
}

import { CHARACTERISTIC, FULL_WEIGHT, MOST_SKILLS } from '../../core/distance/sharedSkills.ts';
import { SKILL_GROUPS, type SkillGroup } from '../../core/distance/skillGroups.ts';
import { ISCO_UNIT_GROUPS } from '../../core/taxonomy/index.ts';
import type { Corpus } from './corpus.ts';
import { skillGroupOf } from './skillWords.ts';

type Weights = ReadonlyMap<SkillGroup, number>;

/**
 * How characteristic each group of skills is of each of the 436 unit groups: `share · ln(share / usual share)`, the
 * part that the group has in telling this function from all others (Kullback and Leibler 1951), only where above
 * `CHARACTERISTIC`. Unit groups that ESCO has no occupation in take the mean of their minor group.
 */
export function functionSkills(corpus: Corpus): Weights[] {
  const shares = ISCO_UNIT_GROUPS.map((code) => sharesOf(corpus, code));
  const filled = shares.map((own, at) => {
    if (own.size > 0) return own;
    const minor = ISCO_UNIT_GROUPS[at]?.slice(0, 3) ?? '';
    return mean(shares.filter((other, k) => other.size > 0 && ISCO_UNIT_GROUPS[k]?.startsWith(minor)));
  });
  const usual = mean(filled.filter((own) => own.size > 0));
  return filled.map(
    (own) =>
      new Map(
        [...own]
          .map(([group, share]) => [group, share * Math.log(share / (usual.get(group) ?? share))] as const)
          .filter(([, weight]) => weight >= CHARACTERISTIC),
      ),
  );
}

/**
 * Shares of the groups in all that ESCO asks of a unit group, essential skills double; what belongs to no group
 * counts in the whole. Occupations are averaged by the square of their mean root: what one of ten asks for says
 * little of the ten.
 */
function sharesOf({ concepts, skills }: Corpus, code: string): Map<SkillGroup, number> {
  const roots = new Map<SkillGroup | null, number>();
  for (const { source, isco4, essential, optional } of concepts) {
    const all = 2 * essential.length + optional.length;
    if (source !== 'esco' || isco4 !== code || all === 0) continue;
    const own = new Map<SkillGroup | null, number>();
    for (const [indices, weight] of [[essential, 2] as const, [optional, 1] as const]) {
      for (const index of indices) {
        const group = groupOf(skills[index] ?? '');
        own.set(group, (own.get(group) ?? 0) + weight);
      }
    }
    for (const [group, weight] of own) roots.set(group, (roots.get(group) ?? 0) + Math.sqrt(weight / all));
  }
  let whole = 0;
  for (const root of roots.values()) whole += root * root;
  const shares = new Map<SkillGroup, number>();
  for (const [group, root] of roots) if (group !== null) shares.set(group, (root * root) / whole);
  return shares;
}

function groupOf(label: string): SkillGroup | null {
  let group = groupsByLabel.get(label);
  if (group === undefined) {
    group = skillGroupOf(label);
    groupsByLabel.set(label, group);
  }
  return group;
}
const groupsByLabel = new Map<string, SkillGroup | null>();

function mean(of: readonly Weights[]): Map<SkillGroup, number> {
  const sums = new Map<SkillGroup, number>();
  for (const weights of of)
    for (const [group, weight] of weights) sums.set(group, (sums.get(group) ?? 0) + weight / of.length);
  return sums;
}

/** Source text of `core/distance/functionSkills.ts`. */
export function functionSkillsSource(skills: readonly Weights[]): string {
  const bytes = skills.flatMap((weights) => {
    const strongest = [...weights]
      .map(([group, weight]) => [SKILL_GROUPS.indexOf(group), weight] as const)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, MOST_SKILLS);
    return [
      strongest.length,
      ...strongest.flatMap(([place, weight]) => [
        place,
        Math.round(255 * Math.sqrt(Math.min(1, weight / FULL_WEIGHT))),
      ]),
    ];
  });
  return [
    '// Made by `npm run -s cli -- train`. Do not edit.',
    '// Computed from the skills that ESCO (European Commission) asks of occupations; see public/NOTICE.txt.',
    '/**',
    ' * For each ISCO-08 unit group, in the order of `ISCO_UNIT_GROUPS`, how many groups of skills are characteristic of',
    ' * it, then each as its place in `SKILL_GROUPS` and its weight; bytes as base64.',
    ' */',
    'export const FUNCTION_SKILLS =',
    `  '${Buffer.from(bytes).toString('base64')}';`,
    '',
  ].join('\n');
}

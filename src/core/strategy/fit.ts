import { functionDistance, industryDistance, placeDistance, seniorityGap } from '../distance/index.ts';
import { effectiveProfile } from '../merge/index.ts';
import {
  currentPosition,
  type Fact,
  type Fit,
  type FitPart,
  type Goal,
  type HubEvidence,
} from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import type { ContactInput, StrategyContext } from './context.ts';
import { rolesToward } from './roles.ts';
import { FIT_POINTS, MUTUAL_PEAK, RECENCY_MONTHS, ROLES_FOR_GOAL, TARGET_SHARES } from './weights.ts';

/**
 * How a contact serves a goal: 0 to 100, the sum of its parts. `null` when nothing that the goal asks about is
 * known of the contact. Unknown parts lower `confidence`, and count neither for nor against.
 */
export function fitToGoal(goal: Goal, input: ContactInput, context: StrategyContext, hub: HubEvidence): Fit {
  const match = matchTarget(goal, input);
  const roles = rolesToward(goal, input, context, hub);
  const none: Fit = { goalId: goal.id, value: null, confidence: match.known, parts: [], roles };
  if (match.share === null) return none;

  const wanted = ROLES_FOR_GOAL[goal.kind];
  const role = roles.length === 0 ? 0 : roles.some(({ role }) => wanted.includes(role)) ? 1 : 0.5;
  // Hub, tie and recency make a match easier to use; without any match there is nothing to use.
  const useful = Math.max(match.share, role);
  const tie = tieShare(input);
  const months = monthsSince(input.contact.source.capturedAt, context.now);
  const parts: FitPart[] = [
    part('target', match.share, match.facts),
    part(
      'role',
      role,
      roles.flatMap(({ facts }) => facts),
    ),
    part(
      'hub',
      hub.strength * useful,
      hub.evidence.map(({ fact }) => fact),
    ),
    part('tie', tie.share * useful, tie.facts),
    part('recency', Math.max(0, 1 - months / RECENCY_MONTHS) * useful, [
      { key: 'factLastSeen', values: { count: months } },
    ]),
  ];
  return {
    goalId: goal.id,
    value: parts.reduce((sum, { points }) => sum + points, 0),
    confidence: match.known,
    parts,
    roles,
  };
}

function part(name: FitPart['part'], share: number, facts: Fact[]): FitPart {
  const of = FIT_POINTS[name];
  return { part: name, points: Math.round(of * share), of, facts };
}

/** The target's match, 0 to 1 over its known parts, and the share of its parts that is known. */
function matchTarget(
  goal: Goal,
  { contact, career }: ContactInput,
): { share: number | null; known: number; facts: Fact[] } {
  const { target } = goal;
  const { current } = career;
  const profile = effectiveProfile(contact);
  const facts: Fact[] = [];
  let asked = 0;
  let known = 0;
  let sum = 0;
  const weigh = (share: number, nearness: number | null, fact: Fact) => {
    asked += share;
    if (nearness === null) return;
    known += share;
    sum += share * nearness;
    if (nearness > 0) facts.push(fact);
  };
  const near = (distance: number | null) => (distance === null ? null : 1 - distance);

  if (target.isco !== undefined) {
    const distance = functionDistance(target.isco, current.function?.isco4);
    weigh(
      TARGET_SHARES.function,
      near(distance),
      distance === 0
        ? fact('factInTargetFunction', { isco: target.isco })
        : fact('factNearTargetFunction', { isco: target.isco }),
    );
  }
  if (target.nace2 !== undefined) {
    const distance = industryDistance(target.nace2, current.industry?.nace2);
    weigh(
      TARGET_SHARES.industry,
      near(distance),
      distance === 0
        ? fact('factInTargetIndustry', { nace: target.nace2 })
        : fact('factNearTargetIndustry', { nace: target.nace2 }),
    );
  }
  if (target.companies.length > 0) {
    const company = currentPosition(profile)?.company;
    const found =
      company === undefined
        ? null
        : target.companies.some((name) => companyKey(name) === companyKey(company))
          ? 1
          : 0;
    weigh(TARGET_SHARES.company, found, fact('factInTargetCompany', { company: company ?? '' }));
  }
  if (target.place !== undefined) {
    const place = placeDistance(target.place, profile.location);
    weigh(
      TARGET_SHARES.place,
      place === null ? null : 1 - place.distance,
      fact('factNearTargetPlace', { place: profile.location?.text ?? '' }),
    );
  }
  if (target.seniority !== undefined) {
    const gap = seniorityGap(target.seniority, current.seniority);
    weigh(
      TARGET_SHARES.seniority,
      gap === null ? null : gap >= 0 ? 1 : Math.max(0, 1 + gap / 4),
      fact('factHasTargetSeniority', { seniority: current.seniority ?? '' }),
    );
  }
  if (target.skills.length > 0) {
    const skills = new Set(profile.skills.map(fold));
    const shared = target.skills.filter((skill) => skills.has(fold(skill)));
    weigh(
      TARGET_SHARES.skills,
      skills.size === 0 ? null : shared.length / target.skills.length,
      fact('factHasTargetSkill', { skill: shared[0] ?? '' }),
    );
  }
  return { share: known === 0 ? null : sum / known, known: asked === 0 ? 0 : known / asked, facts };
}

function fact(key: string, values: NonNullable<Fact['values']>): Fact {
  return { key, values };
}

function tieShare({ contact, ties }: ContactInput): { share: number; facts: Fact[] } {
  const tie = ties.find(({ from, kind }) => from === 'me' && kind === 'knows');
  const mutual = contact.profile.mutualConnections;
  if (tie?.strength !== undefined) {
    return {
      share: { weak: 0.7, moderate: 1, strong: 0.8 }[tie.strength],
      facts: [fact('factTieStrength', { strength: tie.strength })],
    };
  }
  if (mutual !== undefined && mutual > 0) {
    const share =
      mutual <= MUTUAL_PEAK
        ? 0.4 + (0.6 * mutual) / MUTUAL_PEAK
        : Math.max(0.5, 1 - (mutual - MUTUAL_PEAK) / 80);
    return { share, facts: [fact('factMutualConnections', { count: mutual })] };
  }
  return contact.profile.degree === 1
    ? { share: 0.5, facts: [{ key: 'factConnected' }] }
    : { share: 0, facts: [] };
}

function monthsSince(instant: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / (30.44 * 86_400_000)));
}

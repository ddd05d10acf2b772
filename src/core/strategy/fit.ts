import type { Digest, Fact, Fit, FitPart, HubEvidence } from '../model/index.ts';
import { mainPost } from './posts.ts';
import { rolesToward, type Standing, standingOf } from './roles.ts';
import { type Aim, levelOf, placeNearness, type Viewpoint } from './viewpoint.ts';
import {
  ALREADY_THERE,
  FIT_POINTS,
  FORMER_INSIDER,
  KNOWN_FROM,
  MUTUALS,
  RECENCY_MONTHS,
  SENIORITY_SPAN,
  SERVES_FROM,
  TARGET_SHARES,
  type TargetPart,
  TIE_SHARE,
  UNKNOWN_NEARNESS,
  UNKNOWN_RECENCY,
} from './weights.ts';

/**
 * How a contact serves a goal: 0 to 100, the sum of its parts. `null`, with no parts, when less than `KNOWN_FROM`
 * of what the goal's target asks about is known. Unknown parts lower `confidence`, and count neither for nor
 * against. Never falls when the contact comes nearer to the target and all else stays.
 */
export function fitToGoal(digest: Digest, aim: Aim, view: Viewpoint, hub: HubEvidence): Fit {
  const standing = standingOf(digest, aim, view);
  const match = matchTarget(digest, aim, standing, view);
  const found = rolesToward(digest, aim, standing, view, hub);
  const { roles } = found;
  const goalId = aim.goal.id;
  if (match.known < KNOWN_FROM && standing.company === null) {
    // Of a role that the user gave, nothing needs to be known.
    const serves = roles.some(({ own, role }) => own === true && role !== 'peer');
    return { goalId, value: null, confidence: match.known, parts: [], ...found, serves };
  }

  const [role, roleFacts] = rolePart(roles, aim);
  // Hub, tie and recency make a match easier to use; without any match there is nothing to use.
  const useful = Math.max(match.share, role);
  const tie = tieShare(digest);
  const parts: FitPart[] = [
    part('target', match.share, match.facts),
    part('role', role, roleFacts),
    part(
      'hub',
      hub.strength * useful,
      hub.evidence.map(({ fact }) => fact),
    ),
    part('tie', tie.share * useful, tie.facts),
    recencyPart(digest, useful, view.today),
  ];
  let value = 0;
  for (const { points } of parts) value += points;
  const serves =
    roles.some(({ role, own }) => own === true && role !== 'peer') ||
    (value >= SERVES_FROM && roles.some(({ role }) => role !== 'peer'));
  return { goalId, value, confidence: match.known, parts, ...found, serves };
}

/** Of contact, not of the day on which a page was read. */
function recencyPart({ tie, degree }: Digest, useful: number, today: number): FitPart {
  if (tie?.last !== undefined) {
    const months = monthsSince(tie.last, today);
    return part('recency', Math.max(0, 1 - months / RECENCY_MONTHS) * useful, [
      { key: 'factLastContact', values: { count: months } },
    ]);
  }
  const known = tie !== undefined || degree === 1;
  return part('recency', (known ? UNKNOWN_RECENCY : 0) * useful, [{ key: 'factNoContactNoted' }]);
}

/** Whole months from one day to another, both in days since 1970-01-01; none for a day to come. */
export function monthsSince(day: number, today: number): number {
  return Math.max(0, Math.floor((today - day) / 30.44));
}

function part(name: FitPart['part'], share: number, facts: Fact[]): FitPart {
  const of = FIT_POINTS[name];
  return { part: name, points: Math.round(of * share), of, facts };
}

/**
 * The strongest role counts, in full when this kind of goal lives on it. A peer walks beside the user and is no
 * nearer to the target than they are: shown as a role and counted in the coverage, without points here.
 */
function rolePart(roles: Fit['roles'], aim: Aim): [number, Fact[]] {
  let best = 0;
  const facts: Fact[] = [];
  for (const { role, strength, facts: reasons } of roles) {
    facts.push(...reasons);
    if (role !== 'peer') best = Math.max(best, strength * (aim.needed.has(role) ? 1 : 0.5));
  }
  return [best, facts];
}

/** The target's match, 0 to 1 over its known parts, and the share of its parts that is known. */
function matchTarget(
  digest: Digest,
  aim: Aim,
  standing: Standing,
  view: Viewpoint,
): { share: number; known: number; facts: Fact[] } {
  const { target } = aim.goal;
  const { keyOf } = view;
  const facts: Fact[] = [];
  let asked = 0;
  let known = 0;
  let sum = 0;
  const left = sharesWhatILeave(digest, aim, view);
  for (const ask of aim.asks) {
    const weight = TARGET_SHARES[ask];
    asked += weight;
    const [nearness, fact] = partOfTarget(ask);
    if (nearness === null) {
      sum += weight * UNKNOWN_NEARNESS * (left && aim.there.has(ask) ? ALREADY_THERE : 1);
      continue;
    }
    known += weight;
    sum += weight * nearness * (left && aim.there.has(ask) ? ALREADY_THERE : 1);
    if (fact !== null) facts.push(fact);
  }
  return { share: known === 0 ? 0 : sum / asked, known: asked === 0 ? 0 : known / asked, facts };

  function partOfTarget(ask: TargetPart): [number | null, Fact | null] {
    if (ask === 'function') {
      const distance = standing.toFunction;
      const key = distance === 0 ? 'factInTargetFunction' : 'factNearTargetFunction';
      return graded(distance, { key, values: { isco: target.isco ?? '' } });
    }
    if (ask === 'industry') {
      // Whoever works for the company that the goal names is in its industry, whatever is known of it.
      const distance = standing.company === null ? standing.toIndustry : 0;
      const key = distance === 0 ? 'factInTargetIndustry' : 'factNearTargetIndustry';
      return graded(distance, { key, values: { nace: target.nace2 ?? '' } });
    }
    if (ask === 'company') return company();
    if (ask === 'place') {
      const fact: Fact = { key: 'factNearTargetPlace', values: { place: digest.place?.text ?? '' } };
      return standing.place === null ? [null, null] : [standing.place, standing.place > 0 ? fact : null];
    }
    if (ask === 'seniority') {
      if (digest.seniority === undefined || aim.seniority === null) return [null, null];
      const below = Math.max(0, levelOf(aim.seniority) - levelOf(digest.seniority));
      const fact: Fact = { key: 'factHasTargetSeniority', values: { seniority: digest.seniority } };
      return [Math.max(0, 1 - below / SENIORITY_SPAN), below < SENIORITY_SPAN ? fact : null];
    }
    const { skills } = standing;
    if (skills === null) return [null, null];
    const [skill] = skills;
    const fact: Fact | null = skill === undefined ? null : { key: 'factHasTargetSkill', values: { skill } };
    return [skills.length / aim.skills.length, fact];
  }

  function company(): [number | null, Fact | null] {
    if (standing.company !== null)
      return [1, { key: 'factInTargetCompany', values: { company: standing.company } }];
    for (const step of digest.steps ?? []) {
      const former = step.company === undefined ? undefined : aim.companies.get(keyOf(step.company));
      if (former !== undefined)
        return [FORMER_INSIDER, { key: 'factWasInTargetCompany', values: { company: former } }];
    }
    return digest.employer === undefined ? [null, null] : [0, null];
  }
}

/**
 * Does the contact share what I must leave, being in some part that lies ahead no nearer to the target than I am
 * myself? By nearness, not by likeness: so that coming nearer never costs anything.
 */
function sharesWhatILeave(digest: Digest, aim: Aim, { me, keyOf }: Viewpoint): boolean {
  if (me === null || aim.there.size === 0) return false;
  const { isco, nace } = mainPost(digest);
  for (const part of aim.ahead) {
    if (aim.there.has(part)) continue;
    if (part === 'function' && noNearer(aim.toFunction, isco, me.isco)) return true;
    if (part === 'industry' && noNearer(aim.toIndustry, nace, me.nace)) return true;
    if (
      part === 'company' &&
      me.employer !== undefined &&
      digest.employer !== undefined &&
      keyOf(digest.employer) === me.employer
    )
      return true;
    if (part === 'seniority' && me.seniority !== null && digest.seniority !== undefined)
      if (levelOf(digest.seniority) <= levelOf(me.seniority) && digest.head !== true) return true;
    if (part === 'place' && aim.place !== null) {
      const [mine, theirs] = [placeNearness(aim.place, me.place), placeNearness(aim.place, digest.place)];
      if (mine !== null && theirs !== null && theirs <= mine) return true;
    }
  }
  return false;
}

function noNearer(
  distance: Aim['toFunction'],
  theirs: string | undefined,
  mine: string | undefined,
): boolean {
  if (distance === null) return false;
  const [their, own] = [distance(theirs), distance(mine)];
  return their !== null && own !== null && their >= own;
}

function graded(distance: number | null, fact: Fact): [number | null, Fact | null] {
  if (distance === null) return [null, null];
  return [1 - distance, distance < 1 ? fact : null];
}

function tieShare({ tie, mutual, degree }: Digest): { share: number; facts: Fact[] } {
  if (tie?.strength !== undefined)
    return {
      share: TIE_SHARE[tie.strength],
      facts: [{ key: 'factTieStrength', values: { strength: tie.strength } }],
    };
  if (mutual !== undefined && mutual > 0) {
    const { peak, from, least, fall } = MUTUALS;
    const share =
      mutual <= peak
        ? from + ((1 - from) * mutual) / peak
        : Math.max(least, 1 - ((1 - least) * (mutual - peak)) / fall);
    return { share, facts: [{ key: 'factMutualConnections', values: { count: mutual } }] };
  }
  return tie !== undefined || degree === 1
    ? { share: TIE_SHARE.connected, facts: [{ key: 'factConnected' }] }
    : { share: 0, facts: [] };
}

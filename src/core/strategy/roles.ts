import type { Digest, DigestStep, Fact, Fit, HubEvidence, Role, Seniority } from '../model/index.ts';
import { type Aim, levelOf, placeNearness, type Viewpoint, within } from './viewpoint.ts';
import { FIELD, MENTOR_STEPS, PEER_STEPS, ROLE_STRENGTH as S, STILL_INSIDE } from './weights.ts';

/** Where a contact stands toward a target; worked out once for match and roles. `null`: not asked or not known. */
export interface Standing {
  toFunction: number | null;
  toIndustry: number | null;
  /** The target company that the contact works for, as the user wrote it. */
  company: string | null;
  /** Nearness, 0 to 1. */
  place: number | null;
  /** Target skills that the contact has, as the user wrote them; `null` when no skill of theirs is known. */
  skills: string[] | null;
}

/** How near a contact is to each part of a goal's target; `null` where the target or the contact says nothing of it. */
export function standingOf(digest: Digest, aim: Aim, { keyOf }: Viewpoint): Standing {
  const skills = digest.skills;
  return {
    toFunction: aim.toFunction === null ? null : aim.toFunction(digest.isco),
    toIndustry: aim.toIndustry === null ? null : aim.toIndustry(digest.nace),
    company:
      aim.companies.size === 0 || digest.employer === undefined
        ? null
        : (aim.companies.get(keyOf(digest.employer)) ?? null),
    place: aim.place === null ? null : placeNearness(aim.place, digest.place),
    skills:
      aim.skills.length === 0 || skills === undefined
        ? null
        : aim.skills.filter(({ folded }) => skills.includes(folded)).map(({ shown }) => shown),
  };
}

/**
 * The roles that a contact can play toward a goal, the strongest first, each with what shows it. Every strength
 * rises, or stays, when the contact comes nearer to the target in any respect.
 */
export function rolesToward(
  digest: Digest,
  aim: Aim,
  standing: Standing,
  view: Viewpoint,
  hub: HubEvidence,
): Fit['roles'] {
  if (aim.asks.length === 0) return [];
  const roles: Fit['roles'] = [];
  const add = (role: Role, found: Found | null) => {
    if (found !== null && found.strength > 0 && aim.tellable.has(role))
      roles.push({ role, strength: found.strength, facts: [found.fact] });
  };
  add('insider', insider(aim, standing, digest));
  add('expert', expert(digest, aim, standing));
  if (hub.isHub) add('doorOpener', doorOpener(digest, aim, standing, view));
  add('pathfinder', pathfinder(digest, aim, view));
  add('mentor', mentor(digest, aim, standing, view));
  add('peer', peer(digest, view));
  return roles.sort((a, b) => b.strength - a.strength);
}

interface Found {
  strength: number;
  fact: Fact;
}

function found(strength: number, key: Fact['key'], values?: Fact['values']): Found {
  return { strength, fact: values === undefined ? { key } : { key, values } };
}

/**
 * What is left of a role in the right field when the goal names a place: the less, the further away; by half when
 * the place is not known; nothing when the contact is plainly elsewhere.
 */
function atPlace(aim: Aim, { place }: Standing, strength: number): number {
  if (aim.place === null) return strength;
  if (place === null) return strength * S.placeUnknown;
  return place < STILL_INSIDE ? 0 : strength * (S.placeUnknown + (1 - S.placeUnknown) * place);
}

function insider(aim: Aim, standing: Standing, digest: Digest): Found | null {
  const { toFunction, toIndustry, company, place } = standing;
  const { target } = aim.goal;
  let best: Found | null = null;
  if (company !== null)
    best = found(atPlace(aim, standing, S.insiderFull), 'factInsiderCompany', { company });
  else if (within(toIndustry, 'same')) {
    const full = aim.companies.size === 0 && (aim.toFunction === null || within(toFunction, FIELD.function));
    const strength = full ? S.insiderFull : S.insiderIndustry;
    best = found(atPlace(aim, standing, strength), 'factInsiderIndustry', { nace: target.nace2 ?? '' });
  } else if (aim.toIndustry === null && aim.companies.size === 0 && within(toFunction, 'same'))
    best = found(atPlace(aim, standing, S.insiderFull), 'factInsiderFunction', { isco: target.isco ?? '' });
  if (place === 1) {
    const only = aim.toFunction === null && aim.toIndustry === null && aim.companies.size === 0;
    const strength = only ? S.insiderFull : aim.goal.kind === 'projectAbroad' ? S.insiderPlace : 0;
    if (strength > (best?.strength ?? 0))
      best = found(strength, 'factInsiderPlace', { place: digest.place?.text ?? '' });
  }
  return best;
}

function expert(digest: Digest, aim: Aim, { toFunction, toIndustry, skills }: Standing): Found | null {
  const level = digest.seniority === undefined ? null : levelOf(digest.seniority);
  const deep = level !== null && level >= levelOf('professional');
  let best: Found | null = null;
  const [skill] = skills ?? [];
  if (skills !== null && skill !== undefined) {
    const share = skills.length / aim.skills.length;
    best = found(S.expertSkill + (S.expertFull - S.expertSkill) * share, 'factExpertSkill', { skill });
  }
  const isco = aim.goal.target.isco ?? '';
  if (deep && within(toFunction, 'same'))
    best = better(best, found(S.expertFull, 'factExpertFunction', { isco }));
  else if (deep && within(toFunction, FIELD.function))
    best = better(best, found(S.expertNear, 'factExpertNear', { isco }));
  const senior = level !== null && level >= levelOf('senior');
  if (aim.toFunction === null && aim.skills.length === 0 && senior && within(toIndustry, 'same'))
    best = better(best, found(S.expertIndustry, 'factExpertIndustry', { nace: aim.goal.target.nace2 ?? '' }));
  return best;
}

function better(a: Found | null, b: Found): Found {
  return a !== null && a.strength >= b.strength ? a : b;
}

/** A key person inside the target or next to it; where the goal names no field, in the user's own. */
function doorOpener(digest: Digest, aim: Aim, standing: Standing, { me }: Viewpoint): Found | null {
  const { company, place } = standing;
  const fieldless = aim.toFunction === null && aim.toIndustry === null;
  const nowhere = fieldless && aim.companies.size === 0 && aim.place === null;
  const toFunction = nowhere ? (me?.toFunction(digest.isco) ?? null) : standing.toFunction;
  const toIndustry = nowhere ? (me?.toIndustry(digest.nace) ?? null) : standing.toIndustry;
  // Where the user stands already no door needs opening; but in a new place, the old field does.
  const arrives = aim.ahead.has('place') && place === 1;
  const counts = (part: 'function' | 'industry') => nowhere || arrives || aim.ahead.has(part);
  const inside =
    company !== null ||
    (counts('industry') && within(toIndustry, 'same')) ||
    (counts('function') && within(toFunction, 'same')) ||
    (fieldless && aim.companies.size === 0 && place === 1);
  const there = inside ? atPlace(aim, standing, S.doorOpenerInside) : 0;
  if (there > 0) return found(there, 'factDoorOpener');
  // A door-opener may stand beside the target: near the field, or at the place in another field.
  const beside =
    (counts('industry') && within(toIndustry, FIELD.industry)) ||
    (counts('function') && within(toFunction, FIELD.function)) ||
    (aim.goal.kind === 'projectAbroad' && place === 1);
  const near = beside ? atPlace(aim, standing, S.doorOpenerBeside) : 0;
  return near > 0 ? found(near, 'factDoorOpenerBeside') : null;
}

/** Own history from near my field to near the target: positions stand most recent first. */
function pathfinder(digest: Digest, aim: Aim, view: Viewpoint): Found | null {
  const { me } = view;
  const steps = digest.steps;
  if (me === null || steps === undefined || steps.length < 2 || aim.move.length === 0) return null;
  for (let at = 0; at < steps.length - 1; at++) {
    const step = steps[at];
    if (step === undefined || !arrived(step, at === 0 ? digest : null, aim, view)) continue;
    for (let earlier = at + 1; earlier < steps.length; earlier++) {
      const start = steps[earlier];
      if (start === undefined || !departed(start, aim, view)) continue;
      return step.from === undefined
        ? found(S.pathfinder, 'factPathfinder')
        : found(S.pathfinder, 'factPathfinderYear', { year: String(step.from) });
    }
  }
  return null;
}

/** Is a step at the target, in everything that the target names? For today's step the contact's own codes count. */
function arrived(step: DigestStep, today: Digest | null, aim: Aim, { keyOf }: Viewpoint): boolean {
  const isco = today?.isco ?? step.isco;
  const nace = today?.nace ?? step.nace;
  const seniority = today?.seniority ?? step.seniority;
  const country = today?.place?.country ?? step.country;
  const { move } = aim;
  if (aim.toFunction !== null && !within(aim.toFunction(isco), FIELD.function)) return false;
  if (
    aim.toIndustry !== null &&
    !within(aim.toIndustry(nace), move.includes('industry') ? 'same' : FIELD.industry)
  )
    return false;
  if (move.includes('seniority') && !reaches(seniority, aim.seniority)) return false;
  if (move.includes('country') && country !== aim.place?.country) return false;
  return !move.includes('company') || (step.company !== undefined && aim.companies.has(keyOf(step.company)));
}

/** Is a step where I stand today, and not yet at the target, in every respect in which I am to move? */
function departed(step: DigestStep, aim: Aim, { me, keyOf }: Viewpoint): boolean {
  if (me === null) return false;
  let field = false;
  for (const part of aim.move) {
    if (part === 'function') {
      if (!within(me.toFunction(step.isco), FIELD.function)) return false;
      if (within(aim.toFunction?.(step.isco) ?? null, FIELD.function)) return false;
      field = true;
    } else if (part === 'industry') {
      if (!within(me.toIndustry(step.nace), FIELD.industry)) return false;
      if (within(aim.toIndustry?.(step.nace) ?? null, 'same')) return false;
      field = true;
    } else if (part === 'country') {
      if (step.country === undefined || step.country !== me.country) return false;
    } else if (part === 'seniority') {
      if (step.seniority === undefined || reaches(step.seniority, aim.seniority)) return false;
    } else if (step.company === undefined || aim.companies.has(keyOf(step.company))) return false;
  }
  // A move that is neither one of function nor of industry still starts in my own world.
  return (
    field || within(me.toFunction(step.isco), FIELD.world) || within(me.toIndustry(step.nace), FIELD.industry)
  );
}

function reaches(seniority: Seniority | undefined, target: Seniority | null): boolean {
  return seniority !== undefined && target !== null && levelOf(seniority) >= levelOf(target);
}

function mentor(
  digest: Digest,
  aim: Aim,
  { toFunction, toIndustry }: Standing,
  { me }: Viewpoint,
): Found | null {
  if (digest.seniority === undefined) return null;
  const level = levelOf(digest.seniority);
  const mine = me?.seniority ?? null;
  const from =
    aim.seniority !== null ? levelOf(aim.seniority) : mine === null ? null : levelOf(mine) + MENTOR_STEPS;
  // Nobody stands above the highest level: there, one's equals are the mentors.
  if (from === null || level < Math.min(from, levelOf('executive'))) return null;
  const values = { seniority: digest.seniority };
  const named = aim.toFunction !== null || aim.toIndustry !== null;
  if (!named && me?.isco === undefined && me?.nace === undefined)
    return found(S.mentorAnywhere, 'factMentor', values);
  const inside = named
    ? within(toFunction, FIELD.world) || within(toIndustry, FIELD.industry)
    : within(me?.toFunction(digest.isco) ?? null, FIELD.world) ||
      within(me?.toIndustry(digest.nace) ?? null, FIELD.industry);
  return inside ? found(S.mentorInside, 'factMentor', values) : null;
}

/** Same function and nearly the same level as the user today: could make the same move. */
function peer(digest: Digest, { me }: Viewpoint): Found | null {
  if (me === null || me.seniority === null || digest.seniority === undefined) return null;
  if (!within(me.toFunction(digest.isco), 'same')) return null;
  const steps = Math.abs(levelOf(digest.seniority) - levelOf(me.seniority));
  return steps <= PEER_STEPS ? found(S.peer, 'factPeer') : null;
}

import {
  type Digest,
  type DigestStep,
  type Fact,
  type Fit,
  type HubEvidence,
  RECOGNISED_ROLES,
  type Role,
  type RoleFound,
} from '../model/index.ts';
import { type FunctionFamily, functionFamily } from '../taxonomy/index.ts';
import { careerPostsOf, leads, mainPost, type Post, postsOf } from './posts.ts';
import { type Aim, levelOf, placeNearness, reachedLevel, type Viewpoint, within } from './viewpoint.ts';
import {
  EXPERT_SHARE,
  FIELD,
  MENTOR_STEPS,
  PEER_STEPS,
  ROLE_SURE,
  ROLE_STRENGTH as S,
  STILL_INSIDE,
} from './weights.ts';

/** Where a contact stands toward a target; worked out once for match and roles. `null`: not asked or not known. */
export interface Standing {
  /** Of the nearest of today's posts. */
  toFunction: number | null;
  toIndustry: number | null;
  /** The target company that the contact works for, as the user wrote it, and the post there. */
  company: string | null;
  companyPost: Post | null;
  /** Nearness, 0 to 1. */
  place: number | null;
  /** Target skills that the contact has, as the user wrote them; `null` when no skill of theirs is known. */
  skills: string[] | null;
  posts: readonly Post[];
}

/** How near a contact is to each part of a goal's target; `null` where the target or the contact says nothing of it. */
export function standingOf(digest: Digest, aim: Aim, { keyOf }: Viewpoint): Standing {
  const posts = postsOf(digest);
  const main = mainPost(digest);
  let company: string | null = null;
  let companyPost: Post | null = null;
  if (aim.companies.size > 0)
    for (const post of posts) {
      const name = post.company === undefined ? undefined : aim.companies.get(keyOf(post.company));
      if (name === undefined || (companyPost !== null && !leads(post))) continue;
      company = name;
      companyPost = post;
    }
  return {
    toFunction: nearest(aim.toFunction, [main.isco, ...posts.map(({ isco }) => isco)]),
    toIndustry: nearest(aim.toIndustry, [main.nace, ...posts.map(({ nace }) => nace)]),
    company,
    companyPost,
    place: aim.place === null ? null : placeNearness(aim.place, digest.place),
    skills: skillsOf(digest, aim),
    posts,
  };
}

function nearest(distance: Aim['toFunction'], codes: readonly (string | undefined)[]): number | null {
  if (distance === null) return null;
  let least: number | null = null;
  for (const code of codes) {
    const found = distance(code);
    if (found !== null && (least === null || found < least)) least = found;
  }
  return least;
}

/** Target skills among those listed, or named by headline and titles. */
function skillsOf({ skills, topics }: Digest, aim: Aim): string[] | null {
  if (aim.skills.length === 0) return null;
  const found = aim.skills
    .filter(({ folded, apart }) => skills?.includes(folded) || topics?.includes(apart))
    .map(({ shown }) => shown);
  return found.length === 0 && skills === undefined ? null : found;
}

/** Roles toward a goal: those that can be told, those of which too little is known, those that the user took away. */
export type RolesFound = Pick<Fit, 'roles' | 'unjudged' | 'denied'>;

const NOTHING: RolesFound = { roles: [], unjudged: [], denied: [] };

/**
 * The roles that a contact can play toward a goal, the strongest first, each with what shows it. Every strength
 * rises, or stays, when the contact comes nearer to the target in any respect. The user's own word wins.
 */
export function rolesToward(
  digest: Digest,
  aim: Aim,
  standing: Standing,
  view: Viewpoint,
  hub: HubEvidence,
): RolesFound {
  const own = digest.ownRoles?.filter(({ goalId }) => goalId === aim.goal.id);
  if (aim.asks.length === 0 && own === undefined) return NOTHING;
  const roles: RoleFound[] = [];
  const unjudged: Role[] = [];
  const denied: Role[] = [];
  for (const role of aim.asks.length === 0 ? [] : RECOGNISED_ROLES) {
    const found = judge(role, digest, aim, standing, view, hub);
    if (own?.some((one) => one.role === role)) continue;
    if (found === 'unknown') unjudged.push(role);
    else if (found !== 'no' && found.strength > 0)
      roles.push({ role, strength: found.strength, confidence: found.sure ?? 1, facts: [found.fact] });
  }
  for (const { role, is } of own ?? [])
    if (is) roles.push({ role, strength: 1, confidence: 1, facts: [{ key: 'factRoleOwn' }], own: true });
    else denied.push(role);
  return { roles: roles.sort((a, b) => b.strength - a.strength), unjudged, denied };
}

interface Found {
  strength: number;
  fact: Fact;
  sure?: number;
}
/** Yes with its strength, no, or not known: three answers all the way. */
type Answer = Found | 'no' | 'unknown';

function judge(
  role: Role,
  digest: Digest,
  aim: Aim,
  standing: Standing,
  view: Viewpoint,
  hub: HubEvidence,
): Answer {
  if (!aim.tellable.has(role)) return 'no';
  switch (role) {
    case 'insider':
      return insider(aim, standing, digest, view);
    case 'expert':
      return expert(digest, aim, standing);
    case 'doorOpener':
      return doorOpener(digest, aim, standing, view, hub);
    case 'pathfinder':
      return pathfinder(digest, aim, standing, view);
    case 'mentor':
      return mentor(digest, aim, view);
    case 'peer':
      return peer(digest, aim, standing, view);
    default:
      return 'no';
  }
}

function found(strength: number, key: Fact['key'], values?: Fact['values'], sure?: number): Found {
  return {
    strength,
    fact: values === undefined ? { key } : { key, values },
    ...(sure !== undefined && sure < 1 && { sure }),
  };
}

/** A doubtful reading makes no full role. */
function doubted(answer: Found, sure: number): Found {
  return sure >= 1 ? answer : { ...answer, strength: answer.strength * sure, sure };
}

/**
 * What is left of a role in the right field when the goal names a place: the less, the further away; by half when
 * the place is not known; nothing when the contact is plainly elsewhere.
 */
function atPlace(aim: Aim, { place }: Pick<Standing, 'place'>, strength: number): number {
  if (aim.place === null) return strength;
  if (place === null) return strength * S.placeUnknown;
  return place < STILL_INSIDE ? 0 : strength * (S.placeUnknown + (1 - S.placeUnknown) * place);
}

/** Is the work of a post of the target's world (or, where the target names none, of mine)? Leading posts know every desk. */
function ofTheWorld(post: Post, aim: Aim, { me }: Viewpoint): boolean | null {
  if (leads(post)) return true;
  const distance = aim.toFunction ?? me?.toFunction ?? null;
  if (distance === null || (aim.toFunction === null && me?.isco === undefined)) return true;
  const far = distance(post.isco);
  return far === null ? null : within(far, FIELD.world);
}

function insider(aim: Aim, standing: Standing, digest: Digest, view: Viewpoint): Answer {
  const { companyPost, company, place, posts } = standing;
  const { target } = aim.goal;
  let best: Found | null = null;
  let open = false;
  const take = (one: Found) => {
    if (one.strength > (best?.strength ?? 0)) best = one;
  };
  if (company !== null && companyPost !== null) {
    const fits = ofTheWorld(companyPost, aim, view);
    const strength = fits === null ? S.insiderCompanyUnknown : fits ? S.insiderFull : S.insiderCompanyOther;
    const key = fits === false ? 'factInsiderCompanyOther' : 'factInsiderCompany';
    take(found(atPlace(aim, standing, strength), key, { company }));
  }
  const moves = !aim.there.has('industry');
  const rises = aim.move.includes('seniority');
  // A managing function is done by those who lead.
  const manages = target.isco?.startsWith('1') === true;
  for (const post of posts) {
    const toIndustry = aim.toIndustry === null ? null : aim.toIndustry(post.nace);
    // Where only a higher level is missing, the view from inside is that of those who have it.
    if (rises && !moves && reachedLevel(post, aim, view.me) === false) continue;
    if (aim.toIndustry !== null && toIndustry === null) open = true;
    if (within(toIndustry, 'same')) {
      const inField =
        (aim.toFunction === null && aim.companies.size === 0) ||
        (aim.toFunction !== null &&
          within(aim.toFunction(post.isco), FIELD.function) &&
          (!manages || leadsSome(post)));
      const fits = ofTheWorld(post, aim, view);
      const strength =
        inField && aim.companies.size === 0
          ? S.insiderFull
          : fits === null
            ? S.insiderIndustryUnknown
            : fits || inField
              ? S.insiderIndustry
              : // In my own industry, other work than the target's is no view from inside.
                moves && aim.companies.size === 0
                ? S.insiderIndustryOther
                : 0;
      take(found(atPlace(aim, standing, strength), 'factInsiderIndustry', { nace: target.nace2 ?? '' }));
    } else if (aim.toIndustry === null && aim.companies.size === 0 && aim.toFunction !== null) {
      const toFunction = aim.toFunction(post.isco);
      if (toFunction === null) open = true;
      if (within(toFunction, 'same'))
        take(
          doubted(
            found(atPlace(aim, standing, S.insiderFull), 'factInsiderFunction', { isco: target.isco ?? '' }),
            post.sure,
          ),
        );
    }
  }
  if (place === 1) {
    const only = aim.toFunction === null && aim.toIndustry === null && aim.companies.size === 0;
    const strength = only ? S.insiderFull : aim.goal.kind === 'projectAbroad' ? S.insiderPlace : 0;
    take(found(strength, 'factInsiderPlace', { place: digest.place?.text ?? '' }));
  } else if (aim.place !== null && place === null && aim.goal.kind === 'projectAbroad') open = true;
  return best ?? (open ? 'unknown' : 'no');
}

/** Does a post lead anybody, as far as it is known? */
function leadsSome({ seniority, isco, head }: Post): boolean {
  return (
    head || isco?.startsWith('1') === true || seniority === undefined || levelOf(seniority) >= levelOf('lead')
  );
}

function expert(digest: Digest, aim: Aim, { toFunction, toIndustry, skills }: Standing): Answer {
  const main = mainPost(digest);
  const level = digest.seniority === undefined ? null : levelOf(digest.seniority);
  const deep = level === null || level >= levelOf('professional');
  const lessKnown = level === null ? S.levelUnknown : 1;
  let best: Found | null = null;
  const take = (one: Found) => {
    if (one.strength > (best?.strength ?? 0)) best = one;
  };
  const [skill] = skills ?? [];
  if (skills !== null && skill !== undefined && digest.learning !== true) {
    const share = skills.length / aim.skills.length;
    // One skill of many says little of somebody whose work is another.
    if (share >= EXPERT_SHARE || aim.toFunction === null || within(toFunction, FIELD.world))
      take(found(S.expertSkill + (S.expertFull - S.expertSkill) * share, 'factExpertSkill', { skill }));
  }
  const asksSkills = aim.skills.length > 0;
  const lacks = asksSkills && skills !== null && skills.length === 0;
  const isco = aim.goal.target.isco ?? '';
  // What I do myself I need nobody to explain, unless depth in it is the goal.
  const wanted = aim.ahead.has('function') || !aim.there.has('function') || DEPTH.has(aim.goal.kind);
  const sure = Math.min(1, (digest.iscoSure ?? 1) / ROLE_SURE);
  const manages = aim.goal.target.isco?.startsWith('1') === true;
  if (deep && !lacks && wanted && main.isco !== undefined && (!manages || leadsSome(main))) {
    if (within(toFunction, 'same'))
      take(
        doubted(
          found((asksSkills ? S.expertNear : S.expertFull) * lessKnown, 'factExpertFunction', { isco }),
          sure,
        ),
      );
    else if (within(toFunction, FIELD.function))
      take(
        doubted(
          found(S.expertNear * (asksSkills ? S.expertNear : 1) * lessKnown, 'factExpertNear', { isco }),
          sure,
        ),
      );
  }
  const senior = level !== null && level >= levelOf('senior');
  if (aim.toFunction === null && !asksSkills && senior && within(toIndustry, 'same'))
    take(found(S.expertIndustry, 'factExpertIndustry', { nace: aim.goal.target.nace2 ?? '' }));
  if (best !== null) return best;
  const unread =
    (asksSkills && skills === null && (aim.toFunction === null || toFunction === null)) ||
    (aim.toFunction !== null && !lacks && main.isco === undefined);
  return unread ? 'unknown' : 'no';
}

/** Goals that go into the depth of a function. */
const DEPTH: ReadonlySet<string> = new Set([
  'buildKnowHow',
  'reachExpertise',
  'reachPerson',
  'foundOrInvest',
  'ownWords',
]);

/**
 * A key person inside the target or next to it; where the goal names no field, in the user's own. A recruiter, an
 * investor, an adviser, the speaker of an association: by the field that they serve.
 */
function doorOpener(digest: Digest, aim: Aim, standing: Standing, view: Viewpoint, hub: HubEvidence): Answer {
  const { company, companyPost, place } = standing;
  const { me } = view;
  const served = serves(digest, aim, view);
  let best: Found | null = null;
  const take = (one: Found) => {
    if (one.strength > (best?.strength ?? 0)) best = one;
  };
  if (served === true && !(aim.place !== null && place !== null && place < STILL_INSIDE))
    take(found(S.doorOpenerServes, `factServesField_${digest.hinge ?? 'association'}`));
  if (company !== null && companyPost !== null && leadsWhole(companyPost))
    take(found(S.doorOpenerLeads, 'factLeadsTargetCompany', { company }));
  // Whoever finds people for another field opens no door here, however well connected.
  if (!hub.isHub || (digest.hinge === 'recruiter' && served === false))
    return best ?? (served === null ? 'unknown' : 'no');
  const fieldless = aim.toFunction === null && aim.toIndustry === null;
  const nowhere = fieldless && aim.companies.size === 0 && aim.place === null;
  const toFunction = nowhere ? (me?.toFunction(digest.isco) ?? null) : standing.toFunction;
  const toIndustry = nowhere ? (me?.toIndustry(digest.nace) ?? null) : standing.toIndustry;
  // Where the user stands already no door needs opening; but in a new place the old field does, and so does a higher level.
  const arrives = aim.ahead.has('place') && place === 1;
  const rises = aim.ahead.has('seniority');
  const counts = (part: 'function' | 'industry') => nowhere || arrives || rises || aim.ahead.has(part);
  const inside =
    company !== null ||
    (counts('industry') && within(toIndustry, 'same')) ||
    (counts('function') && within(toFunction, 'same')) ||
    (fieldless && aim.companies.size === 0 && place === 1);
  const there = inside ? atPlace(aim, standing, S.doorOpenerInside) : 0;
  if (there > 0) take(found(there, 'factDoorOpener'));
  // A door-opener may stand beside the target: near the field, or at the place in another field.
  const beside =
    (counts('industry') && within(toIndustry, FIELD.industry)) ||
    (counts('function') && within(toFunction, FIELD.function)) ||
    (aim.goal.kind === 'projectAbroad' && place === 1);
  const near = beside ? atPlace(aim, standing, S.doorOpenerBeside) : 0;
  if (near > 0) take(found(near, 'factDoorOpenerBeside'));
  return best ?? 'no';
}

function leadsWhole({ seniority, isco }: Post): boolean {
  return (
    (seniority !== undefined && levelOf(seniority) >= levelOf('executive')) ||
    isco?.startsWith('112') === true
  );
}

/** Does somebody who stands between groups serve the target's field? `null` when it is not known which they serve. */
function serves(digest: Digest, aim: Aim, { me }: Viewpoint): boolean | null {
  const { hinge } = digest;
  if (hinge === undefined) return false;
  const { servesNace = [], servesIsco = [] } = digest;
  // Money is for founders; a chamber's adviser for whoever founds or takes over.
  if ((hinge === 'investor' || hinge === 'adviser') && aim.goal.kind !== 'foundOrInvest') return false;
  const fieldless = aim.toFunction === null && aim.toIndustry === null;
  const toIndustry = fieldless ? (me?.toIndustry ?? null) : aim.toIndustry;
  const { isco } = aim.goal.target;
  if (toIndustry !== null && servesNace.some((code) => within(toIndustry(code), 'same'))) return true;
  const target = fieldless ? me?.isco : isco;
  const sameWork =
    target !== undefined && servesIsco.some((code) => target.startsWith(code) || code.startsWith(target));
  if (sameWork && (aim.toIndustry === null || servesNace.length === 0)) return true;
  if (servesNace.length === 0 && servesIsco.length === 0) {
    if (hinge === 'investor' || hinge === 'adviser') return true;
    return null;
  }
  return false;
}

/** Own history from my world to the target: positions stand most recent first. */
function pathfinder(digest: Digest, aim: Aim, standing: Standing, view: Viewpoint): Answer {
  const { me } = view;
  const steps = digest.steps ?? [];
  if (me === null || aim.move.length === 0) return 'no';
  // Of whom only today is known, nobody can say where they came from.
  if (steps.length < 2) return 'unknown';
  let best: Found | null = null;
  for (let at = 0; at < steps.length - 1; at++) {
    const step = steps[at];
    if (step === undefined) continue;
    const arrival = arrived(step, at === 0 ? digest : null, aim, standing, view);
    if (arrival === 'no') continue;
    for (let earlier = at + 1; earlier < steps.length; earlier++) {
      const start = steps[earlier];
      if (start === undefined) continue;
      const departure = departed(start, aim, view);
      if (departure === 'no') continue;
      const whole = arrival === 'yes' && departure === 'yes';
      const strength = whole ? S.pathfinder : S.pathfinderUnknown;
      if (strength <= (best?.strength ?? 0)) continue;
      const sure = whole ? undefined : S.pathfinderUnknown;
      best =
        step.from === undefined
          ? found(strength, 'factPathfinder', undefined, sure)
          : found(strength, 'factPathfinderYear', { year: String(step.from) }, sure);
    }
  }
  return best ?? 'no';
}

type Known = 'yes' | 'no' | 'unknown';

/** Is a step at the target, in everything in which I am to move? For today's step the contact's own codes count. */
function arrived(
  step: DigestStep,
  today: Digest | null,
  aim: Aim,
  standing: Standing,
  view: Viewpoint,
): Known {
  const { keyOf, me } = view;
  const main = today === null ? null : mainPost(today);
  const isco = main?.isco ?? step.isco;
  const nace = main?.nace ?? step.nace;
  const seniority = today?.seniority ?? step.seniority;
  const country = today?.place?.country ?? step.country;
  const { move } = aim;
  const named = step.company !== undefined && aim.companies.has(keyOf(step.company));
  let known: Known = 'yes';
  const part = (asked: boolean, answer: boolean | null) => {
    if (!asked) return true;
    if (answer === null) known = 'unknown';
    return answer !== false;
  };
  const distanceWithin = (distance: number | null, step: 'same' | 'near' | 'neighbouring') =>
    distance === null ? null : within(distance, step);
  // A company that the goal names is the target, whatever is known of its industry and of the work there.
  const toFunction = aim.toFunction?.(isco) ?? null;
  const head = today?.head ?? step.head;
  const level = reachedLevel({ seniority, isco, head }, aim, me);
  const heads = aim.goal.target.isco?.startsWith('1') === true && level === true;
  if (
    !part(
      move.includes('function') && !named,
      toFunction === null ? null : within(toFunction, heads ? FIELD.world : FIELD.function),
    )
  )
    return 'no';
  if (!part(move.includes('industry') && !named, distanceWithin(aim.toIndustry?.(nace) ?? null, 'same')))
    return 'no';
  if (!part(move.includes('seniority'), level)) return 'no';
  if (!part(move.includes('country'), country === undefined ? null : country === aim.place?.country))
    return 'no';
  if (move.includes('company') && !named) return 'no';
  // Where neither function nor industry is to change, the step must at least be in that world.
  if (!named && !move.includes('function') && !move.includes('industry')) {
    const toIndustry = aim.toIndustry?.(nace) ?? null;
    const world =
      (toFunction !== null && within(toFunction, FIELD.world)) ||
      (toIndustry !== null && within(toIndustry, FIELD.industry)) ||
      inMyWorld(isco, nace, me);
    if (!world) {
      if (isco !== undefined && nace !== undefined) return 'no';
      known = 'unknown';
    }
  }
  if (move.includes('country') && country === undefined) return standing.place === 1 ? known : 'no';
  return known;
}

/** Is a step where I stand today, and not yet at the target, in every respect in which I am to move? */
function departed(step: DigestStep, aim: Aim, { me, keyOf }: Viewpoint): Known {
  if (me === null) return 'no';
  let known: Known = 'yes';
  if (step.company !== undefined && aim.companies.has(keyOf(step.company))) return 'no';
  for (const part of aim.move) {
    if (part === 'function') {
      if (within(aim.toFunction?.(step.isco) ?? null, 'same')) return 'no';
    } else if (part === 'industry') {
      if (within(aim.toIndustry?.(step.nace) ?? null, 'same')) return 'no';
      if (step.nace === undefined) known = 'unknown';
    } else if (part === 'country') {
      if (step.country === aim.place?.country && step.country !== undefined) return 'no';
      if (step.country === undefined) known = 'unknown';
      else if (step.country !== me.country) return 'no';
    } else if (part === 'seniority') {
      const reached = reachedLevel(step, aim, me);
      if (reached === null) known = 'unknown';
      else if (reached) return 'no';
    }
  }
  // The move starts in my own world: my field of work, or my industry.
  if (inMyWorld(step.isco, step.nace, me)) return known;
  return 'no';
}

function inMyWorld(isco: string | undefined, nace: string | undefined, me: Viewpoint['me']): boolean {
  if (me === null) return false;
  return within(me.toFunction(isco), FIELD.world) || within(me.toIndustry(nace), 'near');
}

/** Could be a mentor: has reached the level in the target's field, today or before. Whoever agrees is one. */
function mentor(digest: Digest, aim: Aim, view: Viewpoint): Answer {
  const posts = careerPostsOf(digest);
  let best: Found | null = null;
  let open = false;
  for (const post of posts) {
    const answer = mentorBy(post, aim, view, posts);
    if (answer === 'unknown') open = true;
    else if (answer !== 'no' && answer.strength > (best?.strength ?? 0)) best = answer;
  }
  return best ?? (open ? 'unknown' : 'no');
}

function mentorBy(post: Post, aim: Aim, { me }: Viewpoint, career: readonly Post[]): Answer {
  const { seniority, isco, nace } = post;
  const mine = me?.seniority ?? null;
  if (seniority === undefined) return isco === undefined && nace === undefined ? 'no' : 'unknown';
  if (aim.seniority !== null || aim.founds) {
    if (reachedLevel(post, aim, me) !== true) return 'no';
    // Somebody no higher than I am has nothing to look back on.
    if (aim.seniority !== null && !post.head && mine !== null && levelOf(seniority) <= levelOf(mine))
      if (levelOf(mine) < levelOf(aim.seniority)) return 'no';
  } else {
    // Nobody stands above the highest level: there, one's equals are the mentors.
    if (mine === null || levelOf(seniority) < Math.min(levelOf(mine) + MENTOR_STEPS, levelOf('executive')))
      return 'no';
  }
  const values = { seniority };
  const toFunction = aim.toFunction ?? (aim.toIndustry === null ? (me?.toFunction ?? null) : null);
  const toIndustry = aim.toIndustry ?? (aim.toFunction === null ? (me?.toIndustry ?? null) : null);
  const target = aim.goal.target.isco ?? (aim.toIndustry === null ? me?.isco : undefined);
  if (me?.isco === undefined && me?.nace === undefined && aim.toFunction === null && aim.toIndustry === null)
    return found(S.mentorAnywhere, 'factMentor', values);
  const industry = toIndustry === null ? null : (toIndustry(nace) ?? null);
  const inIndustry = within(industry, 'near');
  const work = target === undefined ? null : sameField(target, isco, toFunction?.(isco) ?? null);
  const general = isco !== undefined && familyOf(isco) === 'generalManagement';
  if (target === undefined)
    return inIndustry
      ? found(S.mentorInside, 'factMentor', values)
      : industry === null && nace === undefined
        ? 'unknown'
        : 'no';
  if (work === true)
    return found(
      toIndustry === null || inIndustry ? S.mentorInside : S.mentorElsewhere,
      'factMentor',
      values,
    );
  // Whoever rose from the field leads in it, whatever the post is called now.
  const rose =
    (toIndustry === null || inIndustry) &&
    career.some(
      (earlier) =>
        earlier !== post && sameField(target, earlier.isco, toFunction?.(earlier.isco) ?? null) === true,
    );
  if (rose) return found(S.mentorInside, 'factMentor', values);
  if (general && inIndustry && toIndustry !== null) return found(S.mentorElsewhere, 'factMentor', values);
  return work === null && isco === undefined ? 'unknown' : 'no';
}

/** `functionFamily` that works each code out once; there are some hundred codes. */
function familyOf(code: string): FunctionFamily | null {
  let family = families.get(code);
  if (family === undefined) {
    family = functionFamily(code);
    families.set(code, family);
  }
  return family;
}
const families = new Map<string, FunctionFamily | null>();

/** Is a function in the target's field? "Management" is no field: heads of other work are none of it. */
function sameField(target: string, isco: string | undefined, distance: number | null): boolean | null {
  if (isco === undefined || distance === null) return null;
  if (within(distance, 'same')) return true;
  const [aimed, own] = [familyOf(target), familyOf(isco)];
  if (aimed !== null && aimed !== 'generalManagement' && aimed === own) return within(distance, FIELD.world);
  const bothManage = target.startsWith('1') && isco.startsWith('1');
  return !bothManage && within(distance, FIELD.function);
}

/**
 * On the same way as I, with a sign of it: says so, or has begun what the goal asks for and I do not have. The same
 * work alone is no sign, and whoever has arrived is past it.
 */
function peer(digest: Digest, aim: Aim, standing: Standing, { me }: Viewpoint): Answer {
  if (me === null) return 'no';
  const { skills, company, toFunction, toIndustry } = standing;
  const begun = skills?.find((shown) => !aim.held.has(shown));
  const here = within(me.toFunction(digest.isco), 'same');
  const level = digest.seniority === undefined ? null : levelOf(digest.seniority);
  const mine = me.seniority === null ? null : levelOf(me.seniority);
  const beside = level === null || mine === null ? null : Math.abs(level - mine) <= PEER_STEPS;
  const arrivedAlready =
    company !== null ||
    (aim.ahead.has('function') && within(toFunction, 'same')) ||
    (aim.ahead.has('industry') && aim.toFunction === null && within(toIndustry, 'same'));
  if (arrivedAlready && digest.learning !== true) return 'no';
  if (digest.learning === true && (begun !== undefined || within(toFunction, FIELD.function)))
    return found(S.peer, 'factPeerSays');
  if (begun !== undefined && here && beside !== false)
    return found(S.peer, 'factPeerSkill', { skill: begun });
  return 'no';
}

import type { Digest, Fact, Role } from '../model/index.ts';
import { monthsSince } from './fit.ts';
import { sharedPast } from './layer.ts';
import type { Aim, Viewpoint } from './viewpoint.ts';

/** What a first message rests on: why now, one question, what to give. Facts, which `ui` makes a draft of. */
export interface MessageParts {
  occasion: Fact;
  question: Fact;
  give: Fact;
}

/** The parts of a message to somebody about a goal, for the role in which they can help. */
export function messageTo(digest: Digest, aim: Aim, role: Role | undefined, view: Viewpoint): MessageParts {
  return { occasion: occasionOf(digest, view), question: questionOf(aim, role), give: giftOf(digest, view) };
}

/** The best reason to write now: a new post, a shared past, the last talk, the year since which they are connected, the work. */
function occasionOf(digest: Digest, view: Viewpoint): Fact {
  const { tie, steps = [], employer } = digest;
  const [now] = steps;
  if (now?.to === null && now.from !== undefined && view.year - now.from <= 1 && now.company !== undefined)
    return { key: 'factOccasionNewPost', values: { company: now.company } };
  const shared = sharedPast(digest, view);
  if (shared !== undefined) return { key: 'factOccasionSharedPast', values: { company: shared } };
  if (tie?.last !== undefined) {
    const months = monthsSince(tie.last, view.today);
    if (months > 0) return { key: 'factOccasionLastContact', values: { count: months } };
  }
  if (tie?.since !== undefined && view.year > tie.since)
    return { key: 'factOccasionConnected', values: { year: String(tie.since) } };
  return employer === undefined
    ? { key: 'factOccasionGoal' }
    : { key: 'factOccasionWork', values: { company: employer } };
}

/** One question, that this person can answer. */
function questionOf(aim: Aim, role: Role | undefined): Fact {
  const values = { goal: aim.goal.id };
  const [skill] = aim.skills;
  if (role === 'expert' && skill !== undefined)
    return { key: 'factQuestionSkill', values: { ...values, skill: skill.shown } };
  return role === undefined ? { key: 'factQuestion', values } : { key: `factQuestion_${role}`, values };
}

/** What to give: the user's own words, else what the other looks for, else what the user sees in the own field. */
function giftOf({ offer, looksFor }: Digest, { me }: Viewpoint): Fact {
  if (offer !== undefined) return { key: 'factGiveOffer', values: { text: offer } };
  if (looksFor !== undefined) return { key: 'factGiveLooksFor', values: { text: looksFor } };
  return me?.isco === undefined
    ? { key: 'factGiveAnything' }
    : { key: 'factGiveOwnField', values: { isco: me.isco } };
}

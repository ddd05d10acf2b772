import { splitRoles } from '../classify/headlineParts.ts';
import { wordsOf } from '../classify/phrases.ts';
import { saysHead, saysLearning, saysRetired } from '../classify/retired.ts';
import { effectiveProfile } from '../merge/index.ts';
import {
  type Career,
  type Contact,
  currentPosition,
  DIGEST_SKILLS,
  type Digest,
  type DigestStep,
  type DigestTie,
  lastTogether,
  type Profile,
  type Tie,
} from '../model/index.ts';
import { certaintyOf, surestOf } from '../network/certainty.ts';
import { evidenceCode } from '../network/evidence.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import { parsePlace } from '../text/places.ts';
import { hingeOf } from './hinges.ts';
import { ACQUAINTANCE, BRIDGING_WORDS, NOT_BRIDGING_AFTER } from './weights.ts';

const DAY = 86_400_000;
/** Characters of headline and titles, and of the user's own words, that a digest keeps. */
const TOPICS = 200;
const OWN_TEXT = 200;

/** Whole days since 1970-01-01 of an ISO day or instant; `undefined` for what is no date. */
export function dayNumber(date: string): number | undefined {
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}

/**
 * Reduces a contact to what the engine needs. `ties` are those that begin or end at the contact. Pure; any valid
 * contact has a digest, however little is known.
 */
export function digestOf(contact: Contact, career: Career, ties: readonly Tie[]): Digest {
  const profile = effectiveProfile(contact);
  const { current } = career;
  const held = profile.positions.filter((position) => position.end === null);
  const organisations = new Set(held.map(({ company }) => companyKey(company ?? '')));
  organisations.delete('');
  const introduced = endsOf(contact.id, ties, 'introduced');
  const knows = endsOf(contact.id, ties, 'knows');
  const knowsBy = [...knows.values()].map((tie) => evidenceCode(surestOf(tie)));
  const headline = profile.headline ?? '';
  const between = hingeOf(headline, held);
  const says = [headline, ...held.map(({ title }) => title ?? '')];
  const topics = fold(says.join(' '))
    .slice(0, TOPICS)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  return compact<Digest>({
    id: contact.id,
    name: profile.name.full,
    seen: dayNumber(contact.source.capturedAt) ?? 0,
    isco: current.function?.isco4,
    iscoSure: current.function?.confidence,
    nace: current.industry?.nace2,
    naceSure: current.industry?.confidence,
    seniority: current.seniority ?? undefined,
    employer: currentPosition(profile)?.company,
    steps: nonEmpty(career.steps.map((step, at) => stepOf(step, profile.positions[at]))),
    schools: nonEmpty(
      profile.education.map(({ school, start, end }) =>
        compact({ name: school, from: yearOf(start), to: yearOf(end ?? undefined) }),
      ),
    ),
    place: profile.location,
    skills: nonEmpty(profile.skills.slice(0, DIGEST_SKILLS).map(fold)),
    topics: topics === '' ? undefined : ` ${topics} `,
    retired: current.retired === true || says.some(saysRetired) || undefined,
    head: saysHead(fold(held[0]?.title ?? headline)) || undefined,
    learning: saysLearning(headline) || undefined,
    hinge: between.hinge,
    servesNace: nonEmpty(between.nace),
    servesIsco: nonEmpty(between.isco),
    followers: profile.followers,
    connections: profile.connections,
    mutual: profile.mutualConnections,
    degree: profile.degree,
    affiliations: organisations.size > 1 ? organisations.size : undefined,
    bridge: bridgingWord(profile, held) ?? between.word,
    tie: tieOf(contact, ties),
    ownLayer: contact.own.layer,
    ownHub: contact.own.hub,
    ownRoles: nonEmpty([...(contact.own.roles ?? [])]),
    looksFor: contact.own.looksFor?.slice(0, OWN_TEXT),
    offer: contact.own.offer?.slice(0, OWN_TEXT),
    introduced: nonEmpty([...introduced.keys()]),
    knows: nonEmpty([...knows.keys()]),
    knowsBy: knowsBy.some((code) => code !== '') ? knowsBy : undefined,
    acquainted: acquaintedWith(contact.id, ties) || undefined,
  });
}

function stepOf(step: Career['steps'][number], position: Profile['positions'][number] | undefined) {
  return compact<DigestStep>({
    isco: step.isco4 ?? undefined,
    nace: step.nace2 ?? undefined,
    seniority: step.seniority ?? undefined,
    head: saysHead(fold(position?.title ?? '')) || undefined,
    company: position?.company ?? step.company,
    country: position?.location === undefined ? undefined : parsePlace(position.location)?.country,
    from: yearOf(step.start),
    to: step.end === null ? null : yearOf(step.end),
  });
}

/**
 * A word of the headline or of a current title whose holders stand between groups. Former roles and the names of
 * employers say nothing of what somebody does today.
 */
function bridgingWord(profile: Profile, held: Profile['positions']): string | undefined {
  const titles = [profile.headline ?? '', ...held.map(({ title }) => title ?? '')];
  for (const title of titles)
    for (const role of splitRoles(title)) {
      const words = wordsOf(role);
      const found = words.find(
        (word, at) =>
          BRIDGING_WORDS.has(word) && !NOT_BRIDGING_AFTER.get(word)?.includes(words[at - 1] ?? ''),
      );
      // As it stands on the page: it is quoted as evidence.
      if (found !== undefined)
        return role.split(/[^\p{L}\p{N}]+/u).find((shown) => wordsOf(shown)[0] === found) ?? found;
    }
  return undefined;
}

/** The user's own word about the tie counts before what the other direction says. */
function tieOf(contact: Contact, ties: readonly Tie[]): DigestTie | undefined {
  const ours = ties
    .filter(({ kind, from, to }) => kind === 'knows' && (from === 'me' || to === 'me'))
    .sort((a, b) => Number(b.from === 'me') - Number(a.from === 'me'));
  const first = <K extends keyof Tie>(field: K) => ours.find((tie) => tie[field] !== undefined)?.[field];
  const days = [...ours.map(({ lastContact }) => lastContact), lastTogether(contact.own.log)]
    .map((day) => (day === undefined ? undefined : dayNumber(day)))
    .filter((day) => day !== undefined);
  if (ours.length === 0 && days.length === 0) return undefined;
  return compact<DigestTie>({
    strength: first('strength'),
    label: first('label'),
    last: days.length === 0 ? undefined : Math.max(...days),
    since: yearOf(first('connectedOn') ?? first('since')),
    messages: first('messages'),
  });
}

/** The ties of a kind that begin at a contact and end at others, by these. */
function endsOf(id: string, ties: readonly Tie[], kind: Tie['kind']): Map<string, Tie> {
  const theirs = ties.filter(
    (tie) => tie.kind === kind && tie.from === id && tie.to !== 'me' && tie.to !== id,
  );
  return new Map(theirs.map((tie) => [tie.to, tie]));
}

/** How many other contacts somebody knows, at either end of a tie that is sure enough to be counted. */
function acquaintedWith(id: string, ties: readonly Tie[]): number {
  const others = new Set<string>();
  for (const tie of ties)
    if (tie.kind === 'knows' && tie.from !== 'me' && tie.to !== 'me' && tie.from !== tie.to)
      if (certaintyOf(tie) >= ACQUAINTANCE.countsFrom) others.add(tie.from === id ? tie.to : tie.from);
  return others.size;
}

function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Leaves out what is not known, so that a digest stays small. */
function compact<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  for (const name of Object.keys(fields) as (keyof T)[]) if (fields[name] === undefined) delete fields[name];
  return fields as T;
}

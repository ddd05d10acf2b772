import { type Contact, MOST_LISTS, type OwnWords, type Tie } from '../model/index.ts';
import { effectiveEmails } from './effective.ts';
import { joinNamedOnPages } from './namedOnPages.ts';
import { mergeProfiles, mergeProvenance } from './profiles.ts';
import { mergeSources, sourcesOf } from './tieSources.ts';

export interface JoinOptions {
  /** ISO 8601 instant in UTC. */
  now: string;
  deviceId: string;
}

/**
 * One contact of two that the user says are one person: it keeps the id of `kept`. The profile read later
 * wins where both speak; of the user's own words those of `kept` win, notes and logs are put together.
 * Keep both contacts as they were to undo it.
 */
export function joinContacts(kept: Contact, other: Contact, { now, deviceId }: JoinOptions): Contact {
  const [older, newer] = kept.source.capturedAt <= other.source.capturedAt ? [kept, other] : [other, kept];
  const profile = mergeProfiles(older.profile, newer.profile);
  const namedOnPages = joinNamedOnPages(kept.namedOnPages, other.namedOnPages);
  return {
    ...kept,
    keys: [...new Set([...kept.keys, ...other.keys])],
    emails: [...new Set([...kept.emails, ...other.emails])],
    profile: { ...profile, key: kept.profile.key, url: kept.profile.url },
    provenance: mergeProvenance(older.provenance, newer.provenance, newer.profile),
    own: joinOwnWords(kept.own, other.own, typedEmails(kept, other)),
    events: [
      ...kept.events,
      ...other.events,
      { at: now, kind: 'merge' as const, from: other.profile.name.full },
    ]
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .slice(-200),
    ...(namedOnPages.length > 0 && { namedOnPages }),
    createdAt: earliest(kept.createdAt, other.createdAt),
    updatedAt: now,
    rev: Math.max(kept.rev, other.rev) + 1,
    deviceId,
  };
}

/** Ties after `from` became `to`: pointed over, self-ties and doubles left out (the stronger knowledge stays). */
export function redirectTies(ties: readonly Tie[], from: string, to: string): Tie[] {
  const result = new Map<string, Tie>();
  for (const tie of ties) {
    const moved: Tie = {
      ...tie,
      from: tie.from === from ? to : tie.from,
      to: tie.to === from ? to : tie.to,
    };
    if (moved.from === moved.to) continue;
    const key = tieKey(moved);
    const known = result.get(key);
    result.set(key, known === undefined ? moved : mergeTies(known, moved));
  }
  return [...result.values()];
}

/** The text under which a tie is one: both ends and its kind. */
export function tieKey({ from, to, kind }: Pick<Tie, 'from' | 'to' | 'kind'>): string {
  return JSON.stringify([from, to, kind]);
}

/**
 * Two accounts of one tie: the first date of connection, the last contact, the larger count. What the user
 * says about the tie (`label`), and a strength that is already known, stays; who says that they know each other is put
 * together.
 */
export function mergeTies(known: Tie, news: Tie): Tie {
  const merged: Tie = { ...news, ...known };
  const first = earliest(known.connectedOn, news.connectedOn);
  const since = earliest(known.since, news.since);
  const last = latest(known.lastContact, news.lastContact);
  if (first !== undefined) merged.connectedOn = first;
  if (since !== undefined) merged.since = since;
  if (last !== undefined) merged.lastContact = last;
  if (known.messages !== undefined || news.messages !== undefined)
    merged.messages = Math.max(known.messages ?? 0, news.messages ?? 0);
  if (known.sources !== undefined || news.sources !== undefined) {
    // The one without sources is the user's word, of a day that nobody wrote down.
    const on = (known.sources ?? news.sources)?.[0]?.on ?? '';
    merged.sources = mergeSources(sourcesOf(known, on), sourcesOf(news, on));
  }
  return merged;
}

/** Where the user has typed the addresses of either, the other's are the person's too. */
function typedEmails(kept: Contact, other: Contact): string[] | undefined {
  if (kept.own.edits.emails === undefined && other.own.edits.emails === undefined) return undefined;
  return [...new Set([...effectiveEmails(kept), ...effectiveEmails(other)])];
}

function earliest(a: string, b: string): string;
function earliest(a: string | undefined, b: string | undefined): string | undefined;
function earliest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

function joinOwnWords(kept: OwnWords, other: OwnWords, emails: string[] | undefined): OwnWords {
  const notes = [...new Set([kept.note, other.note].filter((note) => note !== undefined && note !== ''))];
  const log = [...kept.log];
  for (const entry of other.log)
    if (!log.some(({ day, text, kind }) => day === entry.day && text === entry.text && kind === entry.kind))
      log.push(entry);
  const joined: OwnWords = {
    ...other,
    ...kept,
    tags: [...new Set([...kept.tags, ...other.tags])].slice(0, 50),
    log: log.sort((a, b) => b.day.localeCompare(a.day)).slice(0, 1000),
    edits: { ...other.edits, ...kept.edits },
  };
  if (emails !== undefined) joined.edits.emails = emails;
  if (notes.length > 0) joined.note = notes.join('\n\n').slice(0, 20_000);
  // One word on each role toward each goal: of two, that of the kept contact.
  const said = new Map(
    [...(other.roles ?? []), ...(kept.roles ?? [])].map((one) => [`${one.goalId} ${one.role}`, one]),
  );
  if (said.size > 0) joined.roles = [...said.values()].slice(0, 500);
  // One place on each list and each board: of two, that of the kept contact.
  const lists = new Map([...(other.lists ?? []), ...(kept.lists ?? [])].map((one) => [one[0], one]));
  if (lists.size > 0) joined.lists = [...lists.values()].slice(0, MOST_LISTS);
  const boards = new Map([...(other.boards ?? []), ...(kept.boards ?? [])].map((one) => [one[0], one]));
  if (boards.size > 0) joined.boards = [...boards.values()].slice(0, 500);
  for (const field of ['looksFor', 'offer'] as const) {
    const texts = [
      ...new Set([kept[field], other[field]].filter((text) => text !== undefined && text !== '')),
    ];
    if (texts.length > 0) joined[field] = texts.join('; ').slice(0, 500);
  }
  return joined;
}

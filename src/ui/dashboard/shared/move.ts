import type { Fact, NextMove, Settings } from '../../../core/model/index.ts';
import { ownValue } from '../../../core/text/table.ts';

/** What has become of a suggestion: `open`, or put away until a day or for good. */
export type MoveState = { kind: 'open' } | { kind: 'away'; until: string } | { kind: 'refused' };

/** Reads `settings.moves`: a day in the future puts a move away, `never` refuses it. */
export function moveState(id: string, moves: Settings['moves'], today: string): MoveState {
  const until = ownValue(moves, id);
  if (until === undefined) return { kind: 'open' };
  if (until === NEVER) return { kind: 'refused' };
  return until > today ? { kind: 'away', until } : { kind: 'open' };
}

/** The mark in the settings of a move that shall not come back. */
export const NEVER = 'never';

/** Days for which an accepted move stays away: its next step stands under *due* meanwhile. */
export const DAYS_AFTER_ACCEPTED = 60;
/** Days for which a search that was done stays away: new people come by then. */
export const DAYS_AFTER_SEARCH = 90;
/** Days that *later* proposes. */
export const DAYS_LATER = 30;
/** Days in which an accepted move is to be done, as a proposal. */
export const DAYS_TO_ACT = 7;

/**
 * Gain in words: what it would do for the goal, never a number without its meaning. A whole role of three is a third
 * of a goal; most moves bring a part of it, and not for certain.
 */
export function gainWords(gain: number): 'much' | 'noticeably' | 'little' {
  if (gain >= 0.08) return 'much';
  return gain >= 0.025 ? 'noticeably' : 'little';
}

/** Effort in words, from 1 (a message) to 5; what only the user can add involves nobody else. */
export function effortWords({
  kind,
  effort,
}: Pick<NextMove, 'kind' | 'effort'>): 'minutes' | 'message' | 'talk' | 'request' | 'search' {
  if (kind === 'complete') return 'minutes';
  if (effort <= 1) return 'message';
  if (effort <= 2) return 'talk';
  return effort <= 3 ? 'request' : 'search';
}

/** What to do, then why. Where the engine names only what is missing, the search for it is said first. */
export function sentencesOf({ kind, role, company, skill, facts }: NextMove): Fact[] {
  if (kind !== 'search' || role !== undefined) return facts;
  if (company !== undefined) return [{ key: 'moveFind_company', values: { company } }, ...facts];
  return skill === undefined ? facts : [{ key: 'moveFind_skill', values: { skill } }, ...facts];
}

/** The suggestions that are neither put off nor refused, in their order. */
export function openMoves(
  moves: readonly NextMove[],
  settings: Pick<Settings, 'moves'>,
  today: string,
): NextMove[] {
  return moves.filter(({ id }) => moveState(id, settings.moves, today).kind === 'open');
}

/**
 * Leaves out moves for a contact of whom another move is accepted: the next step is noted, and that move put away.
 * `hasNextStep` answers by the contact's id.
 */
export function unplannedMoves(
  moves: readonly NextMove[],
  settings: Pick<Settings, 'moves'>,
  today: string,
  hasNextStep: (contactId: string) => boolean,
): NextMove[] {
  const waiting = new Set(
    putAwayMoves(settings.moves, today).flatMap(({ id, until }) =>
      until === null ? [] : (contactOf(id) ?? []),
    ),
  );
  return moves.filter(
    ({ contactId }) => contactId === undefined || !waiting.has(contactId) || !hasNextStep(contactId),
  );
}

/** What the user put off or refused, and until when (`null`: for good). The engine no longer suggests it. */
export function putAwayMoves(
  moves: Settings['moves'],
  today: string,
): { id: string; until: string | null }[] {
  return Object.keys(moves).flatMap((id) => {
    const state = moveState(id, moves, today);
    if (state.kind === 'open') return [];
    return [{ id, until: state.kind === 'away' ? state.until : null }];
  });
}

/** The contact whom a suggestion was about, by the end of its id; `null` when it was about nobody. */
export function contactOf(id: string): string | null {
  return /^(?:reactivate|introduction):.*:([^:]+)$/.exec(id)?.[1] ?? null;
}

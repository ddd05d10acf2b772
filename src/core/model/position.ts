import type { Position, Profile, ProfileKey } from './profile.ts';

/* Stands apart from the schemas: whoever only reads a profile loads none of them. */

/** `site:id`, the form in which keys are indexed. */
export function keyText(key: ProfileKey): string {
  return `${key.site}:${key.id}`;
}

/** The position held now: the first without an end, else the first with no dates at all, else none. */
export function currentPosition(profile: Pick<Profile, 'positions'>): Position | undefined {
  return (
    profile.positions.find((position) => position.end === null) ??
    profile.positions.find((position) => position.start === undefined && position.end === undefined)
  );
}

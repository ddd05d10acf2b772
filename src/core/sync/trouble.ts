import type { Place } from './place.ts';

/** The state of keeping devices in step; each has a sentence of its own. */
export const TROUBLES = [
  'offline',
  'password',
  'full',
  'odd',
  'moved',
  'busy',
  'server',
  'newer',
  'codeChanged',
  'wiped',
  'replaced',
  'crowded',
  'lossy',
  'massForget',
  'damaged',
  'permission',
] as const;
export type TroubleKind = (typeof TROUBLES)[number];

/** Trouble that only the person can end: no round is tried by itself before they act or the browser starts anew. */
const WAITS_FOR_PERSON: ReadonlySet<TroubleKind> = new Set([
  'password',
  'codeChanged',
  'wiped',
  'replaced',
  'crowded',
  'massForget',
  'newer',
  'permission',
]);

/** Whether no round is to be begun by itself; a folder may be used again as soon as the browser, asked alone, says so. */
export function waitsForPerson({ kind: place }: Pick<Place, 'kind'>, kind: TroubleKind | undefined): boolean {
  return kind !== undefined && WAITS_FOR_PERSON.has(kind) && !(place === 'folder' && kind === 'permission');
}

export interface Trouble {
  kind: TroubleKind;
  /** ISO 8601 instant since when. */
  since: string;
  /** The device that it comes from. */
  by?: string;
  /** Its name among the files. */
  device?: string;
  /** Contacts forgotten there, of so many. */
  count?: number;
  of?: number;
}

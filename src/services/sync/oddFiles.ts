import type { FileRow } from '../../storage/schema.ts';
import { FILE_LIMITS } from '../../sync/file.ts';

/** When a file that does not open is tried again, and when it is let be. */
export const ODD = {
  /** After an hour, two, four, eight, then every twelve, for a week. */
  againMs: 3_600_000,
  longestMs: 12 * 3_600_000,
  forMs: 7 * 86_400_000,
  /**
   * At once when its length has changed (it was on its way), or what came was not of that length (a network answered in
   * place of the server), but no more often: a storage may lie about lengths.
   */
  tries: 3,
  /** Files that do not open, and their bytes, in one round: whoever may write there could leave thousands. */
  inOneRound: 200,
  bytesInOneRound: 64 * 1024 * 1024,
} as const;

/** Is a file that did not open to be tried again, now that the storage shows this length? */
export function isTriedAgain(
  { bytes, listed = bytes, tries = 1, firstSeen, lastTried = firstSeen }: FileRow,
  length: number,
  now: number,
): boolean {
  if (length > FILE_LIMITS.sealed) return false;
  if ((length !== listed || length !== bytes) && tries < ODD.tries) return true;
  const wait = Math.min(ODD.againMs * 2 ** (tries - 1), ODD.longestMs);
  return now - Date.parse(lastTried) > wait && now - Date.parse(firstSeen) < ODD.forMs;
}

/** The row of a file that did not open just now. */
export function oddRow(
  known: FileRow | undefined,
  file: Pick<FileRow, 'name' | 'by' | 'bytes'>,
  { listed, at }: { listed: number; at: string },
): FileRow {
  return {
    ...file,
    state: 'odd',
    firstSeen: known?.firstSeen ?? at,
    lastTried: at,
    listed,
    tries: (known?.tries ?? 0) + 1,
  };
}

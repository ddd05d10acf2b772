import { type LeftOut, type LeftOutKind, leaveOut, Settings } from '../core/model/index.ts';
import type { ExportSource } from '../exchange/export/index.ts';
import { capturePages, listTombstones, WHOLE_ROWS } from '../storage/backup.ts';
import { contactPages } from '../storage/contacts.ts';
import { listGoals } from '../storage/goals.ts';
import { listQuestions } from '../storage/questions.ts';
import type { Database } from '../storage/schema.ts';
import { getSettings, getState } from '../storage/state.ts';
import { listTies, tiePages } from '../storage/ties.ts';
import { usingFailure } from '../storage/unavailable.ts';

/**
 * Everything that is the user's own, to be written to files; contacts and captures are read page by page. What a
 * damaged database does not hold any more is left out, and counted in `leftOut`: the rest can still be taken out.
 * `inTurn`: for a backup, which takes ties page by page too.
 */
export async function openSource(
  db: Database,
  exportedAt: Date,
  leftOut: LeftOut,
  { inTurn = false } = {},
): Promise<ExportSource> {
  const orNone = async <T>(kind: LeftOutKind, read: () => Promise<T>, none: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (usingFailure(error, db)?.kind !== 'missingStore') throw error;
      leaveOut(leftOut, kind, 'all');
      return none;
    }
  };
  const turns = inTurn && db.objectStoreNames.contains('ties');
  const [me, goals, ties, questions, settings, tombstones, snapshots] = await Promise.all([
    orNone('me', () => getState(db, 'me'), undefined),
    orNone('goals', () => listGoals(db), []),
    orNone('ties', () => (turns ? Promise.resolve([]) : listTies(db)), []),
    orNone('questions', () => listQuestions(db), []),
    orNone('settings', () => getSettings(db), Settings.parse({})),
    orNone('tombstones', () => listTombstones(db), []),
    orNone('snapshots', () => getState(db, 'months'), undefined),
  ]);
  const captures = db.objectStoreNames.contains('captures');
  if (!captures) leaveOut(leftOut, 'captures', 'all');
  return {
    contacts: eachOf(contactPages(db, WHOLE_ROWS)),
    captures: captures ? eachOf(capturePages(db)) : [],
    exportedAt: exportedAt.toISOString(),
    me: me ?? null,
    goals,
    ties,
    ...(turns && { tiesInTurn: () => eachOf(tiePages(db)) }),
    questions,
    settings,
    tombstones,
    snapshots,
  };
}

/** One by one; the next page is already being read while this one is written. */
async function* eachOf<Item>(pages: AsyncGenerator<Item[]>): AsyncGenerator<Item> {
  let ahead = pages.next();
  for (;;) {
    const { done, value } = await ahead;
    if (done) return;
    ahead = pages.next();
    // Whoever stops early does not ask for it; a failure is then nobody's.
    ahead.catch(() => {});
    yield* value;
  }
}

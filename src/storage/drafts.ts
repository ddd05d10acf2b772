import { DRAFT_LIMITS, type Draft, type DraftName } from '../core/model/index.ts';
import type { Database, WriteTransaction } from './schema.ts';
import { getState, readState, writeState } from './state.ts';

const DAY_MS = 86_400_000;

/** What was typed there and never saved; `null` when there is nothing. */
export async function getDraft(db: Database, name: DraftName, now: Date): Promise<string | null> {
  const drafts = fresh((await getState(db, 'drafts')) ?? [], now);
  return drafts.find((draft) => isOf(draft, name))?.text ?? null;
}

/** Everything that was typed and never saved, the oldest first. */
export async function listDrafts(db: Database, now: Date): Promise<Draft[]> {
  return fresh((await getState(db, 'drafts')) ?? [], now);
}

/**
 * Keeps what is typed in place of what was kept there before; an empty text keeps nothing. Enters no change log and
 * raises no revision: nothing that is saved changes.
 */
export async function putDraft(db: Database, draft: Draft): Promise<void> {
  const transaction = db.transaction('state', 'readwrite', { durability: 'relaxed' });
  const known = ((await transaction.store.get('drafts')) as Draft[] | undefined) ?? [];
  const others = fresh(known, new Date(draft.at)).filter((other) => !isOf(other, draft));
  await transaction.store.put(bounded(draft.text === '' ? others : [...others, draft]), 'drafts');
  await transaction.done;
}

/** Takes away what was kept about these contacts or profiles: they are saved or gone. */
export async function dropDrafts(transaction: WriteTransaction, subjects: readonly string[]): Promise<void> {
  const known = await readState(transaction, 'drafts');
  if (known === undefined) return;
  const gone = new Set(subjects);
  const left = known.filter(({ subject }) => !gone.has(subject));
  if (left.length < known.length) await writeState(transaction, 'drafts', left);
}

function isOf(draft: Draft, { kind, subject }: DraftName): boolean {
  return draft.kind === kind && draft.subject === subject;
}

function fresh(drafts: readonly Draft[], now: Date): Draft[] {
  const since = new Date(now.getTime() - DRAFT_LIMITS.days * DAY_MS).toISOString();
  return drafts.filter(({ at }) => at >= since);
}

/** The newest that fit, in the order in which they were typed. */
function bounded(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  let characters = 0;
  for (const draft of [...drafts].reverse()) {
    characters += draft.text.length;
    if (kept.length === DRAFT_LIMITS.drafts || characters > DRAFT_LIMITS.together) break;
    kept.push(draft);
  }
  return kept.reverse();
}

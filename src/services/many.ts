import { tieKey } from '../core/merge/index.ts';
import type { Contact, OwnWords, Patch, Tie } from '../core/model/index.ts';
import { type Present, planUndo } from '../exchange/apply.ts';
import { CONTACT_STORES, deleteContacts, restoreContacts, updateContact } from '../storage/contacts.ts';
import type { UndoRow } from '../storage/schema.ts';
import { readState, writeState } from '../storage/state.ts';
import { deleteTie, putTie } from '../storage/ties.ts';
import { unwaited, type Writing, write } from '../storage/transaction.ts';
import { deleteUndo, putUndo, undoRows } from '../storage/undo.ts';
import type { Environment } from './environment.ts';
import { takeBackMerge } from './mergeContacts.ts';
import { patchOwn } from './save.ts';

/** Contacts that are in memory at once while many are changed. */
const AT_ONCE = 500;

export interface ManyChange {
  ids: readonly string[];
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
  own?: Patch<OwnWords> | undefined;
}

/**
 * The same change of own words to many contacts, all or nothing. Answers how many there were, and the step by
 * which it is taken back.
 */
export async function setMany(
  environment: Environment,
  change: ManyChange,
): Promise<{ changed: number; undo: string }> {
  const undo = environment.world.id();
  const changed = await inParts(
    environment,
    'setMany',
    undo,
    change.ids,
    ['contacts'],
    async (writing, ids) => {
      const own: UndoRow['own'] = [];
      await Promise.all(
        ids.map((id) =>
          updateContact(writing, id, (contact) => {
            own.push({ id, rev: contact.rev + 1, own: contact.own });
            return { ...contact, own: changedOwn(contact.own, change) };
          }),
        ),
      );
      return { count: own.length, row: { own } };
    },
  );
  return { changed, undo };
}

function changedOwn(own: OwnWords, { addTags = [], removeTags = [], own: patch = {} }: ManyChange): OwnWords {
  const patched = patchOwn(own, patch);
  const gone = new Set(removeTags);
  const tags = [...new Set([...patched.tags.filter((tag) => !gone.has(tag)), ...addTags])].slice(0, 50);
  return { ...patched, tags };
}

/** Forgets many contacts, all or nothing; until the step expires it can be taken back. */
export async function forgetMany(
  environment: Environment,
  ids: readonly string[],
): Promise<{ forgotten: number; undo: string }> {
  const undo = `${FORGET}${environment.world.now().toISOString()}:${environment.world.id()}`;
  const forgotten = await inParts(
    environment,
    'forgetMany',
    undo,
    ids,
    CONTACT_STORES,
    async (writing, part) => {
      const whole = await deleteContacts(writing, part);
      return {
        count: whole.length,
        row: {
          before: whole.map(({ contact }) => contact),
          captures: whole.flatMap(({ captures }) => captures),
          ties: { before: whole.flatMap(({ ties }) => ties), created: [] },
        },
      };
    },
  );
  return { forgotten, undo };
}

/** One transaction over parts of the ids, each with an undo row of its own. */
function inParts(
  { database, world }: Environment,
  kind: NonNullable<UndoRow['kind']>,
  id: string,
  ids: readonly string[],
  stores: readonly (typeof CONTACT_STORES)[number][],
  work: (writing: Writing, ids: string[]) => Promise<{ count: number; row: Partial<UndoRow> }>,
): Promise<number> {
  const unique = [...new Set(ids)];
  return database.then((db) =>
    write(db, world, [...stores, 'undo'], async (writing) => {
      const head: UndoRow = {
        id,
        at: writing.now,
        label: '',
        kind,
        created: [],
        before: [],
        ties: { before: [], created: [] },
      };
      let count = 0;
      for (let from = 0, part = 0; from < unique.length; from += AT_ONCE, part += 1) {
        const done = await work(writing, unique.slice(from, from + AT_ONCE));
        count += done.count;
        putUndo(writing, { ...head, ...done.row, id: part === 0 ? id : `${id}/${part}` });
      }
      return count;
    }),
  );
}

/**
 * Takes a step back: an import, a change or a forgetting of many. What the user has worked on since stays.
 * Answers how many contacts are as they were; 0 when the step is gone.
 */
export async function runUndo({ database, world }: Environment, id: string): Promise<{ restored: number }> {
  const db = await database;
  const rows = await undoRows(db, id);
  if (rows.length === 0) return { restored: 0 };
  const restored = await write(db, world, [...CONTACT_STORES, 'goals', 'undo'], async (writing) => {
    let count = 0;
    for (const row of rows) count += await takeBack(writing, row);
    deleteUndo(writing, id);
    return count;
  });
  return { restored };
}

/** Steps that forget begin so, followed by their time: the old ones are found by their names alone. */
const FORGET = 'forget:';
/** Steps that took contacts away can be taken back for so long; then nothing of the forgotten is left. */
const FORGET_UNDO_MS = 10 * 60_000;

/** Takes away what is kept of forgotten contacts for undoing, once that time is over. */
export async function purgeUndo({ database, world }: Pick<Environment, 'database' | 'world'>): Promise<void> {
  const db = await database;
  const before = new Date(world.now().getTime() - FORGET_UNDO_MS).toISOString();
  await db.delete('undo', IDBKeyRange.bound(FORGET, `${FORGET}${before}`));
}

function takeBack(writing: Writing, row: UndoRow): Promise<number> {
  if (row.kind === 'setMany') return takeBackOwn(writing, row.own ?? []);
  if (row.kind === 'forgetMany') return takeBackForgotten(writing, row);
  if (row.kind === 'merge') return takeBackMerge(writing, row);
  return takeBackImport(writing, row);
}

async function takeBackOwn(writing: Writing, own: NonNullable<UndoRow['own']>): Promise<number> {
  let count = 0;
  await Promise.all(
    own.map(({ id, rev, own: before }) =>
      updateContact(writing, id, (contact) => {
        if (contact.rev !== rev) return null;
        count += 1;
        return { ...contact, own: before };
      }),
    ),
  );
  return count;
}

function takeBackForgotten(writing: Writing, row: UndoRow): Promise<number> {
  const capturesBy = Map.groupBy(row.captures ?? [], ({ contactId }) => contactId);
  const tiesBy = new Map<string, UndoRow['ties']['before']>();
  for (const tie of row.ties.before)
    for (const end of [tie.from, tie.to]) tiesBy.set(end, [...(tiesBy.get(end) ?? []), tie]);
  return restoreContacts(
    writing,
    row.before.map((contact) => ({
      contact,
      captures: capturesBy.get(contact.id) ?? [],
      ties: tiesBy.get(contact.id) ?? [],
    })),
  );
}

async function takeBackImport(writing: Writing, row: UndoRow): Promise<number> {
  const { transaction, now, deviceId } = writing;
  const store = transaction.objectStore('contacts');
  const ids = [...row.created, ...row.before.map((contact) => contact.id)];
  const found = await Promise.all(ids.map((id) => store.get(id)));
  const current = new Map<string, Contact>();
  for (const contact of found) if (contact !== undefined) current.set(contact.id, contact);
  const ties = transaction.objectStore('ties');
  const [me, goals, known] = await Promise.all([
    readState(transaction, 'me'),
    transaction.objectStore('goals').getAll(),
    Promise.all(
      [...row.ties.before, ...row.ties.created].map(({ from, to, kind }) => ties.get([from, to, kind])),
    ),
  ]);
  const tiesByKey = new Map<string, Tie>();
  for (const tie of known) if (tie !== undefined) tiesByKey.set(tieKey(tie), tie);
  const present: Present = {
    contact: (id) => current.get(id),
    tie: (tie) => tiesByKey.get(tieKey(tie)),
    goal: (id) => goals.find((goal) => goal.id === id),
    me: me ?? null,
  };
  const plan = planUndo(row, present, { now, deviceId });
  // An import that is taken back was never wanted: no hash keeps the same people from coming again.
  await deleteContacts(writing, plan.delete, { tombstones: false });
  for (const contact of plan.restore) {
    unwaited(store.put(contact));
    writing.log({ store: 'contacts', id: contact.id, kind: 'put', rev: contact.rev });
  }
  await Promise.all(plan.ties.delete.map((tie) => deleteTie(writing, tie)));
  await Promise.all(plan.ties.restore.map((tie) => putTie(writing, tie)));
  if (plan.me !== undefined) {
    unwaited(
      plan.me === null
        ? transaction.objectStore('state').delete('me')
        : writeState(transaction, 'me', plan.me),
    );
    writing.log({ store: 'me', id: 'me', kind: 'put', rev: 0 });
  }
  for (const id of plan.deleteGoals) {
    unwaited(transaction.objectStore('goals').delete(id));
    writing.log({ store: 'goals', id, kind: 'delete', rev: 0 });
  }
  return plan.delete.length + plan.restore.length;
}

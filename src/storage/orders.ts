import { type Ranked, rankBefore, renumbered } from '../core/merge/index.ts';
import type { Contact, DueKind, ListName, OwnWords, Stage } from '../core/model/index.ts';
import { MOST_LISTS } from '../core/model/index.ts';
import { updateContact } from './contacts.ts';
import type { ManyDone } from './many.ts';
import { unwaited } from './requests.ts';
import type { Database } from './schema.ts';
import { parseSettings, readState, writeState } from './state.ts';
import { type World, type Writing, write } from './transaction.ts';
import { putUndo } from './undo/rows.ts';

/** What an order is of: a list of the user's own, or a column of a goal's board. */
export type OrderOf = { list: string } | { goal: string; stage: Stage };
/** Where on it: before somebody (`null`: at the end), or at a rank of before. */
export type Spot = { before: string | null } | { rank: number };

/** Who stands on a list or in a column, in its order. */
export async function orderOf(db: Database, of: OrderOf): Promise<Ranked[]> {
  const { store } = db.transaction('contacts');
  return read(store, of);
}

/** Where a contact stood before, so that it can be put back there; `null`: nowhere. */
export interface Moved {
  contact: Contact;
  was: { stage?: Stage; rank: number } | null;
}

/**
 * Puts a contact on a list or a board (`null` as the spot takes it away). `undefined`, and nothing written, when the
 * contact is gone.
 */
export async function placeContact(
  db: Database,
  world: World,
  id: string,
  of: OrderOf | { goal: string; stage: null },
  spot: Spot | null,
): Promise<Moved | undefined> {
  return write(db, world, ['contacts'], async (writing) => {
    let was: Moved['was'] = null;
    const rank = spot === null || !isOrder(of) ? null : await rankAt(writing, id, of, spot);
    const contact = await updateContact(writing, id, (existing) => {
      was = placeOf(existing.own, of);
      return { ...existing, own: placed(existing.own, of, rank) };
    });
    return contact === undefined ? undefined : { contact, was };
  });
}

/** Puts many contacts at the end of a list or a column; who stands there already stays. One step that can be undone. */
export async function placeMany(
  db: Database,
  world: World,
  ids: readonly string[],
  of: OrderOf,
): Promise<ManyDone> {
  const undo = world.id();
  return write(db, world, ['contacts', 'undo'], async (writing) => {
    const order = await read(writing.transaction.objectStore('contacts'), of);
    const there = new Set(order.map(({ id }) => id));
    let rank = rankBefore(order, null) ?? 0;
    const own: { id: string; rev: number; own: OwnWords }[] = [];
    for (const id of new Set(ids)) {
      if (there.has(id)) continue;
      await updateContact(writing, id, (contact) => {
        own.push({ id, rev: contact.rev + 1, own: contact.own });
        return { ...contact, own: placed(contact.own, of, rank++) };
      });
    }
    putUndo(writing, { ...step(writing, undo), own });
    return { count: own.length, undo };
  });
}

/** Makes or renames a list. */
export async function nameList(db: Database, world: World, list: ListName): Promise<void> {
  await write(db, world, [], async (writing) => {
    await changeLists(writing, (lists) =>
      lists.some(({ id }) => id === list.id)
        ? lists.map((known) => (known.id === list.id ? list : known))
        : [...lists, list].slice(0, MOST_LISTS),
    );
  });
}

/** Takes a list away, and everybody off it. One step that can be undone; `null` when there is no such list. */
export async function removeList(db: Database, world: World, id: string): Promise<ManyDone | null> {
  const undo = world.id();
  return write(db, world, ['contacts', 'undo'], async (writing) => {
    let gone: ListName | undefined;
    await changeLists(writing, (lists) => {
      gone = lists.find((list) => list.id === id);
      return lists.filter((list) => list.id !== id);
    });
    if (gone === undefined) return null;
    const own: { id: string; rev: number; own: OwnWords }[] = [];
    for (const { id: member } of await read(writing.transaction.objectStore('contacts'), { list: id }))
      await updateContact(writing, member, (contact) => {
        own.push({ id: member, rev: contact.rev + 1, own: contact.own });
        return { ...contact, own: placed(contact.own, { list: id }, null) };
      });
    putUndo(writing, { ...step(writing, undo), own, list: gone });
    return { count: own.length, undo };
  });
}

/** Puts the list back that a step took away; its name is the settings' own. */
export async function restoreList(writing: Writing, list: ListName): Promise<void> {
  await changeLists(writing, (lists) => [...lists.filter(({ id }) => id !== list.id), list]);
}

/** Until when what is due of contacts is put off: by `kind id`. */
export async function snoozes(db: Database): Promise<Map<string, string>> {
  const until = new Map<string, string>();
  const index = db.transaction('contacts').store.index('snoozed');
  for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue())
    until.set(snoozeName(cursor.key[0] as DueKind, cursor.primaryKey), cursor.key[1]);
  return until;
}

/** The name under which `snoozes` answers. */
export function snoozeName(kind: DueKind, contactId: string): string {
  return `${kind} ${contactId}`;
}

function isOrder(of: OrderOf | { goal: string; stage: null }): of is OrderOf {
  return 'list' in of || of.stage !== null;
}

type Contacts = {
  index(name: 'lists' | 'boards'): {
    openKeyCursor(range: IDBKeyRange): Promise<Cursor | null>;
  };
};
interface Cursor {
  key: IDBValidKey;
  primaryKey: string;
  continue(): Promise<Cursor | null>;
}

async function read(store: unknown, of: OrderOf): Promise<Ranked[]> {
  const [name, prefix] =
    'list' in of ? (['lists', [of.list]] as const) : (['boards', [of.goal, of.stage]] as const);
  const order: Ranked[] = [];
  const range = IDBKeyRange.bound([...prefix], [...prefix, []]);
  const index = (store as Contacts).index(name);
  for (let cursor = await index.openKeyCursor(range); cursor; cursor = await cursor.continue())
    order.push({ id: cursor.primaryKey, rank: Number((cursor.key as unknown[]).at(-1)) });
  return order;
}

/** The rank of a spot; numbers the others anew where there is no room. */
async function rankAt(writing: Writing, id: string, of: OrderOf, spot: Spot): Promise<number> {
  if ('rank' in spot) return spot.rank;
  const others = (await read(writing.transaction.objectStore('contacts'), of)).filter((one) => one.id !== id);
  const rank = rankBefore(others, spot.before);
  if (rank !== null) return rank;
  const order = renumbered(others);
  for (const other of order)
    await updateContact(writing, other.id, (contact) => ({
      ...contact,
      own: placed(contact.own, of, other.rank),
    }));
  return rankBefore(order, spot.before) ?? order.length;
}

/** The own words with another place; `null`: none. */
function placed(own: OwnWords, of: OrderOf | { goal: string; stage: null }, rank: number | null): OwnWords {
  if ('list' in of) {
    const { lists = [], ...rest } = own;
    const others = lists.filter(([list]) => list !== of.list);
    const next: NonNullable<OwnWords['lists']> = rank === null ? others : [...others, [of.list, rank]];
    return next.length === 0 ? rest : { ...rest, lists: next };
  }
  const { boards = [], ...rest } = own;
  const others = boards.filter(([goal]) => goal !== of.goal);
  const next: NonNullable<OwnWords['boards']> =
    rank === null || of.stage === null ? others : [...others, [of.goal, of.stage, rank]];
  return next.length === 0 ? rest : { ...rest, boards: next };
}

function placeOf(
  { lists = [], boards = [] }: OwnWords,
  of: OrderOf | { goal: string; stage: null },
): Moved['was'] {
  if ('list' in of) {
    const [, rank] = lists.find(([list]) => list === of.list) ?? [];
    return rank === undefined ? null : { rank };
  }
  const found = boards.find(([goal]) => goal === of.goal);
  return found === undefined ? null : { stage: found[1], rank: found[2] };
}

async function changeLists(writing: Writing, change: (lists: ListName[]) => ListName[]): Promise<void> {
  const settings = parseSettings(await readState(writing.transaction, 'settings'));
  const lists = change(settings.lists);
  unwaited(writeState(writing.transaction, 'settings', { ...settings, lists }));
  writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
}

function step(writing: Writing, id: string) {
  return {
    id,
    at: writing.now,
    label: '',
    kind: 'setMany' as const,
    created: [],
    before: [],
    ties: { before: [], created: [] },
  };
}

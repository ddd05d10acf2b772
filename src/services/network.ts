import { effectiveProfile } from '../core/merge/index.ts';
import {
  applyPatch,
  currentPosition,
  type Fact,
  type Goal,
  type Me,
  type Patch,
  type Settings,
  type Tie,
} from '../core/model/index.ts';
import type { ContactRow, Network } from '../messaging/protocol.ts';
import { deleteGoal, listGoals, putGoal } from '../storage/goals.ts';
import { getSettings, getState, writeState } from '../storage/state.ts';
import { listTies } from '../storage/ties.ts';
import { unwaited, write } from '../storage/transaction.ts';
import type { Environment } from './environment.ts';
import { openReader, type Reader } from './read.ts';

/** Rows a message carries at most: stays far below the browsers' limit of a message. */
const ROWS = 500;

/** Who the user is, the goals, the settings, and the state of the network in a few sentences. */
export async function readNetwork({ database }: Environment): Promise<Network> {
  const db = await database;
  const [me, goals, settings, count] = await Promise.all([
    getState(db, 'me'),
    listGoals(db),
    getSettings(db),
    getState(db, 'contactCount'),
  ]);
  const contactCount = count ?? 0;
  const sentences: Fact[] = [];
  if (me === undefined) sentences.push({ key: 'factMeMissing' });
  if (!goals.some((goal) => goal.state === 'active')) sentences.push({ key: 'factGoalMissing' });
  sentences.push(
    contactCount === 0
      ? { key: 'factNobodySaved' }
      : { key: 'factSavedContacts', values: { count: contactCount } },
  );
  return { me: me ?? null, goals, settings, contactCount, sentences };
}

/** One page of the contacts' list, in the order of their ids; `next` is where the following page begins after. */
export async function listRows(
  environment: Environment,
  after: string | null,
): Promise<{ rows: ContactRow[]; next: string | null }> {
  const db = await environment.database;
  const [reader, ties, contacts] = await Promise.all([
    openReader(environment),
    listTies(db),
    db.getAll('contacts', after === null ? null : IDBKeyRange.lowerBound(after, true), ROWS),
  ]);
  const tiesByContact = Map.groupBy(ties, (tie: Tie) => (tie.from === 'me' ? tie.to : tie.from));
  const rows = contacts.map((contact) => rowOf(contact, reader, tiesByContact.get(contact.id) ?? []));
  return { rows, next: contacts.length === ROWS ? (contacts.at(-1)?.id ?? null) : null };
}

function rowOf(contact: Parameters<Reader['read']>[0], reader: Reader, ties: Tie[]): ContactRow {
  const profile = effectiveProfile(contact);
  const reading = reader.read(contact, ties);
  const position = currentPosition(profile);
  const { current } = reading.career;
  return {
    id: contact.id,
    name: profile.name.full,
    title: position?.title ?? profile.headline ?? '',
    company: position?.company ?? '',
    place: profile.location?.city ?? profile.location?.text ?? '',
    url: profile.url,
    isco4: current.function?.isco4 ?? null,
    nace2: current.industry?.nace2 ?? null,
    layer: reading.layer.value,
    functionDistance: reading.distances.function,
    industryDistance: reading.distances.industry,
    fits: reading.fits,
    tags: contact.own.tags,
    updatedAt: contact.updatedAt,
  };
}

export async function setMe({ database, world }: Environment, me: Me): Promise<Me> {
  await write(await database, world, [], async (writing) => {
    unwaited(writeState(writing.transaction, 'me', me));
    writing.log({ store: 'me', id: 'me', kind: 'put', rev: 0 });
  });
  return me;
}

/** Creates or replaces a goal; the time of the change is the background's own. */
export async function setGoal({ database, world }: Environment, goal: Goal): Promise<Goal> {
  const dated = { ...goal, updatedAt: world.now().toISOString() };
  await write(await database, world, ['goals'], (writing) => putGoal(writing, dated));
  return dated;
}

export async function removeGoal({ database, world }: Environment, id: string): Promise<null> {
  await write(await database, world, ['goals'], (writing) => deleteGoal(writing, id));
  return null;
}

/** Changes the settings that are named, and leaves the others. */
export async function setSettings(
  { database, world }: Environment,
  changes: Patch<Settings>,
): Promise<Settings> {
  const db = await database;
  const settings = applyPatch(await getSettings(db), changes);
  await write(db, world, [], async (writing) => {
    unwaited(writeState(writing.transaction, 'settings', settings));
    writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
  });
  return settings;
}

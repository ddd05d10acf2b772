import { effectiveProfile } from '../core/merge/index.ts';
import {
  applyPatch,
  type Contact,
  currentPosition,
  type Fact,
  type Goal,
  type Me,
  type Patch,
  ROLES,
  type Settings,
  type Tie,
} from '../core/model/index.ts';
import type { ContactRow, DueItem, Network, RowSegment } from '../messaging/protocol.ts';
import { contactPages, getContact } from '../storage/contacts.ts';
import { deleteGoal, listGoals, putGoal } from '../storage/goals.ts';
import { getSettings, getState, writeState } from '../storage/state.ts';
import { listTies } from '../storage/ties.ts';
import { unwaited, write } from '../storage/transaction.ts';
import type { Environment } from './environment.ts';
import { openReader, type Reader } from './read.ts';

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

/** All contacts' rows. */
export async function allRows(environment: Environment): Promise<ContactRow[]> {
  const first = await rowSegment(environment, 0);
  const rows = first.rows;
  for (let segment = 1; segment < first.segments; segment++)
    rows.push(...(await rowSegment(environment, segment)).rows);
  return rows;
}

/** One part of all contacts' rows, in the order of their ids. */
export async function rowSegment(environment: Environment, segment: number): Promise<RowSegment> {
  const db = await environment.database;
  const [reader, ties, count, revision] = await Promise.all([
    openReader(environment),
    listTies(db),
    getState(db, 'contactCount'),
    getState(db, 'revision'),
  ]);
  const tiesByContact = Map.groupBy(ties, (tie: Tie) => (tie.from === 'me' ? tie.to : tie.from));
  let at = 0;
  let contacts: Contact[] = [];
  for await (const page of contactPages(db)) {
    if (at === segment) contacts = page;
    at += 1;
  }
  return {
    revision: revision ?? 0,
    segments: Math.max(1, Math.ceil((count ?? 0) / 1_000)),
    goals: reader.context.goals.map(({ id }) => id),
    me: standpoint(reader),
    rows: contacts.map((contact) => rowOf(contact, reader, tiesByContact.get(contact.id) ?? [])),
  };
}

function standpoint({ context: { me } }: Reader): RowSegment['me'] {
  if (me === null) return null;
  const { function: own, industry } = me.career.current;
  return { isco4: own?.isco4 ?? null, nace2: industry?.nace2 ?? null };
}

/** The rows of these contacts, in the order of `ids`; ids of nobody are left out. */
export async function rowsOf(
  environment: Environment,
  ids: readonly string[],
): Promise<{ goals: string[]; rows: ContactRow[] }> {
  const db = await environment.database;
  const [reader, ties, contacts] = await Promise.all([
    openReader(environment),
    listTies(db),
    Promise.all(ids.map((id) => getContact(db, id))),
  ]);
  const tiesByContact = Map.groupBy(ties, (tie: Tie) => (tie.from === 'me' ? tie.to : tie.from));
  return {
    goals: reader.context.goals.map(({ id }) => id),
    rows: contacts
      .filter((contact) => contact !== undefined)
      .map((contact) => rowOf(contact, reader, tiesByContact.get(contact.id) ?? [])),
  };
}

/** What is due up to and including the day: next steps with a date, and signs of life by the contact's rhythm. */
export async function dueUntil(
  { database }: Environment,
  until: string,
): Promise<{ due: DueItem[]; count: number }> {
  const db = await database;
  const ties = Map.groupBy(await listTies(db), (tie: Tie) => (tie.from === 'me' ? tie.to : tie.from));
  const due: DueItem[] = [];
  for await (const page of contactPages(db)) {
    for (const contact of page) {
      const { nextStep, rhythmDays } = contact.own;
      const item = { contactId: contact.id, name: effectiveProfile(contact).name.full };
      if (nextStep?.due !== undefined && nextStep.due <= until)
        due.push({ ...item, kind: 'nextStep', text: nextStep.text, due: nextStep.due });
      if (rhythmDays === undefined) continue;
      const last = lastContactOf(contact, ties.get(contact.id) ?? []) ?? contact.createdAt.slice(0, 10);
      const next = new Date(Date.parse(last) + rhythmDays * 86_400_000).toISOString().slice(0, 10);
      if (next <= until) due.push({ ...item, kind: 'keepInTouch', text: '', due: next });
    }
  }
  due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return { due: due.slice(0, 50), count: due.length };
}

function rowOf(contact: Contact, reader: Reader, ties: readonly Tie[]): ContactRow {
  const profile = effectiveProfile(contact);
  const reading = reader.read(contact, ties);
  const position = currentPosition(profile);
  const { current } = reading.career;
  const { nextStep } = contact.own;
  return {
    id: contact.id,
    name: profile.name.full,
    title: position?.title ?? profile.headline ?? '',
    company: position?.company ?? '',
    place: profile.location?.city ?? profile.location?.text ?? '',
    country: profile.location?.country ?? null,
    url: profile.url,
    isco4: current.function?.isco4 ?? null,
    nace2: current.industry?.nace2 ?? null,
    seniority: current.seniority,
    layer: reading.layer.value,
    functionDistance: reading.distances.function,
    industryDistance: reading.distances.industry,
    placeStep: reading.distances.place?.step ?? null,
    fits: reading.fits.map(({ value }) => value),
    roles: reading.fits.map(({ roles }) =>
      roles.reduce((bits, { role }) => bits | (1 << ROLES.indexOf(role)), 0),
    ),
    hub: reading.hub.strength,
    isHub: reading.hub.isHub,
    tags: contact.own.tags,
    note: contact.own.note?.slice(0, 500) ?? '',
    lastContact: lastContactOf(contact, ties),
    nextStep: nextStep === undefined ? null : { text: nextStep.text, due: nextStep.due ?? null },
    updatedAt: contact.updatedAt,
  };
}

/** The last day on which the two were in touch, as far as it is known. */
function lastContactOf(contact: Contact, ties: readonly Tie[]): string | null {
  const days = [...ties.map(({ lastContact }) => lastContact), contact.own.log[0]?.day];
  return (
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? null
  );
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

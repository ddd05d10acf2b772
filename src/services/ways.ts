import type { Digest } from '../core/model/index.ts';
import { closestOf, waysAmong } from '../core/strategy/acquaintances.ts';
import { viewpointOf } from '../core/strategy/viewpoint.ts';
import type { Ways } from '../messaging/protocol.ts';
import { digestsById } from '../storage/derived.ts';
import type { Database } from '../storage/schema.ts';
import { tiesOf } from '../storage/ties.ts';
import type { Background } from './background.ts';

/** Acquaintances of one person whose own acquaintances are looked at, where nobody leads to the person alone. */
const FURTHER = 100;
/** Acquaintances that are named. */
const NAMED = 30;

/**
 * Whom to ask about a contact, and whom the contact knows. Only the ties around the contact are read, so that it answers
 * at once in a network of any size; what the last analysis says of the contact stands beside it.
 */
export async function waysTo(background: Background, id: string): Promise<Ways | null> {
  const db = await background.database;
  const view = viewpointOf((await background.contexts.now()).strategy);
  const near = await acquaintedWith(db, [id]);
  let people = await digestsById(db, [id, ...near]);
  if (!people.some((digest) => digest.id === id)) return null;
  let found = waysAmong(people, id, view);
  if (found.paths.length === 0 && near.length > 0) {
    const further = await acquaintedWith(db, near.slice(0, FURTHER));
    people = await digestsById(db, [id, ...near, ...further]);
    found = waysAmong(people, id, view);
  }
  const last = (await background.analysis.last())?.acquaintances;
  const acquaintances = found.acquaintances.slice(0, NAMED);
  return {
    own: found.own,
    paths: found.paths,
    acquaintances,
    count: found.acquaintances.length,
    superspreader: last?.superspreaders.find(({ contactId }) => contactId === id)?.facts[0] ?? null,
    doors: (last?.doors ?? [])
      .filter(({ contactId }) => contactId === id)
      .map(({ goalId, count, contactIds }) => ({ goalId, count, contactIds })),
    names: namesOf(people, [
      id,
      ...found.paths.flatMap(({ through }) => through),
      ...acquaintances.map(({ contactId }) => contactId),
    ]),
  };
}

/** Whom of these contacts to ask about somebody who is not saved and whom they know. */
export async function waysThrough(background: Background, ids: readonly string[]): Promise<Ways> {
  const people = await digestsById(await background.database, ids);
  return {
    own: null,
    paths: closestOf(people).map(({ contactId, facts }) => ({
      targetId: '',
      through: [contactId],
      value: 1,
      facts,
    })),
    acquaintances: [],
    count: people.length,
    superspreader: null,
    doors: [],
    names: namesOf(people, ids),
  };
}

/** Everybody who stands in a tie with one of these contacts, without the user. */
async function acquaintedWith(db: Database, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const ties of await Promise.all(ids.map((id) => tiesOf(db, id))))
    for (const { from, to } of ties) for (const end of [from, to]) if (end !== 'me') found.add(end);
  for (const id of ids) found.delete(id);
  return [...found];
}

function namesOf(people: readonly Digest[], ids: readonly string[]): Ways['names'] {
  const wanted = new Set(ids);
  return people.filter(({ id }) => wanted.has(id)).map(({ id, name }) => ({ id, name }));
}

import { isRefused, mergeSources, sourcesOf, withNamedOnPage } from '../core/merge/index.ts';
import type { Contact, Tie, TieSource } from '../core/model/index.ts';
import { stable } from '../core/model/stable.ts';
import type { PageTies } from '../core/network/pageTies.ts';
import { updateContact } from './contacts.ts';
import { deleteQuestion, putQuestion, questionsWithin } from './questions.ts';
import type { Database, QuestionRow } from './schema.ts';
import { deleteTie, putTie, tiesWithin } from './ties.ts';
import { type World, write } from './transaction.ts';
import type { Writing } from './writing.ts';

const STORES = ['contacts', 'ties', 'questions'] as const;

/** What the word of a page came to: ties that are new, and names that wait for an answer. */
export interface Acquainted {
  added: number;
  asked: number;
}

/**
 * Writes the ties of a page's person and the questions that it raises, within a transaction over contacts, ties and
 * questions; the person itself is written by the caller. A tie that is there, in whichever direction, gets one source
 * more. Whatever the user took back stays away, unless they `chose` it now.
 */
export async function writePageTies(
  writing: Writing,
  subject: Contact,
  page: PageTies,
  { chosen = false } = {},
): Promise<Acquainted> {
  if (!chosen && isRefused(subject, page.named.url)) return { added: 0, asked: 0 };
  const { transaction } = writing;
  const [known, settled] = await Promise.all([
    tiesWithin(transaction, subject.id),
    questionsWithin(transaction, subject.id),
  ]);
  const contacts = transaction.objectStore('contacts');
  const ids = [...page.ties.keys()].filter((id) => id !== subject.id);
  const there = await Promise.all(ids.map((id) => contacts.getKey(id)));
  const ties = knownBetween(known);
  const done: Acquainted = { added: 0, asked: 0 };
  for (const [i, id] of ids.entries()) {
    const source = page.ties.get(id);
    if (source === undefined || there[i] === undefined) continue;
    const refusals = settled.filter((row) => settles(row, [subject.id, id]));
    if (refusals.length > 0 && !chosen) continue;
    for (const row of refusals) deleteQuestion(writing, row);
    if (addSource(writing, ties.get(id) ?? { from: subject.id, to: id, kind: 'knows' }, source, ties.has(id)))
      done.added += 1;
  }
  for (const { candidates, source } of page.questions) {
    const others = candidates.filter((id) => id !== subject.id);
    // Whoever is known to be acquainted may be the one who is meant: there is nothing to ask.
    if (others.length === 0 || others.some((id) => ties.has(id))) continue;
    if (settled.some((row) => row.answer === 'no' && isAbout(row, [subject.id, ...others]))) continue;
    putQuestion(writing, { subject: subject.id, candidates: others, source });
    done.asked += 1;
  }
  return done;
}

/** Ties that the user chose from an open list of people. `null`, and nothing written, when its person is gone. */
export async function choosePageTies(
  db: Database,
  world: World,
  subjectId: string,
  page: PageTies,
): Promise<Acquainted | null> {
  return write(db, world, [...STORES], async (writing) => {
    const heard = ({ refused: _refused, ...named }: NonNullable<Contact['namedOnPages']>[number]) => named;
    const subject = await updateContact(writing, subjectId, (contact) =>
      withNamedOnPage({ ...contact, namedOnPages: (contact.namedOnPages ?? []).map(heard) }, page.named),
    );
    if (subject === undefined) return null;
    return writePageTies(writing, subject, { ...page, questions: [] }, { chosen: true });
  });
}

/**
 * Takes back, in one step, everything that a page said of a contact's acquaintances; the page is not listened to again,
 * until `listen`. Answers the contact, `undefined` when it is gone or the page never said anything.
 */
export async function refusePage(
  db: Database,
  world: World,
  { id, url, listen }: { id: string; url: string; listen: boolean },
): Promise<Contact | undefined> {
  return write(db, world, [...STORES], async (writing) => {
    const contact = await updateContact(writing, id, (known) => {
      if (known.namedOnPages?.some((page) => page.url === url) !== true) return null;
      const pages = known.namedOnPages.map(({ refused, ...page }) =>
        page.url === url
          ? { ...page, ...(!listen && { refused: true }) }
          : { ...page, ...(refused && { refused }) },
      );
      return { ...known, namedOnPages: pages };
    });
    if (contact === undefined || listen) return contact;
    for (const tie of await tiesWithin(writing.transaction, id)) {
      const left = tie.sources?.filter((source) => source.url !== url);
      if (tie.kind !== 'knows' || left === undefined || left.length === tie.sources?.length) continue;
      if (left.length > 0) putTie(writing, { ...tie, sources: left });
      else await withoutSources(writing, tie);
    }
    for (const row of await questionsWithin(writing.transaction, id))
      if (row.subject === id && row.source.url === url && row.answer === undefined)
        deleteQuestion(writing, row);
    return contact;
  });
}

/**
 * Answers a question with the one who is meant, or with nobody (`null`). `false`, and nothing written, when the question
 * or the one is gone.
 */
export async function answerQuestion(
  db: Database,
  world: World,
  id: string,
  contactId: string | null,
): Promise<boolean> {
  return write(db, world, [...STORES], async (writing) => {
    const { transaction } = writing;
    const row = await transaction.objectStore('questions').get(id);
    if (row === undefined) return false;
    if (contactId === null) {
      const { subject, candidates, source } = row;
      putQuestion(writing, { subject, candidates, source, answer: 'no' });
      return true;
    }
    const there = await transaction.objectStore('contacts').getKey(contactId);
    if (there === undefined || !row.candidates.includes(contactId)) return false;
    deleteQuestion(writing, row);
    const known = knownBetween(await tiesWithin(transaction, row.subject)).get(contactId);
    const tie = known ?? { from: row.subject, to: contactId, kind: 'knows' as const };
    addSource(writing, tie, { ...row.source, matchedBy: 'user' }, known !== undefined);
    return true;
  });
}

/**
 * The user takes a tie away that pages speak of: they are not believed again. Within a transaction that deletes the tie.
 */
export function refuseTie(writing: Writing, { from, to, kind, sources = [] }: Tie): void {
  const [source] = sources.filter(({ relation }) => relation !== 'said');
  if (kind !== 'knows' || source === undefined || from === 'me' || to === 'me') return;
  const { matchedBy: _matchedBy, ...said } = source;
  putQuestion(writing, { subject: from, candidates: [to], source: said, answer: 'no' });
}

/** The user says that the two know each other: that they once said no is over. */
export async function welcomeTie(writing: Writing, { from, to, kind }: Tie): Promise<void> {
  if (kind !== 'knows' || from === 'me' || to === 'me') return;
  for (const row of await questionsWithin(writing.transaction, from))
    if (settles(row, [from, to])) deleteQuestion(writing, row);
}

/** Ties between contacts, by the other end; of two the first. */
function knownBetween(ties: readonly Tie[]): Map<string, Tie> {
  const known = new Map<string, Tie>();
  for (const tie of ties) {
    if (tie.kind !== 'knows' || tie.from === 'me' || tie.to === 'me') continue;
    for (const id of [tie.from, tie.to]) if (!known.has(id)) known.set(id, tie);
  }
  return known;
}

/** Puts the tie with one source more; answers whether the tie is new. */
function addSource(writing: Writing, tie: Tie, source: TieSource, exists: boolean): boolean {
  const sources = mergeSources(exists ? sourcesOf(tie, source.on) : [], [source]);
  const after: Tie = { ...tie, sources };
  if (stable(after) !== stable(tie)) putTie(writing, after);
  return !exists;
}

/** Nothing speaks for it any more; what the user noted of it (strength, days) stays, and is the user's word. */
async function withoutSources(writing: Writing, tie: Tie): Promise<void> {
  const { sources: _sources, from: _from, to: _to, kind: _kind, ...own } = tie;
  if (Object.keys(own).length === 0) await deleteTie(writing, tie);
  else {
    const { sources: _gone, ...left } = tie;
    putTie(writing, left);
  }
}

/** Is this the user's word that just these two do not know each other? */
function settles({ answer, candidates, people }: QuestionRow, pair: readonly string[]): boolean {
  return answer === 'no' && candidates.length === 1 && pair.every((id) => people.includes(id));
}

function isAbout({ people }: QuestionRow, ids: readonly string[]): boolean {
  return people.length === new Set(ids).size && ids.every((id) => people.includes(id));
}

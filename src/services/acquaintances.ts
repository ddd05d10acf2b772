import { effectiveProfile, profileKeys } from '../core/merge/index.ts';
import {
  type Acquaintance,
  type Contact,
  currentPosition,
  keyText,
  LIMITS,
  type PeopleList,
  type TieSource,
} from '../core/model/index.ts';
import { NameIndex } from '../core/network/nameIndex.ts';
import { type Match, type NamingPage, type PageTies, tiesOfPage } from '../core/network/pageTies.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { AcquaintanceLook, Capture, OpenQuestion, PersonNamed } from '../messaging/protocol.ts';
import { answerQuestion, choosePageTies, refusePage } from '../storage/acquaintances.ts';
import { findContact, getContacts, idsByKey } from '../storage/contacts.ts';
import { listQuestions, questionRow } from '../storage/questions.ts';
import { getState } from '../storage/state.ts';
import { tiesOf } from '../storage/ties.ts';
import type { Holdings } from './holdings.ts';
import { keysOfMe } from './ownPage.ts';

/** What a page that is being saved says of whom its person knows; `null` when it names nobody. */
export async function tiesOfCapture(
  background: Holdings,
  { profile, acquaintances = [] }: Capture,
): Promise<PageTies | null> {
  if (acquaintances.length === 0) return null;
  const subject = await findContact(await background.database, profileKeys(profile));
  const own = { id: subject?.id, name: profile.name.full, keys: profileKeys(profile) };
  const matches = await matchPeople(background, acquaintances, own);
  return tiesOfPage(
    {
      ...today(background, profile.key.site, profile.url),
      total: acquaintances[0]?.relation === 'commonContact' ? profile.mutualConnections : undefined,
    },
    acquaintances,
    matches,
  );
}

/** How the people whom a page or a list names stand to what is saved. Writes nothing; the user is left out. */
export async function lookAtAcquaintances(
  background: Holdings,
  of: { capture: Capture } | { list: PeopleList },
): Promise<AcquaintanceLook> {
  const db = await background.database;
  const { people, keys, url, name: shown } = 'list' in of ? listed(of.list) : captured(of.capture);
  const subject = await findContact(db, keys);
  const own = { id: subject?.id, name: shown ?? (subject && nameOf(subject)), keys };
  const matches = await matchPeople(background, people, own);
  const ids = [...new Set(matches.flatMap(idsOf))];
  const [rows, ties] = await Promise.all([
    briefs(background, ids),
    subject === undefined ? [] : tiesOf(db, subject.id),
  ]);
  const tied = new Set(ties.filter(({ kind }) => kind === 'knows').flatMap(({ from, to }) => [from, to]));
  const named = people.flatMap(({ name, url: link }, i): PersonNamed[] => {
    const match = matches[i];
    if (match === undefined || match.kind === 'self') return [];
    const contacts = idsOf(match).flatMap((id) => rows.get(id) ?? []);
    return [
      {
        name,
        ...(link !== undefined && { url: link }),
        contacts,
        tied: match.kind === 'contact' && tied.has(match.id),
      },
    ];
  });
  return {
    subject: subject === undefined ? null : { id: subject.id, name: nameOf(subject) },
    refused: subject?.namedOnPages?.some((page) => page.url === url && page.refused === true) ?? false,
    people: eachContactOnce(named),
  };
}

/**
 * Makes ties of what the user ticked on an open list. Only its own person can get them; of a list that is nobody's, one
 * of the people on it whom the user names. Ids that the list does not show are passed over.
 * @throws MessageFailure `badMessage` when the person is neither.
 */
export async function chooseAcquaintances(
  background: Holdings,
  { list, of, people: ticked }: { list: PeopleList; of: string; people: readonly string[] },
): Promise<{ added: number } | null> {
  const db = await background.database;
  const { people, keys } = listed(list);
  const owner = list.of === undefined ? undefined : await findContact(db, keys);
  const own = { id: owner?.id, name: owner && nameOf(owner), keys };
  const matches = await matchPeople(background, people, own);
  const shown = new Set(matches.flatMap(idsOf));
  if (list.of === undefined ? !shown.has(of) : owner?.id !== of) throw new MessageFailure('badMessage', 'of');
  const page = today(background, list.site, list.url);
  const wanted = new Set(ticked.filter((id) => shown.has(id) && id !== of));
  const said = tiesOfPage(page, people, matches.map(withoutPerson(of)));
  if (said === null) return { added: 0 };
  const ties = new Map<string, TieSource>();
  for (const [i, match] of matches.entries())
    for (const id of idsOf(match)) {
      const relation = people[i]?.relation;
      if (relation === undefined || !wanted.has(id) || ties.get(id)?.matchedBy === 'address') continue;
      const byAddress = match.kind === 'contact' && match.matchedBy === 'address';
      const { site, url, on } = page;
      ties.set(id, { relation, site, url, on, matchedBy: byAddress ? 'address' : 'user' });
    }
  const done = await choosePageTies(db, background.world, of, { ties, questions: [], named: said.named });
  return done === null ? null : { added: done.added };
}

/** Takes back what a page said of a contact's acquaintances, or listens to it again. */
export async function setPageRefused(
  background: Holdings,
  { id, url, refused }: { id: string; url: string; refused: boolean },
): Promise<void> {
  await refusePage(await background.database, background.world, { id, url, listen: !refused });
}

/** Names on pages that may mean several contacts, so many at most; `total` of all. */
export async function openQuestions(
  background: Holdings,
  limit: number,
): Promise<{ questions: OpenQuestion[]; total: number }> {
  const open = (await listQuestions(await background.database)).filter(({ answer }) => answer === undefined);
  // The newest first; of one day in a fixed order.
  open.sort((a, b) => (a.source.on < b.source.on ? 1 : a.source.on > b.source.on ? -1 : 0));
  const shown = open.slice(0, limit);
  const rows = await briefs(
    background,
    shown.flatMap(({ subject, candidates }) => [subject, ...candidates]),
  );
  const questions = shown.flatMap((question): OpenQuestion[] => {
    const subject = rows.get(question.subject);
    if (subject === undefined) return [];
    const candidates = question.candidates.flatMap((id) => rows.get(id) ?? []);
    return [{ id: questionRow(question).id, subject, candidates, source: question.source }];
  });
  return { questions, total: open.length };
}

/** The user's answer: who is meant, or nobody of them. */
export async function settleQuestion(
  { database, world }: Holdings,
  { id, contact }: { id: string; contact: string | null },
): Promise<{ settled: boolean }> {
  return { settled: await answerQuestion(await database, world, id, contact) };
}

/**
 * For whom each name is taken: by the address of their profile; by the name alone when one contact bears it and no
 * address says otherwise. The user, and the page's own person, are nobody's acquaintances there.
 */
async function matchPeople(
  background: Holdings,
  people: readonly Acquaintance[],
  subject: { id: string | undefined; name: string | undefined; keys: readonly string[] },
): Promise<Match[]> {
  const db = await background.database;
  const me = await getState(db, 'me');
  const keysOf = { me: [...keysOfMe(me, background)], subject: subject.keys };
  const selves = new NameIndex();
  selves.replace(0, ['me', 'subject'], [me?.name ?? '', subject.name ?? '']);
  const keys = people.map(({ url }) => keysOfLink(background, url));
  const flat = keys.flat();
  const owners = await idsByKey(db, flat);
  const ownerOf = new Map(flat.map((key, i) => [key, owners[i]]));
  const linked = keys.map((links) => links.map((key) => ownerOf.get(key)).find((id) => id !== undefined));
  const unlinked = people.map(({ name }, i) => (linked[i] === undefined ? name : ''));
  const named = await background.rows.named(unlinked);
  const known = await keysOfContacts(background, named, keys);
  return people.map(({ name }, i): Match => {
    const links = keys[i] ?? [];
    const id = linked[i];
    if (links.some((key) => keysOf.me.includes(key))) return { kind: 'self' };
    if (id !== undefined)
      return id === subject.id ? { kind: 'self' } : { kind: 'contact', id, matchedBy: 'address' };
    const own = selves.find(name) as (keyof typeof keysOf)[];
    if (own.some((who) => !isSomebodyElse(links, keysOf[who]))) return { kind: 'self' };
    const found = named[i] ?? [];
    const ids = found.filter((one) => one !== subject.id && !isSomebodyElse(links, known.get(one) ?? []));
    const [only] = ids;
    if (only === undefined || ids.length > LIMITS.candidates) return { kind: 'nobody' };
    return ids.length === 1 ? { kind: 'contact', id: only, matchedBy: 'name' } : { kind: 'several', ids };
  });
}

/** The keys under which whom a link leads to may be saved, the surest first. */
function keysOfLink({ identify }: Pick<Holdings, 'identify'>, url: string | undefined): string[] {
  const key = url === undefined ? null : identify(url);
  if (key === null) return [];
  const text = keyText(key);
  // LinkedIn also links to people by their member's id, in the place of the name.
  return isMemberId(text) ? [`${key.site}-member:${key.id}`, text] : [text];
}

/** The keys of whom a name may mean, where the page links to somebody: another id on the same site is another person. */
async function keysOfContacts(
  background: Holdings,
  named: readonly string[][],
  links: readonly string[][],
): Promise<Map<string, string[]>> {
  const ids = [...new Set(named.filter((_, i) => (links[i]?.length ?? 0) > 0).flat())];
  const contacts = await getContacts(await background.database, ids);
  return new Map(contacts.flatMap((contact) => (contact === undefined ? [] : [[contact.id, contact.keys]])));
}

/** Does a contact have another id on the site that the link leads to? An id of another kind says nothing. */
function isSomebodyElse([link]: readonly string[], keys: readonly string[]): boolean {
  if (link === undefined) return false;
  const site = link.slice(0, link.indexOf(':') + 1);
  const comparable = keys.filter((key) => key.startsWith(site) && isMemberId(key) === isMemberId(link));
  return comparable.length > 0 && !comparable.includes(link);
}

function isMemberId(key: string): boolean {
  return /^linkedin(?:-member)?:ACo[A-Za-z0-9_-]{10,}$/.test(key);
}

function idsOf(match: Match): string[] {
  return match.kind === 'contact' ? [match.id] : match.kind === 'several' ? match.ids : [];
}

/** Of a list that is nobody's, the person whom the user chose is no acquaintance of their own. */
function withoutPerson(id: string): (match: Match) => Match {
  return (match) => {
    if (match.kind === 'contact') return match.id === id ? { kind: 'self' } : match;
    if (match.kind !== 'several') return match;
    return match.ids.includes(id) ? { kind: 'self' } : match;
  };
}

function listed({ people, of, url }: PeopleList) {
  const keys = of === undefined ? [] : [`${of.site}-member:${of.id}`, keyText(of)];
  return { people, keys, url, name: undefined };
}

function captured({ profile, acquaintances = [] }: Capture) {
  return { people: acquaintances, keys: profileKeys(profile), url: profile.url, name: profile.name.full };
}

function today({ world }: Pick<Holdings, 'world'>, site: string, url: string): NamingPage {
  return { site, url, on: world.now().toISOString().slice(0, 10) };
}

/** What is shown of contacts, by their ids; whoever is gone is left out. */
async function briefs(background: Holdings, ids: readonly string[]): Promise<Map<string, Brief>> {
  const unique = [...new Set(ids)];
  const found = await getContacts(await background.database, unique);
  return new Map(
    found.flatMap((contact) => {
      if (contact === undefined) return [];
      const { name, headline = '', positions } = effectiveProfile(contact);
      const { title = headline, company = '' } = currentPosition({ positions }) ?? {};
      const detail = [title, company].filter((part) => part !== '').join(' · ');
      return [[contact.id, { id: contact.id, name: name.full, detail }]];
    }),
  );
}

type Brief = PersonNamed['contacts'][number];

function nameOf(contact: Contact): string {
  return effectiveProfile(contact).name.full;
}

/** Somebody who is named twice, by a link and in words, is shown once. */
function eachContactOnce(people: readonly PersonNamed[]): PersonNamed[] {
  const seen = new Set<string>();
  return people.filter(({ contacts }) => {
    const [only] = contacts;
    if (only === undefined || contacts.length > 1) return true;
    if (seen.has(only.id)) return false;
    seen.add(only.id);
    return true;
  });
}

import type { ProfileKey } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/limits.ts';
import { createDraft, type Draft } from '../draft.ts';
import { sharesWord } from '../likeness.ts';
import { PAGE_LIMITS, pageTitle, textOf, webUrl } from '../page.ts';
import type { Candidate, ExtractResult } from '../site.ts';
import { findCards, offerCard } from './hCard.ts';
import { addressesOf, type LdNode, type LinkedData, offerPerson, readLinkedData } from './jsonLd.ts';
import { offerLabelledSections } from './labelledSections.ts';
import { findItems, offerItem } from './microdata.ts';
import { offerOpenGraph } from './openGraph.ts';
import { findTeam, isPersonName, offerMember } from './teamCards.ts';

type Offer = (draft: Draft) => void;

/**
 * Any page: linked data, microdata, h-card, OpenGraph, labelled sections, in this order. A page that says
 * whom it is about is read; one with several persons offers them for choice; it never guesses.
 */
export function readAnyPage(doc: Document, url: URL): ExtractResult {
  const key = keyOfPage(url);
  const page = pageAddress(url);
  const data = readLinkedData(doc);
  const persons = distinct(
    data,
    data.persons.filter((node) => !data.mentioned.has(node)),
  );
  const items = findItems(doc);
  const cards = findCards(doc);
  const rungs: { main: Offer | null; all: Offer[] }[] = [
    {
      main: mainOf(data, persons, url),
      all: persons.map((node) => (draft) => offerPerson(draft, data, node)),
    },
    { main: only(items, offerItem), all: items.map((item) => (draft) => offerItem(draft, item)) },
    { main: only(cards, offerCard), all: cards.map((card) => (draft) => offerCard(draft, card)) },
  ];
  const mains = rungs.flatMap((rung) => rung.main ?? []);
  if (mains.length > 0 && (rungs[0]?.main !== null || rungs.every((rung) => rung.all.length < 2))) {
    const draft = createDraft(key, page);
    for (const offer of mains) {
      const name = nameOffered(offer, key, page);
      const known = draft.get('name')?.full;
      if (known === undefined || (name !== undefined && sharesWord(known, name))) offer(draft);
    }
    offerOpenGraphOf(draft, doc, key, page);
    offerLabelledSections(draft, doc.querySelector('main, article') ?? doc.body);
    return draft.finish(['location', 'positions', 'about']);
  }
  const many = rungs.find((rung) => rung.all.length > 1)?.all ?? [];
  const members =
    many.length > 0 ? many : findTeam(doc).map((member) => (draft: Draft) => offerMember(draft, member));
  const mentioned = distinct(data, [...data.mentioned]).map(
    (node) => (draft: Draft) => offerPerson(draft, data, node),
  );
  const draft = createDraft(key, page);
  if (members.length === 0 && offerOpenGraph(draft, doc)) {
    offerLabelledSections(draft, doc.querySelector('main, article') ?? doc.body);
    return draft.finish(['location', 'positions', 'about']);
  }
  const candidates = toCandidates(members.length > 0 ? members : mentioned, url);
  if (candidates.length === 0) {
    const labelled = readLabelledPage(doc, key, page);
    if (labelled !== null) return labelled;
  }
  return candidates.length > 0
    ? { ok: false, reason: 'manyPersons', candidates }
    : { ok: false, reason: 'nothingFound' };
}

/** A page without any marks, but with a person's name for a heading and a career under it; all of it is doubtful. */
function readLabelledPage(doc: Document, key: ProfileKey, page: string): ExtractResult | null {
  const headings = doc.querySelectorAll('h1');
  const name = textOf(headings[0]);
  if (headings.length !== 1 || name === undefined || !isPersonName(name) || !pageTitle(doc).includes(name))
    return null;
  const draft = createDraft(key, page);
  draft.offer('name', name, 'title', true);
  offerLabelledSections(draft, doc.querySelector('main, article') ?? doc.body);
  return draft.has('positions') || draft.has('education')
    ? draft.finish(['location', 'positions', 'about'])
    : null;
}

/** The key of a page's one person: host and path, without query and fragment. */
export function keyOfPage(url: URL, person = ''): ProfileKey {
  const path = url.pathname.replace(/\/(?:index\.html?)?$/, '');
  const id = `${url.hostname.replace(/^www\./, '')}${path}${person === '' ? '' : `#${person}`}`;
  return { site: 'web', id: id.length <= LIMITS.id ? id : `${id.slice(0, LIMITS.id - 14)}~${checksum(id)}` };
}

/** The address of a page without fragment and sign-in; without its query when it is too long. */
export function pageAddress(url: URL): string {
  const page = webUrl(url.href, url);
  if (page === undefined) return url.origin;
  return page.href.length <= LIMITS.url ? page.href : `${page.origin}${page.pathname}`.slice(0, LIMITS.url);
}

function mainOf(data: LinkedData, persons: LdNode[], url: URL): Offer | null {
  const here = `${url.origin}${url.pathname}`;
  const own = persons.filter((node) =>
    addressesOf(data, node).some((href) => href.split(/[?#]/)[0] === here),
  );
  const node = data.main ?? (persons.length === 1 ? persons[0] : own.length === 1 ? own[0] : undefined);
  return node === undefined ? null : (draft) => offerPerson(draft, data, node);
}

function only<T>(found: T[], offer: (draft: Draft, item: T) => void): Offer | null {
  const [item, second] = found;
  return item === undefined || second !== undefined ? null : (draft) => offer(draft, item);
}

function offerOpenGraphOf(draft: Draft, doc: Document, key: ProfileKey, page: string): void {
  const name = nameOffered((other) => void offerOpenGraph(other, doc), key, page);
  const known = draft.get('name')?.full;
  if (name !== undefined && (known === undefined || sharesWord(known, name))) offerOpenGraph(draft, doc);
}

function nameOffered(offer: Offer, key: ProfileKey, page: string): string | undefined {
  const draft = createDraft(key, page);
  offer(draft);
  return draft.get('name')?.full;
}

function toCandidates(offers: Offer[], url: URL): Candidate[] {
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const offer of offers.slice(0, PAGE_LIMITS.candidates * 2)) {
    const name = nameOffered(offer, keyOfPage(url), pageAddress(url));
    if (name === undefined || candidates.length === PAGE_LIMITS.candidates) continue;
    const slug = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    if (seen.has(slug)) continue;
    seen.add(slug);
    const draft = createDraft(keyOfPage(url, slug.slice(0, 80)), pageAddress(url));
    offer(draft);
    const result = draft.finish([]);
    if (result.ok) candidates.push({ profile: result.profile, provenance: result.provenance });
  }
  return candidates;
}

/** One node per person: nodes with the same name and no different address are one. */
function distinct(data: LinkedData, nodes: LdNode[]): LdNode[] {
  const byName = new Map<string, LdNode>();
  for (const node of nodes) {
    const name = data.nameOf(node)?.toLowerCase();
    if (name === undefined) continue;
    const known = byName.get(name);
    if (known === undefined || Object.keys(known).length < Object.keys(node).length) byName.set(name, node);
  }
  return [...byName.values()];
}

/** FNV-1a, 32 bits, twice with different seeds: short and stable, not secret. */
function checksum(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(index), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`.slice(0, 13);
}

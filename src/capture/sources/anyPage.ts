import type { ProfileField, ProfileKey } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/limits.ts';
import { createDraft, type Draft } from '../draft.ts';
import { isOrganisation, isRole } from '../kinds.ts';
import { placeIn } from '../ownPage.ts';
import { type Line, PAGE_LIMITS, webUrl } from '../page.ts';
import { nameForm } from '../personName.ts';
import type { Steps } from '../readers.ts';
import { splitRole } from '../roleLine.ts';
import type { Candidate, ExtractResult } from '../site.ts';
import { reaches } from './evidence.ts';
import { findCards, offerCard } from './hCard.ts';
import { type LdNode, type LinkedData, offerPerson, readLinkedData } from './jsonLd.ts';
import { offerLabelledSections } from './labelledSections.ts';
import { findItems, offerItem } from './microdata.ts';
import { offerOpenGraph } from './openGraph.ts';
import { sameName, spells } from './spelling.ts';
import { findTeam, offerMember } from './teamCards.ts';
import { emptyPage, judgePage, linesAround, type Named } from './whosePage.ts';

type Offer = (draft: Draft) => void;

const EXPECTED: readonly ProfileField[] = ['location', 'positions', 'about'];

/**
 * Any page. Whose it is, is decided by all that it says together (`evidence.ts`); then linked data, microdata,
 * h-card, OpenGraph and the page's own lines and sections tell of that person, in this order. Several persons are
 * offered for choice, a doubtful one is offered with a question; nothing is guessed.
 */
export function* readAnyPage(doc: Document, url: URL): Steps {
  const empty = emptyPage(doc);
  if (empty !== null) return { ok: false, reason: empty };
  const data = readLinkedData(doc);
  yield;
  const { best, level } = judgePage(doc, url, data);
  yield;
  if (best !== null && level === 'sure') return readPerson(doc, url, data, best);
  const free = distinct(
    data,
    data.persons.filter((node) => !data.mentioned.has(node) && !data.siteAuthors.has(node)),
  );
  const rungs: Offer[][] = [
    free.map((node) => (draft) => offerPerson(draft, data, node)),
    findItems(doc).map((item) => (draft) => offerItem(draft, item)),
    findCards(doc).map((card) => (draft) => offerCard(draft, card)),
  ];
  const marked = rungs.find((rung) => rung.length > 1) ?? [];
  yield;
  const members =
    marked.length > 0
      ? marked
      : findTeam(doc, url).map((member) => (draft: Draft) => offerMember(draft, member));
  const team = toCandidates(members, url);
  if (team.length > 0)
    return { ok: false, reason: 'manyPersons', candidates: team, found: marked.length > 0 ? 'data' : 'list' };
  yield;
  if (best !== null) {
    const asked = readPerson(doc, url, data, best);
    if (asked.ok) {
      const { profile, provenance, doubtful } = asked;
      return {
        ok: false,
        reason: 'unsure',
        candidates: [{ profile, provenance, doubtful: [...new Set([...doubtful, 'name' as const])] }],
      };
    }
  }
  // Those who sign something on the page: offered, for the user may want one of them.
  const signers = toCandidates(
    distinct(data, [...data.mentioned]).map((node) => (draft: Draft) => offerPerson(draft, data, node)),
    url,
  );
  return signers.length > 0
    ? { ok: false, reason: 'manyPersons', candidates: signers, found: 'authors' }
    : { ok: false, reason: 'nothingFound' };
}

/** Everything that the page says of the person whom it is about. */
function readPerson(doc: Document, url: URL, data: LinkedData, best: Named): ExtractResult {
  const key = keyOfPage(url);
  const page = pageAddress(url);
  const draft = createDraft(key, page);
  const offers: { offer: Offer; signs: boolean }[] = [
    ...data.persons.map((node) => ({
      offer: (other: Draft) => offerPerson(other, data, node),
      signs: node !== data.main && data.mentioned.has(node),
    })),
    ...findItems(doc).map((item) => ({ offer: (other: Draft) => offerItem(other, item), signs: false })),
    ...findCards(doc).map((card) => ({ offer: (other: Draft) => offerCard(other, card), signs: false })),
    { offer: (other: Draft) => void offerOpenGraph(other, doc), signs: false },
  ];
  const ordered = [...offers.filter(({ signs }) => !signs), ...offers.filter(({ signs }) => signs)];
  for (const { offer } of ordered.slice(0, 100)) {
    const name = nameOffered(offer, key, page);
    if (name !== undefined && sameName(name, best.name)) offer(draft);
    else if (name !== undefined && isHandleOf(name, best.name)) {
      draft.offer('name', best.name, 'title', true);
      offer(draft);
    }
  }
  draft.offer('name', best.name, 'title', !reaches(best.kinds, 'certain'));
  const main = doc.querySelector('main, [role="main"]');
  const root = main === null || (best.heading !== null && !main.contains(best.heading)) ? doc.body : main;
  const around = linesAround(doc, best.heading);
  offerLabelledSections(draft, root, { name: best.name });
  offerShownRole(draft, around);
  draft.offer(
    'location',
    placeIn(
      around
        .slice(0, 4)
        .map(({ text }) => text)
        .filter((line) => line.split(',').length <= 4),
    ),
    'card',
    true,
  );
  return draft.finish(EXPECTED);
}

/** `Lena` or `lenabrandt` for `Lena Brandt`: the same person, less well named. */
function isHandleOf(handle: string, name: string): boolean {
  return (
    !/\s/.test(handle.trim()) &&
    nameForm(handle) === 0 &&
    (spells(handle, name) > 0 || name.startsWith(`${handle} `))
  );
}

/** Job and employer as the lines beside the name show them: `Data Scientist at Beispiel AG`, or one below the other. */
function offerShownRole(draft: Draft, around: Line[]): void {
  const lines = around.map(({ text }) => text);
  // The employer's own page is linked where nothing else tells an employer.
  const isLinked = (text: string | undefined): boolean =>
    around.some((line) => line.text === text && line.start.closest('a[href^="http"]') !== null);
  const [first, second] = lines.filter((line) => line.length <= 160);
  for (const line of lines.slice(0, 3)) {
    const role =
      line.length <= 160 && !/[.!?]\s\p{L}/u.test(line) ? splitRole(line.replace(/[.!]$/, '')) : null;
    if (role !== null && isRole(role.title)) {
      const [company = ''] = role.company.split(', ');
      draft.offer('positions', [{ title: role.title, company, end: null }], 'card', true);
      return;
    }
  }
  if (first === undefined || !isRole(first) || /[.!?]$/.test(first) || first.split(' ').length > 10) return;
  const comma = first.indexOf(', ');
  const [title, rest] = comma < 0 ? [first, ''] : [first.slice(0, comma), first.slice(comma + 2)];
  const company =
    isOrganisation(rest) && !isRole(rest)
      ? rest
      : second !== undefined &&
          (isOrganisation(second) || isLinked(second)) &&
          !isRole(second) &&
          second.split(' ').length <= 10
        ? second
        : undefined;
  draft.offer('positions', [{ title: company === rest ? title : first, company, end: null }], 'card', true);
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

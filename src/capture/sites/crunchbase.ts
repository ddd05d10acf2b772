import { createDraft } from '../draft.ts';
import { canonicalSays, linesBelowName, offerText, personOf, placeIn, roleIn } from '../ownPage.ts';
import { firstText, pageTitle } from '../page.ts';
import { piecesOf } from '../pieces.ts';
import { splitRole } from '../roleLine.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';
import { offerPerson, readLinkedData } from '../sources/jsonLd.ts';

export const examples: readonly Example[] = [
  ['https://www.crunchbase.com/person/edda-lindqvist', 'edda-lindqvist'],
  ['https://www.crunchbase.com/person/edda-lindqvist/', 'edda-lindqvist'],
  ['https://crunchbase.com/person/Edda-Lindqvist?x=1', 'edda-lindqvist'],
  ['https://www.crunchbase.com/organization/fjord-ventures', null],
  ['https://www.crunchbase.com/login', null],
];

export default defineSite({
  id: 'crunchbase',
  version: 1,
  hosts: ['www.crunchbase.com', 'crunchbase.com'],

  identify(url) {
    const id = /^\/person\/([\w-]{1,150})\/?$/.exec(url.pathname)?.[1]?.toLowerCase();
    return id === undefined ? null : { site: 'crunchbase', id };
  },

  refusal: (url) =>
    url.pathname.startsWith('/organization/')
      ? 'organisation'
      : /^\/(?:login|register)/.test(url.pathname)
        ? 'signInWall'
        : 'notAProfile',

  address: (key) => `https://www.crunchbase.com/person/${key.id}`,

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    const data = readLinkedData(doc);
    const person =
      personOf(data, url, key, this.identify) ??
      (data.persons.length === 1 ? (data.persons[0] ?? null) : null);
    offerText(draft, 'name', doc, 'h1.profile-name', 'h1');
    // `Edda Lindqvist - Partner @ Fjord Ventures - Crunchbase Person Profile`
    const line = piecesOf(pageTitle(doc), /\s[-–|]\s/)
      .slice(1, -1)
      .find((piece) => /\s@\s/.test(piece));
    const below = linesBelowName(doc);
    const marked = splitRole(firstText(doc, '.profile-role', 'h1 + .subtitle') ?? '');
    const role = marked ?? roleIn([...below, ...(line === undefined ? [] : [line])]);
    if (person !== null) offerPerson(draft, data, person);
    if (role !== undefined)
      draft.offer('positions', [{ title: role.title, company: role.company, end: null }], 'card');
    draft.offer('location', placeIn(below), 'card');
    return draft.finish(['positions', 'location']);
  },
});

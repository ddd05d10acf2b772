import {
  type ContactEvent,
  currentPosition,
  type Place,
  type Position,
  type Profile,
} from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';

/** One difference between what was known of a person and what is known now. */
export type ProfileChange =
  | { kind: 'position'; change: 'started' | 'ended' | 'changed' | 'added'; from?: Position; to?: Position }
  | {
      kind: 'text';
      field: 'name' | 'headline' | 'location' | 'industry' | 'about';
      from?: string;
      to?: string;
    }
  | {
      kind: 'count';
      field: 'connections' | 'followers' | 'mutualConnections' | 'degree';
      from?: number;
      to?: number;
    }
  | {
      kind: 'list';
      field: 'education' | 'skills' | 'languages' | 'links';
      added: string[];
      removed: string[];
    };

/** The fields in which two states can differ; each has its name, `field_…`. */
export type ChangedField = Exclude<ProfileChange, { kind: 'position' | 'count' }>['field'] | 'position';

/** What changed between two states of one profile, in the order of their weight; nothing changed: empty. */
export function diffProfile(older: Profile, newer: Profile): ProfileChange[] {
  return [
    ...positionChanges(older, newer),
    ...textChanges(older, newer),
    ...countChanges(older, newer),
    ...listChanges(older, newer),
  ];
}

/** The news among the changes, as they are kept with the contact. What was unknown before is no news. */
export function eventsOf(older: Profile, newer: Profile, at: string): ContactEvent[] {
  const events: ContactEvent[] = [];
  const note = (kind: 'position' | 'headline' | 'place', from?: string, to?: string) => {
    if (from !== undefined && to !== undefined && fold(from) !== fold(to))
      events.push({ at, kind, from, to });
  };
  const [before, now] = [currentPosition(older), currentPosition(newer)];
  if (before !== undefined && now !== undefined && !sameJob(before, now))
    note('position', positionText(before), positionText(now));
  note('headline', older.headline, newer.headline);
  if (!samePlace(older.location, newer.location)) note('place', older.location?.text, newer.location?.text);
  return events;
}

/** `Title, Company`, or what of it is known. */
export function positionText({ title, company }: Position): string {
  return [title, company].filter((part) => part !== undefined).join(', ');
}

/** Do both name the same title at the same company, as far as both say? */
function sameJob(a: Position, b: Position): boolean {
  const agree = (x: string | undefined, y: string | undefined, key: (text: string) => string) =>
    x === undefined || y === undefined || key(x) === key(y);
  return agree(a.title, b.title, fold) && agree(a.company, b.company, companyKey);
}

function positionChanges(older: Profile, newer: Profile): ProfileChange[] {
  const remaining = [...older.positions];
  const changes: ProfileChange[] = [];
  for (const to of newer.positions) {
    const index = bestMatch(remaining, to);
    const [from] = index === -1 ? [] : remaining.splice(index, 1);
    if (from === undefined)
      changes.push({ kind: 'position', change: to.end === null ? 'started' : 'added', to });
    else if (from.end === null && to.end !== null)
      changes.push({ kind: 'position', change: 'ended', from, to });
    else if (!sameToTheEye(from, to)) changes.push({ kind: 'position', change: 'changed', from, to });
  }
  for (const from of remaining)
    if (from.end === null) changes.push({ kind: 'position', change: 'ended', from });
  return changes;
}

function bestMatch(among: readonly Position[], to: Position): number {
  const sameCompany = (from: Position) =>
    from.company !== undefined &&
    to.company !== undefined &&
    companyKey(from.company) === companyKey(to.company);
  const sameTitle = (from: Position) =>
    from.title !== undefined && to.title !== undefined && fold(from.title) === fold(to.title);
  const tests = [
    (from: Position) => sameCompany(from) && sameTitle(from) && from.start === to.start,
    (from: Position) => sameCompany(from) && sameTitle(from),
    (from: Position) => sameCompany(from) && from.start !== undefined && from.start === to.start,
    (from: Position) =>
      (sameCompany(from) && (from.title === undefined || to.title === undefined)) ||
      (sameTitle(from) && (from.company === undefined || to.company === undefined)),
  ];
  for (const test of tests) {
    const index = among.findIndex(test);
    if (index !== -1) return index;
  }
  return -1;
}

/** Title, company and dates; another wording of the description or the place is no news about a person. */
function sameToTheEye(a: Position, b: Position): boolean {
  const dates = ({ start, end }: Position) => `${start ?? ''} ${end === null ? 'now' : (end ?? '')}`;
  return fold(positionText(a)) === fold(positionText(b)) && dates(a) === dates(b);
}

/** The same place in another language or with more parts: town and country agree. */
function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (fold(a.text) === fold(b.text)) return true;
  return (
    a.city !== undefined &&
    a.country !== undefined &&
    a.country === b.country &&
    b.city !== undefined &&
    fold(a.city) === fold(b.city)
  );
}

function textChanges(older: Profile, newer: Profile): ProfileChange[] {
  const texts = (profile: Profile) =>
    [
      ['name', profile.name.full],
      ['headline', profile.headline],
      ['location', placeText(profile.location)],
      ['industry', profile.industry],
      ['about', profile.about],
    ] as const;
  const after = texts(newer);
  return texts(older).flatMap(([field, from], i): ProfileChange[] => {
    const to = after[i]?.[1];
    const same =
      field === 'location'
        ? samePlace(older.location, newer.location)
        : from === to || (from !== undefined && to !== undefined && fold(from) === fold(to));
    return same
      ? []
      : [{ kind: 'text', field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

function placeText(place: Place | undefined): string | undefined {
  return place?.text;
}

function countChanges(older: Profile, newer: Profile): ProfileChange[] {
  return (['connections', 'followers', 'mutualConnections', 'degree'] as const).flatMap(
    (field): ProfileChange[] => {
      const [from, to] = [older[field], newer[field]];
      return from === to
        ? []
        : [{ kind: 'count', field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
    },
  );
}

function listChanges(older: Profile, newer: Profile): ProfileChange[] {
  const lists = (profile: Profile) =>
    [
      [
        'education',
        profile.education.map(({ school, degree }) => [school, degree].filter(Boolean).join(', ')),
      ],
      ['skills', profile.skills],
      ['languages', profile.languages.map(({ name }) => name)],
      ['links', profile.links ?? []],
    ] as const;
  const after = lists(newer);
  return lists(older).flatMap(([field, before], i): ProfileChange[] => {
    const now = after[i]?.[1] ?? [];
    const [beforeKeys, nowKeys] = [new Set(before.map(fold)), new Set(now.map(fold))];
    const added = now.filter((item) => !beforeKeys.has(fold(item)));
    const removed = before.filter((item) => !nowKeys.has(fold(item)));
    return added.length + removed.length === 0 ? [] : [{ kind: 'list', field, added, removed }];
  });
}

import { keyOfUrl, nameKey } from '../../core/merge/index.ts';
import { keyText, LIMITS, type Position } from '../../core/model/index.ts';
import { isToday } from '../../core/text/dates.ts';
import { parsePlace } from '../../core/text/places.ts';
import { cut } from '../../core/text/whitespace.ts';
import { parseDay, parseMonth } from './days.ts';
import type { Findings, MeProposal } from './parsed.ts';
import { cleanPosition, line, uniqueLines } from './person.ts';
import { readableRows, type Table } from './table.ts';

/*
 * The files of LinkedIn's "Get a copy of your data" that are about the user: they become proposals for the
 * own profile and for goals. What others wrote is counted and dated, and never kept.
 */

type Keys = ReadonlySet<string>;
const all =
  (...wanted: string[]) =>
  (keys: Keys) =>
    wanted.every((key) => keys.has(key));

export const isProfileHeader = all('firstname', 'lastname', 'headline', 'summary', 'industry');
export const isPositionsHeader = all('companyname', 'title', 'startedon', 'finishedon');
export const isEducationHeader = all('schoolname', 'startdate', 'enddate', 'degreename');
export const isSkillsHeader = (keys: Keys) => keys.size === 1 && keys.has('name');
export const isLanguagesHeader = (keys: Keys) =>
  keys.size === 2 && keys.has('name') && keys.has('proficiency');
export const isMessagesHeader = all('conversationid', 'from', 'to', 'date');
export const isInvitationsHeader = all('from', 'to', 'sentat', 'direction');
export const isEndorsementsHeader = (keys: Keys) =>
  keys.has('endorsementdate') && (keys.has('endorserfirstname') || keys.has('endorseefirstname'));
export const isRecommendationsHeader = all('firstname', 'lastname', 'jobtitle', 'text', 'creationdate');
export const isJobPreferencesHeader = all('jobtitles', 'locations');

/** `Profile.csv`: name, headline, industry and place of the user. */
export async function readProfile(table: Table, findings: Findings): Promise<void> {
  for await (const row of readableRows(table, findings)) {
    const me: MeProposal = {};
    const name = line(`${row.get('firstname')} ${row.get('lastname')}`);
    const headline = line(row.get('headline'));
    const industry = line(row.get('industry'));
    const place = parsePlace(row.get('geolocation'));
    if (name !== undefined) me.name = name;
    if (headline !== undefined) me.headline = headline;
    if (industry !== undefined) me.industryLabel = industry;
    if (place !== null) me.place = place;
    findings.me(me);
    return;
  }
}

/** `Positions.csv`: the user's career; an empty end is today. */
export async function readPositions(table: Table, findings: Findings): Promise<void> {
  const positions: Position[] = [];
  for await (const row of readableRows(table, findings)) {
    const finished = row.get('finishedon');
    const start = parseMonth(row.get('startedon'));
    const current = finished === '' || isToday(finished);
    const end = current ? null : parseMonth(finished);
    positions.push(
      cleanPosition({
        title: row.get('title'),
        company: row.get('companyname'),
        location: row.get('location'),
        description: row.get('description'),
        ...(start !== null && { start }),
        // An end that cannot be read is no present: then nothing is said.
        ...((current || end !== null) && { end }),
      }),
    );
  }
  findings.me({ positions: positions.slice(0, LIMITS.positions + 1) });
}

/** `Education.csv`. */
export async function readEducation(table: Table, findings: Findings): Promise<void> {
  const education: NonNullable<MeProposal['education']> = [];
  for await (const row of readableRows(table, findings)) {
    const school = line(row.get('schoolname'));
    if (school === undefined) continue;
    const degree = line(row.get('degreename'));
    const start = parseMonth(row.get('startdate'));
    const end = parseMonth(row.get('enddate'));
    education.push({
      school,
      ...(degree !== undefined && { degree }),
      ...(start !== null && { start }),
      ...(end !== null && { end }),
    });
  }
  findings.me({ education: education.slice(0, LIMITS.education + 1) });
}

/** `Skills.csv`. */
export async function readSkills(table: Table, findings: Findings): Promise<void> {
  const names: string[] = [];
  for await (const row of readableRows(table, findings)) names.push(row.get('name'));
  findings.me({ skills: uniqueLines(names).slice(0, LIMITS.skills + 1) });
}

/** `Languages.csv`. */
export async function readLanguages(table: Table, findings: Findings): Promise<void> {
  const languages: NonNullable<MeProposal['languages']> = [];
  for await (const row of readableRows(table, findings)) {
    const name = line(row.get('name'));
    const level = line(row.get('proficiency'));
    if (name !== undefined) languages.push({ name, ...(level !== undefined && { level }) });
  }
  findings.me({ languages: languages.slice(0, LIMITS.languages + 1) });
}

/** Messages to more people than this are a circular: no sign of a tie. */
const CIRCULAR = 8;

/**
 * `messages.csv`: how many messages passed between the user and each person, and when the last one did.
 * The user is whoever takes part in the most conversations, else whoever is named as in `Profile.csv`. Subjects and contents are not looked at.
 */
export async function readMessages(table: Table, findings: Findings): Promise<void> {
  // Per pair of sender and receiver, because who the user is shows only at the end.
  const pairs = new Map<string, Map<string, { count: number; last: string }>>();
  const conversations = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for await (const row of readableRows(table, findings)) {
    if (/^yes$/i.test(row.get('ismessagedraft'))) continue;
    const from = party(row.get('senderprofileurl'), row.get('from'));
    const to = parties(row.get('recipientprofileurls'), row.get('to'));
    if (from === null || to.length === 0) continue;
    names.set(from, nameKey(row.get('from').slice(0, 300)));
    const [only, ...others] = to;
    if (only !== undefined && others.length === 0 && !names.has(only))
      names.set(only, nameKey(row.get('to').slice(0, 300)));
    const conversation = row.get('conversationid').slice(0, 200);
    for (const person of [from, ...to]) {
      const known = conversations.get(person);
      if (known === undefined) conversations.set(person, new Set([conversation]));
      else known.add(conversation);
    }
    if (to.length > CIRCULAR) continue;
    const day = parseDay(row.get('date')) ?? '';
    for (const receiver of to) {
      const receivers = pairs.get(from) ?? new Map<string, { count: number; last: string }>();
      const pair = receivers.get(receiver) ?? { count: 0, last: '' };
      pair.count += 1;
      if (day > pair.last) pair.last = day;
      receivers.set(receiver, pair);
      pairs.set(from, receivers);
    }
  }
  const address = addressesByName(names);
  const one = (person: string) => address.get(person) ?? person;
  for (const person of address.keys()) {
    const [also, known] = [conversations.get(person), conversations.get(one(person))];
    if (also === undefined) continue;
    conversations.delete(person);
    conversations.set(one(person), new Set([...(known ?? []), ...also]));
  }
  const me = mostConversations(conversations) ?? namedLike(findings.meName(), names);
  if (me === null) return;
  for (const [from, receivers] of pairs)
    for (const [to, { count, last }] of receivers) {
      const sent = one(from) === one(me);
      if (sent === (one(to) === one(me))) continue;
      const person = one(sent ? to : from);
      const name = names.get(person);
      findings.signal(person, {
        ...(sent ? { sent: count } : { received: count }),
        ...(last !== '' && { lastContact: last }),
        ...(name !== undefined && name !== '' && { name }),
      });
    }
}

/** Older archives name whoever sends by address and whoever receives by name: one person where no other is called so. */
function addressesByName(names: ReadonlyMap<string, string>): Map<string, string> {
  const addresses = new Map<string, string>();
  const several = new Set<string>();
  for (const [person, name] of names) {
    if (person.startsWith('name:') || name === '') continue;
    const key = `name:${name}`;
    if (addresses.has(key)) several.add(key);
    addresses.set(key, person);
  }
  for (const key of several) addresses.delete(key);
  return addresses;
}

/** `Invitations.csv`: an invitation with its day is a sign of contact; what was written in it is not read. */
export async function readInvitations(table: Table, findings: Findings): Promise<void> {
  for await (const row of readableRows(table, findings)) {
    const outgoing = /^out/i.test(row.get('direction'));
    const name = outgoing ? row.get('to') : row.get('from');
    const person = party(outgoing ? row.get('inviteeprofileurl') : row.get('inviterprofileurl'), name);
    const day = parseDay(row.get('sentat'));
    if (person !== null && day !== null)
      findings.signal(person, { lastContact: day, name: nameKey(name.slice(0, 300)) });
  }
}

/** `Endorsement_Received_Info.csv` and `Endorsement_Given_Info.csv`: one sign each. */
export async function readEndorsements(table: Table, findings: Findings): Promise<void> {
  for await (const row of readableRows(table, findings)) {
    const name = `${row.get('endorserfirstname', 'endorseefirstname')} ${row.get('endorserlastname', 'endorseelastname')}`;
    const person = party(row.get('endorserpublicurl', 'endorseepublicurl', 'publicurl'), name);
    if (person === null || /reject|hidden/i.test(row.get('endorsementstatus', 'status'))) continue;
    // An endorsement is a click: it counts as a sign, not as a contact on that day.
    findings.signal(person, { endorsements: 1, name: nameKey(name.slice(0, 300)) });
  }
}

/** `Recommendations_Received.csv` and `Recommendations_Given.csv`: a sign of a strong tie; texts are not read. */
export async function readRecommendations(table: Table, findings: Findings): Promise<void> {
  for await (const row of readableRows(table, findings)) {
    const person = party('', `${row.get('firstname')} ${row.get('lastname')}`);
    const day = parseDay(row.get('creationdate'));
    if (person !== null)
      findings.signal(person, { recommendations: 1, ...(day !== null && { lastContact: day }) });
  }
}

/** `Job Seeker Preferences.csv`: what the user told LinkedIn to look for, as a proposed goal. */
export async function readJobPreferences(table: Table, findings: Findings): Promise<void> {
  for await (const row of readableRows(table, findings)) {
    const titles = listOf(row.get('jobtitles'));
    const companies = listOf(row.get('dreamcompanies'));
    const industries = listOf(row.get('industries'));
    if (titles.length + companies.length + industries.length === 0) continue;
    const place = parsePlace(firstPlace(row.get('locations')));
    findings.goal({
      kind: 'changeJob',
      title: cut(titles[0] ?? companies[0] ?? industries[0] ?? '', 200),
      horizon: 'future',
      companies,
      titles,
      industries,
      ...(place !== null && { place }),
    });
  }
}

/** Key of a person by profile address, else by name; `null` for LinkedIn itself and for nobody. */
function party(url: string, name: string): string | null {
  const key = url === '' ? null : keyOfUrl(url);
  if (key !== null && key.site === 'linkedin') return keyText(key);
  const folded = nameKey(name.slice(0, 300));
  return folded === '' || folded === 'linkedin member' ? null : `name:${folded}`;
}

function parties(urls: string, names: string): string[] {
  const addresses = urls
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  if (addresses.length > 0) return [...new Set(addresses.flatMap((url) => party(url, '') ?? []))];
  // Names may hold commas themselves; one name is the usual case of older archives.
  const person = party('', names);
  return person === null ? [] : [person];
}

function mostConversations(conversations: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  let most: string | null = null;
  let count = 0;
  let tie = false;
  for (const [person, { size }] of conversations) {
    if (size === count) tie = true;
    if (size > count) {
      most = person;
      count = size;
      tie = false;
    }
  }
  // With one conversation both sides are alike: better no sign than the wrong one.
  return tie ? null : most;
}

function namedLike(name: string | undefined, names: ReadonlyMap<string, string>): string | null {
  if (name === undefined) return null;
  const wanted = nameKey(name);
  for (const [person, known] of names) if (known === wanted) return person;
  return null;
}

/** The first of several places; with commas alone, `City, Region, Country` is one place. */
function firstPlace(cell: string): string {
  const [first = ''] = cell.split(/[|;\n]/);
  const parts = first.split(',').map((part) => part.trim());
  return (parts.length <= 3 ? parts : parts.slice(0, 2)).join(', ');
}

/** LinkedIn separates by `|` or `,` in different years. */
function listOf(cell: string): string[] {
  return uniqueLines(cell.split(cell.includes('|') ? '|' : cell.includes(';') ? ';' : ',')).slice(0, 50);
}

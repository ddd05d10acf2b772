import { effectiveEmails, effectiveProfile, isLocal } from '../core/merge/index.ts';
import {
  type Contact,
  currentPosition,
  keyText,
  LAYERS,
  LOG_LIMITS,
  type OwnWords,
  type Position,
  type Profile,
  ROLES,
  SENIORITIES,
  type Tie,
} from '../core/model/index.ts';
import { functionName, industryName, type Language } from '../core/taxonomy/index.ts';
import { parseBirthday } from './birthday.ts';
import {
  joinEducation,
  joinList,
  joinPairs,
  joinPositions,
  splitEducation,
  splitList,
  splitPairs,
  splitPositions,
} from './cells.ts';
import { logKindFrom, logKindIn } from './csvGerman.ts';
import type { Codes } from './export/graph.ts';
import type { PersonDraft } from './import/person.ts';

/** What one row of our own CSV is written from. */
export interface CsvPerson {
  contact: Contact;
  /** The tie between the user and the contact. */
  tie: Tie | undefined;
  profile: Profile;
  current: Position | undefined;
  /** What the product takes the person for. */
  codes: Codes;
  /** Of the names of functions and industries. */
  language: Language;
  /** Titles of the goals that the fits are to. */
  goals: readonly string[];
}

export interface CsvColumn {
  header: string;
  write(person: CsvPerson): string | number | undefined;
  /** Absent: the column is for reading by people only. */
  read?(cell: string, draft: OwnCsvDraft): void;
}

/** A draft whose parts always exist, so that each column can add its own. */
export type OwnCsvDraft = Omit<PersonDraft, 'place'> &
  Required<Pick<PersonDraft, 'positions' | 'urls' | 'own' | 'tie'>> & {
    place: Partial<NonNullable<Profile['location']>>;
    counts: Partial<Pick<Profile, 'connections' | 'followers' | 'mutualConnections' | 'degree'>>;
  };

/** The header that tells our own file; with formulas neutralised, and without (`raw`). */
export const ID_HEADER = 'Weitblick ID';
export const RAW_ID_HEADER = 'Weitblick ID (raw)';

/** The row's person with what several columns need. */
export function csvPerson(
  contact: Contact,
  tie: Tie | undefined,
  codes: Codes = {},
  language: Language = 'en',
  goals: readonly string[] = [],
): CsvPerson {
  const profile = effectiveProfile(contact);
  return { contact, tie, profile, current: currentPosition(profile), codes, language, goals };
}

const text = (header: string, write: CsvColumn['write'], read?: CsvColumn['read']): CsvColumn => ({
  header,
  write,
  ...(read && { read: (cell, draft) => cell !== '' && read(cell, draft) }),
});

const count = (header: string, field: keyof OwnCsvDraft['counts']): CsvColumn =>
  text(
    header,
    ({ profile }) => profile[field],
    (cell, { counts }) => {
      const value = Number(cell);
      if (!Number.isSafeInteger(value) || value < 0) return;
      if (field !== 'degree') counts[field] = value;
      else if (value === 1 || value === 2 || value === 3) counts.degree = value;
    },
  );

/** A fit of which too little is known. */
const NOT_KNOWN: Record<Language, string> = { en: 'not enough known', de: 'nicht genug bekannt' };

const day = /^\d{4}-\d{2}-\d{2}$/;

/** All columns of our own CSV, in their order; the same table writes and reads. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  text(
    'Name',
    ({ profile }) => profile.name.full,
    (cell, draft) => {
      draft.full = cell;
    },
  ),
  text(
    'Given name',
    ({ profile }) => profile.name.given,
    (cell, draft) => {
      draft.given = cell;
    },
  ),
  text(
    'Family name',
    ({ profile }) => profile.name.family,
    (cell, draft) => {
      draft.family = cell;
    },
  ),
  text(
    'Headline',
    ({ profile }) => profile.headline,
    (cell, draft) => {
      draft.headline = cell;
    },
  ),
  text(
    'Title',
    ({ current }) => current?.title,
    (cell, { positions }) => {
      currentOf(positions).title = cell;
    },
  ),
  text(
    'Company',
    ({ current }) => current?.company,
    (cell, { positions }) => {
      currentOf(positions).company = cell;
    },
  ),
  text(
    'Since',
    ({ current }) => current?.start,
    (cell, { positions }) => {
      if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(cell)) currentOf(positions).start = cell;
    },
  ),
  text(
    'Position place',
    ({ current }) => current?.location,
    (cell, { positions }) => {
      currentOf(positions).location = cell;
    },
  ),
  text(
    'Place',
    ({ profile }) => profile.location?.text,
    (cell, { place }) => {
      place.text = cell;
    },
  ),
  text(
    'City',
    ({ profile }) => profile.location?.city,
    (cell, { place }) => {
      place.city = cell;
    },
  ),
  text(
    'Region',
    ({ profile }) => profile.location?.region,
    (cell, { place }) => {
      place.region = cell;
    },
  ),
  text(
    'Country',
    ({ profile }) => profile.location?.country,
    (cell, { place }) => {
      if (/^[A-Z]{2}$/.test(cell)) place.country = cell;
    },
  ),
  text(
    'Industry',
    ({ profile }) => profile.industry,
    (cell, draft) => {
      draft.industry = cell;
    },
  ),
  text(
    'Other positions',
    ({ profile, current }) => joinPositions(profile.positions.filter((position) => position !== current)),
    (cell, { positions }) => void positions.push(...splitPositions(cell)),
  ),
  text(
    'Education',
    ({ profile }) => joinEducation(profile.education),
    (cell, draft) => {
      draft.education = splitEducation(cell);
    },
  ),
  text(
    'Skills',
    ({ profile }) => joinList(profile.skills),
    (cell, draft) => {
      draft.skills = splitList(cell);
    },
  ),
  text(
    'Languages',
    ({ profile }) => joinPairs(profile.languages.map(({ name, level }) => [name, level])),
    (cell, draft) => {
      draft.languages = splitPairs(cell).map(([name, level]) => ({ name, ...(level && { level }) }));
    },
  ),
  text(
    'About',
    ({ profile }) => profile.about,
    (cell, draft) => {
      draft.about = cell;
    },
  ),
  count('Connections', 'connections'),
  count('Followers', 'followers'),
  count('Mutual connections', 'mutualConnections'),
  count('Degree', 'degree'),
  text(
    'E-mails',
    ({ contact }) => joinList(effectiveEmails(contact)),
    (cell, draft) => {
      draft.emails = splitList(cell);
    },
  ),
  text(
    'Profile URL',
    ({ profile }) => (isLocal(profile) ? undefined : profile.url),
    (cell, { urls }) => void urls.unshift(cell),
  ),
  text(
    'Links',
    ({ profile }) => joinList(profile.links ?? []),
    (cell, { urls }) => void urls.push(...splitList(cell)),
  ),
  text(
    'Tags',
    ({ contact }) => joinList(contact.own.tags),
    (cell, { own }) => {
      own.tags = splitList(cell);
    },
  ),
  text(
    'Note',
    ({ contact }) => contact.own.note,
    (cell, { own }) => {
      own.note = cell;
    },
  ),
  text(
    'Layer',
    ({ contact }) => contact.own.layer,
    (cell, { own }) => {
      const layer = LAYERS.find((known) => known === cell);
      if (layer) own.layer = layer;
    },
  ),
  text(
    'Function (ISCO-08)',
    ({ contact }) => contact.own.isco4,
    (cell, { own }) => {
      if (/^\d{4}$/.test(cell)) own.isco4 = cell;
    },
  ),
  text(
    'Industry (NACE)',
    ({ contact }) => contact.own.nace2,
    (cell, { own }) => {
      if (/^\d{2}$/.test(cell)) own.nace2 = cell;
    },
  ),
  text(
    'Seniority',
    ({ contact }) => contact.own.seniority,
    (cell, { own }) => {
      const seniority = SENIORITIES.find((known) => known === cell);
      if (seniority) own.seniority = seniority;
    },
  ),
  // Never read again: what was computed must not come back as the user's own correction.
  text('Function (computed)', ({ codes: { isco4 }, language }) => isco4 && functionName(isco4, language)),
  text('Function code (computed, ISCO-08)', ({ codes }) => codes.isco4),
  text('Industry (computed)', ({ codes: { nace2 }, language }) => nace2 && industryName(nace2, language)),
  text('Industry code (computed, NACE)', ({ codes }) => codes.nace2),
  text('Seniority (computed)', ({ codes }) => codes.seniority),
  text('Layer (computed)', ({ codes }) => codes.layer),
  text('Fits (computed)', ({ codes: { fits = [] }, goals, language }) =>
    joinPairs(
      goals.map((goal, i) => [goal, fits[i] == null ? NOT_KNOWN[language] : String(Math.round(fits[i]))]),
    ),
  ),
  text(
    'Key person',
    ({ contact: { own } }) => (own.hub === undefined ? undefined : own.hub ? 'yes' : 'no'),
    (cell, { own }) => {
      if (cell === 'yes' || cell === 'no') own.hub = cell === 'yes';
    },
  ),
  text(
    'Own roles',
    ({ contact }) =>
      joinPairs(
        (contact.own.roles ?? []).map(({ goalId, role, is }) => [`${role}: ${is ? 'yes' : 'no'}`, goalId]),
      ),
    (cell, { own }) => {
      const roles = splitPairs(cell).flatMap(([first, goalId = '']) => {
        const [name, answer] = first.split(': ');
        const role = ROLES.find((known) => known === name);
        const told = answer === 'yes' || answer === 'no';
        return role !== undefined && told && goalId !== '' ? [{ goalId, role, is: answer === 'yes' }] : [];
      });
      if (roles.length > 0) own.roles = roles.slice(0, 500);
    },
  ),
  text(
    'Looks for',
    ({ contact }) => contact.own.looksFor,
    (cell, { own }) => {
      own.looksFor = cell.slice(0, 500);
    },
  ),
  text(
    'Can offer',
    ({ contact }) => contact.own.offer,
    (cell, { own }) => {
      own.offer = cell.slice(0, 500);
    },
  ),
  text(
    'Next step',
    ({ contact }) => contact.own.nextStep?.text,
    (cell, { own }) => {
      own.nextStep = { ...own.nextStep, text: cell.slice(0, 500) };
    },
  ),
  text(
    'Next step due',
    ({ contact }) => contact.own.nextStep?.due,
    (cell, { own }) => {
      if (day.test(cell) && own.nextStep) own.nextStep = { ...own.nextStep, due: cell };
    },
  ),
  text(
    'Rhythm in days',
    ({ contact }) => contact.own.rhythmDays,
    (cell, { own }) => {
      if (/^[1-9]\d{0,5}$/.test(cell)) own.rhythmDays = Number(cell);
    },
  ),
  text(
    'Birthday',
    ({ contact }) => contact.own.birthday,
    (cell, { own }) => {
      const birthday = parseBirthday(cell);
      if (birthday !== null) own.birthday = birthday;
    },
  ),
  text(
    'Log',
    ({ contact, language }) =>
      joinPairs(
        contact.own.log.map(({ day, kind, text }) => [
          kind === undefined ? day : `${day} ${logKindIn(kind, language)}`,
          text,
        ]),
      ),
    (cell, { own }) => {
      own.log = splitPairs(cell)
        .flatMap(([first, second = '']): OwnWords['log'] => {
          const [date = '', name] = first.split(' ');
          const kind = logKindFrom(name);
          const text = second.slice(0, LOG_LIMITS.entry);
          return day.test(date) ? [{ day: date, text, ...(kind !== undefined && { kind }) }] : [];
        })
        .slice(0, 1000);
    },
  ),
  text(
    'Connected on',
    ({ tie }) => tie?.connectedOn,
    (cell, { tie }) => {
      if (day.test(cell)) tie.connectedOn = cell;
    },
  ),
  text(
    'Last contact',
    ({ tie }) => tie?.lastContact,
    (cell, { tie }) => {
      if (day.test(cell)) tie.lastContact = cell;
    },
  ),
  text(
    'Messages',
    ({ tie }) => tie?.messages,
    (cell, { tie }) => {
      if (/^\d{1,9}$/.test(cell)) tie.messages = Number(cell);
    },
  ),
  text(
    'Tie strength',
    ({ tie }) => tie?.strength,
    (cell, { tie }) => {
      const strength = (['weak', 'moderate', 'strong'] as const).find((known) => known === cell);
      if (strength) tie.strength = strength;
    },
  ),
  text(
    'Tie label',
    ({ tie }) => tie?.label,
    (cell, { tie }) => {
      const label = (['dayToDay', 'personal'] as const).find((known) => known === cell);
      if (label) tie.label = label;
    },
  ),
  text(
    'Known since',
    ({ tie }) => tie?.since,
    (cell, { tie }) => {
      if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(cell)) tie.since = cell;
    },
  ),
  text(
    'Member ID',
    ({ profile }) => profile.memberId,
    (cell, draft) => {
      draft.memberId = cell;
    },
  ),
  text(
    'Keys',
    ({ contact }) => joinList(allKeys(contact)),
    (cell, draft) => {
      draft.keys = splitList(cell).filter((key) => key.includes(':') && key.length <= 300);
    },
  ),
  text('First saved', ({ contact }) => contact.createdAt),
  text('Last updated', ({ contact }) => contact.updatedAt),
  text('Source', ({ contact }) => contact.source.reader),
];

/** The position of the row's own columns, held today; it comes before the others. */
function currentOf(positions: Position[]): Position {
  const current = positions[0] ?? { end: null };
  positions[0] = current;
  return current;
}

/** The key of the profile itself comes first. */
function allKeys({ keys, profile }: Contact): string[] {
  return [...new Set([keyText(profile.key), ...keys])];
}

import * as z from 'zod/mini';
import { NamedOnPage, TieQuestion, TieSource } from './acquaintance.ts';
import { IscoCode, NaceDivision, Seniority } from './classification.ts';
import { LIMITS } from './limits.ts';
import { Birthday, Boards, Edits, ListName, Lists, LogEntry, MOST_LISTS, Snoozed } from './own.ts';
import { PartialDate, Place, Position, Profile, Provenance, WebUrl } from './profile.ts';
import { LAYERS, ROLES } from './roles.ts';

const id = z.string().check(z.minLength(1), z.maxLength(100));
const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text));
/** ISO 8601 instant in UTC. */
const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/), z.refine(isDate));
/** ISO 8601 calendar day. */
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDate));
/** A hundred years: a date so far ahead can still be written. */
const rhythm = z.int().check(z.positive(), z.maximum(36_525));
const label = z.string().check(z.minLength(1), z.maxLength(100));

export const Layer = z.enum(LAYERS);
export type Layer = z.infer<typeof Layer>;

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** The user's own word on a role toward a goal: `is` true "plays it", false "does not". */
export const OwnRole = z.strictObject({ goalId: id, role: Role, is: z.boolean() });
export type OwnRole = z.infer<typeof OwnRole>;

/** A change of a contact that was noticed and accepted. */
export const ContactEvent = z.strictObject({
  at: Instant,
  kind: z.enum(['position', 'headline', 'place', 'merge']),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
});
export type ContactEvent = z.infer<typeof ContactEvent>;

/** What the user alone decides about a contact. A new capture or import never writes here. */
export const OwnWords = z.strictObject({
  note: z.optional(z.string().check(z.maxLength(20_000))),
  tags: z._default(z.array(label).check(z.maxLength(50)), []),
  /** Overrules the computed layer. */
  layer: z.optional(Layer),
  /** Overrules the computed function. */
  isco4: z.optional(z.string().check(z.regex(/^\d{4}$/))),
  seniority: z.optional(Seniority),
  /** Overrules the computed industry of this contact alone (for a whole company see `Settings.companies`). */
  nace2: z.optional(NaceDivision),
  /** The user's own mark as key person: `true` yes, `false` certainly not. */
  hub: z.optional(z.boolean()),
  /** Overrules the computed roles, goal by goal. */
  roles: z.optional(z.array(OwnRole).check(z.maxLength(500))),
  /** What they look for, and what the user can offer them. */
  looksFor: z.optional(z.string().check(z.maxLength(500))),
  offer: z.optional(z.string().check(z.maxLength(500))),
  nextStep: z.optional(z.strictObject({ text: z.string().check(z.maxLength(500)), due: z.optional(Day) })),
  /** Days between two signs of life that the user wants to keep. */
  rhythmDays: z.optional(rhythm),
  /** The day on which the user last decided to keep this contact; the review date counts from here. */
  reviewedOn: z.optional(Day),
  /** What was done together and what was noted of it, newest first. */
  log: z._default(z.array(LogEntry).check(z.maxLength(1000)), []),
  /** What the user typed over what was read; it wins over every capture. */
  edits: z._default(Edits, {}),
  birthday: z.optional(Birthday),
  /** The user's lists on which this contact stands, and where on each. */
  lists: z.optional(Lists),
  /** Where the contact stands on the boards of goals. */
  boards: z.optional(Boards),
  /** What is due and was put off. */
  snoozed: z.optional(Snoozed),
});
export type OwnWords = z.infer<typeof OwnWords>;

/** What the user says of function, industry and level in place of what was read; the part of `OwnWords` that classifies. */
export const Corrections = z.pick(OwnWords, { isco4: true, seniority: true, nace2: true });
export type Corrections = z.infer<typeof Corrections>;

export const Contact = z.strictObject({
  id,
  /** Every `site:id` and `site-member:id` under which this person was seen; the merge keys. */
  keys: z.array(z.string().check(z.maxLength(300))),
  emails: z._default(z.array(z.string().check(z.maxLength(320))), []),
  profile: Profile,
  provenance: z._default(Provenance, {}),
  own: OwnWords,
  events: z._default(z.array(ContactEvent), []),
  /** How many acquaintances each page named and how many of them are not saved, the newest first. */
  namedOnPages: z.optional(z.array(NamedOnPage).check(z.maxLength(LIMITS.namedOnPages))),
  source: z.strictObject({
    site: z.string(),
    url: WebUrl,
    capturedAt: Instant,
    /** Version of the site reader, or the import format. */
    reader: z.string(),
  }),
  createdAt: Instant,
  updatedAt: Instant,
  /** Rises by one with each write; with `deviceId` lets other devices follow later. */
  rev: z.int().check(z.nonnegative()),
  deviceId: id,
});
export type Contact = z.infer<typeof Contact>;

/** The user's own profile, as far as the engine needs it. */
export const Me = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(200))),
  headline: z.optional(z.string().check(z.maxLength(500))),
  positions: z._default(z.array(Position), []),
  /** Set by the user; else classified from the current position. */
  isco4: z.optional(z.string().check(z.regex(/^\d{4}$/))),
  nace2: z.optional(NaceDivision),
  seniority: z.optional(Seniority),
  /** The site's or the archive's own industry label. */
  industryLabel: z.optional(z.string().check(z.maxLength(200))),
  place: z.optional(Place),
  education: z._default(Profile.shape.education, []),
  skills: z._default(z.array(z.string().check(z.maxLength(500))), []),
  languages: z._default(Profile.shape.languages, []),
  profileUrl: z.optional(WebUrl),
  /** Further pages of the user's own: whoever is read there is no contact. */
  addresses: z.optional(z.array(WebUrl).check(z.maxLength(20))),
});
export type Me = z.infer<typeof Me>;

export const GOAL_KINDS = [
  'changeJob',
  'buildKnowHow',
  'reachExpertise',
  'reachPerson',
  'takeLeadership',
  'projectAbroad',
  'foundOrInvest',
  'ownWords',
] as const;
export const GoalKind = z.enum(GOAL_KINDS);
export type GoalKind = z.infer<typeof GoalKind>;

export const Goal = z.strictObject({
  id,
  kind: GoalKind,
  /** The user's own name for it. */
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Everything optional: an unset part says nothing, it does not mean "any". */
  target: z.strictObject({
    isco: z.optional(IscoCode),
    nace2: z.optional(NaceDivision),
    companies: z._default(z.array(z.string().check(z.maxLength(500))), []),
    place: z.optional(Place),
    seniority: z.optional(Seniority),
    skills: z._default(z.array(z.string().check(z.maxLength(500))), []),
  }),
  /** Present: up to 12 months. */
  horizon: z.enum(['present', 'future']),
  /** 1 to 3. */
  weight: z._default(z.int().check(z.minimum(1), z.maximum(3)), 2),
  state: z._default(z.enum(['active', 'reached', 'dropped']), 'active'),
  /** What the user typed for a part of the target, beside the code that it was read as. */
  words: z.optional(
    z.strictObject({ function: z.optional(label), industry: z.optional(label), place: z.optional(label) }),
  ),
  /** The day by which it should be reached. */
  due: z.optional(Day),
  milestones: z.optional(
    z
      .array(
        z.strictObject({
          text: z.string().check(z.minLength(1), z.maxLength(200)),
          due: z.optional(Day),
          done: z.optional(z.boolean()),
        }),
      )
      .check(z.maxLength(20)),
  ),
  /** The day on which the user last said that it is still the goal. */
  confirmedOn: z.optional(Day),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Goal = z.infer<typeof Goal>;

/** How two persons know each other. `from` is `me` or a contact's id. */
export const Tie = z.strictObject({
  from: id,
  to: id,
  /** `introduced`: `from` introduced `to` to the user. `knows`: as far as the user knows. */
  kind: z.enum(['knows', 'introduced']),
  /** How well: from the user or from counts of messages, recommendations and endorsements. */
  strength: z.optional(z.enum(['weak', 'moderate', 'strong'])),
  label: z.optional(z.enum(['dayToDay', 'personal'])),
  since: z.optional(PartialDate),
  connectedOn: z.optional(Day),
  lastContact: z.optional(Day),
  /** Messages exchanged, counted from an archive; contents are never stored. */
  messages: z.optional(z.int().check(z.nonnegative())),
  /** Who says that two contacts know each other, the newest first; absent: the user, in data of earlier versions. */
  sources: z.optional(z.array(TieSource).check(z.minLength(1), z.maxLength(LIMITS.tieSources))),
});
export type Tie = z.infer<typeof Tie>;

export const Settings = z.strictObject({
  language: z._default(z.enum(['auto', 'en', 'de']), 'auto'),
  /** Quiet mode: nothing is inserted in any page; the toolbar alone saves. */
  quiet: z._default(z.boolean(), false),
  /** The user's industry for a company (folded name -> NACE division); holds for all of its contacts. */
  companies: z._default(z.record(z.string(), NaceDivision), {}),
  /** Companies (folded names) whose page's industry the user did not want; they are not asked again, the newest last. */
  companiesAsked: z.optional(z.array(z.string().check(z.maxLength(500))).check(z.maxLength(1_000))),
  reminders: z._default(z.boolean(), false),
  /** Days between two signs of life for contacts of a layer that have no rhythm of their own; absent: none. */
  rhythms: z._default(
    z.strictObject({
      operational: z.optional(rhythm),
      personal: z.optional(rhythm),
      strategic: z.optional(rhythm),
      beyond: z.optional(rhythm),
    }),
    {},
  ),
  /**
   * Months after which the user is asked whether to keep a contact; counted from the day of saving, of the last
   * contact or of the last such decision. A new capture does not put it off.
   */
  reviewMonths: z._default(z.int().check(z.positive(), z.maximum(1_200)), 18),
  onboarding: z._default(z.enum(['open', 'archive', 'me', 'goal', 'done']), 'open'),
  backup: z._default(z.strictObject({ everyDays: z.nullable(z.int()), everyChanges: z.nullable(z.int()) }), {
    everyDays: null,
    everyChanges: null,
  }),
  /** Pairs of contacts (`pairKey`) of which the user said that they are two persons. */
  notDuplicates: z._default(z.array(z.string().check(z.maxLength(210))).check(z.maxLength(10_000)), []),
  /** Hours a month that the user gives to conversations; the plan fits into them. */
  hoursPerMonth: z.optional(z.int().check(z.minimum(1), z.maximum(40))),
  /** Next moves that the user put off or refused: move id -> day until which it stays away, or `never`. */
  moves: z._default(z.record(z.string(), z.string()), {}),
  /** Addresses of profiles that are never to be saved, by a click or by an import. */
  doNotSave: z._default(z.array(WebUrl).check(z.maxLength(LIMITS.doNotSave)), []),
  /** Ways of looking at the contacts that the user named: `query` is that of the room's address. */
  views: z._default(
    z
      .array(z.strictObject({ name: label, query: z.string().check(z.maxLength(2000)) }))
      .check(z.maxLength(50)),
    [],
  ),
  /** The user's own lists; who stands on them is said by each contact (`OwnWords.lists`). */
  lists: z._default(z.array(ListName).check(z.maxLength(MOST_LISTS)), []),
});
export type Settings = z.infer<typeof Settings>;

/** What is left of a deleted person: the hash of one key, so that no import brings the person back. */
export const Tombstone = z.strictObject({
  hash: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  contactId: id,
  at: Instant,
});
export type Tombstone = z.infer<typeof Tombstone>;

/** One reading of a page as it was, kept as history; never changed afterwards. */
export const CaptureRecord = z.strictObject({
  contactId: id,
  at: Instant,
  url: WebUrl,
  reader: z.string().check(z.maxLength(60)),
  profile: Profile,
  provenance: Provenance,
});
export type CaptureRecord = z.infer<typeof CaptureRecord>;

/** The state of one month in a few figures, for comparing; `gaps` are ids of blind spots. */
export const Snapshot = z.strictObject({
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  at: Instant,
  contacts: z.int().check(z.nonnegative()),
  layers: z.strictObject({
    operational: z.int(),
    personal: z.int(),
    strategic: z.int(),
    beyond: z.int(),
  }),
  /** Contacts with whom there was contact within the month. */
  conversations: z.int().check(z.nonnegative()),
  goals: z
    .array(
      z.strictObject({
        id,
        covered: z.nullable(z.number()),
        filled: z.int().check(z.nonnegative()),
        of: z.int().check(z.nonnegative()),
        gaps: z.array(z.string().check(z.maxLength(400))).check(z.maxLength(50)),
      }),
    )
    .check(z.maxLength(50)),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** Five years of months: older ones are let go. */
export const MOST_SNAPSHOTS = 60;

export const BACKUP_VERSION = 1;

/**
 * The one lossless file: restores to the same state. `captures` and `tombstones` are absent in files of other
 * origin and of earlier programs; then nothing is said of them.
 */
export const Backup = z.strictObject({
  format: z.literal('weitblick'),
  version: z.literal(BACKUP_VERSION),
  exportedAt: Instant,
  me: z.nullable(Me),
  goals: z.array(Goal),
  contacts: z.array(Contact),
  ties: z.array(Tie),
  /** Names on pages that may mean several contacts, as the ids of these; absent in files of earlier programs. */
  questions: z.optional(z.array(TieQuestion)),
  settings: Settings,
  captures: z.optional(z.array(CaptureRecord)),
  tombstones: z.optional(z.array(Tombstone)),
  snapshots: z.optional(z.array(Snapshot).check(z.maxLength(MOST_SNAPSHOTS))),
});
export type Backup = z.infer<typeof Backup>;

/** The lists of a backup that are read and written row by row: they grow with the network. */
export const BACKUP_LISTS = ['contacts', 'ties', 'captures'] as const;
export type BackupList = (typeof BACKUP_LISTS)[number];

/** All of a backup that is short enough to be held. */
export type BackupHead = Omit<Backup, BackupList>;

/** One row of the long lists of a backup. */
export type BackupRow =
  | { list: 'contacts'; row: Contact }
  | { list: 'ties'; row: Tie }
  | { list: 'captures'; row: CaptureRecord };

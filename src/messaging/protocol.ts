import * as z from 'zod/mini';
import type { ChangedField } from '../core/merge/diff.ts';
import {
  Acquaintance,
  type AcquaintancePath,
  type AffiliationGraph,
  type Analysis,
  Birthday,
  type Contact,
  Corrections,
  DRAFT_LIMITS,
  DraftName,
  DueKind,
  EditableField,
  Edits,
  type Fact,
  Goal,
  IscoCode,
  Layer,
  LIMITS,
  type LightRow,
  ListName,
  LOG_LIMITS,
  LogEntry,
  LogKind,
  Me,
  NaceDivision,
  OwnWords,
  type PackedSegment,
  PeopleList,
  Place,
  Profile,
  Provenance,
  patchOf,
  type Reading,
  Role,
  type RowReading,
  Settings,
  type Snapshot,
  Stage,
  type StressTest,
  Tie,
  type TieQuestion,
  WebUrl,
} from '../core/model/index.ts';
import type { BackupJoined } from '../core/sync/index.ts';

import {
  type BackupState,
  type DuplicatePair,
  ExportBegin,
  type ExportPart,
  type ExportStarted,
  ImportBegin,
  ImportConfirm,
  type ImportDone,
  ImportPart,
  type ImportPreview,
  ImportRead,
  Merge,
  ReportContent,
  type UndoStep,
} from './files.ts';
import {
  type NoteVersion,
  type SyncAnswer,
  SyncJoin,
  type SyncMeeting,
  Place as SyncPlace,
  SyncSetUp,
  type SyncStatus,
} from './sync.ts';

/**
 * Who may send a message: the script in a visited page (`page`), any page of the extension (`extension`), or of these
 * the dashboard alone: what erases, restores, imports and exports is begun nowhere else.
 */
export type Sender = SenderKind | 'dashboard';
type SenderKind = 'page' | 'extension';

/** What a reader found on a page, as it is sent to be saved. */
export const Capture = z.strictObject({
  profile: Profile,
  provenance: Provenance,
  /** Site and version of the reader, e.g. `linkedin@3`. */
  reader: z.string().check(z.maxLength(60)),
  /** Fields whose value may be wrong: on a new capture they replace nothing that is known. */
  doubtful: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
  /** Whom the page names as acquaintances of its person; who of them is not saved is counted, not kept. */
  acquaintances: z.optional(z.array(Acquaintance).check(z.maxLength(LIMITS.acquaintances))),
});
export type Capture = z.infer<typeof Capture>;

/** The change of a stress test; its type is `StressChange` of the model. */
const StressChange = z.strictObject({
  company: z.optional(z.union([z.literal(true), z.strictObject({ to: z.string().check(z.maxLength(500)) })])),
  function: z.optional(z.union([z.literal(true), z.strictObject({ isco: IscoCode })])),
  industry: z.optional(z.union([z.literal(true), z.strictObject({ nace2: NaceDivision })])),
  place: z.optional(z.union([z.literal(true), z.strictObject({ place: Place })])),
});

const id = z.string().check(z.minLength(1), z.maxLength(100));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** One entry of a log. */
const logText = z.string().check(z.minLength(1), z.maxLength(LOG_LIMITS.entry));
/** Before somebody (`null`: at the end), or where something stood before. */
const Spot = z.union([z.strictObject({ before: z.nullable(id) }), z.strictObject({ rank: z.number() })]);
const noteText = z.string().check(z.maxLength(20_000));
const NextStep = z.strictObject({ text: z.string().check(z.maxLength(500)), due: z.optional(day) });
const none = z.strictObject({});

/** The user's own words without their lists: each of these has a message for one entry, so that two pages lose none. */
const SingleWords = z.omit(OwnWords, {
  tags: true,
  log: true,
  roles: true,
  lists: true,
  boards: true,
  snoozed: true,
});
/** The settings without their lists and tables, for the same reason. */
const SingleSettings = z.omit(Settings, {
  notDuplicates: true,
  lists: true,
  companies: true,
  companiesAsked: true,
  moves: true,
  views: true,
  rhythms: true,
  backup: true,
  doNotSave: true,
});

/** A field that a new capture shows differently from what is saved. */
export interface Change {
  field: ChangedField;
  from?: string;
  to?: string;
}

/** A contact with everything that is derived about it. */
export interface ContactView {
  contact: Contact;
  reading: Reading;
  ties: Tie[];
}

export interface Preview {
  /** The saved contact, or `null` when this person is not saved yet. */
  saved: ContactView | null;
  /** How the profile on the page reads, saved or not. */
  reading: Reading;
  /** What the page shows that differs from the saved contact; nothing where it may not be saved. */
  changes: Change[];
  /** The user's list says never to save this person. */
  doNotSave: boolean;
  /** The user's own page, which is never saved as a contact. */
  isMe: boolean;
  /** Somebody of the user's own name at an employer of theirs: asked about before they are offered as a contact. */
  likeMe: boolean;
  /** Saved a moment ago by the page's button, the keyboard or the menu; told once. */
  justSaved?: 'created' | 'updated';
}

/** Somebody whom a page names, and whom of the saved that may be: nobody, one, or several. */
export interface PersonNamed {
  name: string;
  url?: string;
  contacts: { id: string; name: string; detail: string }[];
  /** It is known that the page's person knows them. */
  tied: boolean;
}

export interface AcquaintanceLook {
  /** The page's person as saved; `null` when they are not, and for lists that are nobody's. */
  subject: { id: string; name: string } | null;
  /** The user has taken back what this page says. */
  refused: boolean;
  /** In the order of the page, without the user. */
  people: PersonNamed[];
}

/** A name on a page that several saved contacts bear. */
export interface OpenQuestion {
  id: string;
  subject: PersonNamed['contacts'][number];
  candidates: PersonNamed['contacts'];
  source: TieQuestion['source'];
}

/** Whom to ask about somebody, and whom they know. */
export interface Ways {
  /** How well the user knows them; `null`: not at all, as far as is known. */
  own: Fact | null;
  /** The best first. Of somebody who is not saved, `targetId` is empty and the facts say how well the first is known. */
  paths: AcquaintancePath[];
  /** Who of the contacts knows them, the surest first, with what shows it; `count` says how many there are. */
  acquaintances: { contactId: string; fact: Fact }[];
  count: number;
  /** The evidence for calling them a superspreader, in the last analysis. */
  superspreader: Fact | null;
  /** Goals to whose people they open a door by whom they know, in the last analysis. */
  doors: { goalId: string; count: number; contactIds: string[] }[];
  /** Of everybody who is named here. */
  names: { id: string; name: string }[];
}

/** Somebody at a company, or who was: the years as far as they are known. */
export interface CompanyPerson {
  id: string;
  name: string;
  /** The user knows them. */
  tied: boolean;
  from?: number;
  to?: number;
}

/** Whom the user knows at a company. At most 100 of each kind, those whom the user knows best first. */
export interface CompanyView {
  name: string;
  key: string;
  here: CompanyPerson[];
  were: CompanyPerson[];
  /** Who was never there, and knows somebody who is. */
  know: (CompanyPerson & { whom: { id: string; name: string }[] })[];
  counts: { here: number; were: number; know: number };
  /** The NACE division that the page's label of the industry stands for; `null` without a label that is known. */
  labelled: string | null;
}

/** What lists and the map show of a contact; the whole contact is asked for by its id. */
export interface ContactRow extends LightRow, RowReading {}

/** Which parts there are of all contacts' rows, and when each changed: what is unchanged is not read again. */
export interface RowIndex {
  revision: number;
  /** Changes when user or goals do: then every part reads differently. */
  context: string;
  goals: string[];
  me: RowSegment['me'];
  /** Each part's own number and the revision that changed it last. */
  segments: { segment: number; revision: number }[];
}

/** A part of all contacts' rows; `segments` says how many parts there are, some of which may be empty. */
export interface RowSegment {
  revision: number;
  segments: number;
  /** Ids of the active goals that `fits` and `roles` follow. */
  goals: string[];
  /** What the distances are measured from; `null` while the user has not said who they are. */
  me: { isco4: string | null; nace2: string | null } | null;
  rows: ContactRow[];
}

/** Something that the user wanted to do for a contact, and by when. */
export interface DueItem {
  contactId: string;
  name: string;
  /** A next step with a date, a sign of life that the rhythm asks for, or the question whether to keep the contact. */
  kind: 'nextStep' | 'keepInTouch' | 'review';
  /** The next step in the user's words; else empty. */
  text: string;
  /** ISO 8601 day. */
  due: string;
  /** The user has put it off until that day. */
  putOff?: boolean;
}

/** Who stands somewhere in an order; `rank` says where, and can be given back. */
export interface Order {
  order: { id: string; rank: number }[];
}

/** A contact was put somewhere; `was`: where it stood, `null` for nowhere. */
export interface Placed {
  view: ContactView;
  was: { stage?: Stage; rank: number } | null;
}

/** The last analysis of the whole network, and whether a newer one is on its way. */
export interface AnalysisState {
  analysis: Analysis | null;
  /** `stale`: the analysis is of an earlier state; a `changed` event follows when the new one is there. */
  state: 'none' | 'computing' | 'stale' | 'current';
}

/** What pages see of the settings: not the pairs that are no duplicates, of which there may be ten thousand. */
export type PageSettings = Omit<Settings, 'notDuplicates'>;

export interface Network {
  me: Me | null;
  goals: Goal[];
  settings: PageSettings;
  contactCount: number;
  /** The state of the network in at most three sentences. */
  sentences: Fact[];
  /**
   * The database is empty, though `count` contacts were there before (a damaged profile of the browser): the only
   * thing to do is to restore a backup. `null` when all is well.
   */
  lost?: { count: number; at: string } | null;
}

/** How much is stored of what, and since when. */
export interface StoredData {
  contacts: number;
  captures: number;
  goals: number;
  ties: number;
  /** Hashes by which forgotten people stay forgotten. */
  forgotten: number;
  /** ISO 8601 day on which the contact that went longest without a look was last seen; `null` without contacts. */
  oldest: string | null;
  /** Contacts without news for longer than the settings' `reviewMonths`. */
  forReview: number;
}

/** Ties a message to what it takes, who may send it, and (by type alone) what it answers. */
function message<Output>() {
  return <Input>(from: readonly Sender[], input: z.ZodMiniType<Input>) => ({
    from,
    input,
    output: null as Output,
  });
}

/** Every message of the extension. The server checks sender and input of each before any handler sees it. */
export const PROTOCOL = {
  /** Shall the page at this address have a button? By the address and by quiet mode, never by who is saved. */
  'page.state': message<{
    show: boolean;
    /** The sentences asked for, where the user has chosen another language than the browser's. */
    texts: Record<string, string> | null;
  }>()(
    ['page'],
    z.strictObject({
      url: WebUrl,
      /** Keys of the button's own sentences: a page cannot read the catalogues itself. */
      texts: z._default(
        z.array(z.string().check(z.regex(/^button_[A-Za-z]{1,40}$/))).check(z.maxLength(10)),
        [],
      ),
    }),
  ),
  /** Reads the sending tab and saves what it shows. Answers before anything is known: the toolbar tells the rest. */
  'page.save': message<null>()(['page'], none),
  /** `acquainted`: how many ties the page's names made, and how many wait for an answer. */
  'contact.save': message<{
    id: string;
    created: boolean;
    acquainted?: { added: number; asked: number };
  }>()(
    ['extension'],
    z.strictObject({
      capture: Capture,
      edits: z.optional(OwnWords.shape.edits),
      corrections: z.optional(Corrections),
      /** What the user has written before saving. */
      own: z.optional(patchOf(z.pick(OwnWords, { note: true, tags: true, nextStep: true, birthday: true }))),
      /** Addresses that the user has typed. */
      emails: z.optional(z.array(z.string().check(z.maxLength(320))).check(z.maxLength(LIMITS.emails))),
      tab: z.optional(z.int()),
    }),
  ),
  'contact.preview': message<Preview>()(
    ['extension'],
    z.strictObject({ capture: Capture, corrections: z.optional(Corrections) }),
  ),
  /**
   * What the network would gain by the person on a page, or would lose without a saved contact. Stands apart from
   * preview and view, which answer at once: the first question loads the analysis. `null` when that would take too
   * long (more than ten thousand contacts, and no dashboard was open yet).
   */
  'contact.marginal': message<{ novelty: number | null; marginal: Fact[] } | null>()(
    ['extension'],
    z.union([
      z.strictObject({ id }),
      z.strictObject({ capture: Capture, corrections: z.optional(Corrections) }),
    ]),
  ),
  'contact.get': message<ContactView | null>()(['extension'], z.strictObject({ id })),
  /** The saved contact whose page stands at an address, found without reading the page. */
  'contact.at': message<ContactView | null>()(['extension'], z.strictObject({ url: WebUrl })),
  /** All contacts in parts, for lists, search and map. */
  'rows.get': message<RowSegment>()(
    ['extension'],
    z.strictObject({ segment: z.int().check(z.nonnegative()) }),
  ),
  /** The parts of all contacts' rows. */
  'rows.index': message<RowIndex>()(['extension'], none),
  /** Some parts, packed; unpacked by `unpackRows` and `unpackReadings`. A part that is gone is left out. */
  'rows.packed': message<{ context: string; parts: PackedSegment[] }>()(
    ['extension'],
    z.strictObject({ segments: z.array(z.int().check(z.nonnegative())).check(z.maxLength(64)) }),
  ),
  /** The rows of these contacts alone; ids of nobody are left out. */
  'rows.of': message<{ goals: string[]; rows: ContactRow[] }>()(
    ['extension'],
    z.strictObject({ ids: z.array(id).check(z.maxLength(500)) }),
  ),
  /** Next steps and signs of life due up to and including this day, the earliest first; at most 50. */
  'due.get': message<{ due: DueItem[]; count: number }>()(['extension'], z.strictObject({ until: day })),
  /**
   * Contacts of whom the user is to say whether to keep them (`OwnWords.reviewedOn` answers yes), the longest due
   * first; at most 50. See `Settings.reviewMonths`.
   */
  'review.get': message<{ due: DueItem[]; count: number }>()(['extension'], none),
  /** One line for the log of what was done together; today when no day is named. Answers the contact's view. */
  'contact.log': message<ContactView | null>()(
    ['extension'],
    z.strictObject({
      id,
      text: logText,
      day: z.optional(day),
      kind: z.optional(LogKind),
      /** The next step is done by it. */
      stepDone: z.optional(z.boolean()),
    }),
  ),
  /** Quick search over name, company, title, place, tags and notes; the best first. */
  'contact.search': message<{ goals: string[]; rows: ContactRow[] }>()(
    ['extension'],
    z.strictObject({
      query: z.string().check(z.maxLength(200)),
      limit: z.int().check(z.minimum(1), z.maximum(50)),
    }),
  ),
  /** What pages showed of a contact, and when: the history behind the events. */
  'contact.history': message<{ captures: { at: string; reader: string; url: string }[] }>()(
    ['extension'],
    z.strictObject({ id }),
  ),
  /** With `based`, the tie that the page held, only what differs from it changes. */
  'contact.setTie': message<ContactView | null>()(
    ['extension'],
    z.strictObject({ tie: Tie, based: z.optional(Tie) }),
  ),
  /** Takes a tie away; it comes back by `contact.setTie` with what is answered. `null`: there is none. */
  'contact.removeTie': message<{ removed: Tie | null }>()(
    ['extension'],
    z.pick(Tie, { from: true, to: true, kind: true }),
  ),
  /** Whom to ask about a contact, `null` when it is gone; or about somebody who is not saved and knows `through`. */
  'contact.ways': message<Ways | null>()(
    ['extension'],
    z.union([
      z.strictObject({ id }),
      z.strictObject({ through: z.array(id).check(z.minLength(1), z.maxLength(500)) }),
    ]),
  ),
  /** Whom the user knows at a company, by its name. */
  'company.get': message<CompanyView>()(
    ['extension'],
    z.strictObject({
      company: z.string().check(z.minLength(1), z.maxLength(500)),
      /** What the company's page calls its industry. */
      label: z.optional(z.string().check(z.maxLength(200))),
    }),
  ),
  /** How the people whom the open page or list names stand to what is saved. Writes nothing. */
  'acquaintances.look': message<AcquaintanceLook>()(
    ['extension'],
    z.union([z.strictObject({ capture: Capture }), z.strictObject({ list: PeopleList })]),
  ),
  /**
   * Ties of `of` to the contacts whom the user ticked on an open list; `of` is the list's person, or one of the people
   * on a list that is nobody's. `null`: that contact is gone.
   */
  'acquaintances.choose': message<{ added: number } | null>()(
    ['extension'],
    z.strictObject({
      list: PeopleList,
      of: id,
      people: z.array(id).check(z.maxLength(LIMITS.acquaintances)),
    }),
  ),
  /** Takes back, as one step, all that a page said of a contact's acquaintances (`refused`), or listens to it again. */
  'acquaintances.refuse': message<ContactView | null>()(
    ['extension'],
    z.strictObject({ id, url: WebUrl, refused: z.boolean() }),
  ),
  /** Names on pages that may mean several contacts, the newest first; `total` of all. */
  'questions.get': message<{ questions: OpenQuestion[]; total: number }>()(
    ['extension'],
    z.strictObject({ limit: z.int().check(z.minimum(1), z.maximum(50)) }),
  ),
  /** Who is meant; `null`: none of them. `settled: false`: the question is gone. */
  'questions.answer': message<{ settled: boolean }>()(
    ['extension'],
    z.strictObject({ id: z.string().check(z.maxLength(2_000)), contact: z.nullable(id) }),
  ),
  /** The same change to many contacts, as one step that can be undone. */
  'contact.setMany': message<{ changed: number; undo: string }>()(
    ['extension'],
    z.strictObject({
      ids: z.array(id).check(z.maxLength(100_000)),
      addTags: z.optional(OwnWords.shape.tags),
      removeTags: z.optional(OwnWords.shape.tags),
      own: z.optional(patchOf(SingleWords)),
    }),
  ),
  'contact.forgetMany': message<{ forgotten: number; undo: string }>()(
    ['dashboard'],
    z.strictObject({ ids: z.array(id).check(z.maxLength(100_000)) }),
  ),
  'undo.run': message<{ restored: number }>()(['extension'], z.strictObject({ id })),
  /** The last analysis; asks for a new one when it is not current. */
  'analysis.get': message<AnalysisState>()(['extension'], none),
  /** The state of every month so far in a few figures, the oldest first. */
  'analysis.months': message<{ months: Snapshot[] }>()(['extension'], none),
  /** What remains of the network when something changes; nothing is stored. */
  'analysis.test': message<StressTest>()(['extension'], z.strictObject({ change: StressChange })),
  'graph.get': message<AffiliationGraph>()(['extension'], none),
  /** Every tag in use with the number of contacts that carry it, the commonest first. */
  'tags.get': message<{ tags: { name: string; count: number }[] }>()(['extension'], none),
  /** What is stored on this machine. */
  'privacy.get': message<StoredData>()(['extension'], none),
  /** Deletes everything: contacts, history, goals, who the user is, settings. Cannot be undone. */
  'privacy.erase': message<null>()(['dashboard'], z.strictObject({ everything: z.literal(true) })),
  'contact.setOwn': message<ContactView | null>()(
    ['extension'],
    z.strictObject({
      id,
      own: patchOf(SingleWords),
      clear: z.optional(
        z.array(z.enum(Object.keys(SingleWords.shape) as (keyof typeof SingleWords.shape)[])),
      ),
      /** What the page held of the fields that it changes: what another page wrote meanwhile is kept beside it. */
      based: z.optional(patchOf(z.pick(OwnWords, { note: true, nextStep: true }))),
    }),
  ),
  /**
   * What stands in a field after each key: kept at once, and the contact's own when the keys rest, the field is left
   * (`now`) or the page goes. `based` is the text before, as it was last sent from there. Answers when it is written;
   * `kept: false`: newer text took its place, or half a tag waits.
   */
  'contact.typed': message<{ kept: boolean; view: ContactView | null }>()(
    ['extension'],
    z.strictObject({
      id,
      writer: z.string().check(z.maxLength(40)),
      now: z.optional(z.boolean()),
      what: z.discriminatedUnion('field', [
        z.strictObject({ field: z.literal('note'), text: noteText, based: noteText }),
        z.strictObject({
          field: z.literal('nextStep'),
          step: z.nullable(NextStep),
          based: z.nullable(NextStep),
        }),
        z.strictObject({
          field: z.literal('tag'),
          text: z.string().check(z.maxLength(100)),
          based: z.optional(z.string()),
        }),
      ]),
    }),
  ),
  /** Tags come and go one by one: two pages lose none of each other's. */
  'contact.tag': message<ContactView | null>()(
    ['extension'],
    z.strictObject({
      id,
      add: z.optional(OwnWords.shape.tags),
      remove: z.optional(OwnWords.shape.tags),
    }),
  ),
  /** The user's own word on one role toward one goal; `null` takes it back and leaves the others. */
  'contact.role': message<ContactView | null>()(
    ['extension'],
    z.strictObject({ id, goalId: id, role: Role, says: z.nullable(z.enum(['yes', 'no'])) }),
  ),
  /** Takes one line of the log back, and gives the next step back that it had done. */
  'contact.unlog': message<ContactView | null>()(
    ['extension'],
    z.strictObject({
      id,
      day,
      text: logText,
      kind: z.optional(LogKind),
      nextStep: OwnWords.shape.nextStep,
    }),
  ),
  /** Writes one entry of the log anew. */
  'contact.relog': message<ContactView | null>()(
    ['extension'],
    z.strictObject({ id, was: LogEntry, entry: z.extend(LogEntry, { text: logText }) }),
  ),
  /**
   * Types over some fields of a contact; those in `back` follow again what pages say. `based` is what the page held of
   * them: what another page has added to a list meanwhile stays. Answers the step by which it is taken back; `null`:
   * the contact is gone.
   */
  'contact.edit': message<{ view: ContactView; undo: string } | null>()(
    ['extension'],
    z.strictObject({
      id,
      edits: Edits,
      back: z.optional(z.array(EditableField).check(z.maxLength(20))),
      based: z.optional(Edits),
      /** `null`: not known. */
      birthday: z.optional(z.nullable(Birthday)),
    }),
  ),
  /** Contacts who may be the person that the user is about to type in; at most ten. `same`: by an address of a page. */
  'contact.alike': message<{
    alike: (Pick<ContactRow, 'id' | 'name' | 'title' | 'company'> & { same: boolean })[];
  }>()(
    ['extension'],
    z.strictObject({
      name: z.string().check(z.maxLength(LIMITS.name)),
      email: z.optional(z.string().check(z.maxLength(320))),
      url: z.optional(WebUrl),
    }),
  ),
  /** Puts off what is due of a contact; `null`: it is due as it was. */
  'contact.snooze': message<ContactView | null>()(
    ['extension'],
    z.strictObject({ id, kind: DueKind, until: z.nullable(day) }),
  ),
  /** Who stands on a list, in its order. */
  'list.get': message<Order>()(['extension'], z.strictObject({ list: id })),
  /** Makes or renames a list. */
  'list.name': message<PageSettings>()(['extension'], ListName),
  /** Takes a list away, and everybody off it; `null`: there is none. */
  'list.remove': message<{ settings: PageSettings; count: number; undo: string } | null>()(
    ['extension'],
    z.strictObject({ list: id }),
  ),
  /** Puts one contact on a list, at a spot; `null` takes it off. Answers where it stood before. */
  'list.place': message<Placed | null>()(
    ['extension'],
    z.strictObject({ list: id, id, spot: z.nullable(Spot) }),
  ),
  /** Puts many at the end of a list; who stands there stays. */
  'list.add': message<{ count: number; undo: string }>()(
    ['extension'],
    z.strictObject({ list: id, ids: z.array(id).check(z.maxLength(5_000)) }),
  ),
  /** Who stands on the board of a goal, column by column. */
  'board.get': message<{ stages: Record<Stage, Order['order']> }>()(
    ['extension'],
    z.strictObject({ goal: id }),
  ),
  /** Puts one contact into a column of a goal's board; `stage: null` takes it off. Answers where it stood before. */
  'board.place': message<Placed | null>()(
    ['extension'],
    z.strictObject({ goal: id, id, stage: z.nullable(Stage), spot: z.optional(Spot) }),
  ),
  /** What was typed there and is not saved yet; `null` when there is nothing. */
  'draft.get': message<{ text: string } | null>()(['extension'], DraftName),
  /** Keeps what is being typed, whatever becomes of the page; an empty text forgets it. */
  'draft.set': message<null>()(
    ['extension'],
    z.extend(DraftName, { text: z.string().check(z.maxLength(DRAFT_LIMITS.characters)) }),
  ),
  'contact.forget': message<{ forgotten: boolean }>()(['extension'], z.strictObject({ id })),
  'network.get': message<Network>()(['extension'], none),
  /** The user has seen that contacts were lost, and does not want to be told again. */
  'loss.dismiss': message<null>()(['extension'], none),
  /** With `based`, what the page held, only what differs from it changes; the same for a goal. */
  'me.set': message<Me>()(['extension'], z.strictObject({ me: Me, based: z.optional(z.nullable(Me)) })),
  /** Takes back that the user has said who they are. */
  'me.unset': message<null>()(['extension'], none),
  /** The contact who is saved under one of the user's own addresses: somebody took themselves for a contact. */
  'me.contact': message<{ id: string; name: string } | null>()(['extension'], none),
  'goal.set': message<Goal>()(['extension'], z.strictObject({ goal: Goal, based: z.optional(Goal) })),
  'goal.delete': message<null>()(['extension'], z.strictObject({ id })),
  /** Puts the Save button on a site that the user has just granted. */
  'site.add': message<null>()(
    ['extension'],
    z.strictObject({ host: z.string().check(z.regex(/^[a-z0-9.-]{1,253}$/)) }),
  ),
  'settings.set': message<PageSettings>()(
    ['extension'],
    z.strictObject({ settings: patchOf(SingleSettings) }),
  ),
  /** The user does not want the industry that a company's page names: it is not asked again. */
  'company.asked': message<PageSettings>()(
    ['extension'],
    z.strictObject({ company: z.string().check(z.maxLength(500)) }),
  ),
  /** The user's industry for everybody at a company; `null` takes it back. */
  'company.set': message<PageSettings>()(
    ['extension'],
    z.strictObject({ company: z.string().check(z.maxLength(500)), nace2: z.nullable(NaceDivision) }),
  ),
  /** Puts a next move away until a day or for good (`never`); `null` brings it back. */
  'move.set': message<PageSettings>()(
    ['extension'],
    z.strictObject({
      id: z.string().check(z.minLength(1), z.maxLength(1_000)),
      until: z.nullable(z.union([z.literal('never'), day])),
    }),
  ),
  /** Keeps a view of the contacts under a name; `null` forgets it. */
  'view.set': message<PageSettings>()(
    ['extension'],
    z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(100)),
      query: z.nullable(z.string().check(z.maxLength(2000))),
    }),
  ),
  /** Days between two signs of life for the contacts of a layer; `null`: none. */
  'rhythm.set': message<PageSettings>()(
    ['extension'],
    z.strictObject({ layer: Layer, days: z.nullable(z.int().check(z.positive(), z.maximum(36_525))) }),
  ),
  'doNotSave.remove': message<PageSettings>()(['extension'], z.strictObject({ address: WebUrl })),
  /** Puts whom a web address is about on the list of people who are never saved. */
  'doNotSave.add': message<PageSettings>()(['extension'], z.strictObject({ address: WebUrl })),
  /** Files are going to be handed over; answers the name of the import. */
  'import.begin': message<{ id: string }>()(['dashboard'], ImportBegin),
  'import.part': message<null>()(['dashboard'], ImportPart),
  /** Reads all files and says what they would do. Tells its progress as a job of the import's id. */
  'import.read': message<ImportPreview>()(['dashboard'], ImportRead),
  'import.confirm': message<ImportDone>()(['dashboard'], ImportConfirm),
  /** Puts the backup among the files in place of everything. */
  'restore.confirm': message<{ contacts: number }>()(['dashboard'], z.strictObject({ id })),
  /** Adds the backup among the files to what is here; `bringBack`: also whoever was forgotten here. */
  'restore.join': message<BackupJoined>()(
    ['dashboard'],
    z.strictObject({ id, bringBack: z.optional(z.boolean()) }),
  ),
  /** Stops reading or writing, and forgets the files. */
  'import.cancel': message<null>()(['dashboard'], z.strictObject({ id })),
  /** Imports and merges that can be taken back (`undo.run`), the newest first. */
  'undo.list': message<{ steps: UndoStep[] }>()(['extension'], none),
  'export.begin': message<ExportStarted>()(['dashboard'], ExportBegin),
  'export.next': message<ExportPart>()(['dashboard'], z.strictObject({ id })),
  'export.cancel': message<null>()(['dashboard'], z.strictObject({ id })),
  /** The strategic picture as one page of HTML. */
  'export.report': message<{ name: string; html: string }>()(
    ['dashboard'],
    z.strictObject({ content: ReportContent }),
  ),
  /** When automatic backups are made; what is not named stays. */
  'backup.when': message<PageSettings>()(
    ['extension'],
    z.strictObject({
      everyDays: z.optional(z.nullable(z.int())),
      everyChanges: z.optional(z.nullable(z.int())),
    }),
  ),
  'backup.state': message<BackupState>()(['extension'], none),
  /** Automatic backups are sealed with this passphrase from now on; without it, no longer. */
  'backup.seal': message<null>()(
    ['dashboard'],
    z.strictObject({ passphrase: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))) }),
  ),
  /** Makes the automatic backup now. */
  'backup.now': message<BackupState>()(['dashboard'], none),
  /** How devices are kept in step: off, or where, with whom, since when, and what the person should do. */
  'sync.status': message<SyncStatus>()(['extension'], none),
  /** May files be written, listed, read and removed there? Six requests; nothing stays. */
  'sync.check': message<SyncAnswer<{ spaces: number }>>()(
    ['dashboard'],
    z.strictObject({ place: SyncPlace }),
  ),
  /** Begins a new space with what is here, and answers the code that the person must keep. */
  'sync.setUp': message<SyncAnswer<{ code: string }>>()(['dashboard'], SyncSetUp),
  /** What stands here and there, before anything is joined; writes nothing. */
  'sync.meet': message<SyncAnswer<{ meeting: SyncMeeting }>>()(['dashboard'], SyncJoin),
  /** Joins the space that the code opens. */
  'sync.join': message<SyncAnswer>()(['dashboard'], SyncJoin),
  /** A round at once, whatever was to be waited for; answers when it is over. */
  'sync.now': message<SyncStatus>()(['extension'], none),
  /** The set-up for the password manager: address, user, space and code in one line, never the password. */
  'sync.code': message<{ code: string; line: string } | null>()(['dashboard'], none),
  /** The storage's password (or key) is another now. */
  'sync.password': message<SyncStatus>()(
    ['dashboard'],
    z.strictObject({ password: z.string().check(z.maxLength(1_000)) }),
  ),
  /** A new code and a new epoch: who has only the old one reads nothing that is written from now on. */
  'sync.changeCode': message<SyncAnswer<{ code: string }>>()(['dashboard'], none),
  /** The code was changed on another device: this is the new one. */
  'sync.enterCode': message<SyncAnswer>()(
    ['dashboard'],
    z.strictObject({ code: z.string().check(z.maxLength(200)) }),
  ),
  /** The storage is empty: everything that is here is written there once more. */
  'sync.publishAgain': message<SyncStatus>()(['dashboard'], none),
  /** Another device has forgotten many: here too, or they come back everywhere. */
  'sync.massForget': message<SyncStatus>()(
    ['dashboard'],
    z.strictObject({ answer: z.enum(['forget', 'keep']) }),
  ),
  /** This device is kept in step no longer; what is here stays. `remove`: and the folder there goes, for all. */
  'sync.leave': message<SyncAnswer>()(
    ['dashboard'],
    z.strictObject({ remove: z._default(z.boolean(), false) }),
  ),
  /** The versions of a contact's note that stand beside each other, the newest first; one or none: nothing to choose. */
  'sync.note': message<{ versions: NoteVersion[] }>()(['extension'], z.strictObject({ id })),
  /** Pairs that may be one person, the strongest reasons first; `total` of all. */
  'merge.suggest': message<{ pairs: DuplicatePair[]; total: number }>()(
    ['extension'],
    z.strictObject({
      from: z.int().check(z.nonnegative()),
      limit: z.int().check(z.minimum(1), z.maximum(50)),
    }),
  ),
  'merge.run': message<{ undo: string } | null>()(['extension'], Merge),
  /** These are two persons; they are not suggested again. */
  'merge.dismiss': message<null>()(['extension'], z.strictObject({ a: id, b: id })),
} as const;

export type MessageName = keyof typeof PROTOCOL;
export type Input<N extends MessageName> = z.infer<(typeof PROTOCOL)[N]['input']>;
export type Output<N extends MessageName> = (typeof PROTOCOL)[N]['output'];

export type Handlers = {
  [N in MessageName]: (
    input: Input<N>,
    sender: { kind: SenderKind; url: string; tab: number | null },
  ) => Promise<Output<N>>;
};

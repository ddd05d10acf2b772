import {
  createContact,
  type DuplicateSuggestion,
  diffProfile,
  duplicateSteps,
  effectiveEmails,
  isLocal,
  mergeCapture,
  mergeTies,
  nameKeys,
  type ProfileChange,
  sameName,
  tieKey,
} from '../core/merge/index.ts';
import {
  type Contact,
  type ContactEvent,
  keyText,
  type Me,
  type OwnWords,
  type Tie,
} from '../core/model/index.ts';
import { stable } from '../core/model/stable.ts';
import { lastOf } from '../core/text/steps.ts';
import type { RowError } from './errors.ts';
import type {
  FileError,
  GoalProposal,
  LogLine,
  LogSignal,
  ParsedImport,
  ParsedPerson,
  TieSignal,
} from './import/parsed.ts';
import { type MePlan, planMe } from './planMe.ts';

export interface PlanOptions {
  /** ISO 8601 instant in UTC. */
  now: string;
  deviceId: string;
  newId(person: ParsedPerson): string;
  /** Is a person with this key (`site:id`, `email:address`) to stay out: forgotten, or never to be saved? */
  isLeftOut?(key: string): boolean;
  /** Is this key the user's own? Nobody is their own contact. */
  isSelf?(key: string): boolean;
  ties?: Iterable<Tie>;
  me?: Me | null;
  /** Pairs of contacts (`pairKey`) that the user has called two persons. */
  dismissed?: ReadonlySet<string>;
  /** Whoever has one name with a single contact is taken for that contact, where the address is nobody's. */
  byName?: boolean;
  /** What stands in the log where a file has no words of its own; default: English. */
  logWords?: Record<LogLine['kind'], string>;
  /** The user has worked on the file: its notes and tags replace the saved ones. */
  preferFile?: boolean;
}

export interface PlannedUpdate {
  before: Contact;
  after: Contact;
  changes: ProfileChange[];
  /** What is new about the person; already among the events of `after`. */
  events: ContactEvent[];
}

/** What an import would do; nothing of it has happened. */
export interface ImportPlan {
  create: Contact[];
  update: PlannedUpdate[];
  /** Persons of the files who are saved already and of whom nothing is new. */
  unchanged: number;
  /** Rows that were one person again. */
  repeated: number;
  /** Rows of people whom the user has forgotten, or never wants saved. */
  leftOut: number;
  /** Rows about the user themself. */
  self: number;
  suggestDuplicates: DuplicateSuggestion[];
  /** Ties to be written, and those of them that were there before, as they were. */
  ties: { after: Tie[]; before: Tie[] };
  /** Signs of contact with persons who are not in the network. */
  unknownSignals: number;
  /** What calendars and mailboxes say of whom; `null`: there are none. */
  log: LogPlan | null;
  me: MePlan | null;
  goals: GoalProposal[];
  fileErrors: FileError[];
  rowErrors: RowError[];
  rowErrorCount: number;
}

/** What calendars and mailboxes would add. */
export interface LogPlan {
  /** Who was met or written with, most of all first. */
  contacts: {
    id: string;
    name: string;
    meetings: number;
    sent: number;
    received: number;
    first?: string;
    last?: string;
  }[];
  /** Addresses of people who are not in the network. */
  unknown: number;
  /** Those of them whose name one contact alone has. */
  byName: number;
}

/**
 * When counts of an archive make a tie strong, moderate or weak. Strength is a mix of time, closeness and
 * reciprocity (Granovetter 1973); counts show the last best, so both sides must have written.
 */
const TIE_STRENGTH = {
  /** Written by both sides, together at least; a recommendation counts as much. */
  strong: 20,
  moderate: 5,
  /** One meeting counts as so many messages, to and fro: two who meet give each other time, and both do. */
  meeting: 4,
} as const;

/** Persons in one step of a plan. */
const STEP = 16;
/** Lines of a log at most, as its schema says. */
const LOG_LINES = 1_000;
const ENGLISH_LOG: Record<LogLine['kind'], string> = { met: 'Meeting', wrote: 'E-mail' };

/** What the saved network would become by an import. Pure; time grows with persons and contacts together. */
export function planImport(
  existing: Iterable<Contact>,
  parsed: ParsedImport,
  options: PlanOptions,
): ImportPlan {
  return lastOf(planSteps(existing, parsed, options));
}

/** The same in steps of some milliseconds at most, so that others can have a turn between them. */
export function* planSteps(
  existing: Iterable<Contact>,
  parsed: ParsedImport,
  options: PlanOptions,
): Generator<void, ImportPlan> {
  let seen = 0;
  const people = new People();
  for (const contact of existing) {
    people.know(contact);
    if (++seen % STEP === 0) yield;
  }
  const plan: ImportPlan = {
    create: [],
    update: [],
    unchanged: 0,
    repeated: 0,
    leftOut: 0,
    self: 0,
    suggestDuplicates: [],
    ties: { after: [], before: [] },
    unknownSignals: 0,
    log: parsed.log === undefined ? null : { contacts: [], unknown: 0, byName: 0 },
    me: parsed.me === null ? null : planMe(options.me ?? null, parsed.me),
    goals: parsed.goals,
    fileErrors: parsed.fileErrors,
    rowErrors: parsed.rowErrors,
    rowErrorCount: parsed.rowErrorCount,
  };
  const ties = new TieBook();
  for (const tie of options.ties ?? []) {
    ties.know(tie);
    if (++seen % STEP === 0) yield;
  }
  for (const person of parsed.persons) {
    if (++seen % STEP === 0) yield;
    if (isAny(person, options.isSelf)) {
      plan.self += 1;
      continue;
    }
    if (isAny(person, options.isLeftOut)) {
      plan.leftOut += 1;
      continue;
    }
    const known = people.find(person);
    if (known === undefined) people.add(create(person, people, options));
    else {
      if (known.touched) plan.repeated += 1;
      people.update(known, merged(known, person, options));
    }
    const id = (known ?? people.last()).after.id;
    if (person.tie !== null) ties.add({ from: 'me', to: id, kind: 'knows', ...person.tie });
  }
  // Files name one person by address and by name: the signs are put together before they are weighed.
  const signals = new Map<string, TieSignal>();
  for (const { signal, id, namesake } of attributed(parsed.signals, people)) {
    const found = id ?? (options.byName ? namesake : undefined);
    if (plan.log !== null && signal.log !== undefined) {
      if (id === undefined && namesake !== undefined) plan.log.byName += 1;
      if (found === undefined) plan.log.unknown += 1;
    } else if (found === undefined) plan.unknownSignals += 1;
    if (found !== undefined) signals.set(found, together(signals.get(found), signal));
  }
  for (const [id, signal] of signals) {
    ties.add(tieOf(signal, id));
    if (signal.log === undefined) continue;
    const entry = people.get(id);
    const { meetings, lines, firstContact } = signal.log;
    people.log(entry, logged(entry.after, lines, options));
    plan.log?.contacts.push({
      id,
      name: entry.after.profile.name.full,
      meetings,
      sent: signal.sent,
      received: signal.received,
      ...(firstContact !== undefined && { first: firstContact }),
      ...(signal.lastContact !== undefined && { last: signal.lastContact }),
    });
  }
  plan.log?.contacts.sort((a, b) => weightOf(b) - weightOf(a));
  for (const { before, after, touched, events } of people.entries()) {
    if (++seen % STEP === 0) yield;
    if (before === null) plan.create.push(after);
    else if (touched && sameContent(before, after)) plan.unchanged += 1;
    else if (touched)
      plan.update.push({
        before,
        after: { ...after, rev: before.rev + 1 },
        changes: diffProfile(before.profile, after.profile),
        events,
      });
  }
  plan.ties = yield* ties.changes();
  const fresh = new Set([...plan.create, ...plan.update.map(({ after }) => after)].map(({ id }) => id));
  if (fresh.size > 0)
    plan.suggestDuplicates = (yield* duplicateSteps(people.contacts(), options.dismissed)).filter(
      ({ a, b }) => fresh.has(a) || fresh.has(b),
    );
  return plan;
}

/**
 * Whom each signal is about. An address that nobody has may be that of a contact who is known by name alone (until
 * 2022 LinkedIn's connections came without addresses); not where two addresses would claim one contact.
 */
function attributed(
  signals: readonly TieSignal[],
  people: People,
): { signal: TieSignal; id: string | undefined; namesake: string | undefined }[] {
  const claims = new Map<string, number>();
  const found = signals.map((signal) => {
    const id = people.idOf(signal.person);
    const unknown = id === undefined && signal.name !== undefined ? signal.name : undefined;
    const claimed =
      unknown === undefined
        ? undefined
        : signal.log === undefined
          ? people.idWithoutPage(unknown)
          : people.idWithoutEmail(unknown);
    if (claimed !== undefined) claims.set(claimed, (claims.get(claimed) ?? 0) + 1);
    return { signal, id, claimed };
  });
  return found.map(({ signal, id, claimed }) => {
    const only = claimed !== undefined && claims.get(claimed) === 1 ? claimed : undefined;
    // An address is no page that could be wrong: by a name alone nobody is taken for the other unasked.
    return signal.log === undefined
      ? { signal, id: id ?? only, namesake: undefined }
      : { signal, id, namesake: only };
  });
}

interface Entry {
  /** As saved; `null`: new. */
  before: Contact | null;
  after: Contact;
  touched: boolean;
  events: ContactEvent[];
}

/** Saved and new contacts with the ways to find them. */
class People {
  readonly #byId = new Map<string, Entry>();
  readonly #byKey = new Map<string, Entry>();
  readonly #byEmail = new Map<string, Entry[]>();
  #byName: Map<string, Entry[]> | null = null;
  #last: Entry | undefined;

  know(contact: Contact): void {
    this.#index({ before: contact, after: contact, touched: false, events: [] });
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  entries(): Iterable<Entry> {
    return this.#byId.values();
  }

  *contacts(): Generator<Contact> {
    for (const { after } of this.#byId.values()) yield after;
  }

  get(id: string): Entry {
    const entry = this.#byId.get(id);
    if (entry === undefined) throw new Error('nobody has this id');
    return entry;
  }

  /** Puts a contact with a longer log in place. */
  log(entry: Entry, contact: Contact): void {
    entry.after = contact;
    entry.touched = true;
  }

  last(): Entry {
    if (this.#last === undefined) throw new Error('nobody was added');
    return this.#last;
  }

  add(contact: Contact): void {
    this.#last = { before: null, after: contact, touched: true, events: [] };
    this.#index(this.#last);
  }

  update(entry: Entry, { contact, events }: { contact: Contact; events: ContactEvent[] }): void {
    // A key that is somebody else's stays there: two contacts with one key would be one.
    const keys = contact.keys.filter((key) => (this.#byKey.get(key) ?? entry) === entry);
    entry.after = { ...contact, keys };
    entry.touched = true;
    // Two rows of one person in one file are no news of each other.
    if (entry.before !== null) entry.events.push(...events);
    else entry.after = { ...entry.after, rev: 0, events: [] };
    this.#index(entry);
  }

  /** By our own id, by key in the order of the person's keys, by e-mail where the names agree. */
  find(person: ParsedPerson): Entry | undefined {
    if (person.contactId !== undefined) {
      const own = this.#byId.get(person.contactId);
      // The id alone could be another device's: something else must agree.
      if (
        own &&
        (person.keys.some((key) => own.after.keys.includes(key)) ||
          sameName(own.after.profile.name, person.profile.name))
      )
        return own;
    }
    for (const key of person.keys) {
      const entry = this.#byKey.get(key);
      if (entry !== undefined) return entry;
    }
    for (const email of person.emails) {
      const entry = this.#byEmail
        .get(email.toLowerCase())
        ?.find(({ after }) => sameName(after.profile.name, person.profile.name));
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** The id of a signal's person: by key, or by a name that only one contact has. */
  idOf(person: string): string | undefined {
    if (person.startsWith('email:')) {
      // What several share is nobody's own.
      const entries = this.#byEmail.get(person.slice('email:'.length));
      return entries?.length === 1 ? entries[0]?.after.id : undefined;
    }
    if (!person.startsWith('name:')) return this.#byKey.get(person)?.after.id;
    return this.#named(person.slice('name:'.length))?.after.id;
  }

  /** The id of the only contact of a name, when no page of LinkedIn is known that would be another's. */
  idWithoutPage(name: string): string | undefined {
    const entry = this.#named(name);
    return entry?.after.keys.some((key) => key.startsWith('linkedin:')) ? undefined : entry?.after.id;
  }

  /** The id of the only contact of a name, when no address is known that would be another's. */
  idWithoutEmail(name: string): string | undefined {
    const entry = this.#named(name);
    return entry === undefined || effectiveEmails(entry.after).length > 0 ? undefined : entry.after.id;
  }

  #named(name: string): Entry | undefined {
    if (this.#byName === null) {
      this.#byName = new Map();
      for (const entry of this.#byId.values())
        for (const key of nameKeys(entry.after.profile.name)) push(this.#byName, key, entry);
    }
    const namesakes = this.#byName.get(name);
    return namesakes?.length === 1 ? namesakes[0] : undefined;
  }

  #index(entry: Entry): void {
    this.#byId.set(entry.after.id, entry);
    for (const key of entry.after.keys) if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
    for (const email of effectiveEmails(entry.after).map((address) => address.toLowerCase()))
      if (!this.#byEmail.get(email)?.includes(entry)) push(this.#byEmail, email, entry);
  }
}

/** Ties as they were and as they become. */
class TieBook {
  readonly #before = new Map<string, Tie>();
  readonly #after = new Map<string, Tie>();

  know(tie: Tie): void {
    this.#before.set(tieKey(tie), tie);
  }

  add(tie: Tie): void {
    const key = tieKey(tie);
    const known = this.#after.get(key) ?? this.#before.get(key);
    this.#after.set(key, known === undefined ? tie : mergeTies(known, tie));
  }

  *changes(): Generator<void, ImportPlan['ties']> {
    const changes: ImportPlan['ties'] = { after: [], before: [] };
    let seen = 0;
    for (const [key, after] of this.#after) {
      if (++seen % STEP === 0) yield;
      const before = this.#before.get(key);
      if (before !== undefined && stable(before) === stable(after)) continue;
      changes.after.push(after);
      if (before !== undefined) changes.before.push(before);
    }
    return changes;
  }
}

function isAny(
  { keys, pageKeys, emails }: ParsedPerson,
  test: ((key: string) => boolean) | undefined,
): boolean {
  return test !== undefined && [...keys, ...pageKeys, ...emails.map((email) => `email:${email}`)].some(test);
}

function create(person: ParsedPerson, people: People, { now, deviceId, newId }: PlanOptions): Contact {
  const { contactId, profile, provenance, format, keys, emails, own } = person;
  return createContact({
    profile,
    provenance,
    reader: format,
    now,
    capturedAt: instant(person, now),
    id: contactId !== undefined && !people.has(contactId) ? contactId : newId(person),
    deviceId,
    keys,
    emails,
    own,
  });
}

function merged(entry: Entry, person: ParsedPerson, { now, deviceId, preferFile = false }: PlanOptions) {
  const { after: contact } = entry;
  const capturedAt = instant(person, now);
  const { provenance, format, emails } = person;
  const { profile, keys } = ownIdentity(contact, person);
  // A page shows the name with its titles; a table has it in bare parts.
  const keepName = contact.provenance.name !== undefined && contact.provenance.name !== 'import';
  const result = mergeCapture(
    contact,
    {
      profile: keepName ? { ...profile, name: contact.profile.name } : profile,
      provenance: keepName ? { ...provenance, name: contact.provenance.name ?? 'import' } : provenance,
      reader: format,
      capturedAt,
      keys,
      emails,
    },
    { now, deviceId, fillOnly: entry.before !== null && capturedAt < contact.source.capturedAt },
  );
  return {
    events: result.events,
    contact: {
      ...result.contact,
      own: preferFile ? { ...contact.own, ...person.own } : fillWords(contact.own, person.own),
    },
  };
}

/** A card of our own export names the contact by its id: what the card cannot say of its keys stays. */
function ownIdentity(
  contact: Contact,
  { contactId, profile, keys }: ParsedPerson,
): Pick<ParsedPerson, 'profile' | 'keys'> {
  const { key, url } = contact.profile;
  if (contactId !== contact.id || !(isLocal(profile) || profile.url === url)) return { profile, keys };
  const own = keyText(profile.key);
  return { profile: { ...profile, key, url }, keys: keys.filter((known) => known !== own) };
}

function instant({ asOf }: ParsedPerson, now: string): string {
  return asOf !== undefined && asOf < now ? asOf : now;
}

/** The file's words where the user has none. */
function fillWords(own: OwnWords, file: Partial<OwnWords>): OwnWords {
  const filled: OwnWords = { ...file, ...own };
  if (own.note === undefined || own.note === '') filled.note = file.note ?? own.note ?? '';
  if (filled.note === '' && own.note === undefined) delete filled.note;
  if (own.tags.length === 0) filled.tags = file.tags ?? [];
  if (own.log.length === 0) filled.log = file.log ?? [];
  return filled;
}

function together(known: TieSignal | undefined, news: TieSignal): TieSignal {
  if (known === undefined) return news;
  const last = [known.lastContact, news.lastContact]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return {
    person: known.person,
    sent: known.sent + news.sent,
    received: known.received + news.received,
    recommendations: known.recommendations + news.recommendations,
    endorsements: known.endorsements + news.endorsements,
    ...(last !== undefined && { lastContact: last }),
    ...((known.log ?? news.log) && { log: logsTogether(known.log, news.log) }),
  };
}

function logsTogether(a: LogSignal | undefined, b: LogSignal | undefined): LogSignal {
  const [first] = [a?.firstContact, b?.firstContact].filter((day) => day !== undefined).sort();
  return {
    meetings: (a?.meetings ?? 0) + (b?.meetings ?? 0),
    ...(first !== undefined && { firstContact: first }),
    lines: [...(a?.lines ?? []), ...(b?.lines ?? [])],
  };
}

/** The contact with the lines that its log does not have yet: one for each day and word. */
function logged(
  contact: Contact,
  lines: readonly LogLine[],
  { now, deviceId, logWords }: PlanOptions,
): Contact {
  const words = logWords ?? ENGLISH_LOG;
  const log = [...contact.own.log];
  for (const { day, kind, text } of lines) {
    const said = text || words[kind];
    // What the user wrote is never pushed out.
    if (log.length < LOG_LINES && !log.some((known) => known.day === day && known.text === said))
      log.push({ day, text: said, kind });
  }
  if (log.length === contact.own.log.length) return contact;
  log.sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));
  return {
    ...contact,
    own: { ...contact.own, log },
    updatedAt: now,
    deviceId,
  };
}

/** Meetings and messages as one number, for the order alone. */
function weightOf({ meetings, sent, received }: LogPlan['contacts'][number]): number {
  return meetings * TIE_STRENGTH.meeting + sent + received;
}

function tieOf(signal: TieSignal, to: string): Tie {
  const tie: Tie = { from: 'me', to, kind: 'knows' };
  const messages = signal.sent + signal.received;
  if (messages > 0) tie.messages = messages;
  if (signal.lastContact !== undefined) tie.lastContact = signal.lastContact;
  const strength = strengthOf(signal);
  if (strength !== null) tie.strength = strength;
  return tie;
}

/** How strong the counts make a tie; `null` when there is no sign of it at all. */
export function strengthOf({
  sent,
  received,
  recommendations,
  endorsements,
  log,
}: TieSignal): Tie['strength'] | null {
  const meetings = log?.meetings ?? 0;
  const mutual = (sent > 0 && received > 0) || meetings > 0;
  const messages = sent + received + meetings * TIE_STRENGTH.meeting;
  if (recommendations > 0 || (mutual && messages >= TIE_STRENGTH.strong)) return 'strong';
  if (mutual && (messages >= TIE_STRENGTH.moderate || endorsements > 0)) return 'moderate';
  return messages > 0 || endorsements > 0 ? 'weak' : null;
}

/** Same in all that is not about the writing itself? */
function sameContent(a: Contact, b: Contact): boolean {
  const content = ({ profile, own, keys, emails }: Contact) => stable({ profile, own, keys, emails });
  return content(a) === content(b);
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

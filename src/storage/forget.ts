import { effectiveProfile } from '../core/merge/index.ts';
import { type Contact, columnOf, type Settings, type Tie } from '../core/model/index.ts';
import { companyKey } from '../core/text/companies.ts';
import { fold } from '../core/text/fold.ts';
import { digestsOf, idsOfPending } from './derived.ts';
import { dropDrafts } from './drafts.ts';
import { unwaited } from './requests.ts';
import type { DigestRow, SegmentRow, UndoRow } from './schema.ts';
import { parseSettings, readState, writeState } from './state.ts';
import { deleteUndo, putUndo, stepOf } from './undo/rows.ts';
import type { Writing } from './writing.ts';

/** Segments read at once. */
const PAGE = 32;

/**
 * Takes persons who were deleted out of everything that would still name them: every step that could be taken back
 * but `except` (the step that forgets them), the corrections of companies that they alone gave a reason for, what the
 * settings hold of them, what was typed about them, and the stored analysis. Within a transaction over `CONTACT_STORES` that deletes them.
 * `keysLiveOn`: somebody who stays has taken over their keys and addresses; they are known by their ids alone.
 */
export async function forgetWithin(
  writing: Writing,
  persons: readonly Contact[],
  except?: string,
  { keysLiveOn = false } = {},
): Promise<void> {
  if (persons.length === 0) return;
  writing.forget();
  unwaited(writing.transaction.objectStore('state').delete('analysis'));
  const gone = new Gone(persons, keysLiveOn);
  await forgetInSteps(writing, gone, except);
  // After the steps, which tell under what other ids they were known.
  await dropDrafts(writing.transaction, gone.subjects());
  await forgetInSettings(writing, gone, persons);
}

/** Who is gone: by id, and by every key and address, since a merge or an earlier import knows them by other ids. */
class Gone {
  readonly ids = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #names: string[][] = [];
  readonly #keysLiveOn: boolean;

  constructor(persons: readonly Contact[], keysLiveOn: boolean) {
    this.#keysLiveOn = keysLiveOn;
    for (const person of persons) this.add(person);
  }

  add(person: Contact): void {
    this.ids.add(person.id);
    if (!this.#keysLiveOn) for (const key of [...person.keys, ...person.emails]) this.#keys.add(key);
    const words = wordsOf(person.profile.name.full);
    if (words.length > 0 && this.#names.length < 1_000) this.#names.push(words);
  }

  /** Under what drafts about them are kept: ids and keys. */
  subjects(): string[] {
    return [...this.ids, ...this.#keys];
  }

  has({ id, keys, emails }: Contact): boolean {
    return this.ids.has(id) || [...keys, ...emails].some((key) => this.#keys.has(key));
  }

  ends({ from, to }: Tie): boolean {
    return this.ids.has(from) || this.ids.has(to);
  }

  /** Does a text, as the name of a file, hold the name of one of them? */
  named(text: string): boolean {
    const words = new Set(wordsOf(text));
    return this.#names.some((name) => name.every((word) => words.has(word)));
  }
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

async function forgetInSteps(writing: Writing, gone: Gone, except: string | undefined): Promise<void> {
  const store = writing.transaction.objectStore('undo');
  const rows = (await store.getAll()).filter(({ id }) => except === undefined || stepOf(id) !== except);
  // Who was merged into somebody is the same person under another id: a merged contact has the keys of both.
  for (let size = -1; size !== gone.ids.size; ) {
    size = gone.ids.size;
    for (const row of rows) for (const one of snapshotsOf(row)) if (gone.has(one)) gone.add(one);
  }
  for (const [step, parts] of Map.groupBy(rows, ({ id }) => stepOf(id))) {
    const kept = parts.map((row) => without(row, gone));
    // A merge of two who are gone, or of somebody whose later self is, cannot be taken back.
    const ended =
      parts[0]?.kind === 'merge' && parts.some((row) => snapshotsOf(row).some((one) => gone.has(one)));
    if (ended || kept.every(isEmpty)) {
      deleteUndo(writing, step);
    } else for (const [i, row] of kept.entries()) if (row !== parts[i]) putUndo(writing, row);
  }
}

function snapshotsOf({ before, removed = [] }: UndoRow): Contact[] {
  return [...before, ...removed];
}

/** The row without the persons; the same object when it does not know them. */
function without(row: UndoRow, gone: Gone): UndoRow {
  const stays = (id: string) => !gone.ids.has(id);
  const alive = (contact: Contact) => !gone.has(contact);
  const apart = (tie: Tie) => !gone.ends(tie);
  const left: UndoRow = {
    ...row,
    label: gone.named(row.label) ? '' : row.label,
    created: row.created.filter(stays),
    before: row.before.filter(alive),
    ties: {
      before: row.ties.before.filter(apart),
      created: row.ties.created.filter(apart),
      ...(row.ties.after !== undefined && { after: row.ties.after.filter(apart) }),
    },
    ...(row.questions !== undefined && {
      questions: {
        before: row.questions.before.filter(({ people }) => people.every(stays)),
        created: row.questions.created.filter((name) => idsIn(name).every(stays)),
      },
    }),
    ...(row.removed !== undefined && { removed: row.removed.filter(alive) }),
    ...(row.own !== undefined && { own: row.own.filter(({ id }) => stays(id)) }),
    ...(row.captures !== undefined && { captures: row.captures.filter(({ contactId }) => stays(contactId)) }),
    ...(row.moved !== undefined && { moved: row.moved.filter(([contactId]) => stays(contactId)) }),
  };
  return left.label === row.label && sizeOf(left) === sizeOf(row) ? row : left;
}

/** The ids of which the name of a question is made. */
function idsIn(name: string): string[] {
  return JSON.parse(name) as string[];
}

function isEmpty(row: UndoRow): boolean {
  return (
    sizeOf(row) === 0 && row.list === undefined && row.me === undefined && (row.goals ?? []).length === 0
  );
}

function sizeOf({
  created,
  before,
  ties,
  removed = [],
  own = [],
  captures = [],
  moved = [],
  questions,
}: UndoRow): number {
  const tied = ties.before.length + ties.created.length + (ties.after ?? []).length;
  const asked = questions?.before.length ?? 0;
  const persons = created.length + before.length + removed.length + own.length;
  return persons + tied + asked + captures.length + moved.length;
}

async function forgetInSettings(writing: Writing, gone: Gone, persons: readonly Contact[]): Promise<void> {
  const { transaction } = writing;
  const stored = await readState(transaction, 'settings');
  if (stored === undefined) return;
  const settings = parseSettings(stored);
  const notDuplicates = settings.notDuplicates.filter((pair) => !namesOne(pair, gone.ids));
  const moves = Object.entries(settings.moves).filter(([move]) => !namesOne(move, gone.ids));
  const reasonless = await withoutReason(writing, settings, gone, persons);
  const companies = Object.entries(settings.companies).filter(([key]) => !reasonless.has(key));
  const companiesAsked = settings.companiesAsked?.filter((key) => !reasonless.has(key));
  if (
    notDuplicates.length === settings.notDuplicates.length &&
    moves.length === Object.keys(settings.moves).length &&
    reasonless.size === 0
  )
    return;
  const left: Settings = {
    ...settings,
    notDuplicates,
    moves: Object.fromEntries(moves),
    companies: Object.fromEntries(companies),
    ...(companiesAsked !== undefined && { companiesAsked }),
  };
  unwaited(writeState(transaction, 'settings', left));
  writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
}

/** Names of pairs and of moves are made of ids and other words, with signs between. */
function namesOne(name: string, ids: ReadonlySet<string>): boolean {
  return name.split(/[:|>/ ,]/).some((part) => ids.has(part));
}

/** The corrected companies at which these persons were, and nobody else is: neither the user nor a goal of theirs. */
async function withoutReason(
  { transaction }: Writing,
  { companies, companiesAsked = [] }: Settings,
  gone: Gone,
  persons: readonly Contact[],
): Promise<Set<string>> {
  const keys = [...Object.keys(companies), ...companiesAsked];
  if (keys.length === 0) return new Set();
  const left = concerning(keys, persons.map(namesOf));
  const drop = (named: Iterable<Named>) => {
    for (const key of concerning([...left], named)) left.delete(key);
  };
  if (left.size === 0) return left;
  const [me, goals] = await Promise.all([
    readState(transaction, 'me'),
    transaction.objectStore('goals').getAll(),
  ]);
  drop([
    {
      companies: [
        ...(me?.positions ?? []).flatMap(({ company }) => company ?? []),
        ...goals.flatMap(({ target }) => target.companies),
      ],
      text: me?.headline ?? '',
    },
  ]);
  for (let after: IDBKeyRange | null = null; left.size > 0; ) {
    const [segments, digests]: [SegmentRow[], DigestRow[]] = await Promise.all([
      transaction.objectStore('segments').getAll(after, PAGE),
      transaction.objectStore('digests').getAll(after, PAGE),
    ]);
    const last = segments.at(-1);
    if (last === undefined) break;
    for (const row of segments) drop(namesInRows(row, gone));
    for (const row of digests)
      drop(
        digestsOf(row)
          .filter(({ id }) => !gone.ids.has(id))
          .map(({ employer, steps = [] }) => ({
            companies: [employer, ...steps.map(({ company }) => company)].filter((one) => one !== undefined),
            text: '',
          })),
      );
    after = IDBKeyRange.lowerBound(last.segment, true);
  }
  // Of whom nothing is derived yet only the contact itself tells.
  const pending = left.size === 0 ? [] : await transaction.objectStore('pending').getAll();
  for (const id of pending.flatMap(idsOfPending)) {
    const contact = gone.ids.has(id) ? undefined : await transaction.objectStore('contacts').get(id);
    if (contact !== undefined) drop([namesOf(contact)]);
  }
  return left;
}

/** The companies that somebody is known to be at, and a text (title, headline) that may name one too. */
interface Named {
  companies: readonly string[];
  text: string;
}

/** Those of the keys that any of the persons concerns. */
function concerning(keys: readonly string[], persons: Iterable<Named>): Set<string> {
  const found = new Set<string>();
  const known = new Set(keys);
  for (const { companies, text } of persons) {
    for (const company of companies) {
      const key = companyKey(company);
      if (known.has(key)) found.add(key);
    }
    const folded = text === '' ? '' : fold(text);
    if (folded !== '') for (const key of keys) if (folded.includes(key)) found.add(key);
  }
  return found;
}

function namesOf(contact: Contact): Named {
  const { headline = '', positions } = effectiveProfile(contact);
  return {
    companies: positions.flatMap(({ company }) => company ?? []),
    text: [headline, ...positions.map(({ title = '' }) => title)].join(' '),
  };
}

function* namesInRows({ rows }: SegmentRow, gone: Gone): Generator<Named> {
  const [ids, titles, companies] = [columnOf(rows, 'id'), columnOf(rows, 'title'), columnOf(rows, 'company')];
  for (const [i, id] of ids.entries())
    if (!gone.ids.has(id)) yield { companies: [], text: `${titles[i]} ${companies[i]}` };
}

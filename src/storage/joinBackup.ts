import { mergeTies, tombstoneHashes } from '../core/merge/index.ts';
import {
  type BackupHead,
  type BackupRow,
  type CaptureRecord,
  type Contact,
  MOST_SNAPSHOTS,
  Settings,
  type Tie,
  type TieQuestion,
  type Tombstone,
} from '../core/model/index.ts';
import { stable } from '../core/model/stable.ts';
import { type BackupJoined, joinedWithBackup, settingsTogether } from '../core/sync/index.ts';
import { accepted } from './accept.ts';
import { eachBatch, type RestoreSource, WHOLE_ROWS } from './backup.ts';
import {
  CAPTURES_KEPT,
  CONTACT_STORES,
  capturesOf,
  countContacts,
  welcome,
  writeContact,
} from './contacts.ts';
import { putGoal } from './goals.ts';
import { writeMe } from './me.ts';
import { putQuestion, questionRow } from './questions.ts';
import { Pace, unobserved, unwaited } from './requests.ts';
import type { Database } from './schema.ts';
import { parseSettings, readState, writeState } from './state.ts';
import { putTie } from './ties.ts';
import { type World, type Writing, write } from './transaction.ts';
import { importRows, putUndo } from './undo/rows.ts';

/** Contacts as they were that one row of the step keeps. */
const KEPT_TOGETHER = 200;
const KEPT_FROM = 1_000_000;

/**
 * Adds a backup to what is here, in one transaction, kept open while the next rows are read: nobody and nothing that
 * is here goes. Whoever is here under the same id or key is the same person, and the two accounts are joined
 * (`joinedWithBackup`); whoever was forgotten here stays away unless `bringBack`. The source hands contacts out before
 * what hangs on them. The step can be taken back. `onPart` hears how many rows of all are done, and stops the whole by
 * throwing.
 */
export async function joinBackup(
  db: Database,
  world: World,
  source: RestoreSource,
  { label, bringBack }: { label: string; bringBack: boolean },
  onPart: (written: number, of: number) => void = () => {},
): Promise<BackupJoined> {
  const undo = world.id();
  return write(db, world, [...CONTACT_STORES], async (writing) => {
    const pace = new Pace(writing);
    const joining = new Joining(writing, pace, undo, bringBack);
    await joining.begin();
    await eachBatch(source, pace, async (rows, before) => {
      await joining.take(rows);
      onPart(before + rows.length, source.rows);
    });
    await joining.head(source.head);
    await joining.end(label);
    return joining.done(undo);
  });
}

class Joining {
  readonly #writing: Writing;
  readonly #pace: Pace;
  readonly #undo: string;
  readonly #bringBack: boolean;
  /** Here by the backup's id of the contact. */
  readonly #here = new Map<string, string>();
  /** Written already: what was there before is kept once. */
  readonly #written = new Set<string>();
  readonly #created: string[] = [];
  readonly #ties: { before: Tie[]; after: Tie[]; created: Tie[] } = { before: [], after: [], created: [] };
  readonly #goals: string[] = [];
  #forgotten: ReadonlySet<string> = new Set();
  #before: Contact[] = [];
  #parts = 0;
  #changed = 0;
  #leftOut = 0;
  #me: BackupHead['me'] = null;

  constructor(writing: Writing, pace: Pace, undo: string, bringBack: boolean) {
    this.#writing = writing;
    this.#pace = pace;
    this.#undo = undo;
    this.#bringBack = bringBack;
  }

  async begin(): Promise<void> {
    this.#forgotten = new Set(await this.#store('tombstones').getAllKeys());
  }

  async take(rows: readonly BackupRow[]): Promise<void> {
    const contacts = rows.flatMap((one) => (one.list === 'contacts' ? [one.row] : []));
    const ties = rows.flatMap((one) => (one.list === 'ties' ? [one.row] : []));
    const captures = rows.flatMap((one) => (one.list === 'captures' ? [one.row] : []));
    if (contacts.length > 0) await this.#contacts(contacts);
    if (ties.length > 0) await this.#takeTies(ties);
    if (captures.length > 0) await this.#captures(captures);
  }

  async #contacts(coming: readonly Contact[]): Promise<void> {
    const store = this.#store('contacts');
    const index = store.index('keys');
    const found = await Promise.all(
      coming.map(async (contact) => {
        const [own, ...owners] = await Promise.all([
          store.get(contact.id),
          ...contact.keys.map((key) => index.get(key)),
        ]);
        return { own, owners };
      }),
    );
    // What an earlier one of the same rows has just changed is read anew.
    const fresh = new Map<string, Contact>();
    const now = (contact: Contact | undefined) => contact && (fresh.get(contact.id) ?? contact);
    for (const [i, contact] of coming.entries()) {
      await this.#pace.breathe();
      const { own, owners = [] } = found[i] ?? {};
      const here = now(own ?? owners.find((owner) => owner !== undefined));
      if (here === undefined && !this.#mayCome(contact)) continue;
      // Two persons here are one there: nobody's key is taken from them.
      const foreign = new Set(contact.keys.filter((_, k) => owners[k] && owners[k].id !== here?.id));
      const there = { ...contact, keys: contact.keys.filter((key) => !foreign.has(key)) };
      const written = here === undefined ? this.#create(there) : this.#join(here, there);
      if (written !== null) fresh.set(written.id, written);
      this.#here.set(contact.id, here?.id ?? contact.id);
    }
  }

  #mayCome(contact: Contact): boolean {
    if (this.#forgotten.size === 0) return true;
    if (!tombstoneHashes(contact).some((hash) => this.#forgotten.has(hash))) return true;
    if (this.#bringBack) welcome(this.#writing, contact);
    else this.#leftOut += 1;
    return this.#bringBack;
  }

  #create(contact: Contact): Contact {
    const { deviceId } = this.#writing;
    this.#created.push(contact.id);
    this.#written.add(contact.id);
    return writeContact(this.#writing, { ...contact, rev: 0, deviceId }, undefined, { fits: true });
  }

  #join(here: Contact, there: Contact): Contact | null {
    const joined = joinedWithBackup(here, there);
    if (joined === null) return null;
    const { now: updatedAt, deviceId } = this.#writing;
    const first = !this.#written.has(here.id);
    if (first) {
      this.#written.add(here.id);
      this.#before.push(here);
      this.#changed += 1;
      if (this.#before.length === KEPT_TOGETHER) this.#keep();
    }
    const rev = first ? here.rev + 1 : here.rev;
    return writeContact(this.#writing, { ...joined, rev, updatedAt, deviceId }, here, { fits: true });
  }

  async #takeTies(ties: readonly Tie[]): Promise<void> {
    const store = this.#store('ties');
    const moved = ties.flatMap((tie) => {
      const [from, to] = [this.#end(tie.from), this.#end(tie.to)];
      return from === undefined || to === undefined || from === to ? [] : [{ ...tie, from, to }];
    });
    const known = await Promise.all(moved.map(({ from, to, kind }) => store.get([from, to, kind])));
    for (const [i, tie] of moved.entries()) {
      await this.#pace.breathe();
      const here = known[i];
      if (here === undefined) {
        this.#ties.created.push(tie);
        putTie(this.#writing, tie);
        continue;
      }
      const merged = mergeTies(here, tie);
      if (stable(merged) === stable(here)) continue;
      this.#ties.before.push(here);
      this.#ties.after.push(merged);
      putTie(this.#writing, merged);
    }
  }

  #end(id: string): string | undefined {
    return id === 'me' ? id : this.#here.get(id);
  }

  async #captures(captures: readonly CaptureRecord[]): Promise<void> {
    const store = this.#store('captures');
    const bare = unobserved(this.#writing.transaction).objectStore('captures');
    const byContact = Map.groupBy(captures, ({ contactId }) => this.#here.get(contactId));
    await Promise.all(
      [...byContact].map(async ([contactId, pages]) => {
        if (contactId === undefined) return;
        const kept = (await store.getAllKeys(capturesOf(contactId))).map(([, at]) => at);
        // Of the newest so many, wherever they were read.
        const all = [...new Set([...kept, ...pages.map(({ at }) => at)])].sort();
        const stay = new Set(all.slice(-CAPTURES_KEPT));
        for (const page of pages) {
          if (kept.includes(page.at) || !stay.has(page.at)) continue;
          bare.put({ ...page, contactId });
          this.#writing.mark({ kind: 'capture', id: `${contactId}@${page.at}` });
        }
        for (const at of kept) if (!stay.has(at)) bare.delete([contactId, at]);
      }),
    );
  }

  /** What is short: of what both have, what is here stands. */
  async head({
    me,
    goals,
    settings,
    questions = [],
    tombstones = [],
    snapshots = [],
  }: BackupHead): Promise<void> {
    const { transaction } = this.#writing;
    const [mine, known, set, months = []] = await Promise.all([
      readState(transaction, 'me'),
      this.#store('goals').getAllKeys(),
      readState(transaction, 'settings'),
      readState(transaction, 'months'),
    ]);
    if (mine === undefined && me !== null) {
      this.#me = me;
      writeMe(this.#writing, me);
    }
    const there = new Set(known);
    for (const goal of goals) {
      if (there.has(goal.id)) continue;
      putGoal(this.#writing, goal);
      this.#goals.push(goal.id);
    }
    this.#settings(parseSettings(set), settings);
    await this.#questions(questions);
    await this.#tombstones(tombstones);
    const named = new Set(months.map(({ month }) => month));
    const all = [...months, ...snapshots.filter(({ month }) => !named.has(month))];
    if (all.length > months.length)
      unwaited(
        writeState(
          transaction,
          'months',
          all.sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-MOST_SNAPSHOTS),
        ),
      );
  }

  #settings(here: Settings, there: Settings): void {
    const joined = settingsTogether(here, there);
    if (stable(joined) === stable(here)) return;
    unwaited(writeState(this.#writing.transaction, 'settings', accepted(Settings, joined)));
    this.#writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
  }

  async #questions(questions: readonly TieQuestion[]): Promise<void> {
    const store = this.#store('questions');
    for (const question of questions) {
      const subject = this.#here.get(question.subject);
      const candidates = question.candidates.flatMap((id) => this.#here.get(id) ?? []);
      if (subject === undefined || candidates.length < question.candidates.length) continue;
      const asked = { ...question, subject, candidates };
      if ((await store.getKey(questionRow(asked).id)) === undefined) putQuestion(this.#writing, asked);
    }
  }

  /** Whoever was forgotten there is not brought back by an import here; unless they are here. */
  async #tombstones(tombstones: readonly Tombstone[]): Promise<void> {
    const news = new Map(
      tombstones.filter(({ hash }) => !this.#forgotten.has(hash)).map((row) => [row.hash, row]),
    );
    for (let after: IDBKeyRange | null = null; news.size > 0; ) {
      const page: Contact[] = await this.#store('contacts').getAll(after, WHOLE_ROWS);
      for (const contact of page) {
        await this.#pace.breathe();
        for (const hash of tombstoneHashes(contact)) news.delete(hash);
      }
      const last = page.at(-1);
      if (last === undefined) break;
      after = IDBKeyRange.lowerBound(last.id, true);
    }
    for (const row of news.values()) {
      unwaited(this.#store('tombstones').put(row));
      this.#writing.mark({ kind: 'never', id: row.hash });
    }
  }

  async end(label: string): Promise<void> {
    const record = {
      id: this.#undo,
      at: this.#writing.now,
      label,
      created: this.#created,
      before: this.#before,
      ties: this.#ties,
      ...(this.#me !== null && { me: null, meAfter: this.#me }),
      ...(this.#goals.length > 0 && { goals: this.#goals, goalsJoined: true }),
    };
    for (const row of importRows(record)) {
      await this.#pace.breathe();
      putUndo(this.#writing, row);
    }
    await countContacts(this.#writing, this.#created.length);
  }

  done(undo: string): BackupJoined {
    const { created, after } = this.#ties;
    return {
      created: this.#created.length,
      changed: this.#changed,
      ties: created.length + after.length,
      goals: this.#goals.length,
      me: this.#me !== null,
      leftOut: this.#leftOut,
      undo,
    };
  }

  /** Puts a further row of the step down, so that what was there before is never all in memory. */
  #keep(): void {
    this.#parts += 1;
    putUndo(this.#writing, {
      // Behind the rows that the step itself is made into.
      id: `${this.#undo}/${KEPT_FROM + this.#parts}`,
      at: this.#writing.now,
      label: '',
      created: [],
      before: this.#before,
      ties: { before: [], after: [], created: [] },
    });
    this.#before = [];
  }

  #store<Name extends 'contacts' | 'ties' | 'captures' | 'goals' | 'questions' | 'tombstones'>(name: Name) {
    return this.#writing.transaction.objectStore(name);
  }
}

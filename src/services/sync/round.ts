import { type Entry, MODEL_VERSION } from '../../core/sync/index.ts';
import { APPLIED_AT_ONCE, applyEntries, livingAmong, releaseWaiting, showKept } from '../../storage/apply.ts';
import {
  changeSync,
  countUnsent,
  dropFiles,
  listFiles,
  putFile,
  renameDevice,
  settleFile,
  takeUnsent,
} from '../../storage/files.ts';
import type { Database, FileRow, SyncRecord } from '../../storage/schema.ts';
import { stampAll } from '../../storage/stampAll.ts';
import { getState } from '../../storage/state.ts';
import type { World } from '../../storage/transaction.ts';
import type { Carrier, Listing } from '../../sync/carrier.ts';
import { FILE_LIMITS } from '../../sync/file.ts';
import { type FileName, FOLDER, HELLO, parseName, randomHex } from '../../sync/names.ts';
import { finishChange, yieldToOther } from './changeCode.ts';
import { coverIsDue, looseFiles, removeCovered, TIDY, wholeHere, writeCover } from './cover.ts';
import { knowsOneOf } from './epochs.ts';
import { isTriedAgain, ODD, oddRow } from './oddFiles.ts';
import { followSuccessor } from './setUp.ts';
import { writeSmallCover } from './smallCover.ts';
import { ended, nextFile, type Opened, RoundStop, readLines, Space, writeLines } from './space.ts';

/** Requests at once. */
const AT_ONCE = 3;
/** What is shown first is waited for so long at most. */
const SHOWN_MS = 10_000;
/** So many are shown before more are taken over: the person sees at once that it goes on. */
const SHOWN_FIRST = 5_000;
/** Changes in one file. */
const MOST_RECORDS = 5_000;
/** More forgotten in one round than both of these: the person is asked first. */
const MASS_FORGET = { contacts: 10, share: 0.2 } as const;
/**
 * How far a clock may be off before it is told and corrected for (a time zone set wrong is half a day), and from when
 * on nobody can say which of the two is wrong: then the server's, which may lie, moves no stamp.
 */
const OFFSET = { toldMs: 120_000, correctedMs: 86_400_000 } as const;
/** What does not arrive so often in a row is sent after an hour, two, four … a day: a cover may be long. */
const LOSSY = { times: 3, againMs: 3_600_000, longestMs: 86_400_000 } as const;
/** The longest wait before what is gone from the storage is written again: whoever removes it may do so each time. */
const LONGEST_HEAL_MS = 86_400_000;

/** What a round is given, and what it tells while it goes on. */
export interface RoundWorld {
  db: Database;
  world: World;
  carrier: Carrier;
  /** A number below 1. */
  random(): number;
  working?(what: 'publish' | 'takeOver', done: number, total: number | null): void;
  /** Shows what was taken over so far; else that is done beside it, and after. */
  show?(): Promise<void>;
  /** So many at first. */
  shownFirst?: number;
  /** Records in one part of a cover. */
  partRecords?: number;
}

/**
 * One round: what is there, what is new, what is to be sent. Everything in it can be stopped at any point and is done
 * again, or gone on with, by the next. Answers what it did.
 * @throws CarrierError, RoundStop
 */
export async function runRound(given: RoundWorld): Promise<Done> {
  const { db, carrier, world } = given;
  const begun = await present(db);
  if (begun.next !== undefined) {
    // Whoever wrote before the news of the new code reached them, and comes no more, is heard first.
    await new Round(given, begun).takeOver();
    await finishChange(db, carrier, () => world.now());
  }
  await yieldToOther(db, carrier, world.now());
  try {
    return await new Round(given, await present(db)).run();
  } catch (error) {
    if (!(error instanceof RoundStop) || error.kind !== 'wiped') throw error;
    // Another device has published anew, or changed the code and let the old epoch go.
    const there = await followSuccessor(db, carrier, await present(db));
    if (there === 'none') throw error;
    if (there === 'others') throw new RoundStop('replaced');
    return new Round(given, await present(db)).run();
  }
}

/** What a round did. */
interface Done {
  read: number;
  sent: number;
  covered: boolean;
}

async function present(db: Database): Promise<SyncRecord> {
  const sync = await getState(db, 'sync');
  if (sync === undefined) throw ended();
  return sync;
}

class Round {
  readonly #given: RoundWorld;
  readonly #space: Space;
  #sync: SyncRecord;
  #files = new Map<string, FileRow>();
  /** Contacts forgotten by others in this round. */
  #forgotten = 0;
  #shown = false;
  /** Files that did not open in this round, and their bytes. */
  #odd = { files: 0, bytes: 0 };

  constructor(given: RoundWorld, sync: SyncRecord) {
    this.#given = given;
    this.#sync = sync;
    this.#space = new Space(given.carrier, sync);
  }

  get #db(): Database {
    return this.#given.db;
  }

  #now(): Date {
    return this.#given.world.now();
  }

  async run(): Promise<Done> {
    await this.#stampAll();
    await this.#showKept();
    const listing = await this.#list();
    await releaseWaiting(this.#db, this.#given.world);
    await this.#knowFiles();
    await this.#codeStands(listing);
    await this.#confirm(listing);
    await this.#isThisDevice(listing);
    const read = await this.#readNews(listing);
    // A storage that is full still gives: what is new has been taken over before anything is sent.
    const published = await this.#publish(listing);
    const sent = await this.#send();
    if (sent > 0) await this.#confirm(await this.#list());
    const covered = published || (read === 0 && sent === 0 && (await this.#tidy(listing)));
    const last = this.#now().toISOString();
    await this.#change(({ trouble: _, waitUntil: __, waited: ___, massForget: ____, ...sync }) => ({
      ...sync,
      last,
    }));
    return { read, sent, covered };
  }

  /** Reads what others have written, and writes nothing; a folder that is gone has nothing to say. */
  async takeOver(): Promise<void> {
    const listing = await this.#space.list();
    if (listing === null) return;
    await this.#stampAll();
    await releaseWaiting(this.#db, this.#given.world);
    await this.#knowFiles();
    await this.#readNews(listing);
  }

  /** What was here before the first round, or was put in place of everything, is stamped. */
  async #stampAll(): Promise<void> {
    const { stampAll: how } = this.#sync;
    if (how === undefined) return;
    await stampAll(this.#db, this.#now().toISOString(), {
      send: how !== 'publish',
      restored: how === 'restored',
    });
    await this.#change(({ stampAll: _, ...sync }) => sync);
  }

  /** What an older program only kept is shown by the newer one that was installed meanwhile. */
  async #showKept(): Promise<void> {
    if ((this.#sync.model ?? 1) >= MODEL_VERSION) return;
    await showKept(this.#db, this.#given.world);
    await this.#change((sync) => ({ ...sync, model: MODEL_VERSION }));
  }

  async #change(change: (sync: SyncRecord) => SyncRecord): Promise<void> {
    const changed = await changeSync(this.#db, change);
    if (changed === undefined) throw ended();
    this.#sync = changed;
  }

  async #list(): Promise<Listing> {
    const listing = await this.#space.list();
    await this.#compareClocks(listing?.date ?? null);
    // Nothing is ever taken for deleted: a folder that is not there, or is empty, is a question to the person.
    if (listing === null) throw new RoundStop('wiped');
    if (listing.files.has(HELLO)) return listing;
    await this.#knowFiles();
    if (!knowsOneOf(listing.files, this.#files)) throw new RoundStop('wiped');
    // The one file that says whose all of this is has gone: newcomers need it.
    await this.#space.found({ why: 'restore', at: this.#now().toISOString() });
    return listing;
  }

  async #compareClocks(date: Date | null): Promise<void> {
    const ahead = date === null ? 0 : Math.round((date.getTime() - this.#now().getTime()) / 1000) * 1000;
    const far = Math.abs(ahead) > OFFSET.correctedMs;
    const offset = far || Math.abs(ahead) <= OFFSET.toldMs ? 0 : ahead;
    const apart = far ? ahead : 0;
    const { offset: known, apart: knownApart = 0 } = this.#sync;
    const moved = (one: number, other: number) =>
      Math.abs(one - other) > OFFSET.toldMs || (one === 0) !== (other === 0);
    if (!moved(offset, known) && !moved(apart, knownApart)) return;
    await this.#change(({ apart: _, ...sync }) => ({ ...sync, offset, ...(far && { apart }) }));
  }

  async #knowFiles(): Promise<void> {
    this.#files = new Map((await listFiles(this.#db)).map((file) => [file.name, file]));
  }

  async #note(file: FileRow): Promise<void> {
    this.#files.set(file.name, file);
    await putFile(this.#db, file);
  }

  async #codeStands(listing: Listing): Promise<void> {
    for (const name of namesIn(listing)) {
      if (name.kind !== 'n') continue;
      // One that did not open is tried again like every other such file, not with each round.
      if (this.#wasTried(name) && !this.#isNews(name, listing)) continue;
      if (this.#hasEnough()) return;
      const opened = await this.#open(name, listing);
      if (opened !== null && opened !== 'gone')
        throw new RoundStop('codeChanged', { by: opened.header.name });
    }
  }

  /**
   * A file counts as sent when a listing shows its full length, or when it can be read as it was written, whatever the
   * listing says; one that does not after two is sent again.
   */
  async #confirm(listing: Listing): Promise<void> {
    let [arrived, again] = [0, 0];
    for (const file of [...this.#files.values()].filter(({ state }) => state === 'sent')) {
      const length = listing.files.get(file.name);
      const isWhole = length !== undefined && length === file.bytes;
      if (!isWhole && (file.missed ?? 0) < 1 && file.bytes > 0) {
        await this.#note({ ...file, missed: (file.missed ?? 0) + 1 });
      } else if (isWhole || (await this.#standsWhole(file))) {
        await settleFile(this.#db, file.name, false);
        this.#files.set(file.name, { ...file, state: 'applied' });
        arrived += 1;
      } else {
        await settleFile(this.#db, file.name, true);
        if (length !== undefined) await this.#space.remove(file.name);
        again += 1;
      }
    }
    if (arrived + again > 0) await this.#arrived(arrived > 0);
  }

  /** Can what was sent be read as it was written? */
  async #standsWhole({ name, bytes }: FileRow): Promise<boolean> {
    const file = bytes > 0 ? await this.#space.read(name) : null;
    return file !== null && file.bytes === bytes && file.text !== null;
  }

  /** Files under this device's name that it did not write: the profile was copied, and there are two of it. */
  async #isThisDevice(listing: Listing): Promise<void> {
    const { device } = this.#sync;
    const foreign = namesIn(listing).filter((name) => name.device === device && !this.#files.has(name.name));
    for (const name of foreign) {
      if (this.#hasEnough()) return;
      // Anybody who may write there can use a name: only what was sealed with the code was written by a copy.
      const opened = await this.#open(name, listing);
      if (opened === null || opened === 'gone') continue;
      await renameDevice(this.#db, randomHex(4));
      this.#sync = await present(this.#db);
      return;
    }
  }

  async #readNews(listing: Listing): Promise<number> {
    const news = namesIn(listing).filter((name) => this.#isNews(name, listing));
    let read = await this.#readCovers(
      news.filter(({ kind }) => kind === 'c'),
      listing,
    );
    // In the order in which each device wrote them; whatever a cover has told meanwhile is no news any more.
    const changes = news
      .filter((name) => name.kind === 'd' && this.#isNews(name, listing))
      // What did not open before comes last: it keeps nobody's news waiting.
      .sort((a, b) => Number(this.#wasTried(a)) - Number(this.#wasTried(b)) || byName(a, b));
    for (let from = 0; from < changes.length; from += AT_ONCE) {
      const names = changes.slice(from, from + AT_ONCE);
      if (this.#hasEnough()) break;
      const opened = await Promise.all(names.map((name) => this.#open(name, listing)));
      for (const [i, file] of opened.entries()) {
        const name = names[i];
        if (name === undefined || file === null || file === 'gone') continue;
        await this.#apply(name, file, listing.files.get(name.name) ?? 0);
        read += 1;
      }
      this.#given.working?.('takeOver', Math.min(from + AT_ONCE, changes.length), changes.length);
    }
    await this.#notice(listing);
    return read;
  }

  #wasTried({ name }: FileName): boolean {
    return this.#files.get(name)?.state === 'odd';
  }

  /** So much did not open that the rest waits for the next round. */
  #hasEnough(): boolean {
    return this.#odd.files >= ODD.inOneRound || this.#odd.bytes >= ODD.bytesInOneRound;
  }

  #isNews({ name }: FileName, listing: Listing): boolean {
    const known = this.#files.get(name);
    if (known === undefined) return true;
    if (known.state === 'again') return true;
    // What this device sent and did not arrive, it has sent again; what others left under its name is tried like theirs.
    if (known.state !== 'odd' || known.missed !== undefined) return false;
    return isTriedAgain(known, listing.files.get(name) ?? 0, this.#now().getTime());
  }

  /** Opens a file; one that does not open is put down as odd, and the others go on. */
  async #open(name: FileName, listing: Listing): Promise<Opened | null | 'gone'> {
    const listed = listing.files.get(name.name) ?? 0;
    const file = listed > FILE_LIMITS.sealed ? TOO_LONG : await this.#space.read(name.name);
    if (file === null) return 'gone';
    const opened = file.text === null ? null : readLines(name, file.text);
    if (opened === null) {
      this.#odd.files += 1;
      this.#odd.bytes += file.bytes;
      const row = { name: name.name, by: name.device, bytes: file.bytes };
      const at = this.#now().toISOString();
      await this.#note(oddRow(this.#files.get(name.name), row, { listed, at }));
    }
    return opened;
  }

  /** The newest first: what it stands in place of, and the parts that it wrote anew, need not be read. */
  async #readCovers(names: readonly FileName[], listing: Listing): Promise<number> {
    const opened: { name: FileName; header: Opened['header'] }[] = [];
    for (const name of names) {
      const cover = this.#hasEnough() ? null : await this.#open(name, listing);
      if (cover !== null && cover !== 'gone') opened.push({ name, header: cover.header });
    }
    opened.sort((a, b) => (a.header.at > b.header.at ? -1 : 1));
    let read = 0;
    for (const { name, header } of opened)
      if (this.#isNews(name, listing) && !this.#hasEnough())
        read += await this.#readCover(name, header, listing);
    return read;
  }

  /**
   * A cover is good when all of its parts are, or another cover stands in place of them: then what it stands in place
   * of need not be read.
   */
  async #readCover(name: FileName, header: Opened['header'], listing: Listing): Promise<number> {
    const { parts = [], covers = [], alive = 0, small } = header;
    let done = 0;
    let whole = true;
    for (const part of parts) {
      const parsed = parseName(part);
      if (this.#files.get(part)?.state === 'applied') continue;
      const isThere = listing.files.has(part);
      const opened = parsed?.kind === 'p' && isThere ? await this.#open(parsed, listing) : null;
      if (parsed === null || opened === null || opened === 'gone') {
        whole = false;
        continue;
      }
      const before = done;
      await this.#apply(parsed, opened, listing.files.get(part) ?? 0, async (count) => {
        const now = before + count;
        this.#given.working?.('takeOver', now, Math.max(alive, now));
        const first = this.#given.shownFirst ?? SHOWN_FIRST;
        if (this.#shown || now < first || alive - now < first) return;
        this.#shown = true;
        await this.#show();
      });
      done += opened.entries.length;
    }
    if (!whole) return 0;
    const now = this.#now().toISOString();
    for (const covered of covers) {
      const known = this.#files.get(covered);
      const by = parseName(covered)?.device ?? '';
      const row = known ?? { name: covered, state: 'applied' as const, bytes: 0, firstSeen: now, by };
      if (row.coveredBy === undefined)
        await this.#note({ ...row, state: row.state === 'sent' ? 'sent' : 'applied', coveredBy: name.name });
    }
    const bytes = listing.files.get(name.name) ?? 0;
    const made = { name: name.name, state: 'applied' as const, bytes, firstSeen: now, by: name.device };
    await this.#note({ ...made, parts, covers, ...(small && { small: true as const }) });
    const length = parts.reduce((sum, part) => sum + (listing.files.get(part) ?? 0), bytes);
    await this.#change(({ covered, ...sync }) => {
      const last = covered !== undefined && covered.at > header.at ? covered : null;
      const { dead = 0, at } = header;
      return {
        ...sync,
        covered: {
          ...(last ?? { name: name.name, alive, dead, at }),
          bytes: small ? (covered?.bytes ?? 0) : Math.max(length, last?.bytes ?? 0),
        },
      };
    });
    await this.#see(header);
    return 1;
  }

  /** Shows what was taken over so far; whatever else is to be made keeps nobody waiting for long. */
  async #show(): Promise<void> {
    const enough = Promise.withResolvers<void>();
    const timer = setTimeout(enough.resolve, SHOWN_MS);
    await Promise.race([this.#given.show?.(), enough.promise]).finally(() => clearTimeout(timer));
  }

  async #apply(
    name: FileName,
    { header, entries }: Opened,
    bytes: number,
    progress: (done: number) => void | Promise<void> = () => {},
  ): Promise<void> {
    const keep = await this.#mayForget(header, entries);
    const forgets = entries.some(({ x }) => x === 1);
    const file: FileRow = {
      ...{ name: name.name, state: 'applied', bytes, firstSeen: this.#now().toISOString(), by: name.device },
      ...(forgets && name.kind === 'd' && { forgets: true as const }),
      ...(entries.length < header.n && { more: true as const }),
      ...(header.from !== undefined && header.to !== undefined && { from: header.from, to: header.to }),
    };
    const { db, world } = this.#given;
    for (let from = 0; from === 0 || from < entries.length; from += APPLIED_AT_ONCE) {
      const part = entries.slice(from, from + APPLIED_AT_ONCE);
      const last = from + APPLIED_AT_ONCE >= entries.length;
      await applyEntries(db, world, part, last ? { file, keep } : { keep });
      await progress(Math.min(from + APPLIED_AT_ONCE, entries.length));
    }
    this.#files.set(name.name, file);
    if (name.kind === 'd') await this.#see(header);
  }

  /** Asks the person before many are forgotten because another device says so. Answers whether they are to be kept. */
  async #mayForget({ dev, name }: Opened['header'], entries: readonly Entry[]): Promise<boolean> {
    const ids = entries.filter(({ k, x }) => k === 'contact' && x === 1).map(({ i }) => i);
    if (ids.length === 0) return false;
    const here = await livingAmong(this.#db, ids);
    const answer = this.#sync.massForget?.by === dev ? this.#sync.massForget.answer : null;
    if (answer === 'keep') return true;
    const of = (await getState(this.#db, 'contactCount')) ?? 0;
    const count = this.#forgotten + here.length;
    const many = count > MASS_FORGET.contacts && count > MASS_FORGET.share * (of + this.#forgotten);
    if (many && answer === null)
      throw new RoundStop('massForget', { by: name, device: dev, count, of: of + this.#forgotten });
    this.#forgotten = count;
    return false;
  }

  /** A device was heard of; what it says it wrote before, and never arrived, is missing. */
  async #see({ dev, name, at, prev, seq }: Opened['header']): Promise<void> {
    const known = this.#sync.devices.find(({ id }) => id === dev);
    const gap = known !== undefined && prev !== undefined && !this.#files.has(prev) && seq > 0 ? [prev] : [];
    const missing = [...new Set([...(known?.missing ?? []), ...gap])].filter(
      (file) => !this.#files.has(file),
    );
    const seen = known !== undefined && known.seen > at ? known.seen : at;
    const device = { id: dev, name, seen, ...(missing.length > 0 && { missing }) };
    await this.#change((sync) => ({
      ...sync,
      devices: [...sync.devices.filter(({ id }) => id !== dev), device],
    }));
  }

  /** What was thought missing and has come; what was read and is gone though no cover says why. */
  async #notice(listing: Listing): Promise<void> {
    if (this.#sync.devices.some(({ missing = [] }) => missing.some((name) => this.#files.has(name))))
      await this.#change((sync) => ({
        ...sync,
        devices: sync.devices.map(({ missing = [], ...device }) => {
          const still = missing.filter((name) => !this.#files.has(name));
          return { ...device, ...(still.length > 0 && { missing: still }) };
        }),
      }));
    const lost = [...this.#files.values()].filter((file) => isLost(file, this.#files, listing));
    if (lost.length === 0) {
      if (this.#sync.setBack !== undefined) await this.#change(({ setBack: _, ...sync }) => sync);
    } else if (this.#sync.setBack === undefined) {
      const since = this.#now().toISOString();
      const times = recent(this.#sync.healed, this.#now());
      const wait = Math.min((1 + 9 * this.#given.random()) * 60_000 * 2 ** times, LONGEST_HEAL_MS);
      const until = new Date(this.#now().getTime() + wait).toISOString();
      await this.#change((sync) => ({ ...sync, setBack: { since, until } }));
    }
  }

  /** The first cover of a space, or one that was stopped in the middle. */
  async #publish(listing: Listing): Promise<boolean> {
    const { cover } = this.#sync;
    if (cover === undefined) return false;
    if (this.#keepsNothing()) throw new RoundStop('lossy');
    const covers = cover.since === '' ? this.#coverable(listing) : cover.covers;
    if (cover.since === '') await this.#change(({ cover: _, ...sync }) => sync);
    return this.#cover(covers, 'publish');
  }

  #coverable(listing: Listing): string[] {
    return [...listing.files.keys()].filter((name) => {
      const file = this.#files.get(name);
      return parseName(name) !== null && file?.state === 'applied' && !file.more && !name.startsWith('n-');
    });
  }

  async #cover(covers: readonly string[], what: 'publish' | null): Promise<boolean> {
    const name = await writeCover(this.#db, this.#space, {
      now: () => this.#now(),
      covers,
      partRecords: this.#given.partRecords,
      ...(what === 'publish' && {
        progress: (done) => this.#given.working?.('publish', done, null),
      }),
    });
    await this.#knowFiles();
    this.#sync = await present(this.#db);
    await this.#arrived(name !== null);
    return name !== null;
  }

  /** So much in a row did not arrive as it was that nothing is sent for a while. */
  #keepsNothing(): boolean {
    const { resent } = this.#sync;
    if (resent === undefined || resent.count < LOSSY.times) return false;
    const wait = Math.min(LOSSY.againMs * 2 ** (resent.count - LOSSY.times), LOSSY.longestMs);
    return this.#now().getTime() - Date.parse(resent.at) < wait;
  }

  /** Puts down whether what was written stood there as it was. */
  async #arrived(whole: boolean): Promise<void> {
    if (!whole)
      await this.#change((sync) => ({
        ...sync,
        resent: { count: (sync.resent?.count ?? 0) + 1, at: this.#now().toISOString() },
      }));
    else if (this.#sync.resent !== undefined) await this.#change(({ resent: _, ...sync }) => sync);
  }

  async #send(): Promise<number> {
    let sent = 0;
    if (this.#keepsNothing()) {
      if ((await countUnsent(this.#db)) > 0) throw new RoundStop('lossy');
      return 0;
    }
    for (;;) {
      const at = this.#now().toISOString();
      if ((await countUnsent(this.#db)) === 0) return sent;
      const { name, header } = await nextFile(this.#db, 'd', at);
      const row = { name, by: header.dev, firstSeen: at };
      const lines = await takeUnsent(this.#db, row, {
        records: MOST_RECORDS,
        characters: FILE_LIMITS.written,
      });
      if (lines === null) return sent;
      const forgets = lines.some((line) => line.includes('"x":1'));
      try {
        const file = { ...row, state: 'sent' as const, ...(forgets && { forgets: true as const }) };
        await writeLines(this.#db, this.#space, file, header, lines);
      } catch (error) {
        await settleFile(this.#db, name, true);
        throw error;
      }
      sent += 1;
      await this.#knowFiles();
    }
  }

  /** An epoch that this device has ended goes after thirty days, with everybody who was forgotten since. */
  async #removeLeft(): Promise<void> {
    const { left = [], covered, space } = this.#sync;
    const old = left.filter(({ at }) => this.#now().getTime() - Date.parse(at) > TIDY.netMs);
    if (old.length === 0 || covered === undefined) return;
    for (const { epoch } of old) await this.#given.carrier.remove([FOLDER, space, epoch]);
    await this.#change(({ left: known = [], ...sync }) => {
      const still = known.filter(({ epoch }) => !old.some((one) => one.epoch === epoch));
      return { ...sync, ...(still.length > 0 && { left: still }) };
    });
  }

  /** Of what did not open and is not there any more nothing need be known. */
  async #letGo(listing: Listing): Promise<void> {
    const gone = [...this.#files.values()].filter(
      ({ name, state, firstSeen }) =>
        state === 'odd' &&
        !listing.files.has(name) &&
        this.#now().getTime() - Date.parse(firstSeen) > ODD.forMs,
    );
    if (gone.length > 0)
      await dropFiles(
        this.#db,
        gone.map(({ name }) => name),
      );
  }

  async #tidy(listing: Listing): Promise<boolean> {
    const [files, now] = [this.#files, this.#now()];
    await removeCovered(this.#db, this.#space, this.#sync.device, { files, listing, now });
    const { setBack } = this.#sync;
    await this.#removeLeft();
    await this.#letGo(listing);
    const healing = setBack !== undefined && now.toISOString() >= setBack.until;
    if (healing)
      await this.#change((sync) => ({
        ...sync,
        healed: { count: recent(sync.healed, now) + 1, at: now.toISOString() },
      }));
    if (!healing && !(await coverIsDue(this.#db, this.#sync, { files, listing, now }))) return false;
    if (!healing && this.#sync.cover === undefined) {
      const done = await this.#smallCover(listing);
      if (done !== 'large') return done;
    }
    // What is gone is named too: so no other device heals it once more.
    const lost = [...this.#files.values()].filter((file) => isLost(file, this.#files, listing));
    return this.#cover([...this.#coverable(listing), ...lost.map(({ name }) => name)], null);
  }

  async #smallCover(listing: Listing): Promise<boolean | 'large'> {
    const name = await writeSmallCover(this.#db, this.#space, {
      now: () => this.#now(),
      partRecords: this.#given.partRecords,
      files: this.#files,
      listing,
      loose: looseFiles(this.#files, listing),
      living: await wholeHere(this.#db),
    });
    if (name === 'large') return name;
    await this.#change(({ tidyAt: _, ...sync }) => sync);
    return name !== null;
  }
}

/** How often it was healed, of late. */
function recent(healed: SyncRecord['healed'], now: Date): number {
  return healed !== undefined && now.getTime() - Date.parse(healed.at) < ODD.forMs ? healed.count : 0;
}

/** Longer than any file of ours: it need not be fetched to be told from one. */
const TOO_LONG = { bytes: 0, text: null } as const;

function isLost(file: FileRow, files: ReadonlyMap<string, FileRow>, listing: Listing): boolean {
  if (file.state !== 'applied' || file.coveredBy !== undefined || listing.files.has(file.name)) return false;
  if (!file.name.startsWith('p-')) return true;
  // A part goes with its cover.
  return [...files.values()].some(
    ({ parts, coveredBy }) => coveredBy === undefined && parts?.includes(file.name),
  );
}

/** The files of ours in a folder. */
function namesIn({ files }: Listing): FileName[] {
  return [...files.keys()].map(parseName).filter((name) => name !== null);
}

function byName(a: FileName, b: FileName): number {
  return a.name < b.name ? -1 : 1;
}

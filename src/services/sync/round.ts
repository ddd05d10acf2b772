import type { Entry } from '../../core/sync/index.ts';
import { APPLIED_AT_ONCE, applyEntries, livingAmong, releaseWaiting } from '../../storage/apply.ts';
import {
  changeSync,
  countUnsent,
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
import { type FileName, HELLO, parseName, randomHex } from '../../sync/names.ts';
import { coverIsDue, looseFiles, removeCovered, wholeHere, writeCover } from './cover.ts';
import { writeSmallCover } from './smallCover.ts';
import { nextFile, type Opened, RoundStop, readLines, Space, writeLines } from './space.ts';

/** A file that does not open is tried again after so long, for so long. */
const ODD = { againMs: 3_600_000, forMs: 7 * 86_400_000 } as const;
/** Requests at once. */
const AT_ONCE = 3;
/** Changes in one file. */
const MOST_RECORDS = 5_000;
/** More forgotten in one round than both of these: the person is asked first. */
const MASS_FORGET = { contacts: 10, share: 0.2 } as const;
/** A clock that is further off is corrected for, and told. */
const OFFSET_MS = 120_000;

/** What a round is given, and what it tells while it goes on. */
export interface RoundWorld {
  db: Database;
  world: World;
  carrier: Carrier;
  /** A number below 1. */
  random(): number;
  working?(what: 'publish' | 'takeOver', done: number, total: number | null): void;
  /** Records in one part of a cover. */
  partRecords?: number;
}

/**
 * One round: what is there, what is new, what is to be sent. Everything in it can be stopped at any point and is done
 * again, or gone on with, by the next. Answers what it did.
 * @throws CarrierError, RoundStop
 */
export async function runRound(given: RoundWorld): Promise<{ read: number; sent: number; covered: boolean }> {
  return new Round(given, await present(given.db)).run();
}

async function present(db: Database): Promise<SyncRecord> {
  const sync = await getState(db, 'sync');
  if (sync === undefined) throw new DOMException('Sync has ended.', 'AbortError');
  return sync;
}

class Round {
  readonly #given: RoundWorld;
  readonly #space: Space;
  #sync: SyncRecord;
  #files = new Map<string, FileRow>();
  /** Contacts forgotten by others in this round. */
  #forgotten = 0;

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

  async run(): Promise<{ read: number; sent: number; covered: boolean }> {
    await this.#stampAll();
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
    await changeSync(this.#db, (sync) => ({ ...sync, last: this.#now().toISOString() }));
    return { read, sent, covered };
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

  async #change(change: (sync: SyncRecord) => SyncRecord): Promise<void> {
    const changed = await changeSync(this.#db, change);
    if (changed === undefined) throw new DOMException('Sync has ended.', 'AbortError');
    this.#sync = changed;
  }

  async #list(): Promise<Listing> {
    const listing = await this.#space.list();
    // Nothing is ever taken for deleted: a folder that is not there, or is empty, is a question to the person.
    if (listing === null || !listing.files.has(HELLO)) throw new RoundStop('wiped');
    const ahead = listing.date === null ? 0 : listing.date.getTime() - this.#now().getTime();
    const offset = Math.abs(ahead) > OFFSET_MS ? Math.round(ahead / 1000) * 1000 : 0;
    if (Math.abs(offset - this.#sync.offset) > OFFSET_MS || (offset === 0) !== (this.#sync.offset === 0))
      await this.#change((sync) => ({ ...sync, offset }));
    return listing;
  }

  async #knowFiles(): Promise<void> {
    this.#files = new Map((await listFiles(this.#db)).map((file) => [file.name, file]));
  }

  async #note(file: FileRow): Promise<void> {
    this.#files.set(file.name, file);
    await putFile(this.#db, file);
  }

  async #codeStands(listing: Listing): Promise<void> {
    for (const name of listing.files.keys()) {
      const known = parseName(name);
      if (known?.kind !== 'n') continue;
      // One that did not open is tried again like every other such file, not with each round.
      if (this.#files.get(name)?.state === 'odd' && !this.#isNews(known, listing)) continue;
      const opened = await this.#open(known);
      if (opened !== null && opened !== 'gone')
        throw new RoundStop('codeChanged', { by: opened.header.name });
    }
  }

  /** A file counts as sent when a listing shows its full length; one that does not after two is sent again. */
  async #confirm(listing: Listing): Promise<void> {
    for (const file of [...this.#files.values()].filter(({ state }) => state === 'sent')) {
      const length = listing.files.get(file.name);
      if (length !== undefined && length === file.bytes) {
        await settleFile(this.#db, file.name, false);
        this.#files.set(file.name, { ...file, state: 'applied' });
      } else if ((file.missed ?? 0) < 1 && file.bytes > 0) {
        await this.#note({ ...file, missed: (file.missed ?? 0) + 1 });
      } else {
        await settleFile(this.#db, file.name, true);
        this.#files.set(file.name, { ...file, state: 'odd' });
        if (length !== undefined) await this.#space.remove(file.name);
      }
    }
  }

  /** Files under this device's name that it did not write: the profile was copied, and there are two of it. */
  async #isThisDevice(listing: Listing): Promise<void> {
    const { device } = this.#sync;
    const foreign = [...listing.files.keys()].some(
      (name) => parseName(name)?.device === device && !this.#files.has(name),
    );
    if (!foreign) return;
    await renameDevice(this.#db, randomHex(4));
    this.#sync = await present(this.#db);
  }

  async #readNews(listing: Listing): Promise<number> {
    const news = [...listing.files.keys()]
      .map(parseName)
      .filter((name) => name !== null && this.#isNews(name, listing));
    let read = await this.#readCovers(
      news.filter((name) => name?.kind === 'c'),
      listing,
    );
    // In the order in which each device wrote them; whatever a cover has told meanwhile is no news any more.
    const changes = news
      .filter((name) => name?.kind === 'd')
      .filter((name) => name !== null && this.#isNews(name, listing))
      .sort(byName);
    for (let from = 0; from < changes.length; from += AT_ONCE) {
      const names = changes.slice(from, from + AT_ONCE).filter((name) => name !== null);
      const opened = await Promise.all(names.map((name) => this.#open(name)));
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

  #isNews({ name }: FileName, listing: Listing): boolean {
    const known = this.#files.get(name);
    if (known === undefined) return true;
    if (known.state === 'again') return true;
    if (known.state !== 'odd' || known.by === this.#sync.device) return false;
    const now = this.#now().getTime();
    if (known.bytes !== listing.files.get(name)) return true;
    return (
      now - Date.parse(known.lastTried ?? known.firstSeen) > ODD.againMs &&
      now - Date.parse(known.firstSeen) < ODD.forMs
    );
  }

  /** Opens a file; one that does not open is put down as odd, and the others go on. */
  async #open(name: FileName): Promise<Opened | null | 'gone'> {
    const file = await this.#space.read(name.name);
    if (file === null) return 'gone';
    const opened = file.text === null ? null : readLines(name, file.text);
    if (opened === null) {
      const at = this.#now().toISOString();
      const firstSeen = this.#files.get(name.name)?.firstSeen ?? at;
      await this.#note({
        name: name.name,
        state: 'odd',
        bytes: file.bytes,
        firstSeen,
        lastTried: at,
        by: name.device,
      });
    }
    return opened;
  }

  /** The newest first: what it stands in place of, and the parts that it wrote anew, need not be read. */
  async #readCovers(names: readonly (FileName | null)[], listing: Listing): Promise<number> {
    const opened: { name: FileName; header: Opened['header'] }[] = [];
    for (const name of names) {
      const cover = name === null ? null : await this.#open(name);
      if (name !== null && cover !== null && cover !== 'gone') opened.push({ name, header: cover.header });
    }
    opened.sort((a, b) => (a.header.at > b.header.at ? -1 : 1));
    const known = [...this.#files.values()].flatMap(({ covers = [] }) => covers);
    const renewed = new Set([...known, ...opened.flatMap(({ header: { covers = [] } }) => covers)]);
    let read = 0;
    for (const { name, header } of opened)
      if (this.#isNews(name, listing)) read += await this.#readCover(name, header, { listing, renewed });
    return read;
  }

  /**
   * A cover is good when all of its parts are: then what it stands in place of need not be read. A part that is gone
   * because another cover stands in place of it is told there.
   */
  async #readCover(
    name: FileName,
    header: Opened['header'],
    { listing, renewed }: { listing: Listing; renewed: ReadonlySet<string> },
  ): Promise<number> {
    const { parts = [], covers = [], alive = 0, small } = header;
    let done = 0;
    let whole = true;
    for (const part of parts) {
      const parsed = parseName(part);
      if (this.#files.get(part)?.state === 'applied') continue;
      const isThere = listing.files.has(part);
      if (!isThere && renewed.has(part)) continue;
      const opened = parsed?.kind === 'p' && isThere ? await this.#open(parsed) : null;
      if (parsed === null || opened === null || opened === 'gone') {
        whole = false;
        continue;
      }
      await this.#apply(parsed, opened, listing.files.get(part) ?? 0, (count) =>
        this.#given.working?.('takeOver', done + count, Math.max(alive, done + count)),
      );
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

  async #apply(
    name: FileName,
    { header, entries }: Opened,
    bytes: number,
    progress: (done: number) => void = () => {},
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
      progress(Math.min(from + APPLIED_AT_ONCE, entries.length));
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
      const until = new Date(this.#now().getTime() + (1 + 9 * this.#given.random()) * 60_000).toISOString();
      await this.#change((sync) => ({ ...sync, setBack: { since, until } }));
    }
  }

  /** The first cover of a space, or one that was stopped in the middle. */
  async #publish(listing: Listing): Promise<boolean> {
    const { cover } = this.#sync;
    if (cover === undefined) return false;
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
    return name !== null;
  }

  async #send(): Promise<number> {
    let sent = 0;
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

  async #tidy(listing: Listing): Promise<boolean> {
    const [files, now] = [this.#files, this.#now()];
    await removeCovered(this.#db, this.#space, this.#sync.device, { files, listing, now });
    const { setBack } = this.#sync;
    const healing = setBack !== undefined && now.toISOString() >= setBack.until;
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
    await this.#knowFiles();
    await this.#change(({ tidyAt: _, ...sync }) => sync);
    return name !== null;
  }
}

function isLost(file: FileRow, files: ReadonlyMap<string, FileRow>, listing: Listing): boolean {
  if (file.state !== 'applied' || file.coveredBy !== undefined || listing.files.has(file.name)) return false;
  if (!file.name.startsWith('p-')) return true;
  // A part goes with its cover.
  return [...files.values()].some(
    ({ parts, coveredBy }) => coveredBy === undefined && parts?.includes(file.name),
  );
}

function byName(a: FileName | null, b: FileName | null): number {
  return (a?.name ?? '') < (b?.name ?? '') ? -1 : 1;
}

import { type Place, parseStamp, type Trouble, waitsForPerson } from '../../core/sync/index.ts';
import type { NoteVersion, SyncAnswer, SyncMeeting, SyncStatus } from '../../messaging/sync.ts';
import { beginSync, changeSync, countUnsent, noteVersions } from '../../storage/files.ts';
import type { SyncRecord } from '../../storage/schema.ts';
import { getState } from '../../storage/state.ts';
import type { Commit } from '../../storage/transaction.ts';
import { type Carrier, CarrierError } from '../../sync/carrier.ts';
import { carrierOf } from '../../sync/carriers.ts';
import { FOLDER } from '../../sync/names.ts';
import { patient } from '../../sync/patience.ts';
import type { Environment } from '../environment.ts';
import { changeCode } from './changeCode.ts';
import { runRound } from './round.ts';
import {
  answering,
  beginSpace,
  checkCarrier,
  enterCode,
  joinSpace,
  meet,
  publishAgain,
  tidyPlace,
} from './setUp.ts';
import { RoundStop } from './space.ts';

/** After the last write so long, so that a burst of edits is one file. */
export const AFTER_WRITE_MS = 20_000;
/** So long what can wait lets a round go first: one of few changes is over by then. */
const FIRST_MS = 3_000;
/** Of what lasts an hour or more the person hears nothing new by asking again: pauses of a server that wants to be left alone. */
const LONGEST_WAIT_MS = 3_600_000;
type Alone = (name: string, work: () => Promise<void>) => Promise<unknown>;
type World = Pick<
  Environment,
  | 'database'
  | 'world'
  | 'announce'
  | 'carrierOf'
  | 'alone'
  | 'awake'
  | 'pause'
  | 'syncTurned'
  | 'partRecords'
  | 'folder'
> & {
  random?: () => number;
  /** Shows what was taken over so far. */
  showTaken?: () => Promise<void>;
};

/** Keeps this device in step with others: set-up, rounds, and what the person is told of them. */
export class SyncService {
  readonly #world: World;
  #running: Promise<void> | null = null;
  #working: { what: 'publish' | 'takeOver' | 'round'; done: number; total: number | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Until a round is over, or has gone first for long enough. */
  #first: Promise<void> = Promise.resolve();
  /** A password that was refused is tried once with each start of the browser. */
  #refused = false;
  #on: boolean | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  /** A write is told to the others twenty seconds after the last of a burst. */
  follow(_commit: Pick<Commit, 'revision'>): void {
    if (this.#on === false || this.#running !== null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.round().catch((error: unknown) => console.error(error)),
      AFTER_WRITE_MS,
    );
  }

  /** A round, unless it is off, one is running, or there is something to wait for; `asked`: the person wants it now. */
  async round({ asked = false, started = false } = {}): Promise<void> {
    if (this.#running !== null) return this.#running;
    const db = await this.#world.database;
    const sync = await getState(db, 'sync');
    this.#on = sync !== undefined;
    if (sync === undefined) return;
    const now = this.#world.world.now().toISOString();
    if (!asked) {
      if (sync.waitUntil !== undefined && now < sync.waitUntil) return;
      if (waitsForPerson(sync.place, sync.trouble?.kind) && (this.#refused || !started)) return;
    }
    if (this.#running !== null) return this.#running;
    clearTimeout(this.#timer);
    const alone: Alone = this.#world.alone ?? ((_, work) => work());
    const awake = this.#world.awake ?? ((work) => work());
    const first = Promise.withResolvers<void>();
    const enough = setTimeout(first.resolve, FIRST_MS);
    this.#first = first.promise;
    this.#running = awake(() => alone('sync', () => this.#run(sync.place)))
      .then(() => {})
      .finally(() => {
        clearTimeout(enough);
        first.resolve();
        this.#running = null;
        this.#working = null;
        this.#tell();
      });
    this.#tell();
    return this.#running;
  }

  /** For what can wait: a round that has just begun goes first, since each of its many small steps would wait. */
  goesFirst(): Promise<void> {
    return this.#first;
  }

  async #run(place: Place): Promise<void> {
    const { world } = this.#world;
    const db = await this.#world.database;
    this.#working = { what: 'round', done: 0, total: null };
    try {
      await runRound({
        ...{ db, world, carrier: this.#carrier(place), random: this.#world.random ?? Math.random },
        ...(this.#world.partRecords !== undefined && { partRecords: this.#world.partRecords }),
        ...(this.#world.showTaken && { show: this.#world.showTaken }),
        working: (what, done, total) => {
          this.#working = { what, done, total };
          this.#tell();
        },
      });
      this.#refused = false;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      if (!(error instanceof CarrierError || error instanceof RoundStop)) throw error;
      this.#refused = true;
      await changeSync(db, (sync) => troubled(sync, error, world.now()));
    }
  }

  #carrierOf(place: Place): Carrier {
    const { carrierOf: given, folder } = this.#world;
    return given?.(place) ?? carrierOf(place, undefined, folder?.picked);
  }

  #carrier(place: Place): Carrier {
    const pause = this.#world.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
    return patient(this.#carrierOf(place), pause);
  }

  #tell(): void {
    this.#world.announce({ kind: 'sync' });
  }

  async status(): Promise<SyncStatus> {
    const db = await this.#world.database;
    const sync = await getState(db, 'sync');
    if (sync === undefined) return { on: false };
    const { place, space, device, name, devices, last = null, trouble = null, offset, apart = 0 } = sync;
    return {
      on: true,
      place: placeShown(place),
      ...{ space, device, name, last, trouble, offset, apart },
      newCode: sync.next !== undefined ? 'going' : sync.unseen ? 'unseen' : null,
      devices: devices
        .map(({ missing = [], ...one }) => ({ ...one, missing: missing.length }))
        .sort((a, b) => (a.seen < b.seen ? 1 : -1)),
      waiting: await countUnsent(db),
      working: this.#working,
    };
  }

  async now(): Promise<SyncStatus> {
    await this.round({ asked: true });
    return this.status();
  }

  check(place: Place): Promise<SyncAnswer<{ spaces: number }>> {
    return this.#at(place, (carrier) => checkCarrier(carrier));
  }

  setUp(given: { place: Place; name: string }): Promise<SyncAnswer<{ code: string }>> {
    return this.#at(given.place, async (carrier, place) => {
      const now = this.#world.world.now().toISOString();
      const answer = await beginSpace(await this.#world.database, carrier, { ...given, place, now });
      if (answer.ok) this.#begin();
      return answer;
    });
  }

  meet({ place, code }: { place: Place; code: string }): Promise<SyncAnswer<{ meeting: SyncMeeting }>> {
    return this.#at(place, async (carrier) => meet(await this.#world.database, carrier, code));
  }

  join(given: { place: Place; name: string; code: string }): Promise<SyncAnswer> {
    return this.#at(given.place, async (carrier, place) => {
      const answer = await joinSpace(await this.#world.database, carrier, { ...given, place });
      if (answer.ok) this.#begin();
      return answer;
    });
  }

  async #at<Done extends object>(
    typed: Place,
    work: (carrier: Carrier, place: Place) => Promise<SyncAnswer<Done>>,
  ): Promise<SyncAnswer<Done>> {
    const place = tidyPlace(typed);
    if (place === null) return { ok: false, trouble: 'badAddress' };
    return answering(() => work(this.#carrierOf(place), place));
  }

  /** What was set up begins at once, and nobody waits for it. */
  #begin(): void {
    this.#world.syncTurned?.(true);
    this.round({ asked: true }).catch((error: unknown) => console.error(error));
  }

  async #settled(): Promise<void> {
    await this.#running?.catch(() => {});
  }

  async code(): Promise<{ code: string; line: string } | null> {
    const sync = await changeSync(await this.#world.database, ({ unseen: _, ...known }) => known);
    if (sync === undefined) return null;
    const { address, user } = placeShown(sync.place);
    // A change that was begun is gone on with: the new one is the one to keep.
    const { code } = sync.next ?? sync;
    this.#tell();
    return { code, line: [address, user, sync.space, code].filter(Boolean).join(' ') };
  }

  async password(password: string): Promise<SyncStatus> {
    await this.#settled();
    await changeSync(await this.#world.database, ({ trouble: _, waitUntil: __, ...sync }) => {
      const { place } = sync;
      if (place.kind === 'webdav') return { ...sync, place: { ...place, password } };
      return place.kind === 's3' ? { ...sync, place: { ...place, secret: password } } : sync;
    });
    return this.now();
  }

  async changeCode(): Promise<SyncAnswer<{ code: string }>> {
    // Everything that is there has been taken over before the place is left.
    await this.round({ asked: true });
    const db = await this.#world.database;
    const sync = await getState(db, 'sync');
    if (sync === undefined || sync.trouble !== undefined)
      return { ok: false, trouble: sync?.trouble?.kind ?? 'nothingThere' };
    const now = () => this.#world.world.now();
    const answer = await answering(() => changeCode(db, this.#carrier(sync.place), now));
    this.#tell();
    if (answer.ok) this.#begin();
    return answer;
  }

  async enterCode(code: string): Promise<SyncAnswer> {
    await this.#settled();
    const db = await this.#world.database;
    const sync = await getState(db, 'sync');
    if (sync === undefined) return { ok: false, trouble: 'nothingThere' };
    const answer = await answering(() => enterCode(db, this.#carrier(sync.place), sync, code));
    if (answer.ok) this.#begin();
    return answer;
  }

  async publishAgain(): Promise<SyncStatus> {
    await this.#settled();
    const db = await this.#world.database;
    const { world } = this.#world;
    const sync = await getState(db, 'sync');
    if (sync === undefined) return { on: false };
    try {
      await publishAgain(db, this.#carrier(sync.place), sync, world.now().toISOString());
    } catch (error) {
      if (!(error instanceof CarrierError || error instanceof RoundStop)) throw error;
      await changeSync(db, (known) => troubled(known, error, world.now()));
      return this.status();
    }
    return this.now();
  }

  async massForget(answer: 'forget' | 'keep'): Promise<SyncStatus> {
    await this.#settled();
    await changeSync(await this.#world.database, ({ trouble, ...sync }) =>
      trouble?.kind === 'massForget'
        ? { ...sync, massForget: { by: trouble.device ?? '', answer } }
        : { ...sync, ...(trouble && { trouble }) },
    );
    return this.now();
  }

  async leave(remove: boolean): Promise<SyncAnswer> {
    await this.#settled();
    const db = await this.#world.database;
    const sync = await getState(db, 'sync');
    if (sync === undefined) return { ok: true };
    const answer = await answering(async () => {
      if (remove) await this.#carrier(sync.place).remove([FOLDER, sync.space]);
      return { ok: true };
    });
    if (!answer.ok) return answer;
    await beginSync(db, undefined);
    this.#on = false;
    this.#world.syncTurned?.(false);
    if (sync.place.kind === 'folder') await this.#world.folder?.forget();
    this.#tell();
    return answer;
  }

  async note(id: string): Promise<{ versions: NoteVersion[] }> {
    const db = await this.#world.database;
    const sync = await getState(db, 'sync');
    const names = new Map(sync?.devices.map(({ id: device, name }) => [device, name]));
    if (sync !== undefined) names.set(sync.device, sync.name);
    const versions = (await noteVersions(db, id)).map(([stamp, text]) => {
      const [ms, , device] = parseStamp(stamp);
      return { text, at: new Date(Math.min(ms, 8.64e15)).toISOString(), by: names.get(device) ?? null };
    });
    return { versions };
  }
}

function placeShown(place: Place): { kind: Place['kind']; address: string; user: string } {
  if (place.kind === 'webdav') return { kind: place.kind, address: place.url, user: place.user };
  if (place.kind === 's3')
    return { kind: place.kind, address: `${place.url}/${place.bucket}`, user: place.keyId };
  return { kind: place.kind, address: place.name, user: '' };
}

/** The record with what went wrong, and with the pause that the server wants. */
function troubled(sync: SyncRecord, error: CarrierError | RoundStop, now: Date): SyncRecord {
  const since = sync.trouble?.kind === error.kind ? sync.trouble.since : now.toISOString();
  const details = error instanceof RoundStop ? error.details : {};
  const trouble: Trouble = { kind: error.kind, since, ...details };
  if (error.kind !== 'busy') return { ...sync, trouble };
  const waited = (sync.waited ?? 0) + 1;
  // A minute, two, four … an hour, each device a little later than another.
  const own =
    Math.min(60_000 * 2 ** (waited - 1), LONGEST_WAIT_MS) *
    (1 + (Number.parseInt(sync.device, 16) % 20) / 100);
  const wait = error.retryAfter ?? own;
  return { ...sync, trouble, waited, waitUntil: new Date(now.getTime() + wait).toISOString() };
}

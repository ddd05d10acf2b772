import { createContact } from '../../../src/core/merge/index.ts';
import {
  type Entry,
  FILE_VERSION,
  type Header,
  MODEL_VERSION,
  printStamp,
} from '../../../src/core/sync/index.ts';
import { type RoundWorld, runRound } from '../../../src/services/sync/round.ts';
import { beginSpace, joinSpace } from '../../../src/services/sync/setUp.ts';
import { Space } from '../../../src/services/sync/space.ts';
import { CONTACT_STORES, putContact, updateContact } from '../../../src/storage/contacts.ts';
import { changeSync } from '../../../src/storage/files.ts';
import { forgetContact } from '../../../src/storage/many.ts';
import { openDatabase } from '../../../src/storage/open.ts';
import type { Database, FileRow, SyncRecord } from '../../../src/storage/schema.ts';
import { type World, write } from '../../../src/storage/transaction.ts';
import { FOLDER, makeName } from '../../../src/sync/names.ts';
import { MemoryCarrier } from '../../servers/memory.ts';

export const START = Date.parse('2026-11-28T10:00:00.000Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const PLACE = { kind: 'webdav' as const, url: 'https://dav.example.org', user: 'kim', password: 'x' };

let made = 0;

/** A device that is a database and a clock alone: the clock stands until it is moved, and nothing runs by itself. */
export interface Bare {
  db: Database;
  world: World;
  clock: { ms: number };
  carrier: MemoryCarrier;
  /** The instant that it is, as it is put down. */
  at(): string;
  begin(): Promise<string>;
  join(code: string): Promise<void>;
  /** A round; what it is given besides. */
  round(more?: Partial<RoundWorld>): ReturnType<typeof runRound>;
  /** What ends a round; `null`: nothing does. */
  stop(more?: Partial<RoundWorld>): Promise<unknown>;
  sync(): Promise<SyncRecord>;
  change(changes: Partial<SyncRecord>): Promise<void>;
  file(name: string): Promise<FileRow | undefined>;
  space(): Promise<Space>;
  /** Saves persons under these names at once; answers their ids. */
  save(...names: string[]): Promise<string[]>;
  note(id: string, note: string): Promise<void>;
  forget(id: string): Promise<void>;
  /** Whether what an entry of `wish` says has been read. */
  knows(wish: string): Promise<boolean>;
}

export async function bare(
  carrier = new MemoryCarrier(),
  { name = 'Laptop', partRecords }: { name?: string; partRecords?: number } = {},
): Promise<Bare> {
  const db = await openDatabase(`bare-${++made}`);
  const clock = { ms: START };
  let ids = 0;
  const world = { now: () => new Date(clock.ms), id: () => `${name.toLowerCase()}-${++ids}` };
  const at = () => world.now().toISOString();
  const sync = async () => (await db.get('state', 'sync')) as SyncRecord;
  const round = (more: Partial<RoundWorld> = {}) =>
    runRound({ db, world, carrier, random: () => 0, ...(partRecords && { partRecords }), ...more });
  return {
    ...{ db, world, clock, carrier, at, sync, round },
    async begin() {
      const answer = await beginSpace(db, carrier, { place: PLACE, name, now: at() });
      if (!answer.ok) throw new Error(answer.trouble);
      return answer.code;
    },
    async join(code) {
      const answer = await joinSpace(db, carrier, { place: PLACE, name, code });
      if (!answer.ok) throw new Error(answer.trouble);
    },
    stop: (more) =>
      round(more).then(
        () => null,
        (error: { kind?: string; details?: object; name?: string }) =>
          error.kind === undefined ? error.name : { kind: error.kind, ...error.details },
      ),
    async change(changes) {
      await changeSync(db, (known) => ({ ...known, ...changes }));
    },
    file: (file) => db.get('files', file),
    space: async () => new Space(carrier, await sync()),
    save: (...names) =>
      write(db, world, [...CONTACT_STORES], async (writing) => {
        const saved: string[] = [];
        for (const one of names) {
          const contact = createContact({
            profile: {
              key: { site: 'linkedin', id: one },
              url: `https://www.linkedin.com/in/${one}/`,
              name: { full: `Person ${one}` },
              ...{ positions: [], education: [], skills: [], languages: [] },
            },
            ...{ provenance: {}, reader: 'linkedin@1', now: at(), id: world.id(), deviceId: 'd1' },
          });
          saved.push((await putContact(writing, contact.keys, () => contact)).contact.id);
        }
        return saved;
      }),
    async note(id, note) {
      await write(db, world, [...CONTACT_STORES], (writing) =>
        updateContact(writing, id, (contact) => ({ ...contact, own: { ...contact.own, note } })),
      );
    },
    async forget(id) {
      await forgetContact(db, world, id);
    },
    knows: async (wish) => (await db.get('registers', `wish:${wish}`)) !== undefined,
  };
}

/** A device with so many contacts whose first cover stands, and what it was asked for is forgotten. */
export async function settled(contacts = 1): Promise<Bare & { ids: string[]; code: string }> {
  const device = await bare();
  const ids = await device.save(...Array.from({ length: contacts }, (_, i) => `p${i}`));
  const code = await device.begin();
  await device.round();
  device.carrier.asked.length = 0;
  return { ...device, ids, code };
}

/** A record of a kind that no program knows yet: it is kept, and shows that its file was read. */
export function wish(i: string, ms = START): Entry {
  return { k: 'wish', i, t: printStamp([ms, 0, '11111111']), r: { text: `wish ${i}` } };
}

/** What another device says when it forgets somebody. */
export function forgets(i: string): Entry {
  return { k: 'contact', i, x: 1, t: printStamp([0, 0, '00000000']) };
}

let files = 0;

/** Another device, as its files show it: what it writes is sealed with the code of the one that is given. */
export function other(of: Bare, { dev = '11111111', name = 'Tablet' } = {}) {
  let seq = 0;
  return {
    async put(
      kind: 'd' | 'p' | 'c' | 'n',
      entries: readonly object[] = [],
      changes: Partial<Header> = {},
    ): Promise<string> {
      const space = await of.space();
      seq += 1;
      files += 1;
      const file = makeName(kind, dev, seq, String(files).padStart(kind === 'p' ? 16 : 8, '0'));
      const header = {
        ...{ v: FILE_VERSION, model: MODEL_VERSION, kind, dev, name, seq },
        ...{ at: of.at(), n: entries.length, ...changes },
      };
      const text = [header, ...entries].map((line) => JSON.stringify(line)).join('\n');
      await space.put(file, await space.seal(file, text));
      of.carrier.asked.length = 0;
      return file;
    },
  };
}

/** Files that do not open, under names of changes that sort as they are numbered. */
export async function junk(
  of: Bare,
  count: number,
  bytes = new Uint8Array(80),
  kind = 'd',
): Promise<string[]> {
  const { space, epoch } = await of.sync();
  const names = Array.from(
    { length: count },
    (_, i) => `${kind}-00000000-000001-${String(i).padStart(8, '0')}.wb`,
  );
  for (const name of names) of.carrier.files.set([FOLDER, space, epoch, name].join('/'), bytes);
  return names;
}

/** Where a file of the epoch lies among the carrier's. */
export async function pathOf(of: Bare, name: string): Promise<string> {
  return (await of.space()).path(name).join('/');
}

/** The names of what was asked for by a verb, in order. */
export function asked(of: Bare, verb: string): string[] {
  return of.carrier.asked
    .filter((one) => one.startsWith(`${verb} `))
    .map((one) => one.slice(verb.length + 1));
}

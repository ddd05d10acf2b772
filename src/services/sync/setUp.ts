import { MODEL_VERSION, type Place, tidyAddress } from '../../core/sync/index.ts';
import type { SyncAnswer, SyncMeeting } from '../../messaging/sync.ts';
import { findContact } from '../../storage/contacts.ts';
import { beginSync, changeSync, openAll } from '../../storage/files.ts';
import type { Database, SyncRecord } from '../../storage/schema.ts';
import { getState } from '../../storage/state.ts';
import { type Carrier, CarrierError, CROWDED } from '../../sync/carrier.ts';
import { makeCode, tidyCode } from '../../sync/code.ts';
import { epochNumber, FOLDER, isSpace, makeEpoch, parseName, README, randomHex } from '../../sync/names.ts';
import { enterEpoch, findEpoch } from './epochs.ts';
import { ODD } from './oddFiles.ts';
import { RoundStop, readLines, Space } from './space.ts';

const README_TEXT = `Weitblick keeps the contacts of one person in step here, over several browsers.
Everything below is encrypted; whoever runs this storage cannot read it.
You may delete this folder as a whole: what is in your browsers stays there.

Hier hält Weitblick die Kontakte einer Person über mehrere Browser auf demselben Stand.
Alles darin ist verschlüsselt; wer diesen Speicher betreibt, kann es nicht lesen.
Sie dürfen diesen Ordner als Ganzes löschen: Was in Ihren Browsern steht, bleibt dort.
`;

/** The place with its address as it is kept; `null`: none that a password may be sent to. */
export function tidyPlace(place: Place): Place | null {
  if (place.kind === 'folder') return place;
  const url = tidyAddress(place.url);
  return url === null ? null : { ...place, url };
}

/** What was tried, with every refusal as an answer that has a sentence. */
export async function answering<Done extends object>(
  work: () => Promise<SyncAnswer<Done>>,
): Promise<SyncAnswer<Done>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CarrierError || error instanceof RoundStop)
      return { ok: false, trouble: error.kind };
    throw error;
  }
}

/** Writes, lists, reads, misses and removes one file: what a storage must be able to do. Answers how many spaces there are. */
export async function checkCarrier(carrier: Carrier): Promise<SyncAnswer<{ spaces: number }>> {
  await carrier.makeFolder([FOLDER]);
  const name = `check-${randomHex(8)}.txt`;
  const bytes = new TextEncoder().encode(randomHex(32));
  await carrier.put([FOLDER, name], bytes);
  const listing = await carrier.list([FOLDER]);
  const read = await carrier.get([FOLDER, name]);
  const missing = await carrier.get([FOLDER, `check-${randomHex(8)}.txt`]);
  await carrier.remove([FOLDER, name]);
  const whole =
    listing?.files.get(name) === bytes.length &&
    read !== null &&
    new TextDecoder().decode(read) === new TextDecoder().decode(bytes) &&
    missing === null;
  if (!whole) throw new CarrierError('odd', 'it does not keep what was written');
  return { ok: true, spaces: listing.folders.filter(isSpace).length };
}

/** Begins a new space with what is here: its first cover is written by the next round. */
export async function beginSpace(
  db: Database,
  carrier: Carrier,
  { place, name, now }: { place: Place; name: string; now: string },
): Promise<SyncAnswer<{ code: string }>> {
  const code = makeCode((bytes) => crypto.getRandomValues(bytes));
  const [space, epoch] = [randomHex(8), makeEpoch(1)];
  await carrier.makeFolder([FOLDER]);
  await carrier.put([FOLDER, README], new TextEncoder().encode(README_TEXT));
  await new Space(carrier, { space, epoch, code }).found({ why: 'new', at: now });
  await beginSync(db, {
    ...newDevice({ place, name, space, epoch, code }),
    stampAll: 'publish',
    unseen: true,
    cover: { parts: [], covers: [], since: now },
  });
  return { ok: true, code };
}

type Entered = Pick<SyncRecord, 'place' | 'name' | 'space' | 'epoch' | 'code'>;

function newDevice(entered: Entered): SyncRecord {
  return { ...entered, device: randomHex(4), seq: 0, offset: 0, devices: [], model: MODEL_VERSION };
}

/** The space that a code opens, at its newest epoch. */
async function findSpace(carrier: Carrier, code: string): Promise<SyncAnswer<{ space: Space }>> {
  const spaces = ((await carrier.list([FOLDER]))?.folders ?? []).filter(isSpace);
  if (spaces.length === 0) return { ok: false, trouble: 'nothingThere' };
  if (spaces.length > CROWDED.spaces) throw new CarrierError('crowded', `${spaces.length} spaces`);
  for (const space of spaces) {
    const { found, newer } = await findEpoch(carrier, { space, code });
    if (newer) return { ok: false, trouble: 'newer' };
    if (found !== null) return { ok: true, space: found };
  }
  return { ok: false, trouble: 'wrongCode' };
}

/** How many are here, how many there, and how many of them are the same people; nothing is written. */
export async function meet(
  db: Database,
  carrier: Carrier,
  typed: string,
): Promise<SyncAnswer<{ meeting: SyncMeeting }>> {
  const code = tidyCode(typed);
  if (code === null) return { ok: false, trouble: 'badCode' };
  const found = await findSpace(carrier, code);
  if (!found.ok) return found;
  const { space } = found;
  const listing = await space.list();
  /** Of each contact the last word on whether it is there; whoever is the same person here. */
  const people = new Map<string, { life: number; there: boolean; same: boolean }>();
  let odd = 0;
  for (const name of listing?.files.keys() ?? []) {
    const parsed = parseName(name);
    if (parsed === null || parsed.kind === 'c' || parsed.kind === 'n') continue;
    const file = await space.read(name);
    const opened = file?.text == null ? null : readLines(parsed, file.text);
    odd += opened === null ? 1 : 0;
    if (odd > ODD.inOneRound) throw new CarrierError('crowded', `${odd} files that do not open`);
    for (const { k, i, l = 1, x, r = {} } of opened?.entries ?? []) {
      if (k !== 'contact') continue;
      const known = people.get(i) ?? { life: 0, there: true, same: false };
      const keys = Object.entries(r).filter(([path]) => path.startsWith('keys/'));
      const texts = keys.map(([, value]) => value).filter((value) => typeof value === 'string');
      const gone = x === 1 || (typeof r.into === 'object' && r.into !== null);
      people.set(i, {
        life: Math.max(known.life, l),
        there: l > known.life ? !gone : known.there && !(gone && l === known.life),
        same: known.same || (texts.length > 0 && (await findContact(db, texts)) !== undefined),
      });
    }
  }
  const there = [...people.values()].filter((one) => one.there);
  const here = (await getState(db, 'contactCount')) ?? 0;
  return { ok: true, meeting: { here, there: there.length, same: there.filter(({ same }) => same).length } };
}

/** Joins the space that a code opens: what is here is stamped and sent, what is there is taken over, by the next round. */
export async function joinSpace(
  db: Database,
  carrier: Carrier,
  { place, name, code: typed }: { place: Place; name: string; code: string },
): Promise<SyncAnswer> {
  const code = tidyCode(typed);
  if (code === null) return { ok: false, trouble: 'badCode' };
  const found = await findSpace(carrier, code);
  if (!found.ok) return found;
  const { space, epoch } = found.space;
  await beginSync(db, { ...newDevice({ place, name, space, epoch, code }), stampAll: 'join' });
  return { ok: true };
}

/** The new code of a space whose code was changed elsewhere; what waits here goes out with it. */
export async function enterCode(
  db: Database,
  carrier: Carrier,
  sync: SyncRecord,
  typed: string,
): Promise<SyncAnswer> {
  const code = tidyCode(typed);
  if (code === null) return { ok: false, trouble: 'badCode' };
  if ((await carrier.list([FOLDER, sync.space])) === null) return { ok: false, trouble: 'wiped' };
  const { found, newer } = await findEpoch(carrier, { space: sync.space, code });
  if (newer) return { ok: false, trouble: 'newer' };
  if (found === null) return { ok: false, trouble: 'wrongCode' };
  await follow(db, sync, found, code);
  return { ok: true };
}

/** Goes on in another epoch of the space, which another device has begun: what is here and not there is sent. */
async function follow(db: Database, sync: SyncRecord, { epoch }: Space, code: string): Promise<void> {
  if (epoch === sync.epoch && code === sync.code) {
    await changeSync(db, ({ trouble: _, ...known }) => known);
    return;
  }
  await enterEpoch(db, { epoch, code }, {});
  // What was sent into the old epoch after the new cover was written is in neither.
  await openAll(db);
}

/**
 * Where the epoch of this device is gone: the one that another device has begun with the same code is followed. Answers
 * whether there is one; `others`: there are only newer ones that this code does not open.
 */
export async function followSuccessor(
  db: Database,
  carrier: Carrier,
  sync: SyncRecord,
): Promise<'followed' | 'others' | 'none'> {
  const { space, code } = sync;
  const after = epochNumber(sync.epoch) ?? 0;
  const { found, newer, others } = await findEpoch(carrier, { space, code, after });
  if (newer) throw new RoundStop('newer');
  if (found === null) return others ? 'others' : 'none';
  await follow(db, sync, found, code);
  return 'followed';
}

/** The storage is empty: a new epoch with everything that is here. The code stays. */
export async function publishAgain(
  db: Database,
  carrier: Carrier,
  sync: SyncRecord,
  now: string,
): Promise<void> {
  // Another device may have done it a moment ago, or this one, and was stopped: two would never meet.
  if ((await followSuccessor(db, carrier, sync)) === 'followed') return;
  const epoch = makeEpoch((epochNumber(sync.epoch) ?? 0) + 1);
  await carrier.makeFolder([FOLDER]);
  await carrier.put([FOLDER, README], new TextEncoder().encode(README_TEXT));
  await new Space(carrier, { ...sync, epoch }).found({ why: 'restore', from: sync.epoch, at: now });
  await enterEpoch(
    db,
    { epoch, code: sync.code },
    { cover: { parts: [], covers: [], since: now }, left: { epoch: sync.epoch, at: now } },
  );
}

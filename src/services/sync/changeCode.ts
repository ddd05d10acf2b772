import { changeSync, listFiles } from '../../storage/files.ts';
import type { Database, SyncRecord } from '../../storage/schema.ts';
import { getState } from '../../storage/state.ts';
import { type Carrier, CarrierError } from '../../sync/carrier.ts';
import { makeCode } from '../../sync/code.ts';
import { epochNumber, makeEpoch } from '../../sync/names.ts';
import { enterEpoch, newsIn } from './epochs.ts';
import { ended, nextFile, Space, writeLines } from './space.ts';

/**
 * A new code: a new epoch with a cover of everything, and the news of it in the old one. The code is put down here
 * before anything goes out, so that whoever stops in the middle can always see it and goes on with the same one.
 */
export async function changeCode(
  db: Database,
  carrier: Carrier,
  now: () => Date,
): Promise<{ ok: true; code: string }> {
  const since = now().toISOString();
  const sync = await changeSync(db, (known) => ({
    ...known,
    next: known.next ?? {
      code: makeCode((bytes) => crypto.getRandomValues(bytes)),
      epoch: makeEpoch((epochNumber(known.epoch) ?? 0) + 1),
      since,
    },
    unseen: true,
  }));
  if (sync?.next === undefined) throw ended();
  await finishChange(db, carrier, now);
  return { ok: true, code: sync.next.code };
}

/**
 * Goes on with a change of the code that was begun; each step can be done twice.
 * @throws CarrierError `lossy` when the storage does not show what was written: nobody is locked out before it does.
 */
export async function finishChange(db: Database, carrier: Carrier, now: () => Date): Promise<void> {
  const sync = await getState(db, 'sync');
  if (sync?.next === undefined) return;
  const { code, epoch, since } = sync.next;
  const renewed = new Space(carrier, { ...sync, epoch, code });
  if ((await renewed.greets()) !== 'yes') {
    await renewed.found({ why: 'newCode', from: sync.epoch, at: since });
    if ((await renewed.greets()) !== 'yes') throw new CarrierError('lossy', 'an epoch that does not open');
  }
  await announce(db, new Space(carrier, sync), { sync, epoch, at: now().toISOString() });
  const { unseen } = (await getState(db, 'sync')) ?? {};
  await enterEpoch(
    db,
    { epoch, code },
    {
      ...(unseen && { unseen }),
      cover: { parts: [], covers: [], since },
      left: { epoch: sync.epoch, at: now().toISOString(), code: sync.code },
    },
  );
}

/** Tells those who have the old code alone that there is a new one. */
async function announce(
  db: Database,
  old: Space,
  { sync, epoch, at }: { sync: SyncRecord; epoch: string; at: string },
): Promise<void> {
  const stands = async () => {
    const listing = await old.list();
    // Nothing of the old epoch is there any more: there is nobody to tell.
    if (listing === null) return true;
    const mine = (await listFiles(db)).filter(({ name, by }) => name.startsWith('n-') && by === sync.device);
    return mine.some(({ name, bytes }) => listing.files.get(name) === bytes);
  };
  if (await stands()) return;
  const { name, header } = await nextFile(db, 'n', at);
  const row = { name, state: 'applied' as const, firstSeen: at, by: header.dev };
  await writeLines(db, old, row, { ...header, epoch }, []);
  if (!(await stands())) throw new CarrierError('lossy', 'news that did not arrive');
}

/** For so long a device looks whether another one has changed the code at the same time. */
const TOGETHER_MS = 86_400_000;

/**
 * Two devices that change the code at the same time would each go on alone: of two new epochs the one of the greater
 * name holds. The device whose does not says so in its own epoch, to itself and to whoever has entered its code.
 */
export async function yieldToOther(db: Database, carrier: Carrier, now: Date): Promise<void> {
  const sync = await getState(db, 'sync');
  if (sync?.left === undefined) return;
  const { left, epoch: own } = sync;
  // It has said so already.
  if ((await listFiles(db)).some(({ name, by }) => name.startsWith('n-') && by === sync.device)) return;
  for (const { epoch, at, code } of left) {
    if (code === undefined || now.getTime() - Date.parse(at) > TOGETHER_MS) continue;
    const news = await newsIn(new Space(carrier, { ...sync, epoch, code }));
    const winner = news.find((header) => header.dev !== sync.device && (header.epoch ?? '') > own);
    if (winner?.epoch === undefined) continue;
    const { name, header } = await nextFile(db, 'n', now.toISOString());
    const row = { name, state: 'applied' as const, firstSeen: now.toISOString(), by: header.dev };
    const said = { ...header, epoch: winner.epoch, name: winner.name };
    await writeLines(db, new Space(carrier, sync), row, said, []);
  }
  if (left.some(({ code, at }) => code !== undefined && now.getTime() - Date.parse(at) > TOGETHER_MS))
    await changeSync(db, (known) => ({
      ...known,
      left: (known.left ?? []).map(({ code, ...one }) =>
        code === undefined || now.getTime() - Date.parse(one.at) > TOGETHER_MS ? one : { ...one, code },
      ),
    }));
}

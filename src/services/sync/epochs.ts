import type { Header } from '../../core/sync/index.ts';
import { changeSync, dropFiles, listFiles } from '../../storage/files.ts';
import type { Database, SyncRecord } from '../../storage/schema.ts';
import { type Carrier, CarrierError, CROWDED } from '../../sync/carrier.ts';
import { epochNumber, epochsNewestFirst, FOLDER, HELLO, parseName } from '../../sync/names.ts';
import { readLines, Space } from './space.ts';

/** Files by which a code's end may be told that are tried in one epoch: anybody can write some that do not open. */
const MOST_NEWS = 20;

/**
 * The newest epoch of a space that a code opens and that is still in use. A folder that only looks like an epoch, made
 * by somebody who can write there and lacks the code, opens by no code and is passed over. `after`: only those whose
 * number is greater. `others`: there are epochs that the code does not open.
 * @throws CarrierError `crowded` when there are more than could be tried.
 */
export async function findEpoch(
  carrier: Carrier,
  { space, code, after = 0 }: { space: string; code: string; after?: number },
): Promise<{ found: Space | null; newer: boolean; others: boolean }> {
  const folders = (await carrier.list([FOLDER, space]))?.folders ?? [];
  const epochs = epochsNewestFirst(folders).filter((name) => (epochNumber(name) ?? 0) > after);
  if (epochs.length > CROWDED.epochs) throw new CarrierError('crowded', `${epochs.length} epochs`);
  let others = false;
  for (const epoch of epochs) {
    const found = new Space(carrier, { space, epoch, code });
    const greeting = await found.greets();
    if (greeting === 'newer') return { found: null, newer: true, others };
    if (greeting !== 'yes') {
      others ||= greeting === 'no';
      continue;
    }
    if (await isOver(found)) return { found: null, newer: false, others: true };
    return { found, newer: false, others };
  }
  return { found: null, newer: false, others };
}

/** Does a file of the epoch itself, sealed with its code, say that another code has taken its place? */
async function isOver(space: Space): Promise<boolean> {
  return (await newsIn(space)).length > 0;
}

/** What files of an epoch, sealed with its code, say of codes that have taken its place. */
export async function newsIn(space: Space): Promise<Header[]> {
  const listing = await space.list();
  const files = [...(listing?.files.keys() ?? [])].map(parseName).filter((name) => name !== null);
  const news: Header[] = [];
  for (const name of files.filter(({ kind }) => kind === 'n').slice(0, MOST_NEWS)) {
    const file = await space.read(name.name);
    const opened = file?.text == null ? null : readLines(name, file.text);
    if (opened !== null) news.push(opened.header);
  }
  return news;
}

/** Is this a folder from which only `hello.wb` has gone: does anything that this device knows still lie there? */
export function knowsOneOf(files: ReadonlyMap<string, number>, known: ReadonlyMap<string, unknown>): boolean {
  return !files.has(HELLO) && [...files.keys()].some((name) => known.has(name));
}

/** Goes over into another epoch, in which nothing is known yet. `left`: the one that is left was this device's to end. */
export async function enterEpoch(
  db: Database,
  { epoch, code }: Pick<SyncRecord, 'epoch' | 'code'>,
  {
    left,
    ...more
  }: Partial<Omit<SyncRecord, 'left'>> & { left?: NonNullable<SyncRecord['left']>[number] } = {},
): Promise<void> {
  await changeSync(
    db,
    ({
      prev: _,
      covered: __,
      cover: ___,
      trouble: ____,
      setBack: _____,
      next: ______,
      resent: _______,
      unseen: ________,
      ...sync
    }) => ({
      ...sync,
      epoch,
      code,
      ...more,
      ...(left !== undefined && { left: [...(sync.left ?? []), left] }),
    }),
  );
  await dropFiles(
    db,
    (await listFiles(db)).map(({ name }) => name),
  );
}

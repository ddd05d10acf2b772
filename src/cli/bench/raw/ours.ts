import { toBase64 } from '../../../exchange/bytes.ts';
import { PART_BYTES } from '../../../messaging/files.ts';
import type { Input, MessageName, Output } from '../../../messaging/protocol.ts';
import { variedConnections } from './people.ts';

/** Runs in a page of the extension: what a person does, as messages, each with its milliseconds. */
let upload = '';
let backup: Uint8Array<ArrayBuffer> = new Uint8Array(0);

/** Hands the file over and reads it; nothing is saved yet. */
async function read(count: number): Promise<number> {
  const bytes = new TextEncoder().encode(variedConnections(count));
  const start = performance.now();
  await hand('Connections.csv', bytes);
  return performance.now() - start;
}

/** Confirms what was read, until it is saved. */
async function confirm(): Promise<number> {
  const start = performance.now();
  await send('import.confirm', { id: upload, keepGoodRows: true });
  return performance.now() - start;
}

/** Waits until the background has nothing left to classify. */
async function derived(): Promise<number> {
  const start = performance.now();
  while (await isLeft()) await pause(40);
  return performance.now() - start;
}

/** All rows with their readings, as the list of contacts asks for them. */
async function list(): Promise<number> {
  const start = performance.now();
  const { segments } = await send('rows.index', {});
  const ids = segments.map(({ segment }) => segment);
  for (let from = 0; from < ids.length; from += 32)
    await send('rows.packed', { segments: ids.slice(from, from + 32) });
  return performance.now() - start;
}

/** One change of a contact's own words. */
async function change(): Promise<number> {
  const { segments } = await send('rows.index', {});
  const { segment } = segments[Math.floor(Math.random() * segments.length)] as (typeof segments)[number];
  const { parts } = await send('rows.packed', { segments: [segment] });
  const ids = parts[0]?.rows.columns.id.split('\t') ?? [];
  const id = ids[Math.floor(Math.random() * ids.length)] as string;
  const start = performance.now();
  await send('contact.setOwn', { id, own: { note: `measured ${start}` } });
  return performance.now() - start;
}

async function exported(format: 'csv' | 'backup'): Promise<number> {
  const start = performance.now();
  const { id } = await send('export.begin', { format, redaction: 'full' });
  const parts: string[] = [];
  for (;;) {
    const part = await send('export.next', { id });
    parts.push(part.text);
    if (part.last) break;
  }
  const took = performance.now() - start;
  if (format === 'backup') backup = new TextEncoder().encode(parts.join(''));
  return took;
}

/** Hands the backup over that was exported last. */
async function readBackup(): Promise<number> {
  const start = performance.now();
  await hand('backup.json', backup);
  return performance.now() - start;
}

async function restore(): Promise<number> {
  const start = performance.now();
  await send('restore.confirm', { id: upload });
  return performance.now() - start;
}

/** What Today says; until it is computed of the present state. */
async function letter(): Promise<number> {
  const start = performance.now();
  while ((await send('analysis.get', {})).state !== 'current') await pause(50);
  return performance.now() - start;
}

async function hand(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  ({ id: upload } = await send('import.begin', { files: [{ name, size: bytes.length }] }));
  for (let from = 0; from < bytes.length; from += PART_BYTES)
    await send('import.part', {
      id: upload,
      file: 0,
      data: toBase64(bytes.subarray(from, from + PART_BYTES)),
    });
  await send('import.read', { id: upload });
}

/** Is there anybody whose rows are still to be made? Looks at the disk, where it costs next to nothing. */
function isLeft(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('weitblick');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const db = open.result;
      const transaction = db.transaction(['pending', 'state']);
      const pending = transaction.objectStore('pending').getAllKeys(null, 1);
      const mark = transaction.objectStore('state').get('deriving');
      transaction.oncomplete = () => {
        db.close();
        resolve(pending.result.length > 0 || mark.result !== undefined);
      };
    };
  });
}

async function send<N extends MessageName>(weitblick: N, input: Input<N>): Promise<Output<N>> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const answer = await (browser ?? chrome).runtime.sendMessage({ weitblick, input });
  if (!answer.ok) throw new Error(`${weitblick}: ${answer.kind} (${answer.detail})`);
  return answer.output as Output<N>;
}

interface Api {
  runtime: {
    sendMessage(message: object): Promise<{ ok: boolean; output?: unknown; kind?: string; detail?: string }>;
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const ours = { read, confirm, derived, list, change, exported, readBackup, restore, letter };
Object.assign(globalThis, { ours });

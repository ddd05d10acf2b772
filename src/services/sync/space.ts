import { Entry, FILE_VERSION, Header, Hello, MODEL_VERSION } from '../../core/sync/index.ts';
import { changeSync, putFile } from '../../storage/files.ts';
import type { Database, FileRow, SyncRecord } from '../../storage/schema.ts';
import { type Carrier, CarrierError, CROWDED, type Listing } from '../../sync/carrier.ts';
import { parseCode } from '../../sync/code.ts';
import { epochKey, openFile, sealFile } from '../../sync/file.ts';
import { type FileName, FOLDER, HELLO, makeName, randomHex } from '../../sync/names.ts';
import type { Key } from '../../sync/xaes.ts';

/** What ends a round before its time, and is no answer of the carrier. */
export class RoundStop extends Error {
  override name = 'RoundStop';
  readonly kind: 'newer' | 'wiped' | 'replaced' | 'codeChanged' | 'lossy' | 'massForget' | 'damaged';
  readonly details: { by?: string; device?: string; count?: number; of?: number };
  constructor(kind: RoundStop['kind'], details: RoundStop['details'] = {}) {
    super(kind);
    this.kind = kind;
    this.details = details;
  }
}

/** What a round is ended with when sync was ended meanwhile: there is nobody to tell. */
export function ended(): DOMException {
  return new DOMException('Sync has ended.', 'AbortError');
}

/** A file that was opened. */
export interface Opened {
  header: Header;
  entries: Entry[];
}

/** One epoch of a space on its carrier: the folder in which the sealed files lie, and the key that opens them. */
export class Space {
  readonly carrier: Carrier;
  readonly space: string;
  readonly epoch: string;
  readonly #key: Promise<Key>;

  constructor(carrier: Carrier, { space, epoch, code }: Pick<SyncRecord, 'space' | 'epoch' | 'code'>) {
    this.carrier = carrier;
    this.space = space;
    this.epoch = epoch;
    const secret = parseCode(code);
    if (secret === null) throw new TypeError('What is kept is no sync code.');
    this.#key = epochKey(secret, { space, epoch });
  }

  path(name?: string): string[] {
    return [FOLDER, this.space, this.epoch, ...(name === undefined ? [] : [name])];
  }

  /** @throws CarrierError `crowded` when far more lies there than this program ever leaves. */
  async list(): Promise<Listing | null> {
    const listing = await this.carrier.list(this.path());
    if (listing !== null && listing.files.size > CROWDED.files)
      throw new CarrierError('crowded', `${listing.files.size} files`);
    return listing;
  }

  async read(name: string): Promise<{ bytes: number; text: string | null } | null> {
    const file = await this.carrier.get(this.path(name));
    if (file === null) return null;
    return { bytes: file.length, text: await openFile(await this.#key, { ...this, name }, file) };
  }

  async seal(name: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
    return sealFile(await this.#key, { space: this.space, epoch: this.epoch, name }, text);
  }

  put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.carrier.put(this.path(name), bytes);
  }

  remove(name: string): Promise<void> {
    return this.carrier.remove(this.path(name));
  }

  /** Makes the epoch's folder with the file that says whose it is. */
  async found(hello: Pick<Hello, 'why' | 'from' | 'at'>): Promise<void> {
    await this.carrier.makeFolder(this.path());
    const { space, epoch } = this;
    const text = JSON.stringify({
      v: FILE_VERSION,
      model: MODEL_VERSION,
      space,
      epoch,
      of: 'person',
      ...hello,
    });
    await this.put(HELLO, await this.seal(HELLO, text));
  }

  /** Does the code open this epoch? `newer`: it does, and is of a newer program, or of more people than one. */
  async greets(): Promise<'yes' | 'no' | 'newer' | 'gone'> {
    const file = await this.read(HELLO);
    if (file === null) return 'gone';
    const hello = file.text === null ? null : Hello.safeParse(jsonOf(file.text));
    if (!hello?.success || hello.data.space !== this.space || hello.data.epoch !== this.epoch) return 'no';
    const { v, of = 'person' } = hello.data;
    return v > FILE_VERSION || of !== 'person' ? 'newer' : 'yes';
  }
}

/**
 * The lines of a file; `null`: they are none of ours.
 * @throws RoundStop `newer` when a newer program has written it.
 */
export function readLines(name: FileName, text: string): Opened | null {
  const lines = text.split('\n');
  const first = jsonOf(lines[0] ?? '');
  const version = (first as { v?: unknown } | null)?.v;
  if (typeof version === 'number' && version > FILE_VERSION) throw new RoundStop('newer');
  const header = Header.safeParse(first);
  if (!header.success || header.data.kind !== name.kind) return null;
  const entries: Entry[] = [];
  for (const line of lines.slice(1)) {
    const entry = Entry.safeParse(jsonOf(line));
    if (entry.success) entries.push(entry.data);
  }
  return { header: header.data, entries };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A new name for the next file of this device, and its header; the record is moved on at once, so that no two share one. */
export async function nextFile(
  db: Database,
  kind: FileName['kind'],
  at: string,
): Promise<{ name: string; header: Omit<Header, 'n'> }> {
  let made: { name: string; header: Omit<Header, 'n'> } | null = null;
  await changeSync(db, (sync) => {
    const seq = kind === 'p' ? sync.seq : sync.seq + 1;
    const name = makeName(kind, sync.device, seq, randomHex(8));
    const chained = kind === 'p' || sync.prev === undefined ? {} : { prev: sync.prev };
    const header = {
      v: FILE_VERSION,
      model: MODEL_VERSION,
      kind,
      dev: sync.device,
      name: sync.name,
      seq,
      at,
    };
    made = { name, header: { ...header, ...chained } };
    return kind === 'p' ? sync : { ...sync, seq, prev: name };
  });
  if (made === null) throw ended();
  return made;
}

/** Seals lines and puts them on the carrier; what is put down before it is sent is known even if this is killed. */
export async function writeLines(
  db: Database,
  space: Space,
  row: Omit<FileRow, 'bytes'>,
  header: object,
  lines: readonly string[],
): Promise<number> {
  const text = [JSON.stringify({ ...header, n: lines.length }), ...lines].join('\n');
  const bytes = await space.seal(row.name, text);
  await putFile(db, { ...row, bytes: bytes.length });
  await space.put(row.name, bytes);
  return bytes.length;
}

import { type Entry, placeOf } from '../../core/sync/index.ts';
import { changeSync, listFiles, putFile } from '../../storage/files.ts';
import type { Database, FileRow } from '../../storage/schema.ts';
import { FILE_LIMITS } from '../../sync/file.ts';
import { parseName } from '../../sync/names.ts';
import { nextFile, readLines, type Space, writeLines } from './space.ts';

/** A part that was put on the carrier, with its length. */
export interface Part {
  name: string;
  bytes: number;
}

/** Gathers entries into the parts of a cover, each no longer than a file of ours may be. */
export class PartWriter {
  #lines: string[] = [];
  #characters = 0;
  #from = '';
  #to = '';
  readonly #most: number;

  constructor(records: number = FILE_LIMITS.records) {
    this.#most = records;
  }

  add(entry: Entry): void {
    const line = JSON.stringify(entry);
    const place = placeOf(entry);
    if (this.isEmpty || place < this.#from) this.#from = place;
    if (this.isEmpty || place > this.#to) this.#to = place;
    this.#lines.push(line);
    this.#characters += line.length + 1;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  get isFull(): boolean {
    return this.#characters >= FILE_LIMITS.written || this.#lines.length >= this.#most;
  }

  /** Puts what was gathered on the carrier, and begins anew. */
  async write(db: Database, space: Space, at: string): Promise<Part> {
    const { name, header } = await nextFile(db, 'p', at);
    const range = { from: this.#from, to: this.#to };
    const row = { name, state: 'applied' as const, firstSeen: at, by: header.dev, ...range };
    const bytes = await writeLines(db, space, row, { ...header, ...range }, this.#lines);
    [this.#lines, this.#characters] = [[], 0];
    return { name, bytes };
  }
}

/** What a cover is put down with. */
export interface Covering {
  parts: readonly Part[];
  /** The files that it stands in place of. */
  covers: readonly string[];
  /** It stands in place of those alone, beside the last cover of everything. */
  small?: true;
  alive: number;
  dead: number;
}

/**
 * Puts a cover over parts, in restic's order: once a listing shows the parts whole and one of them was read back. What
 * it stands in place of is marked when the cover itself was read back too. Answers its name; `null`: something of it
 * did not arrive.
 */
export async function putCover(
  db: Database,
  space: Space,
  { parts, covers, alive, dead, small }: Covering,
  at: string,
): Promise<string | null> {
  const listing = await space.list();
  // A storage may lie about lengths: what can be read as it was written has arrived.
  for (const { name, bytes } of parts)
    if (listing?.files.get(name) !== bytes && !(await readsBack(space, name))) return null;
  const last = parts.at(-1);
  if (last !== undefined && !(await readsBack(space, last.name))) return null;
  const { name, header } = await nextFile(db, 'c', at);
  const file = { name, state: 'applied' as const, firstSeen: at, by: header.dev, ...(small && { small }) };
  const row: FileRow = { ...file, bytes: 0, parts: parts.map((part) => part.name), covers: [...covers] };
  const said = { ...header, parts: row.parts, covers, alive, dead, ...(small && { small: 1 }) };
  const bytes = await writeLines(db, space, row, said, []);
  if (!(await readsBack(space, name))) {
    await putFile(db, { ...file, state: 'odd', bytes });
    return null;
  }
  const covered = new Set(covers);
  for (const known of await listFiles(db))
    if (covered.has(known.name) && known.coveredBy === undefined)
      await putFile(db, { ...known, coveredBy: name });
  await changeSync(db, (sync) => ({
    ...sync,
    covered: {
      ...{ name, alive, dead, at },
      // Beside a cover of everything a small one does not count for how long that is.
      bytes: small ? (sync.covered?.bytes ?? 0) : bytes + lengthOf(parts),
    },
  }));
  return name;
}

/** Does a file open as it lies on the carrier? */
async function readsBack(space: Space, name: string): Promise<boolean> {
  const [parsed, file] = [parseName(name), await space.read(name)];
  return parsed !== null && file?.text != null && readLines(parsed, file.text) !== null;
}

export function lengthOf(files: readonly { bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

import { Inflate } from 'fflate';
import { ImportError } from './errors.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { SourceFile } from './source.ts';

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** Packed bytes handed to the inflater at once: bounds what one step can blow up to (deflate: 1032 fold). */
const STEP = 16 * 1024;

export interface ZipEntry extends SourceFile {
  /** Path within the zip, as written there; never used as a path of this machine. */
  name: string;
}

/** Does the file begin like a zip? */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files of a zip, by its directory; each is unpacked in pieces when asked for, and never beyond the
 * limits for ratio and total, whatever the directory claims. Folders and resource forks are left out.
 * @throws ImportError `truncatedZip` without a complete directory, `encryptedZip`, `damagedZip`,
 * `tooManyFiles`, `zipBomb`; while unpacking `zipBomb`, `damagedZip`, `truncatedZip`.
 */
export function openZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const { count, directorySize, start } = directoryOf(view, end);
  let at = start;
  if (count > IMPORT_LIMITS.files + IMPORT_LIMITS.letters) throw new ImportError('tooManyFiles', { count });
  let files = 0;
  if (at + directorySize > end) throw new ImportError('truncatedZip');
  let unpacked = 0;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ImportError('damagedZip');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry: Entry = {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...extent(view, at, { extra: at + 46 + nameLength, end }),
    };
    // A folder of messages has one file for each.
    if (!/\.emlx?$/i.test(name)) files += 1;
    if (files > IMPORT_LIMITS.files) throw new ImportError('tooManyFiles', { count });
    // No entry unpacks to more than it declares, so this bounds them all, also those that share their bytes.
    unpacked += entry.size;
    if (unpacked > IMPORT_LIMITS.unpackedBytes) throw new ImportError('zipBomb');
    if ((entry.flags & 1) !== 0) throw new ImportError('encryptedZip');
    const modified = dosInstant(view.getUint16(at + 12, true), view.getUint16(at + 14, true));
    if (!name.endsWith('/') && !name.startsWith('__MACOSX/') && entry.size > 0)
      entries.push({
        name,
        size: entry.size,
        ...(modified !== null && { modified }),
        chunks: () => unpack(bytes, view, entry),
      });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

interface Entry {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

interface Directory {
  count: number;
  directorySize: number;
  start: number;
}

/** Some programs write zip64 for small files as well: then the true numbers stand in a record of their own. */
function directoryOf(view: DataView, end: number): Directory {
  const at = end - 20;
  const wide = at >= 0 && view.getUint32(at, true) === LOCATOR_64 ? bigNumber(view, at + 8) : null;
  if (wide !== null) {
    if (wide + 56 > at || view.getUint32(wide, true) !== END_OF_DIRECTORY_64)
      throw new ImportError('damagedZip');
    return {
      count: bigNumber(view, wide + 32),
      directorySize: bigNumber(view, wide + 40),
      start: bigNumber(view, wide + 48),
    };
  }
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // More than 4 GB or 65 535 files are beyond every limit here.
  if (count === 0xffff || start === 0xffffffff) throw new ImportError('tooLarge');
  return { count, directorySize: view.getUint32(end + 12, true), start };
}

/** Sizes and place of an entry; where the narrow field is full, the wide one stands in the extra field 1. */
function extent(
  view: DataView,
  at: number,
  { extra, end }: { extra: number; end: number },
): Pick<Entry, 'packed' | 'size' | 'offset'> {
  const numbers = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  if (numbers.includes(0xffffffff)) {
    let wide = wideField(view, extra, Math.min(extra + view.getUint16(at + 30, true), end));
    for (const [index, number] of numbers.entries()) {
      if (number !== 0xffffffff) continue;
      if (wide + 8 > end) throw new ImportError('damagedZip');
      numbers[index] = bigNumber(view, wide);
      wide += 8;
    }
  }
  const [size = 0, packed = 0, offset = 0] = numbers;
  return { size, packed, offset };
}

/** Where the numbers of zip64 begin among the extra fields between `from` and `until`. */
function wideField(view: DataView, from: number, until: number): number {
  for (let at = from; at + 4 <= until; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) return at + 4;
  throw new ImportError('tooLarge');
}

/** @throws ImportError `tooLarge` for a number beyond what any file here can have. */
function bigNumber(view: DataView, at: number): number {
  if (view.getUint32(at + 4, true) !== 0) throw new ImportError('tooLarge');
  return view.getUint32(at, true);
}

function findEnd(view: DataView): number {
  // The end record is 22 bytes and a comment of at most 65 535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new ImportError('truncatedZip');
}

function* unpack(bytes: Uint8Array, view: DataView, entry: Entry): Generator<Uint8Array> {
  const { offset, packed, method } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY)
    throw new ImportError('damagedZip');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new ImportError('truncatedZip');
  const body = bytes.subarray(start, start + packed);
  let crc = 0;
  let unpacked = 0;
  for (const piece of method === 0 ? [body] : method === 8 ? inflate(body) : unknownMethod()) {
    unpacked += piece.length;
    if (unpacked > entry.size) throw new ImportError('zipBomb');
    if (unpacked > IMPORT_LIMITS.ratioFrom && unpacked > packed * IMPORT_LIMITS.ratio)
      throw new ImportError('zipBomb');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (unpacked !== entry.size || crc !== entry.crc) throw new ImportError('damagedZip');
}

function unknownMethod(): never {
  throw new ImportError('damagedZip');
}

function* inflate(body: Uint8Array): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const inflater = new Inflate((piece) => {
    if (piece.length > 0) pieces.push(piece);
  });
  for (let at = 0; at < body.length; at += STEP) {
    try {
      inflater.push(body.subarray(at, at + STEP), at + STEP >= body.length);
    } catch {
      throw new ImportError('damagedZip');
    }
    yield* pieces;
    pieces = [];
  }
}

/** MS-DOS date and time of a zip entry; it has no time zone, so it is taken as UTC. */
function dosInstant(time: number, date: number): string | null {
  const parsed = new Date(
    Date.UTC(
      (date >> 9) + 1980,
      ((date >> 5) & 15) - 1,
      date & 31,
      time >> 11,
      (time >> 5) & 63,
      (time & 31) * 2,
    ),
  );
  // 1980-01-01 is what writers put who know no date.
  return parsed.getUTCFullYear() <= 1980 ? null : parsed.toISOString();
}

let crcTable: Uint32Array | undefined;

function crc32(bytes: Uint8Array, from: number): number {
  crcTable ??= makeCrcTable();
  let crc = ~from;
  for (let i = 0; i < bytes.length; i++) crc = (crcTable[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function makeCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
}

import { Inflate } from 'fflate';
import { ImportError } from './errors.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { SourceFile } from './source.ts';

const END_OF_DIRECTORY = 0x06054b50;
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
  const count = view.getUint16(end + 10, true);
  const directorySize = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  // Zip64 is for more than 4 GB or 65 535 files: beyond every limit here.
  if (count === 0xffff || at === 0xffffffff) throw new ImportError('tooLarge');
  if (count > IMPORT_LIMITS.files) throw new ImportError('tooManyFiles', { count });
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
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
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

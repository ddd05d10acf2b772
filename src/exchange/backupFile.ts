import type { BackupRow, LeftOut } from '../core/model/index.ts';
import { AGE_HEADER, isAge, openAge, unlockAge } from './age.ts';
import { joined } from './bytes.ts';
import { isEncrypted, type KeptKey, openSealedText, type WebCrypto } from './cipher.ts';
import { ImportError } from './errors.ts';
import { BackupGate, type BackupPart, type BackupSurvey } from './import/backup.ts';
import { JsonParts, parsed } from './jsonParts.ts';
import { BACKUP_LIMITS } from './limits.ts';

/** A file whose bytes can be read piece by piece, as often as asked. */
export interface ByteSource {
  size: number;
  bytes(): AsyncIterable<Uint8Array>;
}

export interface BackupFileOptions {
  passphrase?: string;
  crypto?: WebCrypto;
  /** Limits of the file and of one record; default: `BACKUP_LIMITS`, up to which backups are written. */
  limits?: { fileBytes: number; record: number };
  /** Awaited after every record, so that others get a turn; default: not at all. */
  breathe?(): Promise<void>;
  /** Stops the reading, which then fails with the signal's reason. */
  signal?: AbortSignal;
}

/** A backup that is known to be whole as far as it will be taken; its rows can be read as often as asked. */
export interface BackupFile {
  format: 'backup' | 'encryptedBackup';
  survey: BackupSurvey;
  /** What is damaged in it, and is left out of the rows. */
  leftOut: LeftOut;
  rows(): AsyncGenerator<BackupRow[]>;
}

/** Rows handed on at once. */
const AT_ONCE = 200;

/**
 * Reads a backup, sealed or not, of whatever version, to its end without holding it, and says what is in it; nothing
 * of it is to be used before that. `onRow` hears of every whole row. `null`: the file is no backup in UTF-8.
 * @throws ImportError of the seal (`passphraseNeeded`, `wrongPassphrase`, `damagedBackup`), `tooLarge`,
 * `newerVersion`, `damagedJson`, `damagedBackup`; `wrongEncoding` when it stops being UTF-8 further down.
 */
export async function openBackupFile(
  source: ByteSource,
  options: BackupFileOptions = {},
  onRow: (row: BackupRow) => void = () => {},
): Promise<BackupFile | null> {
  const { limits = BACKUP_LIMITS, signal, breathe = async () => {} } = options;
  const head = await firstBytes(source);
  const sealed = isAge(head) || isEncrypted(asLatin(head).trimStart());
  if (!sealed && !/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(asLatin(head))) return null;
  if (source.size > limits.fileBytes)
    throw new ImportError('tooLarge', { megabytes: Math.floor(limits.fileBytes / 2 ** 20) });
  const text = await openedText(source, head, options);
  const about = await aboutOf(text(), limits.record);
  if (about === null) return null;
  const rows = (gate: BackupGate) => rowsOf(text(), gate, limits.record, breathe, signal);
  const gate = new BackupGate(about);
  for await (const some of rows(gate)) for (const row of some) onRow(row);
  const survey = gate.surveyed();
  let { leftOut } = gate;
  if (survey.damaged) {
    // What hangs on whom is known by now.
    const again = new BackupGate(about, survey);
    for await (const _ of rows(again));
    ({ leftOut } = again);
  }
  return {
    format: sealed ? 'encryptedBackup' : 'backup',
    survey,
    leftOut,
    rows: () => rows(new BackupGate(about, survey)),
  };
}

/** The whole rows of a text of JSON, some at once. */
async function* rowsOf(
  text: AsyncIterable<string>,
  gate: BackupGate,
  most: number,
  breathe: () => Promise<void>,
  signal: AbortSignal | undefined,
): AsyncGenerator<BackupRow[]> {
  const parts = new JsonParts(most);
  let rows: BackupRow[] = [];
  for await (const piece of text) {
    signal?.throwIfAborted();
    for (const { member, kind, json } of parts.push(piece)) {
      const part: BackupPart = { member, kind, value: kind === 'list' ? null : parsed(json) };
      const row = gate.take(part);
      if (row !== null) rows.push(row);
      await breathe();
      if (rows.length < AT_ONCE) continue;
      yield rows;
      rows = [];
    }
    await breathe();
  }
  parts.end();
  if (rows.length > 0) yield rows;
}

/** What says of a text that it is a backup, wherever it stands among the members; `null`: nothing does. */
async function aboutOf(
  text: AsyncIterable<string>,
  most: number,
): Promise<{ version: unknown; exportedAt: unknown } | null> {
  const found = new Map<string, unknown>();
  const parts = new JsonParts(most);
  try {
    for await (const piece of text)
      for (const { member, kind, json } of parts.push(piece)) {
        if (kind !== 'value' || !TOLD_BY.has(member)) continue;
        found.set(member, parsed(json));
        if (found.get('format') !== undefined && found.get('format') !== 'weitblick') return null;
        if (found.size === TOLD_BY.size) return aboutBy(found);
      }
    parts.end();
  } catch (error) {
    // Broken off or broken, but one of ours: its own sentence says so.
    if (found.get('format') === 'weitblick' || !isUnreadable(error)) throw error;
    return null;
  }
  return found.get('format') === 'weitblick' ? aboutBy(found) : null;
}

const TOLD_BY = new Set(['format', 'version', 'exportedAt']);

function aboutBy(found: ReadonlyMap<string, unknown>): { version: unknown; exportedAt: unknown } {
  return { version: found.get('version'), exportedAt: found.get('exportedAt') };
}

/** Another reader may make more of it. */
function isUnreadable(error: unknown): boolean {
  return error instanceof ImportError && (error.kind === 'damagedJson' || error.kind === 'wrongEncoding');
}

/** The text that a file is, or that is sealed in it, as often as asked. */
async function openedText(
  source: ByteSource,
  head: Uint8Array,
  { passphrase, crypto = globalThis.crypto }: BackupFileOptions,
): Promise<() => AsyncIterable<string>> {
  if (isAge(head)) {
    const lock = await unlockAge(head, passphrase, crypto);
    return () => decoded(openAge(source.bytes(), lock, crypto));
  }
  if (!isEncrypted(asLatin(head).trimStart())) return () => decoded(source.bytes());
  const kept: KeptKey = {};
  return () => openSealedText(decoded(source.bytes()), passphrase, crypto, kept);
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (piece: Uint8Array | null, kind: 'wrongEncoding' | 'damagedJson') => {
    try {
      return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new ImportError(kind);
    }
  };
  for await (const piece of pieces) yield read(piece, 'wrongEncoding');
  // What ends within a letter was cut.
  read(null, 'damagedJson');
}

async function firstBytes(source: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source.bytes()) {
    pieces.push(piece);
    size += piece.length;
    if (size >= AGE_HEADER) break;
  }
  return joined(pieces, size).subarray(0, AGE_HEADER);
}

function asLatin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { fromBase64, joined, toBase64 } from './bytes.ts';
import type { WebCrypto } from './cipher.ts';
import { ExportError, ImportError } from './errors.ts';

/*
 * The age format with a passphrase (C2SP age, version 1: https://c2sp.org/age): what Weitblick seals, the age program
 * and every other reader of the format opens, also when Weitblick is gone.
 */

const FIRST_LINE = 'age-encryption.org/v1';
/** Work of scrypt as an exponent of two: 128 MB and half a second, as OWASP Password Storage (2023) asks for. */
const WORK = 17;
/** A file may ask for more work than we do, but for no more memory than a browser gives: 2^19 takes 512 MB. */
const MOST_WORK = 19;
/** Bytes sealed at once. */
const CHUNK = 64 * 1024;
const TAG = 16;
/** Characters of the header; one with a passphrase has some 200. */
const HEADER = 4_096;

/** A key made of a passphrase, and what a file must say so that the passphrase makes it again. */
export interface AgeSeal {
  salt: Uint8Array<ArrayBuffer>;
  work: number;
  /** 32 bytes; opens files of this salt alone, and does not tell the passphrase. */
  key: Uint8Array<ArrayBuffer>;
}

/**
 * The key for sealing many files with one passphrase that is not kept.
 * @throws ExportError `passphraseEmpty`.
 */
export async function createAgeSeal(
  passphrase: string,
  crypto: WebCrypto,
  work: number = WORK,
): Promise<AgeSeal> {
  if (passphrase === '') throw new ExportError('passphraseEmpty');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  // One spelling for letters that keyboards compose differently.
  return { salt, work, key: await keyOf(passphrase.normalize('NFKC'), salt, work) };
}

/** Text sealed with a key at hand, in pieces of bytes; each file draws its own file key and nonce. */
export async function* sealAge(
  text: Iterable<string> | AsyncIterable<string>,
  { salt, work, key }: AgeSeal,
  crypto: WebCrypto,
): AsyncGenerator<Uint8Array> {
  const fileKey = crypto.getRandomValues(new Uint8Array(16));
  const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
  const head = `${FIRST_LINE}\n-> scrypt ${unpadded(salt)} ${work}\n${unpadded(body)}\n---`;
  const nonce = crypto.getRandomValues(new Uint8Array(16));
  yield new TextEncoder().encode(`${head} ${unpadded(await macOf(head, fileKey, crypto))}\n`);
  yield nonce;
  const payloadKey = await derive(fileKey, nonce, 'payload', crypto);
  let index = 0;
  // One chunk is held back: only when there is no next one is it known to be the last.
  let held: Uint8Array | null = null;
  for await (const chunk of chunksOf(text)) {
    if (held !== null) yield chacha20poly1305(payloadKey, nonceAt(index++, false)).encrypt(held);
    held = chunk;
  }
  yield chacha20poly1305(payloadKey, nonceAt(index, true)).encrypt(held ?? new Uint8Array(0));
}

/** Do the bytes begin like a file in the age format? */
export function isAge(head: Uint8Array): boolean {
  return head.length > FIRST_LINE.length && FIRST_LINE === latin(head.subarray(0, FIRST_LINE.length));
}

/** What opens one file, so that the work of the passphrase is done once however often the file is read. */
export interface AgeLock {
  fileKey: Uint8Array<ArrayBuffer>;
  /** Where the payload begins. */
  end: number;
}

/** Bytes of a file's beginning that hold the whole header. */
export const AGE_HEADER = HEADER;

/**
 * What opens a file, by its beginning (`AGE_HEADER` bytes, or all there are).
 * @throws ImportError `passphraseNeeded`, `wrongPassphrase`, `damagedBackup`; `unknownFormat` when it is not sealed
 * with a passphrase, but for somebody's key.
 */
export async function unlockAge(
  beginning: Uint8Array,
  passphrase: string | undefined,
  crypto: WebCrypto,
): Promise<AgeLock> {
  const { head, mac, salt, work, body, end } = readHeader(beginning);
  if (passphrase === undefined || passphrase === '') throw new ImportError('passphraseNeeded');
  const fileKey = await fileKeyOf(passphrase, salt, work, body);
  if (!equal(mac, await macOf(head, fileKey, crypto))) throw damaged('0');
  return { fileKey, end };
}

/**
 * The bytes that were sealed, in pieces, chunk by chunk as they come.
 * @throws ImportError `damagedBackup` where the file was cut or changed: up to there it opens. Also those of `unlockAge`.
 */
export async function* openAge(
  sealed: Uint8Array | Pieces,
  key: AgeLock | string | undefined,
  crypto: WebCrypto,
): AsyncGenerator<Uint8Array> {
  const pieces = new Refilled(sealed instanceof Uint8Array ? [sealed] : sealed);
  const lock = typeof key === 'object' ? key : await unlockAge(await pieces.peek(HEADER), key, crypto);
  await pieces.take(lock.end);
  const nonce = await pieces.take(16);
  if (nonce.length < 16 || (await pieces.peek(TAG)).length < TAG) throw damaged('1');
  const payloadKey = await derive(lock.fileKey, nonce, 'payload', crypto);
  for (let index = 0; ; index++) {
    const chunk = await pieces.take(CHUNK + TAG);
    const last = (await pieces.peek(1)).length === 0;
    let plain: Uint8Array;
    try {
      plain = chacha20poly1305(payloadKey, nonceAt(index, last)).decrypt(chunk);
    } catch {
      // A file that was cut or changed opens up to there.
      throw damaged(`${index + 1}`);
    }
    // Only the one chunk of an empty file is empty.
    if (plain.length === 0 && index > 0) throw damaged(`${index + 1}`);
    yield plain;
    if (last) return;
  }
}

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Pieces of any size as pieces of the size that is asked for. */
class Refilled {
  readonly #from: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #held: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #at = 0;

  constructor(pieces: Pieces) {
    this.#from = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  }

  /** The next so many bytes; fewer at the end. */
  async take(size: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.peek(size);
    this.#at += bytes.length;
    return bytes;
  }

  /** The same, and they stay. */
  async peek(size: number): Promise<Uint8Array<ArrayBuffer>> {
    let length = this.#held.length - this.#at;
    const kept = length === 0 ? [] : [this.#held.subarray(this.#at)];
    const before = length;
    while (length < size) {
      const next = await this.#from.next();
      if (next.done === true) break;
      kept.push(next.value as Uint8Array<ArrayBuffer>);
      length += next.value.length;
    }
    if (length > before) {
      const [only] = kept;
      this.#held = kept.length === 1 && only !== undefined ? only : joined(kept, length);
      this.#at = 0;
    }
    return this.#held.slice(this.#at, this.#at + size);
  }
}

function damaged(place: string): ImportError {
  return new ImportError('damagedBackup', { place });
}

interface Header {
  /** What the code of the header is made of. */
  head: string;
  mac: Uint8Array;
  salt: Uint8Array<ArrayBuffer>;
  work: number;
  body: Uint8Array;
  /** Where the payload begins. */
  end: number;
}

function readHeader(sealed: Uint8Array): Header {
  const text = latin(sealed.subarray(0, HEADER));
  const [first = '', stanza = '', body = '', last = ''] = text.split('\n', 4);
  const [arrow, kind, salt = '', work = '', ...more] = stanza.split(' ');
  if (first !== FIRST_LINE || arrow !== '->') throw damaged('0');
  if (kind !== 'scrypt') throw new ImportError('unknownFormat');
  const code = /^--- ([\w+/]{43})$/.exec(last)?.[1];
  const parts = [bytesOf(salt, 16), bytesOf(body, 32), bytesOf(code ?? '', 32)] as const;
  const [saltBytes, bodyBytes, mac] = parts;
  if (more.length > 0 || !/^[1-9]\d?$/.test(work) || Number(work) > MOST_WORK) throw damaged('0');
  if (saltBytes === null || bodyBytes === null || mac === null) throw damaged('0');
  const lines = [first, stanza, body];
  return {
    head: `${lines.join('\n')}\n---`,
    mac,
    salt: saltBytes,
    work: Number(work),
    body: bodyBytes,
    end: [...lines, last].join('\n').length + 1,
  };
}

/** Tried in the spelling that we seal with, then as typed: other programs take it so. */
async function fileKeyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  work: number,
  body: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  for (const secret of new Set([passphrase.normalize('NFKC'), passphrase])) {
    const key = await keyOf(secret, salt, work);
    try {
      return new Uint8Array(chacha20poly1305(key, new Uint8Array(12)).decrypt(body));
    } catch {
      // Another spelling may still open it.
    }
  }
  throw new ImportError('wrongPassphrase');
}

async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  work: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const label = new TextEncoder().encode(`${FIRST_LINE}/scrypt`);
  const secret = new TextEncoder().encode(passphrase);
  const cost = { N: 2 ** work, r: 8, p: 1, dkLen: 32, maxmem: 2 ** 30 };
  const salted = joined([label, salt], label.length + salt.length);
  return new Uint8Array(await behindOthers(() => scryptAsync(secret, salted, cost)));
}

/**
 * Long work in slices, behind everything else that waits: a slice that is given back is otherwise taken up again
 * before a message is heard (https://wicg.github.io/scheduling-apis/#dom-scheduler-yield inherits the priority).
 */
function behindOthers<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.postTask === undefined ? work() : scheduler.postTask(work, { priority: 'background' });
}

interface Scheduler {
  postTask?<Answer>(work: () => Promise<Answer>, options: { priority: 'background' }): Promise<Answer>;
}

async function derive(
  fileKey: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: string,
  { subtle }: WebCrypto,
): Promise<Uint8Array<ArrayBuffer>> {
  const material = await subtle.importKey('raw', fileKey, 'HKDF', false, ['deriveBits']);
  const label = new TextEncoder().encode(info);
  return new Uint8Array(
    await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: label }, material, 256),
  );
}

async function macOf(head: string, fileKey: Uint8Array<ArrayBuffer>, crypto: WebCrypto): Promise<Uint8Array> {
  const secret = await derive(fileKey, new Uint8Array(0), 'header', crypto);
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, new TextEncoder().encode(head)));
}

/** Eleven bytes of the chunk's number and one that marks the last (STREAM, Hoang et al. 2015). */
function nonceAt(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Chunks of the full size, the last one shorter. */
async function* chunksOf(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let chunk = new Uint8Array(CHUNK);
  let filled = 0;
  for await (const piece of text) {
    const bytes = encoder.encode(piece);
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + CHUNK - filled);
      chunk.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < CHUNK) continue;
      yield chunk;
      chunk = new Uint8Array(CHUNK);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

function unpadded(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/={1,2}$/, '');
}

/** So many bytes of unpadded base64, in the one spelling that stands for them; else `null`. */
function bytesOf(text: string, size: number): Uint8Array<ArrayBuffer> | null {
  const bytes = /^[\w+/]*$/.test(text) ? fromBase64(text) : null;
  return bytes?.length === size && unpadded(bytes) === text ? bytes : null;
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

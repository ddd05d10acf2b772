import { fromBase64, joined, toBase64 } from './bytes.ts';
import { ImportError } from './errors.ts';

/** The part of WebCrypto that is needed; `globalThis.crypto` in browsers and Node. */
export type WebCrypto = Pick<Crypto, 'subtle' | 'getRandomValues'>;

/** OWASP Password Storage (2023) for PBKDF2 with SHA-256; some 70 ms on a laptop. */
const ITERATIONS = 600_000;
/** A file may ask for more work than we do, but not for a standstill. */
const MAX_ITERATIONS = 5_000_000;
/** Bytes of plain text sealed at once; bounds memory. */
const SEGMENT = 256 * 1024;
const VERSION = 1;

interface Envelope {
  format: 'weitblick-encrypted';
  version: number;
  kdf: { name: 'PBKDF2'; hash: 'SHA-256'; iterations: number; salt: string };
  cipher: { name: 'AES-GCM'; bits: 256; iv: string };
}

/** A key made of a passphrase, and what a file must say so that the passphrase makes it again. */
export interface Seal {
  /** Cannot be taken out of the browser, and does not tell the passphrase. */
  key: CryptoKey;
  salt: Uint8Array<ArrayBuffer>;
}

/**
 * Text sealed as versions before the age format did (PBKDF2-SHA-256, AES-256-GCM), with a key at hand, in pieces: a
 * line of JSON that says how, then one line of base64 for each segment. Each segment has its own nonce and is bound to
 * its place and to being the last one, so that cutting, swapping or repeating segments is noticed.
 */
export async function* sealText(
  text: Iterable<string> | AsyncIterable<string>,
  { key, salt }: Seal,
  crypto: WebCrypto,
): AsyncGenerator<string> {
  const iv = crypto.getRandomValues(new Uint8Array(8));
  const envelope: Envelope = {
    format: 'weitblick-encrypted',
    version: VERSION,
    kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: toBase64(salt) },
    cipher: { name: 'AES-GCM', bits: 256, iv: toBase64(iv) },
  };
  yield `${JSON.stringify(envelope)}\n`;
  const seal = async (index: number, last: boolean, plain: Uint8Array<ArrayBuffer>) =>
    `${toBase64(new Uint8Array(await crypto.subtle.encrypt(parameters(iv, index, last), key, plain)))}\n`;
  let index = 0;
  // One segment is held back: only when there is no next one is it known to be the last.
  let held: Uint8Array<ArrayBuffer> | null = null;
  for await (const segment of segments(text)) {
    if (held !== null) yield await seal(index++, false, held);
    held = segment;
  }
  yield await seal(index, true, held ?? new Uint8Array(0));
}

/** Does the text begin like one that `sealText` wrote? */
export function isEncrypted(head: string): boolean {
  return head.startsWith('{"format":"weitblick-encrypted"');
}

/**
 * The text that was sealed.
 * @throws ImportError `passphraseNeeded`, `wrongPassphrase`, `newerVersion`, `damagedBackup`.
 */
export async function decryptText(
  sealed: string,
  passphrase: string | undefined,
  crypto: WebCrypto,
): Promise<string> {
  let text = '';
  for await (const piece of openSealedText([sealed], passphrase, crypto)) text += piece;
  return text;
}

/** A key that was made of the passphrase for one file, kept while the file is read more than once. */
export interface KeptKey {
  key?: CryptoKey;
}

/** Characters of one segment's line; those that we wrote have some 350 000, or a little more than one long record. */
const LINE = 64 * 2 ** 20;

/**
 * The same in pieces, segment by segment as they come.
 * @throws ImportError as `decryptText`; what is damaged is told where it stands, and the text opens up to there.
 */
export async function* openSealedText(
  sealed: Iterable<string> | AsyncIterable<string>,
  passphrase: string | undefined,
  crypto: WebCrypto,
  kept: KeptKey = {},
): AsyncGenerator<string> {
  const lines = linesOf(sealed)[Symbol.asyncIterator]();
  const { kdf, iv } = readEnvelope(String((await lines.next()).value ?? ''));
  if (passphrase === undefined || passphrase === '') throw new ImportError('passphraseNeeded');
  kept.key ??= await deriveKey(passphrase, kdf.salt, kdf.iterations, crypto);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = await lines.next();
  if (line.done === true) throw new ImportError('damagedBackup', { place: '1' });
  for (let index = 0; line.done !== true; index++) {
    const next = await lines.next();
    const segment = bytesOf(line.value);
    let text: string;
    try {
      const how = parameters(iv, index, next.done === true);
      const plain = await crypto.subtle.decrypt(how, kept.key, segment);
      text = decoder.decode(plain, { stream: next.done !== true });
    } catch {
      // A wrong passphrase fails at once. A file that was cut or changed further down opens up to there.
      throw index === 0
        ? new ImportError('wrongPassphrase')
        : new ImportError('damagedBackup', { place: `${index + 1}` });
    }
    yield text;
    line = next;
  }
}

/** The lines of a text, the first as it stands and those after it without spaces around them, and no empty one. */
async function* linesOf(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let open = '';
  let first = true;
  const ready = function* (line: string): Generator<string> {
    if (first) yield line;
    else if (line.trim() !== '') yield line.trim();
    first = false;
  };
  for await (const piece of text) {
    const lines = piece.split('\n');
    for (const [i, part] of lines.entries()) {
      open += part;
      if (open.length > (first ? ENVELOPE : LINE)) throw new ImportError('damagedBackup', { place: '0' });
      if (i === lines.length - 1) break;
      yield* ready(open);
      open = '';
    }
  }
  yield* ready(open);
}

/** Characters of the first line; ours has some 200. */
const ENVELOPE = 4_096;

function readEnvelope(line: string): {
  kdf: { salt: Uint8Array<ArrayBuffer>; iterations: number };
  iv: Uint8Array<ArrayBuffer>;
} {
  if (line.length > ENVELOPE) throw new ImportError('damagedBackup', { place: '0' });
  let envelope: Partial<Envelope>;
  try {
    envelope = JSON.parse(line);
  } catch {
    throw new ImportError('damagedBackup', { place: '0' });
  }
  if (Number(envelope.version) > VERSION)
    throw new ImportError('newerVersion', { version: Number(envelope.version), known: VERSION });
  const { kdf, cipher } = envelope;
  const iterations = Number(kdf?.iterations);
  const salt = bytesOf(String(kdf?.salt ?? ''));
  const iv = bytesOf(String(cipher?.iv ?? ''));
  const known = kdf?.name === 'PBKDF2' && kdf.hash === 'SHA-256' && cipher?.name === 'AES-GCM';
  if (!known || !(iterations >= 1 && iterations <= MAX_ITERATIONS) || salt.length < 8 || iv.length !== 8)
    throw new ImportError('damagedBackup', { place: '0' });
  return { kdf: { salt, iterations }, iv };
}

function parameters(iv: Uint8Array, index: number, last: boolean): AesGcmParams {
  const nonce = new Uint8Array(12);
  nonce.set(iv);
  new DataView(nonce.buffer).setUint32(8, index);
  return {
    name: 'AES-GCM',
    iv: nonce,
    additionalData: new TextEncoder().encode(`${index}${last ? ' last' : ''}`),
  };
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  { subtle }: WebCrypto,
): Promise<CryptoKey> {
  // One spelling for letters that keyboards compose differently.
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

async function* segments(
  text: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of text) {
    const bytes = new TextEncoder().encode(piece);
    pending.push(bytes);
    size += bytes.length;
    if (size < SEGMENT) continue;
    yield joined(pending, size);
    pending = [];
    size = 0;
  }
  if (size > 0) yield joined(pending, size);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(base64);
  if (bytes === null) throw new ImportError('damagedBackup', { place: '0' });
  return bytes;
}

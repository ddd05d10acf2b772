import { importKey, type Key, NONCE_BYTES, open, seal } from './xaes.ts';

/** Every sealed file begins so. */
const MAGIC = [0x57, 0x42, 0x53, 0x31]; // WBS1
const HEAD = MAGIC.length + NONCE_BYTES;
const TAG = 16;

export const FILE_LIMITS = {
  /** Bytes of a sealed file that are read. What this program writes is a quarter of it at most. */
  sealed: 16 * 1024 * 1024,
  /** Bytes of its text: a file that unpacks to more is no file of ours. */
  text: 96 * 1024 * 1024,
  /** Characters of text that this program puts into one file: packed some 4 MiB at most. */
  written: 12 * 1024 * 1024,
  /** Records in one file. */
  records: 8_000,
} as const;

/** Where a file lies; it opens nowhere else. */
export interface Where {
  space: string;
  epoch: string;
  name: string;
}

/** The key of an epoch, from the code alone: nothing that lies on the carrier steers it. */
export async function epochKey(
  secret: Uint8Array<ArrayBuffer>,
  { space, epoch }: Omit<Where, 'name'>,
): Promise<Key> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const encode = (text: string) => new TextEncoder().encode(text);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: encode('weitblick-sync/1'), info: encode(`${space}/${epoch}`) },
    from,
    256,
  );
  return importKey(new Uint8Array(bits));
}

/** Lines of text as one sealed file: packed, padded, bound to its place. */
export async function sealFile(key: Key, where: Where, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await bytesOf(
    new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')),
    Number.POSITIVE_INFINITY,
  );
  const plain = new Uint8Array(padme(4 + packed.length));
  new DataView(plain.buffer).setUint32(0, packed.length);
  plain.set(packed, 4);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await seal(key, nonce, plain, boundTo(where));
  const file = new Uint8Array(HEAD + sealed.length);
  file.set(MAGIC);
  file.set(nonce, MAGIC.length);
  file.set(sealed, HEAD);
  return file;
}

/**
 * The text of a sealed file; `null` when it is not whole: cut, changed, moved, renamed, under another key, larger than
 * any of ours, or no file of ours at all.
 */
export async function openFile(
  key: Key,
  where: Where,
  file: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  if (file.length < HEAD + TAG + 4 || file.length > FILE_LIMITS.sealed) return null;
  if (!MAGIC.every((byte, i) => file[i] === byte)) return null;
  const plain = await open(key, file.slice(MAGIC.length, HEAD), file.slice(HEAD), boundTo(where));
  if (plain === null) return null;
  const length = new DataView(plain.buffer).getUint32(0);
  if (length > plain.length - 4) return null;
  try {
    const packed = new Blob([plain.subarray(4, 4 + length)]).stream();
    const text = await bytesOf(packed.pipeThrough(new DecompressionStream('gzip')), FILE_LIMITS.text);
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return null;
  }
}

/**
 * Padmé (Nikitin and others 2019): at most 12 % more, and the length tells the order of magnitude alone.
 * @see https://petsymposium.org/popets/2019/popets-2019-0056.pdf
 */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}

function boundTo({ space, epoch, name }: Where): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`weitblick-sync/1\n${space}\n${epoch}\n${name}`);
}

async function bytesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    length += piece.length;
    if (length > most) throw new RangeError('More than a file of ours holds.');
    pieces.push(piece);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

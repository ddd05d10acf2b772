/** Bytes of a nonce: long enough to be drawn at random without any bookkeeping. */
export const NONCE_BYTES = 24;
const BLOCK = 16;

/** A key of XAES-256-GCM, for many messages. */
export interface Key {
  key: CryptoKey;
  /** The one value that all derivations share (K1 of the specification). */
  mask: Uint8Array<ArrayBuffer>;
}

/** @see https://c2sp.org/XAES-256-GCM */
export async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<Key> {
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-CBC', false, ['encrypt']);
  const mask = await encryptBlock(key, new Uint8Array(BLOCK));
  const carry = (mask[0] ?? 0) >> 7;
  for (let i = 0; i < BLOCK; i++) mask[i] = ((mask[i] ?? 0) << 1) | ((mask[i + 1] ?? 0) >> 7);
  mask[BLOCK - 1] = (mask[BLOCK - 1] ?? 0) ^ (carry * 0x87);
  return { key, mask };
}

export async function seal(
  key: Key,
  nonce: Uint8Array<ArrayBuffer>,
  plain: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const derived = await derive(key, nonce, 'encrypt');
  return new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, additionalData), derived, plain));
}

/** The plain bytes; `null` when a bit of what was sealed, of the nonce or of the additional data is another. */
export async function open(
  key: Key,
  nonce: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const derived = await derive(key, nonce, 'decrypt');
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, additionalData), derived, sealed));
  } catch {
    return null;
  }
}

function parameters(nonce: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce.slice(12), additionalData };
}

async function derive({ key, mask }: Key, nonce: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  if (nonce.length !== NONCE_BYTES) throw new RangeError('A nonce has 24 bytes.');
  const halves = [1, 2].map((counter) => {
    const block = new Uint8Array(BLOCK);
    block.set([0, counter, 0x58, 0]);
    block.set(nonce.subarray(0, 12), 4);
    return encryptBlock(
      key,
      block.map((byte, i) => byte ^ (mask[i] ?? 0)),
    );
  });
  const bytes = new Uint8Array(2 * BLOCK);
  for (const [i, half] of (await Promise.all(halves)).entries()) bytes.set(half, i * BLOCK);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);
}

/** One block of AES: the first of CBC with an IV of zeros. WebCrypto has no plainer way to it. */
async function encryptBlock(
  key: CryptoKey,
  block: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = new Uint8Array(BLOCK);
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, block)).slice(0, BLOCK);
}

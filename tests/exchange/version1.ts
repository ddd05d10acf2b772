import { sealText } from '../../src/exchange/cipher.ts';

/** An encrypted backup as versions before the age format wrote it. */
export async function* encryptText(pieces: Iterable<string>, passphrase: string): AsyncGenerator<string> {
  const { subtle } = crypto;
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  yield* sealText(pieces, { key, salt }, crypto);
}

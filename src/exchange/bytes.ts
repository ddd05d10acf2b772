/** What newer browsers do by themselves, twenty times as fast. */
interface NewerBytes {
  toBase64?(): string;
}
interface NewerBytesMaker {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

/** Bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  const own = bytes as Uint8Array & NewerBytes;
  if (own.toBase64 !== undefined) return own.toBase64();
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** The bytes of base64 text; `null` when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const maker = Uint8Array as NewerBytesMaker;
  let binary: string;
  try {
    if (maker.fromBase64 !== undefined) return maker.fromBase64(text);
    binary = atob(text);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Pieces of `size` bytes in all as one. */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

import { browser } from 'wxt/browser';
import { isFromExtension } from '../messaging/events.ts';

/*
 * Chromium's background cannot make an address for a file (`URL.createObjectURL`); an offscreen page of ours can.
 * The background hands it text or bytes in parts, and gets the address of the whole.
 */

interface Message {
  weitblickFile: { part: string } | { base64: string } | { finish: { mediaType: string } };
}

const PAGE = '/offscreen.html';

/** What the offscreen page does: keeps parts, and answers the address of the file that they make. */
export function serveBlobs(): void {
  let parts: Blob[] = [];
  const listen = (message: unknown, sender: { id?: string; url?: string }) => {
    const order = (message as Partial<Message> | null)?.weitblickFile;
    if (order === undefined || !isFromExtension(sender)) return undefined;
    if ('part' in order) {
      parts.push(new Blob([order.part]));
      return Promise.resolve(true);
    }
    if ('base64' in order) {
      parts.push(new Blob([Uint8Array.from(atob(order.base64), (letter) => letter.charCodeAt(0))]));
      return Promise.resolve(true);
    }
    const url = URL.createObjectURL(new Blob(parts, { type: order.finish.mediaType }));
    parts = [];
    return Promise.resolve(url);
  };
  browser.runtime.onMessage.addListener(listen as never);
}

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** Makes a file of pieces and answers its address, and how to let it go. */
export async function fileUrl(
  pieces: AsyncIterable<string | Uint8Array>,
  mediaType: string,
): Promise<{ url: string; release: () => Promise<void> }> {
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (offscreen === undefined) {
    const parts: Blob[] = [];
    for await (const part of inParts(pieces)) parts.push(new Blob([part as BlobPart]));
    const url = URL.createObjectURL(new Blob(parts, { type: mediaType }));
    return { url, release: async () => URL.revokeObjectURL(url) };
  }
  // One left over by a background that was stopped would hold half a file.
  await offscreen.closeDocument().catch(() => {});
  await offscreen.createDocument({
    url: PAGE,
    reasons: ['BLOBS'],
    justification: 'Makes the file of an automatic backup.',
  });
  const send = (order: Message['weitblickFile']) => browser.runtime.sendMessage({ weitblickFile: order });
  for await (const part of inParts(pieces))
    await send(typeof part === 'string' ? { part } : { base64: base64Of(part) });
  const url = String(await send({ finish: { mediaType } }));
  return { url, release: () => offscreen.closeDocument() };
}

/** Characters or bytes of one message. */
const PART = 1_000_000;

/** Pieces put together to larger ones; of one kind each. */
async function* inParts(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let text = '';
  let bytes: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else bytes.push(piece);
    size += piece.length;
    if (size < PART) continue;
    yield* ready();
  }
  yield* ready();

  function* ready(): Generator<string | Uint8Array> {
    if (text !== '') yield text;
    if (bytes.length > 0) yield joined(bytes);
    text = '';
    bytes = [];
    size = 0;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

import { browser } from 'wxt/browser';
import { isFromExtension } from '../messaging/events.ts';

/*
 * Chromium's background cannot make an address for a file (`URL.createObjectURL`); an offscreen page of ours can.
 * The background hands it the text in parts, and gets the address of the whole.
 */

interface Message {
  weitblickFile: { part: string } | { finish: { mediaType: string } };
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
  pieces: AsyncIterable<string>,
  mediaType: string,
): Promise<{ url: string; release: () => Promise<void> }> {
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (offscreen === undefined) {
    const parts: Blob[] = [];
    for await (const part of inParts(pieces)) parts.push(new Blob([part]));
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
  for await (const part of inParts(pieces)) await send({ part });
  const url = String(await send({ finish: { mediaType } }));
  return { url, release: () => offscreen.closeDocument() };
}

/** Characters of one message. */
const PART = 1_000_000;

async function* inParts(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let part = '';
  for await (const piece of pieces) {
    part += piece;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

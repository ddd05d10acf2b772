import type { LeftOut } from '../../../core/model/index.ts';
import { call } from '../../../messaging/client.ts';
import { PART_BYTES } from '../../../messaging/files.ts';
import type { Input } from '../../../messaging/protocol.ts';

/** How far a transfer has come; `total` is `null` while it is not known. */
export type OnProgress = (done: number, total: number | null) => void;

/**
 * Hands files to the background, part by part, and answers the name of the import. Progress is in bytes.
 * @throws MessageFailure; the signal's reason when it was stopped.
 */
export async function upload(
  files: readonly File[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<string> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const { id } = await call('import.begin', {
    files: files.map(({ name, size, lastModified }) => ({
      name,
      size,
      modified: new Date(lastModified).toISOString(),
    })),
  });
  let done = 0;
  for (const [index, file] of files.entries())
    for (let from = 0; from < file.size; from += PART_BYTES) {
      signal.throwIfAborted();
      const part = file.slice(from, from + PART_BYTES);
      await call('import.part', { id, file: index, data: await base64Of(part) });
      done += part.size;
      onProgress(done, total);
    }
  return id;
}

/**
 * Fetches an exported file part by part. Progress is in contacts; `leftOut` is what a backup cannot hold.
 * @throws MessageFailure; the signal's reason when it was stopped.
 */
export async function fetchExport(
  input: Input<'export.begin'>,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<{ name: string; blob: Blob; leftOut: LeftOut }> {
  const { id, name, mediaType, total } = await call('export.begin', input);
  // A blob of each part, not its text: browsers keep blobs out of the page's memory.
  const parts: Blob[] = [];
  try {
    for (;;) {
      signal.throwIfAborted();
      const { text, base64, done, last, leftOut = {} } = await call('export.next', { id });
      parts.push(new Blob([base64 ? bytesOf(text) : text]));
      onProgress(done, total);
      if (last) return { name, blob: new Blob(parts, { type: mediaType }), leftOut };
    }
  } catch (error) {
    if (signal.aborted) await call('export.cancel', { id });
    throw error;
  }
}

/** Hands a file to the browser's own downloads; needs no permission. */
export function offerDownload(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function base64Of(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

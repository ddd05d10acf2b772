import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { countMail, isMailbox, type LargeFile } from '../src/exchange/import/mailCounts.ts';

/** A worker that counts the mailboxes among the files that a page hands to it; see `rooms/files/mailboxes.ts`. */
export default defineUnlistedScript(() => {
  addEventListener('message', ({ data }: MessageEvent<File[]>) => {
    counted(data).then(postMessage, (error: unknown) => postMessage({ failed: String(error) }));
  });
});

async function counted(files: readonly File[]): Promise<object> {
  const mailboxes: number[] = [];
  for (const [at, file] of files.entries()) if (await isMailbox(large(file))) mailboxes.push(at);
  const chosen = files.filter((_, at) => mailboxes.includes(at)).map(large);
  return { mailboxes, counts: await countMail(chosen, (done) => postMessage({ done })) };
}

const large = (file: File): LargeFile => ({
  name: file.name,
  size: file.size,
  bytes: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
});

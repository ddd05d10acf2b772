import { browser } from 'wxt/browser';
import type { OnProgress } from '../../shared/transfer.ts';

/** What is none for sure, so that no worker is started to find that out. */
const NEVER_MAIL = /\.(?:zip|csv|tsv|tab|json|age|vcf|vcard|ics|ical|vcs)$/i;
/** The longest name of a file that is shown. */
const NAME = 200;

/**
 * The files with all mailboxes among them replaced by what was counted of them. They are read by a worker where they
 * lie: a mailbox has gigabytes, and nothing of a message leaves this page. Progress is in bytes.
 * @throws the signal's reason when it was stopped
 */
export async function withMailCounted(
  files: readonly File[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<File[]> {
  const maybe = files.filter(({ name }) => !NEVER_MAIL.test(name));
  if (maybe.length === 0) return [...files];
  const total = maybe.reduce((sum, { size }) => sum + size, 0);
  const { mailboxes, counts } = await count(maybe, (done) => onProgress(done, total), signal);
  const counted = new Set(mailboxes.map((at) => maybe[at]));
  if (counted.size === 0) return [...files];
  const name = [...counted].map((file) => file?.name ?? '').join(', ');
  return [...files.filter((file) => !counted.has(file)), new File([counts], name.slice(0, NAME))];
}

interface Counted {
  mailboxes: number[];
  counts: Uint8Array<ArrayBuffer>;
}

function count(files: File[], onDone: (bytes: number) => void, signal: AbortSignal): Promise<Counted> {
  const worker = new Worker(browser.runtime.getURL('/mailReader.js' as never));
  return new Promise<Counted>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<Counted | { done: number } | { failed: string }>) => {
      if ('done' in data) onDone(data.done);
      else if ('failed' in data) reject(new Error(data.failed));
      else resolve(data);
    };
    worker.postMessage(files);
  }).finally(() => worker.terminate());
}

import * as z from 'zod/mini';
import { ImportError } from '../errors.ts';
import { beginsWithMail, isSentFolder, MailboxReader } from './mailbox.ts';
import { asEmail } from './mailHeaders.ts';
import { type MailCounts, MailLog } from './mailLog.ts';
import type { Findings } from './parsed.ts';
import { dayNumber } from './recurrence.ts';

/*
 * A mailbox may be larger than the memory, and far larger than what a page hands to the background. It is counted where
 * it lies, piece by piece, and the counts alone go on: as a file of their own, which passes the same gate as any other.
 */

/** A mailbox whose bytes are fetched when they are asked for. */
export interface LargeFile {
  name: string;
  size: number;
  /** The bytes from one place to before another. */
  bytes(from: number, to: number): Promise<Uint8Array>;
}

/** Bytes fetched at once. */
const PIECE = 2 ** 20;
/** Bytes by which a mailbox is known. */
const HEAD = 64 * 1024;

/** Does the file hold messages? */
export async function isMailbox(file: LargeFile): Promise<boolean> {
  return beginsWithMail(await file.bytes(0, Math.min(HEAD, file.size)));
}

/**
 * Counts the messages of mailboxes together.
 * @param onProgress hears how many bytes are read
 * @returns the file of the counts
 */
export async function countMail(
  files: readonly LargeFile[],
  onProgress: (bytes: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const log = new MailLog();
  let done = 0;
  for (const { name, size, bytes } of files) {
    const reader = new MailboxReader((mail) => log.add(mail), { sent: isSentFolder(name) });
    for (let from = 0; from < size; from += PIECE) {
      const to = Math.min(size, from + PIECE);
      reader.push(await bytes(from, to));
      done += to - from;
      onProgress(done);
    }
    reader.end();
  }
  return new TextEncoder().encode(JSON.stringify(log.counts()));
}

const Address = z.string().check(z.refine((text) => asEmail(text) === text));
/** A day that there is, or none. */
const Day = z.string().check(
  z.regex(/^(?:\d{4}-\d{2}-\d{2})?$/),
  z.refine((text) => text === '' || dayNumber(text) !== null),
);
const Count = z.int().check(z.nonnegative());
const Counted = z.array(z.tuple([Address, Count])).check(z.maxLength(1_000));
const Counts = z.strictObject({
  format: z.literal('weitblick-mail'),
  version: z.literal(1),
  messages: Count,
  pairs: z
    .array(z.tuple([Address, Address, Count, Day, Day, z.array(Day).check(z.maxLength(10))]))
    .check(z.maxLength(1_000_000)),
  names: z.array(z.tuple([Address, z.string().check(z.maxLength(400))])).check(z.maxLength(1_000_000)),
  senders: Counted,
  delivered: Counted,
  taking: Counted,
});

/** Is the value of a JSON file what `countMail` writes? */
export function isMailCounts(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'weitblick-mail'
  );
}

/** @throws ImportError `damagedJson` where the counts are none. */
export function readMailCounts(value: unknown, findings: Pick<Findings, 'mail'>): void {
  const { data } = Counts.safeParse(value);
  if (data === undefined) throw new ImportError('damagedJson');
  findings.mail(MailLog.of(data satisfies MailCounts));
}

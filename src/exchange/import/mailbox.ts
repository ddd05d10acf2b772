import { type MailAddress, mailAddresses, mailDay } from './mailHeaders.ts';

/** Who wrote to whom, and when: all that is kept of a message. */
export interface Mail {
  from: MailAddress;
  /** `To`, `Cc` and `Bcc`. */
  to: MailAddress[];
  /** ISO 8601 day; `null`: it cannot be read. */
  day: string | null;
  /** `Message-ID`, by which two copies of a message are one. */
  id?: string;
  /** The mailbox to which it was delivered. */
  deliveredTo?: string;
  /** The user sent it: it lies among what was sent. */
  sent: boolean;
  /** A machine's answer or a circular: no sign of anybody. */
  automatic: boolean;
}

/** The fields that are read; every other is passed over unseen. */
const WANTED = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'date',
  'message-id',
  'delivered-to',
  'x-original-to',
  'x-gmail-labels',
  'auto-submitted',
  'precedence',
  'list-unsubscribe',
]);
/** With what a message begins where nothing stands between one and the next. */
const FIRST_FIELDS = new Set(
  'return-path delivered-to received from date message-id subject to mime-version x-original-to x-gmail-labels'.split(
    ' ',
  ),
);

/** Bytes of a line that are looked at. */
const LINE = 64 * 1024;
/** Bytes of a head; more is none. */
const HEAD = 1024 * 1024;
/** Characters of one field that are kept while its head is read. */
const FIELD = 32_000;

const NEW_LINE = 10;

/** Do the first bytes of a file say that it holds messages: a `From ` line, or a head with who and when? */
export function beginsWithMail(bytes: Uint8Array): boolean {
  const lines = text(bytes, 0, Math.min(bytes.length, LINE))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r\n?|\n/)
    .slice(0, 2_000);
  const start = lines.findIndex((line) => line.trim() !== '');
  // Apple Mail writes the length of the message above it.
  if (/^\d{1,12}\s{0,9}$/.test(lines[start] ?? '')) lines[start] = '>';
  const separated = /^From \S/.test(lines[start] ?? '');
  const fields = new Set<string>();
  let looked = 0;
  for (const line of lines.slice(separated ? start + 1 : start)) {
    if (line.trim() === '') break;
    const name = fieldName(line);
    if (name !== null) fields.add(name);
    else if (!/^[ \t>]/.test(line)) return false;
    looked += 1;
  }
  if (separated) return fields.size > 0 && looked > 0;
  return fields.has('from') && ['date', 'received', 'message-id'].some((name) => fields.has(name));
}

/** Is what lies in a folder or file of this name what the user has sent? */
export function isSentFolder(name: string): boolean {
  return /(?:^|[^\p{L}])(?:sent|gesendet\w*|postausgang|envoy\w*|enviad\w*|inviat\w*|verzonden)(?![\p{L}])/iu.test(
    name,
  );
}

function fieldName(line: string): string | null {
  return /^([!-9;-~]{1,76})[ \t]{0,9}:/.exec(line)?.[1]?.toLowerCase() ?? null;
}

/**
 * Reads a mailbox (mbox in all its dialects, messages one behind the other without `From ` lines, or one message) from
 * pieces of bytes as they come. Heads alone are looked at: of a body nothing is kept but whether its last line was
 * empty, so memory does not grow with the file. What is no message (binary junk) is passed over.
 */
export class MailboxReader {
  /** Messages read so far. */
  messages = 0;
  readonly #onMail: (mail: Mail) => void;
  readonly #sent: boolean;
  #rest: Uint8Array = new Uint8Array(0);
  /** The rest of a line that was cut is passed over. */
  #cut = false;
  /** `edge`: a `From ` line was read, and what follows must be a head. */
  #state: 'start' | 'edge' | 'head' | 'body' = 'start';
  /** The file parts its messages by `From ` lines. */
  #separated = false;
  #afterBlank = true;
  /** The part that begins is a message of its own that somebody attached. */
  #attached = false;
  #fields = new Map<string, string>();
  #field: string | null = null;
  #size = 0;
  /** In a file without `From ` lines a later head is one only if it says enough. */
  #tentative = false;
  #edgeDay: string | null = null;

  /** @param sent all of it was sent by the user. */
  constructor(onMail: (mail: Mail) => void, { sent = false }: { sent?: boolean } = {}) {
    this.#onMail = onMail;
    this.#sent = sent;
  }

  push(piece: Uint8Array): void {
    // Only the line that the piece before has begun is put together.
    const firstEnd = this.#rest.length > 0 ? piece.indexOf(NEW_LINE) + 1 : 0;
    if (this.#rest.length > 0) {
      const rest = joined([this.#rest, firstEnd > 0 ? piece.subarray(0, firstEnd) : piece]);
      this.#rest = new Uint8Array(0);
      this.#lines(rest);
      if (firstEnd === 0) return;
    }
    this.#lines(piece.subarray(firstEnd));
  }

  #lines(bytes: Uint8Array): void {
    let at = 0;
    for (let end = bytes.indexOf(NEW_LINE); end !== -1; end = bytes.indexOf(NEW_LINE, at)) {
      if (this.#cut) this.#cut = false;
      else this.#line(bytes, at, end);
      at = end + 1;
    }
    if (this.#cut) this.#rest = new Uint8Array(0);
    else if (bytes.length - at > LINE) {
      this.#line(bytes, at, at + LINE);
      this.#rest = new Uint8Array(0);
      this.#cut = true;
    } else this.#rest = bytes.slice(at);
  }

  end(): void {
    if (this.#rest.length > 0 && !this.#cut) this.#line(this.#rest, 0, this.#rest.length);
    this.#rest = new Uint8Array(0);
    if (this.#state === 'head') this.#finish();
  }

  #line(bytes: Uint8Array, from: number, newLine: number): void {
    const end = newLine > from && bytes[newLine - 1] === 13 ? newLine - 1 : newLine;
    const length = Math.min(end - from, LINE);
    if (this.#state === 'body') this.#bodyLine(bytes, from, length);
    else if (this.#state === 'head') this.#headLine(bytes, from, length);
    else this.#firstLine(bytes, from, length);
  }

  #firstLine(bytes: Uint8Array, from: number, length: number): void {
    if (length === 0) return;
    if (text(bytes, from, Math.min(length, 3)) === '\u00ef\u00bb\u00bf') {
      this.#firstLine(bytes, from + 3, length - 3);
      return;
    }
    const line = text(bytes, from, length);
    if (line.startsWith('From ')) {
      this.#separated = true;
      this.#edge(line);
    } else if (line.startsWith('>From ') || /^\d{1,12}\s{0,9}$/.test(line)) return;
    else if (fieldName(line) !== null) {
      this.#open(false);
      this.#headLine(bytes, from, length);
    } else this.#state = 'body';
    this.#afterBlank = false;
  }

  #bodyLine(bytes: Uint8Array, from: number, length: number): void {
    if (length === 0) {
      this.#afterBlank = true;
      return;
    }
    const after = this.#afterBlank;
    this.#afterBlank = false;
    const first = bytes[from];
    // `F` alone can begin a `From ` line; nearly all lines end here.
    if (this.#separated) {
      if (first !== 70 || !isFromLine(bytes, from)) return;
      const line = text(bytes, from, Math.min(length, 300));
      if (after || /^From \S{1,200} {1,3}[A-Z][a-z]{2} [A-Z][a-z]{2} .{0,40}\d{4}/.test(line))
        this.#edge(line);
      return;
    }
    if (first === 70 && after && isFromLine(bytes, from)) {
      const line = text(bytes, from, Math.min(length, 300));
      if (mailDay(line) !== null) {
        this.#edge(line);
        return;
      }
    }
    if ((first === 67 || first === 99) && length < 200) {
      const line = text(bytes, from, length);
      if (/^content-type:\s{0,9}(?:message\/rfc822|text\/rfc822-headers)/i.test(line)) this.#attached = true;
    }
    if (!after || length > 4_000) return;
    const name = fieldName(text(bytes, from, Math.min(length, 100)));
    if (name === null || !FIRST_FIELDS.has(name)) return;
    this.#open(true);
    this.#headLine(bytes, from, length);
  }

  #edge(line: string): void {
    this.#state = 'edge';
    this.#edgeDay = mailDay(line);
  }

  #open(tentative: boolean): void {
    this.#state = 'head';
    this.#tentative = tentative;
    this.#fields = new Map();
    this.#field = null;
    this.#size = 0;
  }

  #headLine(bytes: Uint8Array, from: number, length: number): void {
    if (length === 0) {
      this.#finish();
      return;
    }
    this.#size += length;
    if (this.#size > HEAD) {
      this.#leave();
      return;
    }
    const first = bytes[from];
    if (first === 32 || first === 9) {
      if (this.#field !== null) this.#append(this.#field, ` ${text(bytes, from, length).trim()}`);
      return;
    }
    // Most fields are none of those that are read, and no text is made of them.
    const colon = bytes.subarray(from, from + Math.min(length, 77)).indexOf(58);
    const name = colon < 1 ? null : fieldName(text(bytes, from, colon + 1));
    this.#field = null;
    if (name === null) {
      if (this.#tentative) this.#leave();
      return;
    }
    if (!WANTED.has(name)) {
      if (name === 'received') this.#fields.set(name, '');
      return;
    }
    const again = this.#fields.has(name);
    if (again && name !== 'to' && name !== 'cc' && name !== 'bcc') return;
    this.#field = name;
    this.#append(name, `${again ? ',' : ''}${text(bytes, from + colon + 1, length - colon - 1).trim()}`);
  }

  #append(name: string, more: string): void {
    const known = this.#fields.get(name) ?? '';
    if (known.length < FIELD) this.#fields.set(name, known + more.slice(0, FIELD));
  }

  #leave(): void {
    this.#state = 'body';
    this.#attached = false;
    this.#edgeDay = null;
    this.#afterBlank = false;
  }

  #finish(): void {
    const fields = this.#fields;
    const [edgeDay, attached, tentative] = [this.#edgeDay, this.#attached, this.#tentative];
    this.#leave();
    this.#afterBlank = true;
    if (tentative) {
      const enough = fields.has('date') && ['message-id', 'to', 'received'].some((name) => fields.has(name));
      if (attached || !enough) return;
    }
    const [from] = mailAddresses(fields.get('from') ?? '');
    if (from === undefined) return;
    this.messages += 1;
    this.#onMail(mailOf(fields, { from, edgeDay, sent: this.#sent }));
  }
}

/** A text whose characters are the bytes; no decoder makes one, `latin1` is Windows-1252 to all of them. */
function text(bytes: Uint8Array, from: number, length: number): string {
  let made = '';
  for (let at = from; at < from + length; at += STEP)
    made += String.fromCharCode(...bytes.subarray(at, Math.min(at + STEP, from + length)));
  return made;
}
const STEP = 8 * 1024;

function joined([begun, more]: readonly [Uint8Array, Uint8Array]): Uint8Array {
  const line = new Uint8Array(begun.length + more.length);
  line.set(begun);
  line.set(more, begun.length);
  return line;
}

function isFromLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 109 && bytes[at + 4] === 32;
}

function mailOf(
  fields: ReadonlyMap<string, string>,
  { from, edgeDay, sent }: { from: MailAddress; edgeDay: string | null; sent: boolean },
): Mail {
  const get = (name: string) => fields.get(name) ?? '';
  const id = /<([^<>\s]{1,250})>/.exec(get('message-id'))?.[1];
  const deliveredTo = mailAddresses(get('delivered-to') || get('x-original-to'))[0]?.email;
  return {
    from,
    to: mailAddresses([get('to'), get('cc'), get('bcc')].filter((field) => field !== '').join(',')),
    day: mailDay(get('date')) ?? edgeDay,
    ...(id !== undefined && { id }),
    ...(deliveredTo !== undefined && { deliveredTo }),
    sent: sent || isSentFolder(get('x-gmail-labels')),
    automatic:
      /auto-(?:replied|generated|notified)/i.test(get('auto-submitted')) ||
      /^\s*(?:bulk|list|junk|auto_reply)/i.test(get('precedence')) ||
      fields.has('list-unsubscribe'),
  };
}

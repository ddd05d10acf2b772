import { keyOfUrl } from '../../core/merge/index.ts';
import { LEFT_OUT, type LeftOut, leaveOut, type TextEncoding } from '../../core/model/index.ts';
import { ownValue } from '../../core/text/table.ts';
import { isAge, openAge } from '../age.ts';
import { joined } from '../bytes.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { type InputFile, openTextSteps, type SourceFile, type SourceText } from '../source.ts';
import { isZip, openZip } from '../zip.ts';
import type { CalendarEvent } from './calendarEvent.ts';
import { detectFormat, type Reading } from './detect.ts';
import { settleMe, settlePerson } from './gate.ts';
import { logSignals } from './logSignals.ts';
import { beginsWithMail, isSentFolder, MailboxReader } from './mailbox.ts';
import { MailLog } from './mailLog.ts';
import { MeetingLog } from './meetingLog.ts';
import type { ImportProgress, ParseOptions } from './options.ts';
import { programOf, programOfZip } from './otherPrograms.ts';
import type { FileSummary, Findings, ParsedImport, TieSignal } from './parsed.ts';
import { openVcards } from './vcard.ts';

export type { InputFile } from '../source.ts';
export type * from './options.ts';
export * from './parsed.ts';

/**
 * Reads files of any known format, zips included, and changes nothing. A file that is refused stands in
 * `fileErrors`, a row that is refused in `rowErrors`; the rest is there to be previewed and planned.
 */
export async function parseFiles(
  files: readonly InputFile[],
  options: ParseOptions = {},
): Promise<ParsedImport> {
  const parsed: ParsedImport = {
    persons: [],
    me: null,
    goals: [],
    signals: [],
    backups: [],
    mappings: [],
    files: [],
    fileErrors: [],
    setAside: [],
    rowErrors: [],
    rowErrorCount: 0,
  };
  const signals = new Map<string, TieSignal>();
  const letters: Letters = { mail: new MailLog(), meetings: new MeetingLog(), folders: new Map() };
  const queue: { source: SourceFile; zipped: boolean }[] = [];
  const { fileBytes = IMPORT_LIMITS.fileBytes } = options;
  for (const file of files) {
    await guarded(parsed, file.name, () => {
      if (file.bytes.length > fileBytes) throw new ImportError('tooLarge', megabytes(fileBytes));
      if (isZip(file.bytes)) {
        const entries = openZip(file.bytes);
        const program = programOfZip(entries.map(({ name }) => name));
        if (program !== null) throw new ImportError('otherProgram', { program });
        if (entries.length === 0) throw new ImportError('nothingInZip');
        for (const source of entries) queue.push({ source, zipped: true });
      } else {
        const { name, bytes, modified } = file;
        const program = programOf(bytes);
        if (program !== null) throw new ImportError('otherProgram', { program });
        const source = { name, size: bytes.length, chunks: () => [bytes] };
        queue.push({ source: modified === undefined ? source : { ...source, modified }, zipped: false });
      }
    });
  }
  // Who the user is helps to read the other files.
  queue.sort((a, b) => Number(isProfile(b.source)) - Number(isProfile(a.source)));
  for (const [index, { source, zipped }] of queue.entries()) {
    options.signal?.throwIfAborted();
    const progress = { file: source.name, number: index + 1, of: queue.length, row: 0 };
    options.onProgress?.(progress);
    await guarded(parsed, source.name, () =>
      parseOne(source, zipped, { parsed, signals, letters }, options, progress),
    );
  }
  // A zip of which nothing was known may hold somebody's own table: then its columns are asked for.
  if (parsed.files.every(({ format }) => format === null) && parsed.fileErrors.length === 0) {
    const unreadable = new Set(parsed.setAside.map(({ file }) => file));
    const left = queue.filter(
      ({ source, zipped }) =>
        zipped && /\.(csv|tsv|tab|txt)$/i.test(source.name) && !unreadable.has(source.name),
    );
    parsed.files = parsed.files.filter(({ file }) => !left.some(({ source }) => source.name === file));
    for (const [index, { source }] of left.entries()) {
      const progress = { file: source.name, number: index + 1, of: left.length, row: 0 };
      await guarded(parsed, source.name, () =>
        parseOne(source, false, { parsed, signals, letters }, options, progress),
      );
    }
  }
  if (parsed.files.some(({ format }) => format === 'mailbox' || format === 'calendar')) {
    const found = logSignals(letters, options);
    parsed.log = found.sources;
    for (const signal of found.signals) signals.set(signal.person, signal);
  }
  parsed.signals = [...signals.values()];
  // Where nothing else was of use, the reason why is what the user needs.
  if (parsed.files.every(({ format }) => format === null))
    parsed.fileErrors.push(...parsed.setAside.splice(0));
  const useful = parsed.files.some(({ format }) => format !== null) || parsed.fileErrors.length > 0;
  const zip = files.find(({ bytes }) => isZip(bytes));
  if (zip !== undefined && !useful)
    parsed.fileErrors.push(fileErrorOf(zip.name, new ImportError('nothingInZip')));
  return parsed;
}

/** Bytes that tell the age format. */
const AGE_HEAD = 32;

/** What stands in a file in the age format; `null` when it is none. */
async function unsealed(
  source: SourceFile,
  { passphrase, crypto = globalThis.crypto, fileBytes = IMPORT_LIMITS.fileBytes }: ParseOptions,
): Promise<SourceFile | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const piece of source.chunks()) {
    // A zip hands out nothing, or a few bytes, at first.
    if (size < AGE_HEAD && size + piece.length >= AGE_HEAD) {
      if (!isAge(joined([...pieces, piece], size + piece.length))) return null;
    }
    pieces.push(piece);
    size += piece.length;
    if (size > fileBytes) throw new ImportError('tooLarge', megabytes(fileBytes));
  }
  if (size < AGE_HEAD) return null;
  const plain: Uint8Array[] = [];
  const whole = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : joined(pieces, size);
  for await (const piece of openAge(whole, passphrase, crypto)) plain.push(piece);
  return { ...source, size, chunks: () => plain };
}

async function parseOne(
  source: SourceFile,
  zipped: boolean,
  { parsed, signals, letters }: { parsed: ParsedImport; signals: Map<string, TieSignal>; letters: Letters },
  options: ParseOptions,
  progress: ImportProgress,
): Promise<void> {
  // A zip holds pictures and pages besides; only what can be a table, cards, JSON or messages is opened.
  const bare = /(?:^|\/)[^./]+$/.test(source.name);
  if (
    zipped &&
    !bare &&
    !/\.(csv|tsv|tab|vcf|vcard|json|txt|age|ics|ical|vcs|mbox|mbx|emlx?)$/i.test(source.name)
  )
    return;
  if (beginsWithMail(headOf(source))) {
    await readMailbox(source, zipped, parsed, letters, options, progress);
    return;
  }
  // Mail programs keep mailboxes without an ending; anything else without one is none of ours.
  if (zipped && bare) return;
  const summary: FileSummary = { file: source.name, format: null, rows: 0, persons: 0, ignored: 0 };
  let reading: Reading | null;
  try {
    const sealed = await unsealed(source, options);
    source = sealed ?? source;
    const chosen = ownValue(options.encodings ?? {}, source.name);
    // Cards say of each value how it is encoded: they are read as bytes.
    const cards = openVcards(source, chosen);
    const text = cards ?? (await opened(source, chosen, options));
    summary.encoding = text.encoding;
    summary.encodingBy = chosen !== undefined ? 'chosen' : text.guessed ? 'guessed' : 'shown';
    reading = 'text' in text ? await detectFormat(text, { name: source.name, zipped }, options) : text;
    if (sealed !== null && reading?.format === 'backup') reading = { ...reading, format: 'encryptedBackup' };
  } catch (error) {
    // What nobody needs need not be readable.
    if (!(zipped && error instanceof ImportError) || isNeeded(source)) throw error;
    parsed.setAside.push(fileErrorOf(source.name, error));
    return;
  }
  if (reading === null) {
    if (zipped) parsed.files.push(summary);
    else throw new ImportError('unknownFormat');
    return;
  }
  if (reading.separator !== undefined) {
    summary.separator = reading.separator;
    const chosen = ownValue(options.separators ?? {}, source.name);
    summary.separatorBy = chosen === undefined ? 'guessed' : 'chosen';
  }
  // One file's findings come to the others only when it was read to its end: nothing half-read.
  const own: Pick<ParsedImport, 'persons' | 'goals' | 'backups' | 'mappings'> & {
    me: ParsedImport['me'];
    leftOut: LeftOut[];
  } = {
    leftOut: [],
    persons: [],
    goals: [],
    backups: [],
    mappings: [],
    me: null,
  };
  const heard: [string, Partial<TieSignal>][] = [];
  const events: CalendarEvent[] = [];
  const counted: MailLog[] = [];
  const rowErrors: ParsedImport['rowErrors'] = [];
  let rowErrorCount = 0;
  const told = (row: number, fields: readonly string[]) => {
    if (fields.length === 0) return;
    summary.cut ??= { count: 0, rows: [], fields: [] };
    summary.cut.count += 1;
    if (summary.cut.rows.length < CUT_ROWS) summary.cut.rows.push(row);
    summary.cut.fields = [...new Set([...summary.cut.fields, ...fields])].slice(0, CUT_ROWS);
  };
  const findings: Findings = {
    file: source.name,
    ...(source.modified !== undefined && { modified: source.modified }),
    identify: options.identify ?? keyOfUrl,
    meName: () => parsed.me?.name ?? options.meName,
    person: (person) => {
      const settled = settlePerson(person);
      if (settled === null) findings.rowError(person.row, 'notReadable', person.profile.name.full);
      else own.persons.push(settled.value);
      if (settled !== null) told(person.row, settled.cut);
    },
    me: (part) => {
      const settled = settleMe(part);
      if (settled === null) return;
      own.me = { ...own.me, ...settled.value };
      told(1, settled.cut);
    },
    goal: (goal) => own.goals.push(goal),
    signal: (person, part) => heard.push([person, part]),
    event: (event) => events.push(event),
    mail: (log) => counted.push(log),
    backup: ({ backup, leftOut }) => {
      own.backups.push(backup);
      own.leftOut.push(leftOut);
    },
    mapping: (mapping) => own.mappings.push(mapping),
    rowError: (row, kind, value) => {
      rowErrorCount += 1;
      if (parsed.rowErrors.length + rowErrors.length >= IMPORT_LIMITS.rowErrors) return;
      rowErrors.push({
        file: source.name,
        row,
        kind,
        ...(value !== undefined && { value: value.slice(0, 80) }),
      });
    },
    ignored: () => {
      summary.ignored += 1;
    },
    breathe: async (row) => {
      summary.rows = row;
      options.signal?.throwIfAborted();
      if (row % TOLD_EVERY === 0) options.onProgress?.({ ...progress, row });
      await options.breathe?.();
    },
  };
  await reading.read(findings);
  summary.format = reading.format;
  summary.persons = own.persons.length;
  summary.rows = own.persons.length + summary.ignored + rowErrorCount;
  parsed.files.push(summary);
  for (const person of own.persons) parsed.persons.push(person);
  parsed.goals.push(...own.goals);
  parsed.backups.push(...own.backups);
  for (const leftOut of own.leftOut) {
    parsed.damaged ??= {};
    for (const kind of LEFT_OUT) leaveOut(parsed.damaged, kind, leftOut[kind] ?? 0);
  }
  parsed.mappings.push(...own.mappings);
  parsed.rowErrors.push(...rowErrors);
  parsed.rowErrorCount += rowErrorCount;
  if (own.me !== null) parsed.me = { ...parsed.me, ...own.me };
  for (const [person, part] of heard) addSignal(signals, person, part);
  for (const event of events) letters.meetings.add(event);
  for (const log of counted) {
    letters.mail.absorb(log);
    summary.rows = log.messages;
  }
}

/** What is counted over all calendars and mailboxes. */
interface Letters {
  mail: MailLog;
  meetings: MeetingLog;
  /** One line for all single messages of a folder. */
  folders: Map<string, FileSummary>;
}

/** Bytes of a mailbox between two breaths. */
const PIECE = 2 ** 20;

/** The heads of a mailbox; what was read counts only when its end was reached. */
async function readMailbox(
  source: SourceFile,
  zipped: boolean,
  parsed: ParsedImport,
  { mail, folders }: Letters,
  options: ParseOptions,
  progress: ImportProgress,
): Promise<void> {
  const own = new MailLog(mail);
  const reader = new MailboxReader((one) => own.add(one), { sent: isSentFolder(source.name) });
  let since = 0;
  for (const chunk of source.chunks())
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      reader.push(piece);
      since += piece.length;
      if (since < PIECE) continue;
      since = 0;
      options.signal?.throwIfAborted();
      options.onProgress?.({ ...progress, row: reader.messages });
      await options.breathe?.();
    }
  reader.end();
  mail.absorb(own);
  const folder = zipped ? source.name.slice(0, source.name.lastIndexOf('/') + 1) : '';
  const known = zipped && /\.emlx?$/i.test(source.name) ? folders.get(folder) : undefined;
  if (known !== undefined) {
    known.rows += reader.messages;
    return;
  }
  const summary: FileSummary = {
    file: source.name,
    format: 'mailbox',
    rows: reader.messages,
    persons: 0,
    ignored: 0,
  };
  parsed.files.push(summary);
  if (zipped) folders.set(folder, summary);
}

/** Bytes by which a mailbox is known; some heads are longer than a page. */
const MAIL_HEAD = 64 * 1024;

function headOf(source: SourceFile): Uint8Array {
  let head: Uint8Array = new Uint8Array(0);
  for (const chunk of source.chunks()) {
    head = joined([head, chunk.subarray(0, MAIL_HEAD)], head.length + Math.min(chunk.length, MAIL_HEAD));
    if (head.length >= MAIL_HEAD) break;
  }
  return head;
}

/** Rows between two reports of how far the reading is. */
const TOLD_EVERY = 500;
/** Rows and fields of which something was cut that are named. */
const CUT_ROWS = 20;

/** The files of an archive that are missed when they cannot be read. */
function isNeeded({ name }: SourceFile): boolean {
  return (
    /\.(?:vcf|vcard|ics)$/i.test(name) ||
    /(?:^|\/)(?:connections|profile|positions|education|skills|languages|messages|invitations|endorsement_\w+|recommendations_\w+|job seeker preferences)\.csv$/i.test(
      name,
    )
  );
}

function addSignal(signals: Map<string, TieSignal>, person: string, part: Partial<TieSignal>): void {
  const signal = signals.get(person) ?? { person, sent: 0, received: 0, recommendations: 0, endorsements: 0 };
  signal.sent += part.sent ?? 0;
  signal.received += part.received ?? 0;
  signal.recommendations += part.recommendations ?? 0;
  signal.endorsements += part.endorsements ?? 0;
  if (part.name !== undefined && part.name !== '') signal.name ??= part.name;
  if (part.lastContact !== undefined && (signal.lastContact ?? '') < part.lastContact)
    signal.lastContact = part.lastContact;
  signals.set(person, signal);
}

/** The file as text; others have a turn while it is told how it is encoded. */
async function opened(
  source: SourceFile,
  chosen: TextEncoding | undefined,
  { breathe, signal }: ParseOptions,
): Promise<SourceText> {
  const steps = openTextSteps(source, chosen);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe?.();
    signal?.throwIfAborted();
  }
}

async function guarded(parsed: ParsedImport, file: string, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    parsed.fileErrors.push(fileErrorOf(file, error));
  }
}

/** A file that was refused, as the others are told of it. */
export function fileErrorOf(file: string, error: ImportError): ParsedImport['fileErrors'][number] {
  return { file, kind: error.kind, messageKey: error.messageKey, values: { ...error.values, file } };
}

function isProfile({ name }: SourceFile): boolean {
  return /(^|\/)Profile\.csv$/i.test(name);
}

function megabytes(bytes: number): { megabytes: number } {
  return { megabytes: bytes / 2 ** 20 };
}

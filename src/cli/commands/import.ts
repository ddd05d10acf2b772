import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { personOf } from '../../capture/personOf.ts';
import { sha256, tombstoneHash } from '../../core/merge/index.ts';
import {
  BACKUP_VERSION,
  type Backup,
  type Goal,
  type LeftOut,
  SEPARATORS,
  Settings,
  TEXT_ENCODINGS,
} from '../../core/model/index.ts';
import { applyPlan } from '../../exchange/apply.ts';
import { rowMessageKey } from '../../exchange/errors.ts';
import { writeBackup } from '../../exchange/export/backup.ts';
import { goalOf } from '../../exchange/goals.ts';
import {
  type ColumnMapping,
  type GoalProposal,
  type InputFile,
  MAPPABLE_FIELDS,
  type ParsedImport,
  type ParseOptions,
  parseFiles,
} from '../../exchange/import/index.ts';
import { countMail, isMailbox, type LargeFile } from '../../exchange/import/mailCounts.ts';
import { type ImportPlan, planImport } from '../../exchange/plan.ts';
import { listedKeys } from '../../services/doNotSave.ts';
import { keysOfMe } from '../../services/ownPage.ts';
import { readArguments, readPassphrase } from '../arguments.ts';
import { openClassifier } from '../classifier.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { isStandardInput, onlyOnceStandardInput, readInput } from '../input.ts';
import { sayProgress } from '../saying.ts';
import { sentence } from '../sentences.ts';

const usage = `import FILE... [options]

Reads LinkedIn archives (zip or single CSV files), vCards, Google, Outlook and any other CSV, JSON Resume,
JSContact, calendars (.ics), mailboxes (.mbox, .eml) and own backups, zips included, and prints a backup (JSON). A
backup among the files is what the others are added to. Counts go to standard error. FILE may be "-", standard input.

  --now INSTANT         the instant of the import (ISO 8601); default: now
  --map FIELD=COLUMN    a column of an unknown CSV, by its header; repeatable. Fields:
                        ${MAPPABLE_FIELDS.join(', ')}
  --encoding LABEL      how the letters of the files are written, where it is not seen or guessed rightly:
                        ${TEXT_ENCODINGS.join(', ')}
  --separator CHAR      what stands between the cells of the tables: , ; | or tab
  --skip-bad-rows       keep the good rows when others cannot be read
  --passphrase-env NAME the environment variable that holds the passphrase of an encrypted backup
  --own ADDRESS         an e-mail address of the user's own, where the mailboxes do not show it; repeatable
  --by-name             take whoever of a calendar or mailbox has one name with a single contact for that contact
  --prefer-file         notes and tags of the files replace those of the backup`;

export default defineCommand({
  summary: 'files of other programs in, a backup out',
  usage,
  async run(args) {
    const { values, positionals } = parseCall(args);
    if (positionals.length === 0) throw new UsageError('No file was named.');
    onlyOnceStandardInput(positionals);
    const now = readInstant(values.now);
    const files = await readInputs(positionals);
    const parsed = await parse(files, values.map ?? [], {
      today: now.slice(0, 10),
      ...(values.own !== undefined && { ownAddresses: values.own }),
      ...saidOfFiles(files, values),
      ...readPassphraseOption(values['passphrase-env']),
    });
    refuse(parsed, values['skip-bad-rows'] ?? false);
    const state = startFrom(parsed, now);
    const deleted = new Set(state.tombstones?.map(({ hash }) => hash));
    const listed = listedKeys(state.settings.doNotSave, { identify: personOf });
    const own = keysOfMe(state.me ?? undefined, { identify: personOf });
    const plan = planImport(state.contacts, parsed, {
      now,
      isSelf: (key) => own.has(key),
      isLeftOut: (key) => listed.has(key) || (deleted.size > 0 && deleted.has(tombstoneHash(key))),
      deviceId: 'cli',
      newId: ({ keys }) => sha256(JSON.stringify(keys)).slice(0, 24),
      ties: state.ties,
      me: state.me,
      preferFile: values['prefer-file'] ?? false,
      byName: values['by-name'] ?? false,
      logWords: { met: sentence('importLog_met', {}), wrote: sentence('importLog_wrote', {}) },
    });
    const goals = toGoals(plan.goals, now);
    const result = applyPlan(state, plan, { me: true, goals });
    for await (const piece of writeBackup({ ...result, ties: () => result.ties }))
      process.stdout.write(piece);
    process.stderr.write(report(parsed, plan));
    return EXIT.done;
  },
});

function parseCall(args: string[]) {
  return readArguments({
    args,
    allowPositionals: true,
    options: {
      now: { type: 'string' },
      map: { type: 'string', multiple: true },
      encoding: { type: 'string' },
      separator: { type: 'string' },
      'skip-bad-rows': { type: 'boolean' },
      'passphrase-env': { type: 'string' },
      'prefer-file': { type: 'boolean' },
      own: { type: 'string', multiple: true },
      'by-name': { type: 'boolean' },
    },
  });
}

function readInstant(text: string | undefined): string {
  const date = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(date.getTime())) throw new UsageError(`"${text}" is no instant.`);
  return date.toISOString();
}

/** Mailboxes are counted where they lie, together: two copies of a message are one. */
async function readInputs(paths: readonly string[]): Promise<InputFile[]> {
  const inputs: InputFile[] = [];
  const mailboxes: (LargeFile & { close(): Promise<void> })[] = [];
  for (const path of paths) {
    try {
      if (isStandardInput(path)) {
        inputs.push({ name: 'standard input', bytes: await readInput() });
        continue;
      }
      const file = await openLarge(path);
      if (await isMailbox(file)) {
        mailboxes.push(file);
        continue;
      }
      await file.close();
      const [bytes, { mtime }] = await Promise.all([readInput(path), stat(path)]);
      inputs.push({ name: file.name, bytes, modified: mtime.toISOString() });
    } catch {
      throw new RefusedError(`${path} cannot be read.`);
    }
  }
  if (mailboxes.length === 0) return inputs;
  const name = mailboxes.map((file) => file.name).join(', ');
  inputs.push({ name, bytes: await countMail(mailboxes) });
  for (const file of mailboxes) await file.close();
  return inputs;
}

async function openLarge(path: string): Promise<LargeFile & { close(): Promise<void> }> {
  const file = await open(path);
  const { size } = await file.stat();
  // One piece of memory for all: each is looked through before the next is asked for.
  const buffer = new Uint8Array(2 ** 20);
  return {
    name: basename(path),
    size,
    async bytes(from, to) {
      const { bytesRead } = await file.read(buffer, 0, to - from, from);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}

/** Unknown CSV files are read a second time with the columns that the call names, or that could be guessed. */
async function parse(files: InputFile[], named: string[], said: ParseOptions): Promise<ParsedImport> {
  const told = sayProgress('import');
  const options = {
    ...said,
    crypto: globalThis.crypto,
    identify: personOf,
    onProgress: ({ file, row }: { file: string; row: number }) => told(row, `rows of ${file}`),
  };
  const first = await parseFiles(files, options);
  if (first.mappings.length === 0) return first;
  const mappings = new Map<string, ColumnMapping>();
  for (const { file, header, suggestion } of first.mappings) {
    const mapping = named.length === 0 ? suggestion : readMapping(named, header);
    if (mapping.fullName === undefined && mapping.givenName === undefined && mapping.familyName === undefined)
      throw new RefusedError(sentence('importErrorUnknownHeader', { file, header: header.join(', ') }));
    mappings.set(file, mapping);
  }
  return parseFiles(files, { ...options, mappings: Object.fromEntries(mappings) });
}

function readPassphraseOption(variable: string | undefined): Pick<ParseOptions, 'passphrase'> {
  const passphrase = readPassphrase(variable);
  return passphrase === undefined ? {} : { passphrase };
}

/** What the call says of all files that it names. */
function saidOfFiles(
  files: readonly InputFile[],
  { encoding, separator }: { encoding?: string; separator?: string },
): Pick<ParseOptions, 'encodings' | 'separators'> {
  const label = encoding?.toLowerCase();
  const known = TEXT_ENCODINGS.find((name) => name === label);
  const between = SEPARATORS.find((char) => char === (separator === 'tab' ? '\t' : separator));
  if (encoding !== undefined && known === undefined)
    throw new UsageError(`"${encoding}" is no encoding that is known here.`);
  if (separator !== undefined && between === undefined)
    throw new UsageError(`"${separator}" is no separator.`);
  const ofAll = <Word>(word: Word) => Object.fromEntries(files.map(({ name }) => [name, word]));
  return {
    ...(known !== undefined && { encodings: ofAll(known) }),
    ...(between !== undefined && { separators: ofAll(between) }),
  };
}

function readMapping(named: string[], header: string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (const pair of named) {
    const [name = '', column = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const field = MAPPABLE_FIELDS.find((known) => known === name);
    const index = header.findIndex((title) => title.trim() === column);
    if (field === undefined) throw new UsageError(`"${name}" is no field.`);
    if (index === -1) throw new UsageError(`There is no column "${column}".`);
    mapping[field] = index;
  }
  return mapping;
}

/** Half an import is none: nothing is printed unless every file and every row could be read. */
function refuse(
  { fileErrors, rowErrors, rowErrorCount, backups, damaged = {} }: ParsedImport,
  skipBadRows: boolean,
): void {
  const lines = fileErrors.map(({ messageKey, values }) => sentence(messageKey, values));
  if (!skipBadRows && rowErrorCount > 0) {
    for (const { file, row, kind, value = '' } of rowErrors.slice(0, 20))
      lines.push(sentence(rowMessageKey(kind), { file, row, value }));
    lines.push(sentence('importErrorBadRows', { count: rowErrorCount }));
  }
  if (!skipBadRows && Object.keys(damaged).length > 0)
    lines.push(sentence('restore_leftOut', { what: namesOf(damaged) }));
  if (backups.length > 1) lines.push('Only one backup can be read at a time.');
  if (lines.length > 0) throw new RefusedError(lines.join('\n'));
}

/** What is damaged, as `2 contacts, captures`. */
function namesOf(damaged: LeftOut): string {
  return Object.entries(damaged)
    .map(([kind, count]) => (count === 'all' ? kind : `${count} ${kind}`))
    .join(', ');
}

function startFrom({ backups: [backup] }: ParsedImport, now: string): Backup {
  if (backup !== undefined) return { ...backup, exportedAt: now };
  return {
    format: 'weitblick',
    version: BACKUP_VERSION,
    exportedAt: now,
    me: null,
    goals: [],
    contacts: [],
    ties: [],
    settings: Settings.parse({}),
  };
}

function toGoals(proposals: readonly GoalProposal[], now: string): Goal[] {
  // The classifier's model is loaded only for whom it has something to say.
  if (proposals.length === 0) return [];
  const classifier = openClassifier();
  return proposals.map((goal) => {
    const id = sha256(JSON.stringify([goal.kind, goal.title, goal.companies])).slice(0, 24);
    return goalOf(goal, classifier, { id, now });
  });
}

function report(parsed: ParsedImport, plan: ImportPlan): string {
  const files = parsed.files.map(
    ({ file, format, persons, rows, ignored, encoding, encodingBy, cut }) =>
      `${file}: ${format ?? 'not needed'}, ${persons} persons of ${rows} rows` +
      (ignored > 0 ? `, ${ignored} without a name passed over` : '') +
      (encodingBy === 'guessed' ? `, read as ${encoding}` : '') +
      (cut === undefined ? '' : `, in ${cut.count} something was cut or left out (${cut.fields.join(', ')})`),
  );
  files.push(...parsed.setAside.map(({ file }) => `${file}: cannot be read, and is not needed`));
  if (parsed.log !== undefined && plan.log !== null) {
    const { messages, events, own, ownBy } = parsed.log;
    files.push(
      `${messages} messages, ${events} events; own addresses: ${own.join(', ') || 'not known'} (${ownBy}); ` +
        `${plan.log.contacts.length} contacts met or written with, ${plan.log.unknown} addresses of others` +
        (plan.log.byName > 0 ? `, ${plan.log.byName} of them with a contact's name` : ''),
    );
  }
  const counts =
    `${plan.create.length} new, ${plan.update.length} updated, ${plan.unchanged} unchanged, ` +
    `${plan.repeated} rows of one person again, ${plan.ties.after.length} ties, ` +
    `${plan.suggestDuplicates.length} possible duplicates, ${plan.rowErrorCount} rows left out`;
  return `${[...files, counts].join('\n')}\n`;
}

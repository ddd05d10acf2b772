import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { useCatalogue } from '../../browser/text.ts';
import { effectiveProfile } from '../../core/merge/index.ts';
import { type Backup, type BackupRow, type Contact, currentPosition } from '../../core/model/index.ts';
import { readDigest } from '../../core/strategy/index.ts';
import { viewpointOf } from '../../core/strategy/viewpoint.ts';
import { functionName } from '../../core/taxonomy/index.ts';
import { type BackupFile, openBackupFile } from '../../exchange/backupFile.ts';
import { ExportError, ImportError } from '../../exchange/errors.ts';
import type { Codes } from '../../exchange/export/graph.ts';
import {
  type CalendarWords,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportOptions,
  type ExportSource,
  exportFile,
  REDACTIONS,
  writeReport,
} from '../../exchange/export/index.ts';
import { parseFiles } from '../../exchange/import/index.ts';
import { reportContent } from '../../ui/dashboard/rooms/files/reportContent.ts';
import { calendarWords } from '../../ui/dashboard/shared/calendarWords.ts';
import { readArguments, readPassphrase } from '../arguments.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { isStandardInput, readInput } from '../input.ts';
import { sayProgress } from '../saying.ts';
import { catalogueOf, sentence } from '../sentences.ts';
import { analyseBackup, classifyBackup } from './analyse.ts';

const usage = `export BACKUP.json --format FORMAT --out FILE [options]

Writes a backup's contacts in another format: ${EXPORT_FORMATS.join(', ')}, report.
report is the strategic picture as one page of HTML, for reading and printing; ics is what is due, as a calendar.
BACKUP.json may be "-", standard input. Without --out, or with --out -, the file goes to standard output.
A backup as a backup, encrypted or not, is read and written piece by piece, however large.

  --redaction MODE      ${REDACTIONS.join(', ')}; default: full
  --separator , or ;    of CSV; default: ,
  --raw                 CSV without the apostrophes that keep spreadsheets from running a cell
  --ids ID,ID,...       these contacts alone
  --language en or de   of the report, of a calendar, and of function and industry names in CSV; default: the backup's own, else en
  --passphrase-env NAME the environment variable that holds the passphrase (of an encrypted backup that is
                        read, and for format encryptedBackup)`;

export default defineCommand({
  summary: 'a backup in, a file for another program out',
  usage,
  async run(args) {
    const { values, positionals } = parseCall(args);
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('Name one backup.');
    if (values.format === 'report') {
      await writeOut(
        await report(await readBackup(path, readPassphrase(values['passphrase-env'])), values.language),
        values.out,
      );
      return EXIT.done;
    }
    const format = EXPORT_FORMATS.find((known) => known === values.format);
    if (format === undefined) throw new UsageError(`"${values.format ?? ''}" is no format.`);
    const passphrase = readPassphrase(values['passphrase-env']);
    const options = toOptions(values, format, passphrase);
    if (/backup/i.test(format) && options.ids === undefined && options.redaction === 'full') {
      const file = await openOne(path, passphrase);
      if (file !== null) {
        await writeOut(exportFile(format, inTurn(file, sayProgress('export')), options), values.out);
        return EXIT.done;
      }
    }
    const backup = await readBackup(path, passphrase);
    const derived = usesCodes(format, options) ? await derivedOptions(backup, values.language) : {};
    const told = sayProgress('export');
    const pieces = exportFile(
      format,
      { ...backup, contacts: counted(backup.contacts, told) },
      {
        ...options,
        ...derived,
        ...(format === 'ics' && { calendarWords: wordsIn(languageOf(backup, values.language)) }),
      },
    );
    await writeOut(pieces, values.out);
    return EXIT.done;
  },
});

type Told = (done: number, unit: string) => void;

async function* counted(contacts: Iterable<Contact> | AsyncIterable<Contact>, told: Told) {
  let at = 0;
  for await (const contact of contacts) {
    told(at++, 'contacts');
    yield contact;
  }
}

function parseCall(args: string[]) {
  return readArguments({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      redaction: { type: 'string' },
      separator: { type: 'string' },
      raw: { type: 'boolean' },
      ids: { type: 'string' },
      language: { type: 'string' },
      'passphrase-env': { type: 'string' },
    },
  });
}

function languageOf(backup: Backup, asked: string | undefined): 'en' | 'de' {
  const language = asked ?? (backup.settings.language === 'de' ? 'de' : 'en');
  if (language !== 'en' && language !== 'de') throw new UsageError(`"${language}" is no language.`);
  return language;
}

/** Does the file hold what the product computes? Only then is everybody classified. */
function usesCodes(format: ExportFormat, { redaction }: ExportOptions): boolean {
  return (
    redaction === 'pseudonymised' ||
    format === 'csv' ||
    format === 'ics' ||
    format === 'gexf' ||
    format === 'graphml'
  );
}

/** What the extension knows of each contact by the time it exports. */
export async function derivedOptions(
  backup: Backup,
  asked?: string,
): Promise<Required<Pick<ExportOptions, 'codesOf' | 'functionOf' | 'language'>>> {
  const language = languageOf(backup, asked);
  const { strategy, digests, current } = await classifyBackup(backup);
  const view = viewpointOf(strategy);
  const codes = new Map<string, Codes>();
  for (const [i, digest] of digests.entries()) {
    const { layer, fits } = readDigest(digest, view);
    const { function: work, industry, seniority } = current[i] ?? {};
    codes.set(digest.id, {
      ...(work && { isco4: work.isco4 }),
      ...(industry && { nace2: industry.nace2 }),
      ...(seniority && { seniority }),
      ...(layer.known && { layer: layer.value }),
      fits: fits.map(({ value }) => value),
    });
  }
  const codesOf = ({ id }: Contact) => codes.get(id) ?? {};
  return {
    codesOf,
    functionOf(contact) {
      const { isco4 } = codesOf(contact);
      return isco4 === undefined ? undefined : functionName(isco4, 'en');
    },
    language,
  };
}

function wordsIn(language: 'en' | 'de'): CalendarWords {
  useCatalogue(language, catalogueOf(language));
  return calendarWords();
}

/** The report of a backup, as the room *Files* makes it. */
async function report(backup: Backup, asked: string | undefined): Promise<AsyncIterable<string>> {
  const language = languageOf(backup, asked);
  useCatalogue(language, catalogueOf(language));
  const { contacts: readings, ...analysis } = await analyseBackup(backup);
  const byId = new Map(
    backup.contacts.map((contact) => {
      const profile = effectiveProfile(contact);
      const position = currentPosition(profile);
      const place = profile.location?.city ?? profile.location?.text ?? '';
      return [
        contact.id,
        { name: profile.name.full, title: position?.title ?? '', company: position?.company ?? '', place },
      ] as const;
    }),
  );
  const content = reportContent(
    { ...analysis, contacts: readings.length },
    backup,
    { byId },
    backup.snapshots ?? [],
  );
  return writeReport(content);
}

function toOptions(
  values: { redaction?: string; separator?: string; raw?: boolean; ids?: string },
  format: ExportFormat,
  passphrase: string | undefined,
): ExportOptions {
  const redaction = REDACTIONS.find((known) => known === (values.redaction ?? 'full'));
  if (redaction === undefined) throw new UsageError(`"${values.redaction}" is no redaction.`);
  const { separator = ',' } = values;
  if (separator !== ',' && separator !== ';') throw new UsageError(`"${separator}" is no separator.`);
  if (format === 'encryptedBackup' && !passphrase)
    throw new UsageError('An encrypted backup needs --passphrase-env.');
  return {
    redaction,
    separator,
    raw: values.raw ?? false,
    crypto: globalThis.crypto,
    ...(passphrase !== undefined && { passphrase }),
    ...(values.ids !== undefined && { ids: new Set(values.ids.split(',')) }),
  };
}

/** A backup as a whole, of whatever size one is written in. */
async function readBackup(path: string, passphrase: string | undefined): Promise<Backup> {
  const held = await openOne(path, passphrase);
  if (held !== null) return wholeBackup(held);
  let bytes: Uint8Array;
  try {
    bytes = await readInput(path);
  } catch {
    throw new RefusedError(`${path} cannot be read.`);
  }
  const { backups, fileErrors } = await parseFiles([{ name: nameOf(path), bytes }], {
    crypto: globalThis.crypto,
    ...(passphrase !== undefined && { passphrase }),
  });
  const [error] = fileErrors;
  if (error !== undefined) throw new RefusedError(sentence(error.messageKey, error.values));
  const [backup] = backups;
  if (backup === undefined) throw new RefusedError(`${path} is no backup.`);
  return backup;
}

/** A backup that is read piece by piece; `null`: it is none by itself, or comes by standard input, which comes once. */
async function openOne(path: string, passphrase: string | undefined): Promise<BackupFile | null> {
  if (isStandardInput(path)) return null;
  try {
    const { size } = await stat(path);
    const source = { size, bytes: () => createReadStream(path, { highWaterMark: 2 ** 20 }) };
    return await openBackupFile(source, { ...(passphrase !== undefined && { passphrase }) });
  } catch (error) {
    if (!(error instanceof ImportError)) throw new RefusedError(`${path} cannot be read.`);
    // Another encoding is the other reader's matter.
    if (error.kind === 'wrongEncoding') return null;
    throw new RefusedError(sentence(error.messageKey, { ...error.values, file: nameOf(path) }));
  }
}

async function wholeBackup({ survey: { head, counts }, rows }: BackupFile): Promise<Backup> {
  const backup: Backup = { ...head, contacts: [], ties: [] };
  if (counts.captures !== null) backup.captures = [];
  for await (const some of rows())
    for (const one of some) {
      if (one.list === 'contacts') backup.contacts.push(one.row);
      else if (one.list === 'ties') backup.ties.push(one.row);
      else backup.captures?.push(one.row);
    }
  return backup;
}

/** The same without holding the long lists; each is read from the file when it is written. */
function inTurn({ survey: { head, counts }, rows }: BackupFile, told: Told): ExportSource {
  async function* each<List extends BackupRow['list']>(list: List) {
    for await (const some of rows())
      for (const one of some)
        if (one.list === list) yield one.row as Extract<BackupRow, { list: List }>['row'];
  }
  return {
    ...head,
    contacts: counted(each('contacts'), told),
    ties: [],
    tiesInTurn: () => each('ties'),
    ...(counts.captures !== null && { captures: each('captures') }),
  };
}

function nameOf(path: string): string {
  return isStandardInput(path) ? 'standard input' : basename(path);
}

/** A file appears whole or not at all: it is written beside its place and then moved there. */
async function writeOut(pieces: AsyncIterable<string | Uint8Array>, path: string | undefined): Promise<void> {
  if (path === undefined || path === '-') {
    for await (const piece of pieces) process.stdout.write(piece);
    return;
  }
  const unfinished = `${path}.unfinished`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof ExportError) throw new RefusedError(sentence(error.messageKey, {}));
    if (error instanceof Error && 'code' in error) throw new RefusedError(`${path} cannot be written.`);
    throw error;
  }
}

import {
  type Contact,
  columnOf,
  fitsAt,
  type Layer,
  type LeftOut,
  layerAt,
  type PackedReadings,
  type PackedRows,
  type Seniority,
} from '../core/model/index.ts';
import { functionName } from '../core/taxonomy/index.ts';
import { joined, toBase64 } from '../exchange/bytes.ts';
import { ExportError } from '../exchange/errors.ts';
import type { Codes } from '../exchange/export/graph.ts';
import {
  EXPORT_FILES,
  type ExportOptions,
  type ExportSource,
  exportFile,
  exportFileName,
  type MarkdownWords,
  writeReport,
} from '../exchange/export/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { ExportPart, ExportStarted } from '../messaging/files.ts';
import type { Input } from '../messaging/protocol.ts';
import { lastChange } from '../storage/changes.ts';
import { getContacts } from '../storage/contacts.ts';
import type { Database } from '../storage/schema.ts';
import { segmentPages } from '../storage/segments.ts';
import { getState } from '../storage/state.ts';
import { assertReadable, growthOf, noteBackup } from './backups.ts';
import type { Environment } from './environment.ts';
import { openSource } from './exportSource.ts';
import { type Progress, startJob } from './jobs.ts';
import type { NetworkRows } from './rows.ts';
import { withBreaths } from './slices.ts';

/** Characters or bytes handed to the page at once: few messages, and never much in memory. */
const PART = 1_000_000;
/** Contacts read by their ids at once. */
const BY_ID = 500;

/** An export on its way; the page fetches it part by part and so sets the pace. */
interface Outgoing {
  id: string;
  pieces: AsyncGenerator<string | Uint8Array>;
  /** The part that is made while the page still works on the last one. */
  ahead: Promise<ExportPart> | null;
  /** Contacts that have gone into the file. */
  done: number;
  progress: Progress;
  /** A whole backup counts as one when its last part was fetched. */
  backupUpTo: number | null;
  /** What a backup cannot hold. */
  leftOut: LeftOut;
}

/** The use cases of exporting: nothing is held but the part that is on its way. */
export function createExports(environment: Environment & { rows: Pick<NetworkRows, 'parts'> }) {
  const { world } = environment;
  const going = new Map<string, Outgoing>();

  return {
    async begin(input: Input<'export.begin'>): Promise<ExportStarted> {
      const { format, redaction, ids } = input;
      if (ids?.length === 0) throw new MessageFailure('nothingSelected');
      if (format === 'encryptedBackup' && !input.passphrase) throw new MessageFailure('passphraseEmpty');
      const db = await environment.database;
      const now = world.now();
      const leftOut: LeftOut = {};
      const [source, count, change] = await Promise.all([
        openSource(db, now, leftOut, { inTurn: ids === undefined && /backup/i.test(format) }),
        getState(db, 'contactCount').catch(() => 0),
        lastChange(db).catch(() => 0),
      ]);
      const whole = /backup/i.test(format) && ids === undefined && redaction === 'full';
      if (whole)
        await assertReadable(environment, growthOf(format === 'encryptedBackup' ? 'passphrase' : undefined));
      const total = ids?.length ?? count ?? 0;
      const id = world.id();
      const progress = startJob(environment, { id, kind: 'export' }, total);
      const outgoing: Outgoing = {
        id,
        pieces: withBreaths(
          exportFile(format, counted(chosen(db, source, ids)), {
            ...(await toOptions(db, input)),
            leftOut,
          }),
        ),
        ahead: null,
        done: 0,
        progress,
        backupUpTo: whole ? change : null,
        leftOut,
      };
      going.set(id, outgoing);
      const { mediaType } = EXPORT_FILES[format];
      return { id, name: exportFileName(format, now.toISOString().slice(0, 10)), mediaType, total };

      function counted(from: ExportSource): ExportSource {
        return {
          ...from,
          contacts: (async function* () {
            for await (const contact of from.contacts) {
              outgoing.done += 1;
              yield contact;
            }
          })(),
        };
      }
    },

    async next({ id }: { id: string }): Promise<ExportPart> {
      const outgoing = going.get(id);
      if (outgoing === undefined) throw new MessageFailure('taskGone');
      const part = await (outgoing.ahead ?? nextPart(outgoing)).catch((error: unknown) => {
        going.delete(id);
        outgoing.progress.end('failed');
        throw error instanceof ExportError ? new MessageFailure(error.kind) : error;
      });
      outgoing.progress.report(part.done);
      if (!part.last) {
        outgoing.ahead = nextPart(outgoing);
        // Told when it is asked for.
        outgoing.ahead.catch(() => {});
      } else {
        going.delete(id);
        outgoing.progress.end('done');
        if (outgoing.backupUpTo !== null) await noteBackup(environment, outgoing.backupUpTo);
        if (Object.keys(outgoing.leftOut).length > 0) return { ...part, leftOut: outgoing.leftOut };
      }
      return part;
    },

    async cancel({ id }: { id: string }): Promise<null> {
      const outgoing = going.get(id);
      going.delete(id);
      outgoing?.progress.end('cancelled');
      await outgoing?.ahead?.catch(() => {});
      await outgoing?.pieces.return(undefined);
      return null;
    },

    async report({ content }: Input<'export.report'>): Promise<{ name: string; html: string }> {
      let html = '';
      for await (const piece of writeReport(content)) html += piece;
      return { name: `weitblick-report-${world.now().toISOString().slice(0, 10)}.html`, html };
    },
  };

  async function toOptions(db: Database, input: Input<'export.begin'>): Promise<ExportOptions> {
    const { format, redaction, separator, raw, language, passphrase, words, calendarWords } = input;
    const derived =
      (format === 'csv' || format === 'ics') && redaction !== 'pseudonymised'
        ? await readingsOfAll(environment.rows)
        : redaction === 'pseudonymised' || format === 'gexf' || format === 'graphml'
          ? await codesOfAll(db)
          : null;
    return {
      redaction,
      crypto: globalThis.crypto,
      ...(environment.fileBytes !== undefined && { fileBytes: environment.fileBytes }),
      ...(derived !== null && {
        codesOf: ({ id }: Contact) => derived.get(id) ?? {},
        functionOf: ({ id, own }: Contact) => {
          const isco = own.isco4 ?? derived.get(id)?.isco4;
          return isco === undefined ? undefined : functionName(isco, 'en');
        },
      }),
      ...(separator !== undefined && { separator }),
      ...(raw !== undefined && { raw }),
      ...(language !== undefined && { language }),
      ...(passphrase !== undefined && { passphrase }),
      ...(calendarWords !== undefined && { calendarWords }),
      ...(words !== undefined && { words: words as unknown as MarkdownWords }),
    };
  }
}

/** Pieces put together to one part; bytes travel as base64. */
async function nextPart(outgoing: Outgoing): Promise<ExportPart> {
  const texts: string[] = [];
  const bytes: Uint8Array[] = [];
  let size = 0;
  let last = false;
  while (size < PART) {
    const next = await outgoing.pieces.next();
    if (next.done) {
      last = true;
      break;
    }
    size += next.value.length;
    if (typeof next.value === 'string') texts.push(next.value);
    else bytes.push(next.value);
  }
  const { done } = outgoing;
  return bytes.length === 0
    ? { text: texts.join(''), base64: false, done, last }
    : { text: toBase64(joined(bytes, size)), base64: true, done, last };
}

/** The source with the selected contacts alone, read by their ids. */
function chosen(db: Database, source: ExportSource, ids: readonly string[] | undefined): ExportSource {
  if (ids === undefined) return source;
  const selected = new Set(ids);
  const stays = (id: string) => id === 'me' || selected.has(id);
  return {
    ...source,
    contacts: byIds(db, [...selected]),
    questions: undefined,
    captures: undefined,
    tombstones: undefined,
    snapshots: undefined,
    // Goals are nobody's of those who are chosen.
    goals: [],
    ties: source.ties.filter(({ from, to }) => stays(from) && stays(to)),
  };
}

async function* byIds(db: Database, ids: readonly string[]): AsyncGenerator<Contact> {
  for (let from = 0; from < ids.length; from += BY_ID) {
    const found = await getContacts(db, ids.slice(from, from + BY_ID));
    for (const contact of found) if (contact !== undefined) yield contact;
  }
}

/** What is derived of all contacts, in the few codes that graphs show. */
async function codesOfAll(db: Database): Promise<Map<string, Codes>> {
  const codes = new CodesOfAll();
  for await (const page of segmentPages(db)) for (const { rows } of page) codes.add(rows);
  return codes.byId;
}

/** The same with the layer and the fits, which depend on the user and the goals. */
async function readingsOfAll(rows: Pick<NetworkRows, 'parts'>): Promise<Map<string, Codes>> {
  const codes = new CodesOfAll();
  for await (const part of rows.parts()) codes.add(part.rows, part.readings);
  return codes.byId;
}

/**
 * The codes of contacts by their ids. Contacts come in the order of their ids and segments in that of saving, so all
 * codes are gathered first; but no row is made for it, and contacts of the same codes share one object: 100 000
 * contacts have a few thousand different ones.
 */
class CodesOfAll {
  readonly byId = new Map<string, Codes>();
  readonly #made = new Map<string, Codes>();

  add(rows: PackedRows, readings?: PackedReadings): void {
    const [isco, nace, levels] = [
      columnOf(rows, 'isco4'),
      columnOf(rows, 'nace2'),
      columnOf(rows, 'seniority'),
    ];
    for (const [i, id] of columnOf(rows, 'id').entries()) {
      const read = readings && layerAt(readings, i);
      const layer = read?.layerKnown ? read.layer : '';
      const fits = readings ? fitsAt(readings, i) : [];
      this.byId.set(id, this.#shared(isco[i] ?? '', nace[i] ?? '', levels[i] ?? '', layer, fits));
    }
  }

  #shared(isco4: string, nace2: string, seniority: string, layer: string, fits: (number | null)[]): Codes {
    const key = `${isco4}|${nace2}|${seniority}|${layer}|${fits.join()}`;
    let codes = this.#made.get(key);
    if (codes === undefined) {
      codes = {
        ...(isco4 !== '' && { isco4 }),
        ...(nace2 !== '' && { nace2 }),
        ...(seniority !== '' && { seniority: seniority as Seniority }),
        ...(layer !== '' && { layer: layer as Layer }),
        ...(fits.length > 0 && { fits }),
      };
      this.#made.set(key, codes);
    }
    return codes;
  }
}

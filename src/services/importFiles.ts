import { effectiveEmails, nameKeys, tombstoneHash } from '../core/merge/index.ts';
import type { Contact, Goal } from '../core/model/index.ts';
import { MAPPABLE_FIELDS } from '../core/model/index.ts';
import type { BackupJoined } from '../core/sync/index.ts';
import { ownValue } from '../core/text/table.ts';
import { chosenMe, type PlanChoices, undoRecord } from '../exchange/apply.ts';
import { fromBase64 } from '../exchange/bytes.ts';
import { goalOf } from '../exchange/goals.ts';
import {
  type ColumnMapping,
  fileErrorOf,
  type InputFile,
  type ParsedImport,
  parseFiles,
} from '../exchange/import/index.ts';
import { BACKUP_LIMITS, IMPORT_LIMITS } from '../exchange/limits.ts';
import { type ImportPlan, planSteps } from '../exchange/plan.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { ImportDone, ImportPreview, UndoStep } from '../messaging/files.ts';
import type { Input } from '../messaging/protocol.ts';
import { listTombstones, restoreBackup } from '../storage/backup.ts';
import { lastChange } from '../storage/changes.ts';
import { contactPages } from '../storage/contacts.ts';
import { writeImport } from '../storage/imports.ts';
import { joinBackup } from '../storage/joinBackup.ts';
import type { Database } from '../storage/schema.ts';
import { getSettings, getState } from '../storage/state.ts';
import { listTies } from '../storage/ties.ts';
import { listUndo } from '../storage/undo/rows.ts';
import { listedKeys } from './doNotSave.ts';
import type { Environment } from './environment.ts';
import { HandedFile } from './handedFile.ts';
import { previewOf } from './importPreview.ts';
import { type Progress, startJob } from './jobs.ts';
import { heldOf, type OpenedBackup, openBackups, planOf, tooLargeFor } from './openedBackups.ts';
import { keysOfMe } from './ownPage.ts';
import { breather, resultInSlices } from './slices.ts';

/** A network that changes under the user's eyes: planned again so often before giving up. */
const ATTEMPTS = 3;

/** An import on its way. It lives in memory alone: when the background is restarted, the page begins again. */
interface Upload {
  id: string;
  files: HandedFile[];
  stop: AbortController;
  parsed?: ParsedImport;
  /** The first backup among the files. */
  backup?: OpenedBackup;
  planned?: { plan: ImportPlan; goals: Goal[]; change: number };
  preferFile: boolean;
  byName: boolean;
  logWords?: Input<'import.read'>['logWords'];
}

/**
 * The use cases of importing: bytes come in parts, are read and compared, and nothing is written before the
 * user confirms. What is then written is one transaction: a background that is killed in the middle leaves
 * nothing of it.
 */
export function createImports(environment: Environment) {
  const { world, fileBytes = IMPORT_LIMITS.fileBytes } = environment;
  const limits = { ...BACKUP_LIMITS, ...(environment.fileBytes !== undefined && { fileBytes }) };
  let current: Upload | null = null;

  const find = (id: string): Upload => {
    if (current?.id !== id) throw new MessageFailure('taskGone');
    return current;
  };

  return {
    async begin({ files }: Input<'import.begin'>): Promise<{ id: string }> {
      const bytes = files.reduce((sum, { size }) => sum + size, 0);
      if (bytes > IMPORT_LIMITS.unpackedBytes) throw new MessageFailure('tooLarge');
      // Only a backup may be as large; which file is one is seen when it is read.
      if (files.some(({ size }) => size > limits.fileBytes)) throw new MessageFailure('fileTooLarge');
      current?.stop.abort(new MessageFailure('cancelled'));
      current = {
        id: world.id(),
        files: files.map((file) => new HandedFile(file)),
        stop: new AbortController(),
        preferFile: false,
        byName: false,
      };
      return { id: current.id };
    },

    async part({ id, file, data }: Input<'import.part'>): Promise<null> {
      const target = find(id).files[file];
      const bytes = fromBase64(data);
      if (target === undefined || bytes === null || !target.add(bytes))
        throw new MessageFailure('badMessage', 'part');
      return null;
    },

    async read(input: Input<'import.read'>): Promise<ImportPreview> {
      const upload = find(input.id);
      if (!upload.files.every(({ isWhole }) => isWhole)) throw new MessageFailure('badMessage', 'incomplete');
      return asJob(upload, 'import', async (progress) => {
        upload.parsed = await parse(upload, input, progress);
        upload.preferFile = input.preferFile ?? false;
        upload.byName = input.byName ?? false;
        upload.logWords = input.logWords;
        upload.planned = await plan(upload, upload.parsed);
        return preview(upload, upload.parsed, upload.planned);
      });
    },

    async confirm({
      id,
      keepGoodRows,
      me = false,
      meFields = [],
      goals = [],
    }: Input<'import.confirm'>): Promise<ImportDone> {
      const upload = find(id);
      const { parsed } = upload;
      if (parsed === undefined || upload.planned === undefined) throw new MessageFailure('taskGone');
      if (!keepGoodRows && parsed.rowErrorCount + parsed.fileErrors.length > 0)
        throw new MessageFailure('badRows');
      const done = await asJob(upload, 'import', async (progress) => {
        for (let attempt = 1; ; attempt++) {
          const planned = upload.planned ?? (await plan(upload, parsed));
          const chosen = planned.goals.filter((_, index) => goals.includes(index));
          const outcome = await commit(upload, planned, { me, meFields, goals: chosen }, progress);
          if (outcome !== null) return outcome;
          delete upload.planned;
          if (attempt === ATTEMPTS) throw new MessageFailure('unknown', 'the network keeps changing');
        }
      });
      current = null;
      return done;
    },

    async restore({ id }: { id: string }): Promise<{ contacts: number }> {
      const upload = find(id);
      const { backup } = upload;
      if (backup === undefined) throw new MessageFailure('noBackup');
      const contacts = await asJob(upload, 'restore', async (progress) =>
        restoreBackup(await environment.database, world, backup.source, (done, of) => {
          upload.stop.signal.throwIfAborted();
          progress.report(done, of);
        }),
      );
      current = null;
      return { contacts };
    },

    async join({ id, bringBack = false }: Input<'restore.join'>): Promise<BackupJoined> {
      const upload = find(id);
      const { backup } = upload;
      if (backup === undefined) throw new MessageFailure('noBackup');
      const joined = await asJob(upload, 'restore', async (progress) =>
        joinBackup(
          await environment.database,
          world,
          backup.joinable,
          { label: labelOf(upload), bringBack },
          (done, of) => {
            upload.stop.signal.throwIfAborted();
            progress.report(done, of);
          },
        ),
      );
      current = null;
      return joined;
    },

    async cancel({ id }: { id: string }): Promise<null> {
      if (current?.id === id) {
        current.stop.abort(new MessageFailure('cancelled'));
        current = null;
      }
      return null;
    },

    async steps(): Promise<{ steps: UndoStep[] }> {
      const rows = await listUndo(await environment.database);
      const steps = rows.flatMap(({ kind, ...step }): UndoStep[] =>
        kind === undefined || kind === 'merge' ? [{ ...step, kind: kind ?? 'import' }] : [],
      );
      return { steps: steps.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) };
    },
  };

  /** Runs a step with its progress told; an aborted one fails as `cancelled`. */
  async function asJob<T>(
    upload: Upload,
    kind: 'import' | 'restore',
    work: (progress: Progress) => Promise<T>,
  ): Promise<T> {
    const progress = startJob(environment, { id: upload.id, kind });
    try {
      const result = await work(progress);
      progress.end('done');
      return result;
    } catch (error) {
      const cancelled = upload.stop.signal.aborted;
      progress.end(cancelled ? 'cancelled' : 'failed');
      throw cancelled ? new MessageFailure('cancelled') : error;
    }
  }

  async function parse(
    upload: Upload,
    input: Input<'import.read'>,
    progress: Progress,
  ): Promise<ParsedImport> {
    const me = await getState(await environment.database, 'me');
    const opened = await openBackups(upload.files, environment, {
      ...(input.passphrase !== undefined && { passphrase: input.passphrase }),
      signal: upload.stop.signal,
      limits,
      onRows: (rows) => progress.report(rows),
    });
    const others: InputFile[] = [];
    const tooLarge: ParsedImport['fileErrors'] = [];
    for (const file of opened.others) {
      if (file.size <= fileBytes) others.push(await asInput(file));
      else tooLarge.push(fileErrorOf(file.name, tooLargeFor(fileBytes)));
    }
    let before = 0;
    let shown = { file: '', row: 0 };
    const parsed = await parseFiles(others, {
      identify: (url) => (URL.canParse(url) ? environment.identify(url) : null),
      ...(me?.name !== undefined && { meName: me.name }),
      today: world.now().toISOString().slice(0, 10),
      ...(input.ownAddresses !== undefined && { ownAddresses: input.ownAddresses }),
      ...(input.passphrase !== undefined && { passphrase: input.passphrase }),
      ...(input.mappings !== undefined && { mappings: toMappings(input.mappings) }),
      encodings: said(input.encodings),
      separators: said(input.separators),
      signal: upload.stop.signal,
      fileBytes,
      onProgress({ file, row }) {
        if (file !== shown.file) before += shown.row;
        shown = { file, row };
        progress.report(before + row);
      },
      breathe: breather(),
    });
    parsed.files.push(...opened.files);
    parsed.fileErrors.push(...opened.fileErrors, ...tooLarge);
    const [zipped] = parsed.backups;
    const backup = opened.backup ?? (zipped && (await heldOf(zipped, parsed.damaged, environment)));
    if (backup === undefined) delete upload.backup;
    else upload.backup = backup;
    return parsed;
  }

  async function plan(upload: Upload, parsed: ParsedImport): Promise<NonNullable<Upload['planned']>> {
    const db = await environment.database;
    // First the mark, then the contacts: what is written in between makes the plan stale, never wrong.
    const change = await lastChange(db);
    const [settings, ties, me, tombstones, existing] = await Promise.all([
      getSettings(db),
      listTies(db),
      getState(db, 'me'),
      listTombstones(db),
      // A backup alone is compared in another way.
      parsed.persons.length + parsed.signals.length === 0 ? [] : concerned(db, parsed),
    ]);
    upload.stop.signal.throwIfAborted();
    const deleted = new Set(tombstones.map(({ hash }) => hash));
    const listed = listedKeys(settings.doNotSave, environment);
    const own = keysOfMe(me, environment);
    const now = world.now().toISOString();
    const steps = planSteps(existing, parsed, {
      now,
      deviceId: (await getState(db, 'deviceId')) ?? 'new',
      newId: () => world.id(),
      isSelf: (key) => own.has(key),
      isLeftOut: (key) => listed.has(key) || (deleted.size > 0 && deleted.has(tombstoneHash(key))),
      ties,
      me: me ?? null,
      preferFile: upload.preferFile,
      byName: upload.byName,
      ...(upload.logWords !== undefined && { logWords: upload.logWords }),
      dismissed: new Set(settings.notDuplicates),
    });
    const made = await resultInSlices(steps, upload.stop.signal);
    const classifier = await environment.classifier(settings.companies);
    const goals = made.goals.map((goal) => goalOf(goal, classifier, { id: world.id(), now }));
    return { plan: made, goals, change };
  }

  async function preview(
    { byName, backup }: Upload,
    parsed: ParsedImport,
    { plan: made, goals }: NonNullable<Upload['planned']>,
  ): Promise<ImportPreview> {
    return previewOf(parsed, made, {
      goals,
      takesNames: byName,
      restore: backup === undefined ? null : await planOf(await environment.database, backup),
    });
  }

  /** Writes a plan as one transaction. `null`, and nothing written: the network has changed since. */
  async function commit(
    upload: Upload,
    { plan: made, change }: NonNullable<Upload['planned']>,
    choices: PlanChoices,
    progress: Progress,
  ): Promise<ImportDone | null> {
    const db = await environment.database;
    const undo = world.id();
    const total = made.create.length + made.update.length + made.ties.after.length;
    const me = chosenMe(made, choices);
    progress.report(0, total);
    const label = labelOf(upload);
    const at = world.now().toISOString();
    const written = await writeImport(
      db,
      world,
      {
        create: made.create,
        update: made.update,
        ties: made.ties.after,
        goals: choices.goals,
        me,
        undo: undoRecord(made, choices, { id: undo, at, label }),
      },
      change,
      (done) => {
        upload.stop.signal.throwIfAborted();
        progress.report(done, total);
      },
    );
    if (!written) return null;
    return {
      created: made.create.length,
      changed: made.update.length,
      ties: made.ties.after.length,
      goals: choices.goals.length,
      me: me !== null,
      duplicates: made.suggestDuplicates.length,
      undo,
    };
  }
}

/** The saved contacts, whole where a file may be about them; of the others what tells duplicates alone. */
async function concerned(db: Database, { persons, signals }: ParsedImport): Promise<Contact[]> {
  const named = new Set(persons.flatMap(({ keys, contactId }) => (contactId ? [...keys, contactId] : keys)));
  const emails = new Set(persons.flatMap((person) => person.emails));
  // A log that grows is written with the whole contact.
  const names = new Set<string>();
  for (const { person, name, log } of signals) {
    if (log === undefined) continue;
    emails.add(person.slice('email:'.length));
    if (name !== undefined) names.add(name);
  }
  const contacts: Contact[] = [];
  for await (const page of contactPages(db))
    for (const contact of page) {
      const whole =
        named.has(contact.id) ||
        contact.keys.some((key) => named.has(key)) ||
        effectiveEmails(contact).some((email) => emails.has(email) || emails.has(email.toLowerCase())) ||
        (names.size > 0 && nameKeys(contact.profile.name).some((name) => names.has(name)));
      contacts.push(whole ? contact : stripped(contact));
    }
  return contacts;
}

/** A contact as far as duplicates are told by it, so that a large network fits in memory. */
export function stripped(contact: Contact): Contact {
  const { profile } = contact;
  return {
    ...contact,
    provenance: {},
    events: [],
    own: { tags: [], log: [], edits: {} },
    profile: {
      key: profile.key,
      url: profile.url,
      name: profile.name,
      positions: profile.positions.map(({ company, end }) => ({
        ...(company !== undefined && { company }),
        ...(end !== undefined && { end }),
      })),
      education: profile.education.map(({ school }) => ({ school })),
      skills: [],
      languages: [],
      ...(profile.location !== undefined && { location: profile.location }),
      ...(profile.links !== undefined && { links: profile.links }),
    },
  };
}

/** What a step is called by: its files. */
function labelOf({ files }: Upload): string {
  return files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 200);
}

async function asInput(file: HandedFile): Promise<InputFile> {
  const { name, modified } = file;
  const bytes = await file.all();
  return modified === undefined ? { name, bytes } : { name, bytes, modified };
}

/** What the user said of each file, without what is left to the reader. */
function said<Word extends string>(byFile: Record<string, Word> = {}): Record<string, Exclude<Word, 'auto'>> {
  return Object.fromEntries(
    Object.entries(byFile).flatMap(([file, word]) =>
      word === 'auto' ? [] : [[file, word as Exclude<Word, 'auto'>]],
    ),
  );
}

/** Only fields that exist; the message's schema knows names and numbers alone. */
function toMappings(mappings: Record<string, Record<string, number>>): Record<string, ColumnMapping> {
  return Object.fromEntries(
    Object.entries(mappings).map(([file, columns]) => [
      file,
      Object.fromEntries(
        MAPPABLE_FIELDS.flatMap((field) => {
          const column = ownValue(columns, field);
          return column === undefined ? [] : [[field, column]];
        }),
      ),
    ]),
  );
}

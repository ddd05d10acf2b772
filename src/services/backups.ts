import { BACKUP_VERSION, type LeftOut, type MessageKey, type Settings } from '../core/model/index.ts';
import { createAgeSeal, sealAge } from '../exchange/age.ts';
import { sealText } from '../exchange/cipher.ts';
import { ExportError } from '../exchange/errors.ts';
import { withinLimit, writeBackup } from '../exchange/export/backup.ts';
import { EXPORT_FILES, exportFileName } from '../exchange/export/index.ts';
import { BACKUP_LIMITS } from '../exchange/limits.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { BackupState } from '../messaging/files.ts';
import { sampleCaptures, sampleContacts } from '../storage/backup.ts';
import { lastChange } from '../storage/changes.ts';
import { countStored } from '../storage/counts.ts';
import type { BackupRecord, Database } from '../storage/schema.ts';
import { changeBackupRecord, getSettings, getState } from '../storage/state.ts';
import type { Environment } from './environment.ts';
import { openSource } from './exportSource.ts';
import { startJob } from './jobs.ts';
import { withBreaths } from './slices.ts';

const NEVER: BackupRecord = { at: null, seq: 0 };
const DAY_MS = 86_400_000;

/**
 * Is a backup due by the user's rhythm? Nothing is due when nothing has changed since the last one, or when the
 * user has chosen no rhythm.
 */
function isDue(
  { everyDays, everyChanges }: Settings['backup'],
  record: Pick<BackupRecord, 'at'>,
  changesSince: number,
  now: Date,
): boolean {
  if (changesSince === 0) return false;
  if (everyChanges !== null && changesSince >= everyChanges) return true;
  if (everyDays === null) return false;
  return record.at === null || now.getTime() - Date.parse(record.at) >= everyDays * DAY_MS;
}

/** Notes that the user has a backup of everything up to the change `seq`. */
export async function noteBackup(
  { database, world }: Environment,
  seq: number,
  leftOut: LeftOut = {},
): Promise<void> {
  await changeBackupRecord(await database, ({ failure: _, leftOut: __, ...record }) => ({
    ...record,
    at: world.now().toISOString(),
    seq,
    ...(Object.keys(leftOut).length > 0 && { leftOut }),
  }));
}

/** Contacts and pages looked at to tell how large a backup will be. */
const SAMPLE = 200;
/** Below this share of the limit the estimate is far enough from it. */
const SURELY_BELOW = 0.5;
/** Bytes that sealing adds: sixteen to each chunk, and the header. */
const SEALED = 1.001;
/** What earlier versions sealed with is written as base64. */
const SEALED_AS_TEXT = 4 / 3 + 0.001;

/**
 * Says before anything is written that a backup would be larger than what can be read back. A small network is told
 * by a sample; near the limit all of it is measured.
 * @throws MessageFailure `backupTooLarge`
 */
export async function assertReadable(environment: Environment, growth: number): Promise<void> {
  const { database, world, fileBytes = BACKUP_LIMITS.fileBytes } = environment;
  const db = await database;
  const most = Math.floor(fileBytes / growth);
  if ((await estimatedBytes(db)) < most * SURELY_BELOW) return;
  const { ties, tiesInTurn, ...rest } = await openSource(db, world.now(), {}, { inTurn: true });
  try {
    const each = () => tiesInTurn?.() ?? ties;
    const text = writeBackup({ ...rest, format: 'weitblick', version: BACKUP_VERSION, ties: each });
    for await (const _ of withinLimit(withBreaths(text), most));
  } catch (error) {
    throw isTooLarge(error) ? new MessageFailure('backupTooLarge') : error;
  }
}

/** Some 4 % more or less than the bytes of a backup, for a network whose first contacts are like the others. */
async function estimatedBytes(db: Database): Promise<number> {
  const [contacts, { captures, ties }] = await Promise.all([getState(db, 'contactCount'), countStored(db)]);
  const [people, pages] = await Promise.all([sampleContacts(db, SAMPLE), sampleCaptures(db, SAMPLE)]);
  const each = (items: readonly unknown[]) =>
    items.reduce<number>((sum, item) => sum + JSON.stringify(item).length, 0) / Math.max(1, items.length);
  return each(people) * (contacts ?? 0) + each(pages) * captures + 150 * ties;
}

/** By how much sealing makes a file larger. */
export function growthOf(seal: BackupRecord['seal'] | 'passphrase'): number {
  if (seal === undefined) return 1;
  return seal === 'passphrase' || 'work' in seal ? SEALED : SEALED_AS_TEXT;
}

/** The file of an automatic backup; a seal of an earlier version is used until the user says another passphrase. */
function sealedBy(
  seal: BackupRecord['seal'],
  text: AsyncIterable<string>,
  day: string,
): { name: string; mediaType: string; pieces: AsyncIterable<string | Uint8Array> } {
  const format = seal !== undefined && 'work' in seal ? 'encryptedBackup' : 'backup';
  const { mediaType } = EXPORT_FILES[format];
  const name = exportFileName(format, day);
  if (seal === undefined) return { name, mediaType, pieces: text };
  const pieces = 'work' in seal ? sealAge(text, seal, crypto) : sealText(text, seal, crypto);
  return { name, mediaType, pieces };
}

function isTooLarge(error: unknown): boolean {
  return (error instanceof ExportError || error instanceof MessageFailure) && error.kind === 'backupTooLarge';
}

/** The use cases of automatic backups. */
export function createBackups(environment: Environment) {
  const { world, files } = environment;
  let running: Promise<void> | null = null;

  const readRecord = async () => (await getState(await environment.database, 'backup')) ?? NEVER;

  async function state(): Promise<BackupState> {
    const db = await environment.database;
    const [record, settings, change, automatic] = await Promise.all([
      readRecord(),
      getSettings(db),
      lastChange(db),
      files?.allowed() ?? false,
    ]);
    const changesSince = Math.max(0, change - record.seq);
    return {
      lastAt: record.at,
      changesSince,
      due: isDue(settings.backup, record, changesSince, world.now()),
      automatic,
      encrypted: record.seal !== undefined,
      failure: (record.failure as MessageKey | undefined) ?? null,
      leftOut: record.leftOut ?? {},
    };
  }

  /** Makes the backup and hands it to the downloads; one at a time. */
  async function run(): Promise<void> {
    if (files === undefined) return;
    running ??= make().finally(() => {
      running = null;
    });
    return running;
  }

  async function make(): Promise<void> {
    if (files === undefined) return;
    const db = await environment.database;
    const now = world.now();
    const leftOut: LeftOut = {};
    const [record, change, source] = await Promise.all([
      readRecord(),
      lastChange(db),
      openSource(db, now, leftOut, { inTurn: true }),
    ]);
    const progress = startJob(environment, { id: world.id(), kind: 'backup' });
    try {
      await assertReadable(environment, growthOf(record.seal));
      const { ties, tiesInTurn, ...rest } = source;
      const text = writeBackup(
        { ...rest, format: 'weitblick', version: BACKUP_VERSION, ties: () => tiesInTurn?.() ?? ties },
        leftOut,
      );
      const { name, mediaType, pieces } = sealedBy(record.seal, text, now.toISOString().slice(0, 10));
      await files.save(
        `Weitblick/${name}`,
        mediaType,
        withinLimit(withBreaths(pieces), environment.fileBytes),
      );
      await noteBackup(environment, change, leftOut);
      progress.end('done');
    } catch (error) {
      progress.end('failed');
      const tooLarge = isTooLarge(error);
      const failure = tooLarge ? 'backup_tooLarge' : 'backup_failed';
      await changeBackupRecord(db, (known) => ({ ...known, failure }));
      if (!tooLarge) console.error(error);
    }
  }

  return {
    state,

    /** Called once in a while: makes the backup when it is due and the user has allowed it. */
    async check(): Promise<void> {
      const { due, automatic } = await state();
      if (due && automatic) await run();
    },

    async now(): Promise<BackupState> {
      await run();
      return state();
    },

    async seal({ passphrase }: { passphrase?: string | undefined }): Promise<null> {
      const db = await environment.database;
      try {
        const seal =
          passphrase === undefined ? undefined : await createAgeSeal(passphrase, globalThis.crypto);
        await changeBackupRecord(db, ({ seal: _, ...record }) =>
          seal === undefined ? record : { ...record, seal },
        );
      } catch (error) {
        if (error instanceof ExportError) throw new MessageFailure('passphraseEmpty');
        throw error;
      }
      return null;
    },
  };
}

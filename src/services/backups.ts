import { BACKUP_VERSION, type MessageKey, type Settings } from '../core/model/index.ts';
import { createSeal, sealText } from '../exchange/cipher.ts';
import { ExportError } from '../exchange/errors.ts';
import { writeBackup } from '../exchange/export/backup.ts';
import { exportFileName } from '../exchange/export/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { BackupState } from '../messaging/files.ts';
import { lastChange } from '../storage/changes.ts';
import type { BackupRecord } from '../storage/schema.ts';
import { getSettings, getState } from '../storage/state.ts';
import type { Environment } from './environment.ts';
import { openSource } from './exportSource.ts';
import { startJob } from './jobs.ts';

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
export async function noteBackup({ database, world }: Environment, seq: number): Promise<void> {
  const db = await database;
  const { failure: _, ...record } = (await getState(db, 'backup')) ?? NEVER;
  await db.put('state', { ...record, at: world.now().toISOString(), seq }, 'backup');
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
    const [record, change, source] = await Promise.all([readRecord(), lastChange(db), openSource(db, now)]);
    const progress = startJob(environment, { id: world.id(), kind: 'backup' });
    try {
      const { ties, ...rest } = source;
      const text = writeBackup({ ...rest, format: 'weitblick', version: BACKUP_VERSION, ties: () => ties });
      const format = record.seal === undefined ? 'backup' : 'encryptedBackup';
      await files.save(
        `Weitblick/${exportFileName(format, now.toISOString().slice(0, 10))}`,
        'application/json',
        record.seal === undefined ? text : sealText(text, record.seal, globalThis.crypto),
      );
      await noteBackup(environment, change);
      progress.end('done');
    } catch (error) {
      progress.end('failed');
      await db.put('state', { ...(await readRecord()), failure: 'backup_failed' }, 'backup');
      console.error(error);
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
      const { seal: _, ...record } = await readRecord();
      try {
        const seal = passphrase === undefined ? undefined : await createSeal(passphrase, globalThis.crypto);
        await db.put('state', seal === undefined ? record : { ...record, seal }, 'backup');
      } catch (error) {
        if (error instanceof ExportError) throw new MessageFailure('passphraseEmpty');
        throw error;
      }
      return null;
    },
  };
}

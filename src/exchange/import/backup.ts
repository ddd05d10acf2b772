import { BACKUP_VERSION, Backup } from '../../core/model/index.ts';
import { ImportError } from '../errors.ts';

/** Does the JSON value claim to be one of our backups, of whatever version? */
export function isBackup(value: unknown): value is { format: 'weitblick'; version: unknown } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'weitblick';
}

/**
 * A backup from its JSON value, brought up to the present version.
 * @throws ImportError `newerVersion`, `damagedBackup` with the place that does not fit.
 */
export function readBackupValue(value: unknown): Backup {
  if (!isBackup(value) || !Number.isInteger(value.version))
    throw new ImportError('damagedBackup', { place: 'version' });
  if (Number(value.version) > BACKUP_VERSION)
    throw new ImportError('newerVersion', { version: Number(value.version), known: BACKUP_VERSION });
  const result = Backup.safeParse(upgrade(value));
  if (!result.success) {
    const place = result.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new ImportError('damagedBackup', { place });
  }
  assertOneEach(result.data);
  return result.data;
}

/** Ids and keys name one contact each; a file edited by hand may say otherwise, and could not be restored. */
function assertOneEach({ contacts }: Backup): void {
  const [ids, keys] = [new Set<string>(), new Set<string>()];
  for (const [index, contact] of contacts.entries()) {
    if (ids.has(contact.id)) throw new ImportError('damagedBackup', { place: `contacts.${index}.id` });
    ids.add(contact.id);
    for (const key of new Set(contact.keys)) {
      if (keys.has(key)) throw new ImportError('damagedBackup', { place: `contacts.${index}.keys` });
      keys.add(key);
    }
  }
}

/** Steps from each older version to the next; version 1 is the first. */
const UPGRADES: Record<number, (backup: Record<string, unknown>) => Record<string, unknown>> = {};

function upgrade(value: object): Record<string, unknown> {
  let backup: Record<string, unknown> = { ...value };
  for (let version = Number(backup.version); version < BACKUP_VERSION; version++) {
    const step = UPGRADES[version];
    if (step === undefined) throw new ImportError('damagedBackup', { place: 'version' });
    backup = { ...step(backup), version: version + 1 };
  }
  return backup;
}

import type { FailureKind } from '../messaging/errors.ts';
import {
  NotStorable,
  StorageUnavailable,
  type UnavailableKind,
  usingFailure,
} from '../storage/unavailable.ts';
import type { Environment } from './environment.ts';

/** The kind under which an error crosses to the sender. */
export function failureOf(error: unknown): FailureKind {
  if (error instanceof NotStorable) return 'notStorable';
  return error instanceof StorageUnavailable ? STORAGE_FAILURES[error.kind] : 'unknown';
}

const STORAGE_FAILURES = {
  full: 'storageFull',
  newerVersion: 'storageNewer',
  blocked: 'storageBlocked',
  broken: 'storageBroken',
  private: 'storagePrivate',
  missingStore: 'storageMissing',
  missingIndex: 'storageIndex',
  damagedRow: 'storageRow',
} as const satisfies Record<UnavailableKind, FailureKind>;

/** What a browser's database throws, as which state of it that is. */
export async function namedFailure(
  error: unknown,
  { database }: Pick<Environment, 'database'>,
): Promise<unknown> {
  return usingFailure(error, await Promise.resolve(database).catch(() => null)) ?? error;
}

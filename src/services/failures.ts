import type { FailureKind } from '../messaging/errors.ts';
import { StorageUnavailable } from '../storage/open.ts';

/** The kind under which an error crosses to the sender. */
export function failureOf(error: unknown): FailureKind {
  if (!(error instanceof StorageUnavailable)) return 'unknown';
  const kinds = {
    full: 'storageFull',
    newerVersion: 'storageNewer',
    blocked: 'storageBlocked',
    broken: 'storageBroken',
  } as const;
  return kinds[error.kind];
}

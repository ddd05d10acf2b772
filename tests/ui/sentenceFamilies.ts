import type { ChangedField } from '../../src/core/merge/diff.ts';
import type { DuplicateReason } from '../../src/core/merge/duplicates.ts';
import type {
  ExportFormat,
  Layer,
  MessageKey,
  RefusalReason,
  Role,
  Seniority,
} from '../../src/core/model/index.ts';
import type { ExportErrorKind, ImportErrorKind, RowErrorKind } from '../../src/exchange/errors.ts';
import type { FailureKind } from '../../src/messaging/errors.ts';

/** Is every one of these a key of the catalogues? */
type Sentences<Keys extends MessageKey> = Keys;
/** Whoever adds a member to one of these is led here, and to each place of the product that must know it. */
export type Families = [
  Sentences<`reason_${RefusalReason}`>,
  Sentences<`error_${FailureKind}`>,
  Sentences<`importError${Capitalize<ImportErrorKind>}`>,
  Sentences<`importErrorRow${Capitalize<RowErrorKind>}`>,
  Sentences<`exportError${Capitalize<ExportErrorKind>}`>,
  Sentences<`exportFormat_${Exclude<ExportFormat, 'backup' | 'encryptedBackup'>}`>,
  Sentences<`mergeReason_${DuplicateReason}`>,
  Sentences<`field_${ChangedField}`>,
  Sentences<`role_${Role}` | `roleWhy_${Role}`>,
  Sentences<`layer_${Layer}`>,
  Sentences<`seniority_${Seniority}`>,
];

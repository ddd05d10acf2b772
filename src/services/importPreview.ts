import { positionText } from '../core/merge/index.ts';
import { type Contact, currentPosition, type Goal } from '../core/model/index.ts';
import { rowMessageKey } from '../exchange/errors.ts';
import type { ParsedImport } from '../exchange/import/index.ts';
import type { ImportPlan, PlannedUpdate } from '../exchange/plan.ts';
import { chooseMe, differencesOfMe } from '../exchange/planMe.ts';
import type { RestorePlan } from '../exchange/restore.ts';
import type { ImportPreview, ImportPreviewRow, LogPreview } from '../messaging/files.ts';

/** Rows and row errors that a preview shows; the counts are of all. */
const ROWS = 20;
const ROW_ERRORS = 200;

/** What the page shows before anything is written. */
export function previewOf(
  parsed: ParsedImport,
  plan: ImportPlan,
  { goals, restore, takesNames }: { goals: Goal[]; restore: RestorePlan | null; takesNames: boolean },
): ImportPreview {
  return {
    files: parsed.files,
    fileErrors: parsed.fileErrors.map(({ file, kind, messageKey, values }) => ({
      file,
      kind,
      key: messageKey,
      values,
    })),
    setAside: parsed.setAside.map(({ file }) => file),
    rowErrors: parsed.rowErrors.slice(0, ROW_ERRORS).map(({ file, row, kind, value = '' }) => ({
      key: rowMessageKey(kind),
      values: { file, row, value },
    })),
    rowErrorCount: parsed.rowErrorCount,
    mappings: parsed.mappings,
    counts: {
      new: plan.create.length,
      changed: plan.update.length,
      same: plan.unchanged,
      repeated: plan.repeated,
      leftOut: plan.leftOut,
      self: plan.self,
      ties: plan.ties.after.length,
      unknownSignals: plan.unknownSignals,
      duplicates: plan.suggestDuplicates.length,
    },
    first: firstRows(plan),
    log: logOf(parsed, plan, takesNames),
    me: plan.me && {
      after: plan.me.after,
      fills: chooseMe(plan.me, []) !== null,
      differs: differencesOfMe(plan.me),
    },
    goals,
    restore,
  };
}

function logOf({ log: sources }: ParsedImport, { log }: ImportPlan, takesNames: boolean): LogPreview | null {
  if (sources === undefined || log === null) return null;
  const { contacts, unknown, byName } = log;
  return {
    contacts: contacts.length,
    meetings: contacts.reduce((sum, { meetings }) => sum + meetings, 0),
    messages: contacts.reduce((sum, { sent, received }) => sum + sent + received, 0),
    rows: contacts.slice(0, ROWS).map(({ name, meetings, sent, received, first = '', last = '' }) => ({
      name,
      meetings,
      sent,
      received,
      first,
      last,
    })),
    unknown,
    byName,
    takesNames,
    read: sources.messages,
    own: sources.own,
    ownBy: sources.ownBy,
  };
}

/** Some of both kinds: changes are what the user will want to look at. */
function firstRows({ create, update }: ImportPlan): ImportPreviewRow[] {
  const changed = update.slice(0, create.length === 0 ? ROWS : ROWS / 2).map(changedRow);
  const made = create.slice(0, ROWS - changed.length).map((contact) => rowOf(contact, 'new'));
  return [...changed, ...made];
}

function changedRow({ before, after, events }: PlannedUpdate): ImportPreviewRow {
  const changes: ImportPreviewRow['changes'] = events.map(({ kind, from = '', to = '' }) => ({
    kind,
    from,
    to,
  }));
  if (changes.length === 0) {
    const [from, to] = [postOf(before), postOf(after)];
    changes.push(from === to ? { kind: 'other', from: '', to: '' } : { kind: 'position', from, to });
  }
  return { ...rowOf(after, 'changed'), changes };
}

function postOf({ profile }: Contact): string {
  const position = currentPosition(profile);
  return position === undefined ? '' : positionText(position);
}

function rowOf({ profile }: Contact, state: ImportPreviewRow['state']): ImportPreviewRow {
  const position = currentPosition(profile);
  return {
    name: profile.name.full,
    title: position?.title ?? profile.headline ?? '',
    company: position?.company ?? '',
    place: profile.location?.text ?? '',
    state,
    changes: [],
  };
}

import type { BackupHead, BackupRow, Contact, LeftOut } from '../core/model/index.ts';
import { stable } from '../core/model/stable.ts';

/** What putting a backup in place of everything, or beside it, would do. */
export interface RestorePlan {
  exportedAt: string;
  contacts: {
    now: number;
    after: number;
    added: number;
    changed: number;
    removed: number;
  };
  /** Of the backup's contacts: who is here too, under the same id or key, and who was forgotten here. */
  joined: { same: number; forgotten: number };
  ties: { now: number; after: number };
  goals: { now: number; after: number };
  me: 'same' | 'changed' | 'added' | 'removed';
  /** The last change among the contacts on each side, so that an older backup can be told. */
  lastChange: { now: string | null; after: string | null };
  /** What is damaged in the backup, and does not come back. */
  leftOut: LeftOut;
}

/** What is held of a backup's contacts, row by row, to be compared with those that are here. */
export class ComingContacts {
  /** By id: `rev` and last change. */
  readonly byId = new Map<string, string>();
  readonly byKey = new Map<string, string>();
  last: string | null = null;
  /** Those who were forgotten here. */
  forgotten = 0;
  readonly #isForgotten: (contact: Contact) => boolean;

  constructor(isForgotten: (contact: Contact) => boolean = () => false) {
    this.#isForgotten = isForgotten;
  }

  add({ list, row }: BackupRow): void {
    if (list !== 'contacts') return;
    this.byId.set(row.id, versionOf(row));
    for (const key of row.keys) this.byKey.set(key, row.id);
    if (this.last === null || row.updatedAt > this.last) this.last = row.updatedAt;
    if (this.#isForgotten(row)) this.forgotten += 1;
  }
}

/** What restoring a backup over the present state would do; nothing of it has happened. */
export async function planRestore(
  present: {
    contacts: Iterable<Contact> | AsyncIterable<Contact>;
    ties: number;
    goals: number;
    me: BackupHead['me'];
  },
  { head, ties, leftOut }: { head: BackupHead; ties: number; leftOut: LeftOut },
  coming: ComingContacts,
): Promise<RestorePlan> {
  const counts = { now: 0, after: coming.byId.size, added: 0, changed: 0, removed: 0 };
  const same = new Set<string>();
  let last: string | null = null;
  let kept = 0;
  for await (const contact of present.contacts) {
    counts.now += 1;
    if (last === null || contact.updatedAt > last) last = contact.updatedAt;
    const version = coming.byId.get(contact.id);
    if (version === undefined) counts.removed += 1;
    else {
      kept += 1;
      if (version !== versionOf(contact)) counts.changed += 1;
    }
    const known = version === undefined ? undefined : contact.id;
    const twin = known ?? contact.keys.map((key) => coming.byKey.get(key)).find((id) => id !== undefined);
    if (twin !== undefined) same.add(twin);
  }
  counts.added = counts.after - kept;
  return {
    exportedAt: head.exportedAt,
    contacts: counts,
    joined: { same: same.size, forgotten: coming.forgotten },
    ties: { now: present.ties, after: ties },
    goals: { now: present.goals, after: head.goals.length },
    me: compareMe(present.me, head.me),
    lastChange: { now: last, after: coming.last },
    leftOut,
  };
}

const versionOf = ({ rev, updatedAt }: Contact): string => `${rev} ${updatedAt}`;

function compareMe(now: BackupHead['me'], then: BackupHead['me']): RestorePlan['me'] {
  if (now === null) return then === null ? 'same' : 'added';
  if (then === null) return 'removed';
  return stable(now) === stable(then) ? 'same' : 'changed';
}

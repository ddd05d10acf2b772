import type { Backup, Contact } from '../core/model/index.ts';

/** What putting a backup in place of everything would do. */
export interface RestorePlan {
  backup: Backup;
  contacts: { now: number; after: number; added: number; changed: number; removed: number };
  ties: { now: number; after: number };
  goals: { now: number; after: number };
  me: 'same' | 'changed' | 'added' | 'removed';
  /** The last change among the contacts on each side, so that an older backup can be told. */
  lastChange: { now: string | null; after: string | null };
}

/** What restoring `backup` over the present state would do; nothing of it has happened. */
export function planRestore(
  present: { contacts: Iterable<Contact>; ties: number; goals: number; me: Backup['me'] },
  backup: Backup,
): RestorePlan {
  const coming = new Map(backup.contacts.map((contact) => [contact.id, contact]));
  const counts = { now: 0, after: coming.size, added: 0, changed: 0, removed: 0 };
  let last: string | null = null;
  let kept = 0;
  for (const contact of present.contacts) {
    counts.now += 1;
    if (last === null || contact.updatedAt > last) last = contact.updatedAt;
    const next = coming.get(contact.id);
    if (next === undefined) counts.removed += 1;
    else {
      kept += 1;
      if (next.rev !== contact.rev || next.updatedAt !== contact.updatedAt) counts.changed += 1;
    }
  }
  counts.added = counts.after - kept;
  return {
    backup,
    contacts: counts,
    ties: { now: present.ties, after: backup.ties.length },
    goals: { now: present.goals, after: backup.goals.length },
    me: compareMe(present.me, backup.me),
    lastChange: { now: last, after: backup.contacts.reduce<string | null>(latest, null) },
  };
}

function latest(last: string | null, { updatedAt }: Contact): string {
  return last === null || updatedAt > last ? updatedAt : last;
}

function compareMe(now: Backup['me'], then: Backup['me']): RestorePlan['me'] {
  if (now === null) return then === null ? 'same' : 'added';
  if (then === null) return 'removed';
  return JSON.stringify(now) === JSON.stringify(then) ? 'same' : 'changed';
}

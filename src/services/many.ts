import type { OwnWords, Patch } from '../core/model/index.ts';
import { changeMany, forgetContacts } from '../storage/many.ts';
import type { Environment } from './environment.ts';
import { patchOwn, withoutOldSnooze } from './save.ts';

export interface ManyChange {
  ids: readonly string[];
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
  own?: Patch<OwnWords> | undefined;
}

/**
 * The same change of own words to many contacts, all or nothing. Answers how many there were, and the step by
 * which it is taken back.
 */
export async function setMany(
  { database, world }: Environment,
  change: ManyChange,
): Promise<{ changed: number; undo: string }> {
  const { count, undo } = await changeMany(await database, world, change.ids, (own) =>
    withoutOldSnooze(own, changedOwn(own, change)),
  );
  return { changed: count, undo };
}

function changedOwn(own: OwnWords, { addTags = [], removeTags = [], own: patch = {} }: ManyChange): OwnWords {
  const patched = patchOwn(own, patch);
  const gone = new Set(removeTags);
  const tags = [...new Set([...patched.tags.filter((tag) => !gone.has(tag)), ...addTags])].slice(0, 50);
  return { ...patched, tags };
}

/** Forgets many contacts, all or nothing; until the step expires it can be taken back. */
export async function forgetMany(
  { database, world }: Environment,
  ids: readonly string[],
): Promise<{ forgotten: number; undo: string }> {
  const { count, undo } = await forgetContacts(await database, world, ids);
  return { forgotten: count, undo };
}

import type { MessageKey } from '../core/model/index.ts';
import type { Place } from '../core/sync/index.ts';
import type { SyncAnswer, SyncState } from './sync.ts';

/** A sentence of the catalogues with its values. */
export interface SyncSentence {
  key: MessageKey;
  values: Record<string, string | number>;
  /** Only the person can go on from here. */
  asks: boolean;
}

/**
 * What the person is told of the state of sync, the most pressing first. `when` writes an instant as the page does
 * ("2 minutes ago"), `day` its day.
 */
export function syncSentences(
  { place, trouble, working, waiting, last, devices, offset, apart, newCode }: SyncState,
  write: { when(instant: string): string; day(instant: string): string },
): SyncSentence[] {
  const sentences: SyncSentence[] = [];
  const say = (key: MessageKey, values: SyncSentence['values'] = {}, asks = false) =>
    sentences.push({ key, values, asks });
  if (trouble !== null) {
    const { by = '', count: many = 0, of = 0 } = trouble;
    const values = { count: waiting, day: write.day(trouble.since), by, many, of };
    say(refusalSentence(trouble.kind, place.kind), values, !PASSES.has(trouble.kind));
  } else if (working !== null && working.total !== null && working.what === 'takeOver')
    say('sync_takingOver', { done: working.done, total: working.total });
  else if (working?.what === 'publish') say('sync_publishing', { done: working.done });
  else if (last === null || waiting > 0) say('sync_waiting', { count: waiting });
  // Where something never arrived, not all are in step: the sentence of that device stands alone.
  else if (devices.every(({ missing }) => missing === 0)) say('sync_inStep', { when: write.when(last) });
  if (newCode === 'going') say('sync_codeGoing', {}, true);
  if (newCode === 'unseen') say('sync_codeUnseen', {}, true);
  for (const { name, missing } of devices) if (missing > 0) say('sync_gap', { name, count: missing }, true);
  if (offset !== 0) {
    const minutes = Math.round(Math.abs(offset) / 60_000);
    const ahead = offset < 0;
    if (minutes < HOURS_FROM) say(ahead ? 'sync_clockAhead' : 'sync_clockBehind', { count: minutes });
    else say(ahead ? 'sync_clockAheadHours' : 'sync_clockBehindHours', { count: Math.round(minutes / 60) });
  }
  if (apart !== 0) say('sync_clockApart', { count: Math.round(Math.abs(apart) / 86_400_000) });
  return sentences;
}

/** What goes by itself: nobody has to do anything. */
const PASSES: ReadonlySet<string> = new Set(['offline', 'busy', 'server', 'lossy']);

/** From so many minutes on a wrong clock is told in hours. */
const HOURS_FROM = 120;

/** Why an attempt came to nothing; a folder on this computer is no server. */
export function refusalSentence(
  trouble: Extract<SyncAnswer, { ok: false }>['trouble'],
  kind?: Place['kind'],
): MessageKey {
  if (kind === 'folder' && (trouble === 'permission' || trouble === 'odd' || trouble === 'server'))
    return `sync_folder_${trouble}`;
  return `sync_trouble_${trouble}`;
}

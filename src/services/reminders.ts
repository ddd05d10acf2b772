import type { LightRow, Settings } from '../core/model/index.ts';
import { addDays, addMonths } from '../core/text/days.ts';
import type { ContactRow, DueItem } from '../messaging/protocol.ts';
import { snoozeName, snoozes } from '../storage/orders.ts';
import { getSettings, getState, putState } from '../storage/state.ts';
import type { Background } from './background.ts';

/** So many due items are answered; `count` says how many there are. */
const SHOWN = 50;

/** What is due up to and including the day: next steps with a date, and signs of life by the contact's or its layer's rhythm. */
export async function dueUntil(
  background: Pick<Background, 'rows' | 'database'>,
  until: string,
): Promise<{ due: DueItem[]; count: number }> {
  // Not the whole context: a popup that opens must not wait for the classifier.
  const db = await background.database;
  const [settings, putOff] = await Promise.all([getSettings(db), snoozes(db)]);
  const due: DueItem[] = [];
  const layers = Object.values(settings.rhythms).some((days) => days !== undefined);
  // How a contact reads is asked only when its layer decides: that is a computation, dates are not.
  for await (const part of layers ? background.rows.all() : background.rows.light())
    for (const row of part)
      due.push(
        ...dueOf(row, settings)
          .map((item) => later(item, putOff))
          .filter((item) => item.due <= until),
      );
  return firstOf(due);
}

/** The contacts of whom the user is to say whether to keep them. */
export async function reviewsDue({
  rows,
  contexts,
  world,
  database,
}: Pick<Background, 'rows' | 'contexts' | 'world' | 'database'>): Promise<{ due: DueItem[]; count: number }> {
  const [{ settings }, putOff] = await Promise.all([contexts.now(), snoozes(await database)]);
  const today = world.now().toISOString().slice(0, 10);
  const due: DueItem[] = [];
  for await (const part of rows.light())
    for (const { id, name, createdAt, lastContact, reviewedOn } of part) {
      const days = [createdAt.slice(0, 10), lastContact ?? '', reviewedOn ?? ''].sort();
      const day = addMonths(days.at(-1) ?? '', settings.reviewMonths);
      const item = later({ contactId: id, name, kind: 'review', text: '', due: day }, putOff);
      if (item.due <= today) due.push(item);
    }
  return firstOf(due);
}

function firstOf(due: DueItem[]): { due: DueItem[]; count: number } {
  due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return { due: due.slice(0, SHOWN), count: due.length };
}

/** The same, on the day until which it was put off where that is later. */
function later(item: DueItem, putOff: ReadonlyMap<string, string>): DueItem {
  const until = putOff.get(snoozeName(item.kind, item.contactId));
  return until !== undefined && until > item.due ? { ...item, due: until, putOff: true } : item;
}

function dueOf(row: LightRow | ContactRow, { rhythms }: Settings): DueItem[] {
  const { id, name, nextStep, lastContact, createdAt } = row;
  const items: DueItem[] = [];
  if (nextStep?.due != null)
    items.push({ contactId: id, name, kind: 'nextStep', text: nextStep.text, due: nextStep.due });
  const rhythm = row.rhythmDays ?? ('layer' in row && row.layerKnown ? rhythms[row.layer] : undefined);
  if (rhythm !== undefined) {
    const day = addDays(lastContact ?? createdAt.slice(0, 10), rhythm);
    items.push({ contactId: id, name, kind: 'keepInTouch', text: '', due: day });
  }
  return items;
}

function today({ world }: Pick<Background, 'world'>): string {
  return world.now().toISOString().slice(0, 10);
}

/**
 * Tells the user once a day what is due, when they asked for it. Answers what it told, or `null` when there was
 * nothing to tell.
 */
export async function remind(
  background: Background,
  notify: (due: { due: DueItem[]; count: number }, settings: Settings) => Promise<void>,
): Promise<DueItem[] | null> {
  const { settings } = await background.contexts.now();
  if (!settings.reminders) return null;
  const db = await background.database;
  const day = today(background);
  if ((await getState(db, 'remindedOn')) === day) return null;
  const due = await dueUntil(background, day);
  if (due.count === 0) return null;
  await notify(due, settings);
  await putState(db, 'remindedOn', day);
  return due.due;
}

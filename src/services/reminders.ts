import type { LightRow } from '../core/model/index.ts';
import type { DueItem } from '../messaging/protocol.ts';
import type { Background } from './background.ts';

const DAY_MS = 86_400_000;
/** So many due items are answered; `count` says how many there are. */
const SHOWN = 50;

/** What is due up to and including the day: next steps with a date, and signs of life by the contact's rhythm. */
export async function dueUntil(
  { rows }: Pick<Background, 'rows'>,
  until: string,
): Promise<{ due: DueItem[]; count: number }> {
  const due: DueItem[] = [];
  for await (const part of rows.light()) for (const row of part) due.push(...dueOf(row, until));
  due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return { due: due.slice(0, SHOWN), count: due.length };
}

function dueOf(row: LightRow, until: string): DueItem[] {
  const { id, name, nextStep, rhythmDays, lastContact, createdAt } = row;
  const items: DueItem[] = [];
  if (nextStep?.due != null && nextStep.due <= until)
    items.push({ contactId: id, name, kind: 'nextStep', text: nextStep.text, due: nextStep.due });
  if (rhythmDays !== null) {
    const day = addDays(lastContact ?? createdAt.slice(0, 10), rhythmDays);
    if (day <= until) items.push({ contactId: id, name, kind: 'keepInTouch', text: '', due: day });
  }
  return items;
}

/** The day so many days after an ISO day. */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How much is due today. */
export async function countDue(background: Background): Promise<number> {
  const today = background.world.now().toISOString().slice(0, 10);
  return (await dueUntil(background, today)).count;
}

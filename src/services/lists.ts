import { type ListName, STAGES, type Stage } from '../core/model/index.ts';
import type { Order, PageSettings, Placed } from '../messaging/protocol.ts';
import type { ManyDone } from '../storage/many.ts';
import * as orders from '../storage/orders.ts';
import type { Background } from './background.ts';
import { pageSettings } from './network.ts';
import { viewOf } from './save.ts';

/** Who stands on a list, in its order. */
export async function orderIn(
  { database }: Pick<Background, 'database'>,
  of: orders.OrderOf,
): Promise<Order> {
  return { order: await orders.orderOf(await database, of) };
}

/** Who stands on a goal's board, column by column. */
export async function boardOf(
  { database }: Pick<Background, 'database'>,
  goal: string,
): Promise<{ stages: Record<Stage, Order['order']> }> {
  const db = await database;
  const columns = await Promise.all(
    STAGES.map(async (stage) => [stage, await orders.orderOf(db, { goal, stage })] as const),
  );
  return { stages: Object.fromEntries(columns) as Record<Stage, Order['order']> };
}

/** Puts a contact on a list or a board, or takes it off; `null` when it is gone. */
export async function placeIn(
  background: Background,
  id: string,
  of: orders.OrderOf | { goal: string; stage: Stage | null },
  spot: orders.Spot | null,
): Promise<Placed | null> {
  const { database, world } = background;
  const moved = await orders.placeContact(await database, world, id, of as orders.OrderOf, spot);
  return moved === undefined ? null : { view: await viewOf(background, moved.contact), was: moved.was };
}

/** Puts many at the end; answers how many were not there yet, and the step by which it is taken back. */
export async function placeAll(
  { database, world }: Background,
  ids: readonly string[],
  of: orders.OrderOf,
): Promise<ManyDone> {
  return orders.placeMany(await database, world, ids, of);
}

/** Makes or renames a list. */
export async function nameList({ database, world }: Background, list: ListName): Promise<PageSettings> {
  const db = await database;
  await orders.nameList(db, world, list);
  return pageSettings(db);
}

/** Takes a list away, and everybody off it; `null`: there is none. */
export async function removeList(
  { database, world }: Background,
  id: string,
): Promise<({ settings: PageSettings } & ManyDone) | null> {
  const db = await database;
  const done = await orders.removeList(db, world, id);
  return done === null ? null : { ...done, settings: await pageSettings(db) };
}

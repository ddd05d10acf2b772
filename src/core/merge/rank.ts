/** Between two ranks that are nearer than this there is no room any more: the whole order is numbered anew. */
const NEAREST = 1e-6;

/** One thing in an order, by its id. */
export interface Ranked {
  id: string;
  rank: number;
}

/**
 * The rank of a thing that is put before another (`null`: at the end) among things in their order. `null` when there
 * is no room there: then all are to be numbered anew, see `renumbered`. One that is not there (any more) is the end.
 */
export function rankBefore(order: readonly Ranked[], before: string | null): number | null {
  const at = before === null ? -1 : order.findIndex(({ id }) => id === before);
  const [previous, next] = at < 0 ? [order.at(-1), undefined] : [order[at - 1], order[at]];
  if (next === undefined) return previous === undefined ? 0 : Math.floor(previous.rank) + 1;
  if (previous === undefined) return Math.ceil(next.rank) - 1;
  const rank = (previous.rank + next.rank) / 2;
  return next.rank - previous.rank < NEAREST ? null : rank;
}

/** The same order with whole numbers. */
export function renumbered(order: readonly Ranked[]): Ranked[] {
  return order.map(({ id }, rank) => ({ id, rank }));
}

import { unwrap } from 'idb';
import type { Schema, StoreName, WriteTransaction } from './schema.ts';

/** For a request whose failure aborts the transaction, which then reports it: waiting for each costs time. */
export function unwaited(request: Promise<unknown>): void {
  request.catch(() => {});
}

/**
 * Puts a row, and observes nothing of it: where rows are written by the ten thousand, a promise for each takes as long
 * as the row. A failure aborts the transaction, which reports it.
 */
export function putRow(
  transaction: WriteTransaction,
  store: StoreName,
  row: Schema[StoreName]['value'],
): void {
  unwrap(transaction.objectStore(store)).put(row);
}

/** Parts of a write that are on their way while the next is made ready. */
const AHEAD = 2;

/**
 * The pace of a large write: the browser takes the last parts while the next is made ready, and what it has not yet
 * taken never piles up. Others have a turn between the parts.
 */
export class Pace {
  readonly #transaction: WriteTransaction;
  readonly #marks: Promise<unknown>[] = [];

  /** @param transaction with the store `state` */
  constructor({ transaction }: { transaction: WriteTransaction }) {
    this.#transaction = transaction;
  }

  /** A part is sent; answers when the next may follow. */
  async next(): Promise<void> {
    const mark = this.#transaction.objectStore('state').getKey('revision');
    unwaited(mark);
    this.#marks.push(mark);
    if (this.#marks.length >= AHEAD) await this.#marks.shift();
  }
}

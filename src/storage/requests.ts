import { unwrap } from 'idb';
import type { WriteTransaction } from './schema.ts';

/** For a request whose failure aborts the transaction, which then reports it: waiting for each costs time. */
export function unwaited(request: Promise<unknown>): void {
  request.catch(() => {});
}

/**
 * The transaction without promises, for putting rows by the ten thousand: a promise for each takes as long as the row.
 * A failure aborts the transaction, which reports it.
 */
export function unobserved(transaction: WriteTransaction): IDBTransaction {
  return unwrap(transaction);
}

/** Asks for next to nothing: the transaction stays open while others have a turn. */
function keepOpen(transaction: WriteTransaction): Promise<unknown> {
  return transaction.objectStore('state').getKey('revision');
}

/** A part of a large write is made ready for so long, then others have a turn. */
const PART_MS = 12;

/**
 * Turns for others within a transaction, which ends when nothing is asked of it: a small request keeps it while they
 * have theirs. To be asked after each step of some milliseconds at most.
 */
export class Turns {
  readonly #transaction: WriteTransaction;
  #end = performance.now() + PART_MS;

  /** @param transaction with the store `state` */
  constructor(transaction: WriteTransaction) {
    this.#transaction = transaction;
  }

  /** Is it time for others? */
  get due(): boolean {
    return performance.now() >= this.#end;
  }

  /** Gives them a turn; the next step begins with a whole part before it. */
  async give(): Promise<void> {
    await keepOpen(this.#transaction);
    this.#end = performance.now() + PART_MS;
  }

  /** Runs a step for each item, with turns in between. */
  async each<Item>(items: Iterable<Item>, step: (item: Item) => void): Promise<void> {
    for (const item of items) {
      step(item);
      if (this.due) await this.give();
    }
  }
}

/** Rows of a part at most: what the browser has not taken yet is held in memory. */
const PART_ROWS = 500;
/** Parts that are on their way while the next is made ready. */
const AHEAD = 2;

/**
 * The pace of a large write: the browser takes the last parts while the next is made ready, and what it has not yet
 * taken never piles up.
 */
export class Pace {
  readonly #transaction: WriteTransaction;
  readonly #marks: Promise<unknown>[] = [];
  #end = 0;

  /** @param transaction with the store `state` */
  constructor({ transaction }: { transaction: WriteTransaction }) {
    this.#transaction = transaction;
  }

  /** Writes the rows part by part; `onPart` hears how many are written, and stops all of it by throwing. */
  async each<Row>(
    rows: readonly Row[],
    put: (row: Row) => void,
    onPart: (written: number) => void,
  ): Promise<void> {
    let at = 0;
    while (at < rows.length) {
      const most = Math.min(rows.length, at + PART_ROWS);
      const end = performance.now() + PART_MS;
      do {
        put(rows[at] as Row);
        at += 1;
      } while (at < most && performance.now() < end);
      await this.#taken();
      onPart(at);
    }
  }

  /**
   * Waits for something that is none of the transaction's requests, and keeps the transaction open meanwhile: a
   * transaction ends when it has nothing to do. What comes of it may be written at once.
   */
  async waitFor<Value>(promise: Promise<Value>): Promise<Value> {
    const outcome: { settled: boolean } = { settled: false };
    const settle = () => {
      outcome.settled = true;
    };
    promise.then(settle, settle);
    do await keepOpen(this.#transaction);
    while (!outcome.settled);
    return promise;
  }

  /** Lets others have a turn when the last is long ago; the transaction stays open. */
  async breathe(): Promise<void> {
    if (performance.now() < this.#end) return;
    await keepOpen(this.#transaction);
    this.#end = performance.now() + PART_MS;
  }

  async #taken(): Promise<void> {
    const mark = keepOpen(this.#transaction);
    unwaited(mark);
    this.#marks.push(mark);
    if (this.#marks.length >= AHEAD) await this.#marks.shift();
  }
}

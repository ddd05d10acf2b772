import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/storage/open.ts';
import { Pace } from '../../src/storage/requests.ts';
import { DATABASE_STORES, type WriteTransaction } from '../../src/storage/schema.ts';
import { NOW } from '../make.ts';

afterEach(() => vi.restoreAllMocks());

let databases = 0;
/** A write on a clock that goes on by so many milliseconds at each look. */
async function open(step: number) {
  const db = await openDatabase(`requests-${databases++}`);
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += step));
  const transaction = db.transaction([...DATABASE_STORES], 'readwrite') as never as WriteTransaction;
  const asked = vi.spyOn(IDBObjectStore.prototype, 'getKey');
  const put = (at: number) =>
    void transaction
      .objectStore('tombstones')
      .put({ hash: `h${at}`, contactId: 'x', at: NOW })
      .catch(() => {});
  return { db, transaction, put, pace: new Pace({ transaction }), asked: () => asked.mock.calls.length };
}
const rows = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('the pace of a large write', () => {
  it.each([
    ['nothing', 0, 0, []],
    ['one row', 1, 0, [1]],
    ['a part', 500, 0, [500]],
    ['a part and one row', 501, 0, [500, 501]],
    ['parts', 1_200, 0, [500, 1_000, 1_200]],
    ['rows of which each takes long', 3, 1_000, [1, 2, 3]],
    ['rows of which three take as long as a part', 7, 4, [3, 6, 7]],
  ])('of %s: each row is written once, and told of part by part', async (_, count, step, told) => {
    const { db, transaction, put, pace } = await open(step);
    const parts: number[] = [];
    const order: number[] = [];
    await pace.each(
      rows(count),
      (row) => {
        order.push(row);
        put(row);
      },
      (written) => parts.push(written),
    );
    await transaction.done;
    expect([parts, order, await db.count('tombstones')]).toEqual([told, rows(count), count]);
  });

  it('waits for none but the last part but one', async () => {
    const { transaction, pace, put, asked } = await open(1_000);
    await pace.each(rows(4), put, () => {});
    expect(asked()).toBe(4);
    await transaction.done;
  });

  it('ends where whoever hears of it throws', async () => {
    const { db, transaction, pace, put } = await open(1_000);
    const order: number[] = [];
    const stopped = pace.each(
      rows(5),
      (row) => {
        order.push(row);
        put(row);
      },
      (written) => {
        if (written === 2) throw new Error('stopped');
      },
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(order).toEqual([0, 1]);
    transaction.abort();
    await transaction.done.catch(() => {});
    expect(await db.count('tombstones')).toBe(0);
  });

  it('keeps the transaction open while it waits for something else, and hands on what came of it', async () => {
    const { db, transaction, pace, put, asked } = await open(0);
    const slow = new Promise<string>((resolve) => setTimeout(() => resolve('came'), 20));
    expect(await pace.waitFor(slow)).toBe('came');
    put(1);
    await expect(pace.waitFor(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await pace.waitFor(Promise.resolve(7))).toBe(7);
    put(2);
    await transaction.done;
    expect(await db.count('tombstones')).toBe(2);
    expect(asked()).toBeGreaterThan(3);
  });

  it('gives others a turn when the last is long ago, and else none', async () => {
    const { transaction, pace, asked } = await open(4);
    for (let i = 0; i < 10; i++) await pace.breathe();
    // The first at once; of those that follow each time that a part is over.
    expect(asked()).toBeLessThan(10);
    expect(asked()).toBeGreaterThan(2);
    await transaction.done;
  });
});

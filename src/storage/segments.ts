import type { Database, DigestRow, ReadingsRow, SegmentRow } from './schema.ts';

/** Segments read at once: bounds memory, and keeps each request short. */
const PAGE = 32;

/** All segments in pages, in order. */
export function segmentPages(db: Database): AsyncGenerator<SegmentRow[]> {
  return pages((after) => db.getAll('segments', after, PAGE));
}

/** The digests of all segments in pages, in order. */
export function digestPages(db: Database): AsyncGenerator<DigestRow[]> {
  return pages((after) => db.getAll('digests', after, PAGE / 4));
}

/** The stored readings of all segments in pages, in order. */
export function readingsPages(db: Database): AsyncGenerator<ReadingsRow[]> {
  return pages((after) => db.getAll('readings', after, PAGE));
}

/** The digests of one segment; `undefined` when it is gone. */
export async function getDigests(db: Database, segment: number): Promise<DigestRow | undefined> {
  return db.get('digests', segment);
}

async function* pages<Row extends { segment: number }>(
  read: (after: IDBKeyRange | null) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const page = await read(after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = IDBKeyRange.lowerBound(last.segment, true);
  }
}

/** Keeps readings for the next start. They can be computed again, so nothing waits for the disk. */
export async function putReadings(db: Database, rows: readonly ReadingsRow[]): Promise<void> {
  const transaction = db.transaction('readings', 'readwrite', { durability: 'relaxed' });
  for (const row of rows) transaction.store.put(row).catch(() => {});
  await transaction.done;
}

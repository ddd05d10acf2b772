import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClose } from '../../src/storage/close.ts';
import { openDatabase } from '../../src/storage/open.ts';

const row = (key: string) => ({ key, life: 1, base: '0.0.00000000', cells: [], open: [], opens: [] });

describe('values read by many keys', () => {
  it('are the same as one by one, however close their keys stand', async () => {
    const db = await openDatabase('close');
    const key = fc.integer({ min: 0, max: 300 }).map((at) => `contact:${String(at).padStart(3, '0')}`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { maxLength: 80 }),
        fc.array(key, { maxLength: 40 }),
        async (there, keys) => {
          await db.clear('registers');
          for (const one of there) await db.put('registers', row(one));
          const { store } = db.transaction('registers');
          const found = await readClose(store, keys, (value) => value.key);
          for (const one of keys) expect(found.has(one)).toBe(there.includes(one));
        },
      ),
      { numRuns: 60 },
    );
    db.close();
  });

  it('are asked for in one request where they stand close together, and in few where they do not', async () => {
    const db = await openDatabase('close-requests');
    for (let at = 100; at < 900; at++) await db.put('registers', row(`contact:${at}`));
    const asked: string[] = [];
    const { store } = db.transaction('registers');
    const counted = {
      get: (key: string) => {
        asked.push('get');
        return store.get(key);
      },
      getAll: (range: IDBKeyRange, most: number) => {
        asked.push('getAll');
        return store.getAll(range, most);
      },
    };
    const keys = Array.from({ length: 100 }, (_, i) => `contact:${200 + i}`);
    expect((await readClose(counted, keys, ({ key }) => key)).size).toBe(100);
    expect(asked).toEqual(['getAll']);
    asked.length = 0;
    await readClose(counted, ['contact:100', 'contact:500', 'contact:899'], ({ key }) => key);
    expect(asked).toEqual(['getAll', 'get', 'get']);
    db.close();
  });
});

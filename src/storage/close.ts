/** Of a range of keys so many times as many values as are wanted are read in one request; else each by itself. */
const SPARSE = 2;

/** What is read of a store, or of one within a transaction. */
interface Readable<Value> {
  get(key: string): Promise<Value | undefined>;
  getAll(range: IDBKeyRange, most: number): Promise<Value[]>;
}

/**
 * The values of many keys; of a key that is not there, nothing. Where they stand close together they are read as one
 * range: a request for each takes as long as the value. All requests are made at once, so a transaction lives on.
 */
export async function readClose<Value>(
  store: Readable<Value>,
  keys: readonly string[],
  keyOf: (value: Value) => string,
): Promise<Map<string, Value>> {
  const found = new Map<string, Value>();
  const sorted = [...new Set(keys)].sort();
  const [first] = sorted;
  if (first === undefined) return found;
  const most = sorted.length * SPARSE + 1;
  const near = await store.getAll(IDBKeyRange.bound(first, sorted.at(-1)), most);
  const whole = near.length < most;
  for (const value of near) found.set(keyOf(value), value);
  if (whole) return found;
  const end = keyOf(near.at(-1) as Value);
  const missing = sorted.filter((key) => key > end);
  const single = await Promise.all(missing.map((key) => store.get(key)));
  for (const value of single) if (value !== undefined) found.set(keyOf(value), value);
  return found;
}

/**
 * A table that is looked up by words from outside: titles, names, headers, addresses. Never a plain object, which
 * knows words of its own: `constructor` is a trade in Spanish, and a company may call itself "toString".
 */
export type Table<Value> = ReadonlyMap<string, Value>;

/** Makes a table from its rows as one writes them, `word: value`. */
export function tableOf<Value>(rows: Readonly<Record<string, Value>>): Table<Value> {
  return new Map(Object.entries(rows));
}

/** The object's own value of a key that comes from outside; `undefined` for what only its prototype knows. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

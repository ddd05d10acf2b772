/** Entries of one list or map that are looked at. */
const MOST = 1_000;

/** The value as a list: itself, or of itself alone. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The first entries of a list; none of anything else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST) : [];
}

/** The value if it is an object and no list, else an empty one. */
export function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The own entry of a name; never what an object inherits. */
export function get(value: unknown, ...path: string[]): unknown {
  let found = value;
  for (const name of path)
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Reflect.get(found, name)
        : undefined;
  return found;
}

/** The own entry of a name, if it is a text. */
export function text(value: unknown, ...path: string[]): string | undefined {
  const entry = get(value, ...path);
  return typeof entry === 'string' ? entry : undefined;
}

/** The first of several entries that is a text with something in it. */
export function firstText(value: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const entry = text(value, name);
    if (entry !== undefined && entry.trim() !== '') return entry;
  }
  return undefined;
}

/** The entries of a map, the first ones of many. */
export function mapEntries(value: unknown): unknown[] {
  return Object.values(asObject(value)).slice(0, MOST);
}

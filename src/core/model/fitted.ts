import type * as z from 'zod/mini';

/** So often a value is looked at again; each look mends every fault that it finds, and may uncover one beneath. */
const LOOKS = 12;

/**
 * The value as its schema takes it, with what does not fit cut (too long a text or list) or left out (anything else);
 * `cut` names the places. `null` when nothing whole would remain: a part is wrong that the schema cannot do without.
 */
export function fitted<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): { value: z.output<Schema>; cut: string[] } | null {
  const cut: string[] = [];
  let result = schema.safeParse(value);
  if (result.success) return { value: result.data as z.output<Schema>, cut };
  const whole: { value: unknown } = { value: structuredClone(value) };
  for (let look = 0; look < LOOKS && !result.success; look++) {
    // From the end: taking an entry out of a list moves those behind it.
    for (const issue of [...result.error.issues].reverse()) {
      if (!mend(whole, issue)) return null;
      cut.push(issue.path.map(String).join('.'));
    }
    result = schema.safeParse(whole.value);
  }
  return result.success ? { value: result.data as z.output<Schema>, cut: [...new Set(cut)] } : null;
}

type Issue = z.core.$ZodIssue;

function mend(whole: { value: unknown }, issue: Issue): boolean {
  const path = ['value', ...issue.path];
  const parent = at(whole, path.slice(0, -1));
  const key = path.at(-1) as PropertyKey;
  const value = parent === undefined ? undefined : Reflect.get(parent, key);
  if (issue.code === 'unrecognized_keys' && typeof value === 'object' && value !== null) {
    for (const name of issue.keys) Reflect.deleteProperty(value, name);
    return true;
  }
  if (issue.code === 'too_big' && parent !== undefined) {
    const most = Number(issue.maximum);
    if (typeof value === 'string') return Reflect.set(parent, key, value.slice(0, most).toWellFormed());
    if (Array.isArray(value)) return Reflect.set(parent, key, value.slice(0, most));
  }
  // What is not there, and must be, takes along what it belongs to.
  let depth = path.length - 1;
  if (value === undefined) depth -= 1;
  if (depth < 1) return false;
  const owner = at(whole, path.slice(0, depth));
  if (owner === undefined) return true;
  const name = path[depth] as PropertyKey;
  if (Array.isArray(owner)) owner.splice(Number(name), 1);
  else Reflect.deleteProperty(owner, name);
  return true;
}

/** The object at a path; `undefined` when there is none (any more). */
function at(whole: object, path: readonly PropertyKey[]): object | undefined {
  let value: unknown = whole;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return typeof value === 'object' && value !== null ? value : undefined;
}

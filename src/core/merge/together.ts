/** One change of a text: what stood at `from` to `to` became `text`. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * The text of two writers who both began with `base`: where they wrote in different places, both changes; where in
 * the same, first theirs, then mine. No word that either has added is lost.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const [own, other] = [editOf(base, mine), editOf(base, theirs)];
  const [first, second] = own.from < other.from ? [own, other] : [other, own];
  const apart = first.to < second.from || (first.to === second.from && first.from < second.from);
  if (apart)
    return (
      base.slice(0, first.from) +
      first.text +
      base.slice(first.to, second.from) +
      second.text +
      base.slice(second.to)
    );
  const from = Math.min(own.from, other.from);
  const to = Math.max(own.to, other.to);
  const before = base.slice(0, from);
  const after = base.slice(to);
  // What the other has cut away on the way to its own change stays cut only where nobody wrote.
  const both = [other.text, own.text].filter((text) => text !== '');
  return before + both.reduce((said, text) => said + between(said, text) + text, '') + after;
}

/** Two additions in one place are two things that were said. */
function between(said: string, next: string): string {
  return said === '' || /\s$/.test(said) || /^\s/.test(next) ? '' : '\n';
}

/** The one change that makes `text` of `base`: what both begin and end with stands. */
function editOf(base: string, text: string): Edit {
  const most = Math.min(base.length, text.length);
  let start = 0;
  while (start < most && base.charCodeAt(start) === text.charCodeAt(start)) start += 1;
  // Both halves of a character belong together.
  if (start > 0 && isHigh(base.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (
    end < most - start &&
    base.charCodeAt(base.length - 1 - end) === text.charCodeAt(text.length - 1 - end)
  )
    end += 1;
  if (end > 0 && isLow(base.charCodeAt(base.length - end))) end -= 1;
  return { from: start, to: base.length - end, text: text.slice(start, text.length - end) };
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/**
 * A record of two writers who both began with `base`, field by field: what `mine` left as it was follows `theirs`.
 * Of lists each addition and each removal counts. Fields named in `within` are records that are merged the same way.
 */
export function mergeFields<T extends object>(
  base: T,
  mine: T,
  theirs: T,
  within: readonly (keyof T)[] = [],
): T {
  const [was, now, other] = [base, mine, theirs].map((value) => new Map(Object.entries(value)));
  const merged = new Map<string, unknown>(other);
  for (const name of new Set([...(was?.keys() ?? []), ...(now?.keys() ?? [])])) {
    const [before, wanted, stands] = [was?.get(name), now?.get(name), other?.get(name)];
    if (same(before, wanted)) continue;
    const value = mergedValue(before, wanted, stands, (within as readonly unknown[]).includes(name));
    if (value === undefined) merged.delete(name);
    else merged.set(name, value);
  }
  return Object.fromEntries(merged) as T;
}

/** One field of two writers: of lists each addition and each removal counts, else the later word. */
export function mergedValue(before: unknown, wanted: unknown, stands: unknown, within = false): unknown {
  if (Array.isArray(before) && Array.isArray(wanted) && Array.isArray(stands))
    return mergeLists(before, wanted, stands);
  if (within && isRecord(before) && isRecord(wanted) && isRecord(stands))
    return mergeFields(before, wanted, stands);
  return wanted;
}

/** What I took away goes, what I added comes: in place of the first that I took away, else where I put it. */
function mergeLists(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] {
  if (same(base, theirs)) return [...mine];
  const has = (list: readonly unknown[], item: unknown) => list.some((other) => same(other, item));
  const removed = base.filter((item) => !has(mine, item));
  const added = mine.filter((item) => !has(base, item) && !has(theirs, item));
  const place = theirs.findIndex((item) => has(removed, item));
  const atFront = added.length > 0 && same(added[0], mine[0]);
  const at = place >= 0 ? place : atFront ? 0 : theirs.length;
  const kept = (item: unknown) => !has(removed, item);
  return [...theirs.slice(0, at).filter(kept), ...added, ...theirs.slice(at).filter(kept)];
}

/** Equal as JSON is, whatever the order of fields. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => same(item, b[at]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const [one, other] = [a, b].map((value) =>
    Object.entries(value).filter(([, field]) => field !== undefined),
  );
  if (one?.length !== other?.length) return false;
  const fields = new Map(other);
  return one?.every(([name, field]) => fields.has(name) && same(field, fields.get(name))) ?? false;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

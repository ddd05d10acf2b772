/**
 * The contact that another was merged into, however many steps away; `id` itself when it stands for itself. Where
 * two devices merged the other way round each (a circle), the smallest id of the circle stays.
 */
export function standsFor(id: string, into: (id: string) => string | null): string {
  const way = [id];
  for (let at = id; ; ) {
    const next = into(at);
    if (next === null || next === at) return at;
    const seen = way.indexOf(next);
    if (seen >= 0) return way.slice(seen).sort()[0] ?? at;
    way.push(next);
    at = next;
  }
}

/** Of two contacts under one key the elder stays. */
export function elder<Of extends { id: string; createdAt: string }>(a: Of, b: Of): Of {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? a : b;
  return a.id < b.id ? a : b;
}

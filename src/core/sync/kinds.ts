/**
 * What is merged. `never`: a hash by which somebody stays forgotten; `capture`: one page read, which never changes;
 * `question`: whom a page meant, and the answer. What is of no kind here is of a newer program: kept, and passed on.
 */
export const KINDS = ['contact', 'tie', 'goal', 'me', 'settings', 'never', 'capture', 'question'] as const;
export type Kind = (typeof KINDS)[number];

export function isKind(kind: string): kind is Kind {
  return (KINDS as readonly string[]).includes(kind);
}

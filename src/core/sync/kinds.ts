/** What is merged. `never`: a hash by which somebody stays forgotten; `capture`: one page read, which never changes. */
export const KINDS = ['contact', 'tie', 'goal', 'me', 'settings', 'never', 'capture'] as const;
export type Kind = (typeof KINDS)[number];

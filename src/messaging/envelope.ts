import type { FailureKind } from './errors.ts';

/** How a message and its answer travel; told apart from other people's messages by the marker. */
export interface Envelope {
  weitblick: string;
  input: unknown;
}

export type Answer = { ok: true; output: unknown } | { ok: false; kind: FailureKind; detail: string };

/**
 * Longest message accepted, in characters of JSON: from a visited page, which sends its address at most, and from
 * pages of our own, where a hundred thousand ids and a profile at all its limits stay below.
 */
export const MAX_MESSAGE = { page: 10_000, extension: 8_000_000 } as const;

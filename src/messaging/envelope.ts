import type { FailureKind } from './errors.ts';

/** How a message and its answer travel; told apart from other people's messages by the marker. */
export interface Envelope {
  weitblick: string;
  input: unknown;
}

export type Answer = { ok: true; output: unknown } | { ok: false; kind: FailureKind; detail: string };

/** Longest message accepted, in characters of JSON; a profile at all its limits stays below. */
export const MAX_MESSAGE = 3_000_000;

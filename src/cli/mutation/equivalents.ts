import { relative } from 'node:path';
import { root } from '../root.ts';
import { change, type Fault } from './rooms.ts';

/** A fault that changes nothing that anybody could see, so that no test can find it. */
export interface Equivalent {
  file: string;
  /** The line on which it begins, as it stands in the file. */
  line: string;
  /** The fault as the command tells it. */
  change: string;
  why: string;
}

/** Those that were looked at. One that could be seen in any way deserves a test instead, or simpler code. */
export const EQUIVALENTS: readonly Equivalent[] = [];

const known = new Set(EQUIVALENTS.map(({ file, line, change }) => [file, line, change].join('\n')));

/** Whether a fault is known to change nothing. */
export function isEquivalent(fault: Fault): boolean {
  const { file, source, mutant } = fault;
  const from = source.lastIndexOf('\n', mutant.start - 1) + 1;
  const line = source.slice(from).split('\n', 1)[0]?.trim() ?? '';
  return known.has([relative(root, file), line, change(fault)].join('\n'));
}

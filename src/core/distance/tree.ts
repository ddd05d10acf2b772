import { functionFamily, industrySector, iscoGroup, naceDivision, naceSection } from '../taxonomy/index.ts';

/**
 * The classifications' own trees as distances, 0 to 1: what `bench distance` compares with, and what industries
 * without known moves fall back to. `null` when a code is unknown.
 */
export function functionTreeDistance(a: string, b: string): number | null {
  const left = iscoGroup(a);
  const right = iscoGroup(b);
  if (left === null || right === null) return null;
  if (left === right) return 0;
  let shared = 0;
  while (shared < Math.min(left.length, right.length) && left[shared] === right[shared]) shared++;
  const byTree = [1, 0.75, 0.5, 0.25, 0][shared] ?? 1;
  const family = functionFamily(left);
  return family !== null && family === functionFamily(right) ? Math.min(byTree, 0.6) : byTree;
}

/** Same class 0, group .15, division .3, plain sector .5, section .7, else 1. */
export function industryTreeDistance(a: string, b: string): number | null {
  const left = naceDivision(a);
  const right = naceDivision(b);
  if (left === null || right === null) return null;
  if (a === b) return 0;
  if (left === right) return a.length > 2 && a.slice(0, 3) === b.slice(0, 3) ? 0.15 : 0.3;
  if (industrySector(left) === industrySector(right)) return 0.5;
  return naceSection(left) === naceSection(right) ? 0.7 : 1;
}

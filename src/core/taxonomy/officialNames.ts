import { readGroups } from './functions.ts';
import type { Language } from './industries.ts';
import { ISCO_GROUPS } from './iscoGroups.ts';

const official = readGroups(ISCO_GROUPS);

/**
 * The official name of a group of ISCO-08 (International Labour Organization, by ESCO 1.2), for finding it by that
 * name; the code itself when unknown. Apart from the plain names, as only the choice of a function needs it.
 */
export function officialFunctionName(code: string, language: Language): string {
  return official.get(code)?.[language] ?? code;
}

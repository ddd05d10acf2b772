import { expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../../src/core/taxonomy/functionNames.ts';
import { functionName } from '../../../src/core/taxonomy/functions.ts';
import { ISCO_GROUPS } from '../../../src/core/taxonomy/iscoGroups.ts';
import { officialFunctionName } from '../../../src/core/taxonomy/officialNames.ts';

const codesOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|')[0]);

it('names every group of ISCO-08 once, in both languages', () => {
  expect(codesOf(FUNCTION_NAMES)).toEqual(codesOf(ISCO_GROUPS).sort());
  for (const line of FUNCTION_NAMES.trim().split('\n')) expect(line).toMatch(/^\d{1,4}\|[^|]+\|[^|]+$/);
});

it('uses plain words for people and keeps the official name for finding it', () => {
  expect(functionName('1330', 'de')).toBe('IT-Leitung');
  expect(officialFunctionName('1330', 'en')).toBe(
    'Information and communications technology service managers',
  );
});

it('gives no two unit groups the same name', () => {
  for (const language of ['en', 'de'] as const) {
    const names = codesOf(ISCO_GROUPS)
      .filter((code) => code?.length === 4)
      .map((code) => functionName(code ?? '', language));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});

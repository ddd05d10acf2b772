import { expect, it } from 'vitest';
import type { Position } from '../../../src/core/model/index.ts';
import { jobLine } from '../../../src/ui/parts/jobLine.ts';

const past: Position = { title: 'Clerk', company: 'Beta', end: '2019' };

it.each<[string, string | undefined, Position[], string]>([
  ['title and employer', 'Loves data', [{ title: 'CTO', company: 'Acme', end: null }], 'CTO · Acme'],
  [
    'the headline where no title is known',
    'Loves data',
    [{ company: 'Acme', end: null }],
    'Loves data · Acme',
  ],
  ['the headline alone of who works nowhere now', 'Loves data', [past], 'Loves data'],
  ['a title without an employer', undefined, [{ title: 'CTO', end: null }], 'CTO'],
  ['nothing where nothing is known', undefined, [], ''],
])('shows %s', (_, headline, positions, line) => {
  expect(jobLine({ ...(headline !== undefined && { headline }), positions })).toBe(line);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRows } from '../../src/core/model/index.ts';
import { RowSearch } from '../../src/services/rowSearch.ts';
import type { SegmentRow } from '../../src/storage/schema.ts';
import { makeRow } from '../ui/dashboard/row.ts';

type Person = { name: string; company: string };

const words = fc.array(fc.constantFrom('klinik', 'klinikum', 'uniklinik', 'ada', 'adalbert', 'bo'), {
  maxLength: 3,
});
const person = fc.record({ name: words, company: words }).map(
  ({ name, company }): Person => ({
    name: name.join(' '),
    company: company.join(' '),
  }),
);
const network = fc.array(fc.array(person, { maxLength: 4 }), { maxLength: 4 });

function segmentsOf(people: Person[][]): SegmentRow[] {
  return people.map((rows, segment) => ({
    segment,
    revision: 1,
    version: '1',
    rows: packRows(
      rows.map((row, i) =>
        makeRow({ id: `${segment}.${i}`, title: '', place: '', isco4: null, nace2: null, ...row }),
      ),
    ),
  }));
}

/** How good a hit is: 0 the name begins so, 1 a word of the name does, 2 any other word does, 3 it stands within one. */
function rankOf({ name, company }: Person, query: string): number | null {
  const all = `${name} ${company}`.split(' ');
  if (name.startsWith(query)) return 0;
  if (name.split(' ').some((word) => word.startsWith(query))) return 1;
  if (all.some((word) => word.startsWith(query))) return 2;
  return query.length > 2 && all.some((word) => word.includes(query)) ? 3 : null;
}

it('finds everybody by rank, then by place, and of more than are wanted the first', () => {
  fc.assert(
    fc.property(
      network,
      fc.constantFrom('klinik', 'klinikum', 'ada', 'bo', 'linik', 'xyz'),
      fc.integer({ min: 1, max: 8 }),
      (people, query, limit) => {
        const segments = segmentsOf(people);
        const search = new RowSearch();
        const found = (most: number) =>
          search.hits(segments, query, most).map(({ row, i }) => `${row.segment}.${i}`);
        const ranked = people
          .flatMap((rows, segment) =>
            rows.map((row, i) => ({ id: `${segment}.${i}`, rank: rankOf(row, query) })),
          )
          .filter(({ rank }) => rank !== null)
          .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
        const expected = ranked.map(({ id }) => id);
        expect(found(99)).toEqual(expected);
        expect(found(limit)).toEqual(expected.slice(0, limit));
      },
    ),
    { numRuns: 300 },
  );
});

it.each([
  ['title', 'Surgeon'],
  ['company', 'Surgeon'],
  ['place', 'Surgeon'],
  ['tags', ['Surgeon']],
  ['emails', 'surgeon@example.org'],
  ['note', 'A surgeon.'],
  ['name', 'Sur Geon'],
] as const)('finds by %s', (field, value) => {
  const rows = [makeRow({ id: 'else' }), makeRow({ id: 'found', name: 'Ada', [field]: value })];
  const segment = { segment: 0, revision: 1, version: '1', rows: packRows(rows) };
  const hits = new RowSearch().hits([segment], field === 'name' ? 'sur geon' : 'surgeon', 5);
  expect(hits).toEqual([{ row: segment, i: 1 }]);
});

it('folds each part once, a step each, and a part that was rewritten anew', () => {
  const [one, other, rewritten] = segmentsOf([
    [{ name: 'ada', company: '' }],
    [{ name: 'bo', company: '' }],
    [{ name: 'adalbert', company: '' }],
  ]) as [SegmentRow, SegmentRow, SegmentRow];
  const search = new RowSearch();
  expect([...search.prepare([one])]).toHaveLength(1);
  expect([...search.prepare([one, other])]).toHaveLength(1);
  expect([...search.prepare([one, other])]).toHaveLength(0);
  expect(search.hits([one, other], 'ada', 5)).toEqual([{ row: one, i: 0 }]);
  const next = { ...rewritten, segment: one.segment };
  expect([...search.prepare([next, other])]).toHaveLength(1);
  expect(search.hits([next, other], 'adalbert', 5)).toEqual([{ row: next, i: 0 }]);
});

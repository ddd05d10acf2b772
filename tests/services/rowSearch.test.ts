import { expect, it } from 'vitest';
import { packRows } from '../../src/core/model/index.ts';
import { RowSearch } from '../../src/services/rowSearch.ts';
import type { SegmentRow } from '../../src/storage/schema.ts';
import { makeRow } from '../ui/dashboard/row.ts';

function segmentsOf(...people: Parameters<typeof makeRow>[0][][]): SegmentRow[] {
  return people.map((rows, segment) => ({
    segment,
    revision: 1,
    version: '1',
    rows: packRows(
      rows.map((row = {}) =>
        makeRow({ title: '', company: '', place: '', isco4: null, nace2: null, ...row }),
      ),
    ),
  }));
}

const SEGMENTS = segmentsOf(
  [
    { id: 'inside', name: 'Ada Falk', company: 'Universitätsklinikum' },
    { id: 'word', name: 'Bo Falk', company: 'Klinikum Süd' },
    { id: 'industry', name: 'Cem Falk', nace2: '86' },
  ],
  [
    { id: 'second', name: 'Dora Klinik' },
    { id: 'first', name: 'Klinikus Meier' },
    { id: 'email', name: 'Eva Falk', emails: 'eva@falk.example' },
  ],
);

const found = (query: string, limit = 10) =>
  new RowSearch().hits(SEGMENTS, query, limit).map(({ row, i }) => row.rows.columns.id.split('\t')[i] ?? '');

it.each([
  ['klinik', ['first', 'second', 'word', 'inside']],
  ['falk.example', ['email']],
  ['gesundheit', ['industry']],
  ['health falk', ['industry']],
  ['falk', ['inside', 'word', 'industry', 'email']],
  ['alk', ['inside', 'word', 'industry', 'email']],
  ['al', []],
  ['', []],
])('finds %s, the best first', (query, ids) => expect(found(query)).toEqual(ids));

it('answers no more than are shown, and the best of them', () => {
  expect(found('klinik', 1)).toEqual(['first']);
  expect(found('klinik', 3)).toEqual(['first', 'second', 'word']);
});

it('reads rows that an older program packed without addresses', () => {
  const [segment] = segmentsOf([{ id: 'old', name: 'Ada Falk' }]);
  if (segment === undefined) throw new Error('no segment');
  const { emails: _, ...columns } = segment.rows.columns;
  const old = { ...segment, rows: { ...segment.rows, columns: columns as typeof segment.rows.columns } };
  expect(new RowSearch().hits([old], 'falk', 5)).toHaveLength(1);
});

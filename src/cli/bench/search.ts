import process from 'node:process';
import { createClassifier } from '../../core/classify/index.ts';
import { packRows, Settings, unpackRows } from '../../core/model/index.ts';
import { deriverOf } from '../../services/derive.ts';
import { RowNames } from '../../services/rowNames.ts';
import { RowSearch } from '../../services/rowSearch.ts';
import { SEGMENT_ROWS } from '../../storage/derived.ts';
import type { SegmentRow } from '../../storage/schema.ts';
import { syntheticContact } from '../seed/many.ts';
import { median, type Row } from './row.ts';

const COUNT = 100_000;
const TIMES = 5;
/** The most people that one page may name. */
const NAMED = 500;
const QUERIES = [
  'jorg',
  'jorg ber',
  'ber',
  'head of data',
  'klinikum grun',
  'zurich law',
  'conference',
  'nobody at all',
  'linik',
  'gesundheit',
  'a',
];

/** The search of popup and address bar over synthetic contacts, in Node; processor time, whatever else runs. */
export async function run(): Promise<Row[]> {
  const segments = makeSegments();
  const rows: Row[] = [];
  const add = (what: string, figure: number, goal?: string) =>
    rows.push({ what, figure: Math.round(figure * 100) / 100, unit: 'ms', ...(goal && { goal }) });

  let start = processor();
  for (const { rows: packed } of segments) unpackRows(packed);
  add(`${COUNT} packed rows unpacked`, processor() - start);
  const search = new RowSearch();
  start = processor();
  for (const _ of search.prepare(segments));
  add(`${COUNT} rows folded for the first search`, processor() - start);
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++)
    for (const query of QUERIES) {
      start = processor();
      search.hits(segments, query, 10);
      times.push(processor() - start);
    }
  times.sort((a, b) => a - b);
  add('one search, median', median(times), 'at most 16 ms');
  add('one search, 95 of 100', times[Math.floor(times.length * 0.95)] ?? 0, 'at most 16 ms');
  const names = new RowNames();
  start = processor();
  for (const _ of names.follow(new Map(segments.map((segment) => [segment.segment, segment]))));
  add(`${COUNT} names taken in for the first page that names people`, processor() - start);
  const named = Array.from({ length: NAMED }, (_, i) => syntheticContact(i * 7, COUNT).profile.name.full);
  start = processor();
  for (const name of named) names.find(name);
  add(`${NAMED} names of a page matched`, processor() - start, 'at most 50 ms');
  return rows;
}

function makeSegments(): SegmentRow[] {
  const deriver = deriverOf({ classifier: createClassifier({}), settings: Settings.parse({}) });
  const segments: SegmentRow[] = [];
  for (let from = 0; from < COUNT; from += SEGMENT_ROWS) {
    const light = Array.from(
      { length: Math.min(SEGMENT_ROWS, COUNT - from) },
      (_, i) => deriver.derive(syntheticContact(from + i, COUNT), []).row,
    );
    segments.push({ segment: segments.length, revision: 1, version: deriver.version, rows: packRows(light) });
  }
  return segments;
}

/** Milliseconds of processor time that this process has used. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

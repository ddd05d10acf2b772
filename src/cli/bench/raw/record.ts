import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ownValue } from '../../../core/text/table.ts';
import { median } from '../row.ts';
import type { Runs } from './runs.ts';
import type { Measured } from './table.ts';

/** The result of a measuring, as it is saved: what was measured in each run, by its name. */
export interface SpeedRecord {
  machine: { cores: number; gigabytes: number; platform: string; load: number; browsers: string };
  runs: { browser: Runs['browser'] | 'node'; size: number; measured: Record<string, number> }[];
  /** What came to nothing, and why; the rest stands. */
  failures: { what: string; why: string }[];
}

/** The medians of all runs over so many people in one browser. */
export interface Medians {
  browser: SpeedRecord['runs'][number]['browser'];
  size: number;
  times: number;
  of: Measured;
}

/** Where a result stands that README and docs show. */
export const RECORD = join('docs', 'speed.json');

/** A result of which nothing is measured yet. `load`: how many others were at work on this machine at the beginning. */
export function emptyRecord(): SpeedRecord {
  return {
    machine: {
      cores: cpus().length,
      gigabytes: Math.round(totalmem() / 2 ** 30),
      platform: process.platform,
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
      browsers: '',
    },
    runs: [],
    failures: [],
  };
}

/** Adds the name and version of a browser in which was measured, once. */
export function addBrowser({ machine }: SpeedRecord, browser: string): void {
  const known = machine.browsers.split(', ').filter((one) => one !== '');
  if (!known.includes(browser)) machine.browsers = [...known, browser].join(', ');
}

/** Adds a run; milliseconds and megabytes to a hundredth. */
export function addRun(
  record: SpeedRecord,
  { browser, size }: Pick<Medians, 'browser' | 'size'>,
  measured: Measured,
): void {
  const rounded = [...measured].map(([what, figure]) => [what, Math.round(figure * 100) / 100] as const);
  record.runs.push({ browser, size, measured: Object.fromEntries(rounded) });
}

/** The medians of each browser and size, in the order of measuring. */
export function mediansOf({ runs }: SpeedRecord): Medians[] {
  return [...Map.groupBy(runs, ({ browser, size }) => `${browser} ${size}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const of: Measured = new Map();
    for (const what of new Set(alike.flatMap(({ measured }) => Object.keys(measured))))
      of.set(what, median(alike.flatMap(({ measured }) => ownValue(measured, what) ?? [])));
    return [{ browser: first.browser, size: first.size, times: alike.length, of }];
  });
}

export function writeRecord(file: string, record: SpeedRecord): void {
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}

export function readRecord(file: string): SpeedRecord {
  return JSON.parse(readFileSync(file, 'utf8')) as SpeedRecord;
}

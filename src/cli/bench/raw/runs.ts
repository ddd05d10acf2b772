import { readArguments } from '../../arguments.ts';
import { UsageError } from '../../command.ts';
import { SECTIONS, type Section } from './table.ts';

/** How to have Chromium keep its databases in SQLite, as it will; without, in LevelDB, as it did. */
export const BACKENDS = {
  leveldb: undefined,
  sqlite: 'IdbSqliteBackingStore,IdbSqliteOnDiskRollout:stage/UseSqliteOnly',
} as const;
export type Backend = keyof typeof BACKENDS;

/** So many runs, over so many people, in one browser. */
export interface Runs {
  browser: Backend | 'firefox';
  size: number;
  times: number;
}

/** All of it, some twenty minutes on two quiet cores: the small ones first, so that a long one takes nothing along. */
export const WHOLE: readonly Runs[] = [
  { browser: 'leveldb', size: 1_000, times: 3 },
  { browser: 'leveldb', size: 10_000, times: 3 },
  { browser: 'sqlite', size: 10_000, times: 3 },
  { browser: 'firefox', size: 10_000, times: 1 },
  { browser: 'leveldb', size: 30_000, times: 3 },
  { browser: 'leveldb', size: 100_000, times: 1 },
];

export interface Options {
  runs: readonly Runs[];
  only: ReadonlySet<Section>;
  /** Sizes at which the reader of tables is measured, each so many times. */
  csv: readonly number[];
  csvTimes: number;
  /** A build to be measured; absent: of the present code. */
  extension: string | undefined;
  /** Is what is found to be written into README and docs? */
  write: boolean;
  /** A result that was saved, to be told instead of measuring. */
  from: string | undefined;
}

/** What the options of `bench raw` ask for. Without sizes, browsers and numbers of runs: all of it. */
export function readOptions(args: string[]): Options {
  const { values } = readArguments({
    args,
    allowNegative: true,
    options: {
      sizes: { type: 'string' },
      only: { type: 'string', default: SECTIONS.join(',') },
      backends: { type: 'string' },
      runs: { type: 'string' },
      firefox: { type: 'boolean', default: true },
      extension: { type: 'string' },
      write: { type: 'boolean', default: false },
      from: { type: 'string' },
    },
  });
  const sizes = values.sizes?.split(',').map(Number);
  const times = values.runs === undefined ? undefined : Number(values.runs);
  const numbers = [...(sizes ?? []), ...(times === undefined ? [] : [times])];
  if (!numbers.every((number) => Number.isInteger(number) && number > 0))
    throw new UsageError('--sizes and --runs take whole numbers above 0.');
  const backends =
    values.backends === undefined
      ? undefined
      : chosen('--backends', values.backends, Object.keys(BACKENDS) as Backend[]);
  const only = new Set(chosen('--only', values.only, SECTIONS));
  const chromiumOrBoth = runsOf(sizes, backends, times).filter(
    ({ browser }) => values.firefox || browser !== 'firefox',
  );
  return {
    runs: only.size === 1 && only.has('csv') ? [] : chromiumOrBoth,
    only,
    csv: only.has('csv') ? (sizes ?? [...new Set(WHOLE.map(({ size }) => size))]) : [],
    csvTimes: times ?? 3,
    extension: values.extension,
    write: values.write,
    from: values.from,
  };
}

function runsOf(sizes?: number[], backends?: Backend[], times?: number): Runs[] {
  if (sizes === undefined && backends === undefined)
    return WHOLE.map((runs) => ({ ...runs, times: times ?? runs.times }));
  const all = sizes ?? [...new Set(WHOLE.map(({ size }) => size))];
  const inFirefox = all.includes(10_000) ? 10_000 : (all[0] as number);
  return [
    ...(backends ?? (Object.keys(BACKENDS) as Backend[])).flatMap((browser) =>
      all.map((size) => ({ browser, size, times: times ?? 3 })),
    ),
    { browser: 'firefox', size: inFirefox, times: 1 },
  ];
}

function chosen<Word extends string>(option: string, text: string, words: readonly Word[]): Word[] {
  return text.split(',').map((said) => {
    const word = words.find((one) => one === said);
    if (word === undefined) throw new UsageError(`${option} takes ${words.join(', ')}.`);
    return word;
  });
}

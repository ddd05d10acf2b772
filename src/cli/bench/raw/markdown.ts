import { type Medians, mediansOf, type SpeedRecord } from './record.ts';
import { type Measured, timesOf } from './table.ts';

/** What stands in one line of the table, and what it must reach. */
interface Line {
  what: string;
  goal: string;
  /** The figure of one column, as text; `null`: not measured there. */
  cell(measured: Measured): string | null;
}

const times =
  (name: string): Line['cell'] =>
  (measured) => {
    const compared = timesOf(name, measured);
    return compared === null ? null : number(compared.times, 1);
  };
const seconds =
  (...names: string[]): Line['cell'] =>
  (measured) => {
    const all = names.map((name) => measured.get(name));
    if (all.some((figure) => figure === undefined)) return null;
    const sum = all.reduce<number>((total, figure) => total + (figure ?? 0), 0) / 1_000;
    return number(sum, sum < 10 ? 1 : 0);
  };
const whole =
  (...names: string[]): Line['cell'] =>
  (measured) => {
    const known = names.flatMap((name) => measured.get(name) ?? []);
    return known.length === 0 ? null : number(Math.max(...known), 0);
  };

/** The lines of README's table: what a person waits for. */
const LINES: readonly Line[] = [
  { what: 'import until saved, times a raw put', goal: '3', cell: times('saved') },
  { what: 'until classified and read too, times that', goal: '6', cell: times('classified') },
  {
    what: 'from the drop of the file to the letter, s',
    goal: '12 at 30 000',
    cell: seconds('read', 'classified', 'letter'),
  },
  { what: 'everybody derived anew, s', goal: '40 at 100 000', cell: seconds('derive') },
  { what: 'a backup restored, times a raw put', goal: '3', cell: times('restore') },
  { what: 'one change of a contact, times a raw get and put', goal: '3', cell: times('save') },
  { what: 'the list with all readings, times a raw getAll', goal: '', cell: times('list') },
  { what: 'all to CSV, times a raw cursor', goal: '', cell: times('export') },
  { what: 'popup over a cold background: first paint, ms', goal: '', cell: whole('popup, cold') },
  {
    what: 'popup over a cold background: the contact, less 100 ms, times a raw cold answer',
    goal: '1.3',
    cell: times('popup, cold: contact'),
  },
  {
    what: 'memory of the background at its highest, MB',
    goal: '300',
    cell: whole('import: heap', 'restore: heap'),
  },
  { what: 'longest without a turn for others at import, ms', goal: '50', cell: whole('import: blocked') },
  { what: 'longest without a turn for others at restoring, ms', goal: '50', cell: whole('restore: blocked') },
  { what: 'a table read, times Papa Parse', goal: '1.5', cell: times('csv') },
];

/** The table of README: ours beside the least that the browser needs. Lines that nobody measured are left out. */
export function shortTable(record: SpeedRecord): string {
  const columns = columnsOf(record);
  const rows = LINES.flatMap(({ what, goal, cell }) => {
    const cells = columns.map(({ of }) => cell(of));
    return cells.every((one) => one === null) ? [] : [[what, ...cells.map((one) => one ?? ''), goal]];
  });
  return table([['what', ...columns.map(headOf), 'goal'], ...rows]);
}

/** All that was measured, in milliseconds, and megabytes where a heap is named. */
export function longTable(record: SpeedRecord): string {
  const columns = columnsOf(record);
  const names = new Set(columns.flatMap(({ of }) => [...of.keys()]));
  const rows = [...names].map((name) => [
    name,
    ...columns.map(({ of }) => {
      const figure = of.get(name);
      return figure === undefined ? '' : number(figure, figure < 10 ? 1 : 0);
    }),
  ]);
  return table([['ms', ...columns.map(headOf)], ...rows]);
}

/** On what machine, by how many runs, and what came to nothing. */
export function sentence(record: SpeedRecord): string {
  const { cores, gigabytes, platform, load, browsers } = record.machine;
  const runs = mediansOf(record)
    .filter(({ browser }) => browser !== 'node')
    .map(({ browser, size, times: count }) => `${count} over ${thousands(size)} in ${NAMES[browser]}`)
    .join(', ');
  const lost = record.failures.map(({ what, why }) => ` Not measured: ${what} (${why}).`).join('');
  return `${cores} cores, ${gigabytes} GB, ${platform}, load ${load} before it began; ${browsers}. Medians of runs: ${runs}.${lost}`;
}

/** The text with what stands between its two marks put anew. */
export function between(text: string, mark: string, content: string): string {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`There is no ${begin} … ${end}.`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** The mark in README and docs/speed.md between which the tables stand. */
export const MARK = 'bench raw';

/** README and docs/speed.md with the tables of a result. */
export function withTables(
  pages: { readme: string; speed: string },
  record: SpeedRecord,
): { readme: string; speed: string } {
  return {
    readme: between(pages.readme, MARK, shortTable(record)),
    speed: between(pages.speed, MARK, `${sentence(record)}\n\n${longTable(record)}`),
  };
}

const NAMES = { leveldb: 'LevelDB', sqlite: 'SQLite', firefox: 'Firefox', node: 'Node' } as const;

/** What was measured in Node, without a browser, stands with Chromium's own backend of today. */
function columnsOf(record: SpeedRecord): Medians[] {
  const all = mediansOf(record);
  const inNode = all.filter(({ browser }) => browser === 'node');
  const columns = all.filter(({ browser }) => browser !== 'node');
  for (const { size, of, times: count } of inNode) {
    const column = columns.find((one) => one.browser === 'leveldb' && one.size === size);
    if (column === undefined) columns.push({ browser: 'node', size, of, times: count });
    else for (const [what, figure] of of) column.of.set(what, figure);
  }
  const order = Object.keys(NAMES);
  return columns.sort((a, b) => order.indexOf(a.browser) - order.indexOf(b.browser) || a.size - b.size);
}

const headOf = ({ browser, size }: Medians) => `${thousands(size)}, ${NAMES[browser]}`;

/** Columns as wide as their widest cell, as the formatter of the docs has them. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}

function number(value: number, digits: number): string {
  return thousands(Number(value.toFixed(digits)), digits);
}

function thousands(value: number, digits = 0): string {
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot show a few of many rows in a fixed window
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, a row is its active descendant

import { ArrowDown, ArrowUp } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { currentLanguage, formatDay, formatNumber, t } from '../../../../browser/text.ts';
import { functionName, industryName } from '../../../../core/taxonomy/index.ts';
import { tableOf } from '../../../../core/text/table.ts';
import type { ContactRow, Network } from '../../../../messaging/protocol.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { LayerMark } from '../../../parts/Layer.tsx';
import { Meter } from '../../../parts/Meter.tsx';
import { matchedWords } from '../../../parts/matchedWords.ts';
import { linkToContact } from '../../links.ts';
import { bestFit } from './finder.ts';
import { rowWindow } from './rowWindow.ts';
import { softHyphens } from './softHyphens.ts';
import { type Column, type SortColumn, sortedBy, type View } from './view.ts';

/** Height of a row in pixels; the style sheet says the same. */
const ROW = 56;
/** The lines above and below the table, which count as its height. */
const LINES = 2;

interface Props {
  rows: readonly ContactRow[];
  view: View;
  goals: readonly string[];
  network: Network;
  selected: ReadonlySet<string>;
  /** The contact whose panel is open. */
  open: string | null;
  onSelect: (selected: ReadonlySet<string>) => void;
  onView: (view: View) => void;
}

/**
 * A table of any length: only the rows in view are drawn. They stay in view while scrolling (the stretch with the
 * rows is sticky, and what it shows follows), so that no speed of scrolling shows blank paper. Arrow keys walk,
 * Enter opens, Space selects, Shift extends the selection.
 */
export function ContactTable({ rows, view, goals, network, selected, open, onSelect, onView }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(() => tableHeight(null));
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  const [active, setActive] = useState<string | null>(null);
  const anchor = useRef<number | null>(null);
  const columns = columnsFor(view.columns, width);
  const { first, shown, shift } = rowWindow(rows.length, ROW, top, height - HEAD);

  const measure = () => {
    setHeight(tableHeight(scroller.current));
    // Before the page is laid out there is no width.
    setWidth(scroller.current?.clientWidth || Number.POSITIVE_INFINITY);
  };
  // What stands above the table changes: filters, a selection.
  useLayoutEffect(measure);
  useEffect(() => {
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);

  // Another search or order begins at its top.
  const order = `${view.q}\n${view.sort}\n${view.descending}`;
  const before = useRef(order);
  useLayoutEffect(() => {
    if (before.current === order || scroller.current === null) return;
    before.current = order;
    scroller.current.scrollTop = 0;
    setTop(0);
  }, [order]);

  function select(at: number, extend: boolean): void {
    const next = new Set(selected);
    const row = rows[at];
    if (row === undefined) return;
    const on = !selected.has(row.id);
    const from = extend && anchor.current !== null ? anchor.current : at;
    for (let index = Math.min(from, at); index <= Math.max(from, at); index++) {
      const { id } = rows[index] ?? {};
      if (id === undefined) continue;
      if (on || (extend && from !== at)) next.add(id);
      else next.delete(id);
    }
    anchor.current = at;
    onSelect(next);
  }

  function walk(event: KeyboardEvent): void {
    if (event.target !== scroller.current && !(event.target as Element).closest('[role=row]')) return;
    const at = rows.findIndex(({ id }) => id === active);
    const page = Math.max(1, Math.floor((height - HEAD) / ROW) - 1);
    const steps = tableOf({
      ArrowDown: at + 1,
      ArrowUp: at === -1 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    });
    const step = steps.get(event.key);
    if (step !== undefined) {
      const to = Math.min(rows.length - 1, Math.max(0, step));
      setActive(rows[to]?.id ?? null);
      reveal(to);
      if (event.shiftKey && at !== -1) {
        anchor.current ??= at;
        const next = new Set(selected);
        for (let index = Math.min(at, to); index <= Math.max(at, to); index++)
          next.add(rows[index]?.id ?? '');
        next.delete('');
        onSelect(next);
      }
    } else if (event.key === 'Enter' && at !== -1 && event.target === scroller.current) {
      location.hash = linkToContact(active);
    } else if (event.key === ' ' && at !== -1 && event.target === scroller.current) {
      select(at, event.shiftKey);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && event.target === scroller.current) {
      onSelect(new Set(rows.map(({ id }) => id)));
    } else return;
    event.preventDefault();
  }

  function reveal(at: number): void {
    const element = scroller.current;
    if (element === null) return;
    const start = at * ROW;
    const room = height - HEAD;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (start + ROW > element.scrollTop + room) element.scrollTop = start + ROW - room;
    setTop(element.scrollTop);
  }

  const all = rows.length > 0 && selected.size >= rows.length && rows.every(({ id }) => selected.has(id));
  const grid = gridOf(columns);
  const visible = rows.slice(first, first + shown);
  return (
    <div
      ref={scroller}
      class="contacts-table"
      style={{ height: `${Math.min(height, rows.length * ROW + HEAD + LINES)}px` }}
      role="grid"
      tabIndex={0}
      aria-label={t('contacts_table')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 2}
      aria-multiselectable="true"
      aria-activedescendant={visible.some(({ id }) => id === active) ? `row-${active}` : undefined}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      onKeyDown={walk}
      onFocus={({ target }) => {
        if (target === scroller.current && active === null) setActive(visible[0]?.id ?? null);
      }}
    >
      <div class="contacts-head" role="row" aria-rowindex={1} style={grid}>
        <span role="columnheader">
          <input
            type="checkbox"
            aria-label={t('selection_all', { count: rows.length })}
            checked={all}
            indeterminate={!all && selected.size > 0}
            onChange={() => onSelect(all ? new Set() : new Set(rows.map(({ id }) => id)))}
          />
        </span>
        <Heading column="name" view={view} onView={onView} />
        {columns.map((column) =>
          column === 'tags' ? (
            <span key={column} role="columnheader">
              {t('column_tags')}
            </span>
          ) : (
            <Heading key={column} column={column} view={view} onView={onView} />
          ),
        )}
      </div>
      <div
        class="contacts-stretch"
        role="presentation"
        style={{ height: `${rows.length * ROW}px`, minWidth: grid.minWidth }}
      >
        <div
          class="contacts-window"
          role="presentation"
          style={{ top: `${HEAD}px`, height: `${Math.min(height - HEAD, rows.length * ROW)}px` }}
        >
          <div role="presentation" style={{ transform: `translateY(${-shift}px)` }}>
            {visible.map((row, offset) => (
              <Row
                key={row.id}
                row={row}
                index={first + offset}
                grid={grid}
                columns={columns}
                goals={goals}
                goal={view.goal}
                network={network}
                selected={selected.has(row.id)}
                active={row.id === active}
                open={row.id === open}
                query={view.q}
                onSelect={select}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Height of the header in pixels; the style sheet says the same. */
const HEAD = 34;

/** Least width of each column in pixels, and its share of what is left. */
const WIDTHS: Record<Column, { least: number; share: number }> = {
  function: { least: 120, share: 1.1 },
  industry: { least: 120, share: 1 },
  layer: { least: 126, share: 0 },
  fit: { least: 110, share: 0.8 },
  place: { least: 90, share: 0.7 },
  last: { least: 100, share: 0 },
  tags: { least: 100, share: 0.8 },
};
const NAME = { least: 180, share: 1.7 };
const CHECK = 36;
const COLUMN_GAP = 12;

/**
 * In a narrow window these columns give way, in this order; a contact's own page has what they say, and the title
 * under the name says the function.
 */
const GIVING_WAY: readonly Column[] = ['last', 'tags', 'place', 'layer', 'function'];

/** The columns for which there is room, in their order. */
function columnsFor(columns: readonly Column[], width: number): readonly Column[] {
  let kept = columns;
  for (const column of GIVING_WAY) {
    if (leastWidth(kept) <= width) break;
    kept = kept.filter((name) => name !== column);
  }
  return kept;
}

function leastWidth(columns: readonly Column[]): number {
  const all = [NAME, ...columns.map((name) => WIDTHS[name])];
  return all.reduce((sum, column) => sum + column.least + COLUMN_GAP, CHECK);
}

/** The widths of all columns; in the narrowest windows the table scrolls to the side. */
function gridOf(columns: readonly Column[]): { gridTemplateColumns: string; minWidth: string } {
  const all = [NAME, ...columns.map((name) => WIDTHS[name])];
  const tracks = all.map(({ least, share }) =>
    share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`,
  );
  return { gridTemplateColumns: `${CHECK}px ${tracks.join(' ')}`, minWidth: `${leastWidth(columns)}px` };
}

function Heading({ column, view, onView }: { column: SortColumn; view: View; onView: (view: View) => void }) {
  const sorted = view.sort === column;
  return (
    <span
      role="columnheader"
      aria-sort={sorted ? (view.descending ? 'descending' : 'ascending') : 'none'}
      class={`contacts-column-${column}`}
    >
      <button type="button" class="contacts-sort" onClick={() => onView(sortedBy(view, column))}>
        {t(column === 'name' ? 'field_name' : `column_${column}`)}
        {sorted && <Icon of={view.descending ? ArrowDown : ArrowUp} />}
      </button>
    </span>
  );
}

interface RowProps {
  row: ContactRow;
  index: number;
  grid: ReturnType<typeof gridOf>;
  columns: readonly Column[];
  goals: readonly string[];
  goal: string | null;
  network: Network;
  selected: boolean;
  active: boolean;
  open: boolean;
  /** What is searched for; empty: nothing. */
  query: string;
  onSelect: (at: number, extend: boolean) => void;
}

function Row({
  row,
  index,
  grid,
  columns,
  goals,
  goal,
  network,
  selected,
  active,
  open,
  query,
  onSelect,
}: RowProps) {
  return (
    <div
      id={`row-${row.id}`}
      role="row"
      class={`contacts-row${active ? ' active' : ''}${open ? ' open' : ''}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={grid}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('selection_this', { name: row.name })}
          checked={selected}
          onClick={(event) => onSelect(index, event.shiftKey)}
        />
      </span>
      <span role="gridcell" class="contacts-name">
        <a href={linkToContact(row.id)} tabIndex={-1} dir="auto">
          {row.name}
        </a>
        <span class="muted" dir="auto">
          {matchedWords(row, query) ?? [row.title, row.company].filter(Boolean).join(' · ')}
        </span>
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" class={`contacts-column-${column}`}>
          <Cell column={column} row={row} goals={goals} goal={goal} network={network} />
        </span>
      ))}
    </div>
  );
}

function Cell({
  column,
  row,
  goals,
  goal,
  network,
}: Pick<RowProps, 'row' | 'goals' | 'goal' | 'network'> & { column: Column }) {
  const unknown = <span class="muted">{t('notKnown')}</span>;
  switch (column) {
    case 'function':
      return row.isco4 === null ? (
        unknown
      ) : (
        <span class="two">{softHyphens(functionName(row.isco4, currentLanguage()))}</span>
      );
    case 'industry':
      return row.nace2 === null ? (
        unknown
      ) : (
        <span class="two">{softHyphens(industryName(row.nace2, currentLanguage()))}</span>
      );
    case 'layer':
      return row.layerKnown ? (
        <LayerMark layer={{ value: row.layer, known: true }} />
      ) : (
        <span class="muted">{t('notKnown')}</span>
      );
    case 'fit':
      return <FitCell row={row} goals={goals} goal={goal} network={network} />;
    case 'place':
      return <span class="two">{row.place || unknown}</span>;
    case 'last':
      return row.lastContact === null ? unknown : <span>{formatDay(row.lastContact)}</span>;
    case 'tags':
      return <span class="two">{row.tags.join(', ')}</span>;
  }
}

/** The fit to the chosen goal, or the best fit with its goal. */
function FitCell({ row, goals, goal, network }: Pick<RowProps, 'row' | 'goals' | 'goal' | 'network'>) {
  const value = goal === null ? bestFit(row.fits) : (row.fits[goals.indexOf(goal)] ?? -1);
  if (row.fits.length === 0) return <span class="muted">{t('fit_noGoal')}</span>;
  if (value < 0) return <span class="muted">{t('notEnoughKnown')}</span>;
  const title = network.goals.find(({ id }) => id === (goal ?? goals[row.fits.indexOf(value)]))?.title ?? '';
  return (
    <span class="contacts-fit" title={title}>
      <strong>{formatNumber(value)}</strong>
      <Meter value={value} />
      <span class="muted one">{title}</span>
    </span>
  );
}

/** Paper below the table, in pixels; the style sheet says the same. */
const BELOW = 16;

/** As much of the window as the words above leave; at least six rows. */
function tableHeight(table: HTMLElement | null): number {
  const above = table === null ? 220 : table.getBoundingClientRect().top + window.scrollY;
  return Math.max(ROW * 6 + HEAD, Math.floor(window.innerHeight - above - BELOW));
}

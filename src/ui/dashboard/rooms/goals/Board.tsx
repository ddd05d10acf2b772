import './board.css';
import { X } from 'lucide';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { type Goal, STAGES, type Stage } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { useRowsOf } from '../../../data.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { linkTo, linkToContact } from '../../links.ts';
import { Failure } from '../../shared/Failure.tsx';
import { focusNear } from '../../shared/focus.ts';
import { PersonField } from '../../shared/PersonField.tsx';
import { moveOnBoard } from '../../shared/standings.ts';
import { useFollowed } from '../../shared/useOrder.ts';

type Columns = Record<Stage, readonly string[]>;

/** Whom the user wants to talk to for a goal, and how far they are with each: four columns from asking to thanking. */
export function Board({ goal }: { goal: Goal }) {
  const { value, failure, load } = useFollowed(goal.id, () => call('board.get', { goal: goal.id }));
  /** The columns as they were just put by hand, until the background tells them. */
  const [moved, setMoved] = useState<Columns | null>(null);
  useLayoutEffect(() => setMoved(null), [value]);
  const columns: Columns | null =
    moved ?? (value === null ? null : eachStage((stage) => value.stages[stage].map(({ id }) => id)));
  const everybody = columns === null ? null : STAGES.flatMap((stage) => columns[stage]);
  const rows = useRowsOf(everybody);
  const [problem, setProblem] = useState<unknown>(null);
  const [dragged, setDragged] = useState<ContactRow | null>(null);
  const [over, setOver] = useState<Stage | null>(null);
  const attempt = (work: () => Promise<void>) =>
    void work().then(
      () => setProblem(null),
      (error) => {
        setMoved(null);
        setProblem(error);
        load();
      },
    );
  function put(row: ContactRow, stage: Stage | null, before: string | null = null): void {
    if (columns === null) return;
    const left = eachStage((name) => columns[name].filter((id) => id !== row.id));
    if (stage !== null) {
      const at = before === null ? -1 : left[stage].indexOf(before);
      left[stage] = left[stage].toSpliced(at < 0 ? left[stage].length : at, 0, row.id);
    }
    if (STAGES.every((name) => left[name].join(' ') === columns[name].join(' '))) return;
    setMoved(left);
    attempt(() => moveOnBoard(row, goal.id, stage, { before }, load));
    // The card goes to another column, and the keyboard with it.
    if (stage !== null) setTimeout(() => document.getElementById(cardId(row.id))?.focus(), 60);
  }
  function onKeyDown(event: KeyboardEvent, row: ContactRow, stage: Stage): void {
    if (!event.altKey || columns === null) return;
    const at = STAGES.indexOf(stage);
    const order = columns[stage];
    const place = order.indexOf(row.id);
    const [left, right] = [STAGES[at - 1], STAGES[at + 1]];
    const moves = new Map<string, () => void>([
      ['ArrowRight', () => right !== undefined && put(row, right)],
      ['ArrowLeft', () => left !== undefined && put(row, left)],
      ['ArrowUp', () => place > 0 && put(row, stage, order[place - 1])],
      ['ArrowDown', () => place < order.length - 1 && put(row, stage, order[place + 2] ?? null)],
    ]);
    const move = moves.get(event.key);
    if (move === undefined) return;
    // Alt and an arrow would go back in the browser's history.
    event.preventDefault();
    move();
  }
  return (
    <section class="stack board" aria-labelledby="board">
      <div class="row spread top">
        <h2 id="board" dir="auto">
          {t('board_title', { title: goal.title })}
        </h2>
        <a class="button" href={linkTo('goals', [goal.id])}>
          {t('board_back')}
        </a>
      </div>
      <p class="muted measure">{t('board_what')}</p>
      <Failure of={[problem, failure, rows.failure]} />
      <div class="board-add">
        <PersonField
          label={t('list_add')}
          except={new Set(everybody ?? [])}
          onChoose={(row) => attempt(() => moveOnBoard(row, goal.id, 'toAsk', { before: null }, load))}
        />
      </div>
      <p class="hint">{t('board_keys')}</p>
      <div class="board-columns" aria-busy={columns === null || !rows.ready}>
        {STAGES.map((stage) => {
          const shown = (columns?.[stage] ?? []).flatMap((id) => rows.byId.get(id) ?? []);
          return (
            <section
              key={stage}
              class={over === stage ? 'board-column over' : 'board-column'}
              aria-labelledby={`stage-${stage}`}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(stage);
              }}
              onDrop={(event) => {
                event.preventDefault();
                const before = (event.target as Element).closest<HTMLElement>('.board-card')?.dataset.id;
                if (dragged !== null) put(dragged, stage, before === dragged.id ? null : (before ?? null));
                setDragged(null);
                setOver(null);
              }}
            >
              <h3 id={`stage-${stage}`}>{t(`stage_${stage}`)}</h3>
              <ul>
                {shown.map((row, at) => (
                  <li
                    key={row.id}
                    data-id={row.id}
                    class={dragged === row ? 'board-card dragged' : 'board-card'}
                    draggable
                    onKeyDown={(event) => onKeyDown(event, row, stage)}
                    onDragStart={(event) => {
                      setDragged(row);
                      event.dataTransfer?.setData('text/plain', row.name);
                      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
                    }}
                    onDragEnd={() => {
                      setDragged(null);
                      setOver(null);
                    }}
                  >
                    <a
                      id={cardId(row.id)}
                      class="name board-name"
                      href={linkToContact(row.id)}
                      dir="auto"
                      draggable={false}
                    >
                      {row.name}
                    </a>
                    <button
                      type="button"
                      class="plain icon-only board-off"
                      aria-label={t('board_remove', { name: row.name })}
                      onClick={() => {
                        put(row, null);
                        focusNear('.board-name', at);
                      }}
                    >
                      <Icon of={X} />
                    </button>
                    <span class="muted small" dir="auto">
                      {[row.title, row.company].filter(Boolean).join(' · ')}
                    </span>
                    <label>
                      <span class="hidden">{t('board_stageOf', { name: row.name })}</span>
                      <select
                        value={stage}
                        onChange={({ currentTarget }) => {
                          const next = STAGES.find((name) => name === currentTarget.value);
                          if (next !== undefined) put(row, next);
                        }}
                      >
                        {STAGES.map((name) => (
                          <option key={name} value={name}>
                            {t(`stage_${name}`)}
                          </option>
                        ))}
                      </select>
                    </label>
                  </li>
                ))}
              </ul>
              {columns !== null && shown.length === 0 && <p class="muted small">{t('board_nobody')}</p>}
            </section>
          );
        })}
      </div>
    </section>
  );
}

/** What `make` makes of each column. */
function eachStage(make: (stage: Stage) => readonly string[]): Columns {
  return { toAsk: make('toAsk'), asked: make('asked'), met: make('met'), thanked: make('thanked') };
}

function cardId(contact: string): string {
  return `card-${contact}`;
}

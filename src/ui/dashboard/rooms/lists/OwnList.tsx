import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { ListName } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { useRowsOf } from '../../../data.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { linkToContact } from '../../links.ts';
import { Failure } from '../../shared/Failure.tsx';
import { focusNear } from '../../shared/focus.ts';
import { PersonField } from '../../shared/PersonField.tsx';
import { placeOnList } from '../../shared/standings.ts';
import { useFollowed } from '../../shared/useOrder.ts';

interface Props {
  list: ListName;
  others: readonly ListName[];
  onName: (list: ListName) => void;
  onRemove: () => void;
}

/** One list: who stands on it, put in order with the pointer or the keyboard. */
export function OwnList({ list, others, onName, onRemove }: Props) {
  const { value, failure, load } = useFollowed(list.id, () => call('list.get', { list: list.id }));
  /** The order that was just made by hand, until the background tells it. */
  const [moved, setMoved] = useState<readonly string[] | null>(null);
  const ids = moved ?? value?.order.map(({ id }) => id) ?? null;
  const rows = useRowsOf(ids);
  const [problem, setProblem] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [naming, setNaming] = useState(false);
  useLayoutEffect(() => setMoved(null), [value]);
  const shown = (ids ?? []).flatMap((id) => rows.byId.get(id) ?? []);
  const attempt = (work: () => Promise<void>) =>
    void work().then(
      () => setProblem(null),
      (error) => {
        setMoved(null);
        setProblem(error);
        load();
      },
    );
  function put(row: ContactRow, before: string | null): void {
    if (ids === null || before === row.id) return;
    const left = ids.filter((id) => id !== row.id);
    const at = before === null ? left.length : left.indexOf(before);
    const next = left.toSpliced(at < 0 ? left.length : at, 0, row.id);
    if (next.join(' ') === ids.join(' ')) return;
    setMoved(next);
    setSaid(t('list_moved', { name: row.name, place: next.indexOf(row.id) + 1, all: next.length }));
    attempt(() => placeOnList(row, list, { before }, { quiet: true, after: load }));
  }
  const step = (row: ContactRow, by: -1 | 1) => {
    const at = shown.indexOf(row);
    const before = by === -1 ? shown[at - 1]?.id : (shown[at + 2]?.id ?? null);
    if (before !== undefined) put(row, before);
  };
  const take = (row: ContactRow, at: number) => {
    attempt(() => placeOnList(row, list, null, { after: load }));
    focusNear('.own-list .own-list-take', at);
  };

  return (
    <section class="stack" aria-labelledby="own-list">
      <div class="row spread top">
        {naming ? (
          <Rename
            list={list}
            others={others}
            onDone={(name) => {
              setNaming(false);
              if (name !== null) onName({ ...list, name });
            }}
          />
        ) : (
          <h2 id="own-list" dir="auto">
            {list.name}
          </h2>
        )}
        <div class="row">
          {!naming && (
            <button type="button" onClick={() => setNaming(true)}>
              {t('list_rename')}
            </button>
          )}
          <button type="button" class="plain danger" onClick={onRemove}>
            {t('list_delete')}
          </button>
        </div>
      </div>
      <Failure of={[problem, failure, rows.failure]} />
      <div class="lists-add">
        <PersonField
          label={t('list_add')}
          except={new Set(ids ?? [])}
          onChoose={(row) => attempt(() => placeOnList(row, list, { before: null }, { after: load }))}
        />
      </div>
      {ids?.length === 0 && <p class="muted measure">{t('list_empty')}</p>}
      {shown.length > 1 && <p class="hint">{t('list_keys')}</p>}
      <span class="hidden" role="status">
        {said}
      </span>
      <ol class="own-list" aria-busy={ids === null || !rows.ready}>
        {shown.map((row, at) => (
          <li
            key={row.id}
            draggable
            class={[dragged === row.id && 'dragged', over === row.id && 'over'].filter(Boolean).join(' ')}
            onDragStart={(event) => {
              setDragged(row.id);
              event.dataTransfer?.setData('text/plain', row.name);
              if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(row.id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              const who = shown.find(({ id }) => id === dragged);
              setDragged(null);
              setOver(null);
              // From above it goes behind the one it is dropped on, from below before it.
              const from = who === undefined ? -1 : shown.indexOf(who);
              if (who !== undefined) put(who, from < at ? (shown[at + 1]?.id ?? null) : row.id);
            }}
          >
            <span class="own-list-grip muted" aria-hidden="true">
              <Icon of={GripVertical} />
            </span>
            <span class="own-list-who">
              <a class="name" href={linkToContact(row.id)} dir="auto" draggable={false}>
                {row.name}
              </a>
              <span class="muted" dir="auto">
                {[row.title, row.company].filter(Boolean).join(' · ')}
              </span>
            </span>
            <button
              type="button"
              class="plain icon-only"
              aria-label={t('list_up', { name: row.name })}
              disabled={at === 0}
              onClick={() => step(row, -1)}
            >
              <Icon of={ArrowUp} />
            </button>
            <button
              type="button"
              class="plain icon-only"
              aria-label={t('list_down', { name: row.name })}
              disabled={at === shown.length - 1}
              onClick={() => step(row, 1)}
            >
              <Icon of={ArrowDown} />
            </button>
            <button
              type="button"
              class="plain icon-only own-list-take"
              aria-label={t('list_remove', { name: row.name })}
              onClick={() => take(row, at)}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Rename({
  list,
  others,
  onDone,
}: {
  list: ListName;
  others: readonly ListName[];
  onDone: (name: string | null) => void;
}) {
  const [text, setText] = useState(list.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const name = text.trim();
  const taken = others.some(
    (other) => other.id !== list.id && other.name.toLowerCase() === name.toLowerCase(),
  );
  return (
    <form
      class="lists-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (!taken) onDone(name === '' || name === list.name ? null : name);
      }}
    >
      <label>
        <span>{t('lists_name')}</span>
        <input
          ref={field}
          value={text}
          maxLength={100}
          dir="auto"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone(null);
          }}
        />
      </label>
      <button type="submit">{t('edit_save')}</button>
      <span role="status">{taken ? t('lists_exists') : ''}</span>
    </form>
  );
}

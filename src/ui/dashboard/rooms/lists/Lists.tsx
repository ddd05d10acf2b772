import './lists.css';
import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { type ListName, MOST_LISTS } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import { useTextDraft } from '../../../parts/useDraft.ts';
import { goTo, linkTo, type RoomProps } from '../../links.ts';
import { Failure } from '../../shared/Failure.tsx';
import { offerStep } from '../../shared/undo.tsx';
import { OwnList } from './OwnList.tsx';

/** The user's own lists, one of them open (`#/lists/ID`): who stands on it, in the user's own order. */
export default function Lists({ network, place, onSettings }: RoomProps) {
  const { lists } = network.settings;
  const [wanted] = place.path;
  const open = lists.find(({ id }) => id === wanted) ?? (wanted === undefined ? lists[0] : undefined);
  const [failure, setFailure] = useState<unknown>(null);
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  }
  const name = (list: ListName) => attempt(async () => onSettings(await call('list.name', list)));
  const create = (text: string) =>
    attempt(async () => {
      const list = { id: crypto.randomUUID(), name: text };
      onSettings(await call('list.name', list));
      goTo(linkTo('lists', [list.id]));
    });
  const remove = (list: ListName) =>
    attempt(async () => {
      const done = await call('list.remove', { list: list.id });
      if (done === null) return;
      onSettings(done.settings);
      offerStep(t('list_deleted', { name: list.name }), done.undo, done.count + 1);
      goTo(linkTo('lists'), { replace: true });
    });
  return (
    <div class="lists">
      <p class="muted measure">{t('lists_why')}</p>
      <Failure of={[failure]} />
      <div class="lists-head">
        {lists.length > 0 && (
          <nav aria-label={t('lists_label')}>
            <ul class="chips">
              {lists.map((list) => (
                <li key={list.id}>
                  <a
                    class="chip"
                    href={linkTo('lists', [list.id])}
                    aria-current={list === open ? 'page' : undefined}
                    dir="auto"
                  >
                    {list.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <NewList lists={lists} primary={lists.length === 0} onCreate={(text) => void create(text)} />
      </div>
      {lists.length === 0 && (
        <div class="empty">
          <h2>{t('lists_none')}</h2>
          <p>{t('lists_noneWhat')}</p>
        </div>
      )}
      {open === undefined && lists.length > 0 && <p role="status">{t('list_gone')}</p>}
      {open !== undefined && (
        <OwnList
          key={open.id}
          list={open}
          others={lists}
          onName={(list) => void name(list)}
          onRemove={() => void remove(open)}
        />
      )}
    </div>
  );
}

function NewList({
  lists,
  primary,
  onCreate,
}: {
  lists: readonly ListName[];
  primary: boolean;
  onCreate: (name: string) => void;
}) {
  const [text, setText, drop] = useTextDraft({ kind: 'list', subject: 'new' });
  const [message, setMessage] = useState('');
  return (
    <form
      class="lists-new"
      onSubmit={(event) => {
        event.preventDefault();
        const refused = whyNot(text, lists);
        setMessage(refused ?? '');
        if (refused !== null) return;
        onCreate(text.trim());
        drop();
        // A field that was emptied by us is not one that the user left empty.
        event.currentTarget.reset();
      }}
    >
      <label>
        <span>{t('lists_new')}</span>
        <input
          value={text}
          maxLength={100}
          required
          placeholder={t('lists_name')}
          dir="auto"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" class={primary ? 'primary' : undefined}>
        {t('lists_create')}
      </button>
      <span role="status">{message}</span>
    </form>
  );
}

/** Why a list of this name cannot be made; `null`: it can. */
export function whyNot(text: string, lists: readonly ListName[]): string | null {
  const name = text.trim().toLowerCase();
  if (lists.some((list) => list.name.toLowerCase() === name)) return t('lists_exists');
  return lists.length >= MOST_LISTS ? t('lists_full', { count: MOST_LISTS }) : null;
}

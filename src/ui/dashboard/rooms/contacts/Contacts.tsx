import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { currentLanguage, t } from '../../../../browser/text.ts';
import type { ListName } from '../../../../core/model/index.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { useRows } from '../../../data.ts';
import { errorText } from '../../../errorText.ts';
import { TypeContact } from '../../../parts/TypeContact.tsx';
import { BulkActions } from '../../shared/BulkActions.tsx';
import { ContactTable } from './ContactTable.tsx';
import './contacts.css';
import { goTo, linkTo, type RoomProps } from '../../links.ts';
import { handedOver } from '../../shared/handedOver.ts';
import { tell } from '../../shared/undo.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ContactFinder } from './finder.ts';
import { filtersOf, queryOf, unfiltered, type View, viewOf } from './view.ts';

/** All contacts: found by any word, filtered, sorted, changed many at a time. The address holds the whole view. */
export default function Contacts({ network, place, onSettings }: RoomProps) {
  const { rows, goals, complete, failure } = useRows();
  const view = useMemo(() => viewOf(place.query), [place.query]);
  const finder = useRef(new ContactFinder()).current;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const picked = useMemo(() => (view.picked ? new Set(handedOver() ?? []) : null), [view.picked]);

  const found = useMemo(() => {
    finder.update(rows);
    const today = new Date().toISOString().slice(0, 10);
    // Nobody is handed over after a reload: then the list is whole, rather than empty without a reason.
    const known = picked !== null && picked.size > 0 ? picked : null;
    return finder.find(view, { goals, today, language: currentLanguage(), picked: known });
  }, [rows, goals, view, picked]);

  // The search is made ready while the list is looked at.
  useEffect(() => {
    if (!complete) return;
    let timer: ReturnType<typeof setTimeout>;
    const prepare = () => {
      if (finder.prepare()) timer = setTimeout(prepare);
    };
    timer = setTimeout(prepare, 300);
    return () => clearTimeout(timer);
  }, [rows, complete]);

  // Who is gone is no longer selected.
  useEffect(() => {
    if (!complete || selected.size === 0) return;
    const there = new Set(rows.map(({ id }) => id));
    setSelected((last) =>
      [...last].every((id) => there.has(id)) ? last : new Set([...last].filter((id) => there.has(id))),
    );
  }, [rows, complete]);

  /** Shows another view: as a step that the back button takes back, or in place of the present one while typing. */
  function show(next: View, inPlace = false): void {
    const contact = place.query.contact;
    const address = linkTo('contacts', [], { ...queryOf(next), ...(contact !== undefined && { contact }) });
    if (!inPlace) {
      location.hash = address;
      return;
    }
    history.replaceState(history.state, '', address);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }

  if (failure)
    return (
      <p class="error" role="alert">
        {errorText(failure)}
      </p>
    );
  if (rows.length === 0 && !complete)
    return (
      <p class="muted" aria-busy="true">
        {t('loading')}
      </p>
    );
  const typing = place.path[0] === 'new';
  const form = typing && <NewContact back={linkTo('contacts', [], queryOf(view))} />;
  if (rows.length === 0) return form || <Nobody />;
  const narrowed = view.q !== '' || filtersOf(view).length > 0;
  return (
    <>
      {form}
      <FilterBar
        view={view}
        rows={rows}
        network={network}
        onView={show}
        onSettings={onSettings}
        query={new URLSearchParams(queryOf(view)).toString()}
      />
      {view.q.trim().length >= COMPANY_FROM && (
        <p>
          <a href={linkTo('company', [view.q.trim()])}>{t('company_ask', { company: view.q.trim() })}</a>
        </p>
      )}
      <Status found={found.length} all={rows.length} narrowed={narrowed} complete={complete} />
      {selected.size > 0 && (
        <Selection
          selected={selected}
          found={found}
          rows={rows}
          lists={network.settings.lists}
          onSelect={setSelected}
          onDone={() => setSelected(new Set())}
        />
      )}
      {found.length === 0 ? (
        <div class="empty">
          <p>{t(complete ? 'contacts_noResult' : 'loading')}</p>
          {complete && (
            <button type="button" onClick={() => show(unfiltered(view))}>
              {t('contacts_showAll')}
            </button>
          )}
        </div>
      ) : (
        <ContactTable
          rows={found}
          view={view}
          goals={goals}
          network={network}
          selected={selected}
          onSelect={setSelected}
          onView={show}
          open={place.query.contact ?? null}
        />
      )}
    </>
  );
}

/** Letters of a search from which it may name a company. */
const COMPANY_FROM = 3;

function Status({
  found,
  all,
  narrowed,
  complete,
}: {
  found: number;
  all: number;
  narrowed: boolean;
  complete: boolean;
}) {
  const words = narrowed ? t('contacts_found', { count: found, all }) : t('contacts_shown', { count: found });
  return (
    <p class="muted contacts-status" role="status">
      {complete ? words : t('map_arriving', { count: all })}
    </p>
  );
}

function Selection({
  selected,
  found,
  rows,
  lists,
  onSelect,
  onDone,
}: {
  selected: ReadonlySet<string>;
  found: readonly ContactRow[];
  rows: readonly ContactRow[];
  lists: readonly ListName[];
  onSelect: (selected: ReadonlySet<string>) => void;
  onDone: () => void;
}) {
  const all = found.every(({ id }) => selected.has(id));
  return (
    <section class="selection-bar" aria-label={t('map_selection')}>
      <p role="status">
        <strong>{t('selection_count', { count: selected.size })}</strong>
      </p>
      {!all && (
        <button
          type="button"
          class="plain"
          onClick={() => onSelect(new Set([...selected, ...found.map(({ id }) => id)]))}
        >
          {t('selection_all', { count: found.length })}
        </button>
      )}
      <button type="button" class="plain" onClick={() => onSelect(new Set())}>
        {t('selection_clear')}
      </button>
      <BulkActions ids={[...selected]} rows={rows} lists={lists} onDone={onDone} />
    </section>
  );
}

/** Types somebody in who is on no page and in no file. */
function NewContact({ back }: { back: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const open = (id: string) => goTo(linkTo('contacts', [], { contact: id }));
  return (
    <section ref={place} class="card stack contacts-new" aria-labelledby="contacts-new">
      <div class="row spread">
        <h2 id="contacts-new">{t('contacts_new')}</h2>
        <a class="button plain" href={back}>
          {t('close')}
        </a>
      </div>
      <TypeContact
        onOpen={open}
        onSaved={(id, name) => {
          open(id);
          tell(t('type_saved', { name }));
        }}
      />
    </section>
  );
}

function Nobody() {
  return (
    <div class="empty">
      <h2>{t('contacts_emptyTitle')}</h2>
      <p>{t('contacts_empty')}</p>
      <div class="row">
        <a class="button primary" href={linkTo('files')}>
          {t('contacts_import')}
        </a>
        <a class="button" href={linkTo('contacts', ['new'])}>
          {t('contacts_new')}
        </a>
      </div>
    </div>
  );
}

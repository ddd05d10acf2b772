import { useId, useState } from 'preact/hooks';
import { t } from '../../../browser/text.ts';
import { LAYERS, type Layer, type ListName, type OwnWords } from '../../../core/model/index.ts';
import { call } from '../../../messaging/client.ts';
import type { ContactRow } from '../../../messaging/protocol.ts';
import { errorText } from '../../errorText.ts';
import { FunctionField, IndustryField } from '../../parts/TaxonomyFields.tsx';
import { useTextDraft } from '../../parts/useDraft.ts';
import { linkTo } from '../links.ts';
import { handOver } from './handedOver.ts';
import { offerStep, tell } from './undo.tsx';

interface Props {
  /** Who is meant. */
  ids: readonly string[];
  /** All contacts, for the tags that exist. */
  rows: readonly ContactRow[];
  /** The user's own lists. */
  lists?: readonly ListName[];
  /** After a change; what is selected may be let go. */
  onDone: () => void;
}

type Form = 'tag' | 'classify' | 'list' | null;

/** What can be done to many contacts at once; each step can be taken back. */
export function BulkActions({ ids, rows, lists = [], onDone }: Props) {
  const [form, setForm] = useState<Form>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const count = ids.length;

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      setForm(null);
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }
  const change = (what: { addTags?: string[]; removeTags?: string[]; own?: Partial<OwnWords> }) =>
    attempt(async () => {
      const { changed, undo } = await call('contact.setMany', { ids: [...ids], ...what });
      offerStep(t('bulk_changed', { count: changed }), undo, changed);
    });
  const put = (list: ListName) =>
    attempt(async () => {
      let added = 0;
      let undo = '';
      for (let from = 0; from < ids.length; from += LIST_AT_ONCE) {
        const done = await call('list.add', { list: list.id, ids: ids.slice(from, from + LIST_AT_ONCE) });
        added += done.count;
        undo = done.undo;
      }
      if (added === 0) tell(t('list_nobodyNew', { list: list.name }));
      else {
        const said = t('list_addedMany', { count: added, list: list.name });
        // Of several parts only the last could be taken back: then nothing is promised.
        if (ids.length > LIST_AT_ONCE) tell(said);
        else offerStep(said, undo, added);
      }
    });
  const forget = () =>
    attempt(async () => {
      const { forgotten, undo } = await call('contact.forgetMany', { ids: [...ids] });
      offerStep(t('bulk_forgotten', { count: forgotten }), undo, forgotten);
    });
  const toggle = (name: Form) => setForm((open) => (open === name ? null : name));

  return (
    <div class="bulk" aria-busy={busy}>
      <div class="row">
        <button type="button" aria-expanded={form === 'tag'} onClick={() => toggle('tag')}>
          {t('bulk_tag')}
        </button>
        {lists.length > 0 && (
          <button type="button" aria-expanded={form === 'list'} onClick={() => toggle('list')}>
            {t('bulk_list')}
          </button>
        )}
        <button type="button" aria-expanded={form === 'classify'} onClick={() => toggle('classify')}>
          {t('bulk_classify')}
        </button>
        <a class="button" href={linkTo('files')} onClick={() => handOver(ids)}>
          {t('bulk_export')}
        </a>
        <button type="button" class="danger" disabled={busy} onClick={() => void forget()}>
          {t('bulk_forget', { count })}
        </button>
      </div>
      {form === 'tag' && <TagForm ids={ids} rows={rows} busy={busy} onChange={(what) => void change(what)} />}
      {form === 'classify' && <ClassifyForm busy={busy} onChange={(own) => void change({ own })} />}
      {form === 'list' && <ListForm lists={lists} busy={busy} onChoose={(list) => void put(list)} />}
      {failure !== null && (
        <p class="error" role="alert">
          {errorText(failure)}
        </p>
      )}
    </div>
  );
}

/** Contacts that are put on a list at a time. */
const LIST_AT_ONCE = 5_000;

function ListForm({
  lists,
  busy,
  onChoose,
}: {
  lists: readonly ListName[];
  busy: boolean;
  onChoose: (list: ListName) => void;
}) {
  return (
    <div class="bulk-form">
      <label>
        <span>{t('bulk_listWhich')}</span>
        <select
          value=""
          disabled={busy}
          onChange={({ currentTarget }) => {
            const list = lists.find(({ id }) => id === currentTarget.value);
            if (list !== undefined) onChoose(list);
          }}
        >
          <option value="">{t('choose_none')}</option>
          {lists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function TagForm({
  ids,
  rows,
  busy,
  onChange,
}: {
  ids: readonly string[];
  rows: readonly ContactRow[];
  busy: boolean;
  onChange: (what: { addTags?: string[]; removeTags?: string[] }) => void;
}) {
  const [text, setText, dropText] = useTextDraft({ kind: 'bulkTag', subject: 'new' });
  const list = useId();
  const meant = new Set(ids);
  const known = [...new Set(rows.flatMap(({ tags }) => tags))].sort();
  const theirs = [...new Set(rows.filter(({ id }) => meant.has(id)).flatMap(({ tags }) => tags))].sort();
  return (
    <form
      class="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        const tags = tagsOf(text);
        if (tags.length === 0) return;
        onChange({ addTags: tags });
        dropText();
      }}
    >
      <label>
        <span>{t('bulk_addTag')}</span>
        <input
          list={list}
          value={text}
          maxLength={100}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <datalist id={list}>
          {known.slice(0, 200).map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </label>
      <button type="submit" class="primary" disabled={busy || tagsOf(text).length === 0}>
        {t('bulk_add')}
      </button>
      {theirs.length > 0 && (
        <fieldset>
          <legend>{t('bulk_removeTag')}</legend>
          <div class="chips">
            {theirs.slice(0, 30).map((tag) => (
              <button
                key={tag}
                type="button"
                class="chip"
                disabled={busy}
                aria-label={t('bulk_removeThisTag', { tag })}
                onClick={() => onChange({ removeTags: [tag] })}
              >
                {tag} ×
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </form>
  );
}

/** Tags from a text with commas: trimmed, each once. */
function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim().slice(0, 100)))]
    .filter((tag) => tag !== '')
    .slice(0, 50);
}

function ClassifyForm({ busy, onChange }: { busy: boolean; onChange: (own: Partial<OwnWords>) => void }) {
  const [layer, setLayer] = useState<Layer | ''>('');
  const [isco4, setIsco] = useState('');
  const [nace2, setNace] = useState('');
  const own: Partial<OwnWords> = {
    ...(layer !== '' && { layer }),
    ...(isco4 !== '' && { isco4 }),
    ...(nace2 !== '' && { nace2 }),
  };
  return (
    <form
      class="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(own);
      }}
    >
      <label>
        <span>{t('column_layer')}</span>
        <select
          value={layer}
          onChange={({ currentTarget }) =>
            setLayer(LAYERS.find((name) => name === currentTarget.value) ?? '')
          }
        >
          <option value="">{t('bulk_unchanged')}</option>
          {LAYERS.map((name) => (
            <option key={name} value={name}>
              {t(`layer_${name}`)}
            </option>
          ))}
        </select>
      </label>
      <FunctionField label={t('column_function')} value={isco4} onChange={setIsco} />
      <IndustryField label={t('column_industry')} value={nace2} onChange={setNace} />
      <button type="submit" class="primary" disabled={busy || Object.keys(own).length === 0}>
        {t('bulk_apply')}
      </button>
    </form>
  );
}

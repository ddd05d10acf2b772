import { useId, useState } from 'preact/hooks';
import { t } from '../../../browser/text.ts';
import { LAYERS, type Layer, type OwnWords } from '../../../core/model/index.ts';
import { call } from '../../../messaging/client.ts';
import type { ContactRow } from '../../../messaging/protocol.ts';
import { errorText } from '../../errorText.ts';
import { FunctionField, IndustryField } from '../../parts/TaxonomyFields.tsx';
import { useTextDraft } from '../../parts/useDraft.ts';
import { linkTo } from '../links.ts';
import { handOver } from './handedOver.ts';
import { offerUndo } from './undo.tsx';

interface Props {
  /** Who is meant. */
  ids: readonly string[];
  /** All contacts, for the tags that exist. */
  rows: readonly ContactRow[];
  /** After a change; what is selected may be let go. */
  onDone: () => void;
}

type Form = 'tag' | 'classify' | null;

/** What can be done to many contacts at once; each step can be taken back. */
export function BulkActions({ ids, rows, onDone }: Props) {
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
      offerUndo(t('bulk_changed', { count: changed }), () => call('undo.run', { id: undo }));
    });
  const forget = () =>
    attempt(async () => {
      const { forgotten, undo } = await call('contact.forgetMany', { ids: [...ids] });
      offerUndo(t('bulk_forgotten', { count: forgotten }), () => call('undo.run', { id: undo }));
    });
  const toggle = (name: Form) => setForm((open) => (open === name ? null : name));

  return (
    <div class="bulk" aria-busy={busy}>
      <div class="row">
        <button type="button" aria-expanded={form === 'tag'} onClick={() => toggle('tag')}>
          {t('bulk_tag')}
        </button>
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
      {failure !== null && (
        <p class="error" role="alert">
          {errorText(failure)}
        </p>
      )}
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

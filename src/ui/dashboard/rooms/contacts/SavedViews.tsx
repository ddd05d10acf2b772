import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { PageSettings } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useTextDraft } from '../../../parts/useDraft.ts';

/** Views of the contacts that the user named: each is a link; the present one can be kept under a name. */
export function SavedViews({
  query,
  settings,
  onSettings,
}: {
  query: string;
  settings: PageSettings;
  onSettings: (settings: PageSettings) => void;
}) {
  const [name, setName, dropName] = useTextDraft({ kind: 'view', subject: 'new' });
  const [failure, setFailure] = useState<unknown>(null);
  const { views } = settings;

  async function keep(view: string, kept: string | null): Promise<void> {
    try {
      onSettings(await call('view.set', { name: view, query: kept }));
      if (kept !== null) dropName();
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <details class="contacts-columns">
      <summary class="button">
        {views.length === 0 ? t('views_none') : t('views_open', { count: views.length })}
      </summary>
      <div class="contacts-menu">
        {views.length > 0 && (
          <ul>
            {views.map((view) => (
              <li key={view.name} class="row spread">
                <a href={`#/contacts?${view.query}`} aria-current={view.query === query ? 'true' : undefined}>
                  {view.name}
                </a>
                <button
                  type="button"
                  class="icon-only"
                  aria-label={t('views_delete', { name: view.name })}
                  onClick={() => void keep(view.name, null)}
                >
                  <Icon of={X} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            const named = name.trim();
            if (named !== '') void keep(named, query);
          }}
        >
          <label>
            <span>{t('views_name')}</span>
            <input
              value={name}
              maxLength={100}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
          <button type="submit" disabled={name.trim() === ''}>
            {t('views_keep')}
          </button>
        </form>
        {failure !== null && (
          <p class="error" role="alert">
            {errorText(failure)}
          </p>
        )}
      </div>
    </details>
  );
}

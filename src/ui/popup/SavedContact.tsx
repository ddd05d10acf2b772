import { useState } from 'preact/hooks';
import { effectiveProfile } from '../../core/merge/effective.ts';
import { currentPosition, type OwnWords } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { Capture, Change, ContactView, Network } from '../../messaging/protocol.ts';
import { LayerMark } from '../parts/Layer.tsx';
import { formatDay, t } from '../text.ts';
import { Assessment } from './Assessment.tsx';
import { OpenDashboard } from './Popup.tsx';

interface Props {
  capture: Capture;
  tab: number;
  saved: ContactView;
  changes: Change[];
  network: Network;
  onChange: (view: ContactView | null) => void;
  onUpdated: () => void;
  onFailure: (error: unknown) => void;
}

/** A saved contact: layer, distances, fit to each goal, the user's own words, what the page shows anew. */
export function SavedContact({
  capture,
  tab,
  saved,
  changes,
  network,
  onChange,
  onUpdated,
  onFailure,
}: Props) {
  const { contact, reading } = saved;
  const profile = effectiveProfile(contact);
  const position = currentPosition(profile);
  const [asking, setAsking] = useState(false);

  async function setOwn(own: Partial<OwnWords>, clear: string[] = []): Promise<void> {
    await attempt(async () => onChange(await call('contact.setOwn', { id: contact.id, own, clear })));
  }
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      onFailure(error);
    }
  }
  const update = () =>
    attempt(async () => {
      await call('contact.save', { capture, tab });
      onUpdated();
    });
  const forget = () =>
    attempt(async () => {
      await call('contact.forget', { id: contact.id });
      onChange(null);
    });

  return (
    <article>
      <header class="pad">
        <div class="row spread">
          <h1>{profile.name.full}</h1>
          <LayerMark
            layer={reading.layer}
            goals={network.goals}
            onOverrule={(layer) => void (layer === null ? setOwn({}, ['layer']) : setOwn({ layer }))}
          />
        </div>
        <p>{[position?.title ?? profile.headline, position?.company].filter(Boolean).join(' · ')}</p>
      </header>
      {changes.length > 0 && (
        <section class="pad changes" aria-label={t('changes_title')}>
          <h2>{t('changes_title')}</h2>
          <dl>
            {changes.map((change) => (
              <div key={`${change.field}${change.to}`}>
                <dt class="muted">{t(`field_${change.field}`)}</dt>
                <dd>
                  {change.from && <del>{change.from}</del>} {change.to}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Assessment reading={reading} network={network} />
      <section class="pad stack">
        <label>
          <span>{t('field_note')}</span>
          <textarea
            defaultValue={contact.own.note ?? ''}
            maxLength={20_000}
            onChange={({ currentTarget }) => void setOwn({ note: currentTarget.value })}
          />
        </label>
        <label>
          <span>{t('field_tags')}</span>
          <input
            defaultValue={contact.own.tags.join(', ')}
            onChange={({ currentTarget }) => void setOwn({ tags: tagsOf(currentTarget.value) })}
          />
        </label>
      </section>
      <section class="pad row spread">
        <span class="muted">
          {t('savedFrom', {
            site: new URL(contact.source.url).hostname.replace(/^www\./, ''),
            day: formatDay(contact.source.capturedAt),
          })}
        </span>
        {asking ? (
          <span>
            <button type="button" class="danger" onClick={forget}>
              {t('forget_confirm')}
            </button>{' '}
            <button type="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </span>
        ) : (
          <button type="button" class="plain" onClick={() => setAsking(true)}>
            {t('forget')}
          </button>
        )}
      </section>
      <footer class="sticky-bar">
        <OpenDashboard primary={changes.length === 0} />
        {changes.length > 0 && (
          <button type="button" class="primary" onClick={update}>
            {t('button_update')}
          </button>
        )}
      </footer>
    </article>
  );
}

function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim().slice(0, 100)))]
    .filter((tag) => tag !== '')
    .slice(0, 50);
}

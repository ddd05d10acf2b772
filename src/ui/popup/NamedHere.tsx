import { useEffect, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { call } from '../../messaging/client.ts';
import type { AcquaintanceLook, Capture } from '../../messaging/protocol.ts';
import PopupWays from './PopupWays.tsx';

interface Props {
  capture: Capture;
  tab: number;
  /** The page also shows other news, whose button takes these along. */
  news: boolean;
  onUpdated: () => void;
  onFailure: (error: unknown) => void;
}

/** Names shown at once; of more the count alone is said. */
const MOST_NAMES = 5;

/** Whom of the saved the open page names as acquaintances; of a saved person they are noted or taken back by a click. */
export default function NamedHere({ capture, tab, news, onUpdated, onFailure }: Props) {
  const [seen, setSeen] = useState<AcquaintanceLook | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // An extra here: without it the rest still stands.
    call('acquaintances.look', { capture }).then(setSeen, () => setSeen(null));
  }, [capture]);
  if (seen === null) return null;
  const { subject, refused, people } = seen;
  const known = people.filter(({ contacts }) => contacts.length === 1);
  const asked = people.filter(({ contacts }) => contacts.length > 1).length;
  if (known.length === 0 && asked === 0) return null;

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    try {
      await work();
      setSeen(await call('acquaintances.look', { capture }));
      onUpdated();
    } catch (error) {
      onFailure(error);
    }
    setBusy(false);
  }
  const refuse = (on: boolean) =>
    attempt(async () => {
      if (subject === null) return;
      await call('acquaintances.refuse', { id: subject.id, url: capture.profile.url, refused: on });
      if (!on) await call('contact.save', { capture, tab });
    });
  const names = known.map(({ contacts: [contact] }) => contact?.name ?? '');
  const more = names.length > MOST_NAMES ? ' …' : '';
  const fresh = known.some(({ tied }) => !tied);
  const site = new URL(capture.profile.url).hostname.replace(/^www\./, '');
  return (
    <section class="stack named-here">
      {subject === null && known.length > 0 && (
        <PopupWays
          of={{ through: known.flatMap(({ contacts: [contact] }) => contact?.id ?? []) }}
          name={capture.profile.name.full}
        />
      )}
      {subject !== null && known.length > 0 && (
        <p>
          {t('named_here', {
            count: known.length,
            names: names.slice(0, MOST_NAMES).join(', ') + more,
          })}
        </p>
      )}
      {asked > 0 && <p class="quiet">{t('named_asks', { count: asked })}</p>}
      {subject !== null && (
        <div class="row">
          {!refused && fresh && !news && (
            <button
              type="button"
              disabled={busy}
              onClick={() => void attempt(() => call('contact.save', { capture, tab }))}
            >
              {t('named_note')}
            </button>
          )}
          {!refused && known.some(({ tied }) => tied) && (
            <button
              type="button"
              class="plain muted small"
              disabled={busy}
              aria-label={t('named_takeBackLabel', { site })}
              onClick={() => void refuse(true)}
            >
              {t('named_takeBack')}
            </button>
          )}
          {refused && (
            <button
              type="button"
              class="plain muted small"
              disabled={busy}
              aria-label={t('named_listenLabel', { site })}
              onClick={() => void refuse(false)}
            >
              {t('named_listen')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { formatDay, t } from '../../browser/text.ts';
import type { Contact } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { errorText } from '../errorText.ts';
import { siteOf } from './siteOf.ts';

interface Capture {
  at: string;
  url: string;
  reader: string;
}

/** What changed about a contact and when pages were read, the newest first. */
export default function History({ contact }: { contact: Contact }) {
  const { id: contactId, events, source, createdAt } = contact;
  const [captures, setCaptures] = useState<Capture[] | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    call('contact.history', { id: contactId }).then(
      (answer) => setCaptures(answer.captures),
      (error) => setFailure(errorText(error)),
    );
  }, [contactId]);
  const entries = [
    ...events.map(({ at, kind, from, to }) => ({
      at,
      what: t(`event_${kind}`),
      change: [from, to].filter(Boolean).join(' → '),
    })),
    // An import keeps no page that was read.
    ...(captures?.length === 0 && !source.reader.includes('@')
      ? [{ at: createdAt, what: t('event_imported'), change: '' }]
      : []),
    ...(captures ?? []).map((capture) => ({ at: capture.at, what: whatWasRead(capture), change: '' })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  if (failure) return <p class="error">{failure}</p>;
  if (captures === null) return <p class="muted small loading">{t('loading')}</p>;
  return (
    <ol class="history">
      {entries.map((entry, at) => (
        <li key={`${entry.at}-${at}`}>
          <time class="muted" dateTime={entry.at}>
            {formatDay(entry.at)}
          </time>
          <span>
            {entry.what}
            {entry.change !== '' && (
              <span class="muted" dir="auto">
                {' '}
                {entry.change}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function whatWasRead({ url, reader }: Capture): string {
  if (reader.startsWith('typed')) return t('event_typed');
  const site = siteOf(url);
  return site === 'local.invalid' ? t('event_imported') : t('event_capture', { site });
}

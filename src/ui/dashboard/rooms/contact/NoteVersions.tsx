import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { NoteVersion } from '../../../../messaging/sync.ts';
import { agoWords } from '../../shared/days.ts';

/** The versions of a note that two devices wrote without knowledge of each other; nothing where there is one. */
export function NoteVersions({
  id,
  note,
  onKeep,
}: {
  id: string;
  note: string | undefined;
  onKeep: (text: string) => void;
}) {
  const [versions, setVersions] = useState<readonly NoteVersion[]>([]);
  useEffect(() => {
    let left = false;
    call('sync.note', { id }).then(
      (answer) => !left && setVersions(answer.versions),
      // The note itself holds every version.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [id, note]);
  if (versions.length < 2) return null;
  return (
    <details class="more">
      <summary>{t('sync_noteVersions', { count: versions.length })}</summary>
      <p class="hint">{t('sync_noteVersionsWhy')}</p>
      <ul class="lines">
        {versions.map(({ text, at, by }) => (
          <li key={`${at} ${by ?? ''} ${text}`} class="stack">
            <p class="muted small">
              {by === null
                ? agoWords(at, Date.now())
                : t('sync_noteBy', { name: by, when: agoWords(at, Date.now()) })}
            </p>
            <p class="note-version" dir="auto">
              {text}
            </p>
            <div class="row">
              <button type="button" onClick={() => onKeep(text)}>
                {t('sync_noteKeep')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

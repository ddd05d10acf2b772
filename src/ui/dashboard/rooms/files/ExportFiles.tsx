import { useState } from 'preact/hooks';
import { currentLanguage, t } from '../../../../browser/text.ts';
import { EXPORT_FORMATS, REDACTIONS, type Redaction } from '../../../../core/model/index.ts';
import type { Input, Network } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { calendarWords } from '../../shared/calendarWords.ts';
import { fetchExport, offerDownload } from '../../shared/transfer.ts';
import { ReportFile } from './ReportFile.tsx';
import { Running, type Step } from './Running.tsx';

/** Backups have a section of their own. */
const FORMATS = EXPORT_FORMATS.filter((format) => format !== 'backup' && format !== 'encryptedBackup');
type Format = (typeof FORMATS)[number];

/** Files out: who, in which format, with how much in them. */
export function ExportFiles({
  network,
  ids,
  onEverybody,
}: {
  network: Network;
  /** The chosen contacts; `null`: everybody. */
  ids: readonly string[] | null;
  onEverybody: () => void;
}) {
  const [format, setFormat] = useState<Format>('csv');
  const [redaction, setRedaction] = useState<Redaction>('full');
  const [separator, setSeparator] = useState<',' | ';'>(currentLanguage() === 'de' ? ';' : ',');
  const [raw, setRaw] = useState(false);
  const [running, setRunning] = useState<{ step: Step; stop: AbortController } | null>(null);
  const [message, setMessage] = useState('');
  const count = ids?.length ?? network.contactCount;

  async function take(): Promise<void> {
    const stop = new AbortController();
    setMessage('');
    setRunning({ step: { key: 'export_writing', done: 0, total: count }, stop });
    try {
      const input: Input<'export.begin'> = {
        format,
        // A calendar without names is none.
        redaction: format === 'ics' && redaction === 'pseudonymised' ? 'withoutNotes' : redaction,
        ...(ids !== null && { ids: [...ids] }),
        ...(format === 'csv' && { separator, raw, language: currentLanguage() }),
        ...(format === 'ics' && { calendarWords: calendarWords() }),
        ...(format === 'markdown' && { words: markdownWords() }),
      };
      const { name, blob } = await fetchExport(
        input,
        (done, total) => setRunning({ step: { key: 'export_writing', done, total }, stop }),
        stop.signal,
      );
      // A calendar without an entry is no valid file (RFC 5545, 3.6), and says nothing.
      if (format === 'ics' && !(await blob.text()).includes('BEGIN:VEVENT')) {
        setMessage(t('export_nothingDue'));
      } else {
        offerDownload(name, blob);
        setMessage(t('files_done', { name }));
      }
    } catch (error) {
      setMessage(stop.signal.aborted ? t('error_cancelled') : errorText(error));
    }
    setRunning(null);
  }

  return (
    <div class="stack wide">
      <ReportFile network={network} />
      <section class="stack">
        <h2>{t('export_title')}</h2>
        <p class="measure">
          {ids === null ? t('export_everybody', { count }) : t('export_selected', { count })}{' '}
          {ids !== null && (
            <button type="button" class="plain" onClick={onEverybody}>
              {t('export_everybodyInstead')}
            </button>
          )}
        </p>
      </section>
      <fieldset class="formats">
        <legend>{t('export_format')}</legend>
        {FORMATS.map((name) => (
          <label class="check" key={name}>
            <input
              type="radio"
              name="format"
              checked={format === name}
              onChange={() => {
                setFormat(name);
                setMessage('');
              }}
            />
            <span>
              {t(`exportFormat_${name}`)}
              <span class="hint">{t(`exportFormat_${name}For`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {format === 'csv' && (
        <fieldset class="stack">
          <legend>{t('export_csv')}</legend>
          <div class="row">
            <fieldset class="segments" aria-label={t('export_separator')}>
              {([';', ','] as const).map((sign) => (
                <button
                  type="button"
                  key={sign}
                  aria-pressed={separator === sign}
                  onClick={() => setSeparator(sign)}
                >
                  {t(sign === ';' ? 'export_semicolon' : 'export_comma')}
                </button>
              ))}
            </fieldset>
          </div>
          <label class="check">
            <input type="checkbox" checked={raw} onChange={(event) => setRaw(event.currentTarget.checked)} />
            <span>
              {t('export_raw')}
              <span class="hint">{t('export_rawWhy')}</span>
            </span>
          </label>
        </fieldset>
      )}
      <fieldset class="stack">
        <legend>{t('export_redaction')}</legend>
        {REDACTIONS.filter((mode) => !(format === 'ics' && mode === 'pseudonymised')).map((mode) => (
          <label class="check" key={mode}>
            <input
              type="radio"
              name="redaction"
              checked={redaction === mode}
              onChange={() => setRedaction(mode)}
            />
            <span>
              {t(`exportRedaction_${mode}`)}
              <span class="hint">{t(`exportRedaction_${mode}What`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {running === null ? (
        <div class="actions">
          <button type="button" class="primary" disabled={count === 0} onClick={take}>
            {format === 'ics' ? t('export_goCalendar') : t('export_go', { count })}
          </button>
          <p role="status">{count === 0 ? t('export_nobody') : message}</p>
        </div>
      ) : (
        <Running step={running.step} onCancel={() => running.stop.abort()} />
      )}
    </div>
  );
}

function markdownWords(): Record<string, string> {
  return Object.fromEntries([
    ...(['career', 'note', 'log', 'nextStep'] as const).map((word) => [word, t(`exportMarkdown_${word}`)]),
    ...(['met', 'called', 'wrote', 'introduced'] as const).map((kind) => [kind, t(`logKind_${kind}`)]),
  ]);
}

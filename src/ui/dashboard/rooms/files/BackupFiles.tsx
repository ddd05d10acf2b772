import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { formatDay, t } from '../../../../browser/text.ts';
import type { Settings } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import { onEvent } from '../../../../messaging/events.ts';
import type { BackupState } from '../../../../messaging/files.ts';
import { errorText } from '../../../errorText.ts';
import { linkTo, type RoomProps } from '../../links.ts';
import { fetchExport, offerDownload } from '../../shared/transfer.ts';
import { leftOutText } from './leftOut.ts';
import { Running, type Step } from './Running.tsx';

const DAYS = [1, 7, 30] as const;
const CHANGES = [20, 100, 500] as const;
/** A passphrase below this many characters is guessed in no time. */
const SHORT = 10;

/** One click for a backup; a rhythm for those who forget; where it goes back. */
export function BackupFiles({ network, onSettings }: Pick<RoomProps, 'network' | 'onSettings'>) {
  const [state, setState] = useState<BackupState | null>(null);
  const [message, setMessage] = useState('');
  const [running, setRunning] = useState<{ step: Step; stop: AbortController } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const { backup } = network.settings;
  const automatic = backup.everyDays !== null || backup.everyChanges !== null;

  const load = () =>
    void call('backup.state', {}).then(setState, (error: unknown) => setMessage(errorText(error)));
  useEffect(() => {
    load();
    return onEvent((event) => {
      if (event.kind === 'changed' || (event.job.kind === 'backup' && event.job.state !== 'running')) load();
    });
  }, []);

  async function take(): Promise<void> {
    const stop = new AbortController();
    const step = { key: 'backup_writing' as const, done: 0, total: network.contactCount };
    setMessage('');
    setRunning({ step, stop });
    try {
      const { name, blob, leftOut } = await fetchExport(
        passphrase === ''
          ? { format: 'backup', redaction: 'full' }
          : { format: 'encryptedBackup', redaction: 'full', passphrase },
        (done, total) => setRunning({ step: { ...step, done, total }, stop }),
        stop.signal,
      );
      offerDownload(name, blob);
      const what = leftOutText(leftOut);
      setMessage(`${t('files_done', { name })} ${what && t('backup_leftOut', { what })}`.trim());
      load();
    } catch (error) {
      setMessage(stop.signal.aborted ? t('error_cancelled') : errorText(error));
    }
    setRunning(null);
  }

  async function choose(next: Partial<Settings['backup']>): Promise<void> {
    try {
      onSettings(await call('backup.when', next));
      load();
    } catch (error) {
      setMessage(errorText(error));
    }
  }

  /** The browser asks the user; it does so only right after a click. */
  async function allow(): Promise<void> {
    const granted = await browser.permissions.request({ permissions: ['downloads'] });
    setMessage(granted ? t('backup_allowed') : t('backup_refused'));
    if (granted) setState(await call('backup.now', {}));
    else load();
  }

  async function seal(secret: string | null): Promise<void> {
    try {
      await call('backup.seal', secret === null ? {} : { passphrase: secret });
      setMessage(t(secret === null ? 'backup_unsealed' : 'backup_sealed'));
      load();
    } catch (error) {
      setMessage(errorText(error));
    }
  }

  return (
    <div class="stack wide">
      <section class="stack">
        <h2>{t('backup_title')}</h2>
        <p class="measure">{t('backup_what')}</p>
        {state !== null && (
          <p class={state.due ? 'notice warn' : 'muted'}>
            {state.lastAt === null
              ? t('backup_never')
              : t('backup_last', { day: formatDay(state.lastAt), count: state.changesSince })}
          </p>
        )}
        {state?.failure && (
          <p class="error" role="alert">
            {t(state.failure)}
          </p>
        )}
        {state !== null && leftOutText(state.leftOut) !== '' && (
          <p class="notice warn">{t('backup_leftOut', { what: leftOutText(state.leftOut) })}</p>
        )}
        <label class="passphrase">
          <span>{t('backup_passphraseOptional')}</span>
          <input
            type="password"
            autocomplete="new-password"
            value={passphrase}
            onInput={(event) => setPassphrase(event.currentTarget.value)}
          />
          <span class="hint">
            {passphrase !== '' && passphrase.length < SHORT
              ? t('backup_short', { count: SHORT })
              : t('backup_passphraseWhy')}
          </span>
        </label>
        {running === null ? (
          <div class="actions">
            <button type="button" class="primary" onClick={take}>
              {t(passphrase === '' ? 'backup_go' : 'backup_goSealed')}
            </button>
            <p role="status">{message}</p>
          </div>
        ) : (
          <Running step={running.step} onCancel={() => running.stop.abort()} />
        )}
      </section>

      <section class="stack">
        <h2>{t('backup_automatic')}</h2>
        <p class="measure">{t('backup_automaticWhat')}</p>
        <div class="form-pair rhythm">
          <label>
            <span>{t('backup_rhythm')}</span>
            <select
              value={String(backup.everyDays ?? '')}
              onChange={(event) => choose({ everyDays: numberOrNull(event.currentTarget.value) })}
            >
              <option value="">{t('backup_notByTime')}</option>
              {DAYS.map((days) => (
                <option key={days} value={days}>
                  {t(`backupEvery_${days}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('backup_changes')}</span>
            <select
              value={String(backup.everyChanges ?? '')}
              onChange={(event) => choose({ everyChanges: numberOrNull(event.currentTarget.value) })}
            >
              <option value="">{t('backup_notByChanges')}</option>
              {CHANGES.map((count) => (
                <option key={count} value={count}>
                  {t('backup_after', { count })}
                </option>
              ))}
            </select>
          </label>
        </div>
        {automatic && state !== null && !state.automatic && (
          <div class="notice stack">
            <p>{t('backup_askDownloads')}</p>
            <button type="button" onClick={allow}>
              {t('backup_allow')}
            </button>
          </div>
        )}
        {automatic && state?.automatic && (
          <>
            <p class="muted">{t('backup_where')}</p>
            <Sealing encrypted={state.encrypted} onSeal={seal} />
          </>
        )}
      </section>

      <section class="stack">
        <h2>{t('backup_restore')}</h2>
        <p class="measure">{t('backup_restoreHow')}</p>
        <div class="row">
          <a class="button" href={linkTo('files')}>
            {t('backup_restoreGo')}
          </a>
        </div>
      </section>
    </div>
  );
}

/** Automatic backups cannot ask for a passphrase: the browser keeps a key of it, and this says so. */
function Sealing({ encrypted, onSeal }: { encrypted: boolean; onSeal: (secret: string | null) => void }) {
  const [secret, setSecret] = useState('');
  if (encrypted)
    return (
      <div class="row">
        <p>{t('backup_isSealed')}</p>
        <button type="button" class="plain" onClick={() => onSeal(null)}>
          {t('backup_unseal')}
        </button>
      </div>
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '') onSeal(secret);
        setSecret('');
      }}
    >
      <label>
        <span>{t('backup_sealWith')}</span>
        <input
          type="password"
          autocomplete="new-password"
          value={secret}
          onInput={(event) => setSecret(event.currentTarget.value)}
        />
        <span class="hint">{t('backup_sealWhy')}</span>
      </label>
      <button type="submit" disabled={secret === ''}>
        {t('backup_seal')}
      </button>
    </form>
  );
}

function numberOrNull(text: string): number | null {
  return text === '' ? null : Number(text);
}

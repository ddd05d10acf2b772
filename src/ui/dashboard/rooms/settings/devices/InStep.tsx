import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { leaveStorage } from '../../../../../browser/storageAccess.ts';
import { t } from '../../../../../browser/text.ts';
import { call } from '../../../../../messaging/client.ts';
import type { SyncAnswer, SyncState, SyncStatus } from '../../../../../messaging/sync.ts';
import { errorText } from '../../../../errorText.ts';
import { Icon } from '../../../../parts/Icon.tsx';
import { agoWords } from '../../../shared/days.ts';
import { stateSentences } from '../../../shared/syncState.ts';
import { Ask } from './Ask.tsx';
import type { Begun } from './Connect.tsx';
import { CodeShown } from './KeepCode.tsx';
import { Remedy } from './Remedy.tsx';
import { refusalText } from './refusalText.ts';
import { Refused } from './Step.tsx';

/** How devices are kept in step: the state, what can be done about it, who else there is, and how to stop. */
export function InStep({
  state,
  onStatus,
  onNewCode,
  onAnew,
}: {
  state: SyncState;
  onStatus: (status: SyncStatus) => void;
  onNewCode: (code: string) => void;
  /** The storage is elsewhere: set it up there, with what is known. */
  onAnew: (begun: Begun) => void;
}) {
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [remove, setRemove] = useState(false);
  const { place, trouble } = state;

  async function told(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setMessage('');
    try {
      await work();
    } catch (error) {
      setMessage(errorText(error));
    } finally {
      setBusy(false);
    }
  }
  const attempt = (work: () => Promise<SyncStatus>) => void told(async () => onStatus(await work()));
  const answered = <Done extends object>(
    work: () => Promise<SyncAnswer<Done>>,
    done: (answer: Done) => void | Promise<void>,
  ) =>
    void told(async () => {
      const answer = await work();
      if (answer.ok) await done(answer);
      else setMessage(refusalText(answer.trouble));
      onStatus(await call('sync.status', {}));
    });
  const leave = (gone: boolean) =>
    answered(
      () => call('sync.leave', { remove: gone }),
      // The background lets a folder go itself.
      () => (place.kind === 'folder' ? undefined : leaveStorage(place.address)),
    );
  const elsewhere = () =>
    void told(async () => {
      const kept = await call('sync.code', {});
      const answer = await call('sync.leave', { remove: false });
      if (!answer.ok) setMessage(refusalText(answer.trouble));
      else {
        onAnew({ ...place, code: kept?.code ?? '' });
        onStatus({ on: false });
      }
    });
  const showCode = () =>
    void told(async () => setCode(code === null ? ((await call('sync.code', {}))?.code ?? null) : null));

  return (
    <div class="stack wide">
      <div class="stack" role="status">
        {stateSentences(state).map(({ text, asks }) =>
          asks ? (
            <div key={text} class="notice warn">
              <Icon of={TriangleAlert} />
              <p>{text}</p>
            </div>
          ) : (
            <p key={text}>{text}</p>
          ),
        )}
      </div>
      {trouble !== null && (
        <Remedy
          key={trouble.kind}
          trouble={trouble.kind}
          kind={place.kind}
          address={place.address}
          busy={busy}
          attempt={attempt}
          onCode={(typed) =>
            answered(
              () => call('sync.enterCode', { code: typed }),
              () => {},
            )
          }
          onOtherAddress={elsewhere}
        />
      )}
      <Refused message={message} />
      <div class="row">
        <button
          type="button"
          disabled={busy || state.working !== null}
          onClick={() => attempt(() => call('sync.now', {}))}
        >
          {t('sync_now')}
        </button>
        <span class="muted small">
          {place.user === ''
            ? t('sync_where', { address: place.address })
            : t('sync_whereAs', { address: place.address, user: place.user })}
        </span>
      </div>
      <div class="stack">
        <ul class="site-list">
          <li class="row spread">
            <span dir="auto">{t('sync_thisDevice', { name: state.name })}</span>
          </li>
          {state.devices.map(({ id, name, seen }) => (
            <li key={id} class="row spread">
              <span dir="auto">{name}</span>
              <span class="muted">{t('sync_seen', { when: agoWords(seen, Date.now()) })}</span>
            </li>
          ))}
        </ul>
        {state.devices.length === 0 && <p class="hint">{t('sync_noOthers')}</p>}
      </div>
      <div class="stack">
        <div class="row">
          <button type="button" aria-expanded={code !== null} disabled={busy} onClick={showCode}>
            {t(code === null ? 'sync_showCode' : 'sync_hideCode')}
          </button>
          <Ask
            label={t('sync_changeCode')}
            title={t('sync_changeCode')}
            action={t('sync_changeCode')}
            disabled={busy}
            onYes={() =>
              answered(
                () => call('sync.changeCode', {}),
                (made) => {
                  setCode(null);
                  onNewCode(made.code);
                },
              )
            }
          >
            <p>{t('sync_changeCodeWhy')}</p>
            <p>{t('sync_changeCodeAsk')}</p>
          </Ask>
        </div>
        {code !== null && <CodeShown code={code} />}
        <p class="hint">{t('sync_changeCodeWhy')}</p>
      </div>
      <div>
        <Ask
          label={t('sync_leave')}
          title={t('sync_leaveTitle')}
          action={t('sync_leaveDo')}
          danger
          disabled={busy}
          onYes={() => leave(remove)}
        >
          <p>{t(remove ? 'sync_leaveWhatRemoved' : 'sync_leaveWhat')}</p>
          <label class="check">
            <input
              type="checkbox"
              checked={remove}
              onChange={({ currentTarget }) => setRemove(currentTarget.checked)}
            />
            <span>{t('sync_leaveRemove')}</span>
          </label>
        </Ask>
      </div>
    </div>
  );
}

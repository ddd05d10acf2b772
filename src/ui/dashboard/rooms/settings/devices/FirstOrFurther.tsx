import { useState } from 'preact/hooks';
import { t } from '../../../../../browser/text.ts';
import { call } from '../../../../../messaging/client.ts';
import type { SyncAnswer, SyncMeeting } from '../../../../../messaging/sync.ts';
import { errorText } from '../../../../errorText.ts';
import type { Checked } from './Connect.tsx';
import { guessDeviceName } from './deviceName.ts';
import { refusalText } from './refusalText.ts';
import { Refused, Step } from './Step.tsx';

/** The first device makes a code; a further one enters it, and sees the counts of both sides before anything is joined. */
export function FirstOrFurther({
  checked: { place, spaces, code: begun },
  onCode,
  onJoined,
  onBack,
}: {
  checked: Checked;
  onCode: (code: string) => void;
  onJoined: () => void;
  onBack: () => void;
}) {
  const [name, setName] = useState(() => guessDeviceName(navigator.userAgent));
  const [further, setFurther] = useState(begun !== '');
  const [code, setCode] = useState(begun);
  const [meeting, setMeeting] = useState<SyncMeeting | null>(null);
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const given = { place, name: name.trim() };

  async function attempt<Done extends object>(
    work: () => Promise<SyncAnswer<Done>>,
    done: (answer: Done) => void,
  ): Promise<void> {
    if (busy) return;
    setBusy(true);
    setMessage('');
    try {
      const answer = await work();
      if (answer.ok) done(answer);
      else setMessage(refusalText(answer.trouble, place.kind));
    } catch (error) {
      setMessage(errorText(error));
    } finally {
      setBusy(false);
    }
  }
  const waiting = (
    <p class="muted" role="status" hidden={!busy}>
      {busy && t('sync_working')}
    </p>
  );

  if (meeting !== null) {
    const { here, there, same } = meeting;
    return (
      <Step key="meeting" title={t('sync_meetingTitle')}>
        <p>{t('sync_meeting', { here, there, count: same })}</p>
        <p>{t('sync_meetingWhat', { total: here + there - same })}</p>
        <Refused message={message} />
        {waiting}
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={busy}
            onClick={() => void attempt(() => call('sync.join', { ...given, code }), onJoined)}
          >
            {t('sync_join')}
          </button>
          <button type="button" disabled={busy} onClick={() => setMeeting(null)}>
            {t('sync_back')}
          </button>
        </div>
      </Step>
    );
  }
  return (
    <Step key="first" title={t('sync_first')}>
      <p>{t('sync_checked', { count: spaces })}</p>
      <label class="narrow">
        <span>{t('sync_name')}</span>
        <input
          value={name}
          maxLength={60}
          autocomplete="off"
          dir="auto"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button
          type="button"
          disabled={busy || given.name === ''}
          onClick={() =>
            void attempt(
              () => call('sync.setUp', given),
              (made) => onCode(made.code),
            )
          }
        >
          {t('sync_makeCode')}
        </button>
        <button type="button" aria-expanded={further} disabled={busy} onClick={() => setFurther(!further)}>
          {t('sync_haveCode')}
        </button>
        <button type="button" class="plain muted" disabled={busy} onClick={onBack}>
          {t('sync_back')}
        </button>
      </div>
      {further && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(
              () => call('sync.meet', { ...given, code }),
              (answer) => setMeeting(answer.meeting),
            );
          }}
        >
          <label>
            <span>{t('sync_code')}</span>
            <input
              class="sync-code"
              value={code}
              autofocus={begun === ''}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              placeholder="WB1-"
              maxLength={200}
              onInput={({ currentTarget }) => setCode(currentTarget.value)}
            />
          </label>
          <div class="row">
            <button type="submit" class="primary" disabled={busy || given.name === '' || code.trim() === ''}>
              {t('sync_compare')}
            </button>
          </div>
        </form>
      )}
      <Refused message={message} />
      {waiting}
    </Step>
  );
}

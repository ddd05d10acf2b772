import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { askForFolder } from '../../../../../browser/pickedFolder.ts';
import { askForStorage } from '../../../../../browser/storageAccess.ts';
import { t } from '../../../../../browser/text.ts';
import type { Place, TroubleKind } from '../../../../../core/sync/index.ts';
import { call } from '../../../../../messaging/client.ts';
import type { SyncStatus } from '../../../../../messaging/sync.ts';
import { linkTo } from '../../../links.ts';

/** Does something that ends in a new state; what is refused is told where the remedies stand. */
export type Attempt = (work: () => Promise<SyncStatus>) => void;

/** What the person can do about what is wrong, one thing or a choice of two; nothing where it passes by itself. */
export function Remedy({
  trouble,
  kind,
  address,
  busy,
  attempt,
  onCode,
  onOtherAddress,
}: {
  trouble: TroubleKind;
  kind: Place['kind'];
  address: string;
  busy: boolean;
  attempt: Attempt;
  /** The new code that another device has made. */
  onCode: (code: string) => void;
  onOtherAddress: () => void;
}) {
  const choice = (label: string, onClick: () => void, primary = false) => (
    <button type="button" class={primary ? 'primary' : ''} disabled={busy} onClick={onClick}>
      {label}
    </button>
  );
  const newCode = (
    <OneField label={t('sync_newCode')} action={t('sync_enterCode')} busy={busy} onGiven={onCode} />
  );
  const publishAgain = choice(t('sync_publishAgain'), () => attempt(() => call('sync.publishAgain', {})));
  const otherAddress = choice(t('sync_otherAddress'), onOtherAddress);
  switch (trouble) {
    case 'password':
      return (
        <OneField
          label={t('sync_newPassword')}
          secret
          action={t('sync_usePassword')}
          busy={busy}
          onGiven={(password) => attempt(() => call('sync.password', { password }))}
        />
      );
    case 'codeChanged':
      return newCode;
    case 'replaced':
      return (
        <>
          {newCode}
          <Choices>
            {publishAgain}
            {otherAddress}
          </Choices>
        </>
      );
    case 'massForget':
      return (
        <Choices>
          {choice(t('sync_forgetHere'), () => attempt(() => call('sync.massForget', { answer: 'forget' })))}
          {choice(t('sync_bringBack'), () => attempt(() => call('sync.massForget', { answer: 'keep' })))}
        </Choices>
      );
    case 'wiped':
      return (
        <Choices>
          {otherAddress}
          {publishAgain}
        </Choices>
      );
    case 'crowded':
    case 'moved':
      return <Choices>{otherAddress}</Choices>;
    case 'permission':
      return (
        <Choices>
          {choice(
            t(kind === 'folder' ? 'sync_allowFolder' : 'sync_allowAgain'),
            () => {
              // In the click itself: browsers ask only then.
              const asked = kind === 'folder' ? askForFolder() : askForStorage(address);
              attempt(async () => ((await asked) ? call('sync.now', {}) : call('sync.status', {})));
            },
            true,
          )}
        </Choices>
      );
    case 'damaged':
      return (
        <Choices>
          <a class="button" href={linkTo('files')}>
            {t('settings_toFiles')}
          </a>
        </Choices>
      );
    default:
      return null;
  }
}

function Choices({ children }: { children: ComponentChildren }) {
  return <div class="row">{children}</div>;
}

function OneField({
  label,
  action,
  busy,
  onGiven,
  secret = false,
}: {
  label: string;
  action: string;
  busy: boolean;
  onGiven: (value: string) => void;
  secret?: boolean;
}) {
  const [value, setValue] = useState('');
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') onGiven(value);
      }}
    >
      <label>
        <span>{label}</span>
        <input
          {...(secret && { type: 'password' as const })}
          value={value}
          autocomplete={secret ? 'new-password' : 'off'}
          spellcheck={false}
          maxLength={secret ? 1_000 : 200}
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="submit" class="primary" disabled={busy || value.trim() === ''}>
          {action}
        </button>
      </div>
    </form>
  );
}

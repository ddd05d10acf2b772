import { useId, useState } from 'preact/hooks';
import { askForStorage } from '../../../../../browser/storageAccess.ts';
import { t } from '../../../../../browser/text.ts';
import { type Place, tidyAddress } from '../../../../../core/sync/index.ts';
import { call } from '../../../../../messaging/client.ts';
import { errorText } from '../../../../errorText.ts';
import { refusalText } from './refusalText.ts';
import { Refused, Step } from './Step.tsx';
import { parseSetUpLine } from './setUpLine.ts';

export type StorageKind = Exclude<Place['kind'], 'folder'>;

/** What is known of the storage before anything is typed. */
export interface Begun {
  kind: Place['kind'];
  address: string;
  user: string;
  code: string;
}

/** A place that was tried: files can be written, listed, read and removed there. */
export interface Checked {
  place: Place;
  /** Networks that lie there already. */
  spaces: number;
  /** A code that came with a copied line. */
  code: string;
}

/** Where the storage is and how it knows the person; *Connect* asks the browser for that one server and tries it. */
export function Connect({
  begun,
  kind,
  onChecked,
  onBack,
}: {
  begun: Begun;
  kind: StorageKind;
  onChecked: (checked: Checked) => void;
  onBack: () => void;
}) {
  const [typed, setTyped] = useState(() => typedOf(begun));
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const place = placeOf(kind, typed);
  // A server at home may want no user and no password.
  const whole =
    place.url !== '' && (kind === 'webdav' || Object.values(place).every((value) => value !== ''));

  async function connect(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || !whole) return;
    const address = tidyAddress(typed.address);
    if (address === null) {
      setMessage(refusalText('badAddress'));
      return;
    }
    setMessage('');
    // The browser asks in the click itself: nothing may be awaited before.
    const asked = askForStorage(address);
    setBusy(true);
    try {
      if (!(await asked)) {
        setMessage(t('sync_notAllowed', { host: new URL(address).host }));
        return;
      }
      const answer = await call('sync.check', { place });
      if (answer.ok) onChecked({ place, spaces: answer.spaces, code: typed.code });
      else setMessage(refusalText(answer.trouble));
    } catch (error) {
      setMessage(errorText(error));
    } finally {
      setBusy(false);
    }
  }
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onInput: (value: string) => setTyped((last) => ({ ...last, [name]: value })),
  });
  return (
    <Step title={t(`sync_setUp_${kind}`)}>
      <form class="form" onSubmit={connect}>
        <Field
          label={t(`sync_address_${kind}`)}
          why={t(`sync_addressWhy_${kind}`)}
          inputMode="url"
          placeholder="https://"
          value={typed.address}
          onInput={(value) => {
            const line = parseSetUpLine(value);
            setTyped((last) =>
              line === null ? { ...last, address: value } : { ...last, ...typedOf({ kind, ...line }) },
            );
          }}
        />
        {kind === 's3' && (
          <div class="form-pair">
            <Field label={t('sync_bucket')} {...field('bucket')} />
            <Field label={t('sync_region')} {...field('region')} />
          </div>
        )}
        <Field label={t(kind === 's3' ? 'sync_keyId' : 'sync_user')} {...field('user')} />
        <Field
          label={t(kind === 's3' ? 'sync_secret' : 'sync_password')}
          why={t('sync_passwordWhy')}
          type="password"
          {...field('password')}
        />
        <Refused message={message} />
        <p class="muted" role="status" hidden={!busy}>
          {busy && t('sync_checking')}
        </p>
        <div class="row">
          <button type="submit" class="primary" disabled={!whole || busy}>
            {t('sync_connect')}
          </button>
          <button type="button" onClick={onBack} disabled={busy}>
            {t('sync_back')}
          </button>
        </div>
        <p class="hint">{t('sync_connectWhy')}</p>
      </form>
    </Step>
  );
}

interface Typed {
  address: string;
  user: string;
  password: string;
  bucket: string;
  region: string;
  code: string;
}

/** Of S3 the bucket is the last part of a copied address. */
function typedOf({
  kind,
  address,
  user,
  code,
}: Begun): Omit<Typed, 'password' | 'region'> & Partial<Typed> & { password: string; region: string } {
  const [, server = address, bucket = ''] = (kind === 's3' && /^(.+[^/])\/([^/]+)$/.exec(address)) || [];
  const isServer = /^[a-z]+:\/$/i.test(server);
  return {
    address: isServer ? address : server,
    bucket: isServer ? '' : bucket,
    user,
    code,
    password: '',
    region: 'auto',
  };
}

function placeOf(
  kind: StorageKind,
  { address, user, password, bucket, region }: Typed,
): Exclude<Place, { kind: 'folder' }> {
  if (kind === 'webdav') return { kind, url: address.trim(), user: user.trim(), password };
  return {
    kind,
    url: address.trim(),
    bucket: bucket.trim(),
    region: region.trim(),
    keyId: user.trim(),
    secret: password,
  };
}

function Field({
  label,
  why,
  value,
  onInput,
  ...input
}: {
  label: string;
  why?: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'password';
  inputMode?: 'url';
  placeholder?: string;
}) {
  const id = useId();
  return (
    <div class="stack">
      <label>
        <span>{label}</span>
        <input
          {...input}
          value={value}
          autocomplete={input.type === 'password' ? 'new-password' : 'off'}
          autocapitalize="none"
          spellcheck={false}
          maxLength={1_000}
          aria-describedby={why === undefined ? undefined : id}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      </label>
      {why !== undefined && (
        <p class="hint" id={id}>
          {why}
        </p>
      )}
    </div>
  );
}

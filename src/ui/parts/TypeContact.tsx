import { useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { emailKey, keyOfUrl, localIdentity, WEB_SITE, webUrlOf } from '../../core/merge/keys.ts';
import { same } from '../../core/merge/together.ts';
import type { Place, Profile } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/limits.ts';
import { ownValue } from '../../core/text/table.ts';
import { call } from '../../messaging/client.ts';
import type { Output } from '../../messaging/protocol.ts';
import { errorText } from '../errorText.ts';
import { takeNow } from './leaving.ts';
import { PlaceField } from './TaxonomyFields.tsx';
import { useDraft } from './useDraft.ts';

/** Saves a contact that the user types in: no page is read, no site is asked. */
export function TypeContact({
  onSaved,
  onOpen,
}: {
  onSaved: (id: string, name: string) => void;
  /** Shows a contact who is there already. */
  onOpen: (id: string) => void;
}) {
  const [draft, setDraft] = useState<Typed>(EMPTY);
  /** As typed this moment: what is drawn follows a little later. */
  const now = useRef<Typed>(EMPTY);
  const kept = useDraft<Typed>({
    kind: 'typed',
    subject: 'new',
    read: typedOf,
    onBack(back) {
      now.current = back;
      setDraft(back);
    },
  });
  function set(part: Partial<Typed>): void {
    now.current = { ...now.current, ...part };
    setDraft(now.current);
    setAlike(null);
    kept.keep(same(now.current, EMPTY) ? null : now.current);
  }
  const { place } = draft;
  const [message, setMessage] = useState('');
  const [saving, setSaving] = useState(false);
  /** Contacts who may be this person; `null`: nobody was asked about yet. */
  const [alike, setAlike] = useState<Alike | null>(null);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (saving) return;
    takeNow();
    const draft = now.current;
    const address = draft.address.trim();
    const url = address === '' ? null : webUrlOf(address);
    if (address !== '' && url === null) {
      setMessage(t('type_badAddress'));
      return;
    }
    const email = draft.email.trim();
    const known = email === '' ? null : emailKey(email);
    if (email !== '' && known === null) {
      setMessage(t('edit_badEmail', { text: email }));
      return;
    }
    setSaving(true);
    setMessage('');
    try {
      if (alike === null) {
        const asked = await call('contact.alike', {
          name: draft.name.trim(),
          ...(known !== null && { email: known }),
          ...(url !== null && { url: url.href }),
        });
        if (asked.alike.length > 0) return setAlike(asked.alike);
      }
      const profile = typedProfile(draft, draft.place, url);
      const provenance = Object.fromEntries(
        ['name', 'positions', 'location'].map((field) => [field, 'typed' as const]),
      );
      const { id } = await call('contact.save', {
        capture: { profile, provenance, reader: 'typed@1' },
        ...(known !== null && { emails: [known] }),
      });
      now.current = EMPTY;
      setDraft(EMPTY);
      setAlike(null);
      kept.drop();
      onSaved(id, profile.name.full);
    } catch (error) {
      setMessage(errorText(error));
    } finally {
      setSaving(false);
    }
  }
  const field = (name: keyof typeof EMPTY, more: { required?: boolean; placeholder?: string } = {}) => (
    <label>
      <span>{t(name === 'address' || name === 'email' ? `type_${name}` : `field_${name}`)}</span>
      <input
        value={draft[name]}
        maxLength={name === 'name' ? 200 : 500}
        autocomplete="off"
        dir="auto"
        onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form class="form" onSubmit={save}>
      {field('name', { required: true })}
      <div class="form-pair">
        {field('title')}
        {field('company')}
      </div>
      <PlaceField label={t('field_place')} value={place} onChange={(next) => set({ place: next })} />
      {field('address', { placeholder: 'linkedin.com/in/…' })}
      {field('email')}
      {alike !== null && <AskAlike alike={alike} busy={saving} onOpen={onOpen} />}
      <div class="row">
        {alike === null && (
          <button type="submit" class="primary" disabled={saving}>
            {t('button_save')}
          </button>
        )}
        <span role="status">{message}</span>
      </div>
    </form>
  );
}

type Alike = Output<'contact.alike'>['alike'];

/** Who may be the person that is typed: they are opened instead, or somebody new is saved all the same. */
function AskAlike({ alike, busy, onOpen }: { alike: Alike; busy: boolean; onOpen: (id: string) => void }) {
  const theSame = alike.some(({ same: isSame }) => isSame);
  return (
    <div class="notice warn" role="alert">
      <div class="stack">
        <span>{t(theSame ? 'type_alikeSame' : 'type_alike')}</span>
        <ul class="stack">
          {alike.map(({ id, name, title, company }) => (
            <li key={id}>
              <button type="button" class="plain start" onClick={() => onOpen(id)}>
                <bdi>{[name, title, company].filter(Boolean).join(' · ')}</bdi>
              </button>
            </li>
          ))}
        </ul>
        {!theSame && (
          <button type="submit" class="start" disabled={busy}>
            {t('type_alikeAnyway')}
          </button>
        )}
      </div>
    </div>
  );
}

const EMPTY = { name: '', title: '', company: '', address: '', email: '' };
type Typed = typeof EMPTY & { place?: Place | undefined };

/** A draft as this form keeps it; `null` for anything else. */
function typedOf(kept: unknown): Typed | null {
  const words = Object(kept) as Record<string, unknown>;
  const typed = { ...EMPTY, ...words };
  return Object.keys(EMPTY).every((name) => typeof ownValue<unknown>(typed, name) === 'string')
    ? (typed as Typed)
    : null;
}

/** The typed words as a profile; with an address of a profile, a later capture of it joins the same contact. */
function typedProfile(
  draft: { name: string; title: string; company: string },
  place: Place | undefined,
  url: URL | null,
): Profile {
  const [name, title, company] = [draft.name, draft.title, draft.company].map((text) => text.trim());
  const key = url === null ? null : keyOfUrl(url.href);
  const identity =
    url === null ? localIdentity(crypto.randomUUID()) : { key: key ?? webKey(url), url: url.href };
  return {
    ...identity,
    name: { full: name ?? '' },
    ...(place !== undefined && { location: place }),
    positions: title || company ? [{ ...(title && { title }), ...(company && { company }), end: null }] : [],
    education: [],
    skills: [],
    languages: [],
  };
}

/** Any other address is its own key, the one under which its page would be saved. */
function webKey({ hostname, pathname }: URL): Profile['key'] {
  const path = pathname.replace(/\/(?:index\.html?)?$/, '');
  return { site: WEB_SITE, id: `${hostname.replace(/^www\./, '')}${path}`.slice(0, LIMITS.id) };
}

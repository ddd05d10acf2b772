import { useState } from 'preact/hooks';
import { keyOfUrl, localIdentity, WEB_SITE, webUrlOf } from '../../core/merge/keys.ts';
import type { Place, Profile } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/limits.ts';
import { call } from '../../messaging/client.ts';
import { errorText } from '../errorText.ts';
import { t } from '../text.ts';
import { PlaceField } from './TaxonomyFields.tsx';

/** Saves a contact that the user types in: no page is read, no site is asked. */
export function TypeContact({ onSaved }: { onSaved: (id: string) => void }) {
  const [draft, setDraft] = useState({ name: '', title: '', company: '', address: '' });
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const [message, setMessage] = useState('');
  const [saving, setSaving] = useState(false);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (saving) return;
    const address = draft.address.trim();
    const url = address === '' ? null : webUrlOf(address);
    if (address !== '' && url === null) {
      setMessage(t('type_badAddress'));
      return;
    }
    setSaving(true);
    setMessage('');
    try {
      const profile = typedProfile(draft, place, url);
      const provenance = Object.fromEntries(
        ['name', 'positions', 'location'].map((field) => [field, 'typed' as const]),
      );
      const { id } = await call('contact.save', { capture: { profile, provenance, reader: 'typed@1' } });
      setDraft({ name: '', title: '', company: '', address: '' });
      setPlace(undefined);
      onSaved(id);
    } catch (error) {
      setMessage(errorText(error));
    } finally {
      setSaving(false);
    }
  }
  const field = (name: keyof typeof draft, more: { required?: boolean; placeholder?: string } = {}) => (
    <label>
      <span>{t(name === 'address' ? 'type_address' : `field_${name}`)}</span>
      <input
        value={draft[name]}
        maxLength={name === 'name' ? 200 : 500}
        autocomplete="off"
        dir="auto"
        onInput={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
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
      <PlaceField label={t('field_place')} value={place} onChange={setPlace} />
      {field('address', { placeholder: 'linkedin.com/in/…' })}
      <div class="row">
        <button type="submit" disabled={saving}>
          {t('button_save')}
        </button>
        <span role="status">{message}</span>
      </div>
    </form>
  );
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

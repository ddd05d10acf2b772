import { useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { keyOfUrl, localIdentity, WEB_SITE, webUrlOf } from '../../core/merge/keys.ts';
import { same } from '../../core/merge/together.ts';
import type { Place, Profile } from '../../core/model/index.ts';
import { LIMITS } from '../../core/model/limits.ts';
import { ownValue } from '../../core/text/table.ts';
import { call } from '../../messaging/client.ts';
import { errorText } from '../errorText.ts';
import { takeNow } from './leaving.ts';
import { PlaceField } from './TaxonomyFields.tsx';
import { useDraft } from './useDraft.ts';

/** Saves a contact that the user types in: no page is read, no site is asked. */
export function TypeContact({ onSaved }: { onSaved: (id: string) => void }) {
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
    kept.keep(same(now.current, EMPTY) ? null : now.current);
  }
  const { place } = draft;
  const [message, setMessage] = useState('');
  const [saving, setSaving] = useState(false);

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
    setSaving(true);
    setMessage('');
    try {
      const profile = typedProfile(draft, draft.place, url);
      const provenance = Object.fromEntries(
        ['name', 'positions', 'location'].map((field) => [field, 'typed' as const]),
      );
      const { id } = await call('contact.save', { capture: { profile, provenance, reader: 'typed@1' } });
      now.current = EMPTY;
      setDraft(EMPTY);
      kept.drop();
      onSaved(id);
    } catch (error) {
      setMessage(errorText(error));
    } finally {
      setSaving(false);
    }
  }
  const field = (name: keyof typeof EMPTY, more: { required?: boolean; placeholder?: string } = {}) => (
    <label>
      <span>{t(name === 'address' ? 'type_address' : `field_${name}`)}</span>
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
      <div class="row">
        <button type="submit" disabled={saving}>
          {t('button_save')}
        </button>
        <span role="status">{message}</span>
      </div>
    </form>
  );
}

const EMPTY = { name: '', title: '', company: '', address: '' };
type Typed = typeof EMPTY & { place?: Place | undefined };

/** A draft as this form keeps it; `null` for anything else. */
function typedOf(kept: unknown): Typed | null {
  const words = Object(kept) as Record<string, unknown>;
  return Object.keys(EMPTY).every((name) => typeof ownValue(words, name) === 'string')
    ? (kept as Typed)
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

import { Plus, RotateCcw, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { editsAsShown } from '../../../../core/merge/effective.ts';
import { same } from '../../../../core/merge/together.ts';
import {
  type AllEdits,
  type Contact,
  EDITABLE,
  type EditableField,
  Edits,
  LIMITS,
} from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactView } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { BirthdayField, typedBirthday } from '../../../parts/BirthdayField.tsx';
import { DraftBack } from '../../../parts/DraftBack.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { takeNow } from '../../../parts/leaving.ts';
import { PlaceField } from '../../../parts/TaxonomyFields.tsx';
import { useDraft } from '../../../parts/useDraft.ts';
import { WordsField } from '../../../parts/WordsField.tsx';
import { offerStep } from '../../shared/undo.tsx';
import {
  type EditForm,
  EMPTY_POST,
  formOf,
  isEditForm,
  type Post,
  type Refusal,
  type School,
  typedEdits,
} from './editForm.ts';

interface Props {
  view: ContactView;
  onView: (view: ContactView | null) => void;
  onClose: () => void;
}

/** Everything that is known of a contact, to be typed over by hand. Only what differs in the end is sent. */
export default function EditContact({ view: { contact }, onView, onClose }: Props) {
  const begun = useRef(formOf(contact));
  /** What the fields were when the form was opened: what is written elsewhere meanwhile stays. */
  const based = useRef(editsAsShown(contact));
  const [form, setForm] = useState(begun.current);
  /** As typed this moment: what is drawn follows a little later. */
  const typed = useRef(form);
  const [drawn, setDrawn] = useState(0);
  const [message, setMessage] = useState('');
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const show = (next: EditForm) => {
    typed.current = next;
    setForm(next);
    // Fields that keep what is typed in them begin anew.
    setDrawn((times) => times + 1);
  };
  const draft = useDraft<EditDraft>({
    kind: 'edit',
    subject: contact.id,
    read: draftOf,
    onBack(kept) {
      based.current = kept.based;
      show(kept.form);
    },
  });
  function set(part: Partial<EditForm>): void {
    typed.current = { ...typed.current, ...part };
    setForm(typed.current);
    const nothing = same(typed.current, begun.current);
    draft.keep(nothing ? null : { form: typed.current, based: based.current });
    say(nothing ? '' : t('draft_kept'));
  }
  function say(text: string, isFailure = false): void {
    setMessage(text);
    setFailed(isFailure);
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    takeNow();
    const read = typedEdits(typed.current, based.current);
    if ('refused' in read) return say(refusalText(read.refused), true);
    const born = typedBirthday(typed.current.birthday);
    if (born === undefined) return say(t('birthday_wrong'), true);
    const edits = Object.fromEntries(
      Object.entries(read.edits).filter(
        ([field, value]) => !same(value, based.current[field as EditableField]),
      ),
    ) as Edits;
    const birthday = born === (contact.own.birthday ?? null) ? undefined : born;
    if (Object.keys(edits).length === 0 && birthday === undefined) {
      draft.drop();
      return say(t('edit_same'));
    }
    if (!Edits.safeParse(edits).success) return say(t('edit_tooMuch'), true);
    await send(
      {
        edits,
        based: Object.fromEntries(
          Object.keys(edits).map((field) => [field, based.current[field as EditableField]]),
        ) as Edits,
        ...(birthday !== undefined && { birthday }),
      },
      (name) => t('edit_done', { name }),
      () => {
        draft.drop();
        onClose();
      },
    );
  }
  const giveBack = (field: EditableField) =>
    void send(
      { edits: {}, back: [field] },
      (name) => t('edit_backDone', { name }),
      () => {},
    );
  async function send(
    change: Omit<Parameters<typeof edit>[1], 'id'>,
    said: (name: string) => string,
    after: () => void,
  ): Promise<void> {
    setBusy(true);
    try {
      const done = await edit(contact.id, change);
      if (done === null) return onView(null);
      onView(done.view);
      offerStep(
        said(done.view.contact.own.edits.name?.full ?? done.view.contact.profile.name.full),
        done.undo,
      );
      after();
    } catch (error) {
      say(errorText(error), true);
    } finally {
      setBusy(false);
    }
  }
  // Another page, or a field that was given back: what was not typed over here is shown as it is now.
  useEffect(() => {
    const next = formOf(contact);
    if (same(next, begun.current)) return;
    const before = new Map<string, unknown>(Object.entries(begun.current));
    const mine = Object.entries(typed.current).filter(([part, value]) => !same(value, before.get(part)));
    const typedOver = new Set(mine.map(([part]) => FIELD_OF.get(part)));
    const shown = editsAsShown(contact);
    for (const field of EDITABLE)
      if (!typedOver.has(field)) Object.assign(based.current, { [field]: shown[field] });
    begun.current = next;
    show({ ...next, ...(Object.fromEntries(mine) as Partial<EditForm>) });
  }, [contact]);

  const mark = (field: EditableField) => <TypedOver contact={contact} field={field} onBack={giveBack} />;
  const text = (name: 'name' | 'headline', field: EditableField) => (
    <div class="edit-field">
      <label>
        <span>{t(`field_${field as 'name' | 'headline'}`)}</span>
        <input
          ref={name === 'name' ? first : null}
          value={form[name]}
          required={name === 'name'}
          maxLength={name === 'name' ? LIMITS.name : LIMITS.line}
          autocomplete="off"
          dir="auto"
          onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      </label>
      {mark(field)}
    </div>
  );
  const lines = (name: 'links' | 'emails') => (
    <div class="edit-field">
      <label>
        <span>{t(`edit_${name}Each`)}</span>
        <textarea
          rows={Math.min(6, Math.max(2, form[name].split('\n').length))}
          value={form[name]}
          spellcheck={false}
          onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      </label>
      {mark(name)}
    </div>
  );
  return (
    <section class="edit-contact" aria-labelledby="edit-contact">
      <h3 id="edit-contact">{t('edit_title', { name: form.name || contact.profile.name.full })}</h3>
      <p class="hint">{t('edit_hint')}</p>
      <form class="form" onSubmit={save} key={drawn}>
        {draft.isBack && (
          <DraftBack
            onDiscard={() => {
              draft.drop();
              based.current = editsAsShown(contact);
              say('');
              show(formOf(contact));
            }}
          />
        )}
        {text('name', 'name')}
        {text('headline', 'headline')}
        <div class="edit-field">
          <PlaceField
            label={t('field_place')}
            value={form.location ?? undefined}
            onChange={(place) => set({ location: place ?? null })}
          />
          {mark('location')}
        </div>
        <Posts posts={form.posts} onChange={(posts) => set({ posts })} now={() => typed.current.posts} />
        {mark('positions')}
        <Schools
          schools={form.schools}
          onChange={(schools) => set({ schools })}
          now={() => typed.current.schools}
        />
        {mark('education')}
        <div class="edit-field">
          <WordsField label={t('field_skills')} value={form.skills} onChange={(skills) => set({ skills })} />
          {mark('skills')}
        </div>
        {lines('links')}
        {lines('emails')}
        <BirthdayField value={form.birthday} onChange={(birthday) => set({ birthday })} />
        <div class="row edit-bar">
          <button type="submit" class="primary" disabled={busy}>
            {t('edit_save')}
          </button>
          <button type="button" onClick={onClose}>
            {t('close')}
          </button>
          <span role={failed ? 'alert' : 'status'} class={failed ? 'error' : undefined}>
            {message}
          </span>
        </div>
      </form>
    </section>
  );
}

const edit = (id: string, change: Omit<Parameters<typeof call<'contact.edit'>>[1], 'id'>) =>
  call('contact.edit', { id, ...change });

function refusalText({ kind, text }: Refusal): string {
  return t(`edit_bad${kind}`, { text });
}

/** Which field of the contact a part of the form is. */
const FIELD_OF: ReadonlyMap<string, EditableField> = new Map([
  ['name', 'name'],
  ['headline', 'headline'],
  ['location', 'location'],
  ['posts', 'positions'],
  ['schools', 'education'],
  ['skills', 'skills'],
  ['links', 'links'],
  ['emails', 'emails'],
]);

interface EditDraft {
  form: EditForm;
  based: AllEdits;
}

/** A draft as this form keeps it; `null` for anything else. */
function draftOf(kept: unknown): EditDraft | null {
  const { form, based } = Object(kept) as { [Part in keyof EditDraft]?: unknown };
  const began = Edits.safeParse(based);
  return isEditForm(form) && began.success && EDITABLE.every((field) => began.data[field] !== undefined)
    ? { form, based: began.data as AllEdits }
    : null;
}

/** Says that a field was typed by the user, and what a page or a file says of it; that can be taken instead. */
function TypedOver({
  contact,
  field,
  onBack,
}: {
  contact: Contact;
  field: EditableField;
  onBack: (field: EditableField) => void;
}) {
  if (contact.own.edits[field] === undefined) return null;
  const said = saidOf(contact, field);
  return (
    <p class="hint edit-typed">
      {t('edit_typed')}{' '}
      <span dir="auto">{said === '' ? t('edit_pageSaysNothing') : t('edit_pageSays', { text: said })}</span>
      <button type="button" class="plain back" onClick={() => onBack(field)}>
        <Icon of={RotateCcw} />
        {t('edit_back')}
      </button>
    </p>
  );
}

/** What was read of a field, in few words. */
function saidOf({ profile, emails }: Contact, field: EditableField): string {
  const words: Record<EditableField, readonly (string | undefined)[]> = {
    name: [profile.name.full],
    headline: [profile.headline],
    location: [profile.location?.text],
    positions: profile.positions.map(({ title, company }) => [title, company].filter(Boolean).join(', ')),
    education: profile.education.map(({ school }) => school),
    skills: profile.skills,
    links: profile.links ?? [],
    emails,
  };
  const known = words[field].filter((word) => word !== undefined && word !== '');
  return known.length > 3 ? `${known.slice(0, 3).join('; ')} …` : known.join('; ');
}

interface ListProps<Item> {
  onChange: (items: Item[]) => void;
  /** As typed this moment. */
  now: () => Item[];
}

function Posts({ posts, onChange, now }: ListProps<Post> & { posts: readonly Post[] }) {
  const put = (at: number, part: Partial<Post>) =>
    onChange(now().map((post, index) => (index === at ? { ...post, ...part } : post)));
  return (
    <Group
      title={t('panel_career')}
      add={t('me_addEarlier')}
      onAdd={() => onChange([{ ...EMPTY_POST }, ...now()])}
    >
      {posts.map((post, at) => (
        <fieldset key={at} class="edit-item">
          <legend class="hidden">{post.title || post.company || t('field_position')}</legend>
          <Line label={t('field_title')} value={post.title} onInput={(title) => put(at, { title })} />
          <Line label={t('field_company')} value={post.company} onInput={(company) => put(at, { company })} />
          <Line label={t('me_from')} value={post.start} date onInput={(start) => put(at, { start })} />
          <Line
            label={t('me_to')}
            value={post.still ? '' : post.end}
            date
            off={post.still}
            onInput={(end) => put(at, { end })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={post.still}
              onChange={({ currentTarget }) => put(at, { still: currentTarget.checked })}
            />
            <span>{t('edit_still')}</span>
          </label>
          <Remove
            label={t('me_removeEarlier')}
            onClick={() => onChange(now().filter((_, index) => index !== at))}
          />
        </fieldset>
      ))}
    </Group>
  );
}

function Schools({ schools, onChange, now }: ListProps<School> & { schools: readonly School[] }) {
  const put = (at: number, part: Partial<School>) =>
    onChange(now().map((school, index) => (index === at ? { ...school, ...part } : school)));
  return (
    <Group
      title={t('field_education')}
      add={t('edit_addSchool')}
      onAdd={() => onChange([...now(), { school: '', degree: '', field: '', start: '', end: '', was: null }])}
    >
      {schools.map((school, at) => (
        <fieldset key={at} class="edit-item">
          <legend class="hidden">{school.school || t('field_education')}</legend>
          <Line
            label={t('field_school')}
            value={school.school}
            wide
            onInput={(name) => put(at, { school: name })}
          />
          <Line label={t('field_degree')} value={school.degree} onInput={(degree) => put(at, { degree })} />
          <Line label={t('field_subject')} value={school.field} onInput={(field) => put(at, { field })} />
          <Line label={t('me_from')} value={school.start} date onInput={(start) => put(at, { start })} />
          <Line label={t('me_to')} value={school.end} date onInput={(end) => put(at, { end })} />
          <Remove
            label={t('edit_removeSchool')}
            onClick={() => onChange(now().filter((_, index) => index !== at))}
          />
        </fieldset>
      ))}
    </Group>
  );
}

function Group({
  title,
  add,
  onAdd,
  children,
}: {
  title: string;
  add: string;
  onAdd: () => void;
  children: ComponentChildren;
}) {
  return (
    <fieldset class="stack edit-group">
      <legend>{title}</legend>
      {children}
      <button type="button" class="plain add start" onClick={onAdd}>
        <Icon of={Plus} />
        {add}
      </button>
    </fieldset>
  );
}

function Line({
  label,
  value,
  date = false,
  off = false,
  wide = false,
  onInput,
}: {
  label: string;
  value: string;
  date?: boolean;
  off?: boolean;
  wide?: boolean;
  onInput: (value: string) => void;
}) {
  return (
    <label class={date ? 'date' : wide ? 'wide' : undefined}>
      <span>{label}</span>
      <input
        value={value}
        disabled={off}
        maxLength={date ? 30 : LIMITS.line}
        placeholder={date ? '2019-03' : undefined}
        autocomplete="off"
        dir="auto"
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="icon-only edit-remove" aria-label={label} onClick={onClick}>
      <Icon of={Trash2} />
    </button>
  );
}

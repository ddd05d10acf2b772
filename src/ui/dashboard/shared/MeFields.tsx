import { Plus, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { currentLanguage, t } from '../../../browser/text.ts';
import { same } from '../../../core/merge/together.ts';
import { Me, type Position, SENIORITIES } from '../../../core/model/index.ts';
import { functionName, industryName } from '../../../core/taxonomy/index.ts';
import { call } from '../../../messaging/client.ts';
import { errorText } from '../../errorText.ts';
import { DraftBack } from '../../parts/DraftBack.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { takeNow } from '../../parts/leaving.ts';
import { MonthField } from '../../parts/MonthField.tsx';
import { FunctionField, IndustryField, PlaceField } from '../../parts/TaxonomyFields.tsx';
import { useDraft } from '../../parts/useDraft.ts';
import { WordsField } from '../../parts/WordsField.tsx';
import { Choice } from './Choice.tsx';
import { seniorityOptions } from './choices.ts';

interface Props {
  me: Me | null;
  /** What the button says. */
  submit: string;
  onSaved: (me: Me) => void;
  /** Another way to fill the form, above it. */
  aside?: ComponentChildren;
  /** A second action beside the button. */
  beside?: ComponentChildren;
}

/** The form of who the user is: today, earlier stations, what they know. Everything is optional. */
export function MeFields({ me: given, submit, onSaved, aside, beside }: Props) {
  const [me, setMe] = useState<Me>(() => withCurrent(given ?? Me.parse({})));
  /** As typed this moment: what is drawn follows a little later. */
  const typed = useRef(me);
  /** What the form began as: what another page writes meanwhile stays. */
  const based = useRef(given);
  const [drawn, setDrawn] = useState(0);
  const show = (next: Me) => {
    typed.current = withCurrent(next);
    setMe(typed.current);
    // Fields that keep what is typed in them begin anew.
    setDrawn((times) => times + 1);
  };
  const draft = useDraft<MeDraft>({
    kind: 'me',
    subject: 'me',
    read: draftOf,
    onBack(kept) {
      based.current = kept.based;
      show(kept.me);
    },
  });
  const [message, setMessage] = useState('');
  const read = useReadFromTitle(given);
  const change = (part: Partial<Record<keyof Me, unknown>>) => {
    typed.current = without({ ...typed.current, ...part }) as Me;
    setMe(typed.current);
    const began = cleaned(withCurrent(based.current ?? Me.parse({})));
    const now = cleaned(typed.current);
    const nothing = same(now, began);
    draft.keep(nothing ? null : { me: now, based: based.current });
    setMessage(nothing ? '' : t('draft_kept'));
  };
  const setPosition = (at: number, part: Partial<Position>) =>
    change({
      positions: typed.current.positions.map((position, index) =>
        index === at ? (without({ ...position, ...part }) as Position) : position,
      ),
    });
  const [today, ...earlier] = me.positions;

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    takeNow();
    try {
      const saved = await call('me.set', { me: cleaned(typed.current), based: based.current });
      draft.drop();
      based.current = saved;
      // Another page may have written too.
      if (!same(saved, cleaned(typed.current))) show(saved);
      onSaved(saved);
      setMessage(t('saved'));
    } catch (error) {
      setMessage(errorText(error));
    }
  }
  const language = currentLanguage();
  return (
    <form class="form" onSubmit={save} key={drawn}>
      {draft.isBack && (
        <DraftBack
          onDiscard={() => {
            draft.drop();
            based.current = given;
            setMessage('');
            show(given ?? Me.parse({}));
          }}
        />
      )}
      {aside}
      <label>
        <span>{t('field_name')}</span>
        <input
          value={me.name ?? ''}
          maxLength={200}
          autocomplete="name"
          onInput={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      </label>
      <div class="form-pair">
        <label>
          <span>{t('me_title')}</span>
          <input
            value={today?.title ?? ''}
            maxLength={500}
            placeholder={t('me_titleExample')}
            autocomplete="organization-title"
            onInput={({ currentTarget }) => setPosition(0, { title: currentTarget.value })}
          />
        </label>
        <label>
          <span>{t('field_company')}</span>
          <input
            value={today?.company ?? ''}
            maxLength={500}
            autocomplete="organization"
            onInput={({ currentTarget }) => setPosition(0, { company: currentTarget.value })}
          />
        </label>
      </div>
      <PlaceField label={t('me_place')} value={me.place} onChange={(place) => change({ place })} />
      <FunctionField
        label={t('column_function')}
        value={me.isco4 ?? ''}
        hint={
          me.isco4 === undefined && read.isco4 !== null
            ? t('me_readFromTitle', { name: functionName(read.isco4, language) })
            : t('me_functionWhy')
        }
        onChange={(isco4) => change({ isco4 })}
      />
      <IndustryField
        label={t('column_industry')}
        value={me.nace2 ?? ''}
        hint={
          me.nace2 === undefined && read.nace2 !== null
            ? t('me_readFromCompany', { name: industryName(read.nace2, language) })
            : t('me_industryWhy')
        }
        onChange={(nace2) => change({ nace2 })}
      />
      <Choice
        label={t('field_seniority')}
        value={me.seniority ?? ''}
        options={seniorityOptions()}
        onChange={(value) => change({ seniority: SENIORITIES.find((level) => level === value) })}
      />
      <details class="more" open={earlier.length > 0}>
        <summary>{t('me_earlier')}</summary>
        <div class="stack earlier">
          <p class="hint">{t('me_earlierWhy')}</p>
          {earlier.map((position, index) => (
            <Station
              key={index}
              position={position}
              onChange={(part) => setPosition(index + 1, part)}
              onRemove={() =>
                change({ positions: typed.current.positions.filter((other) => other !== position) })
              }
            />
          ))}
          <button
            type="button"
            class="plain add"
            onClick={() => change({ positions: [...typed.current.positions, { end: undefined }] })}
          >
            <Icon of={Plus} />
            {t('me_addEarlier')}
          </button>
        </div>
      </details>
      <details class="more" open={me.skills.length + me.education.length > 0}>
        <summary>{t('me_more')}</summary>
        <div class="stack earlier">
          <WordsField
            label={t('field_skills')}
            value={me.skills}
            onChange={(skills) => change({ skills: skills.slice(0, 200) })}
          />
          <WordsField
            label={t('me_schools')}
            value={me.education.map(({ school }) => school)}
            onChange={(schools) =>
              change({
                education: schools.map(
                  (school) => me.education.find((known) => known.school === school) ?? { school },
                ),
              })
            }
          />
        </div>
      </details>
      <OwnPages me={me} onChange={change} />
      <div class="row form-bar">
        <button type="submit" class="primary">
          {submit}
        </button>
        {beside}
        <span role="status">{message}</span>
      </div>
    </form>
  );
}

/** The pages on which the user is read, and never saved as a contact; one that was taken by mistake goes. */
function OwnPages({ me, onChange }: { me: Me; onChange: (part: Partial<Me>) => void }) {
  const pages = [me.profileUrl, ...(me.addresses ?? [])].filter((address) => address !== undefined);
  if (pages.length === 0) return null;
  const remove = (address: string) => {
    const [profileUrl, ...addresses] = pages.filter((other) => other !== address);
    onChange({ profileUrl, addresses: addresses.length > 0 ? addresses : undefined } as Partial<Me>);
  };
  return (
    <div class="stack">
      <h3>{t('me_pages')}</h3>
      <p class="hint">{t('me_pagesWhy')}</p>
      <ul class="site-list">
        {pages.map((address) => (
          <li key={address} class="row spread">
            <bdi class="cut">{address.replace(/^https?:\/\/(www\.)?/, '')}</bdi>
            <button
              type="button"
              class="icon-only"
              aria-label={t('me_pageRemove', { address })}
              onClick={() => remove(address)}
            >
              <Icon of={Trash2} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface MeDraft {
  me: Me;
  based: Me | null;
}

/** A draft as this form keeps it; `null` for anything else. */
function draftOf(kept: unknown): MeDraft | null {
  const { me, based } = Object(kept) as { [Part in keyof MeDraft]?: unknown };
  const [now, began] = [Me.safeParse(me), Me.safeParse(based)];
  return now.success ? { me: now.data, based: began.success ? began.data : null } : null;
}

/** An earlier position: what, where, from when to when. */
function Station({
  position,
  onChange,
  onRemove,
}: {
  position: Position;
  onChange: (part: Partial<Position>) => void;
  onRemove: () => void;
}) {
  return (
    <fieldset class="station">
      <legend class="hidden">{position.title ?? t('me_earlier')}</legend>
      <label>
        <span>{t('field_title')}</span>
        <input
          value={position.title ?? ''}
          maxLength={500}
          onInput={({ currentTarget }) => onChange({ title: currentTarget.value })}
        />
      </label>
      <label>
        <span>{t('field_company')}</span>
        <input
          value={position.company ?? ''}
          maxLength={500}
          onInput={({ currentTarget }) => onChange({ company: currentTarget.value })}
        />
      </label>
      <MonthField
        label={t('me_from')}
        value={position.start ?? ''}
        onChange={(start) => onChange({ start })}
      />
      <MonthField label={t('me_to')} value={position.end ?? ''} onChange={(end) => onChange({ end })} />
      <button type="button" class="icon-only" aria-label={t('me_removeEarlier')} onClick={onRemove}>
        <Icon of={Trash2} />
      </button>
    </fieldset>
  );
}

/** What the background has read from title and company, where the user has not said it. */
function useReadFromTitle(me: Me | null): { isco4: string | null; nace2: string | null } {
  const [read, setRead] = useState<{ isco4: string | null; nace2: string | null }>({
    isco4: null,
    nace2: null,
  });
  useEffect(() => {
    // Only a hint: the form stands without it.
    if (me !== null)
      call('rows.index', {}).then(
        (index) => index.me && setRead(index.me),
        () => {},
      );
  }, [me]);
  return read;
}

/** Today's position stands first; an empty one is there to be filled in. */
function withCurrent(me: Me): Me {
  const current =
    me.positions.find(({ end }) => end === null) ?? me.positions.find(({ end }) => end === undefined);
  return {
    ...me,
    positions: [current ?? { end: null }, ...me.positions.filter((position) => position !== current)],
  };
}

/** Without what is empty: a field that says nothing is absent. */
function cleaned(me: Me): Me {
  const positions = me.positions
    .map((position, index): Position => {
      const { end, ...rest } = without(position) as Position;
      if (index === 0) return { ...rest, end: null };
      return end === undefined ? rest : { ...rest, end };
    })
    .filter(({ title, company }) => title !== undefined || company !== undefined);
  return { ...(without(me) as Me), positions };
}

/** The object without fields that are empty or `undefined`; texts are trimmed. */
function without<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined && field !== ''),
  ) as T;
}

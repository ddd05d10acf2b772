import { useState } from 'preact/hooks';
import { currentPosition, Me, SENIORITIES } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { errorText } from '../errorText.ts';
import { t } from '../text.ts';
import { Choice } from './Choice.tsx';
import { functionOptions, industryOptions, seniorityOptions } from './choices.ts';
import { countryOf } from './place.ts';
import type { RoomProps } from './rooms.ts';

/** Who the user is: what every distance is measured from. */
export default function MeForm({ network, onMe }: RoomProps) {
  const me = network.me ?? Me.parse({});
  const position = currentPosition(me);
  const [draft, setDraft] = useState({
    name: me.name ?? '',
    title: position?.title ?? '',
    company: position?.company ?? '',
    city: me.place?.city ?? '',
    country: me.place?.country ?? '',
    isco4: me.isco4 ?? '',
    nace2: me.nace2 ?? '',
    seniority: me.seniority ?? '',
  });
  const [message, setMessage] = useState('');
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value });

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const { name: _n, isco4: _i, nace2: _c, seniority: _s, place: _p, ...kept } = me;
    const seniority = SENIORITIES.find((level) => level === draft.seniority);
    const country = countryOf(draft.country);
    const next: Me = {
      ...kept,
      positions: [
        ...(draft.title || draft.company
          ? [
              {
                ...position,
                ...(draft.title && { title: draft.title }),
                ...(draft.company && { company: draft.company }),
                end: null,
              },
            ]
          : []),
        ...me.positions.filter((other) => other !== position),
      ],
      ...(draft.name && { name: draft.name }),
      ...(draft.isco4 && { isco4: draft.isco4 }),
      ...(draft.nace2 && { nace2: draft.nace2 }),
      ...(seniority && { seniority }),
      ...((draft.city || country) && {
        place: {
          text: [draft.city, draft.country].filter(Boolean).join(', '),
          ...(draft.city && { city: draft.city }),
          ...(country && { country }),
        },
      }),
    };
    try {
      onMe(await call('me.set', { me: next }));
      setMessage(t('saved'));
    } catch (error) {
      setMessage(errorText(error));
    }
  }

  return (
    <form class="form" onSubmit={save}>
      <p class="muted">{t('me_why')}</p>
      {(['name', 'title', 'company', 'city', 'country'] as const).map((name) => (
        <label key={name}>
          <span>{t(`field_${name}`)}</span>
          <input
            value={draft[name]}
            maxLength={200}
            onInput={({ currentTarget }) => set(name)(currentTarget.value)}
          />
        </label>
      ))}
      <Choice
        label={t('column_function')}
        value={draft.isco4}
        options={functionOptions()}
        onChange={set('isco4')}
      />
      <Choice
        label={t('column_industry')}
        value={draft.nace2}
        options={industryOptions()}
        onChange={set('nace2')}
      />
      <Choice
        label={t('field_seniority')}
        value={draft.seniority}
        options={seniorityOptions()}
        onChange={set('seniority')}
      />
      <p class="muted">{t('me_automatic')}</p>
      <div class="row">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <span role="status">{message}</span>
      </div>
    </form>
  );
}

import { useState } from 'preact/hooks';
import { GOAL_KINDS, type Goal, type GoalKind, SENIORITIES } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { errorText } from '../errorText.ts';
import { t } from '../text.ts';
import { Choice } from './Choice.tsx';
import { functionOptions, industryOptions, seniorityOptions } from './choices.ts';
import { countryOf } from './place.ts';
import type { RoomProps } from './rooms.ts';

/** The goals that contacts are read against: create, edit, end. */
export default function Goals({ network, onGoals }: RoomProps) {
  const [edited, setEdited] = useState<Goal | 'new' | null>(network.goals.length === 0 ? 'new' : null);
  const [failure, setFailure] = useState('');

  async function attempt(work: () => Promise<Goal[]>): Promise<void> {
    try {
      onGoals(await work());
      setEdited(null);
      setFailure('');
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  const store = (goal: Goal) =>
    attempt(async () => {
      const saved = await call('goal.set', { goal });
      return [...network.goals.filter(({ id }) => id !== saved.id), saved];
    });
  const remove = (id: string) =>
    attempt(async () => {
      await call('goal.delete', { id });
      return network.goals.filter((goal) => goal.id !== id);
    });

  return (
    <>
      <p class="muted">{t('goals_why')}</p>
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <ul class="goals">
        {network.goals.map((goal) => (
          <li key={goal.id}>
            <div>
              <h2>{goal.title}</h2>
              <p class="muted">
                {[t(`goal_${goal.kind}`), t(`horizon_${goal.horizon}`), t(`state_${goal.state}`)].join(' · ')}
              </p>
            </div>
            <div class="row">
              <button type="button" onClick={() => setEdited(goal)}>
                {t('edit')}
              </button>
              {goal.state === 'active' && (
                <button type="button" onClick={() => store({ ...goal, state: 'reached' })}>
                  {t('goal_reached')}
                </button>
              )}
              <button type="button" class="danger" onClick={() => remove(goal.id)}>
                {t('delete')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {edited === null ? (
        <button type="button" class="primary" onClick={() => setEdited('new')}>
          {t('goal_new')}
        </button>
      ) : (
        <GoalForm
          key={edited === 'new' ? 'new' : edited.id}
          goal={edited === 'new' ? null : edited}
          onSave={store}
          onCancel={() => setEdited(null)}
        />
      )}
    </>
  );
}

function GoalForm({
  goal,
  onSave,
  onCancel,
}: {
  goal: Goal | null;
  onSave: (goal: Goal) => void;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState({
    title: goal?.title ?? '',
    kind: goal?.kind ?? ('changeJob' as GoalKind),
    isco: goal?.target.isco ?? '',
    nace2: goal?.target.nace2 ?? '',
    seniority: goal?.target.seniority ?? '',
    companies: goal?.target.companies.join(', ') ?? '',
    skills: goal?.target.skills.join(', ') ?? '',
    place: goal?.target.place?.text ?? '',
    horizon: goal?.horizon ?? 'present',
  });
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value });

  function submit(event: Event): void {
    event.preventDefault();
    const now = new Date().toISOString();
    const seniority = SENIORITIES.find((level) => level === draft.seniority);
    const country = countryOf(draft.place);
    onSave({
      id: goal?.id ?? crypto.randomUUID(),
      kind: GOAL_KINDS.find((kind) => kind === draft.kind) ?? 'ownWords',
      title: draft.title.trim() || t(`goal_${draft.kind}`),
      target: {
        companies: listOf(draft.companies),
        skills: listOf(draft.skills),
        ...(draft.isco && { isco: draft.isco }),
        ...(draft.nace2 && { nace2: draft.nace2 }),
        ...(seniority && { seniority }),
        ...(draft.place && {
          place: { text: draft.place, ...(country ? { country } : { city: draft.place }) },
        }),
      },
      horizon: draft.horizon === 'future' ? 'future' : 'present',
      weight: goal?.weight ?? 2,
      state: goal?.state ?? 'active',
      createdAt: goal?.createdAt ?? now,
      updatedAt: now,
    });
  }

  return (
    <form class="form" onSubmit={submit}>
      <Choice
        label={t('goal_kind')}
        value={draft.kind}
        options={GOAL_KINDS.map((kind) => [kind, t(`goal_${kind}`)] as const)}
        onChange={set('kind')}
      />
      <TextField label={t('goal_title')} value={draft.title} onInput={set('title')} />
      <Choice
        label={t('goal_function')}
        value={draft.isco}
        options={functionOptions()}
        onChange={set('isco')}
      />
      <Choice
        label={t('goal_industry')}
        value={draft.nace2}
        options={industryOptions()}
        onChange={set('nace2')}
      />
      <Choice
        label={t('goal_seniority')}
        value={draft.seniority}
        options={seniorityOptions()}
        onChange={set('seniority')}
      />
      <TextField label={t('goal_companies')} value={draft.companies} onInput={set('companies')} />
      <TextField label={t('goal_skills')} value={draft.skills} onInput={set('skills')} />
      <TextField label={t('goal_place')} value={draft.place} onInput={set('place')} />
      <Choice
        label={t('goal_horizon')}
        value={draft.horizon}
        options={[
          ['present', t('horizon_present')],
          ['future', t('horizon_future')],
        ]}
        onChange={set('horizon')}
      />
      <div class="row">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

function TextField({
  label,
  value,
  onInput,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
}) {
  return (
    <label>
      <span>{label}</span>
      <input value={value} maxLength={200} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
    </label>
  );
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

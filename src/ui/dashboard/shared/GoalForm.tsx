import { useRef, useState } from 'preact/hooks';
import { t } from '../../../browser/text.ts';
import { same } from '../../../core/merge/together.ts';
import { GOAL_KINDS, Goal, type GoalKind, SENIORITIES } from '../../../core/model/index.ts';
import { DraftBack } from '../../parts/DraftBack.tsx';
import { takeNow } from '../../parts/leaving.ts';
import { FunctionField, IndustryField, PlaceField } from '../../parts/TaxonomyFields.tsx';
import { useDraft } from '../../parts/useDraft.ts';
import { WordsField } from '../../parts/WordsField.tsx';
import { Choice } from './Choice.tsx';
import { seniorityOptions } from './choices.ts';
import { ALL_FIELDS, FIELDS_FOR_GOAL, type TargetField } from './fields.ts';
import { titleFor } from './targetWords.ts';

interface Props {
  goal: Goal | null;
  busy: boolean;
  /** Answers whether it is saved. */
  onSave: (goal: Goal) => Promise<boolean>;
  onCancel: () => void;
  /** What leaving the form without a goal is called, where it is not simply cancelled. */
  cancelLabel?: string;
}

/** Creates or edits a goal: what it is about, where it leads, by when, how much it matters. */
export function GoalForm({ goal, busy, onSave, onCancel, cancelLabel = t('cancel') }: Props) {
  const begin: Form = {
    kind: goal?.kind ?? null,
    title: goal?.title ?? '',
    target: goal?.target ?? { companies: [], skills: [] },
    horizon: goal?.horizon ?? 'present',
    weight: (goal?.weight ?? 2) as 1 | 2 | 3,
    words: goal?.words ?? {},
    due: goal?.due ?? '',
    steps: (goal?.milestones ?? []).map(({ text }) => text).join('\n'),
  };
  const [form, setForm] = useState(begin);
  /** As typed this moment: what is drawn follows a little later. */
  const typed = useRef(begin);
  const [drawn, setDrawn] = useState(0);
  const show = (next: Form) => {
    typed.current = next;
    setForm(next);
    // Fields that keep what is typed in them begin anew.
    setDrawn((times) => times + 1);
  };
  const draft = useDraft<Form>({ kind: 'goal', subject: goal?.id ?? 'new', read: formOf, onBack: show });
  function set(part: Partial<Form>): void {
    typed.current = { ...typed.current, ...part };
    setForm(typed.current);
    draft.keep(same(typed.current, begin) ? null : typed.current);
  }
  const { kind, title, target, horizon, weight, due, steps } = form;
  const [setKind, setTitle, setHorizon, setWeight] = [
    (value: GoalKind) => set({ kind: value }),
    (value: string) => set({ title: value }),
    (value: Goal['horizon']) => set({ horizon: value }),
    (value: 1 | 2 | 3) => set({ weight: value }),
  ];

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    takeNow();
    const { kind, title, target, horizon, weight, words, due, steps } = typed.current;
    if (kind === null) return;
    const now = new Date().toISOString();
    const saved = await onSave(
      Goal.parse({
        id: goal?.id ?? crypto.randomUUID(),
        kind,
        title: title.trim() || titleFor(kind, target),
        target,
        horizon,
        weight,
        state: goal?.state ?? 'active',
        ...wordsOf(words, target),
        ...(due !== '' && { due }),
        ...milestonesOf(steps, goal),
        // Whoever looks the goal over says that it still holds.
        confirmedOn: now.slice(0, 10),
        createdAt: goal?.createdAt ?? now,
        updatedAt: now,
      }),
    );
    if (saved) draft.drop();
  }
  function cancel(): void {
    // Whoever skips a step may come back to it; whoever cancels throws away.
    if (cancelLabel === t('cancel')) draft.drop();
    onCancel();
  }

  const first = kind === null ? [] : FIELDS_FOR_GOAL[kind];
  // A field that holds something is never hidden.
  const asked = [...first, ...ALL_FIELDS.filter((field) => !first.includes(field) && holds(target, field))];
  const more = ALL_FIELDS.filter((field) => !asked.includes(field));
  const change = (part: Partial<Goal['target']>) =>
    set({ target: without({ ...typed.current.target, ...part }) });
  const say = (part: 'function' | 'industry', said: string | undefined) => {
    const { [part]: _, ...others } = typed.current.words;
    set({ words: { ...others, ...(said !== undefined && { [part]: said.slice(0, 100) }) } });
  };

  return (
    <form class="goal-form" onSubmit={submit}>
      {draft.isBack && (
        <DraftBack
          onDiscard={() => {
            draft.drop();
            show(begin);
          }}
        />
      )}
      <fieldset class="kinds">
        <legend>{t('goal_kind')}</legend>
        {GOAL_KINDS.map((name) => (
          <label key={name} class="kind">
            <input
              type="radio"
              name="kind"
              value={name}
              checked={kind === name}
              required
              onChange={() => setKind(name)}
            />
            <span class="kind-name">{t(`goal_${name}`)}</span>
            <span class="kind-why">{t(`goalWhy_${name}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind !== null && (
        <div class="form" key={drawn}>
          <p class="muted">{t(`goalAsk_${kind}`)}</p>
          {asked.map((field) => (
            <Field
              key={field}
              field={field}
              kind={kind}
              target={target}
              onChange={change}
              words={form.words}
              onWords={say}
            />
          ))}
          {more.length > 0 && (
            <details class="more" key={kind}>
              <summary>{t('goal_more')}</summary>
              <div class="form goal-more">
                {more.map((field) => (
                  <Field
                    key={field}
                    field={field}
                    kind={kind}
                    target={target}
                    onChange={change}
                    words={form.words}
                    onWords={say}
                  />
                ))}
              </div>
            </details>
          )}
          <label>
            <span>{t('goal_title')}</span>
            <input
              value={title}
              maxLength={200}
              placeholder={titleFor(kind, target)}
              onInput={({ currentTarget }) => setTitle(currentTarget.value)}
            />
          </label>
          <Choose
            label={t('goal_horizon')}
            value={horizon}
            options={['present', 'future'] as const}
            words={(value) => t(`horizon_${value}`)}
            onChoose={setHorizon}
          />
          <Choose
            label={t('goal_weight')}
            value={weight}
            options={[1, 2, 3] as const}
            words={(value) => t(`weight_${value}`)}
            onChoose={setWeight}
          />
          <label>
            <span>{t('goal_due')}</span>
            <input
              type="date"
              value={due}
              onInput={({ currentTarget }) => set({ due: currentTarget.value })}
            />
          </label>
          <label>
            <span>{t('goal_milestones')}</span>
            <textarea
              rows={3}
              maxLength={4_000}
              value={steps}
              dir="auto"
              onInput={({ currentTarget }) => set({ steps: currentTarget.value })}
            />
          </label>
          <div class="row form-bar">
            <button type="submit" class="primary" disabled={busy}>
              {t(goal === null ? 'goal_create' : 'save')}
            </button>
            <button type="button" onClick={cancel}>
              {cancelLabel}
            </button>
          </div>
        </div>
      )}
      {kind === null && (
        <div class="row">
          <button type="button" onClick={cancel}>
            {cancelLabel}
          </button>
        </div>
      )}
    </form>
  );
}

/** The user's own words beside the codes that they were read as; of a part that the target no longer names, none. */
function wordsOf(words: NonNullable<Goal['words']>, target: Goal['target']): Pick<Goal, 'words'> {
  const kept = {
    ...(target.isco !== undefined && words.function !== undefined && { function: words.function }),
    ...(target.nace2 !== undefined && words.industry !== undefined && { industry: words.industry }),
  };
  return Object.keys(kept).length === 0 ? {} : { words: kept };
}

/** One milestone a line; those that were done stay so. */
function milestonesOf(text: string, goal: Goal | null): Pick<Goal, 'milestones'> {
  const lines = text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, 20);
  if (lines.length === 0) return {};
  return {
    milestones: lines.map((line) => goal?.milestones?.find((known) => known.text === line) ?? { text: line }),
  };
}

/** What the form asks. */
interface Form {
  kind: GoalKind | null;
  title: string;
  target: Goal['target'];
  horizon: Goal['horizon'];
  weight: 1 | 2 | 3;
  words: NonNullable<Goal['words']>;
  /** ISO day, or empty. */
  due: string;
  /** Milestones, one a line. */
  steps: string;
}

/** A draft as this form keeps it; `null` for anything else. */
function formOf(kept: unknown): Form | null {
  const { kind, title, due, steps, ...others } = Object(kept) as Partial<Form>;
  const now = new Date(0).toISOString();
  // A goal that is not whole yet has neither kind nor title.
  const whole = Goal.safeParse({
    ...others,
    kind: kind ?? GOAL_KINDS[0],
    title: title || '-',
    ...(due && { due }),
    ...{ id: 'draft', createdAt: now, updatedAt: now },
  });
  const texts = [title, due, steps].every((text) => typeof text === 'string');
  return whole.success && texts ? { ...(kept as Form), words: whole.data.words ?? {} } : null;
}

function Choose<Value extends string | number>({
  label,
  value,
  options,
  words,
  onChoose,
}: {
  label: string;
  value: Value;
  options: readonly Value[];
  words: (value: Value) => string;
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="segments">
        {options.map((option) => (
          <button key={option} type="button" aria-pressed={option === value} onClick={() => onChoose(option)}>
            {words(option)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Field({
  field,
  kind,
  target,
  onChange,
  words,
  onWords,
}: {
  field: TargetField;
  kind: GoalKind;
  target: Goal['target'];
  onChange: (part: Partial<Goal['target']>) => void;
  /** What was typed before the codes were chosen. */
  words: NonNullable<Goal['words']>;
  onWords: (part: 'function' | 'industry', typed: string | undefined) => void;
}) {
  switch (field) {
    case 'isco':
      return (
        <FunctionField
          label={t(kind === 'foundOrInvest' ? 'goal_functionNeeded' : 'goal_function')}
          value={target.isco ?? ''}
          wrote={words.function}
          onChange={(isco, typed) => {
            onChange({ isco: isco || undefined });
            onWords('function', typed);
          }}
        />
      );
    case 'nace2':
      return (
        <IndustryField
          label={t('goal_industry')}
          value={target.nace2 ?? ''}
          wrote={words.industry}
          onChange={(nace2, typed) => {
            onChange({ nace2: nace2 || undefined });
            onWords('industry', typed);
          }}
        />
      );
    case 'place':
      return (
        <PlaceField
          label={t(kind === 'projectAbroad' ? 'goal_country' : 'goal_place')}
          value={target.place}
          onChange={(place) => onChange({ place })}
        />
      );
    case 'seniority':
      return (
        <Choice
          label={t('goal_seniority')}
          value={target.seniority ?? ''}
          options={seniorityOptions()}
          onChange={(value) => onChange({ seniority: SENIORITIES.find((level) => level === value) })}
        />
      );
    case 'companies':
    case 'skills':
      return (
        <WordsField
          label={t(`goal_${field}`)}
          value={target[field]}
          onChange={(words) => onChange({ [field]: words })}
        />
      );
  }
}

function holds(target: Goal['target'], field: TargetField): boolean {
  const value = target[field];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** The target without the parts that say nothing. */
function without(
  target: { [Field in keyof Goal['target']]?: Goal['target'][Field] | undefined },
): Goal['target'] {
  return Object.fromEntries(
    Object.entries(target).filter(([, value]) => value !== undefined),
  ) as Goal['target'];
}

import '../../shared/goals.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay, t } from '../../../../browser/text.ts';
import type { Goal } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import { useAnalysis, useRowsOf } from '../../../data.ts';
import { errorText } from '../../../errorText.ts';
import { goTo, linkTo, type RoomProps } from '../../links.ts';
import { asksAgain } from '../../shared/asksAgain.ts';
import { Failure } from '../../shared/Failure.tsx';
import { focusNear } from '../../shared/focus.ts';
import { GoalForm } from '../../shared/GoalForm.tsx';
import type { Known } from '../../shared/Say.tsx';
import { targetWords } from '../../shared/targetWords.ts';
import { offerUndo } from '../../shared/undo.tsx';
import { Board } from './Board.tsx';
import { Coverage } from './Coverage.tsx';

/** The goals: what each has and lacks; create (`#/goals/new`), edit (`#/goals/ID/edit`), board, end, delete. */
export default function Goals({ network, place, onGoals }: RoomProps) {
  const { goals } = network;
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const [id, action] = place.path;
  const edited = id === 'new' ? null : action === 'edit' ? goals.find((goal) => goal.id === id) : undefined;
  const board = goals.find((goal) => goal.id === id);
  const active = goals.filter(({ state }) => state === 'active').sort(byHorizonAndWeight);
  const past = goals.filter(({ state }) => state !== 'active');

  /** Answers whether it was done. */
  async function attempt(work: () => Promise<Goal[]>, then?: () => void): Promise<boolean> {
    setBusy(true);
    let done = false;
    try {
      onGoals(await work());
      done = true;
      setFailure('');
      then?.();
      focusNear('.goal h2', 0);
    } catch (error) {
      setFailure(errorText(error));
    }
    setBusy(false);
    return done;
  }
  const put = async (goal: Goal, based?: Goal): Promise<Goal[]> => {
    const saved = await call('goal.set', { goal, ...(based !== undefined && { based }) });
    return goals.some((known) => known.id === saved.id)
      ? goals.map((known) => (known.id === saved.id ? saved : known))
      : [...goals, saved];
  };
  const end = (goal: Goal, state: Goal['state']) =>
    attempt(
      () => put({ ...goal, state }, goal),
      () =>
        offerUndo(t(`goalIsNow_${state}`, { title: goal.title }), async () => {
          const saved = await call('goal.set', { goal, based: { ...goal, state } });
          onGoals(goals.map((known) => (known.id === saved.id ? saved : known)));
        }),
    );
  const remove = (goal: Goal) =>
    attempt(
      async () => {
        await call('goal.delete', { id: goal.id });
        return goals.filter((known) => known.id !== goal.id);
      },
      () =>
        offerUndo(t('goal_isDeleted', { title: goal.title }), async () => {
          await call('goal.set', { goal });
          onGoals(goals);
        }),
    );

  return (
    <>
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      {action === 'board' ? (
        board === undefined ? (
          <p role="status">{t('board_gone')}</p>
        ) : (
          <Board key={board.id} goal={board} />
        )
      ) : edited !== undefined ? (
        <section class="stack wide">
          <ArrivalHeading key={id} text={t(edited === null ? 'goal_new' : 'goal_edit')} />
          <GoalForm
            key={edited?.id ?? 'new'}
            goal={edited}
            busy={busy}
            onSave={(goal) =>
              attempt(
                () => put(goal, edited ?? undefined),
                () => goTo(linkTo('goals', [goal.id]), { replace: true }),
              )
            }
            onCancel={() => goTo(linkTo('goals', edited === null ? [] : [edited.id]), { replace: true })}
          />
        </section>
      ) : (
        <>
          <div class="row spread top">
            <p class="muted measure">{t('goals_why')}</p>
            <a class={active.length === 0 ? 'button primary' : 'button'} href={linkTo('goals', ['new'])}>
              {t('goal_new')}
            </a>
          </div>
          {active.length === 0 && (
            <div class="empty">
              <h2>{t('goals_none')}</h2>
              <p>{t('goals_noneWhat')}</p>
            </div>
          )}
          <ActiveGoals
            goals={active}
            all={goals}
            shown={id ?? null}
            busy={busy}
            onChange={(goal) => attempt(() => put(goal))}
            onEnd={end}
            onDelete={remove}
          />
          {past.length > 0 && (
            <PastGoals goals={past} busy={busy} onReopen={(goal) => end(goal, 'active')} onDelete={remove} />
          )}
        </>
      )}
    </>
  );
}

/** The heading of a form that has an address of its own: whoever follows a link to it arrives here. */
function ArrivalHeading({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 tabIndex={-1} ref={heading} class="arrival">
      {text}
    </h2>
  );
}

function byHorizonAndWeight(a: Goal, b: Goal): number {
  if (a.horizon !== b.horizon) return a.horizon === 'present' ? -1 : 1;
  return b.weight - a.weight || (a.createdAt < b.createdAt ? -1 : 1);
}

interface ActiveProps {
  goals: readonly Goal[];
  all: readonly Goal[];
  /** The goal that the address names. */
  shown: string | null;
  busy: boolean;
  onChange: (goal: Goal) => void;
  onEnd: (goal: Goal, state: Goal['state']) => void;
  onDelete: (goal: Goal) => void;
}

function ActiveGoals({ goals, all, shown, busy, onChange, onEnd, onDelete }: ActiveProps) {
  const { state, failure } = useAnalysis();
  const analysis = state?.analysis ?? null;
  const rows = useRowsOf(
    analysis === null
      ? null
      : [
          ...analysis.coverage.flatMap(({ contactIds, roles }) => [
            ...contactIds.slice(0, 6),
            ...roles.flatMap((role) => role.contactIds.slice(0, 2)),
          ]),
          ...analysis.blindSpots.flatMap(({ contactIds }) => contactIds.slice(0, 2)),
        ],
  );
  const known: Known = { goals: all, byId: rows.byId };
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown === null || !rows.ready) return;
    const section = place.current?.querySelector<HTMLElement>(`[data-goal="${CSS.escape(shown)}"]`);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector('h2')?.focus({ preventScroll: true });
  }, [shown, rows.ready]);

  // The goals come whole: nothing is pushed down by what arrives a moment later.
  if (state === null ? failure === null : analysis !== null && !rows.ready && rows.failure === null)
    return (
      <p class="muted loading" role="status">
        {t('loading')}
      </p>
    );
  return (
    <div ref={place} class="goals">
      <Failure of={[failure, rows.failure]} />
      {goals.map((goal) => {
        const coverage = analysis?.coverage.find(({ goalId }) => goalId === goal.id);
        return (
          <section key={goal.id} class="goal" data-goal={goal.id} aria-labelledby={`goal-${goal.id}`}>
            <header>
              <h2 id={`goal-${goal.id}`} tabIndex={-1} dir="auto">
                {goal.title}
              </h2>
              <p class="muted">
                {[
                  t(`goal_${goal.kind}`),
                  t(`horizon_${goal.horizon}`),
                  t(`weightIs_${goal.weight as 1 | 2 | 3}`),
                  goal.due !== undefined && t('goal_dueOn', { day: formatDay(goal.due) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {targetWords(goal.target).length > 0 && (
                <p>
                  <span class="muted">{t('goal_target')}</span> {targetWords(goal.target).join(' · ')}
                </p>
              )}
              {goal.target.companies.map((company) => (
                <p key={company}>
                  <a href={linkTo('company', [company])}>{t('company_ask', { company })}</a>
                </p>
              ))}
              <Milestones goal={goal} busy={busy} onChange={onChange} />
              {asksAgain(goal) && (
                <p class="row">
                  <span>{t('goal_still')}</span>
                  <button
                    type="button"
                    disabled={busy}
                    onClick={() => onChange({ ...goal, confirmedOn: new Date().toISOString().slice(0, 10) })}
                  >
                    {t('goal_stillYes')}
                  </button>
                </p>
              )}
              <p class="row goal-actions">
                <a class="button" href={linkTo('goals', [goal.id, 'board'])}>
                  {t('board_open')}
                </a>
                <a class="button" href={linkTo('goals', [goal.id, 'edit'])}>
                  {t('edit')}
                </a>
                <button type="button" disabled={busy} onClick={() => onEnd(goal, 'reached')}>
                  {t('goal_reached')}
                </button>
                <button type="button" class="plain" disabled={busy} onClick={() => onEnd(goal, 'dropped')}>
                  {t('goal_drop')}
                </button>
                <button type="button" class="plain danger" disabled={busy} onClick={() => onDelete(goal)}>
                  {t('delete')}
                </button>
              </p>
            </header>
            {coverage === undefined ? (
              <p class="muted goal-waits" role="status">
                {t('goal_notRead')}
              </p>
            ) : (
              <Coverage
                coverage={coverage}
                spots={analysis?.blindSpots.filter(({ goalId }) => goalId === goal.id) ?? []}
                moves={
                  analysis?.nextMoves.filter((move) => move.goalId === goal.id && move.kind === 'search') ??
                  []
                }
                known={known}
              />
            )}
          </section>
        );
      })}
    </div>
  );
}

/** The milestones of a goal, each to be ticked. */
function Milestones({ goal, busy, onChange }: { goal: Goal; busy: boolean; onChange: (goal: Goal) => void }) {
  const { milestones = [] } = goal;
  if (milestones.length === 0) return null;
  return (
    <fieldset class="goal-milestones" disabled={busy}>
      <legend class="muted">{t('goal_milestonesTitle')}</legend>
      {milestones.map(({ text, done = false }, at) => (
        <label key={text} class="row">
          <input
            type="checkbox"
            checked={done}
            onChange={() =>
              onChange({
                ...goal,
                milestones: milestones.map((one, other) => (other === at ? { ...one, done: !done } : one)),
              })
            }
          />
          <span dir="auto">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Goals that ended, kept as history. */
function PastGoals({
  goals,
  busy,
  onReopen,
  onDelete,
}: {
  goals: readonly Goal[];
  busy: boolean;
  onReopen: (goal: Goal) => void;
  onDelete: (goal: Goal) => void;
}) {
  const latest = [...goals].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return (
    <section class="past">
      <h2>{t('goals_past')}</h2>
      <ul class="lines">
        {latest.map((goal) => (
          <li key={goal.id} class="row spread">
            <span>
              <span dir="auto">{goal.title}</span>{' '}
              {goal.state !== 'active' && (
                <span class="muted">{t(`goalEnded_${goal.state}`, { day: formatDay(goal.updatedAt) })}</span>
              )}
            </span>
            <span class="row">
              <button type="button" disabled={busy} onClick={() => onReopen(goal)}>
                {t('goal_reopen')}
              </button>
              <button type="button" class="plain danger" disabled={busy} onClick={() => onDelete(goal)}>
                {t('delete')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

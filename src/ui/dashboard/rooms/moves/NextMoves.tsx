import './moves.css';
import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { MessageKey } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import { useAnalysis, useRowsOf } from '../../../data.ts';
import { linkTo, type RoomProps } from '../../links.ts';
import { dayOf, dayWords } from '../../shared/days.ts';
import { Failure } from '../../shared/Failure.tsx';
import { focusNear } from '../../shared/focus.ts';
import { contactOf, openMoves, putAwayMoves, unplannedMoves } from '../../shared/move.ts';
import { GoalName, type Known, Name, Say } from '../../shared/Say.tsx';
import { offerUndo } from '../../shared/undo.tsx';
import { Move } from './Move.tsx';
import { Dormant, PlanPart } from './Plan.tsx';

/** Moves shown before *show more*. */
const SHOWN = 12;

/** What to do next, each with its reason; what was put off or refused stays away, and can be brought back. */
export default function NextMoves({ network, onSettings }: RoomProps) {
  const { state, failure } = useAnalysis();
  const [problem, setProblem] = useState<unknown>(null);
  const [more, setMore] = useState(false);
  const today = dayOf(new Date());
  const analysis = state?.analysis ?? null;
  const moves = analysis?.nextMoves ?? [];
  const rows = useRowsOf(
    analysis === null
      ? null
      : [
          ...moves.flatMap(({ contactId, facts }) => [
            ...(contactId === undefined ? [] : [contactId]),
            ...facts.flatMap(({ values }) =>
              [values?.contact, values?.other].flatMap((id) => (id === undefined ? [] : [String(id)])),
            ),
          ]),
          ...analysis.plan.conversations.flatMap(({ contactId, through }) =>
            [contactId, through ?? []].flat(),
          ),
          ...analysis.dormant.map(({ contactId }) => contactId),
          ...putAwayMoves(network.settings.moves, today).flatMap(({ id }) => contactOf(id) ?? []),
        ],
  );
  const known: Known = { goals: network.goals, byId: rows.byId };
  const { settings } = network;

  async function write(id: string, until: string | null): Promise<void> {
    onSettings(await call('move.set', { id, until }));
  }
  /** Puts a move away until a day, or brings it back (`null`); with a way back. */
  async function putAway(
    id: string,
    until: string | null,
    said: string,
    alsoUndo?: () => Promise<unknown>,
  ): Promise<void> {
    const before = new Map(Object.entries(settings.moves)).get(id) ?? null;
    try {
      await write(id, until);
      setProblem(null);
      focusNear(
        '.move-actions > :first-child',
        Math.max(
          0,
          open.findIndex((move) => move.id === id),
        ),
      );
      if (said)
        offerUndo(said, async () => {
          await write(id, before);
          await alsoUndo?.();
        });
    } catch (error) {
      setProblem(error);
    }
  }

  const open = unplannedMoves(
    openMoves(moves, settings, today),
    settings,
    today,
    (id) => rows.byId.get(id)?.nextStep != null,
  );
  const pauses = open.filter(({ kind }) => kind === 'pause');
  const active = open.filter(({ kind }) => kind !== 'pause');
  const away = putAwayMoves(settings.moves, today);
  const shown = more ? active : active.slice(0, SHOWN);

  if (failure !== null) return <Failure of={[failure]} />;
  if (state === null || (analysis !== null && !rows.ready && !rows.failure))
    return (
      <p class="muted moves-wait loading" role="status">
        {t('loading')}
      </p>
    );
  return (
    <>
      <p class="muted measure">{t('moves_why')}</p>
      <Failure of={[problem, rows.failure]} />
      {open.length === 0 && (
        <Nothing
          hasGoal={network.goals.some((goal) => goal.state === 'active')}
          count={network.contactCount}
          away={away.length}
        />
      )}
      {analysis !== null && (
        <PlanPart
          plan={analysis.plan}
          hours={settings.hoursPerMonth}
          known={known}
          onHours={(hoursPerMonth) =>
            void call('settings.set', { settings: { hoursPerMonth } }).then(onSettings, setProblem)
          }
        />
      )}
      {shown.length > 0 && (
        <ol class="moves">
          {shown.map((move, at) => (
            <Move
              first={at === 0}
              key={move.id}
              move={move}
              row={move.contactId === undefined ? undefined : rows.byId.get(move.contactId)}
              known={known}
              today={today}
              onPutAway={(until, said, undo) => putAway(move.id, until, said, undo)}
            />
          ))}
        </ol>
      )}
      {active.length > shown.length && (
        <button type="button" onClick={() => setMore(true)}>
          {t('moves_more', { count: active.length - shown.length })}
        </button>
      )}
      {analysis !== null && <Dormant of={analysis.dormant} known={known} />}
      {pauses.length > 0 && (
        <section class="stack moves-part">
          <h2>{t('moves_pause')}</h2>
          <p class="muted measure">{t('moves_pauseWhy')}</p>
          <ol class="moves">
            {pauses.map((move) => (
              <Move
                key={move.id}
                move={move}
                row={undefined}
                known={known}
                today={today}
                onPutAway={(until, said, undo) => putAway(move.id, until, said, undo)}
              />
            ))}
          </ol>
        </section>
      )}
      {away.length > 0 && (
        <details class="more moves-part">
          <summary>{t('moves_away', { count: away.length })}</summary>
          <ul class="lines">
            {away.map(({ id, until }) => (
              <li key={id} class="row spread">
                <span>
                  {awayWords(id, known)}{' '}
                  <span class="muted">
                    {until === null
                      ? t('moves_refused')
                      : t('moves_awayUntil', { day: dayWords(until, today) })}
                  </span>
                </span>
                <button type="button" onClick={() => putAway(id, null, '')}>
                  {t('moves_bringBack')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** A suggestion that is no longer made, told by its id: of whom or for what it was. */
function awayWords(id: string, known: Known) {
  const [kind = '', goalId] = id.split(':');
  const contact = contactOf(id);
  if (contact !== null && (kind === 'reactivate' || kind === 'introduction'))
    return <Say of={`moveWas_${kind}`} contact={<Name id={contact} known={known} />} />;
  const goal = known.goals.find((candidate) => candidate.id === goalId);
  return goal === undefined ? (
    t(kind === 'pause' ? 'moveWas_pause' : 'moveWas_complete')
  ) : (
    <Say of="moveWas_search" goal={<GoalName id={goal.id} known={known} />} />
  );
}

/** No suggestion: what would bring one. */
function Nothing({ hasGoal, count, away }: { hasGoal: boolean; count: number; away: number }) {
  const [title, what, action, href]: [MessageKey, MessageKey, MessageKey, string] = !hasGoal
    ? ['moves_noGoal', 'moves_noGoalWhat', 'help_goalAction', linkTo('goals', ['new'])]
    : count === 0
      ? ['moves_nobody', 'moves_nobodyWhat', 'help_fewAction', linkTo('files')]
      : ['moves_none', away > 0 ? 'moves_noneAway' : 'moves_noneWhat', 'moves_noneAction', linkTo('goals')];
  return (
    <div class="empty">
      <h2>{t(title)}</h2>
      <p>{t(what)}</p>
      <a class="button primary" href={href}>
        {t(action)}
      </a>
    </div>
  );
}

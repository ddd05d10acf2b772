import './moves/moves.css';
import { useState } from 'preact/hooks';
import type { NextMove, Settings } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { useAnalysis, useRowsOf } from '../data.ts';
import { errorText } from '../errorText.ts';
import { t } from '../text.ts';
import { dayOf, dayWords } from './days.ts';
import { moveState, openMoves } from './move.ts';
import { Move } from './moves/Move.tsx';
import { linkTo, type RoomProps } from './rooms.ts';
import { FactSentence, type Known } from './Say.tsx';
import { offerUndo } from './undo.tsx';

/** Moves shown before *show more*. */
const SHOWN = 12;

/** What to do next, each with its reason; what was put off or refused stays away, and can be brought back. */
export default function NextMoves({ network, onSettings }: RoomProps) {
  const { state, failure } = useAnalysis();
  const [problem, setProblem] = useState('');
  const [more, setMore] = useState(false);
  const today = dayOf(new Date());
  const analysis = state?.analysis ?? null;
  const moves = analysis?.nextMoves ?? [];
  const rows = useRowsOf(
    analysis === null
      ? null
      : moves.flatMap(({ contactId, facts }) => [
          ...(contactId === undefined ? [] : [contactId]),
          ...facts.flatMap(({ values }) => (values?.contact === undefined ? [] : [String(values.contact)])),
        ]),
  );
  const known: Known = { goals: network.goals, byId: rows.byId };
  const { settings } = network;

  async function write(moves: Settings['moves']): Promise<void> {
    onSettings(await call('settings.set', { settings: { moves } }));
  }
  /** Puts a move away until a day, or brings it back (`null`); with a way back. */
  async function putAway(
    move: NextMove,
    until: string | null,
    said: string,
    alsoUndo?: () => Promise<unknown>,
  ): Promise<void> {
    const before = settings.moves;
    const { [move.id]: _, ...others } = before;
    try {
      await write(until === null ? others : { ...others, [move.id]: until });
      setProblem('');
      if (said)
        offerUndo(said, async () => {
          await write(before);
          await alsoUndo?.();
        });
    } catch (error) {
      setProblem(errorText(error));
    }
  }

  const open = openMoves(moves, settings, today);
  const pauses = open.filter(({ kind }) => kind === 'pause');
  const active = open.filter(({ kind }) => kind !== 'pause');
  const away = moves.filter((move) => !open.includes(move));
  const shown = more ? active : active.slice(0, SHOWN);

  if (failure !== null)
    return (
      <p class="error" role="alert">
        {errorText(failure)}
      </p>
    );
  if (state === null || (analysis !== null && !rows.ready && !rows.failure))
    return (
      <p class="muted moves-wait loading" role="status">
        {t('loading')}
      </p>
    );
  return (
    <>
      <p class="muted measure">{t('moves_why')}</p>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {open.length === 0 && (
        <Nothing
          hasGoal={network.goals.some((goal) => goal.state === 'active')}
          count={network.contactCount}
          away={away.length}
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
              onPutAway={(until, said, undo) => putAway(move, until, said, undo)}
            />
          ))}
        </ol>
      )}
      {active.length > shown.length && (
        <button type="button" onClick={() => setMore(true)}>
          {t('moves_more', { count: active.length - shown.length })}
        </button>
      )}
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
                onPutAway={(until, said, undo) => putAway(move, until, said, undo)}
              />
            ))}
          </ol>
        </section>
      )}
      {away.length > 0 && (
        <details class="more moves-part">
          <summary>{t('moves_away', { count: away.length })}</summary>
          <ul class="lines">
            {away.map((move) => {
              const put = moveState(move.id, settings.moves, today);
              return (
                <li key={move.id} class="row spread">
                  <span>
                    {move.facts.slice(0, 1).map((fact) => (
                      <FactSentence key={fact.key} fact={fact} known={known} />
                    ))}{' '}
                    <span class="muted">
                      {put.kind === 'away'
                        ? t('moves_awayUntil', { day: dayWords(put.until, today) })
                        : t('moves_refused')}
                    </span>
                  </span>
                  <button type="button" onClick={() => putAway(move, null, '')}>
                    {t('moves_bringBack')}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}

/** No suggestion: what would bring one. */
function Nothing({ hasGoal, count, away }: { hasGoal: boolean; count: number; away: number }) {
  const [title, what, action, href] = !hasGoal
    ? ['moves_noGoal', 'moves_noGoalWhat', 'help_goalAction', linkTo('goals', ['new'])]
    : count === 0
      ? ['moves_nobody', 'moves_nobodyWhat', 'help_fewAction', linkTo('files')]
      : ['moves_none', away > 0 ? 'moves_noneAway' : 'moves_noneWhat', 'moves_noneAction', linkTo('goals')];
  return (
    <div class="empty">
      <h2>{t(title as string)}</h2>
      <p>{t(what as string)}</p>
      <a class="button primary" href={href}>
        {t(action as string)}
      </a>
    </div>
  );
}

import './today.css';
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { currentLanguage, factText, t } from '../../../../browser/text.ts';
import {
  type Analysis,
  type BlindSpot,
  type Fact,
  type GoalCoverage,
  LAYERS,
  type Layer,
  type MessageKey,
  type NextMove,
  type Snapshot,
  type StressTest,
} from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { AnalysisState, Network } from '../../../../messaging/protocol.ts';
import { useAnalysis, useRowsOf } from '../../../data.ts';
import { linkTo, type RoomProps } from '../../links.ts';
import { asksAgain } from '../../shared/asksAgain.ts';
import { BlindSentence, nearestOf } from '../../shared/BlindSentence.tsx';
import { queryOf } from '../../shared/change.ts';
import { Due, useDue } from '../../shared/Due.tsx';
import { dayOf, FEW_PEOPLE, longDay, percent } from '../../shared/days.ts';
import { Failure } from '../../shared/Failure.tsx';
import { openMoves, sentencesOf, unplannedMoves } from '../../shared/move.ts';
import { groupNeeds } from '../../shared/needs.ts';
import { toldProgress } from '../../shared/progress.ts';
import { FactSentence, GoalName, type Known, Listed, Name, Names, Say } from '../../shared/Say.tsx';
import { BackupAsk } from './BackupAsk.tsx';
import { DevicesAsk } from './DevicesAsk.tsx';

/** Needs told of one goal, its missing roles counting as one; the goal itself tells the others. */
const NEEDS_PER_GOAL = 2;
/** Goals told in the letter; the others are named in one sentence. */
const GOALS_TOLD = 4;
/** Next moves told; the room of that name has the others. */
const MOVES_TOLD = 3;

/** What matters now, as a letter: what a change would leave, what the goals lack, what is due, what to do next. */
export default function Today({ network }: RoomProps) {
  const { state, failure } = useAnalysis();
  const today = dayOf(new Date());
  const analysis = state?.analysis ?? null;
  // What the user alone can add stands under what helps most.
  const open =
    analysis === null
      ? []
      : openMoves(analysis.nextMoves, network.settings, today).filter(({ kind }) => kind !== 'complete');
  const ids = analysis === null ? null : mentioned(analysis, open);
  const rows = useRowsOf(ids);
  const known: Known = { goals: network.goals, byId: rows.byId };
  const moves = onePerPerson(
    unplannedMoves(open, network.settings, today, (id) => rows.byId.get(id)?.nextStep != null),
  );
  const first = helpsMost(network, state);
  // The letter comes whole: nothing is pushed down by what arrives a moment later.
  const due = useDue(today);
  const waiting =
    (state === null ? failure === null : analysis !== null && !rows.ready && !rows.failure) ||
    (network.contactCount > 0 && due.answer === null && due.failure === null);

  return (
    <>
      <p class="muted today-date">{longDay(new Date())}</p>
      <Failure of={[failure, rows.failure]} />
      {waiting ? (
        <p class="letter muted loading" role="status">
          {t('loading')}
        </p>
      ) : (
        <>
          <div class="letter">
            {first?.urgent && <Help of={first} />}
            {analysis === null || network.contactCount === 0 ? (
              <Without network={network} state={state?.state ?? 'none'} />
            ) : (
              <Letter analysis={analysis} known={known} network={network} first={moves[0]} />
            )}
          </div>
          {network.contactCount > 0 && <Due today={today} due={due} />}
          {analysis !== null && <Progress analysis={analysis} known={known} />}
          {moves.length > 0 && (
            <section class="today-part">
              <h2>{t('today_moves')}</h2>
              {analysis !== null && <PlanSentence analysis={analysis} known={known} />}
              <ol class="lines measure">
                {moves.slice(0, MOVES_TOLD).map((move) => (
                  <li key={move.id}>
                    {sentencesOf(move)
                      .slice(0, 1)
                      .map((fact) => (
                        <p key={fact.key}>
                          <FactSentence fact={fact} known={known} />
                        </p>
                      ))}
                    {reasonsOf(move).map((fact) => (
                      <p key={fact.key} class="muted">
                        <FactSentence fact={fact} known={known} whole />
                      </p>
                    ))}
                  </li>
                ))}
              </ol>
              <p>
                <a href={linkTo('moves')}>{t('today_movesAll')}</a>
              </p>
            </section>
          )}
          <DevicesAsk />
          <BackupAsk contacts={network.contactCount} />
          {first && !first.urgent && (
            <section class="today-part">
              <h2>{t('today_helpsMost')}</h2>
              <Help of={first} />
            </section>
          )}
        </>
      )}
    </>
  );
}

/** Why to make a move, in one sentence; a search says it already. */
function reasonsOf(move: NextMove): Fact[] {
  return move.kind === 'search' ? [] : sentencesOf(move).slice(1, 2);
}

/** The first move for each person, and every move that names nobody: a letter asks one thing of one person. */
function onePerPerson(moves: Analysis['nextMoves']): Analysis['nextMoves'] {
  const named = new Set<string>();
  return moves.filter(({ contactId }) => {
    if (contactId === undefined) return true;
    const first = !named.has(contactId);
    named.add(contactId);
    return first;
  });
}

/** Everybody whom the letter names. */
function mentioned(analysis: Analysis, moves: Analysis['nextMoves']): string[] {
  return [
    ...analysis.blindSpots.flatMap(({ contactIds }) => contactIds.slice(0, 2)),
    ...analysis.coverage.flatMap(({ contactIds }) => contactIds.slice(0, 3)),
    ...analysis.stressTest.flatMap(({ stay }) => stay.slice(0, STAYING)),
    ...analysis.plan.conversations.map(({ contactId }) => contactId),
    ...analysis.acquaintances.wanted.slice(0, 1).flatMap(({ path }) => [path.targetId, ...path.through]),
    ...moves.flatMap(({ contactId, facts }) => [
      contactId ?? '',
      ...facts.flatMap(({ values }) => [String(values?.contact ?? ''), String(values?.other ?? '')]),
    ]),
  ].filter((id) => id !== '');
}

function Letter({
  analysis,
  known,
  network,
  first,
}: {
  analysis: Analysis;
  known: Known;
  network: Network;
  /** What to do this week. */
  first: NextMove | undefined;
}) {
  const told = analysis.coverage.slice(0, GOALS_TOLD);
  const others = analysis.coverage.slice(GOALS_TOLD);
  const asked = network.goals.filter((goal) => goal.state === 'active' && asksAgain(goal));
  return (
    <>
      {network.contactCount >= FEW_PEOPLE && <NatureSentence analysis={analysis} />}
      <ChangeSentences tests={analysis.stressTest} known={known} />
      {first !== undefined && (
        <p class="letter-lead">
          {t('today_week')}{' '}
          {sentencesOf(first)
            .slice(0, 1)
            .map((fact) => (
              <FactSentence key={fact.key} fact={fact} known={known} />
            ))}
        </p>
      )}
      <WayToWanted analysis={analysis} known={known} />
      {told.map((coverage) => (
        <GoalParagraph
          key={coverage.goalId}
          coverage={coverage}
          needs={groupNeeds(analysis.blindSpots, coverage)}
          known={known}
        />
      ))}
      {others.length > 0 && (
        <p>
          <Say
            of="today_otherGoals"
            goals={others.map(({ goalId }, at) => (
              <>
                {at > 0 && ', '}
                <GoalName id={goalId} known={known} />
              </>
            ))}
          />
        </p>
      )}
      {asked.map(({ id }) => (
        <p key={id}>
          <Say of="today_goalStill" goal={<GoalName id={id} known={known} />} />
        </p>
      ))}
      {network.contactCount >= FEW_PEOPLE && <BalanceSentence analysis={analysis} />}
    </>
  );
}

/** One way to the person who would help most and with whom there is no contact: whom to ask, and what it rests on. */
function WayToWanted({ analysis, known }: { analysis: Analysis; known: Known }) {
  const [wanted] = analysis.acquaintances.wanted;
  if (wanted === undefined) return null;
  const { goalId, path } = wanted;
  return (
    <p class="letter-way">
      <Say
        of="today_wanted"
        target={<Name id={path.targetId} known={known} />}
        goal={<GoalName id={goalId} known={known} />}
      />{' '}
      <Say of="today_wantedAsk" names={<Name id={path.through[0] ?? ''} known={known} />} />{' '}
      {path.facts.map((fact) => (
        <Fragment key={fact.key + JSON.stringify(fact.values)}>
          <FactSentence fact={fact} known={known} />{' '}
        </Fragment>
      ))}
      <a class="nowrap" href={linkTo('map', ['affiliations'], { to: path.targetId })}>
        {t('today_wantedMap')}
      </a>
    </p>
  );
}

/** From this share of the placed contacts on, a network is called operational. */
const MOSTLY = 0.6;

/** What kind of network it is, in figures of people. */
function NatureSentence({ analysis }: { analysis: Analysis }) {
  const { layers } = analysis.balance;
  const placed = LAYERS.reduce((all, layer) => all + layers[layer], 0);
  if (placed < FEW_PEOPLE) return null;
  return (
    <p class="letter-lead">
      <Say
        of={layers.operational / placed >= MOSTLY ? 'today_operational' : 'today_mixed'}
        count={<a href={linkTo('contacts', [], { layer: 'operational' })}>{layers.operational}</a>}
        operational={<a href={linkTo('contacts', [], { layer: 'operational' })}>{layers.operational}</a>}
        strategic={<a href={linkTo('contacts', [], { layer: 'strategic' })}>{layers.strategic}</a>}
        beyond={<a href={linkTo('contacts', [], { layer: 'beyond' })}>{layers.beyond}</a>}
        all={<a href={linkTo('contacts')}>{placed}</a>}
      />
    </p>
  );
}

/** Persons named of those who remain after a change. */
const STAYING = 3;

/** Who would remain after each change, by name: changes after which the same people remain make one sentence. */
function ChangeSentences({ tests, known }: { tests: readonly StressTest[]; known: Known }) {
  const standard = tests.filter(
    ({ change, share, goalId }) =>
      share !== null &&
      (Object.keys(change).length === 1 || (Object.keys(change).length === 4 && goalId === undefined)),
  );
  const groups = new Map<string, StressTest[]>();
  for (const test of standard) {
    if (test.counts.stay + test.counts.lose < FEW_PEOPLE) continue;
    const key = `${test.counts.stay} ${test.stay.join(' ')}`;
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  const told = [...groups.values()]
    .sort((a, b) => (a[0]?.counts.stay ?? 0) - (b[0]?.counts.stay ?? 0))
    .slice(0, CHANGES_TOLD);
  if (told.length === 0) return null;
  const words = new Intl.ListFormat(currentLanguage(), { type: 'disjunction' });
  return (
    <ul class="letter-changes">
      {told.map((group) => {
        const [test] = group;
        if (test === undefined) return null;
        const { stay, lose } = test.counts;
        const changes = (
          <a href={linkTo('test', [], queryOf(test.change))}>{words.format(group.map(changedName))}</a>
        );
        return (
          <li key={group.map(changedName).join()}>
            {lose === 0 ? (
              <Say of="today_stayAll" changes={changes} />
            ) : stay === 0 ? (
              <Say of="today_stayNobody" changes={changes} />
            ) : (
              <Say
                of="today_stay"
                changes={changes}
                names={
                  <Names
                    ids={test.stay}
                    count={stay}
                    most={STAYING}
                    more={linkTo('test', [], { ...queryOf(test.change), show: 'stay' })}
                    known={known}
                  />
                }
                lost={
                  <a class="nowrap" href={linkTo('test', [], { ...queryOf(test.change), show: 'lose' })}>
                    {t('today_lost', { count: lose })}
                  </a>
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Groups of changes that are told. */
const CHANGES_TOLD = 4;

function changedName({ change }: StressTest): string {
  const names = (['company', 'function', 'industry', 'place'] as const).filter(
    (part) => change[part] !== undefined,
  );
  return t(`changed_${names.length === 1 ? (names[0] ?? 'all') : 'all'}`);
}

/** The fewest conversations that close the most gaps, with whom. */
function PlanSentence({ analysis, known }: { analysis: Analysis; known: Known }) {
  const { conversations, facts } = analysis.plan;
  const [fact] = facts;
  if (fact === undefined || conversations.length === 0) return null;
  return (
    <p>
      <FactSentence fact={fact} known={known} />{' '}
      <Say
        of="today_planWith"
        names={<Names ids={conversations.map(({ contactId }) => contactId)} known={known} />}
      />
    </p>
  );
}

/** What has changed since the last month and since each goal began; nothing while there is nothing to compare. */
function Progress({ analysis, known }: { analysis: Analysis; known: Known }) {
  const [months, setMonths] = useState<readonly Snapshot[]>([]);
  useEffect(() => {
    let left = false;
    call('analysis.months', {}).then(
      (answer) => !left && setMonths(answer.months),
      // The letter stands without it.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [analysis.revision]);
  const progress = toldProgress(months, analysis);
  if (progress === null) return null;
  const told = (facts: readonly Fact[]) => (
    <ul class="lines measure">
      {facts.map((fact) => (
        <li key={`${fact.values?.goal} ${fact.key}`}>
          <FactSentence fact={fact} known={known} />
        </li>
      ))}
    </ul>
  );
  return (
    <section class="today-part">
      <h2>{t('today_progress')}</h2>
      <p>{t('today_conversations', { count: progress.conversations })}</p>
      {progress.sinceLast.length > 0 && told(progress.sinceLast)}
      {progress.sinceStart.length > 0 && (
        <details class="more">
          <summary>{t('today_progressStart')}</summary>
          {told(progress.sinceStart)}
        </details>
      )}
    </section>
  );
}

function GoalParagraph({
  coverage,
  needs,
  known,
}: {
  coverage: GoalCoverage;
  needs: readonly BlindSpot[][];
  known: Known;
}) {
  const goal = <GoalName id={coverage.goalId} known={known} />;
  const reason = (words: ComponentChildren) => (
    <a class="nowrap" href={linkTo('goals', [coverage.goalId])}>
      {words}
    </a>
  );
  if (coverage.covered === null) {
    return (
      <p>
        <Say
          of="today_goalNoTarget"
          goal={goal}
          edit={<a href={linkTo('goals', [coverage.goalId, 'edit'])}>{t('today_goalNoTargetLink')}</a>}
        />
      </p>
    );
  }
  if (needs.length === 0) {
    return (
      <p>
        {coverage.contactIds.length === 0 ? (
          <Say of="today_goalNobody" goal={goal} />
        ) : (
          <Say
            of="today_goalCovered"
            goal={goal}
            names={<Names ids={coverage.contactIds.slice(0, 3)} known={known} />}
          />
        )}
      </p>
    );
  }
  const told = needs.slice(0, NEEDS_PER_GOAL);
  const more = needs.length - told.length;
  return (
    <p>
      {told.map((group, at) => (
        <Fragment key={group[0]?.id}>
          <BlindSentence
            spots={group}
            known={known}
            goal={at === 0 ? goal : null}
            reason={linkTo('goals', [coverage.goalId])}
            without={told.slice(0, at).flatMap(nearestOf)}
          />{' '}
        </Fragment>
      ))}
      {more > 0 && (
        <Say of="today_goalMore" count={more} more={reason(t('today_goalMoreLink', { count: more }))} />
      )}
    </p>
  );
}

/** How today's work, persons and what lies ahead share the network; a picture for what the sentence says. */
function BalanceSentence({ analysis }: { analysis: Analysis }) {
  const { layers, unknown } = analysis.balance;
  const sum = LAYERS.reduce((all, layer) => all + layers[layer], 0);
  if (sum === 0) return null;
  const known = <Say of="persons" count={sum} />;
  const to = (layer: Layer) => (
    <a href={linkTo('contacts', [], { layer })}>
      <Say of={`todayLayer_${layer}`} share={percent(layers[layer] / sum)} />
    </a>
  );
  return (
    <figure class="balance">
      <p>
        <Say
          of="today_balance"
          count={sum}
          people={unknown === 0 ? <a href={linkTo('contacts')}>{known}</a> : known}
          parts={<Listed items={LAYERS.filter((layer) => layers[layer] > 0).map(to)} />}
        />
        {unknown > 0 && <> {factText({ key: 'factBalanceUnknown', values: { count: unknown } })}</>}
      </p>
      <div class="stacked" aria-hidden="true">
        {LAYERS.map((layer) =>
          layers[layer] === 0 ? null : (
            <span key={layer} style={{ flex: layers[layer] }} class={`balance-${layer}`} />
          ),
        )}
      </div>
    </figure>
  );
}

/** While there is no analysis: that it is on its way, or that there is nobody yet to analyse. */
function Without({ network, state }: { network: Network; state: AnalysisState['state'] }) {
  if (network.contactCount === 0) {
    return (
      <>
        <p class="letter-lead">{t('today_nobody')}</p>
        <p>
          <Say
            of="today_nobodyWays"
            import={<a href={linkTo('files')}>{t('today_nobodyImport')}</a>}
            type={<a href={linkTo('welcome', ['contact'])}>{t('today_nobodyType')}</a>}
          />
        </p>
      </>
    );
  }
  return (
    <p class="letter-lead" role="status">
      {t(state === 'computing' || state === 'stale' ? 'today_reading' : 'today_notRead')}
    </p>
  );
}

/** One thing to do, with the reason why it would help most. */
interface Helping {
  sentence: MessageKey;
  count?: number;
  action: MessageKey;
  href: string;
  /** Without it, the letter has little to say: it stands first. */
  urgent: boolean;
}

function helpsMost(network: Network, state: AnalysisState | null): Helping | null {
  const { me, goals, contactCount } = network;
  const active = goals.filter((goal) => goal.state === 'active');
  if (me === null) return { sentence: 'help_me', action: 'help_meAction', href: linkTo('me'), urgent: true };
  if (active.length === 0)
    return { sentence: 'help_goal', action: 'help_goalAction', href: linkTo('goals', ['new']), urgent: true };
  if (contactCount > 0 && contactCount < FEW)
    return {
      sentence: 'help_few',
      count: contactCount,
      action: 'help_fewAction',
      href: linkTo('files'),
      urgent: contactCount < 5,
    };
  const analysis = state?.analysis;
  if (!analysis) return null;
  if (analysis.grid.unplaced > contactCount * UNPLACED_SHARE)
    return {
      sentence: 'help_unplaced',
      count: analysis.grid.unplaced,
      action: 'help_unplacedAction',
      href: linkTo('contacts', [], { distance: 'unknown' }),
      urgent: false,
    };
  if (active.every(({ horizon }) => horizon === 'present'))
    return {
      sentence: 'help_future',
      action: 'help_futureAction',
      href: linkTo('goals', ['new']),
      urgent: false,
    };
  return null;
}

/** With fewer contacts than these, an import says more than any analysis. */
const FEW = 15;
/** From this share of contacts without a known field on, placing them helps most. */
const UNPLACED_SHARE = 0.25;

function Help({ of: { sentence, count, action, href, urgent } }: { of: Helping }) {
  return (
    <div class={urgent ? 'help notice' : 'help'}>
      <p>{t(sentence, count === undefined ? {} : { count })}</p>
      <a class={urgent ? 'button primary' : 'button'} href={href}>
        {t(action)}
      </a>
    </div>
  );
}

import './changeTest.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type {
  EndReason,
  Goal,
  HelpWay,
  SituationNeed,
  StressChange,
  StressTest,
} from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import { useAnalysis, useRowsOf } from '../../../data.ts';
import { goTo, linkTo, type RoomProps } from '../../links.ts';
import {
  aimWords,
  changeForGoal,
  changeNames,
  changeOf,
  changeWords,
  isEmpty,
  queryOf,
  sameChange,
  stayKey,
} from '../../shared/change.ts';
import { FEW_PEOPLE, percent } from '../../shared/days.ts';
import { Failure } from '../../shared/Failure.tsx';
import { FactSentence, type Known, Listed, Names, Say } from '../../shared/Say.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { ChangeForm } from './ChangeForm.tsx';

/** Chooses what changes, and shows what of the network remains; the choice is the address. */
export default function ChangeTest({ network, place }: RoomProps) {
  const goals = network.goals.filter(({ state }) => state === 'active');
  const wanted = changeOf(place.query);
  const goal = goals.find(({ id }) => id === place.query.goal) ?? null;
  // Without a choice in the address, the first goal's target is tried, else another industry.
  const change = isEmpty(wanted) && place.query.goal === undefined ? proposal(goals) : wanted;
  const { state } = useAnalysis();
  const standard = state?.analysis?.stressTest ?? [];
  // What the analysis has tested already is there at once.
  const known =
    state?.state === 'current' ? standard.find((test) => sameChange(test.change, change)) : undefined;
  const asking = state === null || known !== undefined ? null : change;
  const asked = useTest(asking, network.contactCount);
  const { test, failure } = known === undefined ? asked : { test: known, failure: null };

  const choose = (next: StressChange, forGoal: Goal | null = null) =>
    goTo(
      linkTo('test', [], {
        ...queryOf(next),
        // An empty goal says that nothing was chosen on purpose: no proposal then.
        ...((forGoal !== null || isEmpty(next)) && { goal: forGoal?.id ?? '' }),
      }),
      { replace: true },
    );

  if (network.contactCount === 0) {
    return (
      <div class="empty">
        <h2>{t('test_nobody')}</h2>
        <p>{t('test_nobodyWhat')}</p>
        <a class="button primary" href={linkTo('files')}>
          {t('help_fewAction')}
        </a>
      </div>
    );
  }
  return (
    <>
      <p class="muted measure">{t('test_why')}</p>
      {network.me === null && (
        <div class="notice warn">
          <p>
            <Say of="test_noMe" me={<a href={linkTo('me')}>{t('help_meAction')}</a>} />
          </p>
        </div>
      )}
      <ChangeForm change={change} goals={goals} goal={goal} onChoose={choose} />
      <Failure of={[failure]} />
      <div class="test-result">
        {isEmpty(change) ? (
          <p class="muted">{t('test_chooseSomething')}</p>
        ) : (
          failure === null && <Result test={test} goals={network.goals} show={place.query.show ?? ''} />
        )}
      </div>
      {standard.length > 1 && <Overview tests={standard} chosen={change} goals={goals} />}
    </>
  );
}

function proposal(goals: readonly Goal[]): StressChange {
  for (const goal of goals) {
    const change = changeForGoal(goal);
    if (!isEmpty(change)) return change;
  }
  return { industry: true };
}

/** Asks for the test of a change (`null`: of none), again after the network changed; the last result stays until the next is there. */
function useTest(change: StressChange | null, count: number): { test: StressTest | null; failure: unknown } {
  const [shown, setShown] = useState<{ test: StressTest | null; failure: unknown }>({
    test: null,
    failure: null,
  });
  const key = change === null ? '' : JSON.stringify(queryOf(change));
  useEffect(() => {
    if (change === null || isEmpty(change) || count === 0) return;
    let left = false;
    call('analysis.test', { change }).then(
      (test) => !left && setShown({ test, failure: null }),
      (failure: unknown) => !left && setShown({ test: null, failure }),
    );
    return () => {
      left = true;
    };
  }, [key, count]);
  return shown;
}

function Result({ test, goals, show }: { test: StressTest | null; goals: readonly Goal[]; show: string }) {
  const rows = useRowsOf(
    test === null
      ? null
      : [
          ...test.stay,
          ...test.lose,
          ...test.gain,
          ...test.singlePoints.flatMap(({ contactId }) => contactId ?? []),
          ...test.there.flatMap(({ inContact, known }) => [...inContact, ...known]),
        ],
  );
  if (rows.failure !== null) return <Failure of={[rows.failure]} />;
  if (test === null || !rows.ready) {
    return (
      <p class="muted loading" role="status">
        {t('test_computing')}
      </p>
    );
  }
  const known: Known = { goals, byId: rows.byId };
  return (
    <>
      <p class="test-sentence" role="status">
        {test.share === null ? (
          test.facts.slice(0, 1).map((fact) => <FactSentence key={fact.key} fact={fact} known={known} />)
        ) : (
          <Lead test={test} known={known} />
        )}
      </p>
      <BeforeAfter test={test} known={known} />
      <There test={test} known={known} />
      {/* Of a handful, each carries much. */}
      {test.counts.stay >= FEW_PEOPLE && (
        <>
          <SinglePoints kind="person" test={test} known={known} />
          <SinglePoints kind="employer" test={test} known={known} />
        </>
      )}
      <section class="test-lists">
        {test.counts.stay > 0 && (
          <details class="more" open={show === 'stay'}>
            <summary>{t('test_helpsTitle')}</summary>
            <By of={test.helps} words={(way: HelpWay) => t(`helpWay_${way}`)} known={known} />
          </details>
        )}
        {test.counts.lose > 0 && (
          <details class="more" open={show === 'lose'}>
            <summary>{t('test_endsTitle')}</summary>
            <By of={test.ends} words={(reason: EndReason) => t(`endReason_${reason}`)} known={known} />
          </details>
        )}
        {test.counts.gain > 0 && (
          <details class="more" open={show === 'gain'}>
            <summary>
              <Say of="testList_gain" count={test.counts.gain} />
            </summary>
            <p class="measure">
              <Names ids={test.gain} count={test.counts.gain} most={50} known={known} />
            </p>
          </details>
        )}
      </section>
    </>
  );
}

/** Who remains by name, how many fall away, and what would be empty: people and gaps, no percentage. */
function Lead({ test, known }: { test: StressTest; known: Known }) {
  const aim = aimWords(test.change);
  const { stay, lose } = test.counts;
  const empty = test.there.filter(({ counts }) => counts.inContact + counts.known === 0);
  return (
    <>
      <Say
        of={stayKey(stay, aim)}
        what={changeWords(test.change)}
        aim={aim}
        names={<Names ids={test.stay} count={stay} most={3} known={known} />}
      />{' '}
      {lose > 0 && <Say of="test_loseCount" count={lose} />}{' '}
      {test.there.length > 0 &&
        (empty.length === 0 ? (
          t('test_noGapsSentence')
        ) : (
          <Say
            of="test_gapsSentence"
            needs={
              <Listed
                items={empty.map(({ need }) => (
                  <strong key={need} class="blind">
                    {t(`need_${need}`)}
                  </strong>
                ))}
              />
            }
          />
        ))}
    </>
  );
}

/** What the new situation asks for, each with who would fill it today; an empty one is a gap. */
function There({ test, known }: { test: StressTest; known: Known }) {
  if (test.there.length === 0) return <p class="muted measure">{t('test_thereOpen')}</p>;
  return (
    <section class="stack">
      <h2>{t('test_there')}</h2>
      <p class="muted measure">{t('test_thereWhy')}</p>
      <ul class="lines measure test-needs">
        {test.there.map((need) => (
          <Need key={need.need} need={need} known={known} />
        ))}
      </ul>
    </section>
  );
}

function Need({
  need: { need, inContact, known: others, counts },
  known,
}: {
  need: SituationNeed;
  known: Known;
}) {
  const empty = counts.inContact + counts.known === 0;
  return (
    <li class={empty ? 'test-gap' : undefined}>
      <strong>{t(`need_${need}`)}</strong> {empty && <span class="blind">{t('need_nobody')}</span>}
      {counts.inContact > 0 && (
        <span>
          <Say of="need_inContact" names={<Names ids={inContact} count={counts.inContact} known={known} />} />
        </span>
      )}
      {counts.inContact > 0 && counts.known > 0 && ' · '}
      {counts.known > 0 && (
        <span class="muted">
          <Say of="need_known" names={<Names ids={others} count={counts.known} known={known} />} />
        </span>
      )}
    </li>
  );
}

/** People under what they have in common: how they would help, or what ends. */
function By<Kind extends string>({
  of,
  words,
  known,
}: {
  of: readonly { contactId: string; by: Kind }[];
  words: (kind: Kind) => string;
  known: Known;
}) {
  const groups = Map.groupBy(of, ({ by }) => by);
  return (
    <ul class="lines measure">
      {[...groups].map(([kind, people]) => (
        <li key={kind}>
          <span class="muted">{words(kind)}:</span>{' '}
          <Names ids={people.map(({ contactId }) => contactId)} most={50} known={known} />
        </li>
      ))}
    </ul>
  );
}

/** Persons, or employers, who would carry more than a fair share of what remains; each kind means something else. */
function SinglePoints({
  kind,
  test,
  known,
}: {
  kind: 'person' | 'employer';
  test: StressTest;
  known: Known;
}) {
  const points = test.singlePoints.filter((point) => point.kind === kind);
  if (points.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t(kind === 'person' ? 'test_single' : 'test_employer')}</h2>
      <p class="muted measure">{t(kind === 'person' ? 'test_singleWhy' : 'test_employerWhy')}</p>
      <ul class="lines measure">
        {points.map((point) => (
          <li key={point.contactId ?? point.name}>
            <Say
              of={kind === 'person' ? 'test_singlePerson' : 'test_singleEmployer'}
              name={
                point.contactId ? (
                  <Names ids={[point.contactId]} known={known} />
                ) : (
                  <strong dir="auto">{point.name}</strong>
                )
              }
              share={percent(point.share)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The standard changes under each other: which of them would cost the most, and a way to look closer. */
function Overview({
  tests,
  chosen,
  goals,
}: {
  tests: readonly StressTest[];
  chosen: StressChange;
  goals: readonly Goal[];
}) {
  return (
    <section class="stack test-overview">
      <h2>{t('test_overview')}</h2>
      <ul class="lines">
        {tests.map((test) => (
          <li key={JSON.stringify(queryOf(test.change))}>
            <a
              href={linkTo('test', [], queryOf(test.change))}
              aria-current={sameChange(test.change, chosen) ? 'true' : undefined}
            >
              {nameOf(test, goals)}
            </a>
            {test.share === null ? (
              <span class="muted">{t('notEnoughKnown')}</span>
            ) : (
              <>
                <span class="test-bar" aria-hidden="true">
                  <span style={{ width: percentCss(shareOf(test)) }} />
                </span>
                <span class="figure">
                  {t('test_remainsCount', {
                    stay: test.counts.stay,
                    all: test.counts.stay + test.counts.lose,
                  })}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a standard test changes, in the fewest words; a goal come true by its title. */
function nameOf({ change, goalId }: StressTest, goals: readonly Goal[]): string {
  const goal = goals.find(({ id }) => id === goalId);
  if (goal !== undefined && Object.keys(change).length > 1) return t('test_goalTrue', { title: goal.title });
  return [changeNames(change), aimWords(change)].filter(Boolean).join(': ');
}

/** Of the people who help today, those who still would. */
function shareOf({ counts: { stay, lose } }: StressTest): number {
  return stay + lose === 0 ? 0 : stay / (stay + lose);
}

function percentCss(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
}

import './keyPersons.css';
import { useEffect, useState } from 'preact/hooks';
import { currentLanguage, t } from '../../../../browser/text.ts';
import { type Fact, type Goal, ROLES } from '../../../../core/model/index.ts';
import { industrySector, sectorName } from '../../../../core/taxonomy/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactRow, ContactView } from '../../../../messaging/protocol.ts';
import { type SomeRows, useAnalysis, useRowsOf } from '../../../data.ts';
import { errorText } from '../../../errorText.ts';
import { linkTo, type RoomProps } from '../../links.ts';
import { FEW_PEOPLE } from '../../shared/days.ts';
import { Failure } from '../../shared/Failure.tsx';
import { FactSentence, GoalName, type Known, Name } from '../../shared/Say.tsx';
import { NotUndone, offerUndo } from '../../shared/undo.tsx';
import { DependencePart } from './Dependence.tsx';
import { InnerCircle } from './InnerCircle.tsx';
import { AcquaintancePart, StructurePart } from './Structure.tsx';

/** Persons shown of a group before *show all*. */
const SHOWN = 8;
/** More key persons than these are counted, not named. */
const MOST = 300;

/**
 * Key persons with their evidence, by the goals for which they open doors; alphabetical, as nobody is ranked. Then
 * the inner circle, on whom the network depends, and its estimated structure.
 */
export default function KeyPersons({ network }: RoomProps) {
  const { state, failure } = useAnalysis();
  const analysis = state?.analysis ?? null;
  const ids =
    analysis === null
      ? null
      : [
          ...analysis.hubs.slice(0, MOST),
          ...analysis.innerCircle.contactIds,
          ...analysis.acquaintances.brokers.map(({ contactId }) => contactId),
          ...analysis.structure.bridges.map(({ contactId }) => contactId),
          ...analysis.stressTest.flatMap(({ singlePoints }) =>
            singlePoints.flatMap(({ contactId }) => contactId ?? []),
          ),
        ];
  const rows = useRowsOf(ids);
  const known: Known = { goals: network.goals, byId: rows.byId };
  const groups =
    analysis === null || !rows.ready ? null : groupsOf(analysis.hubs.slice(0, MOST), rows, known);
  const views = useViews(
    groups?.flatMap(({ sector, rows: some }) =>
      sector === null ? some.slice(0, SHOWN).map(({ id }) => id) : [],
    ) ?? null,
  );

  if (failure !== null || rows.failure !== null) return <Failure of={[failure, rows.failure]} />;
  if (network.contactCount === 0)
    return (
      <div class="empty">
        <h2>{t('key_nobody')}</h2>
        <p>{t('key_nobodyWhat')}</p>
        <a class="button primary" href={linkTo('files')}>
          {t('help_fewAction')}
        </a>
      </div>
    );
  // The room comes whole: nothing is pushed down by evidence that arrives a moment later.
  if (analysis === null || groups === null || !views.ready)
    return (
      <p class="muted loading key-waits" role="status">
        {t(state !== null && analysis === null ? 'today_reading' : 'loading')}
      </p>
    );
  return (
    <>
      <p class="muted measure">{t('key_why')}</p>
      <Hubs
        groups={groups}
        more={analysis.hubs.length - MOST}
        goals={rows.goals}
        views={views.byId}
        known={known}
        seen={
          new Map(analysis.acquaintances.superspreaders.map(({ contactId, facts }) => [contactId, facts]))
        }
      />
      <InnerCircle circle={analysis.innerCircle} rows={rows} known={known} />
      {analysis.contacts >= FEW_PEOPLE && (
        <>
          <DependencePart analysis={analysis} known={known} />
          <AcquaintancePart of={analysis.acquaintances} known={known} />
          <StructurePart structure={analysis.structure} known={known} />
        </>
      )}
    </>
  );
}

/** Key persons who open doors for one goal, or beyond all of them; these by their world, where they are many. */
interface Group {
  goal: Pick<Goal, 'id' | 'title'> | null;
  /** The sector of industries, or `null` for all. */
  sector: string | null;
  rows: ContactRow[];
}

/** From so many on, key persons beyond the goals are shown by sector. */
const MANY = 12;

const DOOR_OPENER = 1 << ROLES.indexOf('doorOpener');

/** The goals for which this contact opens doors. */
function doorsOf(row: ContactRow, goals: readonly string[]): string[] {
  return goals.filter((_, at) => ((row.roles[at] ?? 0) & DOOR_OPENER) !== 0);
}

function groupsOf(hubs: readonly string[], rows: SomeRows, known: Known): Group[] {
  const groups = new Map<string | null, ContactRow[]>();
  for (const id of hubs) {
    const row = rows.byId.get(id);
    if (row === undefined) continue;
    const goal = doorsOf(row, rows.goals)[0] ?? null;
    groups.set(goal, [...(groups.get(goal) ?? []), row]);
  }
  const compare = new Intl.Collator(currentLanguage()).compare;
  const sorted = (some: readonly ContactRow[] = []) => [...some].sort((a, b) => compare(a.name, b.name));
  const ofGoals = rows.goals.map((id) => ({
    goal: known.goals.find((goal) => goal.id === id) ?? null,
    sector: null,
    rows: sorted(groups.get(id)),
  }));
  const beyond = sorted(groups.get(null));
  const ofSectors =
    beyond.length < MANY
      ? [{ goal: null, sector: null, rows: beyond }]
      : [...Map.groupBy(beyond, sectorOf)]
          .map(([sector, some]) => ({ goal: null, sector, rows: some }))
          .sort((a, b) => compare(a.sector, b.sector));
  return [...ofGoals, ...ofSectors].filter((group) => group.rows.length > 0);
}

function sectorOf({ nace2 }: ContactRow): string {
  const sector = nace2 === null ? null : industrySector(nace2);
  return sector === null ? t('industry_unknown') : sectorName(sector, currentLanguage());
}

type Views = ReadonlyMap<string, ContactView>;
/** Who is seen to know many contacts of different worlds, with the evidence. */
type Seen = ReadonlyMap<string, readonly Fact[]>;

function Hubs({
  groups,
  more,
  goals,
  views,
  known,
  seen,
}: {
  groups: readonly Group[];
  /** How many key persons are not named. */
  more: number;
  goals: readonly string[];
  views: Views;
  known: Known;
  seen: Seen;
}) {
  if (groups.length === 0)
    return (
      <div class="empty">
        <h2>{t('key_none')}</h2>
        <p>{t('key_noneWhat')}</p>
      </div>
    );
  return (
    <>
      {groups.map((group, at) => (
        <HubGroup
          key={group.goal?.id ?? group.sector ?? 'beyond'}
          heads={group.sector !== null && groups[at - 1]?.sector == null}
          group={group}
          alone={groups.length === 1 && group.goal === null}
          goals={goals}
          views={views}
          known={known}
          seen={seen}
        />
      ))}
      {more > 0 && <p>{t('key_more', { count: more })}</p>}
    </>
  );
}

function HubGroup({
  group,
  heads,
  alone,
  goals,
  views: first,
  known,
  seen,
}: {
  group: Group;
  /** The first of the sectors: the heading over all of them stands here. */
  heads: boolean;
  alone: boolean;
  goals: readonly string[];
  views: Views;
  known: Known;
  seen: Seen;
}) {
  const [all, setAll] = useState(false);
  const closed = group.sector !== null && !all;
  const shown = all ? group.rows : group.rows.slice(0, SHOWN);
  const further = useViews(all ? shown.flatMap(({ id }) => (first.has(id) ? [] : [id])) : []);
  const list = (
    <ul class="hubs">
      {shown.map((row) => (
        <Hub
          key={row.id}
          row={row}
          view={first.get(row.id) ?? further.byId.get(row.id) ?? null}
          also={doorsOf(row, goals).filter((id) => id !== group.goal?.id)}
          known={known}
          seen={seen.get(row.id)}
        />
      ))}
    </ul>
  );
  if (group.sector !== null)
    return (
      <>
        {heads && <h2 class="key-sectors">{t('key_beyond')}</h2>}
        <details class="more key-sector" onToggle={({ currentTarget }) => setAll(currentTarget.open)}>
          <summary>
            <strong>{group.sector}</strong>{' '}
            <span class="muted">{t('persons', { count: group.rows.length })}</span>
          </summary>
          {!closed && list}
        </details>
      </>
    );
  return (
    <section class="stack key-group">
      <h2>
        {group.goal === null ? (
          t(alone ? 'key_alone' : 'key_beyond')
        ) : (
          <>
            {t('key_for')} <GoalName id={group.goal.id} known={known} />
          </>
        )}
      </h2>
      {list}
      {group.rows.length > shown.length && (
        <p>
          <button type="button" onClick={() => setAll(true)}>
            {t('key_showAll', { count: group.rows.length })}
          </button>
        </p>
      )}
    </section>
  );
}

/** Whole contacts, for their evidence; `null` waits, as the ids are not known yet. */
function useViews(ids: readonly string[] | null): { byId: Views; ready: boolean } {
  const [shown, setShown] = useState<{ byId: Views; key: string | null }>({ byId: new Map(), key: null });
  const key = ids?.join(' ') ?? null;
  useEffect(() => {
    if (ids === null) return;
    let left = false;
    void Promise.all(ids.map((id) => call('contact.get', { id }).catch(() => null))).then((answers) => {
      const views = answers.filter((view) => view !== null);
      if (!left) setShown({ key, byId: new Map(views.map((view) => [view.contact.id, view])) });
    });
    return () => {
      left = true;
    };
  }, [key]);
  return { byId: shown.byId, ready: key !== null && shown.key !== null };
}

/** The evidence of a key person, without what the superspreader's says already. */
function unsaid(view: ContactView | null, seen: readonly Fact[] | undefined): Fact[] {
  const facts = view?.reading.hub.evidence.map(({ fact }) => fact) ?? [];
  return seen === undefined ? facts : facts.filter(({ key }) => key !== 'factHubAcquaintances');
}

function Hub({
  row,
  view,
  also,
  known,
  seen,
}: {
  row: ContactRow;
  view: ContactView | null;
  also: readonly string[];
  known: Known;
  /** The evidence for calling them a superspreader. */
  seen: readonly Fact[] | undefined;
}) {
  const [own, setOwn] = useState<boolean | undefined>();
  const mark = own ?? view?.contact.own.hub;
  const [failure, setFailure] = useState('');
  const write = (hub: boolean | undefined) =>
    hub === undefined
      ? call('contact.setOwn', { id: row.id, own: {}, clear: ['hub'] })
      : call('contact.setOwn', { id: row.id, own: { hub } });
  async function set(hub: boolean): Promise<void> {
    const before = view?.contact.own.hub;
    try {
      if ((await write(hub)) === null) return setFailure(t('contact_gone'));
      setOwn(hub);
      offerUndo(t(hub ? 'key_markedYes' : 'key_markedNo', { name: row.name }), async () => {
        if ((await write(before)) === null) throw new NotUndone(t('contact_gone'));
        setOwn(before);
      });
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  return (
    <li class="hub">
      <div class="hub-who">
        <h3>
          <Name id={row.id} known={known} />
          {seen !== undefined && (
            <>
              {' '}
              <span class="chip">{t('superspreader')}</span>
            </>
          )}
        </h3>
        <p class="muted" dir="auto">
          {[row.title, row.company].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div class="hub-why">
        <p>
          {[...(seen ?? []), ...unsaid(view, seen)].map((fact) => (
            <span key={fact.key}>
              <FactSentence fact={fact} known={known} />{' '}
            </span>
          ))}
        </p>
        {also.length > 0 && (
          <p class="muted">
            {t('key_also')}{' '}
            {also.map((id, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <GoalName id={id} known={known} />
              </span>
            ))}
          </p>
        )}
        {failure && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
      </div>
      <fieldset class="hub-mark">
        <legend>
          {t('key_question')}
          <span class="hidden"> {row.name}</span>
        </legend>
        <div class="segments">
          <button type="button" aria-pressed={mark === true} onClick={() => set(true)}>
            {t('key_yes')}
          </button>
          <button type="button" aria-pressed={mark === false} onClick={() => set(false)}>
            {t('key_no')}
          </button>
        </div>
      </fieldset>
    </li>
  );
}

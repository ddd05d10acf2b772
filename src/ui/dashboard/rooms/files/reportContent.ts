import { currentLanguage, factText, formatDay, t } from '../../../../browser/text.ts';
import {
  type Analysis,
  type BlindSpot,
  type Fact,
  LAYERS,
  type Snapshot,
} from '../../../../core/model/index.ts';
import { industryName } from '../../../../core/taxonomy/index.ts';
import type { ContactRow, Input, Network } from '../../../../messaging/protocol.ts';
import { aimWords, changeNames, changeWords, list, stayKey } from '../../shared/change.ts';
import { percent } from '../../shared/days.ts';
import { groupNeeds, needWords } from '../../shared/needs.ts';
import { toldProgress } from '../../shared/progress.ts';

type Content = Input<'export.report'>['content'];

/** Whom the report can name. */
interface Known {
  goals: readonly { id: string; title: string }[];
  byId: ReadonlyMap<string, Pick<ContactRow, 'name' | 'title' | 'company' | 'place'>>;
}
type Section = Content['sections'][number];

/** People named in one place at most; the report is to be read, not to be searched. */
const NAMED = 5;
const KEY_PERSONS = 15;
const MOVES = 8;
const BLIND_SPOTS = 10;
const WAYS = 5;

/** The contacts that the report names. */
export function reportIds(analysis: Analysis): string[] {
  return [
    ...new Set([
      ...analysis.hubs.slice(0, KEY_PERSONS),
      ...analysis.innerCircle.contactIds,
      ...analysis.acquaintances.wanted.slice(0, WAYS).flatMap(({ path }) => [path.targetId, ...path.through]),
      ...analysis.acquaintances.superspreaders.slice(0, NAMED).map(({ contactId }) => contactId),
      ...analysis.coverage.flatMap(({ contactIds }) => contactIds.slice(0, NAMED)),
      ...analysis.blindSpots.slice(0, BLIND_SPOTS).flatMap(({ contactIds }) => contactIds),
      ...analysis.nextMoves.slice(0, MOVES).flatMap(({ contactId }) => contactId ?? []),
    ]),
  ];
}

/**
 * The strategic picture in sentences, in the user's language; what cannot be told is left out or said so. `months` is
 * the state of every month so far.
 */
export function reportContent(
  analysis: Analysis,
  network: Pick<Network, 'me' | 'goals'>,
  rows: Pick<Known, 'byId'>,
  months: readonly Snapshot[],
): Content {
  const known: Known = { goals: network.goals, byId: rows.byId };
  const sections = [
    goalSection(analysis, known),
    ...progressSections(analysis, known, months),
    blindSpotSection(analysis, known),
    stressSection(analysis),
    balanceSection(analysis, known),
    ...dependenceSections(analysis, known),
    keyPersonSection(analysis, known),
    circleSection(analysis, known),
    waySection(analysis, known),
    moveSection(analysis, known),
    missingSection(analysis, known),
  ].filter((section) => section !== null);
  const { me } = network;
  return {
    language: currentLanguage(),
    title: t('report_title'),
    subtitle: [me?.name, formatDay(analysis.at), t('report_contacts', { count: analysis.contacts })]
      .filter(Boolean)
      .join(' · '),
    lead: leadOf(analysis, known),
    sections,
    footer: t('report_footer'),
  };
}

/** What matters most: what a change would leave, and what the goals lack. */
function leadOf(analysis: Analysis, known: Known): string[] {
  // The change that would cost most.
  const [test] = analysis.stressTest
    .filter(({ share }) => share !== null)
    .sort((a, b) => (a.share ?? 1) - (b.share ?? 1));
  const lead: string[] = [];
  if (test?.share != null)
    lead.push(
      [
        t(stayKey(test.counts.stay, aimWords(test.change)), {
          what: changeWords(test.change),
          aim: aimWords(test.change),
          names: namesUpTo(test.stay, test.counts.stay, known),
        }),
        ...(test.counts.lose > 0 ? [t('test_loseCount', { count: test.counts.lose })] : []),
      ].join(' '),
    );
  for (const spots of needsByGoal(analysis).slice(0, 2)) lead.push(needSentence(spots, known));
  return lead;
}

function goalSection({ coverage }: Analysis, known: Known): Section | null {
  if (coverage.length === 0) return null;
  const title = (id: string) => known.goals.find((goal) => goal.id === id)?.title ?? '';
  return {
    heading: t('report_goals'),
    bars: coverage.map(({ goalId, covered }) => ({
      label: title(goalId),
      share: covered ?? 0,
      text: covered === null ? t('report_unknown') : percent(covered),
    })),
    list: coverage.map(({ goalId, contactIds, facts }) =>
      [
        `${title(goalId)}:`,
        ...sentences(facts.slice(0, 2), known),
        contactIds.length === 0
          ? t('report_goalNobody')
          : t('report_goalNames', { names: names(contactIds.slice(0, NAMED), known) }),
      ].join(' '),
    ),
  };
}

/** What has changed since the last month and since the goals began, as the room *Today* says it. */
function progressSections(analysis: Analysis, known: Known, months: readonly Snapshot[]): Section[] {
  const progress = toldProgress(months, analysis);
  if (progress === null) return [];
  return [
    {
      heading: t('today_progress'),
      paragraphs: [t('today_conversations', { count: progress.conversations })],
      list: sentences(progress.sinceLast, known),
    },
    ...(progress.sinceStart.length === 0
      ? []
      : [{ heading: t('today_progressStart'), list: sentences(progress.sinceStart, known) }]),
  ];
}

function blindSpotSection(analysis: Analysis, known: Known): Section | null {
  const needs = needsByGoal(analysis).slice(0, BLIND_SPOTS);
  if (needs.length === 0) return null;
  return {
    heading: t('report_blindSpots'),
    list: needs.map((spots) => {
      const nearest = [...new Set(spots.flatMap(({ contactIds }) => contactIds))].slice(0, 3);
      const said = needSentence(spots, known);
      return nearest.length === 0
        ? said
        : `${said} ${t('blind_nearest', { count: nearest.length, names: names(nearest, known) })}`;
    }),
  };
}

/** The first names, and how many more there are. */
function namesUpTo(ids: readonly string[], count: number, known: Known): string {
  const shown = ids.slice(0, NAMED);
  const rest = count - shown.length;
  const all = shown.map((id) => known.byId.get(id)?.name ?? t('contact_unknown'));
  return list(rest > 0 ? [...all, t('names_more', { count: rest })] : all);
}

/** What is missing, goal by goal, the missing roles of one goal together. */
function needsByGoal({ blindSpots, coverage }: Analysis): BlindSpot[][] {
  return coverage.flatMap((goal) => groupNeeds(blindSpots, goal));
}

function needSentence(spots: readonly BlindSpot[], known: Known): string {
  const goal = known.goals.find(({ id }) => id === spots[0]?.goalId)?.title ?? '';
  const [first] = spots;
  const kind =
    spots.length > 1 ? (first?.kind === 'contact' ? 'contacts' : 'roles') : (first?.kind ?? 'role');
  return t(`blindFor_${kind}`, {
    goal: t('report_quoted', { text: goal }),
    need: list(spots.map(needWords)),
  });
}

function stressSection({ stressTest }: Analysis): Section | null {
  const told = stressTest.filter(({ share }) => share !== null);
  if (told.length === 0) return null;
  return {
    heading: t('report_stress'),
    paragraphs: [t('report_stressWhat')],
    bars: told.map(({ change, counts: { stay, lose } }) => ({
      label: [changeNames(change), aimWords(change)].filter(Boolean).join(': '),
      share: stay + lose === 0 ? 0 : stay / (stay + lose),
      text: t('test_remainsCount', { stay, all: stay + lose }),
    })),
  };
}

function balanceSection({ balance, contacts }: Analysis, known: Known): Section | null {
  if (contacts === 0) return null;
  return {
    heading: t('report_balance'),
    paragraphs: sentences(balance.facts, known),
    bars: LAYERS.map((layer) => ({
      label: t(`layer_${layer}`),
      share: balance.layers[layer] / contacts,
      text: t('report_people', { count: balance.layers[layer] }),
    })),
  };
}

function dependenceSections({ dependence }: Analysis, known: Known): Section[] {
  return dependence
    .filter(({ verdict }) => verdict !== 'unknown')
    .flatMap(({ by, largest, facts }) =>
      by === 'employer' || by === 'industry' ? { by, largest, facts } : [],
    )
    .map(({ by, largest, facts }) => ({
      heading: t(`reportDependence_${by}`),
      paragraphs: sentences(facts, known),
      bars: largest.slice(0, 6).map(({ key, label, share, count }) => ({
        label: by === 'industry' ? industryName(key, currentLanguage()) : label,
        share,
        text: t('report_people', { count }),
      })),
    }));
}

function keyPersonSection({ hubs }: Analysis, known: Known): Section | null {
  const table = peopleTable(hubs.slice(0, KEY_PERSONS), known);
  return table.rows.length === 0 ? null : { heading: t('report_keyPersons'), table };
}

function circleSection({ innerCircle }: Analysis, known: Known): Section | null {
  const table = peopleTable(innerCircle.contactIds, known);
  if (table.rows.length === 0) return null;
  return { heading: t('circle_title'), paragraphs: sentences(innerCircle.facts, known), table };
}

function peopleTable(ids: readonly string[], known: Known): NonNullable<Section['table']> {
  return {
    columns: (['name', 'position', 'company', 'place'] as const).map((column) => t(`reportColumn_${column}`)),
    rows: ids.flatMap((id) => {
      const row = known.byId.get(id);
      return row === undefined ? [] : [[row.name, row.title, row.company, row.place]];
    }),
  };
}

/** Who leads to the people who are wanted most, by name and with what it rests on. */
function waySection({ acquaintances: { wanted, superspreaders } }: Analysis, known: Known): Section | null {
  if (wanted.length === 0 && superspreaders.length === 0) return null;
  const title = (id: string) =>
    t('report_quoted', { text: known.goals.find((goal) => goal.id === id)?.title ?? '' });
  const spread = superspreaders.slice(0, NAMED).map(({ contactId }) => contactId);
  return {
    heading: t('report_ways'),
    paragraphs: spread.length === 0 ? [] : [t('report_superspreaders', { names: names(spread, known) })],
    list: wanted.slice(0, WAYS).map(({ goalId, path }) =>
      [
        t('report_way', {
          target: names([path.targetId], known),
          goal: title(goalId),
          names: names(path.through.slice(0, 1), known),
        }),
        ...sentences(path.facts, known),
      ].join(' '),
    ),
  };
}

function moveSection({ nextMoves }: Analysis, known: Known): Section | null {
  if (nextMoves.length === 0) return null;
  return {
    heading: t('report_moves'),
    list: nextMoves.slice(0, MOVES).map(({ facts }) => sentences(facts, known).join(' ')),
  };
}

function missingSection({ missing }: Analysis, known: Known): Section | null {
  return missing.length === 0 ? null : { heading: t('report_missing'), list: sentences(missing, known) };
}

function sentences(facts: readonly Fact[], known: Known): string[] {
  return facts
    .map((fact) => sentence(factText(fact, known.goals, (id) => known.byId.get(id)?.name)))
    .filter((text) => text !== '');
}

/** Facts that are reasons stand in lists elsewhere and are no sentences of their own. */
function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const first = trimmed.charAt(0).toLocaleUpperCase(currentLanguage()) + trimmed.slice(1);
  return /[.!?…:]$/.test(first) ? first : `${first}.`;
}

function names(ids: readonly string[], known: Known): string {
  return list(ids.flatMap((id) => known.byId.get(id)?.name ?? []));
}

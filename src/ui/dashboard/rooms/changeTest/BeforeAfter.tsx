import { currentLanguage, t } from '../../../../browser/text.ts';
import type { SituationNeed, StressTest } from '../../../../core/model/index.ts';
import { industryName } from '../../../../core/taxonomy/index.ts';
import { type Known, Name } from '../../shared/Say.tsx';

/** Up to so many names stand in a column; beyond, groups with their counts. */
const NAMES_IN_COLUMN = 24;
/** Height of a line of the columns, in pixels; the joining lines are drawn to it. */
const LINE = 26;

/**
 * Two columns, before and after. Whoever stays stands in both and is joined by a line; whoever is lost ends in
 * an open circle on the left, whoever is gained begins with a full one on the right. Both columns are in
 * alphabetical order: this is no ranking.
 */
export function BeforeAfter({ test, known }: { test: StressTest; known: Known }) {
  const { stay, lose, gain, counts } = test;
  const few =
    counts.stay + counts.lose <= NAMES_IN_COLUMN &&
    counts.stay + counts.gain <= NAMES_IN_COLUMN &&
    stay.length === counts.stay;
  return (
    <figure class="before-after">
      <figcaption class="hidden">
        {t('test_figure', { stay: counts.stay, lose: counts.lose, gain: counts.gain })}
      </figcaption>
      {few ? (
        <People stay={stay} lose={lose} gain={gain} gaps={gapsOf(test)} known={known} />
      ) : (
        <Groups groups={groupsOf(test, known)} />
      )}
    </figure>
  );
}

/** What the new situation asks for and nobody fills. */
function gapsOf({ there }: StressTest): SituationNeed['need'][] {
  return there.filter(({ counts }) => counts.inContact + counts.known === 0).map(({ need }) => need);
}

function People({
  stay,
  lose,
  gain,
  gaps,
  known,
}: Pick<StressTest, 'stay' | 'lose' | 'gain'> & { gaps: readonly SituationNeed['need'][]; known: Known }) {
  const byName = (ids: readonly string[]) => {
    const compare = new Intl.Collator(currentLanguage()).compare;
    return [...ids].sort((a, b) => compare(known.byId.get(a)?.name ?? '', known.byId.get(b)?.name ?? ''));
  };
  const before = byName([...stay, ...lose]);
  const after = byName([...stay, ...gain]);
  const lost = new Set(lose);
  const gained = new Set(gain);
  const height = Math.max(before.length, after.length + gaps.length) * LINE;
  const middle = (at: number) => at * LINE + LINE / 2;
  return (
    <div class="columns">
      <h2>{t('test_before')}</h2>
      <span />
      <h2>{t('test_after')}</h2>
      <ul class="column column-before" style={{ minHeight: `${height}px` }}>
        {before.map((id) => (
          <li key={id} class={lost.has(id) ? 'lost' : undefined}>
            <Name id={id} known={known} />
            {lost.has(id) && <span class="muted"> {t('test_lost')}</span>}
          </li>
        ))}
      </ul>
      <svg
        class="joins"
        viewBox={`0 0 100 ${height}`}
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {before.map((id, at) => {
          const y = middle(at);
          const to = middle(after.indexOf(id));
          return lost.has(id) ? (
            <path key={id} class="join-lost" d={`M0 ${y} H14`} />
          ) : (
            <path key={id} class="join" d={`M0 ${y} C40 ${y} 60 ${to} 100 ${to}`} />
          );
        })}
        {after.map((id, at) =>
          gained.has(id) ? <path key={id} class="join-gained" d={`M86 ${middle(at)} H100`} /> : null,
        )}
      </svg>
      <ul class="column column-after">
        {after.map((id) => (
          <li key={id} class={gained.has(id) ? 'gained' : undefined}>
            <Name id={id} known={known} />
            {gained.has(id) && <span class="muted"> {t('test_gained')}</span>}
          </li>
        ))}
        {after.length === 0 && <li class="muted">{t('test_nobodyRemains')}</li>}
        {gaps.map((need) => (
          <li key={need} class="gap hatched">
            <span class="blind">
              {t(`need_${need}`)}: {t('test_gapMark')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One industry's share of the change. */
interface Group {
  name: string;
  stay: number;
  lose: number;
  gain: number;
}

/** Industries drawn; the others make one group. */
const GROUPS = 7;
/** Height of the taller column, in pixels, as far as no group needs more to be readable. */
const TALL = 320;
const GAP = 8;

/**
 * With many people: one band for each industry on a common scale. Its left edge is who helps today, its right edge
 * who helps then; the join is who stays, an open end who is lost or gained.
 */
function Groups({ groups }: { groups: readonly Group[] }) {
  const sum = (count: (group: Group) => number) => groups.reduce((whole, group) => whole + count(group), 0);
  const most = Math.max(
    1,
    sum(({ stay, lose }) => stay + lose),
    sum(({ stay, gain }) => stay + gain),
  );
  const scale = (count: number) => (count * TALL) / most;
  let top = 0;
  const bands = groups.map((group) => {
    const { stay, lose, gain } = group;
    const height = Math.max(LINE, scale(stay + lose), scale(stay + gain));
    const band = { ...group, top, height, stays: scale(stay), loses: scale(lose), gains: scale(gain) };
    top += height + GAP;
    return band;
  });
  return (
    <div class="columns bands">
      <h2>{t('test_before')}</h2>
      <span />
      <h2>{t('test_after')}</h2>
      <ul class="column column-before">
        {bands.map(({ name, stay, lose, height }) => (
          <li key={name} style={{ height: `${height}px`, marginBottom: `${GAP}px` }}>
            <span class="band-name">{name}</span>
            <span>{stay + lose === 0 ? t('test_nobodyRemains') : t('persons', { count: stay + lose })}</span>
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 100 ${top}`} height={top} preserveAspectRatio="none" aria-hidden="true">
        {bands.map(({ name, top, stays, loses, gains }) => (
          <g key={name}>
            {stays > 0 && <rect class="band-stay" x="0" y={top} width="100" height={Math.max(1, stays)} />}
            {loses > 0 && <path class="band-lose" d={wedge(0, 34, top + stays, loses)} />}
            {gains > 0 && <path class="band-gain" d={wedge(100, 66, top + stays, gains)} />}
          </g>
        ))}
      </svg>
      <ul class="column column-after">
        {bands.map(({ name, stay, lose, gain, height }) => (
          <li key={name} style={{ height: `${height}px`, marginBottom: `${GAP}px` }}>
            <span>
              {[
                stay + gain === 0 ? t('test_nobodyRemains') : t('persons', { count: stay + gain }),
                lose > 0 && t('test_bandLose', { count: lose }),
                gain > 0 && t('test_bandGain', { count: gain }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A band that ends half way: from the edge `from` to a point at `to`, `tall` high. */
function wedge(from: number, to: number, top: number, tall: number): string {
  const height = Math.max(1, tall);
  return `M${from} ${top} L${to} ${top + height / 2} L${from} ${top + height} z`;
}

/**
 * The change by industry, the largest first. From the engine's count of everybody; from the rows at hand where the
 * lists are complete; else all together.
 */
function groupsOf(test: StressTest, known: Known): Group[] {
  const counted = new Map<string, Group>();
  const add = (nace2: string | null, stay: number, lose: number, gain: number) => {
    const name = nace2 === null ? t('industry_unknown') : industryName(nace2, currentLanguage());
    const group = counted.get(name) ?? { name, stay: 0, lose: 0, gain: 0 };
    counted.set(name, {
      name,
      stay: group.stay + stay,
      lose: group.lose + lose,
      gain: group.gain + gain,
    });
  };
  const { counts } = test;
  const complete = (['stay', 'lose', 'gain'] as const).every((kind) => test[kind].length === counts[kind]);
  if (test.groups !== undefined)
    for (const { nace2, stay, lose, gain } of test.groups) add(nace2, stay, lose, gain);
  else if (complete) {
    const industry = (id: string) => known.byId.get(id)?.nace2 ?? null;
    for (const id of test.stay) add(industry(id), 1, 0, 0);
    for (const id of test.lose) add(industry(id), 0, 1, 0);
    for (const id of test.gain) add(industry(id), 0, 0, 1);
  } else return [{ name: t('test_all'), ...counts }];
  const size = ({ stay, lose, gain }: Group) => stay + lose + gain;
  const sorted = [...counted.values()].sort((a, b) => size(b) - size(a));
  const [shown, rest] = [sorted.slice(0, GROUPS), sorted.slice(GROUPS)];
  if (rest.length === 0) return shown;
  const together: Group = { name: t('test_otherIndustries'), stay: 0, lose: 0, gain: 0 };
  for (const { stay, lose, gain } of rest) {
    together.stay += stay;
    together.lose += lose;
    together.gain += gain;
  }
  return [...shown, together];
}

import type { StressTest } from '../../../core/model/index.ts';
import { currentLanguage, t } from '../../text.ts';
import { type Known, Name, Say } from '../Say.tsx';

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
      {few ? <People stay={stay} lose={lose} gain={gain} known={known} /> : <Bands counts={counts} />}
    </figure>
  );
}

function People({ stay, lose, gain, known }: Pick<StressTest, 'stay' | 'lose' | 'gain'> & { known: Known }) {
  const byName = (ids: readonly string[]) => {
    const compare = new Intl.Collator(currentLanguage()).compare;
    return [...ids].sort((a, b) => compare(known.byId.get(a)?.name ?? '', known.byId.get(b)?.name ?? ''));
  };
  const before = byName([...stay, ...lose]);
  const after = byName([...stay, ...gain]);
  const lost = new Set(lose);
  const gained = new Set(gain);
  const height = Math.max(before.length, after.length) * LINE;
  const middle = (at: number) => at * LINE + LINE / 2;
  return (
    <div class="columns">
      <h3>{t('test_before')}</h3>
      <span />
      <h3>{t('test_after')}</h3>
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
      </ul>
    </div>
  );
}

/** With many people: how many stay, are lost and are gained, as bands of a common scale. */
function Bands({ counts: { stay, lose, gain } }: { counts: StressTest['counts'] }) {
  const whole = Math.max(1, stay + lose, stay + gain);
  const tall = 260;
  const scale = (count: number) => (count === 0 ? 0 : Math.max(2, (count / whole) * tall));
  const [stays, loses, gains] = [scale(stay), scale(lose), scale(gain)];
  const gap = 10;
  const height = stays + Math.max(loses, gains) + gap;
  return (
    <div class="columns bands">
      <h3>{t('test_before')}</h3>
      <span />
      <h3>{t('test_after')}</h3>
      <div class="column" style={{ height: `${height}px` }}>
        {stay > 0 && (
          <p style={{ height: `${stays}px` }}>
            <Say of="test_bandStay" count={stay} />
          </p>
        )}
        {lose > 0 && (
          <p class="muted" style={{ height: `${loses}px`, marginTop: `${gap}px` }}>
            <Say of="test_bandLose" count={lose} />
          </p>
        )}
      </div>
      <svg viewBox={`0 0 100 ${height}`} height={height} preserveAspectRatio="none" aria-hidden="true">
        {stay > 0 && <rect class="band-stay" x="0" y="0" width="100" height={stays} />}
        {lose > 0 && (
          <path
            class="band-lose"
            d={`M0 ${stays + gap} H30 L44 ${stays + gap + loses / 2} L30 ${stays + gap + loses} H0 z`}
          />
        )}
        {gain > 0 && (
          <path
            class="band-gain"
            d={`M100 ${stays + gap} H70 L56 ${stays + gap + gains / 2} L70 ${stays + gap + gains} H100 z`}
          />
        )}
      </svg>
      <div class="column" style={{ height: `${height}px` }}>
        {stay > 0 && (
          <p style={{ height: `${stays}px` }}>
            <Say of="test_bandStill" count={stay} />
          </p>
        )}
        {gain > 0 && (
          <p style={{ height: `${gains}px`, marginTop: `${gap}px` }}>
            <Say of="test_bandGain" count={gain} />
          </p>
        )}
      </div>
    </div>
  );
}

import { currentLanguage, t } from '../../../../browser/text.ts';
import type { Analysis, Dependence, Diversity } from '../../../../core/model/index.ts';
import { functionName, industryName } from '../../../../core/taxonomy/index.ts';
import { percent } from '../../shared/days.ts';
import { FactSentence, type Known, Names, Say } from '../../shared/Say.tsx';

/** A share below this is not worth a bar. */
const FEW = 0.02;
/** Shares drawn of each property. */
const DRAWN = 4;

/** How much hangs on one employer, industry, function, country, or one person: a sentence each, then the shares. */
export function DependencePart({ analysis, known }: { analysis: Analysis; known: Known }) {
  const told = analysis.dependence.filter(({ largest }) => largest.length > 0);
  const persons = new Map(
    analysis.stressTest
      .flatMap(({ singlePoints }) => singlePoints)
      .flatMap((point) => (point.kind === 'person' && point.contactId ? [[point.contactId, point]] : [])),
  );
  if (told.length === 0) return null;
  return (
    <section class="stack key-part">
      <h2>{t('dependence_title')}</h2>
      <p class="muted measure">{t('dependence_why')}</p>
      {persons.size > 0 && (
        <p class="measure">
          <Say
            of="dependence_person"
            count={persons.size}
            names={<Names ids={[...persons.keys()]} known={known} />}
          />
        </p>
      )}
      <div class="dependences">
        {told.map((dependence) => (
          <DependenceBars
            key={dependence.by}
            dependence={dependence}
            diversity={analysis.diversity.find(({ by }) => by === dependence.by)}
            known={known}
          />
        ))}
      </div>
    </section>
  );
}

function DependenceBars({
  dependence,
  diversity,
  known,
}: {
  dependence: Dependence;
  diversity: Diversity | undefined;
  known: Known;
}) {
  const [first] = dependence.largest;
  const shown = dependence.largest.filter(({ share }) => share >= FEW).slice(0, DRAWN);
  return (
    <div class="stack">
      <h3>{t(`dependenceBy_${dependence.by}`)}</h3>
      {first && <p>{sentenceOf(dependence, first)}</p>}
      {dependence.verdict !== 'unknown' && (
        <>
          <ul class="bars">
            {shown.map((part) => (
              <li key={part.key}>
                <span dir="auto">{labelOf(dependence.by, part)}</span>
                <span class="bar" aria-hidden="true">
                  <span style={{ width: `${Math.round(part.share * 100)}%` }} />
                </span>
                <span class="figure">{percent(part.share)}</span>
              </li>
            ))}
          </ul>
          {diversity?.facts.map((fact) => (
            <p key={fact.key} class="muted small">
              <FactSentence fact={fact} known={known} />
            </p>
          ))}
        </>
      )}
      {dependence.verdict !== 'unknown' && dependence.unknown > 0 && (
        <p class="muted small">{t('dependence_unknown', { count: dependence.unknown })}</p>
      )}
    </div>
  );
}

/** What the largest share means; of a tiny base nothing is said. */
function sentenceOf({ by, verdict, known, unknown }: Dependence, first: Dependence['largest'][number]) {
  if (verdict === 'unknown') return t('dependence_tooFew', { count: known, of: known + unknown });
  if (first.share < FEW) return t('dependence_even', { share: percent(FEW) });
  if (verdict === 'even') return t('dependence_equal', { share: percent(first.share) });
  return (
    <Say
      of={verdict === 'much' ? `dependenceMuch_${by}` : `dependenceSome_${by}`}
      label={<strong dir="auto">{labelOf(by, first)}</strong>}
      share={percent(first.share)}
    />
  );
}

/** The name of a share: codes become names in the user's language, anything else stands as it is. */
function labelOf(by: Dependence['by'], { key, label }: Dependence['largest'][number]): string {
  const language = currentLanguage();
  if (by === 'industry') return industryName(key, language);
  if (by === 'function') return functionName(key, language);
  if (by === 'place' && /^[A-Z]{2}$/.test(key))
    return new Intl.DisplayNames(language, { type: 'region' }).of(key) ?? label;
  return label;
}

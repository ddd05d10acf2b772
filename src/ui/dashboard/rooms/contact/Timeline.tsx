import { currentLanguage, t } from '../../../../browser/text.ts';
import { type Career, currentPosition, type Profile } from '../../../../core/model/index.ts';
import { functionName, industryName } from '../../../../core/taxonomy/index.ts';
import { Section } from './Section.tsx';

/** Positions and schools with their years, and how each was read; then what else the page showed. */
export function Timeline({ profile, career }: { profile: Profile; career: Career }) {
  const language = currentLanguage();
  const { positions, education, skills, languages, about } = profile;
  const current = currentPosition(profile);
  return (
    <>
      {positions.length > 0 && (
        <Section title={t('panel_career')}>
          <ol class="timeline">
            {positions.map((position, at) => {
              const { title, company, start, end, location, description } = position;
              // What the user has corrected is about the position of today.
              const { function: does, industry } = position === current ? career.current : {};
              const isco4 = does?.isco4 ?? career.steps[at]?.isco4;
              const nace2 = industry?.nace2 ?? career.steps[at]?.nace2;
              const read = [
                isco4 && functionName(isco4, language),
                nace2 && industryName(nace2, language),
              ].filter(Boolean);
              return (
                <li key={`${at}-${title}`} class={end === null || end === undefined ? 'now' : undefined}>
                  <p class="muted">{years(start, end)}</p>
                  <div>
                    <p>
                      <bdi>
                        <strong>{title}</strong>
                      </bdi>
                    </p>
                    <p>
                      <bdi>{[company, location].filter(Boolean).join(' · ')}</bdi>
                    </p>
                    {read.length > 0 && <p class="quiet">{read.join(' · ')}</p>}
                    {description && <p class="quiet timeline-more">{description}</p>}
                  </div>
                </li>
              );
            })}
          </ol>
        </Section>
      )}
      {education.length > 0 && (
        <Section title={t('field_education')}>
          <ol class="timeline">
            {education.map(({ school, degree, field, start, end }, at) => (
              <li key={`${at}-${school}`}>
                <p class="muted">{years(start, end ?? undefined, false)}</p>
                <div>
                  <p>
                    <bdi>
                      <strong>{school}</strong>
                    </bdi>
                  </p>
                  <p>{[degree, field].filter(Boolean).join(' · ')}</p>
                </div>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {skills.length > 0 && (
        <Section title={t('field_skills')}>
          <ul class="chips">
            {skills.slice(0, 60).map((skill) => (
              <li key={skill} class="chip" dir="auto">
                {skill}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {languages.length > 0 && (
        <Section title={t('field_languages')}>
          <p>{languages.map(({ name, level }) => (level ? `${name} (${level})` : name)).join(', ')}</p>
        </Section>
      )}
      {about && (
        <Section title={t('field_about')}>
          <p class="timeline-more" dir="auto">
            {about}
          </p>
        </Section>
      )}
    </>
  );
}

/** `2018 – today`; years alone, as months crowd a narrow column. */
function years(start: string | undefined, end: string | null | undefined, open = true): string {
  const from = start?.slice(0, 4);
  const to = typeof end === 'string' ? end.slice(0, 4) : open ? t('panel_today') : undefined;
  if (from === undefined) return to ?? '';
  return to === undefined || to === from ? from : `${from} – ${to}`;
}

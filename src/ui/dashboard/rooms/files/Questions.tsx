import { useEffect, useState } from 'preact/hooks';
import { formatDay, t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { OpenQuestion } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { siteOf } from '../../../parts/siteOf.ts';
import { linkTo } from '../../links.ts';

/** Questions shown at once; the next come when these are answered. */
const AT_ONCE = 10;

/** Names on pages that several contacts bear: who is meant? */
export function Questions() {
  const [found, setFound] = useState<{ questions: OpenQuestion[]; total: number } | null>(null);
  const [message, setMessage] = useState('');
  const load = () =>
    call('questions.get', { limit: AT_ONCE }).then(setFound, (error: unknown) =>
      setMessage(errorText(error)),
    );
  useEffect(() => void load(), []);

  async function answer(id: string, contact: string | null): Promise<void> {
    try {
      const { settled } = await call('questions.answer', { id, contact });
      setMessage(settled ? '' : t('questions_gone'));
    } catch (error) {
      setMessage(errorText(error));
    }
    await load();
  }

  if (message === '' && (found === null || found.total === 0)) return null;
  return (
    <section class="stack" aria-label={t('questions_found', { count: found?.total ?? 0 })}>
      {found !== null && found.total > 0 && (
        <>
          <h2 aria-live="polite">{t('questions_found', { count: found.total })}</h2>
          <p class="measure muted">{t('questions_why')}</p>
        </>
      )}
      <p role="status">{message}</p>
      {found?.questions.map(({ id, subject, candidates, source }) => (
        <fieldset key={id} class="card stack">
          <legend>
            {t('questions_who', {
              name: subject.name,
              site: source.url === undefined ? (source.site ?? '') : siteOf(source.url),
              day: formatDay(source.on),
            })}
          </legend>
          <ul class="steps">
            {candidates.map((one) => (
              <li key={one.id}>
                <a class="step-words" href={linkTo('files', ['duplicates'], { contact: one.id })} dir="auto">
                  {[one.name, one.detail].filter((part) => part !== '').join(' · ')}
                </a>
                <button
                  type="button"
                  aria-label={t('questions_this', { name: one.name })}
                  onClick={() => void answer(id, one.id)}
                >
                  {t('questions_choose')}
                </button>
              </li>
            ))}
          </ul>
          <div class="actions">
            <button type="button" onClick={() => void answer(id, null)}>
              {t('questions_none')}
            </button>
          </div>
        </fieldset>
      ))}
      {found !== null && found.total > found.questions.length && (
        <p class="muted">{t('questions_more', { count: found.total - found.questions.length })}</p>
      )}
    </section>
  );
}

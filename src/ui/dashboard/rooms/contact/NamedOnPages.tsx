import { formatDay, t } from '../../../../browser/text.ts';
import type { Contact } from '../../../../core/model/index.ts';
import { siteOf } from '../../../parts/siteOf.ts';

interface Props {
  pages: NonNullable<Contact['namedOnPages']>;
  onRefuse: (url: string, refused: boolean) => void;
}

/** Which pages named acquaintances, how many of them are not saved, and the click that takes a page's word back. */
export function NamedOnPages({ pages, onRefuse }: Props) {
  if (pages.length === 0) return null;
  return (
    <div>
      <span class="muted">{t('named_title')}</span>
      <ul class="steps">
        {pages.map(({ url, on, named, unsaved, refused = false }) => {
          const page = { site: siteOf(url), day: formatDay(on) };
          return (
            <li key={url}>
              <span class="step-words small">
                {refused ? t('named_refused', page) : t('named_count', { ...page, count: named, unsaved })}
              </span>
              <button
                type="button"
                class="plain"
                aria-label={t(refused ? 'named_listenLabel' : 'named_takeBackLabel', { site: page.site })}
                onClick={() => onRefuse(url, !refused)}
              >
                {t(refused ? 'named_listen' : 'named_takeBack')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { t } from '../../browser/text.ts';
import type { Profile } from '../../core/model/index.ts';
import { jobLine } from '../parts/jobLine.ts';

/** What a page says of its person, before anything is known of them here. */
export type Named = Pick<Profile, 'name' | 'headline' | 'positions'>;

interface Props {
  /** Whom the page shows; `null` while it is being read. */
  who: Named | null;
  /** Why it takes longer than usual. */
  notice?: string | undefined;
}

/**
 * What stands in the popup until the background has answered: the shell of the page itself, with whom the page shows
 * where the name will stay. Pages are read by the popup; a background that sleeps keeps nobody from seeing whose it is.
 */
export function Shell({ who, notice }: Props) {
  return (
    <>
      <main aria-busy="true">
        <span class="hidden" role="status">
          {t('popup_reading')}
        </span>
        {who !== null && (
          <header class="who">
            <h1 dir="auto">{who.name.full}</h1>
            <p dir="auto">{jobLine(who)}</p>
          </header>
        )}
        <div class="shell">
          {who === null && (
            <>
              <i class="line title" />
              <i class="line" />
            </>
          )}
          <hr />
          <i class="square" />
          <i class="line" />
          <i class="line" />
          <i class="line short" />
          <hr />
          <i class="line" />
          <i class="line short" />
        </div>
        {/* At the end, where it moves nothing. */}
        {notice !== undefined && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
      </main>
      <footer class="sticky-bar" />
    </>
  );
}

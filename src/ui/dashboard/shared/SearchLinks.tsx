import { ExternalLink } from 'lucide';
import { t } from '../../../browser/text.ts';
import type { NextMove } from '../../../core/model/index.ts';
import { Icon } from '../../parts/Icon.tsx';

const SITES = { linkedin: 'LinkedIn', xing: 'XING' } as const;

/** Ready people searches; nothing is asked of the site before the user clicks. */
export function SearchLinks({
  links,
  short = false,
}: {
  links: NextMove['links'];
  /** What is searched is said beside: the site's name is enough. */
  short?: boolean;
}) {
  const safe = links.filter(({ url }) => url.startsWith('https://'));
  if (safe.length === 0) return null;
  return (
    <p class="row search-links">
      {safe.map(({ site, url }) => (
        <a key={url} href={url} target="_blank" rel="noopener noreferrer">
          {short ? SITES[site] : t(`search_${site}`)}
          <Icon of={ExternalLink} />
        </a>
      ))}
    </p>
  );
}

import { ExternalLink } from 'lucide';
import type { NextMove } from '../../core/model/index.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text.ts';

/** Ready people searches; nothing is asked of the site before the user clicks. */
export function SearchLinks({ links }: { links: NextMove['links'] }) {
  const safe = links.filter(({ url }) => url.startsWith('https://'));
  if (safe.length === 0) return null;
  return (
    <p class="row search-links">
      {safe.map(({ site, url }) => (
        <a key={url} href={url} target="_blank" rel="noopener noreferrer">
          {t(`search_${site}`)}
          <Icon of={ExternalLink} />
        </a>
      ))}
    </p>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../errorText.ts';
import { grantedSites, removeSite } from '../../moreSites.ts';
import { t } from '../../text.ts';

/** Where the Save button stands, and the quiet mode in which it stands nowhere. */
export function Sites({ quiet, onQuiet }: { quiet: boolean; onQuiet: (quiet: boolean) => void }) {
  const [sites, setSites] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState('');
  const look = () => grantedSites().then(setSites, (error) => setFailure(errorText(error)));
  useEffect(() => void look(), []);
  const remove = (site: string) => removeSite(site).then(look, (error) => setFailure(errorText(error)));
  return (
    <div class="stack wide">
      <label class="check">
        <input
          type="checkbox"
          checked={quiet}
          onChange={({ currentTarget }) => onQuiet(currentTarget.checked)}
        />
        <span>
          {t('settings_quiet')}
          <span class="hint block">{t('settings_quietWhy')}</span>
        </span>
      </label>
      <div class="stack">
        <h3>{t('settings_sitesList')}</h3>
        <ul class="site-list">
          <li>linkedin.com, xing.com</li>
          {sites.map((site) => (
            <li key={site} class="row spread">
              <span>{site}</span>
              <button
                type="button"
                class="plain muted"
                aria-label={t('settings_siteRemoveWhich', { site })}
                onClick={() => void remove(site)}
              >
                {t('settings_siteRemove')}
              </button>
            </li>
          ))}
        </ul>
        <p class="hint">{t('settings_sitesMore')}</p>
        {failure && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
      </div>
      <p class="notice warn">
        <span>{t('settings_terms')}</span>
      </p>
    </div>
  );
}

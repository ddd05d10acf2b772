import { useEffect, useState } from 'preact/hooks';
import { askForNetwork, grantedSites, networkSites, removeSite } from '../../../../browser/moreSites.ts';
import { t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import { errorText } from '../../../errorText.ts';

/** Where the Save button stands, and the quiet mode in which it stands nowhere. */
export function Sites({ quiet, onQuiet }: { quiet: boolean; onQuiet: (quiet: boolean) => void }) {
  const [networks, setNetworks] = useState<Awaited<ReturnType<typeof networkSites>>>([]);
  const [sites, setSites] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState('');
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setNetworks(await networkSites());
      const [granted, sync] = await Promise.all([grantedSites(), call('sync.status', {})]);
      // The storage of sync is no site: to remove it here would cut sync.
      const storage =
        sync.on && URL.canParse(sync.place.address) ? new URL(sync.place.address).hostname : null;
      setSites(granted.filter((host) => host !== storage));
      setFailure('');
    } catch (error) {
      setFailure(errorText(error));
    }
  };
  useEffect(() => void attempt(async () => {}), []);
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
          {networks.map(({ site, pattern, granted }) => (
            <li key={site} class="row spread">
              <span>{site}</span>
              {!granted && (
                <button type="button" onClick={() => void attempt(() => askForNetwork(pattern))}>
                  {t('settings_siteAllow')}
                </button>
              )}
            </li>
          ))}
          {sites.map((site) => (
            <li key={site} class="row spread">
              <span>{site}</span>
              <button
                type="button"
                class="plain muted"
                aria-label={t('settings_siteRemoveWhich', { site })}
                onClick={() => void attempt(() => removeSite(site))}
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

import { getState } from '../storage/state.ts';
import type { Environment } from './environment.ts';

/**
 * Puts the button on every site that the user has granted, and takes it off the others. The prompt of the browser
 * closes the popup that asked, so the background follows by itself what was granted, also while it was not awake.
 */
export async function followGrants(
  environment: Pick<Environment, 'database' | 'grantedSites' | 'buttonSites' | 'addSite' | 'takeButton'>,
): Promise<void> {
  const [all, shown] = await Promise.all([environment.grantedSites(), environment.buttonSites()]);
  // The storage over which devices are kept in step was granted for that alone: nobody's profile stands there.
  const place = (await getState(await environment.database, 'sync'))?.place;
  const storage = place === undefined || place.kind === 'folder' ? null : new URL(place.url).hostname;
  const granted = all.filter((host) => host !== storage);
  for (const host of granted) if (!shown.includes(host)) await environment.addSite(host);
  for (const host of shown) if (!granted.includes(host)) await environment.takeButton(host);
}

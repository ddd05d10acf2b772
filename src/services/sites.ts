import type { Environment } from './environment.ts';

/**
 * Puts the button on every site that the user has granted, and takes it off the others. The prompt of the browser
 * closes the popup that asked, so the background follows by itself what was granted, also while it was not awake.
 */
export async function followGrants(
  environment: Pick<Environment, 'grantedSites' | 'buttonSites' | 'addSite' | 'takeButton'>,
): Promise<void> {
  const [granted, shown] = await Promise.all([environment.grantedSites(), environment.buttonSites()]);
  for (const host of granted) if (!shown.includes(host)) await environment.addSite(host);
  for (const host of shown) if (!granted.includes(host)) await environment.takeButton(host);
}

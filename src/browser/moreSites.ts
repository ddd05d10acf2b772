import { browser } from 'wxt/browser';

/** The build's own name of the button's script. */
const BUTTON_SCRIPT = 'content-scripts/profile.js';

/** Asks the user for a site's pages. Must be called by a click, as browsers ask only then. */
export async function askForSite(host: string): Promise<boolean> {
  return await browser.permissions.request({ origins: [pattern(host)] });
}

/** May the extension read this site's pages without a click on the toolbar? */
export async function hasSite(host: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [pattern(host)] });
}

/** Inserts the Save button into a granted site from its next page on; stays after a restart. */
export async function addSite(host: string): Promise<void> {
  const id = `${BUTTON}${host}`;
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (registered.length > 0) return;
  try {
    await browser.scripting.registerContentScripts([
      {
        id,
        matches: [pattern(host)],
        js: [BUTTON_SCRIPT],
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  } catch (error) {
    // The popup and the background may both have come here: once is enough.
    if (!(await buttonSites()).includes(host)) throw error;
  }
}

/** Takes the button off a site, from its next page on. */
export async function takeButton(host: string): Promise<void> {
  const ids = [`${BUTTON}${host}`];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

/** Hosts beyond the two networks that have the button. */
export async function buttonSites(): Promise<string[]> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  return registered.filter(({ id }) => id.startsWith(BUTTON)).map(({ id }) => id.slice(BUTTON.length));
}

/** Names of registered scripts begin so, followed by the host. */
const BUTTON = 'button-';

function pattern(host: string): string {
  return `https://${host}/*`;
}

/** The host of a pattern of permissions, without a leading `*.`. */
function hostOf(pattern: string): string {
  return pattern.replace(/^https:\/\/(?:\*\.)?/, '').split('/', 1)[0] ?? '';
}

/** The two networks, and whether their pages may be read: Firefox lets the user take that back at any time. */
export async function networkSites(): Promise<{ site: string; pattern: string; granted: boolean }[]> {
  const patterns: string[] = browser.runtime.getManifest().host_permissions ?? [];
  return Promise.all(
    patterns.map(async (pattern) => ({
      site: hostOf(pattern),
      pattern,
      granted: await browser.permissions.contains({ origins: [pattern] }),
    })),
  );
}

/** Asks the user for one of the two networks. Must be called by a click, as browsers ask only then. */
export async function askForNetwork(pattern: string): Promise<boolean> {
  return await browser.permissions.request({ origins: [pattern] });
}

/** Hosts that the user has granted beyond the two networks, each once, in alphabetical order. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const own: string[] = browser.runtime.getManifest().host_permissions ?? [];
  const networks = own.map((pattern) => hostOf(pattern));
  const hosts = origins
    .filter((origin) => /^https:\/\/[^*]/.test(origin))
    .map(hostOf)
    // A host below a network's own is that network's.
    .filter((host) => !networks.some((network) => host === network || host.endsWith(`.${network}`)));
  return [...new Set(hosts)].sort();
}

/** Takes the button off a site and gives its permission back. */
export async function removeSite(host: string): Promise<void> {
  await takeButton(host);
  await browser.permissions.remove({ origins: [pattern(host)] });
}

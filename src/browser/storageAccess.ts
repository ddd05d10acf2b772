import { browser } from 'wxt/browser';

/**
 * Asks the user whether the background may reach this storage's server, and that one alone. Must be called by a click,
 * before anything is awaited, as browsers ask only then.
 */
export async function askForStorage(address: string): Promise<boolean> {
  const wanted = { origins: [patternOf(address)] };
  // Firefox also wants to be told what kind of data goes there, sealed as it is.
  return await browser.permissions.request(
    import.meta.env.FIREFOX
      ? ({ ...wanted, data_collection: ['personallyIdentifyingInfo'] } as never)
      : wanted,
  );
}

/** Gives the permission back. A site of the extension's own manifest stays. */
export async function leaveStorage(address: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false);
}

/** Every port of the server: patterns name none in Firefox. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

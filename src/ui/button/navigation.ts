/** Chromium's and new Firefox' list of the tab's visits; it tells of each change of the address when it is done. */
type Visits = Pick<EventTarget, 'addEventListener'>;

/** How often the address is looked at where the browser does not tell of changes. */
const LOOK_EVERY_MS = 1_000;

/** Calls back after each change of the address within the page, and (`again`) when the browser brings the page back. */
export function onNavigation(callback: (url: string, again: boolean) => void): void {
  addEventListener('pageshow', ({ isTrusted, persisted }) => {
    if (isTrusted && persisted) callback(location.href, true);
  });
  // A page can make these events too: whoever is called back compares the address.
  const look = () => callback(location.href, false);
  const visits = (globalThis as { navigation?: Visits }).navigation;
  if (typeof visits?.addEventListener === 'function') visits.addEventListener('currententrychange', look);
  else setInterval(look, LOOK_EVERY_MS);
}

import { browser } from 'wxt/browser';

/** A browser ends a background that calls nothing of its for half a minute, however busy it is. */
const AWAKE_MS = 20_000;

/** Keeps the background awake while the work goes on. */
export async function awake<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => {}), AWAKE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Runs the work unless somebody of this profile is at it already; `false`: somebody is. */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(`weitblick-${name}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}

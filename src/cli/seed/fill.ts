import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundleScript } from '../bundle.ts';
import { SYNTHETIC_GOALS, SYNTHETIC_ME } from './people.ts';
import { send } from './seed.ts';

/** Contacts written in one transaction. */
const BATCH = 1_000;

/**
 * Fills an extension with any number of synthetic contacts, and waits until the background has derived their rows.
 * Answers how long writing and deriving took, in milliseconds.
 * @param page any page of the extension
 */
export async function fill(
  root: string,
  page: Page,
  count: number,
): Promise<{ written: number; derived: number }> {
  await send(page, 'me.set', { me: SYNTHETIC_ME });
  for (const goal of SYNTHETIC_GOALS) await send(page, 'goal.set', { goal });
  await send(page, 'settings.set', { settings: { onboarding: 'done' } });
  const start = performance.now();
  await writeContacts(root, page, count);
  const written = performance.now() - start;
  await beginDeriving(page);
  await whenDerived(page, count);
  return { written, derived: performance.now() - start - written };
}

/** Writes synthetic contacts as an import does; their rows are pending then. */
export async function writeContacts(root: string, page: Page, count: number): Promise<void> {
  await page.evaluate(await bundleScript(root, join(root, 'src', 'cli', 'seed', 'fillPage.ts')));
  for (let from = 0; from < count; from += BATCH)
    await page.evaluate(
      ([a, b, c]) =>
        (globalThis as unknown as { fillPage(...args: number[]): Promise<void> }).fillPage(a, b, c),
      [from, Math.min(count, from + BATCH), count] as const,
    );
}

/** A change of the settings makes the background look for what is still to be derived. */
export async function beginDeriving(page: Page): Promise<void> {
  await send(page, 'settings.set', { settings: { quiet: false } });
}

/** Waits until the background has nothing left to derive. */
export async function whenDerived(page: Page, count: number): Promise<void> {
  for (;;) {
    const { segments } = (await send(page, 'rows.index', {})) as { segments: unknown[] };
    if (segments.length >= Math.ceil(count / 256) && (await pendingIn(page)) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** How many contacts' rows are still to be made. */
export function pendingIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('weitblick');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const request = open.result.transaction('pending').objectStore('pending').getAll();
          request.onsuccess = () => {
            open.result.close();
            // A large write puts down many in one row.
            const rows = request.result as { ids?: string[] }[];
            resolve(rows.reduce((sum, { ids }) => sum + (ids?.length ?? 1), 0));
          };
        };
      }),
  );
}

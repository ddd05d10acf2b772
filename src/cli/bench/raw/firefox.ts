import { join } from 'node:path';
import { buildExtension } from '../../build.ts';
import { bundleScript } from '../../bundle.ts';
import { launchFirefox } from '../../firefox.ts';
import { root } from '../../root.ts';
import type { Measured } from './table.ts';

/** A browser that has stopped answering holds the rest up no longer. */
const PATIENCE_MS = 10 * 60_000;

/**
 * The import in Firefox, without what only Chromium lets be looked at, put down in `measured` as it goes; answers the
 * browser's name and version.
 */
export async function inFirefox(size: number, measured: Measured): Promise<string> {
  buildExtension(root, 'firefox');
  const firefox = await launchFirefox();
  const watchdog = setTimeout(() => void firefox.close(), PATIENCE_MS);
  try {
    const { page } = firefox;
    await page.goto(`${firefox.origin}/dashboard.html#/settings`, { waitUntil: [] });
    while (!(await page.evaluate(() => 'browser' in globalThis)))
      await new Promise((turn) => setTimeout(turn, 100));
    for (const name of ['limit', 'ours'])
      await page.evaluate(await bundleScript(root, join(root, `src/cli/bench/raw/${name}.ts`)));
    const ask = (part: 'limit' | 'ours', what: string, ...input: unknown[]) =>
      page.evaluate(
        (of, name, given) => Reflect.get(Reflect.get(globalThis, of), name)(...given) as Promise<number>,
        part,
        what,
        input,
      );
    await ask('limit', 'prepare', size);
    measured.set('put', await ask('limit', 'put'));
    measured.set('put with index', await ask('limit', 'putIndexed'));
    measured.set('put with ties', await ask('limit', 'putAll'));
    measured.set('getAll', await ask('limit', 'getAll'));
    measured.set('read', await ask('ours', 'read', size));
    const saved = await ask('ours', 'confirm');
    measured.set('saved', saved);
    measured.set('classified', saved + (await ask('ours', 'derived')));
    return await firefox.version();
  } finally {
    clearTimeout(watchdog);
    await firefox.close().catch(() => {});
  }
}

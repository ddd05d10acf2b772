import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Builds the extension into `.output`, for Chromium into `chrome-mv3` and for Firefox into `firefox-mv3`; throws with
 * the build's own report.
 */
export function buildExtension(root: string, browser: 'chrome' | 'firefox' = 'chrome'): void {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', '-b', browser, '--mv3'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`);
}

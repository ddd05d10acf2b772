import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** Builds the extension for Chromium into `.output/chrome-mv3`; throws with the build's own report. */
export function buildExtension(root: string): void {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`);
}

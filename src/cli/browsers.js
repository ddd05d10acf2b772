// Plain JavaScript: runs before anything is installed, on the system's own Node.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @typedef {'chromium' | 'firefox'} Browser */

/** @type {Record<Browser, { variable: string, commands: string[], files: string[], debian: string }>} */
export const BROWSERS = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
    files: ['/usr/bin/chromium', '/snap/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    files: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
  },
};

/**
 * Where a browser is: the environment variable, then PATH, then the usual places.
 * Google's own branded Chrome is not looked for: it no longer loads unpacked extensions from the command line.
 * @param {Browser} browser
 * @returns {string | null}
 */
export function findBrowser(browser) {
  const { variable, commands, files } = BROWSERS[browser];
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...files,
  ];
  return candidates.find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

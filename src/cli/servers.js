// Plain JavaScript like browsers.js: runs before anything is installed, on the system's own Node.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @typedef {'apache' | 'rclone'} Server */

/**
 * Real WebDAV servers that the tests run against: a careful one, and one that keeps half files.
 * @type {Record<Server, { variable: string, commands: string[], files: string[], debian: string }>}
 */
export const SERVERS = {
  apache: {
    variable: 'APACHE_PATH',
    commands: ['apache2', 'httpd'],
    files: ['/usr/sbin/apache2', '/usr/sbin/httpd'],
    debian: 'apache2-bin',
  },
  rclone: { variable: 'RCLONE_PATH', commands: ['rclone'], files: ['/usr/bin/rclone'], debian: 'rclone' },
};

/**
 * Where a server is: the environment variable, then PATH, then the usual places; `null`: nowhere.
 * @param {Server} server
 * @returns {string | null}
 */
export function findServer(server) {
  const { variable, commands, files } = SERVERS[server];
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...files,
  ];
  return candidates.find(isExecutable) ?? null;
}

/**
 * Finds the servers, and installs what is missing where that is one's own to do (root on Debian; `apache2-bin` is the
 * program alone, no service). Answers what is missing still.
 * @returns {{ server: Server, sentence: string }[]}
 */
export function installServers() {
  const names = /** @type {Server[]} */ (Object.keys(SERVERS));
  const missing = names.filter((server) => findServer(server) === null);
  if (missing.length > 0 && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    const packages = missing.map((server) => SERVERS[server].debian);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return names
    .filter((server) => findServer(server) === null)
    .map((server) => ({
      server,
      sentence: `${server} is not here: install ${SERVERS[server].debian}, or name it in ${SERVERS[server].variable}.`,
    }));
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

// The way in for `npm start`, `npm test` and `npm run cli`: prepares what the command lacks, then hands over to
// the pinned Node. Plain JavaScript and Node's own modules only: at this point nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { BROWSERS, findBrowser } from './browsers.js';

/** Browsers that a command cannot do without. @type {Map<string, import('./browsers.js').Browser[]>} */
const NEEDED_BROWSERS = new Map([
  ['start', ['chromium']],
  ['screens', ['chromium']],
  ['test', ['chromium', 'firefox']],
]);

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'node_modules', '.installed-from');
const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const [command = '', ...rest] = process.argv.slice(2);
installPackages();
for (const browser of NEEDED_BROWSERS.get(command) ?? []) installBrowser(browser);
const { status } = spawnSync(
  pinnedNode,
  [join(root, 'src', 'cli', 'main.ts'), ...(command ? [command] : []), ...rest],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);

/** Installs from the lock file when it has changed since the last time, or when something is missing. */
function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the packages of package-lock.json …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // npm's own report belongs on standard error: standard output is for data alone.
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    stop('The packages could not be installed: see the lines of npm above, then run the command again.');
  if (!existsSync(pinnedNode)) {
    stop(
      'The pinned Node is missing after the installation: run "npm ci" without --ignore-scripts, then try again.',
    );
  }
  writeFileSync(stamp, wanted);
}

/** @param {import('./browsers.js').Browser} browser */
function installBrowser(browser) {
  if (findBrowser(browser)) return;
  const { variable, debian } = BROWSERS[browser];
  const sentence = `${debian} was not found: install it (on Debian or Ubuntu: "sudo apt-get install ${debian}"), or set ${variable} to its program.`;
  if (process.env[variable] || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) stop(sentence);
  say(`Installing ${debian} from the distribution's packages …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const call of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debian, 'fonts-dejavu-core'],
  ]) {
    spawnSync('apt-get', call, { env: environment, stdio: ['ignore', 2, 2] });
  }
  if (!findBrowser(browser)) stop(sentence);
}

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** @param {string} sentence */
function stop(sentence) {
  say(sentence);
  process.exit(1);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer } from '../../src/cli/servers.js';

/** A WebDAV server of a test: its address, the folder in which its files lie, and how it is stopped. */
export interface DavServer {
  url: string;
  user: string;
  password: string;
  files: string;
  stop(): Promise<void>;
}

export const USER = 'kim';
export const PASSWORD = 'app-password';

const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
];

/** Apache with mod_dav on a free port of this machine. */
export async function startApache(): Promise<DavServer> {
  const program = findServer('apache');
  if (program === null) throw new Error('Apache is not here: tests against a real server cannot pass.');
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-apache-'));
  chmodSync(folder, 0o755);
  const files = join(folder, 'files');
  mkdirSync(files);
  const modules = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'].find(
    existsSync,
  );
  const port = await freePort();
  const digest = createHash('sha1').update(PASSWORD).digest('base64');
  writeFileSync(join(folder, 'users'), `${USER}:{SHA}${digest}\n`);
  const root = process.getuid?.() === 0;
  if (root) for (const path of [folder, files]) chownSync(path, 33, 33);
  writeFileSync(
    join(folder, 'httpd.conf'),
    [
      `ServerRoot "${folder}"`,
      'ServerName localhost',
      `Listen 127.0.0.1:${port}`,
      ...MODULES.map((name) => `LoadModule ${name}_module "${modules}/mod_${name}.so"`),
      `PidFile "${folder}/pid"`,
      `ErrorLog "${folder}/error.log"`,
      'LogLevel error',
      ...(root ? ['User www-data', 'Group www-data'] : []),
      `DavLockDB "${folder}/lock"`,
      `DocumentRoot "${files}"`,
      `<Directory "${files}">`,
      '  Dav On',
      '  AuthType Basic',
      '  AuthName "test"',
      `  AuthUserFile "${folder}/users"`,
      '  Require valid-user',
      '</Directory>',
    ].join('\n'),
  );
  const server = spawn(program, ['-f', join(folder, 'httpd.conf'), '-DFOREGROUND'], { stdio: 'ignore' });
  return ready(server, { url: `http://127.0.0.1:${port}`, files, folder });
}

/** `rclone serve webdav`: it ignores conditions and keeps halves. */
export async function startRclone(): Promise<DavServer> {
  const program = findServer('rclone');
  if (program === null) throw new Error('rclone is not here: tests against a real server cannot pass.');
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-rclone-'));
  const files = join(folder, 'files');
  mkdirSync(files);
  const port = await freePort();
  const server = spawn(
    program,
    ['serve', 'webdav', files, '--addr', `127.0.0.1:${port}`, '--user', USER, '--pass', PASSWORD],
    { stdio: 'ignore', env: { ...process.env, RCLONE_CONFIG: join(folder, 'none.conf') } },
  );
  return ready(server, { url: `http://127.0.0.1:${port}`, files, folder });
}

async function ready(
  server: ChildProcess,
  { url, files, folder }: { url: string; files: string; folder: string },
): Promise<DavServer> {
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    if (server.exitCode === null) server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    const answers = await fetch(url, { method: 'OPTIONS' }).then(
      () => true,
      () => false,
    );
    if (answers) return { url, user: USER, password: PASSWORD, files, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`The server at ${url} does not answer.`);
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}

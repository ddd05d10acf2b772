// @vitest-environment node
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidyAddress } from '../../src/core/sync/index.ts';
import type { Carrier } from '../../src/sync/carrier.ts';
import { carrierOf } from '../../src/sync/carriers.ts';
import { parseListing } from '../../src/sync/webdav.ts';
import { type DavServer, startApache, startRclone } from '../servers/apache.ts';
import { startFaults } from '../servers/faults.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe.each([
  ['Apache', startApache],
  ['rclone', startRclone],
])('WebDAV at %s', (_, start) => {
  let server: DavServer;
  let carrier: Carrier;
  beforeAll(async () => {
    server = await start();
    carrier = carrierOf({ kind: 'webdav', ...server });
  });
  afterAll(() => server.stop());

  it('makes folders, writes, lists, reads and removes', async () => {
    await carrier.makeFolder(['Weitblick', 'a b', 'e0001-00000000']);
    await carrier.makeFolder(['Weitblick', 'a b', 'e0001-00000000']);
    const path = ['Weitblick', 'a b', 'e0001-00000000'];
    await carrier.put([...path, 'x (1) & ü.wb'], bytes('hello'));
    await carrier.put([...path, 'y.wb'], new Uint8Array(300_000));
    const listing = await carrier.list(path);
    expect([...(listing?.files ?? [])].sort()).toEqual([
      ['x (1) & ü.wb', 5],
      ['y.wb', 300_000],
    ]);
    expect((await carrier.list(['Weitblick']))?.folders).toEqual(['a b']);
    expect(new TextDecoder().decode((await carrier.get([...path, 'x (1) & ü.wb'])) ?? undefined)).toBe(
      'hello',
    );
    expect(await carrier.get([...path, 'none.wb'])).toBeNull();
    expect(await carrier.list(['Weitblick', 'nowhere'])).toBeNull();
    await carrier.remove([...path, 'y.wb']);
    await carrier.remove([...path, 'y.wb']);
    expect((await carrier.list(path))?.files.size).toBe(1);
    await carrier.remove(['Weitblick']);
    expect(readdirSync(server.files)).toEqual([]);
  });

  it('says by what kind it was refused', async () => {
    const wrong = carrierOf({ kind: 'webdav', ...server, password: 'wrong' });
    await expect(wrong.list(['Weitblick'])).rejects.toMatchObject({ kind: 'password' });
    await expect(wrong.put(['x'], bytes('x'))).rejects.toMatchObject({ kind: 'password' });
    const nobody = carrierOf({ kind: 'webdav', ...server, url: 'http://127.0.0.1:9' });
    await expect(nobody.list([])).rejects.toMatchObject({ kind: 'offline' });
  });
});

describe('WebDAV behind a network that spoils it', () => {
  let server: DavServer;
  let faults: Awaited<ReturnType<typeof startFaults>>;
  let carrier: Carrier;
  beforeAll(async () => {
    server = await startApache();
    faults = await startFaults(server.url);
    carrier = carrierOf({ kind: 'webdav', ...server, url: faults.url });
    await carrier.makeFolder(['f']);
  });
  afterAll(async () => {
    await faults.stop();
    await server.stop();
  });

  it.each([
    [{ status: 401 }, 'password'],
    [{ status: 403 }, 'password'],
    [{ status: 412 }, 'odd'],
    [{ status: 423 }, 'busy'],
    [{ status: 429, headers: { 'Retry-After': '120' } }, 'busy'],
    [{ status: 503 }, 'busy'],
    [{ status: 500 }, 'server'],
    [{ status: 507 }, 'full'],
    [{ status: 413 }, 'full'],
    [{ status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>Log in</html>' }, 'odd'],
    [{ status: 207, body: '<multistatus/>' }, 'odd'],
    [{ status: 302, headers: { Location: 'https://login.example.org/' } }, 'moved'],
    ['silence' as const, 'offline'],
  ])('listing: %j is %s', async (fault, kind) => {
    faults.spoil(() => fault);
    await expect(carrier.list(['f'])).rejects.toMatchObject({ kind });
    faults.spoil(null);
  });

  it('tells how long a busy server wants to be left alone', async () => {
    faults.spoil(() => ({ status: 429, headers: { 'Retry-After': '120' } }));
    await expect(carrier.put(['f', 'x'], bytes('x'))).rejects.toMatchObject({ retryAfter: 120_000 });
    const later = new Date(Date.now() + 60_000).toUTCString();
    faults.spoil(() => ({ status: 503, headers: { 'Retry-After': later } }));
    const error = (await carrier.put(['f', 'x'], bytes('x')).catch((thrown) => thrown)) as {
      retryAfter: number;
    };
    expect(error.retryAfter).toBeGreaterThan(50_000);
    faults.spoil(null);
  });

  it('a put that is cut in the middle is no success', async () => {
    faults.spoil(() => 'cutPut');
    await expect(carrier.put(['f', 'half.wb'], new Uint8Array(200_000))).rejects.toMatchObject({
      kind: 'offline',
    });
    faults.spoil(null);
  });

  it('sends no cookie, and the password nowhere but in its header', async () => {
    faults.asked.length = 0;
    await carrier.list(['f']);
    expect(faults.asked).toEqual(['PROPFIND /f/']);
    expect(readdirSync(join(server.files, 'f')).filter((name) => !name.startsWith('.'))).toBeDefined();
  });
});

describe('a body without end', () => {
  /** Answers with pieces of a megabyte, and counts them. */
  function endless(status: number) {
    const sent = { pieces: 0 };
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          sent.pieces += 1;
          if (sent.pieces > 200) controller.close();
          else controller.enqueue(new Uint8Array(1024 * 1024));
        },
      });
    return { sent, send: async () => new Response(body(), { status }) };
  }
  const dav = { kind: 'webdav' as const, url: 'https://dav.example.org', user: 'kim', password: 'p' };
  const store = { kind: 's3' as const, url: 'https://s3.example.org', bucket: 'b', region: 'r' };

  it.each([
    ['a file', 200, dav, (carrier: Carrier) => carrier.get(['x']), 'odd', 20],
    ['a listing', 207, dav, (carrier: Carrier) => carrier.list(['x']), 'crowded', 40],
    [
      'a file of S3',
      200,
      { ...store, keyId: 'k', secret: 's' },
      (carrier: Carrier) => carrier.get(['x']),
      'odd',
      20,
    ],
    [
      'a listing of S3',
      200,
      { ...store, keyId: 'k', secret: 's' },
      (carrier: Carrier) => carrier.list(['x']),
      'odd',
      10,
    ],
    [
      'a refusal of S3',
      403,
      { ...store, keyId: 'k', secret: 's' },
      (carrier: Carrier) => carrier.get(['x']),
      'password',
      5,
    ],
    [
      'a trouble of S3',
      500,
      { ...store, keyId: 'k', secret: 's' },
      (carrier: Carrier) => carrier.get(['x']),
      'server',
      5,
    ],
  ] as const)('%s is not fetched to the end', async (_, status, place, ask, kind, most) => {
    const { sent, send } = endless(status);
    await expect(ask(carrierOf(place, send))).rejects.toMatchObject({ kind });
    expect(sent.pieces).toBeLessThan(most);
  });
});

describe('a listing', () => {
  const entry = (href: string, inner: string, prefix = 'd:') =>
    `<${prefix}response><${prefix}href>${href}</${prefix}href><${prefix}propstat><${prefix}prop>${inner}</${prefix}prop></${prefix}propstat></${prefix}response>`;

  it.each([['d:'], ['D:'], ['lp1:'], ['']])('is read whatever its prefix (%j)', (prefix) => {
    const xml = `<?xml version="1.0"?><${prefix}multistatus xmlns="DAV:">${[
      entry('/dav/W/', `<${prefix}resourcetype><${prefix}collection/></${prefix}resourcetype>`, prefix),
      entry('/dav/W/sub/', `<${prefix}resourcetype><${prefix}collection /></${prefix}resourcetype>`, prefix),
      entry(
        'https://example.org/dav/W/a%20b.wb',
        `<${prefix}getcontentlength>12</${prefix}getcontentlength>`,
        prefix,
      ),
      entry('/dav/W/c&amp;d.wb', `<${prefix}getcontentlength>3</${prefix}getcontentlength>`, prefix),
      entry('/dav/other/e.wb', `<${prefix}getcontentlength>3</${prefix}getcontentlength>`, prefix),
    ].join('')}</${prefix}multistatus>`;
    const listing = parseListing(xml, '/dav/W');
    expect([...(listing?.files ?? [])]).toEqual([
      ['a b.wb', 12],
      ['c&d.wb', 3],
    ]);
    expect(listing?.folders).toEqual(['sub']);
  });

  it.each([['..%2F..%2Fx.wb'], ['%2E%2E'], ['a%2Fb.wb'], ['a%5Cb.wb']])('has no name such as %s', (name) => {
    const listing = parseListing(entry('/W/', '') + entry(`/W/${name}`, '') + entry('/W/y.wb', ''), '/W/');
    expect([...(listing?.files.keys() ?? [])]).toEqual(['y.wb']);
  });

  it('without its own folder is none of this server', () => {
    expect(parseListing(entry('/elsewhere/', ''), '/dav/W')).toBeNull();
    expect(parseListing('<html></html>', '/dav/W')).toBeNull();
  });
});

describe('an address', () => {
  it.each([
    ['cloud.example.org/remote.php/dav/files/kim/', 'https://cloud.example.org/remote.php/dav/files/kim'],
    [' https://dav.example.org ', 'https://dav.example.org'],
    ['http://localhost:8080/dav', 'http://localhost:8080/dav'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://dav.example.org', null],
    ['http://127.0.0.1.evil.example', null],
    ['ftp://dav.example.org', null],
    ['https://kim:secret@dav.example.org', null],
    ['https://dav.example.org/?x=1', null],
    ['', null],
  ])('%j is %j', (typed, kept) => {
    expect(tidyAddress(typed)).toBe(kept);
  });
});

// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Carrier } from '../../src/sync/carrier.ts';
import { carrierOf } from '../../src/sync/carriers.ts';
import { startS3 } from '../servers/s3.ts';
import { makeDevice, untilInStep } from '../services/sync/devices.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an S3-compatible store', () => {
  let server: Awaited<ReturnType<typeof startS3>>;
  let carrier: Carrier;
  beforeAll(async () => {
    server = await startS3();
    carrier = carrierOf(server.place);
  });
  afterAll(() => server.stop());

  it('writes, lists, reads and removes, with every request signed', async () => {
    await carrier.makeFolder(['W', 'a b']);
    expect((await carrier.list(['W', 'a b']))?.files.size).toBe(0);
    await carrier.put(['W', 'a b', "x (1) & ü's!.wb"], bytes('hello'));
    expect([...((await carrier.list(['W', 'a b']))?.files ?? [])]).toEqual([["x (1) & ü's!.wb", 5]]);
    expect((await carrier.list(['W']))?.folders).toEqual(['a b']);
    const read = await carrier.get(['W', 'a b', "x (1) & ü's!.wb"]);
    expect(new TextDecoder().decode(read ?? undefined)).toBe('hello');
    expect(await carrier.get(['W', 'none'])).toBeNull();
    expect(await carrier.list(['nowhere'])).toBeNull();
    await carrier.remove(['W', 'a b', "x (1) & ü's!.wb"]);
    await carrier.remove(['W', 'a b', "x (1) & ü's!.wb"]);
    expect((await carrier.list(['W', 'a b']))?.files.size).toBe(0);
    await carrier.remove(['W']);
    expect([...server.objects.keys()]).toEqual([]);
  });

  it('lists what stands on several pages', async () => {
    for (let i = 0; i < 2_500; i++)
      server.objects.set(`many/${String(i).padStart(5, '0')}`, Buffer.from('x'));
    expect((await carrier.list(['many']))?.files.size).toBe(2_500);
    server.objects.clear();
  });

  it('signs anew with the server’s clock when its own is wrong', async () => {
    server.ahead(3 * 3_600_000);
    await carrier.put(['x'], bytes('x'));
    expect(server.objects.has('x')).toBe(true);
    server.ahead(0);
    await carrier.put(['y'], bytes('y'));
    server.objects.clear();
  });

  it.each([
    [403, 'AccessDenied', 'password'],
    [403, 'QuotaExceeded', 'full'],
    [507, 'XMinioStorageExceeded', 'full'],
    [503, 'SlowDown', 'busy'],
    [404, 'NoSuchBucket', 'moved'],
    [500, 'InternalError', 'server'],
    [412, 'PreconditionFailed', 'odd'],
  ])('%i %s is %s', async (status, code, kind) => {
    server.refuse({ status, code });
    await expect(carrier.put(['x'], bytes('x'))).rejects.toMatchObject({ kind });
    server.refuse(null);
  });

  it('refuses a wrong secret, and a bucket that is not there', async () => {
    const wrong = carrierOf({ ...server.place, secret: 'wrong' });
    await expect(wrong.list([])).rejects.toMatchObject({ kind: 'password' });
    const elsewhere = carrierOf({ ...server.place, bucket: 'other' });
    await expect(elsewhere.list([])).rejects.toMatchObject({ kind: 'moved' });
  });

  it.each([['W/../other/x'], ['W/./x'], ['W//x'], ['W/..'], ['W/a/../../../../other-bucket/x']])(
    'removes nothing beside its own folder though %j lies there',
    async (odd) => {
      server.objects.set('W/a.wb', Buffer.from('x'));
      server.objects.set(odd, Buffer.from('x'));
      server.asked.length = 0;
      await carrier.remove(['W']).catch(() => {});
      const inside = /^DELETE \/my-bucket\/W\/(?:a|a\.wb|a\/)?$/;
      expect(server.asked.filter((one) => one.startsWith('DELETE') && !inside.test(one))).toEqual([]);
      expect([...server.objects.keys()]).not.toContain('W/a.wb');
      server.objects.clear();
    },
  );

  it('gives up on folders in folders without end', async () => {
    let asked = 0;
    const bottomless = carrierOf(server.place, async (address) => {
      asked += 1;
      if (asked > 100) throw new Error('it never ends');
      const prefix = new URL(address).searchParams.get('prefix') ?? '';
      const inner = `<CommonPrefixes><Prefix>${prefix}x/</Prefix></CommonPrefixes>`;
      return new Response(`<ListBucketResult>${inner}</ListBucketResult>`);
    });
    await expect(bottomless.remove(['W'])).rejects.toMatchObject({ kind: 'odd' });
    expect(asked).toBeLessThan(20);
  });

  it('keeps two devices in step', async () => {
    const laptop = await makeDevice('Laptop', carrier);
    const tablet = await makeDevice('Tablet', carrier);
    const id = await laptop.save('ada');
    await tablet.join(await laptop.setUp());
    await tablet.note(id, 'of the tablet');
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(id))?.own.note).toBe('of the tablet');
    expect(await laptop.view()).toEqual(await tablet.view());
    expect(await laptop.background.sync.leave(true)).toEqual({ ok: true });
    expect([...server.objects.keys()].filter((key) => key.includes('e0001'))).toEqual([]);
  });
});

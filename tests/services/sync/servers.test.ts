// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Carrier } from '../../../src/sync/carrier.ts';
import { carrierOf } from '../../../src/sync/carriers.ts';
import { randomFrom } from '../../core/sync/histories.ts';
import { type DavServer, startApache, startRclone } from '../../servers/apache.ts';
import { type Fault, startFaults } from '../../servers/faults.ts';
import { type Device, makeDevice, untilInStep } from './devices.ts';
import { randomEdit } from './edits.ts';

/** Edits of each device while it is offline, and how often. `drill sync` makes them as many as the design asks for. */
const [EDITS, TIMES] = [Number(process.env.WEITBLICK_DRILL_EDITS ?? 25), 3];
const PATIENCE_MS = 30_000 + EDITS * 1_500;

/** Three devices, each edited while it is offline, three times; then rounds until nothing is new. */
async function inStep(carrier: Carrier, edits: number, seed: number, most: number): Promise<Device[]> {
  const random = randomFrom(seed);
  const devices = await Promise.all(['Laptop', 'Tablet', 'Tower'].map((name) => makeDevice(name, carrier)));
  const [laptop, ...others] = devices as [Device, ...Device[]];
  for (let i = 0; i < 20; i++) await laptop.save(`p${i}`);
  const code = await laptop.setUp();
  for (const device of others) await device.join(code);
  for (let offline = 0; offline < TIMES; offline++) {
    for (const device of devices) for (let i = 0; i < edits; i++) await randomEdit(device, random, 24);
    for (const device of devices) await device.round();
  }
  await untilInStep(devices, most);
  return devices;
}

async function seen(device: Device): Promise<unknown> {
  return { ...((await device.view()) as object), captures: [] };
}

describe.each([
  ['Apache', startApache],
  ['rclone', startRclone],
])('three devices through %s', (_, start) => {
  let server: DavServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  it(
    `end in one state after ${EDITS} random edits of each, ${TIMES} times offline`,
    async () => {
      const devices = await inStep(carrierOf({ kind: 'webdav', ...server }), EDITS, 7, 8);
      const [first, ...others] = await Promise.all(devices.map(seen));
      for (const other of others) expect(other).toEqual(first);
      for (const device of devices)
        expect(await device.status()).toMatchObject({ waiting: 0, trouble: null });
    },
    PATIENCE_MS,
  );

  it('leave nothing there that could be read', async () => {
    const carrier = carrierOf({ kind: 'webdav', ...server });
    const laptop = await makeDevice('Laptop', carrier);
    await laptop.save('ada', { name: { full: 'Ada Unverschlossen' }, headline: 'Unverschlossen' });
    await laptop.setUp();
    await laptop.round();
    // What `grep` finds of the name, in any file.
    const found = execFileSync('sh', ['-c', 'grep -rla -e Unverschlossen -e linkedin . || true'], {
      cwd: server.files,
      encoding: 'utf8',
    });
    expect(found).toBe('');
    expect(execFileSync('find', ['.', '-name', 'c-*.wb'], { cwd: server.files, encoding: 'utf8' })).toMatch(
      /c-/,
    );
  });
});

describe('three devices through a network that spoils every fifth request', () => {
  let server: DavServer;
  let faults: Awaited<ReturnType<typeof startFaults>>;
  beforeAll(async () => {
    server = await startRclone();
    faults = await startFaults(server.url);
  });
  afterAll(async () => {
    await faults.stop();
    await server.stop();
  });

  it(
    `end in one state within twenty rounds after ${EDITS} random edits of each, ${TIMES} times offline`,
    async () => {
      const random = randomFrom(11);
      const kinds: Fault[] = [
        { status: 500 },
        { status: 503 },
        { status: 423 },
        { status: 412 },
        { status: 507 },
        { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html></html>' },
        'silence',
        'cutPut',
      ];
      let on = false;
      faults.spoil(({ method }) => {
        if (!on || random() > 0.2) return null;
        const fault = kinds[Math.floor(random() * kinds.length)] ?? null;
        return fault === 'cutPut' && method !== 'PUT' ? 'silence' : fault;
      });
      const carrier = carrierOf({ kind: 'webdav', ...server, url: faults.url });
      const devices = await Promise.all(
        ['Laptop', 'Tablet', 'Tower'].map((name) => makeDevice(name, carrier)),
      );
      const [laptop, ...others] = devices as [Device, ...Device[]];
      for (let i = 0; i < 20; i++) await laptop.save(`p${i}`);
      const code = await laptop.setUp();
      for (const device of others) await device.join(code);
      on = true;
      for (let offline = 0; offline < TIMES; offline++) {
        for (const device of devices) for (let i = 0; i < EDITS; i++) await randomEdit(device, random, 24);
        for (const device of devices) await device.round();
      }
      await untilInStep(devices, 20);
      const [first, ...rest] = await Promise.all(devices.map(seen));
      for (const other of rest) expect(other).toEqual(first);
      for (const device of devices) expect(await device.status()).toMatchObject({ waiting: 0 });
    },
    PATIENCE_MS,
  );

  it('a listing cut short forgets nobody', async () => {
    faults.spoil(null);
    const carrier = carrierOf({ kind: 'webdav', ...server, url: `${faults.url}` });
    const laptop = await makeDevice('Laptop', carrier);
    const ids = [await laptop.save('a'), await laptop.save('b')];
    await laptop.setUp();
    for (let i = 0; i < 6; i++) {
      await laptop.note(ids[0] ?? '', `note ${i}`);
      await laptop.round();
    }
    const before = await laptop.view();
    faults.spoil(({ method }) => (method === 'PROPFIND' ? { entries: 3 } : null));
    await laptop.round();
    expect(await laptop.view()).toEqual(before);
    faults.spoil(null);
    await laptop.round();
    expect(await laptop.status()).toMatchObject({ trouble: null });
  });
});

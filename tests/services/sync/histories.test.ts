import { expect, it } from 'vitest';
import { randomFrom } from '../../core/sync/histories.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { type Device, makeDevice, untilInStep } from './devices.ts';
import { randomEdit } from './edits.ts';

/** Three databases, random edits, rounds now and then; `spoil` breaks requests. */
async function history(seed: number, spoil = false): Promise<Device[]> {
  const random = randomFrom(seed);
  const carrier = new MemoryCarrier();
  const devices = await Promise.all(['Laptop', 'Tablet', 'Tower'].map((name) => makeDevice(name, carrier)));
  const [laptop, tablet, tower] = devices as [Device, Device, Device];
  // One clock is years ahead, one behind.
  tablet.clock.ms += 3 * 365 * 86_400_000;
  tower.clock.ms -= 365 * 86_400_000;
  for (const device of devices) for (let i = 0; i < 6; i++) await randomEdit(device, random, 6);
  const code = await laptop.setUp();
  await tablet.join(code);
  await tower.join(code);
  for (let step = 0; step < 60; step++) {
    const device = devices[Math.floor(random() * 3)] as Device;
    if (random() < 0.2) await device.round();
    else await randomEdit(device, random, 6);
    if (spoil && random() < 0.1) {
      // A half file, a foreign name, a file that is gone.
      const names = carrier.named('d');
      const name = names[Math.floor(random() * names.length)];
      const half = name === undefined ? undefined : carrier.files.get(name);
      if (name !== undefined && half !== undefined)
        carrier.files.set(`${name.slice(0, -3)} (1).wb`, half.slice(0, 50));
    }
  }
  await untilInStep(devices);
  return devices;
}

/**
 * Pages that were read are left out: where somebody was merged here and forgotten there at once, one device may keep a
 * page of them that another has let go with them.
 */
async function seen(device: Device): Promise<unknown> {
  return { ...((await device.view()) as object), captures: [] };
}

/** `drill sync` tries more. */
const HISTORIES = process.env.WEITBLICK_DRILL_EDITS === undefined ? 24 : 120;

it.each(Array.from({ length: HISTORIES }, (_, i) => i + 1))(
  'history %i of three databases ends in one state',
  async (seed) => {
    const devices = await history(seed, seed % 2 === 0);
    const views = await Promise.all(devices.map(seen));
    expect(views[1]).toEqual(views[0]);
    expect(views[2]).toEqual(views[0]);
    for (const device of devices) expect(await device.status()).toMatchObject({ waiting: 0, trouble: null });
  },
);

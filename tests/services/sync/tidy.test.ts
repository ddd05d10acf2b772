import { describe, expect, it } from 'vitest';
import { readLines, Space } from '../../../src/services/sync/space.ts';
import { parseName } from '../../../src/sync/names.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { type Device, makeDevice, untilInStep } from './devices.ts';

const DAY = 86_400_000;
/** So few records in one part that a network of a test has many. */
const PARTS = { partRecords: 10 };
const ADA = 'Ada Unvergessen';

/** Two devices in step whose cover has a dozen parts; the person of `ADA` stands in the middle, with a page, a tie and a note. */
async function grown() {
  const carrier = new MemoryCarrier();
  const laptop = await makeDevice('Laptop', carrier, PARTS);
  const tablet = await makeDevice('Tablet', carrier, PARTS);
  const ids: string[] = [];
  for (let i = 0; i < 60; i++)
    ids.push(await laptop.save(`p${i}`, i === 30 ? { name: { full: ADA }, headline: `${ADA} says` } : {}));
  const ada = ids[30] ?? '';
  await laptop.note(ada, `called ${ADA}`);
  await laptop.handlers['contact.setTie'](
    { tie: { from: ada, to: ids[5] ?? '', kind: 'knows', strength: 'strong' } },
    { kind: 'extension', url: '', tab: null },
  );
  const code = await laptop.setUp();
  await tablet.join(code);
  await untilInStep([laptop, tablet]);
  return { carrier, laptop, tablet, ids, ada, code };
}

/** The names of files whose opened text holds something. */
async function filesThatHold(carrier: MemoryCarrier, device: Device, text: string): Promise<string[]> {
  const space = new Space(carrier, (await device.db.get('state', 'sync')) as never);
  const holding: string[] = [];
  for (const path of carrier.files.keys()) {
    const name = path.split('/').at(-1) ?? '';
    if (parseName(name) === null) continue;
    if ((await space.read(name))?.text?.includes(text)) holding.push(name);
  }
  return holding;
}

/** What the covers on the carrier say of themselves, the oldest first. */
async function coversOn(carrier: MemoryCarrier, device: Device) {
  const space = new Space(carrier, (await device.db.get('state', 'sync')) as never);
  const headers = [];
  for (const path of carrier.named('c')) {
    const name = parseName(path.split('/').at(-1) ?? '');
    const text = name && (await space.read(name.name))?.text;
    const opened = name && text ? readLines(name, text) : null;
    if (opened !== null) headers.push(opened.header);
  }
  return headers.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** A text that packs badly, of its own for each number. */
const longText = (of: number) =>
  Array.from({ length: 200 }, (_, i) => (Math.sin(of * 1_000 + i) * 1e9).toString(36)).join(' ');

/** Days go by, with a few rounds of each device at the end of them. */
async function pass(days: number, devices: readonly Device[]): Promise<void> {
  for (const device of devices) device.clock.ms += days * DAY;
  for (let turn = 0; turn < 3; turn++)
    for (const device of devices) {
      await device.round();
      device.clock.ms += 3_600_000;
    }
}

describe('a small cover', () => {
  it('stands in place of many files of few changes, and leaves the cover of everything as it is', async () => {
    const { carrier, laptop, tablet, ids } = await grown();
    const parts = carrier.named('p');
    expect(parts.length).toBeGreaterThan(8);
    for (let i = 0; i < 201; i++) {
      await laptop.own(ids[i % 3] ?? '', { nextStep: { text: `step ${i}` } });
      await laptop.round();
    }
    await pass(0.2, [laptop, tablet]);
    const [, small, ...more] = await coversOn(carrier, laptop);
    expect(more).toEqual([]);
    expect(small).toMatchObject({ small: 1, alive: 60, dead: 0 });
    expect(small?.covers).toHaveLength(201);
    expect(small?.parts).toHaveLength(1);
    expect(carrier.named('p')).toEqual(expect.arrayContaining(parts));
    // It is done: the files that are still there for a week make nobody write another.
    await pass(1, [laptop, tablet]);
    expect(carrier.named('c')).toHaveLength(2);
    await pass(7, [laptop, tablet]);
    expect(carrier.named('d')).toEqual([]);
    expect(carrier.named('p')).toHaveLength(parts.length + 1);
    const late = await makeDevice('Late', carrier, PARTS);
    await late.join((await laptop.background.sync.code())?.code ?? '');
    expect((await late.contact(ids[2] ?? ''))?.own.nextStep?.text).toBe('step 200');
    expect(await late.view()).toEqual(await laptop.view());
  }, 60_000);

  it.each([
    ['in the middle of a part', null],
    ['the first of a part', 'from'],
    ['the last of a part', 'to'],
  ] as const)(
    'takes a forgotten person out of every live file after 7 + 7 days: %s',
    async (_, end) => {
      const { carrier, laptop, tablet, ids, ada: middle, code } = await grown();
      const ranges = await laptop.db.getAll('files');
      // The person whose page begins, or ends, a part of pages.
      const at = end && ranges.map((file) => file[end] ?? '').find((place) => place.startsWith('~'));
      const ada = at ? at.slice(1, at.indexOf('@')) : middle;
      const NAME = (await laptop.contact(ada))?.profile.name.full ?? '';
      const other = ids.find((id) => id !== ada && id !== ids[5]) ?? '';
      const before = carrier.named('p');
      expect((await filesThatHold(carrier, laptop, `"${NAME}"`)).length).toBeGreaterThanOrEqual(2);
      await laptop.forget(ada);
      await untilInStep([laptop, tablet]);
      // The forgetting itself tells no name.
      for (const name of carrier.named('d').slice(-1))
        expect(await filesThatHold(carrier, laptop, `"${NAME}"`)).not.toContain(name.split('/').at(-1));
      await pass(7.1, [laptop, tablet]);
      const covers = await coversOn(carrier, laptop);
      expect(covers.map(({ small }) => small)).toEqual([undefined, 1]);
      // Only the parts that held something of the person were written anew.
      const renewed = (covers[1]?.covers ?? []).filter((name) => name.startsWith('p-'));
      expect(renewed.length).toBeGreaterThanOrEqual(2);
      expect(renewed.length).toBeLessThan(before.length / 2);
      await pass(7.1, [laptop, tablet]);
      expect(await filesThatHold(carrier, laptop, `"${NAME}"`)).toEqual([]);
      for (const device of [laptop, tablet])
        for (const store of ['registers', 'contacts', 'captures', 'files'] as const)
          expect(JSON.stringify(await device.db.getAll(store))).not.toContain(`"${NAME}"`);
      // Whoever comes now reads a cover of everything without those parts, and misses nobody else.
      const late = await makeDevice('Late', carrier, PARTS);
      await late.join(code);
      expect(await late.contacts()).toHaveLength(59);
      expect(await late.view()).toEqual(await laptop.view());
      expect(await late.status()).toMatchObject({ trouble: null });
      expect(await late.contact(other)).toBeDefined();
      // Both covers are read for good: nothing is asked for once more.
      carrier.asked.length = 0;
      await late.round();
      expect(carrier.asked.map((line) => line.split(' ')[0])).toEqual(['list']);
    },
    60_000,
  );

  it('gives way to a cover of everything when small ones would be too long; the one before stays as a net', async () => {
    const { carrier, laptop, tablet, ids } = await grown();
    const old = carrier.named('p');
    for (const [i, id] of ids.entries()) await laptop.note(id, longText(i));
    // Somebody whom no part holds yet: what would be long are the changes alone.
    const soon = await laptop.save('soon', { name: { full: 'Bea Unvergessen' } });
    await laptop.round();
    await laptop.forget(soon);
    await untilInStep([laptop, tablet]);
    await pass(7.1, [laptop, tablet]);
    expect((await coversOn(carrier, laptop)).map(({ small }) => small)).toEqual([undefined, undefined]);
    await pass(7.1, [laptop, tablet]);
    expect(carrier.named('d')).toEqual([]);
    expect(carrier.named('p')).toEqual(expect.arrayContaining(old));
    await pass(23, [laptop, tablet]);
    expect(await filesThatHold(carrier, laptop, 'Bea Unvergessen')).toEqual([]);
    expect(carrier.named('c')).toHaveLength(1);
    for (const name of old) expect(carrier.named('p')).not.toContain(name);
    expect(await tablet.view()).toEqual(await laptop.view());
  }, 60_000);

  it('keeps what a newer program has said in lines that this one does not understand', async () => {
    const { carrier, laptop, tablet, ids } = await grown();
    const space = new Space(carrier, (await laptop.db.get('state', 'sync')) as never);
    const name = 'd-33333333-000001-00000000.wb';
    const header = { v: 1, model: 2, kind: 'd', dev: '33333333', name: 'Newer', seq: 1, n: 1 };
    const lines = [JSON.stringify({ ...header, at: '2026-11-28T10:00:00.000Z' }), '{"k":"letter 2","i":"x"}'];
    await space.put(name, await space.seal(name, lines.join('\n')));
    for (let i = 0; i < 201; i++) {
      await laptop.own(ids[0] ?? '', { nextStep: { text: `step ${i}` } });
      await laptop.round();
    }
    await pass(0.2, [laptop, tablet]);
    const [, small] = await coversOn(carrier, laptop);
    expect(small?.covers).toHaveLength(201);
    expect(small?.covers).not.toContain(name);
    await pass(8, [laptop, tablet]);
    expect(carrier.named('d').map((path) => path.split('/').at(-1))).toEqual([name]);
  }, 60_000);

  it('that does not arrive covers nothing, and is written once more', async () => {
    const { carrier, laptop, tablet, ids } = await grown();
    for (let i = 0; i < 201; i++) {
      await laptop.own(ids[i % 25] ?? '', { nextStep: { text: `step ${i}` } });
      await laptop.round();
    }
    const put = carrier.put;
    let halves = 0;
    Object.assign(carrier, {
      put: (path: readonly string[], bytes: Uint8Array<ArrayBuffer>) => {
        const isPart = path.at(-1)?.startsWith('p-') && halves++ < 1;
        return put(path, isPart ? bytes.slice(0, 100) : bytes);
      },
    });
    await pass(0.2, [laptop, tablet]);
    await pass(0.2, [laptop, tablet]);
    Object.assign(carrier, { put });
    expect(halves).toBeGreaterThan(1);
    const small = (await coversOn(carrier, laptop)).filter((cover) => cover.small === 1);
    expect(small).toHaveLength(1);
    expect(small[0]?.covers).toHaveLength(201);
    const late = await makeDevice('Late', carrier, PARTS);
    await late.join((await laptop.background.sync.code())?.code ?? '');
    expect(await late.view()).toEqual(await laptop.view());
  }, 60_000);
});

import { describe, expect, it } from 'vitest';
import { Space } from '../../../src/services/sync/space.ts';
import type { SyncRecord } from '../../../src/storage/schema.ts';
import { CarrierError, CROWDED } from '../../../src/sync/carrier.ts';
import { FOLDER, HELLO } from '../../../src/sync/names.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { type Device, FROM, makeDevice, syncOf, troubleOf, two, untilInStep } from './devices.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const epochOf = async (device: Device) => {
  const { space, epoch } = await syncOf(device);
  return [FOLDER, space, epoch].join('/');
};
const gets = (carrier: MemoryCarrier) => carrier.asked.filter((one) => one.startsWith('get'));

describe('somebody who can write to the storage and lacks the code', () => {
  it('locks nobody out with a folder that looks like a newer epoch', async () => {
    const { carrier, laptop, tablet, ids, code } = await two();
    const { space } = await syncOf(laptop);
    for (const epoch of ['e0002-00000000', 'e9999-ffffffff']) {
      carrier.folders.add([FOLDER, space, epoch].join('/'));
      carrier.files.set([FOLDER, space, epoch, HELLO].join('/'), new Uint8Array(300));
    }
    await laptop.note(ids[0] ?? '', 'goes on');
    await untilInStep([laptop, tablet]);
    expect((await tablet.contact(ids[0] ?? ''))?.own.note).toBe('goes on');
    const late = await makeDevice('Late', carrier);
    await late.join(code);
    expect(await late.view()).toEqual(await laptop.view());
    // Nor is the code that takes its place hidden behind it.
    const changed = await laptop.background.sync.changeCode();
    if (!changed.ok) throw new Error(changed.trouble);
    await laptop.round();
    await tablet.round();
    expect(await troubleOf(tablet)).toBe('codeChanged');
    expect(await tablet.background.sync.enterCode(code)).toEqual({ ok: false, trouble: 'wrongCode' });
    expect(await tablet.background.sync.enterCode(changed.code)).toEqual({ ok: true });
    await untilInStep([laptop, tablet]);
    expect(await tablet.view()).toEqual(await laptop.view());
  });

  it('makes no device take a new name by using its name', async () => {
    const { carrier, laptop } = await two();
    const { device } = await syncOf(laptop);
    const folder = await epochOf(laptop);
    for (let i = 0; i < 5; i++) {
      carrier.files.set(`${folder}/d-${device}-zzzzzz-0000000${i}.wb`, new Uint8Array(100 + i));
      await laptop.round();
    }
    expect((await syncOf(laptop)).device).toBe(device);
    expect(await troubleOf(laptop)).toBeNull();
  });

  it('ends nothing by taking away the file that says whose all of it is', async () => {
    const { carrier, laptop, code } = await two();
    carrier.files.delete(`${await epochOf(laptop)}/${HELLO}`);
    await laptop.round();
    expect(await troubleOf(laptop)).toBeNull();
    const late = await makeDevice('Late', carrier);
    await late.join(code);
    expect(await late.contacts()).toHaveLength(3);
  });

  it('leaves the choice to the person where the known epoch is gone and another lies there', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    const { space, epoch } = await syncOf(laptop);
    await carrier.remove([FOLDER, space, epoch]);
    carrier.folders.add([FOLDER, space, 'e0002-00000000'].join('/'));
    carrier.files.set([FOLDER, space, 'e0002-00000000', HELLO].join('/'), new Uint8Array(300));
    for (const device of [laptop, tablet]) {
      await device.round();
      expect(await troubleOf(device)).toBe('replaced');
      expect(await device.contacts()).toHaveLength(3);
    }
    await laptop.background.sync.publishAgain();
    await tablet.note(ids[0] ?? '', 'still here');
    await untilInStep([laptop, tablet]);
    expect([await troubleOf(laptop), await troubleOf(tablet)]).toEqual([null, null]);
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('still here');
  });

  it('keeps nobody’s news waiting with thousands of files that do not open, which are fetched once', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    const folder = await epochOf(laptop);
    const junk = (from: number, to: number) => {
      for (let i = from; i < to; i++)
        carrier.files.set(`${folder}/d-00000000-000001-${String(i).padStart(8, '0')}.wb`, new Uint8Array(80));
    };
    junk(0, 450);
    await tablet.note(ids[0] ?? '', 'behind all of them');
    await tablet.round();
    carrier.asked.length = 0;
    for (let i = 0; i < 4; i++) await laptop.round();
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('behind all of them');
    expect(new Set(gets(carrier)).size).toBe(gets(carrier).length);
    // Later they are tried again, after everything that is new.
    laptop.clock.ms += 2 * HOUR;
    await tablet.note(ids[1] ?? '', 'of today');
    await tablet.round();
    carrier.asked.length = 0;
    await laptop.round();
    expect((await laptop.contact(ids[1] ?? ''))?.own.note).toBe('of today');
    expect(gets(carrier).length).toBeLessThan(210);
  });

  it.each([
    ['files', CROWDED.files + 1],
    ['epochs', CROWDED.epochs + 1],
    ['spaces', CROWDED.spaces + 1],
  ] as const)('is told where it has left more %s than can be looked through', async (what, count) => {
    const { carrier, laptop, code } = await two();
    const { space } = await syncOf(laptop);
    const folder = await epochOf(laptop);
    const hex = (i: number, digits: number) => i.toString(16).padStart(digits, '0');
    for (let i = 0; i < count; i++) {
      if (what === 'files') carrier.files.set(`${folder}/x${i}`, new Uint8Array(0));
      if (what === 'epochs') carrier.folders.add(`${FOLDER}/${space}/e0007-${hex(i, 8)}`);
      if (what === 'spaces') carrier.folders.add(`${FOLDER}/${hex(i, 16)}`);
    }
    if (what === 'files') {
      await laptop.round();
      expect(await troubleOf(laptop)).toBe('crowded');
      expect(await laptop.contacts()).toHaveLength(3);
      return;
    }
    const late = await makeDevice('Late', carrier);
    const given = { place: late.place, name: 'Late', code };
    expect(await late.handlers['sync.join'](given, FROM)).toEqual({ ok: false, trouble: 'crowded' });
    await laptop.round();
    expect(await troubleOf(laptop)).toBeNull();
  });

  it('makes nobody publish everything every few minutes by removing it again and again', async () => {
    const { carrier, laptop } = await two();
    let covers = 0;
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      for (const name of [...carrier.files.keys()]) if (!name.endsWith(HELLO)) carrier.files.delete(name);
      const before = carrier.asked.filter((one) => one.startsWith('put c-')).length;
      await laptop.round();
      covers += carrier.asked.filter((one) => one.startsWith('put c-')).length - before;
      laptop.clock.ms += 5 * 60_000;
    }
    expect(covers).toBeGreaterThan(0);
    expect(covers).toBeLessThan(12);
    expect(await laptop.contacts()).toHaveLength(3);
  });
});

describe('a storage that lies', () => {
  it.each([
    ['longer', (length: number) => length + 7],
    ['none', () => 0],
    ['another each time', (length: number) => length + Math.floor(Math.random() * 1_000)],
  ] as const)(
    'about the lengths of what does not open (%s) is not asked for it with every round',
    async (_, lie) => {
      const { carrier, laptop, tablet } = await two();
      await untilInStep([laptop, tablet]);
      carrier.files.set(`${await epochOf(laptop)}/d-11111111-000001-00000000.wb`, new Uint8Array(100));
      carrier.lengthOf = lie;
      carrier.asked.length = 0;
      for (let i = 0; i < 12; i++) {
        laptop.clock.ms += 60_000;
        await laptop.round();
      }
      expect(gets(carrier).filter((one) => one.includes('d-11111111')).length).toBeLessThanOrEqual(3);
    },
  );

  it('about every length is believed when what it keeps can be read as it was written', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    carrier.lengthOf = () => 0;
    await laptop.note(ids[0] ?? '', 'sent once');
    await laptop.round();
    await laptop.round();
    expect(await laptop.status()).toMatchObject({ waiting: 0, trouble: null });
    carrier.asked.length = 0;
    for (let i = 0; i < 6; i++) await laptop.round();
    expect(carrier.asked.filter((one) => one.startsWith('put'))).toEqual([]);
    await untilInStep([tablet, laptop]);
    expect((await tablet.contact(ids[0] ?? ''))?.own.note).toBe('sent once');
  });

  it('and keeps nothing whole is told of it, and is sent to after an hour', async () => {
    const { carrier, laptop, ids } = await two();
    const { put } = carrier;
    Object.assign(carrier, {
      put: (path: readonly string[], bytes: Uint8Array<ArrayBuffer>) => put(path, bytes.slice(0, 40)),
    });
    await laptop.note(ids[0] ?? '', 'never arrives');
    for (let i = 0; i < 30; i++) {
      laptop.clock.ms += 10_000;
      await laptop.round();
    }
    expect(await laptop.status()).toMatchObject({ waiting: 1, trouble: { kind: 'lossy' } });
    carrier.asked.length = 0;
    for (let i = 0; i < 6; i++) {
      laptop.clock.ms += 5 * 60_000;
      await laptop.background.sync.round();
    }
    expect(carrier.asked.filter((one) => one.startsWith('put'))).toEqual([]);
    laptop.clock.ms += HOUR;
    Object.assign(carrier, { put });
    await laptop.background.sync.round();
    await laptop.background.sync.round();
    expect(await laptop.status()).toMatchObject({ waiting: 0, trouble: null });
  });

  it('and keeps nothing whole is not sent everything that is here with every round', async () => {
    const { carrier, laptop } = await two(5);
    const { put } = carrier;
    Object.assign(carrier, {
      put: (path: readonly string[], bytes: Uint8Array<ArrayBuffer>) =>
        path.at(-1)?.startsWith('p-') ? put(path, bytes.slice(0, 40)) : put(path, bytes),
    });
    expect((await laptop.background.sync.changeCode()).ok).toBe(true);
    carrier.asked.length = 0;
    for (let minute = 0; minute < 12 * 60; minute += 5) {
      await laptop.background.sync.round();
      laptop.clock.ms += 5 * 60_000;
    }
    const parts = carrier.asked.filter((one) => one.startsWith('put p-')).length;
    expect(parts).toBeGreaterThan(1);
    expect(parts).toBeLessThan(10);
    expect(await troubleOf(laptop)).toBe('lossy');
    Object.assign(carrier, { put });
    laptop.clock.ms += DAY;
    await laptop.background.sync.round();
    expect(await troubleOf(laptop)).toBeNull();
    expect(carrier.named('c').length).toBe(2);
  });

  it('about the lengths of parts is believed when they can be read: nothing is published twice', async () => {
    const carrier = new MemoryCarrier();
    carrier.lengthOf = (length) => length + 1;
    const laptop = await makeDevice('Laptop', carrier);
    for (let i = 0; i < 3; i++) await laptop.save(`p${i}`);
    await laptop.setUp();
    for (let i = 0; i < 3; i++) await laptop.round();
    expect(carrier.named('c')).toHaveLength(1);
    expect(await laptop.status()).toMatchObject({ trouble: null, waiting: 0 });
  });

  it('about a length beyond any of ours is not asked for the file', async () => {
    const { carrier, laptop } = await two();
    const name = 'd-11111111-000001-00000000.wb';
    carrier.files.set(`${await epochOf(laptop)}/${name}`, new Uint8Array(100));
    carrier.lengthOf = (length) => (length === 100 ? 1e12 : length);
    carrier.asked.length = 0;
    await laptop.round();
    expect(gets(carrier).filter((one) => one.includes(name))).toEqual([]);
  });

  it.each([
    ['ten years ahead', 3_650 * DAY, 3_650],
    ['two days behind', -2 * DAY, -2],
  ] as const)('about the time (%s) moves no stamp, and is told', async (_, ahead, days) => {
    const { carrier, laptop, ids } = await two();
    carrier.date = new Date(laptop.clock.ms + ahead);
    await laptop.round();
    const status = await laptop.status();
    expect(status).toMatchObject({ offset: 0, trouble: null });
    expect(status.on && Math.round(status.apart / DAY)).toBe(days);
    await laptop.note(ids[0] ?? '', 'stamped by this computer');
    const row = await laptop.db.get('registers', `contact:${ids[0]}`);
    const [ms = ''] = (row?.note?.heads[0]?.[0] ?? '').split('.');
    expect(Math.abs(Number.parseInt(ms, 36) - laptop.clock.ms)).toBeLessThan(60_000);
    carrier.date = new Date(laptop.clock.ms);
    await laptop.round();
    expect(await laptop.status()).toMatchObject({ offset: 0, apart: 0 });
  });
});

describe('a change of the code', () => {
  it('that is stopped anywhere is gone on with, under the one code that the person can see', async () => {
    let stopped = 0;
    for (let kill = 1; kill <= 14; kill++) {
      const { carrier, laptop, tablet, ids, code } = await two();
      let left = kill;
      carrier.spoil = () => {
        left -= 1;
        if (left <= 0) throw new CarrierError('offline', 'gone');
      };
      const answer = await laptop.background.sync.changeCode();
      stopped += answer.ok ? 0 : 1;
      // The browser is closed and opened: nothing but the database is left.
      carrier.spoil = () => {};
      const again = await makeDevice('Laptop', carrier, { database: laptop.db.name });
      const before = await syncOf(again);
      const shown = (await again.background.sync.code())?.code ?? '';
      expect(shown).toBe((before.next ?? before).code);
      await tablet.note(ids[0] ?? '', 'waited');
      await again.round();
      expect((await syncOf(again)).code, `stopped at request ${kill}`).toBe(shown);
      expect((await syncOf(again)).next).toBeUndefined();
      await tablet.round();
      if (shown !== code) {
        expect(await troubleOf(tablet), `stopped at request ${kill}`).toBe('codeChanged');
        expect(await tablet.background.sync.enterCode(shown)).toEqual({ ok: true });
      }
      await untilInStep([again, tablet]);
      expect((await again.contact(ids[0] ?? ''))?.own.note).toBe('waited');
      const late = await makeDevice('Late', carrier);
      await late.join(shown);
      expect(await late.view(), `stopped at request ${kill}`).toEqual(await again.view());
    }
    expect(stopped).toBeGreaterThan(5);
  });

  it('locks nobody out before the storage shows the new epoch and its news', async () => {
    const { carrier, laptop, tablet, ids, code } = await two();
    const { put } = carrier;
    Object.assign(carrier, {
      put: (path: readonly string[], bytes: Uint8Array<ArrayBuffer>) =>
        path.at(-1)?.startsWith('n-') ? put(path, bytes.slice(0, 50)) : put(path, bytes),
    });
    expect(await laptop.background.sync.changeCode()).toEqual({ ok: false, trouble: 'lossy' });
    expect(await laptop.status()).toMatchObject({ newCode: 'going' });
    Object.assign(carrier, { put });
    await tablet.note(ids[0] ?? '', 'goes on meanwhile');
    await tablet.round();
    expect(await troubleOf(tablet)).toBeNull();
    await laptop.round();
    const shown = (await laptop.background.sync.code())?.code ?? '';
    expect(shown).not.toBe(code);
    await tablet.round();
    expect(await tablet.background.sync.enterCode(shown)).toEqual({ ok: true });
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('goes on meanwhile');
  });

  it('that is gone on with days later first hears who wrote meanwhile, and comes no more', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    carrier.spoil = (verb, name) => {
      if (verb === 'put' && name.startsWith('n-')) throw new CarrierError('offline', 'gone');
    };
    expect((await laptop.background.sync.changeCode()).ok).toBe(false);
    carrier.spoil = () => {};
    await tablet.note(ids[0] ?? '', 'the last word of the tablet');
    await tablet.round();
    laptop.clock.ms += 3 * DAY;
    await laptop.round();
    await laptop.round();
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('the last word of the tablet');
    const late = await makeDevice('Late', carrier);
    await late.join((await laptop.background.sync.code())?.code ?? '');
    expect((await late.contact(ids[0] ?? ''))?.own.note).toBe('the last word of the tablet');
  });

  it('on two devices at the same time ends under one of the two codes, and nothing is lost', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    const tower = await makeDevice('Tower', carrier);
    await tower.join((await laptop.background.sync.code())?.code ?? '');
    const devices = [laptop, tablet];
    await untilInStep([...devices, tower]);
    // Neither sees the other's news before its own stands.
    const hidden = (path: readonly string[]) => path.length === 3 && path[2]?.startsWith('e0001');
    const { list } = carrier;
    const each: string[] = [];
    for (const device of devices) {
      const others = [...carrier.files.keys()].filter((name) => name.includes('/n-'));
      const blind: typeof list = async (path) => {
        const listing = await list(path);
        if (listing === null || !hidden(path)) return listing;
        const files = [...listing.files].filter(([name]) => !others.some((other) => other.endsWith(name)));
        return { ...listing, files: new Map(files) };
      };
      Object.assign(carrier, { list: blind });
      const answer = await device.background.sync.changeCode();
      if (!answer.ok) throw new Error(answer.trouble);
      each.push(answer.code);
      await device.note(ids[0] ?? '', `of ${device.name}`);
      await device.settle();
    }
    Object.assign(carrier, { list });
    const epochs = [(await syncOf(laptop)).epoch, (await syncOf(tablet)).epoch];
    const [winner, loser] = (epochs[0] ?? '') > (epochs[1] ?? '') ? devices : [tablet, laptop];
    const code = each[devices.indexOf(winner as Device)] ?? '';
    // The third has entered the code that will not hold.
    await tower.round();
    expect(await troubleOf(tower)).toBe('codeChanged');
    const lost = each[devices.indexOf(loser as Device)] ?? '';
    const entered = await tower.background.sync.enterCode(lost);
    if (!entered.ok) throw new Error(entered.trouble);
    await tower.note(ids[1] ?? '', 'of the third');
    for (const device of [laptop, tablet, tower, laptop, tablet, tower]) await device.round();
    expect([await troubleOf(winner as Device), await troubleOf(loser as Device)]).toEqual([
      null,
      'codeChanged',
    ]);
    expect(await troubleOf(tower)).toBe('codeChanged');
    for (const device of [loser as Device, tower])
      expect(await device.background.sync.enterCode(code)).toEqual({ ok: true });
    await untilInStep([laptop, tablet, tower]);
    expect((await tower.contact(ids[0] ?? ''))?.own.note?.split('\n\n').sort()).toEqual([
      'of Laptop',
      'of Tablet',
    ]);
    expect((await laptop.contact(ids[1] ?? ''))?.own.note).toBe('of the third');
    expect(await tablet.view()).toEqual(await laptop.view());
    expect(await tower.view()).toEqual(await laptop.view());
  });

  it('is told until the new one has been shown', async () => {
    const { laptop } = await two();
    expect(await laptop.status()).toMatchObject({ newCode: 'unseen' });
    await laptop.background.sync.code();
    expect(await laptop.status()).toMatchObject({ newCode: null });
    await laptop.background.sync.changeCode();
    await laptop.round();
    expect(await laptop.status()).toMatchObject({ newCode: 'unseen' });
    await laptop.background.sync.code();
    expect(await laptop.status()).toMatchObject({ newCode: null });
  });

  it('takes the old epoch away after thirty days; who comes later is asked for the code', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await laptop.forget(ids[2] ?? '');
    const old = await epochOf(laptop);
    const changed = await laptop.background.sync.changeCode();
    if (!changed.ok) throw new Error(changed.trouble);
    await laptop.round();
    await laptop.round();
    expect([...carrier.files.keys()].some((name) => name.startsWith(old))).toBe(true);
    laptop.clock.ms += 31 * DAY;
    await laptop.round();
    await laptop.round();
    expect([...carrier.files.keys()].some((name) => name.startsWith(old))).toBe(false);
    await tablet.note(ids[0] ?? '', 'after a long time');
    await tablet.round();
    expect(await troubleOf(tablet)).toBe('replaced');
    expect(await tablet.background.sync.enterCode(changed.code)).toEqual({ ok: true });
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('after a long time');
    expect(await tablet.contacts()).toHaveLength(2);
  });
});

describe('a newer program', () => {
  async function sealedBy(device: Device, carrier: MemoryCarrier, entries: readonly object[]): Promise<void> {
    const sync = await syncOf(device);
    const space = new Space(carrier, sync as SyncRecord);
    const name = 'd-22222222-000001-00000000.wb';
    const header = {
      ...{ v: 1, model: 9, kind: 'd', dev: '22222222', name: 'Newer', seq: 1 },
      ...{ at: '2026-11-28T12:00:00.000Z', n: entries.length },
    };
    await space.put(
      name,
      await space.seal(name, [header, ...entries].map((one) => JSON.stringify(one)).join('\n')),
    );
  }

  it('writes what this one does not know: it stands in the covers that this one writes', async () => {
    const { carrier, laptop, ids } = await two();
    const stamp = 'mbk3f9a0.0.22222222';
    await sealedBy(laptop, carrier, [
      { k: 'wish', i: 'w1', t: stamp, r: { text: 'a bench by the sea' } },
      { k: 'contact', i: ids[0], t: stamp, r: { 'own.mood': { level: 3 } } },
    ]);
    await laptop.round();
    expect(await troubleOf(laptop)).toBeNull();
    await laptop.note(ids[0] ?? '', 'edited here');
    // Everything is written anew, under a new code.
    const changed = await laptop.background.sync.changeCode();
    if (!changed.ok) throw new Error(changed.trouble);
    await laptop.round();
    const late = await makeDevice('Late', carrier);
    await late.join(changed.code);
    const kept = async (key: string) => new Map((await late.db.get('registers', key))?.kept);
    expect((await kept('wish:w1')).get('text')).toBe('a bench by the sea');
    expect((await kept(`contact:${ids[0]}`)).get('own.mood')).toEqual({ level: 3 });
    expect((await late.contact(ids[0] ?? ''))?.own.note).toBe('edited here');
  });

  it('keeps spaces of more people than one: this one joins none and writes nothing there', async () => {
    const { carrier, laptop } = await two();
    const sync = await syncOf(laptop);
    const space = new Space(carrier, sync as SyncRecord);
    const hello = JSON.parse((await space.read(HELLO))?.text ?? '{}');
    expect(hello.of).toBe('person');
    await space.put(HELLO, await space.seal(HELLO, JSON.stringify({ ...hello, of: 'team' })));
    const before = carrier.files.size;
    const late = await makeDevice('Late', carrier);
    await expect(late.join((sync as SyncRecord).code)).rejects.toThrow('newer');
    expect(carrier.files.size).toBe(before);
  });

  it('shows after an update what the older one only kept', async () => {
    const { laptop, tablet, ids } = await two();
    const [subject = '', ...candidates] = [...ids].sort();
    const id = JSON.stringify([subject, ...candidates]);
    const source = { relation: 'follows', on: '2026-11-01' };
    // As a program of yesterday has it: registers of a kind, and of a contact, that it cannot show.
    const row = await tablet.db.get('registers', `contact:${ids[0]}`);
    if (row === undefined) throw new Error('no row');
    await tablet.db.put('registers', {
      ...row,
      cells: [...row.cells, ['own.offer', 8188878128046, 'mbk3f9a0.0.22222222']],
      kept: [['own.offer', 'a spare room']],
    });
    await tablet.db.put('registers', {
      ...{ key: `question:${id}`, life: 1, base: 'mbk3f9a0.0.22222222', open: [], opens: [] },
      cells: [
        ['gone', 1],
        ['source', 2],
      ],
      kept: [
        ['gone', false],
        ['source', source],
      ],
    });
    await tablet.db.put('state', { ...(await syncOf(tablet)), model: 1 }, 'sync');
    await tablet.round();
    expect((await tablet.contact(ids[0] ?? ''))?.own.offer).toBe('a spare room');
    expect(await tablet.db.getAll('questions')).toMatchObject([{ subject, source }]);
    expect((await syncOf(tablet)).model).toBeGreaterThan(1);
    expect(await laptop.status()).toMatchObject({ trouble: null });
  });

  it('or somebody with the code cannot end a round by a value that is nested without end', async () => {
    const { carrier, laptop, ids } = await two();
    let deep = '1';
    for (let i = 0; i < 20_000; i++) deep = `[${deep}]`;
    const sync = await syncOf(laptop);
    const space = new Space(carrier, sync as SyncRecord);
    const name = 'd-22222222-000001-00000000.wb';
    const header = { v: 1, model: 1, kind: 'd', dev: '22222222', name: 'Odd', seq: 1, n: 2 };
    const lines = [
      JSON.stringify({ ...header, at: '2026-11-28T12:00:00.000Z' }),
      `{"k":"contact","i":"${ids[0]}","t":"mbk3f9a0.0.22222222","r":{"own.mood":${deep}}}`,
      `{"k":"contact","i":"${ids[0]}","t":"zzzzzzzz.zzzzzzzz.22222222","r":{"own.offer":"tea"}}`,
    ];
    await space.put(name, await space.seal(name, lines.join('\n')));
    await laptop.round();
    expect(await troubleOf(laptop)).toBeNull();
    expect((await laptop.contact(ids[0] ?? ''))?.own.offer).toBe('tea');
    // The last stamp that can be written is followed by another.
    await laptop.own(ids[0] ?? '', { offer: 'coffee' });
    await laptop.round();
    const late = await makeDevice('Late', carrier);
    await late.join(sync.code);
    expect((await late.contact(ids[0] ?? ''))?.own.offer).toBe('coffee');
  });
});

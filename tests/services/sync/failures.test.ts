import { describe, expect, it } from 'vitest';
import { CarrierError } from '../../../src/sync/carrier.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { makeDevice, troubleOf, two, untilInStep } from './devices.ts';

const DAY = 86_400_000;

describe('what goes wrong on the way', () => {
  it('a password that is refused is sent once, and then no more until the person acts', async () => {
    const { carrier, laptop, ids } = await two();
    await laptop.note(ids[0] ?? '', 'waits');
    carrier.spoil = () => {
      throw new CarrierError('password', '401');
    };
    await laptop.round();
    expect(await troubleOf(laptop)).toBe('password');
    carrier.asked.length = 0;
    for (let i = 0; i < 5; i++) await laptop.background.sync.round();
    await laptop.background.sync.round({ started: true });
    expect(carrier.asked).toEqual([]);
    // A browser that starts anew tries once.
    const again = await makeDevice('Laptop', carrier, { database: laptop.db.name });
    await again.background.sync.round({ started: true });
    await again.background.sync.round({ started: true });
    expect(carrier.asked).toHaveLength(1);
    carrier.spoil = () => {};
    await again.background.sync.password('the new one');
    expect(await again.status()).toMatchObject({ trouble: null, waiting: 0 });
  });

  it('junk under our names is fetched once, and not with every round', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await untilInStep([laptop, tablet]);
    const [known = ''] = carrier.named('c');
    const folder = known.split('/').slice(0, -1).join('/');
    const junk = ['d', 'c', 'n'].map((kind) => `${kind}-ffffffff-000001-00000000.wb`);
    for (const name of junk) carrier.files.set(`${folder}/${name}`, new Uint8Array(100));
    carrier.asked.length = 0;
    for (let i = 0; i < 3; i++) await laptop.round();
    expect(carrier.asked.filter((one) => one.startsWith('get')).sort()).toEqual(
      junk.map((name) => `get ${name}`).sort(),
    );
    await tablet.note(ids[0] ?? '', 'still in step');
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('still in step');
  });

  it('a full storage still gives: what others wrote arrives, what is here waits', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await tablet.note(ids[0] ?? '', 'of the tablet');
    await tablet.round();
    await laptop.note(ids[1] ?? '', 'of the laptop');
    carrier.spoil = (verb) => {
      if (verb === 'put') throw new CarrierError('full', '507');
    };
    await laptop.round();
    expect(await troubleOf(laptop)).toBe('full');
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('of the tablet');
    expect(await laptop.status()).toMatchObject({ waiting: 1 });
    carrier.spoil = () => {};
    await untilInStep([laptop, tablet]);
    expect((await tablet.contact(ids[1] ?? ''))?.own.note).toBe('of the laptop');
  });

  it('a busy server is left alone for as long as it says', async () => {
    const { carrier, laptop } = await two();
    carrier.spoil = () => {
      throw new CarrierError('busy', '429', { retryAfter: 120_000 });
    };
    await laptop.round();
    carrier.spoil = () => {};
    carrier.asked.length = 0;
    await laptop.background.sync.round();
    expect(carrier.asked).toEqual([]);
    laptop.clock.ms += 121_000;
    await laptop.background.sync.round();
    expect(carrier.asked).toHaveLength(1);
    expect(await troubleOf(laptop)).toBeNull();
  });

  it.each([['offline'], ['odd'], ['moved'], ['server']] as const)(
    'a listing that is answered %s changes nothing, and is told',
    async (kind) => {
      const { carrier, laptop, tablet } = await two();
      const before = await laptop.view();
      carrier.spoil = (verb) => {
        if (verb === 'list') throw new CarrierError(kind, 'spoilt');
      };
      await laptop.round();
      expect(await troubleOf(laptop)).toBe(kind);
      expect(await laptop.view()).toEqual(before);
      carrier.spoil = () => {};
      await untilInStep([laptop, tablet]);
      expect(await troubleOf(laptop)).toBeNull();
    },
  );
});

describe('files that are not whole', () => {
  it('halves, foreign names and one that does not open keep nobody else’s from being read', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await laptop.note(ids[0] ?? '', 'first');
    await laptop.round();
    const [name = ''] = carrier.named('d').slice(-1);
    const whole = carrier.files.get(name) ?? new Uint8Array();
    const folder = name.slice(0, name.lastIndexOf('/'));
    for (let i = 0; i < 20; i++) {
      carrier.files.set(`${folder}/d-00000000-000001-000000${10 + i}.wb`, whole.slice(0, 100 + i));
      carrier.files.set(`${name.slice(0, -3)} (${i}).wb`, whole);
    }
    carrier.files.set(`${folder}/d-11111111-000001-00000000.wb`, whole);
    await laptop.note(ids[1] ?? '', 'second');
    await laptop.round();
    await tablet.round();
    expect((await tablet.contact(ids[0] ?? ''))?.own.note).toBe('first');
    expect((await tablet.contact(ids[1] ?? ''))?.own.note).toBe('second');
    const odd = (await tablet.db.getAll('files')).filter(({ state }) => state === 'odd');
    expect(odd.length).toBeGreaterThan(10);
    // They are not asked for again with every round.
    carrier.asked.length = 0;
    await tablet.round();
    expect(carrier.asked).toHaveLength(1);
  });

  it('what arrived as a half is sent again under another name', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await laptop.note(ids[0] ?? '', 'arrived as a half');
    const put = carrier.put;
    Object.assign(carrier, {
      put: (path: readonly string[], bytes: Uint8Array<ArrayBuffer>) =>
        put(path, bytes.slice(0, bytes.length / 2)),
    });
    await laptop.round();
    Object.assign(carrier, { put });
    expect(await laptop.status()).toMatchObject({ waiting: 0 });
    await laptop.round();
    await laptop.round();
    await tablet.round();
    expect((await tablet.contact(ids[0] ?? ''))?.own.note).toBe('arrived as a half');
  });

  it('a file that never arrived is told by the next one of its device', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await laptop.note(ids[0] ?? '', 'one');
    await laptop.round();
    await tablet.round();
    await laptop.note(ids[0] ?? '', 'two');
    await laptop.round();
    const { prev } = (await laptop.db.get('state', 'sync')) as { prev: string };
    const lost = carrier.named('d').find((name) => name.endsWith(prev)) ?? '';
    const kept = carrier.files.get(lost) ?? new Uint8Array();
    carrier.files.delete(lost);
    await laptop.note(ids[1] ?? '', 'three');
    await laptop.round();
    await tablet.round();
    expect(await tablet.status()).toMatchObject({ devices: [{ name: 'Laptop', missing: 1 }] });
    carrier.files.set(lost, kept);
    await tablet.round();
    expect(await tablet.status()).toMatchObject({ devices: [{ name: 'Laptop', missing: 0 }] });
    expect((await tablet.contact(ids[0] ?? ''))?.own.note).toBe('two');
  });

  it('a file of a newer program stops reading and sending, and is told', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    const { Space } = await import('../../../src/services/sync/space.ts');
    const sync = await laptop.db.get('state', 'sync');
    const space = new Space(carrier, sync as never);
    const name = 'd-22222222-000001-00000000.wb';
    await space.put(name, await space.seal(name, '{"v":2,"kind":"d"}\n{}'));
    await tablet.note(ids[0] ?? '', 'waits');
    const before = carrier.files.size;
    await tablet.round();
    expect(await troubleOf(tablet)).toBe('newer');
    expect(carrier.files.size).toBe(before);
  });
});

describe('the storage', () => {
  it('that was emptied asks, deletes nothing, and is written anew when the person says so', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    const before = await laptop.view();
    carrier.files.clear();
    carrier.folders.clear();
    await laptop.round();
    expect(await troubleOf(laptop)).toBe('wiped');
    expect(await laptop.view()).toEqual(before);
    expect(carrier.files.size).toBe(0);
    await laptop.background.sync.publishAgain();
    expect(await troubleOf(laptop)).toBeNull();
    expect(carrier.named('c')).toHaveLength(1);
    // The code is the same: the other device goes on there by itself, and the two meet again.
    await tablet.note(ids[0] ?? '', 'meanwhile');
    await tablet.round();
    expect(await troubleOf(tablet)).toBeNull();
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('meanwhile');
    expect(await tablet.view()).toEqual(await laptop.view());
  });

  it('that was set back by ten files is healed by one cover, and nobody loses anything', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    const before = new Map(carrier.files);
    for (let i = 0; i < 10; i++) {
      await laptop.note(ids[0] ?? '', `note ${i}`);
      await laptop.round();
    }
    await tablet.round();
    carrier.files = new Map(before);
    const late = await makeDevice('Late', carrier);
    for (const device of [laptop, tablet]) await device.round();
    expect(carrier.named('c')).toHaveLength(1);
    for (const device of [laptop, tablet]) device.clock.ms += 11 * 60_000;
    for (const device of [laptop, tablet]) await device.round();
    expect(carrier.named('c')).toHaveLength(2);
    await tablet.round();
    await late.join((await laptop.background.sync.code())?.code ?? '');
    expect((await late.contact(ids[0] ?? ''))?.own.note).toBe('note 9');
    expect(await late.view()).toEqual(await laptop.view());
    // And it is done: nobody writes another.
    for (const device of [laptop, tablet]) device.clock.ms += 60 * 60_000;
    for (const device of [laptop, tablet, laptop]) await device.round();
    expect(carrier.named('c')).toHaveLength(2);
  });

  it('is tidied when there are many files; a forgotten person is out of the live files after the grace', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await laptop.forget(ids[0] ?? '');
    await untilInStep([laptop, tablet]);
    const [old = ''] = carrier.named('p');
    laptop.clock.ms += 8 * DAY;
    for (let i = 0; i < 3; i++) {
      await laptop.round();
      laptop.clock.ms += 3_600_000;
    }
    expect(carrier.named('c')).toHaveLength(2);
    laptop.clock.ms += 8 * DAY;
    await laptop.round();
    await laptop.round();
    expect(carrier.named('d')).toEqual([]);
    // The cover before the last is a net for thirty days.
    expect(carrier.named('p')).toContain(old);
    laptop.clock.ms += 30 * DAY;
    await laptop.round();
    await laptop.round();
    expect(carrier.named('p')).not.toContain(old);
    expect(carrier.named('c')).toHaveLength(1);
    // A device that was away all the while converges from the cover.
    await tablet.note(ids[1] ?? '', 'after a long time');
    tablet.clock.ms = laptop.clock.ms;
    await untilInStep([tablet, laptop]);
    expect(await tablet.view()).toEqual(await laptop.view());
    expect((await laptop.contact(ids[1] ?? ''))?.own.note).toBe('after a long time');
  });
});

describe('devices', () => {
  it('a copied profile becomes a device of its own, and what both wrote is kept', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    const copy = await makeDevice('Copy', carrier);
    for (const store of ['contacts', 'registers', 'files', 'state', 'captures'] as const) {
      for (const row of await laptop.db.getAll(store))
        if (store !== 'state') await copy.db.put(store, row as never);
      if (store === 'state')
        for (const key of await laptop.db.getAllKeys('state'))
          await copy.db.put('state', await laptop.db.get('state', key), key);
    }
    await laptop.note(ids[0] ?? '', 'of the first');
    copy.clock.ms += 5_000;
    await copy.note(ids[0] ?? '', 'of the copy');
    await laptop.round();
    await copy.round();
    await untilInStep([laptop, copy, tablet]);
    const [one, other] = [await laptop.db.get('state', 'sync'), await copy.db.get('state', 'sync')] as {
      device: string;
    }[];
    expect(one?.device).not.toBe(other?.device);
    expect((await tablet.contact(ids[0] ?? ''))?.own.note?.split('\n\n').sort()).toEqual([
      'of the copy',
      'of the first',
    ]);
    expect(await copy.view()).toEqual(await laptop.view());
  });

  it.each([['forget'], ['keep']] as const)(
    'many forgotten elsewhere are asked about first: %s',
    async (answer) => {
      const { laptop, tablet, ids } = await two(30);
      await laptop.handlers['contact.forgetMany'](
        { ids: ids.slice(0, 20) },
        { kind: 'extension', url: '', tab: null },
      );
      await laptop.round();
      await tablet.round();
      expect(await tablet.status()).toMatchObject({
        trouble: { kind: 'massForget', by: 'Laptop', count: 20, of: 30 },
      });
      expect(await tablet.contacts()).toHaveLength(30);
      await tablet.background.sync.massForget(answer);
      await untilInStep([laptop, tablet]);
      expect(await tablet.contacts()).toHaveLength(answer === 'keep' ? 30 : 10);
      expect(await laptop.contacts()).toHaveLength(answer === 'keep' ? 30 : 10);
      expect(await troubleOf(tablet)).toBeNull();
    },
  );

  it('a changed code locks out who has only the old one, until the new one is entered; nothing that waited is lost', async () => {
    const { carrier, laptop, tablet, ids, code } = await two();
    const answer = await laptop.background.sync.changeCode();
    if (!answer.ok) throw new Error(answer.trouble);
    await laptop.round();
    await tablet.note(ids[0] ?? '', 'waited');
    await tablet.round();
    expect(await tablet.status()).toMatchObject({
      trouble: { kind: 'codeChanged', by: 'Laptop' },
      waiting: 1,
    });
    expect(await tablet.background.sync.enterCode(code)).toEqual({ ok: false, trouble: 'wrongCode' });
    expect(await tablet.background.sync.enterCode('WB1-XXXXX')).toEqual({ ok: false, trouble: 'badCode' });
    expect(await tablet.background.sync.enterCode(answer.code.toLowerCase())).toEqual({ ok: true });
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(ids[0] ?? ''))?.own.note).toBe('waited');
    const thief = await makeDevice('Thief', carrier);
    expect(
      await thief.handlers['sync.meet'](
        { place: thief.place, name: 'x', code },
        { kind: 'extension', url: '', tab: null },
      ),
    ).toEqual({
      ok: false,
      trouble: 'wrongCode',
    });
  });

  it('a lost laptop comes back on a new profile with address, password and code', async () => {
    const { carrier, laptop, ids, code } = await two();
    await laptop.note(ids[0] ?? '', 'kept');
    await laptop.round();
    const renewed = await makeDevice('New', carrier);
    const here = await renewed.save('p0');
    const from = { kind: 'extension' as const, url: '', tab: null };
    expect(await renewed.handlers['sync.meet']({ place: renewed.place, name: 'New', code }, from)).toEqual({
      ok: true,
      meeting: { here: 1, there: 3, same: 1 },
    });
    expect(await renewed.status()).toEqual({ on: false });
    await renewed.join(code);
    expect(await renewed.contacts()).toHaveLength(3);
    expect((await renewed.contact(ids[0] ?? ''))?.own.note).toBe('kept');
    expect(await renewed.contact(here)).toBeUndefined();
  });

  it('that restores a backup joins it: what differs is told, nobody is forgotten who is not in the file', async () => {
    const { laptop, tablet, ids } = await two();
    const { heldBackup, restoreBackup } = await import('../../../src/storage/backup.ts');
    const { backupOf } = await import('../../exchange/people.ts');
    const first = await laptop.contact(ids[0] ?? '');
    if (first === undefined) throw new Error('nobody');
    await laptop.note(ids[1] ?? '', 'since the backup');
    await untilInStep([laptop, tablet]);
    const old = { ...first, own: { ...first.own, tags: ['as it was then'] } };
    await restoreBackup(
      laptop.db,
      laptop.background.world,
      heldBackup(backupOf({ contacts: [old], ties: [] })),
    );
    expect(await laptop.contacts()).toHaveLength(1);
    await untilInStep([laptop, tablet]);
    expect(await laptop.contacts()).toHaveLength(3);
    expect((await laptop.contact(ids[1] ?? ''))?.own.note).toBe('since the backup');
    expect((await tablet.contact(ids[0] ?? ''))?.own.tags).toEqual(['as it was then']);
    expect(await tablet.view()).toEqual(await laptop.view());
  });

  it('that adds a backup to what is here tells the others all of it, questions and settings too', async () => {
    const { laptop, tablet, ids } = await two();
    const { heldBackup } = await import('../../../src/storage/backup.ts');
    const { joinBackup } = await import('../../../src/storage/joinBackup.ts');
    const { backupOf, someone } = await import('../../exchange/people.ts');
    const [subject, one, other] = [someone('Ada Added'), someone('Bo Brought'), someone('Cy Come')];
    const backup = backupOf({
      contacts: [subject, one, other],
      ties: [{ from: subject.id, to: one.id, kind: 'introduced' }],
    });
    const candidates = [one.id, other.id].sort();
    await joinBackup(
      laptop.db,
      laptop.background.world,
      heldBackup({
        ...backup,
        settings: { ...backup.settings, companiesAsked: ['acme'] },
        questions: [{ subject: subject.id, candidates, source: { relation: 'follows', on: '2026-11-01' } }],
      } as never),
      { label: 'old.json', bringBack: false },
    );
    await untilInStep([laptop, tablet]);
    expect(await tablet.contacts()).toHaveLength(ids.length + 3);
    expect(await tablet.db.getAll('questions')).toMatchObject([{ subject: subject.id, candidates }]);
    expect(await tablet.db.get('state', 'settings')).toMatchObject({ companiesAsked: ['acme'] });
    expect(await tablet.view()).toEqual(await laptop.view());
  });

  it('that leaves keeps what is here and sends no more; that erases everything leaves too', async () => {
    const { carrier, laptop, tablet, ids } = await two();
    await tablet.background.sync.leave(false);
    carrier.asked.length = 0;
    await tablet.note(ids[0] ?? '', 'mine alone');
    await tablet.round();
    expect(carrier.asked).toEqual([]);
    expect(await tablet.contacts()).toHaveLength(3);
    expect(await tablet.db.count('registers')).toBe(0);
    await laptop.handlers['privacy.erase']({ everything: true }, { kind: 'extension', url: '', tab: null });
    expect(await laptop.status()).toEqual({ on: false });
    expect(carrier.files.size).toBeGreaterThan(0);
  });

  it('a clock that is hours off is corrected for, and told', async () => {
    const { carrier, laptop, ids } = await two();
    carrier.date = new Date(laptop.clock.ms - 3 * 3_600_000);
    await laptop.round();
    const status = await laptop.status();
    expect(status.on && Math.round(status.offset / 60_000)).toBe(-180);
    await laptop.note(ids[0] ?? '', 'stamped as the others would');
    const row = await laptop.db.get('registers', `contact:${ids[0]}`);
    const [ms = ''] = (row?.note?.heads[0]?.[0] ?? '').split('.');
    expect(Math.abs(Number.parseInt(ms, 36) - carrier.date.getTime())).toBeLessThan(120_000);
  });
});

describe('a round that is killed', () => {
  it('anywhere in publishing or taking over ends in the same state as one that is not', async () => {
    for (let kill = 1; kill <= 30; kill++) {
      const carrier = new MemoryCarrier();
      const laptop = await makeDevice('Laptop', carrier);
      const ids: string[] = [];
      for (let i = 0; i < 8; i++) ids.push(await laptop.save(`p${i}`));
      let left = kill;
      carrier.spoil = () => {
        left -= 1;
        // As if the background had ended: nothing after it runs, and nothing is put down.
        if (left === 0) throw new DOMException('killed', 'AbortError');
      };
      const answer = await laptop.handlers['sync.setUp'](
        { place: laptop.place, name: 'Laptop' },
        { kind: 'extension', url: '', tab: null },
      ).catch(() => null);
      if (answer === null || !answer.ok) continue;
      await laptop.settle();
      await laptop.round();
      await laptop.note(ids[0] ?? '', 'after');
      await laptop.round();
      const tablet = await makeDevice('Tablet', carrier);
      const joined = await tablet.background.sync
        .join({ place: tablet.place, name: 'Tablet', code: answer.code } as never)
        .catch(() => null);
      if (joined === null || !joined.ok) continue;
      await tablet.settle();
      await untilInStep([laptop, tablet]);
      expect(await tablet.view(), `killed at request ${kill}`).toEqual(await laptop.view());
      const names = (await tablet.db.getAll('files')).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

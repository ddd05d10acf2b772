import { beforeEach, describe, expect, it } from 'vitest';
import { carrierOf } from '../../src/sync/carriers.ts';
import { FILE_LIMITS } from '../../src/sync/file.ts';
import { FOLDER } from '../../src/sync/names.ts';
import { MemoryFolder } from '../servers/folder.ts';
import { makeDevice, untilInStep } from '../services/sync/devices.ts';

const PLACE = { kind: 'folder' as const, name: 'Syncthing' };
const bytes = (text: string) => new TextEncoder().encode(text);

let picked: MemoryFolder;
const carrier = () => carrierOf(PLACE, undefined, async () => picked.picked);
beforeEach(() => {
  picked = new MemoryFolder('Syncthing');
});

describe('a folder that a sync program carries', () => {
  it('keeps what is written, lists it with its length, and misses what is not there', async () => {
    const files = carrier();
    expect(await files.list(['a'])).toBeNull();
    await files.makeFolder(['a', 'b']);
    await files.put(['a', 'b', 'one.wb'], bytes('whole'));
    expect(await files.list(['a'])).toMatchObject({ folders: ['b'], date: null });
    expect([...((await files.list(['a', 'b']))?.files ?? [])]).toEqual([['one.wb', 5]]);
    expect(new TextDecoder().decode((await files.get(['a', 'b', 'one.wb'])) ?? undefined)).toBe('whole');
    expect(await files.get(['a', 'b', 'two.wb'])).toBeNull();
    expect(await files.get(['x', 'one.wb'])).toBeNull();
    // A folder in place of a file, and a file in place of a folder, are not what was asked for.
    expect(await files.get(['a', 'b'])).toBeNull();
    expect(await files.list(['a', 'b', 'one.wb'])).toBeNull();
    await files.remove(['a', 'b', 'one.wb']);
    await files.remove(['a', 'b', 'one.wb']);
    await files.remove(['nowhere', 'one.wb']);
    expect((await files.list(['a', 'b']))?.files.size).toBe(0);
    await expect(files.put(['gone', 'one.wb'], bytes('x'))).rejects.toMatchObject({ kind: 'odd' });
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['NotAllowedError', 'permission'],
    ['NoModificationAllowedError', 'server'],
    ['InvalidStateError', 'odd'],
  ])('leaves nothing of a write that ends with %s', async (refuses, kind) => {
    const files = carrier();
    await files.makeFolder(['a']);
    picked.refuses = refuses;
    await expect(files.put(['a', 'one.wb'], bytes('whole'))).rejects.toMatchObject({ kind });
    expect((await files.list(['a']))?.files.size).toBe(0);
  });

  it('holds no more of a file than any of ours has', async () => {
    const files = carrier();
    await files.makeFolder(['a']);
    await files.put(['a', 'long.wb'], new Uint8Array(FILE_LIMITS.sealed + 1_000));
    expect((await files.get(['a', 'long.wb']))?.length).toBe(FILE_LIMITS.sealed + 1);
  });

  it.each(['prompt', 'denied'] as const)('is not touched while its permission is %s', async (state) => {
    picked.permission = state;
    await expect(carrier().makeFolder(['a'])).rejects.toMatchObject({ kind: 'permission' });
    expect(picked.inside.size).toBe(0);
    await expect(carrierOf(PLACE).list(['a'])).rejects.toMatchObject({ kind: 'permission' });
  });
});

describe('two devices over such a folder', () => {
  it('are in step, whatever else a sync program leaves in it', async () => {
    const laptop = await makeDevice('Laptop', carrier());
    const tablet = await makeDevice('Tablet', carrier());
    const id = await laptop.save('ada');
    await tablet.join(await laptop.setUp());
    const [space = ''] = [...picked.at(FOLDER).inside.keys()].filter((name) => /^[0-9a-f]{16}$/.test(name));
    const [epoch = ''] = [...picked.at(FOLDER, space).inside.keys()];
    await laptop.note(id, 'of the laptop');
    await laptop.round();
    const folder = picked.at(FOLDER, space, epoch);
    const [changes = ''] = [...folder.inside.keys()].filter((name) => name.startsWith('d-'));
    const whole = (await carrier().get([FOLDER, space, epoch, changes])) ?? new Uint8Array();
    const foreign = [
      `.syncthing.${changes}.tmp`,
      `${changes.slice(0, -3)} (1).wb`,
      `${changes.slice(0, -3)}.sync-conflict-20261128-100000-ABCDEFG.wb`,
      `${changes}.crswap`,
    ];
    for (const name of foreign) await carrier().put([FOLDER, space, epoch, name], whole.slice(0, 50));
    await untilInStep([laptop, tablet]);
    expect((await tablet.contact(id))?.own.note).toBe('of the laptop');
    expect(await tablet.view()).toEqual(await laptop.view());
    const known = (await tablet.db.getAll('files')).map(({ name }) => name);
    for (const name of foreign) expect(known).not.toContain(name);
  });

  it('wait while the browser asks anew, and go on by themselves once it is allowed', async () => {
    const laptop = await makeDevice('Laptop', carrier());
    laptop.place = PLACE as never;
    const id = await laptop.save('ada');
    await laptop.setUp();
    picked.permission = 'prompt';
    await laptop.note(id, 'waits');
    await laptop.round();
    expect(await laptop.status()).toMatchObject({ trouble: { kind: 'permission' }, waiting: 1 });
    picked.permission = 'granted';
    await laptop.background.sync.round();
    expect(await laptop.status()).toMatchObject({ trouble: null, waiting: 0 });
  });
});

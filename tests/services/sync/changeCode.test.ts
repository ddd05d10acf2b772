import { describe, expect, it } from 'vitest';
import { changeCode, finishChange, yieldToOther } from '../../../src/services/sync/changeCode.ts';
import { Space } from '../../../src/services/sync/space.ts';
import { beginSync } from '../../../src/storage/files.ts';
import { makeCode, parseCode } from '../../../src/sync/code.ts';
import { FOLDER, HELLO } from '../../../src/sync/names.ts';
import { asked, type Bare, bare, DAY, MINUTE, other, START, settled } from './bare.ts';

const AT = new Date(START).toISOString();
const FOREIGN = makeCode((bytes) => bytes.fill(9));
const now = (device: Bare) => () => device.world.now();
const change = (device: Bare) => changeCode(device.db, device.carrier, now(device));

/** What a file of an epoch under a code says at its head. */
async function headOf(device: Bare, name: string, { epoch, code }: { epoch: string; code: string }) {
  const { space } = await device.sync();
  const text = (await new Space(device.carrier, { space, epoch, code }).read(name))?.text;
  return JSON.parse(text?.split('\n')[0] ?? 'null');
}

describe('a new code', () => {
  it('is put down, founded, told in the old epoch, and gone over to', async () => {
    const device = await settled();
    const before = await device.sync();
    device.clock.ms += MINUTE;
    const answer = await change(device);
    const after = await device.sync();
    expect(answer).toEqual({ ok: true, code: after.code });
    expect(parseCode(after.code)).not.toBeNull();
    expect(after.code).not.toBe(before.code);
    expect(after.epoch).toMatch(/^e0002-[0-9a-f]{8}$/);
    const { prev: _, covered: __, ...stays } = before;
    expect(after).toEqual({
      ...{ ...stays, epoch: after.epoch, code: after.code, seq: before.seq + 1, unseen: true },
      cover: { parts: [], covers: [], since: device.at() },
      left: [{ epoch: before.epoch, at: device.at(), code: before.code }],
    });
    expect(await device.db.getAll('files')).toEqual([]);
    const [hello, news = ''] = asked(device, 'put');
    expect(hello).toBe(HELLO);
    expect(await headOf(device, HELLO, after)).toMatchObject({
      ...{ why: 'newCode', from: before.epoch, at: device.at(), epoch: after.epoch },
    });
    expect(await headOf(device, news, before)).toMatchObject({
      ...{ kind: 'n', dev: before.device, name: 'Laptop', epoch: after.epoch, at: device.at(), n: 0 },
    });
  });

  it('is for nobody where sync has ended', async () => {
    const device = await settled();
    await beginSync(device.db, undefined);
    await expect(change(device)).rejects.toMatchObject({ name: 'AbortError' });
    await finishChange(device.db, device.carrier, now(device));
    expect(device.carrier.asked).toEqual([]);
  });

  it('that was begun is gone on with, the same one and with its own time', async () => {
    const device = await settled();
    const next = { code: FOREIGN, epoch: 'e0005-00000000', since: new Date(START - MINUTE).toISOString() };
    await device.change({ next });
    expect(await change(device)).toEqual({ ok: true, code: FOREIGN });
    const after = await device.sync();
    expect(after).toMatchObject({ code: FOREIGN, epoch: next.epoch, unseen: true });
    expect(after.cover).toEqual({ parts: [], covers: [], since: next.since });
    expect(after.left?.[0]?.at).toBe(AT);
    expect(await headOf(device, HELLO, after)).toMatchObject({ at: next.since });
  });

  it('that was seen meanwhile is not shown as unseen', async () => {
    const device = await settled();
    const next = { code: FOREIGN, epoch: 'e0005-00000000', since: AT };
    await device.db.put('state', { ...(await device.sync()), unseen: undefined, next } as never, 'sync');
    await finishChange(device.db, device.carrier, now(device));
    expect(await device.sync()).not.toHaveProperty('unseen');
  });

  it('whose steps are done is done: nothing is written twice', async () => {
    const device = await settled();
    const before = await device.sync();
    await change(device);
    const first = device.carrier.asked.filter((one) => /^(?:put|makeFolder)/.test(one));
    expect(first).toHaveLength(3);
    const { code, epoch } = await device.sync();
    // As if it had been ended before it put down that it had gone over.
    const news = [...device.carrier.files].filter(([name]) => /\/n-/.test(name));
    await beginSync(device.db, { ...before, unseen: true, next: { code, epoch, since: AT } });
    for (const [path, { length }] of news)
      await device.db.put('files', {
        ...{ name: path.split('/').at(-1) ?? '', state: 'applied', bytes: length },
        ...{ by: before.device, firstSeen: AT },
      });
    device.carrier.asked.length = 0;
    await finishChange(device.db, device.carrier, now(device));
    expect(device.carrier.asked.filter((one) => /^(?:put|makeFolder)/.test(one))).toEqual([]);
    expect((await device.sync()).epoch).toBe(epoch);
  });

  it.each([
    ['of another device', { by: '11111111' }],
    ['of another kind', { name: 'd-11111111-000001-00000000.wb' }],
    ['of another length', { bytes: 1 }],
  ])('is told though there is a file %s', async (_, row) => {
    const device = await settled();
    const { device: by, space, epoch } = await device.sync();
    const name = 'n-11111111-000001-00000000.wb';
    const known = { name, state: 'applied' as const, bytes: 9, by, firstSeen: AT, ...row };
    await device.db.put('files', known);
    device.carrier.files.set([FOLDER, space, epoch, known.name].join('/'), new Uint8Array(9));
    await change(device);
    expect(asked(device, 'put').filter((file) => file.startsWith('n-'))).toHaveLength(1);
  });

  it('is told nobody where the old folder is gone', async () => {
    const device = await settled();
    const { space, epoch } = await device.sync();
    await device.carrier.remove([FOLDER, space, epoch]);
    await change(device);
    expect(asked(device, 'put')).toEqual([HELLO]);
  });

  it.each([
    ['epoch', (name: string) => name === HELLO],
    ['news', (name: string) => name.startsWith('n-')],
  ] as const)('holds for nobody while its %s does not stand there', async (_, lost) => {
    const device = await settled();
    const before = await device.sync();
    const { put } = device.carrier;
    Object.assign(device.carrier, {
      put: (path: string[], bytes: Uint8Array<ArrayBuffer>) =>
        put(path, lost(path.at(-1) ?? '') ? bytes.slice(0, 30) : bytes),
    });
    await expect(change(device)).rejects.toMatchObject({ kind: 'lossy' });
    const begun = await device.sync();
    expect(begun).toMatchObject({ code: before.code, epoch: before.epoch, unseen: true });
    Object.assign(device.carrier, { put });
    await finishChange(device.db, device.carrier, now(device));
    expect(await device.sync()).toMatchObject({ code: begun.next?.code, epoch: begun.next?.epoch });
  });
});

describe('two codes that were changed at the same time', () => {
  /** A device that has changed the code; in the epoch that it left another tells of its own. */
  async function both({ epoch = 'e0009-00000000', dev = '11111111', news = true } = {}) {
    const device = await settled();
    const old = await device.sync();
    await change(device);
    const sync = await device.sync();
    if (news) {
      const there: Bare = { ...device, space: async () => new Space(device.carrier, old) };
      await other(there, { dev, name: 'Tower' }).put('n', [], { epoch });
    }
    device.carrier.asked.length = 0;
    return { device, old, sync };
  }
  const yielding = (device: Bare) => yieldToOther(device.db, device.carrier, device.world.now());

  it('end under the one of the greater name: the other says so in its own epoch, once', async () => {
    const { device, sync } = await both();
    device.clock.ms += MINUTE;
    await yielding(device);
    const [said = '', ...more] = asked(device, 'put');
    expect(more).toEqual([]);
    expect(await headOf(device, said, sync)).toMatchObject({
      ...{ kind: 'n', dev: sync.device, name: 'Tower', epoch: 'e0009-00000000', at: device.at(), n: 0 },
    });
    const row = await device.file(said);
    expect(row).toMatchObject({ state: 'applied', by: sync.device, firstSeen: device.at() });
    expect(await device.stop()).toEqual({ kind: 'codeChanged', by: 'Tower' });
    device.carrier.asked.length = 0;
    await yielding(device);
    expect(device.carrier.asked).toEqual([]);
    expect(await device.sync()).toMatchObject({ left: sync.left });
  });

  it('are looked at in each round, before it reads', async () => {
    const { device } = await both();
    expect(await device.stop()).toEqual({ kind: 'codeChanged', by: 'Tower' });
  });

  it.each([
    ['the other’s name is the lesser', { epoch: 'e0001-ffffffff' }],
    ['the news are its own', { dev: 'own' }],
    ['there are none', { news: false }],
  ])('stay where %s', async (_, given) => {
    const { device, sync, old } = await both('dev' in given ? { news: false } : given);
    if ('dev' in given) {
      const there: Bare = { ...device, space: async () => new Space(device.carrier, old) };
      await other(there, { dev: sync.device }).put('n', [], { epoch: 'e0009-00000000' });
    }
    await yielding(device);
    expect(asked(device, 'put')).toEqual([]);
    expect(asked(device, 'list')).toEqual([old.epoch]);
    expect(await device.sync()).toEqual(sync);
  });

  it('are told by another that says another name, though one before it says nothing', async () => {
    const { device, old } = await both({ epoch: 'e0001-00000000' });
    const there: Bare = { ...device, space: async () => new Space(device.carrier, old) };
    await other(there, { dev: '22222222', name: 'Third' }).put('n');
    await other(there, { dev: '33333333', name: 'Fourth' }).put('n', [], { epoch: 'e0010-00000000' });
    await yielding(device);
    const [said = ''] = asked(device, 'put');
    expect(await headOf(device, said, await device.sync())).toMatchObject({ name: 'Fourth' });
  });

  it.each([
    [DAY, true, false],
    [DAY + 1, false, false],
    [DAY + 1, false, true],
  ])('are looked for %i ms long: %s; then the old code is let go', async (later, looks, others) => {
    const { device, sync } = await both();
    const [ended] = sync.left ?? [];
    const elder = { epoch: 'e0000-00000000', at: new Date(START - 2 * DAY).toISOString() };
    const young = { epoch: 'e0003-00000000', at: new Date(START + later).toISOString(), code: FOREIGN };
    const beside = others ? [elder] : [];
    await device.change({ left: [...beside, ended as typeof young, young] });
    device.clock.ms += later;
    await yielding(device);
    expect(asked(device, 'put')).toHaveLength(looks ? 1 : 0);
    const { code: _, ...bare } = ended as typeof young;
    expect((await device.sync()).left).toEqual([...beside, looks ? ended : bare, young]);
  });

  it('are nothing to one that has not left any epoch, nor to one that does not take part', async () => {
    const device = await settled();
    await yielding(device);
    await device.change({ left: [{ epoch: 'e0000-00000000', at: AT }] });
    await yielding(device);
    expect(device.carrier.asked).toEqual([]);
    const none = await bare();
    await yielding(none);
    expect(none.carrier.asked).toEqual([]);
  });

  it('are told once also by news that another device has left here', async () => {
    const { device, sync } = await both();
    const row = { state: 'applied' as const, bytes: 9, firstSeen: AT };
    await device.db.put('files', { ...row, name: 'n-11111111-000001-00000000.wb', by: '11111111' });
    await device.db.put('files', { ...row, name: 'd-22222222-000001-00000000.wb', by: sync.device });
    await yielding(device);
    expect(asked(device, 'put')).toHaveLength(1);
  });
});

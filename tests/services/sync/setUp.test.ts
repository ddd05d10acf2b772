import { describe, expect, it } from 'vitest';
import { MODEL_VERSION, type Place, rowKey } from '../../../src/core/sync/index.ts';
import { findEpoch, knowsOneOf } from '../../../src/services/sync/epochs.ts';
import { ODD } from '../../../src/services/sync/oddFiles.ts';
import {
  answering,
  beginSpace,
  checkCarrier,
  enterCode,
  followSuccessor,
  joinSpace,
  meet,
  publishAgain,
  tidyPlace,
} from '../../../src/services/sync/setUp.ts';
import { nextFile, RoundStop, readLines, Space, writeLines } from '../../../src/services/sync/space.ts';
import { beginSync } from '../../../src/storage/files.ts';
import type { SyncRecord } from '../../../src/storage/schema.ts';
import { CarrierError, CROWDED } from '../../../src/sync/carrier.ts';
import { makeCode } from '../../../src/sync/code.ts';
import { FOLDER, HELLO, makeEpoch, parseName, README } from '../../../src/sync/names.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { asked, type Bare, bare, forgets, junk, other, PLACE, pathOf, START, settled, wish } from './bare.ts';

const AT = new Date(START).toISOString();
const CODE = makeCode((bytes) => bytes.fill(7));
const FOREIGN = makeCode((bytes) => bytes.fill(9));
const SPACE = '00112233445566aa';

/** An epoch of a space under a code. */
async function founded(
  carrier: MemoryCarrier,
  { space = SPACE, epoch = makeEpoch(1), code = CODE, hello = {} } = {},
): Promise<Space> {
  const made = new Space(carrier, { space, epoch, code });
  await made.found({ why: 'new', at: AT, ...hello });
  return made;
}

describe('a place', () => {
  const S3 = { kind: 's3', bucket: 'b', region: 'r', keyId: 'k', secret: 's' } as const;
  it.each([
    [
      { ...PLACE, url: ' dav.example.org/files/ ' },
      { ...PLACE, url: 'https://dav.example.org/files' },
    ],
    [
      { ...S3, url: 'https://s3.example.org' },
      { ...S3, url: 'https://s3.example.org' },
    ],
    [{ ...PLACE, url: 'http://dav.example.org' }, null],
    [
      { kind: 'folder', name: 'of mine' },
      { kind: 'folder', name: 'of mine' },
    ],
  ] as const satisfies readonly [Place, Place | null][])('%o is kept as %o', (typed, kept) => {
    expect(tidyPlace(typed)).toEqual(kept);
  });
});

describe('what was tried', () => {
  it.each([
    [new CarrierError('full', '507'), { ok: false, trouble: 'full' }],
    [new RoundStop('newer'), { ok: false, trouble: 'newer' }],
  ])('and refused has an answer: %s', async (error, answer) => {
    expect(await answering(() => Promise.reject(error))).toEqual(answer);
  });

  it('is answered as it is; what is no refusal is thrown', async () => {
    expect(await answering(async () => ({ ok: true, spaces: 3 }))).toEqual({ ok: true, spaces: 3 });
    await expect(answering(() => Promise.reject(new TypeError('broken')))).rejects.toThrow('broken');
  });
});

describe('a storage that is looked at', () => {
  it('writes, lists, reads, misses and removes one file, and says how many spaces there are', async () => {
    const carrier = new MemoryCarrier();
    for (const name of [SPACE, '99112233445566aa', 'e0001-00000000', 'photos'])
      carrier.folders.add(`${FOLDER}/${name}`);
    expect(await checkCarrier(carrier)).toEqual({ ok: true, spaces: 2 });
    const name = carrier.asked[1]?.split(' ')[1] ?? '';
    const missing = carrier.asked[4]?.split(' ')[1] ?? '';
    expect(name).toMatch(/^check-[0-9a-f]{16}\.txt$/);
    expect(missing).toMatch(/^check-[0-9a-f]{16}\.txt$/);
    expect(missing).not.toBe(name);
    expect(carrier.asked).toEqual([
      ...[`makeFolder ${FOLDER}`, `put ${name}`, `list ${FOLDER}`],
      ...[`get ${name}`, `get ${missing}`, `remove ${name}`],
    ]);
    expect([carrier.files.size, carrier.folders.has(FOLDER)]).toEqual([0, true]);
  });

  const bytes = new Uint8Array(64);
  it.each([
    ['lists nothing', { list: async () => null }],
    ['lists it not', { list: async () => ({ files: new Map(), folders: [], date: null }) }],
    [
      'lists another length',
      { list: async () => ({ files: new Map([[written, 63]]), folders: [], date: null }) },
    ],
    ['has not what was written', { get: async () => null }],
    ['has something else', { get: async (path: string[]) => (path[1] === written ? bytes : null) }],
    ['has what nobody wrote', { get: async () => carrier.files.get(`${FOLDER}/${written}`) ?? bytes }],
  ])('and %s is refused, and left as it was', async (_, answers) => {
    carrier = new MemoryCarrier();
    const { put } = carrier;
    Object.assign(carrier, {
      put: (path: string[], sent: Uint8Array<ArrayBuffer>) => {
        written = path[1] ?? '';
        return put(path, sent);
      },
      ...answers,
    });
    await expect(checkCarrier(carrier)).rejects.toMatchObject({ kind: 'odd' });
    expect(carrier.files.size).toBe(0);
  });
  let carrier = new MemoryCarrier();
  let written = '';
});

describe('a space', () => {
  it('is begun with all that a device needs to know, and with a word to whoever finds it', async () => {
    const device = await bare();
    const code = await device.begin();
    const sync = await device.sync();
    expect(sync).toEqual({
      ...{ place: PLACE, name: 'Laptop', code, space: sync.space, epoch: sync.epoch, device: sync.device },
      ...{ seq: 0, offset: 0, devices: [], model: MODEL_VERSION, stampAll: 'publish', unseen: true },
      cover: { parts: [], covers: [], since: AT },
    });
    expect(sync.space).toMatch(/^[0-9a-f]{16}$/);
    expect(sync.epoch).toMatch(/^e0001-[0-9a-f]{8}$/);
    expect(sync.device).toMatch(/^[0-9a-f]{8}$/);
    expect(device.carrier.folders.has([FOLDER, sync.space, sync.epoch].join('/'))).toBe(true);
    expect(device.carrier.asked[0]).toBe(`makeFolder ${FOLDER}`);
    const readme = new TextDecoder().decode(device.carrier.files.get(`${FOLDER}/${README}`));
    for (const line of ['You may delete this folder', 'Sie dürfen diesen Ordner', 'Weitblick'])
      expect(readme).toContain(line);
    const text = (await (await device.space()).read(HELLO))?.text ?? '';
    expect(JSON.parse(text)).toEqual({
      ...{ v: 1, model: MODEL_VERSION, space: sync.space, epoch: sync.epoch, of: 'person' },
      ...{ why: 'new', at: AT },
    });
  });

  it('is no one’s where the code is none', async () => {
    const { carrier, db } = await bare();
    expect(() => new Space(carrier, { space: SPACE, epoch: makeEpoch(1), code: 'WB1-X' })).toThrow(TypeError);
    for (const code of ['', 'WB1-X', `${CODE}x`]) {
      expect(await joinSpace(db, carrier, { place: PLACE, name: 'x', code })).toEqual({
        ...{ ok: false, trouble: 'badCode' },
      });
      expect(await meet(db, carrier, code)).toEqual({ ok: false, trouble: 'badCode' });
      const sync = { space: SPACE, epoch: makeEpoch(1), code: CODE } as SyncRecord;
      expect(await enterCode(db, carrier, sync, code)).toEqual({ ok: false, trouble: 'badCode' });
    }
    expect(carrier.asked).toEqual([]);
  });

  it('is joined with all that a further device needs to know', async () => {
    const { carrier, code, ...first } = await settled();
    const { space, epoch } = await first.sync();
    const late = await bare(carrier, { name: 'Tablet' });
    await late.join(` ${code.toLowerCase()} `);
    const { device, ...sync } = await late.sync();
    expect(device).not.toBe((await first.sync()).device);
    expect(sync).toEqual({
      ...{ place: PLACE, name: 'Tablet', code, space, epoch },
      ...{ seq: 0, offset: 0, devices: [], model: MODEL_VERSION, stampAll: 'join' },
    });
  });

  it.each([
    ['where nothing is', async () => {}, 'nothingThere'],
    ['where no space is', async (carrier) => void carrier.folders.add(`${FOLDER}/photos`), 'nothingThere'],
    ['of another code', async (carrier) => void (await founded(carrier, { code: FOREIGN })), 'wrongCode'],
    [
      'of a newer program',
      async (carrier) => {
        const space = await founded(carrier);
        const hello = { v: 2, model: 9, space: SPACE, epoch: space.epoch, why: 'new', at: AT };
        await space.put(HELLO, await space.seal(HELLO, JSON.stringify(hello)));
      },
      'newer',
    ],
    [
      'among more than can be looked through',
      async (carrier) => {
        for (let i = 0; i <= CROWDED.spaces; i++)
          carrier.folders.add(`${FOLDER}/${String(i).padStart(16, '0')}`);
      },
      'crowded',
    ],
  ] as const satisfies readonly [string, (carrier: MemoryCarrier) => Promise<void>, string][])(
    'is not found %s',
    async (_, prepare, trouble) => {
      const device = await bare();
      device.carrier.folders.add(FOLDER);
      await prepare(device.carrier);
      const given = { place: PLACE, name: 'Tablet', code: CODE };
      const { db, carrier } = device;
      expect(await answering(() => joinSpace(db, carrier, given))).toEqual({ ok: false, trouble });
      expect(await answering(() => meet(db, carrier, CODE))).toEqual({ ok: false, trouble });
      expect(await device.sync()).toBeUndefined();
    },
  );

  it('is the one among others that the code opens', async () => {
    const device = await bare();
    await founded(device.carrier, { space: '0000000000000001', code: FOREIGN });
    const { epoch } = await founded(device.carrier, { space: '0000000000000002' });
    for (let i = 3; i <= CROWDED.spaces; i++)
      device.carrier.folders.add(`${FOLDER}/${String(i).padStart(16, '0')}`);
    await device.join(CODE);
    expect(await device.sync()).toMatchObject({ space: '0000000000000002', epoch });
  });
});

describe('who is met', () => {
  const person = (i: string, more: object = {}, keys: readonly unknown[] = []) => ({
    ...{ ...wish(i), k: 'contact' },
    r: Object.fromEntries(keys.map((key, at) => [`keys/${at}`, key])),
    ...more,
  });

  it.each([
    ['somebody', [person('a')], 1],
    ['somebody told of twice', [person('a'), person('a')], 1],
    ['two', [person('a'), person('b')], 2],
    ['somebody forgotten', [person('a'), forgets('a')], 0],
    ['somebody forgotten, whoever says it first', [forgets('a'), person('a')], 0],
    ['somebody forgotten and saved anew', [forgets('a'), person('a', { l: 2 })], 1],
    ['somebody saved anew, told of first', [person('a', { l: 2 }), forgets('a')], 1],
    ['somebody saved anew and forgotten', [person('a', { l: 2 }), { ...forgets('a'), l: 2 }], 0],
    ['somebody who lives on in another', [person('a', { r: { into: { id: 'b' } } }), person('b')], 1],
    ['somebody who does no more', [person('a', { r: { into: null } })], 1],
    ['somebody with an odd word', [person('a', { r: { into: 'b' } })], 1],
    ['nobody, but other records', [wish('a'), { ...person('a'), k: 'tie' }], 0],
  ])('%s', async (_, entries, there) => {
    const device = await settled(0);
    await other(device).put('d', entries);
    const late = await bare(device.carrier);
    expect(await meet(late.db, device.carrier, device.code)).toEqual({
      ok: true,
      meeting: { here: 0, there, same: 0 },
    });
    expect(await late.sync()).toBeUndefined();
  });

  it('is told by who is here: the same are those who have one of the keys', async () => {
    const device = await settled(0);
    const late = await bare(device.carrier);
    const [first = '', second = ''] = await late.save('ada', 'bea', 'cleo');
    const keysOf = async (id: string) => (await late.db.get('contacts', id))?.keys ?? [];
    const [ada = [], bea = []] = [await keysOf(first), await keysOf(second)];
    await other(device).put('d', [
      person('1', {}, ['nobody’s', ...ada]),
      person('2', {}, [null, 7, ...bea]),
      person('2', {}, []),
      person('3', {}, ['nobody’s']),
      person('4'),
      // A word that is no key, though it is one's.
      { ...person('5'), r: { headline: bea[0] } },
      person('6', {}, bea),
      forgets('6'),
    ]);
    expect(await meet(late.db, device.carrier, device.code)).toEqual({
      ok: true,
      meeting: { here: 3, there: 5, same: 2 },
    });
  });

  it('is read from changes and parts alone, and what does not open is passed over', async () => {
    const device = await settled(0);
    const tablet = other(device);
    const first = await tablet.put('d', [person('a')]);
    const second = await tablet.put('p', [person('b')]);
    await tablet.put('c', [], { parts: [], covers: [], alive: 0, dead: 0 });
    const names = await junk(device, ODD.inOneRound - 1);
    await junk(device, 1, new Uint8Array(80), 'n');
    device.carrier.files.set(await pathOf(device, 'foreign.txt'), new Uint8Array(1));
    const late = await bare(device.carrier);
    expect(await meet(late.db, device.carrier, device.code)).toMatchObject({ meeting: { there: 2 } });
    const read = new Set(asked(device, 'get'));
    for (const name of [first, second, ...names]) expect(read).toContain(name);
    expect([...read].filter((name) => name.startsWith('c-'))).toEqual([]);
    // Once, as what may say that the epoch is over.
    expect(asked(device, 'get').filter((name) => name.startsWith('n-'))).toHaveLength(1);
    await junk(device, ODD.inOneRound);
    expect(await answering(() => meet(late.db, device.carrier, device.code))).toMatchObject({ ok: true });
    await junk(device, ODD.inOneRound + 1);
    expect(await answering(() => meet(late.db, device.carrier, device.code))).toEqual({
      ...{ ok: false, trouble: 'crowded' },
    });
  });

  it('is nobody where what is listed cannot be had', async () => {
    const device = await settled(0);
    await other(device).put('d', [person('a')]);
    const { get } = device.carrier;
    Object.assign(device.carrier, {
      get: (path: string[]) => (parseName(path.at(-1) ?? '') ? Promise.resolve(null) : get(path)),
    });
    expect(await meet(device.db, device.carrier, device.code)).toMatchObject({ meeting: { there: 0 } });
  });
});

describe('the epoch that a code opens', () => {
  const find = (carrier: MemoryCarrier, after?: number) =>
    findEpoch(carrier, { space: SPACE, code: CODE, ...(after !== undefined && { after }) }).then(
      ({ found, ...rest }) => ({ found: found?.epoch ?? null, ...rest }),
    );

  it('is none where nothing lies', async () => {
    expect(await find(new MemoryCarrier())).toEqual({ found: null, newer: false, others: false });
  });

  it('is the newest, with a word of others that it does not open', async () => {
    const carrier = new MemoryCarrier();
    await founded(carrier, { epoch: 'e0001-00000000' });
    await founded(carrier, { epoch: 'e0003-00000000' });
    carrier.folders.add(`${FOLDER}/${SPACE}/e0009-00000000`);
    expect(await find(carrier)).toEqual({ found: 'e0003-00000000', newer: false, others: false });
    await founded(carrier, { epoch: 'e0004-00000000', code: FOREIGN });
    expect(await find(carrier)).toEqual({ found: 'e0003-00000000', newer: false, others: true });
    expect(await find(carrier, 2)).toMatchObject({ found: 'e0003-00000000' });
    expect(await find(carrier, 3)).toEqual({ found: null, newer: false, others: true });
    expect(await find(carrier, 4)).toEqual({ found: null, newer: false, others: false });
  });

  it('is none where a newer program has written it', async () => {
    const carrier = new MemoryCarrier();
    await founded(carrier, { epoch: 'e0001-00000000' });
    const space = await founded(carrier, { epoch: 'e0002-00000000' });
    const hello = { v: 1, model: 9, space: SPACE, epoch: space.epoch, of: 'team', why: 'new', at: AT };
    await space.put(HELLO, await space.seal(HELLO, JSON.stringify(hello)));
    expect(await find(carrier)).toEqual({ found: null, newer: true, others: false });
  });

  it('is over where one of its own files says that another has taken its place', async () => {
    const device = await settled();
    const { space, code, epoch } = await device.sync();
    const look = () => findEpoch(device.carrier, { space, code });
    expect((await look()).found?.epoch).toBe(epoch);
    await junk(device, 20, new Uint8Array(80), 'n');
    device.carrier.asked.length = 0;
    expect((await look()).found?.epoch).toBe(epoch);
    expect(asked(device, 'get')).toHaveLength(21);
    // Of many that do not open no more are tried.
    await junk(device, 40, new Uint8Array(80), 'n');
    device.carrier.asked.length = 0;
    expect((await look()).found?.epoch).toBe(epoch);
    expect(asked(device, 'get')).toHaveLength(21);
    for (const path of device.carrier.named('n')) device.carrier.files.delete(path);
    const name = await other(device).put('n');
    expect(await look()).toEqual({ found: null, newer: false, others: true });
    const { get } = device.carrier;
    Object.assign(device.carrier, {
      get: (path: string[]) => (path.at(-1) === name ? Promise.resolve(null) : get(path)),
    });
    expect((await look()).found?.epoch).toBe(epoch);
  });

  it('is not looked for among more than can be tried', async () => {
    const carrier = new MemoryCarrier();
    await founded(carrier, { epoch: 'e0001-00000000' });
    const epoch = (i: number) => `${FOLDER}/${SPACE}/e0007-${i.toString(16).padStart(8, '0')}`;
    for (let i = 1; i < CROWDED.epochs; i++) carrier.folders.add(epoch(i));
    expect(await find(carrier)).toMatchObject({ found: 'e0001-00000000' });
    carrier.folders.add(epoch(0));
    await expect(find(carrier)).rejects.toMatchObject({ kind: 'crowded' });
    expect(await find(carrier, 7)).toEqual({ found: null, newer: false, others: false });
  });

  it.each([
    [[HELLO, 'a'], ['a'], false],
    [['b', 'a'], ['a'], true],
    [['b'], ['a'], false],
    [[], ['a'], false],
  ])('lacks only its first file where %o lies there and %o is known: %s', (files, known, only) => {
    const map = (names: string[]) => new Map(names.map((name) => [name, 1]));
    expect(knowsOneOf(map(files), map(known))).toBe(only);
  });
});

describe('what says whose an epoch is', () => {
  const hello = { v: 1, model: 1, space: SPACE, epoch: 'e0001-00000000', why: 'new', at: AT };
  it.each([
    ['ours', hello, 'yes'],
    ['of a person', { ...hello, of: 'person' }, 'yes'],
    ['of a team', { ...hello, of: 'team' }, 'newer'],
    ['of a newer program', { ...hello, v: 2 }, 'newer'],
    ['of another space', { ...hello, space: '0000000000000000' }, 'no'],
    ['of another epoch', { ...hello, epoch: 'e0002-00000000' }, 'no'],
    ['no hello', { v: 1 }, 'no'],
    ['no record', 'nonsense', 'no'],
  ])('%s', async (_, said, greeting) => {
    const space = new Space(new MemoryCarrier(), { space: SPACE, epoch: 'e0001-00000000', code: CODE });
    expect(await space.greets()).toBe('gone');
    const text = typeof said === 'string' ? said : JSON.stringify(said);
    await space.put(HELLO, await space.seal(HELLO, text));
    expect(await space.greets()).toBe(greeting);
    await space.put(HELLO, new Uint8Array(300));
    expect(await space.greets()).toBe('no');
  });

  it('is looked for in a folder of a size that can be looked through', async () => {
    const space = await founded(new MemoryCarrier());
    const carrier = space.carrier as MemoryCarrier;
    expect((await space.list())?.files.size).toBe(1);
    const listing = (size: number) => ({
      ...{ files: new Map(Array.from({ length: size }, (_, i) => [`${i}`, 1])), folders: [], date: null },
    });
    Object.assign(carrier, { list: async () => listing(CROWDED.files) });
    expect((await space.list())?.files.size).toBe(CROWDED.files);
    Object.assign(carrier, { list: async () => listing(CROWDED.files + 1) });
    await expect(space.list()).rejects.toMatchObject({ kind: 'crowded' });
    Object.assign(carrier, { list: async () => null });
    expect(await space.list()).toBeNull();
  });
});

describe('the lines of a file', () => {
  const name = { name: 'd-11111111-000001-00000000.wb', kind: 'd' as const, device: '11111111' };
  const header = { v: 1, model: 2, kind: 'd', dev: '11111111', name: 'Tablet', seq: 1, at: AT, n: 3 };
  const lines = (...all: unknown[]) =>
    all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

  it('are read as far as they are understood', () => {
    const text = lines(header, wish('a'), '', '{"k":"letter 2"}', 'nonsense', wish('b'));
    expect(readLines(name, text)).toEqual({ header, entries: [wish('a'), wish('b')] });
    expect(readLines(name, lines(header))).toEqual({ header, entries: [] });
    // The first line is no entry, whatever else it says.
    expect(readLines(name, lines({ ...wish('a'), ...header }))).toEqual({ header, entries: [] });
  });

  it.each([
    ['of another kind', lines({ ...header, kind: 'p' })],
    ['without a header', lines(wish('a'))],
    ['that are none', 'nonsense'],
    ['that are null', 'null'],
    ['empty', ''],
    ['whose version is no number', lines({ ...header, v: '2' })],
  ])('are none of ours: %s', (_, text) => {
    expect(readLines(name, text)).toBeNull();
  });

  it('of a newer program end the round, whatever else they are', () => {
    expect(() => readLines(name, lines({ v: 2 }))).toThrow(new RoundStop('newer'));
  });
});

describe('the next file', () => {
  it('of each kind has a number and a name of its own, and says which came before', async () => {
    const device = await settled();
    const { device: dev, name } = await device.sync();
    await device.db.put('state', { ...(await device.sync()), seq: 4, prev: undefined } as never, 'sync');
    const header = { v: 1, model: MODEL_VERSION, dev, name, at: AT };
    const first = await nextFile(device.db, 'd', AT);
    expect(first.header).toEqual({ ...header, kind: 'd', seq: 5 });
    expect(first.name).toMatch(new RegExp(`^d-${dev}-000005-[0-9a-f]{8}\\.wb$`));
    expect(await device.sync()).toMatchObject({ seq: 5, prev: first.name });
    const part = await nextFile(device.db, 'p', AT);
    expect(part.header).toEqual({ ...header, kind: 'p', seq: 5 });
    expect(part.name).toMatch(new RegExp(`^p-${dev}-[0-9a-f]{16}\\.wb$`));
    expect(await device.sync()).toMatchObject({ seq: 5, prev: first.name });
    const cover = await nextFile(device.db, 'c', AT);
    expect(cover.header).toEqual({ ...header, kind: 'c', seq: 6, prev: first.name });
    await beginSync(device.db, undefined);
    await expect(nextFile(device.db, 'd', AT)).rejects.toMatchObject({
      ...{ name: 'AbortError', message: 'Sync has ended.' },
    });
  });

  it('is known before it is sent, with its length, and holds what was given', async () => {
    const device = await settled();
    const space = await device.space();
    const row = {
      name: 'd-11111111-000001-00000000.wb',
      state: 'sent',
      firstSeen: AT,
      by: '11111111',
    } as const;
    let known: unknown;
    const { put } = device.carrier;
    Object.assign(device.carrier, {
      put: async (path: string[], bytes: Uint8Array<ArrayBuffer>) => {
        known = await device.file(row.name);
        await put(path, bytes);
      },
    });
    const bytes = await writeLines(device.db, space, row, { v: 1 }, ['one', 'two']);
    expect(bytes).toBe(device.carrier.files.get(await pathOf(device, row.name))?.length);
    expect(known).toEqual({ ...row, bytes });
    expect((await space.read(row.name))?.text).toBe('{"v":1,"n":2}\none\ntwo');
    expect(await space.read('d-11111111-000002-00000000.wb')).toBeNull();
  });
});

/** How many records are to be sent. */
const waiting = ({ db }: Bare) => db.countFromIndex('registers', 'opens', '');

describe('a code that is entered', () => {
  it.each([
    ['the folder is gone', async (device: Bare) => device.carrier.folders.clear(), 'wiped'],
    [
      'only another opens it',
      async (device: Bare) => {
        const { space, epoch } = await device.sync();
        await device.carrier.remove([FOLDER, space, epoch]);
        await founded(device.carrier, { space, code: FOREIGN });
      },
      'wrongCode',
    ],
    [
      'a newer program has written there',
      async (device: Bare) => {
        const space = await device.space();
        const hello = { v: 2, model: 9, space: space.space, epoch: space.epoch, why: 'new', at: AT };
        await space.put(HELLO, await space.seal(HELLO, JSON.stringify(hello)));
      },
      'newer',
    ],
  ] as const)('is refused where %s, and nothing is changed', async (_, prepare, trouble) => {
    const device = await settled();
    await prepare(device);
    const sync = await device.sync();
    expect(await enterCode(device.db, device.carrier, sync, sync.code)).toEqual({ ok: false, trouble });
    expect(await device.sync()).toEqual(sync);
    expect(await device.db.count('files')).toBeGreaterThan(0);
  });

  it('and is the old one ends what was wrong, and no more', async () => {
    const device = await settled();
    const before = await device.sync();
    const files = await device.db.getAll('files');
    await device.change({ trouble: { kind: 'codeChanged', since: AT } });
    const { db, carrier } = device;
    expect(await enterCode(db, carrier, await device.sync(), device.code)).toEqual({ ok: true });
    expect(await device.sync()).toEqual(before);
    expect([await db.getAll('files'), await waiting(device)]).toEqual([files, 0]);
  });

  it.each([
    ['another code', FOREIGN, makeEpoch(2)],
    ['the same code and another epoch', null, makeEpoch(3)],
  ] as const)('goes over to what it opens, and everything is to be sent: %s', async (_, typed, epoch) => {
    const device = await settled(3);
    const { space, ...before } = await device.sync();
    const code = typed ?? device.code;
    await founded(device.carrier, { space, epoch, code });
    await device.change({
      ...{ trouble: { kind: 'codeChanged', since: AT }, setBack: { since: AT, until: AT } },
      ...{ next: { code, epoch, since: AT }, resent: { count: 1, at: AT }, unseen: true, tidyAt: AT },
      ...{ left: [{ epoch: 'e0000-00000000', at: AT }], cover: { parts: [], covers: [], since: AT } },
    });
    const { db, carrier } = device;
    expect(await enterCode(db, carrier, await device.sync(), code)).toEqual({ ok: true });
    const { prev: _prev, covered: _covered, unseen: _unseen, ...stays } = before;
    expect(await device.sync()).toEqual({
      ...{ ...stays, space, epoch, code, tidyAt: AT },
      left: [{ epoch: 'e0000-00000000', at: AT }],
    });
    expect(await db.getAll('files')).toEqual([]);
    expect(await waiting(device)).toBe(await db.count('registers'));
    const [id = ''] = device.ids;
    expect((await db.get('registers', rowKey('contact', id)))?.opens).toEqual(['']);
  });
});

describe('where the epoch is gone', () => {
  const follow = async ({ db, carrier, sync }: Bare) => followSuccessor(db, carrier, await sync());

  it('the next of the same code is followed, one of another is told, none is none', async () => {
    const device = await settled(2);
    const { space, epoch, code } = await device.sync();
    // Its own, and older ones, are no successors.
    await founded(device.carrier, { space, code, epoch: 'e0000-ffffffff' });
    expect(await follow(device)).toBe('none');
    await founded(device.carrier, { space, code: FOREIGN, epoch: 'e0002-00000000' });
    expect(await follow(device)).toBe('others');
    expect((await device.sync()).epoch).toBe(epoch);
    await founded(device.carrier, { space, code, epoch: 'e0003-00000000' });
    expect(await follow(device)).toBe('followed');
    expect(await device.sync()).toMatchObject({ epoch: 'e0003-00000000', code });
    expect(await waiting(device)).toBe(await device.db.count('registers'));
  });

  it('and the next is of a newer program it is told', async () => {
    const device = await settled();
    const space = await founded(device.carrier, { ...(await device.sync()), epoch: 'e0002-00000000' });
    const hello = { v: 2, model: 9, space: space.space, epoch: space.epoch, why: 'new', at: AT };
    await space.put(HELLO, await space.seal(HELLO, JSON.stringify(hello)));
    await expect(follow(device)).rejects.toMatchObject({ kind: 'newer' });
  });

  it('everything is published in the next, unless another device has', async () => {
    const device = await settled(2);
    const before = await device.sync();
    await device.carrier.remove([FOLDER]);
    device.carrier.asked.length = 0;
    const now = new Date(START + 5_000).toISOString();
    await publishAgain(device.db, device.carrier, before, now);
    const { epoch, prev: _, ...after } = await device.sync();
    expect(epoch).toMatch(/^e0002-[0-9a-f]{8}$/);
    const { covered: _covered, unseen: _unseen, prev: _prev, ...stays } = before;
    expect({ ...after, epoch }).toEqual({
      ...{ ...stays, epoch },
      cover: { parts: [], covers: [], since: now },
      left: [{ epoch: before.epoch, at: now }],
    });
    expect(asked(device, 'makeFolder')).toEqual([FOLDER, epoch]);
    expect(new TextDecoder().decode(device.carrier.files.get(`${FOLDER}/${README}`))).toContain('löschen');
    const hello = JSON.parse((await (await device.space()).read(HELLO))?.text ?? '{}');
    expect(hello).toMatchObject({ why: 'restore', from: before.epoch, at: now, epoch });
    expect(await device.db.getAll('files')).toEqual([]);
    // It was stopped, and is begun anew as it was: it goes on in the one that is there.
    await beginSync(device.db, before);
    device.carrier.asked.length = 0;
    await publishAgain(device.db, device.carrier, before, now);
    expect((await device.sync()).epoch).toBe(epoch);
    expect([...asked(device, 'put'), ...asked(device, 'makeFolder')]).toEqual([]);
  });
});

it('a space is begun by nobody who cannot write there, and nothing is put down', async () => {
  const device = await bare();
  device.carrier.spoil = (verb) => {
    if (verb === 'put') throw new CarrierError('full', '507');
  };
  const { db, carrier } = device;
  const answer = await answering(() => beginSpace(db, carrier, { place: PLACE, name: 'x', now: AT }));
  expect(answer).toEqual({ ok: false, trouble: 'full' });
  expect(await device.sync()).toBeUndefined();
});

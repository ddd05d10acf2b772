import { describe, expect, it, vi } from 'vitest';
import { tombstoneHashes } from '../../src/core/merge/index.ts';
import type { Backup } from '../../src/core/model/index.ts';
import { BACKUP_LIMITS } from '../../src/exchange/limits.ts';
import { HandedFile } from '../../src/services/handedFile.ts';
import { heldOf, openBackups, planOf, tooLargeFor } from '../../src/services/openedBackups.ts';
import { backupOf, someone } from '../exchange/people.ts';
import { makeContact, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const fileOf = (name: string, text: string | Uint8Array<ArrayBuffer>, parts = 1): HandedFile => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const file = new HandedFile({ name, size: bytes.length, modified: '2026-01-01T00:00:00.000Z' });
  const size = Math.max(1, Math.ceil(bytes.length / parts));
  for (let at = 0; at < bytes.length; at += size) file.add(bytes.slice(at, at + size));
  return file;
};
const [ada, bo] = [someone('Ada Example'), someone('Bo Sample')];

async function open(files: HandedFile[], { fileBytes = BACKUP_LIMITS.fileBytes, stopped = false } = {}) {
  const { environment } = makeEnvironment();
  const told: number[] = [];
  const stop = new AbortController();
  if (stopped) stop.abort(new Error('stopped'));
  const opened = await openBackups(files, environment, {
    signal: stop.signal,
    limits: { ...BACKUP_LIMITS, fileBytes },
    onRows: (rows) => told.push(rows),
  });
  return { opened, told, environment };
}

describe('a file that is handed over', () => {
  it.each([1, 2, 7])('comes back as it came, in %i parts', async (parts) => {
    const file = fileOf('a.txt', 'eleven byte', parts);
    expect([file.name, file.size, file.modified, file.isWhole]).toEqual([
      'a.txt',
      11,
      '2026-01-01T00:00:00.000Z',
      true,
    ]);
    const pieces: Uint8Array[] = [];
    for await (const piece of file.bytes()) pieces.push(piece);
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    expect(pieces.map(text).join('')).toBe('eleven byte');
    expect(pieces).toHaveLength(Math.ceil(11 / Math.ceil(11 / parts)));
    expect(text(await file.all())).toBe('eleven byte');
  });

  it('holds no more than was announced', async () => {
    const file = new HandedFile({ name: 'a', size: 3 });
    expect([file.add(new Uint8Array(4)), file.isWhole]).toEqual([false, false]);
    expect([file.add(new Uint8Array(2)), file.add(new Uint8Array(2)), file.isWhole]).toEqual([
      true,
      false,
      false,
    ]);
    expect([file.add(new Uint8Array(1)), file.add(new Uint8Array(1)), file.isWhole]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await file.all()).toHaveLength(3);
    const empty = new HandedFile({ name: 'a', size: 0 });
    expect([empty.isWhole, (await empty.all()).length]).toEqual([true, 0]);
    for await (const _ of empty.bytes()) throw new Error('there is nothing');
  });
});

describe('the backups among the files', () => {
  const backup: Backup = {
    ...backupOf({ contacts: [ada, bo], ties: [{ from: 'me', to: ada.id, kind: 'knows' }] }),
    goals: [makeGoal()],
  };
  const json = JSON.stringify(backup);

  it('are read to their end, and others are left to their readers', async () => {
    const table = fileOf('a.csv', 'Name\nJo Ex');
    const { opened } = await open([
      table,
      fileOf('b.json', json, 5),
      fileOf('c.json', JSON.stringify(backupOf({ contacts: [bo], ties: [] }))),
    ]);
    const summary = {
      rows: 0,
      persons: 0,
      ignored: 0,
      encoding: 'utf-8',
      encodingBy: 'shown',
      format: 'backup',
    };
    expect(opened.files).toEqual([
      { file: 'b.json', ...summary },
      { file: 'c.json', ...summary },
    ]);
    expect([opened.others, opened.fileErrors]).toEqual([[table], []]);
    // The first of them counts.
    expect([opened.backup?.source.rows, opened.backup?.ties, opened.backup?.leftOut]).toEqual([3, 1, {}]);
  });

  it('are rows of one kind, and of whatever hangs on contacts behind them when they are joined', async () => {
    const { contacts, ties, ...rest } = backup;
    for (const written of [backup, { ...rest, ties, contacts }]) {
      const { opened } = await open([fileOf('b.json', JSON.stringify(written))]);
      const lists = async (of: 'source' | 'joinable') => {
        const found: string[] = [];
        for await (const rows of opened.backup?.[of].read() ?? [])
          found.push(...rows.map(({ list }) => list));
        return found;
      };
      expect(await lists('joinable')).toEqual(['contacts', 'contacts', 'ties']);
      expect((await lists('source')).toSorted()).toEqual(['contacts', 'contacts', 'ties']);
    }
  });

  it('that cannot be read are named, but what is written in other letters is left to its reader', async () => {
    const latin = Uint8Array.from(
      [...json.replace('Ada', 'Äda')].map((letter) => letter.charCodeAt(0) & 255),
    );
    const letters = fileOf('latin.json', latin);
    const { opened } = await open([fileOf('cut.json', json.slice(0, -20)), letters]);
    expect(opened.fileErrors).toMatchObject([{ file: 'cut.json' }]);
    expect([opened.others, opened.files, opened.backup]).toEqual([[letters], [], undefined]);
    const small = await open([fileOf('b.json', json)], { fileBytes: 100 });
    expect(small.opened.fileErrors).toMatchObject([{ file: 'b.json', kind: 'tooLarge' }]);
    expect(small.opened.others).toEqual([]);
  });

  it('tell how far they are read, each for itself, and can be stopped', async () => {
    const many = Array.from({ length: 1_001 }, (_, i) =>
      makeContact({ key: { site: 'web', id: `p${i}` } }, `c${i}`),
    );
    const large = JSON.stringify(backupOf({ contacts: many, ties: [] }));
    const { told } = await open([fileOf('a.json', large), fileOf('b.json', large)]);
    expect(told).toEqual([500, 1_000, 500, 1_000]);
    await expect(open([fileOf('a.json', large)], { stopped: true })).rejects.toThrow('stopped');
  });
});

describe('what putting a backup back would do', () => {
  it('is said of what is here and what is there', async () => {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    await db.put('contacts', ada);
    await db.put('ties', { from: 'me', to: ada.id, kind: 'knows' });
    await db.put('goals', makeGoal());
    const backup = backupOf({ contacts: [ada, bo], ties: [] });
    const leftOut = { ties: 2 } as const;
    const plan = await planOf(db, await heldOf(backup, leftOut, environment));
    expect(plan).toMatchObject({
      contacts: { now: 1, after: 2, added: 1, removed: 0 },
      joined: { same: 1, forgotten: 0 },
      ties: { now: 1, after: 0 },
      goals: { now: 1, after: 0 },
      leftOut,
    });
    expect((await planOf(db, await heldOf(backup, undefined, environment))).leftOut).toEqual({});
    await db.put('state', makeMe(), 'me');
    expect((await planOf(db, await heldOf({ ...backup, me: makeMe() }, {}, environment))).me).toBe('same');
    expect((await planOf(db, await heldOf({ ...backup, me: null }, {}, environment))).me).toBe('removed');
  });

  it.each([
    ['nobody', [], 0],
    ['somebody of it', [bo], 1],
    ['somebody else', [someone('Cy Muster')], 0],
  ])('knows whom of it was forgotten here: %s', async (_, gone, forgotten) => {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    for (const hash of gone.flatMap((contact) => tombstoneHashes(contact)))
      await db.put('tombstones', { hash, at: '2026-01-01T00:00:00.000Z' } as never);
    const backup = backupOf({ contacts: [ada, bo], ties: [] });
    expect((await planOf(db, await heldOf(backup, {}, environment))).joined).toEqual({ same: 0, forgotten });
    const opened = await openBackups([fileOf('b.json', JSON.stringify(backup))], environment, {
      signal: new AbortController().signal,
      limits: BACKUP_LIMITS,
      onRows: vi.fn(),
    });
    if (opened.backup === undefined) throw new Error('no backup');
    expect((await planOf(db, opened.backup)).joined).toEqual({ same: 0, forgotten });
  });
});

it.each([
  [2 ** 20, 1],
  [2 ** 20 * 256, 256],
  [2 ** 20 * 2 - 1, 1],
])('a limit of %i bytes is told as %i megabytes', (bytes, megabytes) => {
  expect(tooLargeFor(bytes)).toMatchObject({ kind: 'tooLarge', values: { megabytes } });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Backup, BackupRow, Contact, LeftOut } from '../../src/core/model/index.ts';
import { createAgeSeal, sealAge } from '../../src/exchange/age.ts';
import { type BackupFile, type BackupFileOptions, openBackupFile } from '../../src/exchange/backupFile.ts';
import { withinLimit, writeBackup } from '../../src/exchange/export/backup.ts';
import { exportFile } from '../../src/exchange/export/index.ts';
import { BACKUP_LIMITS, IMPORT_LIMITS } from '../../src/exchange/limits.ts';
import { makeContact, NOW } from '../make.ts';
import { backupOf, bytesOf, historyOf, network, someone } from './people.ts';
import { encryptText } from './version1.ts';

/** A file in pieces of so many bytes, which counts how often it was read. */
function sourceOf(bytes: Uint8Array, step = 1_000) {
  const source = {
    size: bytes.length,
    times: 0,
    async *bytes() {
      source.times += 1;
      for (let at = 0; at < bytes.length; at += step) yield bytes.slice(at, at + step);
    },
  };
  return source;
}

const encoded = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

async function open(bytes: Uint8Array, options: BackupFileOptions = {}, step?: number): Promise<BackupFile> {
  const file = await openBackupFile(sourceOf(bytes, step), options);
  if (file === null) throw new Error('no backup');
  return file;
}

/** The backup that its rows make again. */
async function whole({ survey: { head, counts }, rows }: BackupFile): Promise<Backup> {
  const all: BackupRow[] = [];
  for await (const some of rows()) all.push(...some);
  const of = <List extends BackupRow['list']>(list: List) =>
    all.flatMap((one) => (one.list === list ? [one.row] : [])) as Extract<BackupRow, { list: List }>['row'][];
  const captures = of('captures');
  return {
    ...head,
    contacts: of('contacts'),
    ties: of('ties'),
    ...(counts.captures !== null && { captures }),
  };
}

const anyBackup = network.chain((state) =>
  historyOf(state.contacts).map((history) => ({ ...backupOf(state), ...history })),
);

it('whatever the backup, the order of its parts and the pieces in which it comes, all of it is read', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyBackup,
      fc.constantFrom(undefined, 2),
      fc.integer({ min: 1, max: 3_000 }),
      fc.func(fc.nat()),
      async (backup, space, step, rank) => {
        const members = Object.entries(backup).sort(([a], [b]) => rank(a) - rank(b));
        const text = JSON.stringify(Object.fromEntries(members), null, space);
        const file = await open(new TextEncoder().encode(text), {}, step);
        expect([file.format, file.leftOut]).toEqual(['backup', {}]);
        expect(await whole(file)).toEqual(backup);
      },
    ),
    { seed: 5, numRuns: 60 },
  );
});

const sealed = {
  plain: async (text: AsyncIterable<string>) => bytesOf(text),
  'in the age format': async (text: AsyncIterable<string>) =>
    bytesOf(sealAge(text, await createAgeSeal('Zürich 1', crypto, 4), crypto)),
  'as versions before the age format sealed': async (text: AsyncIterable<string>) => {
    const pieces: string[] = [];
    for await (const piece of text) pieces.push(piece);
    return bytesOf(encryptText(pieces, 'Zürich 1'));
  },
};

describe.each(Object.entries(sealed))('%s', (how, seal) => {
  /** Some chunks of 64 kB and segments of 256 kB, letters of several bytes on their borders. */
  const contacts = Array.from({ length: 300 }, (_, i) => ({
    ...someone(`Zoë Müller-${i} 日本`, { id: `c${String(i).padStart(4, '0')}` }),
    own: { note: `Größe 👩‍💻 ${'é'.repeat(900)}`, tags: [], log: [], edits: {} },
  }));
  const backup = backupOf({
    contacts,
    ties: contacts.map(({ id }) => ({ from: 'me', to: id, kind: 'knows' })),
  });
  const written = () => seal(writeBackup({ ...backup, ties: () => backup.ties }));
  const options = { passphrase: 'Zürich 1' };

  it.each([777, 64 * 1024, 10_000_000])('is read in pieces of %i bytes, as often as asked', async (step) => {
    const file = await open(await written(), options, step);
    expect(file.format).toBe(how === 'plain' ? 'backup' : 'encryptedBackup');
    expect(file.survey).toMatchObject({ counts: { contacts: 300, ties: 300 }, exact: true, damaged: false });
    for (let time = 0; time < 2; time++) expect(await whole(file)).toEqual(backup);
  });

  it('that breaks off, or goes wrong somewhere, is refused before anything of it is used', async () => {
    const bytes = await written();
    for (const share of [0.2, 0.5, 0.9, 0.999]) {
      const at = Math.floor(bytes.length * share);
      await expect(open(bytes.slice(0, at), options)).rejects.toMatchObject({
        name: 'ImportError',
        // The first version cannot tell a first segment that was cut from one of another passphrase.
        kind: expect.stringMatching(how.startsWith('as versions') ? /^damaged|^wrongPass/ : /^damaged/),
      });
      if (how === 'plain') continue;
      const changed = bytes.map((byte, i) => (i === at ? (byte === 65 ? 66 : 65) : byte));
      await expect(open(changed, options)).rejects.toMatchObject({
        kind: expect.stringMatching(/^damagedBackup|^wrongPass/),
      });
    }
  });
});

it('holds no more of a large backup than a few rows at a time', async () => {
  let [handed, seen, most] = [0, 0, 0];
  const source = {
    size: 1,
    async *bytes() {
      handed = 0;
      const head = JSON.stringify({ ...backupOf({ contacts: [], ties: [] }), contacts: undefined });
      yield new TextEncoder().encode(`${head.slice(0, -1)},"contacts":[`);
      for (let i = 0; i < 3_000; i++) {
        handed += 1;
        yield encoded(makeContact({ key: { site: 'web', id: `p${i}` } }, `c${i}`));
        yield new TextEncoder().encode(i === 2_999 ? ']}' : ',');
      }
    },
  };
  const file = await openBackupFile(source, {}, () => {
    seen += 1;
    most = Math.max(most, handed - seen);
  });
  expect(seen).toBe(3_000);
  for await (const rows of file?.rows() ?? []) most = Math.max(most, rows.length);
  expect(most).toBeLessThanOrEqual(250);
});

it.each<[string, object | string]>([
  ['a card in JSON', { '@type': 'Card', version: '1.0' }],
  ['a résumé', { basics: { name: 'Ada Example' } }],
  ['a list', []],
  ['an empty object', {}],
  ['another program’s format', { format: 'another', version: 1 }],
  ['a table', 'First Name,Last Name\nAda,Example'],
  ['broken JSON', '{"basics": ['],
])('leaves %s to the readers of other files', async (_, content) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  expect(await openBackupFile(sourceOf(new TextEncoder().encode(text)))).toBeNull();
});

it.each<[string, object, string]>([
  ['a newer version', { version: 99 }, 'newerVersion'],
  ['no version', { version: undefined }, 'damagedBackup'],
  ['version 0', { version: 0 }, 'damagedBackup'],
  ['no list of contacts', { contacts: {} }, 'damagedBackup'],
  ['no day', { exportedAt: 'today' }, 'damagedBackup'],
])('refuses a backup of %s', async (_, change, kind) => {
  const backup = { ...backupOf({ contacts: [someone('Ada Example')], ties: [] }), ...change };
  await expect(open(encoded(backup))).rejects.toMatchObject({ kind });
});

it('refuses a backup that says something twice: nobody can tell which is meant', async () => {
  const text = JSON.stringify(backupOf({ contacts: [someone('Ada Example')], ties: [] }));
  const twice = `${text.slice(0, -1)},"contacts":[]}`;
  await expect(open(new TextEncoder().encode(twice))).rejects.toMatchObject({
    kind: 'damagedBackup',
    values: { place: 'contacts' },
  });
});

it('gives everybody a turn after each row, and can be stopped', async () => {
  let turns = 0;
  const contacts = Array.from({ length: 50 }, (_, i) => someone(`Ada No${i}`));
  const stop = new AbortController();
  const options = {
    signal: stop.signal,
    async breathe() {
      turns += 1;
    },
  };
  await open(encoded(backupOf({ contacts, ties: [] })), options);
  expect(turns).toBeGreaterThan(contacts.length);
  stop.abort(new Error('stopped'));
  await expect(open(encoded(backupOf({ contacts, ties: [] })), options)).rejects.toThrow('stopped');
});

describe('what is written is always readable', () => {
  it('up to one table of limits for writer and reader', () => {
    // A log of the longest kind with the longest note, every letter of it written as an escape.
    expect(BACKUP_LIMITS.record).toBeGreaterThan(6 * (500_000 + 20_000 + 100 * 10_000));
    expect(BACKUP_LIMITS.fileBytes).toBeGreaterThan(3 * IMPORT_LIMITS.fileBytes);
  });

  const own = fc.record({
    note: fc.string({ unit: 'binary', maxLength: 300 }),
    log: fc.integer({ min: 0, max: 12 }),
  });
  const people = fc.array(own, { maxLength: 12 }).map((all) =>
    all.map(({ note, log }, i): Contact => {
      const lines = Array.from({ length: log }, (_, line) => ({
        day: `2026-10-${10 + line}`,
        text: 'Met "again" \\ and talked.\n'.repeat(3),
      }));
      return { ...someone(`Ada No${i}`), own: { note, tags: [], log: lines, edits: {} } };
    }),
  );

  it('long notes, long logs and many people alike, or is refused on writing with the reason', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.integer({ min: 1_000, max: 15_000 }),
        fc.integer({ min: 600, max: 3_000 }),
        fc.constantFrom('backup' as const, 'encryptedBackup' as const),
        async (contacts, fileBytes, record, format) => {
          const limits = { fileBytes, record };
          const leftOut: LeftOut = {};
          const backup = backupOf({ contacts, ties: [] });
          const seal = await createAgeSeal('p', crypto, 2);
          const text = writeBackup({ ...backup, ties: () => [] }, leftOut, record);
          const pieces = format === 'backup' ? text : sealAge(text, seal, crypto);
          const bytes = await bytesOf(withinLimit<string | Uint8Array>(pieces, fileBytes)).catch(
            (error: { kind?: string }) => error.kind,
          );
          if (!(bytes instanceof Uint8Array)) {
            seen.add('refused');
            expect(bytes).toBe('backupTooLarge');
            return;
          }
          const file = await open(bytes, { passphrase: 'p', limits });
          expect(file.leftOut).toEqual({});
          const left = contacts.length - file.survey.counts.contacts;
          expect(leftOut.contacts ?? 0).toBe(left);
          seen.add(left > 0 ? 'some left out' : 'all');
          // The same file one byte over the limit is refused by the reader as it is by the writer.
          const short = { ...limits, fileBytes: bytes.length - 1 };
          await expect(open(bytes, { passphrase: 'p', limits: short })).rejects.toMatchObject({
            kind: 'tooLarge',
          });
        },
      ),
      { seed: 7, numRuns: 120 },
    );
    expect([...seen].sort()).toEqual(['all', 'refused', 'some left out']);
  });

  it('as the export of a whole backup, with the limits handed in', async () => {
    const contacts = [someone('Ada Example'), { ...someone('Bo Long'), emails: ['x'.repeat(300)] }];
    const source = { ...backupOf({ contacts, ties: [] }), exportedAt: NOW };
    const leftOut: LeftOut = {};
    const short = JSON.stringify(contacts[0]).length;
    const bytes = await bytesOf(exportFile('backup', source, { record: short, leftOut }));
    const file = await open(bytes, { limits: { fileBytes: bytes.length, record: short } });
    expect((await whole(file)).contacts).toEqual([contacts[0]]);
    expect(leftOut).toEqual({ contacts: 1 });
  });
});

import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Settings } from '../../src/core/model/index.ts';
import { exportFile } from '../../src/exchange/export/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { IMPORT_LIMITS } from '../../src/exchange/limits.ts';
import { createBackground } from '../../src/services/background.ts';
import { createBackups } from '../../src/services/backups.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { bytesOf } from '../exchange/people.ts';
import { makeCapture, makeContact, makeEnvironment, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const FORMATS = ['backup', 'encryptedBackup'] as const;

/** Letters of one, two, three and four bytes. */
const contacts = Array.from({ length: 40 }, (_, i) =>
  makeContact({ key: { site: 'web', id: `p${i}` }, headline: `Ärztin ${'é'.repeat(i)} 日本 👩‍💻` }, `c${i}`),
);

async function written(format: (typeof FORMATS)[number], fileBytes?: number): Promise<Uint8Array> {
  const source = { contacts, ties: [], me: null, goals: [], settings: Settings.parse({}), exportedAt: NOW };
  const options = { passphrase: 'p', ...(fileBytes !== undefined && { fileBytes }) };
  return bytesOf(exportFile(format, source, options));
}

const read = (bytes: Uint8Array, fileBytes: number) =>
  parseFiles([{ name: 'b.json', bytes }], { passphrase: 'p', fileBytes });

describe.each(FORMATS)('%s', (format) => {
  it('is read up to the size to which it is written, to the byte', async () => {
    const { length } = await written(format);
    const bytes = await written(format, length);
    expect(bytes.length).toBe(length);
    const { backups, fileErrors } = await read(bytes, length);
    expect([fileErrors, backups[0]?.contacts.length]).toEqual([[], contacts.length]);
    await expect(written(format, length - 1)).rejects.toMatchObject({
      name: 'ExportError',
      kind: 'backupTooLarge',
    });
    expect((await read(bytes, length - 1)).fileErrors).toMatchObject([{ kind: 'tooLarge' }]);
  });

  it('is as large in a zip: what unpacks to more is refused, not cut', async () => {
    const bytes = await written(format);
    const zip = zipSync({ [format === 'backup' ? 'b.json' : 'b.json.age']: bytes });
    // What is sealed does not pack.
    const limit = { passphrase: 'p', fileBytes: Math.max(bytes.length, zip.length) };
    const whole = await parseFiles([{ name: 'b.zip', bytes: zip }], limit);
    expect(whole.backups[0]?.contacts.length).toBe(contacts.length);
    const over = await parseFiles([{ name: 'b.zip', bytes: zip }], { ...limit, fileBytes: bytes.length / 4 });
    expect(over.backups).toEqual([]);
    expect(over.fileErrors).toMatchObject([{ kind: 'tooLarge' }]);
  });
});

it('reads and writes up to one number', () => {
  // Within one text of a browser (2^29 - 24 characters), sealed or not.
  expect(IMPORT_LIMITS.fileBytes).toBeLessThan(2 ** 29 - 24);
});

describe('a network too large for a backup that could be read', () => {
  async function open(fileBytes: number) {
    const { environment } = makeEnvironment();
    const files: string[] = [];
    const background = createBackground({
      ...environment,
      fileBytes,
      files: {
        allowed: async () => true,
        async save(_name, _type, pieces) {
          let text = '';
          for await (const piece of pieces) text += piece;
          files.push(text);
        },
      },
    });
    const handlers = handlersOf(background);
    for (const id of ['a', 'b', 'c']) {
      const capture = makeCapture({
        key: { site: 'linkedin', id },
        url: `https://www.linkedin.com/in/${id}/`,
      });
      await handlers['contact.save']({ capture }, POPUP);
    }
    return { background, handlers, files, backups: createBackups(background) };
  }
  const begin = { redaction: 'full', passphrase: 'p' } as const;

  it.each([
    ['of another program', { format: 'csv', redaction: 'full' }],
    ['without notes', { format: 'backup', redaction: 'withoutNotes' }],
  ] as const)('still goes out in a file %s, which is read nowhere here', async (_, input) => {
    const { handlers } = await open(3_000);
    expect(await handlers['export.begin'](input, POPUP)).toMatchObject({ total: 3 });
  });

  it.each(FORMATS)('is told before anything of a %s is written, and is left as it is', async (format) => {
    const { handlers } = await open(3_000);
    await expect(handlers['export.begin']({ ...begin, format }, POPUP)).rejects.toMatchObject({
      kind: 'backupTooLarge',
    });
    expect((await handlers['backup.state']({}, POPUP)).lastAt).toBeNull();
    expect((await handlers['network.get']({}, POPUP)).contactCount).toBe(3);
  });

  it.each(FORMATS)(
    'is told of a %s that grew while it was written, and nothing of it counts',
    async (format) => {
      const { background, handlers } = await open(12_000);
      const { id } = await handlers['export.begin']({ ...begin, format }, POPUP);
      const db = await background.database;
      for (let i = 0; i < 40; i++)
        await db.put('captures', {
          contactId: `x${i}`,
          at: NOW,
          url: 'https://a.example/',
          reader: 'x@1',
          profile: makeContact().profile,
          provenance: {},
        });
      await expect(handlers['export.next']({ id }, POPUP)).rejects.toMatchObject({ kind: 'backupTooLarge' });
      expect((await handlers['backup.state']({}, POPUP)).lastAt).toBeNull();
    },
  );

  it('is told of an automatic backup too, by its own sentence, and no file is there', async () => {
    const { backups, files } = await open(3_000);
    expect(await backups.now()).toMatchObject({ lastAt: null, failure: 'backup_tooLarge' });
    expect(files).toEqual([]);
    const enough = await open(1_000_000);
    expect(await enough.backups.now()).toMatchObject({ failure: null, leftOut: {} });
    expect(enough.files).toHaveLength(1);
  });

  it('is told of a file before it is handed over', async () => {
    const { handlers } = await open(3_000);
    const file = (size: number) => handlers['import.begin']({ files: [{ name: 'b.json', size }] }, POPUP);
    await expect(file(3_001)).rejects.toMatchObject({ kind: 'fileTooLarge' });
    expect(await file(3_000)).toMatchObject({ id: expect.any(String) });
  });
});

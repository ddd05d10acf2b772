import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import exporting from '../../src/cli/commands/export.ts';
import type { Backup } from '../../src/core/model/index.ts';
import { backupOf, someone } from '../exchange/people.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  process.env.BACKUP_PASSPHRASE = 'über';
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  delete process.env.BACKUP_PASSPHRASE;
});

const contacts = [someone('Ada Example'), someone('Bo Sample')];
const backup: Backup = {
  ...backupOf({ contacts, ties: contacts.map(({ id }) => ({ from: 'me', to: id, kind: 'knows' })) }),
  captures: contacts.map(({ id, profile, source }) => ({
    contactId: id,
    at: source.capturedAt,
    url: source.url,
    reader: source.reader,
    profile,
    provenance: {},
  })),
};
const SEALED = ['--passphrase-env', 'BACKUP_PASSPHRASE'];

describe('a backup on the command line', () => {
  it('is sealed and opened again piece by piece, with nothing lost', async () => {
    // In an order of its own.
    writeFileSync(
      at('in.json'),
      JSON.stringify(Object.fromEntries(Object.entries(backup).reverse()), null, 2),
    );
    await exporting.run([at('in.json'), '--format', 'encryptedBackup', '--out', at('b.age'), ...SEALED]);
    expect(readFileSync(at('b.age'), 'latin1').startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
    await exporting.run([at('b.age'), '--format', 'backup', '--out', at('out.json'), ...SEALED]);
    expect(JSON.parse(readFileSync(at('out.json'), 'utf8'))).toEqual(backup);
  });

  it('is read as a whole where its people are written in another format', async () => {
    await exporting.run([at('b.age'), '--format', 'vcard4', '--out', at('out.vcf'), ...SEALED]);
    expect(readFileSync(at('out.vcf'), 'utf8').match(/^FN:.*$/gm)).toEqual([
      'FN:Ada Example',
      'FN:Bo Sample',
    ]);
  });

  it.each<[string, () => void, RegExp]>([
    ['cut', () => truncateSync(at('b.age'), readFileSync(at('b.age')).length - 20), /damaged/],
    ['no backup', () => writeFileSync(at('b.age'), 'First Name\nAda'), /no backup|cannot|not/],
    ['not there', () => rmSync(at('b.age')), /cannot be read/],
  ])('that is %s is refused, and no file is there', async (_, spoil, reason) => {
    spoil();
    const call = [at('b.age'), '--format', 'backup', '--out', at('never.json'), ...SEALED];
    await expect(exporting.run(call)).rejects.toThrow(reason);
    expect(() => readFileSync(at('never.json'))).toThrow(/ENOENT/);
  });
});

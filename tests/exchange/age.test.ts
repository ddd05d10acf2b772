import { Decrypter, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAgeSeal, isAge, openAge, sealAge } from '../../src/exchange/age.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { backupOf, bytesOf, someone } from './people.ts';

/** Little work: what is tested is the format. */
const WORK = 4;
const CHUNK = 64 * 1024;
const text = new TextDecoder();

async function sealed(pieces: Iterable<string>, passphrase = 'Zürich 1'): Promise<Uint8Array> {
  return bytesOf(sealAge(pieces, await createAgeSeal(passphrase, crypto, WORK), crypto));
}
const opened = (bytes: Uint8Array, passphrase?: string) => bytesOf(openAge(bytes, passphrase, crypto));

async function openedByOthers(bytes: Uint8Array, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(bytes, 'text');
}

describe('a file in the age format', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])(
    'of %i bytes is opened by another reader, and by us',
    async (length) => {
      const plain = 'x'.repeat(length);
      const bytes = await sealed([plain.slice(0, 1_000), plain.slice(1_000)]);
      expect(isAge(bytes)).toBe(true);
      expect(await openedByOthers(bytes, 'Zürich 1')).toBe(plain);
      expect(text.decode(await opened(bytes, 'Zürich 1'))).toBe(plain);
    },
  );

  it('of another writer is opened', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('correct horse');
    encrypter.setScryptWorkFactor(WORK);
    const plain = 'Ärztin 日本 👩‍💻'.repeat(9_000);
    const bytes = await encrypter.encrypt(plain);
    expect(text.decode(await opened(bytes, 'correct horse'))).toBe(plain);
  });

  it('is opened in any spelling of the passphrase’s letters, also one that others have sealed as typed', async () => {
    expect(text.decode(await opened(await sealed(['x']), 'Zu\u0308rich 1'))).toBe('x');
    const encrypter = new Encrypter();
    encrypter.setPassphrase('Zu\u0308rich 1');
    encrypter.setScryptWorkFactor(WORK);
    expect(text.decode(await opened(await encrypter.encrypt('x'), 'Zu\u0308rich 1'))).toBe('x');
  });

  it('with any bytes cut, changed or added is refused, never read differently', async () => {
    const plain = 'x'.repeat(CHUNK + 10);
    const bytes = await sealed([plain]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.constantFrom('cut', 'change', 'add' as const),
        async (at, how) => {
          const bad =
            how === 'cut'
              ? bytes.slice(0, at)
              : how === 'add'
                ? new Uint8Array([...bytes, 7])
                : bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
          await expect(opened(bad, 'Zürich 1')).rejects.toMatchObject({
            name: 'ImportError',
            kind: expect.stringMatching(/^(damagedBackup|wrongPassphrase|unknownFormat)$/),
          });
        },
      ),
      { seed: 3, numRuns: 150 },
    );
  });

  it.each([
    [undefined, 'passphraseNeeded'],
    ['', 'passphraseNeeded'],
    ['zurich', 'wrongPassphrase'],
  ])('with the passphrase %j fails as %s', async (passphrase, kind) => {
    await expect(opened(await sealed(['x']), passphrase)).rejects.toMatchObject({ kind });
  });

  it('is refused when it asks for a standstill, or is sealed for somebody’s key', async () => {
    const head = async (change: (text: string) => string) => {
      const bytes = await sealed(['x']);
      const changed = change(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      return opened(
        Uint8Array.from(changed, (letter) => letter.charCodeAt(0)),
        'Zürich 1',
      );
    };
    for (const work of ['30', '20', '0', '-1', '04'])
      await expect(head((all) => all.replace(/ 4\n/, ` ${work}\n`))).rejects.toMatchObject({
        kind: 'damagedBackup',
      });
    await expect(head((all) => all.replace('-> scrypt', '-> X25519'))).rejects.toMatchObject({
      kind: 'unknownFormat',
    });
  });

  it('is never the same twice, and needs a passphrase', async () => {
    const seal = await createAgeSeal('p', crypto, WORK);
    const [one, two] = [
      await bytesOf(sealAge(['x'], seal, crypto)),
      await bytesOf(sealAge(['x'], seal, crypto)),
    ];
    expect(one).not.toEqual(two);
    await expect(createAgeSeal('', crypto)).rejects.toMatchObject({ kind: 'passphraseEmpty' });
  });

  it('is read as the backup that it holds, by whatever name', async () => {
    const backup = backupOf({ contacts: [someone('Ada Example')], ties: [] });
    const bytes = await sealed([JSON.stringify(backup)]);
    for (const name of ['b.json.age', 'b.txt']) {
      const { backups, files, fileErrors } = await parseFiles([{ name, bytes }], { passphrase: 'Zürich 1' });
      expect([backups, files[0]?.format, fileErrors]).toEqual([[backup], 'encryptedBackup', []]);
    }
    const locked = await parseFiles([{ name: 'b.json.age', bytes }]);
    expect(locked.fileErrors.map(({ kind }) => kind)).toEqual(['passphraseNeeded']);
  });
});

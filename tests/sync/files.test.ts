// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCode, parseCode, printCode, tidyCode } from '../../src/sync/code.ts';
import { epochKey, FILE_LIMITS, openFile, padme, sealFile } from '../../src/sync/file.ts';
import {
  epochNumber,
  epochsNewestFirst,
  isSpace,
  makeEpoch,
  makeName,
  parseName,
  randomHex,
} from '../../src/sync/names.ts';
import { importKey, open, seal } from '../../src/sync/xaes.ts';

const text = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('XAES-256-GCM', () => {
  // https://c2sp.org/XAES-256-GCM#test-vectors
  it.each([
    [1, '', 'ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271'],
    [3, 'c2sp.org/XAES-256-GCM', '986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d'],
  ])('matches the published vector of key %i', async (byte, additional, sealed) => {
    const key = await importKey(new Uint8Array(32).fill(byte));
    const nonce = text('ABCDEFGHIJKLMNOPQRSTUVWX');
    const made = await seal(key, nonce, text('XAES-256-GCM'), text(additional));
    expect(hex(made)).toBe(sealed);
    const opened = await open(key, nonce, made, text(additional));
    expect(new TextDecoder().decode(opened ?? undefined)).toBe('XAES-256-GCM');
    expect(await open(key, nonce, made, text('other'))).toBeNull();
  });
});

describe('a sync code', () => {
  const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });

  it('is read as it was printed, however it is typed', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const code = printCode(bytes);
        expect(code).toMatch(/^WB1(-[0-9A-HJKMNP-TV-Z]{5}){6}$/);
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ' '),
          ` ${code.replaceAll('0', 'o').replaceAll('1', 'l').replace('WBl', 'WB1')}`,
        ])
          expect(hex(parseCode(typed) ?? new Uint8Array())).toBe(hex(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('with one wrong letter, or two that changed places, is none', () => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 4, max: 38 }), (bytes, at) => {
        const code = printCode(bytes);
        const letter = code.charAt(at);
        if (letter === '-') return;
        const other = letter === 'A' ? 'B' : 'A';
        expect(parseCode(code.slice(0, at) + other + code.slice(at + 1))).toBeNull();
        const next = code.charAt(at + 1);
        if (next === '' || next === '-' || next === letter) return;
        expect(parseCode(code.slice(0, at) + next + letter + code.slice(at + 2))).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it.each([[''], ['WB1'], ['WB2-00000-00000-00000-00000-00000-00000'], ['x'.repeat(10_000)]])(
    '%j is none',
    (typed) => {
      expect(tidyCode(typed)).toBeNull();
    },
  );

  it('is another each time', () => {
    const draw = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
    expect(makeCode(draw)).not.toBe(makeCode(draw));
  });
});

describe('a sealed file', () => {
  const where = { space: '0123456789abcdef', epoch: 'e0001-00000000', name: 'd-00000000-000001-00000000.wb' };
  const secret = new Uint8Array(16).fill(7);
  const key = epochKey(secret, where);

  it('opens to what was sealed, whatever its length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 5_000, unit: 'binary' }), async (line) => {
        const plain = line.toWellFormed();
        const file = await sealFile(await key, where, plain);
        expect(await openFile(await key, where, file)).toBe(plain);
        expect(new TextDecoder().decode(file.slice(0, 4))).toBe('WBS1');
      }),
      { numRuns: 60 },
    );
  });

  it('that is cut, changed anywhere, renamed, moved or of another code does not open', async () => {
    const file = await sealFile(await key, where, 'secret');
    for (let at = 0; at < file.length; at++) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await openFile(await key, where, changed)).toBeNull();
      expect(await openFile(await key, where, file.slice(0, at))).toBeNull();
    }
    for (const other of [{ name: 'other.wb' }, { epoch: 'e0002-00000000' }, { space: 'f'.repeat(16) }])
      expect(await openFile(await key, { ...where, ...other }, file)).toBeNull();
    const wrong = await epochKey(new Uint8Array(16).fill(8), where);
    expect(await openFile(wrong, where, file)).toBeNull();
    expect(
      await openFile(await epochKey(secret, { ...where, epoch: 'e0002-00000000' }), where, file),
    ).toBeNull();
    expect(await openFile(await key, where, text('<html>Log in</html>'))).toBeNull();
    expect(await openFile(await key, where, new Uint8Array(FILE_LIMITS.sealed + 1))).toBeNull();
  });

  it('that unpacks to more than any of ours does not open', async () => {
    const bomb = await sealFile(await key, where, '0'.repeat(FILE_LIMITS.text + 1));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await openFile(await key, where, bomb)).toBeNull();
  });

  it('is padded, by a sixth at most, so that its length tells little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5_000_000 }), (length) => {
        const padded = padme(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(length * 1.12 + 1);
        expect(padme(padded)).toBe(padded);
      }),
    );
  });
});

describe('a file’s name', () => {
  it.each([['d'], ['c'], ['n'], ['p']] as const)('of kind %s is read as it was made', (kind) => {
    const name = makeName(kind, '9f3a11c2', 46_655, randomHex(8));
    expect(parseName(name)).toEqual({ name, kind, device: '9f3a11c2' });
  });

  it.each([
    ['hello.wb'],
    ['.syncthing.d-9f3a11c2-00000b-00000000.wb.tmp'],
    ['d-9f3a11c2-00000b-00000000 (1).wb'],
    ['d-9f3a11c2-00000b-00000000.sync-conflict-20261128.wb'],
    ['d-9F3A11C2-00000b-00000000.wb'],
    ['../d-9f3a11c2-00000b-00000000.wb'],
    ['q-9f3a11c2-00000b-00000000.wb'],
  ])('%s is none of ours', (name) => expect(parseName(name)).toBeNull());

  it('of an epoch has its number; the newest comes first', () => {
    expect(epochNumber(makeEpoch(12))).toBe(12);
    const names = ['e0002-00000000', 'e0010-00000000', 'e0010-ffffffff', 'x', 'e0009-ffffffff'];
    expect(epochsNewestFirst(names)).toEqual([
      'e0010-ffffffff',
      'e0010-00000000',
      'e0009-ffffffff',
      'e0002-00000000',
    ]);
    expect(epochsNewestFirst(['README.txt'])).toEqual([]);
    expect([isSpace('0123456789abcdef'), isSpace('0123456789abcde'), isSpace('..')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

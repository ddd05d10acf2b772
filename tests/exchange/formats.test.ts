import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import de from '../../public/_locales/de/messages.json' with { type: 'json' };
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { decryptText, isEncrypted } from '../../src/exchange/cipher.ts';
import { csvLine, csvRows } from '../../src/exchange/csv.ts';
import type { ImportError } from '../../src/exchange/errors.ts';
import { parseDay } from '../../src/exchange/import/days.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { guessSeparator } from '../../src/exchange/import/separator.ts';
import { foldLine, parseVcardLine, vcardLines } from '../../src/exchange/vcardLine.ts';
import { backupOf, file, network, textOf } from './people.ts';
import { encryptText } from './version1.ts';

const RUNS = { seed: 5, numRuns: 300 };
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '"', '""', ',', ';', '\n', '\r\n', '\r', ' a ', 'a"b', '"a', 'a,b\nc'),
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });

/** The text cut into pieces at any place. */
function pieces(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
    text.slice(i * size, (i + 1) * size),
  );
}

it('reads the CSV that it writes, however it is cut into pieces', () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(',', ';'),
      (table, size, separator) => {
        const text = table.map((cells) => csvLine(cells, separator)).join('');
        const read = [...csvRows(pieces(text, size), { separator, maxRows: 100 })].map(({ cells }) => cells);
        // A row of one empty cell is a blank line to every reader.
        expect(read).toEqual(table.filter((cells) => cells.length > 1 || cells[0] !== ''));
      },
    ),
    RUNS,
  );
});

it('reads any text alike, as a whole and letter by letter: rows, their numbers and what is refused', () => {
  const of = (chunks: string[], separator: string) => {
    const read: unknown[] = [];
    try {
      for (const one of csvRows(chunks, { separator, maxRows: 6 })) read.push(one);
    } catch (error) {
      read.push((error as ImportError).kind);
    }
    return read;
  };
  const letters = fc.constantFrom('a', 'b', ',', ';', '"', '\r', '\n', '\r\n', '\n', ' ');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), fc.constantFrom(',', ';'), (text, separator) => {
      const whole = text.join('');
      expect(of([whole], separator)).toEqual(of(pieces(whole, 1), separator));
    }),
    { ...RUNS, numRuns: 3_000 },
  );
});

it('reads valid CSV as another reader does', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('\r\n', '\n'), (table, newline) => {
      const text = Papa.unparse(table, { newline });
      const theirs = Papa.parse<string[]>(text, { delimiter: ',', newline, skipEmptyLines: false }).data;
      const ours = [...csvRows([text], { separator: ',', maxRows: 100 })].map(({ cells }) => cells);
      expect(ours).toEqual(theirs.filter((cells) => cells.length > 1 || cells[0] !== ''));
    }),
    RUNS,
  );
});

it.each([
  ['a,b;c,d', ','],
  ['a;b;c\n"x,y,z,w";1;2', ';'],
  ['sep=;\na,b,c', ';'],
  ['a\tb\tc', '\t'],
  ['Notes:\n"long, note, with, commas"\n\na;b;c;d', ';'],
])('guesses the separator of %j', (text, separator) => expect(guessSeparator(text)).toBe(separator));

it.each([
  ['12 Mar 2024', '2024-03-12'],
  ['03 Jan 2023', '2023-01-03'],
  ['7-Feb-22', '2022-02-07'],
  ['12. März 2024', '2024-03-12'],
  ['5 juil. 2021', '2021-07-05'],
  ['1 Juin 2021', '2021-06-01'],
  ['Mar 7, 2022', '2022-03-07'],
  ['2026-08-01 02:00:00 UTC', '2026-08-01'],
  ['2024/01/05 00:00:00 UTC', '2024-01-05'],
  ['12.03.2024', '2024-03-12'],
  ['1/2/17, 3:04 PM', '2017-01-02'],
  ['13/02/2024', '2024-02-13'],
  ['31 Feb 2024', null],
  ['12 Foo 2024', null],
  ['yesterday', null],
  ['', null],
])('reads the day %j as %s', (text, day) => expect(parseDay(text)).toBe(day));

it('never folds within a character, and unfolds to the same line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (raw) => {
      const line = `NOTE:${raw.replace(/[\r\n]/g, '')}`;
      const folded = foldLine(line);
      for (const part of folded.split('\r\n'))
        expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
      expect([...vcardLines([folded])]).toEqual([line]);
    }),
    RUNS,
  );
});

it.each([
  ['item1.EMAIL;type=INTERNET;type="home,x":a@b.example', 'EMAIL', 'item1', 'a@b.example'],
  ['TEL;CELL:1', 'TEL', '', '1'],
  ['X;A="un:closed:v', 'X', '', 'closed:v'],
  ['no colon here', null, '', ''],
  [':empty', null, '', ''],
])('reads the vCard line %j', (line, name, group, value) => {
  const property = parseVcardLine(line);
  expect(property?.name ?? null).toBe(name);
  if (property) expect([property.group, property.value]).toEqual([group, value]);
});

it('opens an encrypted backup of earlier versions with its passphrase, in any spelling of its letters, and with no other', async () => {
  await fc.assert(
    fc.asyncProperty(network, async (state) => {
      const backup = backupOf(state);
      const text = await textOf(encryptText([JSON.stringify(backup)], 'Zürich 1'));
      expect(isEncrypted(text)).toBe(true);
      for (const { profile } of state.contacts)
        expect(text).not.toContain(JSON.stringify(profile.name.full).slice(1, -1).padEnd(6, '\0'));
      const open = async (passphrase?: string) =>
        parseFiles([file('b.json', text)], passphrase === undefined ? {} : { passphrase });
      expect((await open('Zu\u0308rich 1')).backups).toEqual([backup]);
      expect((await open('zurich')).fileErrors.map(({ kind }) => kind)).toEqual(['wrongPassphrase']);
      expect((await open()).fileErrors.map(({ kind }) => kind)).toEqual(['passphraseNeeded']);
    }),
    { seed: 5, numRuns: 3 },
  );
});

it('notices a segment cut off, swapped or changed', async () => {
  const long = 'x'.repeat(700_000);
  const text = await textOf(
    encryptText([long.slice(0, 300_000), long.slice(300_000, 600_000), long.slice(600_000)], 'p'),
  );
  expect(await decryptText(text, 'p', crypto)).toBe(long);
  const [head = '', one = '', two = '', three = ''] = text.split('\n');
  for (const damaged of [
    [head, one, two],
    [head, one, three],
    [head, one, three, two],
    [head, one, `${two.slice(0, 100)}${two.charAt(100) === 'A' ? 'B' : 'A'}${two.slice(101)}`, three],
  ])
    await expect(decryptText(damaged.join('\n'), 'p', crypto)).rejects.toMatchObject({
      kind: 'damagedBackup',
    });
  await expect(decryptText(head, 'p', crypto)).rejects.toMatchObject({ kind: 'damagedBackup' });
  await expect(decryptText(head.replace('600000', '999999999'), 'p', crypto)).rejects.toMatchObject({
    kind: 'damagedBackup',
  });
});

it('answers any bytes with a parsed file or an error, never with an exception', async () => {
  const start = fc.constantFrom(
    '',
    'PK\u0003\u0004',
    'BEGIN:VCARD\n',
    '{',
    '[',
    'First Name,Last Name,Company,Position,Connected On\n',
    '{"@type":"Card",',
  );
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
      const parsed = await parseFiles([
        file('x', new Uint8Array([...new TextEncoder().encode(head), ...tail])),
      ]);
      expect(parsed.fileErrors.length + parsed.files.length).toBe(1);
    }),
    RUNS,
  );
});

it('takes no word of a file for a property of every object', async () => {
  const csv =
    'First Name,Last Name,Company,Position,Connected On,__proto__,constructor\n__proto__,constructor,__proto__,toString,01 Jan 2020,x,y\n';
  const card =
    '{"@type":"Card","__proto__":{"polluted":1},"name":{"full":"Ada"},"keywords":{"__proto__":true,"constructor":true}}';
  const parsed = await parseFiles([file('a.csv', csv), file('b.json', card)]);
  expect(parsed.persons).toHaveLength(2);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(parsed.persons[1]?.own.tags).toContain('constructor');
});

const KINDS =
  `empty tooLarge tooManyRows tooManyFiles cellTooLong truncatedZip damagedZip encryptedZip zipBomb nothingInZip
  wrongEncoding binary unclosedQuote unknownHeader unknownFormat damagedJson damagedBackup damagedVcard newerVersion
  passphraseNeeded wrongPassphrase badRows rowNoName rowRepeatedHeader rowTooManyCells rowBadUrl rowBadDate rowNotReadable`.split(
    /\s+/,
  );

it.each(KINDS)('has a sentence of its own in both languages for %s', (kind) => {
  const key = `importError${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const sentences = [en, de].map((catalogue) => new Map(Object.entries(catalogue)).get(key)?.message ?? '');
  const placeholders = sentences.map((sentence) => (sentence.match(/\{\w+\}/g) ?? []).sort());
  expect(sentences.every((sentence) => sentence.length > 10)).toBe(true);
  expect(placeholders[0]).toEqual(placeholders[1]);
});

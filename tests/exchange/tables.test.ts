import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { emailKey } from '../../src/core/merge/index.ts';
import { decodeAs } from '../../src/exchange/decode.ts';
import { repaired } from '../../src/exchange/encoding/twice.ts';
import { guessMapping } from '../../src/exchange/import/columns.ts';
import { parseDay, parseMonth } from '../../src/exchange/import/days.ts';
import { isUsual, settlePerson } from '../../src/exchange/import/gate.ts';
import { type ParsedPerson, type ParseOptions, parseFiles } from '../../src/exchange/import/index.ts';
import { planImport } from '../../src/exchange/plan.ts';
import { encodeAs } from './books.ts';
import { backupOf, file, NOW } from './people.ts';

const read = (content: string | Uint8Array, options: ParseOptions = {}, name = 'a.csv') =>
  parseFiles([file(name, content)], options);

describe('what is said of a file by the user', () => {
  it('counts before what its letters look like', async () => {
    const bytes = encodeAs('Name;Firma\nJörg Ex;Bäcker\n', 'windows-1252');
    const [name] = (await read(bytes, { encodings: { 'a.csv': 'windows-1250' } })).files;
    expect(name).toMatchObject({ encoding: 'windows-1250', encodingBy: 'chosen' });
    expect((await read(bytes)).files[0]).toMatchObject({ encoding: 'windows-1252', encodingBy: 'guessed' });
    expect((await read('Name;Firma\nJo;X\n')).files[0]).toMatchObject({
      encoding: 'utf-8',
      encodingBy: 'shown',
      separator: ';',
      separatorBy: 'guessed',
    });
    const { mappings, files } = await read('Name,Firma;X\nJo,A;B\n', { separators: { 'a.csv': ';' } });
    expect(mappings[0]?.header).toEqual(['Name,Firma', 'X']);
    expect(files[0]?.separatorBy).toBe('chosen');
  });

  it('is refused when the bytes are none of it', async () => {
    const bytes = encodeAs('Name;Firma\nJörg Ex;Bäcker\n', 'windows-1252');
    const parsed = await read(bytes, { encodings: { 'a.csv': 'utf-8' } });
    expect(parsed.fileErrors.map(({ kind }) => kind)).toEqual(['wrongEncoding']);
  });
});

it('decodes by any label of the standard, and refuses unknown ones with a typed error', () => {
  expect(decodeAs(Uint8Array.of(0xc0, 0xed), ' CP1251 ')).toBe('Ан');
  for (const [bytes, label] of [
    [Uint8Array.of(65), 'constructor'],
    [Uint8Array.of(0xff), 'utf-8'],
  ] as const)
    expect(() => decodeAs(bytes, label)).toThrow(expect.objectContaining({ kind: 'wrongEncoding' }));
});

describe('text that was encoded twice', () => {
  const again = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

  it.each([
    'Zoé Lefèvre',
    'Łukasz Wiśniewski',
    'Été SA',
    'Анна Белова',
    '王小明',
    'L’Oréal',
    'Köln – Berlin',
  ])('%s is put right, also when it was so three times', (text) => {
    expect(again(text)).not.toBe(text);
    expect([repaired(again(text)), repaired(again(again(text)))]).toEqual([text, text]);
  });

  it.each(['GERÄ™', 'CAFÉ®', '“TRÈS À LA MODÉ”', 'MÜ…', 'SÃO PAULO™', 'NAÇÃO – X', 'Ñ–', '¿Qué?', 'Рі'])(
    '%s is left alone',
    (text) => expect(repaired(text)).toBe(text),
  );
});

it.each([
  ['mailto:Runa@Moos.example', 'runa@moos.example'],
  ['mailto:runa@moos.example?subject=x', 'runa@moos.example'],
  ['Runa Feld <runa@moos.example>', 'runa@moos.example'],
  ['"Feld, Runa" <mailto:runa@moos.example>', 'runa@moos.example'],
  ['<runa@moos.example>', 'runa@moos.example'],
  ["'runa@moos.example'", 'runa@moos.example'],
  ['SMTP:runa@moos.example', 'runa@moos.example'],
  ['Runa Feld', null],
  ['>runa@moos.example<', null],
  ['<'.repeat(100_000), null],
])('takes the address out of %s', (text, email) => expect(emailKey(text)).toBe(email));

it.each([
  ['Name|Surname', { givenName: 0, familyName: 1 }],
  ['Name|Nachname', { givenName: 0, familyName: 1 }],
  ['Nom|Prénom', { givenName: 1, familyName: 0 }],
  ['Nome|Apelido', { givenName: 0, familyName: 1 }],
  ['Nome|Sobrenome|Apelido', { givenName: 0, familyName: 1 }],
  ['Naam|Voornaam', { givenName: 1, familyName: 0 }],
  ['Name|Website|LinkedIn', { fullName: 0, url: 2, url2: 1 }],
  ['Name|Ville (bureau)|Ville (domicile)|Pays/Région (bureau)', { fullName: 0, location: 1, country: 3 }],
  ['constructor|__proto__|toString', {}],
])('guesses the columns of %s', (header, mapping) =>
  expect(guessMapping(header.split('|'))).toEqual(mapping),
);

it.each([
  ['45363', '2024-03-12', '2024-03'],
  ['12 de março de 2024', '2024-03-12', '2024-03'],
  ['2024年3月12日', '2024-03-12', '2024-03'],
  ['2024年3月', null, '2024-03'],
  ['2024년 3월 5일', '2024-03-05', '2024-03'],
  ['Mar-20', null, '2020-03'],
  ['0000-00-00', null, null],
  ['99999', null, null],
])('reads %s as a day and as a month', (text, day, month) =>
  expect([parseDay(text), parseMonth(text)]).toEqual([day, month]),
);

describe('the gate', () => {
  const long = 'x'.repeat(3_000);
  const header =
    'Name,Place,Region,Languages,Education,Next step,Next step due,Rhythm in days,Log,Connected on,Last contact,Keys,Weitblick ID';

  const words = (length: number) =>
    'word '
      .repeat(length / 5 + 1)
      .slice(0, length - 1)
      .concat('.');
  const tags = (count: number) => Array.from({ length: count }, (_, i) => `tag${i}`);
  const vcard = (lines: string) =>
    ['book.vcf', `BEGIN:VCARD\r\nVERSION:3.0\r\n${lines}\r\nEND:VCARD\r\n`] as const;
  const json = (value: object) => ['card.json', JSON.stringify(value)] as const;
  const csv = (column: string, cell: string) =>
    ['table.csv', `First Name,Last Name,E-mail 1 - Value,${column}\nRuna,Feld,,"${cell}"\n`] as const;

  it.each<[string, string, (length: number) => readonly [string, string], number]>([
    ['a title of a card', 'positions', (n) => vcard(`FN:Runa Feld\r\nTITLE:${words(n)}`), 500],
    ['a name of a card', 'name', (n) => vcard(`FN:${words(n)}`), 200],
    ['a note of a card', 'note', (n) => vcard(`FN:Runa Feld\r\nNOTE:${words(n)}`), 20_000],
    ['tags of a card', 'tags', (n) => vcard(`FN:Runa Feld\r\nCATEGORIES:${tags(n)}`), 50],
    ['a tag of a card', 'tags', (n) => vcard(`FN:Runa Feld\r\nCATEGORIES:${words(n)}`), 100],
    ['a town of a card', 'location', (n) => vcard(`FN:Runa Feld\r\nADR:;;;${words(n)};;;`), 500],
    ["Google's company", 'positions', (n) => csv('Organization Name', words(n)), 500],
    ["Google's notes", 'note', (n) => csv('Notes', words(n)), 20_000],
    [
      'a note of JSContact',
      'note',
      (n) =>
        json({ '@type': 'Card', uid: 'u', name: { full: 'Runa Feld' }, notes: { a: { note: words(n) } } }),
      20_000,
    ],
    [
      'a summary of JSON Resume',
      'positions',
      (n) =>
        json({
          basics: { name: 'Runa Feld' },
          work: [{ name: 'Moos', position: 'CTO', summary: words(n) }],
        }),
      10_000,
    ],
    [
      'skills of JSON Resume',
      'skills',
      (n) => json({ basics: { name: 'Runa Feld' }, skills: tags(n).map((name) => ({ name })) }),
      200,
    ],
  ])('tells that it cut %s, and nothing where all of it fits', async (_, field, made, most) => {
    const parse = ([name, text]: readonly [string, string]) =>
      parseFiles([{ name, bytes: new TextEncoder().encode(text) }]);
    const fits = await parse(made(most));
    expect([fits.fileErrors, fits.persons.length, fits.files[0]?.cut]).toEqual([[], 1, undefined]);
    const cut = await parse(made(most + 60));
    expect(cut.persons).toHaveLength(1);
    expect(cut.files[0]?.cut).toEqual({ count: 1, rows: [expect.any(Number)], fields: [field] });
    expect(settlePerson(cut.persons[0] as ParsedPerson)?.cut).toEqual([]);
  });

  it('knows a row again whose title it has cut', async () => {
    const keys = async (title: string) =>
      (await read(csv('Organization Title', title)[1])).persons.map((person) => person.keys);
    const [whole, cut] = [await keys(words(900)), await keys(words(900).slice(0, 500).trimEnd())];
    expect(whole).toEqual([[expect.stringMatching(/^local:/)]]);
    expect(whole).toEqual(cut);
  });

  it('cuts and tells what the store does not take, so that a backup of it can be read', async () => {
    const row = `Runa Feld,${long},${long},${long}: ${long},2010 | ${long},call,0000-00-00,999999,0000-00-00: met; 2024-01-02: ok,0000-00-00,2024-13-45,local:runa,id1`;
    const parsed = await read(`${header}\n${row}\nOle Brink,Bern,,,,,,,,,,local:ole,id2\n`);
    expect(parsed.rowErrors).toEqual([]);
    expect(parsed.files[0]?.cut).toMatchObject({ count: 1, rows: [2] });
    expect(parsed.files[0]?.cut?.fields.sort()).toEqual(
      [
        'education',
        'languages',
        'lastContact',
        'location',
        'log',
        'nextStep',
        'connectedOn',
        'rhythmDays',
      ].sort(),
    );
    const plan = planImport([], parsed, { now: NOW, deviceId: 'd', newId: ({ keys }) => String(keys[0]) });
    const backup = backupOf({ contacts: plan.create, ties: plan.ties.after });
    const again = await read(JSON.stringify(backup), {}, 'b.json');
    expect(again.fileErrors).toEqual([]);
    expect(again.backups[0]?.contacts).toHaveLength(2);
    expect(plan.create[0]?.own.log).toEqual([{ day: '2024-01-02', text: 'ok' }]);
  });

  it('asks the schema of everybody who is not usual', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', long, '2024-02-30', '2024-01-02'));
    fc.assert(
      fc.property(text, text, text, text, (id, full, title, day) => {
        const person = {
          file: 'a',
          row: 1,
          format: 'csv' as const,
          profile: {
            key: { site: 'local', id },
            url: 'https://local.invalid/x',
            name: { full },
            positions: [{ title, end: null }],
            education: [],
            skills: [],
            languages: [],
          },
          provenance: {},
          keys: [`local:${id}`],
          pageKeys: [],
          emails: [],
          own: {},
          tie: { connectedOn: day },
        };
        // Whom the glance lets pass, the schema lets pass; read with a field that the glance does not know.
        const asked = settlePerson({ ...person, contactId: 'c' });
        return !isUsual(person) || (asked !== null && asked.cut.length === 0);
      }),
    );
  });
});

describe('archives', () => {
  const CONNECTIONS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
  const RUNA = 'Runa,Feld,https://www.linkedin.com/in/runa-feld,,Moos AG,Lead,15 Jan 2021\n';

  it('goes on when a file that nobody needs cannot be read, and says so', async () => {
    const parsed = await read(
      zipSync({
        'Connections.csv': strToU8(CONNECTIONS + RUNA),
        'Shares.csv': strToU8('Date,Link\n"never closed'),
        'notes.txt': Uint8Array.of(0, 1, 2, 0),
        'x.json': strToU8('{"a":'),
      }),
      {},
      'a.zip',
    );
    expect([parsed.fileErrors, parsed.persons.length]).toEqual([[], 1]);
    expect(parsed.setAside.map(({ file: name }) => name).sort()).toEqual([
      'Shares.csv',
      'notes.txt',
      'x.json',
    ]);
  });

  it('refuses one that is needed, and one that is all there is', async () => {
    const needed = { 'Connections.csv': strToU8('"never closed'), 'Skills.csv': strToU8('Name\nSQL\n') };
    expect((await read(zipSync(needed), {}, 'a.zip')).fileErrors.map(({ kind }) => kind)).toEqual([
      'unclosedQuote',
    ]);
    const only = zipSync({ 'people.csv': strToU8('"never closed') });
    expect((await read(only, {}, 'a.zip')).fileErrors.map(({ kind }) => kind)).toEqual(['unclosedQuote']);
  });

  it('opens small zips that are written as zip64', async () => {
    const parsed = await read(zip64('Connections.csv', strToU8(CONNECTIONS + RUNA)), {}, 'a.zip');
    expect([parsed.fileErrors, parsed.persons.length]).toEqual([[], 1]);
  });

  it('gives messages to a name that one contact has, but not to somebody with another page', async () => {
    const messages = [
      'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE',
      'c1,Mia Ex,https://www.linkedin.com/in/mia,Ole Brink,2022-03-01 10:00:00 UTC',
      'c1,Ole Brink,https://www.linkedin.com/in/ole-brink,Mia Ex,2022-03-02 10:00:00 UTC',
      'c2,Runa Feld,https://www.linkedin.com/in/another-runa,Mia Ex,2022-03-03 10:00:00 UTC',
    ].join('\n');
    const parsed = await read(
      zipSync({
        'Connections.csv': strToU8(`${CONNECTIONS}${RUNA}Ole,Brink,,,Fjord,CFO,15 Jan 2021\n`),
        'messages.csv': strToU8(messages),
      }),
      {},
      'a.zip',
    );
    const plan = planImport([], parsed, {
      now: NOW,
      deviceId: 'd',
      newId: ({ profile }) => profile.name.full,
    });
    const counts = plan.ties.after.map(({ to, messages: count }) => [to, count]);
    expect(counts).toEqual([
      ['Runa Feld', undefined],
      ['Ole Brink', 2],
    ]);
    expect(plan.unknownSignals).toBe(1);
  });
});

/** A zip of one stored file, with all numbers in the wide records. */
function zip64(name: string, content: Uint8Array): Uint8Array {
  const small = zipSync({ [name]: content }, { level: 0 });
  const view = new DataView(small.buffer);
  const end = small.length - 22;
  const start = view.getUint32(end + 16, true);
  const entry = small.slice(start, end);
  const extra = new DataView(new ArrayBuffer(28));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 24, true);
  const entryView = new DataView(entry.buffer);
  for (const [at, from] of [
    [4, 24],
    [12, 20],
    [20, 42],
  ] as const) {
    extra.setUint32(at, entryView.getUint32(from, true), true);
    entryView.setUint32(from, 0xffffffff, true);
  }
  entryView.setUint16(30, 28, true);
  const directory = entry.length + 28;
  const wide = new DataView(new ArrayBuffer(56 + 20 + 22));
  wide.setUint32(0, 0x06064b50, true);
  wide.setUint32(4, 44, true);
  for (const [at, value] of [
    [24, 1],
    [32, 1],
    [40, directory],
    [48, start],
  ] as const)
    wide.setUint32(at, value, true);
  wide.setUint32(56, 0x07064b50, true);
  wide.setUint32(64, start + directory, true);
  wide.setUint32(72, 1, true);
  wide.setUint32(76, 0x06054b50, true);
  wide.setUint16(84, 0xffff, true);
  wide.setUint16(86, 0xffff, true);
  wide.setUint32(88, 0xffffffff, true);
  wide.setUint32(92, 0xffffffff, true);
  return Uint8Array.from([
    ...small.subarray(0, start),
    ...entry,
    ...new Uint8Array(extra.buffer),
    ...new Uint8Array(wide.buffer),
  ]);
}

import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { file } from './people.ts';

/* Cards as programs and phones write them; all people are invented. */

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, name = 'cards.vcf') => parseFiles([file(name, content)]);

/** Names of the persons that were read, with their company where there is one. */
async function people(content: string | Uint8Array, name?: string): Promise<string[]> {
  const { persons } = await read(content, name);
  return persons.map(({ profile: { name: of, positions } }) =>
    [of.full, ...positions.map(({ company }) => company)].join(' @ '),
  );
}

async function only(lines: string | Uint8Array) {
  const parsed = await read(typeof lines === 'string' ? card(lines) : lines);
  expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
  expect(parsed.persons).toHaveLength(1);
  const [person] = parsed.persons;
  if (person === undefined) throw new Error('nobody');
  return person;
}

const card = (lines: string) => `BEGIN:VCARD\r\n${lines.trim().replace(/\n/g, '\r\n')}\r\nEND:VCARD\r\n`;

/** Bytes of a text in any character set of one or two bytes a letter: its decoder turned round. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  const learn = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && !table.has(letter)) table.set(letter, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn(byte);
  const isWide = /gb|big5|euc|shift/.test(label);
  for (let lead = 0x81; isWide && lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) learn(lead, trail);
  return Uint8Array.from([...text].flatMap((letter) => table.get(letter) ?? []));
}

const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('');

describe('character sets', () => {
  it.each([
    ['windows-1251', 'Анна Белова', 'Север'],
    ['windows-1250', 'Łukasz Wiśniewski', 'Żuraw'],
    ['windows-1253', 'Ελένη Παππά', 'Θάλασσα'],
    ['windows-1254', 'Şule Yıldız', 'Işık'],
    ['windows-1255', 'דנה לוי', 'ים'],
    ['windows-1256', 'ليلى حسن', 'بحر'],
    ['windows-1257', 'Jānis Ozoliņš', 'Jūra'],
    ['windows-1252', 'Zoë Lefèvre', 'Été'],
    ['iso-8859-2', 'Zdeňka Dvořáková', 'Moře'],
    ['iso-8859-5', 'Анна Белова', 'Север'],
    ['iso-8859-15', 'Zoë Lefèvre', 'Cœur'],
    ['koi8-r', 'Анна Белова', 'Север'],
    ['shift_jis', '山田 花子', '表'],
    ['euc-jp', '山田 花子', '海'],
    ['euc-kr', '김 민지', '바다'],
    ['gbk', '王 小明', '海'],
    ['big5', '王 小明', '海'],
    ['macintosh', 'Jörg Thälmann', 'Bäcker'],
  ])('reads a card of 2.1 in %s, plain and as quoted-printable', async (label, full, company) => {
    for (const set of [label, label.toUpperCase(), `"${label}"`]) {
      const plain = join(
        utf8(`BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=${set}:`),
        encode(full, label),
        utf8(`\r\nORG;CHARSET=${set}:`),
        encode(company, label),
        utf8('\r\nEND:VCARD\r\n'),
      );
      expect(await people(plain)).toEqual([`${full} @ ${company}`]);
    }
    const quoted = `FN;CHARSET=${label};ENCODING=QUOTED-PRINTABLE:${hex(encode(full, label))}`;
    expect((await only(`VERSION:2.1\n${quoted}`)).profile.name.full).toBe(full);
  });

  it('reads a file of several sets, and of none beside UTF-8', async () => {
    const mixed = join(
      ...['windows-1251', 'shift_jis'].flatMap((label) => [
        utf8(`BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=${label}:`),
        encode(label === 'shift_jis' ? '山田 花子' : 'Анна Белова', label),
        utf8('\r\nEND:VCARD\r\n'),
      ]),
      utf8(card('VERSION:3.0\nFN:Zoë Lefèvre')),
      utf8('BEGIN:VCARD\r\nFN:'),
      encode('Jörg Thälmann', 'windows-1252'),
      utf8('\r\nEND:VCARD\r\n'),
    );
    expect(await people(mixed)).toEqual(['Анна Белова', '山田 花子', 'Zoë Lefèvre', 'Jörg Thälmann']);
  });

  it('reads what names no set like what does in the same card', async () => {
    const bytes = join(
      utf8('BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=windows-1251:'),
      encode('Анна Белова', 'windows-1251'),
      utf8('\r\nORG:'),
      encode('Север', 'windows-1251'),
      utf8('\r\nEND:VCARD\r\n'),
    );
    expect(await people(bytes)).toEqual(['Анна Белова @ Север']);
  });

  it('believes the bytes where a file was saved anew in UTF-8 and still names the old set', async () => {
    for (const label of ['windows-1251', 'ISO-8859-1', 'Shift_JIS', 'GBK', 'us-ascii'])
      expect((await only(`VERSION:2.1\nFN;CHARSET=${label}:Анна 山田`)).profile.name.full).toBe('Анна 山田');
  });

  it.each(['UTF-7', 'X-NO-SUCH-SET', 'hz-gb-2312'])(
    'refuses a card in %s, and reads the next one',
    async (label) => {
      const bytes = join(
        utf8(`BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=${label}:+BBAEPQ- `),
        encode('ж', 'windows-1251'),
        utf8(`\r\nEND:VCARD\r\n${card('FN:Ole Brink')}`),
      );
      const parsed = await read(bytes);
      expect(parsed.persons.map(({ profile }) => profile.name.full)).toEqual(['Ole Brink']);
      expect(parsed.rowErrors).toMatchObject([{ row: 1, kind: 'unknownCharset', value: label }]);
    },
  );

  it('reads UTF-16, with its mark and without', async () => {
    const text = card('VERSION:3.0\nFN:Анна Белова');
    const little = Uint8Array.from(
      [...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
    );
    for (const bytes of [little, join(Uint8Array.from([0xff, 0xfe]), little)])
      expect(await people(bytes)).toEqual(['Анна Белова']);
  });

  it('joins lines that were folded within a character', async () => {
    const whole = utf8('FN:Анна Белова');
    const folded = join(whole.slice(0, 4), utf8('\r\n '), whole.slice(4));
    expect(await people(join(utf8('BEGIN:VCARD\r\n'), folded, utf8('\r\nEND:VCARD\r\n')))).toEqual([
      'Анна Белова',
    ]);
  });

  it('reads texts in base64', async () => {
    const { profile, own } = await only(
      `VERSION:2.1\nFN;ENCODING=BASE64;CHARSET=UTF-8:${btoa(String.fromCharCode(...utf8('Zoë Lefèvre')))}\n` +
        'PHOTO;ENCODING=BASE64;TYPE=JPEG:AAAA\nNOTE:x',
    );
    expect([profile.name.full, own.note]).toEqual(['Zoë Lefèvre', 'x']);
  });
});

describe('soft breaks of quoted-printable', () => {
  const anna = (fold: string) =>
    `VERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=91=D0=B5=D0=BB=D0=BE=${fold}=D0=B2=D0=B0;=D0=90=D0=BD=D0=${fold}=BD=D0=B0`;

  it.each(['\n', '\n '])('takes a blank for a fold where it stands within a character (%j)', async (fold) => {
    expect((await only(anna(fold))).profile.name).toEqual({
      full: 'Анна Белова',
      given: 'Анна',
      family: 'Белова',
    });
  });

  it('takes it for a fold where there is one behind every break', async () => {
    const { own } = await only(
      'VERSION:2.1\nFN:Jo Ex\nNOTE;ENCODING=QUOTED-PRINTABLE:one t=\n wo thr=\n ee fo=\n ur',
    );
    expect(own.note).toBe('one two three four');
  });

  it('keeps it where other breaks have none', async () => {
    const { own } = await only(
      'VERSION:2.1\nFN:Jo Ex\nNOTE;ENCODING=QUOTED-PRINTABLE:one=\n two th=\nree=\n four=\n five',
    );
    expect(own.note).toBe('one two three four five');
  });
});

describe('where a card begins and ends', () => {
  const two = ['Runa Feld', 'Ole Brink @ Fjord'];
  const a = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Runa Feld\r\nEND:VCARD';
  const b = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ole Brink\r\nORG:Fjord\r\nEND:VCARD';

  it.each([
    ['glued', `${a}${b}`],
    ['glued with a mark between', `${a}\uFEFF${b}`],
    ['glued with NUL bytes between', `${a}\0\0${b}\0`],
    ['glued with blanks between', `${a}   ${b}  `],
    ['followed by NULL', `${a}NULL\r\n${b}NULL`],
    ['glued to the line behind its beginning', `${a.replace('VCARD\r\n', 'VCARD')}\r\n${b}`],
    [
      'with its end behind its last value',
      `${a.replace('\r\nEND', 'END')}\r\n${b.replace('\r\nEND', 'END')}`,
    ],
    ['in a wrapper', `BEGIN:VADDRESSBOOK\r\nVERSION:1.0\r\n${a}\r\n${b}\r\nEND:VADDRESSBOOK\r\n`],
    [
      'behind comments',
      `# made by a program\r\n; and: more\r\n// https://moos.example\r\n\r\n${a}\r\n# between\r\n${b}`,
    ],
    [
      'behind the head of a message',
      `Content-Type: text/vcard; charset=utf-8\r\nMIME-Version: 1.0\r\n\r\n${a}\r\n${b}`,
    ],
    ['behind a mark', `\uFEFF${a}\r\n${b}`],
    ['in lower case', `${a}\r\n${b}`.replace(/^[A-Z]+:(?:VCARD)?/gm, (word) => word.toLowerCase())],
    ['indented', `${a}\r\n${b}`.replace(/^/gm, '  ')],
    ['indented by tabs within', `${a}\r\n${b}`.replace(/^(?=VERSION|FN|ORG)/gm, '\t\t')],
    ['indented and folded', `${a}\r\n${b}`.replace(/^/gm, '    ').replace('Ole Brink', 'Ole B\r\n     rink')],
    ['with lines ended by CR alone', `${a}\r${b}`.replace(/\r\n/g, '\r')],
  ])('reads two cards %s', async (_, text) => {
    const parsed = await read(text);
    expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
    expect(await people(text)).toEqual(two);
  });

  it.each(['a.vcard', 'A.VCF', 'contacts', 'a.txt'])('knows cards in %s', async (name) => {
    expect(await people(`${a}\r\n${b}`, name)).toEqual(two);
  });

  it('reads .vcard in a zip', async () => {
    expect(await people(zipSync({ 'all.vcard': utf8(`${a}\r\n${b}`) }), 'book.zip')).toEqual(two);
  });

  it('leaves out the card of an agent', async () => {
    const agent = card('VERSION:2.1\nFN:Ada Agent\nEMAIL:ada@moos.example').trim();
    for (const lines of [`AGENT:\n${agent}`, `AGENT:${agent}`]) {
      const { emails, profile } = await only(`VERSION:2.1\nFN:Runa Feld\n${lines}\nORG:Fjord`);
      expect([profile.name.full, emails, profile.positions[0]?.company]).toEqual(['Runa Feld', [], 'Fjord']);
    }
  });

  it('keeps a note that speaks of cards, folded where it does', async () => {
    const { own } = await only('VERSION:3.0\nFN:Runa Feld\nNOTE:a\n  BEGIN:VCARD b\n  END:VCARD c');
    expect(own.note).toBe('a BEGIN:VCARD b END:VCARD c');
  });

  it('reports a card that breaks off, and reads the next', async () => {
    const parsed = await read(`BEGIN:VCARD\r\nFN:Runa Feld\r\n${b}`);
    expect(parsed.rowErrors).toMatchObject([{ row: 1, kind: 'notReadable', value: 'Runa Feld' }]);
    expect(parsed.persons).toHaveLength(1);
  });
});

describe('who is named', () => {
  it.each([
    ['FN is the company', 'FN:Kachelwerk GmbH\nORG:Kachelwerk GmbH'],
    ['FN is the company, written otherwise', 'FN:KACHELWERK GmbH.\nORG:Kachelwerk GmbH;'],
    ['FN is company and department', 'FN:Kachelwerk Vertrieb\nORG:Kachelwerk;Vertrieb'],
    ['N and FN are the company', 'N:Kachelwerk;;;;\nFN:Kachelwerk\nORG:Kachelwerk'],
    ['N is the company', 'N:;Kachelwerk GmbH;;;\nORG:Kachelwerk GmbH'],
    ['N is the company, cut in two', 'N:GmbH;Kachelwerk;;;\nFN:Kachelwerk GmbH\nORG:Kachelwerk GmbH'],
    ['Apple says so', 'N:;;;;\nFN:Kachelwerk\nORG:Kachelwerk;\nX-ABShowAs:COMPANY'],
    [
      'Apple says so, and N is the company',
      'N:Moos;Kachel;;;\nFN:Kachel Moos\nORG:Kachel Moos\nX-ABShowAs:COMPANY',
    ],
    ['a legal form says so', 'FN:Kachelwerk GmbH'],
    ['the card says so', 'KIND:org\nFN:Kachelwerk'],
    ['it is a group', 'KIND:group\nFN:Team\nMEMBER:urn:uuid:1'],
    ['it is a place', 'KIND:location\nFN:Room 1'],
  ])('passes over the card of a company: %s', async (_, lines) => {
    const parsed = await read(card(`VERSION:4.0\n${lines}\nEMAIL:info@kachel.example\nTEL:1`));
    expect([parsed.persons, parsed.rowErrors]).toEqual([[], []]);
    expect(parsed.files).toMatchObject([{ persons: 0, ignored: 1 }]);
  });

  it.each([
    ['a person at the company', 'N:Feld;Runa;;;\nFN:Runa Feld\nORG:Kachelwerk', 'Runa Feld @ Kachelwerk'],
    [
      'a person under the name of the company',
      'N:Feld;Runa;;;\nFN:Kachelwerk\nORG:Kachelwerk',
      'Runa Feld @ Kachelwerk',
    ],
    [
      'a person with the company in N',
      'N:Kachelwerk;;;;\nFN:Runa Feld\nORG:Kachelwerk',
      'Runa Feld @ Kachelwerk',
    ],
    [
      'a person that Apple shows by the company',
      'N:Feld;Runa;;;\nFN:Kachelwerk\nORG:Kachelwerk\nX-ABShowAs:COMPANY',
      'Runa Feld @ Kachelwerk',
    ],
    ['a freelancer', 'N:Feld;Runa;;;\nFN:Runa Feld\nORG:Runa Feld', 'Runa Feld @ Runa Feld'],
    ['a freelancer without N', 'FN:Runa Feld\nORG:Runa Feld\nTITLE:Fotografin', 'Runa Feld @ Runa Feld'],
    ['an owner', 'N:Feld;Runa;;;\nFN:Runa Feld\nORG:Runa Feld GmbH', 'Runa Feld @ Runa Feld GmbH'],
    ['one name alone', 'N:Feld;;;;\nFN:Feld\nORG:Kachelwerk', 'Feld @ Kachelwerk'],
    ['an unknown kind', 'KIND:x-friend\nFN:Runa Feld', 'Runa Feld'],
    ['an empty kind', 'KIND:\nFN:Runa Feld', 'Runa Feld'],
  ])('keeps %s', async (_, lines, name) =>
    expect(await people(card(`VERSION:4.0\n${lines}`))).toEqual([name]),
  );

  it('tells of a card without a name that says something, and not of an empty one', async () => {
    const parsed = await read(
      [
        'EMAIL:jo@moos.example',
        'TITLE:Head of QA',
        'URL:https://moos.example',
        'NOTE:met in Bern',
        'TEL:1',
        'N:;;;;',
      ]
        .map(card)
        .join(''),
    );
    expect(parsed.rowErrors.map(({ row, kind }) => [row, kind])).toEqual(
      [1, 2, 3, 4].map((row) => [row, 'noName']),
    );
    expect(parsed.files).toMatchObject([{ ignored: 2 }]);
  });
});

it.each([
  ['myContacts,Team', ['Team']],
  ['My Contacts,starred,Team', ['Team']],
  ['* myContacts,* starred', undefined],
  ['Meine Kontakte,Mes contacts,Mis contactos,Мои контакты,我的联系人', undefined],
  ['Friends,Family', ['Friends', 'Family']],
])('takes no group of the program for a tag: %s', async (categories, tags) => {
  expect((await only(`VERSION:3.0\nFN:Jo Ex\nCATEGORIES:${categories}`)).own.tags).toEqual(tags);
});

const NOWHERE: Record<string, undefined> = { region: undefined, country: undefined };

it.each([
  [';;1 Road;London;;X;UK', { city: 'London', country: 'GB' }],
  [';;;Athen;;;EL', { city: 'Athen', country: 'GR' }],
  [';;;Bern;;;ch', { city: 'Bern', country: 'CH' }],
  [';;;Anywhere;;;XX', { city: 'Anywhere', country: undefined }],
  [';;;Anywhere;;;QQ', { city: 'Anywhere', country: undefined }],
  [';;;Bern;;;Switzerland', { city: 'Bern', country: 'CH' }],
  [';;;Lyon;;France', { city: 'Lyon', country: 'FR' }],
  [';;;Lyon;France', { city: 'Lyon', country: 'FR' }],
  [';;;London;UK;;', { city: 'London', country: 'GB' }],
  [';;;San Francisco;CA;94105;', { city: 'San Francisco', region: 'CA', country: 'US' }],
  [';;;Luzern;LU;6003;', { city: 'Luzern', region: 'LU', country: 'CH' }],
  [';;;Savannah;Georgia;;', { city: 'Savannah', region: 'Georgia', country: undefined }],
  [';;;10115 Berlin;;;Deutschland', { city: 'Berlin', country: 'DE' }],
  [';;;CH-3011 Bern;;;', { city: 'Bern', country: 'CH' }],
])('reads the place of ADR:%s', async (address, place) => {
  const { profile } = await only(`VERSION:3.0\nFN:Jo Ex\nADR;TYPE=WORK:${address}`);
  const { city, region, country } = { ...profile.location };
  const shown = { ...(city !== undefined && { city }), region, country };
  expect(shown).toEqual({ ...NOWHERE, ...place });
});

it('takes the preferred of several, however the preference is written', async () => {
  for (const preferred of ['TYPE="work,pref"', 'TYPE=PREF', 'PREF', 'PREF=1', 'type=INTERNET;type=pref']) {
    const { emails } = await only(
      `VERSION:3.0\nFN:Jo Ex\nEMAIL:b@moos.example\nitem1.EMAIL;${preferred}:a@moos.example`,
    );
    expect(emails).toEqual(['a@moos.example', 'b@moos.example']);
  }
});

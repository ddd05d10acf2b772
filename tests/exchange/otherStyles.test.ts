import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ParsedImport, parseFiles } from '../../src/exchange/import/index.ts';
import { planImport } from '../../src/exchange/plan.ts';
import { backupOf, file, NOW, someone } from './people.ts';

/* Files as programs write them that are not the ones the readers were made by; all people are invented. */

const read = (name: string, content: string | Uint8Array) => parseFiles([file(name, content)]);

/** The only person of a file that must be read without any complaint. */
async function only(name: string, content: string | Uint8Array) {
  const parsed = await read(name, content);
  expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
  expect(parsed.persons).toHaveLength(1);
  const [person] = parsed.persons;
  if (person === undefined) throw new Error('nobody');
  return person;
}

/** Latin-1 bytes; enough for Windows-1252 without its dashes and quotes. */
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const card = (lines: string) => `BEGIN:VCARD\r\n${lines.trim().replace(/\n/g, '\r\n')}\r\nEND:VCARD\r\n`;
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));

describe('vCards', () => {
  it('keeps the blank that begins a line after a soft break', async () => {
    const { own } = await only(
      'old.vcf',
      card('VERSION:2.1\nFN:Jo Ex\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:zwei =FC=\n und mehr'),
    );
    expect(own.note).toBe('zwei ü und mehr');
  });

  it('takes the parts of the name where there is no full one, and no nickname before them', async () => {
    const { profile } = await only('n.vcf', card('VERSION:2.1\nN:Ex;Jo\nFN:\nNICKNAME:Jojo'));
    expect(profile.name).toEqual({ full: 'Jo Ex', given: 'Jo', family: 'Ex' });
  });

  it.each([
    ['X-SOCIALPROFILE;TYPE=linkedin:jo-ex', 'linkedin:jo-ex'],
    ['X-SOCIALPROFILE;type=linkedin;x-user=jo-ex:x-apple:jo-ex', 'linkedin:jo-ex'],
    ['SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://de.linkedin.com/in/jo-ex', 'linkedin:jo-ex'],
    ['X-LINKEDIN:jo-ex', 'linkedin:jo-ex'],
    ['item1.URL:https\\://www.linkedin.com/in/Jo-Ex/\nitem1.X-ABLabel:LinkedIn', 'linkedin:jo-ex'],
  ])('knows the person by %s', async (lines, key) => {
    const { keys, profile } = await only('s.vcf', card(`VERSION:3.0\nFN:Jo Ex\n${lines}`));
    expect(keys[0]).toBe(key);
    expect(profile.links).toBeUndefined();
  });

  it('takes LinkedIn before other networks, whatever stands first', async () => {
    const { profile, keys } = await only(
      's.vcf',
      card(
        'VERSION:3.0\nFN:Jo Ex\nURL:https://www.xing.com/profile/Jo_Ex\nURL:https://www.linkedin.com/in/jo-ex',
      ),
    );
    expect([profile.key.site, [...keys].sort()]).toEqual(['linkedin', ['linkedin:jo-ex', 'xing:jo_ex']]);
  });

  it('takes the place of work and never the street', async () => {
    const { profile } = await only(
      'a.vcf',
      card(
        'VERSION:4.0\nFN:Jo Ex\nADR;TYPE=home:;;Secret 1;Hometown;;1;USA\n' +
          'ADR;TYPE=work;LABEL="1 Main St\\nArlington";CC=us:;;1 Main St;Arlington;VA;22202;USA',
      ),
    );
    expect(profile.location).toEqual({
      text: 'Arlington, VA, USA',
      city: 'Arlington',
      region: 'VA',
      country: 'US',
    });
  });

  it('does not take two people for one because both are number 1 of their files', async () => {
    const parsed = await parseFiles([
      file('a.vcf', card('VERSION:3.0\nFN:Jo Ex\nUID:1')),
      file('b.vcf', card('VERSION:3.0\nFN:Bo Wy\nUID:1')),
    ]);
    const plan = planImport([], parsed, { now: NOW, deviceId: 'd', newId: ({ keys }) => String(keys) });
    expect(plan.create).toHaveLength(2);
  });

  it('reads jCards, one or many', async () => {
    const jcard = (name: string) => [
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', name],
        ['n', {}, 'text', ['Ex; Y', name.split(' ')[0], '', '', '']],
        ['org', {}, 'text', ['Acme, Inc.', 'R&D']],
        ['title', {}, 'text', 'Head'],
        ['email', { type: ['work', 'x'] }, 'text', 'jo@acme.example'],
        ['categories', {}, 'text', 'a', 'b'],
        ['adr', {}, 'text', ['', '', ['1 Main St', 'Flat 2'], 'Berlin', '', '10115', 'Germany']],
      ],
    ];
    const person = await only('c.json', JSON.stringify(jcard('Jo Ex')));
    expect(person).toMatchObject({
      emails: ['jo@acme.example'],
      own: { tags: ['a', 'b'] },
      profile: {
        name: { full: 'Jo Ex', given: 'Jo' },
        positions: [{ title: 'Head', company: 'Acme, Inc.', end: null }],
        location: { city: 'Berlin', country: 'DE' },
      },
    });
    expect((await read('c.json', JSON.stringify([jcard('Jo Ex'), jcard('Bo Wy')]))).persons).toHaveLength(2);
  });
});

describe('JSContact', () => {
  it('joins the parts of a name in their order, and the title with its own organisation', async () => {
    const { profile } = await only(
      'j.json',
      JSON.stringify({
        '@type': 'Card',
        version: '1.0',
        uid: '22B2C7DF-9120-4969-8460-05956FE6B065',
        name: {
          isOrdered: true,
          components: [
            { kind: 'title', value: 'Dr.' },
            { kind: 'given', value: 'Vincent' },
            { kind: 'surname', value: 'van Example' },
          ],
        },
        organizations: { o1: { name: 'Old Inc' }, o2: { name: 'ABC, Inc.' } },
        titles: {
          t1: { kind: 'role', name: 'Lead' },
          t2: { kind: 'title', name: 'Scientist', organizationId: 'o2' },
        },
        addresses: { a: { components: [{ kind: 'locality', value: 'Arles' }], countryCode: 'fr' } },
      }),
    );
    expect(profile.name).toEqual({
      full: 'Dr. Vincent van Example',
      given: 'Vincent',
      family: 'van Example',
    });
    expect(profile.positions).toEqual([{ title: 'Scientist', company: 'ABC, Inc.', end: null }]);
    expect(profile.location).toEqual({ text: 'Arles', city: 'Arles', country: 'FR' });
  });
});

describe('tables', () => {
  it('knows connections by the words of other languages', async () => {
    const { format, tie, profile } = await only(
      'Connections.csv',
      'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n' +
        'Jo,Ex,linkedin.com/in/jo-ex,,Acme,Leiterin,"12. März 2024"\n',
    );
    expect([format, tie?.connectedOn, profile.key.id]).toEqual([
      'linkedinConnections',
      '2024-03-12',
      'jo-ex',
    ]);
  });

  it.each([
    ['12 mars 2024', '2024-03-12'],
    ['5 ago 2023', '2023-08-05'],
    ['1 gen 2022', '2022-01-01'],
    ['3 mei 2021', '2021-05-03'],
    ['7 set 2020', '2020-09-07'],
    ['12-Mar-2024', '2024-03-12'],
    ['"March 12, 2024"', '2024-03-12'],
    ['"1/2/17, 3:04 PM"', '2017-01-02'],
  ])('reads the day %s', async (text, day) => {
    const { tie } = await only(
      'Connections.csv',
      `First Name,Last Name,Email Address,Company,Position,Connected On\nJo,Ex,,Acme,Lead,${text}\n`,
    );
    expect(tie?.connectedOn).toBe(day);
  });

  it('finds the header under a title and a date', async () => {
    const { mappings } = await read('k.csv', 'Meine Kontakte\nStand 1.1.2026\n\nName,Company\nJo Ex,Acme\n');
    expect(mappings[0]).toMatchObject({ header: ['Name', 'Company'], sample: [['Jo Ex', 'Acme']] });
  });

  it.each([
    ['utf-16 with its mark', Uint8Array.from([0xff, 0xfe, ...utf16('Name\tCompany\nJö Ex\tAcme\n')])],
    ['utf-16 without it', utf16('Name\tCompany\nJö Ex\tAcme\n')],
    ['windows-1252', latin('Name;Firma\r\nJö Ex;Acme\r\n')],
    ['utf-8 with its mark', new TextEncoder().encode('\uFEFFName,Company\nJö Ex,Acme\n')],
  ])('reads a table in %s', async (_, bytes) => {
    const parsed = await read('t.csv', bytes);
    expect(parsed.mappings[0]?.sample[0]).toEqual(['Jö Ex', 'Acme']);
  });

  it('refuses an encoding that it does not know, instead of making signs of names', async () => {
    const shiftJis = Uint8Array.from([0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x89, 0xef, 0x8e, 0xd0, 0x81, 0x0a]);
    const parsed = await read('t.csv', shiftJis);
    expect(parsed.fileErrors.map(({ kind }) => kind)).toEqual(['wrongEncoding']);
  });

  it('guesses the columns of a table by their names, "Name, Vorname" included', async () => {
    const guess = async (header: string) =>
      ((await read('t.csv', `${header}\na;b;c;d\n`)) as ParsedImport).mappings[0]?.suggestion;
    expect(await guess('Name;Vorname;Firma;Land')).toEqual({
      familyName: 0,
      givenName: 1,
      company: 2,
      country: 3,
    });
    expect(
      await guess('Anrede;Titel;Vorname;Nachname;Firma;Position;E-Mail geschäftlich;Ort;XING Profil'),
    ).toEqual({
      givenName: 2,
      familyName: 3,
      company: 4,
      title: 5,
      email: 6,
      location: 7,
      url: 8,
    });
    expect(await guess('Title;Name;Company Size;Company Name;Email Status;Work E-mail')).toEqual({
      fullName: 1,
      title: 0,
      company: 3,
      email: 5,
    });
    expect(await guess('Full Name;Job-Titel;Current Company;LinkedIn-Profil')).toEqual({
      fullName: 0,
      title: 1,
      company: 2,
      url: 3,
    });
  });
});

describe('zips', () => {
  it('asks for the columns of an own table in a zip of which nothing is known', async () => {
    const zip = zipSync({ 'leute.csv': strToU8('Wer;Wo\nJo Ex;Acme\n'), 'read.me': strToU8('x') });
    const parsed = await read('a.zip', zip);
    expect(parsed.fileErrors).toEqual([]);
    expect(parsed.mappings).toMatchObject([{ file: 'leute.csv', header: ['Wer', 'Wo'] }]);
  });
});

it('takes the first of two contacts of one id in a backup, and both of one key, which stays with the first', async () => {
  const one = someone('Jo Ex');
  for (const [other, names, damaged] of [
    [{ ...someone('Bo Wy'), id: one.id }, ['Jo Ex'], { contacts: 1 }],
    [{ ...someone('Bo Wy'), keys: one.keys }, ['Jo Ex', 'Bo Wy'], { fields: 1 }],
  ] as const) {
    const parsed = await read('b.json', JSON.stringify(backupOf({ contacts: [one, other], ties: [] })));
    expect(parsed.fileErrors).toEqual([]);
    const [backup] = parsed.backups;
    expect(backup?.contacts.map(({ profile }) => profile.name.full)).toEqual(names);
    expect(parsed.damaged).toEqual(damaged);
    expect(new Set(backup?.contacts.flatMap(({ keys }) => keys)).size).toBe(1);
  }
});

describe('JSON Resume', () => {
  it('knows the profile by network and user name, and the older words for addresses', async () => {
    const { keys, profile } = await only(
      'resume.json',
      JSON.stringify({
        basics: {
          name: 'Jo Ex',
          website: 'https://jo.example',
          profiles: [{ network: 'LinkedIn', username: 'joex' }],
        },
        work: [{ company: 'Acme', position: 'Dev', startDate: '2019-01-31', endDate: '' }],
      }),
    );
    expect([keys[0], profile.links]).toEqual(['linkedin:joex', ['https://jo.example']]);
    expect(profile.positions).toEqual([{ title: 'Dev', company: 'Acme', start: '2019-01', end: null }]);
  });
});

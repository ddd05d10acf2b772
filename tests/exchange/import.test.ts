import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { type ParsedImport, type ParseOptions, parseFiles } from '../../src/exchange/import/index.ts';
import { IMPORT_LIMITS } from '../../src/exchange/limits.ts';
import { file } from './people.ts';

const PREAMBLE = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed it."

`;
const CONNECTIONS = `${PREAMBLE}First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jörg,Müller,https://www.linkedin.com/in/J%C3%B6rg-M%C3%BCller,,"Stripe, Inc.","Head of ""Data""",12 Mar 2024
Ada 🚀,"Example, PhD",https://www.linkedin.com/in/ada-example,Ada@Mail.example,Acme GmbH,CTO,03 Jan 2023
,,https://www.linkedin.com/in/gone,,,,
,,,,,,
`;

const text = (input: string | Uint8Array, options?: ParseOptions, name = 'file.csv') =>
  parseFiles([file(name, input)], options);

function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const names = ({ persons }: ParsedImport) => persons.map(({ profile }) => profile.name.full);

it('reads Connections.csv with its notes, quotes, deleted members and addresses', async () => {
  const parsed = await text(CONNECTIONS);
  expect(parsed.files).toEqual([
    {
      file: 'file.csv',
      format: 'linkedinConnections',
      rows: 3,
      persons: 2,
      ignored: 1,
      encoding: 'utf-8',
      encodingBy: 'shown',
      separator: ',',
      separatorBy: 'guessed',
    },
  ]);
  expect(parsed.persons).toMatchObject([
    {
      row: 5,
      keys: ['linkedin:jörg-müller'],
      profile: {
        name: { full: 'Jörg Müller', given: 'Jörg', family: 'Müller' },
        positions: [{ title: 'Head of "Data"', company: 'Stripe, Inc.', end: null }],
        degree: 1,
      },
      tie: { connectedOn: '2024-03-12' },
    },
    { emails: ['ada@mail.example'], profile: { name: { given: 'Ada', family: 'Example' } } },
  ]);
});

it.each<[string, string]>([
  ['without notes', CONNECTIONS.slice(PREAMBLE.length)],
  ['with more notes', `\n\nNotes:\nx\ny\nz\n${CONNECTIONS}`],
  ['with a byte order mark and CRLF', `\uFEFF${CONNECTIONS.replaceAll('\n', '\r\n')}`],
  ['with bare returns', CONNECTIONS.replaceAll('\n', '\r')],
  [
    'saved again with semicolons',
    'First Name;Last Name;URL;Email Address;Company;Position;Connected On\nJörg;Müller;https://www.linkedin.com/in/j;;X;Y;12 Mar 2024\nAda;Example;;;X;Y;7-Feb-22\n',
  ],
  [
    'of old archives without addresses',
    'First Name,Last Name,Email Address,Company,Position,Connected On\nJörg,Müller,,X,Y,"1/2/17, 3:04 PM"\nAda,Example,,X,Y,\n',
  ],
])('reads Connections.csv %s', async (_, content) => {
  const parsed = await text(content);
  expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
  expect(parsed.persons.map(({ profile }) => profile.name.given)).toEqual(['Jörg', 'Ada']);
});

it('keeps persons without an address apart, and knows the same row again', async () => {
  const header = 'First Name,Last Name,Email Address,Company,Position,Connected On\n';
  const one = await text(`${header}Jo,Doe,,Acme,Dev,01 Jan 2020\nJo,Doe,,Acme,Dev,02 Feb 2021\n`);
  const two = await text(`${header}Jo,Doe,,Acme,Dev,02 Feb 2021\n`);
  expect(new Set(one.persons.flatMap(({ keys }) => keys)).size).toBe(2);
  expect(one.persons[1]?.keys).toEqual(two.persons[0]?.keys);
});

it('reads a whole archive: the user, the goals and the ties, and not a word of what was written', async () => {
  const zip = await zipOf({
    'Connections.csv': CONNECTIONS,
    'Profile.csv':
      'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\nMia,Muster,,Street 1,Jan 1,Data lead,,Software Development,10115,"Berlin, Germany",,,\n',
    'Positions.csv':
      'Company Name,Title,Description,Location,Started On,Finished On\nAcme,Data lead,"Line 1\nLine 2",Berlin,Mar 2020,\nBeta,Analyst,,,2015,Feb 2020\n',
    'Education.csv':
      'School Name,Start Date,End Date,Notes,Degree Name,Activities\nTU Berlin,2008,2013,,MSc,\n',
    'Skills.csv': 'Name\nSQL\nPython\n',
    'Languages.csv': 'Name,Proficiency\nGerman,Native\n',
    'messages.csv': [
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
      ...Array.from({ length: 12 }, (_, i) =>
        i % 2
          ? `c1,,Ada Example,https://www.linkedin.com/in/ada-example,Mia Muster,https://www.linkedin.com/in/mia,2026-0${1 + (i % 8)}-01 02:00:00 UTC,,"SECRET, text",INBOX`
          : `c1,,Mia Muster,https://www.linkedin.com/in/mia,Ada Example,https://www.linkedin.com/in/ada-example,2026-01-0${1 + (i % 8)} 02:00:00 UTC,,SECRET,INBOX`,
      ),
      'c2,,Mia Muster,https://www.linkedin.com/in/mia,Jörg Müller,https://www.linkedin.com/in/j%C3%B6rg-m%C3%BCller,2025-05-05 02:00:00 UTC,,SECRET,INBOX',
    ].join('\n'),
    'Invitations.csv':
      'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nMia Muster,New One,"8/1/26, 10:00 AM",SECRET,OUTGOING,https://www.linkedin.com/in/mia,https://www.linkedin.com/in/new-one\n',
    'Endorsement_Received_Info.csv':
      'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2024/01/01 00:00:00 UTC,SQL,Ada,Example,www.linkedin.com/in/ada-example,ACCEPTED\n',
    'Recommendations_Received.csv':
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nJörg,Müller,Stripe,Head,SECRET praise,"01/02/24, 09:00 AM",VISIBLE\n',
    'Jobs/Job Seeker Preferences.csv':
      'Locations,Industries,Company Employee Count,Preferred Job Types,Job Titles,Open To Recruiters,Dream Companies\n"Zürich, Switzerland | Berlin",Hospitals,,,Head of Data | CDO,Yes,Charité | ETH\n',
    'Ad_Targeting.csv': 'Member Age,Job Functions,Job Functions\n30,IT,Eng\n',
    'Rich_Media.csv': 'Date/Time,Media Link\n2020,x\n',
    'photo.jpg': Uint8Array.from([0xff, 0xd8, 0, 1]),
  });
  const parsed = await text(zip, {}, 'Complete_LinkedInDataExport.zip');
  expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
  expect(JSON.stringify(parsed)).not.toContain('SECRET');
  expect(parsed.me).toEqual({
    name: 'Mia Muster',
    headline: 'Data lead',
    industryLabel: 'Software Development',
    place: { text: 'Berlin, Germany', city: 'Berlin', country: 'DE' },
    positions: [
      {
        title: 'Data lead',
        company: 'Acme',
        location: 'Berlin',
        start: '2020-03',
        end: null,
        description: 'Line 1\nLine 2',
      },
      { title: 'Analyst', company: 'Beta', start: '2015', end: '2020-02' },
    ],
    education: [{ school: 'TU Berlin', degree: 'MSc', start: '2008', end: '2013' }],
    skills: ['SQL', 'Python'],
    languages: [{ name: 'German', level: 'Native' }],
  });
  expect(parsed.signals).toEqual([
    {
      person: 'linkedin:ada-example',
      name: 'ada example',
      sent: 6,
      received: 6,
      recommendations: 0,
      endorsements: 1,
      lastContact: '2026-08-01',
    },
    {
      person: 'linkedin:jörg-müller',
      name: 'jorg muller',
      sent: 1,
      received: 0,
      recommendations: 0,
      endorsements: 0,
      lastContact: '2025-05-05',
    },
    {
      person: 'linkedin:new-one',
      name: 'new one',
      sent: 0,
      received: 0,
      recommendations: 0,
      endorsements: 0,
      lastContact: '2026-08-01',
    },
    {
      person: 'name:jorg muller',
      sent: 0,
      received: 0,
      recommendations: 1,
      endorsements: 0,
      lastContact: '2024-01-02',
    },
  ]);
  expect(parsed.goals).toEqual([
    {
      kind: 'changeJob',
      title: 'Head of Data',
      horizon: 'future',
      companies: ['Charité', 'ETH'],
      titles: ['Head of Data', 'CDO'],
      industries: ['Hospitals'],
      place: { text: 'Zürich, Switzerland', city: 'Zürich', country: 'CH' },
    },
  ]);
  expect(parsed.files.find(({ file: name }) => name === 'Ad_Targeting.csv')?.format).toBeNull();
});

const VCARD21 = `BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;Dr.
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. J=C3=B6rg M=C3=BCller
ORG:Acme GmbH;Research
TITLE;ENCODING=QUOTED-PRINTABLE:Head of =
Data
TEL;CELL:+49 30 1234
EMAIL;INTERNET;PREF:joerg@mail.example
ADR;WORK:;;Street 1;Berlin;;10115;Germany
NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo
END:VCARD
`;
const VCARD3 = `BEGIN:VCARD\r
VERSION:3.0\r
N:Example;Ada;;;\r
FN:Ada Example\r
ORG:Beta\\, Inc.;Dept\r
TITLE:Chief
 \x20Technology Officer\r
item1.URL:https://www.linkedin.com/in/ada-example\r
item1.X-ABLabel:LinkedIn\r
item2.URL:https://beta.example\r
EMAIL;TYPE=INTERNET;TYPE=pref:ada@mail.example\r
CATEGORIES:friends,a\\,b\r
PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(500)}\r
REV:2024-05-06T07:08:09Z\r
END:VCARD\r
`;
const VCARD4 = `BEGIN:VCARD
VERSION:4.0
KIND:individual
FN;PREF=2:Wrong Name
FN;PREF=1:Bo Sample
N:Sample;Bo;;;
SOCIALPROFILE;SERVICE-TYPE=XING:https://www.xing.com/profile/Bo_Sample
ADR;LABEL="Great
 er Paris";CC=FR:;;;Paris;;;France
EXPERTISE;LEVEL=expert:Rust
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:org
FN:Acme
END:VCARD
`;

it('reads vCards of all three versions', async () => {
  const parsed = await text(`${VCARD21}\n${VCARD3}${VCARD4}`, {}, 'book.txt');
  expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
  expect(parsed.files).toMatchObject([{ format: 'vcard', persons: 3, ignored: 1 }]);
  expect(parsed.persons).toMatchObject([
    {
      profile: {
        name: { full: 'Dr. Jörg Müller', given: 'Jörg', family: 'Müller' },
        positions: [{ title: 'Head of Data', company: 'Acme GmbH' }],
        location: { city: 'Berlin', country: 'DE' },
      },
      emails: ['joerg@mail.example'],
      own: { note: 'one\ntwo' },
    },
    {
      profile: {
        key: { site: 'linkedin', id: 'ada-example' },
        positions: [{ title: 'Chief Technology Officer', company: 'Beta, Inc.' }],
        links: ['https://beta.example'],
      },
      own: { tags: ['friends', 'a,b'] },
      asOf: '2024-05-06T07:08:09.000Z',
    },
    {
      keys: ['xing:bo_sample'],
      profile: {
        name: { full: 'Bo Sample' },
        skills: ['Rust'],
        location: { text: 'Paris, France', city: 'Paris', country: 'FR' },
      },
    },
  ]);
});

it('goes on after a card that breaks off, and says which', async () => {
  const parsed = await text(`BEGIN:VCARD\nVERSION:3.0\nFN:Cut Off\n${VCARD3}BEGIN:VCARD\nFN:Last`);
  expect(names(parsed)).toEqual(['Ada Example']);
  expect(parsed.rowErrors.map(({ row, kind, value }) => [row, kind, value])).toEqual([
    [1, 'notReadable', 'Cut Off'],
    [3, 'notReadable', 'Last'],
  ]);
});

it('never joins two persons by the page of their employer', async () => {
  const card = (name: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nURL:https://www.acme.example\nEND:VCARD\n`;
  const parsed = await text(card('Ada Example') + card('Bo Sample'));
  expect(new Set(parsed.persons.flatMap(({ keys }) => keys)).size).toBe(2);
  expect(parsed.persons[0]?.profile.links).toEqual(['https://www.acme.example']);
});

const GOOGLE_NEW =
  'First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Address 1 - City,Address 1 - Country,Website 1 - Value\nAda,,Example,,Acme,CTO,,"met\nin Rome",* myContacts ::: Team,* Work,ada@mail.example ::: a2@mail.example,a3@mail.example,Wien,AT,https://www.linkedin.com/in/ada\n,,,,Acme,,,,* myContacts,,,,,,\n';
const GOOGLE_OLD =
  'Name,Given Name,Additional Name,Family Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\nAda Example,Ada,,Example,,* myContacts ::: Team,* Work,ada@mail.example,,Acme,CTO\n';
const OUTLOOK_DE =
  '"Anrede";"Vorname";"Nachname";"Firma";"Position";"E-Mail-Adresse";"Notizen";"Kategorien"\r\n"Frau";"Zoë";"Müller";"Söhne & Co";"Geschäftsführerin";"zoe@mail.example";"";"Team;Rom"\r\n';
const OUTLOOK_EN =
  'First Name,Middle Name,Last Name,Company,Job Title,E-mail Address,Web Page,Notes\nZoë,,Müller,Söhne & Co,Geschäftsführerin,zoe@mail.example,,\n';

function windows1252(content: string): Uint8Array {
  return Uint8Array.from(content, (char) => char.charCodeAt(0));
}

function utf16(content: string): Uint8Array {
  const units = Uint16Array.from(`\uFEFF${content}`, (char) => char.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

it.each<[string, string | Uint8Array, string, object]>([
  [
    'Google, new',
    GOOGLE_NEW,
    'googleCsv',
    {
      emails: ['ada@mail.example', 'a2@mail.example', 'a3@mail.example'],
      own: { note: 'met\nin Rome', tags: ['Team'] },
      keys: ['linkedin:ada'],
      profile: { positions: [{ title: 'CTO', company: 'Acme' }], location: { city: 'Wien', country: 'AT' } },
    },
  ],
  [
    'Google, old',
    GOOGLE_OLD,
    'googleCsv',
    { emails: ['ada@mail.example'], own: { tags: ['Team'] }, profile: { name: { full: 'Ada Example' } } },
  ],
  [
    'Outlook, German, Windows-1252',
    windows1252(OUTLOOK_DE),
    'outlookCsv',
    {
      emails: ['zoe@mail.example'],
      own: { tags: ['Team', 'Rom'] },
      profile: {
        name: { given: 'Zoë', family: 'Müller' },
        positions: [{ title: 'Geschäftsführerin', company: 'Söhne & Co' }],
      },
    },
  ],
  [
    'Outlook, English, UTF-16',
    utf16(OUTLOOK_EN),
    'outlookCsv',
    { profile: { name: { given: 'Zoë', family: 'Müller' } } },
  ],
])('reads %s', async (_, content, format, person) => {
  const parsed = await text(content);
  expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
  expect(parsed.files).toMatchObject([{ format, persons: 1 }]);
  expect(parsed.persons[0]).toMatchObject(person);
});

it('asks for the columns of a table that nobody knows, and reads it with them', async () => {
  const content =
    'Kontakt;Arbeitgeber;Rolle;Kontakt seit;Web\nAda Example;Acme;CTO;01.02.2020;javascript:alert(1)\n;Acme;CTO;;\n';
  const asked = await text(content);
  expect(asked.persons).toEqual([]);
  expect(asked.mappings).toEqual([
    {
      file: 'file.csv',
      header: ['Kontakt', 'Arbeitgeber', 'Rolle', 'Kontakt seit', 'Web'],
      sample: [
        ['Ada Example', 'Acme', 'CTO', '01.02.2020', 'javascript:alert(1)'],
        ['', 'Acme', 'CTO', '', ''],
      ],
      suggestion: { fullName: 0, company: 1, title: 2, connectedOn: 3 },
    },
  ]);
  const read = await text(content, {
    mappings: { 'file.csv': { fullName: 0, company: 1, title: 2, connectedOn: 3, url: 4 } },
  });
  expect(read.persons).toMatchObject([
    {
      profile: { name: { full: 'Ada Example' }, positions: [{ title: 'CTO', company: 'Acme' }] },
      tie: { connectedOn: '2020-02-01' },
    },
  ]);
  expect(read.persons[0]?.profile.url).toMatch(/^https:\/\/local\.invalid\//);
});

it("reads a JSON Resume as a person, and the user's own into the own profile", async () => {
  const resume = JSON.stringify({
    basics: {
      name: 'Mia Muster',
      label: 'Data lead',
      email: 'mia@mail.example',
      location: { city: 'Berlin', countryCode: 'DE' },
      profiles: [{ network: 'LinkedIn', url: 'https://www.linkedin.com/in/mia' }],
    },
    work: [{ name: 'Acme', position: 'Lead', startDate: '2020-03-01', highlights: ['a', 3] }],
    education: [{ institution: 'TU', studyType: 'MSc', area: 'CS', endDate: '2013' }],
    skills: [{ name: 'Data', keywords: ['SQL'] }],
    languages: [{ language: 'German', fluency: 'Native' }],
    __proto__: { polluted: true },
  });
  const person = await text(resume, {}, 'resume.json');
  expect(person.persons).toMatchObject([
    {
      keys: ['linkedin:mia'],
      profile: {
        headline: 'Data lead',
        positions: [{ title: 'Lead', company: 'Acme', start: '2020-03', end: null, description: 'a' }],
        education: [{ school: 'TU', degree: 'MSc', field: 'CS', end: '2013' }],
        skills: ['Data', 'SQL'],
      },
    },
  ]);
  const own = await text(resume, { meName: 'Muster, Mia' }, 'resume.json');
  expect(own.persons).toEqual([]);
  expect(own.me).toMatchObject({ name: 'Mia Muster', skills: ['Data', 'SQL'] });
});

it.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string, object]>([
  ['an empty file', () => '', 'empty', {}],
  ['white space', () => ' \n \n', 'empty', {}],
  [
    'a picture named .csv',
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    'binary',
    {},
  ],
  ['an unclosed quote', () => `${CONNECTIONS}Eve,"Open,https://x\nmore\n`, 'unclosedQuote', { row: 9 }],
  ['a text of no kind', () => 'Dear Mia,\nhow are you?\n', 'unknownHeader', {}],
  ['a table without names', () => '1,2,3\n4,5,6\n', 'unknownHeader', { header: '1, 2, 3' }],
  ['broken JSON', () => '{"format":"weitblick",', 'damagedJson', {}],
  ['JSON of another kind', () => '{"a":1}', 'unknownFormat', {}],
  [
    'a backup of tomorrow',
    () => '{"format":"weitblick","version":99}',
    'newerVersion',
    { version: 99, known: 1 },
  ],
  [
    'a damaged backup',
    () =>
      '{"format":"weitblick","version":1,"exportedAt":"2026-01-01T00:00:00Z","me":null,"goals":[],"contacts":[{"id":7}],"ties":[],"settings":{}}',
    'damagedBackup',
    { place: 'contacts.0.id' },
  ],
  [
    'a zip that breaks off',
    async () => (await zipOf({ 'Connections.csv': CONNECTIONS.repeat(50) })).slice(0, 300),
    'truncatedZip',
    {},
  ],
  ['a zip of pictures', () => zipOf({ 'a.jpg': 'x' }), 'nothingInZip', {}],
  [
    'a zip that unpacks to too much',
    () => zipOf({ 'Connections.csv': `${CONNECTIONS}${'a'.repeat(10_000_000)}` }),
    'zipBomb',
    {},
  ],
  [
    'a damaged zip',
    async () => {
      const bytes = await zipOf({ 'Connections.csv': CONNECTIONS });
      bytes.set([0, 0, 0, 0, 0], 60);
      return bytes;
    },
    'damagedZip',
    {},
  ],
])('refuses %s with a reason of its own, and keeps nothing of it', async (_, input, kind, values) => {
  const parsed = await text(await input());
  expect(parsed.fileErrors.map((error) => error.kind)).toEqual([kind]);
  expect(parsed.fileErrors[0]?.values).toMatchObject(values);
  expect([parsed.persons, parsed.backups, parsed.mappings]).toEqual([[], [], []]);
});

it('refuses more rows than any honest file has, without reading them all', async () => {
  const row = 'A,B,,X,Y,\n';
  const limit = 1_000;
  const of = (count: number, onProgress?: ParseOptions['onProgress']) =>
    text(`First Name,Last Name,Email Address,Company,Position,Connected On\n${row.repeat(count)}`, {
      rows: limit,
      ...(onProgress !== undefined && { onProgress }),
    });
  const seen: number[] = [];
  const parsed = await of(40 * limit, (progress) => seen.push(progress.row));
  expect(parsed.fileErrors).toMatchObject([{ kind: 'tooManyRows', values: { count: limit } }]);
  expect(parsed.persons).toEqual([]);
  expect(Math.max(...seen)).toBeLessThanOrEqual(limit);
  const most = await of(limit - 10);
  expect([most.fileErrors, most.persons.length]).toEqual([[], limit - 10]);
  expect(IMPORT_LIMITS.rows).toBe(250_000);
});

it('names the row and the reason of what it leaves out', async () => {
  const parsed = await text(
    `${CONNECTIONS.trimEnd()}\n,,https://www.linkedin.com/in/x,,Acme,CTO,01 Jan 2020\nEve,Bad,https://evil.example/x,,A,B,01 Jan 2020\nEve,Date,,,A,B,someday\nEve,Comma,,,Acme, Inc.,CTO,01 Jan 2020\nFirst Name,Last Name,Email Address,Company,Position,Connected On\nNew,Columns,new@mail.example,Acme,CTO,01 Jan 2020\n`,
  );
  expect(parsed.rowErrors.map(({ row, kind }) => [row, kind])).toEqual([
    [9, 'noName'],
    [10, 'badUrl'],
    [11, 'badDate'],
    [12, 'tooManyCells'],
    [13, 'repeatedHeader'],
  ]);
  // After the second header its own columns count.
  expect(parsed.persons.at(-1)).toMatchObject({
    emails: ['new@mail.example'],
    profile: { name: { full: 'New Columns' } },
  });
});

it('tells its progress, and stops when told to', async () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => `P${i},Q,,X,Y,\n`).join('');
  const content = `First Name,Last Name,Email Address,Company,Position,Connected On\n${rows}`;
  const seen: number[] = [];
  await text(content, { onProgress: ({ row }) => seen.push(row) });
  expect(seen).toEqual([0, 500, 1000, 1500, 2000]);
  const stop = new AbortController();
  const reading = text(content, { signal: stop.signal, onProgress: ({ row }) => row > 900 && stop.abort() });
  await expect(reading).rejects.toThrow(/abort/i);
});

it('reads several files at once and names the one that fails', async () => {
  const parsed = await parseFiles([file('a.csv', CONNECTIONS), file('b.csv', ''), file('c.vcf', VCARD3)]);
  expect(parsed.fileErrors.map(({ file: name, kind }) => [name, kind])).toEqual([['b.csv', 'empty']]);
  expect(parsed.files.map(({ format }) => format)).toEqual(['linkedinConnections', 'vcard']);
});

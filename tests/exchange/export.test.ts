import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf/node';
import graphml from 'graphology-graphml/node';
import JSZip from 'jszip';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { catalogueOf } from '../../src/cli/sentences.ts';
import { type Contact, LAYERS, SENIORITIES, type Tie } from '../../src/core/model/index.ts';
import { functionName, industryName } from '../../src/core/taxonomy/index.ts';
import { neutralise, restore } from '../../src/exchange/cells.ts';
import { CSV_COLUMNS } from '../../src/exchange/csvColumns.ts';
import { cellIn, headingIn } from '../../src/exchange/csvGerman.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportFile,
  exportFileName,
  type REDACTIONS,
  writeReport,
} from '../../src/exchange/export/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { makeGoal } from '../make.ts';
import { backupOf, bytesOf, file, someone, textOf } from './people.ts';

const HOSTILE = '<img src=x onerror="alert(1)"> & \u0001 ]]> \'"';

const ada: Contact = {
  ...someone('Ada Example', {
    id: 'ada',
    positions: [
      { title: 'CTO', company: 'Acme GmbH', start: '2020-03', end: null },
      { title: 'Dev', company: 'Beta', start: '2012', end: '2020' },
    ],
    education: [{ school: 'TU Berlin' }],
    skills: ['SQL'],
    location: { text: 'Berlin, Germany', city: 'Berlin', country: 'DE' },
    headline: 'Builds things',
  }),
  emails: ['ada@mail.example'],
  own: {
    note: 'Private: likes chess',
    tags: ['key account', '2024'],
    log: [{ day: '2026-01-02', text: 'Called' }],
    nextStep: { text: 'Ask for intro', due: '2026-02-03' },
    looksFor: 'Seeks a co-founder',
    offer: 'My lawyer',
    edits: {},
  },
};
const bo = someone('Bo Sample', { id: 'bo', positions: [{ company: 'ACME', end: null }], headline: HOSTILE });
const eve = someone(HOSTILE, { id: 'eve', positions: [{ title: HOSTILE, company: HOSTILE, end: null }] });
const ties: Tie[] = [
  { from: 'me', to: 'ada', kind: 'knows', strength: 'strong', connectedOn: '2020-01-01' },
  { from: 'ada', to: 'bo', kind: 'introduced' },
  { from: 'me', to: 'gone', kind: 'knows' },
];
const source = backupOf({ contacts: [ada, bo, eve], ties });

const parsers = {
  gexf: (xml: string) => gexf.parse(MultiGraph, xml, { allowUndeclaredAttributes: false }),
  graphml: (xml: string) => graphml.parse(MultiGraph, xml),
};

it.each(['gexf', 'graphml'] as const)(
  'writes %s that another reader reads as the same graph',
  async (format) => {
    const xml = await textOf(exportFile(format, source));
    const graph = parsers[format](xml);
    const kinds = graph.mapNodes((_, { kind }) => kind).sort();
    expect(kinds).toEqual([
      'me',
      'organisation',
      'organisation',
      'organisation',
      'person',
      'person',
      'person',
    ]);
    expect(graph.getNodeAttributes('ada')).toMatchObject({
      label: 'Ada Example',
      title: 'CTO',
      company: 'Acme GmbH',
      country: 'DE',
    });
    expect(graph.getNodeAttribute('eve', 'label')).toBe(HOSTILE.replace('\u0001', ''));
    const edges = graph.mapEdges((_, { kind, weight }, from, to) => [kind, from, to, Number(weight ?? 1)]);
    expect(edges).toEqual(
      expect.arrayContaining([
        ['knows', 'me', 'ada', 3],
        ['introduced', 'ada', 'bo', 1],
        ['worksAt', 'ada', 'organisation 1', 1],
        ['workedAt', 'ada', 'organisation 2', 1],
        ['worksAt', 'bo', 'organisation 1', 1],
      ]),
    );
    expect(edges).toHaveLength(6);
    // One kind of edge, or networkx refuses the file; the direction of an introduction is an attribute.
    expect([graph.directedSize, graph.undirectedSize]).toEqual([0, 6]);
    expect(xml).not.toMatch(/<edge [^>]*(?:directed="true"|type="directed")/);
    expect(graph.mapEdges((_, { introducer }) => introducer).filter(Boolean)).toEqual(['ada']);
  },
);

it.each(['gexf', 'graphml'] as const)(
  'writes into %s who says that two know each other, and how sure that is',
  async (format) => {
    const on = '2026-11-03';
    const page = {
      relation: 'commonContact',
      site: 'xing',
      url: 'https://www.xing.com/profile/Bo',
      on,
    } as const;
    const known: Tie = {
      from: 'ada',
      to: 'bo',
      kind: 'knows',
      sources: [
        { ...page, matchedBy: 'address' },
        { ...page, relation: 'follows', matchedBy: 'name' },
      ],
    };
    const written = (redaction: 'full' | 'pseudonymised') =>
      textOf(exportFile(format, { ...source, ties: [...ties, known] }, { redaction }));
    const graph = parsers[format](await written('full'));
    const among = graph.filterEdges(
      (_, { kind }, from, to) => kind === 'knows' && from === 'ada' && to === 'bo',
    );
    expect(among.map((edge) => graph.getEdgeAttributes(edge))).toMatchObject([
      { relation: 'commonContact, follows', certainty: '0.85' },
    ]);
    expect([graph.directedSize, graph.undirectedSize]).toEqual([0, 7]);
    expect(await written('pseudonymised')).not.toContain('commonContact');
  },
);

it('writes GEXF in the version that networkx has long read', async () => {
  const xml = await textOf(exportFile('gexf', source));
  expect(xml).toContain('<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">');
});

it('says of the own node what the user does', async () => {
  const positions = [{ title: 'Beraterin', company: 'Elbe', end: null }];
  const me = { name: 'Mia', isco4: '2421', positions, education: [], skills: [], languages: [] };
  const graph = parsers.gexf(await textOf(exportFile('gexf', { ...source, me })));
  expect(graph.getNodeAttributes('me')).toMatchObject({
    label: 'Mia',
    title: 'Beraterin',
    company: 'Elbe',
    isco: '2421',
  });
  const hidden = await textOf(exportFile('gexf', { ...source, me }, { redaction: 'pseudonymised' }));
  expect(hidden).not.toContain('Beraterin');
});

it('writes into CSV what was computed, and never reads it again as a correction', async () => {
  const codesOf = ({ id }: Contact) =>
    id === 'ada'
      ? {
          isco4: '2512',
          nace2: '65',
          seniority: 'executive' as const,
          layer: 'strategic' as const,
          fits: [72.4, null],
        }
      : {};
  const goals = ['Leiterin werden', 'Ins Ausland'].map((title) => makeGoal({}, { title }));
  const text = await textOf(exportFile('csv', { ...source, goals }, { codesOf, language: 'de' }));
  const [first, second] = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), {
    header: true,
  }).data;
  expect(first).toMatchObject({
    'Funktion (ISCO-08)': '',
    'Funktion (berechnet)': functionName('2512', 'de'),
    'Funktionscode (berechnet, ISCO-08)': '2512',
    'Branche (berechnet)': industryName('65', 'de'),
    'Branchencode (berechnet, NACE)': '65',
    'Stufe (berechnet)': 'Geschäftsleitung',
    'Kreis (berechnet)': 'strategisch',
    'Passung zu Zielen (berechnet)': 'Leiterin werden: 72; Ins Ausland: nicht genug bekannt',
  });
  expect(second).toMatchObject({ 'Funktion (berechnet)': '', 'Kreis (berechnet)': '' });
  const { persons } = await parseFiles([file('own.csv', text)]);
  expect(persons[0]?.own).toMatchObject({ note: 'Private: likes chess' });
  for (const field of ['isco4', 'nace2', 'seniority', 'layer'])
    expect(persons[0]?.own).not.toHaveProperty(field);
  const hidden = await textOf(exportFile('csv', source, { codesOf, redaction: 'pseudonymised' }));
  expect(hidden).toContain('Person 1');
});

it('has a German heading for every column, none of them twice, and the words of the screens', () => {
  const german = CSV_COLUMNS.map(({ header }) => headingIn(header, 'de'));
  expect(new Set(german).size).toBe(german.length);
  const same = CSV_COLUMNS.map(({ header }) => header).filter((header) => headingIn(header, 'de') === header);
  expect(same).toEqual(['Name', 'Region']);
  const said = (key: string) => catalogueOf('de')[key]?.message;
  for (const level of SENIORITIES) expect(cellIn('Seniority', level, 'de')).toBe(said(`seniority_${level}`));
  for (const layer of LAYERS) expect(cellIn('Layer', layer, 'de')).toBe(said(`layer_${layer}`));
  for (const strength of ['weak', 'moderate', 'strong'])
    expect(cellIn('Tie strength', strength, 'de')).toBe(said(`tie_${strength}`));
  for (const label of ['dayToDay', 'personal'])
    expect(cellIn('Tie label', label, 'de')).toBe(said(`tie_${label}`));
});

it('writes JSON-LD with every person and whom the user knows', async () => {
  const { '@graph': graph } = JSON.parse(await textOf(exportFile('jsonld', source)));
  expect(graph[0]).toMatchObject({
    '@type': 'Person',
    '@id': 'https://www.linkedin.com/in/ada/',
    jobTitle: 'CTO',
    worksFor: { name: 'Acme GmbH' },
    address: { addressCountry: 'DE' },
  });
  expect(graph.at(-1).knows).toHaveLength(3);
});

it('writes notes for Obsidian: valid front matter, safe names, no markup out of pages', async () => {
  const twins = [
    ada,
    { ...someone('ada example', { id: 'twin' }) },
    someone('CON', { id: 'con' }),
    someone('../../etc/passwd', { id: 'up' }),
    eve,
  ];
  const zip = await JSZip.loadAsync(
    await bytesOf(exportFile('markdown', backupOf({ contacts: twins, ties }))),
  );
  expect(Object.keys(zip.files)).toEqual([
    'Ada Example.md',
    'ada example (2).md',
    'CON_.md',
    'etc passwd.md',
    expect.stringMatching(/^img src=x onerror= alert\(1\).*\.md$/),
  ]);
  const note = (await zip.file('Ada Example.md')?.async('string')) ?? '';
  const [, front = ''] = note.split('---\n');
  expect(parseYaml(front)).toMatchObject({
    aliases: ['Ada Example'],
    tags: ['key-account', '_2024'],
    company: '[[Acme GmbH]]',
    connected_on: '2020-01-01',
  });
  expect(note).toContain('- 2020-03 –: CTO, [[Acme GmbH]]\n- 2012 – 2020: Dev, [[Beta]]');
  expect(note).toContain('## Note\n\nPrivate: likes chess');
  const hostile = await Promise.all(Object.values(zip.files).map((entry) => entry.async('string')));
  for (const text of hostile) {
    const [, matter = '', body = ''] = text.split('---\n');
    expect(() => parseYaml(matter)).not.toThrow();
    expect(body).not.toMatch(/(?<!\\)<img/);
  }
});

it('writes a report that holds every word as text and loads nothing', async () => {
  const html = await textOf(
    writeReport({
      language: 'de',
      title: HOSTILE,
      subtitle: 'Stand: heute',
      sections: [
        {
          heading: HOSTILE,
          paragraphs: [HOSTILE],
          list: [HOSTILE],
          table: { columns: [HOSTILE], rows: [[HOSTILE]] },
          bars: [
            { label: HOSTILE, share: 0.333, text: HOSTILE },
            { label: 'x', share: Number.NaN, text: 'y' },
          ],
        },
      ],
      footer: HOSTILE,
    }),
  );
  const page = new DOMParser().parseFromString(html, 'text/html');
  expect(page.querySelectorAll('img, script, link, a, iframe')).toHaveLength(0);
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'/);
  expect(page.querySelectorAll('h1, h2, p, li, th, td, dt, footer').length).toBeGreaterThan(8);
  expect(page.querySelector('td')?.textContent).toBe(HOSTILE.replace('\u0001', ''));
  expect(html).not.toMatch(/https?:|url\(/);
  expect(html).toContain('width:33.3%');
  expect(html).toContain('width:0%');
});

const PRIVATE = ['Private: likes chess', 'Called', 'Ask for intro', 'Seeks a co-founder', 'My lawyer'];
const PERSONAL = [
  ...PRIVATE,
  'Ada',
  'Example',
  'ada',
  'Acme',
  'CTO',
  'Berlin',
  'Builds',
  'mail.example',
  'linkedin',
  'SQL',
  'key account',
  'Mia',
  '2020-03',
];

it.each([
  ['![x](https://far.example/a.png)', '!\\[x](https://far.example/a.png)'],
  ['\\![x](https://far.example/a.png)', '\\!\\[x](https://far.example/a.png)'],
  ['![[Other note]]', '!\\[[Other note]]'],
  ['<img src=https://far.example/a.png>', '&lt;img src=https://far.example/a.png>'],
  ['\\\\<IFRAME></IFRAME>', '\\\\&lt;IFRAME>&lt;/IFRAME>'],
  ['**Met!** [site](https://a.example), 1 < 2 <3', '**Met!** [site](https://a.example), 1 < 2 <3'],
])('embeds nothing into Markdown that a note of somebody else names: %s', async (note, written) => {
  const contact = { ...ada, own: { ...ada.own, note } };
  const zip = await JSZip.loadAsync(
    await bytesOf(exportFile('markdown', backupOf({ contacts: [contact], ties }))),
  );
  const text = (await zip.file('Ada Example.md')?.async('string')) ?? '';
  expect(text).toContain(`## Note\n\n${written}\n`);
});

// What is due has a test of its own: of somebody of whom nothing is due a calendar says nothing.
it.each(EXPORT_FORMATS.filter((format) => !['encryptedBackup', 'markdown', 'ics'].includes(format)))(
  'keeps back what the mode keeps back: %s',
  async (format) => {
    const only = backupOf({ contacts: [ada], ties: ties.slice(0, 1) });
    const out = (redaction: (typeof REDACTIONS)[number]) => textOf(exportFile(format, only, { redaction }));
    expect(await out('full')).toContain('Ada Example');
    const bare = await out('withoutNotes');
    expect(bare).toContain('Ada Example');
    for (const word of PRIVATE) expect(bare).not.toContain(word);
    const hidden = await out('pseudonymised');
    expect(hidden).toContain('Person 1');
    for (const word of PERSONAL) expect(hidden).not.toContain(word);
  },
);

it('exports a selection with the ties among it, and refuses an empty one', async () => {
  const { contacts, ties: kept } = JSON.parse(
    await textOf(exportFile('backup', source, { ids: new Set(['ada']) })),
  );
  expect(contacts.map(({ id }: Contact) => id)).toEqual(['ada']);
  expect(kept).toEqual([ties[0]]);
  await expect(textOf(exportFile('csv', source, { ids: new Set() }))).rejects.toMatchObject({
    kind: 'nothingSelected',
  });
});

it('takes contacts one by one, and never more than it has written', async () => {
  let asked = 0;
  async function* endless() {
    for (;;) {
      asked += 1;
      yield { ...ada, id: `c${asked}` };
    }
  }
  for (const format of EXPORT_FORMATS.filter(
    (f) => f !== 'encryptedBackup' && f !== 'ics',
  ) satisfies ExportFormat[]) {
    asked = 0;
    const pieces = exportFile(format, { ...source, contacts: endless() });
    let size = 0;
    for await (const piece of pieces) {
      size += piece.length;
      if (size > 200_000) break;
    }
    expect([format, asked < 3_000]).toEqual([format, true]);
  }
});

it('names files without a word of a page', () => {
  for (const format of EXPORT_FORMATS)
    expect(exportFileName(format, '2026-11-24')).toMatch(
      /^weitblick-(contacts|calendar|backup)-2026-11-24\.[a-z.]+$/,
    );
});

it.each(['=1+1', '+49 30', '-2', '@x', '\t=1', '\r1', ' =1', '＝1', "'=1", "''@", '\u0000=1'])(
  'marks %j, and takes the mark back',
  (cell) => {
    expect(neutralise(cell)).toBe(`'${cell}`);
    expect(restore(neutralise(cell))).toBe(cell);
  },
);

it.each(["O'Neil", "'quoted'", 'a=b', '1-2', '', "'"])('leaves %j as it is, both ways', (cell) => {
  expect(neutralise(cell)).toBe(cell);
  expect(restore(cell)).toBe(cell);
});

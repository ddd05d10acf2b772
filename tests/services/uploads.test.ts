import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { createClassifier } from '../../src/core/classify/index.ts';
import type { Contact, OwnWords } from '../../src/core/model/index.ts';
import { createAgeSeal, sealAge } from '../../src/exchange/age.ts';
import { toBase64 } from '../../src/exchange/bytes.ts';
import { BACKUP_LIMITS, IMPORT_LIMITS } from '../../src/exchange/limits.ts';
import type { Input } from '../../src/messaging/protocol.ts';
import type { Environment } from '../../src/services/environment.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { stripped } from '../../src/services/importFiles.ts';
import { changeSettings } from '../../src/storage/me.ts';
import { backupOf, bytesOf, someone } from '../exchange/people.ts';
import { makeCapture, makeContact, makeEnvironment, makeMe, NOW } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: 1 } as const;
const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const connections = (...rows: string[]) => [HEADER, ...rows].join('\n');
const TOM = 'Tom,Example,https://www.linkedin.com/in/tom-example,,Acme,Buyer,13 Mar 2024';
const LEYLA = 'Leyla,Brandt,https://www.linkedin.com/in/leyla-brandt,,Charité,Chief Data Officer,12 Mar 2024';

type Files = Record<string, string | Uint8Array>;

function open(more: Partial<Environment> = {}) {
  const { environment, events } = makeEnvironment();
  let now = NOW;
  environment.world.now = () => new Date(now);
  const handlers = createHandlers({ ...environment, identify: personOf, ...more });
  const begin = (...sizes: number[]) =>
    handlers['import.begin']({ files: sizes.map((size, i) => ({ name: `f${i}`, size })) }, PAGE);
  async function upload(files: Files) {
    const all = Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    }));
    const { id } = await handlers['import.begin'](
      { files: all.map(({ name, bytes }) => ({ name, size: bytes.length })) },
      PAGE,
    );
    for (const [file, { bytes }] of all.entries())
      await handlers['import.part']({ id, file, data: toBase64(bytes) }, PAGE);
    return id;
  }
  const read = async (files: Files, how: Omit<Input<'import.read'>, 'id'> = {}) => {
    const id = await upload(files);
    return { id, preview: await handlers['import.read']({ id, ...how }, PAGE) };
  };
  const jobs = () => events.flatMap((event) => (event.kind === 'job' ? [event.job] : []));
  const at = (instant: string) => {
    now = instant;
  };
  return { environment, handlers, events, begin, upload, read, jobs, at, db: () => environment.database };
}

const refuses = (work: Promise<unknown>, kind: string, detail?: string) =>
  expect(work).rejects.toMatchObject({
    kind,
    ...(detail !== undefined && { message: `${kind}: ${detail}` }),
  });

describe('files that are handed over', () => {
  it.each<[what: string, sizes: number[], limit: number | undefined, refused: string | null]>([
    ['as large as a backup may be', [BACKUP_LIMITS.fileBytes], undefined, null],
    ['larger than a table, which a backup may be', [IMPORT_LIMITS.fileBytes + 1], undefined, null],
    [
      'together as large as may be',
      [IMPORT_LIMITS.unpackedBytes / 2, IMPORT_LIMITS.unpackedBytes / 2],
      undefined,
      null,
    ],
    [
      'together larger',
      [IMPORT_LIMITS.unpackedBytes / 2, IMPORT_LIMITS.unpackedBytes / 2 + 1],
      undefined,
      'tooLarge',
    ],
    ['as large as here is allowed', [50, 50], 50, null],
    ['one of them larger than here is allowed', [1, 51], 50, 'fileTooLarge'],
    ['of nothing', [0], undefined, null],
  ])(
    'are taken or refused by their size before anything of them comes: %s',
    async (_, sizes, fileBytes, refused) => {
      const { begin } = open(fileBytes === undefined ? {} : { fileBytes });
      if (refused === null) expect(await begin(...sizes)).toEqual({ id: expect.stringMatching(/^id-/) });
      else await refuses(begin(...sizes), refused);
    },
  );

  it('come in parts, up to what was announced, and are read when they are whole', async () => {
    const { handlers, begin } = open();
    const bytes = strToU8(connections(TOM));
    const { id } = await begin(bytes.length, 0);
    const part = (file: number, data: string, of = id) =>
      handlers['import.part']({ id: of, file, data }, PAGE);
    await refuses(part(0, toBase64(bytes), 'another'), 'taskGone');
    await refuses(part(2, toBase64(bytes)), 'badMessage', 'part');
    await refuses(part(0, 'no base 64!'), 'badMessage', 'part');
    await refuses(part(1, toBase64(bytes)), 'badMessage', 'part');
    await refuses(handlers['import.read']({ id }, PAGE), 'badMessage', 'incomplete');
    expect(await part(0, toBase64(bytes.subarray(0, 20)))).toBeNull();
    await refuses(handlers['import.read']({ id }, PAGE), 'badMessage', 'incomplete');
    await refuses(part(0, toBase64(bytes)), 'badMessage', 'part');
    await part(0, toBase64(bytes.subarray(20)));
    await refuses(part(0, toBase64(bytes.subarray(0, 1))), 'badMessage', 'part');
    expect((await handlers['import.read']({ id }, PAGE)).counts.new).toBe(1);
  });

  it('are forgotten when they are cancelled or others come, and when all is written', async () => {
    const { handlers, upload, read, jobs } = open();
    const first = await upload({ 'a.csv': connections(TOM) });
    await refuses(handlers['import.confirm']({ id: first }, PAGE), 'taskGone');
    // Another's cancelling is not theirs.
    expect(await handlers['import.cancel']({ id: 'another' }, PAGE)).toBeNull();
    const reading = handlers['import.read']({ id: first }, PAGE);
    const second = await upload({ 'b.csv': connections(TOM) });
    await refuses(reading, 'cancelled');
    await refuses(handlers['import.read']({ id: first }, PAGE), 'taskGone');
    await handlers['import.cancel']({ id: second }, PAGE);
    await refuses(handlers['import.read']({ id: second }, PAGE), 'taskGone');
    const third = await read({ 'c.csv': connections(TOM) });
    await handlers['import.confirm']({ id: third.id }, PAGE);
    for (const message of ['import.confirm', 'import.read', 'restore.confirm', 'restore.join'] as const)
      await refuses(handlers[message]({ id: third.id }, PAGE), 'taskGone');
    const ended = jobs().filter(({ state }) => state !== 'running');
    expect(ended.map(({ id, kind, state }) => [id, kind, state])).toEqual([
      [first, 'import', 'cancelled'],
      [third.id, 'import', 'done'],
      [third.id, 'import', 'done'],
    ]);
  });

  it('are not shown any more when they are cancelled while the last of them is read', async () => {
    let cancel: (() => unknown) | null = null;
    const events: unknown[] = [];
    const { handlers, upload } = open({
      announce: (event) => {
        events.push(event);
        if (event.kind === 'job' && events.length === 2) cancel?.();
      },
    });
    const id = await upload({ 'a.csv': connections(TOM) });
    cancel = () => handlers['import.cancel']({ id }, PAGE);
    await refuses(handlers['import.read']({ id }, PAGE), 'cancelled');
    expect(events.at(-1)).toEqual({ kind: 'job', job: expect.objectContaining({ id, state: 'cancelled' }) });
  });

  it('are known by their names, as far as a step shows them', async () => {
    const { handlers, read } = open();
    const long = `${'x'.repeat(150)}.csv`;
    const { id } = await read({ 'a.csv': connections(TOM), [long]: connections(LEYLA) });
    await handlers['import.confirm']({ id }, PAGE);
    const [step] = (await handlers['undo.list']({}, PAGE)).steps;
    expect(step?.label).toBe(`a.csv, ${long}`);
    const more = await read({ [long]: connections(TOM), [`y${long}`]: connections(LEYLA) });
    await handlers['import.confirm']({ id: more.id }, PAGE);
    const labels = (await handlers['undo.list']({}, PAGE)).steps.map(({ label }) => label);
    // Of one moment in the order of their names.
    const ids = (await handlers['undo.list']({}, PAGE)).steps.map((one) => one.id);
    expect([ids.length, ids]).toEqual([2, ids.toSorted()]);
    expect(labels).toContain(`${long}, y${long}`.slice(0, 200));
  });
});

describe('what the user says of files before they are read', () => {
  const LATIN = Uint8Array.from(
    [...'who;where,when\nJ\u00f6 Ex;K\u00f6ln'].map((letter) => letter.charCodeAt(0)),
  );
  const columns = { fullName: 0, company: 1 };
  it.each<[what: string, how: Omit<Input<'import.read'>, 'id'>, file: object, name: string | undefined]>([
    [
      'nothing: letters and columns show',
      { mappings: { 'a.csv': columns } },
      { encodingBy: 'guessed', separator: ';', separatorBy: 'guessed' },
      'Jö Ex',
    ],
    [
      'as it is',
      { mappings: { 'a.csv': columns }, encodings: { 'a.csv': 'auto' }, separators: { 'a.csv': 'auto' } },
      { encodingBy: 'guessed', separator: ';', separatorBy: 'guessed' },
      'Jö Ex',
    ],
    [
      'other letters',
      { mappings: { 'a.csv': columns }, encodings: { 'a.csv': 'macintosh' } },
      { encodingBy: 'chosen', separatorBy: 'guessed' },
      'Jˆ Ex',
    ],
    [
      'another separator',
      { mappings: { 'a.csv': { fullName: 0 } }, separators: { 'a.csv': ',' } },
      { encodingBy: 'guessed', separator: ',', separatorBy: 'chosen' },
      'Jö Ex;Köln',
    ],
    [
      'it of another file',
      { mappings: { 'b.csv': columns }, encodings: { 'b.csv': 'macintosh' } },
      { encodingBy: 'guessed' },
      undefined,
    ],
  ])('%s', async (_, how, file, name) => {
    const { preview } = await open().read({ 'a.csv': LATIN }, how);
    expect(preview.files).toMatchObject([{ file: 'a.csv', ...file }]);
    expect(preview.first[0]?.name).toBe(name);
  });

  it('which fields stand where counts for fields that there are, whatever their names', async () => {
    const { read } = open();
    const mapping = Object.fromEntries([
      ['fullName', 0],
      ['__proto__', 1],
      ['constructor', 1],
    ]);
    const { preview } = await read({ 'a.csv': 'who,where\nJo Ex,Acme' }, { mappings: { 'a.csv': mapping } });
    expect(preview.first).toMatchObject([{ name: 'Jo Ex', company: '' }]);
  });

  it.each<[preferFile: boolean | undefined, tags: string[]]>([
    [undefined, ['mine']],
    [false, ['mine']],
    [true, ['theirs']],
  ])('whether the file’s tags replace the saved ones: %s', async (preferFile, tags) => {
    const { handlers, read, db } = open();
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    await handlers['contact.tag']({ id, add: ['mine'] }, PAGE);
    const card = `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Leyla Brandt\r\nURL:${makeCapture().profile.url}\r\nCATEGORIES:theirs\r\nEND:VCARD\r\n`;
    const opened = await read({ 'a.vcf': card }, preferFile === undefined ? {} : { preferFile });
    await handlers['import.confirm']({ id: opened.id }, PAGE);
    expect((await (await db()).get('contacts', id))?.own.tags.toSorted()).toEqual(tags);
  });
});

it('an address that no browser takes for one is no reason to read nothing', async () => {
  const identify: Environment['identify'] = (url) => personOf(new URL(url).href);
  const { read } = open({ identify });
  const { preview } = await read({
    'a.csv': connections(TOM, 'Jo,Ex,http://[bad,,Acme,Buyer,13 Mar 2024', LEYLA),
  });
  expect([preview.counts.new, preview.rowErrorCount]).toEqual([2, 1]);
});

it.each([
  [undefined, 'Meeting'],
  [{ met: 'Treffen', wrote: 'E-Mail' }, 'Treffen'],
])('a meeting without a word of its own is told in the user’s: %o', async (logWords, text) => {
  const { handlers, read, db } = open();
  const { id: ada } = await handlers['contact.save'](
    { capture: makeCapture(), emails: ['leyla@example.org'] },
    PAGE,
  );
  const meeting =
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260305T100000Z\nATTENDEE:mailto:leyla@example.org\nEND:VEVENT\nEND:VCALENDAR\n';
  const { id } = await read({ 'a.ics': meeting }, logWords === undefined ? {} : { logWords });
  await handlers['import.confirm']({ id }, PAGE);
  expect((await (await db()).get('contacts', ada))?.own.log).toEqual([
    { day: '2026-03-05', text, kind: 'met' },
  ]);
});

describe('an import loses nothing of whom it changes', () => {
  const own: OwnWords = {
    tags: ['mine'],
    log: [{ day: '2026-01-01', text: 'Lunch' }],
    edits: {},
    note: 'mine',
    nextStep: { text: 'Call' },
  };
  const MET = { met: 'Met', wrote: 'Wrote' };
  const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n');
  const meeting = (name: string, email: string) =>
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260305T100000Z\nSUMMARY:Plan\nATTENDEE;CN=${name}:mailto:${email}\nEND:VEVENT\nEND:VCALENDAR\n`;

  it.each<[found: string, files: Files, more: Partial<Contact>, how: Omit<Input<'import.read'>, 'id'>]>([
    ['by the page', { 'a.csv': connections(LEYLA) }, {}, {}],
    [
      'by a further key',
      { 'a.csv': connections(LEYLA.replace('leyla-brandt', 'lb')) },
      { keys: ['linkedin:leyla-brandt', 'linkedin:lb'] },
      {},
    ],
    [
      'by an address',
      { 'a.vcf': card('FN:Leyla Brandt', 'EMAIL:Leyla@Example.org', 'TITLE:Chief') },
      { emails: ['leyla@example.org'] },
      {},
    ],
    [
      'by an address that an earlier program kept as it was written',
      { 'a.vcf': card('FN:Leyla Brandt', 'EMAIL:leyla@example.org', 'TITLE:Chief') },
      { emails: ['Leyla@Example.org'] },
      {},
    ],
    [
      'by an address that the user typed',
      { 'a.vcf': card('FN:Leyla Brandt', 'EMAIL:leyla@example.org', 'TITLE:Chief') },
      { emails: ['leyla@example.org'], own: { ...own, edits: { emails: ['leyla@example.org'] } } },
      {},
    ],
    ['by our own id', { 'a.vcf': card('UID:weitblick:c1', 'FN:Leyla Brandt', 'TITLE:Chief') }, {}, {}],
    [
      'by who was met',
      { 'a.ics': meeting('L. B.', 'Leyla@Example.org') },
      { emails: ['leyla@example.org'] },
      {},
    ],
    [
      'by the name of who was met',
      { 'a.ics': meeting('Leyla Brandt', 'other@example.org') },
      {},
      { byName: true },
    ],
  ])('found %s', async (_, files, more, how) => {
    const { handlers, read, db } = open();
    const before: Contact = {
      ...makeContact({ skills: ['tea'], about: 'whole', languages: [{ name: 'German' }] as never }),
      provenance: { name: 'card' },
      events: [{ at: NOW, kind: 'headline', from: 'a', to: 'b' }],
      own,
      ...more,
    };
    await (await db()).put('contacts', before);
    const other = {
      ...makeContact(
        { key: { site: 'linkedin', id: 'otto' }, name: { full: 'Otto Other' }, about: 'whole' },
        'c2',
      ),
      own,
    };
    await (await db()).put('contacts', other);
    const { id, preview } = await read(files, { logWords: MET, ...how });
    expect(preview.counts).toMatchObject({ new: 0, changed: 1 });
    await handlers['import.confirm']({ id }, PAGE);
    const after = (await (await db()).get('contacts', 'c1')) as Contact;
    expect(after.rev).toBe(before.rev + 1);
    expect(after.profile).toMatchObject({ skills: ['tea'], about: 'whole', languages: [{ name: 'German' }] });
    expect(after.provenance).toMatchObject({ name: 'card' });
    expect(after.own).toMatchObject({
      note: 'mine',
      tags: ['mine'],
      nextStep: { text: 'Call' },
      edits: before.own.edits,
    });
    expect(after.own.log).toContainEqual({ day: '2026-01-01', text: 'Lunch' });
    expect(after.events).toContainEqual(before.events[0]);
    expect(await (await db()).get('contacts', 'c2')).toEqual(other);
  });
});

it('of whom a file says nothing only what tells duplicates is held', () => {
  const place = { text: 'Hamburg, Germany', city: 'Hamburg' };
  const full: Contact = {
    ...makeContact({
      headline: 'h',
      about: 'a',
      industry: 'i',
      skills: ['s'],
      languages: [{ name: 'German' }] as never,
      education: [{ school: 'TU', degree: 'MSc' }],
      positions: [
        { title: 't', company: 'c', start: '2020', end: null },
        { title: 'u' },
        { company: 'd', end: '2019' },
      ],
      location: place,
      links: ['https://example.org/'],
      followers: 5,
    }),
    emails: ['leyla@example.org'],
    provenance: { name: 'card' },
    events: [{ at: NOW, kind: 'headline', from: 'a', to: 'b' }],
    own: { tags: ['t'], log: [{ day: '2026-01-01', text: 'x' }], edits: { headline: 'e' }, note: 'n' },
  };
  const { key, url, name, location, links } = full.profile;
  const light: Contact = {
    ...full,
    provenance: {},
    events: [],
    own: { tags: [], log: [], edits: {} },
    profile: {
      key,
      url,
      name,
      positions: [{ company: 'c', end: null }, {}, { company: 'd', end: '2019' }],
      education: [{ school: 'TU' }],
      skills: [],
      languages: [],
      ...(location && { location }),
      ...(links && { links }),
    },
  };
  expect(stripped(full)).toEqual(light);
  expect(Object.keys(stripped(makeContact()).profile)).toEqual([
    'key',
    'url',
    'name',
    'positions',
    'education',
    'skills',
    'languages',
  ]);
});

describe('an import into a network that changes meanwhile', () => {
  /** A network in which somebody writes while so many plans are made. */
  async function restless(times: number) {
    let left = 0;
    const opened: ReturnType<typeof open> = open({
      async classifier(companies) {
        if (left > 0) {
          left -= 1;
          const { database, world } = opened.environment;
          await changeSettings(await database, world, (settings) => ({
            ...settings,
            quiet: !settings.quiet,
          }));
        }
        return createClassifier({ companies });
      },
    });
    // What judges whoever is written is loaded once.
    await opened.handlers['network.get']({}, PAGE);
    left = times;
    return opened;
  }

  it.each([0, 1, 2])('is planned again, %i times', async (times) => {
    const { handlers, read, db } = await restless(times);
    const { id } = await read({ 'a.csv': connections(TOM) });
    expect(await handlers['import.confirm']({ id }, PAGE)).toMatchObject({ created: 1, changed: 0, ties: 1 });
    expect(await (await db()).count('contacts')).toBe(1);
  });

  it('is given up when it never rests, and can be tried again', async () => {
    const { handlers, read, db, jobs } = await restless(3);
    const { id } = await read({ 'a.csv': connections(TOM) });
    await refuses(handlers['import.confirm']({ id }, PAGE), 'unknown', 'the network keeps changing');
    expect(await (await db()).count('contacts')).toBe(0);
    expect(jobs().at(-1)).toMatchObject({ kind: 'import', state: 'failed' });
    await refuses(handlers['import.confirm']({ id }, PAGE), 'taskGone');
    await handlers['import.read']({ id }, PAGE);
    expect(await handlers['import.confirm']({ id }, PAGE)).toMatchObject({ created: 1 });
  });
});

describe('what was imported', () => {
  it('is told by its numbers, and listed as a step, the newest first', async () => {
    const { handlers, read, at, db } = open();
    await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const first = await read({
      'a.csv': connections(TOM, LEYLA),
      'Profile.csv': 'First Name,Last Name,Headline,Summary,Industry,Geo Location\nKim,Sommer,Engineer,x,,\n',
    });
    const done = await handlers['import.confirm']({ id: first.id, me: true }, PAGE);
    expect(done).toEqual({
      created: 1,
      changed: 1,
      ties: 2,
      goals: 0,
      me: true,
      duplicates: 0,
      undo: expect.stringMatching(/^id-/),
    });
    at('2026-11-26T10:00:00.000Z');
    const contacts = await (await db()).getAllKeys('contacts');
    const merged = await handlers['merge.run'](
      { kept: String(contacts[0]), other: String(contacts[1]), choices: {} },
      PAGE,
    );
    at('2026-11-25T10:00:00.000Z');
    const second = await read({ 'b.csv': connections(TOM.replaceAll('om', 'im')) });
    const later = await handlers['import.confirm']({ id: second.id }, PAGE);
    // Other steps have their own place to be taken back.
    await handlers['contact.setMany']({ ids: contacts, addTags: ['t'] }, PAGE);
    expect(
      (await handlers['undo.list']({}, PAGE)).steps.map(({ id, kind, at }) => [id, kind, at.slice(0, 10)]),
    ).toEqual([
      [merged?.undo, 'merge', '2026-11-26'],
      [later.undo, 'import', '2026-11-25'],
      [done.undo, 'import', '2026-11-24'],
    ]);
  });

  it('is nothing where it is stopped while it is written', async () => {
    const { handlers, read, db, jobs } = open();
    const { id } = await read({ 'a.csv': connections(TOM, LEYLA) });
    const writing = handlers['import.confirm']({ id }, PAGE);
    await handlers['import.cancel']({ id }, PAGE);
    await refuses(writing, 'cancelled');
    expect([await (await db()).count('contacts'), await (await db()).count('undo')]).toEqual([0, 0]);
    expect(jobs().at(-1)).toMatchObject({ id, kind: 'import', state: 'cancelled' });
  });

  it('says how many look like somebody who is there', async () => {
    const { handlers, read } = open();
    const xing = {
      key: { site: 'xing', id: 'leyla_brandt' },
      url: 'https://www.xing.com/profile/Leyla_Brandt',
    };
    await handlers['contact.save']({ capture: makeCapture(xing) }, PAGE);
    const row = LEYLA.replace('Charité', 'Klinikum Musterstadt');
    const { id, preview } = await read({ 'a.csv': connections(row) });
    expect(preview.counts.duplicates).toBe(1);
    expect((await handlers['import.confirm']({ id }, PAGE)).duplicates).toBe(1);
  });

  it('leaves out whom the user has forgotten, and nobody else', async () => {
    const { handlers, read } = open();
    const { preview: before } = await read({ 'a.csv': connections(TOM, LEYLA) });
    expect(before.counts).toMatchObject({ new: 2, leftOut: 0 });
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    await handlers['contact.forget']({ id }, PAGE);
    const { preview } = await read({ 'a.csv': connections(TOM, LEYLA) });
    expect(preview.counts).toMatchObject({ new: 1, leftOut: 1 });
  });

  it.each<[what: string, files: Files]>([
    ['a row', { 'a.csv': connections(TOM, ',,https://www.linkedin.com/in/x,,Acme,Lead,1 Jan 2020') }],
    ['a file', { 'a.csv': connections(TOM), 'b.vcf': 'no card' }],
  ])('is written without %s that cannot be read only when the user says so', async (_, files) => {
    const { handlers, read, db } = open();
    const { id } = await read(files);
    for (const keepGoodRows of [undefined, false])
      await refuses(
        handlers['import.confirm']({ id, ...(keepGoodRows === false && { keepGoodRows }) }, PAGE),
        'badRows',
      );
    expect(await (await db()).count('contacts')).toBe(0);
    expect(await handlers['import.confirm']({ id, keepGoodRows: true }, PAGE)).toMatchObject({ created: 1 });
  });

  it('takes of the goals those that the user takes over', async () => {
    const preferences =
      'Locations,Industries,Job Titles,Dream Companies\n"Berlin, Germany",Banking,Software Engineer,\nX,,Nurse,\n';
    for (const goals of [[], [1], [1, 0], [7]]) {
      const { handlers, read, db } = open();
      const { id, preview } = await read({ 'Job Seeker Preferences.csv': preferences });
      const titles = preview.goals.map(({ title }) => title);
      expect(titles).toHaveLength(2);
      const chosen = titles.filter((_, i) => goals.includes(i));
      expect((await handlers['import.confirm']({ id, goals }, PAGE)).goals).toBe(chosen.length);
      expect((await (await db()).getAll('goals')).map(({ title }) => title).toSorted()).toEqual(
        chosen.toSorted(),
      );
    }
  });

  it('leaves the user out by any of their own addresses', async () => {
    const { handlers, read } = open();
    await handlers['me.set'](
      { me: makeMe({ addresses: ['https://www.linkedin.com/in/tom-example/'] }) },
      PAGE,
    );
    const { preview } = await read({ 'a.csv': connections(TOM, LEYLA) });
    expect(preview.counts).toMatchObject({ new: 1, self: 1 });
  });
});

describe('how far an import is', () => {
  afterEach(() => void vi.restoreAllMocks());
  it('is told in rows over all files, never backward, then in what is written', async () => {
    const { handlers, read, jobs } = open();
    const rows = (from: number) =>
      connections(
        ...Array.from(
          { length: 600 },
          (_, i) => `A${from + i},B,https://www.linkedin.com/in/p-${from + i},,X,Y,1 Jan 2020`,
        ),
      );
    // Each look at the clock is a second later: everything is told.
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1_000));
    const { id } = await read({ 'a.csv': rows(0), 'b.csv': rows(600) });
    const reading = jobs().map(({ done, total, state }) => [state, total, done]);
    expect(reading.slice(1, -1).map(([, , done]) => done)).toEqual([0, 500, 500, 1_000]);
    const told = jobs().length;
    await handlers['import.confirm']({ id }, PAGE);
    const writing = jobs().slice(told);
    expect(writing[1]).toMatchObject({ state: 'running', done: 0, total: 2_400 });
    const counts = writing.map(({ done }) => done);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(writing.at(-1)).toMatchObject({ state: 'done', done: 2_400, total: 2_400 });
    expect(writing.length).toBeGreaterThan(4);
  });
});

describe('a backup among the files', () => {
  const backup = JSON.stringify(backupOf({ contacts: [someone('Ada Example')], ties: [] }));
  const two = JSON.stringify(backupOf({ contacts: [someone('Bo Sample'), someone('Cy Muster')], ties: [] }));

  it.each<[what: string, files: Files, restored: number | null]>([
    ['alone', { 'b.json': backup }, 1],
    ['beside a table', { 'a.csv': connections(TOM), 'b.json': backup }, 1],
    ['in an archive', { 'b.zip': zipSync({ 'b.json': strToU8(backup) }) }, 1],
    ['two of them: the first', { 'b.json': backup, 'c.json': two }, 1],
    [
      'one in an archive, one beside it: the one beside it',
      { 'b.zip': zipSync({ 'b.json': strToU8(backup) }), 'c.json': two },
      2,
    ],
    ['none', { 'a.csv': connections(TOM) }, null],
  ])('is put in place of everything, or joined: %s', async (_, files, restored) => {
    for (const message of ['restore.confirm', 'restore.join'] as const) {
      const { handlers, read, db, jobs } = open();
      await handlers['contact.save']({ capture: makeCapture() }, PAGE);
      const { id, preview } = await read(files);
      expect(preview.restore?.contacts.after ?? null).toBe(restored);
      if (restored === null) {
        await refuses(handlers[message]({ id }, PAGE), 'noBackup');
        continue;
      }
      const done = await handlers[message]({ id }, PAGE);
      expect(done).toMatchObject(
        message === 'restore.confirm' ? { contacts: restored } : { created: restored },
      );
      expect(await (await db()).count('contacts')).toBe(restored + (message === 'restore.join' ? 1 : 0));
      expect(jobs().at(-1)).toMatchObject({ id, kind: 'restore', state: 'done' });
      await refuses(handlers[message]({ id }, PAGE), 'taskGone');
      if (message === 'restore.join')
        expect((await handlers['undo.list']({}, PAGE)).steps).toMatchObject([
          { label: Object.keys(files).join(', ') },
        ]);
    }
  });

  it('that cannot be read any more is not put back as it was read before', async () => {
    const { handlers, upload } = open();
    // Little work: what is tested is not how hard it is to guess.
    const seal = await createAgeSeal('tea', globalThis.crypto, 4);
    const given = await upload({ 'b.json.age': await bytesOf(sealAge([backup], seal, globalThis.crypto)) });
    const read = (passphrase: string) => handlers['import.read']({ id: given, passphrase }, PAGE);
    expect((await read('tea')).restore).not.toBeNull();
    expect((await read('coffee')).restore).toBeNull();
    await refuses(handlers['restore.confirm']({ id: given }, PAGE), 'noBackup');
    expect((await read('tea')).restore).not.toBeNull();
    expect(await handlers['restore.confirm']({ id: given }, PAGE)).toEqual({ contacts: 1 });
  });

  it.each([
    ['restore.confirm', 'b.json'],
    ['restore.confirm', 'b.zip'],
    ['restore.join', 'b.json'],
    ['restore.join', 'b.zip'],
  ] as const)('can be stopped while it is put back: %s of %s', async (message, name) => {
    const { handlers, read, db, jobs } = open();
    const { id: own } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const people = Array.from({ length: 5 }, (_, i) => someone(`Person ${'abcde'[i]}`));
    const text = JSON.stringify(backupOf({ contacts: people, ties: [] }));
    const { id } = await read({ [name]: name === 'b.zip' ? zipSync({ 'b.json': strToU8(text) }) : text });
    const working = handlers[message]({ id }, PAGE);
    await handlers['import.cancel']({ id }, PAGE);
    await refuses(working, 'cancelled');
    expect(await (await db()).getAllKeys('contacts')).toEqual([own]);
    expect(jobs().at(-1)).toMatchObject({ id, kind: 'restore', state: 'cancelled' });
  });

  it('tells how far it is put back', async () => {
    const { handlers, read, jobs } = open();
    let clock = 0;
    const spy = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1_000));
    const people = Array.from({ length: 5 }, (_, i) => someone(`Person ${'abcde'[i]}`));
    for (const message of ['restore.confirm', 'restore.join'] as const) {
      const { id } = await read({ 'b.json': JSON.stringify(backupOf({ contacts: people, ties: [] })) });
      const told = jobs().length;
      await handlers[message]({ id }, PAGE);
      expect(jobs().slice(told)).toContainEqual({ id, kind: 'restore', state: 'running', done: 5, total: 5 });
    }
    spy.mockRestore();
  });
});

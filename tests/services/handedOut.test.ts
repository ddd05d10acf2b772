import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { type Backup, EXPORT_FORMATS, type Profile } from '../../src/core/model/index.ts';
import { functionName } from '../../src/core/taxonomy/index.ts';
import { fromBase64 } from '../../src/exchange/bytes.ts';
import { csvRows } from '../../src/exchange/csv.ts';
import type { ExportPart } from '../../src/messaging/files.ts';
import type { ContactRow, Input } from '../../src/messaging/protocol.ts';
import type { Environment } from '../../src/services/environment.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { makeCapture, makeContact, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: 1 } as const;
type Begin = Input<'export.begin'>;

function open(more: Partial<Environment> = {}) {
  const { environment, events } = makeEnvironment();
  const handlers = createHandlers({ ...environment, identify: personOf, ...more });
  const save = async (id: string, profile: Partial<Profile> = {}) => {
    const key = { site: 'linkedin', id };
    const url = `https://www.linkedin.com/in/${id}/`;
    const capture = makeCapture({ key, url, name: { full: `Wanda ${id}` }, ...profile });
    return (await handlers['contact.save']({ capture }, PAGE)).id;
  };
  const partsOf = async (input: Begin) => {
    const { id } = await handlers['export.begin'](input, PAGE);
    const parts: ExportPart[] = [];
    while (parts.at(-1)?.last !== true) parts.push(await handlers['export.next']({ id }, PAGE));
    return parts;
  };
  const textOf = async (input: Begin) => (await partsOf(input)).map(({ text }) => text).join('');
  const tableOf = async (input: Omit<Begin, 'format'>) => {
    const text = (await textOf({ format: 'csv', ...input })).slice(1);
    const [header = [], ...rows] = [
      ...csvRows([text], { separator: input.separator ?? ',', maxRows: 999 }),
    ].map(({ cells }) => cells);
    return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
  };
  const jobs = () => events.flatMap((event) => (event.kind === 'job' ? [event.job] : []));
  const db = () => environment.database;
  return { environment, handlers, save, partsOf, textOf, tableOf, jobs, db };
}

const refuses = (work: Promise<unknown>, kind: string) => expect(work).rejects.toMatchObject({ kind });

it.each(EXPORT_FORMATS.filter((format) => format !== 'encryptedBackup'))(
  'a %s is named by its day and kind, counted, and told as a task from its beginning to its end',
  async (format) => {
    const { handlers, save, jobs } = open();
    await save('a');
    const b = await save('b');
    for (const [ids, total] of [
      [undefined, 2],
      [[b], 1],
    ] as const) {
      const begun = await handlers['export.begin'](
        { format, redaction: 'full', ...(ids && { ids: [...ids] }) },
        PAGE,
      );
      expect(begun).toEqual({
        id: expect.stringMatching(/^id-/),
        name: expect.stringMatching(/^weitblick-[a-z]+-2026-11-24\.[a-z.]+$/),
        mediaType: expect.stringMatching(/^[a-z]+\/[a-z+-]+/),
        total,
      });
      const part = await handlers['export.next']({ id: begun.id }, PAGE);
      expect([part.done, part.last, part.base64]).toEqual([total, true, format === 'markdown']);
      expect(part).not.toHaveProperty('leftOut');
      await refuses(handlers['export.next']({ id: begun.id }, PAGE), 'taskGone');
      const own = jobs().filter(({ id }) => id === begun.id);
      expect(own[0]).toEqual({ id: begun.id, kind: 'export', state: 'running', done: 0, total });
      expect(own.at(-1)).toEqual({ id: begun.id, kind: 'export', state: 'done', done: total, total });
    }
  },
);

it('nothing is begun without anybody or without a passphrase', async () => {
  const { handlers, jobs } = open();
  const begin = (input: Begin) => handlers['export.begin'](input, PAGE);
  await refuses(begin({ format: 'csv', redaction: 'full', ids: [] }), 'nothingSelected');
  await refuses(begin({ format: 'encryptedBackup', redaction: 'full' }), 'passphraseEmpty');
  await refuses(begin({ format: 'encryptedBackup', redaction: 'full', passphrase: '' }), 'passphraseEmpty');
  await refuses(handlers['export.next']({ id: 'nothing' }, PAGE), 'taskGone');
  expect(await handlers['export.cancel']({ id: 'nothing' }, PAGE)).toBeNull();
  expect(jobs()).toEqual([]);
});

describe('some contacts alone', () => {
  it('go out with the ties among them and to the user, and with nothing that is not theirs', async () => {
    const { handlers, save, textOf } = open();
    const [a, b, c] = [await save('a'), await save('b'), await save('c')];
    await handlers['me.set']({ me: makeMe() }, PAGE);
    await handlers['goal.set']({ goal: makeGoal() }, PAGE);
    await handlers['contact.forget']({ id: await save('gone') }, PAGE);
    const ties = [
      { from: 'me', to: a, kind: 'knows' },
      { from: 'me', to: c, kind: 'knows' },
      { from: b, to: 'me', kind: 'introduced' },
      { from: a, to: b, kind: 'introduced' },
      { from: b, to: c, kind: 'introduced' },
      { from: c, to: a, kind: 'introduced' },
    ] as const;
    for (const tie of ties) await handlers['contact.setTie']({ tie }, PAGE);
    const backup = async (ids?: string[]) =>
      JSON.parse(await textOf({ format: 'backup', redaction: 'full', ...(ids && { ids }) })) as Backup;
    const some = await backup([b, a, b, 'nobody']);
    expect(some.contacts.map(({ id }) => id)).toEqual([b, a]);
    const [meToA, , bToMe, aToB] = ties;
    expect(some.ties.toSorted((x, y) => `${x.from}${x.to}`.localeCompare(`${y.from}${y.to}`))).toEqual(
      [meToA, bToMe, aToB].toSorted((x, y) => `${x.from}${x.to}`.localeCompare(`${y.from}${y.to}`)),
    );
    expect([some.goals, some.tombstones ?? [], some.captures ?? [], some.questions ?? []]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    const all = await backup();
    expect([all.contacts.length, all.ties.length, all.goals.length]).toEqual([3, 6, 1]);
    expect([all.tombstones?.length, all.captures?.length]).toEqual([1, 3]);
    // A table shows no fit to a goal of nobody’s.
    const calendar = await textOf({ format: 'ics', redaction: 'full', ids: [a] });
    expect(calendar).not.toContain(makeGoal().title);
  });

  it('go out all, however many they are', async () => {
    const { textOf, db } = open();
    const ids = Array.from({ length: 501 }, (_, i) => `c${i}`);
    const writing = (await db()).transaction('contacts', 'readwrite');
    for (const id of ids) void writing.store.put(makeContact({ key: { site: 'web', id } }, id));
    await writing.done;
    const { contacts } = JSON.parse(await textOf({ format: 'backup', redaction: 'full', ids })) as Backup;
    expect(contacts.map(({ id }) => id)).toEqual(ids);
  });
});

describe('what is derived', () => {
  const POSTS = {
    nurse: { positions: [{ title: 'Nurse', company: 'Klinikum Musterstadt', end: null }] },
    engineer: { positions: [{ title: 'Software Engineer', company: 'Siemens', end: null }] },
    same: { positions: [{ title: 'Nurse', company: 'Klinikum Musterstadt', end: null }] },
    unknown: { positions: [] },
  };
  async function network() {
    const opened = open();
    const { handlers, save } = opened;
    await handlers['me.set']({ me: makeMe() }, PAGE);
    await handlers['goal.set']({ goal: makeGoal() }, PAGE);
    const ids: string[] = [];
    for (const [id, profile] of Object.entries(POSTS)) ids.push(await save(id, profile));
    // What is taken for a function by the user’s own word.
    await handlers['contact.setOwn']({ id: ids[1] ?? '', own: { isco4: '2212' } }, PAGE);
    const { rows } = await handlers['rows.of']({ ids }, PAGE);
    return { ...opened, rows };
  }
  const shown = ({ name, isco4, nace2, seniority, layer, layerKnown, fits }: ContactRow) => ({
    Name: name,
    'Function code (computed, ISCO-08)': isco4 ?? '',
    'Industry code (computed, NACE)': nace2 ?? '',
    'Seniority (computed)': seniority ?? '',
    'Layer (computed)': layerKnown ? layer : '',
    'Fits (computed)': `${makeGoal().title}: ${fits[0] ?? 'not enough known'}`,
  });

  it('stands in a table as the list shows it', async () => {
    const { tableOf, rows } = await network();
    const table = await tableOf({ redaction: 'full' });
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      const { Name: name, ...cells } = shown(row);
      expect(table.find((cell) => Object.values(cell).includes(name))).toMatchObject(cells);
    }
    expect(new Set(rows.map(({ isco4 }) => isco4)).size).toBe(3);
  });

  it.each(['gexf', 'graphml'] as const)(
    'stands in a graph (%s), but not where nobody is to be known',
    async (format) => {
      const { textOf, rows } = await network();
      const text = await textOf({ format, redaction: 'full' });
      const [before, behind] = format === 'gexf' ? ['value="', '"'] : ['>', '<'];
      for (const { isco4 } of rows) if (isco4 !== null) expect(text).toContain(before + isco4 + behind);
      // Of whom nothing is known nothing stands, also no empty word.
      const seniorities = text.match(/(?:attvalue for="|data key="node-)seniority"/g);
      expect(seniorities).toHaveLength(rows.filter(({ seniority }) => seniority !== null).length);
      const bare = await textOf({ format, redaction: 'pseudonymised' });
      expect(bare).not.toContain('Wanda');
      // What somebody does is said in a name of ours, by the user’s own word first.
      for (const isco4 of [rows[0]?.isco4 ?? '', '2212']) expect(bare).toContain(functionName(isco4, 'en'));
      expect(bare).not.toContain('Software Engineer');
    },
  );

  it.each(['vcard4', 'jsonld'] as const)('is not asked for where it does not stand: %s', async (format) => {
    const { textOf, rows } = await network();
    const text = await textOf({ format, redaction: 'full' });
    for (const { isco4 } of rows) if (isco4 !== null) expect(text).not.toContain(isco4);
  });

  it('names what somebody does without saying who, in every table', async () => {
    const { tableOf, rows } = await network();
    const table = await tableOf({ redaction: 'pseudonymised' });
    const words = table.map((cells) => Object.values(cells).join());
    expect(words.join()).not.toContain('Wanda');
    expect(words.filter((word) => word.includes(functionName(rows[0]?.isco4 ?? '', 'en')))).toHaveLength(2);
    expect(words.filter((word) => word.includes(functionName('2212', 'en')))).toHaveLength(1);
  });
});

describe('what the user chooses of a file', () => {
  it.each<[what: string, more: Partial<Begin>, header: RegExp, cell: string]>([
    ['nothing', {}, /^\uFEFFName,/i, "'=1+1"],
    ['the separator of German spreadsheets', { separator: ';' }, /^\uFEFF[^,]+;/, "'=1+1"],
    ['cells as they are', { raw: true }, /,/, '=1+1'],
    ['cells that no spreadsheet runs', { raw: false }, /,/, "'=1+1"],
    ['German', { language: 'de' }, /Funktion \(berechnet\)/, "'=1+1"],
    ['English', { language: 'en' }, /Function \(computed\)/, "'=1+1"],
  ])('of a table: %s', async (_, more, header, cell) => {
    const { save, textOf } = open();
    await save('a', { headline: '=1+1' });
    const text = await textOf({ format: 'csv', redaction: 'full', ...more });
    expect(text).toMatch(header);
    const cells = csvRows([text.slice(1)], { separator: more.separator ?? ',', maxRows: 9 });
    expect([...cells].flatMap((row) => row.cells)).toContain(cell);
  });

  it('of notes the headings, of a calendar the sentences', async () => {
    const { handlers, save, partsOf, textOf } = open();
    const id = await save('a');
    await handlers['contact.setOwn']({ id, own: { note: 'tea', rhythmDays: 30 } }, PAGE);
    const calendarWords = { keepInTouch: 'Greet {name}', review: 'r', goal: 'g', milestone: 'm' };
    const begin = { format: 'ics', redaction: 'full' } as const;
    expect(await textOf({ ...begin, calendarWords })).toContain('SUMMARY:Greet Wanda a');
    expect(await textOf(begin)).not.toContain('Greet');
    const notes = async (words?: Record<string, string>) => {
      const parts = await partsOf({ format: 'markdown', redaction: 'full', ...(words && { words }) });
      const bytes = parts.map(({ text }) => fromBase64(text) ?? new Uint8Array());
      return Object.values(unzipSync(bytes[0] ?? new Uint8Array()))
        .map((file) => strFromU8(file))
        .join();
    };
    const words = {
      career: 'Werdegang',
      note: 'Notiz',
      log: 'l',
      nextStep: 'n',
      met: 'm',
      called: 'c',
      wrote: 'w',
      introduced: 'i',
    };
    expect(await notes()).toMatch(/## Career[\s\S]*## Note\n\ntea/);
    expect(await notes(words)).toMatch(/## Werdegang[\s\S]*## Notiz\n\ntea/);
  });
});

describe('a large file', () => {
  afterEach(() => void vi.restoreAllMocks());
  it('goes out in parts, each made while the last is fetched, and says how far it is', async () => {
    const { partsOf, db, jobs } = open();
    const writing = (await db()).transaction('contacts', 'readwrite');
    const about = 'x'.repeat(9_000);
    for (let i = 0; i < 250; i++)
      void writing.store.put(makeContact({ key: { site: 'web', id: `p${i}` }, about }, `c${i}`));
    await writing.done;
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1_000));
    const parts = await partsOf({ format: 'backup', redaction: 'full' });
    expect(parts.map(({ last }) => last)).toEqual([false, false, true]);
    for (const { text } of parts.slice(0, -1)) {
      expect(text.length).toBeGreaterThanOrEqual(1_000_000);
      expect(text.length).toBeLessThan(1_200_000);
    }
    const { contacts } = JSON.parse(parts.map(({ text }) => text).join('')) as Backup;
    expect(contacts).toHaveLength(250);
    const done = parts.map((part) => part.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect([(done[0] ?? 0) > 90, (done[0] ?? 0) < 250, done.at(-1)]).toEqual([true, true, 250]);
    expect(jobs().map((job) => job.done)).toEqual([0, ...done, 250]);
  });

  it('can be stopped in the middle, before its beginning, and once more', async () => {
    const { handlers, save, jobs } = open();
    await save('a', { about: 'x'.repeat(9_000) });
    const begin = async () =>
      (await handlers['export.begin']({ format: 'backup', redaction: 'full' }, PAGE)).id;
    for (const started of [false, true]) {
      const id = await begin();
      if (started) void handlers['export.next']({ id }, PAGE).catch(() => {});
      expect(await handlers['export.cancel']({ id }, PAGE)).toBeNull();
      expect(await handlers['export.cancel']({ id }, PAGE)).toBeNull();
      await refuses(handlers['export.next']({ id }, PAGE), 'taskGone');
      expect(jobs().filter((job) => job.id === id && job.state === 'cancelled')).toHaveLength(1);
    }
  });
});

describe('a file that cannot be made', () => {
  it('says so by its kind, and is gone', async () => {
    const { handlers, save, jobs } = open({ fileBytes: 300 });
    const id = await save('a');
    const begun = await handlers['export.begin']({ format: 'backup', redaction: 'full', ids: [id] }, PAGE);
    await refuses(handlers['export.next']({ id: begun.id }, PAGE), 'backupTooLarge');
    expect(jobs().at(-1)).toMatchObject({ id: begun.id, state: 'failed' });
    await refuses(handlers['export.next']({ id: begun.id }, PAGE), 'taskGone');
  });

  it('fails as what went wrong where that is another thing', async () => {
    const { handlers, save, jobs, db } = open();
    await save('a');
    const { id } = await handlers['export.begin']({ format: 'vcard4', redaction: 'full' }, PAGE);
    (await db()).close();
    await expect(handlers['export.next']({ id }, PAGE)).rejects.not.toMatchObject({ kind: 'backupTooLarge' });
    expect(jobs().at(-1)).toMatchObject({ id, state: 'failed' });
  });
});

it('a backup of everything is refused before it is begun when it could not be read back, sealed ones a little sooner', async () => {
  const sized = async (fileBytes?: number) => {
    const opened = open(fileBytes === undefined ? {} : { fileBytes });
    for (const id of ['a', 'b']) await opened.save(id);
    return opened;
  };
  const { length } = new TextEncoder().encode(
    await (await sized()).textOf({ format: 'backup', redaction: 'full' }),
  );
  const fits = await sized(length);
  expect(await fits.textOf({ format: 'backup', redaction: 'full' })).toHaveLength(length);
  await refuses(
    fits.handlers['export.begin']({ format: 'encryptedBackup', redaction: 'full', passphrase: 'tea' }, PAGE),
    'backupTooLarge',
  );
  const small = await sized(length - 1);
  await refuses(
    small.handlers['export.begin']({ format: 'backup', redaction: 'full' }, PAGE),
    'backupTooLarge',
  );
  expect(await small.textOf({ format: 'csv', redaction: 'full' })).toContain('Wanda a');
});

describe('a backup is one', () => {
  it.each<[what: string, input: (id: string) => Begin, counts: boolean]>([
    ['of everything', () => ({ format: 'backup', redaction: 'full' }), true],
    ['but not without the notes', () => ({ format: 'backup', redaction: 'withoutNotes' }), false],
    ['but not without names', () => ({ format: 'backup', redaction: 'pseudonymised' }), false],
    ['but not of some', (id) => ({ format: 'backup', redaction: 'full', ids: [id] }), false],
    ['but not a table', () => ({ format: 'csv', redaction: 'full' }), false],
  ])('%s', async (_, input, counts) => {
    const { handlers, save } = open();
    const { id } = await handlers['export.begin'](input(await save('a')), PAGE);
    // What is written since it was begun may not stand in it.
    await save('b');
    const state = () => handlers['backup.state']({}, PAGE);
    expect(await state()).toMatchObject({ lastAt: null, changesSince: 2 });
    await handlers['export.next']({ id }, PAGE);
    expect(await state()).toMatchObject(
      counts ? { lastAt: NOW, changesSince: 1 } : { lastAt: null, changesSince: 2 },
    );
  });
});

it('a report is one page, named by its day, that runs nothing', async () => {
  const { handlers } = open();
  const { name, html } = await handlers['export.report'](
    {
      content: {
        language: 'en',
        title: 'The <b>picture</b>',
        sections: [{ heading: 'People', paragraphs: ['One.'] }],
      },
    },
    PAGE,
  );
  expect(name).toBe('weitblick-report-2026-11-24.html');
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain('The &lt;b&gt;picture&lt;/b&gt;');
  expect(html).toMatch(/People[\s\S]*One\.[\s\S]*<\/html>\s*$/);
});

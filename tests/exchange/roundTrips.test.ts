import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import type { Contact, Tie } from '../../src/core/model/index.ts';
import { currentPosition } from '../../src/core/model/index.ts';
import { restore } from '../../src/exchange/cells.ts';
import { CSV_COLUMNS } from '../../src/exchange/csvColumns.ts';
import { type ExportFormat, exportFile } from '../../src/exchange/export/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { planImport } from '../../src/exchange/plan.ts';
import { backupOf, file, historyOf, NOW, network, textOf } from './people.ts';

const RUNS = { seed: 7, numRuns: 150 };

async function outAndIn(
  format: ExportFormat,
  { contacts, ties }: { contacts: Contact[]; ties: Tie[] },
  options = {},
) {
  const text = await textOf(exportFile(format, backupOf({ contacts, ties }), options));
  const parsed = await parseFiles([file(`export.${format}`, text)]);
  expect(parsed.fileErrors).toEqual([]);
  expect(parsed.rowErrors).toEqual([]);
  return { text, parsed };
}

it('gives back every backup as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      network.chain((state) => historyOf(state.contacts).map((history) => ({ state, history }))),
      async ({ state, history }) => {
        const backup = { ...backupOf(state), ...history };
        const text = await textOf(exportFile('backup', backup));
        const parsed = await parseFiles([file('backup.json', text)]);
        expect(parsed.backups).toEqual([backup]);
      },
    ),
    RUNS,
  );
});

it.each([
  ['comma', { separator: ',' }],
  ['semicolon', { separator: ';' }],
  ['raw', { raw: true }],
  ['in German', { language: 'de' }],
] as const)('gives back all that its own CSV holds (%s)', async (_, options) => {
  await fc.assert(
    fc.asyncProperty(network, async (state) => {
      const { parsed } = await outAndIn('csv', state, options);
      if (state.contacts.length === 0) return;
      const plan = planImport([], parsed, { now: NOW, deviceId: 'device', newId: () => 'never' });
      expect(plan.create.map(csvContent)).toEqual(state.contacts.map(csvContent));
      expect(plan.ties.after).toEqual(state.ties.filter((tie) => Object.keys(tie).length > 3));
      const again = planImport(state.contacts, parsed, {
        now: NOW,
        deviceId: 'device',
        newId: () => 'never',
        ties: state.ties,
      });
      expect([again.create, again.update, again.ties.after]).toEqual([[], [], []]);
    }),
    RUNS,
  );
});

/** What the columns hold: the current position first, keys in any order. */
function csvContent({ id, keys, emails, own, profile }: Contact) {
  const { positions, ...rest } = profile;
  const current = currentPosition(profile);
  return {
    id,
    keys: [...keys].sort(),
    emails,
    own,
    profile: {
      ...rest,
      positions: current ? [current, ...positions.filter((p) => p !== current)] : positions,
    },
  };
}

it('writes CSV that another reader reads alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      network,
      fc.constantFrom(',' as const, ';' as const),
      async ({ contacts, ties }, separator) => {
        const text = await textOf(exportFile('csv', backupOf({ contacts, ties }), { separator }));
        expect(text.startsWith('\uFEFF')).toBe(true);
        const { data, errors } = Papa.parse<string[]>(text.slice(1), {
          delimiter: separator,
          skipEmptyLines: true,
        });
        expect(errors).toEqual([]);
        const [header = [], ...rows] = data;
        expect(rows.map((row) => row.length)).toEqual(contacts.map(() => CSV_COLUMNS.length + 1));
        const column = (name: string) => rows.map((row) => restore(row[header.indexOf(name)] ?? ''));
        expect(column('Name')).toEqual(contacts.map(({ profile }) => profile.name.full));
        expect(column('Note')).toEqual(contacts.map(({ own }) => own.note ?? ''));
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      },
    ),
    RUNS,
  );
});

it.each(['vcard3', 'vcard4', 'jscontact'] as const)('gives back all that %s holds', async (format) => {
  await fc.assert(
    fc.asyncProperty(network, async ({ contacts }) => {
      fc.pre(contacts.length > 0);
      const { parsed } = await outAndIn(format, { contacts, ties: [] });
      const plan = planImport([], parsed, { now: NOW, deviceId: 'device', newId: () => 'never' });
      expect(plan.create.map((made) => cardContent(made, format))).toEqual(
        contacts.map((original) => cardContent(original, format)),
      );
    }),
    RUNS,
  );
});

function cardContent({ id, emails, own, profile }: Contact, format: string) {
  const { title, company } = currentPosition(profile) ?? {};
  const place = profile.location;
  return {
    id,
    name: profile.name,
    emails,
    // JSContact's keywords are a set.
    tags: format === 'jscontact' ? [...own.tags].sort() : own.tags,
    note: own.note,
    birthday: own.birthday,
    title,
    company,
    place,
    skills: format === 'vcard3' ? [] : profile.skills,
    links: new Set(profile.links ?? []),
    url: profile.key.site === 'local' ? null : profile.url,
  };
}

it.each(['vcard3', 'vcard4'] as const)('writes %s that another reader reads alike', async (format) => {
  await fc.assert(
    fc.asyncProperty(network, async ({ contacts, ties }) => {
      fc.pre(contacts.length > 0);
      const text = await textOf(exportFile(format, backupOf({ contacts, ties })));
      for (const line of text.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const parsed: unknown[] = ICAL.parse(text);
      const cards = typeof parsed[0] === 'string' ? [parsed] : parsed;
      // It leaves `\;` as it is, which RFC 2426 asks to be written and RFC 6350 allows.
      const components = cards.map((card) => new ICAL.Component(card as never));
      const first = (name: string) =>
        components.map((card) => card.getFirstPropertyValue(name)?.toString().replaceAll('\\;', ';'));
      expect(first('fn')).toEqual(contacts.map(({ profile }) => profile.name.full));
      expect(first('note')).toEqual(contacts.map(({ own }) => own.note));
      expect(first('title')).toEqual(contacts.map(({ profile }) => currentPosition(profile)?.title));
      // It takes an escaped backslash before a comma for an escaped comma.
      const plain = contacts.flatMap(({ own }, i) => (own.tags.some((tag) => tag.includes('\\')) ? [] : [i]));
      const tags = components.map((card) =>
        (card.getFirstProperty('categories')?.getValues() ?? []).map((tag) =>
          String(tag).replaceAll('\\;', ';'),
        ),
      );
      expect(plain.map((i) => tags[i])).toEqual(plain.map((i) => contacts[i]?.own.tags));
    }),
    RUNS,
  );
});

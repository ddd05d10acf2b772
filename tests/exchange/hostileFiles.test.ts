import { zipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { Backup } from '../../src/core/model/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { openZip } from '../../src/exchange/zip.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, text: string) => parseFiles([{ name, bytes: encode(text) }]);

const CONTACT = {
  id: 'c1',
  keys: ['web:example.org/ada'],
  emails: [],
  profile: {
    key: { site: 'web', id: 'example.org/ada' },
    url: 'https://example.org/ada',
    name: { full: 'Ada Beispiel' },
    positions: [],
    education: [],
    skills: [],
    languages: [],
  },
  provenance: {},
  own: { tags: [], log: [], edits: {} },
  events: [],
  source: {
    site: 'web',
    url: 'https://example.org/ada',
    capturedAt: '2026-01-01T00:00:00Z',
    reader: 'generic@1',
  },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  rev: 0,
  deviceId: 'd1',
};

function backupOf(contact: object, settings: object = {}): string {
  return JSON.stringify({
    format: 'weitblick',
    version: 1,
    exportedAt: '2026-01-01T00:00:00Z',
    me: null,
    goals: [],
    contacts: [{ ...CONTACT, ...contact }],
    ties: [],
    settings,
  });
}

afterEach(() => vi.restoreAllMocks());

it.each([
  ['lists', '['.repeat(3_000_000)],
  ['lists that are closed again', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects', '{"a":'.repeat(100_000)],
  ['lists behind a card', `{"@type":"Card","uid":"x","a":${'['.repeat(100_000)}`],
])('refuses %s without end before anything parses them', async (_, text) => {
  const parse = vi.spyOn(JSON, 'parse');
  const parsed = await read('deep.json', text);
  expect(parsed.fileErrors.map(({ kind }) => kind)).toEqual(['damagedJson']);
  expect(parse).not.toHaveBeenCalled();
});

it('refuses a sealed backup whose first line is no envelope of ours before anything parses it', async () => {
  const parse = vi.spyOn(JSON, 'parse');
  const sealed = `{"format":"weitblick-encrypted","version":1,"kdf":${'['.repeat(100_000)}\nAAAA`;
  const parsed = await read('sealed.json', sealed);
  expect(parsed.fileErrors).toMatchObject([{ kind: 'damagedBackup', values: { place: '0' } }]);
  expect(parse).not.toHaveBeenCalled();
});

it('reads the backup that the hostile ones are made of', async () => {
  const parsed = await read('backup.json', backupOf({}));
  expect(parsed.fileErrors).toEqual([]);
  expect(parsed.backups).toHaveLength(1);
});

it.each<[string, object, object, string]>([
  [
    'an address that is none',
    { source: { ...CONTACT.source, url: 'https://%' } },
    {},
    'contacts.0.source.url',
  ],
  [
    'a day that no calendar has',
    { own: { ...CONTACT.own, nextStep: { text: 'call', due: '2026-99-99' } } },
    {},
    'contacts.0.own.nextStep.due',
  ],
  ['an instant that no clock shows', { updatedAt: '2026-13-01T99:00:00Z' }, {}, 'contacts.0.updatedAt'],
  [
    'a rhythm of millions of years',
    { own: { ...CONTACT.own, rhythmDays: Number.MAX_SAFE_INTEGER } },
    {},
    'contacts.0.own.rhythmDays',
  ],
  ['a review in millions of years', {}, { reviewMonths: 1e9 }, 'settings.reviewMonths'],
  ['a layer rhythm of millions of years', {}, { rhythms: { personal: 1e15 } }, 'settings.rhythms.personal'],
])(
  'takes a backup with %s without it, and says so: screens would stumble over it for good',
  async (_, contact, settings, place) => {
    const parsed = await read('backup.json', backupOf(contact, settings));
    expect(parsed.fileErrors).toEqual([]);
    const [backup] = parsed.backups;
    expect(Backup.safeParse(backup).success).toBe(true);
    expect(backup?.contacts[0]?.profile.name.full).toBe('Ada Beispiel');
    expect(parsed.damaged).toEqual(place.startsWith('settings') ? { settings: 1 } : { fields: 1 });
  },
);

it("puts the words about companies of an earlier version's backup under the keys of today", async () => {
  const positions = [{ company: 'Nubes S.A. de C.V.', end: null }];
  const profile = { ...CONTACT.profile, positions };
  const { backups } = await read(
    'backup.json',
    backupOf({ profile }, { companies: { 'nubes de cv': '62', moos: '23' } }),
  );
  expect(backups[0]?.settings.companies).toEqual({ nubes: '62', moos: '23' });
});

it('reads half characters of JSON as the sign for what cannot be read', async () => {
  const card =
    '{"@type":"Card","uid":"urn:example:half-\\ud83d-a-character","name":{"full":"Ada \\udc00 Beispiel"}}';
  const parsed = await read('card.json', card);
  expect(parsed.persons.map(({ profile }) => profile.key.id)).toEqual([
    'urn:example:half-\ufffd-a-character',
  ]);
  expect(parsed.persons.every(({ profile }) => profile.name.full.isWellFormed())).toBe(true);
  const backup = await read('backup.json', backupOf({ id: 'half-\ud83d' }));
  expect(backup.backups[0]?.contacts[0]?.id).toBe('half-\ufffd');
});

it('takes marks that turn writing round off names, also in files that look like ours', async () => {
  const card =
    'BEGIN:VCARD\r\nVERSION:4.0\r\nUID:weitblick:c1\r\nFN:Ada \u202egnp.exe\u200b\r\nN:\u202eexe;Ada;;;\r\nEND:VCARD\r\n';
  const { persons } = await read('card.vcf', card);
  expect(persons.map(({ profile }) => profile.name)).toEqual([
    { full: 'Ada gnp.exe', given: 'Ada', family: 'exe' },
  ]);
});

it('refuses a zip whose entries together are too much, though each alone is not', () => {
  const bytes = zipSync(
    Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.csv`, encode(name)])),
  );
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 256 * 2 ** 20, true);
  expect(() => openZip(bytes)).toThrow(expect.objectContaining({ kind: 'zipBomb' }));
});

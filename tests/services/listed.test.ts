import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { type Contact, LIMITS } from '../../src/core/model/index.ts';
import { alikeTo } from '../../src/services/alike.ts';
import { addToDoNotSave, isListed, listedKeys, removeFromDoNotSave } from '../../src/services/doNotSave.ts';
import { draftOf, keepDraft } from '../../src/services/drafts.ts';
import { openSource } from '../../src/services/exportSource.ts';
import { followGrants } from '../../src/services/sites.ts';
import { putState } from '../../src/storage/state.ts';
import { makeContact, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const LEYLA = 'https://www.linkedin.com/in/leyla-brandt/';

describe('people who are never saved', () => {
  const environment = { identify: personOf };
  const page = (id: string, more = {}) => ({
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    ...more,
  });
  const web = (url: string) => ({ key: { site: 'web', id: 'x' }, url });

  it.each<[what: string, profile: Parameters<typeof isListed>[0], addresses: string[], listed: boolean]>([
    ['by the address', page('leyla-brandt'), [LEYLA], true],
    [
      'by the address in other letters',
      page('leyla-brandt'),
      ['http://linkedin.com/in/leyla-brandt?x=1'],
      true,
    ],
    ['by another of several', page('leyla-brandt'), ['https://example.org/a', LEYLA], true],
    [
      'by the member’s id',
      page('other', { memberId: 'ACoAAleylabrandt12' }),
      ['https://www.linkedin.com/in/ACoAAleylabrandt12/'],
      false,
    ],
    [
      'by their page of no site',
      web('https://www.example.org/team/leyla/'),
      ['https://example.org/team/leyla'],
      true,
    ],
    [
      'by their page of no site, with a question behind it',
      web('https://example.org/leyla?a=1#b'),
      ['https://example.org/leyla/'],
      true,
    ],
    [
      'but not by a page above it',
      web('https://example.org/team/leyla'),
      ['https://example.org/team'],
      false,
    ],
    [
      'but not by a page of another host',
      web('https://sub.example.org/leyla'),
      ['https://example.org/leyla'],
      false,
    ],
    ['but not by somebody else’s', page('tom'), [LEYLA], false],
    ['but not by nobody’s', page('leyla-brandt'), [], false],
  ])('are known %s', (_, profile, addresses, listed) => {
    expect(isListed(profile, addresses, environment)).toBe(listed);
    if (listed) expect(listedKeys(addresses, environment).size).toBe(addresses.length);
  });

  it('are put on the list once, and taken off it', async () => {
    const { environment: made } = makeEnvironment();
    const given = { ...made, identify: personOf };
    const add = async (address: string) => (await addToDoNotSave(given, address)).doNotSave;
    expect(await add('https://linkedin.com/in/leyla-brandt?trk=x')).toEqual([LEYLA]);
    expect(await add(LEYLA)).toEqual([LEYLA]);
    const tom = 'https://www.linkedin.com/in/tom/';
    expect(await add(tom)).toEqual([LEYLA, tom]);
    expect((await removeFromDoNotSave(given, 'https://www.linkedin.com/in/nobody/')).doNotSave).toEqual([
      LEYLA,
      tom,
    ]);
    expect((await removeFromDoNotSave(given, LEYLA)).doNotSave).toEqual([tom]);
    for (const nobody of ['https://www.linkedin.com/feed/', 'no address'])
      await expect(add(nobody)).rejects.toMatchObject({ kind: 'notAProfile' });
    const long = (length: number) => ({ ...given, profileAddress: () => LEYLA.padEnd(length, 'x') });
    await expect(addToDoNotSave(long(LIMITS.url + 1), 'x')).rejects.toMatchObject({ kind: 'notAProfile' });
    expect((await addToDoNotSave(long(LIMITS.url), 'x')).doNotSave).toHaveLength(2);
  });

  it('are not typed about either', async () => {
    const { environment: made } = makeEnvironment();
    const given = { ...made, identify: personOf };
    const [listed, other] = [
      { kind: 'profile', subject: 'linkedin:leyla-brandt' },
      { kind: 'profile', subject: 'linkedin:tom' },
    ] as const;
    await addToDoNotSave(given, LEYLA);
    for (const name of [listed, other]) expect(await keepDraft(given, name, 'x')).toBeNull();
    expect([await draftOf(given, listed), await draftOf(given, other)]).toEqual([null, { text: 'x' }]);
    const later = { ...given, world: { ...given.world, now: () => new Date('2027-11-24T10:00:00.000Z') } };
    expect(await draftOf(later, other)).toBeNull();
  });
});

describe('whoever may be the person that is typed in', () => {
  /** A network whose search finds everybody, whatever is asked. */
  async function open(...people: Contact[]) {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    for (const person of people) await db.put('contacts', person);
    const asked: unknown[][] = [];
    const row = ({ id, profile }: Contact) => ({
      id,
      name: profile.name.full,
      title: 'T',
      company: 'C',
      else: 1,
    });
    const rows = {
      search: async (...of: unknown[]) => {
        asked.push(of);
        return { rows: people.map(row) };
      },
      rowsOf: async (ids: string[]) => ({ rows: people.filter(({ id }) => ids.includes(id)).map(row) }),
    };
    const alike = async (typed: Parameters<typeof alikeTo>[1]) =>
      (await alikeTo({ ...environment, identify: personOf, rows } as never, typed)).alike;
    return { alike, asked };
  }
  const person = (id: string, full: string, more: Partial<Contact> = {}): Contact => ({
    ...makeContact(
      { key: { site: 'linkedin', id }, url: `https://www.linkedin.com/in/${id}/`, name: { full } },
      id,
    ),
    ...more,
  });
  const ada = person('ada', 'Ada Blum', { emails: ['ada@example.org'] });
  const bea = person('bea', 'Bea Stein');
  const renamed = person('cem', 'Cem Kaya', {
    own: { tags: [], log: [], edits: { name: { full: 'Cem Blum' } } },
  });

  it.each<[what: string, typed: Parameters<typeof alikeTo>[1], found: string[]]>([
    ['by the name', { name: 'Blum, Ada' }, ['ada']],
    ['by the name that the user typed', { name: 'Cem Blum' }, ['cem']],
    ['by the name of before, too', { name: 'Cem Kaya' }, ['cem']],
    ['by the address', { name: '', email: ' ADA@example.org ' }, ['ada']],
    ['by the page', { name: '', url: 'https://www.linkedin.com/in/bea/' }, ['bea same']],
    [
      'by page and name, each once',
      { name: 'Ada Blum', url: 'https://www.linkedin.com/in/ada/' },
      ['ada same'],
    ],
    ['by any of them', { name: 'Ada Blum', url: 'https://www.linkedin.com/in/bea/' }, ['ada', 'bea same']],
    ['nobody by half a name', { name: 'Ada' }, []],
    ['nobody by nothing', { name: '', email: ' ' }, []],
    ['nobody by a page that is nobody’s', { name: '', url: 'https://example.org/' }, []],
  ])('is found %s', async (_, typed, found) => {
    const { alike } = await open(ada, bea, renamed);
    expect((await alike(typed)).map(({ id, same }) => (same ? `${id} same` : id))).toEqual(found);
  });

  it('is shown by name and post, ten of them, found among the first fifty', async () => {
    const { alike, asked } = await open(
      ...Array.from({ length: 12 }, (_, i) => person(`ada${i}`, 'Ada Blum')),
    );
    const found = await alike({ name: 'Ada Blum', email: 'A@x.org' });
    expect(found).toHaveLength(10);
    expect(found[0]).toEqual({ id: 'ada0', name: 'Ada Blum', title: 'T', company: 'C', same: false });
    expect(asked.map(([, limit]) => limit)).toEqual(asked.map(() => 50));
    expect(asked.map(([query]) => query)).toContain('a@x.org');
    expect(asked.map(([query]) => query)).not.toContain('');
  });
});

describe('everything that goes out', () => {
  it('is all that there is; of ties one after the other where they are asked for so', async () => {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    const contacts = Array.from({ length: 3 }, (_, i) =>
      makeContact({ key: { site: 'web', id: `p${i}` } }, `c${i}`),
    );
    for (const contact of contacts) await db.put('contacts', contact);
    const { profile, provenance } = makeContact();
    const captures = contacts.map(({ id }) => ({
      contactId: id,
      at: NOW,
      url: profile.url,
      reader: 'r',
      profile,
      provenance,
    }));
    for (const capture of captures) await db.put('captures', capture);
    const tie = { from: 'me', to: 'c0', kind: 'knows' } as const;
    await db.put('ties', tie);
    await db.put('goals', makeGoal());
    await putState(db, 'me', makeMe());
    const months = [{ month: '2026-10' }] as never;
    await putState(db, 'months', months);
    const all = async <T>(items: Iterable<T> | AsyncIterable<T> = []) => {
      const found: T[] = [];
      for await (const item of items) found.push(item);
      return found;
    };
    for (const inTurn of [undefined, false, true]) {
      const leftOut = {};
      const source = await openSource(db, new Date(NOW), leftOut, inTurn === undefined ? {} : { inTurn });
      expect([await all(source.contacts), await all(source.captures)]).toEqual([contacts, captures]);
      expect(source).toMatchObject({
        exportedAt: NOW,
        me: makeMe(),
        goals: [makeGoal()],
        snapshots: months,
        questions: [],
        tombstones: [],
      });
      expect([source.ties, await all(source.tiesInTurn?.())]).toEqual(inTurn ? [[], [tie]] : [[tie], []]);
      expect('tiesInTurn' in source).toBe(inTurn === true);
      expect(leftOut).toEqual({});
    }
    // Whoever stops early leaves nothing behind that fails.
    const { contacts: some } = await openSource(db, new Date(NOW), {});
    for await (const contact of some) {
      expect(contact).toEqual(contacts[0]);
      break;
    }
    db.close();
    await expect(openSource(db, new Date(NOW), {})).rejects.toThrow();
  });
});

it.each<[what: string, place: object | undefined, added: string[]]>([
  ['no storage', undefined, ['dav.example', 'new.example']],
  [
    'a storage of WebDAV',
    { kind: 'webdav', url: 'https://dav.example/x', user: '', password: '' },
    ['new.example'],
  ],
  ['a storage of S3', { kind: 's3', url: 'https://dav.example' }, ['new.example']],
  ['a folder', { kind: 'folder', name: 'dav.example' }, ['dav.example', 'new.example']],
])('the button stands on what was granted for it: %s', async (_, place, added) => {
  const { environment } = makeEnvironment();
  if (place !== undefined) await putState(await environment.database, 'sync', { place } as never);
  const done: string[] = [];
  await followGrants({
    ...environment,
    grantedSites: async () => ['dav.example', 'kept.example', 'new.example'],
    buttonSites: async () => ['kept.example', 'gone.example'],
    addSite: async (host) => void done.push(`add ${host}`),
    takeButton: async (host) => void done.push(`take ${host}`),
  });
  expect(done).toEqual([...added.map((host) => `add ${host}`), 'take gone.example']);
});

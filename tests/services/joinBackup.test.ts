import { describe, expect, it } from 'vitest';
import { tombstoneHashes } from '../../src/core/merge/index.ts';
import type { Backup, Contact } from '../../src/core/model/index.ts';
import { toBase64 } from '../../src/exchange/bytes.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { heldBackup } from '../../src/storage/backup.ts';
import { joinBackup } from '../../src/storage/joinBackup.ts';
import { backupOf, someone } from '../exchange/people.ts';
import { makeCapture, makeContact, makeEnvironment, makeGoal } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: null } as const;

function open() {
  const { environment } = makeEnvironment();
  const handlers = createHandlers(environment);
  const read = async (backup: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(backup));
    const { id } = await handlers['import.begin'](
      { files: [{ name: 'old.json', size: bytes.length }] },
      PAGE,
    );
    await handlers['import.part']({ id, file: 0, data: toBase64(bytes) }, PAGE);
    const { restore } = await handlers['import.read']({ id }, PAGE);
    return { id, restore };
  };
  const join = async (backup: object, bringBack?: boolean) => {
    const { id } = await read(backup);
    return handlers['restore.join']({ id, ...(bringBack !== undefined && { bringBack }) }, PAGE);
  };
  const stored = async () => {
    const db = await environment.database;
    const [contacts, ties, captures, goals, tombstones] = await Promise.all([
      db.getAll('contacts'),
      db.getAll('ties'),
      db.getAll('captures'),
      db.getAll('goals'),
      db.getAll('tombstones'),
    ]);
    const [me, count] = [await db.get('state', 'me'), await db.get('state', 'contactCount')];
    return { contacts, ties, captures, goals, tombstones, me: me as Backup['me'], count };
  };
  const seed = async (contacts: readonly Contact[]) => {
    const db = await environment.database;
    for (const contact of contacts) await db.put('contacts', contact);
    await db.put('state', contacts.length, 'contactCount');
  };
  return { environment, handlers, read, join, stored, seed };
}

const noted = (contact: Contact, note: string, rev = contact.rev): Contact => ({
  ...contact,
  rev,
  own: { ...contact.own, note },
});
const [ada, bo, cy] = [someone('Ada Example'), someone('Bo Sample'), someone('Cy Muster')];
const byName = ({ contacts }: { contacts: Contact[] }) =>
  Object.fromEntries(contacts.map((contact) => [contact.profile.name.full, contact]));

describe('a backup that is added to what is here', () => {
  const twin = { ...someone('Bo Sample', { id: 'bo-elsewhere' }), keys: bo.keys };
  const backup: Backup = {
    ...backupOf({
      contacts: [noted(ada, 'then', 7), noted(twin, 'of the twin'), cy],
      ties: [
        { from: 'me', to: ada.id, kind: 'knows', since: '2020-01' },
        { from: twin.id, to: cy.id, kind: 'introduced' },
      ],
    }),
    goals: [makeGoal({}, { id: 'old-goal', updatedAt: '2026-11-20T00:00:00.000Z' })],
    captures: [ada, twin].map(({ id, profile, source }) => ({
      contactId: id,
      at: '2026-10-01T10:00:00.000Z',
      url: source.url,
      reader: 'linkedin@1',
      profile,
      provenance: {},
    })),
  };
  async function prepared() {
    const stage = open();
    await stage.seed([noted(ada, 'now', 9), bo, someone('Di Here')]);
    const db = await stage.environment.database;
    await db.put('ties', { from: 'me', to: ada.id, kind: 'knows', messages: 4 });
    return stage;
  }

  it('says first, with numbers, who is on which side, and changes nothing by it', async () => {
    const { read, stored } = await prepared();
    const before = await stored();
    expect((await read(backup)).restore).toMatchObject({
      contacts: { now: 3, after: 3 },
      joined: { same: 2, forgotten: 0 },
    });
    expect(await stored()).toEqual(before);
  });

  it('brings who is not here, joins the same people, and lets nobody go', async () => {
    const { join, stored } = await prepared();
    expect(await join(backup)).toMatchObject({
      created: 1,
      changed: 2,
      ties: 2,
      goals: 1,
      me: true,
      leftOut: 0,
    });
    const after = await stored();
    const people = byName(after);
    expect(Object.keys(people).sort()).toEqual(['Ada Example', 'Bo Sample', 'Cy Muster', 'Di Here']);
    expect(after.count).toBe(4);
    expect(people['Ada Example']?.own.note?.split('\n\n').sort()).toEqual(['now', 'then']);
    expect(people['Bo Sample']).toMatchObject({ id: bo.id, own: { note: 'of the twin' } });
    expect(after.ties).toContainEqual({
      from: 'me',
      to: ada.id,
      kind: 'knows',
      messages: 4,
      since: '2020-01',
    });
    expect(after.ties).toContainEqual({ from: bo.id, to: cy.id, kind: 'introduced' });
    expect(after.captures.map(({ contactId }) => contactId).sort()).toEqual([ada.id, bo.id].sort());
    expect(after.goals.map(({ id }) => id)).toEqual(['old-goal']);
    expect(after.me).toEqual(backup.me);
  });

  it('the same file once more adds nothing', async () => {
    const { join, stored } = await prepared();
    await join(backup);
    const once = await stored();
    expect(await join(backup)).toMatchObject({ created: 0, changed: 0, ties: 0, goals: 0, me: false });
    expect(await stored()).toEqual(once);
  });

  it('is joined the same whatever the order of its parts', async () => {
    const [one, other] = [await prepared(), await prepared()];
    // More ties than are handed on at once.
    const people = Array.from({ length: 250 }, (_, i) => someone(`Person No${i}`));
    const ties = people.map(({ id }) => ({ from: 'me', to: id, kind: 'knows' as const }));
    const large = { ...backup, contacts: [...backup.contacts, ...people], ties: [...ties, ...backup.ties] };
    expect(await one.join(large)).toMatchObject({ ties: 252 });
    await other.join(Object.fromEntries(Object.entries(large).reverse()));
    const bare = ({ contacts, ties, captures }: Awaited<ReturnType<typeof one.stored>>) => ({
      contacts: contacts.map(({ deviceId: _, ...contact }) => contact),
      ties,
      captures,
    });
    expect(bare(await other.stored())).toEqual(bare(await one.stored()));
  });

  it('is taken back as a whole, but for whom the user has worked on since', async () => {
    const { join, stored, handlers } = await prepared();
    const before = await stored();
    const { undo } = await join(backup);
    expect((await handlers['undo.list']({}, PAGE)).steps).toMatchObject([
      { id: undo, kind: 'import', label: 'old.json', created: 1, changed: 2 },
    ]);
    await handlers['contact.setOwn']({ id: bo.id, own: { offer: 'later' } }, PAGE);
    await handlers['undo.run']({ id: undo }, PAGE);
    const after = await stored();
    const words = (contacts: Contact[]) => contacts.map(({ id, own }) => [id, own.note, own.offer]);
    expect(words(after.contacts.filter(({ id }) => id !== bo.id))).toEqual(
      words(before.contacts.filter(({ id }) => id !== bo.id)),
    );
    expect(byName(after)['Bo Sample']?.own).toMatchObject({ note: 'of the twin', offer: 'later' });
    expect([after.ties.filter(({ to }) => to === ada.id), after.goals, after.me]).toEqual([
      before.ties,
      [],
      undefined,
    ]);
  });

  it('of more people than one row of a step holds is taken back with all of them', async () => {
    const { seed, join, stored, handlers } = open();
    const here = Array.from({ length: 450 }, (_, i) => someone(`Person No${i}`));
    await seed(here);
    const { undo, changed } = await join(
      backupOf({ contacts: here.map((contact) => noted(contact, 'then', 5)), ties: [] }),
    );
    expect(changed).toBe(450);
    expect((await handlers['undo.list']({}, PAGE)).steps).toMatchObject([{ changed: 450 }]);
    expect((await stored()).contacts.every(({ own }) => own.note === 'then')).toBe(true);
    expect(await handlers['undo.run']({ id: undo }, PAGE)).toEqual({ restored: 450 });
    expect((await stored()).contacts.every(({ own }) => own.note === undefined)).toBe(true);
  });
});

describe('somebody who was forgotten here', () => {
  async function forgotten() {
    const stage = open();
    const { id } = await stage.handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const db = await stage.environment.database;
    const person = (await db.get('contacts', id)) as Contact;
    await stage.handlers['contact.forget']({ id }, PAGE);
    return { ...stage, backup: backupOf({ contacts: [person, cy], ties: [] }) };
  }

  it('is counted, and stays away with everything that hangs on them', async () => {
    const { read, join, stored, backup } = await forgotten();
    expect((await read(backup)).restore?.joined).toEqual({ same: 0, forgotten: 1 });
    expect(await join(backup)).toMatchObject({ created: 1, leftOut: 1 });
    expect(Object.keys(byName(await stored()))).toEqual(['Cy Muster']);
    expect((await stored()).tombstones.length).toBeGreaterThan(0);
  });

  it('comes back when the user asks for it, and is no longer kept away', async () => {
    const { join, stored, backup } = await forgotten();
    expect(await join(backup, true)).toMatchObject({ created: 2, leftOut: 0 });
    expect((await stored()).contacts).toHaveLength(2);
    expect((await stored()).tombstones).toEqual([]);
  });
});

it('whom the backup knows as forgotten stays, if they are here', async () => {
  const { seed, join, stored } = open();
  const here = makeContact();
  await seed([here]);
  const [alive] = tombstoneHashes(here);
  const [gone] = tombstoneHashes(makeContact({ key: { site: 'linkedin', id: 'gone' } }));
  const tombstones = [alive, gone].map((hash) => ({ hash, contactId: 'x', at: here.createdAt }));
  await join({ ...backupOf({ contacts: [], ties: [] }), tombstones });
  const after = await stored();
  expect([after.contacts.length, after.tombstones.map(({ hash }) => hash)]).toEqual([1, [gone]]);
});

it('leaves all as it was when it is stopped in the middle', async () => {
  const { environment, seed, stored } = open();
  await seed([noted(ada, 'now', 9)]);
  const before = await stored();
  const source = heldBackup(backupOf({ contacts: [noted(ada, 'then', 7), cy], ties: [] }));
  const stop = () => {
    throw new Error('stop');
  };
  await expect(
    joinBackup(await environment.database, environment.world, source, { label: '', bringBack: false }, stop),
  ).rejects.toThrow('stop');
  expect(await stored()).toEqual(before);
});

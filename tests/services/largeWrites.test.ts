import { expect, it } from 'vitest';
import { columnOf } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { deriverOf } from '../../src/services/derive.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { heldBackup, restoreBackup } from '../../src/storage/backup.ts';
import { countPending, deriveChanged, nextPending } from '../../src/storage/derived.ts';
import { writeImport } from '../../src/storage/imports.ts';
import type { Database } from '../../src/storage/schema.ts';
import { backupOf } from '../exchange/people.ts';
import { makeContact, makeEnvironment, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const MANY = 1_300;

/** Ids that stand in no order, as those that the browser gives. */
const id = (i: number) => `${(i * 7919) % 9973}-${i}`;
const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => {
    const key = { site: 'linkedin', id: `p${from + at}` };
    return { ...makeContact({ key }, id(from + at)), keys: [`linkedin:p${from + at}`] };
  });

function open() {
  const { environment } = makeEnvironment(`large-${Math.random()}`);
  // Nobody goes on by themselves: what is left is looked at here.
  const { world } = environment;
  const background = createBackground(environment);
  const save = async (db: Database, contacts = people(MANY), onPart: (written: number) => void = () => {}) =>
    writeImport(
      db,
      world,
      {
        create: contacts,
        update: [],
        ties: contacts.map((contact) => ({ from: 'me', to: contact.id, kind: 'knows' as const })),
        goals: [],
        me: null,
        undo: { id: 'u', at: NOW, label: 'x', created: [], before: [], ties: { before: [], created: [] } },
      },
      0,
      onPart,
    );
  return { background, handlers: handlersOf(background), save, world };
}

async function rowsOf(db: Database): Promise<string[]> {
  return (await db.getAll('segments')).flatMap(({ rows }) => columnOf(rows, 'id')).sort();
}

it('puts everybody of a large write down in a few rows, and each is derived once', async () => {
  const { background, save } = open();
  const db = await background.database;
  await save(db);
  expect(await db.count('pending')).toBeLessThan(MANY / 100);
  expect(await countPending(db)).toBe(MANY);
  expect((await nextPending(db))?.ids.length).toBeGreaterThan(100);
  await background.deriving.run();
  expect([await db.count('pending'), await db.count('careers')]).toEqual([0, MANY]);
  expect(await rowsOf(db)).toEqual(
    people(MANY)
      .map((contact) => contact.id)
      .sort(),
  );
  // With the tie that each has.
  const digests = (await db.getAll('digests')).flatMap(({ lines }) => lines.split('\n'));
  expect(digests.every((line) => JSON.parse(line).tie !== undefined)).toBe(true);
});

it('leaves out who was forgotten before their turn, and takes a change made before it in', async () => {
  const { background, handlers, save } = open();
  const db = await background.database;
  await save(db);
  await handlers['contact.forget']({ id: id(3) }, POPUP);
  await handlers['contact.setOwn']({ id: id(4), own: { note: 'changed before' } }, POPUP);
  await background.deriving.run();
  const rows = await db.getAll('segments');
  const ids = rows.flatMap(({ rows: packed }) => columnOf(packed, 'id'));
  expect([ids.length, new Set(ids).size, ids.includes(id(3))]).toEqual([MANY - 1, MANY - 1, false]);
  expect(rows.flatMap(({ rows: packed }) => columnOf(packed, 'note')).filter(Boolean)).toEqual([
    'changed before',
  ]);
});

it.each([
  ['near together', (i: number) => `9-${i}`],
  ['far apart', id],
])('finds those of a later write among many others, %s', async (_, name) => {
  const { background, save } = open();
  const db = await background.database;
  await save(db);
  await background.deriving.run();
  const later = people(60, MANY).map((contact, i) => ({ ...contact, id: name(MANY + i) }));
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
  for (const contact of later)
    transaction
      .objectStore('contacts')
      .put(contact)
      .catch(() => {});
  const seen: string[] = [];
  const { derive, version } = deriverOf(await background.contexts.now());
  const ids = new Set([...later.map((contact) => contact.id), 'nobody', id(5)]);
  const again = db.transaction([...db.objectStoreNames], 'readwrite');
  const made = await deriveChanged(
    again as never,
    {
      version,
      derive(contact, ties) {
        seen.push(`${contact.id} ${ties.length}`);
        return derive(contact, ties);
      },
    },
    9,
    { ids, gone: new Set() },
  );
  expect(seen.sort()).toEqual([...later.map((contact) => `${contact.id} 0`), `${id(5)} 1`].sort());
  expect(made.put.map((digest) => digest.id)).toEqual([...ids].filter((one) => one !== 'nobody'));
});

it('saves nothing of an import that is stopped while it is written', async () => {
  const { background, save } = open();
  const db = await background.database;
  let heard = 0;
  const stopped = save(db, people(MANY), (written) => {
    heard = written;
    if (written >= MANY) throw new Error('stop');
  });
  await expect(stopped).rejects.toThrow('stop');
  expect(heard).toBeGreaterThanOrEqual(MANY);
  expect(
    await Promise.all(['contacts', 'ties', 'changes', 'pending'].map((s) => db.count(s as 'ties'))),
  ).toEqual([0, 0, 0, 0]);
});

it('leaves all as it was when a restore is stopped, or does not fit, in the middle', async () => {
  const { background, save, world } = open();
  const db = await background.database;
  await save(db, people(3));
  const before = await db.getAll('contacts');
  const backup = backupOf({ contacts: people(MANY, 5_000), ties: [] });
  const stop = (written: number) => {
    if (written > MANY / 2) throw new Error('stop');
  };
  await expect(restoreBackup(db, world, heldBackup(backup), stop)).rejects.toThrow('stop');
  const whole = heldBackup(backup);
  const breaksOff = {
    ...whole,
    async *read() {
      yield* whole.read();
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('the file is gone');
    },
  };
  await expect(restoreBackup(db, world, breaksOff)).rejects.toThrow('the file is gone');
  const twice = people(1, 5_000).map((contact) => ({ ...contact, id: 'another' }));
  const odd = heldBackup({ ...backup, contacts: [...backup.contacts, ...twice] });
  await expect(restoreBackup(db, world, odd)).rejects.toThrow();
  expect(await db.getAll('contacts')).toEqual(before);
});

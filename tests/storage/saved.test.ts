import { describe, expect, it } from 'vitest';
import { type Contact, DRAFT_LIMITS, type TieSource } from '../../src/core/model/index.ts';
import { CHANGES_KEPT, lastChange, lastChangeWithin, PACKED_FROM } from '../../src/storage/changes.ts';
import { contactPages, getContact, writeContact } from '../../src/storage/contacts.ts';
import { countStored } from '../../src/storage/counts.ts';
import { getDraft, listDrafts, putDraft } from '../../src/storage/drafts.ts';
import { editContact } from '../../src/storage/edits.ts';
import { beginSync } from '../../src/storage/files.ts';
import { writeImport } from '../../src/storage/imports.ts';
import { changeContact, saveContact } from '../../src/storage/save.ts';
import { setTie } from '../../src/storage/setTie.ts';
import { getState, putState } from '../../src/storage/state.ts';
import { listTies, tieEnds, tiePages, tiesOf } from '../../src/storage/ties.ts';
import { write } from '../../src/storage/transaction.ts';
import { makeGoal, makeMe, NOW } from '../make.ts';
import { type Device, expectWhole, openDevice, personOf } from './device.ts';

async function open(...ids: string[]): Promise<Device> {
  const device = await openDevice('0000000a');
  for (const id of ids) await device.save(id);
  return device;
}
const page = (id: string) => ({
  url: `https://example.org/${id}`,
  reader: 'r@1',
  profile: personOf(id).profile,
  provenance: {},
});
const said = (on: string, more: Partial<TieSource> = {}): TieSource => ({
  relation: 'colleague',
  site: 'web',
  url: 'https://example.org/ada',
  on,
  matchedBy: 'name',
  ...more,
});
const noted = (contact: Contact, length: number): Contact => ({
  ...contact,
  own: { ...contact.own, note: 'x'.repeat(length) },
});

describe('a contact that is written', () => {
  it.each<[string, number | null, number, number | string]>([
    ['new, and fits', null, 20_000, 20_000],
    ['new, and does not fit', null, 20_001, 'own.note'],
    ['known, and does not fit any more', 10, 20_001, 'own.note'],
    ['as it was stored by an earlier program', 20_005, 20_003, 20_000],
    ['in order again', 20_005, 10, 10],
  ])('is stored as its schema has it: %s', async (_, before, after, stored) => {
    const { db, world } = await open();
    const known = before === null ? undefined : noted(personOf('ada'), before);
    if (known !== undefined) await db.put('contacts', known);
    const done = write(db, world, ['contacts'], async (writing) =>
      writeContact(writing, noted(personOf('ada'), after), known),
    );
    if (typeof stored === 'string') {
      await expect(done).rejects.toMatchObject({ name: 'NotStorable', place: stored });
      expect((await db.get('contacts', 'ada'))?.own.note?.length).toBe(before ?? undefined);
    } else {
      await done;
      expect((await db.get('contacts', 'ada'))?.own.note?.length).toBe(stored);
    }
  });

  it('is read as far as it can be; what is none is damaged', async () => {
    const { db } = await open('ada');
    expect((await getContact(db, 'ada'))?.id).toBe('ada');
    expect(await getContact(db, 'nobody')).toBeUndefined();
    await db.put('contacts', noted(personOf('bea'), 20_001));
    expect((await getContact(db, 'bea'))?.own.note).toHaveLength(20_000);
    await db.put('contacts', { id: 'cem', keys: ['web:cem'] } as never);
    await expect(getContact(db, 'cem')).rejects.toMatchObject({ kind: 'damagedRow' });
  });

  it('is changed where it is there and the change says something', async () => {
    const { db, world, commits } = await open('ada');
    const changed = await changeContact(db, world, 'ada', (contact) => ({
      ...contact,
      emails: ['ada@example.org'],
    }));
    const last = (await db.getAll('changes')).at(-1);
    expect(changed).toMatchObject({
      rev: 1,
      updatedAt: last?.updatedAt,
      deviceId: last?.deviceId,
      emails: ['ada@example.org'],
    });
    expect(await changeContact(db, world, 'ada', () => null)).toBeUndefined();
    expect(await changeContact(db, world, 'nobody', (contact) => contact)).toBeUndefined();
    expect(commits.slice(-2).map(({ changes }) => changes)).toEqual([[], []]);
  });

  it('by hand is a step that can be taken back', async () => {
    const device = await open('ada');
    const before = await device.contact('ada');
    const edited = await editContact(device.db, device.world, 'ada', (contact, now) => ({
      ...contact,
      emails: [`${now.slice(0, 4)}@example.org`],
    }));
    expect(edited?.contact.emails).toEqual(['2026@example.org']);
    const [step] = await device.db.getAll('undo');
    expect(step).toMatchObject({ id: edited?.undo, kind: 'edit', label: '', created: [], before: [before] });
    expect(edited?.undo).toMatch(/^edit:2026-11-24T10:00:0\d\.000Z:0000000a-/);
    expect(await editContact(device.db, device.world, 'nobody', (contact) => contact)).toBeUndefined();
    expect(await device.db.count('undo')).toBe(1);
    expect(await device.undo(edited?.undo ?? '')).toBe(1);
    expect((await device.contact('ada'))?.emails).toEqual([]);
    await expectWhole(device);
  });

  it('comes in pages of any size, each once', async () => {
    const { db } = await open('ada', 'bea', 'cem', 'dora');
    for (const [most, sizes] of [
      [1, [1, 1, 1, 1]],
      [2, [2, 2]],
      [3, [3, 1]],
      [9, [4]],
    ] as const) {
      const pages: string[][] = [];
      for await (const one of contactPages(db, most)) pages.push(one.map(({ id }) => id));
      expect([pages.map(({ length }) => length), pages.flat()]).toEqual([
        sizes,
        ['ada', 'bea', 'cem', 'dora'],
      ]);
    }
  });
});

describe('what a page shows', () => {
  const save = (device: Device, id: string, keys: string[], named?: Parameters<typeof saveContact>[5]) =>
    saveContact(
      device.db,
      device.world,
      keys,
      (known, by) => known ?? { ...personOf(id), keys, createdAt: by.now, deviceId: by.deviceId },
      page(id),
      named,
    );

  it('is saved with the page; whoever was forgotten is wanted again, and what was typed is saved with it', async () => {
    const device = await open('ada', 'bea');
    await device.forget('ada');
    const draft = (subject: string) => ({
      kind: 'note' as const,
      subject,
      text: 'x',
      at: '2026-11-24T10:00:00.000Z',
    });
    await putState(device.db, 'drafts', [draft('web:ada'), draft('web:bea')]);
    expect(await device.db.count('tombstones')).toBe(1);
    const saved = await save(device, 'ada', ['web:ada']);
    expect([saved.created, saved.acquainted, saved.contact.id]).toEqual([true, null, 'ada']);
    expect(await device.db.count('tombstones')).toBe(0);
    expect((await getState(device.db, 'drafts'))?.map(({ subject }) => subject)).toEqual(['web:bea']);
    expect(await getState(device.db, 'contactCount')).toBe(2);
    expect((await save(device, 'other', ['web:new', 'web:ada'])).contact.id).toBe('ada');
    await expectWhole(device);
    // That they are wanted again goes to the other devices.
    const tablet = await openDevice('0000000b');
    await tablet.apply(await device.entries());
    expect(await tablet.db.count('tombstones')).toBe(0);
  });

  it('names acquaintances, who become ties where they are saved', async () => {
    const device = await open('bea', 'cem');
    const named = {
      url: 'https://example.org/ada',
      on: '2026-11-24',
      relation: 'colleague',
      named: 3,
      unsaved: 1,
    } as const;
    const { matchedBy: _, ...question } = said('2026-11-24');
    const saved = await save(device, 'ada', ['web:ada'], {
      ties: new Map([['bea', said('2026-11-24')]]),
      questions: [{ candidates: ['cem'], source: question }],
      named,
    });
    expect(saved.acquainted).toEqual({ added: 1, asked: 1 });
    expect((await device.contact('ada'))?.namedOnPages).toEqual([named]);
    expect((await listTies(device.db)).map(({ from, to, sources }) => [from, to, sources])).toEqual([
      ['ada', 'bea', [said('2026-11-24')]],
    ]);
    await expectWhole(device);
    expect(await countStored(device.db)).toEqual({ captures: 3, goals: 0, ties: 1, forgotten: 0 });
    const part = {
      ...device.db,
      objectStoreNames: { contains: (store: string) => store === 'goals' },
      count: async () => 5,
    };
    expect(await countStored(part as never)).toEqual({ captures: 0, goals: 5, ties: 0, forgotten: 0 });
  });
});

describe('a tie', () => {
  it.each([
    ['to nobody', 'ada', 'nobody'],
    ['from nobody', 'nobody', 'ada'],
    ['of somebody with themselves', 'ada', 'ada'],
    ['of the user with themselves', 'me', 'me'],
  ])('%s is none', async (_, from, to) => {
    const device = await open('ada');
    const before = device.commits.at(-1);
    expect(await device.tie(from, to)).toBe(false);
    expect(await device.db.count('ties')).toBe(0);
    if (from === to) expect(device.commits.at(-1)).toBe(before);
    else expect(device.commits.at(-1)?.changes).toEqual([]);
  });

  it('of a page that was open is changed in what the page has changed', async () => {
    const device = await open('ada', 'bea');
    const base = { from: 'ada', to: 'bea', kind: 'knows' as const };
    const set = (tie: object, based?: object) =>
      setTie(device.db, device.world, { ...base, ...tie }, based && { ...base, ...based });
    await set({ strength: 'weak', label: 'personal' });
    await set({ strength: 'strong', label: 'personal' }, { strength: 'weak', label: 'personal' });
    await set({ strength: 'weak', since: '2010' }, { strength: 'weak' });
    expect(await listTies(device.db)).toEqual([
      { ...base, strength: 'strong', label: 'personal', since: '2010' },
    ]);
    // Without the page’s own account it stands in place of what there was; who says so stays.
    await set({ sources: [said('2026-11-01')] });
    await set({ strength: 'weak', sources: [said('2026-11-02', { site: 'xing' })] });
    await set({ strength: 'moderate' });
    expect(await listTies(device.db)).toEqual([
      { ...base, strength: 'moderate', sources: [said('2026-11-02', { site: 'xing' }), said('2026-11-01')] },
    ]);
    // A word on a tie that there is not is one on a new tie.
    await set({ strength: 'weak' }, { strength: 'weak' });
    expect((await listTies(device.db))[0]?.strength).toBe('moderate');
    await device.untie('ada', 'bea');
    await set({ strength: 'weak' }, { strength: 'weak' });
    expect((await listTies(device.db))[0]?.strength).toBe('weak');
    await expectWhole(device);
  });

  it('taken away is not said by pages again, until the user says it', async () => {
    const device = await open('ada', 'bea');
    await device.tie('ada', 'bea', { sources: [said('2026-11-01')] });
    expect(await device.untie('ada', 'bea')).toMatchObject({ from: 'ada', to: 'bea' });
    expect((await device.db.getAll('questions')).map(({ answer }) => answer)).toEqual(['no']);
    expect(await device.untie('ada', 'bea')).toBeUndefined();
    await device.tie('bea', 'ada');
    expect(await device.db.count('questions')).toBe(0);
    await expectWhole(device);
  });

  it('is found from both its ends, by its name, and in pages', async () => {
    const { db } = await open();
    const transaction = db.transaction('ties', 'readwrite');
    const ids = Array.from({ length: 2_001 }, (_, i) => `p${String(i).padStart(4, '0')}`);
    for (const id of ids) transaction.store.put({ from: 'me', to: id, kind: 'knows' });
    transaction.store.put({ from: 'p0000', to: 'p0001', kind: 'introduced' });
    await transaction.done;
    const sizes: number[] = [];
    for await (const one of tiePages(db)) sizes.push(one.length);
    expect([sizes, (await listTies(db)).length]).toEqual([[2_000, 2], 2_002]);
    expect((await tiesOf(db, 'p0001')).map(({ from }) => from)).toEqual(['me', 'p0000']);
    expect((await tiesOf(db, 'p0000')).map(({ to }) => to)).toEqual(['p0000', 'p0001']);
    expect(tieEnds('me>a:b:knows')).toEqual(['me', 'a:b']);
  });
});

describe('an import', () => {
  const importing = async (device: Device, planned: number, told: number[] = []) =>
    writeImport(
      device.db,
      device.world,
      {
        create: [personOf('bea'), personOf('cem')],
        update: [
          {
            before: (await device.contact('ada')) as Contact,
            after: { ...((await device.contact('ada')) as Contact), rev: 1, emails: ['ada@example.org'] },
          },
        ],
        ties: [{ from: 'me', to: 'bea', kind: 'knows' }],
        goals: [makeGoal()],
        me: makeMe(),
        undo: {
          id: 'step',
          at: 'planned',
          label: 'x.csv',
          created: ['bea', 'cem'],
          before: [(await device.contact('ada')) as Contact],
          ties: { before: [], created: [{ from: 'me', to: 'bea', kind: 'knows' }] },
          me: null,
          meAfter: makeMe(),
          goals: ['g1'],
        },
      },
      planned,
      (written) => told.push(written),
    );

  it('is written as one, and taken back as one', async () => {
    const device = await open('ada');
    const told: number[] = [];
    expect(await importing(device, await lastChange(device.db), told)).toBe(true);
    expect([told.at(-1), told.includes(3)]).toEqual([4, true]);
    expect(await device.db.getAllKeys('contacts')).toEqual(['ada', 'bea', 'cem']);
    const own = await getState(device.db, 'deviceId');
    expect((await device.db.getAll('contacts')).map(({ deviceId }) => deviceId)).toEqual([own, own, own]);
    expect((await device.db.get('undo', 'step'))?.at).toBe(
      (await device.db.getAll('changes')).at(-1)?.updatedAt,
    );
    expect([await getState(device.db, 'me'), await device.db.count('goals')]).toEqual([makeMe(), 1]);
    await expectWhole(device);
    await device.ask('ada', 'bea');
    expect(await device.undo('step')).toBe(3);
    expect([await device.db.getAllKeys('contacts'), (await device.contact('ada'))?.emails]).toEqual([
      ['ada'],
      [],
    ]);
    // Whoever was only in the file is nobody who was forgotten, and may come again.
    expect([
      await device.db.count('tombstones'),
      await device.db.count('questions'),
      await getState(device.db, 'me'),
    ]).toEqual([0, 0, undefined]);
    expect(device.commits.at(-1)?.forgotten).toBe(true);
    await expectWhole(device);
  });

  it('of a network that has changed since is not written', async () => {
    const device = await open('ada');
    const planned = await lastChange(device.db);
    expect(await write(device.db, device.world, [], lastChangeWithin)).toBe(planned);
    await device.goal('g2');
    expect(await importing(device, planned)).toBe(false);
    expect([
      await device.db.getAllKeys('contacts'),
      await device.db.count('undo'),
      device.commits.at(-1)?.changes,
    ]).toEqual([['ada'], 0, []]);
  });
});

describe('every write', () => {
  it('has a revision of its own, tells what it changed, and names the device once', async () => {
    const { db, world, commits } = await open('ada');
    const deviceId = await getState(db, 'deviceId');
    const seen: unknown[] = [];
    for (let i = 0; i < 2; i++)
      await write(db, world, ['goals'], async ({ revision, deviceId: by, now, log }) => {
        seen.push([revision, by, now]);
        log({ store: 'goals', id: 'g', kind: 'delete', rev: i });
      });
    const rows = (await db.getAll('changes')).slice(-2);
    expect(seen).toEqual(rows.map((row, at) => [at + 2, deviceId, row.updatedAt]));
    expect(rows.map((row) => row.deviceId)).toEqual([deviceId, deviceId]);
    expect(
      commits
        .slice(-2)
        .map(({ revision, changes, replaced, forgotten }) => [revision, changes, replaced, forgotten]),
    ).toEqual(
      [0, 1].map((rev) => [rev + 2, [{ store: 'goals', id: 'g', kind: 'delete', rev }], false, false]),
    );
    expect(await getState(db, 'revision')).toBe(3);
  });

  it('that fails is told to nobody and leaves nothing', async () => {
    const { db, world, commits } = await open('ada');
    const before = commits.length;
    const failing = write(db, world, ['contacts'], async (writing) => {
      writeContact(writing, personOf('bea'));
      throw new Error('stopped');
    });
    await expect(failing).rejects.toThrow('stopped');
    const twice = write(db, world, ['contacts'], async (writing) => {
      writeContact(writing, { ...personOf('cem'), keys: ['web:ada'] });
    });
    await expect(twice).rejects.toThrow();
    expect([commits.length, await db.getAllKeys('contacts'), await getState(db, 'revision')]).toEqual([
      before,
      ['ada'],
      1,
    ]);
  });

  it.each([
    [PACKED_FROM - 1, PACKED_FROM - 1],
    [PACKED_FROM, 2],
    [4_001, 2],
    [4_002, 3],
  ])('of %i changes is logged in %i rows', async (count, rows) => {
    const { db, world } = await open();
    await beginSync(db, undefined);
    await write(db, world, ['goals'], async ({ log }) => {
      for (let i = 0; i < count; i++) log({ store: 'goals', id: `g${i}`, kind: 'put', rev: 0 });
    });
    expect(await db.count('changes')).toBe(rows);
    expect(await lastChange(db)).toBe(count);
  });

  it('of many bounds the history of each', async () => {
    const { db, world } = await open();
    const ids = Array.from({ length: 30 }, (_, i) => `g${i}`);
    for (let i = 0; i < CHANGES_KEPT + 2; i++)
      await write(db, world, ['goals'], async ({ log }) => {
        for (const id of ids) log({ store: 'goals', id, kind: 'put', rev: i });
      });
    const rows = await db.getAll('changes');
    expect(rows).toHaveLength(30 * CHANGES_KEPT);
    for (const id of ids)
      expect(rows.filter((row) => row.id === id).map(({ rev }) => rev)).toEqual(
        Array.from({ length: CHANGES_KEPT }, (_, i) => i + 2),
      );
  });

  it('asks how rows are derived only where people or ties change', async () => {
    const { db } = await open();
    let asked = 0;
    const world = {
      now: () => new Date(NOW),
      id: () => 'id',
      deriver: async () => {
        asked += 1;
        return null;
      },
    };
    await write(db, world, ['goals'], async () => {});
    expect(asked).toBe(0);
    await write(db, world, ['contacts'], async () => {});
    await write(db, world, ['ties'], async () => {});
    expect(asked).toBe(2);
  });
});

it('what was typed and never saved is kept for some days', async () => {
  const { db } = await open();
  const day = 86_400_000;
  const at = (days: number) => new Date(Date.parse(NOW) + days * day);
  const name = { kind: 'note', subject: 'ada' } as const;
  await putDraft(db, { ...name, text: 'tea', at: NOW });
  await putDraft(db, { ...name, kind: 'tag', text: 'rows', at: at(1).toISOString() });
  expect(await getDraft(db, name, at(DRAFT_LIMITS.days))).toBe('tea');
  expect(await getDraft(db, { ...name, subject: 'bea' }, at(0))).toBeNull();
  expect(await getDraft(db, name, new Date(at(DRAFT_LIMITS.days).getTime() + 1))).toBeNull();
  expect((await listDrafts(db, at(DRAFT_LIMITS.days + 0.5))).map(({ text }) => text)).toEqual(['rows']);
  // The next that is typed clears away what is too old.
  await putDraft(db, { ...name, subject: 'bea', text: 'new', at: at(DRAFT_LIMITS.days + 0.5).toISOString() });
  expect((await getState(db, 'drafts'))?.map(({ text }) => text)).toEqual(['rows', 'new']);
});

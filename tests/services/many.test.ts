import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

async function open(people: string[]) {
  const { environment, events } = makeEnvironment();
  const handlers = createHandlers(environment);
  const ids: string[] = [];
  for (const id of people) {
    const name = { full: id.replace('-', ' ') };
    const capture = makeCapture({
      key: { site: 'linkedin', id },
      url: `https://www.linkedin.com/in/${id}/`,
      name,
    });
    ids.push((await handlers['contact.save']({ capture }, POPUP)).id);
  }
  const view = async (id = '') => (await handlers['contact.get']({ id }, POPUP))?.contact;
  return { handlers, environment, events, ids, view, db: await environment.database };
}

describe('a change to many', () => {
  it('tags and untags all of them, and is taken back except where the user went on', async () => {
    const { handlers, ids, view } = await open(['ada-a', 'bea-b', 'cem-c']);
    await handlers['contact.tag']({ id: ids[0] ?? '', add: ['old', 'keep'] }, POPUP);
    const { changed, undo } = await handlers['contact.setMany'](
      { ids: [...ids, 'nobody'], addTags: ['new'], removeTags: ['old'], own: { layer: 'personal' } },
      POPUP,
    );
    expect(changed).toBe(3);
    expect((await view(ids[0]))?.own).toMatchObject({ tags: ['keep', 'new'], layer: 'personal' });
    await handlers['contact.setOwn']({ id: ids[1] ?? '', own: { note: 'worked on since' } }, POPUP);
    expect(await handlers['undo.run']({ id: undo }, POPUP)).toEqual({ restored: 2 });
    expect((await view(ids[0]))?.own.tags).toEqual(['old', 'keep']);
    expect((await view(ids[2]))?.own).toEqual({ tags: [], log: [], edits: {} });
    expect((await view(ids[1]))?.own).toMatchObject({ tags: ['new'], note: 'worked on since' });
    expect(await handlers['undo.run']({ id: undo }, POPUP)).toEqual({ restored: 0 });
  });

  it('tells open pages once for a burst', async () => {
    const { handlers, ids, events } = await open(['ada-a']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    events.length = 0;
    for (let i = 0; i < 5; i++)
      await handlers['contact.setOwn']({ id: ids[0] ?? '', own: { note: `${i}` } }, POPUP);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const changed = events.filter(({ kind }) => kind === 'changed');
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(4);
    expect(changed.at(-1)).toEqual({ kind: 'changed', revision: 6 });
  });
});

describe('forgetting many', () => {
  it('brings all of it back: pages, ties, keys and the count', async () => {
    const { handlers, ids, view, db } = await open(['ada-a', 'bea-b', 'cem-c']);
    const [ada = '', bea = ''] = ids;
    await handlers['contact.setTie']({ tie: { from: ada, to: bea, kind: 'introduced' } }, POPUP);
    await handlers['contact.setTie'](
      { tie: { from: 'me', to: bea, kind: 'knows', strength: 'weak' } },
      POPUP,
    );
    const { forgotten, undo } = await handlers['contact.forgetMany']({ ids: [ada, bea] }, POPUP);
    expect(forgotten).toBe(2);
    expect([await db.count('contacts'), await db.count('ties'), await db.count('captures')]).toEqual([
      1, 0, 1,
    ]);
    expect(await db.count('tombstones')).toBe(2);
    expect((await handlers['network.get']({}, POPUP)).contactCount).toBe(1);
    expect(await handlers['undo.run']({ id: undo }, POPUP)).toEqual({ restored: 2 });
    expect([await db.count('contacts'), await db.count('ties'), await db.count('captures')]).toEqual([
      3, 2, 3,
    ]);
    expect(await db.count('tombstones')).toBe(0);
    expect((await view(ada))?.rev).toBe(2);
    expect((await handlers['network.get']({}, POPUP)).contactCount).toBe(3);
    expect((await handlers['contact.history']({ id: ada }, POPUP)).captures).toEqual([
      { at: '2026-11-24T10:00:00.000Z', reader: 'linkedin@1', url: 'https://www.linkedin.com/in/ada-a/' },
    ]);
  });

  it('does not bring back who was saved anew', async () => {
    const { handlers, ids, db } = await open(['ada-a', 'bea-b']);
    const { undo } = await handlers['contact.forgetMany']({ ids }, POPUP);
    const again = makeCapture({ key: { site: 'linkedin', id: 'ada-a' } });
    await handlers['contact.save']({ capture: again }, POPUP);
    expect(await handlers['undo.run']({ id: undo }, POPUP)).toEqual({ restored: 1 });
    expect(await db.count('contacts')).toBe(2);
    expect((await handlers['network.get']({}, POPUP)).contactCount).toBe(2);
  });
});

it('refuses a tie to somebody who is not there', async () => {
  const { handlers, ids, db } = await open(['ada-a']);
  const [ada = ''] = ids;
  expect(
    await handlers['contact.setTie']({ tie: { from: ada, to: 'nobody', kind: 'knows' } }, POPUP),
  ).toBeNull();
  expect(
    await handlers['contact.setTie']({ tie: { from: 'me', to: 'me', kind: 'knows' } }, POPUP),
  ).toBeNull();
  expect(await db.count('ties')).toBe(0);
});

describe('removing a tie', () => {
  const introduced = (from: string, to: string) => ({ from, to, kind: 'introduced' as const });

  it('takes it from both ends and from what is exported, and setting it again brings all of it back', async () => {
    const { handlers, ids, db } = await open(['ada-a', 'bea-b']);
    const [ada = '', bea = ''] = ids;
    const tie = { ...introduced(ada, bea), since: '2024-05' };
    await handlers['contact.setTie']({ tie }, POPUP);
    const hub = async () => (await handlers['contact.get']({ id: ada }, POPUP))?.reading.hub.evidence.length;
    const before = await hub();
    expect(await handlers['contact.removeTie'](introduced(ada, bea), POPUP)).toEqual({ removed: tie });
    expect(await db.count('ties')).toBe(0);
    expect((await handlers['contact.get']({ id: bea }, POPUP))?.ties).toEqual([]);
    expect(await hub()).toBeLessThan(before ?? 0);
    expect((await db.getAll('changes')).at(-1)).toMatchObject({
      store: 'ties',
      kind: 'delete',
      id: `${ada}>${bea}:introduced`,
    });
    await handlers['contact.setTie']({ tie }, POPUP);
    expect(await db.getAll('ties')).toEqual([tie]);
    expect(await hub()).toBe(before);
  });

  it('answers that there is none, and writes nothing', async () => {
    const { handlers, ids, db } = await open(['ada-a']);
    const changes = await db.count('changes');
    expect(await handlers['contact.removeTie'](introduced('x', ids[0] ?? ''), POPUP)).toEqual({
      removed: null,
    });
    expect(await db.count('changes')).toBe(changes);
  });

  it('holds when a merge before it is taken back, also for ties to people forgotten since', async () => {
    const { handlers, ids, db } = await open(['ada-a', 'ada-b', 'cem-c', 'dea-d', 'eli-e']);
    const [ada = '', other = '', cem = '', dea = '', eli = ''] = ids;
    for (const to of [cem, dea, eli]) await handlers['contact.setTie']({ tie: introduced(other, to) }, POPUP);
    const merge = await handlers['merge.run']({ kept: ada, other, choices: {} }, POPUP);
    await handlers['contact.removeTie'](introduced(ada, cem), POPUP);
    await handlers['contact.forget']({ id: dea }, POPUP);
    expect(await handlers['undo.run']({ id: String(merge?.undo) }, POPUP)).toEqual({ restored: 2 });
    expect(await db.getAll('ties')).toEqual([introduced(other, eli)]);
  });
});

it('finds by words and parts of words, accents aside, names first', async () => {
  const { handlers, ids } = await open(['jürgen-weiß', 'ada-a']);
  await handlers['contact.setOwn']({ id: ids[1] ?? '', own: { note: 'met with Juergen' } }, POPUP);
  await handlers['contact.tag']({ id: ids[1] ?? '', add: ['Weiss'] }, POPUP);
  const find = async (query: string) =>
    (await handlers['contact.search']({ query, limit: 5 }, POPUP)).rows.map(({ name }) => name);
  expect(await find('jurg weis')).toEqual(['jürgen weiß']);
  expect(await find('weiss')).toEqual(['jürgen weiß', 'ada a']);
  expect(await find('eiss')).toEqual(['jürgen weiß', 'ada a']);
  expect(await find('ss')).toEqual([]);
  expect(await find('  ')).toEqual([]);
});
